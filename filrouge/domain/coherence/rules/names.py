"""DOC107 and DOC108: abbreviations that nothing spells out, and several names for what seems one unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from filrouge.domain.coherence.abbreviations import Abbreviation, abbreviations
from filrouge.domain.coherence.engine import Context, Fact, Severity, folded, rule
from filrouge.domain.coherence.rules.sources import OWN
from filrouge.domain.language.words import fold, tokens

MOST = 8


@rule("DOC107", Severity.WARNING, source=OWN, weight=35)
def abbreviation_not_spelled_out(context: Context) -> Iterator[Fact]:
    known = context.once(abbreviations)
    failing = []
    for one in known:
        if one.name is None and fold(one.text) not in context.explained:
            fact = context.within(one.places[0], abbreviation=one.text, count=len(one.places))
            failing.append(replace(fact, places=one.places[1:], weight=float(len(one.places))))
    yield from folded(failing, len(known), labels=[str(fact.params["abbreviation"]) for fact in failing])


@rule("DOC108", Severity.WARNING, source=OWN, weight=50)
def several_names_for_one_unit(context: Context) -> Iterator[Fact]:
    """Abbreviations that differ by an ampersand or by the order of their letters, or that spell out the same name,
    and owners of whom one is written otherwise once."""
    groups = _joined(_pairs(context.once(abbreviations)))
    facts = [_fact(context, group) for group in groups]
    facts += list(_misspelled_owners(context))
    yield from facts[:MOST]


def _pairs(known: Sequence[Abbreviation]) -> Iterator[tuple[Abbreviation, Abbreviation]]:
    """Pairs that may be one: compared only where their letters, or the ends of their names, are the same."""
    by_letters: dict[str, list[Abbreviation]] = {}
    by_name: dict[tuple[str, ...], list[Abbreviation]] = {}
    for one in known:
        by_letters.setdefault("".join(sorted(one.letters)), []).append(one)
        ending = tokens(one.name)[-4:] if one.name else ()
        if len(ending) == 4:
            by_name.setdefault((one.letters[0], *ending), []).append(one)
    for group in by_letters.values():
        yield from ((a, b) for a, b in combinations(group[:MOST], 2) if _same_letters(a, b))
    for group in by_name.values():
        yield from combinations(group[:MOST], 2)


def _same_letters(one: Abbreviation, other: Abbreviation) -> bool:
    """The same letters in the same order, but for an ampersand; or three letters or more in another order, unless each
    is spelled out as something of its own."""
    if one.letters == other.letters:
        return True
    if len(one.letters) < 3:
        return False
    if one.name is None or other.name is None:
        return True
    ours, theirs = set(tokens(one.name)), set(tokens(other.name))
    return ours <= theirs or theirs <= ours


def _joined(pairs: Iterator[tuple[Abbreviation, Abbreviation]]) -> list[list[Abbreviation]]:
    groups: list[list[Abbreviation]] = []
    for one, other in pairs:
        mine = [group for group in groups if one in group or other in group]
        merged = [member for group in mine for member in group]
        merged += [member for member in (one, other) if member not in merged]
        groups = [group for group in groups if group not in mine] + [merged]
    return groups


def _fact(context: Context, group: Sequence[Abbreviation]) -> Fact:
    ordered = sorted(group, key=lambda one: -len(one.places))
    names = next((one.name for one in ordered if one.name), None)
    fact = context.within(ordered[-1].places[0], names=[one.text for one in ordered], unit=names)
    return replace(fact, places=tuple(one.places[0] for one in ordered[:-1]))


def _misspelled_owners(context: Context) -> Iterator[Fact]:
    """An owner named once, one letter away from one named four times or more, and spelled out nowhere else."""
    from rapidfuzz.distance import Levenshtein

    count = Counter(owner for item in context.document.items for owner in item.owners)
    text = context.document.text
    for rare in (owner for owner, times in count.items() if times == 1 and len(owner) > 4):
        for usual in (owner for owner, times in count.items() if times >= 4):
            if Levenshtein.distance(fold(rare), fold(usual)) == 1 and text.count(rare) <= 1:
                item = next(item for item in context.document.items if rare in item.owners)
                params: dict[str, object] = {"names": [usual, rare], "unit": None}
                yield Fact(item.place, item.id, item.section, params)
