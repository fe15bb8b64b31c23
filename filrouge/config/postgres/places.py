"""Which files and folders belong to the embedded database, and how to come by them.

The data folder holds ``database.json`` (where the rest stands), ``secrets`` (one file each, readable by nobody else)
and two locks. The rest, the *home*, is a folder of its own: the cluster, the socket and, for root, the programs.
Normally it is ``postgres`` inside the data folder; when root's data folder is closed to the user who runs PostgreSQL,
it stands elsewhere and the record says where.
"""

from __future__ import annotations

import fcntl
import json
import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from filrouge.config.postgres.account import Account
from filrouge.config.problems import ServerProblem

# The longest path of a socket on Linux (sun_path, 108 bytes with its end), and the name that PostgreSQL gives its own.
LONGEST, SOCKET = 107, ".s.PGSQL.5432"
_CLOSED, _PASSABLE = 0o700, 0o711


@dataclass(frozen=True, slots=True)
class Place:
    """The data folder, the home, and the folder of the socket."""

    data: Path
    home: Path
    socket: Path

    @property
    def cluster(self) -> Path:
        return self.home / "cluster"


def data_folder() -> Path:
    """FILROUGE_DATA_DIR, else the present user's folder for data (XDG base directories)."""
    named = os.environ.get("FILROUGE_DATA_DIR")
    if named:
        return Path(named).expanduser().absolute()
    base = os.environ.get("XDG_DATA_HOME", "")
    return (Path(base) if base.startswith("/") else Path.home() / ".local" / "share") / "filrouge"


def recorded(data: Path) -> Place | None:
    """The place that was chosen at the first start; nothing before. Raises ServerProblem for a record that is not
    readable or not ours to read."""
    record = data / "database.json"
    try:
        found = json.loads(record.read_text("utf-8"))
        return Place(data, Path(found["home"]), Path(found["socket"]))
    except FileNotFoundError:
        return None
    except PermissionError:
        raise ServerProblem("not-ours", folder=data) from None
    except (OSError, ValueError, TypeError, KeyError):
        raise ServerProblem("bad-record", file=record) from None


def expected(data: Path) -> Place:
    """The recorded place, else the one that a first start will choose if nothing stands in its way."""
    return recorded(data) or Place(data, data / "postgres", data / "postgres" / "socket")


def prepare(data: Path, account: Account) -> Place:
    """Make the folders that are missing and record where they are. Raises ServerProblem, OSError."""
    known = recorded(data)
    home = known.home if known and known.home.is_dir() else _home(data, account)
    socket = _socket(home, known.socket if known else None, account)
    place = Place(data, home, socket)
    if place != known:
        _write(data / "database.json", json.dumps({"home": str(home), "socket": str(socket)}))
    return place


def make_data_folder(data: Path) -> None:
    """Make the data folder when there is none; one that exists is left as it is. Raises ServerProblem."""
    try:
        if not data.is_dir():
            data.parent.mkdir(parents=True, exist_ok=True)
            _make(data, _PASSABLE if os.geteuid() == 0 else _CLOSED)
    except OSError as error:
        raise ServerProblem("no-folder", folder=data, reason=error.strerror) from error


def _home(data: Path, account: Account) -> Path:
    home = data / "postgres"
    if not account.lent:
        home.mkdir(mode=_CLOSED, exist_ok=True)
        return home
    if account.reaches(data):
        if not home.is_dir():
            _make(home, _PASSABLE)
        return home
    for base in (Path("/var/lib/filrouge"), Path("/var/tmp")):  # noqa: S108 - below it, a folder of its own is made
        if not base.is_dir() and base.parent.is_dir() and os.access(base.parent, os.W_OK):
            _make(base, _PASSABLE)
        if base.is_dir() and os.access(base, os.W_OK) and account.reaches(base):
            home = Path(tempfile.mkdtemp(prefix="filrouge-", dir=base))
            home.chmod(_PASSABLE)
            return home
    raise ServerProblem("closed-folder", folder=data)


def _socket(home: Path, known: Path | None, account: Account) -> Path:
    for folder in (known, home / "socket"):
        if folder is not None and _fits(folder):
            if not folder.exists() and folder.parent == home:
                _make(folder, _CLOSED)
                account.own(folder)
            if _private(folder, account):
                return folder
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    for base in (runtime, tempfile.gettempdir(), "/tmp", "/var/tmp"):  # noqa: S108 - below, a folder of its own
        if base and os.access(base, os.W_OK) and account.reaches(Path(base)):
            folder = Path(tempfile.mkdtemp(prefix="filrouge-", dir=base))
            if _fits(folder):
                account.own(folder)
                return folder
            folder.rmdir()
    raise ServerProblem("no-socket", folder=home)


def _fits(folder: Path) -> bool:
    return len(os.fsencode(folder / SOCKET)) <= LONGEST


def _private(folder: Path, account: Account) -> bool:
    """Whether a folder is still the one that was made: a temporary one may have been removed, and made by another."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    return found.st_uid == account.uid and found.st_mode & 0o170777 == 0o040700


def _make(folder: Path, mode: int) -> None:
    """Make a folder with that mode, whatever the umask takes away; one that another process has just made is left."""
    try:
        folder.mkdir(mode=mode)
    except FileExistsError:
        return
    folder.chmod(mode)


def _write(file: Path, content: str) -> None:
    """Write a file that only this user may read, whole or not at all."""
    making = file.with_name(f"{file.name}.making")
    making.unlink(missing_ok=True)
    descriptor = os.open(making, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    if os.geteuid() == 0:  # root may work in a folder whose user goes on with it afterwards
        folder = file.parent.stat()
        os.fchown(descriptor, folder.st_uid, folder.st_gid)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    making.replace(file)


def secret(name: str) -> str:
    """A secret of the data folder: the password of a role, or the ``key`` that signs sessions.

    Before the first start, when there is none, a value of this process alone. Raises ServerProblem when the file may
    not be read.
    """
    try:
        return (data_folder() / "secrets" / name).read_text("ascii")
    except FileNotFoundError:
        return _passing(name)
    except OSError:
        raise ServerProblem("not-ours", folder=data_folder()) from None


@cache
def _passing(name: str) -> str:
    return secrets.token_urlsafe(48)


def kept_secret(data: Path, name: str) -> str:
    """The secret of that name, made now when there is none. Raises ServerProblem when the file may not be read."""
    folder = data / "secrets"
    try:
        if not folder.is_dir():
            _make(folder, _CLOSED)
        file = folder / name
        if not file.is_file():
            _write(file, secrets.token_urlsafe(48))
        return file.read_text("ascii")
    except OSError:
        raise ServerProblem("not-ours", folder=data) from None


def opened(data: Path, name: str) -> int:
    """A file to lock; reading is enough for that, so that root and the folder's user can share it."""
    try:
        return os.open(data / name, os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError:
        raise ServerProblem("not-ours", folder=data) from None


@contextmanager
def locked(data: Path) -> Iterator[None]:
    """Alone with the data folder: a second process waits. The lock goes with the process, however it ends."""
    make_data_folder(data)
    descriptor = opened(data, "lock")
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
