"""The history of one object: who changed what, when and why."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from filrouge.apps.accounts.models import User
from filrouge.apps.coherence.past import moments, names_of
from filrouge.apps.coherence.policies import require_history
from filrouge.apps.common.history import Edit, Past, past_of, persons_in
from filrouge.apps.documents.models import Document, Section
from filrouge.apps.documents.selectors import documents_for
from filrouge.apps.frameworks.models import LibraryItem
from filrouge.apps.objectives.models import Objective
from filrouge.apps.organisation.models import Entity, Unit
from filrouge.apps.organisation.policies import entities_where
from filrouge.domain.model.plan import Words
from filrouge.web.coherence.parts import address, page_of, shortened
from filrouge.web.coherence.telling import fields_told, person_name, why_text
from filrouge.web.common.templatetags.filrouge_words import plain_words
from filrouge.web.common.values import Crumb
from filrouge.web.documents.frame import Frame

PAGE = 50
#: The objects that have a history of their own: the kind in the address → app and model.
KINDS = {
    "document": ("documents", "Document"),
    "section": ("documents", "Section"),
    "block": ("documents", "Block"),
    "act": ("documents", "Act"),
    "objective": ("objectives", "Objective"),
    "action": ("objectives", "Action"),
    "contribution": ("objectives", "Contribution"),
    "waiver": ("coherence", "StoredWaiver"),
    "entity": ("organisation", "Entity"),
    "unit": ("organisation", "Unit"),
    "no_unit": ("organisation", "NoUnit"),
    "stakeholder": ("organisation", "Stakeholder"),
    "role": ("organisation", "RoleAssignment"),
    "answer": ("organisation", "ProfileAnswer"),
}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the object belongs."""

    entity: uuid.UUID
    document: Document | None


@require_safe
def history(request: HttpRequest, kind: str, pk: uuid.UUID) -> HttpResponse:
    """Every change of one object, latest first; of a document also every moment at which a part of it changed."""
    if kind not in KINDS:
        raise Http404
    past = past_of(*KINDS[kind], pk)
    if past is None:
        raise Http404
    place = _place(request, kind, past)
    require_history(request.user, place.entity)
    page = Paginator(past.edits, PAGE).get_page(request.GET.get("page"))
    names = names_of(persons_in(page.object_list))
    context = {
        "title": _title(kind, past),
        "kind": kind_name(kind),
        "is_gone": past.is_gone,
        "crumbs": _crumbs(request, place, kind, past),
        "page": page,
        "lines": _lines(page.object_list, kind, names),
        "back": "" if past.is_gone else _back(kind, pk, place),
        "moments": _moments(place.document) if kind == "document" and place.document else [],
        "document": place.document,
    }
    return render(request, "coherence/history.html", context)


def _place(request: HttpRequest, kind: str, past: Past) -> _Place:
    """Where the object stands. Raises Http404 when the person may not know of it."""
    last = past.last
    entity = last.pgh_obj_id if kind == "entity" else last.entity_id
    document_id = last.pgh_obj_id if kind == "document" else getattr(last, "document_id", None)
    if document_id is not None:
        document = documents_for(request.user).filter(pk=document_id).first()
        if document is None:
            raise Http404
        return _Place(document.entity_id, document)
    if entity not in entities_where(request.user, "see"):
        raise Http404
    return _Place(entity, None)


def _lines(edits: Iterable[Edit], kind: str, names: dict[uuid.UUID, str]) -> list[dict[str, Any]]:
    edits = list(edits)
    parts = _parts_named(edits)
    happened = {"insert": gettext("added"), "update": gettext("changed"), "delete": gettext("removed")}
    return [
        {
            "who": person_name(edit.person, names),
            "when": edit.when,
            "what": happened.get(edit.kind, edit.kind),
            "why": why_text(edit.why),
            "fields": list(fields_told(edit.fields, kind, parts)) if edit.kind != "delete" else [],
        }
        for edit in edits
    ]


def _parts_named(edits: Iterable[Edit]) -> dict[str, str]:
    """The names of what changed fields point to, as far as it is still there; one query a table at most."""
    ids = {
        side
        for edit in edits
        for change in edit.fields
        for side in (change.before, change.after)
        if isinstance(side, uuid.UUID)
    }
    named: dict[uuid.UUID, str] = {}
    for named_of in _NAMING:
        if missing := ids - named.keys():
            named.update(named_of(missing))
    return {str(pk): name for pk, name in named.items()}


def _accounts_named(ids: set[uuid.UUID]) -> dict[uuid.UUID, str]:
    accounts = dict(User.objects.filter(pk__in=ids).values_list("pk", "person"))
    people = names_of(accounts.values()) if accounts else {}
    return {pk: people[person] or gettext("erased person") for pk, person in accounts.items()}


Naming = Callable[[set[uuid.UUID]], dict[uuid.UUID, str]]
#: The tables that fields of objects point to, those of documents first; each is asked only for what is still unnamed.
_NAMING: tuple[Naming, ...] = (
    lambda ids: {one.pk: _numbered(one, one.title) for one in Section.objects.filter(pk__in=ids).order_by()},
    lambda ids: {one.pk: _numbered(one, one.text) for one in Objective.objects.filter(pk__in=ids).order_by()},
    lambda ids: {one.pk: one.abbreviation for one in Unit.objects.filter(pk__in=ids).order_by()},
    lambda ids: {one.pk: f"{one.slug} {one.version}" for one in LibraryItem.objects.filter(pk__in=ids).order_by()},
    lambda ids: {pk: name or gettext("erased person") for pk, name in names_of(ids).items()},
    _accounts_named,
)


def _numbered(row: Section | Objective, words: Words) -> str:
    return f"{row.number} {_words(words)}".strip()


def _words(words: Words) -> str:
    return shortened(plain_words(words))


def _title(kind: str, past: Past) -> str:
    """What the object is called, as it was last."""
    row = past.last
    for name in ("title", "text", "name"):
        value = getattr(row, name, None)
        if isinstance(value, Words) and value:
            return f"{getattr(row, 'number', '') if kind != 'document' else ''} {_words(value)}".strip()
        if value and not isinstance(value, Words):
            return str(value)
    if kind == "document":
        return gettext("Document without a title")
    return str(getattr(row, "abbreviation", "") or getattr(row, "code", "") or kind_name(kind))


def _crumbs(request: HttpRequest, place: _Place, kind: str, past: Past) -> list[Crumb]:
    here = Crumb(gettext("History"))
    if place.document is not None:
        frame = Frame(request, place.document)
        return frame.crumbs(*([Crumb(_title(kind, past))] if kind != "document" else []), here)
    entity = Entity.objects.get(pk=place.entity)
    return [Crumb(entity.name or entity.code, address("entity", entity.code)), Crumb(_title(kind, past)), here]


def _back(kind: str, pk: uuid.UUID, place: _Place) -> str:
    if place.document is None:
        return ""
    return page_of(place.document.pk, kind, str(pk))


def _moments(document: Document) -> list[dict[str, Any]]:
    """The moments at which a document or a part of it changed, each with the address of what changed then."""
    _, found = moments(document)
    names = names_of(one.person for one in found)
    said = []
    for rank, one in enumerate(found):
        before = found[rank + 1].key if rank + 1 < len(found) else ""
        said.append(
            {
                "when": one.when,
                "who": person_name(one.person, names),
                "why": why_text(one.why),
                "before": before,
                "key": one.key,
            }
        )
    return said


def kind_name(kind: str) -> str:
    """What an object is, as a reader calls it."""
    names = {
        "document": gettext("Document"),
        "section": gettext("Section"),
        "block": gettext("Table or analysis"),
        "act": gettext("Act on record"),
        "objective": gettext("Objective"),
        "action": gettext("Action"),
        "contribution": gettext("Contribution"),
        "waiver": gettext("Remark set aside"),
        "entity": gettext("Entity"),
        "unit": gettext("Unit"),
        "no_unit": gettext("Name that is no unit"),
        "stakeholder": gettext("Stakeholder"),
        "role": gettext("Role"),
        "answer": gettext("Answer of the profile"),
    }
    return names[kind]
