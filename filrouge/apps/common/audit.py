"""Who, when, what, before and after: every tracked table has its append-only table of events, filled by triggers.

A person is named in an event by the id alone, so that a name can be erased and the history stays.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, TypeVar

import pghistory
from django.db import models

M = TypeVar("M", bound=type[models.Model])


def audited(*, exclude: list[str] | None = None) -> Callable[[M], M]:
    """Track every insertion, change and deletion of a model's rows; the events can only be added to."""
    track: Callable[[M], M] = pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=exclude,
        append_only=True,
        context_field=pghistory.ContextForeignKey(db_index=True),
        obj_field=pghistory.ObjForeignKey(db_index=True, related_name="events", related_query_name="event"),
    )
    return track


def recorded(person_id: uuid.UUID | None, why: str = "", **more: Any) -> AbstractContextManager[Any]:
    """All changes within are recorded as this person's, for this reason."""
    known: dict[str, Any] = {"person": str(person_id) if person_id else None, "why": why, **more}
    context: AbstractContextManager[Any] = pghistory.context(**{key: value for key, value in known.items() if value})
    return context
