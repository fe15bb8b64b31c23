"""A table as a grid of inputs: figures under heads and years, a communication plan, or words.

The grid holds what stands in the inputs, as it was typed, so that a form comes back as it was sent. Rows and columns
are added and dropped by buttons that send the form, so that no script is needed. Figures are read in the language in
which the form was written, and exactly.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext

from filrouge.domain.language.formatting import format_number
from filrouge.domain.language.quantities import parse_number
from filrouge.domain.model import LANGUAGES
from filrouge.domain.model.plan import COMMUNICATION_COLUMNS, PlanRow, PlanTable
from filrouge.web.documents.labels import COMMUNICATION

FIGURES, MESSAGES, TEXT = "figures", "communication", "words"
SHAPES = (FIGURES, MESSAGES, TEXT)
_MOST_ROWS, _MOST_COLUMNS = 1000, 100
_FIGURE = re.compile(r"[-+]?[0-9.,'\s]{1,60}")
_ORDER = re.compile(r"(row|column|drop-row|drop-column)-(\d{1,4})")
Key = tuple[str, int | None, int]


def shape_of(table: PlanTable) -> str:
    """Which of SHAPES a table has."""
    if table.kind == "communication":
        return MESSAGES
    return FIGURES if table.rows or (table.kind != "other" and not table.lines) else TEXT


def columns_of(table: PlanTable) -> tuple[Key, ...]:
    """The columns of a table of figures: head, year, and which of those with the same head and year."""
    return tuple(dict.fromkeys(key for row in table.rows for key, _ in _placed(row)))


def values_of(row: PlanRow) -> dict[Key, Decimal]:
    """The figures of a row by their column."""
    return dict(_placed(row))


def _placed(row: PlanRow) -> Iterator[tuple[Key, Decimal]]:
    seen: Counter[tuple[str, int | None]] = Counter()
    for column, year, value in row.cells:
        yield (column, year, seen[column, year]), value
        seen[column, year] += 1


@dataclass(slots=True)
class Head:
    """The head of a column as typed."""

    text: str = ""
    year: str = ""


@dataclass(slots=True)
class Line:
    """A row as typed."""

    cells: list[str]
    label: str = ""
    total: bool = False

    @property
    def is_blank(self) -> bool:
        return not self.label and not any(self.cells)


@dataclass
class Grid:
    """The inputs of a table. ``errors`` has a sentence by the name of an input; ``focus`` is the input to stand in."""

    shape: str
    heads: list[Head]
    lines: list[Line]
    language: str
    errors: dict[str, str] = field(default_factory=dict)
    focus: str = ""

    @staticmethod
    def of(table: PlanTable, language: str) -> Grid:
        """The grid that shows a table, its figures as this language writes them, with every digit."""
        shape = shape_of(table)
        if shape == FIGURES:
            keys = columns_of(table)
            named = {head for head, _, _ in keys}
            keys += tuple((head, None, 0) for head in table.columns if head not in named)
            heads = [Head(head, str(year) if year else "") for head, year, _ in keys]
            return Grid(shape, heads, [_written(row, keys, language) for row in table.rows], language)
        known = [str(one) for one in COMMUNICATION.values()] if shape == MESSAGES else table.columns
        width = max([len(known), *map(len, table.lines)], default=0)
        heads = [Head(known[rank] if rank < len(known) else "") for rank in range(width)]
        lines = [Line([*line, *[""] * (width - len(line))]) for line in table.lines]
        return Grid(shape, heads, lines, language)

    @staticmethod
    def new(shape: str, language: str, years: Sequence[int] = ()) -> Grid:
        """An empty grid to begin with: a column for each of the years, if any."""
        heads = [Head(year=str(year)) for year in years] or [Head(), Head(), Head()]
        if shape != FIGURES:
            heads = [Head(str(one)) for one in COMMUNICATION.values()] if shape == MESSAGES else [Head(), Head()]
        return Grid(shape, heads, [Line([""] * len(heads)) for _ in range(3)], language)

    @staticmethod
    def sent(data: Mapping[str, Any], shape: str, language: str) -> Grid:
        """The grid that a form sent; its figures are in the language that the form says, else in this one."""
        written = str(data.get("writing", ""))
        columns = _count(data.get("columns"), _MOST_COLUMNS)
        heads = [Head(_typed(data, f"head-{c}"), _typed(data, f"year-{c}")) for c in range(columns)]
        lines = [
            Line(
                [_typed(data, f"cell-{r}-{c}") for c in range(columns)],
                _typed(data, f"label-{r}"),
                f"total-{r}" in data,
            )
            for r in range(_count(data.get("rows"), _MOST_ROWS))
        ]
        grid = Grid(shape, heads, lines, written if written in LANGUAGES else language)
        if shape == MESSAGES:
            for head, name in zip(heads, COMMUNICATION.values(), strict=False):
                head.text = str(name)
        return grid

    @property
    def width(self) -> int:
        return len(self.heads)

    @property
    def is_of_figures(self) -> bool:
        return self.shape == FIGURES

    @property
    def is_worded(self) -> bool:
        return self.shape != FIGURES

    def told(self, order: str) -> None:
        """Do what a button says: ``row-2`` puts a row before the third, ``drop-column-0`` drops the first column."""
        match = _ORDER.fullmatch(order)
        if match is None:
            return
        verb, rank = match[1], int(match[2])
        if verb == "row" and len(self.lines) < _MOST_ROWS:
            self.lines.insert(rank, Line([""] * self.width))
            rank = min(rank, len(self.lines) - 1)
            self.focus = f"label-{rank}" if self.shape == FIGURES else f"cell-{rank}-0"
        elif verb == "column" and self.width < _MOST_COLUMNS and self.shape != MESSAGES:
            self.heads.insert(rank, Head())
            for line in self.lines:
                line.cells.insert(rank, "")
            self.focus = f"head-{min(rank, self.width - 1)}"
        elif verb == "drop-row":
            del self.lines[rank : rank + 1]
        elif verb == "drop-column" and self.shape != MESSAGES:
            del self.heads[rank : rank + 1]
            for line in self.lines:
                del line.cells[rank : rank + 1]

    def told_in(self, table: PlanTable) -> PlanTable:
        """The table with the content of the grid; rows and columns in which nothing stands are left out. What was not
        changed stays exactly as it was. ``errors`` says what cannot be read; the table then means nothing."""
        self.errors = {}
        if Grid.of(table, self.language) == replace(self, focus=""):
            return table
        if self.shape == FIGURES:
            return self._figures(table)
        most = len(COMMUNICATION_COLUMNS)
        kept = [c for c in range(self.width) if self.shape == MESSAGES or self._is_used(c)]
        heads = tuple(self.heads[c].text for c in kept)
        lines = [tuple(line.cells[c] for c in kept) for line in self.lines if not line.is_blank]
        if self.shape == MESSAGES:
            return replace(table, lines=tuple(line[:most] + _stripped(line[most:]) for line in lines))
        return replace(table, columns=heads if any(heads) else (), lines=tuple(lines))

    def _figures(self, table: PlanTable) -> PlanTable:
        kept = [c for c in range(self.width) if self._is_used(c)]
        keys = {c: (self.heads[c].text, self._year(c)) for c in kept}
        for c in kept:
            if list(keys.values()).count(keys[c]) > 1 and c != next(one for one in kept if keys[one] == keys[c]):
                self.errors.setdefault(
                    f"head-{c}", gettext("Another column has the same head and year; change one of the two.")
                )
        rows: list[PlanRow] = []
        for r, line in enumerate(self.lines):
            if line.is_blank:
                continue
            values = ((keys[c], self._figure(r, c)) for c in kept)
            cells = tuple((head, year, value) for (head, year), value in values if value is not None)
            rows.append(_same(PlanRow(line.label, cells, line.total), table, len(rows)))
        heads = tuple(dict.fromkeys(head for head, _ in keys.values() if head))
        return replace(table, columns=table.columns if set(heads) == set(table.columns) else heads, rows=tuple(rows))

    def _is_used(self, c: int) -> bool:
        return bool(self.heads[c].text or self.heads[c].year) or any(line.cells[c] for line in self.lines)

    def _year(self, c: int) -> int | None:
        typed = self.heads[c].year
        if not typed:
            return None
        if not re.fullmatch("[12][0-9]{3}", typed):
            self.errors[f"year-{c}"] = gettext("Write the year with four figures, such as 2027, or leave it empty.")
            return None
        return int(typed)

    def _figure(self, r: int, c: int) -> Decimal | None:
        typed = self.lines[r].cells[c]
        if not typed:
            return None
        plain = typed.replace("\u2212", "-")
        value = parse_number(plain, self.language) if _FIGURE.fullmatch(plain) else None
        if value is None:
            params = {"found": typed[:40], "example": format_number(Decimal("1250.5"), self.language)}
            self.errors[f"cell-{r}-{c}"] = (
                gettext("“%(found)s” is not a figure; write it like %(example)s, or leave it empty.") % params
            )
        return value

    # --- for the template ---

    def head_cells(self) -> Iterator[dict[str, Any]]:
        """The inputs of the heads."""
        for c, head in enumerate(self.heads):
            yield {
                "rank": c,
                "head": self._input(f"head-{c}", head.text),
                "year": self._input(f"year-{c}", head.year),
                "name": " ".join(filter(None, (head.text, head.year))) or str(c + 1),
            }

    def rows(self) -> Iterator[dict[str, Any]]:
        """The inputs of the rows, each cell with what it is called."""
        heads = [one["name"] for one in self.head_cells()]
        for r, line in enumerate(self.lines):
            yield {
                "rank": r,
                "name": line.label or str(r + 1),
                "label": self._input(f"label-{r}", line.label),
                "total": line.total,
                "cells": [
                    {**self._input(f"cell-{r}-{c}", text), "column": name}
                    for c, (text, name) in enumerate(zip(line.cells, heads, strict=True))
                ],
            }

    def _input(self, name: str, value: str) -> dict[str, Any]:
        return {"key": name, "value": value, "error": self.errors.get(name, ""), "focus": self.focus == name}


def _written(row: PlanRow, keys: Sequence[Key], language: str) -> Line:
    values = values_of(row)
    cells = [format_number(values[key], language) if key in values else "" for key in keys]
    return Line(cells, row.label, row.total)


def _same(row: PlanRow, table: PlanTable, rank: int) -> PlanRow:
    """The row with its cells in the order in which they stood, when it still has the same ones."""
    places = [cell[:2] for cell in table.rows[rank].cells] if rank < len(table.rows) else []
    if sorted(map(str, places)) != sorted(str(cell[:2]) for cell in row.cells) or len(set(places)) < len(places):
        return row
    return replace(row, cells=tuple(sorted(row.cells, key=lambda cell: places.index(cell[:2]))))


def _stripped(extra: tuple[str, ...]) -> tuple[str, ...]:
    return extra if any(extra) else ()


def _typed(data: Mapping[str, Any], name: str) -> str:
    return str(data.get(name, "")).replace("\x00", "").replace("\r\n", "\n").strip()


def _count(value: Any, most: int) -> int:
    return min(int(value), most) if str(value).isascii() and str(value).isdecimal() and len(str(value)) < 6 else 0
