"""Tables of figures, of communication actions and of words, with the numbers of the remarks in their cells."""

from __future__ import annotations

from itertools import groupby

from filrouge.domain.language.words import fold
from filrouge.domain.model import Cell, Row, Table
from filrouge.domain.report.figures import Column, Grid, grid
from filrouge.domain.report.naming import figure
from filrouge.domain.report.passages import Mark, Passage, by_place
from filrouge.formats.writers.html.anchors import Sheet
from filrouge.formats.writers.html.markup import Content, Markup, tag
from filrouge.formats.writers.html.remarks import reference

_ACTION_COLUMNS = ("target", "audience", "date", "message", "channel", "material")
Marks = dict[int, list[Mark]]


def table(sheet: Sheet, passage: Passage, before: str) -> Markup:
    """A table in a frame that scrolls sideways, by keyboard too, when the page is narrower.

    ``before`` is the text of the passage before it: a title that stands there already is not shown again.
    """
    one = passage.table
    assert one is not None
    title = one.title or sheet.voice(f"one.table.{one.kind}")
    marks = by_place(passage.marks)
    if one.rows:
        inner = _figures(sheet, one, marks)
    elif one.actions:
        inner = _actions(sheet, one, marks)
    else:
        inner = _lines(one)
    unit = tag("span", f" ({one.unit})", class_="unit") if one.unit else None
    repeated = fold(title) in fold(before)
    caption = tag("caption", title, unit, class_="unseen" if repeated else None)
    return tag(
        "div",
        tag("table", caption, inner, lang=sheet.language),
        class_="scroll",
        role="region",
        tabindex="0",
        aria_label=title,
    )


def _figures(sheet: Sheet, one: Table, marks: Marks) -> Content:
    found = grid(one)
    places = [found.places(rank) for rank in range(len(found.columns))]
    rows = [_row(sheet, row, cells, places, marks) for row, cells in zip(one.rows, found.cells, strict=True)]
    return [_head(sheet, found), tag("tbody", *rows)]


def _head(sheet: Sheet, found: Grid) -> Markup:
    corner = sheet.voice("table-rows")
    grouped = any(column.group for column in found.columns) and any(column.name for column in found.columns)
    if not grouped:
        names = [tag("th", column.name or column.group, scope="col", class_="figure") for column in found.columns]
        return tag("thead", tag("tr", _corner(corner), *names))
    groups = [(name, list(columns)) for name, columns in groupby(found.columns, key=lambda column: column.group)]
    top = [tag("th", name, scope="colgroup", colspan=len(columns), class_="group") for name, columns in groups]
    bottom = [
        tag("th", column.name, scope="col", class_=_class(columns, rank))
        for _, columns in groups
        for rank, column in enumerate(columns)
    ]
    return tag("thead", tag("tr", _corner(corner, rowspan=2), *top), tag("tr", *bottom))


def _corner(name: str, rowspan: int | None = None) -> Markup:
    return tag("th", tag("span", name, class_="unseen"), scope="col", rowspan=rowspan)


def _class(columns: list[Column], rank: int) -> str:
    return "figure first" if rank == 0 and len(columns) > 1 else "figure"


def _row(sheet: Sheet, row: Row, cells: tuple[Cell | None, ...], places: list[int], marks: Marks) -> Markup:
    figures = {cell.place.start for cell in row.cells}
    label = [
        row.label or tag("span", sheet.voice("row-unnamed"), class_="none"),
        *_references(sheet, [] if row.place.start in figures else marks.get(row.place.start, [])),
    ]
    data = [_cell(sheet, cell, nth, marks) for cell, nth in zip(cells, places, strict=True)]
    return tag("tr", tag("th", *label, scope="row"), *data, class_="total" if row.total else None)


def _cell(sheet: Sheet, cell: Cell | None, places: int, marks: Marks) -> Markup:
    if cell is None:
        return tag("td", class_="figure")
    value = figure(cell.value, sheet.voice, places)
    found = marks.get(cell.place.start, [])
    if not found:
        return tag("td", value, class_="figure")
    return tag("td", *_references(sheet, found), " ", tag("mark", value), class_="figure")


def _actions(sheet: Sheet, one: Table, marks: Marks) -> Content:
    voice = sheet.voice
    used = [name for name in _ACTION_COLUMNS if any(getattr(action, name) for action in one.actions)] or ["target"]
    language = voice.language if sheet.language else None
    head = [tag("th", voice(f"column.{name}"), scope="col", lang=language) for name in used]
    rows = []
    for action in one.actions:
        within = [mark for start, found in marks.items() if action.place.covers(start) for mark in found]
        first, *rest = (getattr(action, name) for name in used)
        label = tag("th", first or "–", *_references(sheet, within), scope="row")
        rows.append(tag("tr", label, *(tag("td", cell) for cell in rest)))
    return [tag("thead", tag("tr", *head)), tag("tbody", *rows)]


def _lines(one: Table) -> Content:
    width = max(len(line) for line in one.lines)
    rows = [tag("tr", *(tag("td", cell) for cell in line + ("",) * (width - len(line)))) for line in one.lines]
    return tag("tbody", *rows)


def _references(sheet: Sheet, marks: list[Mark]) -> list[Markup]:
    return [reference(sheet, mark.remark) for mark in marks]
