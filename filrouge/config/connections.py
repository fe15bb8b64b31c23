"""Connections to the database of this installation, embedded or not, outside Django."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict

from filrouge.config.database import Role, address, embedded, running
from filrouge.config.problems import ServerProblem
from filrouge.config.processes import stop_on_signals

_VARIABLES: dict[Role, str] = {"app": "DATABASE_URL", "owner": "DATABASE_OWNER_URL"}


@contextmanager
def holding() -> Iterator[None]:
    """Hold the embedded database; nothing to hold when the database is elsewhere. For a command in its main thread: a
    signal to stop then ends it in good order. Raises ServerProblem."""
    if not embedded():
        yield
        return
    stop_on_signals()
    with running():
        yield


def target(role: Role) -> dict[str, Any]:
    """What ``psycopg.connect`` takes to reach the database in that role. Raises ServerProblem for an address that is
    missing or no address."""
    if embedded():
        return dict(address(role))
    variable = _VARIABLES[role]
    url = os.environ.get(variable, "")
    if not url:
        raise ServerProblem("no-address", variable=variable)
    try:
        return dict(conninfo_to_dict(url))
    except psycopg.ProgrammingError:
        raise ServerProblem("bad-address", variable=variable) from None


def connect(role: Role, **extra: Any) -> psycopg.Connection[Any]:
    """A connection in that role; ``extra`` goes to ``psycopg.connect``. Raises ServerProblem when nobody answers."""
    try:
        return psycopg.connect(**{**target(role), **extra})
    except psycopg.OperationalError as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise ServerProblem("no-connection", reason=reason) from error
