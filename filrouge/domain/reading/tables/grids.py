"""Tables of words in real cells, kept as they stand."""

from __future__ import annotations

from collections.abc import Collection

from filrouge.domain.model import Table
from filrouge.domain.reading.tables.found import FoundTable
from filrouge.domain.reading.tables.naming import lines_above, near_title
from filrouge.domain.reading.tables.page import Page


def word_tables(page: Page, taken: Collection[int]) -> list[FoundTable]:
    """The real tables of two columns and two rows at least whose blocks were not ``taken``, row by row.

    A cell that spans several positions is given once, where it begins.
    """
    found = []
    for grid in page.grids:
        if grid.blocks.start in taken or grid.width < 2 or len(grid.rows) < 2:
            continue
        rows = []
        for r, row in enumerate(grid.rows):
            here = (cell.text if cell and (cell.row, cell.column) == (r, c) else "" for c, cell in enumerate(row))
            rows.append(tuple(here))
        title = near_title(page.lines, lines_above(page.lines, grid.blocks.start, 0))
        found.append(FoundTable(Table("", "other", title, None, grid.place, lines=tuple(rows)), grid.blocks))
    return found
