"""DOC101, DOC102 and DOC104: what a template asks for and what it leaves behind."""

from __future__ import annotations

import datetime as dt

import pytest

from filrouge.domain.model import Document
from tests.domain.coherence.factory import Draft, findings, framework, prose, wanted

SECTIONS = [
    wanted("mission", "Mission"),
    wanted("context", "Contexte"),
    wanted("stakeholders", "Parties prenantes", parent="context"),
    wanted("means", "Moyens"),
    wanted("vision", "Vision"),
    wanted("tools", "Outils", required=False),
]
FRAMEWORK = framework(sections=SECTIONS)


def answering(*names: str) -> Draft:
    draft = Draft()
    for name in names:
        draft.heading(name.capitalize(), answers=name)
        draft.says("Un paragraphe.")
    return draft


def test_doc101_names_a_section_that_is_missing() -> None:
    (one,) = findings("DOC101", answering("mission", "context", "stakeholders", "means").done(), FRAMEWORK)
    assert one.fact.params["ids"] == ["vision"]


def test_doc101_names_many_in_one_remark_and_not_the_parts_of_a_missing_part() -> None:
    (one,) = findings("DOC101", answering("mission", "tools").done(), FRAMEWORK)
    assert one.fact.params["form"] == "many"
    assert one.fact.params["ids"] == ["context", "means", "vision"]


def test_doc101_is_kept_by_every_section_and_by_a_document_of_another_make() -> None:
    assert findings("DOC101", answering("mission", "stakeholders", "means", "vision").done(), FRAMEWORK) == []
    assert findings("DOC101", answering("mission").done(), FRAMEWORK) == []
    assert findings("DOC101", answering("mission").done(), None) == []


def test_doc101_believes_a_heading_with_the_words_in_another_order_and_what_tables_show() -> None:
    draft = answering("mission", "stakeholders", "means")
    draft.heading("Une vision pour 2030")
    assert findings("DOC101", draft.done(), FRAMEWORK) == []
    staff = framework(sections=[wanted("mission", "Mission"), wanted("means", "Moyens"), wanted("staff", "Personnel")])
    draft = answering("mission", "means")
    assert len(findings("DOC101", draft.done(), staff)) == 1
    draft.table("staff", ["Total"], [("Accueil", 3)])
    assert findings("DOC101", draft.done(), staff) == []


def test_doc101_believes_facts_and_statements_and_says_nothing_twice() -> None:
    titles = {"start-date": "Début", "legal-framework": "Cadre légal", "operational-objectives": "Objectifs"}
    sections = [*SECTIONS[:2], *(wanted(name, title) for name, title in titles.items())]
    plan = framework(sections=sections)
    draft = answering("mission", "context")
    (one,) = findings("DOC101", draft.done(), plan)
    assert one.fact.params["ids"] == list(titles)
    assert len(findings("DOC101", draft.done(), framework("mission-letter", sections))) == 1
    assert findings("DOC101", draft.done(), framework("mission-letter", sections[:4])) == []
    draft.state(period=(dt.date(2026, 1, 1), dt.date(2030, 12, 31)), legal_basis=("la loi du 5 mai 2019",))
    draft.item("operational_objective", "Réduire le délai", "1")
    assert findings("DOC101", draft.done(), plan) == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Le référent fait rapport chaque année au collège."),
        ("nl", "De coördinator rapporteert elk jaar aan het college."),
        ("de", "Die Beauftragte berichtet dem Kollegium jährlich."),
        ("en", "The officer reports to the board every year."),
    ],
)
def test_doc101_believes_a_part_on_monitoring_that_says_how_often_it_is_reported(language: str, sentence: str) -> None:
    names = ("mission", "monitoring", "evaluation")
    policy = framework(sections=[wanted(name, name) for name in names])
    draft = Draft(language)
    draft.heading("Mission", answers="mission")
    draft.says("Text.")
    draft.heading("Follow-up", answers="monitoring")
    assert len(findings("DOC101", draft.done(), policy)) == 1
    draft.says(sentence)
    assert findings("DOC101", draft.done(), policy) == []


def test_doc102_finds_an_empty_section() -> None:
    draft = Draft()
    draft.heading("Contexte", "1")
    draft.says("Un paragraphe.")
    empty = draft.heading("Moyens", "2")
    draft.heading("Suivi", "3")
    draft.says("Un paragraphe.")
    (one,) = findings("DOC102", draft.done())
    assert (one.fact.section, one.fact.params["kind"]) == (empty, "empty")


def test_doc102_says_nothing_of_a_part_with_subsections_or_of_what_reading_put_in_order() -> None:
    draft = Draft()
    draft.heading("Contexte", "1")
    draft.heading("Analyse", "1.1", level=2)
    draft.says("Un paragraphe.")
    moved = draft.heading("Objectifs", "2")
    draft.note("list-moved", moved)
    assert findings("DOC102", draft.done()) == []


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", "Indiquez auprès de quelles instances l’entité rend compte."),
        ("fr", "Pour chaque objectif, déterminez les actions."),
        ("nl", "Beschrijf aan wie de entiteit rekenschap aflegt."),
        ("de", "Beschreiben Sie, wem die Einheit Rechenschaft ablegt."),
        ("en", "Describe to whom the entity reports."),
    ],
)
def test_doc102_finds_guidance_left_in_place(language: str, told: str) -> None:
    draft = Draft(language)
    draft.heading("1", "1")
    draft.says(told)
    draft.heading("2", "2")
    draft.says("Text.")
    (one,) = findings("DOC102", draft.done())
    assert one.fact.params["kind"] == "guidance"
    assert one.fact.params["quote"] == told.rstrip(".")


def test_doc102_folds_a_template_that_nobody_filled_in() -> None:
    draft = Draft()
    for number in range(1, 6):
        draft.heading(f"Partie {number}", str(number))
        draft.says("Précisez les moyens.", "Par exemple : un véhicule.")
    (one,) = findings("DOC102", draft.done())
    assert (one.fact.params["count"], one.fact.params["total"]) == (5, 5)


def test_doc102_is_kept_by_a_text_that_only_speaks_to_its_readers() -> None:
    assert findings("DOC102", prose("Sachez que nous comptons sur vous.", "Signalez tout incident.")) == []


def kinds(document: Document) -> list[object]:
    return [one.fact.params["kind"] for one in findings("DOC104", document)]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Réunion le **-**-**** à 10 heures", "date"),
        ("Réunion le xx/xx/xxxx", "date"),
        ("Datum: dd/mm/yyyy", "date"),
        ("D’ici 20xx, tout sera prêt", "year"),
        ("Réduire de xx% les plaintes", "figure"),
        ("avec <partenaire> et la zone", "name"),
        ("Syndicats *** réunion", "stars"),
        ("Nom : ________", "blank"),
        ("Lorem ipsum dolor sit amet", "filler"),
        ("TODO chiffres", "filler"),
        ("Responsable : [à compléter]", "name"),
        ("Montant (in te vullen)", "name"),
        ("• …", "ellipsis"),
    ],
)
def test_doc104_finds_what_was_left_to_fill_in(words: str, kind: str) -> None:
    language = "nl" if "in te vullen" in words else "fr"
    assert kinds(prose(words, language=language)) == [kind]


@pytest.mark.parametrize(
    "words",
    [
        "Un **texte en gras** et une *nuance*.",
        "La liste (bâtiments, véhicules, …) est ouverte.",
        "Voir <https://exemple.be/page> pour le détail.",
        "Au XXe siècle, le corps comptait 20 agents.",
        "Introduction .................................... 3",
        "Il reste à compléter la formation des agents.",
        "De 2020 à 2024, la part est passée à 20 %.",
    ],
)
def test_doc104_is_kept_by_ordinary_text(words: str) -> None:
    assert kinds(prose(words)) == []


def test_doc104_tells_many_of_one_kind_at_once() -> None:
    (one,) = findings("DOC104", prose(*(f"Action {n} avec <partenaire>" for n in range(8))))
    assert one.fact.params["count"] == 8
    assert len(one.fact.places) == 7


def test_doc104_is_kept_by_a_rule_of_stars_between_paragraphs() -> None:
    assert kinds(prose("Un paragraphe.", "", "***", "", "Un autre.")) == []


def test_doc102_is_kept_by_a_heading_whose_parts_lost_their_level() -> None:
    draft = Draft()
    draft.heading("Introduction", "1")
    draft.says("Un paragraphe.")
    draft.heading("Contexte", "2", answers="context")
    draft.heading("Parties prenantes", "2.1", answers="stakeholders")
    draft.says("Un paragraphe.")
    assert findings("DOC102", draft.done()) == []
    draft.heading("Contexte", answers="context")
    draft.heading("Parties prenantes")
    assert findings("DOC102", draft.done(), FRAMEWORK) == []
