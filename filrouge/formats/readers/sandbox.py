"""Parse in a child process that may use only so much time and memory, and that is gone when the answer is there.

``fork`` where the system has it (about ten milliseconds); elsewhere (Windows) a fresh interpreter, bound by the clock
and by the size limits of the readers, since that system has no limits on processor time and memory that we could set.
"""

from __future__ import annotations

import importlib
import json
import os
import selectors
import signal
import subprocess
import sys
import time
import warnings
from dataclasses import asdict
from typing import Any

from filrouge.domain.reading.blocks import Extract
from filrouge.formats.readers.child import PARSERS, TAKEN_APART, answer, outcome, restrain, taken
from filrouge.formats.readers.limits import MEGABYTE, Limits, Unreadable

_DEPTH = 4_000  # calls; the parsers go 256 elements deep, wherever in the program the parent was when it forked
CAN_FORK = hasattr(os, "fork")
_STOPPED = {-getattr(signal, name) for name in ("SIGKILL", "SIGXCPU", "SIGALRM") if hasattr(signal, name)}


def parse_apart(kind: str, data: bytes, limits: Limits) -> Extract:
    """Parse ``data`` of the given kind in a child process.

    Raises :class:`Unreadable`: what the parser found wrong, ``too-costly`` when a limit stopped it, ``damaged`` when it
    crashed.
    """
    packed = _fork(kind, data, limits) if CAN_FORK else _spawn(kind, data, limits)
    try:
        return outcome(packed)
    except (ValueError, KeyError, TypeError):
        raise Unreadable("damaged") from None


def take_apart(kind: str, data: bytes, limits: Limits) -> dict[str, Any]:
    """The values that a file of a kind of :data:`TAKEN_APART` holds, read in a child process as :func:`parse_apart`
    does, with the same errors."""
    packed = _fork(kind, data, limits) if CAN_FORK else _spawn(kind, data, limits)
    try:
        return taken(packed)
    except (ValueError, KeyError, TypeError):
        raise Unreadable("damaged") from None


def _fork(kind: str, data: bytes, limits: Limits) -> bytes:
    importlib.import_module({**PARSERS, **TAKEN_APART}[kind])  # once here, not again in each child
    reading, writing = os.pipe()
    child = -1
    try:
        with warnings.catch_warnings():
            # Python 3.12 warns of forking beside threads: this child touches no lock of theirs, parses and is gone.
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
        if child == 0:
            _work(kind, data, limits, writing)
        os.close(writing)
        writing = -1
        packed = _receive(reading, limits)
        child, status = -1, _ended(child)
    finally:
        os.close(reading)
        if writing >= 0:
            os.close(writing)
        if child > 0:
            os.kill(child, signal.SIGKILL)
            _ended(child)
    return _checked(packed, status)


def _ended(child: int) -> int:
    """Wait for the child to end; its exit code, 0 where the program ignores its children and the system forgets it."""
    try:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    except ChildProcessError:
        return 0


def _work(kind: str, data: bytes, limits: Limits, writing: int) -> None:
    """The child's whole life; it never returns, so that nothing of the parent's runs twice."""
    status = 1
    try:
        import fcntl

        writing = fcntl.fcntl(writing, fcntl.F_DUPFD, 3)  # a parent without standard files has pipes there
        os.closerange(3, writing)
        os.closerange(writing + 1, 65_536)
        silence = os.open(os.devnull, os.O_RDWR)
        for standard in (0, 1, 2):
            os.dup2(silence, standard)
        restrain(limits)
        sys.setrecursionlimit(_DEPTH)
        packed = memoryview(answer(kind, data, limits))
        while packed:
            packed = packed[os.write(writing, packed) :]
        status = 0
    finally:
        os._exit(status)


def _receive(reading: int, limits: Limits) -> bytes:
    """All that the child writes before it closes; ``too-costly`` when it takes too long or writes too much."""
    most = 12 * limits.characters + 200 * limits.blocks + MEGABYTE
    until = time.monotonic() + limits.wall_seconds
    parts: list[bytes] = []
    size = 0
    with selectors.DefaultSelector() as ready:
        ready.register(reading, selectors.EVENT_READ)
        while size <= most:
            left = until - time.monotonic()
            if left <= 0 or not ready.select(left):
                break
            part = os.read(reading, MEGABYTE)
            if not part:
                return b"".join(parts)
            parts.append(part)
            size += len(part)
    raise Unreadable("too-costly")


def _spawn(kind: str, data: bytes, limits: Limits) -> bytes:
    header = json.dumps({"kind": kind, "limits": asdict(limits)}).encode() + b"\n"
    command = [sys.executable, "-m", "filrouge.formats.readers.child"]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            command, input=header + data, capture_output=True, timeout=limits.wall_seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise Unreadable("too-costly") from None
    return _checked(done.stdout, done.returncode)


def _checked(packed: bytes, status: int) -> bytes:
    if status in _STOPPED:
        raise Unreadable("too-costly")
    if status != 0:
        raise Unreadable("damaged")
    return packed
