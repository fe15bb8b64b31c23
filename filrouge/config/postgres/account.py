"""As which user of the machine PostgreSQL runs: it refuses to be root, so root lends it an unprivileged user."""

from __future__ import annotations

import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from filrouge.config.problems import ServerProblem

UNPRIVILEGED = "nobody"


@dataclass(frozen=True, slots=True)
class Account:
    """A user of the machine, and whether this process has to become it (``lent``)."""

    uid: int
    gid: int
    lent: bool

    def run(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a program as this user, from a folder that everybody may enter.

        The result holds what it wrote; standard input is closed. Raises ServerProblem when the machine does not let
        root become another user (a container without that right).
        """
        try:
            return subprocess.run(  # noqa: S603 - only programs of PostgreSQL and `test`, named in this package
                [str(word) for word in words],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                errors="replace",
                check=False,
                cwd="/",
                env=_environment(),
                user=self.uid if self.lent else None,
                group=self.gid if self.lent else None,
                extra_groups=[] if self.lent else None,
            )
        except PermissionError as error:
            if self.lent and error.filename in (None, str(words[0])):
                raise ServerProblem("cannot-lend", user=pwd.getpwuid(self.uid).pw_name) from error
            raise

    def reaches(self, folder: Path) -> bool:
        """Whether this user may enter the folder and every folder above it."""
        return self.run("test", "-x", folder).returncode == 0

    def own(self, path: Path) -> None:
        """Give this user what this process has just made; nothing to do when they are the same."""
        if self.lent:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)


def account(cluster: Path | None = None) -> Account:
    """The present user; for root, whoever owns the ``cluster`` that exists, else ``nobody``.

    Raises ServerProblem when root finds no such user on this machine.
    """
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), lent=False)
    if cluster is not None and cluster.is_dir():
        owner = cluster.stat()
        if owner.st_uid != 0:
            return Account(owner.st_uid, owner.st_gid, lent=True)
    try:
        known = pwd.getpwnam(UNPRIVILEGED)
    except KeyError:
        raise ServerProblem("cannot-lend", user=UNPRIVILEGED) from None
    return Account(known.pw_uid, known.pw_gid, lent=True)


def _environment() -> dict[str, str]:
    """The environment without what would lead PostgreSQL elsewhere, and with messages in English, which are read."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
    return {**kept, "LC_ALL": "C"}


def words_of(done: subprocess.CompletedProcess[str]) -> Sequence[str]:
    """The lines that a program wrote, errors last."""
    return [line.strip() for line in f"{done.stdout}\n{done.stderr}".splitlines() if line.strip()]
