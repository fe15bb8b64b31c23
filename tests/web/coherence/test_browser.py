"""The pages of remarks, changes, search and firmness in a real browser: for everybody, at every width, by keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.urls import reverse
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from filrouge.apps.accounts.models import User
from filrouge.apps.coherence import services
from filrouge.apps.coherence.models import StoredWaiver
from filrouge.apps.coherence.selectors import findings_of
from filrouge.apps.documents.models import Document
from filrouge.apps.objectives.services import edit_objective
from filrouge.domain.model.plan import Words
from tests import making
from tests.apps.test_coherence import plan_with_faults
from tests.web.looking import STANDARDS, settled, window

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def adviser() -> User:
    return making.adviser(making.entity())


@pytest.fixture
def document(adviser: User) -> Document:
    """Faults of two kinds, one of them set aside, a waiver without an object, and a change."""
    content = replace(making.plan(6), sections=plan_with_faults().sections)
    objectives = tuple(replace(one, section=content.sections[0].id) for one in content.objectives)
    stored = making.document(adviser.roles.get().entity, adviser, replace(content, objectives=objectives))
    part = str(stored.sections.get(number="1.1").pk)
    services.waive(adviser, stored, "DOC104", "L'arrêté est attendu", part=part)
    services.waive(adviser, stored, "DOC106", "Sans objet")
    edit_objective(adviser, stored.objectives.get(number="1.1"), 1, text=Words(fr="Réduire de moitié les vols"))
    return stored


def test_a_remark_is_set_aside_and_found_again_by_keyboard(
    browser: Browser, live_server: LiveServer, adviser: User, document: Document
) -> None:
    one = next(one for one in findings_of(document, "fr").open if one.code == "DOC104")
    context = window(browser, live_server, adviser)
    page = context.new_page()
    settled(page, live_server.url + reverse("findings", args=[document.pk]))
    page.locator(f'[id="{one.key}"] .row a').focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/waive/**")
    page.locator("#id_reason").focus()
    page.keyboard.type("Date fixée par le conseil")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/findings/")
    assert StoredWaiver.objects.filter(reason="Date fixée par le conseil").exists()
    page.locator("#id_show").focus()
    page.locator("#id_show").select_option("waived")
    page.keyboard.press("Enter")
    page.locator("form button[type=submit]", has_text="Filtrer").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**show=waived**")
    assert page.get_by_text("Date fixée par le conseil").count() == 1
    context.close()


def test_the_margin_fetches_itself_anew_when_the_document_changes(
    browser: Browser, live_server: LiveServer, adviser: User, document: Document
) -> None:
    context = window(browser, live_server, adviser)
    page = context.new_page()
    settled(page, live_server.url + reverse("findings", args=[document.pk]))
    address = reverse("findings_margin", args=[document.pk])
    page.evaluate(
        """async address => {
            document.body.insertAdjacentHTML("beforeend", await (await fetch(address)).text());
            htmx.process(document.getElementById("remarks"));
        }""",
        address,
    )
    before = page.locator("#remarks .finding").count()
    services.waive(adviser, document, "DOC104", "Connu")
    with page.expect_response(lambda answer: address in answer.url):
        page.evaluate("htmx.trigger(document.body, 'documentChanged')")
    page.wait_for_function("before => document.querySelectorAll('#remarks .finding').length < before", arg=before)
    context.close()


def test_a_vague_deadline_is_told_while_it_is_written_and_a_day_settles_it(
    browser: Browser, live_server: LiveServer, adviser: User, document: Document, axe: str
) -> None:
    objective = document.objectives.get(number="1.2")
    context = window(browser, live_server, adviser)
    page, said = context.new_page(), []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    settled(page, live_server.url + reverse("objective_edit", args=[objective.pk]))
    region, weak = page.locator("#checking"), page.locator("#checking .verdict dt", has_text="T · ")
    region.locator(".unsaved").wait_for()
    assert (weak.count(), region.get_attribute("aria-live")) == (0, "polite")
    page.locator("#id_deadline").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("dès que possible")
    weak.wait_for()
    page.evaluate(axe)
    result = page.evaluate("standards => axe.run({runOnly: standards})", STANDARDS)
    found = [f"{one['id']}: {node['html'][:150]}" for one in result["violations"] for node in one["nodes"]]
    assert found == []
    page.keyboard.press("Control+A")
    page.keyboard.type("le 30 juin 2028")
    weak.wait_for(state="detached")
    stored = document.objectives.get(number="1.2")
    assert (stored.deadline, stored.version) == (objective.deadline, objective.version)
    assert said == []
    context.close()


def test_a_section_is_checked_as_its_rich_text_is_typed(
    browser: Browser, live_server: LiveServer, adviser: User, document: Document
) -> None:
    section = document.sections.get(number="1")
    context = window(browser, live_server, adviser)
    page = context.new_page()
    settled(page, live_server.url + reverse("section_edit", args=[section.pk]))
    told = page.locator("#checking .finding .code", has_text="DOC104")
    told.first.wait_for()
    page.locator(".rich [role=textbox]").first.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("Tout est dit.")
    page.locator("#checking .finding .code", has_text="DOC104").first.wait_for(state="detached")
    context.close()


def test_without_script_an_editor_has_no_empty_margin(
    browser: Browser, live_server: LiveServer, adviser: User, document: Document
) -> None:
    signed = window(browser, live_server, adviser)
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    context.add_cookies(signed.cookies())  # type: ignore[arg-type]
    page = context.new_page()
    settled(page, live_server.url + reverse("section_edit", args=[document.sections.first().pk]))
    assert page.locator("#editor").is_visible()
    assert not page.locator(".checking").is_visible()
    context.close()
    signed.close()


def test_search_is_reached_from_every_page_by_keyboard(
    browser: Browser, live_server: LiveServer, adviser: User, document: Document
) -> None:
    context = window(browser, live_server, adviser)
    page = context.new_page()
    settled(page, live_server.url + reverse("changes", args=[document.pk]))
    page.locator("#seek").focus()
    page.keyboard.type("vol moitié")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    assert page.locator("mark").first.inner_text() in ("moitié", "vols")
    page.locator(".found a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/o/**")
    context.close()
