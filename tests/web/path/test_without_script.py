"""The core of the work in a browser without script: sign in, read, write, bring in, give out."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from filrouge.apps.accounts.models import User
from filrouge.apps.documents.models import Document
from filrouge.apps.exchange.models import Import
from filrouge.apps.organisation.models import Entity
from tests import making
from tests.apps.test_exchange import LETTER
from tests.web.path.conftest import PASSWORD, PATIENCE

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("worker")]
WORDING = "Réduire de 12 % les vols dans les habitations"


@pytest.fixture
def plain(browser: Browser, live_server: LiveServer, adviser: User) -> Iterator[Page]:
    """A browser without script, in which the adviser has signed in."""
    context = browser.new_context(base_url=live_server.url, locale="fr-BE", java_script_enabled=False)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto("/")
    page.locator("input[name=login]").fill(adviser.email)
    page.locator("input[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(adviser.name)
    yield page
    context.close()


@pytest.fixture
def document(zone: Entity, adviser: User) -> Document:
    return making.document(zone, adviser)


def send(page: Page) -> None:
    page.locator("main button.main[type=submit]").click()


def follow(page: Page, name: str, *args: object) -> None:
    """The first link to an address that has a name; menus open without script."""
    to = f"a[href^='{reverse(name, args=args)}']"
    link = page.locator(f"main {to}").first
    if not link.is_visible():
        page.locator("main details", has=page.locator(to)).locator("summary").click()
    link.click()


def test_a_document_is_read_and_a_section_written(plain: Page, zone: Entity, document: Document) -> None:
    section = document.sections.get(number="1")
    follow(plain, "entity", zone.code)
    follow(plain, "document", document.pk)
    expect(plain.get_by_role("main")).to_contain_text("Texte 1.")
    expect(plain.get_by_role("main")).to_contain_text("Remarques")
    follow(plain, "section_edit", section.pk)
    plain.locator("#id_title_fr").fill("Une partie revue")
    plain.locator("textarea[name=body_fr]").fill("<p>Un texte <strong>revu</strong>.</p><script>alert(1)</script>")
    send(plain)
    section.refresh_from_db()
    assert (section.title.fr, section.body.fr) == ("Une partie revue", "<p>Un texte <strong>revu</strong>.</p>")


def test_an_objective_is_written_and_moved(plain: Page, document: Document) -> None:
    objective = document.objectives.get(number="1.2")
    plain.goto(reverse("objectives", args=[document.pk]))
    plain.locator(f"#node-{objective.key} > .line button[value=up]").click()
    assert [one.number for one in document.objectives.filter(parent=objective.parent)] == ["1.2", "1.1"]
    follow(plain, "objective", objective.pk)
    follow(plain, "objective_edit", objective.pk)
    plain.locator("#id_text_fr").fill(WORDING)
    send(plain)
    expect(plain.get_by_role("heading", level=1)).to_contain_text(WORDING)


def test_a_file_is_brought_in_and_taken_over(plain: Page, zone: Entity) -> None:
    follow(plain, "entity", zone.code)
    follow(plain, "imports", zone.code)
    file = {"name": "lettre.txt", "mimeType": "text/plain", "buffer": LETTER.encode()}
    plain.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    send(plain)
    incoming = Import.objects.get()
    for _ in range(60):  # without script the person asks again
        if plain.locator("a[href$='/take/']").count():
            break
        plain.wait_for_timeout(500)
        plain.goto(reverse("import", args=[incoming.pk]))
    plain.locator("button[value=sure], button[value^='accept:']").first.click()
    follow(plain, "import_take", incoming.pk)
    send(plain)
    document = Document.objects.get()
    assert document.objectives.exists()
    assert plain.url.endswith(reverse("document", args=[document.pk]))


def test_a_file_is_given_out_and_comes_back(plain: Page, document: Document, tmp_path: Path) -> None:
    plain.goto(reverse("document", args=[document.pk]))
    follow(plain, "export", document.pk)
    with plain.expect_download() as given:
        send(plain)
    given.value.save_as(tmp_path / "plan.docx")
    data = (tmp_path / "plan.docx").read_bytes()
    before = document.objectives.get(number="1.2").text.fr
    opened = docx.Document(io.BytesIO(data))
    changed = [node for node in opened.element.body.iter("{*}t") if node.text == before]
    assert len(changed) == 1
    changed[0].text = WORDING
    opened.save(str(tmp_path / "plan.docx"))
    plain.goto(reverse("come_back", args=[document.pk]))
    plain.locator("input[type=file]").set_input_files(tmp_path / "plan.docx")
    send(plain)
    incoming = Import.objects.get()
    for _ in range(60):
        if plain.locator("input[name=taken]").count():
            break
        plain.wait_for_timeout(500)
        plain.goto(reverse("import", args=[incoming.pk]))
    send(plain)
    send(plain)
    assert document.objectives.get(number="1.2").text.fr == WORDING
