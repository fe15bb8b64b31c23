"""The invented documents that ship with the program."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "samples"


def samples() -> tuple[Path, ...]:
    """The documents, in alphabetical order."""
    return tuple(sorted(path for path in FOLDER.iterdir() if path.is_file() and not path.name.startswith(".")))
