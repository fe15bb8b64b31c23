"""From the pages of a PDF to blocks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from statistics import quantiles
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from filrouge.domain.reading.blocks import Builder, CellRef, Extract
from filrouge.formats.readers.limits import Limits, Unreadable
from filrouge.formats.readers.pdf.columns import in_order
from filrouge.formats.readers.pdf.lines import Piece, lines_of
from filrouge.formats.readers.pdf.rules import Grid, Rule, grids, page_rules
from filrouge.formats.readers.pdf.words import Word, page_words

_WHOLE_PAGE = 0.85  # of its area: a frame that large is the border of the page
_FEW_CELLS = 0.25  # share of cells with words under which a grid is a chart
_BREAK = 1.15  # of the usual step from line to line: a larger step parts paragraphs
_NOTE_SIZE = 0.92  # of the usual size: what is smaller at the foot of the page is a note
_LOW = 0.4  # of the height: no note stands higher
_SHORT_RULE = 0.6  # of the width: a longer rule is a border
_HEAD_ROWS = 3  # rows at most that a table repeats on each page
_SAME_EDGE = 4.0  # points, by which the columns of a table may move from page to page


@dataclass(slots=True)
class _Page:
    words: list[Word]
    grids: list[Grid]
    rules: list[Rule]
    width: float
    height: float


@dataclass(slots=True)
class _Part:
    """A stretch of lines, or a grid with the lines of each cell."""

    pieces: list[Piece] = field(default_factory=list)
    grid: Grid | None = None
    cells: list[list[Piece]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _OpenTable:
    """The last table written, which may go on over the page: its rank, its number of rows so far, its first rows."""

    grid: Grid
    table: int
    rows: int
    head: list[tuple[str, ...]]


def read(data: bytes, limits: Limits) -> Extract:
    """The extract of a PDF: one block a line, cells of ruled tables with their place, of aligned ones parted by tabs.

    An empty block stands where the space between two lines parts paragraphs. Doubts: ``pages-without-text`` (some
    pages are pictures). Raises :class:`Unreadable`: ``encrypted``, ``damaged``, ``too-many-pages``, ``scanned``.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Unreadable("encrypted" if "password" in str(error).lower() else "damaged") from None
    try:
        if len(document) > limits.pages:
            raise Unreadable("too-many-pages", {"limit": str(limits.pages)})
        pages = [_page(document[rank]) for rank in range(len(document))]
        title = " ".join(document.get_metadata_value("Title").split()) or None
    finally:
        document.close()
    empty = sum(1 for page in pages if page is None)
    told = [page for page in pages if page and page.words]
    if not told:
        raise Unreadable("scanned" if empty else "no-words")
    writer = _Writer(title, told)
    for rank, page in enumerate(pages, 1):
        if page:
            writer.page(rank, page)
    return writer.builder.build(("pages-without-text",) if empty else ())


def _page(page: Any) -> _Page | None:
    """The words and grids of a page; None for a page that is a picture."""
    text_page = page.get_textpage()
    box = page.get_bbox()
    width, height = box[2] - box[0], box[3] - box[1]
    words, turn = page_words(text_page.raw, width, height)
    if not words:
        picture = any(
            pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page.raw, rank)) == pdfium.FPDF_PAGEOBJ_IMAGE
            for rank in range(min(pdfium.FPDFPage_CountObjects(page.raw), 50))
        )
        page.close()
        return None if picture else _Page([], [], [], width, height)
    rules = page_rules(page.raw, width, height, turn)
    text_page.close()
    page.close()
    if turn in (90, 270):
        width, height = height, width
    found = [
        grid
        for grid in grids(rules)
        if (grid.right - grid.left) * (grid.bottom - grid.top) < _WHOLE_PAGE * width * height and _is_told(grid, words)
    ]
    return _Page(words, found, rules, width, height)


def _middle(word: Word) -> tuple[float, float]:
    return (word.left + word.right) / 2, word.base - 0.3 * word.size


def _is_told(grid: Grid, words: list[Word]) -> bool:
    """Enough cells hold words for the grid to be a table or a frame, not a chart or an ornament."""
    filled = {rank for word in words if (rank := grid.cell_at(*_middle(word))) is not None}
    return len(filled) >= max(1, _FEW_CELLS * len(grid.cells))


class _Writer:
    """Writes page after page; the usual size tells what is a note, the usual step from line to line a new paragraph."""

    def __init__(self, title: str | None, pages: list[_Page]) -> None:
        self.builder = Builder("pdf", title)
        sizes: Counter[float] = Counter()
        for page in pages:
            for word in page.words:
                sizes[word.size] += len(word.text)
        self._size = sizes.most_common(1)[0][0]
        self._tables = 0
        self._boxes = 0
        self._open: _OpenTable | None = None

    def page(self, number: int, page: _Page) -> None:
        parts = _parts(page)
        step = _usual_step(parts)
        notes_from = self._notes_from(page, parts)
        for rank, part in enumerate(parts):
            if part.grid is not None:
                self._grid(part, number, first=rank == 0 or all(len(p.pieces) <= 2 for p in parts[:rank]))
                continue
            before: Piece | None = None
            for piece in part.pieces:
                if before is not None and _parted(before, piece, step):
                    self.builder.add("", flow="line", page=number)
                self._line(piece, number, footnote=piece.base > notes_from and piece.size <= _NOTE_SIZE * self._size)
                before = piece
            if len(part.pieces) > 2:
                self._open = None

    def _line(self, piece: Piece, number: int, **where: Any) -> None:
        if piece.text:
            self.builder.add(
                piece.text,
                flow="line",
                page=number,
                bold=piece.bold,
                caps=piece.text.isupper(),
                size=piece.size,
                indent=round(piece.left, 1),
                **where,
            )

    def _grid(self, part: _Part, number: int, first: bool) -> None:
        grid = part.grid
        assert grid is not None
        if len(grid.cells) == 1:
            for piece in part.cells[0]:
                self._line(piece, number, box=self._boxes)
            self._boxes += 1
            return
        head, repeated = _head(part), 0
        goes_on = self._open if first and self._open and _same_columns(self._open.grid, grid) else None
        if goes_on is None:
            table, start = self._tables, 0
            self._tables += 1
        else:
            table, head = goes_on.table, goes_on.head
            while repeated < min(len(head), len(grid.ys) - 2) and head[repeated] == _head(part)[repeated]:
                repeated += 1
            start = goes_on.rows - repeated
        for cell, pieces in zip(grid.cells, part.cells, strict=True):
            if cell.row >= repeated:
                place = CellRef(table, start + cell.row, cell.column, cell.columns, cell.rows)
                for piece in pieces:
                    self._line(piece, number, cell=place)
        self._open = _OpenTable(grid, table, start + len(grid.ys) - 1, head)

    def _notes_from(self, page: _Page, parts: list[_Part]) -> float:
        """The height under which notes stand: a short rule low on the page, or a line that begins with a mark."""
        pieces = [piece for part in parts for piece in part.pieces]
        small = [p for p in pieces if p.base > _LOW * page.height and p.size <= _NOTE_SIZE * self._size]
        starts = [p.base - p.size for p in small if p.mark]
        for rule in page.rules:
            if rule.level and rule.at > _LOW * page.height and rule.end - rule.start < _SHORT_RULE * page.width:
                under = [p for p in pieces if p.base > rule.at]
                if under and min(under, key=lambda p: p.base) in small:
                    starts.append(rule.at)
        return min(starts, default=float("inf"))


def _head(part: _Part) -> list[tuple[str, ...]]:
    """The words of the first rows of a grid, to know them again when they are repeated over the page."""
    assert part.grid is not None
    rows: list[list[str]] = [[] for _ in range(min(_HEAD_ROWS, len(part.grid.ys) - 1))]
    for cell, pieces in zip(part.grid.cells, part.cells, strict=True):
        if cell.row < len(rows):
            rows[cell.row].append(" ".join(piece.text for piece in pieces))
    return [tuple(row) for row in rows]


def _same_columns(one: Grid, other: Grid) -> bool:
    return len(one.xs) == len(other.xs) and all(abs(a - b) <= _SAME_EDGE for a, b in zip(one.xs, other.xs, strict=True))


def _parts(page: _Page) -> list[_Part]:
    """The page from the top down: the lines outside the grids, cut where a grid stands, and the grids."""
    inside: list[list[list[Word]]] = [[[] for _ in grid.cells] for grid in page.grids]
    outside: list[Word] = []
    for word in page.words:
        x, y = _middle(word)
        for grid, cells in zip(page.grids, inside, strict=True):
            rank = grid.cell_at(x, y)
            if rank is not None:
                cells[rank].append(word)
                break
        else:
            outside.append(word)
    parts: list[_Part] = []
    lines = lines_of(outside)
    for grid, cells in zip(page.grids, inside, strict=True):
        above = [line for line in lines if line[0].base < grid.top + 1]
        lines = [line for line in lines if line[0].base >= grid.top + 1]
        if above:
            parts.append(_Part(in_order(above)))
        parts.append(_Part(grid=grid, cells=[in_order(lines_of(words)) for words in cells]))
    if lines:
        parts.append(_Part(in_order(lines)))
    return parts


def _usual_step(parts: list[_Part]) -> float:
    """The step from line to line inside a paragraph, as a multiple of the size: the lower quartile of all steps."""
    steps = [
        (after.base - before.base) / after.size
        for part in parts
        for before, after in zip(part.pieces, part.pieces[1:], strict=False)
        if 0 < after.base - before.base < 3 * after.size and abs(after.size - before.size) < 0.1
    ]
    return quantiles(steps, n=4)[0] if len(steps) > 1 else 1.2


def _parted(before: Piece, piece: Piece, step: float) -> bool:
    down = piece.base - before.base
    return down < 0 or down > _BREAK * step * max(piece.size, 1.0)
