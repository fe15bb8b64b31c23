"""The page of search."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, pgettext
from django.views.decorators.http import require_safe

from filrouge.apps.common.search import Hit, find
from filrouge.apps.documents.models import Document
from filrouge.apps.documents.selectors import documents_for
from filrouge.apps.frameworks.selectors import current_frameworks, framework_of
from filrouge.apps.organisation.models import Entity
from filrouge.web.coherence.forms import SearchForm
from filrouge.web.coherence.parts import page_of
from filrouge.web.common.languages import current
from filrouge.web.common.templatetags.filrouge_words import plain_words
from filrouge.web.documents.labels import document_status

PAGE = 20
#: Filter → what it narrows of the documents.
FIELDS = {"entity": "entity__code", "kind": "framework__slug", "state": "state", "document": "pk"}


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What is found in all documents that the person may see (?q=), filtered and paged by the address."""
    seen = documents_for(request.user)
    form = SearchForm(request.GET, entities=_entities(request), frameworks=_frameworks(), parts=part_kinds())
    question = form.value("q")
    documents = seen
    for name, field in FIELDS.items():
        if value := form.value(name):
            documents = documents.filter(**{field: value})
    parts, languages = form.value("part"), form.value("language")
    found = find(
        question,
        documents,
        reader=current(),
        kinds=[parts] if parts else [],
        languages=[languages] if languages else [],
    )
    page = Paginator(found.entries, PAGE).get_page(request.GET.get("page"))
    hits = found.hits(page.object_list)
    context = {
        "filters": form,
        "question": question,
        "page": page,
        "lines": _lines(hits, {one.pk: one for one in seen.filter(pk__in={hit.document for hit in hits})}),
        "is_alike": found.is_alike,
        "is_filtered": any(form.value(name) for name in (*FIELDS, "part", "language")),
    }
    return render(request, "coherence/search.html", context)


def _lines(hits: list[Hit], documents: dict[Any, Document]) -> list[dict[str, Any]]:
    kinds = dict(part_kinds())
    return [
        {
            "hit": hit,
            "document": documents[hit.document],
            "status": document_status(documents[hit.document].state),
            "kind": kinds.get(hit.kind, hit.kind),
            "url": page_of(hit.document, hit.kind, str(hit.part)),
        }
        for hit in hits
        if hit.document in documents
    ]


def part_kinds() -> list[tuple[str, str]]:
    """What may be found, as a reader calls it."""
    return [
        ("document", gettext("Document")),
        ("section", gettext("Section")),
        ("objective", gettext("Objective")),
        ("action", gettext("Action")),
        ("swot_item", pgettext("part of a plan", "Line of the SWOT analysis")),
        ("risk_domain", gettext("Risk domain")),
        ("table", gettext("Table")),
    ]


def _entities(request: HttpRequest) -> list[tuple[str, str]]:
    known = Entity.objects.filter(pk__in=documents_for(request.user).order_by().values("entity"))
    return [(one.code, f"{plain_words(one.name, one.language)} ({one.code})") for one in known]


def _frameworks() -> list[tuple[str, str]]:
    return [(one.slug, framework_of(one).title[current()]) for one in current_frameworks()]
