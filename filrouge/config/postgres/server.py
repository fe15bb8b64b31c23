"""Making, starting and stopping the embedded PostgreSQL. Callers hold the lock of the data folder."""

from __future__ import annotations

import shlex
import shutil
import socket
import struct
import time
from collections.abc import Mapping
from pathlib import Path

from filrouge.config.postgres.account import Account, words_of
from filrouge.config.postgres.binaries import Binaries
from filrouge.config.postgres.places import SOCKET, Place, kept_secret
from filrouge.config.problems import ServerProblem

SUPERUSER = "postgres"
_PATIENCE = 120
# After a crash, the processes that are left end within seconds; until then a new server refuses their shared memory.
_REMAINS = ("shared memory block", "lock file")
# A request for encryption, which a living server declines on a socket (PostgreSQL, "Message Formats": SSLRequest). To
# connect alone proves nothing: the system itself answers while a killed server goes.
_WELL = struct.pack("!ii", 8, 80877103)
_SETTINGS = {
    "listen_addresses": "",
    "logging_collector": "on",
    "log_directory": "log",
    "log_filename": "postgresql-%a.log",
    "log_rotation_age": "1d",
    "log_truncate_on_rotation": "on",
}


def accepts(place: Place) -> bool:
    """Whether a server is there, ready for questions."""
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(5)
            line.connect(str(place.socket / SOCKET))
            line.sendall(_WELL)
            answered = line.recv(1) == b"N"
    except OSError:
        return False
    return answered and _status(place) == "ready"


def check_version(place: Place, binaries: Binaries) -> None:
    """Raises ServerProblem when the data were made by another major version: PostgreSQL does not read those."""
    file = place.cluster / "PG_VERSION"
    if file.is_file() and (made := file.read_text("ascii").strip()) != binaries.major:
        raise ServerProblem("other-version", folder=place.cluster, made=made, installed=binaries.major)


def make(place: Place, account: Account, binaries: Binaries) -> None:
    """Make an empty cluster, all or nothing. Raises ServerProblem with what ``initdb`` said."""
    making = place.home / "cluster.making"
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(mode=0o700)
    account.own(making)
    given = place.home / "password"
    given.unlink(missing_ok=True)
    given.touch(mode=0o600)
    given.write_text(kept_secret(place.data, SUPERUSER) + "\n", "ascii")
    account.own(given)
    try:
        for ctype in ("C.UTF-8", "C"):
            done = _initdb(account, binaries, making, given, ctype)
            if done == "":
                break
            if "invalid locale" not in done:
                raise ServerProblem("not-made", folder=making, reason=done)
    finally:
        given.unlink()
    making.rename(place.cluster)


def _initdb(account: Account, binaries: Binaries, folder: Path, password: Path, ctype: str) -> str:
    """Empty, or the last line of what went wrong.

    The builtin provider sorts and compares the same on every machine. ``ctype`` is asked of the machine all the same:
    the parser of full-text search still uses it, and with plain C it takes « l’objectif » or « –» for one word.
    """
    done = account.run(
        *(binaries.program("initdb"), "--pgdata", folder, "--username", SUPERUSER, "--pwfile", password),
        *("--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C", "--lc-ctype", ctype),
        *("--locale-provider", "builtin", "--builtin-locale", "PG_UNICODE_FAST", "--no-instructions"),
    )
    return "" if done.returncode == 0 else next((w for w in words_of(done) if "error" in w), (*words_of(done), "?")[-1])


def start(place: Place, account: Account, binaries: Binaries, settings: Mapping[str, str]) -> None:
    """Start the server and wait until it is ready; ``settings`` are for its configuration, beside those of this module.

    Raises ServerProblem with the last complaint of its log.
    """
    _forget_stale(place)
    if _status(place) is not None and _wait(place):
        return
    log = place.home / "start.log"
    # pg_ctl hands the options to a shell. Nothing is written in the cluster's folder, which is the other user's.
    folder = '"' + str(place.socket).replace('"', '""') + '"'
    given = {**_SETTINGS, "unix_socket_directories": folder, **settings}
    options = " ".join("-c " + shlex.quote(f"{name}={value}") for name, value in given.items())
    command = (binaries.program("pg_ctl"), "start", "-w", "-t", str(_PATIENCE), "-s", "-D", place.cluster)
    deadline = time.monotonic() + _PATIENCE
    while True:
        log.unlink(missing_ok=True)
        log.touch(mode=0o600)
        account.own(log)
        if account.run(*command, "-l", log, "-o", options).returncode == 0:
            return
        reason = _complaint(place, log)
        if not any(word in reason for word in _REMAINS) or time.monotonic() > deadline:
            raise ServerProblem("not-started", folder=place.cluster, reason=reason)
        time.sleep(0.2)
        _forget_stale(place)


def halt(place: Place, account: Account, binaries: Binaries) -> None:
    """Stop the server: sessions are ended and their open work undone. Nothing to do when none runs.

    Raises ServerProblem when it does not stop.
    """
    if _status(place) is None:
        return
    stop = (binaries.program("pg_ctl"), "stop", "-w", "-s", "-D", place.cluster)
    for mode, patience in (("fast", 60), ("immediate", 20)):
        if account.run(*stop, "-m", mode, "-t", str(patience)).returncode == 0:
            return
    if _status(place) is not None:
        raise ServerProblem("not-stopped", folder=place.cluster)


def _mark(place: Place) -> list[str]:
    """The lines that a server leaves in its cluster while it runs; after a crash they stay."""
    try:
        return (place.cluster / "postmaster.pid").read_text("utf-8", "replace").splitlines()
    except OSError:
        return []


def _status(place: Place) -> str | None:
    """What the living server says of itself (``starting``, ``ready``, …); nothing when none lives."""
    lines = _mark(place)
    if not lines or not _lives(lines[0].strip(), place.cluster):
        return None
    return lines[7].strip() if len(lines) > 7 else "starting"


def _lives(pid: str, cluster: Path) -> bool:
    """Whether the process of that number is a server of this cluster; it may meanwhile be any other process."""
    try:
        name = Path("/proc", pid, "comm").read_text("ascii", "replace").strip()
        return name == "postgres" and Path("/proc", pid, "cwd").readlink() == cluster.resolve()
    except OSError:
        return False


def _forget_stale(place: Place) -> None:
    """Remove the mark of a server that is gone, so that a process with its number does not keep a new one away."""
    if _mark(place) and _status(place) is None:
        (place.cluster / "postmaster.pid").unlink(missing_ok=True)


def _wait(place: Place) -> bool:
    """Wait for a server that another process has begun to start; false when it went away."""
    deadline = time.monotonic() + _PATIENCE
    while (status := _status(place)) is not None and time.monotonic() < deadline:
        if status == "ready" and accepts(place):
            return True
        time.sleep(0.1)
    return False


def _complaint(place: Place, log: Path) -> str:
    """The last line of the newest log that says what went wrong."""
    files = sorted((place.cluster / "log").glob("*.log"), key=lambda path: path.stat().st_mtime)
    for file in (log, *reversed(files)):
        lines = file.read_text("utf-8", "replace").splitlines()
        for line in reversed(lines):
            if any(mark in line for mark in ("FATAL:", "PANIC:", "could not", "ERROR:")):
                return line.split("FATAL:")[-1].strip()
    return "pg_ctl"
