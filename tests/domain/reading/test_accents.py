"""Titles in capitals get the accents of the document's own words back, and keep what nothing in it decides."""

from __future__ import annotations

import pytest

from filrouge.domain.model import Place, Section
from filrouge.domain.reading.accents import Spelling, with_accents

BODY = ("La sécurité routière reste une priorité.", "Elle marche à pied ; il a marché.", "Die größte Straße, das Büro.")


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("LA SECURITE ROUTIERE", "LA SÉCURITÉ ROUTIÈRE"),
        ("2. PRIORITE", "2. PRIORITÉ"),
        ("DAS BURO", "DAS BÜRO"),
        ("LA SÉCURITE", "LA SÉCURITE"),
        ("LES RESULTATS", "LES RESULTATS"),
        ("STRASSE", "STRASSE"),
    ],
)
def test_a_title_in_capitals_is_written_as_its_words_are_elsewhere(title: str, written: str) -> None:
    assert Spelling(BODY).of_title(title) == written


def test_a_word_that_is_written_in_two_ways_follows_its_neighbour_or_stays() -> None:
    texts = ("le marché couvert", "le marché public", "elle marche vite", "elle marche bien")
    assert Spelling(texts).of_title("LE MARCHE") == "LE MARCHÉ"
    assert Spelling(texts).of_title("MARCHE") == "MARCHE"


def test_words_in_capitals_teach_nothing() -> None:
    assert Spelling(("LA SÉCURITÉ ROUTIÈRE",)).of_title("LA SECURITE") == "LA SECURITE"


def test_only_titles_in_capitals_change() -> None:
    place = Place(0, 5)
    sections = tuple(
        Section(f"s{rank}", None, title, 1, place, place) for rank, title in enumerate(("LA SECURITE", "La securite"))
    )
    assert [one.title for one in with_accents(sections, BODY)] == ["LA SÉCURITÉ", "La securite"]
    assert with_accents(sections[1:], BODY) == sections[1:]
