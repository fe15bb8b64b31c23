"""Text that keeps the columns of a page apart by runs of spaces: cells by where they stand in the line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from filrouge.domain.model import Place
from filrouge.domain.reading.tables.numbers import is_empty
from filrouge.domain.reading.tables.page import Grid, GridCell, Line, looks_like_heading
from filrouge.domain.reading.tables.quotes import codes_of

_HEAD = re.compile(r"\S+(?: {1,2}\S+)*")
_PIECE = re.compile(r"\S+(?: \S+)*")
_SLACK = 2
_MOST_LINES = 400


def wide_grid(lines: Sequence[Line], head: int, end: int) -> Grid | None:
    """The lines from a line of heads on, up to rank ``end``, as a grid whose columns begin under the heads; a cell
    goes on in the rows below. None when the heads do not stand three spaces apart, or fewer than two lines below have
    columns.

    The grid ends before a heading, and before a line of words that runs over the columns.
    """
    starts = [match.start() for match in _HEAD.finditer(lines[head].text)]
    if len(starts) < 2:
        return None
    rows: list[tuple[GridCell | None, ...]] = [_row(lines[head], 0, starts, _HEAD) or ()]
    parted = 0
    last = head
    for rank in range(head + 1, min(end, len(lines), head + _MOST_LINES)):
        line = lines[rank]
        if line.blank:
            rows.append((None,) * len(starts))
            continue
        row = None if line.in_cell or looks_like_heading(line) else _row(line, len(rows), starts, _PIECE)
        if row is None:
            break
        rows.append(row)
        parted += sum(cell is not None for cell in row) > 1
        last = rank
    if parted < 2:
        return None
    while not any(rows[-1]):
        rows.pop()
    place = lines[head].place.join(lines[last].place)
    return Grid(range(head, last + 1), tuple(rows), place)


def counted_grid(lines: Sequence[Line], head: int, end: int) -> Grid | None:
    """The lines from a line of heads on as a grid, where each line below has as many pieces as there are heads, all
    but the first of them references or dashes: their count tells the columns where they do not stand under the heads.
    None when the line right below is no such row."""
    heads = _pieces(lines[head], 0)
    rows = [heads]
    last = head
    for rank in range(head + 1, min(end, len(lines), head + _MOST_LINES)):
        line = lines[rank]
        if line.blank:
            continue
        row = _pieces(line, len(rows))
        referring = [cell is not None and bool(codes_of(cell.text) or is_empty(cell.text)) for cell in row]
        if line.in_cell or len(row) != len(heads) or not all(referring[1:]):
            break
        rows.append(row)
        last = rank
    if len(heads) < 2 or len(rows) < 2:
        return None
    return Grid(range(head, last + 1), tuple(rows), lines[head].place.join(lines[last].place))


def _pieces(line: Line, row: int) -> tuple[GridCell | None, ...]:
    return tuple(
        GridCell(m[0], (line.block,), Place(line.start + m.start(), line.start + m.end()), row, column, 1)
        for column, m in enumerate(_PIECE.finditer(line.text))
    )


def _row(line: Line, row: int, starts: Sequence[int], pieces: re.Pattern[str]) -> tuple[GridCell | None, ...] | None:
    """The cells of a line by the columns that they begin under; None when one runs over the next column."""
    out: list[GridCell | None] = [None] * len(starts)
    for match in pieces.finditer(line.text):
        column = max((c for c, start in enumerate(starts) if start <= match.start() + _SLACK), default=0)
        over = column + 1 < len(starts) and match.end() > starts[column + 1] + _SLACK
        if over:
            return None
        place = Place(line.start + match.start(), line.start + match.end())
        before = out[column]
        text = match[0] if before is None else f"{before.text} {match[0]}"
        place = place if before is None else before.place.join(place)
        out[column] = GridCell(" ".join(text.split()), (line.block,), place, row, column, 1)
    return tuple(out)


def stacked_rows(grid: Grid) -> Grid:
    """The grid with the lines of each row as one row: rows are parted by blank lines, or, where there are none, begin
    with a first column that begins with a capital."""
    by_blanks = any(not any(row) for row in grid.rows[1:])
    groups: list[list[Sequence[GridCell | None]]] = [[]]
    for row in grid.rows[1:]:
        first = row[0]
        begins = first is not None and not first.text[:1].islower()
        if (by_blanks and not any(row)) or (not by_blanks and begins and groups[-1]):
            groups.append([])
        if any(row):
            groups[-1].append(row)
    rows = [grid.rows[0], *(_as_row(group, grid.width, at) for at, group in enumerate(filter(None, groups), 1))]
    return Grid(grid.blocks, tuple(rows), grid.place)


def _as_row(group: Sequence[Sequence[GridCell | None]], width: int, at: int) -> tuple[GridCell | None, ...]:
    out: list[GridCell | None] = []
    for column in range(width):
        cells = [cell for row in group if (cell := row[column]) is not None]
        if not cells:
            out.append(None)
            continue
        blocks = tuple(rank for cell in cells for rank in cell.blocks)
        text = " ".join(cell.text for cell in cells)
        out.append(GridCell(text, blocks, cells[0].place.join(cells[-1].place), at, column, 1))
    return tuple(out)
