"""What a plan's parts look like together: which statement a heading is, and in which order things stand in a section.

Word, PDF, the screen and the checks show a plan alike because they ask here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from filrouge.domain.language.words import fold
from filrouge.domain.model import (
    Action,
    Objective,
    Plan,
    PlanRiskDomain,
    PlanSection,
    PlanSwotItem,
    PlanTable,
)

Statement = Objective | Action


@dataclass(slots=True)
class Shown:
    """A section with what it shows, in order. ``heads`` is the statement that its heading itself is, if it is one;
    ``depth`` counts from 1 (0 for what has no section at all, which stands last, with ``section`` None)."""

    section: PlanSection | None
    depth: int
    heads: Statement | None = None
    statements: list[Statement] = field(default_factory=list)
    swot: list[PlanSwotItem] = field(default_factory=list)
    risk_domains: list[PlanRiskDomain] = field(default_factory=list)
    tables: list[PlanTable] = field(default_factory=list)


def shown(plan: Plan) -> tuple[Shown, ...]:
    """All sections in reading order, each before its subsections, with their statements, analysis and tables.

    What stands in no section comes behind the last one (with nothing in it where there is no such thing). An action
    stands behind the objective that it serves first, when both are in one section; else behind them all.
    """
    below: dict[str | None, list[PlanSection]] = defaultdict(list)
    known = {one.id for one in plan.sections}
    for section in plan.sections:
        below[section.parent if section.parent in known else None].append(section)
    out: list[Shown] = []
    _descend(below, None, 1, out)
    outside = Shown(None, 0)
    out.append(outside)
    by_id = {one.section.id if one.section else None: one for one in out}
    headed = headings(plan)
    heads = {statement: section for section, statement in headed.items()}
    for statement in statements(plan):
        if statement.id in heads:
            by_id[heads[statement.id]].heads = statement
        else:
            by_id.get(statement.section, outside).statements.append(statement)
    for one in out:
        one.statements = _in_order(one.statements)
    for line in plan.swot:
        by_id.get(line.section, outside).swot.append(line)
    for domain in plan.risk_domains:
        by_id.get(domain.section, outside).risk_domains.append(domain)
    for table in plan.tables:
        by_id.get(table.section, outside).tables.append(table)
    return tuple(out)


def statements(plan: Plan) -> Iterator[Statement]:
    """The objectives, then the actions, as they stand."""
    yield from plan.objectives
    yield from plan.actions


def _descend(
    below: Mapping[str | None, Sequence[PlanSection]], parent: str | None, depth: int, out: list[Shown]
) -> None:
    waiting = [(section, depth) for section in reversed(below.get(parent, ()))]
    while waiting:
        section, at = waiting.pop()
        out.append(Shown(section, at))
        waiting += [(one, at + 1) for one in reversed(below.get(section.id, ()))]


def headings(plan: Plan) -> dict[str, str]:
    """The sections whose heading is itself a statement, each with the statement's id.

    That is a statement of the section above (or of none) with the same words and, where both have one, the same number
    at the end (``Strategic objective 4`` heads objective 4).
    """
    waiting: dict[tuple[str | None, str], list[Statement]] = defaultdict(list)
    untitled = {one.id for one in plan.sections if not one.title}
    for statement in statements(plan):
        above = None if statement.section in untitled else statement.section
        waiting[above, fold(str(statement.text))].append(statement)
    found: dict[str, str] = {}
    for section in plan.sections:
        candidates = waiting.get((section.parent, fold(str(section.title))), []) if section.title else []
        for statement in candidates:
            if not statement.number or not section.number or _same_number(section.number, statement.number):
                found[section.id] = statement.id
                candidates.remove(statement)
                break
    return found


def _same_number(heading: str, statement: str) -> bool:
    """The number of a heading is that of the statement, or its last part (``1`` under ``A`` heads ``A.1``)."""
    bare = bare_number(heading)
    return f".{statement.strip('. ')}".endswith(f".{bare}") if bare else not statement.strip(". ")


def bare_number(number: str) -> str:
    """The number of a heading without the word before it: ``Annex 1`` gives ``1``."""
    words = number.strip(" .:°()").split()
    return words[-1].strip(".:°()") if words else ""


def _in_order(mixed: Iterable[Statement]) -> list[Statement]:
    """Objectives as they stand, each followed by the actions that serve it first, then the other actions."""
    objectives = [one for one in mixed if isinstance(one, Objective)]
    here = {one.id for one in objectives}
    serving: dict[str | None, list[Statement]] = defaultdict(list)
    for one in mixed:
        if isinstance(one, Action):
            served = next((c.objective for c in one.contributions), None)
            serving[served if served in here else None].append(one)
    out: list[Statement] = []
    for objective in objectives:
        out += [objective, *serving[objective.id]]
    return [*out, *serving[None]]
