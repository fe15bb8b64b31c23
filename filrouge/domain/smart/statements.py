"""From a plan to the statements that are assessed, with what stands around each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from filrouge.domain.language.formatting import format_percent
from filrouge.domain.model.items import OBJECTIVE_KINDS
from filrouge.domain.model.plan import COMMITMENTS, Action, Objective, Plan
from filrouge.domain.planning.richtext import parse, plain
from filrouge.domain.smart.assessing import Assessment, Statement, assess

ASSESSED = OBJECTIVE_KINDS | {"commitment"}


@dataclass(frozen=True)
class _Around:
    """What hangs where in a plan."""

    objectives: Mapping[str, Objective]
    below: Mapping[str, list[Objective]]
    serving: Mapping[str, list[Action]]


def statements_of(plan: Plan) -> tuple[Statement, ...]:
    """The objectives and commitments of a plan, in its main language, or in another where they do not stand in it."""
    below: dict[str, list[Objective]] = defaultdict(list)
    serving: dict[str, list[Action]] = defaultdict(list)
    for objective in plan.objectives:
        below[objective.parent or ""].append(objective)
    for action in plan.actions:
        for one in action.contributions:
            serving[one.objective].append(action)
    around = _Around({one.id: one for one in plan.objectives}, below, serving)
    return tuple(_statement(one, plan, around) for one in plan.objectives if one.kind in ASSESSED)


def assessed(plan: Plan) -> tuple[Assessment, ...]:
    """The verdicts for all of them, in their order."""
    return tuple(assess(one) for one in statements_of(plan))


def mix(assessments: Iterable[Assessment]) -> dict[str, int]:
    """How many commitments of each kind: the declared one where there is one, else the proposed; empty for neither."""
    counts = Counter(one.declared or one.proposed for one in assessments)
    return {kind: counts[kind] for kind in (*COMMITMENTS, "")}


def _statement(one: Objective, plan: Plan, around: _Around) -> Statement:
    text, language = one.text.shown(plan.language, plan.language)
    above = around.objectives.get(one.parent or "")
    children, actions = around.below.get(one.id, []), around.serving.get(one.id, [])
    indicators = tuple(str(child.text) for child in children if child.kind == "indicator")
    measured = next((child.quantity for child in children if child.quantity and child.kind != "indicator"), "")
    shares = [
        f"{format_percent(share, plan.language)} – {action.text}"
        for action in actions
        for made in action.contributions
        if made.objective == one.id
        for share in (made.budget_share, made.staff_share)
        if share is not None
    ]
    return Statement(
        one.id,
        text,
        language,
        details=plain(parse(one.details.shown(language, plan.language)[0])),
        owners=one.owners,
        deadline=one.deadline,
        deadline_on=one.deadline_on,
        quantity=one.quantity,
        baseline=one.baseline,
        declared=one.commitment,
        period=plan.period,
        inherited_owners=above.owners if above else (),
        inherited_deadline=above.deadline if above else "",
        indicators=indicators,
        measured_below=measured,
        actions=tuple(str(action.text) for action in actions),
        action_means=tuple(action.means for action in actions if action.means),
        action_owners=tuple(dict.fromkeys(owner for action in actions for owner in action.owners)),
        shares=tuple(shares),
    )
