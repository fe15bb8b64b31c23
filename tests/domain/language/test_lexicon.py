"""The lexicons are complete, alike in shape, and free of words that fold away."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from filrouge.domain.language.lexicon import lexicon, lexicons
from filrouge.domain.language.words import fold

MAY_BE_EMPTY = {"accented"}


def _leaves(value: Any, name: str = "") -> list[tuple[str, Any]]:
    if is_dataclass(value):
        return [leaf for field in fields(value) for leaf in _leaves(getattr(value, field.name), field.name)]
    if isinstance(value, dict):
        return [leaf for key, each in value.items() for leaf in _leaves(each, f"{name}.{key}")]
    return [(name, value)]


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_every_list_has_words(language: str) -> None:
    for name, words in _leaves(lexicon(language)):
        if name not in MAY_BE_EMPTY:
            assert words, f"{language}: {name}"


def test_languages_name_the_same_kinds() -> None:
    assert len({frozenset(words.swot) for words in lexicons()}) == 1
    assert len({frozenset(words.headings) for words in lexicons()}) == 1
    assert len({frozenset(words.dates.firsts) for words in lexicons()}) == 1
    assert len({frozenset(words.facts.plans) for words in lexicons()}) == 1


def test_months_are_twelve_in_order() -> None:
    assert [len(words.dates.months) for words in lexicons()] == [12] * 4


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_stop_words_are_folded(language: str) -> None:
    assert all(fold(word) == word for word in lexicon(language).stop_words)


def test_another_language_is_refused() -> None:
    with pytest.raises(KeyError):
        lexicon("es")
