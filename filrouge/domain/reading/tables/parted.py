"""Lines of text whose cells are parted by tabs or by bars, read as grids."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from filrouge.domain.model import Place
from filrouge.domain.reading.tables.heads import year_in, years_of_line
from filrouge.domain.reading.tables.page import Grid, GridCell, Line, is_heading

_RULE = re.compile(r"[\s|:+=-]+")


def parted_grids(lines: Sequence[Line]) -> list[Grid]:
    """Runs of lines with tabs, or with bars, as grids; blank lines between do not matter."""
    found: list[Grid] = []
    run: list[Line] = []
    sign = ""
    for line in lines:
        if line.blank and "\t" not in line.text:
            continue
        here = "" if line.in_cell or line.blank or is_heading(line) else _sign(line.text)
        if here != sign:
            found += _grid(run, sign)
            run, sign = [], here
        if here and not (here == "|" and _RULE.fullmatch(line.text)):
            run.append(line)
    return found + _grid(run, sign)


def _sign(text: str) -> str:
    if text.count("|") >= 2:
        return "|"
    return "\t" if "\t" in text.strip(" ").rstrip("\t") else ""


def _grid(run: Sequence[Line], sign: str) -> list[Grid]:
    if len(run) < 2:
        return []
    rows = [_cells(line, row, sign) for row, line in enumerate(run)]
    widths = [len(row) for row in rows]
    width = max(set(widths), key=lambda w: (widths.count(w), w))
    filled: list[tuple[GridCell | None, ...]] = []
    for row, line in zip(rows, run, strict=True):
        kept = _shared_years(row, line, width) or row[:width]
        filled.append((*kept, *[None] * (width - len(kept))))
    place = run[0].place.join(run[-1].place)
    return [Grid(range(run[0].block, run[-1].block + 1), tuple(filled), place)]


def _shared_years(row: Sequence[GridCell], line: Line, width: int) -> list[GridCell] | None:
    """A row of fewer cells that are all years: each covers as many of the columns of figures as the others."""
    named = [cell for cell in row if cell.text]
    if len(row) >= width or not named or any(year_in(cell.text.split()[0]) is None for cell in named):
        return None
    times, rest = divmod(width - 1, len(named))
    if rest or years_of_line(line.text.replace("|", " ")) is None:
        return None
    return [replace(row[0], text=""), *(cell for cell in named for _ in range(times))]


def _cells(line: Line, row: int, sign: str) -> list[GridCell]:
    text = line.text.rstrip(" ")
    at = 0
    if sign == "|":
        at = text.index("|") + 1 if text.lstrip().startswith("|") else 0
        text = text.removesuffix("|")
    out = []
    for column, piece in enumerate(text[at:].split(sign)):
        lead = len(piece) - len(piece.lstrip()) if piece.strip() else 0
        start = line.start + at + lead
        out.append(
            GridCell(" ".join(piece.split()), (line.block,), Place(start, start + len(piece.strip())), row, column, 1)
        )
        at += len(piece) + 1
    return out
