"""What lies on a person's desk: what is due from the units they answer for, and what changed in their documents."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.apps import apps
from django.db.models import Count, Max, Q
from django.db.models.fields.json import KeyTextTransform
from django.utils import timezone

from filrouge.apps.documents.models import Act, Block, Document, Section
from filrouge.apps.documents.selectors import documents_for, framework_for
from filrouge.apps.objectives.mapping import in_tree_order
from filrouge.apps.objectives.models import Action, Objective
from filrouge.apps.objectives.registers import owner_spellings
from filrouge.apps.objectives.selectors import TRACKED
from filrouge.apps.organisation.models import Entity, RoleAssignment, Unit
from filrouge.apps.organisation.policies import Anyone, entities_where
from filrouge.apps.organisation.selectors import own_unit_names
from filrouge.domain.lifecycle.acts import open_acts
from filrouge.domain.model.plan import Act as PlanAct
from filrouge.domain.planning.richtext import parse, plain

AHEAD = dt.timedelta(days=183)
_OPEN = ("planned", "under_way")

# --- due --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Due:
    """An objective or an action that a unit of the person answers for; ``on`` is its day, ``late`` that it is over."""

    part: Objective | Action
    on: dt.date
    late: bool

    @property
    def kind(self) -> str:
        return "action" if isinstance(self.part, Action) else "objective"


def due_from(user: Anyone, ahead: dt.timedelta = AHEAD) -> list[Due]:
    """What the person's units are to do by a day within the time ahead, the latest in arrears first; nothing of a
    document that has ended, and no action that is done or stopped."""
    today = timezone.localdate()
    documents = documents_for(user).exclude(state="ended").order_by()
    found: list[Due] = []
    for entity in _own_entities(user):
        names = own_unit_names(user, entity)
        for model in (Objective, Action):
            owners = owner_spellings(model, entity, names)
            if not owners:
                continue
            parts = model.objects.filter(document__in=documents, entity=entity, owners__overlap=owners)
            parts = parts.filter(deadline_on__lte=today + ahead).select_related("document__entity")
            if model is Action:
                parts = parts.filter(Q(state__in=_OPEN))
            found += [Due(part, part.deadline_on, part.deadline_on < today) for part in parts if part.deadline_on]
    return sorted(found, key=_order)


@dataclass(frozen=True, slots=True)
class WholeEntities:
    """What is due in the entities that a person answers for as a whole: those entities, what the other units are to do
    (perhaps only the first of it), how much that is, and how much of it is late."""

    entities: list[Entity]
    due: list[Due]
    count: int
    late: int


def due_in_entities(
    user: Anyone, own: Iterable[Due], most: int | None = None, ahead: dt.timedelta = AHEAD
) -> WholeEntities:
    """What is due in the whole of each entity in which the person both edits and records (mandate holder, policy
    adviser), beside what is their ``own``; at the most so many; in a constant number of queries."""
    today = timezone.localdate()
    entities = list(Entity.objects.filter(pk__in=entities_where(user, "edit") & entities_where(user, "record")))
    documents = documents_for(user).filter(entity__in=entities).exclude(state="ended").order_by()
    mine = {due.part.pk for due in own}
    found: list[Due] = []
    count = late = 0
    for model in (Objective, Action):
        parts = model.objects.filter(document__in=documents, deadline_on__lte=today + ahead).exclude(pk__in=mine)
        if model is Action:
            parts = parts.filter(Q(state__in=_OPEN))
        told = parts.order_by().aggregate(count=Count("pk"), late=Count("pk", filter=Q(deadline_on__lt=today)))
        count, late = count + told["count"], late + told["late"]
        parts = parts.select_related("document__entity").order_by("deadline_on", "number", "pk")
        found += [Due(part, part.deadline_on, part.deadline_on < today) for part in parts[:most] if part.deadline_on]
    return WholeEntities(entities, sorted(found, key=_order)[:most], count, late)


def _order(due: Due) -> tuple[dt.date, str, str]:
    return due.on, due.part.number, str(due.part.pk)


def _own_entities(user: Anyone) -> list[Entity]:
    """The entities in which the person heads a unit or contributes for one."""
    mine = entities_where(user, "see")
    if not mine or user.pk is None:
        return []
    heads = Unit.objects.filter(head__user=user).order_by().values("entity")
    bound = RoleAssignment.objects.filter(user=user).exclude(unit=None).order_by().values("entity")
    return list(Entity.objects.filter(Q(pk__in=heads) | Q(pk__in=bound), pk__in=mine))


@dataclass(frozen=True, slots=True)
class OpenAct:
    """An act that an adopted document calls for and that nobody has put on record."""

    document: Document
    kind: str


def open_acts_for(user: Anyone) -> list[OpenAct]:
    """The open acts of the documents for which the person may record them."""
    documents = list(documents_for(user).filter(state="adopted", entity__in=entities_where(user, "record")))
    acts: dict[uuid.UUID, list[PlanAct]] = defaultdict(list)
    for act in Act.objects.filter(document__in=documents):
        acts[act.document_id].append(PlanAct(str(act.pk), act.kind, act.on, version=act.number))
    return [
        OpenAct(document, kind)
        for document in documents
        if (framework := framework_for(document))
        for kind in open_acts(framework.kind, document.number, acts[document.pk])
    ]


def awaiting_adoption(user: Anyone) -> list[Document]:
    """The documents put before an authority of which the person may record the adoption."""
    return list(documents_for(user).filter(state="proposed", entity__in=entities_where(user, "record")))


@dataclass(frozen=True, slots=True)
class Running:
    """A draft whose mandate or period has begun, and the day on which it did."""

    document: Document
    since: dt.date


def running_drafts(user: Anyone) -> list[Running]:
    """The drafts that are not adopted though the time that they stand for runs, where the person may record it; the
    longest first. One whose time is over is of the past, and is not called for."""
    today = timezone.localdate()
    drafts = documents_for(user).filter(state="draft", entity__in=entities_where(user, "record"))
    found = [
        Running(draft, since)
        for draft in drafts.order_by()
        if (since := draft.starts_on or draft.period_from) and since <= today and not _over(draft, today)
    ]
    return sorted(found, key=lambda one: (one.since, str(one.document.pk)))


def _over(document: Document, today: dt.date) -> bool:
    if document.period_until:
        return document.period_until < today
    return bool(
        document.starts_on and document.term_years and document.starts_on.year + document.term_years < today.year
    )


# --- changed ----------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Changed:
    """A document in which others changed something: how many parts of each kind, the last moment, and the ids of who
    did it."""

    document: Document
    last: dt.datetime
    people: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)


def changed_since(
    user: Anyone, moment: dt.datetime, documents: Iterable[Document] | None = None, *, own: bool = False
) -> list[Changed]:
    """What others changed in the documents that the person may see (``own``: and the person too), the latest first; one
    query for each table."""
    known = {one.pk: one for one in (documents_for(user) if documents is None else documents)}
    mine = str(getattr(user, "person_id", ""))
    found: dict[uuid.UUID, Changed] = {}
    for app, model in TRACKED:
        key = "pgh_obj_id" if model == "Document" else "document_id"
        events = (
            apps.get_model(app, f"{model}Event")
            ._default_manager.filter(**{f"{key}__in": list(known)}, pgh_created_at__gt=moment)
            .order_by()
        )
        rows = (
            events.annotate(who=KeyTextTransform("person", "pgh_context__metadata"))
            .values_list(key, "who")
            .annotate(last=Max("pgh_created_at"), parts=Count("pgh_obj_id", distinct=True))
        )
        for document, who, last, parts in rows:
            if who == mine and not own:
                continue
            one = found.setdefault(document, Changed(known[document], last))
            one.last = max(one.last, last)
            one.counts[model] = one.counts.get(model, 0) + parts
            if who and who not in one.people:
                one.people.append(who)
    return sorted(found.values(), key=lambda one: one.last, reverse=True)


# --- completeness -----------------------------------------------------------------------------------------------------


def completeness_of(documents: Iterable[Document]) -> dict[uuid.UUID, tuple[int, int]]:
    """For each document of a kind: how many of the sections that its framework requires hold something, and how many
    there are; in four queries, whatever the number of documents. An addendum is not asked for what its plan holds."""
    known = {one.pk: one for one in documents if one.framework_id and one.relation != "addendum"}
    holding: set[uuid.UUID] = set()
    for model in (Objective, Action, Block):
        rows = model.objects.filter(document__in=list(known)).exclude(section=None).order_by()
        holding |= {pk for pk in rows.values_list("section", flat=True).distinct() if pk}
    sections: dict[uuid.UUID, list[Section]] = defaultdict(list)
    for section in Section.objects.filter(document__in=list(known)).order_by():
        sections[section.document_id].append(section)
    return {pk: _completeness(document, sections[pk], holding) for pk, document in known.items()}


def _completeness(document: Document, sections: list[Section], holding: set[uuid.UUID]) -> tuple[int, int]:
    framework = framework_for(document)
    assert framework is not None
    full: set[str] = set()
    filled: set[uuid.UUID] = set()
    for section in reversed(in_tree_order(sections)):
        if (
            section.pk in filled
            or section.pk in holding
            or any(plain(parse(one)).strip() for one in section.body.values())
        ):
            if section.parent_id:
                filled.add(section.parent_id)
            at: str | None = section.framework_section
            while at in framework.sections_by_id:
                full.add(at)
                at = framework.sections_by_id[at].parent
    required = [one.id for one in framework.sections if one.required]
    return sum(one in full for one in required), len(required)
