"""Edits that lose nobody's work: each carries the version that its author saw.

When somebody else changed the object since, the fields that only one of the two changed are kept from both; where both
changed the same field differently, nothing is stored and both texts are handed back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db import models
from django.http import Http404

from filrouge.apps.common.models import Record
from filrouge.apps.common.problems import Conflict
from filrouge.domain.model.plan import Words

R = TypeVar("R", bound=Record)


def locked(record: R) -> R:
    """The row as it stands now, locked until the transaction ends. Raises Http404 when it is gone."""
    manager: models.Manager[R] = type(record)._default_manager
    try:
        return manager.select_for_update(of=("self",)).get(pk=record.pk)
    except type(record).DoesNotExist:
        raise Http404 from None


def edit(record: R, version: int, changes: Mapping[str, Any]) -> tuple[R, dict[str, Any]]:
    """Store ``changes`` (field → value) made by someone who saw ``version``; answer the row and what really changed.

    Raises Conflict (``common.changed-meanwhile``) when another person changed one of these fields to something else.
    """
    row = locked(record)
    wanted = {field: value for field, value in changes.items() if getattr(row, field) != value}
    if row.version != version:
        wanted = _reconciled(row, version, wanted)
    if not wanted:
        return row, {}
    for field, value in wanted.items():
        setattr(row, field, value)
    row.version += 1
    row.full_clean(validate_unique=False, validate_constraints=False)
    row.save(update_fields=[*wanted, "version"])
    return row, wanted


def _reconciled(row: Record, version: int, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Of the changes wanted by someone who saw an older version, those that overwrite nobody's."""
    seen = seen_at(row, version)
    kept, ours, theirs = {}, {}, {}
    for field, value in wanted.items():
        now = getattr(row, field)
        before = getattr(seen, field) if seen is not None else None
        if seen is not None and value == before:
            continue  # only the other person changed it
        if seen is not None and now == before:
            kept[field] = value
        elif seen is not None and isinstance(value, Words) and (both := _both(before, value, now)) is not None:
            kept[field] = both
        else:
            ours[field], theirs[field] = value, now
    if ours:
        raise Conflict("common.changed-meanwhile", ours, theirs, version=row.version)
    return kept


def _both(before: Any, ours: Words, theirs: Words) -> Words | None:
    """The words with each side's languages, when no language was changed by both."""
    result = theirs
    for language in ("fr", "nl", "de", "en"):
        if ours[language] == before[language]:
            continue
        if theirs[language] not in (before[language], ours[language]):
            return None
        result = result.saying(language, ours[language])
    return result


def seen_at(row: Record, version: int) -> Any | None:
    """The row as the history has it at a version, or None when the history does not reach so far."""
    events: Any = getattr(row, "events", None)
    return events.filter(version=version).order_by("pgh_id").last() if events is not None else None
