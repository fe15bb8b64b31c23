"""What a review does to a plan: move, split, join, recast, reject, accept. Each answers a new plan, whole again.

No word is lost: what a part that is taken out said goes back into the text of its section.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from filrouge.domain.model import (
    ITEM_KINDS,
    LANGUAGES,
    PART_LISTS,
    Action,
    Contribution,
    Objective,
    Plan,
    PlanPart,
    PlanSection,
    Words,
)
from filrouge.domain.planning.changes import (
    ADDED,
    MOVED,
    Change,
    Position,
    apply,
    in_reading_order,
    parent_of,
    siblings,
)
from filrouge.domain.planning.returning import join_bodies, said_besides, to_section, words_back

TREES = ("sections", "objectives")
_STATEMENTS = ("objectives", "actions")
_BOTH = tuple(one.name for one in fields(Action) if one.name in {two.name for two in fields(Objective)})


class PlanEditError(ValueError):
    """That an operation cannot be done. ``code`` names the reason (its sentence stands in the library's
    ``texts/plan.yaml``), ``params`` fill it."""

    def __init__(self, code: str, **params: str) -> None:
        self.code, self.params = code, params
        super().__init__(f"{code}: {params}" if params else code)


def list_of(plan: Plan, id: str) -> str:
    """The list that holds a part (one of PART_LISTS). Raises PlanEditError ``unknown-part``."""
    for name in PART_LISTS:
        if any(part.id == id for part in getattr(plan, name)):
            return name
    raise PlanEditError("unknown-part", id=id)


# --- place ----------------------------------------------------------------------------------------------------------


def move(plan: Plan, id: str, parent: str | None, position: int) -> Plan:
    """Put a part under ``parent`` as the sibling of this rank, from 0; a rank beyond the last is the last.

    Parts that hang under nothing take no parent. Raises PlanEditError ``unknown-part``, ``unknown-parent``, ``cycle``
    (under itself or what hangs under it), ``no-parent-here`` (a kind that hangs under nothing).
    """
    name = list_of(plan, id)
    parts = getattr(plan, name)
    if parent is not None and name not in TREES:
        raise PlanEditError("no-parent-here", id=id)
    if parent is not None and all(part.id != parent for part in parts):
        raise PlanEditError("unknown-parent", id=parent)
    if parent is not None and parent in subtree(parts, id):
        raise PlanEditError("cycle", id=id)
    others = [one for one in siblings(parts).get(parent, []) if one != id]
    rank = max(0, min(position, len(others)))
    now = Position(parent, others[rank - 1] if rank else "", rank)
    was = Position(parent_of(plan.parts[id]), "", 0)
    return apply(plan, [Change(MOVED, id, name, before=was.parent, after=parent, was_at=was, now_at=now)])


def put_in_section(plan: Plan, id: str, section: str | None) -> Plan:
    """Show a statement, a line of the analysis or a table in another section (None: before the first).

    Raises PlanEditError ``unknown-part``, ``unknown-section``, ``no-section-here`` (a section or an act).
    """
    name = list_of(plan, id)
    if section is not None and all(one.id != section for one in plan.sections):
        raise PlanEditError("unknown-section", id=section)
    if name in {"sections", "acts"}:
        raise PlanEditError("no-section-here", id=id)
    return _with(plan, name, {id: {"section": section}})


def serve(plan: Plan, action: str, objective: str) -> Plan:
    """Make an action serve this objective first; what else it serves stays.

    Raises PlanEditError ``unknown-part``, ``unknown-objective``, ``not-an-action``.
    """
    if list_of(plan, action) != "actions":
        raise PlanEditError("not-an-action", id=action)
    if all(one.id != objective for one in plan.objectives):
        raise PlanEditError("unknown-objective", id=objective)
    old = next(one for one in plan.actions if one.id == action).contributions
    first = next((one for one in old if one.objective == objective), Contribution(objective))
    rest = [one for one in old[1:] if one.objective != objective]
    return _with(plan, "actions", {action: {"contributions": (first, *rest)}})


def subtree(parts: Sequence[PlanPart], id: str) -> set[str]:
    """The ids of a part and of all that hangs under it."""
    groups = siblings(parts)
    found = {id}
    waiting = [id]
    while waiting:
        for below in groups.get(waiting.pop(), ()):
            if below not in found:
                found.add(below)
                waiting.append(below)
    return found


def _with(plan: Plan, name: str, values: Mapping[str, Mapping[str, Any]]) -> Plan:
    """The plan with some fields of some parts of a list replaced."""
    held = getattr(plan, name)
    parts: Any = tuple(replace(part, **values[part.id]) if part.id in values else part for part in held)
    return replace(plan, **{name: parts})


# --- words ----------------------------------------------------------------------------------------------------------


def split(plan: Plan, id: str, offset: int, new_id: str, language: str | None = None) -> Plan:
    """Cut a statement in two at this offset of its words in ``language`` (the main one by default).

    What stands before stays with it, with its words in other languages and all its fields; what follows becomes the
    next statement under the same parent, of the same kind and owners, without number. Raises PlanEditError
    ``unknown-part``, ``not-a-statement``, ``nothing-on-one-side``, ``duplicate-id``.
    """
    name = statement_list(plan, id)
    language = language or plan.language
    if language not in LANGUAGES:
        raise PlanEditError("unknown-language", language=language)
    if new_id in plan.parts or not new_id:
        raise PlanEditError("duplicate-id", id=new_id)
    one: Any = plan.parts[id]
    words = one.text[language]
    first, second = words[: max(0, offset)].strip(), words[max(0, offset) :].strip()
    if not first or not second:
        raise PlanEditError("nothing-on-one-side", id=id)
    fresh = {"id": new_id, "text": Words().saying(language, second), "section": one.section, "owners": one.owners}
    fresh["origin"] = one.origin
    if isinstance(one, Objective):
        made: Objective | Action = Objective(**fresh, kind=one.kind, parent=one.parent)
    else:
        made = Action(**fresh, contributions=one.contributions)
    plan = _with(plan, name, {id: {"text": one.text.saying(language, first)}})
    group = siblings(getattr(plan, name))[parent_of(one)]
    at = Position(parent_of(one), id, group.index(id) + 1)
    return apply(plan, [Change(ADDED, new_id, name, after=made, now_at=at)])


def statement_list(plan: Plan, id: str) -> str:
    """The list that holds a statement. Raises PlanEditError ``unknown-part``, ``not-a-statement``."""
    name = list_of(plan, id)
    if name not in _STATEMENTS:
        raise PlanEditError("not-a-statement", id=id)
    return name


def join(plan: Plan, id: str, other: str) -> Plan:
    """Make one statement of two of the same list: the words of ``other`` follow those of ``id``, which keeps its place.

    What hung under ``other``, or served it, hangs under ``id``. Owners and stakeholders of both stay; where both have a
    deadline, a quantity or a baseline, what ``other`` said goes into the details. Raises PlanEditError
    ``unknown-part``, ``not-a-statement``, ``different-kinds`` (an objective and an action), ``same-part``, ``cycle``
    (``id`` hangs under ``other``).
    """
    name = statement_list(plan, id)
    if statement_list(plan, other) != name:
        raise PlanEditError("different-kinds", id=id, other=other)
    if id == other:
        raise PlanEditError("same-part", id=id)
    parts = getattr(plan, name)
    if id in subtree(parts, other):
        raise PlanEditError("cycle", id=id)
    one, two = plan.parts[id], plan.parts[other]
    assert isinstance(one, (Objective, Action))
    assert isinstance(two, (Objective, Action))
    made: Any = tuple(_joined(one, two, plan.language) if part.id == id else part for part in parts)
    plan = replace(plan, **{name: made})
    plan = _handed_over(plan, other, id)
    rest: Any = tuple(part for part in getattr(plan, name) if part.id != other)
    return _parents_first(replace(plan, **{name: rest}))


def _parents_first(plan: Plan) -> Plan:
    """The plan with its objectives in reading order, where one has come to stand before the one that it hangs under."""
    seen: set[str] = set()
    for one in plan.objectives:
        if one.parent is not None and one.parent not in seen:
            by_id = {objective.id: objective for objective in plan.objectives}
            return replace(plan, objectives=tuple(by_id[id] for id in in_reading_order(plan.objectives)))
        seen.add(one.id)
    return plan


def _joined(one: Any, two: Any, main: str) -> Any:
    words = Words.of({language: f"{one.text[language]} {two.text[language]}".strip() for language in LANGUAGES})
    values: dict[str, Any] = {"text": words, "owners": _both(one.owners, two.owners)}
    for names in (("deadline", "deadline_on"), ("quantity", "quantity_value", "quantity_unit"), ("starts_on",)):
        if all(getattr(one, name) in ("", None) for name in names):
            values.update({name: getattr(two, name) for name in names})
    left = said_besides(one, two)
    values["details"] = join_bodies(one.details, two.details, left, main)
    if isinstance(one, Objective):
        values["stakeholders"] = _both(one.stakeholders, two.stakeholders)
        values["baseline"] = one.baseline or two.baseline
        values["commitment"] = one.commitment or two.commitment
    else:
        served = {contribution.objective for contribution in one.contributions}
        fresh = tuple(c for c in two.contributions if c.objective not in served)
        values["contributions"] = (*one.contributions, *fresh)
        values["means"] = one.means or two.means
    return replace(one, **values)


def _both(one: Iterable[str], two: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *two)))


def _handed_over(plan: Plan, old: str, new: str | None) -> Plan:
    """What hung under a part, stood in it or served it now does so with another, or with none."""
    values: dict[str, Any] = {}
    for name in PART_LISTS:
        values[name] = tuple(_handed(part, old, new) for part in getattr(plan, name))
    return replace(plan, **values)


def _handed(part: Any, old: str, new: str | None) -> Any:
    changed: dict[str, Any] = {
        name: new for name in ("parent", "section") if getattr(part, name, None) == old and part.id != new
    }
    if isinstance(part, Action) and any(one.objective == old for one in part.contributions):
        served: dict[str, Contribution] = {}
        for one in part.contributions:
            target = new if one.objective == old else one.objective
            if target is not None:
                served.setdefault(target, replace(one, objective=target))
        changed["contributions"] = tuple(served.values())
    return replace(part, **changed) if changed else part


def recast(plan: Plan, id: str, kind: str) -> Plan:
    """Make a statement one of another kind (one of ITEM_KINDS). An objective that becomes an action serves the one that
    it hung under, and what hung under it, or served it, moves up; an action that becomes an objective hangs under the
    one that it served first. It keeps its id.

    Raises PlanEditError ``unknown-part``, ``not-a-statement``, ``unknown-kind``, ``words-would-be-lost`` (an objective
    with a baseline or stakeholders, an action with means, or that serves several).
    """
    name = statement_list(plan, id)
    if kind not in ITEM_KINDS:
        raise PlanEditError("unknown-kind", kind=kind)
    one: Any = plan.parts[id]
    if name == "objectives" and kind != "action":
        return _with(plan, name, {id: {"kind": kind}})
    if name == "actions" and kind == "action":
        return plan
    same = {field: getattr(one, field) for field in _BOTH}
    if isinstance(one, Objective):
        if one.baseline or one.stakeholders:
            raise PlanEditError("words-would-be-lost", id=id)
        made = Action(**same, contributions=(Contribution(one.parent),) if one.parent else ())
        plan = _handed_over(plan, id, one.parent)
        rest = tuple(part for part in plan.objectives if part.id != id)
        return replace(plan, objectives=rest, actions=(*plan.actions, made))
    if one.means or len(one.contributions) > 1:
        raise PlanEditError("words-would-be-lost", id=id)
    above = next((c.objective for c in one.contributions), None)
    rest_of = tuple(part for part in plan.actions if part.id != id)
    fresh = Objective(**same, kind=kind, parent=above)
    at = Position(above, "", len(siblings(plan.objectives).get(above, [])))
    return apply(replace(plan, actions=rest_of), [Change(ADDED, id, "objectives", after=fresh, now_at=_last(plan, at))])


def _last(plan: Plan, at: Position) -> Position:
    group = siblings(plan.objectives).get(at.parent, [])
    return Position(at.parent, group[-1] if group else "", len(group))


# --- taking out and confirming --------------------------------------------------------------------------------------


def reject(
    plan: Plan, id: str, new_id: Callable[[], str], *, with_children: bool = False, keep_words: bool = True
) -> Plan:
    """Take out a part that is none: what it said goes back into the text of its section, unless ``keep_words`` is
    False. ``new_id`` names the section without title that is made where the part stood in none.

    What hangs under it moves up to its parent, or is taken out with it (``with_children``). Of a section, the title and
    the text go to the section above (the one before it, when it stands under none), and so does what it shows. An act
    is only taken out. Raises PlanEditError ``unknown-part``, ``last-section`` (a section with words, and no other to
    take them).
    """
    name = list_of(plan, id)
    doomed = subtree(getattr(plan, name), id) if with_children and name in TREES else {id}
    for one in [part.id for part in reversed(getattr(plan, name)) if part.id in doomed]:
        plan = _without(plan, name, one, new_id if keep_words else None)
    return plan


def _without(plan: Plan, name: str, id: str, new_id: Callable[[], str] | None) -> Plan:
    part = plan.parts[id]
    if isinstance(part, PlanSection):
        target = _taking(plan, part)
        if target is None and (new_id and (part.title or part.body) or _shows(plan, id)):
            raise PlanEditError("last-section", id=id)
        if target is not None and new_id:
            plan = to_section(plan, target, words_back(part, plan.language), new_id)
        plan = _with_section(_moved_up(plan, name, part), id, target)
    else:
        if new_id and name != "acts":
            plan = to_section(plan, getattr(part, "section", None), words_back(part, plan.language), new_id)
        plan = _moved_up(plan, name, part)
    rest: Any = tuple(one for one in getattr(plan, name) if one.id != id)
    return replace(plan, **{name: rest})


def _taking(plan: Plan, part: PlanSection) -> str | None:
    """The section that takes what a section said: the one above it, else the one before it, else the one after it."""
    if part.parent is not None:
        return part.parent
    ids = [one.id for one in plan.sections]
    rank = ids.index(part.id)
    return ids[rank - 1] if rank else next(iter(ids[1:]), None)


def _shows(plan: Plan, id: str) -> bool:
    return any(getattr(part, "section", None) == id for part in plan.parts.values())


def _moved_up(plan: Plan, name: str, part: PlanPart) -> Plan:
    """Put what hangs under a part in its place under its parent, in order."""
    if name not in TREES:
        return plan
    if name == "objectives":
        served = {one.id: one for one in plan.actions}
        handed = [_handed(one, part.id, parent_of(part)) for one in served.values()]
        plan = replace(plan, actions=tuple(handed))
    below = siblings(getattr(plan, name)).get(part.id, [])
    rank = siblings(getattr(plan, name))[parent_of(part)].index(part.id)
    for nth, id in enumerate(below, 1):
        plan = move(plan, id, parent_of(part), rank + nth)
    return plan


def _with_section(plan: Plan, id: str, target: str | None) -> Plan:
    """Show elsewhere what a section showed."""
    values: dict[str, Any] = {}
    for name in PART_LISTS:
        parts = getattr(plan, name)
        values[name] = tuple(
            replace(one, section=target) if getattr(one, "section", None) == id else one for one in parts
        )
    return replace(plan, **values)


def accept(plan: Plan, ids: Iterable[str]) -> Plan:
    """Confirm parts: nothing about them is doubtful any more. Raises PlanEditError ``unknown-part``."""
    wanted = set(ids)
    unknown = wanted - set(plan.parts)
    if unknown:
        raise PlanEditError("unknown-part", id=min(unknown))
    values: dict[str, Any] = {}
    for name in PART_LISTS:
        values[name] = tuple(_sure(part) if part.id in wanted else part for part in getattr(plan, name))
    return replace(plan, **values)


def _sure(part: Any) -> Any:
    origin = getattr(part, "origin", None)
    return replace(part, origin=replace(origin, confidence=1.0, doubts=())) if origin else part
