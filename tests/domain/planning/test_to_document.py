"""From a plan to a document: the rules find in what is kept what they found in the file."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings

from domain.planning.documents import INVENTED, invented, plan, reading, real
from domain.planning.plans import A_DAY, plain, plans
from filrouge.domain.coherence import Finding, check
from filrouge.domain.coherence.messages import plain as shown
from filrouge.domain.language.words import tokens
from filrouge.domain.model import (
    Act,
    Action,
    Contribution,
    Document,
    Framework,
    Origin,
    Plan,
    PlanRiskDomain,
    PlanRow,
    PlanSection,
    PlanSwotItem,
    PlanTable,
    Words,
)
from filrouge.domain.planning.showing import bare_number, headings
from filrouge.domain.planning.to_document import document_of
from filrouge.domain.reading.prose import with_running

TODAY = dt.date(2026, 1, 1)
#: Reading leaves out what stands beside a table and is no cell of it; the plan cannot hold it.
BESIDE_A_TABLE = {"names": ["SCTA", "CSTA"], "unit": "Service central de traduction allemande"}


def told(finding: Finding, document: Document) -> tuple[str, str, str]:
    """Code, letters of the words marked (the order and the digits of columns and labels apart), and what is said; of a
    statement its own words, for its owners may stand on another line; of many statements only what is said."""
    place, item = finding.fact.place, document.items_by_id.get(finding.fact.item or "")
    if finding.code.startswith("SMA") and finding.fact.params.get("form") == "many":
        place = None
    words = document.text[place.start : place.end] if place else ""
    marked = "".join(tokens(item.text if item else words))
    letters = "".join(sorted(char for char in marked if char.isalpha()))
    said = {name: value for name, value in finding.fact.params.items() if name != "items"}
    return finding.code, letters, json.dumps(shown(said, "fr"), sort_keys=True, default=str)


def findings(document: Document, framework: Framework | None) -> Counter[tuple[str, str, str]]:
    return Counter(told(one, document) for one in check(document, framework, today=TODAY).findings)


def differing(path: Path) -> list[tuple[str, str]]:
    """What the rules find in one of the two only, as (code, what is said)."""
    document, framework = reading(path)
    made = plan(path)
    before, after = findings(document, framework), findings(with_running(document_of(made), framework), framework)
    return [(code, said) for code, _, said in ((before - after) | (after - before)).elements()]


@pytest.mark.parametrize(("name", "form"), INVENTED)
def test_an_invented_document_is_judged_alike(name: str, form: str, tmp_path: Path) -> None:
    assert differing(invented(name, form, tmp_path)) == []


def test_a_real_document_is_judged_alike(reference_dir: Path) -> None:
    found = [one for path in real(reference_dir) for one in differing(path)]
    assert found in ([], [("DOC108", json.dumps(BESIDE_A_TABLE, sort_keys=True))])


@settings(max_examples=60, deadline=None)
@given(plans())
def test_any_plan_becomes_a_document_in_which_every_place_is_right(one: Plan) -> None:
    document = document_of(one)
    size = len(document.text)
    for part in (*document.items, *document.sections, *document.paragraphs, *document.swot, *document.tables):
        assert part.place.end <= size
    assert {item.id for item in document.items} == {part.id for part in (*one.objectives, *one.actions)}
    for item in document.items:
        assert " ".join(item.text.split()) in " ".join(document.text[item.place.start : item.place.end].split())
    for section in document.sections:
        assert section.place.start == section.heading.start
    check(document, None, today=TODAY)


PLAN = Plan(
    id="p",
    title=Words(fr="Plan de quartier"),
    language="fr",
    period=(dt.date(2030, 1, 1), dt.date(2033, 12, 31)),
    sections=(
        PlanSection("s1", Words(fr="Objectifs", nl="Doelen"), None, "1", Words(fr="<p>Avant :</p><hr><p>Fin.</p>")),
        PlanSection("s2", Words(fr="Ouvrir"), "s1", "Objectif 2"),
        PlanSection("s3", Words(fr="Moyens"), None, "2", Words(fr="<ul><li>un</li></ul><p><sup>1</sup> Note</p>")),
    ),
    objectives=(
        plain("o1", "Accueillir", section="s1", number="1", owners=("DGX",), deadline="fin 2031", deadline_on=A_DAY),
        plain("o2", "Ouvrir", section="s1", number="2"),
    ),
    actions=(Action("a1", Words(fr="Former"), (Contribution("o1"),), "s1", "1.1", means="deux jours"),),
    swot=(PlanSwotItem("w1", "weakness", "1", Words(fr="Des locaux vétustes"), "s3"),),
    risk_domains=(PlanRiskDomain("r1", "1", Words(fr="Locaux"), (1,), section="s3"),),
    tables=(
        PlanTable("t1", "budget", Words(fr="Frais"), "EUR", ("A",), (PlanRow("x", (("A", 2031, Decimal("1.5")),)),)),
        PlanTable("t2", "communication", Words(), lines=(("tous", "tous", "2031", "m", "c", "d"),), section="s3"),
    ),
    acts=(Act("c1", "adoption", A_DAY, "Conseil"),),
)  # fmt: skip


def words_at(document: Document, part: object) -> str:
    place = part.place  # type: ignore[attr-defined]
    return document.text[place.start : place.end]


def test_everything_stands_in_the_text_at_its_place() -> None:
    document = document_of(PLAN)
    assert [(one.id, one.number, one.level, one.parent) for one in document.sections] == [
        ("s1", "1", 1, None), ("s2", "2", 2, "s1"), ("s3", "2", 1, None),
    ]  # fmt: skip
    items = document.items_by_id
    assert [one.id for one in document.items] == ["o1", "a1", "o2"]
    assert words_at(document, items["o1"]) == "1. Accueillir (DGX)"
    assert (items["a1"].parent, items["a1"].section) == ("o1", "s1")
    assert items["o1"].deadline is not None
    assert items["o1"].deadline.date == A_DAY
    assert "Échéance : fin 2031" in document.text
    assert "Moyens : deux jours" in document.text
    kinds = {one.text: one.kind for one in document.paragraphs}
    assert (kinds["Avant :"], kinds["un"], kinds["Note"], kinds["Faiblesses :"]) == (
        "lead_in", "list", "footnote", "lead_in",
    )  # fmt: skip
    assert [one.id for one in document.tables] == ["t2", "t1"]  # what stands in no section comes last
    assert document.tables[1].section is None
    cell = document.tables[1].cells[0]
    assert (words_at(document, cell), cell.year, cell.value) == ("1.5", 2031, Decimal("1.5"))
    assert words_at(document, document.swot[0]) == "1. Des locaux vétustes"
    assert document.tables[0].actions[0].channel == "c"
    assert document.text.index("Fin.") > document.text.index("Former")
    assert (document.facts.validated_by, document.facts.validated_on) == ("Conseil", A_DAY)
    assert document.text.startswith("Plan de quartier")


def test_a_heading_that_is_a_statement_says_it_once() -> None:
    document = document_of(PLAN)
    assert headings(PLAN) == {"s2": "o2"}
    assert document.items_by_id["o2"].place == document.sections_by_id["s2"].heading
    assert document.items_by_id["o2"].section == "s1"
    assert document.text.count("Ouvrir") == 1


def test_what_does_not_stand_in_a_language_stands_in_the_main_one() -> None:
    document = document_of(PLAN, "nl")
    assert document.language == "nl"
    assert [one.title for one in document.sections] == ["Doelen", "Ouvrir", "Moyens"]
    with pytest.raises(ValueError, match="language"):
        document_of(PLAN, "es")


def test_what_reading_was_unsure_of_stays_known_until_a_person_confirms_it() -> None:
    unsure = replace(PLAN.sections[0], origin=Origin(0, 9, 0.4, ("columns-reordered",)))
    document = document_of(replace(PLAN, sections=(unsure, *PLAN.sections[1:])))
    assert [(note.code, note.section) for note in document.notes] == [("columns-reordered", "s1")]
    assert document.sections[0].confidence == 0.4
    assert document_of(PLAN).notes == ()


def test_the_number_of_a_heading_without_its_word() -> None:
    assert [bare_number(one) for one in ("Annexe 1", "3.2.", "IV", "", " ", "Objectif stratégique 4 :")] == [
        "1", "3.2", "IV", "", "", "4",
    ]  # fmt: skip
