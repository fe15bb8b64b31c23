"""Rich text as a value: the blocks and marked words that the body of a section may hold, and nothing else.

What :mod:`filrouge.domain.planning.richtext` parses from HTML and renders as HTML; what Word, PDF and checks use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

#: The marks of words, in the order in which HTML nests them.
MARKS = ("strong", "em", "u", "sub", "sup")
#: How a list counts: digits, small and capital letters, small and capital Roman numbers.
LIST_STYLES = ("1", "a", "A", "i", "I")
_SPACES = re.compile(r"[ \t\r\f\v]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are marked alike; a line feed in ``text`` is a line break. ``href`` is empty or an address that
    begins with ``https:`` or ``mailto:``."""

    text: str
    marks: frozenset[str] = frozenset()
    href: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a body; ``level`` from 1 to 6."""

    level: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list of bullets, or an ordered one that counts from ``start`` in the style of LIST_STYLES."""

    ordered: bool
    items: tuple[ListItem, ...]
    start: int = 1
    style: str = "1"


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; ``header`` when it heads a row or a column."""

    blocks: tuple[Block, ...]
    header: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Divider:
    """The place of the section's statements and tables."""


Block = Paragraph | Heading | ListBlock | Quote | Table | Divider


@dataclass(frozen=True, slots=True)
class Rich:
    """A body: its blocks in reading order."""

    blocks: tuple[Block, ...] = ()

    def parted(self) -> tuple[Rich, Rich]:
        """What stands before the first divider and what stands after it; without one, all of it and nothing."""
        for rank, block in enumerate(self.blocks):
            if isinstance(block, Divider):
                rest = tuple(one for one in self.blocks[rank + 1 :] if not isinstance(one, Divider))
                return Rich(self.blocks[:rank]), Rich(rest)
        return self, Rich()

    def paragraphs(self) -> Iterator[tuple[Run, ...]]:
        """The words of every paragraph, heading, list item and cell, in reading order."""
        yield from _paragraphs(self.blocks)


def _paragraphs(blocks: Iterable[Block]) -> Iterator[tuple[Run, ...]]:
    for block in blocks:
        if isinstance(block, (Paragraph, Heading)):
            yield block.runs
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _paragraphs(item.blocks)
        elif isinstance(block, Quote):
            yield from _paragraphs(block.blocks)
        elif isinstance(block, Table):
            for cell in (cell for row in block.rows for cell in row):
                yield from _paragraphs(cell.blocks)


def plain_runs(runs: Iterable[Run]) -> str:
    """The words alone."""
    return "".join(run.text for run in runs)


def text(words: str, *marks: str) -> tuple[Run, ...]:
    """Words as runs, all marked alike, with their spaces joined; nothing when there are none."""
    return tidy([Run(words, frozenset(marks))])


def tidy(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs with spaces joined and trimmed, empty ones left out and neighbours marked alike made one.

    No-break spaces are words of the author and stay.
    """
    out: list[Run] = []
    last = "\n"
    for run in runs:
        words = re.sub(r" ?\n ?", "\n", _SPACES.sub(" ", run.text))
        if last in " \n":
            words = words.removeprefix(" ")
        if not words:
            continue
        if words[0] == "\n" and last == " ":
            _shorten(out)
        if out and (out[-1].marks, out[-1].href) == (run.marks, run.href):
            out[-1] = replace(out[-1], text=out[-1].text + words)
        else:
            out.append(replace(run, text=words))
        last = words[-1]
    return _trimmed(out)


def _shorten(out: list[Run]) -> None:
    """Take away the space that the runs end with."""
    if out and out[-1].text == " ":
        out.pop()
    elif out:
        out[-1] = replace(out[-1], text=out[-1].text.removesuffix(" "))


def _trimmed(out: list[Run]) -> tuple[Run, ...]:
    while out and not (words := out[0].text.lstrip(" \n")):
        out.pop(0)
    if out:
        out[0] = replace(out[0], text=words)
    while out and not (words := out[-1].text.rstrip(" \n")):
        out.pop()
    if out:
        out[-1] = replace(out[-1], text=words)
    return tuple(_joined(out))


def _joined(runs: list[Run]) -> Iterator[Run]:
    """Neighbours marked alike as one; those that a run taken away had parted too."""
    held: Run | None = None
    for run in runs:
        if held is not None and (held.marks, held.href) == (run.marks, run.href):
            held = replace(held, text=held.text + run.text)
        else:
            if held is not None:
                yield held
            held = run
    if held is not None:
        yield held
