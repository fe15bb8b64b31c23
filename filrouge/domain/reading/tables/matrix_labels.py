"""Matrices written out as labels: a line of references for each side (``Threats: T1, T2``), below a title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from filrouge.domain.language.words import fold
from filrouge.domain.model import Quoted
from filrouge.domain.reading.tables.matrix_text import Matrix
from filrouge.domain.reading.tables.matrix_title import title_above
from filrouge.domain.reading.tables.page import Line
from filrouge.domain.reading.tables.quotes import DOMAIN, codes_of, is_matrix, kind_of_head

_LABELLED = re.compile(r"\W*(?P<head>[^:\d]{3,50}?)\s*:\s*(?P<codes>\S.{0,80})")
_SPAN = re.compile(r"(?<!\d)(\d{1,2})\s*(?:[-–—‐]|à|tot|t/m|bis|to)\s*(\d{1,2})(?!\d)")


def label_matrices(lines: Sequence[Line]) -> list[Matrix]:
    """The matrices whose sides are labels with references, one on a line, in order; no blank parts their lines."""
    out: list[Matrix] = []
    run: list[tuple[int, str, tuple[int, ...]]] = []
    for rank, line in enumerate(lines):
        found = _labelled(line)
        if found is None or found[0] in {kind for _, kind, _ in run}:
            out += _matrix(lines, run)
            run = []
        if found is not None:
            run.append((rank, *found))
    return out + _matrix(lines, run)


def _labelled(line: Line) -> tuple[str, tuple[int, ...]] | None:
    """The kind that a line names and the numbers beside it, or None."""
    if line.blank or line.in_cell or len(line.text) > 160:
        return None
    match = _LABELLED.fullmatch(line.words)
    kind = kind_of_head(fold(match["head"])) if match else None
    if match is None or kind is None or kind == DOMAIN:
        return None
    numbers = codes_of(_SPAN.sub(_spelled, match["codes"]))
    return (kind, numbers) if numbers else None


def _spelled(span: re.Match[str]) -> str:
    """Every number of a span (``2 – 4``), parted by commas."""
    first, last = int(span[1]), int(span[2])
    return ", ".join(map(str, range(first, last + 1))) if first < last else span[0]


def _matrix(lines: Sequence[Line], run: Sequence[tuple[int, str, tuple[int, ...]]]) -> list[Matrix]:
    if len(run) < 2 or not is_matrix([kind for _, kind, _ in run]):
        return []
    quoted = tuple(Quoted(kind, n, "", lines[rank].place) for rank, kind, numbers in run for n in numbers)
    first, last = run[0][0], run[-1][0]
    title, heading = title_above(lines, first)
    place = lines[heading.start if len(heading) else first].place.join(lines[last].place)
    return [Matrix(title, heading, range(first, last + 1), place, quoted, None, True)]
