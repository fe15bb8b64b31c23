"""DOC103, DOC105, DOC106 and DOC109: numbering, references, announcements, titles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from filrouge.domain.model import Document, Item
from tests.domain.coherence.factory import Draft, findings, prose


def numbered(*numbers: str) -> Document:
    draft = Draft()
    for number in numbers:
        draft.heading(f"Partie {number.replace('.', '-')} bis", number, level=number.count(".") + 1)
        draft.says("Un paragraphe.")
    return draft.done()


@pytest.mark.parametrize(
    ("numbers", "kinds"),
    [
        (["1", "2", "3"], []),
        (["1", "1.1", "1.2", "2", "2.1", "2.2"], []),
        (["1", "2", "4"], ["gap"]),
        (["1", "1.1", "1.2", "1.4"], ["gap"]),
        (["1", "2", "2", "3"], ["repeat"]),
        (["1", "2", "3", "2"], ["back"]),
        (["3", "4", "5"], []),
    ],
)
def test_doc103_of_headings(numbers: list[str], kinds: list[str]) -> None:
    assert [one.fact.params["kind"] for one in findings("DOC103", numbered(*numbers))] == kinds


@pytest.mark.parametrize(
    ("numbers", "kinds"),
    [(["1", "2", "3", "1", "2"], []), (["1", "3"], ["gap"]), (["1", "2", "2", "3"], ["repeat"])],
)
def test_doc103_of_statements(numbers: list[str], kinds: list[str]) -> None:
    draft = Draft()
    draft.heading("Objectifs")
    for number in numbers:
        draft.item("objective", "Améliorer l’accueil", number)
    assert [one.fact.params["kind"] for one in findings("DOC103", draft.done())] == kinds


def test_doc103_leaves_alone_what_reading_had_to_put_in_order() -> None:
    draft = Draft()
    section = draft.heading("Objectifs")
    for number in ("1", "4"):
        draft.item("objective", "Améliorer l’accueil", number)
    draft.note("list-moved", section)
    assert findings("DOC103", draft.done()) == []


def test_doc103_leaves_alone_a_list_that_is_only_out_of_order() -> None:
    draft = Draft()
    draft.heading("Objectifs")
    for number in ("1", "4", "2", "5", "3"):
        draft.item("objective", "Améliorer l’accueil", number)
    assert findings("DOC103", draft.done()) == []


def test_doc103_leaves_alone_the_neighbour_of_columns_put_in_order_and_what_reading_moved() -> None:
    draft = Draft()
    draft.heading("Internet")
    for number in ("1", "2", "4"):
        draft.item("objective", "Améliorer l’accueil", number)
    assert len(findings("DOC103", draft.done())) == 1
    moved = draft.done()
    moved = replace(moved, items=(*moved.items[:2], replace(moved.items[2], doubts=("moved",))))
    assert findings("DOC103", moved) == []
    neighbour = draft.heading("Fraude")
    draft.says("Un paragraphe.")
    draft.note("columns-reordered", neighbour)
    assert findings("DOC103", draft.done()) == []


def test_doc103_leaves_alone_a_number_that_stands_in_the_text_between() -> None:
    draft = Draft()
    draft.heading("Accueil", "1.1", level=2)
    draft.says("Un paragraphe.", "1.2 Un titre que la lecture a pris pour du texte")
    draft.heading("Suivi", "1.3", level=2)
    assert findings("DOC103", draft.done()) == []


def annexed(sentence: str, *annexes: str, language: str = "fr") -> Document:
    draft = Draft(language)
    draft.heading("Introduction")
    draft.says(sentence)
    for title in annexes:
        draft.heading(title)
        draft.says("Un paragraphe.")
    return draft.done()


@pytest.mark.parametrize(
    ("language", "sentence", "annexes", "found"),
    [
        ("fr", "Le détail est repris à l’annexe 3.", ["Annexe 1 – Carte", "Annexe 2 – Liste"], [("annex", "3")]),
        ("fr", "Le détail est repris à l’annexe 2.", ["Annexe 1 – Carte", "Annexe 2 – Liste"], []),
        ("fr", "Pour le détail, nous renvoyons au tableau en annexe.", [], [("annexes", None)]),
        ("fr", "Pour le détail, nous renvoyons au tableau en annexe.", ["Annexe – Tableau"], []),
        ("fr", "Voir l’annexe 2 de l’arrêté royal du 5 mai 2019.", [], []),
        ("nl", "Zie bijlage 2 voor de details.", ["Bijlage 1: kaart"], [("annex", "2")]),
        ("de", "Die Einzelheiten sind in Anlage 2 aufgeführt.", ["Anlage 1: Karte"], [("annex", "2")]),
        ("en", "Details are set out in annex B.", ["Annex A: map"], [("annex", "B")]),
    ],
)
def test_doc105_of_annexes(
    language: str, sentence: str, annexes: list[str], found: list[tuple[str, str | None]]
) -> None:
    given = findings("DOC105", annexed(sentence, *annexes, language=language))
    assert [(one.fact.params["kind"], one.fact.params["target"]) for one in given] == found


def test_doc105_tells_of_an_annex_once_with_every_place() -> None:
    document = prose("Le détail figure à l’annexe 4.", "Voir aussi l’annexe 4.")
    (one,) = findings("DOC105", document)
    assert one.fact.params["count"] == 2
    assert len(one.fact.places) == 1
    assert one.fact.place
    assert document.text[one.fact.place.start : one.fact.place.end] == "annexe 4"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Comme indiqué à la section 4.2, le budget suit.", ["4.2"]),
        ("Comme indiqué à la section 1.2, le budget suit.", []),
        ("Voir le chapitre 9.", ["9"]),
        ("La loi, en son chapitre 9, le prévoit : voir le texte.", []),
        ("Le tableau 7 montre l’évolution, voir plus haut.", ["7"]),
    ],
)
def test_doc105_of_sections_and_tables(sentence: str, found: list[str]) -> None:
    draft = Draft()
    for number in ("1", "1.1", "1.2", "2"):
        draft.heading(f"Partie {number.replace('.', '-')}", number, level=number.count(".") + 1)
        draft.says("Un paragraphe.")
    draft.says(sentence)
    assert [one.fact.params["target"] for one in findings("DOC105", draft.done())] == found


def test_doc105_is_kept_by_a_table_with_its_caption() -> None:
    assert findings("DOC105", prose("Tableau 7 : évolution", "Le tableau 7 montre l’évolution, voir plus haut.")) == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Ces indicateurs seront ajoutés ultérieurement."),
        ("fr", "N’étant pas encore connus, ils seront insérés dans un addendum."),
        ("nl", "De indicatoren zullen later worden toegevoegd."),
        ("de", "Die Indikatoren werden zu einem späteren Zeitpunkt ergänzt."),
        ("en", "The indicators will be added at a later stage."),
    ],
)
def test_doc106_finds_what_is_only_announced(language: str, sentence: str) -> None:
    draft = Draft(language)
    draft.heading("Indicateurs", "5.3")
    draft.says(sentence)
    (one,) = findings("DOC106", draft.done())
    assert one.fact.params["section"] == "5.3"


@pytest.mark.parametrize(
    "sentence",
    [
        "Les plans pourront être adaptés via un addendum.",
        "Le plan sera actualisé en permanence.",
        "Le rapport sera communiqué au conseil le 3 mars 2026.",
        "La réflexion se poursuivra plus tard.",
    ],
)
def test_doc106_is_kept_by_plans_for_the_future(sentence: str) -> None:
    assert findings("DOC106", prose(sentence)) == []


def test_doc106_is_kept_once_the_addendum_is_there() -> None:
    draft = Draft()
    draft.heading("Indicateurs", "5")
    draft.says("Ces indicateurs seront ajoutés ultérieurement dans un addendum.")
    draft.heading("Addendum : indicateurs")
    assert findings("DOC106", draft.done()) == []


def test_doc109_compares_a_list_of_annexes_with_the_headings() -> None:
    draft = Draft()
    draft.heading("Liste des annexes")
    draft.says("Organigramme du corps", kind="list", label="1.")
    draft.says("Carte de la zone", kind="list", label="2.")
    first = draft.heading("Annexe 1. Structure et missions")
    draft.heading("Annexe 2 – Carte de la zone")
    (one,) = findings("DOC109", draft.done())
    assert one.fact.section == first
    assert (one.fact.params["title"], one.fact.params["listed"]) == ("Structure et missions", "Organigramme du corps")


def test_doc109_compares_a_table_of_contents_with_the_headings() -> None:
    draft = Draft("nl")
    draft.heading("Inhoudsopgave")
    draft.says("1 Onze opdracht ....... 3", "2 Onze middelen ....... 9")
    draft.heading("Onze opdracht", "1")
    second = draft.heading("Personeel en begroting", "2")
    assert [one.fact.section for one in findings("DOC109", draft.done())] == [second]


def test_doc109_does_not_take_an_objective_for_the_chapter_with_its_number() -> None:
    draft = Draft("nl")
    draft.heading("Inhoud")
    draft.says("1 Inleiding ....... 3", "2 Waarden ....... 9")
    draft.heading("Inleiding", "1")
    second = draft.heading("Onze waarden", "2")
    stated = [
        draft.heading("De wachttijd daalt", "1", level=2),
        draft.heading("Het onthaal is vernieuwd", "2", level=2),
    ]
    document = draft.done()
    places = [section.heading for section in document.sections if section.id in stated]
    items = tuple(Item(f"i{n}", "objective", str(n), "x", None, None, place) for n, place in enumerate(places, 1))
    found = findings("DOC109", replace(document, items=items))
    assert [(one.fact.section, one.fact.params["listed"]) for one in found] == [(second, "Waarden")]


def test_doc109_compares_an_overview_with_the_headings() -> None:
    titles = ["Un accueil de qualité", "Une zone proche de ses habitants", "Des outils modernes", "Un corps solidaire"]
    draft = Draft()
    draft.heading("Aperçu")
    for title in (titles[0], "Une zone proche ses habitants", *titles[2:]):
        draft.says(title, kind="list", label="•")
    sections = [draft.heading(title.upper()) for title in titles]
    (one,) = findings("DOC109", draft.done())
    assert one.fact.section == sections[1]
