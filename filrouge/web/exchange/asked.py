"""What a page of this capability was asked for, and the way to it."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import NoReverseMatch, reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext

from filrouge.apps.accounts.models import User
from filrouge.apps.documents.models import Document
from filrouge.apps.documents.selectors import documents_for
from filrouge.apps.exchange.models import Import
from filrouge.apps.exchange.policies import require_import
from filrouge.apps.exchange.selectors import imports_for
from filrouge.apps.exchange.services import intake
from filrouge.apps.exchange.services.giving import File
from filrouge.apps.organisation.models import Entity
from filrouge.apps.organisation.policies import require
from filrouge.apps.organisation.selectors import entities_for
from filrouge.domain.model.plan import Words
from filrouge.web.common.values import Crumb


def person(request: HttpRequest) -> User:
    """Who asks; every page behind the sign-in has someone."""
    assert isinstance(request.user, User)
    return request.user


def asked_entity(request: HttpRequest, code: str, action: str) -> Entity:
    """The entity of an address. Raises Http404 when the person may not see it, NotAllowed without the right to this."""
    entity = get_object_or_404(entities_for(request.user), code=code)
    require(request.user, action, entity.pk)
    return entity


def asked_import(request: HttpRequest, pk: uuid.UUID) -> Import:
    """The import of an address. Raises Http404 in an entity that the person may not see, NotAllowed without the right
    to import there."""
    incoming = get_object_or_404(imports_for(request.user), pk=pk)
    require_import(request.user, incoming)
    _about(request, incoming.entity)
    return incoming


def asked_document(request: HttpRequest, pk: uuid.UUID) -> Document:
    """The document of an address. Raises Http404 when the person may not see it."""
    document = get_object_or_404(documents_for(request.user), pk=pk)
    _about(request, document.entity)
    return document


def _about(request: HttpRequest, entity: Entity) -> None:
    """Say to the header which entity the page is about."""
    setattr(request, "entity", entity)  # noqa: B010 - a request has no such attribute of its own


def seen_version(request: HttpRequest, incoming: Import) -> int:
    """The version of the proposal that the person saw; the one that stands when the form says none."""
    given = request.POST.get("version", "")
    return int(given) if given.isdecimal() else incoming.version


def files_of(request: HttpRequest, name: str) -> tuple[list[intake.Incoming], list[intake.Outcome]]:
    """The uploaded files, and what became of those that are too large to be taken into memory."""
    taken, refused = [], []
    for file in request.FILES.getlist(name):
        assert isinstance(file, UploadedFile)
        shown, size = file.name or "", file.size or 0
        problem = intake.check_size(shown, size)
        if problem:
            refused.append(problem)
        else:
            taken.append(intake.Incoming(shown, file.read()))
    return taken, refused


def handed_over(file: File) -> HttpResponse:
    """A file as a download, never shown in the page; its name is safe in every header."""
    response = HttpResponse(file.data, content_type=file.media_type)
    response.headers["Content-Disposition"] = content_disposition_header(True, file.name) or "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response


# --- the way to a page ----------------------------------------------------------------------------------------------


def _address(name: str, *arguments: Any) -> str:
    try:
        return reverse(name, args=arguments)
    except NoReverseMatch:
        return ""


def entity_crumbs(entity: Entity, *more: Crumb) -> list[Crumb]:
    """The entity, and what is below it."""
    return [Crumb(entity.name or Words(fr=entity.code), _address("entity", entity.code)), *more]


def import_crumbs(incoming: Import, *more: Crumb) -> list[Crumb]:
    """The entity, its imports, one of them, and what is below it."""
    listed = Crumb(gettext("Imports"), reverse("imports", args=[incoming.entity.code]))
    own = Crumb(incoming.upload.name, reverse("import", args=[incoming.pk]))
    return entity_crumbs(incoming.entity, listed, own, *more)


def document_crumbs(document: Document, *more: Crumb) -> list[Crumb]:
    """The entity, the document, and what is below it."""
    own = Crumb(document.title or gettext("Document without a title"), _address("document", document.pk))
    return entity_crumbs(document.entity, own, *more)
