"""Lists that the extraction of columns put in the wrong order: the end of a list that stands before its own heading.

The evidence is the numbering. A list breaks its own count (``1 2 3 7 8``), and the list under the next heading lacks
just
those numbers (``4 5 6``, or ``1 3 4`` for a lone ``2``): what broke the one completes the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from filrouge.domain.reading.labels import Label


@dataclass(frozen=True, slots=True)
class Entry:
    """A numbered paragraph: its rank among paragraphs, the rank of the heading above it, its label."""

    at: int
    heading: int
    label: Label


@dataclass(frozen=True, slots=True)
class Move:
    """Paragraph ``at`` belongs under heading ``to`` (rank), not where it stands."""

    at: int
    to: int


def find_moves(entries: Sequence[Entry]) -> tuple[Move, ...]:
    """The paragraphs that the numbering places under the next heading. ``entries`` in the order of the text."""
    runs: list[list[Entry]] = []
    for entry in entries:
        if entry.label.ordinal is None:
            continue
        if not runs or runs[-1][0].heading != entry.heading:
            runs.append([])
        runs[-1].append(entry)
    moves: list[Move] = []
    for here, there in pairwise(runs):
        tail = _misplaced(here, there)
        moves += [Move(entry.at, there[0].heading) for entry in tail]
    return tuple(moves)


def _numbers(run: Sequence[Entry]) -> list[int]:
    return [entry.label.ordinal or 0 for entry in run]


def _alike(here: Sequence[Entry], there: Sequence[Entry]) -> bool:
    """Labels of one kind and depth, so that one count can run through both lists."""
    kinds = {(e.label.kind, e.label.depth) for e in (*here, *there)}
    return len(kinds) == 1


def _misplaced(here: Sequence[Entry], there: Sequence[Entry]) -> Sequence[Entry]:
    if len(here) < 2 or not _alike(here, there):
        return ()
    one, two = _numbers(here), _numbers(there)
    if not _runs(one) and sorted(one) == list(range(1, len(one) + 1)):
        return ()  # a whole list out of its order: nothing of it belongs elsewhere
    for cut in range(1, len(one)):
        tail = one[cut:]
        if tail != list(range(tail[0], tail[0] + len(tail))) or tail[0] == 1:
            continue
        broken = one[cut] != one[cut - 1] + 1
        if broken and _runs(two) and tail[0] == two[-1] + 1 and _stem(here[cut]) == _stem(there[-1]):
            return here[cut:]
        if not _runs(two) and _runs(sorted(two + tail)) and min(two) < tail[0] < max(two) and not set(two) & set(tail):
            return here[cut:]
    return ()


def _runs(numbers: Sequence[int]) -> bool:
    return list(numbers) == list(range(numbers[0], numbers[0] + len(numbers)))


def _stem(entry: Entry) -> str:
    return entry.label.value.rpartition(".")[0]
