"""RES101-104: the arithmetic of the staff and budget tables, and the same figure in two of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from filrouge.domain.coherence.engine import Context, Fact, Severity, rule
from filrouge.domain.coherence.rules.sources import OWN
from filrouge.domain.coherence.totals import Heads, Sum, sums
from filrouge.domain.language.words import flat, fold, phrases
from filrouge.domain.model import Cell, Table

_TABLES = 200
_NEAR = 5  # a fifth: a single shared row that differs by more is about something else


def heads(context: Context) -> Heads:
    """How the labels of a table are read in the document's language."""
    words = context.words
    total, part, rate = phrases(*words.total), phrases(*words.of_which), phrases(*words.rate)
    return Heads(
        total=lambda label: total.match(flat(label).strip()) is not None,
        part=lambda label: part.match(flat(label).strip(" -–•")) is not None,
        rate=lambda label: "%" in label or rate.search(flat(label)) is not None,
    )


def _off(context: Context, axis: str) -> Iterator[tuple[Table, Sum]]:
    for table in context.document.tables:
        for one in sums(table, heads(context)):
            if one.axis == axis and not one.holds:
                yield table, one


def _fact(context: Context, table: Table, one: Sum) -> Fact:
    params = {
        "table": table.title,
        "axis": one.axis,
        "row": one.total.row,
        "column": one.total.column,
        "year": one.total.year,
        "printed": one.total.value,
        "computed": one.computed,
        "difference": one.difference,
        "unit": table.unit,
    }
    section = table.section or context.section_of(one.total.place)
    return Fact(one.total.place, section=section, params=params, weight=float(abs(one.difference)))


@rule("RES101", Severity.WARNING, source=OWN, weight=80)
def row_does_not_add_up(context: Context) -> Iterator[Fact]:
    yield from (_fact(context, table, one) for table, one in _off(context, "row") if not one.rounding)


@rule("RES102", Severity.WARNING, source=OWN, weight=80)
def column_does_not_add_up(context: Context) -> Iterator[Fact]:
    yield from (_fact(context, table, one) for table, one in _off(context, "column") if not one.rounding)


@rule("RES103", Severity.INFO, source=OWN, weight=20)
def off_by_rounding(context: Context) -> Iterator[Fact]:
    for axis in ("row", "column"):
        yield from (_fact(context, table, one) for table, one in _off(context, axis) if one.rounding)


Place3 = tuple[str, int | None, str]


@rule("RES104", Severity.WARNING, source=OWN, weight=75)
def same_figure_differs(context: Context) -> Iterator[Fact]:
    """The same row, year and column in two tables with different figures.

    Two tables that share rows but agree nowhere are parallel tables about different things, and say nothing.
    """
    tables = [(table, _figures(context, table)) for table in context.document.tables[:_TABLES] if table.rows]
    for (first, ours), (second, theirs) in combinations(tables, 2):
        if first.kind != second.kind or (first.unit and second.unit and first.unit != second.unit):
            continue
        shared = [key for key in ours if key in theirs]
        differing = [key for key in shared if ours[key].value != theirs[key].value]
        agreeing = len(shared) - len(differing)
        if not differing or not (agreeing >= len(differing) or _one_row_nearly(differing, ours, theirs)):
            continue
        for key in differing:
            a, b = ours[key], theirs[key]
            params = {
                "row": a.row,
                "column": a.column,
                "year": a.year,
                "first": a.value,
                "second": b.value,
                "first_table": first.title,
                "second_table": second.title,
            }
            yield Fact(b.place, section=second.section, params=params, places=(a.place,))


def _figures(context: Context, table: Table) -> dict[Place3, Cell]:
    """The figures of a table by label, year and column; a label that returns, or only says "total", names no figure."""
    total = {fold(word) for word in context.words.total}
    labels = [fold(row.label) for row in table.rows]
    times = Counter(labels)
    return {
        (label, cell.year, fold(cell.column)): cell
        for row, label in zip(table.rows, labels, strict=True)
        if label and label not in total and times[label] == 1
        for cell in row.cells
    }


def _one_row_nearly(differing: list[Place3], ours: dict[Place3, Cell], theirs: dict[Place3, Cell]) -> bool:
    labels = {key[0] for key in differing}
    if len(labels) != 1 or len(next(iter(labels)).split()) < 2:
        return False
    pairs = [(ours[key].value, theirs[key].value) for key in differing]
    return all(abs(a - b) * _NEAR <= max(abs(a), abs(b)) for a, b in pairs)
