"""The pages of changes and histories: what they tell, as a page and as a file, and to whom."""

from __future__ import annotations

import uuid

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from filrouge.apps.accounts.models import User
from filrouge.apps.coherence import services as coherence
from filrouge.apps.documents.models import Document
from filrouge.apps.objectives import services
from filrouge.apps.organisation.models import NoUnit, ProfileAnswer, Stakeholder, Unit
from filrouge.domain.model import LANGUAGES
from filrouge.domain.model.plan import Words
from filrouge.library.profile_file import profile
from filrouge.web.coherence.views.history import KINDS
from tests import making
from tests.apps.test_coherence_past import work
from tests.web.coherence.test_findings import signed_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def adviser() -> User:
    return making.adviser(making.entity())


@pytest.fixture
def document(adviser: User) -> Document:
    return making.document(adviser.roles.get().entity, adviser)


def shown(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.content[:400]
    return answer.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_changes_are_told_in_words_with_who_and_why(document: Document, adviser: User, language: str) -> None:
    start = timezone.now().isoformat()
    work(document, adviser)
    told = shown(signed_in(adviser, language), reverse("changes", args=[document.pk], query={"from": start}))
    assert "<del>" in told
    assert "<ins>" in told
    assert "Doublon" in told
    assert adviser.name in told
    for number in (1, 2):
        assert f"{'Deel' if language == 'nl' else 'Partie'} {number}" in told


def test_a_page_without_a_choice_shows_all_since_the_beginning(document: Document, adviser: User) -> None:
    client = signed_in(adviser)
    assert "<ins>" not in shown(client, reverse("changes", args=[document.pk]))
    work(document, adviser)
    assert "<ins>" in shown(client, reverse("changes", args=[document.pk]))


def test_changes_come_as_a_page_of_their_own(document: Document, adviser: User) -> None:
    start = timezone.now().isoformat()
    work(document, adviser)
    answer = signed_in(adviser, "nl").get(reverse("changes_file", args=[document.pk], query={"from": start}))
    text = answer.content.decode()
    assert answer["Content-Disposition"].endswith('.html"')
    assert '<html lang="nl"' in text
    assert "<style>" in text
    assert "Doublon" in text


def test_words_of_authors_are_never_markup(document: Document, adviser: User) -> None:
    start = timezone.now().isoformat()
    objective = document.objectives.get(number="1.1")
    services.edit_objective(adviser, objective, 1, text=Words(fr="<script>alert(1)</script>"), deadline="<b>demain</b>")
    for name in ("changes", "changes_file"):
        told = shown(signed_in(adviser), reverse(name, args=[document.pk], query={"from": start}))
        assert "<script>alert" not in told
        assert "<b>demain" not in told
    assert "<script>alert" not in shown(signed_in(adviser), reverse("history", args=["objective", objective.pk]))


def test_a_moment_that_is_none_is_told(document: Document, adviser: User) -> None:
    answer = signed_in(adviser).get(reverse("changes", args=[document.pk], query={"from": "jamais"}))
    assert answer.status_code == 400
    assert "jamais" in answer.content.decode()


def test_every_object_has_its_history(document: Document, adviser: User) -> None:
    client = signed_in(adviser, "en")
    objective, action = document.objectives.get(number="1.1"), document.actions.get()
    services.edit_objective(adviser, objective, 1, deadline="fin 2028")
    waiver = coherence.waive(adviser, document, "DOC104", "Known")
    known = {
        "document": document.pk,
        "section": document.sections.first().pk,
        "objective": objective.pk,
        "action": action.pk,
        "contribution": action.contributions.get().pk,
        "waiver": waiver.pk,
        "entity": document.entity_id,
        "role": adviser.roles.get().pk,
    }
    for kind, pk in known.items():
        assert shown(client, reverse("history", args=[kind, pk])), kind
    told = shown(client, reverse("history", args=["objective", objective.pk]))
    assert "2028" in told
    assert adviser.name in told
    services.remove_objective(adviser, document.objectives.get(number="1.1"), why="Doublon")
    assert "no longer exists" in shown(client, reverse("history", args=["objective", objective.pk]))
    assert "changes/?from=" in shown(client, reverse("history", args=["document", document.pk]))


def test_every_page_of_an_object_leads_to_its_history_for_whoever_may_see_it(document: Document, adviser: User) -> None:
    zone = document.entity
    unit = Unit.objects.create(entity=zone, abbreviation="OPS", name=Words(fr="Opérations"))
    party = Stakeholder.objects.create(entity=zone, name="Habitants")
    said = NoUnit.objects.create(entity=zone, name="DQZT", reason="une société", author=adviser.person)
    question = next(iter(profile().questions))
    answer = ProfileAnswer.objects.create(entity=zone, question=question, answer=Words(fr="Oui"))
    section, objective = document.sections.first(), document.objectives.first()
    action = document.actions.first()
    places = [
        ("document", document.pk, reverse("document", args=[document.pk])),
        ("document", document.pk, reverse("document_edit", args=[document.pk])),
        ("section", section.pk, reverse("section_edit", args=[section.pk])),
        ("objective", objective.pk, reverse("objective", args=[objective.pk])),
        ("objective", objective.pk, reverse("objective_edit", args=[objective.pk])),
        ("action", action.pk, reverse("action", args=[action.pk])),
        ("action", action.pk, reverse("action_edit", args=[action.pk])),
        ("entity", zone.pk, reverse("entity", args=[zone.code])),
        ("entity", zone.pk, reverse("entity_edit", args=[zone.code])),
        ("unit", unit.pk, reverse("unit", args=[zone.code, unit.pk])),
        ("no_unit", said.pk, reverse("units", args=[zone.code])),
        ("stakeholder", party.pk, reverse("stakeholder", args=[zone.code, party.pk])),
        ("answer", answer.pk, reverse("profile_answer", args=[zone.code, question])),
    ]
    client, other = signed_in(adviser), signed_in(making.person((zone, "contributor")))
    for kind, pk, page in places:
        address = reverse("history", args=[kind, pk])
        assert shown(client, page).count(f'href="{address}"') == 1, page
        assert shown(client, address)
        assert address not in other.get(page).content.decode(), page


def test_an_erased_person_is_shown_as_such(document: Document, adviser: User) -> None:
    work(document, adviser)
    name, objective = adviser.name, document.objectives.get(number="1.1")
    other = making.adviser(document.entity)
    adviser.person.erased_at, adviser.person.name = timezone.now(), ""
    adviser.person.save()
    for address in (
        reverse("history", args=["objective", objective.pk]),
        reverse("history", args=["document", document.pk]),
        reverse("changes", args=[document.pk]),
    ):
        told = shown(signed_in(other, "en"), address)
        assert "erased person" in told
        assert name not in told


@pytest.mark.parametrize(("role", "status"), [("inspector", 404), ("contributor", 403), ("reader", 404)])
def test_the_history_is_for_those_who_write_or_audit(document: Document, adviser: User, role: str, status: int) -> None:
    other = making.person((document.entity, role))
    for address in (
        reverse("changes", args=[document.pk]),
        reverse("changes_file", args=[document.pk]),
        reverse("history", args=["document", document.pk]),
        reverse("history", args=["objective", document.objectives.first().pk]),
    ):
        assert signed_in(other).get(address).status_code == status
    Document.objects.filter(pk=document.pk).update(state="adopted")
    expected = {"inspector": 200, "contributor": 403, "reader": 403}[role]
    assert signed_in(other).get(reverse("changes", args=[document.pk])).status_code == expected
    assert signed_in(other).get(reverse("history", args=["entity", document.entity_id])).status_code == expected


def test_nothing_is_told_of_another_entity_or_of_what_there_is_not(document: Document) -> None:
    client = signed_in(making.adviser(making.entity()))
    assert client.get(reverse("changes", args=[document.pk])).status_code == 404
    assert client.get(reverse("history", args=["objective", document.objectives.first().pk])).status_code == 404
    assert client.get(reverse("history", args=["entity", document.entity_id])).status_code == 404
    for kind in (*KINDS, "nonsense"):
        assert client.get(reverse("history", args=[kind, uuid.uuid4()])).status_code == 404
