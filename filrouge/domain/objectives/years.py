"""A plan by years: in which year an objective or an action is carried out, and what a year adds to the one before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from filrouge.domain.language.words import fold
from filrouge.domain.model.plan import Action, Objective, Plan
from filrouge.domain.objectives.carrying import carried_id
from filrouge.domain.objectives.tree import Tree

_LONGEST = 60  # years; a date beyond is a slip of the pen


def period_years(plan: Plan) -> tuple[int, ...]:
    """The years that the plan covers; none when it states no period."""
    if plan.period is None:
        return ()
    first, last = plan.period
    return _span(first.year, last.year)


def years_of(part: Objective | Action, plan: Plan) -> tuple[int, ...]:
    """The years in which a part is carried out: from its start to its deadline, each of which may be the plan's own; a
    part that states neither is carried out throughout the plan."""
    own = period_years(plan)
    start = part.starts_on.year if part.starts_on else None
    end = part.deadline_on.year if part.deadline_on else None
    if start is None and end is None:
        return own
    if start is None:
        start = min(own[0], end) if own and end else end
    if end is None:
        end = max((*own, start or 0))
    return _span(start or end, end)


def _span(first: int, last: int) -> tuple[int, ...]:
    return tuple(range(first, min(last, first + _LONGEST) + 1))


@dataclass(frozen=True, slots=True)
class Translated:
    """A higher objective with what translates it: by year, the lower objectives and actions, each with its plan;
    ``undated`` are those of a plan of several years that state neither start nor deadline: they count for none."""

    objective: Objective
    by_year: Mapping[int, tuple[tuple[Plan, Objective | Action], ...]]
    undated: tuple[tuple[Plan, Objective | Action], ...] = ()

    @property
    def is_missing(self) -> bool:
        """Whether nothing translates it in any year."""
        return not any(self.by_year.values())


def translated(plan: Plan, later: Sequence[Plan]) -> tuple[tuple[int, ...], tuple[Translated, ...]]:
    """The years, and for each objective of the highest carried-out level what stands below it by year, in the plan
    itself and in the plans derived from it."""
    tree = Tree(plan)
    kind = _top_kind(plan)
    wanted = [one for one in plan.objectives if one.kind == kind]
    years = set(period_years(plan))
    found: dict[str, dict[int, list[tuple[Plan, Objective | Action]]]] = {one.id: defaultdict(list) for one in wanted}
    undated: dict[str, list[tuple[Plan, Objective | Action]]] = defaultdict(list)
    for one in wanted:
        for part in _under(tree, one.id):
            if len(years) > 1 and part.starts_on is None and part.deadline_on is None:
                undated[one.id].append((plan, part))
                continue
            for year in years_of(part, plan):
                found[one.id][year].append((plan, part))
    for other in later:
        twins = twin_ids(plan.objectives, other)
        branch = Tree(other)
        years |= set(period_years(other))
        for one in wanted:
            if one.id not in twins:
                continue
            for part in _under(branch, twins[one.id]):
                for year in years_of(part, other):
                    found[one.id][year].append((other, part))
    return tuple(sorted(years)), tuple(
        Translated(one, {year: tuple(parts) for year, parts in found[one.id].items()}, tuple(undated[one.id]))
        for one in wanted
    )


def twin_ids(objectives: Iterable[Objective], other: Plan) -> dict[str, str]:
    """Objectives with those of another plan that carry them over: by the id made for them, else by level and words."""
    ids = {one.id for one in other.objectives}
    words = {(one.kind, fold(str(one.text))): one.id for one in reversed(other.objectives)}
    found = {}
    for one in objectives:
        made = carried_id(other.id, one.id)
        twin = made if made in ids else words.get((one.kind, fold(str(one.text))))
        if twin:
            found[one.id] = twin
    return found


def _top_kind(plan: Plan) -> str:
    present = {one.kind for one in plan.objectives}
    order = ("strategic_objective", "objective", "priority", "commitment", "operational_objective", "ambition")
    return next((kind for kind in order if kind in present), "")


def _under(tree: Tree, key: str) -> Iterable[Objective | Action]:
    yield from tree.contributing.get(key, ())
    for child in tree.below[key]:
        yield child
        yield from _under(tree, child.id)
