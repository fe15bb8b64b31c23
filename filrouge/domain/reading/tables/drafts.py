"""Tables of figures as found, before their years and kind are settled: from flattened text, and from real cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from filrouge.domain.reading.tables.bodies import (
    Body,
    Entry,
    bodies,
    figures_of,
    is_caption,
    may_be_loose,
    single_entry,
    usual_count,
)
from filrouge.domain.reading.tables.heads import (
    Column,
    column_of,
    columns_of_line,
    give_years,
    head_like,
    without_marks,
    year_in,
    years_of_line,
)
from filrouge.domain.reading.tables.lexicon import is_label_head
from filrouge.domain.reading.tables.page import Line, is_heading
from filrouge.domain.reading.tables.quotes import kinds_of_line
from filrouge.domain.reading.tables.rows import RawRow, rows_of
from filrouge.domain.reading.tables.sums import certain

_LINES_ABOVE = 9


@dataclass(frozen=True, slots=True)
class Draft:
    """A table of figures. ``columns`` may lack years, ``heads`` rank the lines of its heads, ``first`` and ``last`` the
    lines it takes up; ``rebuilt`` says that its cells were put together from text; ``skipped`` counts rows left out;
    ``caption`` is a title found inside the table itself."""

    columns: tuple[Column, ...]
    rows: tuple[RawRow, ...]
    heads: tuple[int, ...]
    first: int
    last: int
    rebuilt: bool
    skipped: int = 0
    caption: str = ""
    years: tuple[int, ...] = ()

    @property
    def lacks_years(self) -> bool:
        return all(column.year is None for column in self.columns)


def text_drafts(lines: Sequence[Line]) -> list[Draft]:
    """The tables of figures in lines of text."""
    drafts: list[Draft] = []
    floor = 0
    for body in bodies(lines):
        draft = _draft(body, lines, floor)
        if draft is not None:
            drafts.append(draft)
        if draft is not None or len(body.entries) > 1:
            floor = body.entries[-1].last + 1
    taken = [range(d.first, d.last + 1) for d in drafts]
    return sorted(drafts + _single_columns(lines, taken), key=lambda d: d.first)


def _draft(body: Body, lines: Sequence[Line], floor: int) -> Draft | None:
    first = body.entries[0].first
    above = _above(lines, first, floor)
    best = _best_heads(body, lines, above)
    if best is None:
        return None
    count, columns, heads, years = best
    # Numbers below the heads of a matrix refer to what it crosses: they count nothing.
    if any(kinds_of_line(lines[rank].words) for rank in heads):
        return None
    body = Body(body.entries, count, loose=count != body.count)
    last_head = max(heads) if heads else first - 1
    before = sorted(rank for rank in above if rank > last_head)
    rows = rows_of(body, lines, last_head + 1 if heads else first, before)
    if not rows or (len(rows) == 1 and not _right_below(rows[0], columns, heads, lines)):
        return None
    start = min([rows[0].first, *heads])
    skipped = sum(figures_of(entry, count, loose=body.loose) is None for entry in body.entries)
    if body.loose and (kept := certain(body, rows)) != rows:
        skipped += len(rows) - len(kept)
        rows = kept
    if not rows:
        return None
    return Draft(columns, rows, tuple(sorted(heads)), start, rows[-1].last, True, skipped, years=years)


def _right_below(row: RawRow, columns: Sequence[Column], heads: Sequence[int], lines: Sequence[Line]) -> bool:
    """Whether a single row is a table: its line stands right below the line of heads, which gives each figure its
    year."""
    if len(heads) != 1 or any(column.year is None for column in columns) or row.first != row.last:
        return False
    between = [line for line in lines[heads[0] + 1 : row.first] if not line.blank]
    return not between and "  " in lines[heads[0]].text.strip() and len(row.label) < 60


def _above(lines: Sequence[Line], first: int, floor: int) -> list[int]:
    """Ranks of the lines above a body that may hold its heads, nearest first."""
    ranks: list[int] = []
    for rank in range(first - 1, floor - 1, -1):
        line = lines[rank]
        if line.in_cell or line.look.heading is not None:
            break
        if line.blank:
            continue
        if is_heading(line):
            break
        ranks.append(rank)
        if len(ranks) == _LINES_ABOVE or is_caption(line.text):
            break
    return ranks


def _best_heads(
    body: Body, lines: Sequence[Line], above: Sequence[int]
) -> tuple[int, tuple[Column, ...], tuple[int, ...], tuple[int, ...]] | None:
    """The number of columns, the columns, the ranks of the lines of heads, and years found apart from them."""
    best = None
    for count in _counts(body):
        found = _heads_for(count, lines, above)
        if found is None:
            continue
        if not _counts_labels(found[0]):
            return (count, *found)
        best = best or (count, *found)
    return best


def _counts_labels(columns: Sequence[Column]) -> bool:
    """Whether the first column has a head and no year while all others have a year and nothing else: it is then rather
    that of the labels."""
    first, *others = columns
    return first.year is None and bool(others) and all(c.year is not None and not c.head for c in others)


def _counts(body: Body) -> list[int]:
    """The numbers of columns to try: what most rows have, then fewer when thousands may stand apart."""
    count = body.count
    return [count, *range(count - 1, 0, -1)] if may_be_loose(body) else [count]


def _heads_for(
    count: int, lines: Sequence[Line], above: Sequence[int]
) -> tuple[tuple[Column, ...], tuple[int, ...], tuple[int, ...]] | None:
    columns: tuple[Column, ...] | None = None
    at: tuple[int, ...] = ()
    for rank in above:
        columns = columns_of_line(lines[rank].text, count)
        if columns:
            at = (rank,)
            break
    if columns is None and (stacked := _stacked_heads(count, lines, above)):
        columns, at = stacked
    if columns is not None and any(column.year is not None for column in columns):
        return columns, at, ()
    years = _years_above(lines, [rank for rank in above if rank not in at], count, columns is None)
    if years is None:
        return (columns, at, ()) if columns else None
    numbers, rank = years
    if columns is None:
        single = (
            _single_group(count // len(numbers), lines, [r for r in above if r != rank])
            if count > len(numbers)
            else None
        )
        if single is None:
            return None
        columns, at = single[0] * len(numbers), single[1]
    given = give_years(columns, numbers)
    return (given, (*at, rank), ()) if given else (columns, at, ())


def _single_group(
    width: int, lines: Sequence[Line], above: Sequence[int]
) -> tuple[tuple[Column, ...], tuple[int, ...]] | None:
    """The heads of one year's group, printed once for all years."""
    for rank in above:
        columns = columns_of_line(lines[rank].text, width)
        if columns and all(column.year is None for column in columns):
            return columns, (rank,)
    return None


def _years_above(
    lines: Sequence[Line], above: Sequence[int], count: int, alone: bool
) -> tuple[tuple[int, ...], int] | None:
    for rank in above:
        found = years_of_line(lines[rank].text)
        if found and count % len(found[0]) == 0 and (len(found[0]) > 1 or not alone):
            return found[0], rank
    return None


def _stacked_heads(
    count: int, lines: Sequence[Line], above: Sequence[int]
) -> tuple[tuple[Column, ...], tuple[int, ...]] | None:
    """Heads that stand one on a line below each other, years of groups before them; nearest lines may be a label."""
    for skip in range(min(3, len(above))):
        stack: list[int] = []
        for rank in above[skip:]:
            words = lines[rank].words
            if len(words) > 40 or not head_like(words):
                break
            stack.insert(0, rank)
        if len(stack) < count:
            continue
        heads = without_marks([lines[rank].words for rank in stack[-count:]])
        columns = tuple(map(column_of, heads))
        years = [y for rank in stack[:-count] if (y := year_in(lines[rank].words)) is not None]
        given = give_years(columns, years) if years and columns[0].year is None else None
        above_stack = above[above.index(stack[0]) + 1 :][:1]
        named = [rank for rank in above_stack if is_label_head(lines[rank].words)]
        return given or columns, (*named, *stack)
    return None


def _single_columns(lines: Sequence[Line], taken: Sequence[range]) -> list[Draft]:
    """Tables of one column: a short line of heads that ends in a year or a known head, then rows of one figure each."""
    drafts: list[Draft] = []
    rank = 0
    spans = iter([*taken, range(len(lines), len(lines))])
    span = next(spans)
    while rank < len(lines):
        while rank >= span.stop:
            span = next(spans)
        line = lines[rank]
        draft = None
        if rank not in span and not line.blank and not line.in_cell and 4 <= len(line.text.strip()) <= 90:
            draft = _single_column(lines, rank, span.start)
        if draft is not None:
            drafts.append(draft)
        rank = draft.last + 1 if draft else rank + 1
    return drafts


def _single_column(lines: Sequence[Line], head: int, end: int) -> Draft | None:
    words = lines[head].text.split()
    if not 2 <= len(words) <= 8 or not head_like(words[-1]) or words[-1].isupper() and len(words[-1]) < 3:
        return None
    columns = columns_of_line(lines[head].text, 1)
    if columns is None or not (columns[0].year or columns[0].head):
        return None
    entries: list[Entry] = []
    misses = 0
    for rank in range(head + 1, end):
        line = lines[rank]
        if line.blank:
            continue
        entry = single_entry(rank, line) if not line.in_cell else None
        misses = misses + 1 if entry is None else 0
        if line.in_cell or misses > (1 if entries else 0):
            break
        if entry is not None:
            entries.append(entry)
    grouped = all(re.fullmatch(r"\d{3}(?:,\d+)?", cell.text) for entry in entries for cell in entry.cells[1:])
    if len(entries) < 3 or not (grouped or usual_count(entries) == 1):
        return None
    rows = rows_of(Body(tuple(entries), 1, loose=usual_count(entries) != 1), lines, head + 1, [])
    return Draft(columns, rows, (head,), head, rows[-1].last, True)
