"""Whether everything in a plan finds room where it would be stored; a file may say anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from filrouge.apps.common.problems import Problem
from filrouge.apps.documents.models import Act, Section
from filrouge.apps.objectives import mapping
from filrouge.apps.objectives.models import Action, Contribution, Objective
from filrouge.domain.model.plan import Plan, PlanPart

_LARGEST = Decimal(10) ** 18


def require_fit(plan: Plan) -> None:
    """Raises Problem ``exchange.too-long`` for the first field that says more than can be kept,
    ``exchange.no-such-share`` for a share beyond 0 to 100 %, ``exchange.no-such-figure`` for one beyond all sense."""
    for part, model, fields in _rows(plan):
        for name, value in fields.items():
            _fits(part, model, name, value)
    shares = {one.name for one in Contribution._meta.get_fields() if one.name.endswith("_share")}
    for action in plan.actions:
        for served in action.contributions:
            for name in shares:
                value = getattr(served, name)
                if value is not None and not 0 <= value <= 100:
                    raise Problem("exchange.no-such-share", what=_called(action), value=value)


def _rows(plan: Plan) -> Iterator[tuple[PlanPart, type[models.Model], Mapping[str, Any]]]:
    yield from ((one, Section, mapping.section_fields(one)) for one in plan.sections)
    yield from ((one, Objective, mapping.objective_fields(one)) for one in plan.objectives)
    yield from ((one, Action, mapping.action_fields(one)) for one in plan.actions)
    yield from ((one, Act, mapping.act_fields(one)) for one in plan.acts)


def _fits(part: PlanPart, model: type[models.Model], name: str, value: Any) -> None:
    most = _longest(model).get(name)
    texts = value if isinstance(value, list) else [value]
    if most is not None and any(isinstance(one, str) and len(one) > most for one in texts):
        raise Problem("exchange.too-long", what=_called(part), field=name, most=most)
    if isinstance(value, Decimal) and abs(value) >= _LARGEST:
        raise Problem("exchange.no-such-figure", what=_called(part))


@cache
def _longest(model: type[models.Model]) -> dict[str, int]:
    """How many characters each field of a model holds, where that is bounded."""
    found = {}
    for field in model._meta.concrete_fields:
        inner = field.base_field if isinstance(field, ArrayField) else field
        if isinstance(inner, models.CharField) and inner.max_length:
            found[field.name] = inner.max_length
    return found


def _called(part: PlanPart) -> str:
    said = getattr(part, "title", None) or getattr(part, "text", None) or getattr(part, "body", "")
    shown = f"{getattr(part, 'number', '')} {said}".strip()
    return shown if len(shown) <= 90 else f"{shown[:90].rstrip()}…"
