"""Texts that no author writes: a check of them raises nothing and ends in time that grows with the text."""

from __future__ import annotations

import random
import string
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filrouge.domain.coherence import check
from filrouge.domain.model import LANGUAGES, Document
from tests.domain.coherence.factory import TODAY, Draft, framework

SIZE = 40_000
WORDS = random.Random(7)
REPEATED = {
    "dots": ".",
    "stars": "*",
    "lines": "_",
    "ellipses": "… ",
    "figures": "123 ",
    "initials": "A. ",
    "ampersands": "A&",
    "brackets": "(",
    "angles": "<a",
    "numbers": "1.",
    "annexes": "voir annexe 7. ",
    "tables": "tableau 1.1.1 ",
    "sections": "section 9.9 ",
    "periods": "plan 2014-2017 plan 2019-2020 ",
    "shares": "52 % du budget total ",
    "promises": "sera ajouté ultérieurement. ",
    "blanks": "à compléter ",
}


def filled(*texts: str, language: str = "fr") -> Document:
    draft = Draft(language)
    for number in ("1", "2", "3"):
        draft.heading("Partie", number)
    if texts:
        draft.says(*texts)
    draft.table("budget", [(2025, "CE")], [("Frais de bureau", 1), ("Total a", 1), ("Total b", 2)], unit="KEUR")
    return draft.done()


def seconds(document: Document) -> float:
    start = process_time()
    check(document, framework("mission-letter"), today=TODAY)
    return process_time() - start


@pytest.mark.parametrize("name", sorted(REPEATED))
def test_the_same_mark_over_and_over(name: str) -> None:
    assert seconds(filled((REPEATED[name] * SIZE)[:SIZE])) < 2


def test_thousands_of_abbreviations_and_of_lines() -> None:
    tokens = ("".join(WORDS.choices(string.ascii_uppercase, k=4)) for _ in range(8_000))
    assert seconds(filled(" ".join(tokens))) < 2
    assert seconds(filled(*("à compléter" for _ in range(8_000)))) < 2


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet=string.printable + "éàç«»’–…€", max_size=120), max_size=8), st.sampled_from(LANGUAGES))
def test_any_text_can_be_checked(texts: list[str], language: str) -> None:
    check(filled(*texts, language=language), framework("mission-letter"), today=TODAY)
