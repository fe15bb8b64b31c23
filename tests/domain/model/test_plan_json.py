"""A plan as JSON: complete, exact, there and back; and what no plan can hold is refused with its place."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.planning.plans import A_DAY, plain, plans
from filrouge.domain.model import Action, Contribution, Origin, Plan, PlanRow, PlanSection, PlanTable, Words
from filrouge.domain.model.canonical import dumps
from filrouge.domain.model.plan_json import PlanFormatError, canonical, carried, digest, from_json, to_json, verify

PLAN = Plan(
    id="p1",
    title=Words(fr="Plan d’essai", nl="Proefplan"),
    language="fr",
    languages=("fr", "nl"),
    period=(A_DAY, A_DAY.replace(year=2033)),
    sections=(PlanSection("s1", Words(fr="Un")), PlanSection("s2", Words(fr="Deux"), "s1", "1.1")),
    objectives=(plain("o1"), plain("o2", parent="o1", section="s2", deadline_on=A_DAY, origin=Origin(3, 9, 0.75))),
    actions=(Action("a1", Words(fr="Agir"), (Contribution("o2", Decimal("33.30")),), progress=40),),
    tables=(
        PlanTable("t1", "budget", Words(fr="Frais"), "EUR", ("A",), (PlanRow("x", (("A", 2031, Decimal("1.10")),)),)),
    ),
)


@settings(deadline=None)
@given(plans())
def test_a_plan_comes_back_as_it_was(plan: Plan) -> None:
    text = dumps(to_json(plan))
    again = from_json(json.loads(text, parse_float=Decimal))
    assert again == plan
    assert canonical(again) == text
    assert digest(again) == digest(plan)


@settings(deadline=None)
@given(plans())
def test_pretty_text_comes_back_too(plan: Plan) -> None:
    assert from_json(json.loads(dumps(to_json(plan), pretty=True), parse_float=Decimal)) == plan


def test_the_shape_is_the_one_that_others_rely_on() -> None:
    made = to_json(PLAN)
    assert (made["format"], made["format_version"]) == ("filrouge-plan", 1)
    assert made["title"] == {"fr": "Plan d’essai", "nl": "Proefplan"}
    assert made["period"] == ["2031-05-04", "2033-05-04"]
    assert made["objectives"][1]["parent"] == "o1"
    assert made["objectives"][1]["origin"] == {"start": 3, "end": 9, "confidence": 0.75, "doubts": []}
    assert made["actions"][0]["contributions"] == [
        {"objective": "o2", "budget_share": Decimal("33.30"), "staff_share": None}
    ]
    assert '"budget_share":33.3,' in canonical(PLAN)
    assert made["tables"][0]["rows"][0]["cells"] == [["A", 2031, Decimal("1.10")]]
    assert "notes" not in made


def test_every_field_is_in_the_json() -> None:
    made = to_json(PLAN)
    of_class = {"Plan": made, "PlanSection": made["sections"][0], "Objective": made["objectives"][0]}
    for kind, held in of_class.items():
        assert {name for one, name in carried() if one == kind} <= set(held)
    assert {"Origin", "Contribution", "PlanRow", "Act", "PlanRiskDomain"} <= {kind for kind, _ in carried()}


def test_fields_with_a_default_may_be_absent() -> None:
    short = {"format": "filrouge-plan", "format_version": 1, "id": "p", "title": {"de": "Plan"}, "language": "de"}
    assert from_json(short) == Plan("p", Words(de="Plan"), "de")


def test_equal_plans_have_one_hash_and_others_another() -> None:
    assert digest(PLAN) == digest(replace(PLAN, notes=(("columns-reordered", 0, 1),)))
    assert digest(PLAN) != digest(replace(PLAN, version=2))
    assert len(digest(PLAN)) == 64


def wrong(change: Any) -> PlanFormatError:
    """The error of the plan in which ``change`` has spoilt something."""
    value = copy.deepcopy(to_json(PLAN))
    change(value)
    with pytest.raises(PlanFormatError) as error:
        from_json(value)
    return error.value


def put(*path: Any) -> Any:
    """Sets the last of the path at the place that the others lead to."""

    def change(value: Any) -> None:
        *way, name, last = path
        for step in way:
            value = value[step]
        value[name] = last

    return change


@pytest.mark.parametrize(
    ("change", "code", "where"),
    [
        (put("format", "other"), "unknown-format", "format"),
        (put("format_version", 2), "unknown-version", "format_version"),
        (put("format_version", True), "unknown-version", "format_version"),
        (put("title", "Plan"), "wrong-type", "title"),
        (put("title", {"es": "Plan"}), "unknown-value", "title.es"),
        (put("title", {"fr": 4}), "wrong-type", "title.fr"),
        (put("language", "es"), "unknown-value", "language"),
        (put("languages", ["fr", "es"]), "unknown-value", "languages"),
        (put("state", "lost"), "unknown-value", "state"),
        (put("relation", "copy"), "unknown-value", "relation"),
        (put("version", "1"), "wrong-type", "version"),
        (put("version", True), "wrong-type", "version"),
        (put("version", Decimal("1.5")), "wrong-type", "version"),
        (put("period", ["2031-05-04"]), "wrong-length", "period"),
        (put("period", ["2031-05-04", "2031-02-30"]), "not-a-date", "period[1]"),
        (put("starts_on", 2031), "wrong-type", "starts_on"),
        (put("surprise", 1), "unknown-field", "surprise"),
        (put("sections", {}), "wrong-type", "sections"),
        (put("sections", 0, 7), "wrong-type", "sections[0]"),
        (put("sections", 1, "id", "s1"), "duplicate-id", "sections[1].id"),
        (put("objectives", 0, "id", "s1"), "duplicate-id", "objectives[0].id"),
        (put("objectives", 0, "id", ""), "empty-id", "objectives[0].id"),
        (put("sections", 1, "parent", "s9"), "unknown-parent", "sections[1].parent"),
        (put("sections", 0, "parent", "s2"), "cycle", "sections[0].parent"),
        (put("sections", 0, "parent", "s1"), "cycle", "sections[0].parent"),
        (put("objectives", 1, "parent", "s1"), "unknown-parent", "objectives[1].parent"),
        (put("objectives", 1, "section", "o1"), "unknown-section", "objectives[1].section"),
        (put("objectives", 1, "kind", "action"), "unknown-value", "objectives[1].kind"),
        (put("objectives", 1, "commitment", "none"), "unknown-value", "objectives[1].commitment"),
        (put("objectives", 1, "origin", "start", "3"), "wrong-type", "objectives[1].origin.start"),
        (put("actions", 0, "contributions", 0, "objective", "o9"), "unknown-objective",
         "actions[0].contributions[0].objective"),
        (put("actions", 0, "contributions", 0, "budget_share", "half"), "wrong-type",
         "actions[0].contributions[0].budget_share"),
        (put("actions", 0, "progress", 101), "out-of-range", "actions[0].progress"),
        (put("actions", 0, "state", "asleep"), "unknown-value", "actions[0].state"),
        (put("tables", 0, "rows", 0, "cells", 0, 2, float("nan")), "wrong-type", "tables[0].rows[0].cells[0][2]"),
        (put("tables", 0, "rows", 0, "total", 1), "wrong-type", "tables[0].rows[0].total"),
        (put("tables", 0, "kind", "chart"), "unknown-value", "tables[0].kind"),
        (lambda value: value.pop("title"), "missing-field", "title"),
        (lambda value: value["tables"][0].pop("kind"), "missing-field", "tables[0].kind"),
    ],
)  # fmt: skip
def test_what_no_plan_can_hold_is_refused_with_its_place(change: Any, code: str, where: str) -> None:
    error = wrong(change)
    assert (error.code, error.where) == (code, where)


@pytest.mark.parametrize("value", [None, [], "plan", 3, {}])
def test_what_is_no_object_is_refused(value: object) -> None:
    with pytest.raises(PlanFormatError):
        from_json(value)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.decimals() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@settings(deadline=None)
@given(st.sampled_from(sorted(to_json(PLAN))), json_values)
def test_any_other_value_is_read_or_refused_and_never_breaks(name: str, value: object) -> None:
    try:
        verify(from_json(to_json(PLAN) | {name: value}))
    except PlanFormatError as error:
        assert error.where.startswith(name) or error.code.startswith("unknown")


def test_a_long_value_is_quoted_short() -> None:
    assert len(wrong(put("language", "x" * 500)).params["found"]) < 70
