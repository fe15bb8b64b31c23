"""Every page of documents and objectives: for whom it answers, in four languages, in a constant number of queries."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from filrouge.apps.accounts.models import User
from filrouge.apps.documents import services
from filrouge.apps.documents.models import Document
from tests import making

pytestmark = pytest.mark.django_db
READ = ("document", "consolidated", "document_languages", "acts", "objectives", "objectives_owners", "objectives_years")
WRITE = (
    "document_edit",
    "document_sections",
    "section_new",
    "document_remove",
    "document_derive",
    "document_addendum",
    "act_new",
)


def signed_in(user: User, language: str = "en") -> Client:
    client = Client(headers={"accept-language": language})
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.mark.parametrize("name", READ + WRITE)
@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_every_page_answers_in_every_language(name: str, language: str) -> None:
    zone = making.entity()
    adviser = making.adviser(zone)
    document = making.document(zone, adviser)
    answer = signed_in(adviser, language).get(reverse(name, args=[document.pk]))
    assert answer.status_code == 200
    assert f'<html lang="{language}"' in answer.content.decode()


@pytest.mark.parametrize("name", READ + WRITE)
def test_a_reader_and_another_entity_know_nothing_of_a_draft(name: str) -> None:
    zone, other = making.entity(), making.entity()
    document = making.document(zone)
    for user in (making.person((zone, "reader")), making.adviser(other)):
        assert signed_in(user).get(reverse(name, args=[document.pk])).status_code == 404


@pytest.mark.parametrize("name", WRITE)
def test_an_adopted_document_is_read_and_not_written_by_a_reader(name: str) -> None:
    zone = making.entity()
    document = adopted(making.document(zone))
    client = signed_in(making.person((zone, "reader")))
    assert client.get(reverse("document", args=[document.pk])).status_code == 200
    assert client.get(reverse(name, args=[document.pk])).status_code == 403


def test_an_adopted_document_refuses_edits_with_a_sentence() -> None:
    zone = making.entity()
    adviser = making.adviser(zone)
    document = adopted(making.document(zone, adviser))
    section, objective = document.sections.all()[0], document.objectives.all()[0]
    client = signed_in(adviser)
    pages = [reverse("section_edit", args=[section.pk]), reverse("objective_edit", args=[objective.pk])]
    for url in (*pages, reverse("section_new", args=[document.pk])):
        answer = client.post(url, {"title_fr": "Autre", "text_fr": "Autre", "version": 1})
        assert answer.status_code == 400
        assert "adopted" in answer.content.decode()
    assert "Edit the section" not in client.get(reverse("document", args=[document.pk])).content.decode()


@pytest.mark.parametrize("name", READ)
def test_a_large_document_takes_as_many_queries_as_a_small_one(name: str) -> None:
    zone = making.entity()
    adviser = making.adviser(zone)
    counts = []
    for size in (3, 500):
        document = making.document(zone, adviser, making.plan(size, sections=size // 2, actions=size))
        client = signed_in(adviser)
        url = reverse(name, args=[document.pk])
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 25


def adopted(document: Document) -> Document:

    user = making.adviser(document.entity)
    services.record_act(user, document, kind="adoption", on=dt.date(2025, 3, 1), body="Conseil de police")
    document.refresh_from_db()
    return document
