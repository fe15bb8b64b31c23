"""A file from its sending to its document by keyboard in a real browser, and what axe finds on the pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from filrouge.apps.accounts.models import User
from filrouge.apps.documents.models import Document
from filrouge.apps.exchange.models import Import
from filrouge.apps.exchange.services import intake, targets
from filrouge.apps.exchange.services.giving import Wish, give_now
from filrouge.apps.exchange.services.intake import Incoming
from filrouge.apps.frameworks.services import load_library
from filrouge.apps.objectives.models import Objective
from filrouge.domain.model.plan_json import from_json
from tests import making
from tests.apps.test_exchange import LETTER
from tests.web.looking import STANDARDS, overflow

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def adviser() -> User:
    load_library()
    return making.adviser(making.entity())


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


def read(user: User, name: str, data: bytes) -> Import:
    (outcome,) = intake.bring_in(user, user.roles.get().entity, [Incoming(name, data)])
    assert outcome.incoming is not None
    intake.read_import(str(outcome.incoming.pk))
    return Import.objects.get(pk=outcome.incoming.pk)


def pages(user: User) -> list[str]:
    """Every page of the capability, each with something to show."""
    entity = user.roles.get().entity
    document = making.document(entity, user)
    waiting, failed, ready = (
        intake.bring_in(user, entity, [Incoming("attente.txt", b"Texte en attente")])[0].incoming,
        read(user, "image.docx", b"\x89PNG\r\n\x1a\n" + bytes(99)),
        read(user, "lettre.txt", LETTER.encode()),
    )
    assert waiting is not None
    edition = read(user, "edition.txt", (LETTER + "\nUne phrase de plus.\n").encode())
    targets.aim_at(user, edition, edition.version, document)
    give_now(user, document, Wish("word", "fr"))
    part = from_json(ready.proposal).objectives[0].id
    return [
        reverse("imports", args=[entity.code]),
        *(reverse("import", args=[one.pk]) for one in (waiting, failed, ready, edition)),
        reverse("import", args=[ready.pk]) + "?view=all",
        reverse("import_part", args=[ready.pk, part]),
        *(reverse(f"import_{name}", args=[ready.pk]) for name in ("head", "take", "drop", "again")),
        reverse("import_differences", args=[edition.pk]),
        reverse("import_take_over", args=[edition.pk]),
        reverse("export", args=[document.pk]),
        reverse("come_back", args=[document.pk]),
        reverse("templates", args=[entity.code]),
    ]


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_no_page_keeps_anybody_out(
    browser: Browser, live_server: LiveServer, adviser: User, axe: str, language: str
) -> None:
    found = []
    with window(browser, live_server, adviser, language) as context:
        page = context.new_page()
        for address in pages(adviser):
            answer = page.goto(live_server.url + address)
            assert answer is not None and answer.status == 200, address
            page.evaluate(axe)
            violations = page.evaluate("standards => axe.run({runOnly: standards})", STANDARDS)["violations"]
            found += [f"{address} {one['id']}: {node['html'][:160]}" for one in violations for node in one["nodes"]]
            if language == "fr":
                for width in (375, 1920):
                    page.set_viewport_size({"width": width, "height": 900})
                    if overflow(page) > 0:
                        found.append(f"{address} is wider than {width} pixels")
                page.set_viewport_size({"width": 1280, "height": 900})
    assert not found, "\n".join(found)


def pressed(page: Page, selector: str) -> None:
    """Go to something as somebody without a mouse does, and press it."""
    page.locator(selector).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_load_state("networkidle")


def test_the_whole_way_by_keyboard(browser: Browser, live_server: LiveServer, adviser: User, tmp_path: Path) -> None:
    file = tmp_path / "lettre.txt"
    file.write_text(LETTER, encoding="utf-8")
    with window(browser, live_server, adviser) as context:
        page = context.new_page()
        page.goto(live_server.url + reverse("imports", args=[adviser.roles.get().entity.code]))
        page.set_input_files("#files", str(file))
        pressed(page, ".bring button[type=submit]")
        row = Import.objects.get()
        intake.read_import(str(row.pk))
        page.wait_for_selector(".standing")  # the page goes on by itself when the reading is over
        page.goto(live_server.url + reverse("import", args=[row.pk]) + "?view=all")
        first = from_json(Import.objects.get().proposal).objectives[0].id
        pressed(page, f"#pair-right-{first} .head a")
        assert page.url.endswith(f"#pair-left-{first}")
        assert page.locator(f"[data-pair='{first}'].lit").count() >= 2
        pressed(page, f"#pair-right-{first} a[href*='/part/']")
        page.locator("#id_text").focus()
        page.keyboard.press("Control+A")
        page.keyboard.type("Réduire de 12 % les vols dans les habitations")
        pressed(page, "form:has(#id_text) button[type=submit]")
        pressed(page, "a[href$='/take/']")
        pressed(page, "main form button[type=submit]")
        document = Document.objects.get()
        assert page.url == live_server.url + reverse("document", args=[document.pk])
    assert Objective.objects.filter(document=document, text__fr__startswith="Réduire de 12 %").exists()
