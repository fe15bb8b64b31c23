"""One objective or one action: read, written, removed; what it serves, how it goes."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from filrouge.apps.coherence.selectors import findings_of
from filrouge.apps.common.problems import Conflict, Problem
from filrouge.apps.documents.models import Document
from filrouge.apps.objectives import services
from filrouge.apps.objectives.models import Action, Objective
from filrouge.apps.objectives.policies import may_change, require_building, require_change, require_following
from filrouge.apps.objectives.selectors import actions_for, objectives_for, plan_of
from filrouge.apps.organisation.selectors import stakeholders_for, units_for
from filrouge.domain.model.plan import Action as ActionValue
from filrouge.domain.model.plan import Objective as ObjectiveValue
from filrouge.domain.objectives.tree import Tree
from filrouge.web.coherence.firmness import firmness_of
from filrouge.web.coherence.margin import while_writing
from filrouge.web.common.languages import current
from filrouge.web.common.values import Crumb
from filrouge.web.documents.forms import WhyForm
from filrouge.web.documents.frame import Frame, framed, person
from filrouge.web.documents.labels import COMMITMENTS, action_status, kind_label
from filrouge.web.objectives.forms import (
    ActionForm,
    FollowForm,
    ObjectiveForm,
    ServesForm,
    StatementForm,
    deadline_values,
    quantity_values,
)
from filrouge.web.objectives.register import address_of, gaps_of

Part = Objective | Action


@require_safe
def objective(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """An objective with what is above and below it."""
    return _shown(request, get_object_or_404(objectives_for(request.user), pk=pk))


@require_safe
def action(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """An action with the objectives that it serves."""
    return _shown(request, get_object_or_404(actions_for(request.user), pk=pk))


@require_http_methods(["GET", "POST"])
def objective_edit(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Write an objective. When somebody else changed the same words, both texts are shown and nothing is lost."""
    part = get_object_or_404(objectives_for(request.user), pk=pk)
    require_change(request.user, part)
    register = stakeholders_for(request.user, part.document.entity).values_list("name", flat=True)
    form = ObjectiveForm(request.POST or None, **_form(request, part), register=register)
    return _edited(request, part, form)


@require_http_methods(["GET", "POST"])
def action_edit(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Write an action, likewise."""
    part = get_object_or_404(actions_for(request.user), pk=pk)
    require_change(request.user, part)
    return _edited(request, part, ActionForm(request.POST or None, **_form(request, part)))


@require_http_methods(["GET", "POST"])
def action_follow(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Say how an action goes, also when its document is adopted."""
    part = get_object_or_404(actions_for(request.user), pk=pk)
    require_following(request.user, part)
    frame = Frame(request, part.document)
    form = FollowForm(request.POST or None, languages=frame.languages, record=part)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            services.edit_action(person(request), part, form.seen, **form.stored())
        except Conflict as conflict:
            form.meet(conflict)
            status = conflict.status
        else:
            messages.success(request, gettext("What you said of the action is saved."))
            return HttpResponseRedirect(_url(part))
    context = {**_context(frame, part, gettext("Say how it goes")), "form": form, "verb": gettext("Save how it goes")}
    return render(request, "documents/edit.html", context, status=status)


@require_http_methods(["GET", "POST"])
def action_serves(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Which objectives an action serves, with its shares; stated shares add up to 100 %."""
    part = get_object_or_404(actions_for(request.user), pk=pk)
    require_change(request.user, part)
    frame = Frame(request, part.document)
    form = ServesForm(request.POST or None, action=part, objectives=list(part.document.objectives.all()))
    if request.method == "POST" and form.is_valid():
        try:
            services.set_contributions(person(request), part, form.shares())
        except Problem as problem:
            form.add_error(None, problem.sentence(current()))
        else:
            messages.success(request, gettext("What the action serves is saved."))
            url = reverse("action_serves", args=[pk]) if form.cleaned_data["add"] else _url(part)
            return HttpResponseRedirect(url)
    context = {
        **_context(frame, part, gettext("What the action serves")),
        "form": form,
        "verb": gettext("Save what it serves"),
    }
    return render(request, "objectives/serves.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def objective_remove(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Remove an objective, with a reason; what stands below it moves up."""
    part = get_object_or_404(objectives_for(request.user), pk=pk)
    require_building(request.user, part.document)
    question = gettext("The objective leaves the document; what stands below it moves up.")
    return _removed(request, part, question, services.remove_objective)


@require_http_methods(["GET", "POST"])
def action_remove(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Remove an action, with a reason."""
    part = get_object_or_404(actions_for(request.user), pk=pk)
    require_building(request.user, part.document)
    return _removed(request, part, gettext("The action leaves the document."), services.remove_action)


@require_safe
def resolved(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What the words of a deadline or a quantity resolve to, while one writes them (a fragment)."""
    document = framed(request, pk).document
    context: dict[str, Any] = {"document": document}
    if "deadline" in request.GET:
        words = request.GET["deadline"]
        context |= {"deadline": words, "deadline_on": deadline_values(words, document)["deadline_on"]}
    if "quantity" in request.GET:
        words = request.GET["quantity"]
        context |= {"quantity": words, **quantity_values(words, document)}
    return render(request, "objectives/_resolved.html", context)


# --- within ----------------------------------------------------------------------------------------------------------


def _shown(request: HttpRequest, part: Part) -> HttpResponse:
    frame = Frame(request, part.document)
    plan = plan_of(part.document_id)
    tree = Tree(plan)
    value = plan.parts[part.key]
    assert isinstance(value, (ObjectiveValue, ActionValue))
    is_action = isinstance(value, ActionValue)
    found = findings_of(part.document, current()).of(part.key)
    served: list[tuple[ObjectiveValue, Any, str]] = []
    if isinstance(value, ActionValue):
        served = [
            (tree.objectives[one.objective], one, address_of(tree.objectives[one.objective]))
            for one in value.contributions
        ]
    context = {
        **_context(frame, part, ""),
        "value": value,
        "plan": plan,
        "kind": kind_label("action" if is_action else getattr(value, "kind", ""), frame.framework),
        "is_action": is_action,
        "path": _strand(tree, value, frame),
        "children": [] if is_action else [(one, address_of(one)) for one in tree.below.get(value.id, ())],
        "actions": [] if is_action else [(one, address_of(one)) for one in tree.contributing.get(value.id, ())],
        "served": served,
        "derived_end": tree.ends.get(value.id),
        "gaps": gaps_of(tree, frame.framework),
        "status": action_status(value.state) if isinstance(value, ActionValue) else None,
        "commitment": COMMITMENTS.get(getattr(value, "commitment", "")),
        "firmness": firmness_of(plan, value.id),
        "findings": [one for one in found if one.waiver is None],
        "may_change": may_change(request.user, part),
        "may_build": frame.may_edit,
        "may_follow": isinstance(part, Action) and _may_follow(request, part),
        "section": next((one for one in plan.sections if one.id == value.section), None),
    }
    return render(request, "objectives/part.html", context)


def _strand(tree: Tree, value: ObjectiveValue | ActionValue, frame: Frame) -> list[dict[str, Any]]:
    """The thread from the highest level down to this line."""
    if isinstance(value, ActionValue):
        first = next((tree.objectives[one.objective] for one in value.contributions), None)
        above = (*tree.path(first), first) if first else ()
        kind = "action"
    else:
        above, kind = tree.path(value), value.kind
    steps: list[dict[str, Any]] = [
        {
            "label": kind_label(one.kind, frame.framework),
            "text": one.number or one.text.shown(current(), tree.plan.language)[0],
            "url": address_of(one),
        }
        for one in above
    ]
    if isinstance(value, ActionValue) and not above:
        steps.append({"label": gettext("Objective"), "gap": gettext("serves no objective")})
    steps.append(
        {
            "label": kind_label(kind, frame.framework),
            "text": value.number or value.text.shown(current(), tree.plan.language)[0],
        }
    )
    if isinstance(value, ObjectiveValue) and value.id not in tree.carried_out:
        steps.append({"label": gettext("Action"), "gap": gettext("no action")})
    return steps


def _may_follow(request: HttpRequest, part: Action) -> bool:
    try:
        require_following(request.user, part)
    except Problem:
        return False
    return part.document.state != "ended"


def _edited(request: HttpRequest, part: Part, form: StatementForm) -> HttpResponse:
    status = 200
    if request.method == "POST" and form.is_valid() and not form.resolve():
        changes = form.stored()
        try:
            if isinstance(part, Action):
                services.edit_action(person(request), part, form.seen, **changes)
            else:
                services.edit_objective(person(request), part, form.seen, **changes)
        except Conflict as conflict:
            form.meet(conflict)
            status = conflict.status
        else:
            messages.success(request, gettext("Saved."))
            return HttpResponseRedirect(_url(part))
    frame = Frame(request, part.document)
    is_action = isinstance(part, Action)
    context = {
        **_context(frame, part, gettext("Edit the action") if is_action else gettext("Edit the objective")),
        "form": form,
        "verb": gettext("Save the action") if is_action else gettext("Save the objective"),
        "resolve_url": reverse("objectives_resolved", args=[part.document_id]),
        "checked": while_writing(part.document, part=part.key),
    }
    return render(request, "objectives/edit.html", context, status=status)


def _form(request: HttpRequest, part: Part) -> dict[str, Any]:
    frame = Frame(request, part.document)
    return {
        "document": part.document,
        "units": list(units_for(request.user, part.document.entity)),
        "framework": frame.framework,
        "languages": frame.languages,
        "record": part,
    }


def _removed(request: HttpRequest, part: Part, question: str, remove: Any) -> HttpResponse:
    form = WhyForm(request.POST or None)
    document: Document = part.document
    if request.method == "POST" and form.is_valid():
        remove(person(request), part, why=form.cleaned_data["why"])
        messages.success(request, gettext("Removed; it stays in the history."))
        return HttpResponseRedirect(reverse("objectives", args=[document.pk]))
    name = part.number or part.text.shown(current(), document.language)[0][:80]
    context = {
        "title": gettext("Remove %(name)s?") % {"name": name},
        "question": question,
        "consequences": [gettext("The words stay in the history.")],
        "verb": gettext("Remove it"),
        "form": form,
        "back": _url(part),
        "grave": True,
    }
    return render(request, "confirm.html", context)


def _url(part: Part) -> str:
    return reverse("action" if isinstance(part, Action) else "objective", args=[part.pk])


def _context(frame: Frame, part: Part, title: str) -> dict[str, Any]:
    document = frame.document
    name = part.number or part.text.shown(current(), document.language)[0][:60]
    crumbs = [
        Crumb(gettext("Objectives and actions"), reverse("objectives", args=[document.pk])),
        Crumb(name, _url(part)),
    ]
    return {
        "frame_of": frame,
        "document": document,
        "part": part,
        "title": title or name,
        "crumbs": frame.crumbs(*crumbs, *([Crumb(title)] if title else [])),
        "tabs": frame.tabs("objectives"),
        "main": document.language,
        "back": _url(part),
    }
