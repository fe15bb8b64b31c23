"""From the pages of a PDF to blocks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from filrouge.domain.reading.blocks import Builder, CellRef, Extract
from filrouge.domain.reading.mending import vocabulary
from filrouge.formats.readers.limits import Limits, Unreadable
from filrouge.formats.readers.pdf.lines import Piece
from filrouge.formats.readers.pdf.parts import Part, middle, parts_of, usual_step
from filrouge.formats.readers.pdf.rules import Grid, Rule, grids, page_rules
from filrouge.formats.readers.pdf.tables import Sheet, link, unbroken
from filrouge.formats.readers.pdf.words import Word, page_words

_WHOLE_PAGE = 0.85  # of its area: a frame that large is the border of the page
_FEW_CELLS = 0.25  # share of cells with words under which a grid is a chart
_BREAK = 1.15  # of the usual step from line to line: a larger step parts paragraphs
_NOTE_SIZE = 0.92  # of the usual size: what is smaller at the foot of the page is a note
_LOW = 0.4  # of the height: no note stands higher
_SHORT_RULE = 0.6  # of the width: a longer rule is a border


@dataclass(slots=True)
class _Page:
    words: list[Word]
    grids: list[Grid]
    rules: list[Rule]
    width: float
    height: float


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
    if not any(page and page.words for page in pages):
        raise Unreadable("scanned" if empty else "no-words")
    return _Writer(title, pages).write().build(("pages-without-text",) if empty else ())


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


def _is_told(grid: Grid, words: list[Word]) -> bool:
    """Enough cells hold words for the grid to be a table or a frame, not a chart or an ornament."""
    filled = {rank for word in words if (rank := grid.cell_at(*middle(word))) is not None}
    return len(filled) >= max(1, _FEW_CELLS * len(grid.cells))


class _Writer:
    """Writes page after page; the usual size tells what is a note, the usual step from line to line a new paragraph."""

    def __init__(self, title: str | None, pages: list[_Page | None]) -> None:
        self.builder = Builder("pdf", title)
        sizes: Counter[float] = Counter()
        for page in pages:
            for word in page.words if page else ():
                sizes[word.size] += len(word.text)
        self._size = sizes.most_common(1)[0][0]
        self._boxes = 0
        self._sheets = [self._sheet(page) if page else None for page in pages]
        link(self._sheets)
        self._words = vocabulary(
            piece.text
            for sheet in self._sheets
            for part in (sheet.parts if sheet else ())
            for pieces in (part.pieces, *part.cells)
            for piece in pieces
        )

    def _sheet(self, page: _Page) -> Sheet:
        parts = parts_of(page.words, page.grids)
        return Sheet(parts, page.height, self._notes_from(page, parts))

    def write(self) -> Builder:
        """All the pages, in order; the first is number 1."""
        for number, sheet in enumerate(self._sheets, 1):
            if sheet:
                self._page(number, sheet)
        return self.builder

    def _page(self, number: int, sheet: Sheet) -> None:
        step = usual_step(sheet.parts)
        for part in sheet.parts:
            if part.grid is not None:
                self._grid(part, part.grid, number)
                continue
            before: Piece | None = None
            for piece in part.pieces:
                if before is not None and _parted(before, piece, step):
                    self.builder.add("", flow="line", page=number)
                note = piece.base > sheet.notes_from and piece.size <= _NOTE_SIZE * self._size
                self._line(piece, number, footnote=note)
                before = piece

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

    def _grid(self, part: Part, grid: Grid, number: int) -> None:
        at = part.placing
        if at is None:
            for piece in part.cells[0]:
                self._line(piece, number, box=self._boxes)
            self._boxes += 1
            return
        for cell, pieces in zip(grid.cells, part.cells, strict=True):
            if cell.row >= at.repeated:
                left, right = at.edges[cell.column], at.edges[cell.column + cell.columns]
                place = CellRef(at.table, at.start + cell.row, left, right - left, cell.rows)
                for piece in unbroken(pieces, self._words):
                    self._line(piece, number, cell=place)

    def _notes_from(self, page: _Page, parts: list[Part]) -> float:
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


def _parted(before: Piece, piece: Piece, step: float) -> bool:
    down = piece.base - before.base
    return down < 0 or down > _BREAK * step * max(piece.size, 1.0)
