"""The history of one stored object: each change with who, when and why, what stood before and what after.

Persons are named by their id alone; whoever shows the history asks for the names, so that an erased one stays erased.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import QuerySet

#: What every event has and no reader asks for: keys, counters, and what the program notes for itself.
_UNTOLD = frozenset({"id", "version", "stamp", "entity", "document", "origin"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field by its name, with its value before and after; None where the object was not there."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of an object. ``kind`` is insert, update or delete; ``person`` None when no person made it."""

    kind: str
    when: dt.datetime
    person: uuid.UUID | None
    why: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True)
class Past:
    """All that is known of an object, latest change first; ``last`` is its row as the last event has it."""

    last: Any
    edits: tuple[Edit, ...]

    @property
    def is_gone(self) -> bool:
        return bool(self.last.pgh_label == "delete")


def past_of(app: str, model: str, pk: uuid.UUID) -> Past | None:
    """The history of an object, also of one that was deleted; None when there never was one. One query."""
    events = list(events_of(app, model).filter(pgh_obj_id=pk).order_by("pgh_id"))
    if not events:
        return None
    names = _fields(app, model)
    edits: list[Edit] = []
    before: Any = None
    for event in events:
        changed = tuple(_changes(before, event, names))
        if changed or event.pgh_label != "update":
            edits.append(_edit(event, changed))
        before = event
    return Past(events[-1], tuple(reversed(edits)))


def events_of(app: str, model: str) -> QuerySet[Any]:
    """The events of a tracked table, each with its context."""
    manager: Any = apps.get_model(app, f"{model}Event")._default_manager
    events: QuerySet[Any] = manager.select_related("pgh_context")
    return events


def told(context: Mapping[str, Any] | None) -> tuple[uuid.UUID | None, str]:
    """Who and why, of the context of an event."""
    known = context or {}
    person = known.get("person")
    return (uuid.UUID(person) if person else None), str(known.get("why", ""))


def persons_in(edits: Iterable[Edit]) -> set[uuid.UUID]:
    """The ids of those who made these changes."""
    return {edit.person for edit in edits if edit.person}


@cache
def _fields(app: str, model: str) -> tuple[str, ...]:
    fields = apps.get_model(app, model)._meta.concrete_fields
    tracked = {field.name for field in apps.get_model(app, f"{model}Event")._meta.concrete_fields}
    return tuple(field.attname for field in fields if field.name in tracked and field.name not in _UNTOLD)


def _changes(before: Any, event: Any, names: Iterable[str]) -> Iterable[FieldChange]:
    """What an insertion set, an update changed, a deletion took away."""
    for name in names:
        old = getattr(before, name) if before is not None and before.pgh_label != "delete" else None
        new = getattr(event, name) if event.pgh_label != "delete" else None
        if old != new and (old or new or old == 0 or new == 0):
            yield FieldChange(name, old, new)


def _edit(event: Any, changed: tuple[FieldChange, ...]) -> Edit:
    person, why = told(event.pgh_context.metadata if event.pgh_context else None)
    return Edit(event.pgh_label, event.pgh_created_at, person, why, changed)
