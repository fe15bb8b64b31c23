"""The web process of ``filrouge serve``: ``python -m filrouge.config.web PARENT HOST PORT``.

It ends with its parent, with status 2 after a sentence when it cannot work here, and its own processes end with it.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from typing import Any

from filrouge.cli.help import complain, speaker
from filrouge.cli.problems import UNREADABLE
from filrouge.config.loading import load
from filrouge.config.problems import ServerProblem
from filrouge.config.processes import die_with_parent

APPLICATION = "filrouge.config.wsgi:application"
# Python runs one thread at a time: a process for each core, and a few threads in each for those that wait.
_MOST, _THREADS = 4, 4


def processes() -> int:
    """How many processes answer: as many as this process may use cores, and four at most."""
    return min(_MOST, len(os.sched_getaffinity(0)))


def application(_name: str) -> Callable[..., Any]:
    """The WSGI application, loaded in a process of granian's, which from then on ends with granian itself."""
    # A copy of granian's process has its ways with signals too, and would not heed an order to stop while it loads.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with_parent(os.getppid(), signal.SIGKILL)
    from filrouge.config.wsgi import application as loaded

    return loaded


def main(arguments: Sequence[str]) -> int:
    """Serve until told to stop."""
    parent, host, port = arguments
    die_with_parent(int(parent))
    try:
        load()  # before granian makes its processes, which then share the memory, and to say what is wrong only once
    except ServerProblem as problem:
        complain(speaker()(problem.key, **problem.params))
        return UNREADABLE
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        APPLICATION,
        address=host,
        port=int(port),
        interface=Interfaces.WSGI,
        workers=processes(),
        blocking_threads=_THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        log_level=LogLevels.warning,
    ).serve(target_loader=application)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
