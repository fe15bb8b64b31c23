"""Processes that belong together: a child ends with its parent, however the parent ends."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from types import FrameType
from typing import NoReturn

_PR_SET_PDEATHSIG = 1


class Stopped(BaseException):
    """Raised in the main thread by SIGTERM or SIGINT, so that ``with`` and ``finally`` tidy up."""


def die_with_parent(parent: int, sign: signal.Signals = signal.SIGTERM) -> None:
    """Ask the system to send ``sign`` to this process when ``parent`` ends; ends at once if it has ended already.

    Source of the rule: prctl(2), PR_SET_PDEATHSIG. The parent must have made this process from its main thread.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_PDEATHSIG, int(sign), 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl")
    if os.getppid() != parent:
        sys.exit(1)


def stop_on_signals() -> None:
    """From here on SIGTERM, SIGINT and SIGHUP raise :class:`Stopped`, once: a second one changes nothing."""

    def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
        for one in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(one, signal.SIG_IGN)
        raise Stopped

    for one in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(one, _stop)
