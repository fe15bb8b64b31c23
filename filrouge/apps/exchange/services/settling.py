"""A file that would change a stored document: only the differences, chosen one by one, taken over all or none."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.db import transaction

from filrouge.apps.accounts.models import User
from filrouge.apps.coherence.services import check_soon
from filrouge.apps.common import editing
from filrouge.apps.common.audit import recorded
from filrouge.apps.common.problems import Problem
from filrouge.apps.documents.models import Document
from filrouge.apps.documents.policies import require_edit
from filrouge.apps.exchange.models import Import
from filrouge.apps.exchange.policies import require_review
from filrouge.apps.exchange.services.fitting import require_fit
from filrouge.apps.objectives.selectors import plan_of
from filrouge.apps.objectives.services import replace_content
from filrouge.domain.model.plan import PART_LISTS, Plan, PlanPart
from filrouge.domain.model.plan_json import PlanFormatError, from_json, verify
from filrouge.domain.planning.changes import FIELD, Change, apply
from filrouge.domain.planning.merging import Conflict, Merge, merge

OURS, THEIRS = "ours", "theirs"
#: What a plan says of itself that no file decides: its life in this place.
_KEPT = ("id", "entity", "framework", "state", "version", "amends", "relation", "acts")


@dataclass(frozen=True)
class Preview:
    """What a file would change: ``ours`` is the document as it stands, ``theirs`` what the file says; ``declined`` are
    the keys of changes set aside, ``settled`` the side chosen for each conflict."""

    ours: Plan
    theirs: Plan
    merged: Merge
    declined: frozenset[str]
    settled: Mapping[str, str]

    @cached_property
    def chosen(self) -> tuple[Change, ...]:
        """The changes that would be made."""
        taken = [one for one in self.merged.changes if key_of(one) not in self.declined]
        theirs = [one.theirs_change for one in self.merged.conflicts if self.settled.get(key_of(one)) == THEIRS]
        return (*taken, *theirs)

    @cached_property
    def unsettled(self) -> tuple[Conflict, ...]:
        """The conflicts that nobody settled yet."""
        return tuple(one for one in self.merged.conflicts if key_of(one) not in self.settled)

    def part(self, id: str) -> PlanPart | None:
        """The part as it stands, else as the file has it; None for the document itself."""
        return self.ours.parts.get(id) or self.theirs.parts.get(id)


def key_of(one: Change | Conflict) -> str:
    """By what a difference is chosen in a form; stays the same as long as the file does."""
    if isinstance(one, Conflict):
        return key_of(one.theirs_change)
    return ":".join((one.part_kind, one.part, one.field if one.kind == FIELD else one.kind, one.language))


def preview(incoming: Import) -> Preview:
    """What the import would change in its document, as that stands now. Raises Problem ``exchange.no-target``."""
    if incoming.document is None:
        raise Problem("exchange.no-target")
    ours = plan_of(incoming.document.pk)
    base = from_json(incoming.base) if incoming.base else ours
    base = replace(base, **{name: getattr(ours, name) for name in _KEPT})
    theirs = _likened(from_json(incoming.proposal), base)
    choices = incoming.choices or {}
    return Preview(
        ours,
        theirs,
        merge(base, ours, theirs),
        frozenset(choices.get("declined", ())),
        {key: side for key, side in choices.get("settled", {}).items() if side in (OURS, THEIRS)},
    )


@transaction.atomic
def choose(
    user: User, incoming: Import, shown: Collection[str], taken: Collection[str], settled: Mapping[str, str]
) -> Import:
    """Keep what a person chose on one page: of the differences ``shown`` those ``taken``, and sides of conflicts."""
    require_review(user, incoming)
    row = editing.locked(incoming)
    require_review(user, row)
    choices = row.choices or {}
    declined = (set(choices.get("declined", ())) - set(shown)) | (set(shown) - set(taken))
    row.choices = {"declined": sorted(declined), "settled": {**choices.get("settled", {}), **settled}}
    row.version += 1
    row.save(update_fields=["choices", "version"])
    return row


@transaction.atomic
def take_over(user: User, incoming: Import) -> Document:
    """Make the chosen changes in the document, all or none, and close the import.

    Raises NotAllowed, Problem ``documents.not-a-draft``, ``exchange.unsettled``, ``exchange.torn``, and those of
    :func:`~filrouge.apps.exchange.services.fitting.require_fit`.
    """
    require_review(user, incoming)
    row = editing.locked(incoming)
    require_review(user, row)
    if row.document is None:
        raise Problem("exchange.no-target")
    document = editing.locked(row.document)
    require_edit(user, document)
    found = preview(row)
    if found.unsettled:
        raise Problem("exchange.unsettled", count=len(found.unsettled))
    made = _whole(found, apply(found.ours, found.chosen))
    require_fit(made)
    replace_content(user, document, made, "imported")
    row.state, row.version = "done", row.version + 1
    with recorded(user.person_id, "imported"):
        row.save(update_fields=["state", "version"])
    check_soon(document)
    return document


def _whole(found: Preview, made: Plan) -> Plan:
    """The plan, when nothing in it leads to a part that was not taken."""
    try:
        verify(made)
    except PlanFormatError as error:
        other = found.part(error.params.get("id", ""))
        raise Problem("exchange.torn", what=words_of(other) if other else error.where) from None
    return made


def words_of(part: PlanPart | None) -> str:
    """By what a part is called in a sentence: its number and its first words."""
    if part is None:
        return ""
    said = getattr(part, "title", None) or getattr(part, "text", None) or getattr(part, "body", "")
    shown = f"{getattr(part, 'number', '')} {said}".strip()
    return shown if len(shown) <= 90 else f"{shown[:90].rstrip()}…"


# --- making the two comparable --------------------------------------------------------------------------------------


def _likened(theirs: Plan, base: Plan) -> Plan:
    """What the file says, without what no file decides: the life of the document in this place, and the places of its
    parts in a text."""
    head: dict[str, Any] = {name: getattr(base, name) for name in _KEPT}
    lists: dict[str, Any] = {
        name: tuple(_placed(one, base.parts.get(one.id)) for one in getattr(theirs, name))
        for name in PART_LISTS
        if name not in head
    }
    return replace(theirs, **head, **lists)


def _placed(part: Any, known: Any) -> Any:
    return part if known is None or not hasattr(part, "origin") else replace(part, origin=known.origin)
