"""A plan laid out for reading, whatever the format: lines of labels and fields, bodies of rich text, tables.

Every field has a key that stays (``o:<id>:text:fr``), by which what was written in it comes home.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from filrouge.domain.planning.rich import Rich

LETTERS = {
    "sections": "s",
    "objectives": "o",
    "actions": "a",
    "swot": "w",
    "risk_domains": "r",
    "tables": "t",
    "acts": "c",
}
_LONGEST_KEY = 64  # characters that Word keeps of the tag of a content control


@dataclass(frozen=True, slots=True)
class Target:
    """What a key leads to: a field of a part (``list`` one of PART_LISTS), or of the plan when ``list`` is empty.
    ``arg`` is a language, a rank, or empty."""

    list: str
    id: str
    field: str
    arg: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """Words of the program: what a field is called, a mark between two fields. ``strong`` for what names."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """Words of the author, or a value of his in words.

    ``lang`` is the language of the words; ``missing`` that they say that nothing is written yet; ``choices`` pairs of
    value and words when it is one of few; ``name`` what the field is called, for who edits it.
    """

    key: str
    text: str
    lang: str
    name: str
    missing: bool = False
    choices: tuple[tuple[str, str], ...] = ()


Inline = Label | Field


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. ``style`` is one of STYLES; ``level`` is that of a heading from 1; ``depth`` that of the statement
    that it belongs to from 0, and -1 where it belongs to none. A line of style ``answers`` says which section of the
    framework a heading answers to: a file that comes back carries it hidden, a file to be read leaves it out."""

    style: str
    inlines: tuple[Inline, ...]
    level: int = 0
    depth: int = -1

    @property
    def text(self) -> str:
        return "".join(one.text for one in self.inlines)


STYLES = (
    "heading",
    "kind",
    "statement",
    "action-kind",
    "action",
    "translation",
    "facts",
    "fact",
    "label",
    "item",
    "note",
    "answers",
    "caption",
)


@dataclass(frozen=True, slots=True)
class Body:
    """Rich text of one field; ``missing`` holds the words printed in its place when it is not written yet.
    ``depth`` is None for the body of a section, else that of the statement that it details."""

    key: str
    lang: str
    name: str
    rich: Rich
    missing: str = ""
    depth: int | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of short texts. ``figures`` says of each column whether it holds figures; ``totals`` of each row whether
    it is a sum; ``alt`` describes the table for who does not see it."""

    key: str
    lang: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    alt: str
    figures: tuple[bool, ...] = ()
    totals: tuple[bool, ...] = ()


Piece = Line | Body | Grid


@dataclass(slots=True)
class Layout:
    """The pieces in reading order; what each key leads to; the parts in the order printed with their depth."""

    pieces: list[Piece] = field(default_factory=list)
    targets: dict[str, Target] = field(default_factory=dict)
    parts: list[tuple[str, str, int]] = field(default_factory=list)

    def key(self, list: str, id: str, name: str, arg: str = "") -> str:
        """The key of a field; a readable one wherever it fits and no other has it."""
        target = Target(list, id, name, arg)
        head = f"{LETTERS[list]}:{id}" if list else "p"
        key = ":".join(filter(None, (head, name, arg)))
        if len(key) > _LONGEST_KEY or self.targets.get(key, target) != target or not key.isprintable():
            key = f"#{len(self.targets)}"
        self.targets[key] = target
        return key

    def fields(self) -> Iterator[Field]:
        """Every field of every line, in order."""
        for piece in self.pieces:
            if isinstance(piece, Line):
                yield from (one for one in piece.inlines if isinstance(one, Field))
