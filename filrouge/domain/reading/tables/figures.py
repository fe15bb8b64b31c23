"""Tables of figures of a document: found in text and in cells, years settled, named, and their figures made exact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from filrouge.domain.model import Cell, Place, Row, Table
from filrouge.domain.reading.tables.cells import grid_draft
from filrouge.domain.reading.tables.drafts import Draft, text_drafts
from filrouge.domain.reading.tables.found import FoundTable, rebuilt
from filrouge.domain.reading.tables.heads import Column, give_years, years_of_line
from filrouge.domain.reading.tables.naming import is_sum, kind_of, lines_above, title_of, unit_of
from filrouge.domain.reading.tables.numbers import number_style, parse_number
from filrouge.domain.reading.tables.page import Grid, Line, Page, is_heading

_YEARS_WITHIN = 8
_YEAR = re.compile(r"(?<![\d-])(?:19[5-9]\d|20\d\d)(?![\d-])")
_PERIOD = re.compile(r"\d{4}\s?[-–—‐/]\s?\d{2}")


def find_figures(page: Page, parted: Sequence[Grid], language: str | None) -> list[FoundTable]:
    """The tables of figures of a page, in order; their ids are still to be given. ``parted`` are the lines of text
    whose cells are parted by tabs or bars."""
    real = [draft for grid in page.grids if (draft := grid_draft(grid)) is not None]
    drafts = _joined(sorted(real + _of_text(page.lines, parted), key=lambda d: d.first), page.lines)
    drafts, apart = _with_years(drafts, page.lines)
    found = []
    for at, draft in enumerate(drafts):
        table = _found(draft, drafts[at - 1].last + 1 if at else 0, apart[at], page.lines, language)
        if table is not None:
            found.append(table)
    return found


def _of_text(lines: Sequence[Line], parted: Sequence[Grid]) -> list[Draft]:
    """The tables in text; where lines can be read by their tabs and by their words, the reading with more rows
    holds."""
    by_words = text_drafts(lines)
    kept: list[Draft] = []
    for grid in parted:
        draft = grid_draft(grid)
        if draft is None or len(draft.rows) < 2:
            continue
        rivals = [d for d in by_words if d.first <= draft.last and draft.first <= d.last]
        if sum(len(rival.rows) for rival in rivals) <= len(draft.rows):
            kept.append(replace(draft, rebuilt=True))
            by_words = [d for d in by_words if d not in rivals]
    return kept + by_words


def _joined(drafts: Sequence[Draft], lines: Sequence[Line]) -> list[Draft]:
    """A table whose heads are repeated on the next page, with nothing said in between, is one table."""
    groups: list[list[Draft]] = []
    for draft in drafts:
        if groups and _continues(groups[-1][-1], draft, lines):
            groups[-1].append(draft)
        else:
            groups.append([draft])
    return [_as_one(group) for group in groups]


def _as_one(group: Sequence[Draft]) -> Draft:
    if len(group) == 1:
        return group[0]
    rows = tuple(row for draft in group for row in draft.rows)
    heads = tuple(rank for draft in group for rank in draft.heads)
    return replace(group[0], rows=rows, heads=heads, last=group[-1].last, skipped=sum(draft.skipped for draft in group))


def _continues(before: Draft, draft: Draft, lines: Sequence[Line]) -> bool:
    if before.columns != draft.columns or draft.caption or is_sum(before.rows[-1]) or not draft.heads:
        return False
    said = (lines[rank] for rank in range(before.last + 1, draft.first) if not lines[rank].blank)
    return not any(c.isalpha() for line in said for c in line.text)


def _with_years(drafts: Sequence[Draft], lines: Sequence[Line]) -> tuple[list[Draft], list[tuple[int, ...]]]:
    """Give years to the tables that lack them: printed within, above, or below, as the layout of a page may put them.

    Lines of years below several tables are dealt out in order; the last one serves those that are left. Returns the
    tables and, for each, the ranks of the lines its years were taken from.
    """
    out = list(drafts)
    apart: list[tuple[int, ...]] = [() for _ in drafts]
    waiting: list[int] = []
    for at, draft in enumerate(drafts):
        end = drafts[at + 1].first if at + 1 < len(drafts) else len(lines)
        if draft.lacks_years:
            out[at], apart[at] = _own_years(draft, drafts[at - 1].last + 1 if at else 0, lines)
        if out[at].lacks_years:
            waiting.append(at)
        below, walled = _years_below(draft.last + 1, end, lines)
        for k, rank in enumerate(below):
            share = waiting if k == len(below) - 1 else waiting[:1]
            given = {i: dated for i in share if (dated := _dated(out[i], lines[rank].text)) is not None}
            for i, dated in given.items():
                out[i], apart[i] = dated, (*apart[i], rank)
            waiting = [i for i in waiting if i not in given]
        if below or walled:
            waiting = []
    return out, apart


def _dated(draft: Draft, text: str) -> Draft | None:
    """The table with the years of a line, or None when they do not divide its columns evenly."""
    years = years_of_line(text)
    columns = give_years(draft.columns, years[0]) if years else None
    return replace(draft, columns=columns) if columns else None


def _own_years(draft: Draft, floor: int, lines: Sequence[Line]) -> tuple[Draft, tuple[int, ...]]:
    """Years printed in the last rows of a real table, or in a line just above it."""
    if draft.years and (columns := give_years(draft.columns, draft.years)):
        return replace(draft, columns=columns), ()
    if not draft.rebuilt or not draft.heads:
        for rank in lines_above(lines, draft.first, floor, most=2):
            if not is_heading(lines[rank]) and (dated := _dated(draft, lines[rank].text)) is not None:
                return dated, (rank,)
    return draft, ()


def _years_below(first: int, end: int, lines: Sequence[Line]) -> tuple[list[int], bool]:
    """Ranks of the lines of years soon after a table, and whether a heading stands before the next table."""
    found: list[int] = []
    seen = 0
    for rank in range(first, end):
        line = lines[rank]
        if line.in_cell or line.blank or not line.text.strip():
            continue
        if is_heading(line):
            return found, True
        seen += 1
        years = years_of_line(line.text) if seen <= _YEARS_WITHIN and len(line.words) < 120 else None
        # A lone year counts only right below the figures: elsewhere it may be any number.
        if years and (len(years[0]) > 1 or (seen == 1 and len(line.words) == 4)):
            found.append(rank)
        if seen > 60:
            return found, True
    return found, False


def _found(
    draft: Draft, floor: int, apart: tuple[int, ...], lines: Sequence[Line], language: str | None
) -> FoundTable | None:
    above = lines_above(lines, draft.first, floor)
    title = title_of(draft, lines, above)
    kind = kind_of(draft, title, lines, above)
    columns = draft.columns
    if kind == "other" and draft.rebuilt and (len(draft.rows) < 3 or _any_blank(columns)):
        return None
    if draft.lacks_years and (year := _single_year(title)) is not None:
        columns = tuple(replace(column, year=year) for column in columns)
    rows = _rows(replace(draft, columns=columns), language)
    if not rows:
        return None
    place = Place(lines[draft.first].place.start, lines[draft.last].place.end)
    unit = unit_of(draft, kind, title, lines, above)
    heads = tuple(dict.fromkeys(column.head for column in columns if column.head))
    table = Table("", kind, title, unit, place, columns=heads, rows=rows)
    notes = (rebuilt(place, kind, skipped=draft.skipped),) if draft.rebuilt else ()
    outside = tuple(rank for rank in apart if not draft.first <= rank <= draft.last)
    return FoundTable(table, range(draft.first, draft.last + 1), outside, notes)


def _any_blank(columns: Iterable[Column]) -> bool:
    return any(column.year is None and not column.head for column in columns)


def _single_year(title: str) -> int | None:
    """The year that a title names, when it names one and no period."""
    if _PERIOD.search(title):
        return None
    years = {int(year) for year in _YEAR.findall(title)}
    return years.pop() if len(years) == 1 else None


def _rows(draft: Draft, language: str | None) -> tuple[Row, ...]:
    figures = (figure.text for row in draft.rows for figure in row.figures if not figure.empty)
    style = number_style(figures, language)
    rows = []
    for raw in draft.rows:
        cells = []
        for column, figure in zip(draft.columns, raw.figures, strict=True):
            value = None if figure.empty else parse_number(figure.text, style)
            if value is not None:
                cells.append(Cell(raw.label, column.year, column.head, value, figure.place))
        if cells:
            rows.append(Row(raw.label, tuple(cells), raw.place, is_sum(raw)))
    return tuple(rows)
