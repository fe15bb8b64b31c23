"""Where sentences end, and where a full stop ends none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filrouge.domain.language.sentences import sentence_spans

ABBREVIATIONS = frozenset({"art", "z.b", "bv", "no"})


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, ABBREVIATIONS)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Nous ouvrons. Ils ferment.", ["Nous ouvrons.", "Ils ferment."]),
        ("Vraiment ? Oui ! Bien… Allons", ["Vraiment ?", "Oui !", "Bien…", "Allons"]),
        ("Il dit : « Venez. » Nous venons.", ["Il dit : « Venez. »", "Nous venons."]),
        ("« Venez ! » Il vient.", ["« Venez ! »", "Il vient."]),
        ('Oui. "Nous venons." Bien.', ["Oui.", '"Nous venons."', "Bien."]),
        ("Voir art. 5 de la loi.", ["Voir art. 5 de la loi."]),
        ("Am 14. Mai beginnt es.", ["Am 14. Mai beginnt es."]),
        ("M. Dupont signe.", ["M. Dupont signe."]),
        ("Fin en 2028. Début en 2029.", ["Fin en 2028.", "Début en 2029."]),
        ("Elle vaut 3.5 points. 12 agents y sont.", ["Elle vaut 3.5 points.", "12 agents y sont."]),
        ("la zone. puis rien", ["la zone. puis rien"]),
        ("   ", []),
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


@given(st.text(max_size=200))
def test_spans_follow_each_other_and_leave_out_nothing_that_is_said(text: str) -> None:
    last = 0
    for start, end in sentence_spans(text, ABBREVIATIONS):
        assert last <= start < end <= len(text)
        assert not any(char.isalnum() for char in text[last:start])
        last = end
    assert not text[last:].strip() or not any(char.isalnum() for char in text[last:])
