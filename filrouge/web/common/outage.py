"""Whether a failure means that the database is away for a moment, and nothing worse."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import InterfaceError, OperationalError, connection

#: What PostgreSQL answers when it takes no work for now: connection exceptions (class 08), shutting down, just crashed,
#: starting up, too many connections (PostgreSQL documentation, appendix A, error codes).
_AWAY = ("57P01", "57P02", "57P03", "53300")
_CONNECTION = "08"


def database_is_away(error: BaseException | None) -> bool:
    """Whether an error, or what it was raised from, is that a connection to the database was refused or lost. A query
    that was cancelled, a full disk or a mistake of ours is none."""
    return any(_is_away(one) for one in _causes(error))


def _is_away(error: BaseException) -> bool:
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    state = getattr(error.__cause__, "sqlstate", None)
    if state:
        return str(state).startswith(_CONNECTION) or state in _AWAY
    # Without a code nothing came from the server: the driver found no connection, or lost it. An interface error is
    # also what it says of a cursor that we closed ourselves; then the connection still stands.
    return isinstance(error, OperationalError) or connection.connection is None or bool(connection.connection.closed)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__
