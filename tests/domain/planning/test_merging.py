"""Two people's changes put together: nothing of either is lost without a word, and the whole stays whole."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.planning.plans import parents_first, plain, plans
from filrouge.domain.model import Action, Contribution, Plan, PlanSection, Words
from filrouge.domain.model.plan_json import verify
from filrouge.domain.planning.changes import apply, differences
from filrouge.domain.planning.merging import Merge, merge

BASE = Plan(
    "p",
    Words(fr="Plan"),
    "fr",
    sections=(PlanSection("s1", Words(fr="Un")), PlanSection("s2", Words(fr="Deux"))),
    objectives=(plain("a", section="s1"), plain("b", section="s1"), plain("c", section="s2")),
    actions=(Action("x", Words(fr="Agir"), (Contribution("a"),)),),
)


def with_objective(plan: Plan, id: str, **given: Any) -> Plan:
    made = tuple(replace(one, **given) if one.id == id else one for one in plan.objectives)
    return replace(plan, objectives=made)


def without(plan: Plan, id: str) -> Plan:
    return replace(
        plan,
        sections=tuple(one for one in plan.sections if one.id != id),
        objectives=tuple(one for one in plan.objectives if one.id != id),
    )


def fields(found: Merge) -> list[tuple[str, str]]:
    return [(one.part, one.field) for one in found.conflicts]


def test_changes_of_different_fields_both_stand() -> None:
    ours, theirs = with_objective(BASE, "a", number="1"), with_objective(BASE, "a", owners=("DGX",))
    found = merge(BASE, ours, theirs)
    assert found.conflicts == ()
    both = apply(ours, found.changes).objectives[0]
    assert (both.number, both.owners) == ("1", ("DGX",))


def test_words_in_different_languages_both_stand() -> None:
    ours = with_objective(BASE, "a", text=Words(fr="Autrement"))
    theirs = with_objective(BASE, "a", text=Words(fr="Objectif a", nl="Doel a"))
    found = merge(BASE, ours, theirs)
    assert found.conflicts == ()
    assert apply(ours, found.changes).objectives[0].text == Words(fr="Autrement", nl="Doel a")


def test_the_same_field_changed_differently_is_a_conflict_with_all_three() -> None:
    found = merge(BASE, with_objective(BASE, "a", number="1"), with_objective(BASE, "a", number="2"))
    (conflict,) = found.conflicts
    assert (conflict.part, conflict.field) == ("a", "number")
    assert (conflict.base, conflict.ours, conflict.theirs) == ("", "1", "2")
    assert found.changes == ()


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    one = without(with_objective(BASE, "a", number="1"), "c")
    assert merge(BASE, one, one) == Merge((), ())


def test_what_ours_removed_and_theirs_changed_is_a_conflict() -> None:
    assert fields(merge(BASE, without(BASE, "b"), with_objective(BASE, "b", number="2"))) == [("b", "existence")]


def test_what_theirs_removed_and_ours_changed_is_a_conflict() -> None:
    found = merge(BASE, with_objective(BASE, "b", number="2"), without(BASE, "b"))
    assert fields(found) == [("b", "existence")]
    assert found.conflicts[0].theirs is None


def test_two_places_for_one_part_are_a_conflict() -> None:
    ours, theirs = with_objective(BASE, "c", parent="a"), with_objective(BASE, "c", parent="b")
    (conflict,) = merge(BASE, ours, theirs).conflicts
    assert (conflict.field, conflict.ours, conflict.theirs) == ("place", "a", "b")


def test_two_moves_that_make_a_circle_are_a_conflict() -> None:
    ours, theirs = with_objective(BASE, "b", parent="a"), with_objective(BASE, "a", parent="b")
    theirs = replace(theirs, objectives=(theirs.objectives[1], theirs.objectives[0], theirs.objectives[2]))
    found = merge(BASE, ours, theirs)
    assert ("a", "place") in fields(found)
    verify(apply(ours, found.changes))


def test_a_section_that_ours_fills_is_not_taken_away() -> None:
    ours = replace(BASE, objectives=(*BASE.objectives, plain("d", section="s2")))
    theirs = without(replace(BASE, objectives=BASE.objectives[:2]), "s2")
    found = merge(BASE, ours, theirs)
    assert fields(found) == [("s2", "existence")]
    verify(apply(ours, found.changes))


def test_what_theirs_put_into_a_section_that_ours_removed_is_a_conflict() -> None:
    ours = replace(without(BASE, "s2"), objectives=BASE.objectives[:2])
    theirs = replace(BASE, objectives=(*BASE.objectives, plain("d", section="s2")))
    assert fields(merge(BASE, ours, theirs)) == [("d", "existence")]


def test_both_add_in_the_same_place() -> None:
    ours = replace(BASE, objectives=(plain("m", section="s1"), *BASE.objectives))
    theirs = replace(BASE, objectives=(plain("t", section="s1"), *BASE.objectives))
    found = merge(BASE, ours, theirs)
    assert found.conflicts == ()
    assert {one.id for one in apply(ours, found.changes).objectives} == {"a", "b", "c", "m", "t"}


three = st.tuples(plans(most=3), plans(most=3), plans(most=3)).map(lambda them: [replace(one, id="p") for one in them])


@settings(max_examples=150, deadline=None)
@given(three)
def test_what_is_merged_is_a_whole_plan(them: list[Plan]) -> None:
    base, ours, theirs = them
    found = merge(base, ours, theirs)
    verify(apply(ours, found.changes))
    assert parents_first(apply(ours, found.changes))
    told = {(one.part_kind, one.part) for one in (*found.changes, *(one.theirs_change for one in found.conflicts))}
    left = {(one.part_kind, one.part) for one in differences(base, theirs) if one.kind != "ordered"}
    done = {(one.part_kind, one.part) for one in differences(base, ours)}
    assert left <= told | done


@settings(deadline=None)
@given(plans(most=3), plans(most=3))
def test_where_ours_did_nothing_theirs_is_the_result(base: Plan, theirs: Plan) -> None:
    base, theirs = replace(base, id="p"), replace(theirs, id="p")
    found = merge(base, base, theirs)
    assert (apply(base, found.changes), found.conflicts) == (theirs, ())


@settings(deadline=None)
@given(plans(most=3), plans(most=3))
def test_where_theirs_did_nothing_nothing_is_to_be_done(base: Plan, ours: Plan) -> None:
    base, ours = replace(base, id="p"), replace(ours, id="p")
    assert merge(base, ours, base) == Merge((), ())
    assert merge(base, ours, ours) == Merge((), ())
