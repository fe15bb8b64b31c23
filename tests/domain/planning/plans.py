"""Plans made at random, whole and consistent: for what must hold of every plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from filrouge.domain.model import (
    ACT_KINDS,
    ACTION_STATES,
    COMMITMENTS,
    DOCUMENT_STATES,
    ITEM_KINDS,
    LANGUAGES,
    RELATIONS,
    SWOT_KINDS,
    TABLE_KINDS,
    Act,
    Action,
    Contribution,
    Objective,
    Origin,
    Plan,
    PlanRiskDomain,
    PlanRow,
    PlanSection,
    PlanSwotItem,
    PlanTable,
    Words,
)

texts = st.text(max_size=10)
few_texts = st.lists(texts, max_size=2).map(tuple)
words = st.builds(Words, texts, texts, texts, texts)
days = st.dates()
maybe_day = st.none() | days
decimals: st.SearchStrategy[Decimal] = st.decimals(allow_nan=False, allow_infinity=False)
maybe_decimal = st.none() | decimals
numbers = st.lists(st.integers(0, 99), max_size=3).map(tuple)
origins = st.none() | st.builds(Origin, st.integers(0, 999), st.integers(0, 999), st.floats(0, 1), few_texts)
kinds_of_objective = st.sampled_from([kind for kind in ITEM_KINDS if kind != "action"])


def few(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


rows = st.builds(PlanRow, texts, few(st.tuples(texts, st.none() | st.integers(1900, 2100), decimals)), st.booleans())
Draw = Callable[[st.SearchStrategy[Any]], Any]


@st.composite
def plans(draw: Draw, most: int = 4) -> Plan:
    """A plan with up to ``most`` parts of each kind, its references whole and its trees without a cycle."""
    sections = _tree(draw, most, "s", PlanSection, {"title": words, "number": texts, "body": words, "origin": origins})
    within = st.none() | st.sampled_from([one.id for one in sections]) if sections else st.none()
    both: dict[str, Any] = {
        "text": words, "section": within, "number": texts, "details": words, "owners": few_texts,
        "starts_on": maybe_day, "deadline": texts, "deadline_on": maybe_day, "quantity": texts,
        "quantity_value": maybe_decimal, "quantity_unit": texts, "origin": origins,
    }  # fmt: skip
    own = {
        "kind": kinds_of_objective, "baseline": texts, "commitment": st.sampled_from(["", *COMMITMENTS]),
        "stakeholders": few_texts,
    }  # fmt: skip
    objectives = _tree(draw, most, "o", Objective, {**both, **own})
    served = st.sampled_from([one.id for one in objectives]) if objectives else st.nothing()
    serving = few(st.builds(Contribution, served, maybe_decimal, maybe_decimal)) if objectives else st.just(())
    of_action = {"contributions": serving, "means": texts, "state": st.sampled_from(ACTION_STATES)}
    of_action["progress"] = st.none() | st.integers(0, 100)
    table = {
        "kind": st.sampled_from(TABLE_KINDS), "title": words, "unit": texts, "columns": few_texts, "rows": few(rows),
        "lines": few(few_texts), "section": within, "origin": origins,
    }  # fmt: skip
    domain = {
        "number": texts, "title": words, "weaknesses": numbers, "threats": numbers, "objectives": numbers,
        "note": texts, "quoted": few(st.tuples(texts, st.integers(0, 99), texts)), "section": within,
        "origin": origins,
    }  # fmt: skip
    swot = {"kind": st.sampled_from(SWOT_KINDS), "number": texts, "text": words, "section": within, "origin": origins}
    act = {
        "kind": st.sampled_from(ACT_KINDS), "on": maybe_day, "body": texts, "reference": texts, "note": texts,
        "version": st.none() | st.integers(1, 9),
    }  # fmt: skip
    return Plan(
        **_head(draw),
        sections=sections,
        objectives=objectives,
        actions=_list(draw, most, "a", Action, {**both, **of_action}),
        swot=_list(draw, most, "w", PlanSwotItem, swot),
        risk_domains=_list(draw, most, "r", PlanRiskDomain, domain),
        tables=_list(draw, most, "t", PlanTable, table),
        acts=_list(draw, most, "c", Act, act),
    )


def _head(draw: Draw) -> dict[str, Any]:
    """What a plan says of itself."""
    return {
        "id": draw(texts),
        "title": draw(words),
        "language": draw(st.sampled_from(LANGUAGES)),
        "languages": draw(st.lists(st.sampled_from(LANGUAGES), max_size=3).map(tuple)),
        "entity": draw(texts),
        "framework": draw(texts),
        "state": draw(st.sampled_from(DOCUMENT_STATES)),
        "version": draw(st.integers(1, 9)),
        "period": draw(st.none() | st.tuples(days, days)),
        "starts_on": draw(maybe_day),
        "term_years": draw(st.none() | st.integers(0, 20)),
        "legal_basis": draw(few_texts),
        "amends": draw(texts),
        "relation": draw(st.sampled_from(["", *RELATIONS])),
    }


def _list(draw: Draw, most: int, letter: str, kind: type, given: dict[str, Any]) -> tuple[Any, ...]:
    """Parts with ids of their own, in any order of these ids."""
    size = draw(st.integers(0, most))
    ids = draw(st.permutations([f"{letter}{rank}" for rank in range(size)]))
    return tuple(kind(id=id, **{name: draw(one) for name, one in given.items()}) for id in ids)


def _tree(draw: Draw, most: int, letter: str, kind: type, given: dict[str, Any]) -> tuple[Any, ...]:
    """Parts each of which hangs under one that stands before it, or under none."""
    size = draw(st.integers(0, most))
    ids = draw(st.permutations([f"{letter}{rank}" for rank in range(size)]))
    made = []
    for rank, id in enumerate(ids):
        parent = draw(st.none() | st.sampled_from(ids[:rank])) if rank else None
        made.append(kind(id=id, parent=parent, **{name: draw(one) for name, one in given.items()}))
    return tuple(made)


def plain(id: str, text: str = "", *, parent: str | None = None, **given: Any) -> Objective:
    """An objective in French, of which a test says only what it is about."""
    return Objective(id=id, kind="objective", text=Words(fr=text or f"Objectif {id}"), parent=parent, **given)


A_DAY = dt.date(2031, 5, 4)


def parents_first(plan: Plan) -> bool:
    """Whether every section and objective stands behind the one that it hangs under."""
    for parts in (plan.sections, plan.objectives):
        seen: set[str | None] = {None}
        for part in parts:
            if part.parent not in seen:
                return False
            seen.add(part.id)
    return True
