"""A plan as it would be if what stands in an editor were stored: the fields of one part, as a form sends them."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

from django.http import QueryDict

from filrouge.apps.common.problems import Problem
from filrouge.apps.documents.richtext import clean
from filrouge.apps.organisation.models import Unit
from filrouge.domain.language.quantities import find_quantities
from filrouge.domain.model import LANGUAGES
from filrouge.domain.model.plan import Action, Objective, Plan, PlanSection, Words
from filrouge.domain.reading.deadlines import due_date
from filrouge.web.objectives.forms import owners_of

Part = PlanSection | Objective | Action
_RICH = frozenset({"body", "details"})
_PLAIN = frozenset({"number", "deadline", "quantity", "quantity_unit", "baseline", "means"})
_LISTS: dict[str, type[Part]] = {"sections": PlanSection, "objectives": Objective, "actions": Action}


def plan_with(plan: Plan, data: QueryDict, units: Sequence[Unit] = ()) -> tuple[Plan, str]:
    """The plan with the fields of one part replaced by those of the form, and the id of that part.

    ``part`` names it; without it a new one of ``kind`` (``section``, ``action``, else an objective) stands last under
    ``parent`` and ``section``. Words come as ``text_fr``, ``text_nl``, …, or as ``text`` in the plan's main language;
    owners as ``owners``, or as the editor has them: those of ``units`` that are ticked, and others. What the form does
    not name stays. Raises Problem for a part that is not there and a day that is none.
    """
    id = data.get("part", "")
    part = plan.parts.get(id) if id else _new(plan, data)
    if not isinstance(part, Part):
        raise Problem("coherence.no-such-part")
    changed = replace(part, **dict(_values(part, plan, data, units)))
    changed = _resolved(changed, part, plan, data)
    name = next(name for name, kind in _LISTS.items() if isinstance(changed, kind))
    known = getattr(plan, name)
    parts = tuple(changed if one.id == changed.id else one for one in known)
    lists: dict[str, Any] = {name: parts if id else (*known, changed)}
    return replace(plan, **lists), changed.id


def _new(plan: Plan, data: QueryDict) -> Part:
    id, kind = str(uuid.uuid4()), data.get("kind", "")
    section, parent = _known(plan, data.get("section", "")), _known(plan, data.get("parent", ""))
    if kind == "section":
        return PlanSection(id, Words(), parent)
    if kind == "action":
        return Action(id, Words(), (), section)
    try:
        return Objective(id, kind or "objective", Words(), parent, section)
    except ValueError:
        raise Problem("coherence.no-such-part") from None


def _known(plan: Plan, id: str) -> str | None:
    return id if id in plan.parts else None


def _values(part: Part, plan: Plan, data: QueryDict, units: Sequence[Unit]) -> Iterator[tuple[str, Any]]:
    for one in fields(part):
        name, value = one.name, getattr(part, one.name)
        if isinstance(value, Words):
            yield name, _worded(name, value, plan.language, data)
        elif name in _PLAIN and name in data:
            yield name, str(data[name]).strip()
        elif name in ("starts_on", "deadline_on") and name in data:
            yield name, _day(str(data[name]))
        elif name == "owners" and name in data:
            lines = (
                line.strip() for given in data.getlist(name) for line in str(given).replace(";", "\n").splitlines()
            )
            yield name, tuple(line for line in lines if line)
        elif name == "owners" and "owners_other" in data:
            yield name, tuple(owners_of(value, data.getlist("owners_units"), str(data["owners_other"]), units))


def _worded(name: str, words: Words, main: str, data: QueryDict) -> Words:
    given = {language: str(data[f"{name}_{language}"]) for language in LANGUAGES if f"{name}_{language}" in data}
    if not given and name in data:
        given = {main: str(data[name])}
    for language, text in given.items():
        words = words.saying(language, clean(text) if name in _RICH else " ".join(text.split()))
    return words


def _resolved(part: Part, before: Part, plan: Plan, data: QueryDict) -> Part:
    """With the day and the figure that changed words resolve to, where the form does not give them itself; the editor
    gives the day of the words before (``shown_deadline``) until it is saved."""
    if isinstance(part, PlanSection) or isinstance(before, PlanSection):
        return part
    if "deadline" in data and ("deadline_on" not in data or _outdated(part, before, data)):
        day = due_date(part.deadline, plan.language, plan.period) if part.deadline else None
        part = replace(part, deadline_on=day)
    if "quantity" in data:
        found = find_quantities(part.quantity, plan.language) if part.quantity else ()
        value: Decimal | None = found[0].value if found else None
        unit = part.quantity_unit if data.get("quantity_unit") else (found[0].unit if found else None) or ""
        part = replace(part, quantity_value=value, quantity_unit=unit)
    return part


def _outdated(part: Objective | Action, before: Objective | Action, data: QueryDict) -> bool:
    is_moved = part.deadline_on is not None and part.deadline_on != before.deadline_on
    return part.deadline != data.get("shown_deadline", part.deadline).strip() and not is_moved


def _day(given: str) -> dt.date | None:
    if not given.strip():
        return None
    try:
        return dt.date.fromisoformat(given.strip())
    except ValueError:
        raise Problem("coherence.check-field", given=given[:40]) from None
