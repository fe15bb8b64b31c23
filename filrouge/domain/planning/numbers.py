"""Numbers: which statements do not count up and what they could be, which need their group's to be told apart, and
which sections have one only in the framework."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from filrouge.domain.model import Action, Document, Framework, Item, Objective, Plan
from filrouge.domain.planning.editing import statement_list
from filrouge.domain.planning.showing import bare_number


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


def apart(document: Document) -> dict[str, str]:
    """Numbers for the items of a reading that tell them apart, by id; nothing for those whose own number does.

    Where two statements of one kind under one parent have the same number, because the document counts anew in each
    group, each of them gets the number of its group before its own (``A.1``, ``B.1``): that of the nearest section
    around it that has one, and of further ones only where they are needed. Where no number of a section helps, the
    author's stays.
    """
    runs: dict[object, list[Item]] = defaultdict(list)
    for item in document.items:
        if item.number:
            runs[item.kind, item.parent].append(item)
    found: dict[str, str] = {}
    for run in runs.values():
        own = [_pieces(item.number) for item in run]
        around = [_around(document, item) for item in run]
        fewest, chosen = _doubled(own), own
        for depth in range(1, max(map(len, around)) + 1 if fewest else 0):
            tried = [(*groups[-depth:], *number) for groups, number in zip(around, own, strict=True)]
            if _doubled(tried) < fewest:
                fewest, chosen = _doubled(tried), tried
        if chosen is not own:
            found.update({item.id: ".".join(number) for item, number in zip(run, chosen, strict=True)})
    return found


def _pieces(number: str | None) -> tuple[str, ...]:
    return ((number or "").strip(". )"),)


def _around(document: Document, item: Item) -> tuple[str, ...]:
    """The numbers of the sections around an item, from the outermost."""
    numbers: list[str] = []
    section = document.sections_by_id.get(item.section or "")
    while section is not None:
        number = bare_number(section.number or "")
        if number:
            numbers.insert(0, number)
        section = document.sections_by_id.get(section.parent or "")
    return tuple(numbers)


def _doubled(numbers: Sequence[tuple[str, ...]]) -> int:
    return len(numbers) - len(set(numbers))


_FEW = 5  # sections that answer to numbered ones of a framework: fewer do not show that a text follows it


def deduced(document: Document, framework: Framework | None) -> dict[str, str]:
    """The numbers that the sections of a text without any have in the framework that it follows, by id.

    Automatic numbers of headings are often lost with the text. They are deduced only where no heading has a number,
    and the sections that answer to numbered ones of the framework do so once each and in its order.
    """
    if framework is None or any(section.number for section in document.sections):
        return {}
    known = {one.id: one.number for one in framework.sections if one.number}
    found = [
        (section.id, number)
        for section in document.sections
        if (number := known.get(section.framework_section or "")) is not None
    ]
    order = {number: rank for rank, number in enumerate(known.values())}
    ranks = [order[number] for _, number in found]
    return dict(found) if len(found) >= _FEW and ranks == sorted(set(ranks)) else {}


def renumber(plan: Plan, numbers: Mapping[str, str]) -> Plan:
    """Give statements these numbers. Raises PlanEditError ``unknown-part``, ``not-a-statement``."""
    for id in numbers:
        statement_list(plan, id)
    objectives = tuple(replace(o, number=numbers[o.id]) if o.id in numbers else o for o in plan.objectives)
    actions = tuple(replace(a, number=numbers[a.id]) if a.id in numbers else a for a in plan.actions)
    return replace(plan, objectives=objectives, actions=actions)
