"""A plan as it reads with its addenda: each adds without rewriting, and what it adds says where it comes from."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from filrouge.domain.model.plan import Plan, PlanSection


@dataclass(frozen=True, slots=True)
class Consolidated:
    """The whole as one plan, and of each part that an addendum brought, the id of that addendum."""

    plan: Plan
    sources: dict[str, str]


def consolidated(plan: Plan, addenda: Sequence[Plan]) -> Consolidated:
    """The plan with the sections, statements, analysis and tables of its addenda, the earliest addendum first.

    A section of an addendum that answers to a section of the framework which the plan has too stands as the last one
    under it; any other stands at the end, with its number. No part of the plan itself is altered. A part whose id is
    taken already (an addendum that grew out of a copy of the plan) gets one of its own.
    """
    sources: dict[str, str] = {}
    for addendum in addenda:
        fresh = _own_ids(addendum, plan)
        places = {one.framework_section: one.id for one in reversed(plan.sections) if one.framework_section}
        sections = [_placed(one, places) for one in fresh.sections]
        for name in ("sections", "objectives", "actions", "swot", "risk_domains", "tables"):
            sources.update({part.id: addendum.id for part in getattr(fresh, name)})
        plan = replace(
            plan,
            sections=(*plan.sections, *sections),
            objectives=(*plan.objectives, *fresh.objectives),
            actions=(*plan.actions, *fresh.actions),
            swot=(*plan.swot, *fresh.swot),
            risk_domains=(*plan.risk_domains, *fresh.risk_domains),
            tables=(*plan.tables, *fresh.tables),
        )
    return Consolidated(plan, sources)


def _placed(section: PlanSection, places: dict[str, str]) -> PlanSection:
    place = places.get(section.framework_section) if section.parent is None and section.framework_section else None
    return replace(section, parent=place) if place else section


def _own_ids(addendum: Plan, plan: Plan) -> Plan:
    taken = set(plan.parts)
    if not any(key in taken for key in addendum.parts):
        return addendum
    new = {key: str(uuid.uuid5(uuid.UUID(addendum.id), key)) if key in taken else key for key in addendum.parts}
    return replace(
        addendum,
        sections=tuple(
            replace(one, id=new[one.id], parent=new.get(one.parent or "", one.parent)) for one in addendum.sections
        ),
        objectives=tuple(
            replace(
                one,
                id=new[one.id],
                parent=new.get(one.parent or "", one.parent),
                section=new.get(one.section or "", one.section),
            )
            for one in addendum.objectives
        ),
        actions=tuple(
            replace(
                one,
                id=new[one.id],
                section=new.get(one.section or "", one.section),
                contributions=tuple(
                    replace(share, objective=new.get(share.objective, share.objective)) for share in one.contributions
                ),
            )
            for one in addendum.actions
        ),
        swot=tuple(
            replace(one, id=new[one.id], section=new.get(one.section or "", one.section)) for one in addendum.swot
        ),
        risk_domains=tuple(
            replace(one, id=new[one.id], section=new.get(one.section or "", one.section))
            for one in addendum.risk_domains
        ),
        tables=tuple(
            replace(one, id=new[one.id], section=new.get(one.section or "", one.section)) for one in addendum.tables
        ),
    )
