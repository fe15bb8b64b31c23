"""The way through a document by keyboard in a real browser, and what axe finds on its pages in four languages."""

from __future__ import annotations

import pytest
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from filrouge.apps.accounts.models import User
from filrouge.apps.documents.models import Document
from filrouge.apps.frameworks.models import LibraryItem
from filrouge.apps.frameworks.services import load_library
from filrouge.apps.objectives.selectors import plan_of
from tests import making
from tests.web.looking import STANDARDS, overflow

pytestmark = pytest.mark.django_db(transaction=True)
WIDTHS = (375, 1280, 1920)


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


def window(browser: Browser, server: LiveServer, user: User, language: str = "fr", width: int = 1280) -> BrowserContext:
    """A window in which the person is signed in."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    context = browser.new_context(
        viewport={"width": width, "height": 900}, locale=f"{language}-BE", reduced_motion="reduce", bypass_csp=True
    )
    context.add_cookies([{"name": "sessionid", "value": str(session.session_key), "url": server.url}])
    return context


def pages(document: Document) -> list[str]:
    section, objective, action = document.sections.all()[0], document.objectives.all()[1], document.actions.all()[0]
    of_document = (
        "document", "objectives", "objectives_years", "objectives_owners", "acts", "act_new", "document_edit",
        "document_sections", "document_languages", "document_derive", "section_new", "consolidated",
    )  # fmt: skip
    return [
        *(reverse(name, args=[document.pk]) for name in of_document),
        reverse("objectives", args=[document.pk]) + "?list=1",
        reverse("section_edit", args=[section.pk]),
        reverse("objective", args=[objective.pk]),
        reverse("objective_edit", args=[objective.pk]),
        reverse("action", args=[action.pk]),
        reverse("action_edit", args=[action.pk]),
        reverse("action_serves", args=[action.pk]),
        reverse("year_plan", args=[document.entity.code]) + "?year=2027",
        reverse("document_new", args=[document.entity.code]),
    ]


def settled(page: Page, url: str) -> None:
    answer = page.goto(url)
    assert answer is not None
    assert answer.status == 200, url
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_no_page_keeps_anybody_out(
    browser: Browser, live_server: LiveServer, adviser: User, document: Document, axe: str, language: str
) -> None:
    context = window(browser, live_server, adviser, language)
    page, found = context.new_page(), []
    for url in pages(document):
        settled(page, live_server.url + url)
        page.evaluate(axe)
        result = page.evaluate("standards => axe.run({runOnly: standards})", STANDARDS)
        found += [f"{url} {one['id']}: {node['html'][:120]}" for one in result["violations"] for node in one["nodes"]]
    context.close()
    assert found == []


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_wider_than_its_window(
    browser: Browser, live_server: LiveServer, adviser: User, document: Document, width: int
) -> None:
    context = window(browser, live_server, adviser, "nl", width)
    page, said = context.new_page(), []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for url in pages(document):
        settled(page, live_server.url + url)
        assert overflow(page) <= 0, url
    context.close()
    assert said == []


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
