"""Rows whose thousands stand apart by the spaces that part the columns: kept when their form or sums prove them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from filrouge.domain.language.words import fold
from filrouge.domain.reading.tables.bodies import Body, Entry
from filrouge.domain.reading.tables.lexicon import is_total
from filrouge.domain.reading.tables.numbers import parse_number, readings
from filrouge.domain.reading.tables.rows import RawRow


def certain(body: Body, rows: Sequence[RawRow]) -> tuple[RawRow, ...]:
    """The rows whose figures can be grouped in one way only; all of them when a row of totals is the sum of those
    above it in every column."""
    if _proved(rows):
        return tuple(rows)
    return tuple(row for row in rows if not _doubtful(_entry_of(row, body.entries), row, body.count))


def _entry_of(row: RawRow, entries: Sequence[Entry]) -> Entry | None:
    at = row.figures[0].place.start
    return next((entry for entry in entries if entry.offset <= at < entry.offset + len(entry.raw)), None)


def _doubtful(entry: Entry | None, row: RawRow, count: int) -> bool:
    if entry is None or entry.first != entry.last:
        return False
    return readings(entry.cells, entry.raw, row.figures[0].place.start - entry.offset, count) > 1


def _proved(rows: Sequence[RawRow]) -> bool:
    """Whether a row of totals is the sum of the rows above it."""
    sums: list[Decimal] | None = None
    for row in rows:
        values = [parse_number(figure.text) or Decimal(0) for figure in row.figures]
        if is_total(fold(row.label)):
            if sums == values:
                return True
        else:
            sums = values if sums is None else [a + b for a, b in zip(sums, values, strict=True)]
    return False
