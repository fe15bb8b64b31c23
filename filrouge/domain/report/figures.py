"""A table of figures as a grid: its columns in order, grouped by year, and each row's figures under them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from filrouge.domain.model import Cell, Table


@dataclass(frozen=True, slots=True)
class Column:
    """``group`` is the year, or empty; ``name`` the head of the column, or empty when the year says it all."""

    group: str
    name: str


@dataclass(frozen=True, slots=True)
class Grid:
    """``cells`` has a row for each row of the table and a place for each column; None where nothing is printed."""

    columns: tuple[Column, ...]
    cells: tuple[tuple[Cell | None, ...], ...]

    def places(self, rank: int) -> int:
        """How many decimals the figures of a column are shown with, so that they stand under one another."""
        return max((_decimals(cell.value) for row in self.cells if (cell := row[rank]) is not None), default=0)


def grid(table: Table) -> Grid:
    """The figures of a table under their columns, in the order in which the columns first appear."""
    keys: dict[tuple[int | None, str, int], None] = {}
    rows: list[dict[tuple[int | None, str, int], Cell]] = []
    for row in table.rows:
        found: dict[tuple[int | None, str, int], Cell] = {}
        for cell in row.cells:
            turn = 0  # the same head may stand over two columns
            while (cell.year, cell.column, turn) in found:
                turn += 1
            found[(cell.year, cell.column, turn)] = cell
        keys.update(dict.fromkeys(found))
        rows.append(found)
    columns = tuple(_column(year, name) for year, name, _ in keys)
    return Grid(columns, tuple(tuple(found.get(key) for key in keys) for found in rows))


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _column(year: int | None, name: str) -> Column:
    group = str(year) if year is not None else ""
    return Column(group, "" if name.strip() == group else name)
