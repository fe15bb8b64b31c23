"""What may be done to objectives and actions: each checks the right, changes, and is recorded, in one go."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max

from filrouge.apps.accounts.models import User
from filrouge.apps.common import editing
from filrouge.apps.common.audit import recorded
from filrouge.apps.common.problems import Problem
from filrouge.apps.documents.models import Document
from filrouge.apps.documents.policies import require_edit
from filrouge.apps.documents.richtext import clean_words
from filrouge.apps.documents.services import place_among, reorder, touch
from filrouge.apps.frameworks.models import LibraryItem
from filrouge.apps.objectives.models import Action, Contribution, Objective
from filrouge.apps.objectives.policies import FOLLOWING, require_building, require_change, require_following
from filrouge.apps.objectives.writing import write_plan
from filrouge.apps.organisation.models import Entity
from filrouge.apps.organisation.policies import require
from filrouge.domain.model.plan import Plan, Words

_SAID = frozenset(
    "section number text details owners starts_on deadline deadline_on quantity quantity_value quantity_unit".split()
)
OBJECTIVE_FIELDS = _SAID | {"kind", "baseline", "commitment", "stakeholders"}
ACTION_FIELDS = _SAID | {"means", "state", "progress"}


# --- whole documents ------------------------------------------------------------------------------------------------


@transaction.atomic
def create_from_plan(
    user: User, entity: Entity, plan: Plan, framework: LibraryItem | None, *, why: str = "imported"
) -> Document:
    """A new draft with all that the plan holds, acts included. The plan's own id is not kept, its parts' ids are."""
    require(user, "import", entity.pk)
    with recorded(user.person_id, why):
        document = Document(
            entity=entity,
            framework=framework,
            title=plan.title,
            language=plan.language,
            languages=list(plan.languages) or [plan.language],
        )
        document.full_clean()
        document.save()
        write_plan(document, plan)
        touch(document)
    return document


@transaction.atomic
def replace_content(user: User, document: Document, plan: Plan, why: str) -> bool:
    """Make a draft say what the plan says, touching only what differs; answer whether anything did."""
    require_edit(user, document)
    with recorded(user.person_id, why):
        row = editing.locked(document)
        changed = write_plan(row, plan, acts=False)
        if changed:
            touch(row)
    return changed


# --- objectives -----------------------------------------------------------------------------------------------------


@transaction.atomic
def add_objective(
    user: User, document: Document, *, kind: str, text: Words, parent: Objective | None = None, **fields: Any
) -> Objective:
    """A new objective, last among its siblings; it stands in the section of its parent unless another is given."""
    require_building(user, document)
    _only(fields, OBJECTIVE_FIELDS)
    _same(document, parent, fields.get("section"))
    if parent is not None:
        fields.setdefault("section", parent.section)
    with recorded(user.person_id):
        objective = Objective(
            entity_id=document.entity_id,
            document=document,
            kind=kind,
            text=text,
            parent=parent,
            position=_next(Objective.objects.filter(document=document, parent=parent)),
            **_cleaned(fields),
        )
        objective.full_clean()
        objective.save()
        touch(document)
    return objective


@transaction.atomic
def edit_objective(user: User, objective: Objective, version: int, **changes: Any) -> Objective:
    """Change an objective. A correction by a person settles what reading doubted. Raises Conflict."""
    require_change(user, objective)
    _only(changes, OBJECTIVE_FIELDS)
    _same(objective.document, None, changes.get("section"))
    with recorded(user.person_id):
        row, changed = editing.edit(objective, version, _cleaned(changes))
        if changed:
            touch(objective.document)
    return row


@transaction.atomic
def move_objective(user: User, objective: Objective, parent: Objective | None, before: Objective | None) -> None:
    """Put an objective with all below it under another (None: at the top), before one of its new siblings or last."""
    require_building(user, objective.document)
    _same(objective.document, parent)
    known = Objective.objects.filter(document=objective.document)
    place_among(objective, parent, before, known)
    with recorded(user.person_id, "moved"):
        reorder(objective, parent, before, known.filter(parent=parent))
        touch(objective.document)


@transaction.atomic
def remove_objective(user: User, objective: Objective, *, keep_below: bool = True, why: str = "") -> None:
    """Delete an objective; what stands below it moves up to its parent, or goes with it."""
    require_building(user, objective.document)
    with recorded(user.person_id, why):
        if keep_below:
            place = _next(Objective.objects.filter(document=objective.document, parent=objective.parent))
            for rank, child in enumerate(objective.children.order_by("position", "id")):
                editing.edit(child, child.version, {"parent": objective.parent, "position": place + rank})
        objective.delete()
        touch(objective.document)


# --- actions --------------------------------------------------------------------------------------------------------


@transaction.atomic
def add_action(
    user: User,
    document: Document,
    *,
    text: Words,
    objectives: Sequence[Objective] = (),
    **fields: Any,
) -> Action:
    """A new action for these objectives, with no shares stated yet; it stands in the section of the first of them
    unless another is given."""
    require_building(user, document)
    _only(fields, ACTION_FIELDS)
    _same(document, *objectives, fields.get("section"))
    if objectives:
        fields.setdefault("section", objectives[0].section)
    with recorded(user.person_id):
        action = Action(
            entity_id=document.entity_id,
            document=document,
            text=text,
            position=_next(Action.objects.filter(document=document)),
            **_cleaned(fields),
        )
        action.full_clean()
        action.save()
        _serve(action, {objective.pk: (None, None) for objective in objectives})
        touch(document)
    return action


@transaction.atomic
def edit_action(user: User, action: Action, version: int, **changes: Any) -> Action:
    """Change an action. Of an adopted document only how it goes can be said. Raises Conflict."""
    _only(changes, ACTION_FIELDS)
    if set(changes) <= FOLLOWING:
        require_following(user, action)
    else:
        require_change(user, action)
    _same(action.document, changes.get("section"))
    with recorded(user.person_id):
        row, changed = editing.edit(action, version, _cleaned(changes))
        if changed:
            touch(action.document)
    return row


Shares = Mapping[uuid.UUID, tuple[Decimal | None, Decimal | None]]


@transaction.atomic
def set_contributions(user: User, action: Action, shares: Shares) -> None:
    """Say which objectives an action serves, each with its share of budget and of staff in percent (None: not stated).

    Raises Problem ``objectives.shares`` when stated shares do not add up to 100.
    """
    require_change(user, action)
    for rank, name in enumerate(("budget", "staff")):
        stated = [share[rank] for share in shares.values() if share[rank] is not None]
        total = sum((share for share in stated if share is not None), Decimal(0))
        if stated and (total != 100 or len(stated) != len(shares)):
            raise Problem("objectives.shares", what=name, total=total)
    with recorded(user.person_id):
        editing.locked(action)
        _serve(action, shares)
        touch(action.document)


@transaction.atomic
def move_action(
    user: User, action: Action, before: Action | None, serving: tuple[Objective | None, Objective | None] | None = None
) -> None:
    """Put an action before another of the document, or last. ``serving`` makes it serve the second objective instead of
    the first, with the same shares (None: none); the other objectives that it serves stay."""
    require_building(user, action.document)
    with recorded(user.person_id, "moved"):
        if serving is not None and serving[0] != serving[1]:
            _serve(action, _instead(action, *serving))
        others = [one for one in Action.objects.filter(document=action.document) if one.pk != action.pk]
        rank = next((rank for rank, one in enumerate(others) if before and one.pk == before.pk), len(others))
        others.insert(rank, action)
        for position, one in enumerate(others):
            if one.position != position:
                editing.edit(one, one.version, {"position": position})
        touch(action.document)


@transaction.atomic
def remove_action(user: User, action: Action, why: str = "") -> None:
    """Delete an action."""
    require_building(user, action.document)
    with recorded(user.person_id, why):
        action.delete()
        touch(action.document)


# --- within ---------------------------------------------------------------------------------------------------------


def _serve(action: Action, shares: Shares) -> None:
    known = {row.objective_id: row for row in action.contributions.all()}
    objectives = set(Objective.objects.filter(document=action.document, pk__in=shares).values_list("pk", flat=True))
    if objectives != set(shares):
        raise Problem("documents.other-document")
    for objective, row in known.items():
        if objective not in shares:
            row.delete()
    for position, (objective, (budget, staff)) in enumerate(shares.items()):
        wanted = {"position": position, "budget_share": budget, "staff_share": staff}
        if objective in known:
            editing.edit(known[objective], known[objective].version, wanted)
        else:
            Contribution.objects.create(
                entity_id=action.entity_id,
                document_id=action.document_id,
                action=action,
                objective_id=objective,
                **wanted,
            )


def _instead(action: Action, old: Objective | None, new: Objective | None) -> Shares:
    """The shares of an action that serves another objective in the place of one; first where it served none."""
    shares = {row.objective_id: (row.budget_share, row.staff_share) for row in action.contributions.all()}
    kept = shares.pop(old.pk, (None, None)) if old else (None, None)
    if new is None:
        return shares
    return {new.pk: shares.pop(new.pk, kept), **shares}


def _next(siblings: Any) -> int:
    last: int | None = siblings.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


def _cleaned(fields: dict[str, Any]) -> dict[str, Any]:
    if "details" in fields:
        fields["details"] = clean_words(fields["details"])
    return fields


def _same(document: Document, *parts: Any) -> None:
    if any(part is not None and part.document_id != document.pk for part in parts):
        raise Problem("documents.other-document")


def _only(fields: Mapping[str, Any], known: frozenset[str]) -> None:
    unknown = set(fields) - known
    if unknown:
        raise TypeError(f"unknown fields: {', '.join(sorted(unknown))}")
