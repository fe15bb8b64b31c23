"""The page of the SMART analysis: verdicts with their words, filters in the address, rights."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from filrouge.apps.accounts.models import User
from filrouge.apps.coherence.selectors import smart_of
from filrouge.apps.documents.models import Document
from filrouge.domain.model import LANGUAGES
from filrouge.library.text_files import texts
from tests import making
from tests.domain.smart.test_smart import plan
from tests.web.coherence.test_findings import page, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def adviser() -> User:
    return making.adviser(making.entity())


@pytest.fixture
def document(adviser: User) -> Document:
    return making.document(adviser.roles.get().entity, adviser, plan())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_verdict_shows_its_words_and_what_is_missing(document: Document, adviser: User, language: str) -> None:
    shown = page(adviser, "smart", document, language=language)
    known = texts("smart")
    assert "« 12 contrôles »" in shown
    assert known["missing.deadline"][language] in shown.replace("&#x27;", "'")
    assert known["commitment.result"][language] in shown
    assert "Mobilité" not in shown.split("<tbody>")[-1]  # a theme is not judged


def test_filters_stand_in_the_address(document: Document, adviser: User) -> None:
    def rows(query: str) -> int:
        return page(adviser, "smart", document, query).count('<td class="verdict is-') // 5

    assert rows("") == 3
    assert rows("?letter=A&verdict=met") == 1
    assert rows("?commitment=effort") == 2
    assert rows("?letter=R&verdict=unknown") == 0
    assert rows("?letter=X&verdict=%00") == 3


def test_an_objective_alone_has_the_same_verdicts(document: Document) -> None:
    top = document.objectives.get(kind="strategic_objective")
    found = smart_of(top)
    assert found is not None
    assert found["M"].verdict == "partly"
    assert smart_of(document.objectives.get(kind="theme")) is None


def test_who_may_not_see_the_document_sees_no_verdict(document: Document, adviser: User) -> None:
    for user in (making.adviser(making.entity()), making.person((document.entity, "reader"))):
        assert signed_in(user).get(reverse("smart", args=[document.pk])).status_code == 404


def test_a_document_without_objectives_says_what_would_be_there(adviser: User) -> None:
    empty = replace(plan(), objectives=(), actions=())
    stored = making.document(adviser.roles.get().entity, adviser, empty)
    assert "No objectives yet" in page(adviser, "smart", stored, language="en")


def test_a_large_document_takes_as_many_queries_as_a_small_one(adviser: User) -> None:
    counts = []
    for size in (2, 120):
        stored = making.document(adviser.roles.get().entity, adviser, making.plan(size))
        client = signed_in(adviser)
        client.get(reverse("smart", args=[stored.pk]))
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("smart", args=[stored.pk]))
        counts.append(len(queries))
    assert counts[0] == counts[1]
