"""The switch between entities, and where one may go within the one that a page is about."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from filrouge.apps.organisation.models import Entity
from filrouge.apps.organisation.policies import may
from filrouge.apps.organisation.selectors import entities_for
from filrouge.web.common.values import Tab

MOST = 12
_KEPT = "_entity_shown"
#: Page, its words, and what it takes to see it.
_WAYS: tuple[tuple[str, Promise | str, str], ...] = (
    ("entity", _("Overview"), "see"),
    ("year_plan", _("Actions of the year"), "see"),
    ("units", _("Units"), "see"),
    ("stakeholders", _("Stakeholders"), "see"),
    ("profile", _("Profile"), "see"),
    ("people", _("People"), "see"),
    ("imports", _("Import"), "import"),
    ("templates", _("Word templates"), "entity"),
)
#: Pages that belong to one of these.
_UNDER = {
    "person_new": "people",
    "role_end": "people",
    "offer_withdraw": "people",
    "account": "people",
    "unit": "units",
    "unit_new": "units",
    "unit_remove": "units",
    "stakeholder": "stakeholders",
    "stakeholder_new": "stakeholders",
    "stakeholder_remove": "stakeholders",
    "stakeholders_list": "stakeholders",
    "profile_answer": "profile",
    "profile_reuse": "profile",
    "import": "imports",
}


def show(request: HttpRequest, entity: Entity) -> None:
    """Say that the page is about this entity; a page whose address has the entity's code need not."""
    setattr(request, _KEPT, entity)


def shown(request: HttpRequest) -> Entity | None:
    """The entity that the page is about: that of its address, or the one that its view named (attribute ``entity`` of
    the request, for the capabilities beside this one)."""
    known: Entity | None = getattr(request, _KEPT, None) or getattr(request, "entity", None)
    match = request.resolver_match
    if known is None and match is not None and request.user.is_authenticated and "code" in match.kwargs:
        known = entities_for(request.user).filter(code=match.kwargs["code"]).first()
        setattr(request, _KEPT, known)
    return known


def switch(request: HttpRequest) -> dict[str, Any] | None:
    """The entity of the page and those that one may go to; nothing for who is not signed in."""
    if not request.user.is_authenticated:
        return None
    here = shown(request)
    running = entities_for(request.user).filter(Q(ends_on=None))
    found = list(running[: MOST + 1])
    return {"here": here, "entities": found[:MOST], "more": len(found) > MOST}


def ways(request: HttpRequest) -> dict[str, Any] | None:
    """What there is within the entity of the page."""
    entity = shown(request)
    if entity is None or not may(request.user, "see", entity.pk):
        return None
    match = request.resolver_match
    name = (match.url_name or "") if match else ""
    here = _UNDER.get(name, name)
    items = [
        Tab(str(label), url, page == here)
        for page, label, action in _WAYS
        if may(request.user, action, entity.pk) and (url := _address(page, entity.code))
    ]
    return {"items": items, "entity": entity}


def _address(name: str, code: str) -> str:
    """The address of a page, or nothing where the capability that has it is not installed."""
    try:
        return reverse(name, args=[code])
    except NoReverseMatch:
        return ""
