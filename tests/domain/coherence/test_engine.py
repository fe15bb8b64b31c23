"""Checking: which rules run, with what severity, folded when most statements fail, waived, and ranked."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from filrouge.domain.coherence import Fact, Finding, Severity, Waiver, check
from filrouge.domain.coherence.engine import applicable, folded, rule, rules
from filrouge.domain.coherence.report import ranked
from filrouge.domain.model import Document, Place
from tests.domain.coherence.factory import TODAY, Draft, framework, prose

SMALL = Draft().done()


def dotted() -> Document:
    """An invented document with three dates left to fill in, in two sections."""
    draft = Draft()
    draft.heading("Calendrier", "1")
    draft.says("La note sera remise le **-**-**** au conseil.", "Le rapport suit le **-**-****.")
    draft.heading("Moyens", "2")
    draft.says("Le budget est arrêté le **-**-****.")
    return draft.done()


def test_rules_are_registered_once_and_in_order() -> None:
    codes = [one.code for one in rules()]
    assert codes == sorted(set(codes))
    with pytest.raises(ValueError, match="registered twice"):
        rule("DOC104", Severity.INFO, source="test")(lambda context: ())


def test_rules_of_a_kind_of_document_stay_silent_elsewhere() -> None:
    codes = {one.code for one, _ in applicable(framework("strategic-plan"))}
    assert "MAN102" not in codes
    assert "DOC104" in codes
    assert "MAN102" in {one.code for one, _ in applicable(framework("mission-letter"))}


def test_a_framework_changes_a_severity_or_silences_a_rule() -> None:
    own = framework(severities=(("DOC104", "error"), ("DOC107", "off")))
    given = {one.code: severity for one, severity in applicable(own)}
    assert given["DOC104"] is Severity.ERROR
    assert "DOC107" not in given
    with pytest.raises(ValueError, match="grave"):
        applicable(framework(severities=(("DOC104", "grave"),)))


def test_a_framework_names_the_rules_or_the_families_that_hold() -> None:
    codes = {one.code for one, _ in applicable(framework(rules=("RES", "DOC104")))}
    assert "DOC104" in codes
    assert "RES101" in codes
    assert "DOC107" not in codes


def test_findings_come_in_the_order_of_the_text() -> None:
    report = check(dotted(), framework(), today=TODAY)
    starts = [finding.fact.place.start for finding in report.findings if finding.fact.place]
    assert starts == sorted(starts)
    assert report.summary["warning"] >= 3
    assert report.at_or_above(Severity.WARNING)
    assert not report.at_or_above(Severity.ERROR)


def failing(count: int) -> list[Fact]:
    return [Fact(Place(n, n + 1), f"i{n}", "s1", {"text": str(n)}) for n in range(count)]


def test_few_failures_stay_apart() -> None:
    facts = list(folded(failing(3), 6))
    assert [fact.item for fact in facts] == ["i0", "i1", "i2"]
    assert {fact.params["form"] for fact in facts} == {"one"}


def test_more_than_half_become_one_with_the_count_and_the_list() -> None:
    (fact,) = folded(failing(4), 6, labels=["a", "b", "c", "d"])
    assert fact.params == {
        "form": "many",
        "count": 4,
        "total": 6,
        "items": ["i0", "i1", "i2", "i3"],
        "labels": ["a", "b", "c", "d"],
    }
    assert fact.section == "s1"
    assert [fact.place, *fact.places] == [Place(n, n + 1) for n in range(4)]


def test_two_statements_are_never_folded() -> None:
    assert len(list(folded(failing(2), 2))) == 2


def waiver(**fields: Any) -> Waiver:
    base = Waiver("DOC104", "Date fixée après le vote.", "A. Test", dt.date(2025, 5, 1))
    return replace(base, **fields)


@pytest.mark.parametrize(
    ("fields", "waived"),
    [
        ({}, 3),
        ({"section": "2"}, 1),
        ({"section": "s1"}, 2),
        ({"words": "**-**-****"}, 3),
        ({"words": "jamais écrit"}, 0),
        ({"item": "i9"}, 0),
        ({"code": "DOC107"}, 0),
        ({"until": dt.date(2025, 6, 1)}, 3),
        ({"until": dt.date(2025, 5, 31)}, 0),
    ],
)
def test_a_waiver_sets_aside_what_it_selects_and_never_hides_it(fields: dict[str, object], waived: int) -> None:
    report = check(dotted(), framework(), today=TODAY, waivers=[waiver(**fields)])
    placeholders = [finding for finding in report.findings if finding.code == "DOC104"]
    assert len(placeholders) == 3
    assert len(report.waived) == report.summary["waived"] == waived
    assert all(finding.waiver and finding.waiver.reason for finding in report.waived)
    assert bool(report.unused) is (waived == 0)
    assert not set(map(id, report.first)) & set(map(id, report.waived))


def finding(code: str, severity: Severity, weight: float = 1.0, start: int = 0) -> Finding:
    return Finding(code, severity, Fact(Place(start, start + 1), weight=weight))


def test_ranking_goes_by_severity_and_gives_every_rule_its_turn() -> None:
    many = [finding("DOC104", Severity.WARNING, start=n) for n in range(20)]
    others = [finding("RES103", Severity.INFO), finding("MAN102", Severity.ERROR), finding("RES101", Severity.WARNING)]
    first = ranked([*many, *others])
    assert [one.code for one in first[:4]] == ["MAN102", "RES101", "DOC104", "RES103"]
    assert {one.code for one in first[4:]} == {"DOC104"}
    assert len(first) == 10


def test_ranking_prefers_the_weightiest_fact_of_a_rule() -> None:
    light, heavy = finding("DOC107", Severity.WARNING), finding("DOC107", Severity.WARNING, weight=9.0, start=50)
    assert ranked([light, heavy]) == (heavy, light)


def test_an_empty_document_breaks_no_rule() -> None:
    for language in ("fr", "nl", "de", "en", "it"):
        report = check(Draft(language).done(), None, today=TODAY)
        assert report.findings == report.first == ()


def test_a_plain_text_breaks_no_rule() -> None:
    text = "Nous améliorons l’accueil. Le service reste ouvert le samedi, et chacun y trouve une réponse."
    assert check(prose(text), framework(), today=TODAY).findings == ()
