"""The register of units: what leads to each, and the names in documents that lead to none."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from filrouge.apps.common.problems import Conflict, Problem
from filrouge.apps.objectives.registers import Name, names_used
from filrouge.apps.organisation import services
from filrouge.apps.organisation.models import Entity, Unit
from filrouge.apps.organisation.policies import require
from filrouge.apps.organisation.selectors import no_units_for, people_of, units_for
from filrouge.domain.model.plan import Words
from filrouge.web.common.languages import current
from filrouge.web.common.values import Crumb
from filrouge.web.organisation import frame
from filrouge.web.organisation.forms import NoUnitForm, UnitForm


@require_safe
def units(request: HttpRequest, code: str) -> HttpResponse:
    """The units as a tree, with the uses of their names; then the names of documents that lead to no unit."""
    here = frame.framed(request, code)
    known = list(units_for(request.user, here))
    used = names_used(request.user, here)
    counts: dict[uuid.UUID, int] = {}
    for name in used:
        if name.unit is not None:
            counts[name.unit.pk] = counts.get(name.unit.pk, 0) + name.count
    lost = [name for name in used if name.unit is None and name.aside is None]
    context = frame.context(
        request,
        here,
        Crumb(gettext("Units")),
        rows=_rows(known, counts),
        units=known,
        asides=no_units_for(request.user, here),
        owners=[name for name in lost if name.owner],
        unknown=[name for name in lost if not name.owner and not name.spelled],
        spelled=[name for name in lost if not name.owner and name.spelled],
    )
    return render(request, "organisation/units.html", context)


def _rows(known: list[Unit], counts: dict[uuid.UUID, int]) -> list[dict[str, Any]]:
    """The units in the order of the tree, each with its depth."""
    below: dict[uuid.UUID | None, list[Unit]] = {}
    ids = {unit.pk for unit in known}
    for unit in known:
        below.setdefault(unit.parent_id if unit.parent_id in ids else None, []).append(unit)
    rows: list[dict[str, Any]] = []
    waiting = [(unit, 0) for unit in reversed(below.get(None, []))]
    while waiting:
        unit, depth = waiting.pop()
        rows.append({"unit": unit, "depth": min(depth, 6), "count": counts.get(unit.pk, 0)})
        waiting += [(child, depth + 1) for child in reversed(below.get(unit.pk, []))]
    return rows


@require_http_methods(["GET", "HEAD", "POST"])
def unit_new(request: HttpRequest, code: str) -> HttpResponse:
    """A new unit; ``?abbreviation=`` and ``?name=`` begin it from a name that documents use."""
    here = frame.framed(request, code)
    user = frame.person(request)
    require(user, "entity", here.pk)
    spelled = request.GET.get("name", "")
    initial = {
        "abbreviation": request.GET.get("abbreviation", "")[:40],
        **UnitForm.spread("name", Words(**{here.language: spelled[:200]})),
    }
    form = _form(request, here, units_for(user, here), initial)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.add_unit(user, here, **form.values())
        except Problem as problem:
            form.add_error(_field(problem), problem.sentence(current()))
        else:
            messages.success(request, gettext("The unit %(unit)s is in the register.") % {"unit": made.abbreviation})
            return redirect("units", here.code)
    return _page(request, here, form, gettext("New unit"), gettext("Make the unit"))


@require_http_methods(["GET", "HEAD", "POST"])
def unit(request: HttpRequest, code: str, pk: uuid.UUID) -> HttpResponse:
    """A unit, and what uses its names; whoever keeps the entity changes it here."""
    here = frame.framed(request, code)
    user = frame.person(request)
    found = get_object_or_404(units_for(user, here).select_related("parent", "head"), pk=pk)
    if request.method == "POST":
        require(user, "entity", here.pk)
    form = None
    if frame.allowed(request, "entity", here):
        form = _form(request, here, units_for(user, here).exclude(pk=pk), _initial(found))
        if request.method == "POST" and form.is_valid():
            try:
                services.edit_unit(user, found, form.cleaned_data["version"] or 0, **form.values())
            except Conflict:
                raise
            except Problem as problem:
                form.add_error(_field(problem), problem.sentence(current()))
            else:
                messages.success(request, gettext("The unit was changed."))
                return redirect("units", here.code)
    uses = [name for name in names_used(user, here) if name.unit is not None and name.unit.pk == pk]
    return _page(request, here, form, found.abbreviation, gettext("Save the unit"), unit=found, uses=uses)


@require_http_methods(["GET", "HEAD", "POST"])
def unit_remove(request: HttpRequest, code: str, pk: uuid.UUID) -> HttpResponse:
    """Delete a unit that nothing hangs on."""
    here = frame.framed(request, code)
    user = frame.person(request)
    require(user, "entity", here.pk)
    found = get_object_or_404(units_for(user, here), pk=pk)
    if request.method == "POST":
        services.remove_unit(user, found)
        messages.success(request, gettext("The unit was removed from the register."))
        return redirect("units", here.code)
    context = {
        "title": gettext("Remove a unit"),
        "question": gettext("%(unit)s leaves the register; documents that name it keep the name.")
        % {"unit": found.abbreviation},
        "verb": gettext("Remove the unit"),
        "back": reverse("unit", args=[code, pk]),
        "grave": True,
    }
    return render(request, "confirm.html", context)


@require_POST
def unit_name(request: HttpRequest, code: str) -> HttpResponse:
    """Let a name of the documents lead to a unit that is there (``name``, ``unit``)."""
    here = frame.framed(request, code)
    user = frame.person(request)
    require(user, "entity", here.pk)
    known = {str(one.pk): one for one in units_for(user, here)}
    chosen, name = known.get(request.POST.get("unit", "")), request.POST.get("name", "")[:200]
    if chosen is None or not name.strip():
        messages.error(request, gettext("Choose the unit that “%(name)s” is another name for.") % {"name": name})
        return redirect("units", here.code)
    services.add_unit_name(user, chosen, name)
    said = {"name": name, "unit": chosen.abbreviation}
    messages.success(request, gettext("“%(name)s” leads to %(unit)s from now on.") % said)
    return redirect("units", here.code)


@require_http_methods(["GET", "HEAD", "POST"])
def no_unit(request: HttpRequest, code: str) -> HttpResponse:
    """Say of a name of the documents (``?name=``) that it is no unit, and what it is."""
    here = frame.framed(request, code)
    user = frame.person(request)
    require(user, "entity", here.pk)
    form = NoUnitForm(request.POST or None, initial={"name": request.GET.get("name", "")[:200]})
    if request.method == "POST" and form.is_valid():
        try:
            said = services.say_no_unit(user, here, **form.cleaned_data)
        except Problem as problem:
            form.add_error("name", problem.sentence(current()))
        else:
            messages.success(request, gettext("“%(name)s” is on record as no unit.") % {"name": said.name})
            return redirect("units", here.code)
    title, back = gettext("A name that is no unit"), reverse("units", args=[here.code])
    lead = gettext("It stays in the documents, and is neither listed here as unknown nor remarked in a check any more.")
    context = frame.context(request, here, Crumb(gettext("Units"), back), Crumb(title), form=form, title=title)
    context |= {"lead": lead, "verb": gettext("Put on record"), "back": back, "record": None}
    return render(request, "organisation/form.html", context, status=400 if form.errors else 200)


@require_POST
def no_unit_undo(request: HttpRequest, code: str, pk: uuid.UUID) -> HttpResponse:
    """Let a name count again among those that lead to no unit."""
    here = frame.framed(request, code)
    user = frame.person(request)
    require(user, "entity", here.pk)
    said = get_object_or_404(no_units_for(user, here), pk=pk)
    services.unsay_no_unit(user, said)
    messages.success(request, gettext("“%(name)s” is looked at again.") % {"name": said.name})
    return redirect("units", here.code)


def _form(request: HttpRequest, here: Entity, units: Any, initial: dict[str, Any]) -> UnitForm:
    return UnitForm(request.POST or None, units=units, people=people_of(request.user, here), initial=initial)


def _initial(found: Unit) -> dict[str, Any]:
    return {
        "abbreviation": found.abbreviation,
        "parent": found.parent_id,
        "head": found.head_id,
        "aliases": "\n".join(found.aliases),
        "starts_on": found.starts_on,
        "ends_on": found.ends_on,
        "version": found.version,
        **UnitForm.spread("name", found.name),
        **UnitForm.spread("mission", found.mission),
    }


def _page(
    request: HttpRequest,
    here: Entity,
    form: UnitForm | None,
    title: str,
    verb: str,
    unit: Unit | None = None,
    uses: list[Name] | None = None,
) -> HttpResponse:
    back = reverse("units", args=[here.code])
    context = frame.context(
        request, here, Crumb(gettext("Units"), back), Crumb(title), form=form, title=title, verb=verb, unit=unit
    )
    context |= {"back": back, "uses": uses or []}
    return render(request, "organisation/unit.html", context, status=400 if form and form.errors else 200)


def _field(problem: Problem) -> str | None:
    fields = {
        "organisation.no-abbreviation": "abbreviation",
        "organisation.name-taken": "abbreviation",
        "organisation.under-itself": "parent",
        "organisation.dates": "ends_on",
    }
    return fields.get(problem.code)
