"""A file from its sending to its document by keyboard in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from filrouge.apps.accounts.models import User
from filrouge.apps.documents.models import Document
from filrouge.apps.exchange.models import Import
from filrouge.apps.exchange.services import intake
from filrouge.apps.exchange.services.intake import Incoming
from filrouge.apps.frameworks.services import load_library
from filrouge.apps.objectives.models import Objective
from filrouge.domain.model.plan_json import from_json
from tests import making
from tests.apps.test_exchange import LETTER
from tests.web.looking import window

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def adviser() -> User:
    load_library()
    return making.adviser(making.entity())


def read(user: User, name: str, data: bytes) -> Import:
    (outcome,) = intake.bring_in(user, user.roles.get().entity, [Incoming(name, data)])
    assert outcome.incoming is not None
    intake.read_import(str(outcome.incoming.pk))
    return Import.objects.get(pk=outcome.incoming.pk)


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
