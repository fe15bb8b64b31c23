"""A process that holds the embedded server for its parent: ``python -m filrouge.config.postgres.guard PARENT``.

It says ``ready`` on standard output, and stops the server when it is told to (SIGTERM) or when its parent ends, even by
``kill -9``. It ends with status 1 and a sentence when the server does not start or goes away. Settings of the server
may follow as ``name=value``.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence

from filrouge.config.database import data_folder, is_running, running
from filrouge.config.problems import ServerProblem
from filrouge.config.processes import Stopped, die_with_parent, stop_on_signals

_EVERY = 1.0


def main(arguments: Sequence[str]) -> int:
    """Hold the server until told to stop: 0. Returns 1 when it could not be started or has gone."""
    from filrouge.cli.help import complain, speaker

    parent, *settings = arguments
    try:
        stop_on_signals()
        die_with_parent(int(parent))
        with running(settings=dict(one.split("=", 1) for one in settings)):
            print("ready", flush=True)
            while is_running():
                time.sleep(_EVERY)
        problem = ServerProblem("database-gone", folder=data_folder())
    except Stopped:
        return 0
    except ServerProblem as error:
        problem = error
    complain(speaker()(problem.key, **problem.params))
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
