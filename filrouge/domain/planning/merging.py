"""Two people's changes of one plan, put together: what both did stands, what they did otherwise is theirs to settle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from filrouge.domain.model import PART_LISTS, Action, Plan, PlanPart
from filrouge.domain.planning.changes import (
    ADDED,
    FIELD,
    MOVED,
    ORDERED,
    REMOVED,
    Change,
    apply,
    differences,
    parent_of,
)

PLACE, EXISTENCE = "place", "existence"


@dataclass(frozen=True, slots=True)
class Conflict:
    """What both changed differently since ``base``, by part and field: values, or words in ``language``.

    ``field`` is ``place`` when they put a part in different places (values are parents), ``existence`` when one took
    away what the other kept working on (a value is None where the part is gone). ``theirs_change`` is the change that
    would make it theirs.
    """

    part_kind: str
    part: str
    field: str
    language: str
    base: object
    ours: object
    theirs: object
    theirs_change: Change


@dataclass(frozen=True, slots=True)
class Merge:
    """``changes`` of theirs that can be made in ours, and the ``conflicts`` that a person settles."""

    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]


def merge(base: Plan, ours: Plan, theirs: Plan) -> Merge:
    """Bring into ``ours`` what changed from ``base`` to ``theirs``.

    The same change on both sides is no conflict and needs nothing. ``apply(ours, result.changes)`` is a whole plan:
    a change that would leave a reference to nothing, or a part under itself, is a conflict too.
    """
    mine: dict[tuple[str, str, str, str], Change] = {}
    for change in differences(base, ours):
        mine[_subject(change)] = change
    touched = _touched(mine.values())
    able: list[Change] = []
    conflicts: list[Conflict] = []
    for change in differences(base, theirs):
        if mine.get(_subject(change)) == change or _is_done(change, ours):
            continue
        if change.kind == ORDERED:
            if not any(one.part_kind == change.part_kind and one.kind != FIELD for one in mine.values()):
                able.append(change)
            continue
        found = _conflict(change, mine, touched, ours)
        if found is None:
            able.append(change)
        else:
            conflicts.append(found)
    able, dropped = _whole(ours, able)
    conflicts += [_clash(change, ours) for change in dropped]
    return Merge(tuple(able), tuple(conflicts))


def _subject(change: Change) -> tuple[str, str, str, str]:
    """What a change is about: a field, the place of a part, or whether the part is there."""
    about = {FIELD: change.field, MOVED: PLACE, ADDED: EXISTENCE, REMOVED: EXISTENCE}.get(change.kind, ORDERED)
    return change.part_kind, change.part, about, change.language


def _touched(changes: Iterable[Change]) -> dict[str, Change]:
    """The parts that were worked on, each with a change of it."""
    return {change.part: change for change in changes if change.part and change.kind in {FIELD, MOVED}}


def _is_done(change: Change, ours: Plan) -> bool:
    """Whether ours is already so: the part is there, or gone, as theirs wants it."""
    if change.kind == REMOVED:
        return change.part not in ours.parts
    if change.kind == ADDED:
        there = ours.parts.get(change.part)
        return there is not None and there == change.after
    return False


def _conflict(
    change: Change, mine: Mapping[tuple[str, str, str, str], Change], touched: Mapping[str, Change], ours: Plan
) -> Conflict | None:
    if change.part and change.kind in {FIELD, MOVED} and not _holds(ours, change):
        return _made(change, EXISTENCE, change.before, None, change.after)
    if change.kind == ADDED and change.part in ours.parts:
        return _made(change, EXISTENCE, None, ours.parts[change.part], change.after)
    if change.kind == REMOVED and change.part in touched:
        return _made(change, EXISTENCE, change.before, ours.parts.get(change.part), None)
    own = mine.get(_subject(change))
    if own is None:
        return None
    return _made(change, PLACE if change.kind == MOVED else change.field, change.before, own.after, change.after)


def _holds(plan: Plan, change: Change) -> bool:
    """Whether the part is there, in the list that the change speaks of."""
    return any(part.id == change.part for part in getattr(plan, change.part_kind))


def _made(change: Change, field: str, base: object, ours: object, theirs: object) -> Conflict:
    return Conflict(change.part_kind, change.part, field, change.language, base, ours, theirs, change)


# --- keeping the whole ----------------------------------------------------------------------------------------------


def _whole(ours: Plan, able: list[Change]) -> tuple[list[Change], list[Change]]:
    """Drop the changes that would leave a reference to nothing or a circle, until the plan is whole."""
    dropped: list[Change] = []
    while True:
        made = apply(ours, able)
        guilty = _guilty(made, able)
        if not guilty:
            return able, dropped
        gone = {id(change) for change in guilty}
        dropped += [change for change in able if id(change) in gone]
        able = [change for change in able if id(change) not in gone]


def _guilty(made: Plan, able: Sequence[Change]) -> list[Change]:
    removals = {change.part: change for change in able if change.kind == REMOVED}
    others: dict[str, list[Change]] = defaultdict(list)
    for change in able:
        if change.kind in {ADDED, MOVED, FIELD}:
            others[change.part].append(change)
    found: list[Change] = []
    for part, missing in _dangling(made):
        if missing in removals:
            found.append(removals[missing])
        else:
            found += [change for change in others[part] if _speaks_of(change, missing)]
    if not found:
        for part in _circling(made):
            found += [change for change in others[part] if change.kind == MOVED][:1]
    return found


def _dangling(plan: Plan) -> Iterator[tuple[str, str]]:
    """The parts that refer to a part that is not there, with its id."""
    for name in PART_LISTS:
        held = {part.id for part in getattr(plan, name)}
        for part in getattr(plan, name):
            above = parent_of(part)
            if above is not None and above not in held:
                yield part.id, above
    sections = {one.id for one in plan.sections}
    objectives = {one.id for one in plan.objectives}
    for part in plan.parts.values():
        section = getattr(part, "section", None)
        if section is not None and section not in sections:
            yield part.id, section
        for objective in _served(part):
            if objective not in objectives:
                yield part.id, objective


def _served(part: PlanPart) -> tuple[str, ...]:
    return tuple(one.objective for one in part.contributions) if isinstance(part, Action) else ()


def _speaks_of(change: Change, id: str) -> bool:
    """Whether a change brought the reference to this part."""
    if change.kind == MOVED:
        return change.after == id
    if change.kind == FIELD:
        return change.field in {"section", "contributions"}
    return True


def _circling(plan: Plan) -> Iterator[str]:
    """The parts from which the way up leads back to where it came by."""
    for name in ("sections", "objectives"):
        parents = {part.id: parent_of(part) for part in getattr(plan, name)}
        for id in parents:
            passed: set[str] = set()
            at: str | None = id
            while at is not None and at not in passed:
                passed.add(at)
                at = parents.get(at)
            if at is not None:
                yield id


def _clash(change: Change, ours: Plan) -> Conflict:
    """The conflict of a change that cannot stand beside what ours did to other parts."""
    there = ours.parts.get(change.part)
    if change.kind in {ADDED, REMOVED}:
        return _made(change, EXISTENCE, change.before, there, change.after)
    if change.kind == MOVED:
        return _made(change, PLACE, change.before, parent_of(there) if there else None, change.after)
    return _made(change, change.field, change.before, getattr(there, change.field, None), change.after)
