"""Findings on stored documents: computed once for a state, set aside with a reason, said in four languages."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import replace
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from procrastinate.contrib.django import app as jobs

from filrouge.apps.accounts.models import User
from filrouge.apps.coherence import checking, services
from filrouge.apps.coherence.models import CheckResult, StoredWaiver
from filrouge.apps.coherence.selectors import counts_of, dossier_of, findings_if, findings_of, waivers_for
from filrouge.apps.common.problems import NotAllowed, Problem
from filrouge.apps.documents.models import Document
from filrouge.apps.documents.services import create_document, edit_section
from filrouge.apps.frameworks.models import LibraryItem
from filrouge.apps.frameworks.services import load_library
from filrouge.apps.objectives.selectors import plan_of
from filrouge.domain.model import LANGUAGES
from filrouge.domain.model.plan import Plan, PlanSection, Words
from tests import making

pytestmark = pytest.mark.django_db

LEFT = "À compléter avant le **-**-****."


def section(title: str, body: str, number: str = "", parent: str | None = None) -> PlanSection:
    return PlanSection(str(uuid.uuid4()), Words(fr=title), parent, number, Words(fr=body))


def plan_with_faults() -> Plan:
    """A plan with a date left to fill in in two of its sections, one under the other."""
    top = section("Mise en œuvre", f"<p>{LEFT}</p>", "1")
    below = section("Suivi", "<p>Le suivi commence le __-__-2027.</p>", "1.1", top.id)
    return replace(making.plan(), sections=(top, below), objectives=(), actions=())


@pytest.fixture
def adviser() -> User:
    return making.adviser(making.entity())


@pytest.fixture
def document(adviser: User) -> Document:
    return making.document(adviser.roles.get().entity, adviser, plan_with_faults())


def placeholders(document: Document) -> list[Any]:
    return [one for one in findings_of(document, "fr").all if one.code == "DOC104"]


def test_a_finding_names_its_part_its_words_and_why(document: Document) -> None:
    one, other = placeholders(document)
    assert (one.part.kind, one.part.number, one.section.text.fr) == ("section", "1", "Mise en œuvre")
    assert one.words == "**-**-****"
    assert other.part.number == "1.1"
    assert one.why and one.mend and one.source and one.title
    assert one.key != other.key


def test_a_finding_is_said_in_four_languages(document: Document) -> None:
    said = {findings_of(document, language).all[0].sentence for language in LANGUAGES}
    assert len(said) == 4


def test_a_state_is_checked_once(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    check = checking.check
    monkeypatch.setattr(checking, "check", lambda *args, **more: asked.append(1) or check(*args, **more))
    for language in ("fr", "nl", "fr"):
        findings_of(document, language)
    assert len(asked) == 1
    services.waive(making.adviser(document.entity), document, "DOC104", "Provisoire")
    findings_of(document, "fr")
    findings_of(document, "fr")
    assert len(asked) == 2


def test_a_change_of_the_text_is_seen_at_once(document: Document, adviser: User) -> None:
    assert len(placeholders(document)) == 2
    top = document.sections.get(number="1")
    edit_section(adviser, top, top.version, body=Words(fr="<p>Tout est dit.</p>"))
    (left,) = placeholders(document)
    assert left.part.number == "1.1"


def test_a_new_day_is_checked_anew(document: Document, adviser: User, monkeypatch: pytest.MonkeyPatch) -> None:
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    services.waive(adviser, document, "DOC104", "Jusqu'à ce soir", until=timezone.localdate())
    assert all(one.waiver for one in placeholders(document))
    monkeypatch.setattr(timezone, "localdate", lambda *_: tomorrow)
    assert not any(one.waiver for one in placeholders(document))


def test_another_program_is_another_check(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    findings_of(document, "fr")
    CheckResult.objects.update(findings=[], errors=7)
    assert findings_of(document, "fr").all == ()
    monkeypatch.setattr(checking, "program", lambda: "another")
    assert len(placeholders(document)) == 2


def test_counts_come_in_one_query_and_only_when_they_hold(document: Document, adviser: User) -> None:
    other = making.document(document.entity, adviser)
    assert counts_of([document, other]) == {}
    assert services.check_all() == 2
    with CaptureQueriesContext(connection) as queries:
        counts = counts_of([document, other])
    assert len(queries) == 1
    assert counts[document.pk] == findings_of(document, "fr").counts
    assert counts[document.pk].warnings >= 2
    services.waive(adviser, document, "DOC104", "Connu")
    assert set(counts_of([document, other])) == {other.pk}


def test_the_job_of_the_night_brings_every_check_up_to_date(document: Document) -> None:
    findings_of(document, "fr")
    CheckResult.objects.update(checked_on=timezone.localdate() - dt.timedelta(days=1))
    job = jobs.periodic_registry.periodic_tasks[("coherence.check_all", "")]
    job.task(timestamp=0)
    assert CheckResult.objects.get(document=document).checked_on == timezone.localdate()
    moment = dt.datetime.fromtimestamp(job.croniter.get_next(ret_type=float, start_time=0), dt.UTC)
    later = dt.datetime.fromtimestamp(job.croniter.get_next(ret_type=float), dt.UTC)
    assert later - moment == dt.timedelta(days=1)


def test_a_large_document_takes_as_many_queries_as_a_small_one() -> None:
    zone = making.entity()
    first, again = [], []
    for size in (2, 300):
        stored = making.document(zone, content=making.plan(size, sections=size, actions=size))
        for counts in (first, again):
            with CaptureQueriesContext(connection) as queries:
                findings_of(stored, "fr")
            counts.append(len(queries))
    assert first[0] == first[1]
    assert again == [2, 2]


def test_a_waiver_holds_where_it_was_meant_to(document: Document, adviser: User) -> None:
    below = str(document.sections.get(number="1.1").pk)
    services.waive(adviser, document, "DOC104", "Fixé par l'arrêté à venir", part=below)
    one, other = placeholders(document)
    assert (one.waiver, other.waiver.reason) == (None, "Fixé par l'arrêté à venir")
    assert findings_of(document, "fr").counts.waived == 1
    top = str(document.sections.get(number="1").pk)
    services.waive(adviser, document, "DOC104", "Toute la partie", part=top)
    assert all(one.waiver for one in placeholders(document))


def test_a_waiver_of_words_ends_with_the_words(document: Document, adviser: User) -> None:
    top = document.sections.get(number="1")
    services.waive(adviser, document, "DOC104", "Date inconnue", part=str(top.pk), words="**-**-****")
    assert [bool(one.waiver) for one in placeholders(document)] == [True, False]
    edit_section(adviser, top, top.version, body=Words(fr="<p>Avant le **-**-2031.</p>"))
    found = findings_of(document, "fr")
    assert [bool(one.waiver) for one in found.all if one.code == "DOC104"] == [False, False]
    assert [one.reason for one in found.unused] == ["Date inconnue"]


def test_a_waiver_of_a_part_that_is_gone_holds_nowhere(document: Document, adviser: User) -> None:
    waiver = services.waive(adviser, document, "DOC104", "Partie", part=str(document.sections.get(number="1.1").pk))
    document.sections.filter(number="1.1").delete()
    StoredWaiver.objects.filter(pk=waiver.pk).update(version=2)
    Document.objects.filter(pk=document.pk).update(stamp=document.stamp + 10)
    (left,) = placeholders(document)
    assert left.waiver is None


def test_what_was_set_aside_is_lifted_again_and_both_are_recorded(document: Document, adviser: User) -> None:
    waiver = services.waive(adviser, document, "DOC104", "Connu")
    known = waiver.pk
    services.lift(adviser, waiver, "Plus vrai")
    assert not any(one.waiver for one in placeholders(document))
    events = apps.get_model("coherence", "StoredWaiverEvent").objects.filter(pgh_obj_id=known).order_by("pgh_id")
    assert [event.pgh_context.metadata["why"] for event in events] == ["Connu", "Plus vrai"]


@pytest.mark.parametrize("role", ["contributor", "authority", "inspector", "evaluator", "reader", "administrator"])
def test_who_does_not_write_sets_nothing_aside(document: Document, adviser: User, role: str) -> None:
    other = making.person((document.entity, role))
    waiver = services.waive(adviser, document, "DOC104", "Connu")
    with pytest.raises(NotAllowed):
        services.waive(other, document, "DOC104", "Connu")
    with pytest.raises(NotAllowed):
        services.lift(other, waiver)


@pytest.mark.parametrize(
    ("code", "reason", "more", "problem"),
    [
        ("XXX999", "Connu", {}, "coherence.no-such-rule"),
        ("DOC104", "  ", {}, "coherence.reason-missing"),
        ("DOC104", "Connu", {"until": dt.date(2020, 1, 1)}, "coherence.until-past"),
        ("DOC104", "Connu", {"part": str(uuid.uuid4())}, "coherence.no-such-part"),
    ],
)
def test_what_cannot_be_set_aside_is_said(
    document: Document, adviser: User, code: str, reason: str, more: dict[str, Any], problem: str
) -> None:
    with pytest.raises(Problem) as raised:
        services.waive(adviser, document, code, reason, **more)
    assert raised.value.code == problem
    for language in LANGUAGES:
        assert raised.value.sentence(language)
    assert not StoredWaiver.objects.exists()


def test_waivers_are_seen_with_their_document(document: Document, adviser: User) -> None:
    services.waive(adviser, document, "DOC104", "Connu")
    assert waivers_for(adviser).count() == 1
    assert waivers_for(making.adviser(making.entity())).count() == 0
    assert waivers_for(making.person((document.entity, "reader"))).count() == 0  # a draft


def test_a_text_that_is_not_stored_is_checked_without_storing_it(document: Document) -> None:
    plan = plan_of(document.pk)
    top = replace(plan.sections[0], body=Words(fr="<p>Tout est dit.</p>"))
    found = findings_if(document, replace(plan, sections=(top, plan.sections[1])), "fr")
    assert [one.part.number for one in found.all if one.code == "DOC104"] == ["1.1"]
    assert len(placeholders(document)) == 2
    assert plan_of(document.pk) == plan


def test_a_file_holds_the_findings_asked_for(document: Document) -> None:
    one, _ = placeholders(document)
    made = dossier_of(document, "plan", "nl", {one.key})
    assert [remark.code for remark in made.remarks] == ["DOC104"]
    assert sum(made.counts.values()) == 1
    assert len(dossier_of(document, "plan", "nl").remarks) == len(findings_of(document, "nl").open)


def test_a_document_that_was_stored_is_checked_without_being_opened(
    document: Document, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        services.check_soon(document)
    assert CheckResult.objects.filter(document=document).exists()


def test_an_addendum_is_not_judged_as_a_whole_letter(adviser: User) -> None:
    load_library()
    entity = adviser.roles.get().entity
    item = LibraryItem.objects.get(slug="mission-letter", current=True)
    common = {"title": Words(fr="Lettre"), "language": "fr", "framework": item}
    letter = create_document(adviser, entity, **common)
    addendum = create_document(adviser, entity, **common, amends=letter, relation="addendum")
    whole, more = ({found.code for found in findings_of(one, "fr").open} for one in (letter, addendum))
    assert "MAN102" in whole
    assert not {code for code in more if code.startswith("MAN") or code == "DOC101"}
