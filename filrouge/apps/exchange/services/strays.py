"""What people wrote outside the fields of a file that came back, made into additions that the preview proposes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any

from filrouge.domain.model.plan import Action, Contribution, Objective, Plan, PlanPart, PlanSection, Words
from filrouge.formats.readers.plan.coming import Stray

_LISTS = {"objective": "objectives", "action": "actions", "section": "sections"}
_PLAIN_FIELDS = ("number", "deadline", "quantity")
_LONGEST = {"number": 40, "deadline": 300, "quantity": 300}


def with_strays(
    plan: Plan, strays: Sequence[Stray], language: str, new_id: Callable[[], str]
) -> tuple[Plan, list[Stray]]:
    """The plan with what was written outside any field where it stood; and the strays that are no text of the document
    (comments, foot notes), which are only told."""
    told: list[Stray] = []
    for stray in strays:
        if stray.kind in _LISTS and stray.text.strip():
            plan = _added(plan, stray, language, new_id())
        elif stray.kind == "text" and stray.text.strip():
            plan = _said(plan, stray, language, new_id)
        else:
            told.append(stray)
    return plan, told


def _added(plan: Plan, stray: Stray, language: str, id: str) -> Plan:
    name = _LISTS[stray.kind]
    words = Words().saying(language, " ".join(stray.text.split()))
    section = stray.section if stray.section in plan.parts else None
    parent = stray.parent if isinstance(plan.parts.get(stray.parent or ""), Objective) else None
    fields = _fields(stray.fields)
    part: PlanPart
    if stray.kind == "section":
        part = PlanSection(id, words, section, body=Words())
    elif stray.kind == "action":
        served = (Contribution(parent),) if parent else ()
        part = Action(id, words, served, section, **fields)
    else:
        part = Objective(id, _kind(plan, stray), words, parent, section, **fields)
    parts: list[Any] = list(getattr(plan, name))
    parts.insert(_rank(parts, stray, parent), part)
    made: dict[str, Any] = {name: tuple(parts)}
    return replace(plan, **made)


def _fields(given: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """What a copy of a statement says besides its words, as far as words can be taken over as they are."""
    said: Mapping[str, str] = dict(given)
    found: dict[str, Any] = {name: said[name].strip()[: _LONGEST[name]] for name in _PLAIN_FIELDS if said.get(name)}
    if said.get("owners"):
        found["owners"] = tuple(one.strip()[:200] for one in said["owners"].split(",") if one.strip())
    return found


def _kind(plan: Plan, stray: Stray) -> str:
    """The kind of the statement before it, else of another under the same parent, else an objective."""
    before = plan.parts.get(stray.after or "")
    if isinstance(before, Objective):
        return before.kind
    return next((one.kind for one in plan.objectives if stray.parent and one.parent == stray.parent), "objective")


def _rank(parts: Sequence[Any], stray: Stray, parent: str | None) -> int:
    """Behind the part before it, else behind the last under the same parent, else last."""
    ids = [one.id for one in parts]
    if stray.after in ids:
        return ids.index(stray.after) + 1
    under = [rank for rank, one in enumerate(parts) if parent and getattr(one, "parent", None) == parent]
    return under[-1] + 1 if under else len(parts)


def _said(plan: Plan, stray: Stray, language: str, new_id: Callable[[], str]) -> Plan:
    """Text goes to the end of the section it stood in; before the first one, to a section without title."""
    html = stray.html or f"<p>{escape(stray.text)}</p>"
    section = plan.parts.get(stray.section or "")
    if not isinstance(section, PlanSection):
        first = PlanSection(new_id(), Words(), body=Words().saying(language, html))
        return replace(plan, sections=(first, *plan.sections))
    body = section.body.saying(language, section.body[language] + html)
    changed = replace(section, body=body)
    return replace(plan, sections=tuple(changed if one.id == section.id else one for one in plan.sections))
