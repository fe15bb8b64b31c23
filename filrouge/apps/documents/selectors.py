"""Documents and their parts, as far as the person asking may see them."""

from __future__ import annotations

import json
from decimal import Decimal

from django.db.models import QuerySet

from filrouge.apps.documents.models import Act, Block, Document, Section, Version
from filrouge.apps.documents.policies import visible
from filrouge.apps.frameworks.selectors import framework_of
from filrouge.apps.organisation.policies import Anyone
from filrouge.domain.model import Framework
from filrouge.domain.model.plan import Plan
from filrouge.domain.model.plan_json import from_json


def documents_for(user: Anyone) -> QuerySet[Document]:
    """The documents that the person may see, with entity and framework."""
    return Document.objects.filter(visible(user)).select_related("entity", "framework")


def sections_for(user: Anyone) -> QuerySet[Section]:
    """The sections of those documents."""
    return Section.objects.filter(document__in=documents_for(user).order_by()).select_related("document__entity")


def blocks_for(user: Anyone) -> QuerySet[Block]:
    """The structured parts of those documents."""
    return Block.objects.filter(document__in=documents_for(user).order_by()).select_related("document__entity")


def acts_for(user: Anyone) -> QuerySet[Act]:
    """The acts on record of those documents."""
    return Act.objects.filter(document__in=documents_for(user).order_by()).select_related("document__entity")


def versions_for(user: Anyone, document: Document) -> QuerySet[Version]:
    """The sealed versions of a document that the person may see."""
    return Version.objects.filter(document=document, document__in=documents_for(user).order_by())


def addenda_of(user: Anyone, document: Document) -> QuerySet[Document]:
    """The adopted addenda of a document that the person may see, the earliest first."""
    return related(user, document, "addendum").filter(state__in=("adopted", "ended")).order_by("starts_on", "id")


def related(user: Anyone, document: Document, relation: str = "") -> QuerySet[Document]:
    """The documents that amend, complete or are derived from this one, as far as the person may see them."""
    found = documents_for(user).filter(amends=document)
    return found.filter(relation=relation) if relation else found


def plan_sealed(version: Version) -> Plan:
    """The document as it was when the version was sealed."""
    return from_json(json.loads(version.content, parse_float=Decimal))


def framework_for(document: Document) -> Framework | None:
    """The framework that the document answers to, in the version it was made with; None for a document of no kind."""
    return framework_of(document.framework) if document.framework else None
