"""Setting a remark aside, and lifting that again."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from filrouge.apps.coherence import services
from filrouge.apps.coherence.policies import require_lift, require_waive
from filrouge.apps.coherence.selectors import Findings, ShownFinding, findings_of, waivers_for
from filrouge.apps.common.problems import Problem
from filrouge.apps.documents.models import Document
from filrouge.web.coherence.forms import WaiveForm
from filrouge.web.coherence.margin import below
from filrouge.web.coherence.parts import name_of, page_of
from filrouge.web.common.languages import current
from filrouge.web.common.values import Crumb
from filrouge.web.documents.frame import framed, person


@require_http_methods(["GET", "HEAD", "POST"])
def waive(request: HttpRequest, pk: uuid.UUID) -> HttpResponseBase:
    """Set a remark (?key=) aside: this one, all of its rule in a part, or in the whole document; with a reason."""
    frame = framed(request, pk)
    document = frame.document
    require_waive(request.user, document)
    found = findings_of(document, current())
    one = _asked(found, request.GET.get("key", ""))
    scopes = _scopes(found, one, document)
    form = WaiveForm(request.POST if request.method == "POST" else None, scopes=[scope[:2] for scope in scopes])
    if request.method == "POST" and form.is_valid():
        chosen = {name: (part, words) for name, _, part, words in scopes}[form.cleaned_data["scope"]]
        services.waive(
            person(request),
            document,
            one.code,
            form.cleaned_data["reason"],
            part=chosen[0],
            words=chosen[1],
            until=form.cleaned_data["until"],
        )
        messages.success(request, gettext("The remark is set aside; the reason stays with it."))
        return redirect(_back(request, document))
    context = {
        "crumbs": frame.crumbs(
            Crumb(gettext("Remarks"), reverse("findings", args=[pk])), Crumb(gettext("Set a remark aside"))
        ),
        "document": document,
        "finding": one,
        "where": name_of(one.part, document.language),
        "where_url": page_of(pk, one.part.kind, one.part.id) if one.part.id else "",
        "form": form,
        "back": _back(request, document),
    }
    return render(request, "coherence/waive.html", context, status=200 if not form.errors else 422)


@require_http_methods(["GET", "HEAD", "POST"])
def waiver_lift(request: HttpRequest, pk: uuid.UUID, waiver: uuid.UUID) -> HttpResponseBase:
    """Let a remark that was set aside count again."""
    frame = framed(request, pk)
    known = get_object_or_404(waivers_for(request.user), pk=waiver, document=frame.document)
    require_lift(request.user, known)
    if request.method == "POST":
        services.lift(person(request), known, request.POST.get("why", "").strip())
        messages.success(request, gettext("The remark counts again."))
        return redirect(_back(request, frame.document))
    context = {
        "crumbs": frame.crumbs(
            Crumb(gettext("Remarks"), reverse("findings", args=[pk])), Crumb(gettext("Let it count again"))
        ),
        "document": frame.document,
        "waiver": known,
        "back": _back(request, frame.document),
    }
    return render(request, "coherence/lift.html", context)


def _asked(found: Findings, key: str) -> ShownFinding:
    """The finding of this key. Raises Problem ``coherence.finding-gone``: the text changed since the page was made."""
    one = next((one for one in found.open if one.key == key), None)
    if one is None:
        raise Problem("coherence.finding-gone")
    return one


def _scopes(found: Findings, one: ShownFinding, document: Document) -> list[tuple[str, str, str, str]]:
    """What may be set aside with this finding: name, label, part and words. Of a finding about many statements only the
    whole can be."""
    everywhere = (
        "document",
        gettext("Every remark %(code)s in the whole document") % {"code": one.code},
        "",
        "",
    )
    if not one.part.id:
        several = sum(other.code == one.code for other in found.open) > 1
        return [("this", gettext("This remark"), "", one.words), everywhere] if several and one.words else [everywhere]
    inside = {one.part.id}
    if one.part.kind == "section":  # a waiver on a section holds for all below it
        inside = {str(pk) for pk in below(document, uuid.UUID(one.part.id))}
    alike = (other for other in found.all if other.code == one.code)
    same = [other for other in alike if inside.intersection((other.part.id, other.section.id))]
    scopes = [("this", gettext("This remark"), one.part.id, one.words if len(same) > 1 else "")]
    if len(same) > 1:
        params = {"code": one.code, "part": name_of(one.part, document.language)}
        scopes.append(("part", gettext("Every remark %(code)s in “%(part)s”") % params, one.part.id, ""))
    return [*scopes, everywhere]


def _back(request: HttpRequest, document: Document) -> str:
    """The page one came from, when it is one of ours; else the remarks."""
    target: Any = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return str(target) if target and safe else reverse("findings", args=[document.pk])
