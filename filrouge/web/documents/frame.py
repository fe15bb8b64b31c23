"""What all pages of one document share: the way to them, the tabs, the head."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext

from filrouge.apps.accounts.models import User
from filrouge.apps.documents.models import Document
from filrouge.apps.documents.policies import may_edit
from filrouge.apps.documents.selectors import documents_for, framework_for
from filrouge.apps.organisation.policies import may
from filrouge.domain.model import Framework
from filrouge.domain.model.plan import Words
from filrouge.web.common.languages import current
from filrouge.web.common.values import Crumb, Status, Tab
from filrouge.web.documents.labels import document_status


def person(request: HttpRequest) -> User:
    """Who asks; every page behind the sign-in has someone."""
    assert isinstance(request.user, User)
    return request.user


def address(name: str, *arguments: object) -> str:
    """The address of a page, or nothing when the capability that has it is not installed."""
    try:
        return reverse(name, args=arguments)
    except NoReverseMatch:
        return ""


@dataclass(frozen=True)
class Frame:
    """A document as a person meets it."""

    request: HttpRequest
    document: Document

    def __post_init__(self) -> None:
        setattr(self.request, "entity", self.document.entity)  # noqa: B010 - the header asks which entity a page is about

    @cached_property
    def framework(self) -> Framework | None:
        return framework_for(self.document)

    @cached_property
    def may_edit(self) -> bool:
        return may_edit(self.request.user, self.document)

    def may(self, action: str) -> bool:
        """Whether the person may do this in the document's entity."""
        return may(self.request.user, action, self.document.entity_id)

    @property
    def may_record(self) -> bool:
        return self.may("record")

    @property
    def may_export(self) -> bool:
        return self.may("export")

    @property
    def has_right_to_edit(self) -> bool:
        """The right to edit in the entity, whatever the state of the document."""
        return self.may("edit")

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages in which the content is meant to stand, the main one first."""
        return tuple(dict.fromkeys((self.document.language, *self.document.languages)))

    @property
    def status(self) -> Status:
        return document_status(self.document.state)

    @property
    def kind(self) -> str:
        return self.framework.title[current()] if self.framework else gettext("Document")

    @property
    def period(self) -> tuple[Any, Any]:
        return self.document.period_from, self.document.period_until

    def crumbs(self, *more: Crumb) -> list[Crumb]:
        """Home of the entity, the document, and what is below it."""
        entity = self.document.entity
        own = Crumb(
            self.document.title or gettext("Document without a title"), reverse("document", args=[self.document.pk])
        )
        return [Crumb(entity.name or Words(fr=entity.code), address("entity", entity.code)), own, *more]

    def tabs(self, current_name: str) -> list[Tab]:
        """The views of the document that are there for this person."""
        names = [
            ("document", gettext("Text")),
            ("objectives", gettext("Objectives and actions")),
            ("findings", gettext("Remarks")),
            ("smart", gettext("SMART")),
            ("acts", gettext("Acts and versions")),
            ("changes", gettext("Changes")),
        ]
        found = [(name, label, address(name, self.document.pk)) for name, label in names]
        return [Tab(label, url, name == current_name) for name, label, url in found if url]


def framed(request: HttpRequest, pk: uuid.UUID) -> Frame:
    """The document with this id as the person may see it. Raises Http404 otherwise."""
    return Frame(request, get_object_or_404(documents_for(request.user), pk=pk))
