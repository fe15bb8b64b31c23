"""The lines of a plan as a register: filtered, sorted, counted; and as the nodes of a tree."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from filrouge.domain.language.formatting import format_date
from filrouge.domain.language.words import fold
from filrouge.domain.model import Framework
from filrouge.domain.model.plan import Action, Objective, Plan
from filrouge.domain.objectives.owners import answers
from filrouge.domain.objectives.tree import Tree
from filrouge.web.common.languages import current
from filrouge.web.common.values import BROKEN, LINKED, LOOSE, Node
from filrouge.web.documents.labels import ACTION_STATES, kind_label

Statement = Objective | Action


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the register."""

    part: Statement
    kind: str
    label: str
    url: str
    end: dt.date | None
    derived: bool
    late: bool
    gaps: tuple[str, ...]
    above: Objective | None = None

    @property
    def is_action(self) -> bool:
        return self.kind == "action"

    @property
    def state(self) -> str:
        return str(ACTION_STATES[self.part.state]) if isinstance(self.part, Action) else ""


@dataclass(frozen=True, slots=True)
class Gaps:
    """The ids of the lines whose thread is broken, by what is missing."""

    without_action: frozenset[str]
    without_parent: frozenset[str]
    without_child: frozenset[str]


def gaps_of(tree: Tree, framework: Framework | None) -> Gaps:
    """What is missing where."""
    return Gaps(
        frozenset(one.id for one in tree.without_action()),
        frozenset(one.id for one in tree.without_parent(framework)),
        frozenset(one.id for one in tree.without_child(framework)),
    )


def rows_of(plan: Plan, framework: Framework | None, today: dt.date) -> list[Row]:
    """Every objective, then every action, in the order in which they stand."""
    tree = Tree(plan)
    gaps = gaps_of(tree, framework)
    rows = []
    parts: list[Statement] = [*plan.objectives, *plan.actions]
    for part in parts:
        kind = part.kind if isinstance(part, Objective) else "action"
        above_id = (
            part.parent if isinstance(part, Objective) else next((one.objective for one in part.contributions), None)
        )
        rows.append(
            Row(
                part,
                kind,
                kind_label(kind, framework),
                address_of(part),
                tree.end_of(part),
                part.id in tree.ends,
                tree.is_late(part, today),
                _said(part, gaps, plan),
                tree.objectives.get(above_id or ""),
            )
        )
    return rows


def filtered(rows: Sequence[Row], asked: dict[str, Any], gaps: Gaps) -> list[Row]:
    """The rows that a filter lets through: level, owner (everybody counts for each), what is missing, late, state, and
    words in any language."""
    words = fold(asked.get("q") or "")
    wanted: frozenset[str] | None = getattr(gaps, asked["gap"]) if asked.get("gap") else None

    def passes(row: Row) -> bool:
        part = row.part
        return (
            (not asked.get("kind") or row.kind == asked["kind"])
            and (not asked.get("owner") or answers(part.owners, [asked["owner"]]))
            and (wanted is None or part.id in wanted)
            and (not asked.get("late") or row.late)
            and (not asked.get("state") or (isinstance(part, Action) and part.state == asked["state"]))
            and (not words or any(words in fold(text) for text in (part.number, *part.text.values())))
        )

    return [row for row in rows if passes(row)]


def ordered(rows: Sequence[Row], sort: str) -> list[Row]:
    """The rows by a column; without one, as they stand. Empty values come last either way."""
    keys: dict[str, Callable[[Row], str]] = {
        "text": lambda row: fold(str(row.part.text)),
        "owner": lambda row: fold(", ".join(row.part.owners)),
        "end": lambda row: row.end.isoformat() if row.end else "",
        "kind": lambda row: row.label,
        "state": lambda row: row.state,
    }
    key = keys.get(sort.removeprefix("-"))
    if key is None:
        return list(rows)
    full = [row for row in rows if key(row)]
    return sorted(full, key=key, reverse=sort.startswith("-")) + [row for row in rows if not key(row)]


@dataclass(frozen=True, slots=True)
class Growing:
    """What the nodes of one tree are made from. ``flat`` leaves out what is below the second level and says how many
    lines that is: a tree too large to be shown at once is gone through branch by branch."""

    plan: Plan
    tree: Tree
    framework: Framework | None
    gaps: Gaps
    movable: bool
    findings: Mapping[str, int]
    flat: bool = False

    def below(self, key: str) -> list[Statement]:
        """The objectives below one, then the actions that serve it first."""
        return [*self.tree.below.get(key, ()), *self.tree.serving.get(key, ())]

    def lines(self, key: str) -> int:
        """How many lines stand below an objective, however deep."""
        found, waiting = 0, [key]
        while waiting:
            below = self.below(waiting.pop())
            found += len(below)
            waiting += [one.id for one in below if isinstance(one, Objective)]
        return found

    def all(self) -> list[Node]:
        """The whole tree; the actions that serve nothing stand at its end."""
        tops: list[Statement] = [*self.tree.below[None], *self.tree.serving[None]]
        return [self.node(one) for one in tops]

    def branch(self, key: str, first: int, most: int) -> list[Node]:
        """One objective with what is below it, from the ``first`` on and at most so many."""
        shown = self.below(key)[first : first + most]
        return [self._objective(self.tree.objectives[key], [self.node(one) for one in shown])]

    def node(self, one: Statement) -> Node:
        """A line with all below it, unless the tree is flat."""
        if isinstance(one, Action):
            return _leaf(one, self.gaps, self.plan, self.movable, self.findings)
        return self._objective(one, [] if self.flat else [self.node(part) for part in self.below(one.id)])

    def _objective(self, one: Objective, children: Sequence[Node]) -> Node:
        end = self.tree.ends.get(one.id)
        more = _more(one)
        href = address_of(one)
        if end is not None:
            more.append(gettext("%(day)s (derived)") % {"day": format_date(end, current(), short=True)})
        if self.flat and not children and (count := self.lines(one.id)):
            more.append(ngettext("%(count)d line below", "%(count)d lines below", count) % {"count": count})
            href = f"?branch={one.id}"
        held = bool(self.below(one.id))
        return Node(
            one.id,
            one.text,
            href,
            one.number,
            kind="" if one.number else kind_label(one.kind, self.framework),
            children=tuple(children),
            thread=BROKEN if one.id in self.gaps.without_parent else LINKED if one.parent or held else LOOSE,
            gap=", ".join(_said(one, self.gaps, self.plan)),
            more=more,
            findings=self.findings.get(one.id, 0),
            movable=self.movable,
        )


def _leaf(action: Action, gaps: Gaps, plan: Plan, movable: bool, findings: Mapping[str, int]) -> Node:
    others = len(action.contributions) - 1
    more = _more(action)
    if others > 0:
        more.append(
            ngettext("serves %(count)d other objective", "serves %(count)d other objectives", others)
            % {"count": others}
        )
    more.append(str(ACTION_STATES[action.state]))
    return Node(
        action.id,
        action.text,
        address_of(action),
        action.number,
        kind="" if action.number else gettext("Action"),
        thread=BROKEN if action.id in gaps.without_parent else LINKED,
        gap=", ".join(_said(action, gaps, plan)),
        more=more,
        findings=findings.get(action.id, 0),
        movable=movable,
        holds=False,
    )


def _more(part: Statement) -> list[str]:
    said = [", ".join(part.owners)] if part.owners else []
    if part.deadline_on:
        said.append(format_date(part.deadline_on, current(), short=True))
    elif part.deadline:
        said.append(part.deadline)
    return said


def _said(part: Statement, gaps: Gaps, plan: Plan) -> tuple[str, ...]:
    """What is missing, in words. That nothing at all has an action is said once, above, and not on every line."""
    found = []
    if part.id in gaps.without_parent:
        found.append(gettext("no objective") if isinstance(part, Action) else gettext("no link above"))
    if part.id in gaps.without_child:
        found.append(gettext("nothing below"))
    elif part.id in gaps.without_action and plan.actions:
        found.append(gettext("no action"))
    return tuple(found)


def address_of(part: Statement) -> str:
    """The page of an objective or an action."""
    return reverse("action" if isinstance(part, Action) else "objective", args=[uuid.UUID(part.id)])
