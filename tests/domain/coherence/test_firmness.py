"""SMA101 to SMA108: how firm what is promised is. Each rule has examples that break it and one that keeps it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from filrouge.domain.model import Deadline, Document, Facts
from tests.domain.coherence.factory import Draft, findings

VAGUE = {
    "fr": "Contribuer à la qualité",
    "nl": "Bijdragen aan de kwaliteit",
    "de": "Zur Qualität beitragen",
    "en": "Contribute to quality",
}
FIRM = {
    "fr": "La direction Proximité ouvrira un accueil à la gare avant le 31 décembre 2026, avec un budget de 40 000 EUR",
    "nl": "De directie Nabijheid opent vóór 31 december 2026 een onthaal aan het station, met 40 000 EUR budget",
    "de": "Die Direktion Bürgernähe eröffnet bis zum 31. Dezember 2026 einen Empfang am Bahnhof, mit 40 000 EUR",
    "en": "The Proximity Directorate will open a desk at the station by 31 December 2026, with a budget of EUR 40,000",
}
PERIOD = (dt.date(2025, 1, 1), dt.date(2029, 12, 31))


def promising(*statements: str, language: str = "fr") -> Document:
    draft = Draft(language)
    draft.heading("Objectifs")
    for rank, words in enumerate(statements, start=1):
        draft.item("strategic_objective", words, str(rank))
    return draft.done()


@pytest.mark.parametrize("language", VAGUE)
@pytest.mark.parametrize("code", ["SMA101", "SMA102", "SMA103", "SMA104", "SMA105"])
def test_sma101_to_sma105_are_broken_by_a_wish_and_kept_by_a_promise(code: str, language: str) -> None:
    (one,) = findings(code, promising(VAGUE[language], language=language))
    assert one.fact.params["form"] == "one"
    assert one.fact.params["text"] == VAGUE[language]
    assert findings(code, promising(FIRM[language], language=language)) == []


def test_many_are_said_in_one() -> None:
    (one,) = findings("SMA105", promising(*(VAGUE["fr"] + f" du service {rank}" for rank in "abcd")))
    assert (one.fact.params["form"], one.fact.params["count"], one.fact.params["total"]) == ("many", 4, 4)


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "progressivement"), ("nl", "geleidelijk"), ("de", "mittelfristig"), ("en", "in due course")],
)
def test_sma106_names_the_words_that_date_nothing(language: str, words: str) -> None:
    (one,) = findings("SMA106", promising(f"{VAGUE[language]} {words}", language=language))
    assert words in str(one.fact.params["words"])
    assert findings("SMA106", promising(FIRM[language], language=language)) == []


def test_sma106_says_the_words_of_many_once_each() -> None:
    document = promising("Améliorer l'accueil à terme", "Former le personnel à terme", "Simplifier progressivement")
    (one,) = findings("SMA106", document)
    assert (one.fact.params["count"], one.fact.params["words"]) == (3, ["à terme", "progressivement"])


def test_sma107_is_broken_by_a_day_outside_the_period_and_kept_by_one_within() -> None:
    for day, broken in ((dt.date(2032, 10, 1), 1), (dt.date(2024, 1, 1), 1), (dt.date(2029, 12, 31), 0)):
        document = promising("Remplacer l’outil de gestion")
        (item,) = document.items
        dated = replace(item, deadline=Deadline("avant cette date", day, item.place))
        document = replace(document, items=(dated,), facts=Facts(period=PERIOD))
        assert len(findings("SMA107", document)) == broken
    assert findings("SMA107", promising(FIRM["fr"])) == []


def test_sma108_counts_the_kinds_and_is_silent_on_few() -> None:
    three = ("Réduire les vols de 10 %", "Organiser des contrôles", "Recruter deux inspecteurs")
    (one,) = findings("SMA108", promising(*three))
    kinds = {name: one.fact.params[name] for name in ("result", "effort", "resource", "unclear", "total")}
    assert kinds == {"result": 1, "effort": 1, "resource": 1, "unclear": 0, "total": 3}
    assert findings("SMA108", promising(*three[:2])) == []
