"""What changed in a document between two moments or versions."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.text import slugify
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from filrouge import __version__
from filrouge.apps.coherence.past import Comparison, Moment, compared, first_choice, moments, names_of
from filrouge.apps.coherence.policies import require_history
from filrouge.apps.organisation.policies import require
from filrouge.formats.writers.html.markup import safe, tag
from filrouge.formats.writers.html.page import page
from filrouge.web.coherence.forms import ChangesForm
from filrouge.web.coherence.telling import groups, person_name, why_text
from filrouge.web.coherence.views.findings import voice
from filrouge.web.common.languages import current
from filrouge.web.common.templatetags.filrouge_words import moment as moment_text
from filrouge.web.common.templatetags.filrouge_words import plain_words
from filrouge.web.common.values import Crumb
from filrouge.web.documents.frame import Frame, framed, person


@require_safe
def changes(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What changed since (?from=) until (?until=, now without it), section by section, in words, with who and why."""
    frame = framed(request, pk)
    require_history(request.user, frame.document.entity_id)
    versions, found = moments(frame.document)
    names = names_of(one.person for one in (*versions, *found))
    start = request.GET.get("from") or first_choice(versions, found, person(request))
    form = ChangesForm({"from": start, "until": request.GET.get("until", "")}, moments=_choices(versions, found, names))
    context = {
        "frame_of": frame,
        "document": frame.document,
        "crumbs": frame.crumbs(Crumb(gettext("Changes"))),
        "tabs": frame.tabs("changes"),
        "filters": form,
        "may_export": frame.may_export,
        **(_differing(frame, start, request.GET.get("until", "")) if start else {"groups": []}),
    }
    return render(request, "coherence/changes.html", context)


@require_safe
def changes_file(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The same as a page of its own, to be sent or printed."""
    frame = framed(request, pk)
    require_history(request.user, frame.document.entity_id)
    require(request.user, "export", frame.document.entity_id)
    found = _differing(frame, request.GET.get("from", ""), request.GET.get("until", ""))
    language = current()
    title = plain_words(frame.document.title, frame.document.language)
    content = safe(render_to_string("coherence/_paper.html", {**found, "document": frame.document}, request=request))
    speaking = voice(language)
    foot = tag("p", speaking("foot-short", version=__version__))
    made = page(speaking, f"{title} · {gettext('Changes')}", gettext("Changes"), content, foot, "comparison")
    name = f"{slugify(gettext('Changes'))}-{slugify(title)[:60] or pk}.html"
    return HttpResponse(made, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _differing(frame: Frame, start: str, end: str) -> dict[str, Any]:
    found = compared(frame.document, start, end)
    people = [author.person for authors in found.authors.values() for author in authors]
    names = names_of(people)
    return {
        "groups": groups(found, names, frame.document.pk),
        "count": len(found.changes),
        "start": _said(found.start),
        "end": _said(found.end) if found.end else "",
        "query": _query(found),
    }


def _query(found: Comparison) -> dict[str, str]:
    return {"from": found.start.key, "until": found.end.key if found.end else ""}


def _said(moment: Moment) -> str:
    if moment.number is not None:
        params = {"number": moment.number, "when": moment_text(moment.when)}
        return gettext("version %(number)s, sealed %(when)s") % params
    return moment_text(moment.when)


def _choices(versions: list[Moment], found: list[Moment], names: dict[uuid.UUID, str]) -> list[tuple[str, Any]]:
    """Versions, then moments, for a list to choose from."""
    sealed = [(one.key, gettext("Version %(number)s") % {"number": one.number}) for one in versions]
    said = []
    for one in found:
        parts = (moment_text(one.when), person_name(one.person, names), why_text(one.why)[:60])
        said.append((one.key, " · ".join(filter(None, parts))))
    groups = [(gettext("Sealed versions"), sealed)] if sealed else []
    return [*groups, (gettext("Moments"), said)]
