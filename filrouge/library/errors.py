"""What can go wrong with the library: a file that is not well made, a name that nobody carries."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent


class LibraryError(Exception):
    """A library file is not well made. ``file`` is its path, ``line`` counts from 1, ``problem`` says what to mend.

    >>> str(LibraryError(ROOT / "texts" / "notes.yaml", 12, "the Dutch words (nl) are missing"))
    'texts/notes.yaml, line 12: the Dutch words (nl) are missing'
    """

    def __init__(self, file: Path, line: int, problem: str) -> None:
        self.file, self.line, self.problem = file, line, problem
        name = file.relative_to(ROOT) if file.is_relative_to(ROOT) else file
        super().__init__(f"{name}, line {line}: {problem}")


class UnknownName(Exception):
    """Nothing in the library carries this name. ``known`` are the names that would do."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        self.name, self.known = name, known
        super().__init__(f"the library has no {name!r}; it has: {', '.join(known) or 'nothing'}")


class Fault(Exception):
    """A mistake at ``at``, the keys and ranks that lead to it. Inside the library only; :func:`load` finds its line."""

    def __init__(self, at: tuple[str | int, ...], problem: str) -> None:
        self.at, self.problem = at, problem
        super().__init__(problem)
