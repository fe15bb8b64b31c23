"""The way through a document by keyboard in a real browser."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from filrouge.apps.accounts.models import User
from filrouge.apps.documents.models import Document
from filrouge.apps.frameworks.models import LibraryItem
from filrouge.apps.frameworks.services import load_library
from filrouge.apps.objectives.selectors import plan_of
from tests import making
from tests.web.looking import settled, window

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def adviser() -> User:
    return making.adviser(making.entity())


@pytest.fixture
def document(adviser: User) -> Document:
    load_library()
    stored = making.document(adviser.roles.get().entity, adviser)
    stored.framework = LibraryItem.objects.get(slug="mission-letter", current=True)
    stored.save()
    return stored


def test_the_tree_is_built_and_ordered_by_keyboard(
    browser: Browser, live_server: LiveServer, adviser: User, document: Document
) -> None:
    context = window(browser, live_server, adviser)
    page = context.new_page()
    settled(page, live_server.url + reverse("objectives", args=[document.pk]))
    page.locator("#tree > [data-node]").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    moved = page.evaluate("document.activeElement.dataset.node")
    assert moved == document.objectives.get(number="1.2").key
    with page.expect_response(lambda answer: answer.url.endswith("/move/")):
        page.keyboard.press("Alt+ArrowUp")
    page.wait_for_function("document.activeElement.dataset.node !== undefined")
    assert page.evaluate("document.activeElement.dataset.node") == moved
    assert [one.number for one in plan_of(document.pk).objectives] == ["1", "1.2", "1.1"]
    assert page.locator("#id_under").input_value() == moved
    page.locator("#id_kind").focus()
    page.locator("#id_kind").select_option("action")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("Former les équipes")
    page.keyboard.press("Enter")
    page.wait_for_url("**under=*")
    action = document.actions.get(text__fr="Former les équipes")
    assert action.contributions.get().objective.number == "1.2"
    context.close()


def test_a_section_is_written_by_keyboard(
    browser: Browser, live_server: LiveServer, adviser: User, document: Document
) -> None:
    context = window(browser, live_server, adviser)
    page = context.new_page()
    section = document.sections.get(number="1")
    settled(page, live_server.url + reverse("section_edit", args=[section.pk]))
    title = page.locator("#id_title_fr")
    title.focus()
    page.keyboard.press("End")
    page.keyboard.type(" revue")
    page.locator(".ProseMirror").first.focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Et une suite.")
    title.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#section-*")
    section.refresh_from_db()
    assert section.title.fr == "Partie 1 revue"
    assert section.body.fr == "<p>Texte 1. Et une suite.</p>"
    context.close()
