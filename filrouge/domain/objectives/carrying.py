"""Carry a plan on: the next year's plan takes over objectives and unfinished actions, and stays linked to them.

The id of a part that is carried over is made of the new document's id and the old part's, so that the link holds
whatever is reworded, renumbered or moved afterwards.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from filrouge.domain.language.words import fold
from filrouge.domain.model.plan import Action, Contribution, Objective, Plan

UNFINISHED = ("planned", "under_way")


def carried_id(document: str, part: str) -> str:
    """The id under which a part of another document is carried over into this one."""
    return str(uuid.uuid5(uuid.UUID(document), part))


def unfinished(plan: Plan) -> tuple[Action, ...]:
    """The actions that are neither done nor stopped."""
    return tuple(one for one in plan.actions if one.state in UNFINISHED)


def carried(
    document: str, above: Plan, kinds: Collection[str], before: Plan | None = None, actions: Collection[str] = ()
) -> tuple[tuple[Objective, ...], tuple[Action, ...]]:
    """What a new document takes over: the objectives of ``above`` at these levels, and of the plan of the year before
    the actions with these ids, with the objectives that these serve.

    ``above`` may be the plan of the year before itself. Sections stay behind; an objective whose parent is not taken
    over hangs under the nearest one that is.
    """
    kept: dict[str, Objective] = {}
    known = {one.id: one for one in above.objectives}
    taken = [one for one in above.objectives if one.kind in kinds]
    chosen = [one for one in (before.actions if before else ()) if one.id in set(actions)]
    same: dict[str, str] = {}
    if before is not None:
        same = _known_again(before, above)
        earlier = {one.id: one for one in before.objectives}
        wanted = {same.get(share.objective, share.objective) for action in chosen for share in action.contributions}
        taken += [one for key, one in earlier.items() if same.get(key, key) in wanted and key not in same]
        taken += [one for key, one in known.items() if key in wanted]
        known |= {key: one for key, one in earlier.items() if key not in known}
    for one in taken:
        kept.setdefault(one.id, one)
    order = {key: rank for rank, key in enumerate(known)}
    objectives = tuple(
        replace(
            one,
            id=carried_id(document, one.id),
            parent=_nearest(document, one, known, kept, same),
            section=None,
            origin=None,
        )
        for one in sorted(kept.values(), key=lambda each: order[each.id])
    )
    return objectives, tuple(_action(document, one, kept, same) for one in chosen)


def _known_again(before: Plan, above: Plan) -> dict[str, str]:
    """The objectives of the year before that themselves were carried over from the plan above, each with its origin."""
    if before.id == above.id:
        return {}
    ids = {one.id for one in before.objectives}
    found = {made: one.id for one in above.objectives if (made := carried_id(before.id, one.id)) in ids}
    words = {(one.kind, fold(str(one.text))): one.id for one in reversed(above.objectives)}
    for one in before.objectives:
        origin = words.get((one.kind, fold(str(one.text))))
        if one.id not in found and origin:
            found[one.id] = origin
    return found


def _nearest(
    document: str, one: Objective, known: dict[str, Objective], kept: dict[str, Objective], same: dict[str, str]
) -> str | None:
    at, seen = one.parent, {one.id}
    while at is not None and at not in seen:
        seen.add(at)
        key = same.get(at, at)
        if key in kept:
            return carried_id(document, key)
        at = known[at].parent if at in known else None
    return None


def _action(document: str, one: Action, kept: dict[str, Objective], same: dict[str, str]) -> Action:
    shares = []
    for share in one.contributions:
        key = same.get(share.objective, share.objective)
        if key in kept:
            shares.append(Contribution(carried_id(document, key), share.budget_share, share.staff_share))
    return replace(one, id=carried_id(document, one.id), contributions=tuple(shares), section=None, origin=None)


@dataclass(frozen=True, slots=True)
class Compared:
    """The actions of a year beside those of the year before: ``kept`` with the one they carry on, ``new``, ``dropped``
    (unfinished and not carried on) and ``ended`` (done or stopped)."""

    kept: tuple[tuple[Action, Action], ...]
    new: tuple[Action, ...]
    dropped: tuple[Action, ...]
    ended: tuple[Action, ...]


def compared(before: Iterable[tuple[str, Action]], now: Iterable[tuple[str, Action]]) -> Compared:
    """Compare two years' actions, each with the id of its document. One is carried on when it is the same, was made
    from it, or says the same."""
    earlier, later = list(before), list(now)
    by_id = {one.id: one for _, one in earlier}
    by_words = {fold(str(one.text)): one for _, one in reversed(earlier)}
    made = {carried_id(document, one.id): one for document in {doc for doc, _ in later} for _, one in earlier}
    kept: list[tuple[Action, Action]] = []
    new: list[Action] = []
    used: set[str] = set()
    for _, one in later:
        twin = by_id.get(one.id) or made.get(one.id) or by_words.get(fold(str(one.text)))
        if twin is None or twin.id in used:
            new.append(one)
        else:
            used.add(twin.id)
            kept.append((one, twin))
    rest = [one for _, one in earlier if one.id not in used]
    return Compared(
        tuple(kept),
        tuple(new),
        tuple(one for one in rest if one.state in UNFINISHED),
        tuple(one for one in rest if one.state not in UNFINISHED),
    )
