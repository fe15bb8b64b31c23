"""The two roles that may sign in, the database they share, and what each may do in it.

The *owner* migrates and owns everything; the *app* role serves, owns nothing and cannot pass over row security. Both
are made by ``filrouge init-db`` and never by a migration.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import psycopg
from psycopg import sql

from filrouge.config.problems import ServerProblem

OLDEST = 150000
EXTENSIONS = ("unaccent", "pg_trgm", "btree_gist")
# What is recorded of each change is added and read, never changed: tables that end so take no UPDATE and no DELETE.
APPEND_ONLY = "event"
READ_ONLY = ("django_migrations",)
Connection = psycopg.Connection[Any]


def make_role(connection: Connection, name: str, password: str, *, creates_databases: bool = False) -> None:
    """Make a role that signs in and has no other power, or give the one that exists this password and these limits.

    ``connection`` is a superuser's. ``creates_databases`` is for tests only, which make databases of their own.
    """
    exists = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (name,)).fetchone()
    connection.execute(
        sql.SQL(
            "{verb} ROLE {role} LOGIN NOSUPERUSER NOCREATEROLE NOREPLICATION NOBYPASSRLS {creates} PASSWORD {password}"
        ).format(
            verb=sql.SQL("ALTER" if exists else "CREATE"),
            role=sql.Identifier(name),
            creates=sql.SQL("CREATEDB" if creates_databases else "NOCREATEDB"),
            password=sql.Literal(password),
        )
    )


def make_database(connection: Connection, name: str, owner: str) -> None:
    """Make the database when there is none; nobody but its owner may enter until :func:`admit`.

    ``connection`` is a superuser's and commits by itself.
    """
    database = sql.Identifier(name)
    if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone():
        connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(database, sql.Identifier(owner)))
    connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))


def admit(connection: Connection, app: str) -> None:
    """Let the app role enter, and use what the owner will make. ``connection`` is the owner's, in the database."""
    database = connection.info.dbname
    role = sql.Identifier(app)
    for statement in (
        sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(sql.Identifier(database), role),
        sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(role),
        sql.SQL(
            "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {}"
        ).format(role),
        sql.SQL("ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {}").format(role),
        sql.SQL("ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO {}").format(role),
    ):
        connection.execute(statement)


def make_extensions(connection: Connection) -> None:
    """Make the extensions that the search and the models need. They are trusted: the database's owner may make them.

    Raises ServerProblem when the server does not offer one of them.
    """
    offered = {row[0] for row in connection.execute("SELECT name FROM pg_available_extensions").fetchall()}
    if missing := [name for name in EXTENSIONS if name not in offered]:
        raise ServerProblem("no-extension", names=", ".join(missing))
    for name in EXTENSIONS:
        connection.execute(sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(name)))


def grant(connection: Connection, app: str) -> None:
    """Give the app role its rights on every table, sequence and function of the owner; call it after migrations.

    Tables whose name ends in ``event`` may be read and added to only; the record of migrations may be read only.
    ``connection`` is the owner's.
    """
    role = sql.Identifier(app)
    connection.execute(sql.SQL("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {}").format(role))
    for table in tables(connection):
        name = sql.Identifier(table)
        connection.execute(sql.SQL("REVOKE ALL ON TABLE {} FROM {}").format(name, role))
        connection.execute(sql.SQL("GRANT {} ON TABLE {} TO {}").format(sql.SQL(_rights(table)), name, role))
    for row in connection.execute(_FUNCTIONS).fetchall():
        connection.execute(sql.SQL("GRANT EXECUTE ON ROUTINE {} TO {}").format(sql.SQL(row[0]), role))


def _rights(table: str) -> str:
    if table in READ_ONLY:
        return "SELECT"
    return "SELECT, INSERT" if table.endswith(APPEND_ONLY) else "SELECT, INSERT, UPDATE, DELETE"


# Those of extensions are everybody's already, and belong to whoever made the extension.
_FUNCTIONS = """
SELECT p.oid::regprocedure::text FROM pg_proc p
WHERE p.pronamespace = 'public'::regnamespace AND pg_has_role(p.proowner, 'USAGE')
  AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
"""


def tables(connection: Connection) -> Sequence[str]:
    """The names of the tables of the schema ``public``, in alphabetical order; parts of a divided table left out."""
    found = connection.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
        ' AND NOT relispartition ORDER BY relname COLLATE "C"'
    )
    return [row[0] for row in found.fetchall()]


def check(owner: Connection, app: Mapping[str, Any]) -> None:
    """See that a database of somebody else's is fit: version, encoding, what each role may and may not do.

    ``owner`` is the owner's connection; ``app`` is what ``psycopg.connect`` takes for the other role. Raises
    ServerProblem for the first thing that is wrong.
    """
    if owner.info.server_version < OLDEST:
        raise ServerProblem("old-postgres", version=owner.info.server_version // 10000, oldest=OLDEST // 10000)
    encoding = owner.execute("SHOW server_encoding").fetchone()
    if encoding != ("UTF8",):
        raise ServerProblem("not-utf8", name=owner.info.dbname)
    may = owner.execute(
        "SELECT has_database_privilege(current_database(), 'CREATE') AND has_schema_privilege('public', 'CREATE')"
    ).fetchone()
    if may != (True,):
        raise ServerProblem("owner-rights", role=owner.info.user, name=owner.info.dbname)
    user = str(app["user"])
    found = owner.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = %s", (user,)).fetchone()
    if found is None or user == owner.info.user:
        raise ServerProblem("app-role", role=user)
    if found != (False,):
        raise ServerProblem("app-powers", role=user)
