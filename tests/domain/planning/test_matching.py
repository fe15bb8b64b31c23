"""A plan read anew takes the ids of the plan that is kept; what a file cannot say stays known."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from domain.planning.documents import INVENTED, invented, plan, real
from domain.planning.plans import A_DAY, parents_first, plans
from filrouge.domain.model import (
    Act,
    Action,
    Contribution,
    Objective,
    Origin,
    Plan,
    PlanSection,
    PlanSwotItem,
    PlanTable,
    Words,
)
from filrouge.domain.model.plan_json import verify
from filrouge.domain.planning.changes import differences
from filrouge.domain.planning.matching import adopt_ids


def other(plan: Plan) -> Plan:
    """The same plan under other ids, as a second reading gives it."""
    new = {id: f"z-{id}" for id in plan.parts}

    def renamed(part: Any) -> Any:
        values: dict[str, Any] = {"id": new[part.id]}
        for name in ("parent", "section"):
            if getattr(part, name, None) is not None:
                values[name] = new[getattr(part, name)]
        if isinstance(part, Action):
            found = (replace(one, objective=new[one.objective]) for one in part.contributions)
            values["contributions"] = tuple(found)
        return replace(part, **values)

    lists = ("sections", "objectives", "actions", "swot", "risk_domains", "tables", "acts")
    return replace(plan, id="z", **{name: tuple(map(renamed, getattr(plan, name))) for name in lists})


def says(*texts: str, parent: str | None = None, letter: str = "o") -> tuple[Objective, ...]:
    return tuple(
        Objective(f"{letter}{rank}", "objective", Words(fr=text), parent, "s1", str(rank))
        for rank, text in enumerate(texts, 1)
    )


BASE = Plan(
    "p",
    Words(fr="Plan"),
    "fr",
    ("fr",),
    sections=(PlanSection("s1", Words(fr="Objectifs")), PlanSection("s2", Words(fr="Moyens"))),
    objectives=says(
        "Ouvrir deux guichets en soirée",
        "Réduire le délai de réponse aux courriers",
        "Former tous les collaborateurs de l’accueil",
    ),
    actions=(Action("a1", Words(fr="Chercher un local"), (Contribution("o1"),), "s1"),),
    swot=(PlanSwotItem("w1", "strength", "1", Words(fr="Une équipe soudée"), "s2"),),
    tables=(PlanTable("t1", "budget", Words(fr="Frais"), "EUR"),),
)


def told(known: Plan, incoming: Plan) -> list[tuple[str, str, str]]:
    found = adopt_ids(known, incoming)
    verify(found)
    return [(one.kind, one.part, one.field) for one in differences(known, found, origins=False)]


@pytest.mark.parametrize(("name", "form"), INVENTED)
def test_the_same_file_again_does_not_differ(name: str, form: str, tmp_path: Path) -> None:
    path = invented(name, form, tmp_path)
    known = plan(path)
    assert differences(known, adopt_ids(known, plan(path, "z"))) == ()
    assert differences(known, adopt_ids(known, plan(path))) == ()


def test_the_same_real_file_again_does_not_differ(reference_dir: Path) -> None:
    for path in real(reference_dir):
        known = plan(path)
        assert differences(known, adopt_ids(known, plan(path, "z"))) == ()


@settings(max_examples=60, deadline=None)
@given(plans(), plans())
def test_whatever_comes_in_stays_whole_and_keeps_its_words(known: Plan, incoming: Plan) -> None:
    found = adopt_ids(known, incoming)
    verify(found)
    assert parents_first(found)
    language = incoming.language
    assert [one.text[language] for one in found.objectives] == [one.text[language] for one in incoming.objectives]
    assert [one.title[language] for one in found.sections] == [one.title[language] for one in incoming.sections]


@settings(deadline=None)
@given(plans())
def test_other_ids_alone_are_no_difference_of_trees(known: Plan) -> None:
    found = adopt_ids(known, other(known))
    assert len(found.parts) == len(known.parts)
    assert {one.id for one in found.acts} == {one.id for one in known.acts}


def test_a_word_changed_an_objective_added_another_gone() -> None:
    texts = (
        "Ouvrir trois guichets en soirée",
        "Publier un rapport annuel",
        "Former tous les collaborateurs de l’accueil",
    )
    incoming = other(replace(BASE, objectives=says(*texts)))
    assert told(BASE, incoming) == [("removed", "o2", ""), ("field", "o1", "text"), ("added", "z-o2", "")]


def test_a_statement_that_moved_is_known_by_its_words() -> None:
    first, second, third = BASE.objectives
    incoming = other(replace(BASE, objectives=(first, replace(third, parent="o1"), second)))
    assert told(BASE, incoming) == [("moved", "o3", "")]


def test_equal_words_under_different_parents_are_told_apart_by_them() -> None:
    both = (
        *says("Premier axe de travail", "Second axe de travail"),
        *says("Former", parent="o1", letter="p"),
        *says("Former", parent="o2", letter="q"),
    )
    known = replace(BASE, objectives=both)
    without = replace(known, objectives=(both[0], both[1], both[3]))
    assert told(known, other(without)) == [("removed", "p1", "")]


def test_a_section_with_another_title_is_known_by_its_text() -> None:
    body = Words(fr="<p>Nous disposons de douze collaborateurs et de deux bâtiments au centre.</p>")
    known = replace(BASE, sections=(BASE.sections[0], replace(BASE.sections[1], body=body)))
    renamed = replace(
        known, sections=(known.sections[0], replace(known.sections[1], title=Words(fr="Personnel et locaux")))
    )
    assert told(known, other(renamed)) == [("field", "s2", "title")]


def test_what_a_file_cannot_say_stays_known() -> None:
    objective = replace(
        BASE.objectives[0],
        text=Words(fr="Ouvrir deux guichets en soirée", nl="Twee loketten openen"),
        stakeholders=("Habitants",),
        commitment="result",
        baseline="un guichet",
    )
    action = replace(
        BASE.actions[0],
        contributions=(Contribution("o1", Decimal(60)), Contribution("o2", Decimal(40))),
        state="under_way",
        progress=30,
    )
    known = replace(
        BASE,
        entity="ZP",
        state="adopted",
        version=3,
        languages=("fr", "nl"),
        period=(A_DAY, A_DAY),
        objectives=(objective, *BASE.objectives[1:]),
        actions=(action,),
        acts=(Act("c1", "adoption", A_DAY, "Conseil"), Act("c2", "copy", A_DAY, "AIG")),
    )
    incoming = other(replace(BASE, acts=(Act("c9", "adoption", A_DAY, "conseil"),)))
    assert differences(known, adopt_ids(known, incoming)) == ()


def test_what_the_file_says_anew_replaces_what_was_known() -> None:
    incoming = other(
        replace(BASE, title=Words(fr="Autre"), period=(A_DAY, A_DAY), acts=(Act("c1", "adoption", A_DAY),))
    )
    assert told(BASE, incoming) == [("field", "", "title"), ("field", "", "period"), ("added", "z-c1", "")]


def test_an_action_put_under_another_objective_serves_that_one() -> None:
    moved = replace(BASE.actions[0], contributions=(Contribution("o2"),))
    found = adopt_ids(BASE, other(replace(BASE, actions=(moved,))))
    assert [one.objective for one in found.actions[0].contributions] == ["o2"]


def test_what_a_person_confirmed_stays_confirmed_while_it_says_the_same() -> None:
    sure = replace(BASE.objectives[0], origin=Origin(5, 9))
    known = replace(BASE, objectives=(sure, *BASE.objectives[1:]))
    read = replace(sure, origin=Origin(7, 11, 0.6, ("moved",)))
    found = adopt_ids(known, other(replace(BASE, objectives=(read, *BASE.objectives[1:]))))
    assert found.objectives[0].origin == Origin(7, 11)
    changed = replace(read, text=Words(fr="Ouvrir six guichets en soirée"))
    found = adopt_ids(known, other(replace(BASE, objectives=(changed, *BASE.objectives[1:]))))
    assert found.objectives[0].origin == Origin(7, 11, 0.6, ("moved",))


def test_an_id_that_is_taken_is_given_to_no_other() -> None:
    incoming = replace(
        BASE, objectives=(Objective("o2", "objective", Words(fr="Tout autre chose, en effet")),), actions=()
    )
    found = adopt_ids(BASE, incoming)
    assert found.objectives[0].id not in BASE.parts


def test_two_thousand_reworded_statements_are_matched() -> None:
    """None is equal: each is found by likeness among many alike."""
    stems = (
        "accueil",
        "courrier",
        "patrouille",
        "enquête",
        "formation",
        "parc",
        "réseau",
        "budget",
        "recrutement",
        "quartier",
    )

    def many(verb: str) -> Plan:
        texts = (
            f"{verb} {stems[n % 10]} {stems[n // 10 % 10]} du poste numéro {n * 7919 % 100003}" for n in range(2000)
        )
        return replace(BASE, objectives=says(*texts), actions=())

    known, incoming = many("Améliorer de façon durable"), other(many("Améliorer de manière durable"))
    found = adopt_ids(known, incoming)
    same = sum(one.id == was.id for one, was in zip(found.objectives, known.objectives, strict=True))
    assert same > 1900
