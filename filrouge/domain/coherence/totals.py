"""The arithmetic of printed tables: which figures should add up to which, and by how much they do not.

A figure printed with ``d`` decimals stands for anything within half a unit of the last decimal. A sum of ``n`` such
figures and its own rounding may thus differ by ``(n + 1) / 2`` units: that much is rounding, more is a contradiction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from filrouge.domain.model import Cell, Row, Table

Column = tuple[int | None, str]
Verdict = Callable[[str], bool]

_PLAUSIBLE = Decimal("0.5")
_CLOSE = Decimal("0.2")
_WINDOW = 200  # rows that one total may sum


@dataclass(frozen=True, slots=True)
class Sum:
    """A printed total against its parts; ``axis`` is ``row`` or ``column``."""

    axis: str
    total: Cell
    computed: Decimal
    parts: int
    tolerance: Decimal

    @property
    def difference(self) -> Decimal:
        """Printed minus computed."""
        return self.total.value - self.computed

    @property
    def holds(self) -> bool:
        return self.difference == 0

    @property
    def rounding(self) -> bool:
        return abs(self.difference) <= self.tolerance

    def within(self, share: Decimal) -> bool:
        """Whether the difference stays within this share of what was computed."""
        return abs(self.difference) <= share * max(abs(self.computed), abs(self.total.value))


@dataclass(frozen=True, slots=True)
class Heads:
    """How labels are read: whether one names a total, a part already counted elsewhere ("of which"), or a rate, which
    nothing adds up."""

    total: Verdict
    part: Verdict
    rate: Verdict


def sums(table: Table, heads: Heads) -> tuple[Sum, ...]:
    """Every sum that this table prints, those across rows first."""
    return (*_row_sums(table, heads), *_column_sums(table, heads))


def _sum(axis: str, total: Cell, parts: Sequence[Cell], kind: str) -> Sum:
    values = [cell.value for cell in parts]
    decimals = max(_decimals(value) for value in (*values, total.value))
    whole = kind == "staff" and decimals == 0  # people without decimals are counted, not rounded
    unit = Decimal(0) if whole else Decimal(1).scaleb(-decimals)
    return Sum(axis, total, sum(values, Decimal(0)), len(parts), unit * (len(parts) + 1) / 2)


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _row_sums(table: Table, heads: Heads) -> Iterator[Sum]:
    """The sums across: a column named total against the columns of its year, or of all years when it has none.

    A column is taken for a sum only when most rows bear it out, so that a column named total of something else says
    nothing.
    """
    columns = {(cell.year, cell.column) for cell in table.cells if heads.total(cell.column)}
    for column in sorted(columns, key=str):
        found = [made for row in table.rows if (made := _across(row, column, heads, table.kind)) is not None]
        likely = sum(one.rounding or one.within(_CLOSE) for one in found) * 2 > len(found)
        if likely and (len(found) == 1 or any(one.rounding for one in found)):
            yield from found


def _across(row: Row, column: Column, heads: Heads, kind: str) -> Sum | None:
    total = next((cell for cell in row.cells if (cell.year, cell.column) == column), None)
    if total is None or heads.rate(total.column):
        return None
    others = [cell for cell in row.cells if cell is not total and not heads.rate(cell.column)]
    if column[0] is not None or not any(cell.year is not None for cell in others):
        parts = [cell for cell in others if cell.year == column[0] and not heads.total(cell.column)]
    else:
        years = [cell for cell in others if cell.year is not None]
        parts = [cell for cell in years if heads.total(cell.column)] or years
        if len({cell.column for cell in parts}) > 1:
            return None
    return _sum("row", total, parts, kind) if len(parts) > 1 else None


@dataclass(frozen=True, slots=True)
class _Entry:
    row: Row
    total: bool


def _column_sums(table: Table, heads: Heads) -> Iterator[Sum]:
    """The sums down, level by level: a total row sums the rows since the last total, or these and earlier totals.

    What a total row sums is what most of its columns bear out; a total row that nothing bears out, because its rows
    are not printed, stands for itself and is summed by the next level.
    """
    waiting: list[_Entry] = []
    for row in table.rows:
        if not row.cells or heads.part(row.label):
            continue
        if not row.total:
            waiting.append(_Entry(row, False))
            continue
        size, found = _best(row, waiting, heads, last=row is table.rows[-1], kind=table.kind)
        yield from _additive(found)
        if size:
            del waiting[-size:]
        waiting.append(_Entry(row, True))


def _best(total: Row, waiting: Sequence[_Entry], heads: Heads, *, last: bool, kind: str) -> tuple[int, list[Sum]]:
    """How many of the last waiting rows this total sums, and the sums; (0, []) when it sums none of them."""
    waiting = waiting[-_WINDOW:]
    details = next((n for n, entry in enumerate(reversed(waiting)) if entry.total), len(waiting))
    sizes = [n for n in range(1, len(waiting) + 1) if n in (details, len(waiting)) or waiting[-n].total]
    best: tuple[int, list[Sum]] = (0, [])
    score = Decimal(0)
    for size in sizes:
        found = list(_down(total, [entry.row for entry in waiting[-size:]], heads, kind))
        if not found or (size == 1 and not all(one.holds for one in found)):
            continue
        right = Decimal(sum(one.rounding for one in found)) / len(found)
        near = Decimal(sum(one.within(_CLOSE) for one in found)) / len(found)
        enough = (
            right * 2 >= 1
            or (size == details and all(one.within(_PLAUSIBLE) for one in found))
            or (last and size == len(waiting) and near == 1)
        )
        worth = right + near / 100 + Decimal("0.0001")
        if enough and worth > score:
            best, score = (size, found), worth
    return best


def _down(total: Row, rows: Sequence[Row], heads: Heads, kind: str) -> Iterator[Sum]:
    columns: dict[Column, list[Cell]] = {}
    for row in rows:
        for cell in row.cells:
            columns.setdefault((cell.year, cell.column), []).append(cell)
    for cell in total.cells:
        parts = columns.get((cell.year, cell.column), [])
        if parts and not heads.rate(cell.column):
            yield _sum("column", cell, parts, kind)


def _additive(found: Sequence[Sum]) -> Iterator[Sum]:
    """The sums without those of columns that seem to hold averages: far off, and no column of that name adds up."""
    right = {one.total.column for one in found if one.rounding}
    yield from (one for one in found if one.within(_PLAUSIBLE) or one.total.column in right)
