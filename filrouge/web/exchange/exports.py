"""Documents go out as files, and a Word file that went out comes back."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from filrouge.apps.common.problems import Problem
from filrouge.apps.documents.models import Document
from filrouge.apps.exchange.models import Export
from filrouge.apps.exchange.policies import require_export
from filrouge.apps.exchange.selectors import departures_of, exports_for, has_stopped
from filrouge.apps.exchange.services import giving, intake
from filrouge.apps.exchange.services.giving import File, Wish
from filrouge.apps.objectives.selectors import plan_of
from filrouge.apps.organisation.policies import may, require
from filrouge.library import text
from filrouge.web.common.languages import current
from filrouge.web.common.values import Crumb
from filrouge.web.exchange.asked import asked_document, document_crumbs, files_of, handed_over, person
from filrouge.web.exchange.forms import ExportForm
from filrouge.web.exchange.imports import tell


def _formats() -> list[tuple[str, str]]:
    return [
        ("word", gettext("Word: to edit outside and bring back")),
        ("pdf", gettext("PDF: to print and to send")),
        ("excel", gettext("Excel: to sort and to count")),
        ("json", gettext("JSON: complete, for another installation")),
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def export(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Choose what leaves and in which form; the file follows at once, or as soon as a job has made it."""
    document = asked_document(request, pk)
    require_export(request.user, document)
    plan = plan_of(document.pk)
    data = request.POST if request.method == "POST" else None
    part = str(request.GET.get("part") or request.POST.get("part") or "")
    form = ExportForm(plan, data, part=part if part in plan.parts else "", formats=_formats())
    if data is not None and form.is_valid():
        wish = Wish(
            form.cleaned_data["format"],
            form.cleaned_data["language"],
            tuple(form.cleaned_data["languages"]),
            form.cleaned_data["part"],
            form.cleaned_data["blanks"],
        )
        given = giving.give(person(request), document, wish)
        return handed_over(given) if isinstance(given, File) else redirect("export_job", pk=pk, job=given.pk)
    context = {
        "document": document,
        "form": form,
        "crumbs": document_crumbs(document, Crumb(gettext("Give out"))),
        "departures": departures_of(document)[:20],
        "may_return": may(request.user, "import", document.entity_id),
        "is_draft": document.state in ("draft", "proposed"),
    }
    return render(request, "exchange/export.html", context)


def _asked_job(request: HttpRequest, pk: uuid.UUID, job: uuid.UUID) -> tuple[Document, Export]:
    document = asked_document(request, pk)
    require_export(request.user, document)
    return document, get_object_or_404(exports_for(request.user), pk=job, document=document)


@require_http_methods(["GET", "HEAD", "POST"])
def export_job(request: HttpRequest, pk: uuid.UUID, job: uuid.UUID) -> HttpResponse:
    """How far a file is; a POST begins it anew where it failed or stopped."""
    document, asked = _asked_job(request, pk, job)
    if request.method == "POST":
        giving.ask_again(person(request), asked)
        return redirect("export_job", pk=pk, job=job)
    problem = asked.problem or {}
    context = {
        "document": document,
        "job": asked,
        "stopped": has_stopped(asked),
        "what": gettext("The file is being made"),
        "url": "" if asked.state in ("ready", "failed") else reverse("export_job", args=[pk, job]),
        "sentence": text(problem["code"], current(), **problem["params"]) if problem else "",
        "crumbs": document_crumbs(
            document, Crumb(gettext("Give out"), reverse("export", args=[pk])), Crumb(asked.format)
        ),
    }
    if getattr(request, "htmx", False):
        response = render(request, "exchange/_making.html", context)
        if asked.state in ("ready", "failed"):
            response.headers["HX-Redirect"] = reverse("export_job", args=[pk, job])
        return response
    return render(request, "exchange/making.html", context)


@require_safe
def export_file(request: HttpRequest, pk: uuid.UUID, job: uuid.UUID) -> HttpResponse:
    """The file that a job made."""
    _, asked = _asked_job(request, pk, job)
    return handed_over(giving.file_of(asked))


@require_http_methods(["GET", "HEAD", "POST"])
def come_back(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Take back a file of this document that was edited outside; only the differences will be proposed."""
    document = asked_document(request, pk)
    require(request.user, "import", document.entity_id)
    if request.method == "POST":
        files, outcomes = files_of(request, "file")
        if files or not outcomes:
            outcomes += intake.bring_in(person(request), document.entity, files[:1])
        tell(request, outcomes)
        begun = next((one.incoming for one in outcomes if one.incoming is not None), None)
        return redirect("import", pk=begun.pk) if begun else redirect("come_back", pk=pk)
    if document.state != "draft":
        raise Problem("documents.not-a-draft", state=document.state)
    context = {
        "document": document,
        "departures": departures_of(document)[:20],
        "crumbs": document_crumbs(document, Crumb(gettext("Bring back"))),
    }
    return render(request, "exchange/come_back.html", context)
