"""Text that stands side by side: columns of prose are read one after the other, aligned cells line by line."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from filrouge.formats.readers.pdf.lines import Line, Piece, merged

_GUTTER = 9.0  # points: a narrower corridor is chance
_FAR = 2.2  # of the size: a larger step down ends a band that only one column still fills
_TOO_FAR = 3.5  # and one that ends any band
_PROSE_LINES = 4  # lines side by side that make columns
_PROSE_WIDTH = 0.22  # of the band's width, the narrowest column of prose
_PROSE_FILL = 0.5  # of the column's width, what its middle line fills
_LABEL = re.compile(r"[^\w\s]{1,2}|\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})(?:[.\-]\d{1,3})*[.):°]?|o")
_FIGURES = re.compile(r"[\d\s.,%€()+\-–/]+")


@dataclass(slots=True)
class _Band:
    """Lines that share the same empty corridors, each given as its left and right edge."""

    lines: list[Line] = field(default_factory=list)
    corridors: list[tuple[float, float]] = field(default_factory=list)


def in_order(lines: list[Line]) -> list[Piece]:
    """The lines of a page (from the top down) in reading order, one piece each, cells parted by tabs."""
    found: list[Piece] = []
    rank = 0
    while rank < len(lines):
        band = _band(lines, rank)
        if band is None:
            found.append(merged(lines[rank]))
            rank += 1
        else:
            found += _read(band)
            rank += len(band.lines)
    return found


def _band(lines: list[Line], rank: int) -> _Band | None:
    """The longest run of lines from ``rank`` on that share a corridor, at least two of them with text on each side."""
    first = lines[rank]
    corridors = _gaps(first) if len(first) > 1 else _beside(lines, rank)
    if not corridors:
        return None
    band = _Band([first], corridors)
    size = max(piece.size for piece in first)
    for line in lines[rank + 1 :]:
        left = _narrowed(band.corridors, line)
        step = min(piece.base for piece in line) - max(piece.base for piece in band.lines[-1])
        alone = len({_side(left, piece) for piece in line}) == 1
        if not left or step > (_FAR if alone else _TOO_FAR) * size:
            break
        band.lines.append(line)
        band.corridors = left
    band.corridors = [corridor for corridor in band.corridors if not _labels_only(band, corridor)]
    filled = Counter(side for line in band.lines for side in {_side(band.corridors, piece) for piece in line})
    return band if len(filled) > 1 and sorted(filled.values())[-2] > 1 else None


def _gaps(line: Line) -> list[tuple[float, float]]:
    return [(a.right, b.left) for a, b in pairwise(line) if b.left - a.right >= _GUTTER]


def _beside(lines: list[Line], rank: int) -> list[tuple[float, float]]:
    """Baselines of two columns may never meet: then a line stands wholly beside the next one, overlapping in height."""
    if rank + 1 >= len(lines):
        return []
    own, other = lines[rank][0], lines[rank + 1][0]
    if len(lines[rank + 1]) > 1 or other.base - own.base > 0.8 * own.size:
        return []
    left, right = sorted((own, other), key=lambda piece: piece.left)
    return [(left.right, right.left)] if right.left - left.right >= _GUTTER else []


def _narrowed(corridors: list[tuple[float, float]], line: Line) -> list[tuple[float, float]]:
    """What a line leaves free of the corridors."""
    found = []
    for start, end in corridors:
        for piece in line:
            if piece.right <= start or piece.left >= end:
                continue
            if piece.left <= start and piece.right >= end:
                start = end
            elif (piece.left + piece.right) / 2 < (start + end) / 2:
                start = max(start, piece.right)
            else:
                end = min(end, piece.left)
        if end - start >= _GUTTER:
            found.append((start, end))
    return found


def _side(corridors: list[tuple[float, float]], piece: Piece) -> int:
    """The rank of the column that a piece stands in."""
    return sum(1 for _, end in corridors if piece.left >= end - 0.5)


def _labels_only(band: _Band, corridor: tuple[float, float]) -> bool:
    """On the left of the corridor stand only the bullets or numbers of what is on its right."""
    before = max((end for _, end in band.corridors if end <= corridor[0]), default=0.0)
    labels = [p for line in band.lines for p in line if before - 0.5 <= p.left and p.right <= corridor[0] + 0.5]
    wide = max((p.right - p.left for p in labels), default=0.0)
    return all(_LABEL.fullmatch(p.text) for p in labels) and wide < 40 and corridor[1] - corridor[0] < 60


def _read(band: _Band) -> list[Piece]:
    columns: list[list[Line]] = [[] for _ in range(len(band.corridors) + 1)]
    for line in band.lines:
        for column, pieces in _by_column(band, line).items():
            columns[column].append(pieces)
    if _is_prose(columns, band):
        return [merged(line) for column in columns for line in column]
    return [_cells(band, line) for line in band.lines]


def _by_column(band: _Band, line: Line) -> dict[int, Line]:
    found: dict[int, Line] = {}
    for piece in line:
        found.setdefault(_side(band.corridors, piece), []).append(piece)
    return found


def _is_prose(columns: list[list[Line]], band: _Band) -> bool:
    """Two or three columns, each wide, long, filled by its lines, and not of figures."""
    if len(columns) > 3 or min(len(column) for column in columns) < _PROSE_LINES:
        return False
    pieces = [piece for line in band.lines for piece in line]
    width = max(piece.right for piece in pieces) - min(piece.left for piece in pieces)
    for column in columns:
        left = min(line[0].left for line in column)
        wide = max(line[-1].right for line in column) - left
        fill = median(line[-1].right - line[0].left for line in column)
        figures = sum(1 for line in column if all(_FIGURES.fullmatch(piece.text) for piece in line))
        if wide < _PROSE_WIDTH * width or fill < _PROSE_FILL * wide or figures > len(column) / 2:
            return False
    return True


def _cells(band: _Band, line: Line) -> Piece:
    """A line of aligned cells: a tab between columns, also for the empty ones before the last that is filled."""
    columns = {column: merged(pieces) for column, pieces in _by_column(band, line).items()}
    text = "\t".join(columns[at].text if at in columns else "" for at in range(max(columns) + 1))
    return replace(merged(line), text=text)
