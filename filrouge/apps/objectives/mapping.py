"""Rows to the value of a plan, and back. The same for the tables and for their history."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from filrouge.domain.model.canonical import number
from filrouge.domain.model.plan import (
    Act,
    Action,
    Contribution,
    Objective,
    Origin,
    Plan,
    PlanRiskDomain,
    PlanSection,
    PlanSwotItem,
    PlanTable,
)
from filrouge.domain.model.plan_json import part_from_json, part_to_json

Row = Any
Fields = dict[str, Any]
BLOCKS: Mapping[str, type[PlanSwotItem] | type[PlanRiskDomain] | type[PlanTable]] = {
    "swot_item": PlanSwotItem,
    "risk_domain": PlanRiskDomain,
    "table": PlanTable,
}
_SAID = (
    "number",
    "text",
    "details",
    "starts_on",
    "deadline",
    "deadline_on",
    "quantity",
    "quantity_value",
    "quantity_unit",
)
_HEAD = ("title", "language", "state", "starts_on", "term_years", "relation")


# --- rows to values -------------------------------------------------------------------------------------------------


def plan_from(
    document: Row,
    *,
    entity: str,
    framework: str,
    sections: Iterable[Row],
    blocks: Iterable[Row],
    acts: Iterable[Row],
    objectives: Iterable[Row],
    actions: Iterable[Row],
    contributions: Iterable[Row],
) -> Plan:
    """The plan that these rows make, each list in the order in which it is read."""
    serving: dict[Any, list[Contribution]] = {}
    for row in sorted(contributions, key=_place):
        share = Contribution(str(row.objective_id), _exact(row.budget_share), _exact(row.staff_share))
        serving.setdefault(row.action_id, []).append(share)
    block_rows = sorted(blocks, key=_place)
    period = (document.period_from, document.period_until)
    return Plan(
        id=str(document.id),
        **{name: getattr(document, name) for name in _HEAD},
        languages=tuple(document.languages),
        entity=entity,
        framework=framework,
        version=document.number,
        period=period if all(period) else None,
        legal_basis=tuple(document.legal_basis),
        amends=str(document.amends_id or ""),
        sections=tuple(map(_section, in_tree_order(sections))),
        objectives=tuple(map(_objective, in_tree_order(objectives))),
        actions=tuple(_action(row, tuple(serving.get(row.id, ()))) for row in sorted(actions, key=_place)),
        swot=tuple(block for row in block_rows if isinstance(block := block_of(row), PlanSwotItem)),
        risk_domains=tuple(block for row in block_rows if isinstance(block := block_of(row), PlanRiskDomain)),
        tables=tuple(block for row in block_rows if isinstance(block := block_of(row), PlanTable)),
        acts=tuple(map(_act, sorted(acts, key=lambda row: (row.on or dt.date.max, str(row.id))))),
    )


def in_tree_order(rows: Iterable[Row]) -> list[Row]:
    """Rows with ``parent_id`` and ``position``, each parent before its children, siblings by position. A row whose
    parent is not among them stands at the top."""
    known = list(rows)
    ids = {row.id for row in known}
    below: dict[Any, list[Row]] = {}
    for row in sorted(known, key=_place):
        below.setdefault(row.parent_id if row.parent_id in ids else None, []).append(row)
    ordered: list[Row] = []
    waiting = list(reversed(below.get(None, [])))
    while waiting:
        row = waiting.pop()
        ordered.append(row)
        waiting += reversed(below.get(row.id, []))
    return ordered


def block_of(row: Row) -> PlanSwotItem | PlanRiskDomain | PlanTable:
    """The structured part that a row holds."""
    part = part_from_json(BLOCKS[row.kind], {**row.content, "id": str(row.id), "section": _key(row.section_id)})
    assert isinstance(part, (PlanSwotItem, PlanRiskDomain, PlanTable))
    return replace(part, origin=_origin(row))


def _place(row: Row) -> tuple[int, str]:
    return (row.position, str(row.id))


def _key(value: uuid.UUID | None) -> str | None:
    return str(value) if value else None


def _origin(row: Row) -> Origin | None:
    known = row.origin
    if not known:
        return None
    return Origin(known["start"], known["end"], float(known["confidence"]), tuple(known["doubts"]))


def _section(row: Row) -> PlanSection:
    return PlanSection(
        str(row.id), row.title, _key(row.parent_id), row.number, row.body, row.framework_section, _origin(row)
    )


def _exact(value: Decimal | None) -> Decimal | None:
    """A figure without the noughts with which a column of a fixed scale fills it up."""
    return None if value is None else Decimal(number(value))


def _said(row: Row) -> Fields:
    values = {name: getattr(row, name) for name in _SAID}
    return {
        **values,
        "quantity_value": _exact(row.quantity_value),
        "section": _key(row.section_id),
        "owners": tuple(row.owners),
        "origin": _origin(row),
    }


def _objective(row: Row) -> Objective:
    return Objective(
        id=str(row.id),
        kind=row.kind,
        parent=_key(row.parent_id),
        baseline=row.baseline,
        commitment=row.commitment,
        stakeholders=tuple(row.stakeholders),
        **_said(row),
    )


def _action(row: Row, contributions: tuple[Contribution, ...]) -> Action:
    return Action(
        id=str(row.id),
        contributions=contributions,
        means=row.means,
        state=row.state,
        progress=row.progress,
        **_said(row),
    )


def _act(row: Row) -> Act:
    return Act(str(row.id), row.kind, row.on, row.body, row.reference, row.note, row.number)


# --- values to rows -------------------------------------------------------------------------------------------------


def head_fields(plan: Plan) -> Fields:
    """The fields of a document's row that a plan carries; entity, framework and state are the caller's matter."""
    first, last = plan.period or (None, None)
    return {
        "title": plan.title,
        "language": plan.language,
        "languages": list(plan.languages),
        "period_from": first,
        "period_until": last,
        "starts_on": plan.starts_on,
        "term_years": plan.term_years,
        "legal_basis": list(plan.legal_basis),
    }


def section_fields(part: PlanSection) -> Fields:
    """The fields of a section's row, but for its position."""
    return {
        "parent_id": _id(part.parent),
        "number": part.number,
        "title": part.title,
        "body": part.body,
        "framework_section": part.framework_section,
        "origin": origin_json(part.origin),
    }


def objective_fields(part: Objective) -> Fields:
    """The fields of an objective's row, but for its position."""
    return {
        **_statement_fields(part),
        "kind": part.kind,
        "parent_id": _id(part.parent),
        "baseline": part.baseline,
        "commitment": part.commitment,
        "stakeholders": list(part.stakeholders),
    }


def action_fields(part: Action) -> Fields:
    """The fields of an action's row, but for its position and its contributions."""
    return {**_statement_fields(part), "means": part.means, "state": part.state, "progress": part.progress}


def block_fields(kind: str, part: PlanSwotItem | PlanRiskDomain | PlanTable) -> Fields:
    """The fields of a block's row, but for its position."""
    content = part_to_json(part)
    for name in ("id", "section", "origin"):
        content.pop(name, None)
    return {
        "kind": kind,
        "section_id": _id(part.section),
        "content": content,
        "origin": origin_json(part.origin),
    }


def act_fields(part: Act) -> Fields:
    """The fields of an act's row."""
    return {
        "kind": part.kind,
        "on": part.on,
        "body": part.body,
        "reference": part.reference,
        "note": part.note,
        "number": part.version,
    }


def origin_json(origin: Origin | None) -> dict[str, Any] | None:
    """Where reading found a part, as it is stored."""
    if origin is None:
        return None
    return {
        "start": origin.start,
        "end": origin.end,
        "confidence": origin.confidence,
        "doubts": list(origin.doubts),
    }


def _statement_fields(part: Objective | Action) -> Fields:
    return {
        **{name: getattr(part, name) for name in _SAID},
        "section_id": _id(part.section),
        "owners": list(part.owners),
        "origin": origin_json(part.origin),
    }


def _id(value: str | None) -> uuid.UUID | None:
    return uuid.UUID(value) if value else None
