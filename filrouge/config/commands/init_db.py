"""``filrouge init-db``: roles, database, extensions, schema and rights. Done twice, it changes nothing more."""

from __future__ import annotations

import sys
from contextlib import closing

from filrouge.cli.language import chosen, voice
from filrouge.config.connections import connect, holding, target
from filrouge.config.database import NAME, ROLES, Role, embedded, make_secret
from filrouge.config.loading import load, pending
from filrouge.config.postgres.roles import admit, check, grant, make_database, make_extensions, make_role
from filrouge.domain.report.voice import Voice

_SIGNING_IN: tuple[Role, ...] = ("owner", "app")


def run(lang: str | None) -> int:
    say = voice(chosen(lang))
    with holding():
        prepare()
        migrate(say)
    return 0


def prepare() -> None:
    """Make the roles, the database and its extensions; on a server of somebody else's, see that they are there.

    Raises ServerProblem that says what the person who runs that server has to do.
    """
    make_secret("key")
    if embedded():
        with closing(connect("superuser", dbname="postgres", autocommit=True)) as connection:
            for role in _SIGNING_IN:
                make_role(connection, ROLES[role], make_secret(ROLES[role]))
            make_database(connection, NAME, ROLES["owner"])
    with connect("owner") as connection:
        app = target("app")
        if not embedded():
            check(connection, app)
        make_extensions(connection)
        admit(connection, str(app["user"]))


def migrate(say: Voice) -> None:
    """Bring the schema to this version as the owner, then give the app role its rights. Tells how far it is."""
    load("owner")
    from django.core.management import call_command

    count = pending()
    if count:
        sys.stderr.write(say("migrating", count=count) + "\n")
    call_command("migrate", interactive=False, verbosity=0)
    allow()
    fill()
    sys.stderr.write(say("migrated") + "\n")


def allow() -> None:
    """Give the app role its rights on what migrations have made."""
    with connect("owner") as connection:
        grant(connection, str(target("app")["user"]))


def fill() -> None:
    """Load the library into a database that has none; a later library is loaded by a person, who sees what changes."""
    from filrouge.apps.frameworks.models import LibraryItem
    from filrouge.apps.frameworks.services import load_library

    if not LibraryItem.objects.exists():
        load_library()
