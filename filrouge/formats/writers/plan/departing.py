"""What a file says of its leaving, and the names that a plan holds only as codes; and any part of a plan alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from filrouge.domain.model.plan import Action, Objective, Plan, PlanSection


@dataclass(frozen=True, slots=True)
class Names:
    """Words for what a plan holds as a code, in the language of the file; where one is missing, the code is printed.

    ``entity`` and ``framework`` are those of the plan, ``amends`` the title of the document that it amends,
    ``sections`` the titles of the framework's sections by their id.
    """

    entity: str = ""
    framework: str = ""
    amends: str = ""
    sections: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Departure:
    """The moment a file leaves: the day, the SHA-256 of the plan's canonical JSON, the id by which the departure is
    on record, and the id of the part when only a part leaves. ``blanks`` prints a place to fill in for an owner, a
    deadline and a quantity that are not there yet."""

    on: dt.date
    digest: str = ""
    id: str = ""
    part: str = ""
    blanks: bool = False


def part_of(plan: Plan, part_id: str) -> Plan:
    """A section with all that stands in it and under it, or an objective with its tree, as a plan of its own.

    It keeps the head and the id of the whole. What leads outside is cut: a parent or a section that is not in the part,
    an action's contribution to an objective that is not. Raises KeyError for an id that names neither.
    """
    part = plan.parts[part_id]
    if isinstance(part, PlanSection):
        return _section(plan, part)
    if isinstance(part, Objective):
        return _objective(plan, part)
    raise KeyError(part_id)


def _under(root: str, parents: Iterable[tuple[str, str | None]]) -> set[str]:
    """The ids of a tree below ``root``, itself included; the order of the parts does not matter."""
    children: dict[str | None, list[str]] = {}
    for one, parent in parents:
        children.setdefault(parent, []).append(one)
    found, waiting = {root}, [root]
    while waiting:
        for child in children.get(waiting.pop(), ()):
            if child not in found:
                found.add(child)
                waiting.append(child)
    return found


def _section(plan: Plan, part: PlanSection) -> Plan:
    sections = _under(part.id, ((one.id, one.parent) for one in plan.sections))
    stand = {one.id for one in plan.objectives if one.section in sections}
    for one in tuple(stand):
        stand |= _under(one, ((other.id, other.parent) for other in plan.objectives if other.section is None))
    actions = [
        one
        for one in plan.actions
        if one.section in sections or (one.section is None and any(c.objective in stand for c in one.contributions))
    ]
    return _cut(plan, sections, stand, actions)


def _objective(plan: Plan, part: Objective) -> Plan:
    stand = _under(part.id, ((one.id, one.parent) for one in plan.objectives))
    actions = [one for one in plan.actions if any(c.objective in stand for c in one.contributions)]
    return _cut(plan, set(), stand, actions)


def _cut(plan: Plan, sections: set[str], stand: set[str], actions: Iterable[Action]) -> Plan:
    def inside(id: str | None, those: set[str]) -> str | None:
        return id if id in those else None

    return replace(
        plan,
        sections=tuple(
            replace(one, parent=inside(one.parent, sections)) for one in plan.sections if one.id in sections
        ),
        objectives=tuple(
            replace(one, parent=inside(one.parent, stand), section=inside(one.section, sections))
            for one in plan.objectives
            if one.id in stand
        ),
        actions=tuple(
            replace(
                one,
                section=inside(one.section, sections),
                contributions=tuple(c for c in one.contributions if c.objective in stand),
            )
            for one in actions
        ),
        swot=tuple(one for one in plan.swot if one.section in sections),
        risk_domains=tuple(one for one in plan.risk_domains if one.section in sections),
        tables=tuple(one for one in plan.tables if one.section in sections),
        acts=(),
        notes=(),
    )
