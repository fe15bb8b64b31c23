"""What the pages cost beside the bare SQL for the same rows, in one run on this machine: ``python bench/pages.py``.

A document of 2,000 objectives and 150 sections is stored in a database made for the run. Each page is asked for by the
test client, as the adviser; then the very queries that it sent are sent again without Django and their rows fetched.
Both figures are the least of a few runs; the ratio between them says what the page adds. Nothing fails.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
RUNS = 5
OBJECTIVES, SECTIONS, ACTIONS = 2_000, 150, 400


@contextmanager
def database() -> Iterator[None]:
    """A database of this run alone, with the schema of this version."""
    from django.db import connection, connections

    from tests.config.embedded import test_server

    with test_server() as parameters:
        connections["default"].settings_dict.update(parameters)
        connection.creation.create_test_db(verbosity=0)
        try:
            yield
        finally:
            connection.creation.destroy_test_db("filrouge", verbosity=0)


def least(work: Callable[[], Any]) -> float:
    """Milliseconds of the quickest of a few runs."""
    best = float("inf")
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best * 1000


def bare(queries: list[str]) -> Callable[[], None]:
    """The same queries without Django: sent, and every row fetched."""
    from django.db import connection

    def run() -> None:
        connection.ensure_connection()
        with connection.connection.cursor() as cursor:
            for query in queries:
                cursor.execute(query)
                if cursor.description:
                    cursor.fetchall()

    return run


def measured(client: Any, address: str) -> tuple[float, float, int]:
    """Milliseconds of the page, of its queries alone, and how many they are. Raises SystemExit when it has no page."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(address)
    with CaptureQueriesContext(connection) as seen:
        answer = client.get(address)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answered {answer.status_code}")
    queries = [one["sql"] for one in seen.captured_queries if one["sql"].lstrip("( ").upper().startswith("SELECT")]
    return least(lambda: client.get(address)), least(bare(queries)), len(queries)


def addresses(document: Any) -> dict[str, str]:
    """The main pages, by what they are."""
    from django.urls import reverse

    code = document.entity.code
    one = document.objectives.first()
    return {
        "home": reverse("home"),
        "entity": reverse("entity", args=(code,)),
        "document": reverse("document", args=(document.pk,)),
        "tree": reverse("objectives", args=(document.pk,)),
        "objective": reverse("objective", args=(one.pk,)),
        "findings": reverse("findings", args=(document.pk,)),
        "changes": reverse("changes", args=(document.pk,)),
        "search": reverse("search") + "?q=vol",
        "imports": reverse("imports", args=(code,)),
    }


def main() -> int:
    """Measure and print."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "filrouge.config.settings")
    import django

    django.setup()
    from django.test import Client
    from django.test.utils import setup_test_environment

    setup_test_environment()
    with database():
        from tests import making

        zone = making.entity()
        adviser = making.adviser(zone)
        document = making.document(zone, adviser, making.plan(OBJECTIVES, SECTIONS, ACTIONS))
        client = Client()
        client.force_login(adviser)
        print(
            f"a document of {OBJECTIVES} objectives, {SECTIONS} sections and {ACTIONS} actions; least of {RUNS} runs\n"
        )
        print(f"{'page':<10}  {'page':>9}  {'bare SQL':>9}  {'ratio':>6}  {'queries':>7}")
        for name, address in addresses(document).items():
            page, sql, count = measured(client, address)
            print(f"{name:<10}  {page:>6.0f} ms  {sql:>6.1f} ms  {page / sql:>6.1f}  {count:>7}")
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
