"""What the preview of differences shows: change by change, in words, grouped by the part they concern."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext

from filrouge.apps.exchange.services.settling import THEIRS, Preview, key_of, words_of
from filrouge.domain.language.formatting import format_date, format_number, format_percent
from filrouge.domain.model.plan import Contribution, Plan, PlanPart, PlanRow, Words
from filrouge.domain.planning.changes import ADDED, FIELD, MOVED, REMOVED, RICH_FIELDS, Change
from filrouge.domain.planning.merging import EXISTENCE, PLACE, Conflict
from filrouge.domain.planning.richtext import parse, plain
from filrouge.web.common.languages import current
from filrouge.web.exchange.words import field_name, part_kind, value_name

_REFERENCES = frozenset({"section", "parent", PLACE})


@dataclass(frozen=True, slots=True)
class Line:
    """One difference that can be chosen. ``before`` and ``after`` are its texts; ``what`` says what it is about."""

    key: str
    kind: str
    what: str
    before: str
    after: str
    language: str
    taken: bool


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict: what stands in the document now, what the file says, what both left from, and the side chosen."""

    key: str
    what: str
    base: str
    ours: str
    theirs: str
    language: str
    side: str


@dataclass(frozen=True, slots=True)
class Group:
    """The differences of one part."""

    title: str
    kind: str
    lines: Sequence[Line]
    disputes: Sequence[Dispute]


def groups(found: Preview) -> list[Group]:
    """All differences, conflicts first, then in the order of the lists of a plan."""
    changes: dict[tuple[str, str], list[Change]] = {}
    conflicts: dict[tuple[str, str], list[Conflict]] = {}
    for conflict in found.merged.conflicts:
        conflicts.setdefault((conflict.part_kind, conflict.part), []).append(conflict)
    for change in found.merged.changes:
        changes.setdefault((change.part_kind, change.part), []).append(change)
    made = []
    for kind, id in dict.fromkeys([*conflicts, *changes]):
        part = found.part(id)
        made.append(
            Group(
                words_of(part) or gettext("The document itself"),
                part_kind(part, kind) if part is not None else "",
                [_line(found, one, kind) for one in changes.get((kind, id), ())],
                [_dispute(found, one) for one in conflicts.get((kind, id), ())],
            )
        )
    return made


def _line(found: Preview, change: Change, kind: str) -> Line:
    key = key_of(change)
    before, after = _sides(found, change)
    return Line(key, change.kind, _about(change), before, after, change.language, key not in found.declined)


def _about(change: Change) -> str:
    names = {
        ADDED: gettext("Added"),
        REMOVED: gettext("Removed"),
        MOVED: gettext("Put elsewhere"),
        FIELD: field_name(change.field),
    }
    return names.get(change.kind, gettext("Order"))


def _sides(found: Preview, change: Change) -> tuple[str, str]:
    if change.kind in (ADDED, REMOVED):
        return _whole(change.before), _whole(change.after)
    if change.kind == MOVED:
        return _name(found.ours, change.before, change), _name(found.theirs, change.after, change, found.ours)
    if change.kind != FIELD:
        return "", gettext("The parts stand in another order.")
    return _value(found.ours, change.field, change.before), _value(found.theirs, change.field, change.after)


def _dispute(found: Preview, one: Conflict) -> Dispute:
    key = key_of(one)
    names = {PLACE: gettext("Put elsewhere"), EXISTENCE: gettext("Kept or removed")}
    plans = (found.ours, found.ours, found.theirs)
    values = zip(plans, (one.base, one.ours, one.theirs), strict=True)
    if one.field == EXISTENCE:
        base, ours, theirs = (_there(found, one, value) for _, value in values)
    else:
        base, ours, theirs = (_value(plan, one.field, value) for plan, value in values)
    what = names.get(one.field) or field_name(one.field)
    return Dispute(key, what, base, ours, theirs, one.language, found.settled.get(key, ""))


def _there(found: Preview, one: Conflict, value: object) -> str:
    """Whether a part is there on one side, and as what."""
    if value is None:
        return gettext("(removed)")
    return _whole(value) or _value(found.ours, one.theirs_change.field, value) or gettext("(kept, with its changes)")


def _name(plan: Plan, id: object, change: Change, other: Plan | None = None) -> str:
    """Where a part stands: under which other, behind which."""
    at = change.was_at if id is change.before and change.was_at else change.now_at
    parts = {**(other.parts if other else {}), **plan.parts}
    above = words_of(parts.get(str(id))) if id else gettext("at the top")
    follows = words_of(parts.get(at.follows)) if at and at.follows else ""
    if follows:
        return gettext("%(place)s, after “%(other)s”") % {"place": above, "other": follows}
    return gettext("%(place)s, first") % {"place": above}


def _whole(part: object) -> str:
    """A part that comes or goes, in words."""
    if part is None:
        return ""
    words = getattr(part, "text", None) or getattr(part, "title", None)
    body = getattr(part, "body", None) or getattr(part, "details", None)
    number = getattr(part, "number", "")
    said = [f"{number} {words or ''}".strip(), plain(parse(str(body))) if isinstance(body, Words) and body else ""]
    return "\n".join(one for one in said if one)


def _value(plan: Plan, name: str, value: object) -> str:
    """A value of a field as a person reads it."""
    if value is None or value == "":
        return ""
    if name in _REFERENCES:
        return words_of(plan.parts.get(str(value)))
    if name in RICH_FIELDS:
        return plain(parse(str(value)))
    if isinstance(value, dt.date):
        return format_date(value, current())
    if isinstance(value, Decimal):
        return format_number(value, current())
    if isinstance(value, tuple):
        return _listed(plan, value)
    if isinstance(value, str) and name in ("state", "commitment", "kind", "language"):
        return value_name(name, value)
    return str(value)


def _listed(plan: Plan, values: Iterable[object]) -> str:
    said = []
    for one in values:
        if isinstance(one, Contribution):
            said.append(_contribution(plan, one))
        elif isinstance(one, PlanRow):
            cells = [format_number(value, current()) for _, _, value in one.cells]
            said.append(" · ".join([one.label, *cells]))
        elif isinstance(one, tuple):
            said.append(" · ".join(str(part) for part in one))
        elif isinstance(one, dt.date):
            said.append(format_date(one, current()))
        else:
            said.append(str(one))
    return "\n".join(said) if any(isinstance(one, (tuple, PlanRow)) for one in values) else ", ".join(said)


def _contribution(plan: Plan, one: Contribution) -> str:
    part: PlanPart | None = plan.parts.get(one.objective)
    shares = [format_percent(share, current()) for share in (one.budget_share, one.staff_share) if share is not None]
    return f"{words_of(part)} ({', '.join(shares)})" if shares else words_of(part)


def side_of(given: str) -> str:
    """A side as a form sends it; anything unknown keeps what stands."""
    return THEIRS if given == THEIRS else "ours"
