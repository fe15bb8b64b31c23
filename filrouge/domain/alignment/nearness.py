"""Statements that say nearly the same, and texts that are nearly another's."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from filrouge.domain.language.words import stems

NEAR = 0.75  # the share of their words, the rarer the heavier, that two statements have in common
_LEAST = 4  # words below which nothing is compared
_OFTEN = 12  # in how many statements a word is too common to bring two together
_SHINGLE = 5  # words of a run, when whole texts are compared


@dataclass(frozen=True, slots=True)
class Near:
    """Two statements, by their ranks, and how near they are, 0..1."""

    first: int
    second: int
    score: float


def near_pairs(texts: Sequence[str], language: str, least: float = NEAR) -> Iterator[Near]:
    """The pairs of texts that have nearly the same words, in order; a figure counts as a word.

    Only texts with a word in common that few others have are compared, so the cost stays near the number of texts.
    """
    words = [frozenset(stems(text, language)) for text in texts]
    held = Counter(word for one in words for word in one)
    rare = {word: 1 + math.log(len(texts) / count) for word, count in held.items()}
    holders: dict[str, list[int]] = defaultdict(list)
    for second, one in enumerate(words):
        if len(one) < _LEAST:
            continue
        uncommon = [word for word in one if held[word] <= _OFTEN]
        others = sorted({rank for word in uncommon for rank in holders[word]})
        for first in others:
            score = _common(words[first], one, rare)
            if score >= least:
                yield Near(first, second, round(score, 2))
        for word in uncommon:
            holders[word].append(second)


def _common(one: frozenset[str], other: frozenset[str], rare: dict[str, float]) -> float:
    both = sum(rare[word] for word in one & other)
    return both / (sum(rare[word] for word in one | other) or 1.0)


def shared_text(one: Iterable[str], other: Iterable[str]) -> float:
    """The share, 0..1, of the runs of five words of the first text that the second has too; 0 when the first has
    none."""
    mine, theirs = _runs(one), _runs(other)
    return len(mine & theirs) / len(mine) if mine else 0.0


def _runs(words: Iterable[str]) -> set[tuple[str, ...]]:
    found = tuple(words)
    return {found[at : at + _SHINGLE] for at in range(len(found) - _SHINGLE + 1)}
