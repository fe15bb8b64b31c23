"""Processes that belong together: a child ends with its parent, however the parent ends."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from types import FrameType
from typing import NoReturn

_PR_SET_PDEATHSIG = 1
_STOPPING = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


class Stopped(SystemExit):
    """Raised in the main thread by a signal to stop, so that ``with`` and ``finally`` tidy up; ends the process with
    128 and the number of the signal when nobody catches it."""


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

    def _stop(number: int, _frame: FrameType | None) -> NoReturn:
        go_deaf()
        raise Stopped(128 + number)

    for one in _STOPPING:
        signal.signal(one, _stop)


def go_deaf() -> None:
    """From here on, no signal to stop interrupts the tidying up."""
    for one in _STOPPING:
        signal.signal(one, signal.SIG_IGN)
