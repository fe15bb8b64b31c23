"""Where something stands in the extracted text of a document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A half-open span of character offsets ``[start, end)`` into :attr:`Document.text`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a place runs forward from 0: {self.start}..{self.end}")

    def covers(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def join(self, other: Place) -> Place:
        return Place(min(self.start, other.start), max(self.end, other.end))
