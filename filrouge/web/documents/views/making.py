"""New documents: empty, laid out by a framework, derived from another, or completing it."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import Counter
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from filrouge.apps.documents import services
from filrouge.apps.documents.models import Document
from filrouge.apps.documents.selectors import documents_for
from filrouge.apps.frameworks.selectors import current_frameworks
from filrouge.apps.objectives.deriving import derive_document
from filrouge.apps.objectives.selectors import plan_of
from filrouge.apps.organisation.policies import require
from filrouge.apps.organisation.selectors import entities_for
from filrouge.domain.model.plan import Plan, Words
from filrouge.domain.objectives.carrying import unfinished
from filrouge.web.common.languages import current
from filrouge.web.common.values import Crumb
from filrouge.web.documents.forms import DeriveForm, NewForm
from filrouge.web.documents.frame import address, framed, person
from filrouge.web.documents.labels import kind_label

#: The levels that a year's plan usually takes over from the plan above it.
_USUALLY = ("theme", "priority", "strategic_objective")


@require_http_methods(["GET", "POST"])
def document_new(request: HttpRequest, code: str) -> HttpResponse:
    """A new document of an entity."""
    entity = get_object_or_404(entities_for(request.user), code=code)
    require(request.user, "edit", entity.pk)
    form = NewForm(request.POST or None, initial={"language": entity.language})
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        document = services.create_document(
            person(request),
            entity,
            title=Words(**{asked["language"]: asked["title"]}),
            language=asked["language"],
            framework=asked["framework"],
            with_sections=asked["framework"] is not None,
            languages=_languages(asked),
            period_from=asked["period_from"],
            period_until=asked["period_until"],
        )
        messages.success(request, gettext("The document is made. Begin with its first section."))
        return HttpResponseRedirect(reverse("document", args=[document.pk]))
    title = gettext("New document")
    context = {
        "title": title,
        "crumbs": [Crumb(entity.name or entity.code, address("entity", code)), Crumb(title)],
        "form": form,
        "back": address("entity", code) or "/",
        "verb": gettext("Make the document"),
        "sources": list(documents_for(request.user).filter(entity=entity).order_by("-period_from", "id")[:50]),
        "import_url": address("imports", code),
    }
    return render(request, "documents/new.html", context)


@require_http_methods(["GET", "POST"])
def document_derive(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """A year's plan that grows out of this document (?year=): its objectives, and the unfinished actions of the year
    before."""
    frame = framed(request, pk)
    source = frame.document
    require(request.user, "edit", source.entity_id)
    year = _year(request, source)
    before = _year_before(request, source, year)
    above, earlier = plan_of(pk), plan_of(before.pk) if before else None
    counts = Counter(one.kind for one in above.objectives)
    kinds = [(kind, f"{kind_label(kind, frame.framework)} ({count})") for kind, count in counts.items()]
    form = DeriveForm(
        request.POST or None,
        kinds=kinds,
        actions=_actions(earlier),
        initial={**_derived(source, year), "kinds": [one for one in counts if one in _USUALLY] or list(counts)},
    )
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        document = derive_document(
            person(request),
            source.entity,
            source,
            title=Words(**{asked["language"]: asked["title"]}),
            language=asked["language"],
            period=(asked["period_from"], asked["period_until"]),
            framework=asked["framework"],
            kinds=asked.get("kinds", ()),
            before=before,
            actions=asked.get("actions", ()),
        )
        messages.success(request, gettext("The plan is made; what was carried over stays linked to its origin."))
        return HttpResponseRedirect(reverse("objectives", args=[document.pk]))
    title = gettext("Derive a year's plan")
    context = {
        "frame_of": frame,
        "document": source,
        "title": title,
        "crumbs": frame.crumbs(Crumb(title)),
        "form": form,
        "back": reverse("document", args=[pk]),
        "verb": gettext("Make the plan"),
        "year": year,
        "before": before if earlier and unfinished(earlier) else None,
        "main": source.language,
    }
    return render(request, "documents/derive.html", context)


@require_http_methods(["GET", "POST"])
def document_addendum(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """An addendum: a document of its own that completes this one without rewriting it."""
    frame = framed(request, pk)
    document = frame.document
    require(request.user, "edit", document.entity_id)
    first = document.period_from or timezone.localdate()
    name = document.title.shown(document.language, document.language)[0]
    initial = {
        "language": document.language,
        "languages": document.languages,
        "title": gettext("Addendum to %(title)s") % {"title": name},
        "period_from": first,
        "period_until": document.period_until,
    }
    form = NewForm(request.POST or None, initial=initial)
    del form.fields["framework"]
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        made = services.create_document(
            person(request),
            document.entity,
            title=Words(**{asked["language"]: asked["title"]}),
            language=asked["language"],
            framework=document.framework,
            amends=document,
            relation="addendum",
            languages=_languages(asked),
            period_from=asked["period_from"],
            period_until=asked["period_until"],
        )
        messages.success(request, gettext("The addendum is made. Add the sections and objectives that it brings."))
        return HttpResponseRedirect(reverse("document", args=[made.pk]))
    title = gettext("Write an addendum")
    context = {
        "frame_of": frame,
        "document": document,
        "title": title,
        "crumbs": frame.crumbs(Crumb(title)),
        "form": form,
        "back": reverse("document", args=[pk]),
        "verb": gettext("Make the addendum"),
        "lead": gettext("Once adopted, it shows in the consolidated text of the document, each addition marked."),
    }
    return render(request, "documents/derive.html", context)


def _languages(asked: dict[str, Any]) -> list[str]:
    return list(dict.fromkeys((asked["language"], *asked["languages"])))


def _year(request: HttpRequest, source: Document) -> int:
    """The year asked for, else the first one of the period that is not over yet."""
    asked = request.GET.get("year", "")
    if asked.isdecimal() and 1950 <= int(asked) <= 2100:
        return int(asked)
    today = timezone.localdate().year
    first = source.period_from.year if source.period_from else today
    return max(first, today)


def _year_before(request: HttpRequest, source: Document, year: int) -> Document | None:
    """The latest plan before this year that was derived from the same document, else the document itself when it has
    ended by then."""
    start = dt.date(year, 1, 1)
    derived = documents_for(request.user).filter(amends=source, relation="derived", period_until__lt=start)
    latest = derived.order_by("-period_until", "id").first()
    if latest is None and source.period_until and source.period_until < start:
        return source
    return latest


def _actions(earlier: Plan | None) -> list[tuple[str, str]]:
    if earlier is None:
        return []
    return [
        (one.id, " ".join(filter(None, (one.number, one.text.shown(current(), earlier.language)[0]))))
        for one in unfinished(earlier)
    ]


def _derived(source: Document, year: int) -> dict[str, Any]:
    name = source.title.shown(source.language, source.language)[0]
    framework = current_frameworks().filter(slug__in=_next_kinds(source)).order_by("slug").first()
    return {
        "title": f"{name} – {year}",
        "framework": framework,
        "language": source.language,
        "languages": source.languages,
        "period_from": dt.date(year, 1, 1),
        "period_until": dt.date(year, 12, 31),
    }


def _next_kinds(source: Document) -> tuple[str, ...]:
    """The kinds of year's plan that translate a document of this kind."""
    kind = source.framework.slug if source.framework else ""
    return ("operational-plan",) if kind in ("strategic-plan", "operational-plan") else ("action-plan",)
