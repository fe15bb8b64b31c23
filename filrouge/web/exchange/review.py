"""The review of a file: what was recognised beside the original, corrected, taken in whole or not at all."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from filrouge.apps.common.problems import Problem
from filrouge.apps.exchange.models import Import
from filrouge.apps.exchange.selectors import framework_item
from filrouge.apps.exchange.services import review, targets
from filrouge.apps.frameworks.selectors import framework_of
from filrouge.domain.model.plan import Objective, Plan, PlanSection
from filrouge.domain.model.plan_json import from_json
from filrouge.library import text
from filrouge.web.common.languages import current
from filrouge.web.common.values import Crumb, Tab, address
from filrouge.web.exchange.asked import asked_import, import_crumbs, person, seen_version
from filrouge.web.exchange.forms import HeadForm, PartForm, editable
from filrouge.web.exchange.imports import state_of, under_way
from filrouge.web.exchange.reviewing import Proposed, Review
from filrouge.web.exchange.words import doubt, part_kind

DOUBTS_PAGE = 20


@require_safe
def import_page(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One import, whatever its state: its progress, why it failed, its review, or what became of it."""
    incoming = asked_import(request, pk)
    context = {"incoming": incoming, "crumbs": import_crumbs(incoming), "status": state_of(incoming)}
    if incoming.state in ("waiting", "reading"):
        return render(request, "exchange/under_way.html", {**context, **under_way(request, incoming)})
    if incoming.state == "failed":
        problem = incoming.problem or {"code": "exchange.given-up", "params": {}}
        sentence = text(problem["code"], current(), **problem["params"])
        return render(request, "exchange/failed.html", {**context, "sentence": sentence})
    if incoming.state != "ready":
        return render(request, "exchange/over.html", context)
    if incoming.source != "text" and incoming.document_id:
        return redirect("import_differences", pk=pk)
    return _review(request, incoming, context)


def _review(request: HttpRequest, incoming: Import, context: dict[str, Any]) -> HttpResponse:
    plan = from_json(incoming.proposal)
    found = Review(plan, incoming.text)
    item = framework_item(plan.framework)
    view = request.GET.get("view") or ("doubts" if found.doubtful else "all")
    context |= {
        "plan": plan,
        "review": found,
        "view": view,
        "tabs": _tabs(request, found, view),
        "kind": framework_of(item).title[current()] if item else gettext("No particular kind"),
        "left": len(found.doubtful),
        "notes": _notes(incoming),
        "counts": _counts(plan),
        "here": request.get_full_path(),
    }
    if view == "doubts":
        page = Paginator(found.doubtful, DOUBTS_PAGE).get_page(request.GET.get("page"))
        context |= {"page": page, "pairs": [(one, found.excerpt(one), found.page_of(one.id)) for one in page]}
    else:
        pages = Paginator(found.pages, 1).get_page(request.GET.get("page"))
        (one,) = pages
        context |= {"page": pages, "items": one.items, "stretches": found.stretches(one) if incoming.text else []}
    return render(request, "exchange/review.html", context)


def _tabs(request: HttpRequest, found: Review, view: str) -> list[Tab]:
    one = address(request.GET, view="doubts", page=None)
    other = address(request.GET, view="all", page=None)
    return [
        Tab(gettext("To look at"), one, view == "doubts", len(found.doubtful)),
        Tab(gettext("The whole proposal"), other, view != "doubts", len(found.items)),
    ]


def _notes(incoming: Import) -> list[tuple[str, int]]:
    """What reading noted of the file, each sentence once, with how often."""
    counted: dict[str, int] = {}
    for code, _start, _end in incoming.notes:
        counted[code] = counted.get(code, 0) + 1
    return [(doubt(code), count) for code, count in counted.items()]


def _counts(plan: Plan) -> list[str]:
    """What is proposed, in figures."""
    named = (
        (len(plan.sections), ngettext("%(n)s section", "%(n)s sections", len(plan.sections))),
        (len(plan.objectives), ngettext("%(n)s objective", "%(n)s objectives", len(plan.objectives))),
        (len(plan.actions), ngettext("%(n)s action", "%(n)s actions", len(plan.actions))),
        (len(plan.swot), ngettext("%(n)s line of the analysis", "%(n)s lines of the analysis", len(plan.swot))),
        (len(plan.tables), ngettext("%(n)s table", "%(n)s tables", len(plan.tables))),
    )
    return [words % {"n": count} for count, words in named if count]


# --- corrections ----------------------------------------------------------------------------------------------------


@require_POST
def import_accept(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One button of the list: accept a part, reject it, or accept all that is sure."""
    incoming = asked_import(request, pk)
    user, version = person(request), seen_version(request, incoming)
    what, _, id = request.POST.get("do", "").partition(":")
    if what == "sure":
        review.accept_sure(user, incoming, version)
        messages.success(request, gettext("Everything that was sure is accepted."))
    elif what == "accept":
        review.accept(user, incoming, version, [id])
    elif what == "reject":
        review.reject(user, incoming, version, id)
        messages.success(request, gettext("The part was rejected; its words stay in the text of the section."))
    else:
        raise Http404
    return _back(request, pk)


def _back(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """To where the person came from within this site, else to the review."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return redirect(wanted if safe and wanted else reverse("import", args=[pk]))


@require_http_methods(["GET", "HEAD", "POST"])
def import_part(request: HttpRequest, pk: uuid.UUID, part: uuid.UUID) -> HttpResponse:
    """One proposed part: correct it, split it, merge it with the one before, put it elsewhere, reject it."""
    incoming = asked_import(request, pk)
    if incoming.state != "ready":
        raise Problem("exchange.not-under-review", state=incoming.state)
    plan = from_json(incoming.proposal)
    known = plan.parts.get(str(part))
    if known is None:
        raise Http404
    form = (
        PartForm(plan, known, request.POST if request.POST.get("do") == "save" else None) if editable(known) else None
    )
    if request.method == "POST" and _corrected(request, incoming, plan, str(part), form):
        return _back(request, pk)
    found = Review(plan, incoming.text)
    item = next(one for one in found.items if one.id == known.id)
    before = review.previous(plan, known.id)
    context = {
        "incoming": incoming,
        "item": item,
        "form": form,
        "stretches": found.excerpt(item),
        "before": plan.parts[before] if before else None,
        "below": _below(plan, known.id),
        "words": _cuts(item, plan.language),
        "back": _return_address(request, incoming, found.page_of(known.id)),
        "crumbs": import_crumbs(incoming, Crumb(part_kind(known, item.held_in))),
        "main": plan.language,
    }
    return render(request, "exchange/part.html", context)


def _corrected(request: HttpRequest, incoming: Import, plan: Plan, id: str, form: PartForm | None) -> bool:
    user, version, what = person(request), seen_version(request, incoming), request.POST.get("do", "")
    if what == "save":
        if form is None or not form.is_valid():
            return False
        review.correct(user, incoming, version, id, form.changes())
        messages.success(request, gettext("The correction is kept."))
    elif what == "split":
        review.split(user, incoming, version, id, _offset(request.POST.get("at", "")))
        messages.success(request, gettext("The part was split in two."))
    elif what == "join":
        review.join(user, incoming, version, id)
        messages.success(request, gettext("The two parts are one now."))
    elif what in ("reject", "reject-all"):
        review.reject(user, incoming, version, id, with_children=what == "reject-all")
        messages.success(request, gettext("The part was rejected; its words stay in the text of the section."))
    elif what == "accept":
        review.accept(user, incoming, version, [id])
    else:
        raise Http404
    return True


def _offset(given: str) -> int:
    return int(given) if given.isdecimal() and len(given) < 8 else -1


def _below(plan: Plan, id: str) -> int:
    trees: tuple[Objective | PlanSection, ...] = (*plan.objectives, *plan.sections)
    return sum(1 for one in trees if one.parent == id)


def _cuts(item: Proposed, language: str) -> list[tuple[int, str]]:
    """The places at which a statement can be cut, each with the word that would begin the second half."""
    if not item.is_statement:
        return []
    words = item.words[language]
    found, at = [], 0
    for word in words.split(" "):
        if at and word:
            found.append((at, f"… {words[max(0, at - 30) : at].lstrip()}┃ {words[at : at + 40]}"))
        at += len(word) + 1
    return found[:400]


def _return_address(request: HttpRequest, incoming: Import, page: int) -> str:
    wanted = request.GET.get("next", "")
    if wanted and url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure()):
        return wanted
    return f"{reverse('import', args=[incoming.pk])}?view=all&page={page}"


@require_http_methods(["GET", "HEAD", "POST"])
def import_head(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What the document says of itself, its kind, and whether it is a new one."""
    incoming = asked_import(request, pk)
    if incoming.state != "ready":
        raise Problem("exchange.not-under-review", state=incoming.state)
    plan = from_json(incoming.proposal)
    form = HeadForm(request.user, incoming, plan, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        user, version = person(request), seen_version(request, incoming)
        row = review.set_head(user, incoming, version, **form.head())
        target = form.aimed_at
        if (target.pk if target else None) != row.document_id:
            targets.aim_at(user, row, row.version, target)
        messages.success(request, gettext("Kept."))
        return redirect("import", pk=pk)
    context = {
        "incoming": incoming,
        "form": form,
        "plan": plan,
        "crumbs": import_crumbs(incoming, Crumb(gettext("What it is"))),
    }
    return render(request, "exchange/head.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def import_take(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask, saying what is left to look at; then make a new document of the whole, or nothing."""
    incoming = asked_import(request, pk)
    if incoming.state != "ready":
        raise Problem("exchange.not-under-review", state=incoming.state)
    if incoming.document_id:
        return redirect("import_differences", pk=pk)
    if request.method == "POST":
        document = review.take_in(person(request), incoming, seen_version(request, incoming))
        messages.success(request, gettext("The document is taken in, as a draft."))
        return redirect("document", pk=document.pk)
    plan = from_json(incoming.proposal)
    context = {
        "incoming": incoming,
        "plan": plan,
        "counts": _counts(plan),
        "left": len(review.doubtful(plan)),
        "crumbs": import_crumbs(incoming, Crumb(gettext("Take in"))),
    }
    return render(request, "exchange/take.html", context)
