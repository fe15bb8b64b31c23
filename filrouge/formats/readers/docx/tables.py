"""Tables of Word: which cell stands where, once merged cells are undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from filrouge.formats.readers.docx.package import W, val, whole
from filrouge.formats.readers.xmlsafe import Element

_MOST_COLUMNS = 1_000  # a span past it is a slip or an attack


@dataclass(slots=True)
class Cell:
    """A ``w:tc`` with its row, its column and its spans."""

    element: Element
    row: int
    column: int
    columns: int = 1
    rows: int = 1


def layout(table: Element, children: Callable[[Element], Iterator[Element]]) -> list[Cell]:
    """The cells of a table in reading order; those that continue a merged cell are folded into it.

    ``children`` gives the content of an element with its wrappers (content controls, insertions) opened.
    """
    cells: list[Cell] = []
    open_above: dict[int, Cell] = {}
    row = 0
    for line in children(table):
        if line.tag != W + "tr" or _deleted(line.find(W + "trPr"), "del"):
            continue
        properties = line.find(W + "trPr")
        column = _span(val(properties, "gridBefore"), 0)
        last: Cell | None = None
        for element in children(line):
            if element.tag != W + "tc":
                continue
            own = element.find(W + "tcPr")
            span = _span(val(own, "gridSpan"), 1)
            down = _merge(own, "vMerge")
            across = _merge(own, "hMerge")
            if _deleted(own, "cellDel"):
                continue
            if across == "continue" and last is not None:
                last.columns += span
            elif down == "continue" and column in open_above:
                open_above[column].rows = row - open_above[column].row + 1
            else:
                last = Cell(element, row, column, span)
                cells.append(last)
                if down == "restart":
                    open_above[column] = last
                else:
                    open_above.pop(column, None)
            column += span
        row += 1
    return cells


def _span(value: str | None, least: int) -> int:
    number = whole(value)
    return least if number is None else min(max(number, least), _MOST_COLUMNS)


def _merge(properties: Element | None, name: str) -> str | None:
    found = None if properties is None else properties.find(W + name)
    return None if found is None else found.get(W + "val", "continue")


def _deleted(properties: Element | None, name: str) -> bool:
    return properties is not None and properties.find(W + name) is not None
