"""Which of the old things is which of the new ones: by what they say, then by their number."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeVar

from rapidfuzz.fuzz import ratio

Thing = TypeVar("Thing")
Pairs = list[tuple[int, int]]

ALIKE = 62.0  # two wordings of one thing share so much of their characters (0..100)
ALIKE_NUMBERED = 55.0  # so little is enough when the number is the same too
_NUMBER_BONUS = 12.0
_MOST = 1_000_000  # comparisons; with more, each thing is compared with those about where it stood


def paired(
    before: Sequence[Thing],
    after: Sequence[Thing],
    text: Callable[[Thing], str],
    number: Callable[[Thing], str | None],
    alike: float = ALIKE,
) -> Pairs:
    """Ranks (old, new) of what is the same thing, in the order of the old ones; each thing at most once.

    ``text`` gives the folded words to compare. The same words with the same number are the same thing; then the same
    words; then the likest words, a same number weighing in.
    """
    pairs: Pairs = []
    left, right = list(range(len(before))), list(range(len(after)))
    for key in (lambda one: (text(one), number(one)), lambda one: (text(one), None)):
        left, right = _equal(before, after, left, right, key, pairs)
    old, new = {a: text(before[a]) for a in left}, {b: text(after[b]) for b in right}
    reach = max(1, _MOST // (2 * len(left) + 1))
    scored: list[tuple[float, int, int]] = []
    for nth, a in enumerate(left):
        about = nth * len(right) // len(left)
        for b in right[max(0, about - reach) : about + reach]:
            score = _likeness(old[a], new[b], _same(number, before[a], after[b]), alike)
            if score:
                scored.append((score, -a, -b))
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for _, a, b in sorted(scored, reverse=True):
        if -a not in taken_left and -b not in taken_right:
            taken_left.add(-a)
            taken_right.add(-b)
            pairs.append((-a, -b))
    return sorted(pairs)


def _equal(
    before: Sequence[Thing],
    after: Sequence[Thing],
    left: list[int],
    right: list[int],
    key: Callable[[Thing], tuple[str, str | None]],
    pairs: Pairs,
) -> tuple[list[int], list[int]]:
    """Pair what has the same key, in order; answer what is left of both."""
    waiting: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for b in reversed(right):
        waiting[key(after[b])].append(b)
    alone: list[int] = []
    for a in left:
        found = waiting[key(before[a])]
        if found and key(before[a])[0]:
            pairs.append((a, found.pop()))
        else:
            alone.append(a)
    taken = {b for _, b in pairs}
    return alone, [b for b in right if b not in taken]


def _same(number: Callable[[Thing], str | None], one: Thing, other: Thing) -> bool:
    return number(one) is not None and number(one) == number(other)


def _likeness(one: str, other: str, same_number: bool, alike: float) -> float:
    """How surely two wordings are of one thing; 0 when they are not."""
    needed = min(alike, ALIKE_NUMBERED) if same_number else alike
    score = ratio(one, other, score_cutoff=needed)
    return score + (_NUMBER_BONUS if same_number else 0.0) if score else 0.0


def out_of_order(pairs: Pairs) -> set[int]:
    """The new ranks of the fewest things that would have to be moved for all others to stand in the old order."""
    ends: list[int] = []
    ranks: list[int] = []
    before: list[int] = []
    sequence = [b for _, b in sorted(pairs)]
    for rank, value in enumerate(sequence):
        at = bisect_left(ends, value)
        before.append(ranks[at - 1] if at else -1)
        ends[at : at + 1] = [value]
        ranks[at : at + 1] = [rank]
    kept: set[int] = set()
    rank = ranks[-1] if ranks else -1
    while rank >= 0:
        kept.add(sequence[rank])
        rank = before[rank]
    return set(sequence) - kept
