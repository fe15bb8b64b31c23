"""The shapes of a change. ``before`` is None for what was added, ``after`` for what was removed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from filrouge.domain.model import Document, Place, Section, Table

ADDED, REMOVED, CHANGED, MOVED, RENUMBERED = "added", "removed", "changed", "moved", "renumbered"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: ``state`` is ``same``, ``gone`` (in the old text only) or ``new`` (in the new text only)."""

    state: str
    text: str


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact of the document by the name of its field; None is *not stated*. Of a list, only what differs."""

    name: str
    before: object
    after: object

    @property
    def state(self) -> str:
        return _state(self.before, self.after)


@dataclass(frozen=True, slots=True)
class SectionChange:
    """``state`` is ``added``, ``removed``, ``changed`` (its title), ``moved`` or ``renumbered`` (its number only)."""

    state: str
    before: Section | None
    after: Section | None
    title: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Something a document says that can be compared: a statement, a line of a SWOT analysis, a paragraph.

    ``kind`` is that of the item or of the SWOT line, or ``paragraph``; ``fields`` what else is known of it, by name.
    """

    kind: str
    number: str | None
    text: str
    place: Place
    id: str | None = None
    fields: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class FieldChange:
    """``name`` is ``owners``, ``deadline``, ``quantity``, ``kind`` or ``number``; the values are fit to be shown."""

    name: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class WordingChange:
    """A line added, removed, or said otherwise. ``words`` are the pieces of both texts, in reading order."""

    before: Line | None
    after: Line | None
    words: tuple[Piece, ...]
    fields: tuple[FieldChange, ...] = ()

    @property
    def line(self) -> Line:
        """The new line, or the old one when there is no new one."""
        line = self.after or self.before
        assert line is not None
        return line

    @property
    def state(self) -> str:
        state = _state(self.before, self.after)
        if state == CHANGED and not self.reworded and {change.name for change in self.fields} == {"number"}:
            return RENUMBERED
        return state

    @property
    def reworded(self) -> bool:
        return any(piece.state != "same" for piece in self.words)


@dataclass(frozen=True, slots=True)
class CellChange:
    """A figure by its labels; None where the table has none."""

    row: str
    year: int | None
    column: str
    before: Decimal | None
    after: Decimal | None

    @property
    def state(self) -> str:
        return _state(self.before, self.after)

    @property
    def difference(self) -> Decimal | None:
        """The new figure less the old one; None when one of them is missing."""
        return self.after - self.before if self.before is not None and self.after is not None else None


@dataclass(frozen=True, slots=True)
class TableChange:
    """A table added or removed as a whole, or whose figures differ."""

    before: Table | None
    after: Table | None
    cells: tuple[CellChange, ...] = ()

    @property
    def table(self) -> Table:
        table = self.after or self.before
        assert table is not None
        return table

    @property
    def state(self) -> str:
        return _state(self.before, self.after)


@dataclass(frozen=True)
class Comparison:
    """All that differs, each list in the order of the new text, what was removed where it stood."""

    before: Document
    after: Document
    facts: tuple[FactChange, ...]
    sections: tuple[SectionChange, ...]
    statements: tuple[WordingChange, ...]
    analysis: tuple[WordingChange, ...]
    tables: tuple[TableChange, ...]
    paragraphs: tuple[WordingChange, ...]

    @property
    def same(self) -> bool:
        """Whether nothing of substance differs."""
        lists = (self.facts, self.sections, self.statements, self.analysis, self.tables, self.paragraphs)
        return not any(lists)

    @property
    def counts(self) -> dict[str, int]:
        """How many statements were added, removed, changed and renumbered."""
        counts = dict.fromkeys((ADDED, REMOVED, CHANGED, RENUMBERED), 0)
        for change in self.statements:
            counts[change.state] += 1
        return counts


def _state(before: object, after: object) -> str:
    if before is None:
        return ADDED
    return REMOVED if after is None else CHANGED
