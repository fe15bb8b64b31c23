"""The names of units in a plan: owners, and abbreviations in its text; which lead to a unit, and which do not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from filrouge.domain.coherence.abbreviations import abbreviations
from filrouge.domain.coherence.engine import Context
from filrouge.domain.language.words import fold
from filrouge.domain.model.framework import Framework
from filrouge.domain.model.plan import Action, Objective, Plan
from filrouge.domain.objectives.owners import means_everyone
from filrouge.domain.planning.to_document import document_of


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name that a plan uses. ``owner`` says that it answers for statements, whose ids are ``parts``; otherwise it is
    an abbreviation in the text, ``parts`` are the sections, and ``spelled`` what the plan says it stands for."""

    name: str
    owner: bool
    count: int
    parts: tuple[str, ...]
    spelled: str = ""


def names_in(plan: Plan, framework: Framework | None, today: dt.date) -> tuple[NameUse, ...]:
    """Every owner and abbreviation of a plan, owners first, each name once."""
    owners: dict[str, tuple[str, list[str]]] = {}
    parts: tuple[Objective | Action, ...] = (*plan.objectives, *plan.actions)
    for part in parts:
        for owner in part.owners:
            if not means_everyone(owner):
                owners.setdefault(fold(owner), (owner, []))[1].append(part.id)
    found = [NameUse(name, True, len(ids), tuple(ids)) for name, ids in owners.values()]
    context = Context(document_of(plan), framework, today)
    for one in abbreviations(context):
        if fold(one.text) in owners:
            continue
        sections = dict.fromkeys(id for place in one.places if (id := context.section_of(place)))
        found.append(NameUse(one.text, False, len(one.places), tuple(sections), one.name or ""))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a name comes to in the register: the key of a unit, or None."""

    use: NameUse
    unit: str | None


def resolved(uses: Iterable[NameUse], units: Mapping[str, Iterable[str]]) -> tuple[Resolved, ...]:
    """Each name with the one unit that it leads to; ``units`` are the names of each unit by its key."""
    known = {fold(name): key for key, names in units.items() for name in names if name}
    return tuple(Resolved(use, known.get(fold(use.name))) for use in uses)
