"""What each page costs in queries: what the checked-in file says, and no more for a document twenty times as large.

``FILROUGE_WRITE_BUDGETS=1`` with ``-n 0`` writes the file anew; the change then stands in the diff, for everybody to
see.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from filrouge.apps.accounts.models import User
from filrouge.apps.documents.models import Document
from filrouge.apps.objectives.blocks import add_block
from filrouge.apps.organisation.models import Stakeholder, Unit
from filrouge.domain.model.plan import PlanRow, PlanTable, Words
from tests import making

FILE = Path(__file__).with_name("budgets.yaml")
KNOWN: dict[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))
PAGES: dict[str, dict[str, Any]] = KNOWN["pages"]
WRITING = os.environ.get("FILROUGE_WRITE_BUDGETS") == "1"
SMALL, LARGE = (6, 4, 3), (120, 60, 40)


@dataclass
class World:
    """An entity with one document, and what its pages are about, by the words of the budgets' file."""

    adviser: User
    document: Document
    parts: dict[str, Any]


def world(size: tuple[int, int, int]) -> World:
    """An entity whose only document has so many objectives, sections and actions."""
    zone = making.entity()
    adviser = making.person((zone, "policy_adviser"), (zone, "administrator"))
    document = making.document(zone, adviser, making.plan(*size))
    rows = tuple(PlanRow(str(rank), (("CE", 2027, Decimal(rank)),)) for rank in range(size[0]))
    table = PlanTable("", "budget", Words(fr="Budget"), columns=("CE",), rows=rows)
    blocks = [add_block(adviser, document, table) for _ in range(size[1])]
    unit = Unit.objects.create(entity=zone, abbreviation="OPS", name=Words(fr="Opérations"))
    stakeholder = Stakeholder.objects.create(entity=zone, name="Habitants")
    parts = {
        "code": zone.code,
        "document": document.pk,
        "section": document.sections.first().pk,
        "objective": document.objectives.get(number="1.1").pk,
        "action": document.actions.first().pk,
        "block": blocks[0].pk,
        "unit": unit.pk,
        "stakeholder": stakeholder.pk,
    }
    return World(adviser, document, parts)


def queries(one: World, name: str) -> tuple[int, list[str]]:
    """How many queries the page sends the second time it is asked for, and which. Fails when there is no page."""
    page = PAGES[name]
    words = [word[1:] if word.startswith("=") else one.parts[word] for word in page.get("of", [])]
    address = reverse(name, args=words) + page.get("ask", "")
    client = Client()
    client.force_login(one.adviser)
    answer = client.get(address)
    assert answer.status_code == 200, f"{address} answered {answer.status_code}"
    with CaptureQueriesContext(connection) as seen:
        client.get(address)
    return len(seen), [query["sql"] for query in seen.captured_queries]


@pytest.fixture(scope="module")
def worlds(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[World, World]]:
    """A small world and a large one, for all tests of this file; gone after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield world(SMALL), world(LARGE)
        transaction.set_rollback(True)


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_keeps_to_its_budget_whatever_the_size(worlds: tuple[World, World], name: str) -> None:
    (small, first), (large, second) = (queries(one, name) for one in worlds)
    if WRITING:
        PAGES[name]["queries"] = max(small, large)
        FILE.write_text(yaml.safe_dump(KNOWN, sort_keys=True, allow_unicode=True, width=120), "utf-8")
    more = "\n".join(sorted(set(second) - set(first))[:10])
    assert large <= small, f"{large} queries for a large document, {small} for a small one:\n{more}"
    assert large <= PAGES[name].get("queries", 0), "more than budgets.yaml allows"


def names(resolver: URLResolver) -> Iterator[str]:
    """The names of all addresses of our own."""
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            if str(one.pattern) != "account/" and not str(one.pattern).startswith("account/"):
                yield from names(one)
        elif isinstance(one, URLPattern) and one.name:
            yield one.name


def test_every_address_has_a_budget_or_is_said_to_be_no_page() -> None:
    assert settings.CAPABILITIES
    ours = set(names(get_resolver()))
    listed = set(PAGES) | set(KNOWN["no_pages"])
    assert (sorted(ours - listed), sorted(listed - ours)) == ([], [])
