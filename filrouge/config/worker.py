"""The worker, which does the jobs of the database. ``python -m filrouge.config.worker PARENT`` ends with its parent."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Sequence

from filrouge.cli.help import complain, mishap, speaker
from filrouge.cli.problems import UNREADABLE
from filrouge.config.loading import load, need_schema
from filrouge.config.problems import ServerProblem
from filrouge.config.processes import die_with_parent

# How long a job that runs may go on after the order to stop; what is cut short is begun anew by another worker.
_GRACE = 15.0
_PATIENCE = 60.0


def work(ready: Callable[[], None] | None = None) -> None:
    """Do jobs, one at a time, until SIGTERM or SIGINT. A database that is away is waited for, a minute at most; then
    ``ready`` is called.

    Raises ServerProblem when it stays away, or is not ready for this version.
    """
    load()
    _wait_for_schema()
    if ready is not None:
        ready()
    from procrastinate.contrib.django import app, django_connector

    connector = app.connector
    assert isinstance(connector, django_connector.DjangoConnector)
    with app.replace_connector(connector.get_worker_connector()) as app_of_worker:
        app_of_worker.run_worker(shutdown_graceful_timeout=_GRACE)


def _wait_for_schema() -> None:
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            return need_schema()
        except ServerProblem as problem:
            if problem.key != "no-connection" or time.monotonic() > deadline:
                raise
        time.sleep(1)


def main(arguments: Sequence[str]) -> int:
    """Work for the parent: 0 when told to stop, 2 when this place is not ready for work, 1 when the work broke off."""
    # A killed parent takes the embedded database with it: an orderly end would only wait for that in vain.
    die_with_parent(int(arguments[0]), signal.SIGKILL)
    try:
        work()
    except ServerProblem as problem:
        complain(speaker()(problem.key, **problem.params))
        return 1 if problem.key == "no-connection" else UNREADABLE
    except Exception as error:  # noqa: BLE001 - the parent starts it again; a person gets a sentence
        complain(mishap(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
