"""Everything that a database holds, in one file that any later version can read, and back again.

The file is a ZIP of one member a table, in the text form of PostgreSQL's COPY, and of ``manifest.json``: the migrations
that the rows agree with, and for each table its columns, its number of rows and their hash. It holds rows, not a
schema: restoring makes the schema of that time by the program's own migrations, fills it, compares, and then migrates
on. So it needs neither ``pg_dump`` nor the same version of PostgreSQL, and the owner's rights are enough.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

import psycopg
from psycopg import sql

from filrouge import __version__
from filrouge.config.postgres.roles import Connection, tables
from filrouge.config.problems import ServerProblem

FORMAT = 1
# Tables that the program fills by itself, from its migrations, its library and its own running: rows there do not make
# a database somebody's.
OWN = ("django_", "auth_permission", "frameworks_", "pghistory_", "procrastinate_")
_MANIFEST = "manifest.json"
_BLOCK = 1 << 20
Follow = Callable[[Sequence[str]], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Table:
    """The columns that are written, the number of rows, and the hash of the rows in whatever order they stand."""

    columns: Sequence[str]
    rows: int
    hash: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a file holds: the version that made it and when (UTC), the migrations, the tables, the next numbers."""

    format: int
    program: str
    made: str
    migrations: Sequence[Sequence[str]]
    tables: Mapping[str, Table]
    sequences: Mapping[str, tuple[int, bool]]


class Sum:
    """Counts the rows of a table as they pass, and adds up their hashes, so that their order does not matter."""

    def __init__(self) -> None:
        self.rows, self._sum, self._rest = 0, 0, b""

    def add(self, block: bytes) -> None:
        *lines, self._rest = (self._rest + block).split(b"\n") if self._rest else block.split(b"\n")
        self.rows += len(lines)
        for line in lines:
            self._sum += int.from_bytes(hashlib.sha256(line).digest())

    @property
    def hash(self) -> str:
        return f"{self._sum % (1 << 256):064x}"


def write(connection: Connection, file: Path, follow: Follow = iter) -> Manifest:
    """Write all rows, as they are at one moment, to a new file that only this user may read.

    ``connection`` is the owner's and fresh. Raises ServerProblem when the file exists or cannot be written.
    """
    _settle(connection)
    connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    making = file.with_name(f".{file.name}.making")
    if file.exists():
        raise ServerProblem("file-exists", file=file)
    try:
        descriptor = os.open(making, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w+b") as stream:
            with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive, connection.transaction():
                manifest = _write_all(connection, archive, follow)
                archive.writestr(_MANIFEST, json.dumps(asdict(manifest), ensure_ascii=False, indent=1))
            stream.flush()
            os.fsync(stream.fileno())
        making.rename(file)
    except OSError as error:
        raise ServerProblem("not-written", file=file, reason=error.strerror) from error
    finally:
        making.unlink(missing_ok=True)
    return manifest


def _write_all(connection: Connection, archive: zipfile.ZipFile, follow: Follow) -> Manifest:
    found = {}
    for name in follow(tables(connection)):
        columns = _columns(connection, name)
        with archive.open(_member(name), "w", force_zip64=True) as stream:
            total = _out(connection, name, columns, stream)
        found[name] = Table(columns, total.rows, total.hash)
    applied = connection.execute("SELECT app, name FROM django_migrations ORDER BY id").fetchall()
    made = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    return Manifest(FORMAT, __version__, made, [list(row) for row in applied], found, _sequences(connection))


def _member(name: str) -> str:
    return f"tables/{name}.copy"


def _out(connection: Connection, name: str, columns: Sequence[str], stream: IO[bytes] | None = None) -> Sum:
    """Read a whole table; write it to the stream, if any."""
    total = Sum()
    statement = sql.SQL("COPY (SELECT {} FROM {}) TO STDOUT").format(_listed(columns), sql.Identifier(name))
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for block in copy:
            data = bytes(block)
            total.add(data)
            if stream is not None:
                stream.write(data)
    return total


def _listed(columns: Sequence[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, columns))


def _settle(connection: Connection) -> None:
    """Make this session write and read values the same way on every server, and miss no row in silence."""
    for name, value in (
        ("client_encoding", "UTF8"),
        ("datestyle", "ISO, YMD"),
        ("intervalstyle", "postgres"),
        ("timezone", "UTC"),
        ("extra_float_digits", "3"),
        ("bytea_output", "hex"),
        ("row_security", "off"),
        ("statement_timeout", "0"),
    ):
        connection.execute("SELECT set_config(%s, %s, false)", (name, value))
    connection.commit()


def _columns(connection: Connection, table: str) -> list[str]:
    """The columns of a table in their order, without those that PostgreSQL computes."""
    found = connection.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = ('public.' || quote_ident(%s))::regclass"
        " AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum",
        (table,),
    )
    return [row[0] for row in found.fetchall()]


def _sequences(connection: Connection) -> dict[str, tuple[int, bool]]:
    names = connection.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' ORDER BY relname"
    ).fetchall()
    found = {}
    for (name,) in names:
        row = connection.execute(sql.SQL("SELECT last_value, is_called FROM {}").format(sql.Identifier(name)))
        found[name] = row.fetchone() or (1, False)
    return found


def read_manifest(file: Path) -> Manifest:
    """What the file says that it holds. Raises ServerProblem when it is no backup, or one of a later form."""
    try:
        with zipfile.ZipFile(file) as archive:
            found: dict[str, Any] = json.loads(archive.read(_MANIFEST))
        if found["format"] > FORMAT:
            raise ServerProblem("newer-backup", file=file, program=found["program"])
        found["tables"] = {name: Table(**table) for name, table in found["tables"].items()}
        found["sequences"] = {name: tuple(state) for name, state in found["sequences"].items()}
        return Manifest(**found)
    except OSError as error:
        raise ServerProblem("not-read", file=file, reason=error.strerror) from error
    except (zipfile.BadZipFile, ValueError, KeyError, TypeError, AttributeError):
        raise ServerProblem("no-backup", file=file) from None


def in_use(connection: Connection) -> str:
    """The first table that holds what a person has put there; empty when there is none."""
    for name in tables(connection):
        if not name.startswith(OWN):
            found = connection.execute(sql.SQL("SELECT 1 FROM {} LIMIT 1").format(sql.Identifier(name))).fetchone()
            if found:
                return name
    return ""


def wipe(connection: Connection) -> None:
    """Remove every table, view, sequence, type and function of the schema; extensions and rights by default stay."""
    for kind, name in connection.execute(_OBJECTS).fetchall():
        connection.execute(f"DROP {kind} IF EXISTS {name} CASCADE")


# Names come quoted from the catalogue (regclass, regprocedure, regtype).
_OBJECTS = """
SELECT kind, name FROM (
  SELECT CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
    oid::regclass::text, oid
  FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm', 'r', 'p', 'S')
  UNION ALL
  SELECT 'ROUTINE', oid::regprocedure::text, oid FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  UNION ALL
  SELECT 'TYPE', oid::regtype::text, oid FROM pg_type t WHERE typnamespace = 'public'::regnamespace
    AND (typtype IN ('e', 'd') OR typtype = 'c' AND (SELECT relkind FROM pg_class WHERE oid = t.typrelid) = 'c')
) AS found (kind, name, oid)
WHERE NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = found.oid AND deptype = 'e')
ORDER BY array_position(ARRAY['VIEW', 'MATERIALIZED VIEW', 'TABLE', 'SEQUENCE', 'ROUTINE', 'TYPE'], kind)
"""


def fill(connection: Connection, file: Path, manifest: Manifest, follow: Follow = iter) -> None:
    """Put the rows of a file into a database of the same migrations, whatever it held, all or nothing, and compare.

    Triggers of the models sleep meanwhile; foreign keys are checked at the end. Raises ServerProblem when the tables
    are not those of the file, or what was read back differs from what the file says.
    """
    _settle(connection)
    try:
        with connection.transaction():
            names = _in_order(connection)
            if set(names) != set(manifest.tables):
                raise ServerProblem("no-backup", file=file)
            _fill_all(connection, file, manifest, names, follow)
            compare(connection, manifest)
    except psycopg.IntegrityError as error:
        raise ServerProblem("damaged", file=file, table=error.diag.table_name) from error


def _fill_all(connection: Connection, file: Path, manifest: Manifest, names: Sequence[str], follow: Follow) -> None:
    for name in names:
        connection.execute(sql.SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(sql.Identifier(name)))
    connection.execute(sql.SQL("TRUNCATE {}").format(_listed(names)))
    connection.execute("SET CONSTRAINTS ALL DEFERRED")
    with zipfile.ZipFile(file) as archive:
        for name in follow(names):
            _in(connection, archive, name, manifest.tables[name], file)
    for name, (value, called) in manifest.sequences.items():
        connection.execute("SELECT setval(quote_ident(%s)::regclass, %s, %s)", (name, value, called))
    connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for name in names:
        connection.execute(sql.SQL("ALTER TABLE {} ENABLE TRIGGER USER").format(sql.Identifier(name)))


def _in(connection: Connection, archive: zipfile.ZipFile, name: str, table: Table, file: Path) -> None:
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(name), _listed(table.columns))
    try:
        with archive.open(_member(name)) as stream, connection.cursor() as cursor, cursor.copy(statement) as copy:
            for block in _blocks(stream):
                copy.write(block)
    except (zipfile.BadZipFile, KeyError, EOFError, psycopg.DataError, psycopg.errors.UndefinedColumn) as error:
        raise ServerProblem("damaged", file=file, table=name) from error


def _blocks(stream: IO[bytes]) -> Iterator[bytes]:
    while block := stream.read(_BLOCK):
        yield block


def compare(connection: Connection, manifest: Manifest) -> None:
    """See that every table holds, row by row, what the manifest says. Raises ServerProblem with the first that does
    not."""
    for name, table in manifest.tables.items():
        total = _out(connection, name, table.columns)
        if (total.rows, total.hash) != (table.rows, table.hash):
            raise ServerProblem("not-same", table=name, rows=total.rows, expected=table.rows)


def _in_order(connection: Connection) -> list[str]:
    """The tables, each after those that it refers to by a key that cannot wait for the end of the transaction."""
    needs: dict[str, set[str]] = {name: set() for name in tables(connection)}
    keys = connection.execute(
        "SELECT a.relname, b.relname FROM pg_constraint k JOIN pg_class a ON a.oid = k.conrelid"
        " JOIN pg_class b ON b.oid = k.confrelid WHERE k.contype = 'f' AND NOT k.condeferrable"
        " AND k.connamespace = 'public'::regnamespace AND a.oid <> b.oid"
    )
    for table, other in keys.fetchall():
        needs[table].add(other)
    ordered: list[str] = []
    while needs:
        free = [name for name, others in needs.items() if not others & needs.keys()] or list(needs)
        ordered += free
        needs = {name: others for name, others in needs.items() if name not in free}
    return ordered
