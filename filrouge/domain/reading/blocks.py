"""What a file reader hands to reading: the extracted text and its blocks, each with its place and its look.

A reader says only what it sees; what a block *means* is decided in :mod:`filrouge.domain.reading`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from filrouge.domain.model import Place


@dataclass(frozen=True, slots=True)
class CellRef:
    """Where a block stands in a real table of the file: table rank from 0, row and column from 0, and the spans."""

    table: int
    row: int
    column: int
    columns_spanned: int = 1
    rows_spanned: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """A line or a paragraph of the file.

    ``text`` equals ``Extract.text[place.start:place.end]``: inline formatting is gone, automatic numbers are not in it.
    ``flow`` is ``line`` when the break after it may be the page's (text files, PDF), ``paragraph`` when it is the
    author's (Word, OpenDocument, HTML). ``heading`` is the level (1..9) of a real heading style, else None. ``label``
    is
    the automatic number or bullet that the reader resolved (``3.2.1``, ``a)``, ``•``); ``list_level`` its depth from 0.
    ``bold``, ``caps`` hold when all of the text is so; ``size`` is in points; ``page`` counts from 1; ``indent`` is
    the left
    edge in points (None when unknown). ``box`` is the rank of the text box it stands in, else None.
    """

    text: str
    place: Place
    flow: str = "paragraph"
    heading: int | None = None
    label: str | None = None
    list_level: int | None = None
    bold: bool = False
    caps: bool = False
    size: float | None = None
    page: int | None = None
    indent: float | None = None
    cell: CellRef | None = None
    box: int | None = None
    footnote: bool = False


@dataclass(frozen=True, slots=True)
class Extract:
    """A file as text and blocks, in reading order. ``title`` is the file's own title property, ``format`` its kind
    (``docx``, ``odt``, ``pdf``, ``html``, ``markdown``, ``text``), ``doubts`` what the reader itself was unsure of."""

    text: str
    blocks: tuple[Block, ...]
    format: str
    title: str | None = None
    doubts: tuple[str, ...] = ()


class Builder:
    """Collects blocks and keeps the text and the offsets in step.

    >>> b = Builder("docx"); b.add("Mission", heading=1); b.add("We protect."); b.build().text
    'Mission\\nWe protect.\\n'
    """

    def __init__(self, format: str, title: str | None = None) -> None:
        self.format, self.title = format, title
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._at = 0

    def add(self, text: str, **look: Any) -> None:
        """Add one line or paragraph; ``look`` are the other fields of :class:`Block`."""
        place = Place(self._at, self._at + len(text))
        self._blocks.append(Block(text, place, **look))
        self._parts += (text, "\n")
        self._at += len(text) + 1

    def build(self, doubts: tuple[str, ...] = ()) -> Extract:
        return Extract("".join(self._parts), tuple(self._blocks), self.format, self.title, doubts)
