"""What runs together ends together: the parts of ``filrouge serve``."""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from filrouge.config.problems import ServerProblem
from filrouge.config.serving import need_free
from tests.config.embedded import ROOT


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as trial:
        return int(trial.getsockname()[1])


class Program:
    """A running program of :mod:`tests.config.program`, read line by line."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.lines: list[str] = []

    def until(self, beginning: str) -> str:
        """The rest of the next line that begins so, whatever else is written before; a line is given once."""
        assert self.process.stdout is not None
        while not (found := [line for line in self.lines if line.startswith(beginning)]):
            line = self.process.stdout.readline()
            assert line, f"{beginning!r} was never written: {self.lines}"
            self.lines.append(line.strip())
        self.lines.remove(found[0])
        return found[0].removeprefix(beginning).strip()

    def end(self) -> int:
        """Wait for the end, and return the status."""
        assert self.process.stdout is not None
        self.lines += [line.strip() for line in self.process.stdout]
        return self.process.wait(60)


@contextmanager
def program(*behaviours: str) -> Iterator[Program]:
    words = [sys.executable, "-m", "tests.config.program", str(free_port()), *behaviours]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        yield Program(process)


def gone(pid: int) -> bool:
    """Whether the process ends within a while."""
    try:
        descriptor = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    ended, _, _ = select.select([descriptor], [], [], 30)
    os.close(descriptor)
    return bool(ended)


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_every_part(sign: signal.Signals) -> None:
    with program("answer", "wait") as server:
        pids = [int(server.until(name)) for name in ("answer", "wait")]
        server.until("ready")
        server.process.send_signal(sign)
        assert server.end() == 0
        assert all(gone(pid) for pid in pids)


def test_no_part_survives_a_killed_parent() -> None:
    with program("answer", "wait") as server:
        pids = [int(server.until(name)) for name in ("answer", "wait")]
        server.process.kill()
        assert all(gone(pid) for pid in pids)


def test_a_part_that_heeds_no_signal_is_ended_with_all_that_it_started() -> None:
    with program("family", "deaf", "answer") as server:
        pids = [int(server.until(name)) for name in ("child", "deaf", "family")]
        server.until("ready")
        server.process.terminate()
        assert server.end() == 0
        assert all(gone(pid) for pid in pids)


def test_a_part_that_is_killed_is_reported_and_started_again() -> None:
    with program("answer") as server:
        first = int(server.until("answer"))
        server.until("ready")
        os.kill(first, signal.SIGKILL)
        assert server.until("said") == "A process ended by itself and starts again: the website (SIGKILL)."
        assert int(server.until("answer")) != first
        server.process.terminate()
        assert server.end() == 0


def test_a_part_that_cannot_work_here_ends_everything() -> None:
    with program("wait", "refuse") as server:
        assert server.end() == 1
        assert "said A process cannot work and everything stops: the website (2)." in server.lines
        assert all(gone(int(line.split()[1])) for line in server.lines if line.startswith("wait"))


def test_a_part_that_breaks_again_and_again_ends_everything() -> None:
    with program("wait", "break") as server:
        assert server.end() == 1
        assert sum(line.startswith("break") for line in server.lines) == 5
        assert server.lines[-1] == "said A process cannot work and everything stops: the website (3)."


def test_a_port_that_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(ServerProblem) as raised:
        need_free("127.0.0.1", other.getsockname()[1])
    assert raised.value.key == "port-in-use"


@pytest.mark.parametrize("host", ["no such host", "nowhere.invalid"])
def test_an_address_that_is_none(host: str) -> None:
    with pytest.raises(ServerProblem) as raised:
        need_free(host, free_port())
    assert raised.value.key == "unknown-host"


def test_an_address_of_another_machine() -> None:
    with pytest.raises(ServerProblem) as raised:
        need_free("192.0.2.1", free_port())
    assert raised.value.key == "unknown-host"
