"""The database of this installation: PostgreSQL at the address DATABASE_URL, else a private one that runs from here.

Reading where it stands starts nothing and makes no file: settings are read by tools that need no database. Without
DATABASE_URL, whoever works with the database holds it (:func:`running`): the first starts it, the last stops it.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from filrouge.config.postgres import server
from filrouge.config.postgres.account import account
from filrouge.config.postgres.binaries import installed, usable
from filrouge.config.postgres.places import (
    Place,
    data_folder,
    expected,
    kept_secret,
    locked,
    make_data_folder,
    opened,
    prepare,
    recorded,
    secret,
)

__all__ = [
    "ROLES",
    "Role",
    "address",
    "data_folder",
    "embedded",
    "ensure_running",
    "is_made",
    "is_running",
    "make_secret",
    "parameters",
    "running",
    "secret",
    "stop",
]

Role = Literal["app", "owner", "superuser"]
NAME = "filrouge"
ROLES: dict[Role, str] = {"app": "filrouge_app", "owner": "filrouge_owner", "superuser": server.SUPERUSER}


def embedded() -> bool:
    """Whether the database is the private one."""
    return not os.environ.get("DATABASE_URL")


def parameters(role: Role) -> dict[str, Any]:
    """Django's settings to reach the embedded database in one of its roles. Reads files, starts nothing.

    Before the first start they name the place where it will stand. Raises ServerProblem when the data folder belongs
    to another user.
    """
    place = expected(data_folder())
    user = ROLES[role]
    return {"NAME": NAME, "USER": user, "PASSWORD": secret(user), "HOST": str(place.socket), "PORT": ""}


def address(role: Role, name: str = NAME) -> dict[str, str]:
    """What ``psycopg.connect`` takes to reach the embedded database ``name`` in one of its roles."""
    found = parameters(role)
    return {"dbname": name, "user": found["USER"], "password": found["PASSWORD"], "host": found["HOST"]}


def ensure_running(data: Path | None = None, settings: Mapping[str, str] | None = None) -> Place:
    """Make the cluster when there is none, start the server when none runs; it stays until the last holder leaves.

    ``settings`` are for the server's configuration, should this call start it. Raises ServerProblem with what is wrong
    and how to mend it.
    """
    data = data or data_folder()
    with locked(data):
        return _ensure(data, settings)


def _ensure(data: Path, settings: Mapping[str, str] | None) -> Place:
    installed()  # says what is missing before anything is made
    known = recorded(data)
    who = account(known.cluster if known else None)
    place = prepare(data, who)
    binaries = usable(who, place.home)
    server.check_version(place, binaries)
    if not place.cluster.is_dir():
        server.make(place, who, binaries)
    if not server.accepts(place):
        server.start(place, who, binaries, settings or {})
    return place


def is_running(data: Path | None = None) -> bool:
    """Whether the embedded server is there and ready."""
    place = recorded(data or data_folder())
    return place is not None and server.accepts(place)


def is_made(data: Path | None = None) -> bool:
    """Whether the embedded database has ever been started here."""
    place = recorded(data or data_folder())
    return place is not None and place.cluster.is_dir()


def stop(data: Path | None = None) -> None:
    """Stop the embedded server, whoever holds it. Raises ServerProblem when it does not stop."""
    data = data or data_folder()
    if recorded(data) is not None:
        with locked(data):
            _stop(data)


def _stop(data: Path) -> None:
    place = recorded(data)
    if place is not None:
        who = account(place.cluster)
        server.halt(place, who, usable(who, place.home))


@contextmanager
def running(data: Path | None = None, settings: Mapping[str, str] | None = None) -> Iterator[Place]:
    """Hold the embedded server: it is started when none runs, and stopped by the last of its holders.

    A holder that is killed holds nothing any more. Raises what :func:`ensure_running` raises.
    """
    data = data or data_folder()
    make_data_folder(data)
    holding = opened(data, "in-use")
    try:
        with locked(data):
            fcntl.flock(holding, fcntl.LOCK_SH)
            place = _ensure(data, settings)
        try:
            yield place
        finally:
            with locked(data):
                if _last(holding):
                    _stop(data)
    finally:
        os.close(holding)


def _last(holding: int) -> bool:
    try:
        fcntl.flock(holding, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def make_secret(name: str) -> str:
    """A secret of the data folder, made now when there is none. Raises ServerProblem."""
    data = data_folder()
    with locked(data):
        return kept_secret(data, name)
