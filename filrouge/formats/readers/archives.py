"""A zip container opened with suspicion: nothing is ever written to disk, nothing unpacks past its bounds."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from filrouge.formats.readers.limits import MEGABYTE, Limits, Unreadable

_END_RECORD = b"PK\x05\x06"
_DIRECTORY_BYTES_PER_ENTRY = 400  # a generous name and extra fields; the record itself takes 46
_UNSAFE_NAME = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\x00")
_CHUNK = 256 * 1024


class Archive:
    """The entries of a zip file by name.

    Raises :class:`Unreadable` on opening: ``truncated``, ``too-many-entries``, ``unsafe-names``, ``zip-bomb``,
    ``encrypted``; on :meth:`read`: ``zip-bomb``, ``truncated``.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._unpacked = 0
        _refuse_crowd(data, limits)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, OverflowError, NotImplementedError):
            raise Unreadable("truncated") from None
        entries = self._zip.infolist()
        if len(entries) > limits.entries:
            raise Unreadable("too-many-entries")
        if any(_UNSAFE_NAME.search(entry.filename) for entry in entries):
            raise Unreadable("unsafe-names")
        if sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
            raise Unreadable("zip-bomb")
        for entry in entries:
            if entry.file_size > MEGABYTE and entry.file_size > limits.ratio * max(1, entry.compress_size):
                raise Unreadable("zip-bomb")
        if any(entry.flag_bits & 1 for entry in entries):
            raise Unreadable("encrypted")
        self.names = frozenset(entry.filename for entry in entries)

    def read(self, name: str) -> bytes:
        """The bytes of an entry; KeyError when there is none. What all reads unpack together is bounded."""
        parts: list[bytes] = []
        try:
            with self._zip.open(name) as entry:
                while part := entry.read(_CHUNK):
                    self._unpacked += len(part)
                    if self._unpacked > self._limits.unpacked_bytes:
                        raise Unreadable("zip-bomb")
                    parts.append(part)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
            raise Unreadable("truncated") from None
        return b"".join(parts)

    def get(self, name: str) -> bytes | None:
        """The bytes of an entry, None when there is none."""
        return self.read(name) if name in self.names else None


def _refuse_crowd(data: bytes, limits: Limits) -> None:
    """Look at the size of the directory before the library builds an object for each of its entries."""
    end = data.rfind(_END_RECORD)
    if end < 0 or len(data) < end + 20:
        raise Unreadable("truncated")
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    if size > limits.entries * _DIRECTORY_BYTES_PER_ENTRY:
        raise Unreadable("too-many-entries")
