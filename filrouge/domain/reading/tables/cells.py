"""Tables of figures in cells, be they real cells of the file or lines whose cells are parted by tabs or bars."""

from __future__ import annotations

import re
from collections.abc import Sequence

from filrouge.domain.language.words import fold
from filrouge.domain.model import Place
from filrouge.domain.reading.tables.bodies import Figure
from filrouge.domain.reading.tables.drafts import Draft
from filrouge.domain.reading.tables.heads import (
    Column,
    column_of,
    give_years,
    is_unit,
    without_marks,
    year_in,
    years_of_line,
)
from filrouge.domain.reading.tables.lexicon import words_of
from filrouge.domain.reading.tables.numbers import is_empty, is_year, parse_number
from filrouge.domain.reading.tables.page import Grid, GridCell
from filrouge.domain.reading.tables.quotes import is_matrix, kinds_of_heads
from filrouge.domain.reading.tables.rows import RawRow

_MOST_HEAD_ROWS = 5
_UNIT_END = re.compile(r"\s*(?:€|%|eur|keur|etp|vte|fte)$", re.IGNORECASE)


def grid_draft(grid: Grid) -> Draft | None:
    """The table of figures that a grid is, or None when it is one of words."""
    split = _head_rows(grid)
    if split is None:
        return None
    heads: Sequence[Sequence[GridCell | None]] = grid.rows[:split]
    if any(is_matrix(kinds_of_heads(_texts(row))) for row in heads):
        return None
    body = grid.rows[split:]
    columns = _figure_columns(heads, body, grid.width)
    if not columns:
        return None
    labels = [c for c in range(grid.width) if c < columns[0]]
    rows, years = _rows(body, columns, labels)
    if not rows or sum(not f.empty for row in rows for f in row.figures) < 2:
        return None
    caption, heads = _caption(heads, grid.width)
    named = _columns(heads, columns)
    if named is None:
        return None
    last = grid.blocks.stop - 1
    first = grid.blocks.start
    return Draft(named, rows, tuple(range(first, rows[0].first)), first, last, False, caption=caption, years=years)


def _is_figure(text: str) -> bool:
    bare = _UNIT_END.sub("", text.strip())
    return len(bare) < 30 and not is_year(bare) and parse_number(bare) is not None


def _head_rows(grid: Grid) -> int | None:
    """How many rows stand above the figures; None when the table has no heads, or no figures."""
    for rank, row in enumerate(grid.rows[: _MOST_HEAD_ROWS + 1]):
        texts = _texts(row)
        figures = sum(map(_is_figure, texts[1:]))
        if figures and figures * 2 >= sum(bool(text) for text in texts[1:]) or figures > 1:
            return rank or None
        if figures and rank and sum(bool(text) for text in texts) >= 2:
            return rank
    return None


def _texts(row: Sequence[GridCell | None]) -> list[str]:
    return [cell.text if cell is not None else "" for cell in row]


def _figure_columns(
    heads: Sequence[Sequence[GridCell | None]], body: Sequence[Sequence[GridCell | None]], width: int
) -> list[int]:
    """The columns that hold figures, those of labels (and of their ranks or codes) before them left out."""
    shares: list[float] = []
    for c in range(width):
        here = [cell.text for row in body if (cell := row[c]) is not None and cell.column == c and cell.text]
        texts = [text for text in here if year_in(text.split()[0]) is None]
        figures = sum(_is_figure(text) for text in texts)
        empties = sum(is_empty(text) for text in texts)
        shares.append((figures + empties) / len(texts) if figures else 0.0)
    wordy = [c for c in range(width) if shares[c] < 0.6 and _filled(body, c)]
    if not wordy:
        return []
    figures_at = [c for c in range(width) if shares[c] >= 0.6 and c > wordy[0]]
    return figures_at if figures_at and _rows_are_labels(heads, wordy, figures_at) else []


def _rows_are_labels(heads: Sequence[Sequence[GridCell | None]], wordy: Sequence[int], figures: Sequence[int]) -> bool:
    """Whether the words of the rows are labels of figures, not statements with a figure among other columns."""
    before = [c for c in wordy if c < figures[0]]
    after = [c for c in wordy if c > figures[0]]
    if len(before) > (1 if len(figures) == 1 else 3) or len(after) > 1:
        return False
    if not after or len(figures) > 1:
        return True
    return any(
        cell is not None and words_of("REMARKS").search(fold(cell.text)) for row in heads if (cell := row[after[0]])
    )


def _filled(body: Sequence[Sequence[GridCell | None]], column: int) -> bool:
    return any(cell is not None and cell.text for row in body if (cell := row[column]) is not None)


def _rows(
    body: Sequence[Sequence[GridCell | None]], columns: Sequence[int], labels: Sequence[int]
) -> tuple[tuple[RawRow, ...], tuple[int, ...]]:
    """The rows with a figure, and the years that the last rows print below the columns."""
    rows: list[RawRow] = []
    years: tuple[int, ...] = ()
    for row in body:
        cells = [row[c] for c in columns]
        texts = [cell.text if cell is not None else "" for cell in cells]
        if not any(map(_is_figure, texts)):
            below = years_of_line(" ".join(dict.fromkeys(filter(None, texts))))
            years = below[0] if below else years
            continue
        here = [cell for cell in (*(row[c] for c in labels), *cells) if cell is not None and cell.blocks]
        label = _label([row[c] for c in labels])
        figures = tuple(map(_figure, cells, texts))
        place = here[0].place.join(here[-1].place)
        rows.append(RawRow(label, figures, place, here[0].blocks[0], here[-1].blocks[-1]))
    return tuple(rows), years


def _label(cells: Sequence[GridCell | None]) -> str:
    """The label of a row: the last column of words that is filled, after its rank or code; a merged group does not
    count."""
    texts = [cell.text for cell in cells if cell is not None and cell.text]
    wordy = [text for text in texts if any(c.isalpha() for c in text)]
    return (wordy or texts or [""])[-1]


def _figure(cell: GridCell | None, text: str) -> Figure:
    place = cell.place if cell is not None else Place(0, 0)
    return Figure(_UNIT_END.sub("", text.strip()), place, not _is_figure(text))


def _caption(heads: Sequence[Sequence[GridCell | None]], width: int) -> tuple[str, Sequence[Sequence[GridCell | None]]]:
    """A first row that is one cell over the whole width is the title of the table."""
    caption = ""
    while heads and len(heads) > 1:
        texts = list(dict.fromkeys(filter(None, _texts(heads[0]))))
        first = heads[0][0]
        whole = first is not None and first.spans_columns >= width
        alone = len(texts) == 1 and first is not None and first.text == texts[0] and all(
            cell is None or not cell.text or cell is first for cell in heads[0]
        )  # fmt: skip
        if not (whole or alone) or year_in(texts[0] if texts else "") is not None:
            break
        caption = f"{caption} {texts[0] if texts else ''}".strip()
        heads = heads[1:]
    return caption, heads


def _columns(heads: Sequence[Sequence[GridCell | None]], columns: Sequence[int]) -> tuple[Column, ...] | None:
    """Year and head of each column out of the rows of heads; an empty cell in a row of years takes the year before
    it."""
    years: dict[int, int] = {}
    names: dict[int, list[str]] = {c: [] for c in columns}
    loose: tuple[int, ...] = ()
    for row in heads:
        texts = {c: (cell.text if (cell := row[c]) is not None else "") for c in columns}
        named = {c: column_of(text) for c, text in texts.items() if text}
        dated = {c: column for c, column in named.items() if column.year is not None}
        if dated and len(dated) == len(named) and len(named) < len(columns):
            dated, loose = _filled_years(texts, dated, columns, loose)
        for c, column in named.items():
            if c not in dated and not is_unit(column.head):
                names[c].append(column.head)
        for c, column in dated.items():
            years[c] = column.year or 0
            if column.head:
                names[c].append(column.head)
    heads_of = _names(names, years, columns)
    found = tuple(Column(years.get(c), head) for c, head in zip(columns, heads_of, strict=True))
    if not years and loose:
        found = give_years(found, loose) or found
    return found if any(column.year is not None or column.head for column in found) else None


def _filled_years(
    texts: dict[int, str], dated: dict[int, Column], columns: Sequence[int], loose: tuple[int, ...]
) -> tuple[dict[int, Column], tuple[int, ...]]:
    """A row of years with blanks: each blank has the year to its left; years crowded at the left share the columns."""
    first = min(dated)
    crowded = sorted(dated) == list(columns[: len(dated)]) and len(dated) > 1
    if crowded or not texts.get(columns[0]):
        return {}, tuple(column.year or 0 for _, column in sorted(dated.items()))
    out: dict[int, Column] = {}
    now = dated[first]
    for c in columns:
        now = dated.get(c, now)
        out[c] = now
    return out, loose


def _names(names: dict[int, list[str]], years: dict[int, int], columns: Sequence[int]) -> list[str]:
    """The lowest head of each column; with those above it when two columns of a year would bear the same."""
    distinct = {c: list(dict.fromkeys(filter(None, names[c]))) for c in columns}
    lowest = {c: distinct[c][-1] if distinct[c] else "" for c in columns}
    keys = [(years.get(c), fold(lowest[c])) for c in columns]
    out = []
    for c, key in zip(columns, keys, strict=True):
        twice = keys.count(key) > 1 and len(distinct[c]) > 1
        out.append(" ".join(distinct[c]) if twice else lowest[c])
    groups: dict[int | None, list[str]] = {}
    for c, head in zip(columns, out, strict=True):
        groups.setdefault(years.get(c), []).append(head)
    bare = {year: iter(without_marks(group)) for year, group in groups.items()}
    return [next(bare[years.get(c)]) for c in columns]
