"""Which grids of a file are one table that goes on over the page, and the words broken inside their cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from filrouge.formats.readers.pdf.furniture import Thing, furniture
from filrouge.formats.readers.pdf.lines import Piece
from filrouge.formats.readers.pdf.parts import Part, Placing
from filrouge.formats.readers.pdf.rules import Grid

_HEAD_ROWS = 3  # rows at most that a table repeats on each page
_SAME_EDGE = 4.0  # points, by which the columns of a table may move from page to page
_SPARE = 12.0  # points left under a table that are not room for a row
_FIGURES = re.compile(r"[\d\s.,%€()+\-–/]+")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?")
_BROKEN = re.compile(r"([^\W\d_]+(?:[-‐‑][^\W\d_]+)*)[-‐‑¬]$")
_REST = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_AND = frozenset(("en", "of", "noch", "tot", "und", "oder", "bzw", "bis", "et", "ou", "and", "or", "to"))
_DASHES = str.maketrans("‐‑", "--")
_Chain = list[tuple[Part, int]]  # the grids of one table, each with how many of its first rows repeat the head


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to link: its parts from the top down, its height, and the height under which its notes stand."""

    parts: Sequence[Part]
    height: float
    notes_from: float


def link(sheets: Sequence[Sheet | None]) -> None:
    """Give every table of the file its placing; None stands for a page without words.

    A table goes on over the page when nothing but a folio, a running title or notes stands between, the columns are
    the same, and what follows does not begin with a head of its own. A repeated head is the same table only where the
    first had no room left on its page. Rules of this reader: no program writes in a PDF where a table ends.
    """
    told = [sheet for sheet in sheets if sheet is not None]
    known = dict(zip(map(id, told), furniture([_things(sheet) for sheet in told]), strict=True))
    feet = _feet(told, known)
    chains: list[_Chain] = []
    open_on: Sheet | None = None
    for sheet in sheets:
        if sheet is None:
            open_on = None
            continue
        own = known[id(sheet)]
        tables = [part for part in sheet.parts if part.is_table and _grid_thing(part) not in own]
        for rank, part in enumerate(tables):
            repeated = None
            if rank == 0 and open_on and _is_first(part, sheet, own):
                foot = min(open_on.notes_from, feet[round(open_on.height)])
                repeated = _goes_on(chains[-1], part, foot - _grid_thing(chains[-1][-1][0]).bottom)
            if repeated is None:
                chains.append([(part, 0)])
            else:
                chains[-1].append((part, repeated))
        open_on = sheet if tables and _is_last(tables[-1], sheet, own) else None
    for sheet in told:
        chains += [[(part, 0)] for part in sheet.parts if part.is_table and _grid_thing(part) in known[id(sheet)]]
    for table, chain in enumerate(chains):
        _place(table, chain)


def _feet(sheets: Sequence[Sheet], known: dict[int, set[Thing]]) -> dict[int, float]:
    """How low the text goes, furniture set aside, on the pages of each height."""
    feet: dict[int, float] = {}
    for sheet in sheets:
        low = max((thing.bottom for thing in _things(sheet) if thing not in known[id(sheet)]), default=0.0)
        feet[round(sheet.height)] = max(low, feet.get(round(sheet.height), 0.0))
    return feet


def _things(sheet: Sheet) -> list[Thing]:
    lines = [_line_thing(piece) for part in sheet.parts for piece in part.pieces]
    return lines + [_grid_thing(part) for part in sheet.parts if part.grid is not None]


def _line_thing(piece: Piece) -> Thing:
    return Thing(piece.text, piece.base - piece.size, piece.base)


def _grid_thing(part: Part) -> Thing:
    assert part.grid is not None
    return Thing(
        "\n".join(piece.text for cell in part.cells for piece in cell), part.grid.top, part.grid.bottom, ruled=True
    )


def _is_first(table: Part, sheet: Sheet, known: set[Thing]) -> bool:
    """Nothing but furniture stands above the table."""
    above = sheet.parts[: next(rank for rank, part in enumerate(sheet.parts) if part is table)]
    return all(_is_known(part, known) for part in above)


def _is_last(table: Part, sheet: Sheet, known: set[Thing]) -> bool:
    """Nothing but notes and furniture stands under the table."""
    below = sheet.parts[next(rank for rank, part in enumerate(sheet.parts) if part is table) + 1 :]
    return all(_is_known(part, known, sheet.notes_from) for part in below)


def _is_known(part: Part, known: set[Thing], notes_from: float = float("inf")) -> bool:
    if part.grid is not None:
        return _grid_thing(part) in known
    return all(piece.base > notes_from or _line_thing(piece) in known for piece in part.pieces)


def _goes_on(chain: _Chain, part: Part, room: float) -> int | None:
    """How many first rows of the grid repeat the head of the table that it goes on; None when it is another table."""
    first, before, grid = chain[0][0], chain[-1][0].grid, part.grid
    assert before is not None and grid is not None and first.grid is not None
    wide = max((one.grid for one, _ in chain if one.grid), key=lambda one: len(one.xs))
    coarse, fine = sorted((wide, grid), key=lambda one: len(one.xs))
    if not _within(coarse, fine):
        return None
    head, own = _rows(first), _rows(part)
    same_columns = len(coarse.xs) == len(fine.xs)
    repeated = 0
    if same_columns:
        while repeated < min(_HEAD_ROWS, len(head), len(own) - 1) and _words(head[repeated]) == _words(own[repeated]):
            repeated += 1
    if repeated:
        needed = grid.ys[repeated + 1] - grid.ys[repeated]
        return repeated if room <= needed + _SPARE else None
    only_head = len(chain) == 1 and all(map(_is_head, head))
    if only_head:  # a head cut by the page: its merged cells show fewer columns than its second row
        return 0
    if not same_columns and len(coarse.ys) - 1 > _HEAD_ROWS:
        return None
    return None if _is_head(head[0]) and _is_head(own[0]) and not all(map(_is_head, own)) else 0


def _within(coarse: Grid, fine: Grid) -> bool:
    """Both have the same outer edges, and every edge of the one is an edge of the other."""
    ends = abs(coarse.left - fine.left) <= _SAME_EDGE and abs(coarse.right - fine.right) <= _SAME_EDGE
    return ends and all(min(abs(x - other) for other in fine.xs) <= _SAME_EDGE for x in coarse.xs)


def _rows(part: Part) -> list[list[list[Piece]]]:
    """The lines of each cell, by the row in which the cell begins."""
    assert part.grid is not None
    rows: list[list[list[Piece]]] = [[] for _ in range(len(part.grid.ys) - 1)]
    for cell, pieces in zip(part.grid.cells, part.cells, strict=True):
        rows[cell.row].append(pieces)
    return rows


def _words(row: Sequence[Sequence[Piece]]) -> list[str]:
    return [" ".join(piece.text for piece in cell) for cell in row]


def _is_head(row: Sequence[Sequence[Piece]]) -> bool:
    """A row of bold names or years, two at least."""
    filled = [cell for cell in row if cell]
    texts = [" ".join(piece.text for piece in cell) for cell in filled]
    figures = any(_FIGURES.fullmatch(text) and not _YEAR.fullmatch(text) for text in texts)
    return len(filled) > 1 and all(piece.bold for cell in filled for piece in cell) and not figures


def _place(table: int, chain: _Chain) -> None:
    """Count the rows on from grid to grid, and the columns by the edges of all."""
    edges: list[float] = []
    for x in sorted(x for part, _ in chain if part.grid for x in part.grid.xs):
        if not edges or x - edges[-1] > _SAME_EDGE:
            edges.append(x)
    rows = 0
    for part, repeated in chain:
        assert part.grid is not None
        ranks = tuple(min(range(len(edges)), key=lambda at: abs(edges[at] - x)) for x in part.grid.xs)
        part.placing = Placing(table, rows - repeated, repeated, ranks)
        rows += len(part.grid.ys) - 1 - repeated


def unbroken(pieces: Sequence[Piece], words: frozenset[str]) -> list[Piece]:
    """The lines of one cell with the words whole that a line end breaks: their end goes up to where they begin.

    ``words`` are those of the file in lower case. The hyphen stays when the compound is written with it elsewhere. A
    hyphen that stands for the rest of a compound (``in- en uitvoer``) breaks no word.
    """
    found: list[Piece] = []
    for piece in pieces:
        start = _BROKEN.search(found[-1].text) if found else None
        rest = _REST.match(piece.text) if start and piece.text[:1].islower() else None
        if start is None or rest is None:
            found.append(piece)
            continue
        head, tail = (part.translate(_DASHES).lower() for part in (start.group(1), rest.group()))
        if tail in _AND and head + tail not in words:
            found.append(piece)
            continue
        first, *after = piece.text.split(None, 1)
        hyphen = "-" if f"{head}-{tail}" in words else ""
        found[-1] = replace(found[-1], text=found[-1].text[:-1] + hyphen + first)
        if after:
            found.append(replace(piece, text=after[0]))
    return found
