"""Facts into words: figures, dates, lists, plurals, choices, in the four languages."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from filrouge.domain.coherence.messages import placeholders, plain, render
from filrouge.domain.model import Text


@pytest.mark.parametrize(
    ("language", "expected"),
    [("fr", "5\u202f919,97"), ("nl", "5.919,97"), ("de", "5.919,97"), ("en", "5,919.97")],
)
def test_figures_are_written_as_the_language_writes_them(language: str, expected: str) -> None:
    assert render("{value}", {"value": Decimal("5919.97")}, language) == expected


def test_dates_lists_and_texts() -> None:
    params = {
        "day": dt.date(2026, 1, 1),
        "names": ["A", "B", "C"],
        "title": Text("Moyens", "Middelen", "Mittel", "Means"),
    }
    assert render("{day} – {names} – {title}", params, "nl") == "1 januari 2026 – A, B en C – Middelen"
    assert render("{day}", params, "fr") == "1er janvier 2026"


def test_a_long_list_is_counted() -> None:
    words = render("{names}", {"names": [str(n) for n in range(30)]}, "fr")
    assert words.endswith("10 et 19 autres")


@pytest.mark.parametrize(
    ("language", "count", "expected"), [("fr", 0, "an"), ("fr", 1, "an"), ("en", 0, "ans"), ("nl", 2, "ans")]
)
def test_plurals(language: str, count: int, expected: str) -> None:
    assert render("{count:an|ans}", {"count": count}, language) == expected


def test_choices_also_of_each_element_of_a_list() -> None:
    template = "{kind:a=un|b=deux|*=autre}"
    assert render(template, {"kind": "b"}, "fr") == "deux"
    assert render(template, {"kind": "z"}, "fr") == "autre"
    assert render(template, {"kind": ["a", "b"]}, "fr") == "un et deux"
    assert render("{kind:a=un|b=deux}", {}, "fr") == ""


def test_words_for_a_value_that_may_be_missing() -> None:
    assert render("total{year:? en #}", {"year": 2024}, "fr") == "total en 2024"
    assert render("total{year:? en #}", {"year": None}, "fr") == "total"


def test_placeholders_stand_in_one_another() -> None:
    template = "{form:one={kind:a=« {title} »|b=rien}|many={count} {count:titre|titres}}"
    assert render(template, {"form": "one", "kind": "a", "title": "Budget | 2024"}, "fr") == "« Budget ¦ 2024 »"
    assert render(template, {"form": "many", "count": 3}, "fr") == "3 titres"
    assert placeholders(template) == {"form", "kind", "title", "count"}


def test_parameters_as_json() -> None:
    params = {"n": Decimal("4.0"), "x": Decimal("0.5"), "d": dt.date(2025, 3, 1), "t": [Text("f", "n", "d", "e")]}
    assert plain(params, "de") == {"n": 4, "x": 0.5, "d": "2025-03-01", "t": ["d"]}


def test_mistakes_in_a_template_are_told() -> None:
    with pytest.raises(ValueError, match="singular and a plural"):
        render("{count:one|two|three}", {"count": 1}, "en")
    with pytest.raises(KeyError):
        render("{count}", {"count": 1}, "it")
