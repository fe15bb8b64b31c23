"""The tree, the owners, the years and what is carried over, as plain values."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from filrouge.domain.model.plan import Action, Contribution, Objective, Plan, PlanSection, Words
from filrouge.domain.objectives.carrying import carried, carried_id, compared, unfinished
from filrouge.domain.objectives.owners import answers, means_everyone, registered
from filrouge.domain.objectives.resolving import resolved_deadline, resolved_quantity
from filrouge.domain.objectives.tree import STEPS, Tree, stepped
from filrouge.domain.objectives.years import translated, years_of
from filrouge.domain.planning.consolidated import consolidated

A, B, C, D = (str(uuid.UUID(int=n)) for n in range(1, 5))


def objective(id: str, kind: str = "strategic_objective", parent: str | None = None, **more: object) -> Objective:
    return Objective(id, kind, Words(fr=f"objectif {id[-2:]}"), parent, **more)  # type: ignore[arg-type]


def action(id: str, *serves: str, **more: object) -> Action:
    return Action(id, Words(fr=f"action {id[-2:]}"), tuple(map(Contribution, serves)), **more)  # type: ignore[arg-type]


def plan(*objectives: Objective, actions: tuple[Action, ...] = (), year: int = 2027, **more: object) -> Plan:
    period = (dt.date(year, 1, 1), dt.date(year, 12, 31))
    known = {"id": str(uuid.UUID(int=900 + year)), "period": period, **more}
    return Plan(title=Words(fr="Plan"), language="fr", objectives=objectives, actions=actions, **known)  # type: ignore[arg-type]


def test_everybody_is_an_owner_of_each_unit_in_four_languages() -> None:
    assert all(means_everyone(word) for word in ("Tous", "Allen", "alle Dienste", "everyone"))
    assert not means_everyone("DGSC")
    assert answers(["Tous"], ["OPS"])
    assert answers(["ops"], ["OPS"])
    assert not answers(["RECH"], ["OPS"])


def test_the_register_counts_everybody_for_each_and_nobody_twice() -> None:
    assert registered([["OPS"], ["ops", "RECH"], ["Tous"], ["Allen", "RECH"]]) == (("OPS", 2, 4), ("RECH", 2, 3))


def test_what_is_not_translated_and_what_hangs_nowhere() -> None:
    tree = Tree(
        plan(
            objective(A),
            objective(B, "operational_objective", A),
            objective(C),
            objective(D, "operational_objective"),
            actions=(action("1" * 8 + A[8:], B), action("2" * 8 + A[8:])),
        )
    )
    assert [one.id for one in tree.without_action()] == [C, D]
    assert [one.id[:1] for one in tree.without_parent(None)] == ["0", "2"]
    assert [one.id for one in tree.without_child(None)] == [C]
    assert [one.id for one in tree.path(tree.objectives[B])] == [A]


def test_an_end_that_is_not_stated_follows_from_what_is_below() -> None:
    last = dt.date(2027, 6, 30)
    tree = Tree(
        plan(
            objective(A),
            objective(B, "operational_objective", A),
            objective(C, deadline_on=dt.date(2026, 1, 1)),
            actions=(action(D, B, C, deadline_on=last),),
        )
    )
    assert tree.ends == {A: last, B: last}
    assert tree.end_of(tree.objectives[C]) == dt.date(2026, 1, 1)
    assert tree.is_late(tree.objectives[A], dt.date(2027, 7, 1))
    assert not tree.is_late(tree.objectives[A], last)


def test_what_is_done_is_not_late() -> None:
    done = action(D, A, deadline_on=dt.date(2020, 1, 1), state="done")
    tree = Tree(plan(objective(A), actions=(done,)))
    assert not tree.is_late(done, dt.date(2027, 1, 1))
    assert not tree.is_late(tree.objectives[A], dt.date(2027, 1, 1))


@given(
    st.lists(st.integers(0, 30), min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 29), st.sampled_from(STEPS)), max_size=40),
)
def test_a_tree_stays_a_tree_whatever_is_moved(parents: list[int], steps: list[tuple[int, str]]) -> None:
    """Parts 0…n, each under an earlier one or at the top; any steps; no part is lost and none stands under itself."""
    above: dict[int, int | None] = {
        part: (parent % part if part and parent % (part + 1) else None) for part, parent in enumerate(parents)
    }
    children: dict[int | None, list[int]] = defaultdict(list)
    for part, parent in above.items():
        children[parent].append(part)
    for asked, step in steps:
        part = asked % len(parents)
        place = stepped(children, above, part, step)
        if place is None:
            continue
        parent, before = place
        children[above[part]].remove(part)
        assert before is None or before in children[parent]
        siblings = children[parent]
        siblings.insert(siblings.index(before) if before is not None else len(siblings), part)
        above[part] = parent
    reached, waiting = [], list(children[None])
    while waiting:
        part = waiting.pop()
        reached.append(part)
        waiting += children[part]
    assert sorted(reached) == list(range(len(parents)))


def test_up_and_down_undo_each_other() -> None:
    children: dict[int | None, list[int]] = {None: [1, 2, 3]}
    parents: dict[int, int | None] = {1: None, 2: None, 3: None}
    assert stepped(children, parents, 3, "up") == (None, 2)
    assert stepped(children, parents, 1, "down") == (None, 3)
    assert stepped(children, parents, 2, "down") == (None, None)
    assert stepped(children, parents, 1, "up") is None
    assert stepped(children, parents, 1, "in") is None
    assert stepped(children, parents, 2, "in") == (1, None)


def test_the_years_of_a_part_are_those_between_its_days_or_the_plans() -> None:
    strategic = plan(period=(dt.date(2025, 1, 1), dt.date(2027, 12, 31)))
    assert years_of(objective(A), strategic) == (2025, 2026, 2027)
    assert years_of(objective(A, deadline_on=dt.date(2026, 3, 1)), strategic) == (2025, 2026)
    assert years_of(objective(A, starts_on=dt.date(2027, 3, 1)), strategic) == (2027,)
    assert years_of(objective(A), replace(strategic, period=None)) == ()


def test_a_years_plan_carries_objectives_over_and_stays_linked_when_they_are_reworded() -> None:
    above = plan(objective(A), objective(B, "operational_objective", A))
    later = str(uuid.uuid4())
    objectives, actions = carried(later, above, {"strategic_objective"})
    assert [one.id for one in objectives] == [carried_id(later, A)]
    assert actions == ()
    reworded = replace(objectives[0], text=Words(fr="autrement dit"))
    below = objective(C, "operational_objective", reworded.id)
    years, found = translated(above, [plan(reworded, below, id=later, year=2028)])
    assert years == (2027, 2028)
    assert [part.id for _, part in found[0].by_year[2028]] == [C]


def test_what_is_undated_in_a_plan_of_several_years_counts_for_none_of_them() -> None:
    long = (dt.date(2025, 1, 1), dt.date(2027, 12, 31))
    dated = objective(C, "operational_objective", A, deadline_on=dt.date(2025, 6, 1))
    strategic = replace(plan(objective(A), objective(B, "operational_objective", A), dated), period=long)
    years, (found,) = translated(strategic, [])
    assert years == (2025, 2026, 2027)
    assert {year: [part.id for _, part in parts] for year, parts in found.by_year.items()} == {2025: [C]}
    assert [part.id for _, part in found.undated] == [B]
    _, (lone,) = translated(replace(strategic, objectives=strategic.objectives[:2]), [])
    assert lone.is_missing


def test_unfinished_actions_go_along_with_the_objectives_that_they_serve() -> None:
    above = plan(objective(A))
    first = str(uuid.uuid4())
    objectives, _ = carried(first, above, {"strategic_objective"})
    own = objective(B, "operational_objective", objectives[0].id)
    before = plan(*objectives, own, id=first, actions=(action(C, B), action(D, objectives[0].id, state="done")))
    assert [one.id for one in unfinished(before)] == [C]
    second = str(uuid.uuid4())
    taken, actions = carried(second, above, {"strategic_objective"}, before, {C})
    assert [one.id for one in taken] == [carried_id(second, A), carried_id(second, B)]
    assert taken[1].parent == taken[0].id
    assert [one.contributions[0].objective for one in actions] == [carried_id(second, B)]


def test_two_years_are_compared_action_by_action() -> None:
    later = str(uuid.uuid4())
    before = [("x", action(A)), ("x", action(B)), ("x", action(C, state="done"))]
    now = [(later, replace(action(A), id=carried_id(later, A), text=Words(fr="autre"))), (later, action(D))]
    found = compared(before, now)
    assert [one.id for _, one in found.kept] == [A]
    assert [one.id for one in found.new] == [D]
    assert [one.id for one in found.dropped] == [B]
    assert [one.id for one in found.ended] == [C]


def test_words_resolve_to_a_day_and_a_figure_or_to_nothing() -> None:
    period = (dt.date(2025, 1, 1), dt.date(2029, 12, 31))
    assert resolved_deadline("fin 2027", "fr", period) == dt.date(2027, 12, 31)
    assert resolved_deadline("en temps utile", "fr", period) is None
    quantity = resolved_quantity("une baisse de 10 %", "fr")
    assert quantity is not None
    assert (quantity[0], quantity[1]) == (10, "%")
    assert resolved_quantity("nettement moins", "fr") is None


def test_an_addendum_stands_in_place_and_the_plan_is_not_rewritten() -> None:
    base = replace(
        plan(objective(A, section=B)), sections=(PlanSection(B, Words(fr="Objectifs"), framework_section="objectives"),)
    )
    addendum = replace(
        plan(objective(A, section=C), year=2028),
        sections=(
            PlanSection(C, Words(fr="Ajout"), framework_section="objectives"),
            PlanSection(D, Words(fr="Annexe"), framework_section="annex"),
        ),
    )
    whole = consolidated(base, [addendum])
    assert [(one.id, one.parent) for one in whole.plan.sections] == [(B, None), (C, B), (D, None)]
    assert whole.plan.objectives[0] == base.objectives[0]
    added = whole.plan.objectives[1]
    assert added.id != A
    assert added.section == C
    assert whole.sources[added.id] == whole.sources[C] == addendum.id
    assert consolidated(base, []).plan == base
