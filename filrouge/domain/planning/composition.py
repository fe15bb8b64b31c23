"""What a document is made of against what its framework asks: filled, empty, missing; and which words still wait for
their translation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields

from filrouge.domain.model.framework import Framework, FrameworkSection
from filrouge.domain.model.plan import PART_LISTS, Plan, PlanPart, Words
from filrouge.domain.planning.richtext import parse, plain
from filrouge.domain.planning.showing import Shown


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many of the sections that the framework requires are there and hold something; ``missing`` those that are not
    there at all, required ones first in the framework's own order."""

    required: int
    filled: int
    missing: tuple[FrameworkSection, ...]


def filled(parts: Sequence[Shown]) -> frozenset[str]:
    """The ids of the sections that hold words, statements or tables, themselves or by a section under them."""
    found: set[str] = set()
    above = {one.section.id: one.section.parent for one in parts if one.section}
    for one in parts:
        if one.section is None:
            continue
        words = any(plain(parse(body)).strip() for body in one.section.body.values())
        if not (words or one.heads or one.statements or one.swot or one.risk_domains or one.tables):
            continue
        at: str | None = one.section.id
        while at is not None and at not in found:
            found.add(at)
            at = above.get(at)
    return frozenset(found)


def completeness(plan: Plan, framework: Framework | None, holding: frozenset[str]) -> Completeness:
    """The plan against its framework; ``holding`` are the sections that hold something (:func:`filled`). A required
    section is there when it, or a section under it, is. An addendum is not asked for what its plan holds."""
    if framework is None or plan.relation == "addendum":
        return Completeness(0, 0, ())
    present: set[str] = set()
    full: set[str] = set()
    for section in plan.sections:
        at: str | None = section.framework_section
        while at in framework.sections_by_id:
            present.add(at)
            if section.id in holding:
                full.add(at)
            at = framework.sections_by_id[at].parent
    required = [one for one in framework.sections if one.required]
    missing = [one for one in framework.sections if one.id not in present]
    return Completeness(
        len(required),
        sum(one.id in full for one in required),
        tuple(sorted(missing, key=lambda one: not one.required)),
    )


def untranslated(plan: Plan) -> dict[str, tuple[PlanPart, ...]]:
    """For each language that the content is meant to stand in, the parts that say something in another of them and not
    in this one."""
    languages = plan.languages or (plan.language,)
    found: dict[str, list[PlanPart]] = defaultdict(list)
    for name in PART_LISTS:
        for part in getattr(plan, name):
            lacking = {language for value in _words(part) for language in languages if value and not value[language]}
            for language in lacking:
                found[language].append(part)
    return {language: tuple(found[language]) for language in languages}


def _words(part: PlanPart) -> list[Words]:
    values = (getattr(part, one.name) for one in fields(part))
    return [value for value in values if isinstance(value, Words)]
