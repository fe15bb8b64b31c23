"""Take the bytes of a file, and nothing else: no folder, no pipe, no device, nothing that never ends."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from filrouge.formats.readers.limits import MEGABYTE, Limits, Unreadable

_CODES = {
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EISDIR: "folder",
    errno.ELOOP: "link-loop",
    errno.ENAMETOOLONG: "missing",
    errno.ENXIO: "not-a-file",
}


def load(path: Path, limits: Limits) -> bytes:
    """The whole content of a regular file of at most ``limits.file_bytes``.

    Raises :class:`Unreadable`: ``missing``, ``folder``, ``no-permission``, ``link-loop``, ``not-a-file``,
    ``too-large``, ``empty``, ``disk``.
    """
    try:
        # The kind is looked at before opening (opening a device may act on it) and again on the open file, which
        # nobody can exchange any more. O_NONBLOCK: opening a pipe must not wait for a writer.
        _refuse_special(path.stat())
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            _refuse_special(os.fstat(file.fileno()))
            data = file.read(limits.file_bytes + 1)
    except ValueError:
        raise Unreadable("missing") from None  # a NUL in the name: no such file can exist
    except OSError as error:
        raise Unreadable(_CODES.get(error.errno or 0, "disk")) from None
    if len(data) > limits.file_bytes:
        raise Unreadable("too-large", {"limit": str(limits.file_bytes // MEGABYTE)})
    if not data:
        raise Unreadable("empty")
    return data


def _refuse_special(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise Unreadable("folder")
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable("not-a-file")


def display_name(path: Path) -> str:
    """The file's name as it may stand in a sentence on a terminal: one line, printable, at most 120 characters."""
    name = path.name or str(path)
    shown = "".join(c if c.isprintable() else "?" for c in name)
    return shown if len(shown) <= 120 else shown[:80] + "…" + shown[-39:]
