"""COM101, COM102, OPE101 and CAL101: communication actions and periods."""

from __future__ import annotations

import datetime as dt

import pytest

from filrouge.domain.model import Document
from tests.domain.coherence.factory import Draft, findings, prose

FULL = {
    "target": "Interne",
    "audience": "Personnel",
    "date": "15 mars 2026",
    "message": "Le plan est signé.",
    "channel": "Courriel",
    "material": "Note",
}


def communicated(*changes: dict[str, str], language: str = "fr", **facts: object) -> Document:
    draft = Draft(language).state(**facts)
    draft.heading("Plan de communication")
    draft.actions(*({**FULL, **change} for change in changes))
    return draft.done()


@pytest.mark.parametrize(
    ("date", "reason"),
    [
        ("15 mars 2026", None),
        ("15/03/2026", None),
        ("Chaque mois", None),
        ("Automne", None),
        ("", "missing"),
        ("**-**-****", "missing"),
        ("À définir", "missing"),
        ("Après signature", "relative"),
        ("Avant le congrès", "relative"),
    ],
)
def test_com101(date: str, reason: str | None) -> None:
    found = findings("COM101", communicated({}, {"date": date}))
    assert [one.fact.params["reason"] for one in found] == ([reason] if reason else [])


def test_com101_resolves_a_date_that_follows_the_adoption() -> None:
    document = communicated({"date": "Après signature"}, validated_on=dt.date(2026, 2, 1))
    assert findings("COM101", document) == []


def test_com101_in_the_other_languages() -> None:
    for language, date in (("nl", "Na ondertekening"), ("de", "Nach Unterzeichnung"), ("en", "After signature")):
        (one,) = findings("COM101", communicated({"date": date}, language=language))
        assert one.fact.params["reason"] == "relative"


def test_com101_tells_most_of_them_at_once() -> None:
    (one,) = findings("COM101", communicated({"date": ""}, {"date": "Après signature"}, {"date": ""}, {}))
    assert (one.fact.params["count"], one.fact.params["missing"], one.fact.params["relative"]) == (3, 2, 1)


def test_com102_names_what_is_missing() -> None:
    (one,) = findings("COM102", communicated({}, {"audience": "***", "channel": ""}, {}))
    assert one.fact.params["missing"] == ["audience", "channel"]
    assert findings("COM102", communicated({}, {})) == []


def test_com102_tells_a_column_that_the_table_does_not_have_at_once() -> None:
    (one,) = findings("COM102", communicated(*({"material": ""} for _ in range(4))))
    assert (one.fact.params["form"], one.fact.params["missing"]) == ("many", ["material"])


@pytest.mark.parametrize(
    ("language", "sentence", "count"),
    [
        ("fr", "Le plan opérationnel court du 1er avril au 31 mars.", 1),
        ("fr", "Le plan opérationnel entre en vigueur le 1er janvier et prend fin le 31 décembre.", 0),
        ("fr", "Le plan opérationnel est transmis au plus tard le 1er mars.", 0),
        ("nl", "Het operationeel plan loopt van 1 september tot 31 augustus.", 1),
        ("nl", "Het operationeel plan loopt van 1 januari tot 31 december.", 0),
        ("de", "Der operative Plan läuft vom 1. April bis 31. März.", 1),
        ("en", "The operational plan runs from 1 April to 31 March.", 1),
        ("en", "The operational plan runs from 1 January to 31 December.", 0),
    ],
)
def test_ope101_of_what_the_text_says(language: str, sentence: str, count: int) -> None:
    assert len(findings("OPE101", prose(sentence, language=language))) == count


@pytest.mark.parametrize(
    ("end", "count"), [(dt.date(2026, 12, 31), 0), (dt.date(2027, 12, 31), 1), (dt.date(2026, 6, 30), 1)]
)
def test_ope101_of_an_operational_plan(end: dt.date, count: int) -> None:
    draft = Draft().state(title="Plan opérationnel 2026", period=(dt.date(2026, 1, 1), end))
    draft.heading("Objectifs")
    assert len(findings("OPE101", draft.done())) == count


def forms(document: Document) -> list[object]:
    return [one.fact.params["form"] for one in findings("CAL101", document)]


def test_cal101_of_a_period_that_is_over() -> None:
    over = Draft().state(period=(dt.date(2020, 1, 1), dt.date(2024, 12, 31)))
    running = Draft().state(period=(dt.date(2025, 1, 1), dt.date(2027, 12, 31)))
    assert forms(over.done()) == ["expired"]
    assert forms(running.done()) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Le plan zonal 2014-2017 fait place au plan zonal 2020-2025.", ["gap"]),
        ("Le plan zonal 2014-2019 fait place au plan zonal 2020-2025.", []),
        ("Le plan zonal 2014-2020 fait place au plan zonal 2020-2025.", ["overlap"]),
        ("Le plan national de sécurité 2012-2015 précède le PNS 2018-2021.", ["gap"]),
        ("Le fonds européen 2014-2020 suit le plan zonal 2020-2025.", []),
        ("Le plan zonal 2020-2025 complète le plan communal 2019-2024.", []),
    ],
)
def test_cal101_of_periods_that_the_text_gives(sentence: str, expected: list[str]) -> None:
    assert forms(prose(sentence)) == expected


def test_cal101_in_dutch() -> None:
    assert forms(prose("Het zonaal veiligheidsplan 2014-2017 en het zonaal veiligheidsplan 2020-2025.", language="nl"))
