"""What a review does to a plan: no word is lost, trees stay trees, and what cannot be done is said."""

from __future__ import annotations

import inspect
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import count
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.planning.plans import A_DAY, Draw, parents_first, plain, plans
from filrouge.domain.model import (
    ITEM_KINDS,
    Action,
    Contribution,
    Objective,
    Origin,
    Plan,
    PlanRow,
    PlanSection,
    PlanSwotItem,
    PlanTable,
    Words,
    plan_json,
)
from filrouge.domain.model.plan_json import PlanFormatError, to_json, verify
from filrouge.domain.planning import editing, numbers
from filrouge.domain.planning.editing import (
    PlanEditError,
    accept,
    join,
    move,
    put_in_section,
    recast,
    reject,
    serve,
    split,
)
from filrouge.domain.planning.leftovers import words_of
from filrouge.domain.planning.numbers import renumber, suggested_numbers
from filrouge.domain.planning.richtext import parse
from filrouge.domain.planning.richtext import plain as words_alone

PLAN = Plan(
    "p",
    Words(fr="Plan"),
    "fr",
    sections=(
        PlanSection("s1", Words(fr="Objectifs"), body=Words(fr="<p>Avant.</p>")),
        PlanSection("s2", Words(fr="Sous-titre"), "s1", "1.1", Words(fr="<p>Texte.</p>")),
        PlanSection("s3", Words(fr="Moyens")),
    ),
    objectives=(
        plain("o1", "Ouvrir deux guichets et mieux accueillir", section="s1", number="1", owners=("DGX",)),
        plain("o2", "Former", parent="o1", section="s1", number="1.1"),
        plain("o3", "Publier", parent="o1", section="s1", number="1.3"),
        plain("o4", "Écouter", section="s2", number="2", origin=Origin(4, 9, 0.5, ("moved",))),
    ),
    actions=(Action("a1", Words(fr="Chercher un local"), (Contribution("o2", Decimal(50)),), "s1"),),
    swot=(PlanSwotItem("w1", "threat", "3", Words(fr="Des locaux vétustes"), "s3"),),
    tables=(
        PlanTable("t1", "budget", Words(fr="Frais"), "EUR", ("A",), (PlanRow("Papier", (("A", 2031, Decimal(7)),)),)),
    ),
)  # fmt: skip


def new_ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"new{next(numbers)}"


def tree(plan: Plan) -> list[tuple[str, str | None]]:
    return [(one.id, one.parent) for one in plan.objectives]


def code(operation: Callable[..., Plan], *args: Any, **given: Any) -> str:
    with pytest.raises(PlanEditError) as error:
        operation(*args, **given)
    return error.value.code


# --- by hand --------------------------------------------------------------------------------------------------------


def test_a_part_moves_with_what_hangs_under_it() -> None:
    assert tree(move(PLAN, "o1", "o4", 0)) == [("o4", None), ("o1", "o4"), ("o2", "o1"), ("o3", "o1")]
    assert tree(move(PLAN, "o3", "o1", 0)) == [("o1", None), ("o3", "o1"), ("o2", "o1"), ("o4", None)]
    assert tree(move(PLAN, "o2", None, 99))[-1] == ("o2", None)
    assert [one.id for one in move(PLAN, "s3", None, 0).sections] == ["s3", "s1", "s2"]


def test_a_move_that_cannot_be_is_refused() -> None:
    assert code(move, PLAN, "o1", "o2", 0) == "cycle"
    assert code(move, PLAN, "o1", "o1", 0) == "cycle"
    assert code(move, PLAN, "o1", "s1", 0) == "unknown-parent"
    assert code(move, PLAN, "zz", None, 0) == "unknown-part"
    assert code(move, PLAN, "w1", "o1", 0) == "no-parent-here"


def test_a_part_is_shown_in_another_section() -> None:
    assert put_in_section(PLAN, "w1", "s1").swot[0].section == "s1"
    assert put_in_section(PLAN, "o1", None).objectives[0].section is None
    assert code(put_in_section, PLAN, "w1", "s9") == "unknown-section"
    assert code(put_in_section, PLAN, "s2", "s1") == "no-section-here"


def test_an_action_serves_another_objective_first() -> None:
    assert [one.objective for one in serve(PLAN, "a1", "o4").actions[0].contributions] == ["o4"]
    assert serve(PLAN, "a1", "o2").actions[0].contributions == PLAN.actions[0].contributions
    assert code(serve, PLAN, "o1", "o2") == "not-an-action"
    assert code(serve, PLAN, "a1", "s1") == "unknown-objective"


def test_a_statement_is_cut_in_two() -> None:
    at = PLAN.objectives[0].text.fr.index(" et mieux")
    found = split(PLAN, "o1", at, "n")
    one, two = found.parts["o1"], found.parts["n"]
    assert isinstance(one, Objective)
    assert isinstance(two, Objective)
    assert (one.text.fr, two.text.fr) == ("Ouvrir deux guichets", "et mieux accueillir")
    assert (two.parent, two.section, two.kind, two.owners, two.number) == (None, "s1", "objective", ("DGX",), "")
    assert tree(found) == [("o1", None), ("o2", "o1"), ("o3", "o1"), ("n", None), ("o4", None)]
    action = split(PLAN, "a1", 8, "n").actions[1]
    assert (action.text.fr, action.contributions) == ("un local", PLAN.actions[0].contributions)


@pytest.mark.parametrize("offset", [-1, 0, 400])
def test_nothing_is_cut_off_at_the_ends(offset: int) -> None:
    assert code(split, PLAN, "o1", offset, "n") == "nothing-on-one-side"


def test_a_cut_that_cannot_be_is_refused() -> None:
    assert code(split, PLAN, "s1", 3, "n") == "not-a-statement"
    assert code(split, PLAN, "o1", 3, "o2") == "duplicate-id"
    assert code(split, PLAN, "o1", 3, "n", "es") == "unknown-language"


def test_two_statements_become_one() -> None:
    found = join(PLAN, "o4", "o1")
    assert tree(found) == [("o4", None), ("o2", "o4"), ("o3", "o4")]
    assert found.objectives[0].text.fr == "Écouter Ouvrir deux guichets et mieux accueillir"
    assert found.objectives[0].owners == ("DGX",)
    assert tree(join(PLAN, "o1", "o2")) == [("o1", None), ("o3", "o1"), ("o4", None)]
    assert join(PLAN, "o1", "o2").actions[0].contributions == (Contribution("o1", Decimal(50)),)


def test_what_both_say_differently_is_kept_in_the_details() -> None:
    one, two = plain("x", deadline="fin 2031", deadline_on=A_DAY), plain("y", deadline="fin 2032", quantity="deux")
    found = join(replace(PLAN, objectives=(one, two), actions=()), "x", "y").objectives[0]
    assert (found.deadline, found.deadline_on, found.quantity) == ("fin 2031", A_DAY, "deux")
    assert found.details.fr == "<p>fin 2032</p>"


def test_a_joining_that_cannot_be_is_refused() -> None:
    assert code(join, PLAN, "o1", "a1") == "different-kinds"
    assert code(join, PLAN, "o1", "o1") == "same-part"
    assert code(join, PLAN, "o2", "o1") == "cycle"


def test_an_objective_becomes_an_action_and_back() -> None:
    found = recast(PLAN, "o2", "action")
    assert tree(found) == [("o1", None), ("o3", "o1"), ("o4", None)]
    assert [(one.id, [c.objective for c in one.contributions]) for one in found.actions] == [
        ("a1", ["o1"]), ("o2", ["o1"]),
    ]  # fmt: skip
    assert tree(recast(found, "o2", "ambition")) == [("o1", None), ("o3", "o1"), ("o2", "o1"), ("o4", None)]
    assert recast(PLAN, "o1", "priority").objectives[0].kind == "priority"
    assert code(recast, PLAN, "o1", "wish") == "unknown-kind"
    unlike = replace(PLAN, objectives=(replace(PLAN.objectives[0], baseline="rien"), *PLAN.objectives[1:]))
    assert code(recast, unlike, "o1", "action") == "words-would-be-lost"


def test_what_is_rejected_goes_back_into_the_text() -> None:
    found = reject(PLAN, "o1", new_ids())
    assert tree(found) == [("o2", None), ("o3", None), ("o4", None)]
    assert found.sections[0].body.fr == ("<p>Avant.</p><hr><p>1. Ouvrir deux guichets et mieux accueillir (DGX)</p>")
    assert found.actions[0].contributions == PLAN.actions[0].contributions


def test_what_hangs_under_it_may_go_with_it() -> None:
    found = reject(PLAN, "o1", new_ids(), with_children=True, keep_words=False)
    assert tree(found) == [("o4", None)]
    assert found.actions[0].contributions == ()
    assert found.sections == PLAN.sections


def test_a_section_that_is_none_becomes_text_of_the_one_above() -> None:
    found = reject(PLAN, "s2", new_ids())
    assert [one.id for one in found.sections] == ["s1", "s3"]
    assert found.sections[0].body.fr == "<p>Avant.</p><hr><p>1.1. Sous-titre</p><p>Texte.</p>"
    assert found.objectives[3].section == "s1"
    alone = replace(Plan("p", Words(), "fr"), sections=(PlanSection("s", Words(fr="Seul")),))
    assert code(reject, alone, "s", new_ids()) == "last-section"
    assert reject(alone, "s", new_ids(), keep_words=False).sections == ()


def test_a_table_that_is_none_becomes_a_table_of_the_text() -> None:
    found = reject(PLAN, "t1", new_ids())
    assert found.tables == ()
    assert (found.sections[0].id, str(found.sections[0].title)) == ("new1", "")
    assert words_alone(parse(found.sections[0].body.fr)) == "Frais\nEUR\n\tA 2031\nPapier\t7"


def test_what_is_accepted_is_no_longer_doubtful() -> None:
    found = accept(PLAN, ["o4"])
    assert isinstance(found.parts["o4"], Objective)
    assert found.objectives[3].origin == Origin(4, 9)
    assert accept(PLAN, []) == PLAN
    assert code(accept, PLAN, ["o9"]) == "unknown-part"


def test_numbers_that_do_not_count_up_are_suggested_anew() -> None:
    assert suggested_numbers(PLAN) == {"o3": "1.2"}
    found = renumber(PLAN, suggested_numbers(PLAN))
    assert found.objectives[2].number == "1.2"
    assert suggested_numbers(found) == {}
    moved = move(PLAN, "o3", "o1", 0)
    assert suggested_numbers(moved) == {"o2": "1.4"}
    bare = replace(PLAN, objectives=tuple(plain(id, section="s1") for id in ("x", "y")), actions=())
    assert suggested_numbers(bare) == {}
    assert code(renumber, PLAN, {"s1": "1"}) == "not-a-statement"


# --- of any plan ----------------------------------------------------------------------------------------------------


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, one in value.items():
            if name not in {"id", "kind", "parent", "section", "origin", "framework_section", "number", "doubts"}:
                yield from texts(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from texts(one)
    elif isinstance(value, str):
        yield words_alone(parse(value)) if value.startswith("<") else value


def said(plan: Plan) -> set[str]:
    """The words of a plan, wherever they stand."""
    made = to_json(plan)
    lists = ("sections", "objectives", "actions", "swot", "risk_domains", "tables")
    fields = ("title", "body", "text", "details", "owners", "deadline", "quantity", "baseline", "means", "stakeholders",
              "quoted", "lines", "rows", "columns", "note")  # fmt: skip
    for domain in made["risk_domains"]:
        domain["quoted"] = [words for _, _, words in domain["quoted"]]
    found = (one[name] for part in lists for one in made[part] for name in fields if name in one)
    return {word for value in found for one in texts(value) for word in words_of(one)}


simple = st.text("abcdefg ", max_size=9)


@st.composite
def worded(draw: Draw) -> Plan:
    """A plan whose bodies are rich text, as what is stored is."""
    plan: Plan = draw(plans(most=3))
    html = st.builds(Words, simple.map(lambda words: f"<p>{words}</p>"), simple.map(lambda words: f"<p>{words}</p>"))
    names = {"sections": "body", "objectives": "details", "actions": "details"}
    for name, field in names.items():
        parts = tuple(replace(one, **{field: draw(html)}) for one in getattr(plan, name))
        plan = replace(plan, **{name: parts})
    return plan


operations = st.sampled_from(["move", "split", "join", "recast", "reject", "with", "accept", "renumber", "section"])


@settings(max_examples=80, deadline=None)
@given(worded(), operations, st.data())
def test_whatever_is_done_no_word_is_lost_and_the_plan_stays_whole(plan: Plan, operation: str, data: Any) -> None:
    ids = sorted(set(plan.parts) - {one.id for one in plan.acts}) or ["none"]
    one, two = data.draw(st.sampled_from(ids)), data.draw(st.none() | st.sampled_from(ids))
    try:
        found = {
            "move": lambda: move(plan, one, two, data.draw(st.integers(0, 4))),
            "split": lambda: split(plan, one, data.draw(st.integers(0, 9)), "new"),
            "join": lambda: join(plan, one, two or one),
            "recast": lambda: recast(plan, one, data.draw(st.sampled_from(ITEM_KINDS))),
            "reject": lambda: reject(plan, one, new_ids()),
            "with": lambda: reject(plan, one, new_ids(), with_children=True),
            "accept": lambda: accept(plan, [one]),
            "renumber": lambda: renumber(plan, suggested_numbers(plan)),
            "section": lambda: put_in_section(plan, one, two),
        }[operation]()
    except PlanEditError:
        return
    verify(found)
    assert parents_first(found)
    if operation != "split":  # which may cut a word in two
        assert said(plan) <= said(found)
    assert Counter("".join(sorted(said(plan)))).keys() <= Counter("".join(sorted(said(found)))).keys()


# --- the sentences --------------------------------------------------------------------------------------------------


def test_every_reason_has_its_sentence_in_four_languages(root: Any) -> None:
    known = yaml.safe_load((root / "filrouge/library/texts/plan.yaml").read_text("utf-8"))
    raised = set()
    for module, error in ((editing, PlanEditError), (numbers, PlanEditError), (plan_json, PlanFormatError)):
        raised |= set(re.findall(rf'{error.__name__}\(\s*"([\w-]+)"', inspect.getsource(module)))
    raised.add("wrong-type")
    assert raised == set(known)
    for texts_of in known.values():
        assert set(texts_of) == {"fr", "nl", "de", "en"}
        holes = {language: set(re.findall(r"{(\w+)}", text)) for language, text in texts_of.items()}
        assert len(set(map(frozenset, holes.values()))) == 1
