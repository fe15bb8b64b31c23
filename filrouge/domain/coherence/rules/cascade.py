"""CAS108 and CAS109: priorities that no objective names, units that answer for nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from filrouge.domain.coherence.engine import Context, Fact, Severity, rule
from filrouge.domain.coherence.prose import excerpt
from filrouge.domain.coherence.rules.sources import OWN
from filrouge.domain.language.words import flat, fold, phrases, tokens
from filrouge.domain.model import OBJECTIVE_KINDS, Item, Section

_OBJECTIVES = ("strategic_objective", "objective", "operational_objective")
_ENOUGH = 3


@rule("CAS108", Severity.WARNING, source=OWN, weight=72)
def priorities_without_objectives(context: Context) -> Iterator[Fact]:
    """The text says that its priorities are broken down into objectives, and no objective names its priority."""
    document, words = context.document, context.words
    priorities = document.items_of("priority")
    objectives = document.items_of(*_OBJECTIVES)
    if len(priorities) < 2 or len(objectives) < 2:
        return
    if any(_names_a_priority(context, objective) for objective in objectives):
        return
    priority, objective, broken = phrases(*words.priority), phrases(*words.objective), phrases(*words.broken_down)
    for sentence in context.prose.sentences:
        first = priority.search(sentence.flat)
        if first and broken.search(sentence.flat) and objective.search(sentence.flat, first.end()):
            place = context.prose.where(sentence.text, sentence.paragraph.place)
            yield context.within(
                place, priorities=len(priorities), objectives=len(objectives), quote=excerpt(sentence.text)
            )
            return


def _item_starts(context: Context) -> list[int]:
    return sorted(item.place.start for item in context.document.items)


def _names_a_priority(context: Context, objective: Item) -> bool:
    """Whether the objective hangs under a priority, or its text names one by its number or its words."""
    document = context.document
    parent = document.items_by_id.get(objective.parent or "")
    while parent is not None:
        if parent.kind == "priority":
            return True
        parent = document.items_by_id.get(parent.parent or "")
    starts = context.once(_item_starts)
    rank = bisect_right(starts, objective.place.start)
    end = starts[rank] if rank < len(starts) else len(document.text)
    text = context.prose.flat[objective.place.start : max(end, objective.place.end)]
    numbered = re.compile(rf"{phrases(*context.words.priority).pattern}(?:\s+[^\W\d_]+){{0,2}}\s+(?:n[°ro]*\.?\s*)?\d")
    if numbered.search(text):
        return True
    titles = (flat(item.text) for item in document.items_of("priority"))
    return any(len(title) > 12 and title in flat(objective.text) for title in titles)


@rule("CAS109", Severity.INFO, source=OWN, weight=40)
def unit_without_objective(context: Context) -> Iterator[Fact]:
    """A unit that a heading describes and that answers for no objective of its own, at any level.

    Said only when objectives have owners and most of the described units are among them.
    """
    owners = {
        owner
        for item in context.document.items
        if item.kind in OBJECTIVE_KINDS
        for owner in item.owners
        if not phrases(*context.lexicon.everyone).fullmatch(fold(owner))
    }
    units = list(_described(context))
    if len(owners) < _ENOUGH or len(units) < _ENOUGH:
        return
    idle = [unit for unit in units if not any(_is(context, owner, unit) for owner in owners)]
    if len(idle) * 2 > len(units):
        return
    for unit in idle:
        yield Fact(unit.heading, section=unit.id, params={"unit": unit.title})


def _described(context: Context) -> Iterator[Section]:
    """The headings that begin with the name of a unit, when three or more stand side by side."""
    unit = phrases(*context.words.unit)
    groups: dict[str | None, list[Section]] = {}
    for section, title in context.prose.headings:
        if unit.match(title) and not section.number and len(title) < 120:
            groups.setdefault(section.parent, []).append(section)
    for group in groups.values():
        if len(group) >= _ENOUGH:
            yield from group


def _is(context: Context, owner: str, unit: Section) -> bool:
    """Whether an owner, in full or by initials, is the unit of this heading."""
    words = _words(context, unit.title)
    named = [word for word in tokens(owner) if word not in context.lexicon.stop_words]
    if named and set(named) <= set(words):
        return True
    initials = "".join(word[0] for word in words)
    short = [re.sub(r"[^\w]", "", flat(part)) for part in owner.split() if part.isupper()]
    if any(len(part) > 1 and (part in initials) for part in short):
        return True
    text = context.document.text[unit.heading.start : unit.place.end]
    return any(re.search(rf"\(\s*{re.escape(part)}\s*\)", text) for part in (owner, *owner.split()) if part.isupper())


def _words(context: Context, title: str) -> list[str]:
    return [word for word in tokens(title) if word not in context.lexicon.stop_words]
