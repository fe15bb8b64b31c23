"""What a proposal would change: a stored document, with the plan that both left from, or nothing that is there yet."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.db import transaction

from filrouge.apps.accounts.models import User
from filrouge.apps.common import editing
from filrouge.apps.common.audit import recorded
from filrouge.apps.common.problems import Problem
from filrouge.apps.documents.models import Document
from filrouge.apps.exchange.models import Departure, Import
from filrouge.apps.exchange.policies import require_review
from filrouge.apps.exchange.selectors import earlier_import, targets_for
from filrouge.apps.exchange.services.recognising import Found
from filrouge.apps.objectives.selectors import plan_of
from filrouge.domain.model.plan import PART_LISTS, Plan
from filrouge.domain.model.plan_json import from_json, to_json
from filrouge.domain.planning.matching import adopt_ids

_REFERENCES = ("parent", "section")


def aim(row: Import, found: Found) -> None:
    """Set what a new proposal would change, and the proposal with the ids of what is there; the row is not saved.

    A file that came back goes to its document, against the plan that left, where the departure is on record; the same
    file as before to the document made of it, against what was read of it then.
    """
    row.document, row.base, row.departure = _own(row, found.document), None, None
    departure = _departure(row, found)
    earlier = earlier_import(row)
    if departure is not None:
        row.departure, row.base = departure, json.loads(departure.content, parse_float=Decimal)
    elif row.document is not None and found.base is not None:
        row.base = to_json(found.base)
    elif row.document is None and earlier is not None and found.source == "text":
        row.document, row.base = earlier.document, earlier.reading
    row.proposal = to_json(_with_ids(row, found.plan))


def _departure(row: Import, found: Found) -> Departure | None:
    """The record under which a file left this very document, when the seal that the file carries is the one on record:
    a file can be made up."""
    if row.document is None or not found.departure:
        return None
    key = _key(found.departure)
    return Departure.objects.filter(pk=key, document=row.document, digest=found.digest).first() if key else None


@transaction.atomic
def aim_at(user: User, incoming: Import, version: int, document: Document | None) -> Import:
    """Say that a file is a new edition of a document, or (None) a new document. Corrections made so far stay.

    Raises Problem ``exchange.no-such-target`` for a document that is no draft of the entity."""
    require_review(user, incoming)
    row = editing.locked(incoming)
    require_review(user, row)
    if document is not None and not targets_for(user, row).filter(pk=document.pk).exists():
        raise Problem("exchange.no-such-target")
    plan = from_json(row.proposal)
    earlier = earlier_import(row)
    row.document, row.base, row.departure, row.choices = document, None, None, {}
    if document is not None and earlier is not None and earlier.document_id == document.pk:
        row.base = earlier.reading
    row.proposal = to_json(_with_ids(row, plan))
    row.version += 1
    with recorded(user.person_id, "aimed"):
        row.save(update_fields=["document", "base", "departure", "choices", "proposal", "version"])
    return row


def _own(row: Import, id: str) -> Document | None:
    key = _key(id)
    return Document.objects.filter(pk=key, entity_id=row.entity_id, removed_at=None).first() if key else None


def _key(id: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(id)
    except ValueError:
        return None


def _with_ids(row: Import, plan: Plan) -> Plan:
    """The plan whose parts have the ids of the parts that they are in the document aimed at, and new ids otherwise: an
    id that came with a file might be that of a part of another document."""
    if row.document is None:
        return with_new_ids(plan, ())
    stored = plan_of(row.document.pk)
    base = from_json(row.base) if row.base else stored
    known = {*stored.parts, *base.parts}
    if plan.id != str(row.document.pk):
        plan = adopt_ids(base, plan)
    return replace(with_new_ids(plan, known), id=str(row.document.pk))


def with_new_ids(plan: Plan, keep: Collection[str], new_id: Callable[[], str] = lambda: str(uuid.uuid4())) -> Plan:
    """The same plan, each part with a new id, but for those to ``keep``; references follow."""
    ids = {id: id if id in keep else new_id() for id in plan.parts}
    lists: dict[str, Any] = {name: tuple(_renamed(part, ids) for part in getattr(plan, name)) for name in PART_LISTS}
    return replace(plan, **lists)


def _renamed(part: Any, ids: Mapping[str, str]) -> Any:
    values: dict[str, Any] = {"id": ids[part.id]}
    for name in _REFERENCES:
        if getattr(part, name, None) is not None:
            values[name] = ids[getattr(part, name)]
    if getattr(part, "contributions", ()):
        values["contributions"] = tuple(replace(one, objective=ids[one.objective]) for one in part.contributions)
    return replace(part, **values)
