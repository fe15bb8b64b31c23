"""The tree of a plan: what hangs under what, which links are missing, which ends follow from what is below."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from filrouge.domain.model.framework import Framework
from filrouge.domain.model.items import OBJECTIVE_KINDS
from filrouge.domain.model.plan import Action, Objective, Plan

K = TypeVar("K", bound=Hashable)
#: Under which level a level hangs where no framework says it.
USUAL_PARENTS = {"operational_objective": "strategic_objective", "strategic_objective": "priority"}
#: Levels that one expects to be carried out by actions.
CARRIED_OUT = OBJECTIVE_KINDS | {"commitment"}
STEPS = ("up", "down", "in", "out")


@dataclass(frozen=True)
class Tree:
    """The objectives and actions of a plan by what they hang under. An action hangs under the objective that it serves
    first; one that serves none stands at the top, behind the objectives."""

    plan: Plan

    @cached_property
    def objectives(self) -> dict[str, Objective]:
        return {one.id: one for one in self.plan.objectives}

    @cached_property
    def below(self) -> dict[str | None, list[Objective]]:
        """Objectives by the id of their parent, in order; None for those at the top."""
        found: dict[str | None, list[Objective]] = defaultdict(list)
        for one in self.plan.objectives:
            found[one.parent if one.parent in self.objectives else None].append(one)
        return found

    @cached_property
    def serving(self) -> dict[str | None, list[Action]]:
        """Actions by the objective that they serve first, in order; None for those that serve none."""
        found: dict[str | None, list[Action]] = defaultdict(list)
        for action in self.plan.actions:
            served = (one.objective for one in action.contributions)
            found[next((key for key in served if key in self.objectives), None)].append(action)
        return found

    @cached_property
    def contributing(self) -> dict[str, list[Action]]:
        """Actions by each objective that they serve."""
        found: dict[str, list[Action]] = defaultdict(list)
        for action in self.plan.actions:
            for one in action.contributions:
                found[one.objective].append(action)
        return found

    @cached_property
    def carried_out(self) -> frozenset[str]:
        """The objectives that an action serves, or that have one below them that an action serves."""
        found: set[str] = set()
        for key in self.contributing:
            at: str | None = key
            while at is not None and at in self.objectives and at not in found:
                found.add(at)
                at = self.objectives[at].parent
        return frozenset(found)

    def without_action(self) -> tuple[Objective, ...]:
        """What is to be carried out and is not translated into an action, neither itself nor by what is below it."""
        return tuple(one for one in self.plan.objectives if one.kind in CARRIED_OUT and one.id not in self.carried_out)

    def without_parent(self, framework: Framework | None) -> tuple[Objective | Action, ...]:
        """Orphans: objectives whose level hangs under another and that hang under none, and actions for nothing."""
        kinds = {one.kind for one in self.plan.objectives}
        parents = parent_levels(framework)
        alone = (
            one
            for one in self.below[None]
            if (above := parents.get(one.kind)) is not None and (framework is not None or above in kinds)
        )
        return (*alone, *self.serving[None]) if self.plan.objectives else tuple(alone)

    def without_child(self, framework: Framework | None) -> tuple[Objective, ...]:
        """Objectives of a level under which another level of this plan hangs, with none of it below them."""
        kinds = {one.kind for one in self.plan.objectives}
        expecting = {above for kind, above in parent_levels(framework).items() if kind in kinds}
        return tuple(one for one in self.plan.objectives if one.kind in expecting and not self.below[one.id])

    def path(self, objective: Objective) -> tuple[Objective, ...]:
        """The objectives above one, the highest first."""
        found: list[Objective] = []
        at = objective.parent
        while at is not None and at in self.objectives and self.objectives[at] not in found:
            found.append(self.objectives[at])
            at = self.objectives[at].parent
        return tuple(reversed(found))

    @cached_property
    def ends(self) -> dict[str, dt.date]:
        """The ends that follow from what is below, for objectives that state no deadline: the latest of their children
        and actions."""
        return {
            one.id: end for one in self.plan.objectives if not one.deadline_on and (end := self._ends_at.get(one.id))
        }

    @cached_property
    def _ends_at(self) -> dict[str, dt.date]:
        found: dict[str, dt.date] = {}
        for one in reversed(self.plan.objectives):  # parents stand before their children
            days = [found[child.id] for child in self.below[one.id] if child.id in found]
            days += [action.deadline_on for action in self.contributing.get(one.id, ()) if action.deadline_on]
            end = one.deadline_on or max(days, default=None)
            if end:
                found[one.id] = end
        return found

    def end_of(self, part: Objective | Action) -> dt.date | None:
        """The stated end of a part, else the derived one."""
        return part.deadline_on or (self.ends.get(part.id) if isinstance(part, Objective) else None)

    def is_late(self, part: Objective | Action, today: dt.date) -> bool:
        """Whether its end is past and it is not known to be done: an action by its state, an objective by its own
        actions, which must all be done or stopped."""
        end = self.end_of(part)
        if end is None or end >= today:
            return False
        actions = [part] if isinstance(part, Action) else self._all_actions(part)
        return not actions or any(one.state in ("planned", "under_way") for one in actions)

    def _all_actions(self, objective: Objective) -> list[Action]:
        found = list(self.contributing.get(objective.id, ()))
        waiting = list(self.below[objective.id])
        while waiting:
            one = waiting.pop()
            found += self.contributing.get(one.id, ())
            waiting += self.below[one.id]
        return found


def parent_levels(framework: Framework | None) -> dict[str, str]:
    """Each level with the level it hangs under: as the framework says, else as is usual."""
    if framework is None:
        return dict(USUAL_PARENTS)
    stated: dict[str, str] = {}
    tops = {level.kind for level in framework.levels if level.parent is None}
    for level in framework.levels:
        if level.parent and level.kind not in tops:
            stated.setdefault(level.kind, level.parent)
    return stated


def stepped(
    children: Mapping[Any, Sequence[K]], parents: Mapping[K, K | None], part: K, step: str
) -> tuple[K | None, K | None] | None:
    """Where a part goes by one step (of STEPS): its new parent (None: the top) and the sibling before which it will
    stand (None: last). None when there is nowhere to go. Raises KeyError for an unknown part, ValueError for an unknown
    step.
    """
    if step not in STEPS:
        raise ValueError(step)
    parent = parents[part]
    siblings = list(children.get(parent, ()))
    rank = siblings.index(part)
    if step == "up":
        return (parent, siblings[rank - 1]) if rank else None
    if step == "down":
        if rank + 1 >= len(siblings):
            return None
        return parent, siblings[rank + 2] if rank + 2 < len(siblings) else None
    if step == "in":
        return (siblings[rank - 1], None) if rank else None
    if parent is None:
        return None
    above = list(children.get(parents[parent], ()))
    after = above.index(parent) + 1
    return parents[parent], above[after] if after < len(above) else None
