"""What changed between two moments, who changed it, and the history of one object."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from filrouge.apps.accounts.models import User
from filrouge.apps.coherence.past import compared, first_choice, moments, names_of
from filrouge.apps.common.history import past_of
from filrouge.apps.common.problems import Problem
from filrouge.apps.documents import services as documents
from filrouge.apps.documents.models import Document
from filrouge.apps.objectives import services
from filrouge.apps.objectives.selectors import plan_of
from filrouge.domain.model.plan import Words
from filrouge.domain.planning.changes import differences
from tests import making

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def adviser() -> User:
    return making.adviser(making.entity())


@pytest.fixture
def document(adviser: User) -> Document:
    return making.document(adviser.roles.get().entity, adviser)


def work(document: Document, adviser: User) -> None:
    """Changes of several kinds, each at a moment of its own."""
    objective = document.objectives.get(number="1.1")
    services.edit_objective(adviser, objective, 1, text=Words(fr="Réduire de 20 % les vols"), deadline="fin 2028")
    services.add_action(adviser, document, text=Words(fr="Former deux agents"), objectives=[objective])
    documents.edit_section(adviser, document.sections.get(number="2"), 1, body=Words(fr="<p>Autre texte.</p>"))
    services.remove_objective(adviser, document.objectives.get(number="1.2"), why="Doublon")


def test_changes_between_moments_are_the_differences_of_the_plans(document: Document, adviser: User) -> None:
    before, start = plan_of(document.pk), timezone.now()
    work(document, adviser)
    found = compared(document, start.isoformat(), "")
    assert (found.before, found.after) == (before, plan_of(document.pk))
    assert found.changes == tuple(one for one in differences(before, plan_of(document.pk)) if one.kind != "ordered")
    assert {one.kind for one in found.changes} == {"field", "added", "removed"}


def test_every_change_has_its_author_and_its_reason(document: Document, adviser: User) -> None:
    start = timezone.now()
    work(document, adviser)
    found = compared(document, start.isoformat(), "")
    for change in found.changes:
        assert found.authors[change.part][0].person == adviser.person_id
    (gone,) = (one for one in found.changes if one.kind == "removed")
    assert [author.why for author in found.authors[gone.part]] == ["Doublon"]


def test_any_two_moments_can_be_chosen_and_undone(document: Document, adviser: User) -> None:
    work(document, adviser)
    _, known = moments(document)
    assert len(known) == 5
    assert known == sorted(known, key=lambda one: one.when, reverse=True)
    one_step = compared(document, known[1].key, known[0].key)
    assert {change.kind for change in one_step.changes} == {"removed"}
    assert {change.kind for change in compared(document, known[0].key, known[1].key).changes} == {"added"}
    assert not compared(document, known[0].key, "").changes


def test_versions_can_be_compared_with_today(document: Document, adviser: User) -> None:
    documents.record_act(adviser, document, kind="adoption", on=dt.date(2026, 1, 15), body="Conseil de police")
    documents.change_state(adviser, Document.objects.get(pk=document.pk), "draft", "Adaptation")
    work(Document.objects.get(pk=document.pk), adviser)
    versions, known = moments(document)
    assert [one.key for one in versions] == ["v1"]
    assert first_choice(versions, known, adviser) == "v1"
    found = compared(document, "v1", "")
    assert {"removed", "added"} <= {one.kind for one in found.changes}
    assert {(one.field, one.after) for one in found.changes if one.part_kind == "plan"} == {
        ("state", "draft"),
        ("version", 2),
    }
    assert not compared(document, "v1", "v1").changes


@pytest.mark.parametrize("key", ["", "v9", "v", "yesterday", "2026-13-45", "v999999999999", "\0"])
def test_a_moment_that_is_none_is_told(document: Document, key: str) -> None:
    with pytest.raises(Problem) as raised:
        compared(document, key, "")
    assert raised.value.code == "coherence.no-such-moment"


def test_before_the_document_there_is_nothing(document: Document) -> None:
    with pytest.raises(Problem) as raised:
        compared(document, "2001-01-01", "")
    assert raised.value.code == "coherence.not-yet"
    assert raised.value.sentence("nl")


def test_an_erased_person_has_no_name(document: Document, adviser: User) -> None:
    assert names_of([adviser.person_id, None]) == {adviser.person_id: adviser.name}
    adviser.person.erased_at = timezone.now()
    adviser.person.save()
    assert names_of([adviser.person_id]) == {adviser.person_id: ""}


def test_the_history_of_an_object_has_what_stood_before_and_after(document: Document, adviser: User) -> None:
    objective = document.objectives.get(number="1.1")
    services.edit_objective(adviser, objective, 1, deadline="fin 2028")
    past = past_of("objectives", "Objective", objective.pk)
    assert past is not None
    assert [edit.kind for edit in past.edits] == ["update", "insert"]
    (change,) = past.edits[0].fields
    assert (change.field, change.before, change.after) == ("deadline", "fin 2027", "fin 2028")
    assert (past.edits[0].person, past.is_gone) == (adviser.person_id, False)
    services.remove_objective(adviser, document.objectives.get(number="1.1"), why="Doublon")
    gone = past_of("objectives", "Objective", objective.pk)
    assert gone is not None
    assert (gone.is_gone, gone.edits[0].kind, gone.edits[0].why) == (True, "delete", "Doublon")
    assert past_of("objectives", "Objective", uuid.uuid4()) is None


def test_what_the_program_notes_for_itself_is_no_change(document: Document, adviser: User) -> None:
    services.edit_objective(adviser, document.objectives.get(number="1.1"), 1, deadline="fin 2028")
    past = past_of("documents", "Document", document.pk)  # its stamp moved
    assert past is not None
    assert all(edit.fields for edit in past.edits)
    assert not {change.field for edit in past.edits for change in edit.fields} & {"stamp", "version", "id"}


def test_many_changes_take_as_many_queries_as_few(adviser: User) -> None:
    counts = []
    for size in (2, 60):
        stored = making.document(adviser.roles.get().entity, adviser, making.plan(size, sections=size))
        start = timezone.now()
        for objective in stored.objectives.filter(parent__isnull=False)[:20]:
            services.edit_objective(adviser, objective, 1, deadline="fin 2030")
        stored = Document.objects.select_related("entity").get(pk=stored.pk)
        with CaptureQueriesContext(connection) as queries:
            compared(stored, start.isoformat(), "")
            moments(stored)
        counts.append(len(queries))
    assert counts[0] == counts[1]
