"""The table of roles, and what the library brings: frameworks, reference plans, instruments of integrity."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from filrouge.apps.documents.selectors import documents_for
from filrouge.apps.frameworks.models import LibraryItem
from filrouge.apps.frameworks.selectors import framework_of, plan_of_library
from filrouge.apps.frameworks.services import LibraryChange, preview, take_in
from filrouge.apps.organisation.policies import require_superuser
from filrouge.apps.organisation.roles import ACTIONS, INHERITED, ROLES
from filrouge.domain.model import Catalogue, Framework, Instrument
from filrouge.library import catalogue, catalogues, text
from filrouge.web.common.languages import current
from filrouge.web.common.values import Column, Crumb
from filrouge.web.organisation import frame


@require_safe
def roles(request: HttpRequest) -> HttpResponse:
    """What each role may do: the very table that everything asks."""
    columns = [(role, frame.said(f"role.{role}")) for role in ROLES]
    rows = [
        {"action": frame.said(f"action.{action}"), "cells": [action in ROLES[role] for role in ROLES]}
        for action in ACTIONS
    ]
    described = [
        {"name": frame.said(f"role.{role}"), "is": frame.said(f"role-is.{role}"), "below": role in INHERITED}
        for role in ROLES
    ]
    context = {"columns": columns, "rows": rows, "described": described, "crumbs": [Crumb(gettext("Roles"))]}
    return render(request, "organisation/roles.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def library(request: HttpRequest) -> HttpResponse:
    """What the library brought, in its versions, and the instruments to choose from; what an update would change;
    whoever administers the installation takes it in."""
    user = frame.person(request)
    if request.method == "POST":
        require_superuser(user)
        changes = take_in(user)
        said = ngettext("%(count)s change was taken in.", "%(count)s changes were taken in.", len(changes))
        messages.success(request, said % {"count": len(changes)})
        return redirect("library")
    documents: dict[Any, int] = {}
    for framework_id in documents_for(user).exclude(framework=None).order_by().values_list("framework", flat=True):
        documents[framework_id] = documents.get(framework_id, 0) + 1
    items: list[dict[str, Any]] = [
        {"item": item, "title": _title(item), "documents": documents.get(item.pk, 0)}
        for item in LibraryItem.objects.order_by("kind", "urn", "-version", "-loaded_at")
    ]
    columns = [
        Column(gettext("Title")),
        Column(gettext("Version"), figure=True),
        Column(gettext("Loaded on")),
        Column(gettext("Offered")),
        Column(gettext("Your documents"), figure=True),
    ]
    context = {
        "frameworks": [one for one in items if one["item"].kind == "framework"],
        "plans": [one for one in items if one["item"].kind == "plan"],
        "columns": columns,
        "catalogues": [_catalogue(one) for one in map(catalogue, catalogues())],
        "changes": [_change(one) for one in preview()] if user.is_superuser else [],
        "crumbs": [Crumb(gettext("Library"))],
    }
    return render(request, "organisation/library.html", context)


def _catalogue(one: Catalogue) -> dict[str, Any]:
    """The instruments of a catalogue, under their functions and then under the pillars that carry the policy."""
    language = current()
    groups = [(each, one.of_function(each.id)) for each in one.functions]
    groups += [(each, tuple(i for i in one.of_pillar(each.id) if i.function is None)) for each in one.pillars]
    return {
        "title": one.title[language],
        "note": one.note[language],
        "source": one.source,
        "columns": [Column(_tag(f"column-{name}")) for name in ("instrument", "approach", "pillar", "rank", "pointer")],
        "groups": [
            {
                "id": group.id,
                "title": group.title[language],
                "description": group.description[language],
                "rows": [_row(one, each, language) for each in instruments],
            }
            for group, instruments in groups
            if instruments
        ],
    }


def _row(catalogue: Catalogue, one: Instrument, language: str) -> dict[str, str]:
    return {
        "title": one.title[language],
        "description": one.description[language],
        "approach": _tag(f"approach-{one.approach}"),
        "pillar": catalogue.pillars_by_id[one.pillar].title[language],
        "rank": _tag(f"rank-{one.rank}"),
        "pointer": one.pointer or "",
    }


def _tag(key: str) -> str:
    return text(f"integrity.{key}", current())


def _title(item: LibraryItem) -> str:
    known = framework_of(item) if item.kind == "framework" else plan_of_library(item)
    return known.title[current()]


def _change(change: LibraryChange) -> dict[str, Any]:
    """A change with the titles of the sections that come and go."""
    before = LibraryItem.objects.filter(urn=change.urn, current=True).first()
    known: Framework | None = framework_of(before) if before and before.kind == "framework" else None
    removed = [known.sections_by_id[one].title[current()] for one in change.removed] if known else []
    return {"change": change, "title": _title(before) if before else change.urn, "removed": removed}
