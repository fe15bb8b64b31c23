"""What differs between two states of a plan, part by part and field by field; applied, turned round.

Parts are the same when their ids are. Order is that among siblings (parts of one list under one parent); a part that
was put between two others moves none of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any, cast

from filrouge.domain.comparison.changes import Piece
from filrouge.domain.comparison.matching import out_of_order
from filrouge.domain.comparison.wording import words
from filrouge.domain.model import HEAD_FIELDS, PART_LISTS, Plan, PlanPart, PlanSection, Words
from filrouge.domain.planning.richtext import parse, plain

ADDED, REMOVED, MOVED, FIELD, ORDERED = "added", "removed", "moved", "field", "ordered"
PLAN = "plan"  # the kind of "part" whose fields are those of the plan itself
RICH_FIELDS = frozenset({"body", "details"})
_APART = frozenset({"id", "parent"})
Groups = dict[str | None, list[str]]


@dataclass(frozen=True, slots=True)
class Position:
    """Where a part stands: under which parent, behind which sibling (empty: first), and its rank among them all."""

    parent: str | None
    follows: str
    rank: int


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    ``kind`` is ``added`` (``after`` is the part), ``removed`` (``before`` is the part), ``moved``, ``field``
    (``before`` and ``after`` are its values; of words, those in ``language``), or ``ordered`` (``before`` and ``after``
    are all ids of a list whose parts stand otherwise than each parent followed by its children). ``part`` is an id,
    empty for the plan itself; ``part_kind`` the list that holds it (one of PART_LISTS) or ``plan``. ``was_at`` and
    ``now_at`` are the positions of what was removed, added or moved.
    """

    kind: str
    part: str
    part_kind: str
    field: str = ""
    language: str = ""
    before: object = None
    after: object = None
    was_at: Position | None = None
    now_at: Position | None = None

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What two changes of the same thing have in common."""
        return self.part_kind, self.part, self.field if self.kind == FIELD else "", self.language

    def pieces(self) -> tuple[Piece, ...]:
        """The words of a changed text: what stayed, what went, what came. Of rich text, the plain words."""
        old, new = (one if isinstance(one, str) else "" for one in (self.before, self.after))
        if self.field in RICH_FIELDS:
            old, new = plain(parse(old)), plain(parse(new))
        return words(old, new)


def differences(before: Plan, after: Plan, *, origins: bool = True) -> tuple[Change, ...]:
    """What has to change in ``before`` for it to be ``after``: first the plan's own fields, then list by list.

    Without ``origins``, where reading found a part, and how sure it was, is no difference: for comparing the readings
    of two files. The ids and the notes of the plans are not compared.
    """
    changes = list(_fields(before, after, HEAD_FIELDS, "", PLAN))
    for name in PART_LISTS:
        changes += _of_list(name, getattr(before, name), getattr(after, name), origins)
    return tuple(changes)


def _of_list(name: str, old: Sequence[PlanPart], new: Sequence[PlanPart], origins: bool) -> Iterator[Change]:
    was, now = {one.id: one for one in old}, {one.id: one for one in new}
    at, to = positions(old), positions(new)
    for part in old:
        if part.id not in now:
            yield Change(REMOVED, part.id, name, before=part, was_at=at[part.id])
    moved = _moved(at, to)
    for part in new:
        if part.id not in was:
            yield Change(ADDED, part.id, name, after=part, now_at=to[part.id])
            continue
        if part.id in moved:
            here, there = at[part.id], to[part.id]
            yield Change(MOVED, part.id, name, before=here.parent, after=there.parent, was_at=here, now_at=there)
        names = [one for one in compared(cast(Hashable, type(part))) if origins or one != "origin"]
        yield from _fields(was[part.id], part, names, part.id, name) if type(was[part.id]) is type(part) else ()
    order, order_was = [one.id for one in new], [one.id for one in old]
    if order != arranged(order_was, siblings(new), moved | (now.keys() - was.keys())):
        yield Change(ORDERED, "", name, before=tuple(order_was), after=tuple(order))


def _fields(before: object, after: object, names: Iterable[str], part: str, kind: str) -> Iterator[Change]:
    for name in names:
        old, new = getattr(before, name), getattr(after, name)
        if old == new:
            continue
        if isinstance(old, Words) and isinstance(new, Words):
            for language in dict.fromkeys((*old.languages(), *new.languages())):
                if old[language] != new[language]:
                    yield Change(FIELD, part, kind, name, language, old[language], new[language])
        else:
            yield Change(FIELD, part, kind, name, "", old, new)


@lru_cache(maxsize=16)
def compared(kind: Hashable) -> tuple[str, ...]:
    """The fields of a kind of part that are compared one by one: all but its id and its parent."""
    return tuple(one.name for one in fields(cast("type[PlanSection]", kind)) if one.name not in _APART)


# --- order ----------------------------------------------------------------------------------------------------------


def parent_of(part: object) -> str | None:
    """The id of the part that this one hangs under; None for the kinds that hang under nothing."""
    found = getattr(part, "parent", None)
    return found if isinstance(found, str) else None


def siblings(parts: Iterable[PlanPart]) -> Groups:
    """The ids of the parts under each parent, in order."""
    groups: Groups = defaultdict(list)
    for part in parts:
        groups[parent_of(part)].append(part.id)
    return groups


def positions(parts: Iterable[PlanPart]) -> dict[str, Position]:
    """Where each part stands among its siblings."""
    found = {}
    for parent, ids in siblings(parts).items():
        for rank, id in enumerate(ids):
            found[id] = Position(parent, ids[rank - 1] if rank else "", rank)
    return found


def in_reading_order(parts: Sequence[PlanPart]) -> list[str]:
    """The ids with each part followed by all that hangs under it, siblings in their order."""
    return _descended(siblings(parts))


def _descended(groups: Mapping[str | None, Sequence[str]], within: Iterable[str | None] | None = None) -> list[str]:
    """The ids under these parents (by default, those under none and those whose parent is not there), each followed by
    what hangs under it; what hangs in a circle at the end."""
    known = [id for ids in groups.values() for id in ids]
    here = set(known)
    starts = [parent for parent in groups if parent is None or parent not in here] if within is None else within
    waiting = [id for parent in starts for id in groups.get(parent, ())][::-1]
    out: dict[str, None] = {}
    while waiting:
        id = waiting.pop()
        if id not in out:
            out[id] = None
            waiting += reversed(groups.get(id, ()))
    return [*out, *(id for id in known if id not in out)] if within is None else list(out)


def arranged(order: Sequence[str], groups: Groups, loose: Iterable[str]) -> list[str]:
    """The order of a list whose parts hang as ``groups`` says: those that were neither added nor moved (``loose``)
    stand as they stood, the others behind the sibling that they follow and all that hangs under it, or behind their
    parent."""
    full = _descended(groups)
    fresh = set(loose)
    carried = fresh | {id for one in fresh for id in _descended(groups, [one])}
    here = set(full)
    kept = [id for id in order if id in here and id not in carried]
    if [id for id in full if id not in carried] == kept:
        return full
    at = {id: (parent, rank) for parent, ids in groups.items() for rank, id in enumerate(ids)}
    out = kept
    placed = set(kept)
    for id in full:
        if id in placed:
            continue
        parent, rank = at[id]
        behind = groups[parent][rank - 1] if rank else None
        block = {behind, *_descended(groups, [behind])} if behind else {parent}
        last = max((where for where, one in enumerate(out) if one in block), default=-1)
        out.insert(last + 1, id)
        placed.add(id)
    return out


def _moved(at: Mapping[str, Position], to: Mapping[str, Position]) -> set[str]:
    """The fewest parts that have to be moved: those under another parent, and those out of the order of the others."""
    moved = {id for id, place in to.items() if id in at and at[id].parent != place.parent}
    stayed: dict[str | None, list[str]] = defaultdict(list)
    for id, place in to.items():
        if id in at and id not in moved:
            stayed[place.parent].append(id)
    for ids in stayed.values():
        late = out_of_order([(at[id].rank, to[id].rank) for id in ids])
        moved |= {id for id in ids if to[id].rank in late}
    return moved


# --- applying -------------------------------------------------------------------------------------------------------


def apply(plan: Plan, changes: Iterable[Change]) -> Plan:
    """The plan with these changes made; those of :func:`differences`, applied to the plan before, give the plan after.

    Raises KeyError for a change of a part that the plan does not have.
    """
    by_list: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        by_list[change.part_kind].append(change)
    head = by_list.pop(PLAN, [])
    made: dict[str, Any] = {name: _applied(getattr(plan, name), own) for name, own in by_list.items()}
    headed: Plan = _with_fields(plan, head)
    return replace(headed, **made)


def _applied(parts: tuple[PlanPart, ...], changes: Sequence[Change]) -> tuple[PlanPart, ...]:
    held: dict[str, Any] = {part.id: part for part in parts}
    structural = [change for change in changes if change.kind in {ADDED, REMOVED, MOVED}]
    groups = _rearranged(held, siblings(parts), structural)
    loose = {change.part for change in structural if change.kind != REMOVED}
    order = arranged([part.id for part in parts], groups, loose)
    by_part: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        if change.kind == FIELD:
            by_part[change.part].append(change)
    for id, own in by_part.items():
        held[id] = _with_fields(held[id], own)
    for change in changes:
        if change.kind == ORDERED and isinstance(change.after, tuple) and set(change.after) == set(held):
            order = list(change.after)
    return tuple(held[id] for id in order)


def _rearranged(held: dict[str, Any], groups: Groups, changes: Sequence[Change]) -> Groups:
    """Take out what was removed or moves, then put in what was added or moved, from the first place to the last."""
    for change in changes:
        if change.kind in {REMOVED, MOVED}:
            groups[parent_of(held[change.part])].remove(change.part)
        if change.kind == REMOVED:
            del held[change.part]
    for change in changes:
        if change.kind == ADDED:
            held[change.part] = change.after
        elif change.kind == MOVED and change.now_at is not None:
            held[change.part] = _under(held[change.part], change.now_at.parent)
    placed = [change for change in changes if change.now_at is not None and change.kind != REMOVED]
    for change in sorted(placed, key=lambda one: one.now_at.rank if one.now_at else 0):
        _place(groups, change)
    return groups


def _under(part: Any, parent: str | None) -> Any:
    return replace(part, parent=parent) if "parent" in type(part).__dataclass_fields__ else part


def _place(groups: Groups, change: Change) -> None:
    """Put a part behind the sibling that it follows; where that one is not there, at its rank."""
    at = change.now_at
    assert at is not None
    group = groups.setdefault(at.parent, [])
    if not at.follows:
        group.insert(0, change.part)
    elif at.follows in group:
        group.insert(group.index(at.follows) + 1, change.part)
    else:
        group.insert(at.rank, change.part)


def _with_fields(part: Any, changes: Iterable[Change]) -> Any:
    values: dict[str, Any] = {}
    for change in changes:
        if change.language:
            old = values.get(change.field, getattr(part, change.field))
            values[change.field] = old.saying(change.language, str(change.after))
        else:
            values[change.field] = change.after
    return replace(part, **values) if values else part


def invert(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that undo these: the same parts in the same trees. What was taken out from apart from its parent and
    siblings comes back behind them."""
    other = {ADDED: REMOVED, REMOVED: ADDED}
    return tuple(
        replace(
            change,
            kind=other.get(change.kind, change.kind),
            before=change.after,
            after=change.before,
            was_at=change.now_at,
            now_at=change.was_at,
        )
        for change in changes
    )
