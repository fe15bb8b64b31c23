"""The page of search: what it shows, filters and pages in the address, and no more than one may see."""

from __future__ import annotations

import pytest
from django.urls import reverse

from filrouge.apps.accounts.models import User
from filrouge.apps.documents.models import Document
from filrouge.apps.frameworks.services import load_library
from filrouge.domain.model import LANGUAGES
from tests import making
from tests.apps.test_search import plan
from tests.web.coherence.test_findings import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def adviser() -> User:
    return making.adviser(making.entity())


@pytest.fixture
def document(adviser: User) -> Document:
    return making.document(adviser.roles.get().entity, adviser, plan())


def page(user: User, query: str, language: str = "fr") -> str:
    answer = signed_in(user, language).get(f"{reverse('search')}?{query}")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("query", "language", "mark"),
    [
        ("q=cambriolage", "fr", "<mark>cambriolages</mark>"),
        ("q=slachtoffer", "nl", "<mark>slachtoffers</mark>"),
        ("q=Haus", "de", "<mark>Häuser</mark>"),
        ("q=victim", "en", "<mark>victims</mark>"),
        ("q=cambriolge", "nl", 'lang="fr"'),
    ],
)
def test_what_is_found_is_marked(document: Document, adviser: User, query: str, language: str, mark: str) -> None:
    shown = page(adviser, query, language)
    assert mark in shown
    assert f"section-{document.sections.get().pk}" in shown


def test_filters_narrow_what_is_found(document: Document, adviser: User) -> None:
    code = document.entity.code
    load_library()
    for query in (f"entity={code}", "part=section", "language=fr", "state=draft"):
        assert "<mark>" in page(adviser, f"q=cambriolages&{query}")
    for query in ("part=table", "language=nl", "state=adopted", "kind=mission-letter"):
        assert "<mark>" not in page(adviser, f"q=cambriolages&{query}")


def test_words_of_a_document_are_never_markup(adviser: User) -> None:
    content = making.plan(2)
    stored = making.document(adviser.roles.get().entity, adviser, content)
    stored.objectives.filter(number="1.1").update(
        details={"fr": "<p>Vérifier &lt;script&gt;alert(1)&lt;/script&gt;</p>"}
    )
    shown = page(adviser, "q=v%C3%A9rifier")
    assert "<mark>Vérifier</mark>" in shown
    assert "<script>alert" not in shown


def test_one_document_alone_can_be_searched(document: Document, adviser: User) -> None:
    other = making.document(document.entity, adviser, plan())
    assert page(adviser, "q=cambriolages").count("<mark>cambriolages</mark>") == 2
    assert page(adviser, f"q=cambriolages&document={other.pk}").count("<mark>cambriolages</mark>") == 1
    assert "<mark>" in page(adviser, "q=cambriolages&document=nonsense")


def test_long_results_are_paged(adviser: User) -> None:
    making.document(adviser.roles.get().entity, adviser, making.plan(45))
    assert page(adviser, "q=vols&page=1").count("<mark>vol") == 20
    assert page(adviser, "q=vols&page=3").count("<li>") > 0
    assert "page=2" in page(adviser, "q=vols")
    assert page(adviser, "q=vols&page=nonsense")


def test_what_one_may_not_see_is_not_found(document: Document) -> None:
    for user in (making.adviser(making.entity()), making.person((document.entity, "reader"))):
        shown = page(user, "q=cambriolages")
        assert "<mark>" not in shown
        assert "cambriolages</a>" not in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_header_leads_to_search(adviser: User, document: Document, language: str) -> None:
    shown = signed_in(adviser, language).get(reverse("findings", args=[document.pk])).content.decode()
    assert f'action="{reverse("search")}"' in shown
    assert page(adviser, "", language)
