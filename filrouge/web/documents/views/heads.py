"""The head of a document, its state and its languages; taking it away."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from filrouge.apps.common.problems import Conflict
from filrouge.apps.documents import services
from filrouge.apps.documents.policies import require_edit
from filrouge.apps.objectives.selectors import plan_of
from filrouge.apps.organisation.policies import require
from filrouge.domain.model.plan import Action, Objective, PlanSection
from filrouge.domain.planning.composition import untranslated
from filrouge.web.common.values import Crumb
from filrouge.web.documents.forms import HeadForm, WhyForm
from filrouge.web.documents.frame import address, framed, person

#: So many of the parts that wait for their translation are listed.
MOST = 200


@require_http_methods(["GET", "POST"])
def document_edit(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Title, languages of the content, period, term and legal basis of a draft."""
    frame = framed(request, pk)
    require_edit(request.user, frame.document)
    form = HeadForm(request.POST or None, languages=frame.languages, record=frame.document)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            services.edit_document(person(request), frame.document, form.seen, **form.stored())
        except Conflict as conflict:
            form.meet(conflict)
            status = conflict.status
        else:
            messages.success(request, gettext("The document is saved."))
            return HttpResponseRedirect(reverse("document", args=[pk]))
    title = gettext("Title, period and languages")
    context = {
        "frame_of": frame,
        "document": frame.document,
        "title": title,
        "crumbs": frame.crumbs(Crumb(title)),
        "main": frame.document.language,
        "form": form,
        "verb": gettext("Save the document"),
        "back": reverse("document", args=[pk]),
    }
    return render(request, "documents/edit.html", context, status=status)


@require_http_methods(["GET", "POST"])
def document_remove(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Take a draft away, with a reason; it stays in the history."""
    frame = framed(request, pk)
    require_edit(request.user, frame.document)
    form = WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.remove_document(person(request), frame.document, form.cleaned_data["why"])
        messages.success(request, gettext("The document is removed; it stays in the history."))
        return HttpResponseRedirect(address("entity", frame.document.entity.code) or "/")
    context = {
        "title": gettext("Remove this document?"),
        "question": gettext("The document leaves all lists and its address answers no more."),
        "consequences": [gettext("It stays in the history, and an administrator can bring it back.")],
        "verb": gettext("Remove the document"),
        "form": form,
        "back": reverse("document", args=[pk]),
        "grave": True,
    }
    return render(request, "confirm.html", context)


@require_http_methods(["GET", "POST"])
def document_state(request: HttpRequest, pk: uuid.UUID, state: str) -> HttpResponse:
    """Ask, then move the document to another state: proposed, back to draft, ended."""
    frame = framed(request, pk)
    document = frame.document
    action = services.TRANSITIONS.get((document.state, state))
    if action is None:
        raise Http404
    require(request.user, action, document.entity_id)
    opens_next = (document.state, state) == ("adopted", "draft")
    form = WhyForm(request.POST or None, optional=not opens_next)
    if request.method == "POST" and form.is_valid():
        services.change_state(person(request), document, state, form.cleaned_data["why"])
        messages.success(request, gettext("The state of the document is changed."))
        return HttpResponseRedirect(reverse("document", args=[pk]))
    context = {**_asked(document.state, state, document.number), "form": form, "back": reverse("acts", args=[pk])}
    return render(request, "confirm.html", context)


def _asked(before: str, after: str, number: int) -> dict[str, Any]:
    """The question before a change of state."""
    if (before, after) == ("adopted", "draft"):
        return {
            "title": gettext("Open version %(number)d?") % {"number": number + 1},
            "question": gettext("The document becomes a draft again and can be edited."),
            "consequences": [
                gettext("The adopted version stays sealed and readable. The new one must be adopted in turn.")
            ],
            "verb": gettext("Open the next version"),
        }
    if after == "proposed":
        return {
            "title": gettext("Propose this document?"),
            "question": gettext("The authority and the evaluators can read it; it can no longer be edited."),
            "consequences": [gettext("You can take it back as a draft.")],
            "verb": gettext("Propose the document"),
        }
    if after == "draft":
        return {
            "title": gettext("Take this document back as a draft?"),
            "question": gettext("It can be edited again and is no longer put before the authority."),
            "verb": gettext("Take the document back"),
        }
    return {
        "title": gettext("End this document?"),
        "question": gettext("It remains readable and can no longer be edited; no later version can be opened."),
        "verb": gettext("End the document"),
        "grave": True,
    }


@require_safe
def document_languages(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """In which language which words are still missing, with the way to write them side by side."""
    frame = framed(request, pk)
    plan = plan_of(pk)
    found = [
        (language, [_missing(part) for part in parts[:MOST]], len(parts))
        for language, parts in untranslated(plan).items()
    ]
    title = gettext("Languages of the content")
    context = {
        "frame_of": frame,
        "document": frame.document,
        "title": title,
        "crumbs": frame.crumbs(Crumb(title)),
        "main": plan.language,
        "found": found,
        "editing": frame.may_edit,
    }
    return render(request, "documents/languages.html", context)


def _missing(part: Any) -> dict[str, Any]:
    name = {PlanSection: "section_edit", Objective: "objective_edit", Action: "action_edit"}.get(type(part))
    return {
        "number": getattr(part, "number", ""),
        "text": getattr(part, "text", None) or getattr(part, "title", ""),
        "url": address(name, part.id) if name else "",
    }
