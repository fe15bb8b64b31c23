"""Which files are meant, where the result goes, and how names are shown."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from filrouge.cli.problems import Problem

SUFFIXES = frozenset(
    {".docx", ".docm", ".odt", ".fodt", ".pdf", ".html", ".htm", ".xhtml", ".md", ".markdown", ".txt", ".text"}
)


def collected(names: Sequence[Path]) -> list[Path]:
    """The files named and those in the folders named, each once; a folder's by name, hidden ones left out.

    Raises Problem for a folder without a file that could be read. A file that does not exist stays in the list: reading
    it says so.
    """
    found: dict[Path, None] = {}
    for name in names:
        if name.is_dir():
            inside = _within(name)
            if not inside:
                raise Problem("empty-folder", folder=shown(name))
            found.update(dict.fromkeys(inside))
        else:
            found[name] = None
    return list(found)


def _within(folder: Path) -> list[Path]:
    files: list[Path] = []
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        files += [
            Path(base, one)
            for one in sorted(names)
            if Path(one).suffix.lower() in SUFFIXES and not one.startswith((".", "~$"))
        ]
    return files


def shown(path: Path) -> str:
    """The name as it may be printed: bytes that are no text, and control characters, become question marks."""
    text = os.fsencode(path).decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "?" for char in text)


def deliver(result: str | bytes, output: Path | None, sources: Sequence[Path] = ()) -> None:
    """Write the result to a file, or to standard output in UTF-8 when none is named.

    Raises Problem when the file cannot be written or is one of ``sources``, the files that were read, or when a binary
    result would go to a terminal.
    """
    if output is not None and output.resolve() in {source.resolve() for source in sources}:
        raise Problem("output-is-source", file=shown(output))
    data = result.encode("utf-8", "replace") if isinstance(result, str) else result
    if output is not None:
        _save(data, output)
        return
    if isinstance(result, bytes) and sys.stdout.isatty():
        raise Problem("binary-to-terminal")
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _save(data: bytes, output: Path) -> None:
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_bytes(data)
    except OSError as error:
        raise Problem("not-written", file=shown(output), reason=error.strerror or "") from None


def folder_for(output: Path) -> Path:
    """The folder that several reports go to, made if need be. Raises Problem when it cannot be."""
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem("not-written", file=shown(output), reason=error.strerror or "") from None
    return output
