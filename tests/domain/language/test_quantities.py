"""Figures and what they count."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filrouge.domain.language.quantities import find_quantities, parse_number


@pytest.mark.parametrize(
    ("printed", "language", "value"),
    [
        ("1.816.852", "fr", "1816852"),
        ("20,33", "fr", "20.33"),
        ("1 816 852,5", "fr", "1816852.5"),
        ("1\u202f816", "fr", "1816"),
        ("1.250", "nl", "1250"),
        ("1.250", "en", "1.250"),
        ("1,250", "en", "1250"),
        ("1,250", "de", "1.250"),
        ("1.250,50", "de", "1250.50"),
        ("1,250.50", "en", "1250.50"),
        ("1,250.50", "fr", "1250.50"),
        ("0.500", "fr", "0.500"),
        ("2.5", "fr", "2.5"),
        ("-3,5", "nl", "-3.5"),
        ("7", "de", "7"),
    ],
)
def test_numbers(printed: str, language: str, value: str) -> None:
    assert parse_number(printed, language) == Decimal(value)


@pytest.mark.parametrize("printed", ["1.23.456", "12,3456,7", "", "abc", "1..2"])
def test_what_is_no_number(printed: str) -> None:
    assert parse_number(printed, "fr") is None


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "Réduire de 15 % les vols", [("15 %", "15", "%")]),
        ("fr", "10 pour cent des agents", [("10 pour cent", "10", "%")]),
        ("fr", "recruter 12 ETP", [("12 ETP", "12", "ETP")]),
        ("fr", "un budget de 1.816.852 EUR", [("1.816.852 EUR", "1816852", "EUR")]),
        ("fr", "52 millions d’euros", [("52 millions d’euros", "52000000", "euros")]),
        ("fr", "52 millions", [("52 millions", "52000000", None)]),
        ("fr", "deux patrouilles par jour", [("deux patrouilles", "2", "patrouilles")]),
        ("fr", "Les 5.648 collaborateurs1", [("5.648 collaborateurs", "5648", "collaborateurs")]),
        ("fr", "de 20 % à 25 %", [("20 %", "20", "%"), ("25 %", "25", "%")]),
        ("fr", "entre 10 et 15 % des faits", [("10 et 15 %", "10", "%")]),
        ("fr", "10-15%", [("10-15%", "10", "%")]),
        ("fr", "112 appels par jour", [("112 appels", "112", "appels")]),
        ("fr", "intervenir en 8 minutes", [("8 minutes", "8", "minutes")]),
        ("fr", "10 nouvelles caméras", [("10 nouvelles caméras", "10", "caméras")]),
        ("fr", "200 cambriolages de moins", [("200 cambriolages", "200", "cambriolages")]),
        ("nl", "€ 1.200,50 per jaar", [("€ 1.200,50", "1200.50", "€")]),
        ("nl", "een daling met 10 procent", [("10 procent", "10", "%")]),
        ("nl", "drie patrouilles en 12 VTE", [("drie patrouilles", "3", "patrouilles"), ("12 VTE", "12", "VTE")]),
        ("nl", "1,2 miljoen euro", [("1,2 miljoen euro", "1200000", "euro")]),
        ("de", "20,5 VZÄ und zwei Streifen", [("20,5 VZÄ", "20.5", "VZÄ"), ("zwei Streifen", "2", "Streifen")]),
        ("de", "um 10 Prozent senken", [("10 Prozent", "10", "%")]),
        ("en", "1,816,852.5 EUR", [("1,816,852.5 EUR", "1816852.5", "EUR")]),
        ("en", "ten officers and 1.25 FTE", [("ten officers", "10", "officers"), ("1.25 FTE", "1.25", "FTE")]),
    ],
)
def test_quantities(language: str, text: str, found: list[tuple[str, str, str | None]]) -> None:
    assert [(q.text, q.value, q.unit) for q in find_quantities(text, language)] == [
        (words, Decimal(value), unit) for words, value, unit in found
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "structurée à deux niveaux"),
        ("fr", "l’article 12 agents compris"),
        ("fr", "appeler le 112 ou le 1722"),
        ("fr", "le 28 septembre 2020"),
        ("fr", "entre en vigueur le 31 décembre"),
        ("fr", "en 2024 et 2025"),
        ("fr", "dans un délai de trois mois"),
        ("fr", "1. Manque de moyens"),
        ("fr", "3.2.1 Objectifs"),
        ("fr", "ouvert 24/7"),
        ("fr", "loi du 7 décembre 1998"),
        ("fr", "GPI 71 et CP3"),
        ("fr", "tél. 065/33.44.55"),
        ("fr", "(1) des thèmes"),
        ("nl", "binnen de 30 dagen"),
        ("de", "Artikel 12 des Gesetzes"),
        ("en", "see page 12 persons"),
    ],
)
def test_what_is_no_quantity(language: str, text: str) -> None:
    assert find_quantities(text, language) == ()


def test_places_are_moved_by_the_offset() -> None:
    [quantity] = find_quantities("soit 15 % des cas", "fr", offset=100)
    assert (quantity.place.start, quantity.place.end) == (105, 109)


@given(st.text(alphabet="0123456789.,% -/EURdespatrouilles€\n", max_size=50), st.sampled_from(("fr", "nl", "de", "en")))
def test_any_text_gives_quantities_in_order_and_in_bounds(text: str, language: str) -> None:
    end = 0
    for quantity in find_quantities(text, language):
        assert end <= quantity.place.start < quantity.place.end <= len(text)
        assert " ".join(text[quantity.place.start : quantity.place.end].split()) == quantity.text
        end = quantity.place.end


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("nl", "De dienst voert minstens 60 gerichte controles uit.", ("60 gerichte controles", "60", "controles")),
        ("nl", "minstens 60 gerichte snelheidstesten", ("60 gerichte snelheidstesten", "60", "snelheidstesten")),
        ("nl", "maximum 45 per jaar in 2031", ("45", "45", None)),
        ("de", "höchstens 15 pro Jahr", ("15", "15", None)),
        ("de", "mindestens 60 gezielte Kontrollen", ("60 gezielte Kontrollen", "60", "Kontrollen")),
        ("fr", "au moins 12 patrouilles", ("12 patrouilles", "12", "patrouilles")),
        ("fr", "au maximum 45 par an", ("45", "45", None)),
        ("en", "at least 60 targeted checks", ("60 targeted checks", "60", "checks")),
    ],
)
def test_the_least_and_the_most(language: str, text: str, found: tuple[str, str, str | None]) -> None:
    assert [(q.text, str(q.value), q.unit) for q in find_quantities(text, language)] == [found]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "een kind van drie maanden"),
        ("nl", "jongeren van minstens 12 jaar"),
        ("nl", "dossiers ouder dan drie maanden"),
        ("fr", "un enfant de trois mois"),
        ("de", "ein drei Monate altes Kind"),
        ("en", "anyone at least 18 years old"),
        ("nl", "drie gemeenteraden keurden dit goed"),
        ("nl", "de drie gemeenten"),
        ("fr", "les trois communes"),
        ("nl", "minimum 2024"),
    ],
)
def test_ages_bodies_and_known_sets_are_no_targets(language: str, text: str) -> None:
    assert find_quantities(text, language) == ()
