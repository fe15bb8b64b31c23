"""What a document is made of before it is a file, and the small markup in which the invented documents are written.

The markup, one paragraph a line::

    !running Words at the top of each page
    = Title of the document
    # {1.} A heading of level 1; its number, if it has one, stands in braces
    !A paragraph in bold
    [–] An item of a list with the mark that stands before it; two spaces at the start of the line are one level
    |= Head | 2030 {2} | …       a head row; {2} spans two columns, {r2} two rows
    | Row   | 12 | 14            a row; ` // ` parts the paragraphs of a cell
    :::box … :::                 a text box
    :::columns … :::             two columns
    ---                          a page break
    Words with a note[^1]        and, anywhere, [^1]: its text
    Any other line is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Title:
    text: str


@dataclass(frozen=True)
class Heading:
    """``number`` is printed before the title, as it stands (``1.``, ``Partie 2 :``)."""

    level: int
    text: str
    number: str | None = None


@dataclass(frozen=True)
class Para:
    text: str
    bold: bool = False


@dataclass(frozen=True)
class Item:
    """An item of a list: ``mark`` as printed (``•``, ``2.``, ``a)``), ``level`` from 0."""

    text: str
    mark: str = "•"
    level: int = 0


@dataclass(frozen=True)
class Cell:
    paragraphs: tuple[str, ...]
    columns: int = 1
    rows: int = 1
    head: bool = False


@dataclass(frozen=True)
class Table:
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def width(self) -> int:
        return sum(cell.columns for cell in self.rows[0])


@dataclass(frozen=True)
class Box:
    """A text box; where a look has no boxes, its pieces stand in the text."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Columns:
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class PageBreak:
    pass


Piece = Title | Heading | Para | Item | Table | Box | Columns | PageBreak


@dataclass(frozen=True)
class Script:
    pieces: tuple[Piece, ...]
    notes: dict[str, str] = field(default_factory=dict)
    running: str = ""
    language: str = "fr"


@dataclass(frozen=True)
class Look:
    """How a document is made.

    ``styles`` real heading and list styles (else bold, larger), ``automatic`` numbers and bullets of lists given by the
    file (else typed), ``numbered_headings`` the same for headings, ``boxes`` real text boxes, ``columns`` real columns.
    """

    styles: bool = True
    automatic: bool = True
    numbered_headings: bool = False
    boxes: bool = False
    columns: bool = False


def table(rows: list[list[str]], head: int = 1) -> Table:
    """A table of plain cells; the first ``head`` rows are heads. ``{2}`` and ``{r2}`` at the end of a cell span."""
    return Table(tuple(tuple(_cell(text, i < head) for text in row) for i, row in enumerate(rows)))


def _cell(text: str, head: bool) -> Cell:
    columns = rows = 1
    while match := re.search(r"\s*\{(r?)(\d+)\}$", text):
        text = text[: match.start()]
        if match.group(1):
            rows = int(match.group(2))
        else:
            columns = int(match.group(2))
    return Cell(tuple(part.strip() for part in text.split(" // ")), columns, rows, head)


def parse(text: str, language: str = "fr") -> Script:
    """Parse the markup of this module's docstring."""
    lines = [line.rstrip() for line in text.splitlines()]
    notes = {m.group(1): m.group(2) for line in lines if (m := re.match(r"\[\^(\w+)\]:\s*(.*)", line))}
    running = next((line[9:] for line in lines if line.startswith("!running ")), "")
    body = [line for line in lines if line and not re.match(r"\[\^\w+\]:|!running ", line)]
    return Script(tuple(_pieces(iter(body))), notes, running, language)


def _pieces(lines: Iterator[str]) -> Iterator[Piece]:
    rows: list[tuple[Cell, ...]] = []
    for line in lines:
        if line.startswith("|"):
            head = line.startswith("|=")
            rows.append(tuple(_cell(cell.strip(), head) for cell in line[2:].split(" | ")))
            continue
        if rows:
            yield Table(tuple(rows))
            rows = []
        if line == ":::":
            return
        if line in {":::box", ":::columns"}:
            inner = tuple(_pieces(lines))
            yield Box(inner) if line == ":::box" else Columns(inner)
        else:
            yield _piece(line)
    if rows:
        yield Table(tuple(rows))


def _piece(line: str) -> Piece:
    if line == "---":
        return PageBreak()
    if line.startswith("= "):
        return Title(line[2:])
    if match := re.match(r"(#+) (?:\{([^}]*)\} )?(.*)", line):
        return Heading(len(match.group(1)), match.group(3), match.group(2))
    if match := re.match(r"( *)\[([^\]^]+)\] (.*)", line):
        return Item(match.group(3), match.group(2), len(match.group(1)) // 2)
    return Para(line[1:], bold=True) if line.startswith("!") else Para(line)


def flat(pieces: tuple[Piece, ...], look: Look) -> Iterator[Piece]:
    """The pieces with the boxes and columns opened that this look does not have."""
    for piece in pieces:
        if (isinstance(piece, Box) and not look.boxes) or (isinstance(piece, Columns) and not look.columns):
            yield from flat(piece.pieces, look)
        else:
            yield piece


@dataclass
class Counter:
    """The counter of one automatic list: says whether a mark is what the file would print next."""

    counts: dict[int, int] = field(default_factory=dict)

    def takes(self, level: int, ordinal: int) -> bool:
        return ordinal == self.counts.get(level, 0) + 1

    def put(self, level: int, ordinal: int) -> None:
        self.counts = {depth: count for depth, count in self.counts.items() if depth < level} | {level: ordinal}


def mark_form(mark: str) -> tuple[str, str, int]:
    """The form of a mark: its kind (``bullet``, ``decimal``, ``lower``, ``upper``, ``roman``), its pattern, with ``%``
    for the counter, and its ordinal: ``a)`` gives ``("lower", "%)", 1)``, ``2.1`` gives ``("decimal", "2.%", 1)``."""
    if match := re.fullmatch(r"(.*?)(\d+)(\D*)", mark):
        return "decimal", f"{match.group(1)}%{match.group(3)}", int(match.group(2))
    if match := re.fullmatch(r"(\(?)([IVX]+)([.)]*)", mark):
        return "roman", f"{match.group(1)}%{match.group(3)}", _roman(match.group(2))
    if match := re.fullmatch(r"(\(?)([a-z])([.)]+)", mark):
        return "lower", f"{match.group(1)}%{match.group(3)}", ord(match.group(2)) - 96
    if match := re.fullmatch(r"(\(?)([A-Z])([.)]+)", mark):
        return "upper", f"{match.group(1)}%{match.group(3)}", ord(match.group(2)) - 64
    return "bullet", mark, 0


def _roman(text: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in text]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


@dataclass(frozen=True)
class Slot:
    """A place in the grid of a table: the cell that starts there or, ``start`` being false, covers it from above."""

    cell: Cell
    start: bool


def grid(table: Table) -> list[list[Slot]]:
    """The rows of a table with, for each cell that spans rows, a slot in each row that it covers."""
    rows: list[list[Slot]] = []
    covering: dict[int, tuple[Cell, int]] = {}
    for row in table.rows:
        slots: list[Slot] = []
        cells = list(row)
        column = 0
        while column < table.width and (cells or column in covering):
            above = covering.pop(column, None)
            cell = above[0] if above else cells.pop(0)
            left = (above[1] if above else cell.rows) - 1
            if left > 0:
                covering[column] = (cell, left)
            slots.append(Slot(cell, above is None))
            column += cell.columns
        rows.append(slots)
    return rows
