"""Tables that came back, cell by cell: figures exact, rows and columns known by their heads."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from filrouge.domain.language.quantities import parse_number
from filrouge.domain.model.plan import PlanRow, PlanTable
from filrouge.formats.readers.plan.coming import squeezed
from filrouge.formats.writers.plan.analysis import Column, columns_of

_YEAR = re.compile(r"(.*?)\s*\b((?:19|20)\d\d)")
_MINUS = str.maketrans({"−": "-", "–": "-", "‑": "-"})
Texts = Sequence[Sequence[str]]
Tell = Callable[[str], None]


def number_in(text: str, language: str) -> Decimal | None:
    """The exact value of a figure as people write it, None when it is none; a sign of percent may follow."""
    plain = text.translate(_MINUS).strip().rstrip("%").strip()
    negative = plain.startswith("-")
    value = (
        parse_number(plain.lstrip("+-"), language) if re.fullmatch(r"[+-]?\d[\d\s.,'\u00a0\u202f]*", plain) else None
    )
    return None if value is None else -value if negative else value


def same(one: Texts, other: Texts) -> bool:
    """Whether two tables say the same, empty cells at the end of a row apart."""

    def plain(rows: Texts) -> list[list[str]]:
        return [_trimmed([squeezed(text) for text in row]) for row in rows]

    return [row for row in plain(one) if row] == [row for row in plain(other) if row]


def _trimmed(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row = row[:-1]
    return row


def with_figures(
    table: PlanTable, head: Sequence[str], left: Texts, came: Texts, language: str, tell: Tell
) -> PlanTable:
    """The table with the figures that came; ``head`` and ``left`` are what was printed of it. ``tell`` is told the
    words of a figure that cannot be read; the one of before stays then."""
    columns = columns_of(table)
    heads = list(head[1:])
    new_columns = _columns(columns, heads, [squeezed(text) for text in came[0][1:]] if came else [])
    rows: list[PlanRow] = []
    waiting = list(range(len(table.rows)))
    for texts in came[1:]:
        if not any(text.strip() for text in texts):
            continue
        label = texts[0].strip()
        rank = next((k for k in waiting if squeezed(left[k][0]) == squeezed(label)), None)
        if rank is not None:
            waiting.remove(rank)
        old = left[rank] if rank is not None else ()
        base = table.rows[rank] if rank is not None else PlanRow(label, ())
        values = _values(base)
        cells = []
        for (column, at), text in zip(new_columns, texts[1:], strict=False):
            value = _value(text, old[at + 1] if at is not None and old else "", values.get(column), language, tell)
            if value is not None:
                cells.append((column[0], column[1], value))
        kept = base.label if squeezed(base.label) == squeezed(label) else label
        same_cells = len(cells) == len(base.cells) and set(cells) == set(base.cells)
        rows.append(PlanRow(kept, base.cells if same_cells else tuple(cells), base.total))
    return replace(table, rows=tuple(rows), columns=_names(table, columns, [column for column, _ in new_columns]))


def _values(row: PlanRow) -> dict[Column, Decimal]:
    found: dict[Column, Decimal] = {}
    for column, year, value in row.cells:
        rank = 0
        while (column, year, rank) in found:
            rank += 1
        found[column, year, rank] = value
    return found


def _columns(columns: Sequence[Column], heads: Sequence[str], came: Sequence[str]) -> list[tuple[Column, int | None]]:
    """The column that each head names, with its rank among those that left; a new one for a head that none had."""
    waiting = list(range(len(columns)))
    found: list[tuple[Column, int | None]] = []
    for text in came:
        at = next((k for k in waiting if squeezed(heads[k]) == text), None)
        if at is not None:
            waiting.remove(at)
            found.append((columns[at], at))
        elif text:
            match = _YEAR.fullmatch(text)
            found.append(((match[1], int(match[2]), 0) if match else (text, None, 0), None))
        else:
            found.append((("", None, 0), None))
    return found


def _value(text: str, old: str, before: Decimal | None, language: str, tell: Tell) -> Decimal | None:
    if squeezed(text) == squeezed(old):
        return before
    if not text.strip():
        return None
    value = number_in(text, language)
    if value is None:
        tell(text.strip())
        return before
    return value


def _names(table: PlanTable, old: Sequence[Column], new: Sequence[Column]) -> tuple[str, ...]:
    """The heads of the table: those of before that still stand, and the new ones."""
    was, now = {column for column, _, _ in old}, [column for column, _, _ in new if column]
    kept = [name for name in table.columns if name in now or name not in was]
    return (*kept, *dict.fromkeys(name for name in now if name not in was and name not in kept))


def with_lines(table: PlanTable, head: Sequence[str], left: Texts, came: Texts) -> PlanTable:
    """The table with the words that came, row by row."""
    rows = list(came)
    columns = table.columns
    if head and rows:
        first, rows = rows[0], rows[1:]
        if not same([first], [head]) and table.kind != "communication":
            columns = tuple(_trimmed([text.strip() for text in first]))
    waiting = list(range(len(table.lines)))
    widths = {len(line) for line in table.lines}
    width = widths.pop() if len(widths) == 1 else 0
    lines = []
    for texts in rows:
        rank = next((k for k in waiting if same([left[k]], [texts])), None)
        if rank is not None:
            waiting.remove(rank)
            lines.append(table.lines[rank])
        elif any(text.strip() for text in texts):
            cells = _trimmed([text.strip() for text in texts])
            lines.append((*cells, *[""] * (width - len(cells))))
    return replace(table, columns=columns, lines=tuple(lines))
