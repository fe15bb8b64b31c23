"""``filrouge serve``: the database, the web and the worker as one program.

Each part is a process. One that ends by itself is reported and started again after a moment; one that says that it
cannot work here (status 2), or that ends five times in a row right after its start, ends everything with status 1. All
end with this process, in whatever way it ends.
"""

from __future__ import annotations

import errno
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from filrouge.cli.problems import UNREADABLE
from filrouge.config.database import embedded
from filrouge.config.problems import ServerProblem
from filrouge.config.processes import Stopped, go_deaf, stop_on_signals
from filrouge.domain.report.voice import Voice

_YOUNG, _TRIES, _PAUSE = 10.0, 5, 1.0
_GRACE = 25.0
_OPENING = 60.0


@dataclass
class Part:
    """One process: the key of its name in the texts, and the module that it runs with its arguments."""

    key: str
    words: tuple[str, ...]
    process: subprocess.Popen[bytes] | None = None
    begun: float = 0.0
    tries: int = field(default=0)

    def start(self, language: str) -> None:
        """Start it; a part that announces itself, the database, is waited for."""
        announces = self.key == "part.database"
        self.begun = time.monotonic()
        module, *rest = self.words
        self.process = subprocess.Popen(  # noqa: S603 - this program's own modules
            [sys.executable, "-m", module, str(os.getpid()), *rest],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if announces else None,
            env={**os.environ, "FILROUGE_LANG": language},
            start_new_session=True,  # so that Ctrl+C reaches this process only, which stops the parts in their order
        )
        if announces:
            assert self.process.stdout is not None
            with self.process.stdout as said:
                said.readline()

    def stop(self) -> None:
        """Ask it to end, and after a while make it and all that it started."""
        if self.process is None:
            return
        with suppress(ProcessLookupError):
            self.process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(_GRACE)
        self.sweep()
        self.process.wait()

    def sweep(self) -> None:
        """End what is left of the processes that it started."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)


class Serving:
    """The parts, started in their order and watched. ``tell`` shows a sentence; ``say`` makes it."""

    def __init__(self, host: str, port: int, say: Voice, tell: Callable[[str], None]) -> None:
        self.host, self.port, self.say, self.tell = host, port, say, tell
        self.database = [Part("part.database", ("filrouge.config.postgres.guard",))] if embedded() else []
        self.others = [
            Part("part.web", ("filrouge.config.web", host, str(port))),
            Part("part.worker", ("filrouge.config.worker",)),
        ]

    @property
    def parts(self) -> list[Part]:
        return self.database + self.others

    def run(self, before: Sequence[Sequence[str]], ready: Callable[[], None]) -> int:
        """Serve until told to stop, and return the exit status. Raises ServerProblem when the address is not free.

        ``before`` are commands of this program that run, one after the other, once the database is there; when one
        fails, its status is the answer. ``ready`` is called once pages are answered.
        """
        need_free(self.host, self.port)
        stop_on_signals()
        try:
            for part in self.database:
                part.start(self.say.language)
            for words in before:
                if status := self._first(words):
                    return status
            for part in self.others:
                part.start(self.say.language)
            if self._opened():
                ready()
            return self._watch()
        except Stopped:
            self.tell(self.say("stopping"))
            return 0
        finally:
            go_deaf()
            for part in reversed(self.parts):
                part.stop()

    def _first(self, words: Sequence[str]) -> int:
        """Run a command of this program and return its status; it ends with this process like the parts."""
        part = Part("", ("filrouge.config.once", *words))
        part.start(self.say.language)
        assert part.process is not None
        try:
            return part.process.wait()
        except Stopped:
            part.stop()
            raise

    def _opened(self) -> bool:
        """Wait until pages are answered; false when a part ends meanwhile, or after a minute."""
        deadline = time.monotonic() + _OPENING
        while time.monotonic() < deadline and not _ended(self.parts, 0.05):
            with suppress(OSError), socket.create_connection((_reachable(self.host), self.port), 1):
                return True
        return False

    def _watch(self) -> int:
        """Start again what ends by itself; the exit status when that makes no sense any more."""
        while True:
            for part in _ended(self.parts):
                assert part.process is not None
                status = part.process.wait()
                part.sweep()
                part.tries = part.tries + 1 if time.monotonic() - part.begun < _YOUNG else 1
                name = self.say(part.key)
                if status == UNREADABLE or part.tries >= _TRIES:
                    self.tell(self.say("part-failed", part=name, status=_status(status)))
                    return 1
                self.tell(self.say("part-restarted", part=name, status=_status(status)))
                time.sleep(_PAUSE)
                part.start(self.say.language)


def need_free(host: str, port: int) -> None:
    """Raises ServerProblem when nothing can be served at that address: it is taken, not ours, or unknown."""
    try:
        family, kind, _, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # the last run's closed connections do no harm
            trial.bind(where)
    except PermissionError:
        raise ServerProblem("closed-port", port=port) from None
    except OSError as error:
        key = "port-in-use" if error.errno == errno.EADDRINUSE else "unknown-host"
        raise ServerProblem(key, host=host, port=port) from None


def _reachable(host: str) -> str:
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - to ask, not to serve


def _ended(parts: Sequence[Part], timeout: float | None = None) -> list[Part]:
    """The parts that have ended; waits until one has, ``timeout`` seconds at most."""
    watched: dict[int, Part] = {}
    try:
        for part in parts:
            if part.process is None or part.process.poll() is not None:
                return [part]
            watched[os.pidfd_open(part.process.pid)] = part
        done, _, _ = select.select(list(watched), [], [], timeout)
        return [watched[one] for one in done]
    finally:
        for descriptor in watched:
            os.close(descriptor)


def _status(status: int) -> str:
    return str(status) if status >= 0 else signal.Signals(-status).name
