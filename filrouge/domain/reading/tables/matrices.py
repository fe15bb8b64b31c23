"""Matrices that cross weaknesses, threats and objectives, one for each risk domain: from real cells, and gathered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from filrouge.domain.model import Item, Place, Quoted, RiskDomain, SwotItem
from filrouge.domain.reading.blocks import Extract
from filrouge.domain.reading.tables.build import read_page
from filrouge.domain.reading.tables.found import FoundDomain, rebuilt
from filrouge.domain.reading.tables.matrix_labels import label_matrices
from filrouge.domain.reading.tables.matrix_text import Matrix, Spot, matrix_spots, text_matrix
from filrouge.domain.reading.tables.matrix_title import title_above
from filrouge.domain.reading.tables.page import Grid, GridCell, Page, joined
from filrouge.domain.reading.tables.parted import parted_grids
from filrouge.domain.reading.tables.quotes import (
    DOMAIN,
    OBJECTIVE,
    Part,
    Register,
    is_matrix,
    kinds_of_heads,
    read_cell,
    register,
)
from filrouge.domain.reading.tables.wide import counted_grid, wide_grid


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    """The pattern of a label before a title (``Domain 1 -``, ``2.``)."""
    return re.compile(
        r"\W*(?:(?:domaines?|domeinen?|domein|bereich|domain|risques?|risico\w*|risiko\w*|risk|themes?|thèmes?|thema)\b"
        r"(?:[ \t]+(?:de[ \t]+risques?|stratégiques?|area|domain))?[ \t]*(?:n[°ºo.]*[ \t]*)?"
        r"(?:(?P<named>\d{1,2}|(?-i:[A-Z])(?!['’]))\b[ \t]*[-–—‐:.)]*|:)[ \t]*"
        r"|(?-i:[RDB]{1,2})\.?[ \t]?(?P<coded>\d{1,2})[ \t]*[-–—‐:.)]*[ \t]+"
        r"|(?P<plain>\d{1,2}|[A-Z])[ \t]*[.)–—:][ \t]+|(?P<dashed>\d{1,2})[ \t]+[-–—‐][ \t]+)(?=\S)",
        re.IGNORECASE,
    )


def read_matrices(extract: Extract, swot: Sequence[SwotItem], objectives: Sequence[Item]) -> tuple[FoundDomain, ...]:
    """The risk domains of a document, in order, with the numbers that each matrix crosses.

    ``swot`` and ``objectives`` are what the document defines; in flattened text, where columns are lost, the words of
    a quotation are compared with them to tell weakness 2 from threat 2. A domain without a number of its own has its
    rank.
    """
    page = read_page(extract)
    known = register(swot, objectives)
    found = [matrix for grid in page.grids for matrix in _of_grid(grid, page, known, streams=False)]
    for grid in parted_grids(page.lines):
        found += [replace(m, from_text=True) for m in _of_grid(grid, page, known, streams=True)]
    taken = frozenset(rank for matrix in found for rank in matrix.blocks)
    for spot in matrix_spots(page.lines):
        if spot.head.first not in taken:
            found += _of_text(page, spot, known)
    taken = frozenset(rank for matrix in found for rank in matrix.blocks)
    found += [matrix for matrix in label_matrices(page.lines) if taken.isdisjoint(matrix.blocks)]
    found.sort(key=lambda matrix: (matrix.blocks.start, matrix.place.start))
    return tuple(_domain(matrix, rank + 1) for rank, matrix in enumerate(found))


def _of_text(page: Page, spot: Spot, known: Register) -> list[Matrix]:
    """The matrix at a spot in a list: by the columns of the page where runs of spaces keep them, else by fragments."""
    grid = None
    if spot.head.first == spot.head.last:
        grid = counted_grid(page.lines, spot.head.first, spot.end) or wide_grid(page.lines, spot.head.first, spot.end)
    if grid is not None:
        return [replace(matrix, from_text=True) for matrix in _of_grid(grid, page, known, streams=True)]
    matrix = text_matrix(page.lines, spot, known)
    return [matrix] if matrix is not None else []


def _domain(matrix: Matrix, rank: int) -> FoundDomain:
    number, title = "", matrix.title
    # A number may stand before the word too: ``2. Domain: …``.
    while (label := _label().match(title)) is not None:
        mark = label["named"] or label["coded"] or label["plain"] or label["dashed"]
        if number and mark:
            break
        number, title = number or mark or "", title[label.end() :]
    number = number or str(rank)
    numbers = {
        kind: tuple(dict.fromkeys(item.number for item in matrix.quoted if item.kind == kind))
        for kind in ("weakness", "threat", OBJECTIVE)
    }
    domain = RiskDomain(
        number,
        title.strip(),
        numbers["weakness"],
        numbers["threat"],
        numbers[OBJECTIVE],
        matrix.note,
        matrix.place,
        tuple(item for item in matrix.quoted if item.text),
    )
    notes = (rebuilt(matrix.place, "matrix"),) if matrix.from_text else ()
    return FoundDomain(domain, matrix.blocks, matrix.heading, notes)


def _of_grid(grid: Grid, page: Page, known: Register, *, streams: bool) -> Iterable[Matrix]:
    """The matrices of a grid: one, or one below each row that is a title, or one a row when a column names the domain.

    ``streams`` says that the grid is lines of text, so that a cell goes on in the row below.
    """
    heads: tuple[str | None, ...] | None = None
    title: GridCell | None = None
    rows: list[Sequence[GridCell | None]] = []
    out: list[Matrix] = []
    for row in grid.rows:
        kinds = kinds_of_heads(cell.text if cell else "" for cell in row)
        texts = list(dict.fromkeys(cell.text for cell in row if cell and cell.text))
        if is_matrix(kinds):
            out += _close(grid, page, known, heads, title, rows, streams)
            heads, rows = kinds, []
        elif (
            len(texts) == 1
            and row[0] is not None
            and row[0].text == texts[0]
            and row[0].spans_columns == grid.width > 1
        ):
            out += _close(grid, page, known, heads, title, rows, streams)
            title, heads, rows = row[0], None, []
        elif heads is not None:
            rows.append(row)
    return out + _close(grid, page, known, heads, title, rows, streams)


def _close(
    grid: Grid,
    page: Page,
    known: Register,
    heads: tuple[str | None, ...] | None,
    title: GridCell | None,
    rows: list[Sequence[GridCell | None]],
    streams: bool,
) -> list[Matrix]:
    if heads is None or not rows:
        return []
    if DOMAIN in heads:
        return _by_row(page, known, heads, rows, streams)
    quoted, note = _read_rows(page, known, heads, rows, streams)
    if not quoted:
        return []
    place = grid.place
    if title is not None:
        return [
            Matrix(title.text, range(title.blocks[0], title.blocks[-1] + 1), grid.blocks, place, quoted, note, False)
        ]
    text, heading = title_above(page.lines, grid.blocks.start)
    if len(heading):
        place = Place(page.lines[heading.start].place.start, place.end)
    return [Matrix(text, heading, grid.blocks, place, quoted, note, False)]


def _by_row(
    page: Page, known: Register, heads: tuple[str | None, ...], rows: Sequence[Sequence[GridCell | None]], streams: bool
) -> list[Matrix]:
    at = heads.index(DOMAIN)
    groups: list[tuple[GridCell, list[Sequence[GridCell | None]]]] = []
    for row in rows:
        name = row[at]
        if name is not None and name.text and (not groups or groups[-1][0] is not name):
            groups.append((name, []))
        if groups:
            groups[-1][1].append(row)
    out = []
    for name, members in groups:
        quoted, note = _read_rows(page, known, heads, members, streams)
        ranks = [rank for row in members for cell in row if cell for rank in cell.blocks]
        blocks = range(min(ranks), max(ranks) + 1)
        place = page.lines[blocks.start].place.join(page.lines[blocks.stop - 1].place)
        heading = range(name.blocks[0], name.blocks[-1] + 1)
        if quoted:
            out.append(Matrix(name.text, heading, blocks, place, quoted, note, False))
    return out


def _read_rows(
    page: Page, known: Register, heads: tuple[str | None, ...], rows: Sequence[Sequence[GridCell | None]], streams: bool
) -> tuple[tuple[Quoted, ...], str | None]:
    quoted: list[Quoted] = []
    free: list[Part] = []
    for column, kind in enumerate(heads):
        if kind is None or kind == DOMAIN:
            continue
        cells = list(dict.fromkeys(cell for row in rows if (cell := row[column]) is not None and cell.text))
        parts = [_parts(cell, page, streams) for cell in cells]
        for stream in [[part for cell in parts for part in cell]] if streams else parts:
            reading = read_cell(stream, kind, known)
            quoted += reading.quoted
            free += reading.free
    free.sort(key=lambda part: part.place.start)
    return tuple(quoted), joined(part.text for part in free) or None


def _parts(cell: GridCell, page: Page, streams: bool) -> list[Part]:
    if streams:
        return [Part(cell.text, cell.place)]
    lines = (page.lines[rank] for rank in cell.blocks)
    return [Part(line.text.strip(), line.place, line.look.label) for line in lines if not line.blank]
