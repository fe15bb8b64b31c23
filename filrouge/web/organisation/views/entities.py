"""The tree of entities, and their making, changing and merging."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from filrouge.apps.common.problems import Conflict, Problem
from filrouge.apps.organisation import services
from filrouge.apps.organisation.models import Entity, Succession
from filrouge.apps.organisation.policies import entities_where, require, require_superuser
from filrouge.apps.organisation.selectors import entities_for, successions_for
from filrouge.web.common.languages import current
from filrouge.web.common.values import Crumb
from filrouge.web.organisation import frame
from filrouge.web.organisation.forms import EntityForm, MergeForm


@dataclass(slots=True)
class Branch:
    """An entity in the tree: what carries it on, what it carries on, what is under it."""

    entity: Entity
    over: bool
    later: bool
    after: list[Succession] = field(default_factory=list)
    before: list[Succession] = field(default_factory=list)
    children: list[Branch] = field(default_factory=list)


@require_safe
def entities(request: HttpRequest) -> HttpResponse:
    """The entities that the person may see, as a tree on a day (today unless ``?on=`` says)."""
    user = frame.person(request)
    day = _day(request.GET.get("on", ""))
    branches = {one.pk: _branch(one, day) for one in entities_for(user)}
    for one in successions_for(user):
        if one.predecessor_id in branches:
            branches[one.predecessor_id].after.append(one)
        if one.successor_id in branches:
            branches[one.successor_id].before.append(one)
    tops: list[Branch] = []
    for branch in branches.values():
        above = branches.get(branch.entity.parent_id) if branch.entity.parent_id else None
        (above.children if above else tops).append(branch)
    context = {
        "branches": tops,
        "day": day,
        "crumbs": [Crumb(gettext("Entities"))],
        "may_make": user.is_superuser or bool(entities_where(user, "entity")),
        "may_merge": user.is_superuser or len(entities_where(user, "entity")) > 1,
    }
    return render(request, "organisation/entities.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def entity_new(request: HttpRequest) -> HttpResponse:
    """A new entity, under one that the person keeps."""
    user = frame.person(request)
    parents = _keepable(request)
    if not parents:
        require_superuser(user)
    form = EntityForm(request.POST or None, parents=parents, initial={"parent": request.GET.get("parent", "")})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        values = {name: said[name] for name in ("kind", "parent", "language", "starts_on", "ends_on")}
        try:
            made = services.create_entity(user, code=said["code"], name=form.words("name"), **values)
        except Problem as problem:
            form.add_error(_field(problem), problem.sentence(current()))
        else:
            messages.success(request, gettext("The entity %(code)s was made.") % {"code": made.code})
            return redirect("entity", made.code)
    crumbs = [Crumb(gettext("Entities"), "/entities/"), Crumb(gettext("New entity"))]
    context = {"form": form, "title": gettext("New entity"), "verb": gettext("Make the entity"), "crumbs": crumbs}
    return render(request, "organisation/form.html", {**context, "back": "/entities/"}, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def entity_edit(request: HttpRequest, code: str) -> HttpResponse:
    """Another name, place or date for an entity."""
    here = frame.framed(request, code)
    user = frame.person(request)
    require(user, "entity", here.pk)
    places = set(entities_where(user, "entity")) - {here.pk}
    if here.parent_id is not None:
        places.add(here.parent_id)
    parents = Entity.objects.filter(pk__in=places)
    initial = {
        **EntityForm.spread("name", here.name),
        "parent": here.parent.code if here.parent else "",
        "language": here.language,
        "starts_on": here.starts_on,
        "ends_on": here.ends_on,
        "version": here.version,
    }
    form = EntityForm(request.POST or None, parents=parents, known=True, initial=initial)
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("parent", "language", "starts_on", "ends_on")}
        try:
            services.edit_entity(user, here, form.cleaned_data["version"] or 0, name=form.words("name"), **values)
        except Conflict:
            raise
        except Problem as problem:
            form.add_error(_field(problem), problem.sentence(current()))
        else:
            messages.success(request, gettext("The entity was changed."))
            return redirect("entity", here.code)
    title = gettext("Change the entity")
    verb = gettext("Save the entity")
    context = frame.context(request, here, Crumb(title), form=form, title=title, verb=verb, record=here)
    return render(request, "organisation/form.html", context, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def entities_merge(request: HttpRequest) -> HttpResponse:
    """Several entities become one from a day on."""
    user = frame.person(request)
    parents = _keepable(request)
    if len(parents) < 2:
        require_superuser(user)
    running = parents.filter(ends_on=None)
    form = MergeForm(request.POST or None, parents=parents, entities=running)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = services.merge_entities(
                user,
                list(said["entities"]),
                on=said["on"],
                code=said["code"],
                name=form.words("name"),
                parent=said["parent"],
                carry_roles=said["carry"],
            )
        except Problem as problem:
            form.add_error(_field(problem), problem.sentence(current()))
        else:
            messages.success(request, gettext("The merger is recorded; the old entities stay readable."))
            return redirect("entity", made.code)
    title = gettext("Merge entities")
    crumbs = [Crumb(gettext("Entities"), "/entities/"), Crumb(title)]
    context: dict[str, Any] = {"form": form, "title": title, "verb": gettext("Merge the entities"), "crumbs": crumbs}
    lead = gettext(
        "A new entity carries on what the others were. Their documents stay as they are, and whoever has a role in the "
        "new entity reads them."
    )
    return render(
        request, "organisation/form.html", {**context, "lead": lead, "back": "/entities/"}, status=_status(form)
    )


def _keepable(request: HttpRequest) -> Any:
    return Entity.objects.filter(pk__in=entities_where(request.user, "entity"))


def _branch(entity: Entity, day: dt.date) -> Branch:
    return Branch(
        entity,
        over=entity.ends_on is not None and entity.ends_on < day,
        later=entity.starts_on is not None and entity.starts_on > day,
    )


def _day(said: str) -> dt.date:
    try:
        return dt.date.fromisoformat(said)
    except ValueError:
        return timezone.localdate()


_FIELDS = {
    "organisation.zone-code": "code",
    "organisation.code": "code",
    "organisation.code-taken": "code",
    "organisation.merge-two": "entities",
    "organisation.merge-kinds": "entities",
    "organisation.ended-before": "on",
    "organisation.not-begun": "on",
    "organisation.dates": "ends_on",
    "organisation.under-itself": "parent",
    "organisation.superuser-only": "parent",
}


def _field(problem: Problem) -> str | None:
    """The field that a problem is about; a name is about the reader's own language first."""
    if problem.code in ("organisation.zone-name", "organisation.no-name"):
        return f"name_{current()}"
    return _FIELDS.get(problem.code)


def _status(form: Any) -> int:
    return 400 if form.is_bound and form.errors else 200
