"""What may be done to a document and its sections: each checks the right, changes, and is recorded, in one go."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from filrouge.apps.accounts.models import User
from filrouge.apps.common import editing
from filrouge.apps.common.audit import recorded
from filrouge.apps.common.problems import Problem
from filrouge.apps.documents.models import Act, Document, Section, Version
from filrouge.apps.documents.policies import require_edit
from filrouge.apps.documents.richtext import clean_words
from filrouge.apps.documents.selectors import framework_for
from filrouge.apps.documents.snapshots import snapshot
from filrouge.apps.frameworks.models import LibraryItem
from filrouge.apps.organisation.models import Entity
from filrouge.apps.organisation.policies import require
from filrouge.domain.model.plan import NOTHING, Words
from filrouge.domain.model.plan_json import canonical, digest

#: From a state to the states that may follow, and what the person must be allowed to do.
TRANSITIONS: Mapping[tuple[str, str], str] = {
    ("draft", "proposed"): "edit",
    ("proposed", "draft"): "edit",
    ("proposed", "adopted"): "record",
    ("draft", "adopted"): "record",
    ("adopted", "draft"): "edit",
    ("adopted", "ended"): "record",
}
DOCUMENT_FIELDS = frozenset(
    "title language languages period_from period_until starts_on term_years legal_basis".split()
)
SECTION_FIELDS = frozenset("number title body framework_section".split())


@transaction.atomic
def create_document(
    user: User,
    entity: Entity,
    *,
    title: Words,
    language: str,
    framework: LibraryItem | None = None,
    with_sections: bool = False,
    amends: Document | None = None,
    relation: str = "",
    **fields: Any,
) -> Document:
    """A new draft. ``with_sections`` lays out the sections of its framework, empty, with their official numbers."""
    require(user, "edit", entity.pk)
    _only(fields, DOCUMENT_FIELDS)
    with recorded(user.person_id, "created"):
        document = Document(
            entity=entity,
            framework=framework,
            title=title,
            language=language,
            amends=amends,
            relation=relation,
            **{"languages": [language], **fields},
        )
        document.full_clean()
        document.save()
        if with_sections and (known := framework_for(document)):
            ids = {section.id: uuid.uuid4() for section in known.sections}
            Section.objects.bulk_create(
                Section(
                    pk=ids[section.id],
                    entity=entity,
                    document=document,
                    parent_id=ids.get(section.parent or ""),
                    position=rank,
                    number=section.number or "",
                    title=Words(**{one: section.title[one] for one in document.languages}),
                    framework_section=section.id,
                )
                for rank, section in enumerate(known.sections)
            )
    return document


@transaction.atomic
def edit_document(user: User, document: Document, version: int, **changes: Any) -> Document:
    """Change the head of a draft. Raises Conflict, Problem, ValidationError."""
    require_edit(user, document)
    _only(changes, DOCUMENT_FIELDS)
    with recorded(user.person_id):
        row, changed = editing.edit(document, version, changes)
        if changed:
            touch(row)
    return row


@transaction.atomic
def remove_document(user: User, document: Document, why: str) -> None:
    """Take a draft away; it stays in the history and can be brought back by :func:`restore_document`."""
    require_edit(user, document)
    if not why.strip():
        raise Problem("documents.why-missing")
    with recorded(user.person_id, why):
        editing.edit(document, document.version, {"removed_at": timezone.now()})


@transaction.atomic
def restore_document(user: User, document: Document) -> None:
    """Bring back a document that was taken away."""
    require(user, "edit", document.entity_id)
    with recorded(user.person_id, "restored"):
        editing.edit(document, document.version, {"removed_at": None})


# --- sections -------------------------------------------------------------------------------------------------------


@transaction.atomic
def add_section(
    user: User,
    document: Document,
    *,
    title: Words,
    parent: Section | None = None,
    number: str = "",
    body: Words = NOTHING,
    framework_section: str = "",
) -> Section:
    """A new section, last among its siblings."""
    require_edit(user, document)
    _same_document(document, parent)
    with recorded(user.person_id):
        section = Section(
            entity_id=document.entity_id,
            document=document,
            parent=parent,
            position=_last(document, parent) + 1,
            number=number,
            title=title,
            body=clean_words(body),
            framework_section=framework_section,
        )
        section.full_clean()
        section.save()
        touch(document)
    return section


@transaction.atomic
def edit_section(user: User, section: Section, version: int, **changes: Any) -> Section:
    """Change a section. Raises Conflict with both texts when somebody else changed the same field since."""
    require_edit(user, section.document)
    _only(changes, SECTION_FIELDS)
    if "body" in changes:
        changes["body"] = clean_words(changes["body"])
    with recorded(user.person_id):
        row, changed = editing.edit(section, version, changes)
        if changed:
            touch(section.document)
    return row


@transaction.atomic
def move_section(user: User, section: Section, parent: Section | None, before: Section | None) -> None:
    """Put a section under another (None: at the top), before one of its new siblings or last."""
    require_edit(user, section.document)
    _same_document(section.document, parent)
    place_among(section, parent, before, Section.objects.filter(document=section.document))
    with recorded(user.person_id, "moved"):
        reorder(section, parent, before, Section.objects.filter(document=section.document, parent=parent))
        touch(section.document)


@transaction.atomic
def remove_section(user: User, section: Section, why: str = "") -> None:
    """Delete a section and those under it; the statements in them stay in the document, without a section."""
    require_edit(user, section.document)
    with recorded(user.person_id, why):
        section.delete()
        touch(section.document)


# --- acts, states, versions -----------------------------------------------------------------------------------------


@transaction.atomic
def record_act(
    user: User, document: Document, *, kind: str, on: dt.date, body: str = "", reference: str = "", note: str = ""
) -> Act:
    """Put an act on record. The adoption of a draft or a proposal seals the version and makes the document adopted."""
    require(user, "record", document.entity_id)
    if on > timezone.localdate():
        raise Problem("documents.act-in-future", on=on)
    with recorded(user.person_id, kind):
        row = editing.locked(document)
        act = Act(
            entity_id=row.entity_id,
            document=row,
            kind=kind,
            on=on,
            body=body,
            reference=reference,
            note=note,
            number=row.number,
        )
        act.full_clean()
        act.save()
        if kind == "adoption" and row.state in ("draft", "proposed"):
            row, _ = editing.edit(row, row.version, {"state": "adopted"})
            touch(row)
            seal(user, row)
        else:
            touch(row)
    return act


@transaction.atomic
def change_state(user: User, document: Document, state: str, why: str = "") -> Document:
    """Move a document to another state. Going back from adopted to draft opens the next version; what was adopted stays
    sealed. Raises NotAllowed, Problem ``documents.no-such-step``."""
    row = editing.locked(document)
    action = TRANSITIONS.get((row.state, state))
    require(user, action or "edit", row.entity_id)
    if action is None or (state == "adopted" and not row.acts.filter(kind="adoption", number=row.number).exists()):
        raise Problem("documents.no-such-step", state=row.state, wanted=state)
    changes: dict[str, Any] = {"state": state}
    if (row.state, state) == ("adopted", "draft"):
        if not why.strip():
            raise Problem("documents.why-missing")
        changes["number"] = row.number + 1
    with recorded(user.person_id, why):
        row, _ = editing.edit(row, row.version, changes)
        touch(row)
    return row


def seal(user: User, document: Document) -> Version:
    """Keep the document as it stands as the version of its number; a sealed version never changes."""
    plan = snapshot(document.pk)
    return Version.objects.create(
        document=document,
        number=document.number,
        content=canonical(plan),
        digest=digest(plan),
        sealed_by=user.person,
    )


# --- for this app and those above -----------------------------------------------------------------------------------


def touch(document: Document) -> None:
    """Say that the document or a part of it changed: what was computed of it no longer holds."""
    Document.objects.filter(pk=document.pk).update(stamp=F("stamp") + 1)


def place_among(part: Any, parent: Any, before: Any, known: Any) -> None:
    """Raises Problem when a part cannot stand there: under itself, or before something that is not a sibling."""
    parents = dict(known.order_by().values_list("pk", "parent_id"))
    above = parent.pk if parent else None
    while above is not None:
        if above == part.pk:
            raise Problem("documents.under-itself")
        above = parents.get(above)
    if before is not None and parents.get(before.pk, before) != (parent.pk if parent else None):
        raise Problem("documents.not-a-sibling")


def reorder(part: Any, parent: Any, before: Any, siblings: Any) -> None:
    """Give the part its place, and each sibling whose place moves its new position."""
    others = [one for one in siblings.order_by("position", "id") if one.pk != part.pk]
    rank = next((rank for rank, one in enumerate(others) if before and one.pk == before.pk), len(others))
    others.insert(rank, part)
    for position, one in enumerate(others):
        fields: dict[str, Any] = {"position": position}
        if one.pk == part.pk:
            fields["parent_id"] = parent.pk if parent else None
        if any(getattr(one, name) != value for name, value in fields.items()):
            type(one)._default_manager.filter(pk=one.pk).update(**fields, version=F("version") + 1)


def _last(document: Document, parent: Section | None) -> int:
    known: int | None = Section.objects.filter(document=document, parent=parent).aggregate(last=Max("position"))["last"]
    return -1 if known is None else known


def _same_document(document: Document, part: Section | None) -> None:
    if part is not None and part.document_id != document.pk:
        raise Problem("documents.other-document")


def _only(fields: Mapping[str, Any], known: frozenset[str]) -> None:
    unknown = set(fields) - known
    if unknown:
        raise TypeError(f"unknown fields: {', '.join(sorted(unknown))}")
