"""The home of a person, which answers what is due, what changed and what is wrong; and the home of an entity."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from filrouge.apps.accounts.selectors import names
from filrouge.apps.coherence.selectors import Counts, counts_of
from filrouge.apps.documents.models import Document
from filrouge.apps.documents.selectors import documents_for
from filrouge.apps.frameworks.selectors import framework_of
from filrouge.apps.objectives.desk import (
    Changed,
    awaiting_adoption,
    changed_since,
    completeness_of,
    due_from,
    due_in_entities,
    open_acts_for,
    running_drafts,
)
from filrouge.apps.organisation.models import Entity
from filrouge.apps.organisation.policies import entities_where, may
from filrouge.apps.organisation.selectors import above, entities_for, kin_of, roles_for
from filrouge.domain.language.words import fold
from filrouge.domain.model.plan import DOCUMENT_STATES
from filrouge.web.common.languages import current
from filrouge.web.common.values import Column, Status
from filrouge.web.organisation import frame

FEW = 8
FIRST_DAYS = 30
PAGE = 40
STATES: Mapping[str, Promise] = {
    "draft": pgettext_lazy("state of a document", "Draft"),
    "proposed": pgettext_lazy("state of a document", "Proposed"),
    "adopted": pgettext_lazy("state of a document", "Adopted"),
    "ended": pgettext_lazy("state of a document", "Ended"),
}
_MEANINGS = {"adopted": "met", "proposed": "info"}
_SPANS = (7, 30, 90)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What is due from me, what changed since my last visit (or since ``?days=``), what is wrong."""
    user = frame.person(request)
    entities = entities_for(user)
    since, days = _since(request, user.last_visit)
    due = due_from(user)
    everything = request.GET.getlist("due")
    rest = due_in_entities(user, due, None if "entity" in everything else FEW)
    context = {
        "nowhere": not entities.exists(),
        "late": sum(one.late for one in due),
        "due": due if "all" in everything else due[:FEW],
        "rest": rest,
        "several": len(rest.entities) > 1,
        "due_count": len(due),
        "tasks": [*open_acts_for(user)],
        "proposals": awaiting_adoption(user),
        "running": running_drafts(user),
        "changes": _told(changed_since(user, since)),
        "since": since,
        "days": days,
        "spans": _SPANS,
        "visited": user.last_visit is not None,
        "edits": bool(entities_where(user, "edit")),
        "wrong": _wrong(documents_for(user).filter(entity__in=entities_where(user, "edit"), state="draft")),
        "entities": entities.filter(ends_on=None)[:FEW],
    }
    return render(request, "organisation/home.html", context)


@require_safe
def entity(request: HttpRequest, code: str) -> HttpResponse:
    """An entity: its documents, with filters and order in the address; what changed; who has which role; its kin."""
    here = frame.framed(request, code)
    user = frame.person(request)
    documents = list(documents_for(user).filter(entity=here))
    form = DocumentFilter(request.GET, kinds=sorted({kind_of(one) for one in documents}))
    shown = _ordered(_filtered(documents, form), request.GET.get("sort", ""))
    page = Paginator(shown, PAGE).get_page(request.GET.get("page"))
    listed = list(page.object_list)
    before, after = kin_of(user, here)
    since, days = _since(request, None)
    context = frame.context(
        request,
        here,
        rows=_rows(listed),
        page=page,
        pages=page.paginator.get_elided_page_range(page.number),
        columns=_columns(),
        filter_form=form,
        filtered=form.is_valid() and any(form.cleaned_data.values()),
        has_documents=bool(documents),
        changes=_told(changed_since(user, since, documents, own=True)[:FEW]),
        days=days,
        people=[role for role in roles_for(user, here) if _held(role.starts_on, role.ends_on)],
        before=before,
        after=after,
        facts=_facts(here),
        above=list(documents_for(user).filter(entity__in=above([here.pk])).order_by("-period_from", "id")[:FEW]),
        sees_parent=here.parent_id is not None and may(user, "see", here.parent_id),
    )
    return render(request, "organisation/entity.html", context)


# --- changes ----------------------------------------------------------------------------------------------------------


def _since(request: HttpRequest, last: dt.datetime | None) -> tuple[dt.datetime, int]:
    """From when changes are told: the days of the address, else the last visit, else a month."""
    asked = request.GET.get("days", "")
    if asked.isdecimal() and int(asked) in _SPANS:
        return timezone.now() - dt.timedelta(days=int(asked)), int(asked)
    return last or timezone.now() - dt.timedelta(days=FIRST_DAYS), 0


@dataclass(frozen=True, slots=True)
class Told:
    """A document that changed, in words: who did it, and what it concerns."""

    document: Document
    last: dt.datetime
    people: list[str]
    what: list[str]


def _told(changes: Sequence[Changed]) -> list[Told]:
    known = names((one for change in changes for one in change.people), current())
    return [
        Told(
            change.document,
            change.last,
            [known[one] for one in change.people if one in known],
            [_counted(model, count) for model, count in change.counts.items()],
        )
        for change in changes
    ]


def _counted(model: str, count: int) -> str:
    """``3 objectives``."""
    words = {
        "Document": lambda n: gettext("the document itself"),
        "Section": lambda n: ngettext("%(n)s section", "%(n)s sections", n),
        "Block": lambda n: ngettext("%(n)s table", "%(n)s tables", n),
        "Act": lambda n: ngettext("%(n)s act", "%(n)s acts", n),
        "Objective": lambda n: ngettext("%(n)s objective", "%(n)s objectives", n),
        "Action": lambda n: ngettext("%(n)s action", "%(n)s actions", n),
        "Contribution": lambda n: ngettext("%(n)s contribution", "%(n)s contributions", n),
    }
    return words[model](count) % {"n": count}


# --- documents --------------------------------------------------------------------------------------------------------


def _columns() -> tuple[Column, ...]:
    return (
        Column(gettext("Document"), "title"),
        Column(gettext("Kind"), "kind"),
        Column(gettext("State"), "state"),
        Column(gettext("Period"), "period"),
        Column(gettext("Remarks")),
        Column(gettext("Required sections filled")),
    )


class DocumentFilter(forms.Form):
    """Which documents are shown."""

    all_optional = True

    q = forms.CharField(label=_("In the title"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("all")), *STATES.items()])

    def __init__(self, *args: Any, kinds: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("all")), *((kind, kind) for kind in kinds)]


@dataclass(frozen=True, slots=True)
class Line:
    """A document in a list; ``counts`` None while it has not been checked as it stands."""

    document: Document
    kind: str
    status: Status
    counts: Counts | None
    filled: int = 0
    required: int = 0

    @property
    def period(self) -> tuple[dt.date | None, dt.date | None]:
        return self.document.period_from, self.document.period_until


def kind_of(document: Document) -> str:
    """The kind of a document in the reader's words."""
    return framework_of(document.framework).title[current()] if document.framework else gettext("Document")


def _rows(documents: Sequence[Document]) -> list[Line]:
    counts, complete = counts_of(documents), completeness_of(documents)
    return [
        Line(
            one,
            kind_of(one),
            Status(str(STATES[one.state]), _MEANINGS.get(one.state, "")),
            counts.get(one.pk),
            *complete.get(one.pk, (0, 0)),
        )
        for one in documents
    ]


def _wrong(documents: Iterable[Document]) -> list[Line]:
    """Those with remarks, the gravest first, and those that have not been checked."""
    known = list(documents)
    counts: Mapping[uuid.UUID, Counts] = counts_of(known)
    found = [Line(one, kind_of(one), Status(""), counts.get(one.pk)) for one in known]
    told = [one for one in found if one.counts is None or one.counts.errors or one.counts.warnings or one.counts.infos]
    return sorted(told, key=lambda one: (-one.counts.errors, -one.counts.warnings) if one.counts else (0, 0))


def _filtered(documents: Sequence[Document], form: DocumentFilter) -> list[Document]:
    if not form.is_valid():
        return list(documents)
    said, kind, state = (form.cleaned_data[name] for name in ("q", "kind", "state"))
    return [
        one
        for one in documents
        if (not state or one.state == state)
        and (not kind or kind_of(one) == kind)
        and (not said or any(fold(said) in fold(words) for words in one.title.values()))
    ]


def _ordered(documents: list[Document], order: str) -> list[Document]:
    keys: dict[str, Callable[[Document], Any]] = {
        "title": lambda one: fold(one.title.shown(current(), one.language)[0]),
        "kind": lambda one: fold(kind_of(one)),
        "state": lambda one: DOCUMENT_STATES.index(one.state),
        "period": lambda one: (one.period_from or dt.date.min, one.period_until or dt.date.min),
    }
    key = keys.get(order.lstrip("-"))
    return sorted(documents, key=key, reverse=order.startswith("-")) if key else documents


# --- the entity -------------------------------------------------------------------------------------------------------


def _held(first: dt.date, last: dt.date | None) -> bool:
    today = timezone.localdate()
    return first <= today and (last is None or last >= today)


def _facts(here: Entity) -> list[tuple[str, Any]]:
    return [(gettext("Code"), here.code), (gettext("Kind"), frame.said(f"kind.{here.kind}"))]
