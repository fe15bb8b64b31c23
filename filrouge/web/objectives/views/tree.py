"""The objectives and actions of a document: as a tree, as a register, by owner, by year."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from filrouge.apps.coherence.selectors import findings_of
from filrouge.apps.common.problems import Problem
from filrouge.apps.documents.selectors import related
from filrouge.apps.objectives import services
from filrouge.apps.objectives.models import Action
from filrouge.apps.objectives.models import Objective as ObjectiveRow
from filrouge.apps.objectives.selectors import plan_of, plans_of
from filrouge.domain.model.plan import Objective, Plan, Words
from filrouge.domain.objectives.owners import means_everyone, registered
from filrouge.domain.objectives.tree import STEPS, Tree, parent_levels, stepped
from filrouge.domain.objectives.years import translated
from filrouge.web.common.languages import current
from filrouge.web.common.values import Column, Crumb, Tab
from filrouge.web.documents.frame import Frame, framed, person
from filrouge.web.documents.labels import kind_label
from filrouge.web.objectives.forms import FilterForm, QuickForm
from filrouge.web.objectives.register import Growing, address_of, filtered, gaps_of, ordered, rows_of

#: A tree of more lines than this is shown one branch at a time.
LARGE = 200
_PAGE = 100


@require_safe
def objectives(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The tree; as soon as one filters or sorts, the lines that match as a table."""
    frame = framed(request, pk)
    plan = plan_of(pk)
    if any(request.GET.get(name) for name in ("q", "kind", "owner", "gap", "state", "late", "sort", "list")):
        return _register(request, frame, plan)
    return _tree(request, frame, plan)


@require_POST
def objectives_move(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Move a line by a step (``to``), or under ``parent`` and before a sibling; answers the tree anew."""
    frame = framed(request, pk)
    plan = plan_of(pk)
    tree = Tree(plan)
    node = _node(plan, request.POST.get("node", ""))
    if "to" in request.POST:
        parent, before = _stepped(tree, node, request.POST["to"])
    else:
        parent, before = request.POST.get("parent") or None, request.POST.get("before") or None
    if parent is not None and parent not in tree.objectives:
        raise Problem("objectives.action-holds-nothing" if parent in plan.parts else "documents.other-document")
    _move(request, frame, tree, node, parent, before)
    if request.headers.get("HX-Request"):
        return _tree(request, frame, plan_of(pk))
    return HttpResponseRedirect(f"{reverse('objectives', args=[pk])}#node-{node}")


@require_POST
def objective_add(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """A line more, under an objective or at the top; the next one goes to the same place."""
    frame = framed(request, pk)
    plan = plan_of(pk)
    form = QuickForm(request.POST, framework=frame.framework, places=_places(plan, frame))
    if not form.is_valid():
        return _tree(request, frame, plan, form)
    asked = form.cleaned_data
    under = frame.document.objectives.filter(pk=asked["under"]).first() if asked["under"] else None
    words = Words(**{frame.document.language: asked["text"]})
    made: ObjectiveRow | Action
    if asked["kind"] == "action":
        made = services.add_action(person(request), frame.document, text=words, objectives=[under] if under else [])
    else:
        made = services.add_objective(person(request), frame.document, kind=asked["kind"], text=words, parent=under)
    messages.success(request, gettext("Added. You can add the next one at the same place."))
    query = f"?under={under.pk}&what={asked['kind']}" if under else f"?what={asked['kind']}"
    return HttpResponseRedirect(f"{reverse('objectives', args=[pk])}{query}#node-{made.pk}")


@require_safe
def objectives_owners(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Who answers for how much; whoever is meant by "everybody" counts for each unit."""
    frame = framed(request, pk)
    plan = plan_of(pk)
    named = _named(plan)
    context = {
        **_shared(frame, plan, gettext("By owner"), "owners"),
        "owners": registered(named),
        "everyone": sum(any(means_everyone(owner) for owner in owners) for owners in named),
        "nobody": sum(not owners for owners in named),
        "total": len(named),
        "columns": [
            Column(gettext("Owner")),
            Column(gettext("Named"), figure=True),
            Column(gettext("Answers for, with what everybody answers for"), figure=True),
        ],
    }
    return render(request, "objectives/owners.html", context)


@require_safe
def objectives_years(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """For each strategic objective what translates it in each year, here and in the plans derived from here."""
    frame = framed(request, pk)
    plan = plan_of(pk)
    later = plans_of(list(related(request.user, frame.document, "derived")))
    years, found = translated(plan, later)
    rows = [
        {
            "one": one,
            "url": address_of(one.objective),
            "cells": [
                [(part, address_of(part), other.id != plan.id) for other, part in parts]
                for parts in (*(one.by_year.get(year, ()) for year in years), one.undated)
            ],
        }
        for one in found
    ]
    context = {
        **_shared(frame, plan, gettext("By year"), "years"),
        "years": years,
        "rows": rows,
        "missing": sum(one.is_missing for one in found),
        "columns": [Column(gettext("Objective")), *(Column(str(year)) for year in years), Column(gettext("Undated"))],
    }
    return render(request, "objectives/years.html", context)


# --- within ----------------------------------------------------------------------------------------------------------


def _tree(request: HttpRequest, frame: Frame, plan: Plan, form: QuickForm | None = None) -> HttpResponse:
    tree = Tree(plan)
    gaps = gaps_of(tree, frame.framework)
    found = findings_of(frame.document, current())
    growing = Growing(
        plan,
        tree,
        frame.framework,
        gaps,
        frame.may_edit,
        Counter(part for one in found.open for part in set(one.parts)),
        flat=len(plan.objectives) + len(plan.actions) > LARGE,
    )
    window = _window(request, growing) if growing.flat else None
    branch = window.branch.id if window and window.branch else ""
    nodes = growing.branch(branch, window.first, LARGE) if window and branch else growing.all()
    usual = request.GET.get("what") or _usual(tree, frame, request.GET.get("under", ""))
    context = {
        **_shared(frame, plan, "", "tree"),
        "nodes": nodes,
        "window": window,
        "orphans": tree.serving[None] if window else (),
        "move_url": reverse("objectives_move", args=[frame.document.pk]) if frame.may_edit else "",
        "quick": form
        or QuickForm(
            framework=frame.framework,
            places=_places(plan, frame, branch, deep=window is None),
            usual=usual,
            initial={"under": request.GET.get("under", branch)},
        ),
        "filters": _filter_form(request, frame, plan),
        "gaps": _gap_counts(gaps),
        "no_action_at_all": bool(plan.objectives) and not plan.actions,
        "editing": frame.may_edit,
    }
    return render(request, "objectives/tree.html", context, status=400 if form else 200)


@dataclass(frozen=True, slots=True)
class Window:
    """What of a large tree is shown: the branch with the way to it, the branches beside it, and from which line on."""

    branch: Objective | None
    path: Sequence[Objective]
    tops: Sequence[Objective]
    first: int
    last: int
    total: int
    before: int | None
    after: int | None


def _window(request: HttpRequest, growing: Growing) -> Window:
    tree = growing.tree
    tops = tree.below[None]
    branch = tree.objectives.get(request.GET.get("branch", ""), tops[0] if tops else None)
    total = len(growing.below(branch.id)) if branch else 0
    asked = request.GET.get("from", "")
    first = min(int(asked), max(total - 1, 0)) if asked.isdecimal() else 0
    return Window(
        branch,
        tree.path(branch) if branch else (),
        tops,
        first,
        min(first + LARGE, total),
        total,
        max(first - LARGE, 0) if first else None,
        first + LARGE if first + LARGE < total else None,
    )


def _register(request: HttpRequest, frame: Frame, plan: Plan) -> HttpResponse:
    form = _filter_form(request, frame, plan)
    asked = form.cleaned_data if form.is_valid() else {}
    tree = Tree(plan)
    gaps = gaps_of(tree, frame.framework)
    rows = filtered(rows_of(plan, frame.framework, timezone.localdate()), asked, gaps)
    page = Paginator(ordered(rows, request.GET.get("sort", "")), _PAGE).get_page(request.GET.get("page"))
    context = {
        **_shared(frame, plan, gettext("List"), "list"),
        "filters": form,
        "page": page,
        "count": len(rows),
        "total": len(plan.objectives) + len(plan.actions),
        "late": sum(row.late for row in rows),
        "gaps": _gap_counts(gaps),
        "columns": [
            Column(gettext("Wording"), "text"),
            Column(gettext("Level"), "kind"),
            Column(gettext("Owners"), "owner"),
            Column(gettext("Deadline"), "end"),
            Column(gettext("State"), "state"),
            Column(gettext("Thread")),
        ],
    }
    return render(request, "objectives/list.html", context)


def _filter_form(request: HttpRequest, frame: Frame, plan: Plan) -> FilterForm:
    kinds = list(dict.fromkeys(one.kind for one in plan.objectives)) + (["action"] if plan.actions else [])
    owners = [name for name, _, _ in registered(_named(plan))]
    return FilterForm(
        request.GET,
        auto_id="filter_%s",
        kinds=[(kind, kind_label(kind, frame.framework)) for kind in kinds],
        owners=sorted(owners),
    )


def _named(plan: Plan) -> list[tuple[str, ...]]:
    return [*(one.owners for one in plan.objectives), *(one.owners for one in plan.actions)]


def _gap_counts(gaps: Any) -> list[tuple[str, str, int]]:
    said = (
        ("without_action", gettext("Not translated into an action")),
        ("without_parent", gettext("Without a link above")),
        ("without_child", gettext("With nothing below")),
    )
    return [(name, label, len(getattr(gaps, name))) for name, label in said if getattr(gaps, name)]


def _places(plan: Plan, frame: Frame, branch: str = "", *, deep: bool = True) -> list[tuple[str, str]]:
    """The objectives under which a line may stand, each below its parent: all, or a branch and the first below it."""
    tree = Tree(plan)
    found: list[tuple[str, str]] = []

    def descend(keys: list[str], depth: int) -> None:
        for key in keys:
            one = tree.objectives[key]
            text = one.text.shown(current(), plan.language)[0]
            said = " ".join(filter(None, (one.number, text)))
            found.append((key, "\u2003" * depth + (said if len(said) < 80 else f"{said[:79]}…")))
            if deep or not depth:
                descend([child.id for child in tree.below.get(key, ())][: None if deep else LARGE], depth + 1)

    descend([branch] if branch else [one.id for one in tree.below[None]], 0)
    return found


def _usual(tree: Tree, frame: Frame, under: str) -> str:
    """What one most likely adds: the level that hangs under the chosen one, an action under the lowest, else what
    stands at the top already."""
    if under in tree.objectives:
        kind = tree.objectives[under].kind
        return next((one for one, above in parent_levels(frame.framework).items() if above == kind), "action")
    return tree.below[None][-1].kind if tree.below[None] else "strategic_objective"


def _shared(frame: Frame, plan: Plan, title: str, view: str) -> dict[str, Any]:
    pk = frame.document.pk
    base = reverse("objectives", args=[pk])
    return {
        "frame_of": frame,
        "document": frame.document,
        "plan": plan,
        "main": plan.language,
        "title": title or gettext("Objectives and actions"),
        "tabs": frame.tabs("objectives"),
        "crumbs": frame.crumbs(Crumb(gettext("Objectives and actions"))),
        "views": [
            Tab(gettext("Tree"), base, view == "tree", len(plan.objectives) + len(plan.actions)),
            Tab(gettext("List"), f"{base}?list=1", view == "list"),
            Tab(gettext("By year"), reverse("objectives_years", args=[pk]), view == "years"),
            Tab(gettext("By owner"), reverse("objectives_owners", args=[pk]), view == "owners"),
        ],
    }


def _node(plan: Plan, key: str) -> str:
    if key not in plan.parts:
        raise Problem("documents.other-document")
    return key


def _stepped(tree: Tree, node: str, to: str) -> tuple[str | None, str | None]:
    """The place one step on, among objectives and the actions behind them."""
    children: dict[str | None, list[str]] = {}
    parents: dict[Any, Any] = {}
    for parent, below in tree.below.items():
        children.setdefault(parent, []).extend(one.id for one in below)
    for parent, serving in tree.serving.items():
        children.setdefault(parent, []).extend(one.id for one in serving)
    for parent, keys in children.items():
        parents |= dict.fromkeys(keys, parent)
    found = stepped(children, parents, node, to) if to in STEPS and node in parents else None
    if found is None:
        raise Problem("documents.no-such-move")
    return found


def _move(request: HttpRequest, frame: Frame, tree: Tree, node: str, parent: str | None, before: str | None) -> None:
    objectives = {one.key: one for one in ObjectiveRow.objects.filter(document=frame.document)}
    for one in objectives.values():
        one.document = frame.document
    place = objectives[parent] if parent else None
    if node in objectives:
        # Objectives stand before actions: before an action means last among the objectives.
        services.move_objective(person(request), objectives[node], place, objectives.get(before or ""))
        return
    action = frame.document.actions.get(pk=node)
    action.document = frame.document
    siblings = [one.id for one in tree.serving.get(parent, ()) if one.id != node]
    following = before if before in siblings else siblings[0] if before and siblings else None
    old = next((key for key, serving in tree.serving.items() if any(one.id == node for one in serving)), None)
    target = frame.document.actions.filter(pk=following).first() if following else None
    if target is None and siblings:
        target = _behind(frame, siblings[-1], node)
    services.move_action(person(request), action, target, (objectives[old] if old else None, place))


def _behind(frame: Frame, key: str, node: str) -> Action | None:
    """The action that follows one in the document, so that a line can be put right behind it."""
    ids = [str(pk) for pk in frame.document.actions.order_by("position", "id").values_list("pk", flat=True)]
    ids = [one for one in ids if one != node]
    after = ids.index(key) + 1
    return frame.document.actions.get(pk=ids[after]) if after < len(ids) else None
