"""The texts of the rules: complete, of one shape in every language, whole sentences whatever a fact leaves out."""

from __future__ import annotations

import re

import pytest

from filrouge.domain.coherence import render
from filrouge.domain.coherence.engine import rules
from filrouge.domain.coherence.messages import placeholders
from filrouge.domain.model import LANGUAGES
from filrouge.library import rule_texts

CODES = [rule.code for rule in rules()]
CASES = re.compile(r"[{|:](\w+)=")


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_its_texts_in_four_languages(code: str) -> None:
    text = rule_texts()[code]
    for part in (text.title, text.message, text.why, text.mend, text.breaks, text.keeps):
        assert all(part.all())
    assert len({placeholders(words) for words in text.message.all()}) == 1
    assert len({frozenset(CASES.findall(words)) for words in text.message.all()}) == 1
    assert text.breaks.fr != text.keeps.fr


@pytest.mark.parametrize("code", CODES)
def test_a_message_can_be_written_even_of_an_empty_fact(code: str) -> None:
    for language in LANGUAGES:
        for form in ("one", "many", None):
            assert "{" not in render(rule_texts()[code].message[language], {"form": form}, language)


@pytest.mark.parametrize("code", CODES)
def test_a_rule_says_what_it_comes_from(code: str) -> None:
    source = next(rule.source for rule in rules() if rule.code == code)
    assert source
    assert 0 < next(rule.weight for rule in rules() if rule.code == code) <= 100
