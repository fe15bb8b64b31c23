"""What differs between two states of a plan: complete, minimal, applied and turned round."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.planning.plans import A_DAY, plain, plans
from filrouge.domain.model import PART_LISTS, Action, Objective, Origin, Plan, PlanSection, Words
from filrouge.domain.planning.changes import Change, apply, differences, in_reading_order, invert, siblings


def plan(*ids: str, **given: object) -> Plan:
    """Objectives in a row; ``o1.2`` hangs under ``o1``."""
    made = [plain(id, parent=id.rpartition(".")[0] or None) for id in ids]
    return replace(Plan("p", Words(fr="Plan"), "fr", objectives=tuple(made)), **given)


def told(before: Plan, after: Plan) -> list[tuple[str, ...]]:
    return [(c.kind, c.part, c.field) if c.field else (c.kind, c.part) for c in differences(before, after)]


@settings(deadline=None)
@given(plans(), plans())
def test_applying_what_differs_gives_the_other_plan(before: Plan, after: Plan) -> None:
    before, after = replace(before, id="p"), replace(after, id="p")
    changes = differences(before, after)
    assert apply(before, changes) == after
    back = apply(after, invert(changes))
    assert {name: siblings(getattr(back, name)) for name in PART_LISTS} == {
        name: siblings(getattr(before, name)) for name in PART_LISTS
    }
    assert back.parts == before.parts
    assert invert(invert(changes)) == changes


def tidied(plan: Plan) -> Plan:
    """The plan with each part followed by what hangs under it, as services keep it."""
    lists = {name: [plan.parts[id] for id in in_reading_order(getattr(plan, name))] for name in PART_LISTS}
    return replace(plan, id="p", **{name: tuple(parts) for name, parts in lists.items()})


@settings(deadline=None)
@given(plans().map(tidied), plans().map(tidied))
def test_what_differs_can_be_undone(before: Plan, after: Plan) -> None:
    changes = differences(before, after)
    assert not any(change.kind == "ordered" for change in changes)
    assert apply(apply(before, changes), invert(changes)) == before


@settings(deadline=None)
@given(plans(most=6), st.randoms())
def test_any_order_of_the_same_parts_is_reached(before: Plan, random: object) -> None:
    shuffled = list(before.objectives)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    after = replace(before, objectives=tuple(shuffled))
    assert apply(before, differences(before, after)) == after


@settings(deadline=None)
@given(plans())
def test_a_plan_does_not_differ_from_itself(one: Plan) -> None:
    assert differences(one, one) == ()


def test_an_insertion_moves_no_other() -> None:
    assert told(plan("a", "b", "c"), plan("a", "x", "b", "c")) == [("added", "x")]
    assert told(plan("a", "x", "b", "c"), plan("a", "b", "c")) == [("removed", "x")]


def test_the_fewest_parts_are_moved() -> None:
    assert told(plan("a", "b", "c", "d"), plan("d", "a", "b", "c")) == [("moved", "d")]
    assert told(plan("a", "b", "c", "d"), plan("b", "c", "d", "a")) == [("moved", "a")]


def test_children_follow_a_parent_that_moves() -> None:
    before, after = plan("a", "a.1", "a.2", "b"), plan("b", "a", "a.1", "a.2")
    assert len(told(before, after)) == 1
    assert apply(before, differences(before, after)) == after


def test_parts_that_stand_apart_from_their_parent_stay_where_they_are() -> None:
    before = plan("a", "b", "a.1", "b.1")
    assert told(before, plan("a", "b", "a.1", "b.1", "b.2")) == [("added", "b.2")]
    assert told(before, plan("a", "b", "b.1")) == [("removed", "a.1")]
    assert told(before, plan("a", "a.1", "b", "b.1")) == [("ordered", "")]


def test_a_part_under_another_parent_has_moved() -> None:
    before = plan("a", "a.1", "b")
    after = replace(before, objectives=(*plan("a", "b").objectives, plain("a.1", parent="b")))
    (change,) = differences(before, after)
    assert (change.kind, change.part, change.before, change.after) == ("moved", "a.1", "a", "b")


def test_fields_are_told_one_by_one_and_words_by_language() -> None:
    before = plan("a")
    new = Objective("a", "objective", Words(fr="Objectif a", nl="Doel a"), owners=("DGX",), deadline_on=A_DAY)
    changes = differences(before, replace(before, objectives=(new,), version=2))
    assert {(c.part_kind, c.part, c.field, c.language, c.after) for c in changes} == {
        ("plan", "", "version", "", 2),
        ("objectives", "a", "text", "nl", "Doel a"),
        ("objectives", "a", "owners", "", ("DGX",)),
        ("objectives", "a", "deadline_on", "", A_DAY),
    }


def test_what_becomes_an_action_is_removed_and_added() -> None:
    before = plan("a")
    after = replace(before, objectives=(), actions=(Action("a", Words(fr="Agir")),))
    assert told(before, after) == [("removed", "a"), ("added", "a")]
    assert apply(before, differences(before, after)) == after


def test_where_a_part_was_read_may_be_left_out() -> None:
    before = plan("a")
    after = replace(before, objectives=(replace(before.objectives[0], origin=Origin(3, 9)),))
    assert told(before, after) == [("field", "a", "origin")]
    assert differences(before, after, origins=False) == ()


def test_changed_words_are_shown_word_by_word() -> None:
    change = Change("field", "a", "objectives", "text", "fr", "ouvrir un guichet", "ouvrir deux guichets")
    assert [(p.state, p.text) for p in change.pieces()] == [
        ("same", "ouvrir "),
        ("gone", "un guichet"),
        ("new", "deux guichets"),
    ]
    rich = Change("field", "s", "sections", "body", "fr", "<p>un</p>", "<p>un <strong>deux</strong></p>")
    assert [(p.state, p.text) for p in rich.pieces()] == [("same", "un"), ("new", " deux")]


def test_a_change_of_what_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        apply(plan("a"), [Change("field", "z", "objectives", "number", "", "", "4")])
    with pytest.raises(KeyError):
        apply(plan("a"), [Change("removed", "z", "objectives")])


def test_sections_keep_their_subsections_beside_them() -> None:
    one, two = PlanSection("s1", Words(fr="Un")), PlanSection("s2", Words(fr="Deux"))
    below = PlanSection("s3", Words(fr="Sous un"), "s1")
    before = Plan("p", Words(), "fr", sections=(one, two))
    after = apply(before, differences(before, replace(before, sections=(one, below, two))))
    assert [section.id for section in after.sections] == ["s1", "s3", "s2"]
