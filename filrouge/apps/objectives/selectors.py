"""Objectives and actions as far as the person may see them, and whole documents as plans, now or at any moment."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django.apps import apps
from django.db.models import QuerySet

from filrouge.apps.documents.models import Act, Block, Document, Section
from filrouge.apps.documents.selectors import documents_for
from filrouge.apps.frameworks.models import LibraryItem
from filrouge.apps.objectives.mapping import plan_from
from filrouge.apps.objectives.models import Action, Contribution, Objective
from filrouge.apps.organisation.policies import Anyone
from filrouge.domain.model.plan import Plan


def objectives_for(user: Anyone) -> QuerySet[Objective]:
    """The objectives of the documents that the person may see."""
    return Objective.objects.filter(document__in=documents_for(user).order_by()).select_related("document__entity")


def actions_for(user: Anyone) -> QuerySet[Action]:
    """The actions of the documents that the person may see."""
    return Action.objects.filter(document__in=documents_for(user).order_by()).select_related("document__entity")


def versions_of(plans: Iterable[Plan]) -> dict[str, int]:
    """The version in which each action of these plans stands, by its id; in one query, none for no plan. An action
    whose owners changed since its plan was read is left out: nobody saw that version."""
    kept = list(plans)
    owners = {one.id: one.owners for plan in kept for one in plan.actions}
    rows = (
        Action.objects.filter(document__in=[plan.id for plan in kept]).order_by().only("version", "owners")
        if kept
        else ()
    )
    return {str(row.pk): row.version for row in rows if tuple(row.owners) == owners.get(str(row.pk))}


def plan_of(document_id: uuid.UUID) -> Plan:
    """A stored document, complete, in seven queries whatever its size. Raises Document.DoesNotExist."""
    document = Document.objects.select_related("entity", "framework").get(pk=document_id)
    return plan_from(
        document,
        entity=document.entity.code,
        framework=document.framework.urn if document.framework else "",
        sections=Section.objects.filter(document=document).order_by(),
        blocks=Block.objects.filter(document=document).order_by(),
        acts=Act.objects.filter(document=document).order_by(),
        objectives=Objective.objects.filter(document=document).order_by(),
        actions=Action.objects.filter(document=document).order_by(),
        contributions=Contribution.objects.filter(document=document).order_by(),
    )


def plans_of(documents: Sequence[Document]) -> list[Plan]:
    """Several stored documents, complete, in seven queries whatever their number. They come with entity and framework
    (:func:`filrouge.apps.documents.selectors.documents_for`)."""
    found: dict[type[Any], dict[uuid.UUID, list[Any]]] = {}
    for model in (Section, Block, Act, Objective, Action, Contribution):
        found[model] = {document.pk: [] for document in documents}
        manager: Any = model._default_manager
        for row in manager.filter(document__in=[one.pk for one in documents]).order_by():
            found[model][row.document_id].append(row)
    return [
        plan_from(
            document,
            entity=document.entity.code,
            framework=document.framework.urn if document.framework else "",
            sections=found[Section][document.pk],
            blocks=found[Block][document.pk],
            acts=found[Act][document.pk],
            objectives=found[Objective][document.pk],
            actions=found[Action][document.pk],
            contributions=found[Contribution][document.pk],
        )
        for document in documents
    ]


def plan_at(document: Document, moment: dt.datetime) -> Plan | None:
    """The document as it stood at a moment, from the history, in a constant number of queries; None before it was
    there."""
    heads = _events("documents", "Document").filter(pgh_obj_id=document.pk, pgh_created_at__lte=moment)
    head = heads.order_by("-pgh_id").first()
    if head is None or head.pgh_label == "delete":
        return None
    framework = LibraryItem.objects.filter(pk=head.framework_id).first() if head.framework_id else None
    return plan_from(
        head,
        entity=document.entity.code,
        framework=framework.urn if framework else "",
        sections=_rows("documents", "Section", document, moment),
        blocks=_rows("documents", "Block", document, moment),
        acts=_rows("documents", "Act", document, moment),
        objectives=_rows("objectives", "Objective", document, moment),
        actions=_rows("objectives", "Action", document, moment),
        contributions=_rows("objectives", "Contribution", document, moment),
    )


def moments_of(document: Document, limit: int = 200) -> list[tuple[dt.datetime, dict[str, Any]]]:
    """The moments at which the document or a part of it changed, latest first, each with who and why."""
    found: dict[dt.datetime, dict[str, Any]] = {}
    for app, model in TRACKED:
        field = "pgh_obj_id" if model == "Document" else "document_id"
        events = _events(app, model).filter(**{field: document.pk}).order_by("-pgh_created_at")
        for moment, context in events.values_list("pgh_created_at", "pgh_context__metadata").distinct()[:limit]:
            found.setdefault(moment, context or {})
    return sorted(found.items(), key=lambda pair: pair[0], reverse=True)[:limit]


#: The tables that make a document, by app and model.
TRACKED = (
    ("documents", "Document"),
    ("documents", "Section"),
    ("documents", "Block"),
    ("documents", "Act"),
    ("objectives", "Objective"),
    ("objectives", "Action"),
    ("objectives", "Contribution"),
)


def _events(app: str, model: str) -> QuerySet[Any]:
    manager: Any = apps.get_model(app, f"{model}Event")._default_manager
    events: QuerySet[Any] = manager.all()
    return events


def _rows(app: str, model: str, document: Document, moment: dt.datetime) -> list[Any]:
    """The rows of a table that were there at a moment, as their last event has them."""
    last = (
        _events(app, model)
        .filter(document_id=document.pk, pgh_created_at__lte=moment)
        .order_by("pgh_obj_id", "-pgh_id")
        .distinct("pgh_obj_id")
    )
    return [event for event in last if event.pgh_label != "delete"]
