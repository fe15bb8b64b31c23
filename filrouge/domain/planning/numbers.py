"""The numbers of statements: which do not count up, and what they could be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from filrouge.domain.model import Action, Objective, Plan
from filrouge.domain.planning.editing import statement_list


def suggested_numbers(plan: Plan) -> dict[str, str]:
    """New numbers for the statements whose numbers do not count up, by id; nothing for those that do.

    Statements of one kind under one parent in one section count on from the first of them; where fewer than half have a
    number, none is suggested. What stands before the last figure (``2.`` in ``2.3``) is that of the first.
    """
    runs: dict[object, list[Objective | Action]] = defaultdict(list)
    for one in plan.objectives:
        runs[one.kind, one.parent, one.section].append(one)
    for action in plan.actions:
        served = next((c.objective for c in action.contributions), None)
        runs["action", served, action.section].append(action)
    found: dict[str, str] = {}
    for run in runs.values():
        stem, first = _counted(run)
        if first is not None:
            wanted = {one.id: f"{stem}{first + rank}" for rank, one in enumerate(run)}
            found.update({one.id: wanted[one.id] for one in run if one.number.strip(". )") != wanted[one.id]})
    return found


def _counted(run: Sequence[Objective | Action]) -> tuple[str, int | None]:
    """What the numbers of a run begin with, and the figure of its first; None when the run is not numbered so."""
    numbers = [one.number.strip(". )") for one in run]
    figures = [number for number in numbers if number.rpartition(".")[2].isdecimal()]
    if not figures or 2 * len(figures) < len(run):
        return "", None
    stem, point, last = figures[0].rpartition(".")
    rank = numbers.index(figures[0])
    return f"{stem}{point}", max(1, int(last) - rank) if len(last) < 6 else None


def renumber(plan: Plan, numbers: Mapping[str, str]) -> Plan:
    """Give statements these numbers. Raises PlanEditError ``unknown-part``, ``not-a-statement``."""
    for id in numbers:
        statement_list(plan, id)
    objectives = tuple(replace(o, number=numbers[o.id]) if o.id in numbers else o for o in plan.objectives)
    actions = tuple(replace(a, number=numbers[a.id]) if a.id in numbers else a for a in plan.actions)
    return replace(plan, objectives=objectives, actions=actions)
