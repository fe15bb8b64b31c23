"""What the pages of one entity share."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from filrouge.apps.accounts.models import User
from filrouge.apps.organisation.models import Entity
from filrouge.apps.organisation.policies import may, rights_of
from filrouge.apps.organisation.selectors import entities_for
from filrouge.domain.model.plan import Words
from filrouge.library import text
from filrouge.web.common.languages import current
from filrouge.web.common.values import Crumb
from filrouge.web.organisation import header


def person(request: HttpRequest) -> User:
    """Who asks; every page behind the sign-in has someone."""
    assert isinstance(request.user, User)
    return request.user


def framed(request: HttpRequest, code: str) -> Entity:
    """The entity with this code as the person may see it. Raises Http404 otherwise."""
    entity = get_object_or_404(entities_for(request.user).select_related("parent"), code=code)
    header.show(request, entity)
    return entity


def context(request: HttpRequest, entity: Entity, *more: Crumb, **values: Any) -> dict[str, Any]:
    """The values of a page about an entity: the entity, the way to the page, what the person may do here."""
    own = Crumb(entity.name or Words(fr=entity.code), reverse("entity", args=[entity.code]))
    rights = rights_of(request.user).get(entity.pk, frozenset())
    return {"entity": entity, "crumbs": [own, *more], "may": dict.fromkeys(rights, True), **values}


def allowed(request: HttpRequest, action: str, entity: Entity) -> bool:
    """Whether the person may do this here."""
    return may(request.user, action, entity.pk)


def said(key: str, **params: object) -> str:
    """A sentence of the library in the language of the page."""
    return text(f"organisation.{key}", current(), **params)
