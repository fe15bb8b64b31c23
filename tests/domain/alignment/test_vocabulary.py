"""Words of a plan in a text: inflected, compounded, in phrases, in capitals, and not those that only look like them."""

from __future__ import annotations

import pytest

from filrouge.domain.alignment.vocabulary import APART, Found, Vocabulary, theme_of, vocabulary
from filrouge.domain.model import LANGUAGES, Names, PlanTheme, ReferencePlan, Text
from filrouge.library import plan


def same(words: str) -> Text:
    return Text(words, words, words, words)


def theme(code: str, words: list[str], hints: list[str] | None = None, parent: str | None = None) -> PlanTheme:
    every, few = (tuple(words),) * 4, (tuple(hints or ()),) * 4
    return PlanTheme(code, code[-1], same(code), parent, (), Names(*every), Names(*few))


def made(*themes: PlanTheme, apart: tuple[str, ...] = ()) -> ReferencePlan:
    return ReferencePlan("p", "urn:p", "urn:f", same("p"), (2030, 2031), "test", themes, Names(*(apart,) * 4))


def codes(words: Vocabulary, text: str) -> list[str]:
    return [code for found in words.found(text) for code, _ in found.term.codes]


def said(found: tuple[Found, ...], text: str) -> list[str]:
    return [text[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    ("language", "word", "text"),
    [
        ("fr", "radar", "Acheter deux radars mobiles"),
        ("fr", "excès de vitesse", "les excès importants de vitesse"),
        ("fr", "cambriol*", "Après tout cambriolage"),
        ("nl", "fiets", "de fietsen"),
        ("nl", "vals document", "met valse documenten"),
        ("nl", "geweld", "het straatgeweld"),
        ("nl", "sluikstort", "achttien sluikstortcontroles"),
        ("nl", "diefstal", "een fietsdiefstal"),
        ("de", "Diebstahl", "die Baustellendiebstähle"),
        ("de", "Online-Wache", "über die Onlinewache"),
        ("en", "burglary", "fewer burglaries"),
    ],
)
def test_a_word_is_found_however_it_is_written(language: str, word: str, text: str) -> None:
    assert codes(vocabulary(made(theme("A1", [word])), language), text) == ["A1"]


@pytest.mark.parametrize(
    ("language", "word", "text"),
    [
        ("fr", "concert", "de manière concertée"),
        ("fr", "chargement", "la prise en charge"),
        ("nl", "GAS", "de prijs van het gas"),
        ("de", "Messer", "häufiger messen"),
        ("de", "Gewalt", "Die Verwaltung wird moderner"),
        ("nl", "school", "de scholing van het personeel"),
    ],
)
def test_a_word_that_only_looks_like_it_is_not_found(language: str, word: str, text: str) -> None:
    assert codes(vocabulary(made(theme("A1", [word])), language), text) == []


def test_the_longest_phrase_takes_the_words_it_covers() -> None:
    words = vocabulary(made(theme("A1", ["drogue"]), theme("A2", ["drogue au volant"])), "fr")
    text = "Contrôler la drogue au volant"
    assert codes(words, text) == ["A2"]
    assert said(words.found(text), text) == ["drogue au volant"]


def test_a_word_that_several_themes_have_is_worth_less_to_each() -> None:
    words = vocabulary(made(theme("A1", ["internet", "guichet"]), theme("A2", ["internet"])), "fr")
    shared, own = (dict(one.term.codes) for one in words.found("internet, guichet"))
    assert shared["A1"] == shared["A2"] < own["A1"] == 1


def test_what_no_theme_is_about_has_its_own_code() -> None:
    words = vocabulary(made(theme("A1", ["circulation"]), apart=("circulation de l’information",)), "fr")
    assert codes(words, "la circulation de l’information") == [APART]
    assert codes(words, "la circulation au centre") == ["A1"]


def test_a_phrase_of_which_one_word_would_be_left_says_nothing_rather_than_something_else() -> None:
    assert codes(vocabulary(made(theme("A1", ["en ligne"])), "fr"), "une ligne de bus") == []


def test_a_language_that_there_is_not_is_refused() -> None:
    with pytest.raises((KeyError, AttributeError)):
        vocabulary(made(theme("A1", ["radar"])), "it")


def test_codes_lead_to_their_theme() -> None:
    assert [theme_of(code) for code in ("P3", "P3.A", "P3.A.4")] == ["P3"] * 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_national_plan_has_words_for_every_theme_in_every_language(language: str) -> None:
    national = plan("pns-2016-2019")
    for top in (one for one in national.themes if one.parent is None):
        own = [one for one in national.themes if top.code in (one.code, one.parent)]
        assert sum(len(getattr(one.words, language)) for one in own) >= 8, top.code
    assert len(getattr(national.apart, language)) >= 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_title_of_the_national_plan_speaks_for_its_own_theme(language: str) -> None:
    national = plan("pns-2016-2019")
    words = vocabulary(national, language)
    for one in national.themes:
        if one.parent is None:
            assert one.code in {theme_of(code) for code in codes(words, one.title[language])}, one.title[language]
