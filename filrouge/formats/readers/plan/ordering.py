"""Where the parts of a plan stand in a file that came back: under what, in which section, in which order.

A part's place is told the same way for what left and for what came back, and only what differs between the two is a
change: what the file does not show, it cannot change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from filrouge.domain.model.plan import Action, Objective, Plan, PlanSection

Spot = tuple[str, str, int]
LISTS = ("sections", "objectives", "actions", "swot", "risk_domains", "tables")


@dataclass(frozen=True, slots=True)
class Place:
    """The section, and what a part stands under: a section, or an objective."""

    section: str | None
    parent: str | None


def places(spots: Sequence[Spot]) -> dict[str, Place]:
    """The place of each part, told by what comes before it and how deep it stands."""
    found: dict[str, Place] = {}
    sections: list[tuple[int, str]] = []
    objectives: list[tuple[int, str]] = []
    for list, id, depth in spots:
        if list == "sections":
            sections = [one for one in sections if one[0] < depth]
            found[id] = Place(None, sections[-1][1] if sections else None)
            sections.append((depth, id))
            objectives = []
            continue
        section = sections[-1][1] if sections else None
        parent = None
        if list in ("objectives", "actions"):
            above = [one for one in objectives if one[0] < depth]
            parent = above[-1][1] if above else None
            if list == "objectives":
                objectives = [*above, (depth, id)]
        found[id] = Place(section, parent)
    return found


def arranged(plan: Plan, left: Sequence[Spot], came: Sequence[Spot]) -> tuple[Plan, list[str]]:
    """The plan with its parts where the file has them, and the ids of what lost what it hung under.

    ``left`` are the parts as they were printed, ``came`` those that came back.
    """
    here = {id for _, id, _ in came}
    gone = {id for _, id, _ in left} - here
    before = places([spot for spot in left if spot[1] in here])
    after = places(came)
    orphans: list[str] = []
    lists: dict[str, Any] = {}
    for name in LISTS:
        parts = [part for part in getattr(plan, name) if part.id not in gone]
        moved = [_moved(part, before, after, gone, plan, orphans) for part in parts]
        lists[name] = tuple(_ordered(moved, name, left, came, after))
    return replace(plan, **lists), orphans


def _moved(
    part: Any, before: Mapping[str, Place], after: Mapping[str, Place], gone: set[str], plan: Plan, orphans: list[str]
) -> Any:
    old, new = before.get(part.id), after.get(part.id)
    if isinstance(part, (PlanSection, Objective)) and part.parent in gone:
        orphans.append(part.id)
        part = replace(part, parent=_survivor(part.parent, plan, gone))
    elif old and new and isinstance(part, (PlanSection, Objective)) and old.parent != new.parent:
        part = replace(part, parent=new.parent)
    if isinstance(part, Action):
        part = _rehosted(part, old, new, gone)
    section = getattr(part, "section", None)
    if section in gone:
        part = replace(part, section=new.section if new else None)
    elif old and new and section is not None and old.section != new.section:
        part = replace(part, section=new.section)
    return part


def _survivor(id: str | None, plan: Plan, gone: set[str]) -> str | None:
    """The nearest part above that is still there."""
    seen: set[str] = set()
    while id is not None and id in gone and id not in seen:
        seen.add(id)
        id = getattr(plan.parts.get(id), "parent", None)
    return None if id in seen else id


def _rehosted(action: Action, old: Place | None, new: Place | None, gone: set[str]) -> Action:
    """An action that was moved under another objective serves that one in place of the one it left."""
    served = tuple(one for one in action.contributions if one.objective not in gone)
    if old and new and new.parent is not None and old.parent is not None and old.parent != new.parent:
        others = {one.objective for one in served}
        served = tuple(
            replace(one, objective=new.parent) if one.objective == old.parent and new.parent not in others else one
            for one in served
        )
    return replace(action, contributions=served)


def _ordered(
    parts: Sequence[Any], name: str, left: Sequence[Spot], came: Sequence[Spot], after: Mapping[str, Place]
) -> list[Any]:
    """The parts in the order of the file, where that is not the order in which they left."""
    ids = {part.id for part in parts}
    was = [id for list, id, _ in left if list == name and id in ids]
    now = [id for list, id, _ in came if list == name and id in ids]
    if was == now:
        return list(parts)
    by_id = {part.id: part for part in parts}
    shown = [part.id for part in parts if part.id in set(now)]
    groups = {id: (after.get(id), getattr(by_id[id], "kind", "") if name == "swot" else "") for id in now}
    order = iter(now if shown == was else _grouped(shown, now, groups))
    mixed = [by_id[next(order)] if part.id in set(now) else part for part in parts]
    return _parents_first(mixed) if name in ("sections", "objectives") else mixed


def _grouped(shown: Sequence[str], now: Sequence[str], groups: Mapping[str, object]) -> list[str]:
    """The order of the list, each group in the order of the file: for lists that are not printed in their order."""
    waiting: dict[object, list[str]] = {}
    for id in now:
        waiting.setdefault(groups[id], []).append(id)
    return [waiting[groups[id]].pop(0) for id in shown]


def _parents_first(parts: Sequence[Any]) -> list[Any]:
    """The same order, but for a part that stands before the one it belongs to: it follows it."""
    ids = {part.id for part in parts}
    rank = {part.id: at for at, part in enumerate(parts)}
    if all(rank.get(part.parent, -1) < rank[part.id] for part in parts):
        return list(parts)
    children: dict[str | None, list[Any]] = {}
    for part in parts:
        children.setdefault(part.parent if part.parent in ids else None, []).append(part)
    out: list[Any] = []
    waiting = list(reversed(children.get(None, ())))
    while waiting:
        part = waiting.pop()
        out.append(part)
        waiting += reversed(children.get(part.id, ()))
    return out if len(out) == len(parts) else list(parts)
