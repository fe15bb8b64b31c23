"""From an extract to its lines and its real tables, those mended that the pages of a PDF join or cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from filrouge.domain.reading.blocks import Block, Extract
from filrouge.domain.reading.mending import vocabulary
from filrouge.domain.reading.tables.page import HYPHENS, Grid, GridCell, Line, Page, joined, plain

_WIDEST = 200
_OFTEN = 3
_SLACK = 3.0


def read_page(extract: Extract) -> Page:
    """The lines and the real tables of an extract, in order."""
    lines = []
    cells: dict[int, list[int]] = {}
    for rank, block in enumerate(extract.blocks):
        text = plain(block.text)
        lines.append(Line(text, rank, block, not text.strip() or block.footnote, block.cell is not None))
        if block.cell is not None:
            cells.setdefault(block.cell.table, []).append(rank)
    words = _words(extract, cells.values())
    furniture = _furniture(lines) if cells else frozenset()
    grids: list[Grid] = []
    for ranks in cells.values():
        parts = _apart(lines, ranks, furniture)
        grids.append(_grid(extract, parts[0], words))
        heads = _head_rows(lines, grids[-1])
        grids += [_with_heads(_grid(extract, part, words), heads, lines) for part in parts[1:]]
    return Page(tuple(lines), tuple(_across_pages(grids, lines, furniture)))


def _furniture(lines: Sequence[Line]) -> frozenset[int]:
    """The ranks of lines that pages add: numbers alone, and words that come back with other numbers."""
    shapes = {line.block: re.sub(r"\d+", "#", line.words) for line in lines if not line.in_cell and not line.blank}
    often = Counter(shapes.values())
    return frozenset(
        rank for rank, shape in shapes.items() if often[shape] >= _OFTEN or not any(c.isalpha() for c in shape)
    )


def _apart(lines: Sequence[Line], ranks: Sequence[int], furniture: frozenset[int]) -> list[Sequence[int]]:
    """The blocks of a table cut where other words stand between its rows: files that keep only the lines drawn on a
    page give two tables of one shape as one."""
    cuts = [0]
    if len(ranks) < ranks[-1] - ranks[0] + 1:
        for at in range(1, len(ranks)):
            between = range(ranks[at - 1] + 1, ranks[at])
            if any(not lines[r].blank and not lines[r].in_cell and r not in furniture for r in between):
                cuts.append(at)
    return [ranks[a:b] for a, b in pairwise([*cuts, len(ranks)])]


def _row_of(block: Block) -> int:
    return block.cell.row if block.cell is not None else -1


def _words(extract: Extract, cells: Iterable[Sequence[int]]) -> frozenset[str]:
    """The words of the document, when some cell has a line that ends in a hyphen; else none, as none are asked for."""
    ends = (extract.blocks[rank].text.rstrip()[-1:] for ranks in cells for rank in ranks)
    broken = any(end and end in HYPHENS for end in ends)
    return vocabulary(block.text for block in extract.blocks) if broken else frozenset()


def _grid(extract: Extract, ranks: Sequence[int], words: frozenset[str]) -> Grid:
    top = min(_row_of(extract.blocks[rank]) for rank in ranks)
    by_cell: dict[tuple[int, int], list[int]] = {}
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for rank in ranks:
        ref = extract.blocks[rank].cell
        assert ref is not None
        by_cell.setdefault((ref.row - top, ref.column), []).append(rank)
        spans[ref.row - top, ref.column] = (max(1, ref.rows_spanned), max(1, ref.columns_spanned))
    height = max(row for row, _ in by_cell) + 1
    width = min(_WIDEST, max(column + spans[row, column][1] for row, column in by_cell))
    rows: list[list[GridCell | None]] = [[None] * width for _ in range(height)]
    for (row, column), members in by_cell.items():
        cell = _cell(extract, members, row, column, spans[row, column][1], words)
        for r in range(row, min(height, row + spans[row, column][0])):
            for c in range(column, min(width, column + spans[row, column][1])):
                if rows[r][c] is None or (r, c) == (row, column):
                    rows[r][c] = cell
    first, last = extract.blocks[ranks[0]].place, extract.blocks[ranks[-1]].place
    return Grid(range(ranks[0], ranks[-1] + 1), tuple(map(tuple, rows)), first.join(last))


def _cell(extract: Extract, ranks: list[int], row: int, column: int, spans: int, words: frozenset[str]) -> GridCell:
    blocks = [extract.blocks[rank] for rank in ranks]
    text = joined((plain(block.text) for block in blocks), words).strip()
    place = blocks[0].place.join(blocks[-1].place)
    return GridCell(text, tuple(ranks), place, row, column, spans)


def _is_bold(row: Sequence[GridCell | None], lines: Sequence[Line]) -> bool:
    ranks = [rank for cell in row if cell is not None and cell.text for rank in cell.blocks]
    return bool(ranks) and all(lines[rank].look.bold for rank in ranks)


def _head_rows(lines: Sequence[Line], grid: Grid) -> tuple[tuple[GridCell | None, ...], ...]:
    """The first rows that are all bold; the first alone when none is."""
    return tuple(takewhile(lambda row: _is_bold(row, lines), grid.rows)) or grid.rows[:1]


def _with_heads(grid: Grid, heads: Sequence[tuple[GridCell | None, ...]], lines: Sequence[Line]) -> Grid:
    """A part of a table under the heads of its first part, unless it has heads of its own: repeated, or bold as
    those."""
    texts = [cell.text if cell else "" for cell in grid.rows[0]]
    repeated = texts == [cell.text if cell else "" for cell in heads[0]]
    if repeated or (_is_bold(grid.rows[0], lines) and _is_bold(heads[0], lines)) or len(heads[0]) != grid.width:
        return grid
    return _under(grid, heads)


def _under(grid: Grid, heads: Sequence[tuple[GridCell | None, ...]]) -> Grid:
    return replace(grid, rows=(*heads, *grid.rows))


def _across_pages(grids: Sequence[Grid], lines: Sequence[Line], furniture: frozenset[int]) -> list[Grid]:
    """The tables, where heads at the foot of a page are given to the rows that stand at the top of the next."""
    out: list[Grid] = []
    for grid in sorted(grids, key=lambda grid: grid.blocks.start):
        before = out[-1] if out else None
        heads = _heads_of_page_before(before, grid, lines, furniture) if before is not None else None
        if before is not None and heads is not None:
            whole = replace(_under(grid, heads), blocks=range(before.blocks.start, grid.blocks.stop))
            out[-1] = replace(whole, place=before.place.join(grid.place))
        else:
            out.append(grid)
    return out


def _heads_of_page_before(
    before: Grid, grid: Grid, lines: Sequence[Line], furniture: frozenset[int]
) -> list[tuple[GridCell | None, ...]] | None:
    """The rows of a table that is nothing but bold heads on the page before, as wide as the columns of this one; None
    for any other table. A head covers the columns that begin under it."""
    first, last = lines[grid.blocks.start].look, lines[before.blocks.stop - 1].look
    if first.page is None or last.page is None or first.page != last.page + 1 or len(before.rows) > 2:
        return None
    between = (lines[rank] for rank in range(before.blocks.stop, grid.blocks.start))
    if any(not line.blank and line.block not in furniture for line in between):
        return None
    if not all(_is_bold(row, lines) for row in before.rows) or len(grid.rows) < 2:
        return None
    edges = _left_edges(grid, lines)
    rows = []
    for row in before.rows:
        placed = [(lines[cell.blocks[0]].look.indent, cell) for cell in dict.fromkeys(row) if cell is not None]
        known = [(indent, cell) for indent, cell in placed if indent is not None]
        if len(known) != len(placed):
            return None
        rows.append(tuple(_over(edge, known) for edge in edges))
    return rows


def _left_edges(grid: Grid, lines: Sequence[Line]) -> list[float]:
    """The left edge of each column, by the cells that begin there; a column without any has that of the one before."""
    edges: list[float] = []
    for column in range(grid.width):
        cells = (row[column] for row in grid.rows)
        indents = [lines[cell.blocks[0]].look.indent for cell in cells if cell is not None and cell.column == column]
        edges.append(min((indent for indent in indents if indent is not None), default=edges[-1] if edges else 0.0))
    return edges


def _over(edge: float, heads: Sequence[tuple[float, GridCell]]) -> GridCell | None:
    reached = [(indent, at) for at, (indent, _) in enumerate(heads) if indent <= edge + _SLACK]
    return heads[max(reached)[1]][1] if reached else None
