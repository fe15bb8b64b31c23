"""Tables of OpenDocument: which cell stands where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from filrouge.formats.readers.odt.names import TABLE
from filrouge.formats.readers.xmlsafe import Element

_MOST_REPEATED = 100  # a row or cell said to repeat more often is empty space, or an attack
_ROW_GROUPS = {TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group")}


@dataclass(frozen=True, slots=True)
class Cell:
    """A ``table:table-cell`` with its row, its column and its spans."""

    element: Element
    row: int
    column: int
    columns: int = 1
    rows: int = 1


def layout(table: Element, doubts: set[str]) -> Iterator[Cell]:
    """The cells in reading order, covered ones left out; hidden rows too, with the doubt ``hidden-text-dropped``."""
    row = 0
    for line in _rows(table):
        times = _count(line, "number-rows-repeated")
        if line.get(TABLE + "visibility") in ("collapse", "filter"):
            doubts.add("hidden-text-dropped")
            continue
        for again in range(min(times, _MOST_REPEATED)):
            yield from _cells(line, row + again)
        row += times


def _rows(parent: Element) -> Iterator[Element]:
    for child in parent:
        if child.tag == TABLE + "table-row":
            yield child
        elif child.tag in _ROW_GROUPS:
            yield from _rows(child)


def _cells(line: Element, row: int) -> Iterator[Cell]:
    column = 0
    for element in line:
        if element.tag not in (TABLE + "table-cell", TABLE + "covered-table-cell"):
            continue
        times = _count(element, "number-columns-repeated")
        if element.tag == TABLE + "table-cell":
            columns, rows = _count(element, "number-columns-spanned"), _count(element, "number-rows-spanned")
            for again in range(min(times, _MOST_REPEATED) if len(element) else 1):
                yield Cell(element, row, column + again, columns, rows)
        column += times


def _count(element: Element, name: str) -> int:
    value = element.get(TABLE + name, "1")
    return max(1, int(value)) if value.isdigit() and len(value) < 8 else 1
