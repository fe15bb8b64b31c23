"""What a reader may use of the machine, and how it says that a file cannot be read."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


class Unreadable(Exception):
    """A file cannot be read as a document.

    ``code`` is a key of the library's ``errors`` texts, ``params`` the named values of its sentence; what
    :func:`~filrouge.formats.readers.read_file` raises always names the ``file``.
    """

    def __init__(self, code: str, params: dict[str, str] | None = None) -> None:
        super().__init__(code, params or {})
        self.code = code
        self.params: dict[str, str] = params or {}


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one file; past any of them the file is refused with :class:`Unreadable`.

    ``file_bytes`` on disk; ``unpacked_bytes`` of all entries of an archive together, ``ratio`` of unpacked to packed
    bytes of an entry above one megabyte, ``entries`` in the archive; ``cpu_seconds`` and ``wall_seconds`` of the child
    process that parses, ``memory_bytes`` of address space beyond what the parent already holds; ``pages`` of a PDF;
    ``blocks`` and ``characters`` of the extract. The defaults leave a plan of a thousand pages far below each of them.
    """

    file_bytes: int = 60 * MEGABYTE
    unpacked_bytes: int = 400 * MEGABYTE
    ratio: int = 200
    entries: int = 10_000
    cpu_seconds: int = 30
    wall_seconds: float = 60.0
    memory_bytes: int = 1536 * MEGABYTE
    pages: int = 2_000
    blocks: int = 300_000
    characters: int = 20_000_000
