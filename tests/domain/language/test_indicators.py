"""Measured quantities that a text names."""

from __future__ import annotations

from decimal import Decimal

import pytest

from filrouge.domain.language.indicators import find_indicators


@pytest.mark.parametrize(
    ("language", "text", "words", "value", "unit"),
    [
        ("fr", "Le taux d’élucidation est de 25 % en 2023.", "taux d’élucidation est de 25 %", "25", "%"),
        ("fr", "Indicateur : nombre de plaintes par an", "nombre de plaintes par an", None, None),
        ("fr", "Nombre de contrôles routiers : 120", "Nombre de contrôles routiers : 120", "120", None),
        ("fr", "Réduire le nombre de cambriolages de 10 %", "nombre de cambriolages", None, None),
        ("fr", "En 2023, 12.450 faits ont été enregistrés.", "12.450 faits", "12450", "faits"),
        ("fr", "taux de satisfaction (85 %)", "taux de satisfaction (85 %)", "85", "%"),
        (
            "fr",
            "Le délai moyen d’intervention passe à 8 minutes",
            "délai moyen d’intervention passe à 8 minutes",
            "8",
            "minutes",
        ),
        ("nl", "Het aantal klachten bedroeg 120 in 2022", "Het aantal klachten bedroeg 120", "120", None),
        ("nl", "het ziekteverzuim daalde tot 5 %", "ziekteverzuim daalde tot 5 %", "5", "%"),
        ("de", "Die Anzahl der Einbrüche sank auf 120.", "Die Anzahl der Einbrüche sank auf 120", "120", None),
        ("de", "Indikator: Anteil der geschulten Beamten", "Anteil der geschulten Beamten", None, None),
        ("en", "Track the number of burglaries", "the number of burglaries", None, None),
        ("en", "Response time: 8 minutes", "Response time: 8 minutes", "8", "minutes"),
    ],
)
def test_indicators(language: str, text: str, words: str, value: str | None, unit: str | None) -> None:
    [found] = find_indicators(text, language)
    assert (found.text, found.value, found.unit) == (words, Decimal(value) if value else None, unit)
    assert text[found.place.start : found.place.end] == words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Nombre de tendances externes sont susceptibles d’avoir un effet."),
        ("fr", "un certain nombre d’évolutions"),
        ("fr", "un grand nombre de partenaires"),
        ("fr", "Le budget est de 870 millions d’euros."),
        ("fr", "Former 80 % du personnel"),
        ("nl", "een aantal maatregelen"),
        ("de", "eine Anzahl Maßnahmen"),
        ("en", "a number of measures"),
        ("fr", "le mandat a été effectué en cinq ans"),
    ],
)
def test_what_measures_nothing(language: str, text: str) -> None:
    assert find_indicators(text, language) == ()


def test_a_list_gives_one_each() -> None:
    found = find_indicators("Indicateurs :\n- nombre de réunions\n- taux de participation", "fr", offset=10)
    assert [each.text for each in found] == ["nombre de réunions", "taux de participation"]
    assert found[0].place.start == 26


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "Le taux de rotation (9,2 % en 2025) inquiète.", "taux de rotation (9,2 % en 2025)"),
        ("fr", "nombre de visiteurs (41 300 en 2025)", "nombre de visiteurs (41 300 en 2025)"),
        ("nl", "Het aantal ongevallen (148 -> 163)", "Het aantal ongevallen (148 -> 163)"),
    ],
)
def test_a_bracket_is_kept_whole(language: str, text: str, words: str) -> None:
    assert [each.text for each in find_indicators(text, language)] == [words]


@pytest.mark.parametrize(("language", "text"), [("en", "Staff turnover"), ("nl", "Hoog ziekteverzuim")])
def test_a_measure_that_closes_a_few_nouns_counts_nothing(language: str, text: str) -> None:
    assert find_indicators(text, language) == ()
    assert len(find_indicators(f"{text}: 9 %", language)) == 1
