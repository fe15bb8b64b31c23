"""``filrouge restore``: what a backup holds, into an empty database, compared row by row."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from django.db import connection as owner
from django.db.migrations.executor import MigrationExecutor

from filrouge.cli.language import chosen, voice
from filrouge.config.backup import Manifest, fill, in_use, read_manifest, wipe
from filrouge.config.commands.backup import tables_followed
from filrouge.config.commands.init_db import migrate, prepare
from filrouge.config.connections import connect, holding
from filrouge.config.loading import load
from filrouge.config.problems import ServerProblem
from filrouge.domain.report.voice import Voice


def run(file: Path, lang: str | None) -> int:
    say = voice(chosen(lang))
    manifest = read_manifest(file)
    with holding():
        prepare()
        load("owner")
        _restore(file, manifest, say)
    rows = sum(table.rows for table in manifest.tables.values())
    sys.stderr.write(say("restored", tables=len(manifest.tables), rows=rows, made=manifest.made) + "\n")
    return 0


def _restore(file: Path, manifest: Manifest, say: Voice) -> None:
    with connect("owner") as connection:
        if used := in_use(connection):
            raise ServerProblem("not-empty", table=used)
        targets = _targets(file, manifest)
        wipe(connection)
    sys.stderr.write(say("migrating", count=len(manifest.migrations)) + "\n")
    # Without the signals that follow a migration, on which apps add rows: those rows are in the backup.
    MigrationExecutor(owner).migrate(targets)
    owner.close()
    with connect("owner") as connection:
        fill(connection, file, manifest, partial(tables_followed, say, "restoring"))
    migrate(say)


def _targets(file: Path, manifest: Manifest) -> list[tuple[str, str]]:
    """The last migrations of the backup in each app. Raises ServerProblem when this version lacks one of them."""
    graph = MigrationExecutor(owner).loader.graph
    owner.close()
    applied = {(app, name) for app, name in manifest.migrations}
    if not applied <= set(graph.nodes):
        raise ServerProblem("newer-backup", file=file, program=manifest.program)
    followed = {parent.key for node in applied for parent in graph.node_map[node].parents if parent.key[0] == node[0]}
    return sorted(applied - followed)
