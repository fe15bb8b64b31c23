"""What changed in a document between two moments or versions, and who changed it."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils import timezone

from filrouge.apps.accounts.models import Person, User
from filrouge.apps.common.history import events_of, told
from filrouge.apps.common.problems import Problem
from filrouge.apps.documents.models import Document, Version
from filrouge.apps.documents.selectors import plan_sealed
from filrouge.apps.objectives.selectors import TRACKED, moments_of, plan_at, plan_of
from filrouge.domain.model.plan import Plan
from filrouge.domain.planning.changes import Change, differences

#: Where reading found a part, and in which order a list is stored, are no changes that a reader asks for.
_UNTOLD = frozenset({"origin"})


@dataclass(frozen=True, slots=True)
class Moment:
    """A state of a document that can be asked for: ``key`` is its name in an address (``v2``, or a moment), ``when`` it
    began, ``number`` that of a sealed version or None, ``person`` and ``why`` of the change that led to it."""

    key: str
    when: dt.datetime
    number: int | None = None
    person: uuid.UUID | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Author:
    """Who changed something, when, why; ``person`` None when no person did."""

    person: uuid.UUID | None
    when: dt.datetime
    why: str


@dataclass(frozen=True)
class Comparison:
    """Two states of a document and what differs; ``authors`` of each part that changed in between, latest first."""

    before: Plan
    after: Plan
    start: Moment
    end: Moment | None
    changes: tuple[Change, ...]
    authors: Mapping[str, tuple[Author, ...]]


def moments(document: Document) -> tuple[list[Moment], list[Moment]]:
    """The sealed versions, and the moments at which anything changed, each latest first; in eight queries."""
    sealed = (
        Version.objects.filter(document=document).order_by("-number").values_list("number", "sealed_at", "sealed_by")
    )
    versions = [Moment(f"v{number}", when, number, person) for number, when, person in sealed]
    return versions, [Moment(when.isoformat(), when, None, *told(context)) for when, context in moments_of(document)]


def first_choice(versions: Iterable[Moment], changes: list[Moment], user: User) -> str:
    """From where a reader most likely wants the changes: the version last sealed, else the own last visit, else the
    first moment."""
    for version in versions:
        return version.key
    if user.last_visit and changes and changes[-1].when <= user.last_visit <= changes[0].when:
        return user.last_visit.isoformat()
    return changes[-1].key if changes else ""


def compared(document: Document, start: str, end: str) -> Comparison:
    """What differs between two states, named by the keys of :func:`moments` (any moment or day will do; an empty
    ``end`` is now).

    Raises Problem ``coherence.no-such-moment`` for what is neither, ``coherence.not-yet`` before there was a document.
    """
    before, after = _moment(document, start), _moment(document, end) if end else None
    old = _plan(document, before)
    new = _plan(document, after) if after else plan_of(document.pk)
    changes = tuple(one for one in differences(old, new) if one.kind != "ordered" and one.field not in _UNTOLD)
    until = after.when if after else timezone.now()
    first, last = sorted((before.when, until))
    return Comparison(old, new, before, after, changes, _authors(document, first, last))


def names_of(people: Iterable[uuid.UUID | None]) -> dict[uuid.UUID, str]:
    """The names of these persons, in one query; empty for those that were erased."""
    known = Person.objects.filter(pk__in={one for one in people if one})
    return {one.pk: "" if one.erased_at else one.name for one in known}


def _moment(document: Document, key: str) -> Moment:
    if key[:1] == "v" and key[1:].isdecimal() and len(key) < 9:
        sealed = Version.objects.filter(document=document, number=int(key[1:])).first()
        if sealed is not None:
            return Moment(key, sealed.sealed_at, sealed.number)
    else:
        try:
            when = dt.datetime.fromisoformat(key.replace(" ", "+"))  # a plus that an address did not encode
            return Moment(key, when if timezone.is_aware(when) else timezone.make_aware(when))
        except (ValueError, OverflowError):
            pass
    raise Problem("coherence.no-such-moment", given=key[:60])


def _plan(document: Document, moment: Moment) -> Plan:
    if moment.number is not None:
        return plan_sealed(Version.objects.get(document=document, number=moment.number))
    plan = plan_at(document, moment.when)
    if plan is None:
        raise Problem("coherence.not-yet", moment=timezone.localtime(moment.when).date())
    return plan


def _authors(document: Document, first: dt.datetime, last: dt.datetime) -> dict[str, tuple[Author, ...]]:
    """Who changed each part between two moments; one query a table."""
    found: dict[str, dict[tuple[uuid.UUID | None, str], Author]] = defaultdict(dict)
    for app, model in TRACKED:
        events = events_of(app, model).filter(pgh_created_at__gt=first, pgh_created_at__lte=last)
        part = {"Document": "pgh_obj_id", "Contribution": "action_id"}.get(model, "pgh_obj_id")
        field = "pgh_obj_id" if model == "Document" else "document_id"
        rows = events.filter(**{field: document.pk}).order_by("-pgh_created_at")
        for id, when, context in rows.values_list(part, "pgh_created_at", "pgh_context__metadata").distinct():
            person, why = told(context)
            found[str(id)].setdefault((person, why), Author(person, when, why))
    return {id: tuple(sorted(one.values(), key=lambda author: author.when, reverse=True)) for id, one in found.items()}
