"""A statement while it is being read."""

from __future__ import annotations

from dataclasses import dataclass

from filrouge.domain.model import Place


@dataclass(frozen=True, slots=True)
class Draft:
    """An item before its section, parent and deadline are known.

    ``at`` and ``through`` are the ranks of its first and last paragraph; ``group`` tells apart the lists it may come
    from (-1: it has a label of its own); ``due`` is what a line or a column says of
    its date, with its offset; ``under`` is the first paragraph of the statement that it is known to belong to (-1: not
    known).
    """

    kind: str
    number: str | None
    text: str
    place: Place
    at: int
    owners: tuple[str, ...] = ()
    confidence: float = 1.0
    doubts: tuple[str, ...] = ()
    group: int = -1
    last: int = -1
    due: tuple[str, int] | None = None
    under: int = -1

    @property
    def through(self) -> int:
        return max(self.at, self.last)
