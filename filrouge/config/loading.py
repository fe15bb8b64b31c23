"""Loading Django, for the processes and commands that need it."""

from __future__ import annotations

import importlib.util
import os
from typing import Literal

from filrouge.config.problems import ServerProblem

SETTINGS = "filrouge.config.settings"


def need_server() -> None:
    """Raises ServerProblem when the libraries of the server are not installed."""
    if any(importlib.util.find_spec(name) is None for name in ("django", "psycopg", "granian", "procrastinate")):
        raise ServerProblem("no-server")


def load(role: Literal["app", "owner"] = "app") -> None:
    """Load Django with its settings, for one role of the database. Raises ServerProblem for a setting without sense."""
    need_server()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    os.environ["FILROUGE_DATABASE_ROLE"] = role
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise ServerProblem("bad-settings", reason=error) from error


def pending() -> int:
    """How many migrations this version brings that the database does not have yet. Django must be loaded.

    Raises ServerProblem when nobody answers at the database's address.
    """
    from django.db import OperationalError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
    except OperationalError as error:
        raise ServerProblem("no-connection", reason=" ".join(str(error).split())) from error
    finally:
        connection.close()
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def need_schema() -> None:
    """Raises ServerProblem when the database is not ready for this version. Django must be loaded."""
    if count := pending():
        raise ServerProblem("not-migrated", count=count)
