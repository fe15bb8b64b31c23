"""What may be done to the structured parts of a document: the lines of a SWOT analysis, risk domains, tables.

Each service checks the right (to edit, on a draft), changes, and is recorded, in one go. A part comes in as the value
that the plan has of it, which refuses kinds that there are not; its id and its origin are the row's matter.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import F, Max

from filrouge.apps.accounts.models import User
from filrouge.apps.common import editing
from filrouge.apps.common.audit import recorded
from filrouge.apps.common.problems import Problem
from filrouge.apps.documents.models import Block, Document, Section
from filrouge.apps.documents.policies import require_edit
from filrouge.apps.documents.services import touch
from filrouge.apps.objectives.mapping import BLOCKS, block_fields
from filrouge.domain.model.plan import PlanRiskDomain, PlanSwotItem, PlanTable

Part = PlanSwotItem | PlanRiskDomain | PlanTable


@transaction.atomic
def add_block(user: User, document: Document, part: Part) -> Block:
    """A new structured part, last in the document, in the section that the value names (None: in no section)."""
    require_edit(user, document)
    kind = next(kind for kind, known in BLOCKS.items() if isinstance(part, known))
    fields = block_fields(kind, part)
    if part.section and not document.sections.filter(pk=fields["section_id"]).exists():
        raise Problem("documents.other-document")
    with recorded(user.person_id):
        last = Block.objects.filter(document=document).aggregate(last=Max("position"))["last"]
        block = Block(
            entity_id=document.entity_id,
            document=document,
            position=0 if last is None else last + 1,
            **fields,
        )
        block.full_clean()
        block.save()
        touch(document)
    return block


@transaction.atomic
def edit_block(user: User, block: Block, version: int, part: Part) -> Block:
    """Make a structured part say what the value says; its section stays.

    What somebody else changed since ``version`` stays too. Raises Conflict with both contents when both changed the
    same words, figure or row.
    """
    require_edit(user, block.document)
    if not isinstance(part, BLOCKS[block.kind]):
        raise TypeError(f"not a {block.kind}: {part!r}")
    content = block_fields(block.kind, part)["content"]
    with recorded(user.person_id):
        row = editing.locked(block)
        seen = editing.seen_at(row, version) if row.version != version else None
        if seen is not None:
            merged, clash = reconciled(seen.content, content, row.content)
            if not clash:
                content, version = merged, row.version
        row, changed = editing.edit(row, version, {"content": content})
        if changed:
            touch(block.document)
    return row


@transaction.atomic
def move_block(user: User, block: Block, section: Section | None, before: Block | None) -> None:
    """Put a structured part in a section (None: in none), before another of the document or last."""
    require_edit(user, block.document)
    if any(one is not None and one.document_id != block.document_id for one in (section, before)):
        raise Problem("documents.other-document")
    with recorded(user.person_id, "moved"):
        others = [one for one in in_order(block.document) if one.pk != block.pk]
        rank = next((rank for rank, one in enumerate(others) if before and one.pk == before.pk), len(others))
        others.insert(rank, block)
        wanted = section.pk if section else None
        for position, one in enumerate(others):
            place = wanted if one.pk == block.pk else one.section_id
            if (one.position, one.section_id) != (position, place):
                known = Block.objects.filter(pk=one.pk)
                known.update(position=position, section_id=place, version=F("version") + 1)
        touch(block.document)


@transaction.atomic
def remove_block(user: User, block: Block, why: str = "") -> None:
    """Delete a structured part; it stays in the history."""
    require_edit(user, block.document)
    with recorded(user.person_id, why):
        block.delete()
        touch(block.document)


def in_order(document: Document) -> list[Block]:
    """The structured parts of a document in the order in which they are read."""
    return sorted(Block.objects.filter(document=document), key=lambda one: (one.position, one.key))


# --- two at once ----------------------------------------------------------------------------------------------------


def reconciled(base: Any, ours: Any, theirs: Any) -> tuple[Any, bool]:
    """What comes of two changes of one content, and whether they clash: both changed the same thing differently, and
    ours then stands.

    Objects are put together key by key. Rows and cells are, when none was added, removed or renamed: else nobody can
    say which row a change was meant for, and the whole list clashes.
    """
    if theirs in (base, ours):
        return ours, False
    if ours == base:
        return theirs, False
    three = (base, ours, theirs)
    if all(isinstance(one, dict) for one in three):
        return _by_key(base, ours, theirs)
    names = [_names(one) for one in three]
    if names[0] is None or names.count(names[0]) != 3:
        return ours, True
    pairs = [reconciled(*some) for some in zip(base, ours, theirs, strict=True)]
    return [value for value, _ in pairs], any(clash for _, clash in pairs)


def _by_key(base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any]) -> tuple[dict[str, Any], bool]:
    found, clashes = {}, False
    for key in {**theirs, **ours}:
        value, clash = reconciled(base.get(key), ours.get(key), theirs.get(key))
        clashes |= clash
        if value is not None:
            found[key] = value
    return found, clashes


def _names(found: Any) -> list[Any] | None:
    """What tells the elements of a list apart: rows by their label, cells by column and year; of a cell only its value
    may differ. None for anything else."""
    if not isinstance(found, list) or not found:
        return None
    if all(isinstance(one, dict) and one.get("label") for one in found):
        return [one["label"] for one in found]
    if all(isinstance(one, list) and len(one) == 3 and not isinstance(one[2], str) for one in found):
        return [one[:2] for one in found]
    if len(found) == 3 and isinstance(found[0], str) and not isinstance(found[2], str):
        return found[:2]
    return None
