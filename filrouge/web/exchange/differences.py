"""What a file would change in a document that is there: chosen one by one, then taken over, all or none."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from filrouge.apps.common.problems import Problem
from filrouge.apps.documents.policies import may_edit
from filrouge.apps.exchange.models import Import
from filrouge.apps.exchange.services import settling
from filrouge.web.common.values import Crumb
from filrouge.web.exchange.asked import asked_import, import_crumbs, person
from filrouge.web.exchange.differing import groups, side_of
from filrouge.web.exchange.words import came_back

PAGE = 25


@require_http_methods(["GET", "HEAD", "POST"])
def import_differences(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The differences, page by page, each with its choice; a POST keeps the choices of the page."""
    incoming = _under_review(request, pk)
    if request.method == "POST":
        _chosen(request, incoming)
        if request.POST.get("do") == "take":
            return redirect("import_take_over", pk=pk)
        messages.success(request, gettext("Your choices are kept."))
        return redirect(f"{reverse('import_differences', args=[pk])}?page={request.GET.get('page', '1')}")
    found = settling.preview(incoming)
    page = Paginator(groups(found), PAGE).get_page(request.GET.get("page"))
    context = {
        "incoming": incoming,
        "document": incoming.document,
        "found": found,
        "page": page,
        "changes": len(found.merged.changes),
        "conflicts": len(found.merged.conflicts),
        "unsettled": len(found.unsettled),
        "may_edit": incoming.document is not None and may_edit(request.user, incoming.document),
        "crumbs": import_crumbs(incoming, Crumb(gettext("Differences"))),
        "notes": [came_back(code, words) for code, words in incoming.notes] if incoming.source != "text" else [],
    }
    return render(request, "exchange/differences.html", context)


def _under_review(request: HttpRequest, pk: uuid.UUID) -> Import:
    incoming = asked_import(request, pk)
    if incoming.state != "ready":
        raise Problem("exchange.not-under-review", state=incoming.state)
    return incoming


def _chosen(request: HttpRequest, incoming: Import) -> None:
    """What the form of one page says: the differences it showed, those that are ticked, and the sides of conflicts."""
    sides = {
        key.removeprefix("side-"): side_of(str(value)) for key, value in request.POST.items() if key.startswith("side-")
    }
    shown, taken = request.POST.getlist("shown"), request.POST.getlist("taken")
    settling.choose(person(request), incoming, shown, taken, sides)


@require_http_methods(["GET", "HEAD", "POST"])
def import_take_over(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask, saying how much will change; then make the chosen changes, all or none."""
    incoming = _under_review(request, pk)
    if request.method == "POST":
        document = settling.take_over(person(request), incoming)
        messages.success(request, gettext("The changes are taken over."))
        return redirect("document", pk=document.pk)
    found = settling.preview(incoming)
    context = {
        "incoming": incoming,
        "document": incoming.document,
        "chosen": len(found.chosen),
        "declined": len(found.merged.changes) + len(found.merged.conflicts) - len(found.chosen),
        "unsettled": len(found.unsettled),
        "crumbs": import_crumbs(incoming, Crumb(gettext("Take over"))),
    }
    return render(request, "exchange/take_over.html", context)
