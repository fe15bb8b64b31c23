"""The register of stakeholders: by category, with the objectives that involve each, and those that look alike."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from filrouge.apps.accounts.models import User
from filrouge.apps.common.problems import Conflict, Problem
from filrouge.apps.documents.selectors import sections_for
from filrouge.apps.objectives.registers import (
    Involved,
    alike,
    involved,
    listed_in,
    merge_stakeholders,
    rename_stakeholder,
)
from filrouge.apps.organisation import services
from filrouge.apps.organisation.models import Entity, Stakeholder
from filrouge.apps.organisation.policies import require
from filrouge.apps.organisation.selectors import stakeholders_for
from filrouge.domain.language.words import fold
from filrouge.domain.organisation.stakeholders import Party, read_stakeholders
from filrouge.web.common.languages import current
from filrouge.web.common.values import Column, Crumb
from filrouge.web.organisation import frame
from filrouge.web.organisation.forms import ListForm, StakeholderForm

PAGE = 60
MOST_PAIRS = 20


class PartyFilter(forms.Form):
    """Which parties are shown."""

    all_optional = True

    q = forms.CharField(label=_("Name"), required=False)
    category = forms.ChoiceField(label=_("Category"), required=False)
    uninvolved = forms.BooleanField(label=_("In no objective"), required=False)

    def __init__(self, *args: Any, categories: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["category"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("all")), *((one, one) for one in categories)]


@require_safe
def stakeholders(request: HttpRequest, code: str) -> HttpResponse:
    """The parties with the objectives that involve them; names that objectives use and the register lacks; pairs that
    look alike."""
    here = frame.framed(request, code)
    everything = involved(request.user, here)
    known = [one for one in everything if one.party is not None]
    form = PartyFilter(request.GET, categories=sorted({one.party.category for one in known if one.party} - {""}))
    page = Paginator(_filtered(known, form), PAGE).get_page(request.GET.get("page"))
    parties = {one.name: one.party for one in known}
    pairs = [
        {"one": parties[one], "other": parties[other], "likeness": round(likeness * 100)}
        for one, other, likeness in alike(parties)[:MOST_PAIRS]
    ]
    columns = (Column(gettext("Name")), Column(gettext("Category")), Column(gettext("Objectives that involve it")))
    context = frame.context(
        request,
        here,
        Crumb(gettext("Stakeholders")),
        page=page,
        columns=columns,
        filter_form=form,
        has_parties=bool(known),
        strangers=[one for one in everything if one.party is None],
        pairs=pairs,
    )
    return render(request, "organisation/stakeholders.html", context)


def _filtered(known: list[Involved], form: PartyFilter) -> list[Involved]:
    if not form.is_valid():
        return known
    said = form.cleaned_data
    return [
        one
        for one in known
        if one.party is not None
        and fold(said["q"]) in fold(one.name)
        and (not said["category"] or one.party.category == said["category"])
        and not (said["uninvolved"] and one.objectives)
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def stakeholder_new(request: HttpRequest, code: str) -> HttpResponse:
    """A new party; ``?name=`` begins it from a name that objectives use."""
    here = frame.framed(request, code)
    user = frame.person(request)
    require(user, "edit", here.pk)
    form = StakeholderForm(
        request.POST or None, categories=_categories(user, here), initial={"name": request.GET.get("name", "")[:300]}
    )
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("name", "category", "description")}
        try:
            services.add_stakeholder(user, here, **values)
        except Problem as problem:
            form.add_error("name", problem.sentence(current()))
        else:
            messages.success(request, gettext("The stakeholder is in the register."))
            return redirect("stakeholders", here.code)
    return _page(request, here, form, gettext("New stakeholder"), gettext("Add the stakeholder"))


@require_http_methods(["GET", "HEAD", "POST"])
def stakeholder(request: HttpRequest, code: str, pk: uuid.UUID) -> HttpResponse:
    """A party, with the objectives that involve it; whoever edits changes it here."""
    here = frame.framed(request, code)
    user = frame.person(request)
    party = get_object_or_404(stakeholders_for(user, here), pk=pk)
    if request.method == "POST":
        require(user, "edit", here.pk)
    form = None
    if frame.allowed(request, "edit", here):
        initial = {name: getattr(party, name) for name in ("name", "category", "description", "version")}
        form = StakeholderForm(
            request.POST or None, categories=_categories(user, here), known=True, initial={**initial, "rename": True}
        )
        if request.method == "POST" and form.is_valid() and _changed(request, user, party, form):
            return redirect("stakeholders", here.code)
    objectives = next((one.objectives for one in involved(user, here) if one.party == party), ())
    return _page(request, here, form, party.name, gettext("Save the stakeholder"), party=party, objectives=objectives)


def _changed(request: HttpRequest, user: User, party: Stakeholder, form: StakeholderForm) -> bool:
    values = {name: form.cleaned_data[name] for name in ("name", "category", "description")}
    old = party.name
    try:
        row = services.edit_stakeholder(user, party, form.cleaned_data["version"] or 0, **values)
    except Conflict:
        raise
    except Problem as problem:
        form.add_error("name", problem.sentence(current()))
        return False
    count = (
        rename_stakeholder(user, row.entity, old, row.name) if form.cleaned_data["rename"] and row.name != old else 0
    )
    said = ngettext(
        "The stakeholder was changed, and its name in %(count)s objective.",
        "The stakeholder was changed, and its name in %(count)s objectives.",
        count,
    )
    messages.success(request, said % {"count": count} if count else gettext("The stakeholder was changed."))
    return True


@require_http_methods(["GET", "HEAD", "POST"])
def stakeholder_remove(request: HttpRequest, code: str, pk: uuid.UUID) -> HttpResponse:
    """Take a party out of the register."""
    here = frame.framed(request, code)
    user = frame.person(request)
    require(user, "edit", here.pk)
    party = get_object_or_404(stakeholders_for(user, here), pk=pk)
    if request.method == "POST":
        services.remove_stakeholder(user, party)
        messages.success(request, gettext("The stakeholder left the register."))
        return redirect("stakeholders", here.code)
    context = {
        "title": gettext("Remove a stakeholder"),
        "question": gettext("%(name)s leaves the register; objectives that name it keep the name.")
        % {"name": party.name},
        "verb": gettext("Remove the stakeholder"),
        "back": reverse("stakeholder", args=[code, pk]),
        "grave": True,
    }
    return render(request, "confirm.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def stakeholders_list(request: HttpRequest, code: str) -> HttpResponse:
    """Parties from a list: read first, then ticked, then added."""
    here = frame.framed(request, code)
    user = frame.person(request)
    require(user, "edit", here.pk)
    if request.POST.get("do") == "add":
        return _add(request, here)
    sections = sections_for(user).filter(document__entity=here).order_by("document", "position", "id")
    form = ListForm(request.POST or None, sections=grouped(list(sections)))
    found: tuple[Party, ...] | None = None
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["section"]
        if chosen:
            found = listed_in(next(one for one in sections if str(one.pk) == chosen))
        else:
            found = read_stakeholders(form.cleaned_data["text"])
    known = {fold(name) for name in stakeholders_for(user, here).values_list("name", flat=True)}
    back = reverse("stakeholders", args=[code])
    title = gettext("Add from a list")
    context = frame.context(
        request,
        here,
        Crumb(gettext("Stakeholders"), back),
        Crumb(title),
        form=form,
        title=title,
        back=back,
        found=None if found is None else [(one, fold(one.name) in known) for one in found],
    )
    return render(request, "organisation/stakeholders_list.html", context)


def _add(request: HttpRequest, here: Entity) -> HttpResponse:
    names, categories = request.POST.getlist("name"), request.POST.getlist("category")
    ticked = {int(one) for one in request.POST.getlist("take") if one.isdecimal()}
    pairs = [pair for rank, pair in enumerate(zip(categories, names, strict=False)) if rank in ticked]
    added, there = services.add_stakeholders(frame.person(request), here, pairs)
    said = ngettext("%(count)s stakeholder was added.", "%(count)s stakeholders were added.", added) % {"count": added}
    if there:
        more = ngettext("%(count)s stood there already.", "%(count)s stood there already.", there)
        said = f"{said} {more % {'count': there}}"
    messages.success(request, said)
    return redirect("stakeholders", here.code)


@require_POST
def stakeholders_merge(request: HttpRequest, code: str) -> HttpResponse:
    """One line of two: ``keep`` stays, ``gone`` goes, drafts name the one that stays."""
    here = frame.framed(request, code)
    user = frame.person(request)
    require(user, "edit", here.pk)
    known = {str(one.pk): one for one in stakeholders_for(user, here)}
    kept, gone = known.get(request.POST.get("keep", "")), known.get(request.POST.get("gone", ""))
    if kept is None or gone is None:
        messages.error(request, gettext("One of the two is no longer in the register."))
        return redirect("stakeholders", here.code)
    count = merge_stakeholders(user, kept, gone)
    said = ngettext(
        "“%(gone)s” is now “%(kept)s”, in %(count)s objective too.",
        "“%(gone)s” is now “%(kept)s”, in %(count)s objectives too.",
        count,
    )
    messages.success(request, said % {"gone": gone.name, "kept": kept.name, "count": count})
    return redirect("stakeholders", here.code)


def grouped(sections: list[Any]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Sections by document, as the choices of a field."""
    groups: dict[Any, tuple[str, list[tuple[str, str]]]] = {}
    for one in sections:
        title = one.document.title.shown(current(), one.document.language)[0] or gettext("Document without a title")
        label = f"{one.number} {one.title.shown(current(), one.document.language)[0]}".strip()
        groups.setdefault(one.document_id, (title, []))[1].append((str(one.pk), label or gettext("without a title")))
    return list(groups.values())


def _categories(user: User, here: Entity) -> list[str]:
    found = stakeholders_for(user, here).exclude(category="").order_by("category")
    return list(found.values_list("category", flat=True).distinct())


def _page(
    request: HttpRequest,
    here: Entity,
    form: StakeholderForm | None,
    title: str,
    verb: str,
    party: Stakeholder | None = None,
    objectives: tuple[Any, ...] = (),
) -> HttpResponse:
    back = reverse("stakeholders", args=[here.code])
    context = frame.context(
        request, here, Crumb(gettext("Stakeholders"), back), Crumb(title), form=form, title=title, verb=verb
    )
    context |= {"back": back, "party": party, "objectives": objectives}
    return render(request, "organisation/stakeholder.html", context, status=400 if form and form.errors else 200)
