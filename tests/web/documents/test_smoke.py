"""Every page of documents and objectives answers, for who may see it and for nobody else."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from filrouge.apps.accounts.models import User
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


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("name", READ + WRITE)
@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_every_page_answers_in_every_language(name: str, language: str) -> None:
    zone = making.entity()
    adviser = making.adviser(zone)
    document = making.document(zone, adviser)
    answer = signed_in(adviser).get(reverse(name, args=[document.pk]), headers={"Accept-Language": language})
    assert answer.status_code == 200, answer.content.decode()
    assert f'lang="{language}"' in answer.content.decode()
