"""The extract as tables see it: lines whose offsets hold, and the real tables of the file with their spans filled."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from filrouge.domain.model import Place
from filrouge.domain.reading.blocks import Block
from filrouge.domain.reading.mending import join, vocabulary

_SPACES = dict.fromkeys(
    map(ord, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\r\f\v"), " "
)
# Words that a hyphen ties to the next: it stays when the line ends there.
HYPHENS = "-‐‑¬"
_NUMBERED = re.compile(r"\s*(?:\d{1,2}\.){1,5}(?:\d{1,2}\.?)?[ \t]+[^\W\d_][^.;]{2,100}$")
_PART = re.compile(
    r"\s*(?:chapitre|annexe|partie|titre|hoofdstuk|bijlage|deel|titel|kapitel|anlage|anhang|teil|chapter|annex|appendix|part)"
    r"[ \t]+(?:\d{1,2}|[ivx]{1,5}|[a-z])\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line or paragraph outside real tables. ``text`` is as long as the block's, every space plain, tabs kept;
    ``block`` the rank of the block; ``in_cell`` says that it is part of a real table, and so a wall between lines."""

    text: str
    block: int
    look: Block
    blank: bool
    in_cell: bool

    @property
    def start(self) -> int:
        return self.look.place.start

    @property
    def words(self) -> str:
        """The text with single spaces."""
        return " ".join(self.text.split())

    @property
    def place(self) -> Place:
        """Where the words stand, spaces at both ends left out."""
        lead = len(self.text) - len(self.text.lstrip())
        return Place(self.start + lead, self.start + max(lead, len(self.text.rstrip())))

    @property
    def page_start(self) -> bool:
        """Whether a page begins here, as extraction to text marks it: a form feed, or one plain space before the
        words."""
        raw = self.look.text
        return raw[:1] == "\f" or (
            self.look.flow == "line" and raw[:1] == " " and raw[1:2] not in {"", " ", "\u00a0", "\t"}
        )


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a real table: its words, the ranks of its blocks, and its first row and column."""

    text: str
    blocks: tuple[int, ...]
    place: Place
    row: int
    column: int
    spans_columns: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A real table: ``rows[r][c]`` is the cell that covers that position, or None. ``blocks`` spans its blocks."""

    blocks: range
    rows: tuple[tuple[GridCell | None, ...], ...]
    place: Place

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0


@dataclass(frozen=True, slots=True)
class Page:
    lines: tuple[Line, ...]
    grids: tuple[Grid, ...]


def plain(text: str) -> str:
    """The text with every space but the tab made plain, as long as it was."""
    return text if text.isascii() and text.isprintable() else text.translate(_SPACES)


def is_heading(line: Line) -> bool:
    """Whether a line looks like a heading of the document: a heading style, a number and a title, words parted by
    tabs."""
    if line.in_cell:
        return False
    if line.look.heading is not None:
        return True
    text = line.text.strip(" ")
    if len(text) > 160 or not text.strip():
        return False
    # Some extractions part the words of a heading by tabs and leave one at its end; no row of a table ends so.
    tabbed = text.endswith("\t") and text.strip().count("\t") >= 1 and not re.search(r"\d\t+[\d-]", text)
    numbered = bool(_NUMBERED.fullmatch(text)) and "." in text.split()[0][:-1]
    return tabbed or numbered or bool(_PART.match(text))


def looks_like_heading(line: Line) -> bool:
    """As :func:`is_heading`, or a short line that is bold throughout."""
    short = line.look.bold and len(line.words) <= 140 and not line.words.endswith((".", ";", ","))
    return is_heading(line) or (short and not line.in_cell and any(c.isalpha() for c in line.text))


def joined(parts: Iterable[str], words: frozenset[str] | None = None) -> str:
    """The lines of one text as one; a word broken at the end of a line is mended by ``words``, failing that by the
    words of the lines."""
    kept = [" ".join(part.split()) for part in parts]
    if not any(part[-1:] in HYPHENS for part in kept[:-1]):
        return " ".join(filter(None, kept))
    known = vocabulary(kept) if words is None else words
    out = ""
    for part in kept:
        out = join(out, part, known)
    return out
