"""Files come in: the list of imports, the way a file goes, and what ends it."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from filrouge.apps.exchange.models import Import, Upload
from filrouge.apps.exchange.selectors import has_stopped, imports_listed
from filrouge.apps.exchange.services import intake
from filrouge.apps.exchange.services.giving import File
from filrouge.apps.exchange.services.recognising import LIMITS
from filrouge.apps.organisation.models import Entity
from filrouge.library import text
from filrouge.web.common.languages import current
from filrouge.web.common.values import Column, Crumb, Status
from filrouge.web.exchange.asked import asked_entity, asked_import, entity_crumbs, files_of, handed_over, person

PAGE = 30
ACCEPTED = ".docx,.docm,.odt,.fodt,.pdf,.html,.htm,.xhtml,.md,.markdown,.txt,.text,.xlsx,.json"


@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: HttpRequest, code: str) -> HttpResponse:
    """The files that came into an entity, and the form to bring in more."""
    entity = asked_entity(request, code, "import")
    if request.method == "POST":
        return _brought_in(request, entity)
    page = Paginator(imports_listed(request.user, entity), PAGE).get_page(request.GET.get("page"))
    context = {
        "entity": entity,
        "crumbs": entity_crumbs(entity, Crumb(gettext("Imports"))),
        "page": page,
        "rows": [(one, state_of(one)) for one in page],
        "under_way": any(one.state in ("waiting", "reading") for one in page),
        "columns": [Column(gettext("File")), Column(gettext("State")), Column(gettext("By")), Column(gettext("On"))],
        "most": intake.MOST_FILES,
        "largest": LIMITS.file_bytes,
        "accepted": ACCEPTED,
    }
    return render(request, "exchange/imports.html", context)


def _brought_in(request: HttpRequest, entity: Entity) -> HttpResponse:
    files, outcomes = files_of(request, "files")
    if files or not outcomes:
        outcomes += intake.bring_in(person(request), entity, files)
    tell(request, outcomes)
    begun = [one.incoming for one in outcomes if one.incoming is not None]
    if len(begun) == 1:
        return redirect("import", pk=begun[0].pk)
    return redirect("imports", code=entity.code)


def tell(request: HttpRequest, outcomes: list[intake.Outcome]) -> None:
    """Say what became of each file, and how many are being read."""
    for one in outcomes:
        if one.problem:
            messages.error(request, text(one.problem, current(), **one.params))
        elif one.told:
            messages.info(request, text(one.told, current(), **one.params))
    begun = sum(1 for one in outcomes if one.incoming is not None and one.told != "exchange.already-under-way")
    if begun:
        said = ngettext("%(count)s file is being read.", "%(count)s files are being read.", begun)
        messages.success(request, said % {"count": begun})


def state_of(incoming: Import) -> Status:
    """How far an import is, in a word with its meaning."""
    if has_stopped(incoming):
        return Status(gettext("stopped"), "warning")
    names = {
        "waiting": Status(gettext("waiting to be read"), "info"),
        "reading": Status(gettext("being read"), "info"),
        "ready": Status(gettext("to be reviewed"), "warning"),
        "failed": Status(gettext("could not be read"), "error"),
        "done": Status(gettext("taken in"), "met"),
        "dropped": Status(gettext("dropped"), ""),
    }
    return names[incoming.state]


# --- one file on its way --------------------------------------------------------------------------------------------


def under_way(request: HttpRequest, incoming: Import) -> dict[str, Any]:
    """What the page of a file that is being read shows."""
    steps = incoming.steps or {}
    counted = [
        (gettext("Taken"), steps.get("bytes"), "bytes"),
        (gettext("Read"), steps.get("characters"), "characters"),
        (gettext("Recognised"), steps.get("sections"), "sections"),
        (gettext("Proposed"), steps.get("statements") if incoming.state == "ready" else None, "statements"),
    ]
    return {
        "incoming": incoming,
        "steps": counted,
        "what": _doing(incoming),
        "stopped": has_stopped(incoming),
        "over": incoming.state not in ("waiting", "reading"),
        "url": reverse("import_progress", args=[incoming.pk]),
    }


def _doing(incoming: Import) -> str:
    if incoming.state == "waiting":
        return gettext("The file is waiting for its turn")
    if incoming.progress < 45:
        return gettext("The file is being opened")
    if incoming.progress < 75:
        return gettext("Sections, objectives and actions are being recognised")
    return gettext("The proposal is being put together")


@require_safe
def import_progress(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """How far the reading is; where it is over, htmx goes on to the page itself."""
    incoming = asked_import(request, pk)
    response = render(request, "exchange/_progress.html", under_way(request, incoming))
    if incoming.state not in ("waiting", "reading"):
        response.headers["HX-Redirect"] = reverse("import", args=[incoming.pk])
    return response


@require_safe
def import_original(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The file as it came in."""
    incoming = asked_import(request, pk)
    data = bytes(Upload.objects.values_list("data", flat=True).get(pk=incoming.upload_id))
    return handed_over(File(incoming.upload.name, "application/octet-stream", data))


@require_http_methods(["GET", "HEAD", "POST"])
def import_again(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask before a file is read anew, where corrections would be lost; then read it."""
    incoming = asked_import(request, pk)
    framework = request.GET.get("framework", incoming.framework)
    if request.method == "POST":
        intake.try_again(person(request), incoming, request.POST.get("framework", framework))
        return redirect("import", pk=pk)
    context = {
        "title": gettext("Read the file again?"),
        "question": gettext("The file is read anew; corrections made in this review are lost."),
        "verb": gettext("Read the file again"),
        "action": f"{reverse('import_again', args=[pk])}?framework={framework}",
        "back": reverse("import", args=[pk]),
        "grave": incoming.state == "ready",
    }
    return render(request, "confirm.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def import_drop(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask before an import is dropped; then drop it."""
    incoming = asked_import(request, pk)
    if request.method == "POST":
        intake.drop(person(request), incoming)
        messages.success(request, gettext("The import was dropped; nothing was taken in."))
        return redirect("imports", code=incoming.entity.code)
    context = {
        "title": gettext("Drop this import?"),
        "question": gettext("Nothing of the file is taken in, and corrections made in this review are lost."),
        "verb": gettext("Drop the import"),
        "back": reverse("import", args=[pk]),
        "grave": True,
    }
    return render(request, "confirm.html", context)
