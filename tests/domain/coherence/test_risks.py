"""RIS101-105: risk domains, the analysis behind them, and how they quote it."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.domain.coherence.factory import Draft, findings, prose

TEXTS = ("outils dispersés", "postes vacants", "archives fragiles", "bâtiment vétuste")


def analysed(*, weaknesses: tuple[int, ...] = (1, 2, 3, 4), objectives: tuple[int, ...] = (1, 2, 3, 4)) -> Draft:
    draft = Draft()
    draft.heading("Analyse SWOT")
    draft.swot("strength", "équipe stable", "réseau de partenaires")
    draft.swot("weakness", *TEXTS)
    draft.swot("threat", "marché du travail tendu")
    draft.heading("Objectifs")
    for number in range(1, 5):
        draft.item("strategic_objective", f"Améliorer le service {number}", str(number))
    draft.heading("Risques")
    draft.domain("Informatique", weaknesses, (1,), objectives)
    return draft


def test_ris101_finds_a_weakness_in_no_domain() -> None:
    (one,) = findings("RIS101", analysed(weaknesses=(1, 2, 4)).done())
    assert (one.fact.params["kind"], one.fact.params["number"]) == ("weakness", "3")
    assert findings("RIS101", analysed().done()) == []


def test_ris101_tells_most_of_them_at_once() -> None:
    (one,) = findings("RIS101", analysed(weaknesses=(1,)).done())
    assert (one.fact.params["form"], one.fact.params["count"], one.fact.params["kind"]) == ("many", 3, "weakness")


def test_ris102_finds_an_objective_in_no_domain() -> None:
    (one,) = findings("RIS102", analysed(objectives=(1, 2, 4)).done())
    assert (one.fact.item, one.fact.params["number"]) == ("i3", "3")
    assert findings("RIS102", analysed().done()) == []


def test_ris102_looks_at_the_level_that_the_domains_quote() -> None:
    draft = analysed()
    draft.item("ambition", "tenir un registre", "9")
    assert findings("RIS102", draft.done()) == []


def test_ris103_counts_what_nothing_uses() -> None:
    (one,) = findings("RIS103", analysed().done())
    assert (one.fact.params["kind"], one.fact.params["count"], one.fact.params["total"]) == ("strength", 2, 2)
    draft = analysed()
    draft.says("Cet objectif s’appuie sur la force 1 et sur la force 2.")
    assert findings("RIS103", draft.done()) == []


def test_without_risk_domains_nothing_is_said() -> None:
    draft = Draft()
    draft.swot("weakness", *TEXTS)
    draft.swot("strength", "équipe stable")
    for code in ("RIS101", "RIS102", "RIS103", "RIS105"):
        assert findings(code, draft.done()) == []


@pytest.mark.parametrize(
    ("language", "sentence", "count"),
    [
        ("fr", "L’analyse SWOT a été réalisée en 2019 par la direction.", 1),
        ("fr", "L’analyse SWOT a été actualisée en 2024.", 0),
        ("fr", "Selon une étude publiée ailleurs, la population comptait 12 % de jeunes en 2012.", 0),
        ("nl", "De omgevingsanalyse dateert van 2020.", 1),
        ("nl", "De omgevingsanalyse werd uitgevoerd in maart 2024.", 0),
        ("de", "Die SWOT-Analyse wurde durchgeführt im Jahr 2018.", 1),
        ("en", "The SWOT analysis was carried out in 2019.", 1),
    ],
)
def test_ris104(language: str, sentence: str, count: int) -> None:
    draft = Draft(language).state(validated_on=dt.date(2025, 5, 14))
    draft.heading("Analyse")
    draft.says(sentence)
    assert len(findings("RIS104", draft.done())) == count


def test_ris104_reads_headings_and_needs_the_date_of_the_document() -> None:
    draft = Draft().state(period=(dt.date(2025, 1, 1), dt.date(2027, 12, 31)))
    draft.heading("Analyse SWOT (2019)")
    assert len(findings("RIS104", draft.done())) == 1
    assert findings("RIS104", prose("L’analyse SWOT a été réalisée en 2019.")) == []


def quoted(*quotes: tuple[str, int, str]) -> list[dict[str, object]]:
    draft = analysed()
    draft.domain("Personnel", (2,), (1,), (1,), quotes)
    return [dict(one.fact.params) for one in findings("RIS105", draft.done())]


def test_ris105_finds_other_words() -> None:
    (one,) = quoted(("threat", 1, "Marchés du travail tendus"), ("weakness", 2, "Postes vacants"))
    assert (one["defined"], one["quoted"]) == ("marché du travail tendu", "Marchés du travail tendus")


def test_ris105_tells_the_same_words_once_and_compares_objectives_too() -> None:
    other = ("objective", 1, "Améliorer les services 1")
    found = quoted(other, other, ("threat", 1, "travail tendu ici"))
    assert [(one["kind"], one["count"]) for one in found] == [("objective", 2), ("threat", 1)]


@pytest.mark.parametrize(
    "words", ["Marché du travail tendu ;", "marché  du travail-tendu.", "MARCHÉ DU TRAVAIL TENDU", "marché du travail"]
)
def test_ris105_is_kept_by_case_spaces_hyphens_end_marks_and_a_shorter_quotation(words: str) -> None:
    assert quoted(("threat", 1, words)) == []
