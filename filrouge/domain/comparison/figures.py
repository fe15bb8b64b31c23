"""Two sets of tables, figure by figure."""

from __future__ import annotations

from collections.abc import Sequence

from filrouge.domain.comparison.changes import CellChange, TableChange
from filrouge.domain.comparison.matching import paired
from filrouge.domain.language.words import fold
from filrouge.domain.model import Cell, Table

_TABLES_ALIKE = 60.0
_ROWS_ALIKE = 80.0
Key = tuple[int | None, str, int]


def table_changes(before: Sequence[Table], after: Sequence[Table]) -> tuple[TableChange, ...]:
    """Tables with figures that were added, removed, or whose figures differ; a table is known by its kind and rows."""
    old = [table for table in before if table.rows]
    new = [table for table in after if table.rows]
    pairs = paired(old, new, _signature, lambda table: f"{table.kind} {fold(table.title)}", _TABLES_ALIKE)
    changes: list[tuple[int, TableChange]] = []
    for a, b in pairs:
        cells = _cells(old[a], new[b])
        if cells:
            changes.append((b, TableChange(old[a], new[b], cells)))
    matched_old, matched_new = {a for a, _ in pairs}, {b for _, b in pairs}
    changes += [(b, TableChange(None, new[b])) for b in range(len(new)) if b not in matched_new]
    changes += [(len(new) + a, TableChange(old[a], None)) for a in range(len(old)) if a not in matched_old]
    return tuple(change for _, change in sorted(changes, key=lambda one: one[0]))


def _signature(table: Table) -> str:
    return " ".join([table.kind, fold(table.title), *(fold(row.label) for row in table.rows)])


def _cells(before: Table, after: Table) -> tuple[CellChange, ...]:
    """The figures that differ, row by row in the order of the new table; rows that are gone at the end."""
    rows = paired(before.rows, after.rows, lambda row: fold(row.label), lambda _: None, _ROWS_ALIKE)
    of_new = {b: a for a, b in rows}
    found: list[CellChange] = []
    for rank, row in enumerate(after.rows):
        was = before.rows[of_new[rank]].cells if rank in of_new else ()
        found += _row(row.label, was, row.cells)
    matched = {a for a, _ in rows}
    for rank, row in enumerate(before.rows):
        if rank not in matched:
            found += _row(row.label, row.cells, ())
    return tuple(found)


def _row(label: str, before: Sequence[Cell], after: Sequence[Cell]) -> list[CellChange]:
    old, new = _keyed(before), _keyed(after)
    found = []
    for key in dict.fromkeys((*new, *old)):
        was, now = old.get(key), new.get(key)
        if (was.value if was else None) != (now.value if now else None):
            cell = now or was
            assert cell is not None
            found.append(
                CellChange(label, cell.year, cell.column, was.value if was else None, now.value if now else None)
            )
    return found


def _keyed(cells: Sequence[Cell]) -> dict[Key, Cell]:
    found: dict[Key, Cell] = {}
    for cell in cells:
        turn = 0
        while (cell.year, fold(cell.column), turn) in found:
            turn += 1
        found[(cell.year, fold(cell.column), turn)] = cell
    return found
