"""MAN101-106 and 109, each with an invented letter that breaks it and one that keeps it."""

from __future__ import annotations

import datetime as dt

import pytest

from filrouge.domain.model import Document
from tests.domain.coherence.factory import Draft, findings, framework, prose

LETTER = framework("mission-letter")


def letter(*sentences: str, language: str = "fr", **facts: object) -> Document:
    draft = Draft(language).state(**facts)
    draft.heading("Introduction")
    draft.says(*sentences)
    return draft.done()


def params(code: str, document: Document) -> list[dict[str, object]]:
    return [dict(one.fact.params) for one in findings(code, document, LETTER)]


@pytest.mark.parametrize(
    ("facts", "forms"),
    [
        ({"starts_on": dt.date(2025, 3, 1), "term_years": 5}, []),
        ({"term_years": 5}, ["no_start"]),
        ({"starts_on": dt.date(2025, 3, 1), "term_years": 6}, ["long"]),
        ({"period": (dt.date(2025, 3, 1), dt.date(2030, 2, 28))}, []),
        ({"period": (dt.date(2025, 3, 1), dt.date(2031, 2, 28))}, ["period"]),
        ({"period": (dt.date(2024, 2, 29), dt.date(2029, 2, 28))}, []),
        ({"period": (dt.date(2028, 1, 1), dt.date(2033, 12, 31))}, []),  # "2028-2033", from one summer to another
        ({"period": (dt.date(2028, 1, 1), dt.date(2034, 12, 31))}, ["period"]),
    ],
)
def test_man101(facts: dict[str, object], forms: list[str]) -> None:
    assert [one["form"] for one in params("MAN101", letter("Texte.", **facts))] == forms


def test_man102_is_broken_by_a_letter_that_nobody_adopted() -> None:
    assert params("MAN102", letter("La lettre fixe les objectifs.")) == [{"missing": ["body", "date"]}]
    assert params("MAN102", letter("Texte.", validated_by="conseil de police")) == [{"missing": ["date"]}]


def test_man102_is_kept_by_a_body_and_a_date() -> None:
    known = letter("Texte.", validated_by="conseil de police", validated_on=dt.date(2025, 5, 14))
    assert params("MAN102", known) == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Le conseil de police a arrêté la présente lettre en séance du 14 mai 2025."),
        ("nl", "De politieraad heeft deze brief op 14 mei 2025 vastgesteld."),
        ("de", "Der Polizeirat hat dieses Schreiben am 14. Mai 2025 genehmigt."),
        ("en", "The police council approved this letter on 14 May 2025."),
    ],
)
def test_man102_believes_a_sentence_that_tells_of_the_adoption(language: str, sentence: str) -> None:
    assert params("MAN102", letter(sentence, language=language)) == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Une copie de la lettre est envoyée à l’inspecteur général."),
        ("nl", "Een afschrift van de brief wordt aan de inspecteur-generaal bezorgd."),
        ("de", "Eine Kopie des Schreibens wird dem Generalinspekteur übermittelt."),
        ("en", "A copy of the letter is sent to the Inspector General."),
    ],
)
def test_man103(language: str, sentence: str) -> None:
    assert params("MAN103", letter(sentence, language=language)) == []
    assert params("MAN103", letter("…", language=language)) == [{}]


def test_man104() -> None:
    assert params("MAN104", letter("La lettre fixe les objectifs du mandat.")) == [{}]
    assert params("MAN104", letter("Conformément à l’arrêté royal du 30 mars 2001, elle fixe les objectifs.")) == []
    assert params("MAN104", letter("Texte.", legal_basis=("loi du 26 avril 2002",))) == []


@pytest.mark.parametrize(
    ("language", "sentence", "plans"),
    [
        ("fr", "La zone de police suit le plan national de sécurité et le plan zonal de sécurité.", None),
        ("fr", "La zone de police suit le plan zonal de sécurité.", ["national"]),
        ("fr", "La zone de police suit ses propres priorités.", ["national", "zonal"]),
        ("fr", "La direction suit le PNS.", None),
        ("nl", "De politiezone volgt het nationaal veiligheidsplan.", ["zonal"]),
        ("de", "Die Polizeizone folgt dem zonalen Sicherheitsplan.", ["national"]),
        ("en", "The police zone follows the national security plan.", ["zonal"]),
    ],
)
def test_man105_names_the_plan_that_is_missing(language: str, sentence: str, plans: list[str] | None) -> None:
    found = params("MAN105", letter(sentence, language=language))
    assert found == ([{"plans": plans}] if plans else [])


def test_man106_is_broken_when_integrity_is_only_an_attitude() -> None:
    draft = Draft()
    draft.heading("Valeurs")
    draft.says("Nous respectons les normes déontologiques et l’intégrité physique de chacun.")
    draft.item("commitment", "Nous protégerons l’intégrité des données.")
    assert params("MAN106", draft.done()) == [{}]


def test_man106_is_kept_by_an_objective_a_heading_or_a_policy() -> None:
    objective, heading = Draft(), Draft()
    objective.item("objective", "Renforcer l’intégrité au sein du corps", "6")
    heading.heading("Intégrité")
    assert params("MAN106", objective.done()) == []
    assert params("MAN106", heading.done()) == []
    assert params("MAN106", letter("Een integriteitsbeleid wordt uitgewerkt.", language="nl")) == []


def test_man109_is_broken_by_a_letter_without_means() -> None:
    assert params("MAN109", prose("Nous mettrons tout en œuvre, avec les moyens de la zone.")) == [{}]


def test_man109_is_kept_by_figures_a_table_or_a_part_on_the_means() -> None:
    table, part = Draft(), Draft()
    table.table("staff", ["Total"], [("Accueil", 3), ("Total", 3)])
    part.heading("Moyens mis à disposition")
    part.says("Deux inspecteurs renforcent l’accueil, et un véhicule supplémentaire est acquis chaque année du mandat.")
    assert params("MAN109", table.done()) == []
    assert params("MAN109", part.done()) == []
    assert params("MAN109", letter("La zone dispose de 112 ETP.")) == []
    assert params("MAN109", letter("De zone beschikt over 11.400.000 euro.", language="nl")) == []


def test_other_documents_are_not_letters() -> None:
    assert findings("MAN102", prose("Texte."), framework("strategic-plan")) == []
