"""Who answers for a statement, when the document names some units or everybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from filrouge.domain.language.lexicon import lexicons
from filrouge.domain.language.words import fold


@lru_cache(maxsize=1)
def _everyone() -> frozenset[str]:
    return frozenset(fold(phrase) for words in lexicons() for phrase in words.everyone)


def means_everyone(owner: str) -> bool:
    """Whether a name of an owner stands for every unit (« Tous », „alle Dienste“), in any of the four languages."""
    return fold(owner).strip(" .") in _everyone()


def answers(owners: Iterable[str], names: Iterable[str]) -> bool:
    """Whether one of these owners is a unit that goes by any of these names, or is everybody."""
    known = {fold(name) for name in names}
    return any(fold(owner) in known or means_everyone(owner) for owner in owners)


def registered(named: Sequence[Sequence[str]]) -> tuple[tuple[str, int, int], ...]:
    """Of the owners of many statements: each unit by its first spelling, how often it is named, and for how many it
    answers (those that name everybody count for each). Most often named first, everybody itself left out."""
    spelling: dict[str, str] = {}
    counts: Counter[str] = Counter()
    shared = 0
    for owners in named:
        units = {fold(owner): owner for owner in owners if not means_everyone(owner)}
        for key, owner in units.items():
            spelling.setdefault(key, owner)
        counts.update(units.keys())
        shared += any(means_everyone(owner) for owner in owners)
    both = {
        key: sum(
            1
            for owners in named
            if any(means_everyone(owner) for owner in owners) and any(fold(owner) == key for owner in owners)
        )
        for key in (counts if shared else ())
    }
    ordered = sorted(counts, key=lambda key: (-counts[key], key))
    return tuple((spelling[key], counts[key], counts[key] + shared - both.get(key, 0)) for key in ordered)
