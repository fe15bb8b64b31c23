"""``filrouge backup``: everything that the database holds, in one file."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from filrouge.cli.language import chosen, voice
from filrouge.cli.progress import followed
from filrouge.config.backup import write
from filrouge.config.connections import connect, holding
from filrouge.config.database import embedded, is_made
from filrouge.config.postgres.roles import tables
from filrouge.config.problems import ServerProblem
from filrouge.domain.report.voice import Voice


def run(file: Path, lang: str | None) -> int:
    say = voice(chosen(lang))
    if embedded() and not is_made():
        raise ServerProblem("no-tables")
    with holding(), connect("owner") as connection:
        if "django_migrations" not in tables(connection):
            raise ServerProblem("no-tables")
        connection.rollback()
        manifest = write(connection, file, partial(tables_followed, say, "backing-up"))
    rows = sum(table.rows for table in manifest.tables.values())
    sys.stderr.write(say("backed-up", file=file, tables=len(manifest.tables), rows=rows) + "\n")
    return 0


def tables_followed(say: Voice, key: str, names: Sequence[str]) -> Iterable[str]:
    """The tables one by one, with a progress bar when that takes longer than a second."""
    return followed(names, len(names), lambda: say(key))
