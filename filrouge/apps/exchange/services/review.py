"""The review of what was read: each correction is a pure change of the proposal, stored when nobody was quicker."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.db import transaction

from filrouge.apps.accounts.models import User
from filrouge.apps.coherence.services import check_soon
from filrouge.apps.common import editing as records
from filrouge.apps.common.audit import recorded
from filrouge.apps.common.problems import Problem
from filrouge.apps.documents.models import Document
from filrouge.apps.exchange.models import Import
from filrouge.apps.exchange.policies import require_review
from filrouge.apps.exchange.selectors import framework_item
from filrouge.apps.exchange.services.fitting import require_fit
from filrouge.apps.objectives.services import create_from_plan
from filrouge.domain.model.plan import PART_LISTS, Objective, Origin, Plan, PlanPart, PlanSection, Words
from filrouge.domain.model.plan_json import PlanFormatError, from_json, to_json, verify
from filrouge.domain.planning import editing

#: From this confidence on, a part about which nothing else is doubted counts as sure.
SURE = 0.8
_KEEP = object()  # a place that is not to change
Operation = Callable[[Plan], Plan]


def is_doubtful(part: PlanPart) -> bool:
    """Whether a person should look at what reading made of this."""
    origin: Origin | None = getattr(part, "origin", None)
    return origin is not None and (bool(origin.doubts) or origin.confidence < SURE)


def is_confirmed(part: PlanPart) -> bool:
    """Whether a person said that the part is right, or nothing was ever unsure."""
    origin: Origin | None = getattr(part, "origin", None)
    return origin is None or (origin.confidence >= 1 and not origin.doubts)


def doubtful(plan: Plan) -> list[PlanPart]:
    """The parts that are left to look at, in the order of the plan."""
    return [part for part in plan.parts.values() if is_doubtful(part)]


def accept(user: User, incoming: Import, version: int, ids: Iterable[str]) -> Import:
    """Say that these parts are right as they are."""
    return change(user, incoming, version, lambda plan: editing.accept(plan, ids))


def accept_sure(user: User, incoming: Import, version: int) -> Import:
    """Say that everything of which reading was sure is right."""

    def sure(plan: Plan) -> Plan:
        parts = plan.parts.values()
        return editing.accept(plan, [one.id for one in parts if not is_doubtful(one) and not is_confirmed(one)])

    return change(user, incoming, version, sure)


def correct(user: User, incoming: Import, version: int, id: str, fields: Mapping[str, Any]) -> Import:
    """Give a part these values; what a person wrote is right. ``kind`` may make an objective an action or the reverse,
    ``parent`` (an id or None) and ``section`` put it elsewhere."""

    def corrected(plan: Plan) -> Plan:
        known = plan.parts[id]
        values = {name: value for name, value in fields.items() if name in type(known).__dataclass_fields__}
        kind, parent = values.pop("kind", None), fields.get("parent", _KEEP)
        section = values.pop("section", _KEEP)
        values.pop("parent", None)
        plan = _with(plan, id, values)
        if kind and kind != getattr(known, "kind", "action"):
            plan = editing.recast(plan, id, kind)
        if parent is not _KEEP:
            plan = _under(plan, id, parent)
        if section is not _KEEP and section != getattr(plan.parts[id], "section", None):
            plan = editing.put_in_section(plan, id, section)
        return editing.accept(plan, [id])

    return change(user, incoming, version, corrected)


def split(user: User, incoming: Import, version: int, id: str, offset: int) -> Import:
    """Cut a statement in two at this offset of its words."""
    return change(user, incoming, version, lambda plan: editing.split(plan, id, offset, _new_id()))


def join(user: User, incoming: Import, version: int, id: str) -> Import:
    """Make a statement one with the one before it of the same list. Raises Problem ``exchange.nothing-before``."""

    def joined(plan: Plan) -> Plan:
        before = previous(plan, id)
        if before is None:
            raise Problem("exchange.nothing-before")
        return editing.join(plan, before, id)

    return change(user, incoming, version, joined)


def previous(plan: Plan, id: str) -> str | None:
    """The statement before one in the same list, under the same parent where there is one; None for the first."""
    name = editing.list_of(plan, id)
    if name not in ("objectives", "actions"):
        return None
    parts: Any = getattr(plan, name)
    rank = next(rank for rank, one in enumerate(parts) if one.id == id)
    found: str | None
    if name == "actions":
        found = parts[rank - 1].id if rank else None
        return found
    siblings = [one.id for one in parts if one.parent == parts[rank].parent]
    place = siblings.index(id)
    found = siblings[place - 1] if place else parts[rank].parent
    return found


def reject(user: User, incoming: Import, version: int, id: str, *, with_children: bool = False) -> Import:
    """Say that a part is none: its words go back into the text of its section."""
    return change(user, incoming, version, lambda plan: editing.reject(plan, id, _new_id, with_children=with_children))


def change(user: User, incoming: Import, version: int, operation: Operation) -> Import:
    """Store the proposal as ``operation`` makes it of the one that stands, seen by the person at ``version``.

    Raises Problem ``exchange.changed-meanwhile`` when it was changed since, ``exchange.no-such-part``, and ``plan.…``
    with the reason when the operation cannot be made.
    """
    require_review(user, incoming)
    with transaction.atomic():
        row = records.locked(incoming)
        require_review(user, row)
        if row.version != version:
            raise Problem("exchange.changed-meanwhile")
        before = from_json(row.proposal)
        after = _made(before, operation)
        if after == before:
            return row
        row.proposal, row.version = to_json(after), row.version + 1
        with recorded(user.person_id, "corrected"):
            row.save(update_fields=["proposal", "version"])
        return row


def _made(before: Plan, operation: Operation) -> Plan:
    try:
        after = operation(before)
        verify(after)
    except KeyError:
        raise Problem("exchange.no-such-part") from None
    except editing.PlanEditError as error:
        raise Problem(f"plan.{error.code}", **error.params) from None
    except PlanFormatError as error:
        raise Problem(f"plan.{error.code}", **{**error.params, "where": error.where}) from None
    return after


def _with(plan: Plan, id: str, values: Mapping[str, Any]) -> Plan:
    name = editing.list_of(plan, id)
    parts: Any = tuple(replace(one, **values) if one.id == id else one for one in getattr(plan, name))
    return replace(plan, **{name: parts})


def _under(plan: Plan, id: str, parent: str | None) -> Plan:
    """Put a part under another, last among its new siblings; an action serves an objective."""
    if editing.list_of(plan, id) == "actions":
        return editing.serve(plan, id, parent) if parent else plan
    part = plan.parts[id]
    if not isinstance(part, (PlanSection, Objective)) or part.parent == parent:
        return plan
    return editing.move(plan, id, parent, len(plan.parts))


def set_head(user: User, incoming: Import, version: int, **head: Any) -> Import:
    """Change what the proposed document says of itself: title, framework (its urn), language, period."""

    def headed(plan: Plan) -> Plan:
        language = head.get("language", plan.language)
        spoken = tuple(dict.fromkeys((language, *plan.languages)))
        return _in_language(replace(plan, **{**head, "languages": spoken}), plan.language)

    return change(user, incoming, version, headed)


def _in_language(plan: Plan, was: str) -> Plan:
    """A text that was taken for one in another language has its words under the right one; only a text in one language
    is ever read."""
    if plan.language == was or set(plan.languages) != {plan.language, was}:
        return plan
    lists: dict[str, Any] = {
        name: tuple(_spoken(one, was, plan.language) for one in getattr(plan, name)) for name in PART_LISTS
    }
    return replace(plan, languages=(plan.language,), title=_said(plan.title, was, plan.language), **lists)


def _spoken(part: Any, was: str, now: str) -> Any:
    words = {name: getattr(part, name) for name in type(part).__dataclass_fields__}
    return replace(part, **{name: _said(one, was, now) for name, one in words.items() if isinstance(one, Words)})


def _said(words: Words, was: str, now: str) -> Words:
    return words if words[now] or not words[was] else words.saying(now, words[was]).saying(was, "")


@transaction.atomic
def take_in(user: User, incoming: Import, version: int) -> Document:
    """Make a new document of the proposal, all or nothing, and close the import.

    Raises NotAllowed, Problem ``exchange.changed-meanwhile``, ``exchange.no-title`` and those of
    :func:`~filrouge.apps.exchange.services.fitting.require_fit`.
    """
    require_review(user, incoming)
    row = records.locked(incoming)
    require_review(user, row)
    if row.version != version or row.document_id is not None:
        raise Problem("exchange.changed-meanwhile")
    plan = from_json(row.proposal)
    if not plan.title:
        raise Problem("exchange.no-title")
    require_fit(plan)
    item = framework_item(plan.framework)
    document = create_from_plan(user, row.entity, replace(plan, framework=item.urn if item else ""), item)
    row.document, row.state, row.version = document, "done", row.version + 1
    with recorded(user.person_id, "imported"):
        row.save(update_fields=["document", "state", "version"])
    check_soon(document)
    return document


def _new_id() -> str:
    return str(uuid.uuid4())
