"""Make the rows of a document say what a plan says, touching only those that differ."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.db import models

from filrouge.apps.common.models import Record
from filrouge.apps.documents.models import Act, Block, Document, Section
from filrouge.apps.documents.richtext import clean_words
from filrouge.apps.objectives import mapping
from filrouge.apps.objectives.models import Action, Contribution, Objective
from filrouge.domain.model.plan import Plan

R = TypeVar("R", bound=Record)
Wanted = dict[uuid.UUID, dict[str, Any]]


def write_plan(document: Document, plan: Plan, *, acts: bool = True) -> bool:
    """Store the parts and the head of ``plan`` as those of ``document``; answer whether anything changed.

    Parts keep the ids of the plan. Rows that already say the same are left alone, so that the history has no empty
    changes; parts that the plan has not are deleted. The caller has checked the right and holds the row's lock.
    """
    head = {**mapping.head_fields(plan)}
    changed = _update(document, head)
    sections: Wanted = {}
    for rank, section in enumerate(plan.sections):
        fields = mapping.section_fields(section)
        sections[uuid.UUID(section.id)] = {**fields, "body": clean_words(fields["body"]), "position": rank}
    objectives: Wanted = {
        uuid.UUID(part.id): {**mapping.objective_fields(part), "position": rank}
        for rank, part in enumerate(plan.objectives)
    }
    for fields in objectives.values():
        fields["details"] = clean_words(fields["details"])
    actions: Wanted = {
        uuid.UUID(part.id): {**mapping.action_fields(part), "position": rank} for rank, part in enumerate(plan.actions)
    }
    for fields in actions.values():
        fields["details"] = clean_words(fields["details"])
    steps: list[tuple[type[Record], Wanted]] = [
        (Section, sections),
        (Objective, objectives),
        (Action, actions),
        (Block, _blocks(plan)),
    ]
    if acts:
        steps.append((Act, {uuid.UUID(act.id): mapping.act_fields(act) for act in plan.acts}))
    gone = [_delete_absent(model, document, wanted) for model, wanted in reversed(steps)]
    stored = [_store(model, document, wanted) for model, wanted in steps]
    return any([changed, *gone, *stored, _contributions(document, plan)])


def _blocks(plan: Plan) -> Wanted:
    kinds: Iterable[tuple[str, Iterable[Any]]] = (
        ("swot_item", plan.swot),
        ("risk_domain", plan.risk_domains),
        ("table", plan.tables),
    )
    parts = [(kind, part) for kind, found in kinds for part in found]
    return {
        uuid.UUID(part.id): {**mapping.block_fields(kind, part), "position": rank}
        for rank, (kind, part) in enumerate(parts)
    }


def _contributions(document: Document, plan: Plan) -> bool:
    known = {(row.action_id, row.objective_id): row for row in Contribution.objects.filter(document=document)}
    wanted: Wanted = {}
    for action in plan.actions:
        for rank, one in enumerate(action.contributions):
            pair = (uuid.UUID(action.id), uuid.UUID(one.objective))
            row = known.get(pair)
            wanted[row.pk if row else uuid.uuid4()] = {
                "action_id": pair[0],
                "objective_id": pair[1],
                "position": rank,
                "budget_share": one.budget_share,
                "staff_share": one.staff_share,
            }
    gone = _delete_absent(Contribution, document, wanted)
    return any([gone, _store(Contribution, document, wanted)])


def _delete_absent(model: type[R], document: Document, wanted: Mapping[uuid.UUID, object]) -> bool:
    manager: models.Manager[Any] = model._default_manager
    ids = set(manager.filter(document=document).order_by().values_list("pk", flat=True)) - set(wanted)
    if ids:
        manager.filter(pk__in=ids).delete()
    return bool(ids)


def _store(model: type[R], document: Document, wanted: Wanted) -> bool:
    manager: models.Manager[Any] = model._default_manager
    rows = {row.pk: row for row in manager.filter(document=document).order_by()}
    new = [
        model(pk=pk, document=document, entity_id=document.entity_id, **fields)
        for pk, fields in wanted.items()
        if pk not in rows
    ]
    changed, names = [], set()
    for pk, row in rows.items():
        differing = {name for name, value in wanted[pk].items() if getattr(row, name) != value}
        if differing:
            for name in differing:
                setattr(row, name, wanted[pk][name])
            row.version += 1
            changed.append(row)
            names |= differing
    if new:
        manager.bulk_create(new, batch_size=500)
    if changed:
        manager.bulk_update(changed, [name.removesuffix("_id") for name in names] + ["version"], batch_size=500)
    return bool(new or changed)


def _update(document: Document, head: Mapping[str, Any]) -> bool:
    differing = [name for name, value in head.items() if getattr(document, name) != value]
    for name in differing:
        setattr(document, name, head[name])
    if differing:
        document.version += 1
        document.save(update_fields=[*differing, "version"])
    return bool(differing)
