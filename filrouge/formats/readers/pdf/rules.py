"""The rules drawn on a PDF page, and the grids and frames that they make."""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

_THIN = 2.5  # points: a filled shape no thicker is a rule
_SHORT = 6.0  # a rule no longer is a tick or a letter drawn as a path
_SNAP = 3.0  # edges closer than this are the same edge
_MOST_MEETINGS = 250_000  # rules across times rules upright: no table has more
_MOST_SEGMENTS = 8_000  # past it the page is a drawing, not a table


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: ``at`` is its y when it lies (``level``), else its x; it runs from ``start`` to ``end``."""

    level: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Area:
    """A cell of a grid: its row, its column, and how many of each it covers."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(slots=True)
class Grid:
    """A ruled table, or a frame when it has one cell; ``xs`` and ``ys`` are its edges from left and from top.

    ``ranks`` says which of its ``cells`` covers a place (row, column).
    """

    xs: list[float]
    ys: list[float]
    cells: list[Area] = field(default_factory=list)
    ranks: dict[tuple[int, int], int] = field(default_factory=dict)

    def cell_at(self, x: float, y: float) -> int | None:
        """The rank of the cell that holds the point, None when it stands outside."""
        return self.ranks.get((bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1))

    @property
    def left(self) -> float:
        return self.xs[0]

    @property
    def right(self) -> float:
        return self.xs[-1]

    @property
    def top(self) -> float:
        return self.ys[0]

    @property
    def bottom(self) -> float:
        return self.ys[-1]


def page_rules(page: Any, width: float, height: float, turn: int) -> list[Rule]:
    """The straight rules of a page, in the upright coordinates of its words (see ``words``); none for a drawing."""
    rules: list[Rule] = []
    seen = 0
    for rank in range(pdfium.FPDFPage_CountObjects(page)):
        shape = pdfium.FPDFPage_GetObject(page, rank)
        if pdfium.FPDFPageObj_GetType(shape) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        count = pdfium.FPDFPath_CountSegments(shape)
        seen += max(count, 1)
        if seen > _MOST_SEGMENTS:
            return []
        rules += _path_rules(shape, count)
    return [upright for rule in rules if (upright := _turned(rule, width, height, turn))]


def _path_rules(shape: Any, count: int) -> list[Rule]:
    """The rules of a path in page coordinates (y upwards): its edges when stroked, its axis when thin and filled."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(shape, fill, stroke)
    if not (fill.value or stroke.value):
        return []
    found: list[Rule] = []
    for points, straight in _subpaths(shape, count):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        wide, high = max(xs) - min(xs), max(ys) - min(ys)
        if min(wide, high) <= _THIN:
            if max(wide, high) > _SHORT:
                level = wide >= high
                middle = (min(ys) + max(ys)) / 2 if level else (min(xs) + max(xs)) / 2
                found.append(Rule(level, middle, min(xs) if level else min(ys), max(xs) if level else max(ys)))
        elif stroke.value and straight:
            for (x1, y1), (x2, y2) in pairwise(points):
                if abs(y1 - y2) < 0.5 and abs(x1 - x2) > _SHORT:
                    found.append(Rule(True, y1, min(x1, x2), max(x1, x2)))
                elif abs(x1 - x2) < 0.5 and abs(y1 - y2) > _SHORT:
                    found.append(Rule(False, x1, min(y1, y2), max(y1, y2)))
    return found


def _subpaths(shape: Any, count: int) -> list[tuple[list[tuple[float, float]], bool]]:
    """The points of each part of a path, closed where it closes, and whether it is drawn in straight lines."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(shape, matrix):
        return []
    a, b, c, d, e, f = matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
    x, y = ctypes.c_float(), ctypes.c_float()
    found: list[tuple[list[tuple[float, float]], bool]] = []
    for rank in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(shape, rank)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if kind == pdfium.FPDF_SEGMENT_MOVETO or not found:
            found.append(([point], True))
            continue
        points, straight = found[-1]
        points.append(point)
        found[-1] = (points, straight and kind == pdfium.FPDF_SEGMENT_LINETO)
        if pdfium.FPDFPathSegment_GetClose(segment) and points[0] != point:
            points.append(points[0])
    return found


def _turned(rule: Rule, width: float, height: float, turn: int) -> Rule | None:
    at, start, end = rule.at, rule.start, rule.end
    if turn == 0:
        return Rule(True, height - at, start, end) if rule.level else Rule(False, at, height - end, height - start)
    if turn == 90:  # x' = y, y' = x
        return Rule(not rule.level, at, start, end)
    if turn == 180:  # x' = width - x, y' = y
        return Rule(True, at, width - end, width - start) if rule.level else Rule(False, width - at, start, end)
    start, end = (width - end, width - start) if rule.level else (height - end, height - start)
    return Rule(not rule.level, (height if rule.level else width) - at, start, end)  # x' = height - y, y' = width - x


def grids(rules: list[Rule]) -> list[Grid]:
    """The grids that the rules make, from the top of the page down; rules that enclose nothing make none."""
    lying, standing = _joined([r for r in rules if r.level]), _joined([r for r in rules if not r.level])
    if len(lying) * len(standing) > _MOST_MEETINGS:
        return []
    group: dict[int, list[Rule]] = {}
    owner: dict[Rule, int] = {}
    for number, rule in enumerate(lying + standing):
        owner[rule], group[number] = number, [rule]
    for across in lying:
        for upright in standing:
            if _meet(across, upright) and owner[across] != owner[upright]:
                kept, gone = owner[across], owner[upright]
                for rule in group[gone]:
                    owner[rule] = kept
                group[kept] += group.pop(gone)
    found = [grid for members in group.values() if (grid := _grid(members))]
    return sorted(found, key=lambda grid: (grid.top, grid.left))


def _meet(across: Rule, upright: Rule) -> bool:
    return (
        across.start - _SNAP <= upright.at <= across.end + _SNAP
        and upright.start - _SNAP <= across.at <= upright.end + _SNAP
    )


def _joined(rules: list[Rule]) -> list[Rule]:
    """Pieces of one line put together: cell borders are drawn cell by cell, and often twice."""
    found: list[Rule] = []
    lines: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: r.at):
        if lines and rule.at - lines[-1][0].at <= _SNAP:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    for line in lines:
        line.sort(key=lambda r: r.start)
        first = line[0]
        at, start, end = first.at, first.start, first.end
        for rule in line[1:]:
            if rule.start <= end + _SNAP:
                end = max(end, rule.end)
            else:
                found.append(Rule(first.level, at, start, end))
                start, end = rule.start, rule.end
        found.append(Rule(first.level, at, start, end))
    return found


def _grid(rules: list[Rule]) -> Grid | None:
    lying, standing = [r for r in rules if r.level], [r for r in rules if not r.level]
    xs, ys = _edges([r.at for r in standing]), _edges([r.at for r in lying])
    if len(xs) < 2 or len(ys) < 2:
        return None
    grid = Grid(xs, ys)
    closed_right = {
        (row, column)
        for column in range(len(xs) - 1)
        for row in range(len(ys) - 1)
        if _covered(standing, xs[column + 1], ys[row], ys[row + 1])
    }
    closed_below = {
        (row, column)
        for row in range(len(ys) - 1)
        for column in range(len(xs) - 1)
        if _covered(lying, ys[row + 1], xs[column], xs[column + 1])
    }
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) not in grid.ranks:
                _add_cell(grid, row, column, closed_right, closed_below)
    return grid


def _add_cell(
    grid: Grid, row: int, column: int, closed_right: set[tuple[int, int]], closed_below: set[tuple[int, int]]
) -> None:
    """The cell whose top left is there, grown to the right and then down as far as no rule stops it."""
    columns = rows = 1
    while column + columns < len(grid.xs) - 1 and (row, column + columns - 1) not in closed_right:
        if (row, column + columns) in grid.ranks:
            break
        columns += 1
    span = range(column, column + columns)
    while row + rows < len(grid.ys) - 1 and all((row + rows - 1, at) not in closed_below for at in span):
        if any((row + rows, at) in grid.ranks for at in span):
            break
        rows += 1
    grid.ranks.update({(down, at): len(grid.cells) for down in range(row, row + rows) for at in span})
    grid.cells.append(Area(row, column, rows, columns))


def _covered(rules: list[Rule], at: float, start: float, end: float) -> bool:
    """A rule at that coordinate covers the middle of the stretch."""
    middle = (start + end) / 2
    return any(abs(rule.at - at) <= _SNAP and rule.start <= middle <= rule.end for rule in rules)


def _edges(values: list[float]) -> list[float]:
    """Distinct coordinates in order, those within the snap taken as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _SNAP:
            found.append(value)
    return found
