"""Folding, tokens, stems, likeness and patterns of many phrases."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filrouge.domain.language.words import any_of, flat, fold, phrases, similarity, stem, stems, tokens


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Sécurité ROUTIÈRE", "securite routiere"),
        ("l’équipe", "l'equipe"),
        ("«\u00a0mot\u202f»", '" mot "'),
        ("2022 – 2024", "2022 - 2024"),
        ("co‑opération", "co-operation"),
        ("Œuvre, Größe", "oeuvre, grosse"),
        ("re\u00adport", "report"),
        ("e\u0301te\u0301", "ete"),
        ("  a\n\n b\t", "a b"),
        ("ville¹", "ville¹"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_flat_is_as_long_as_the_text(text: str) -> None:
    assert len(flat(text)) == len(text)


@given(st.text())
def test_fold_is_settled(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_tokens_cut_apostrophes_and_hyphens() -> None:
    assert tokens("L’aide-mémoire n° 3") == ("l", "aide", "memoire", "n", "3")


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "renforcer les coopérations", "coopération renforcée"),
        ("fr", "SECURITE ROUTIERE", "la sécurité routière"),
        ("nl", "de zones versterken", "versterkt"),
        ("de", "die Kontrollen", "Kontrolle"),
        ("en", "the cooperating zones", "cooperation"),
    ],
)
def test_stems_meet(language: str, one: str, other: str) -> None:
    assert set(stems(one, language)) & set(stems(other, language))


def test_stems_drop_stop_words_and_keep_numbers() -> None:
    assert stems("Les 15 zones de la police", "fr")[0] == "15"
    assert "la" not in stems("Les 15 zones de la police", "fr")


def test_stem_of_another_language_is_refused() -> None:
    with pytest.raises(KeyError):
        stem("palabra", "es")


def test_similarity_ignores_case_accents_and_order() -> None:
    assert similarity("Sécurité routière", "SECURITE ROUTIERE") == 1.0
    assert similarity("routière sécurité", "sécurité routière") > 0.95
    assert similarity("sécurité routière", "budget annuel") < 0.5


def test_phrases_are_whole_words_and_the_longest_wins() -> None:
    pattern = phrases("d'ici", "d'ici à", "avant l'", "dég*")
    assert [match[0] for match in pattern.finditer(flat("D’ici  à demain, avant l’été, des dégâts"))] == [
        "d'ici  a",
        "avant l'",
        "degats",
    ]
    assert pattern.search("jadd'ici") is None


def test_no_phrase_matches_nothing() -> None:
    assert re.search(any_of([]), "anything") is None


@given(st.lists(st.text(alphabet="abc ", min_size=1).filter(lambda t: t.strip()), min_size=1, max_size=6))
def test_each_phrase_is_found_by_the_pattern_of_all(wanted: list[str]) -> None:
    pattern = re.compile(any_of(wanted))
    for phrase in wanted:
        assert pattern.fullmatch(" ".join(phrase.split()))
