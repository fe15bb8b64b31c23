"""The path of the policy adviser, by keyboard alone: from a file to a plan, out to Word and back, and found again."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pypdfium2
import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from filrouge.apps.accounts.models import User
from filrouge.apps.coherence.models import StoredWaiver
from filrouge.apps.documents.models import Document
from filrouge.apps.exchange.models import Import
from filrouge.apps.objectives.models import Action, Objective
from filrouge.apps.objectives.selectors import plan_of
from filrouge.apps.organisation.models import Entity
from tests.corpus import cases
from tests.web.path.conftest import PASSWORD
from tests.web.path.keyboard import Keyboard

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("worker")]

LETTER = "b-lettre-de-mission"
TITLE = "Lettre de mission 2029-2034"
NUMBER = "2"
FRENCH = "Réduire de 25 % les accidents avec blessés sur les routes régionales"
DUTCH = "Het aantal letselongevallen op de gewestwegen met 25 % verminderen"
ACTION = "Placer trois radars mobiles près des écoles"
REASON = "Convenu avec le conseil de police"
IN_WORD = "Réduire de 30 % les collisions avec blessés sur les routes régionales"
NEW_OWNER = "PREV"


def test_the_path_of_the_adviser(page: Page, keys: Keyboard, zone: Entity, adviser: User, tmp_path: Path) -> None:
    sign_in(page, keys, adviser)
    document = bring_in(page, keys, zone, cases.file(LETTER, "docx-styles", tmp_path))
    say_it_in_two_languages(page, keys, document)
    objective = correct_an_objective(page, keys, document)
    add_an_action(page, keys, objective)
    move_a_line(page, keys, document)
    set_a_remark_aside(page, keys, document)
    word = export(page, keys, document, "Word", tmp_path / "plan.docx")
    read_pdf(export(page, keys, document, "PDF", tmp_path / "plan.pdf"))
    edit_in_word(word)
    bring_back(page, keys, document, objective, word)
    see_what_changed(page, keys, document)
    find_it_again(page, keys)


def sign_in(page: Page, keys: Keyboard, adviser: User) -> None:
    page.goto("/")
    keys.write(page.locator("input[name=login]"), adviser.email)
    keys.write(page.locator("input[name=password]"), PASSWORD)
    with page.expect_navigation():
        keys.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(adviser.name)


def bring_in(page: Page, keys: Keyboard, zone: Entity, file: Path) -> Document:
    """From the home to the file, its review, and the document; nothing stands in the document before."""
    keys.link("entity", zone.code)
    keys.link("imports", zone.code)
    keys.bring(page.locator("input[type=file]"), file)
    keys.send()
    expect(page.locator("a[href$='/take/']")).to_be_visible()  # the page moves on by itself
    incoming = Import.objects.get()
    look_through(page, keys)
    keys.link("import_head", incoming.pk)
    keys.write(page.locator("#id_title"), TITLE)
    keys.send()
    assert not Document.objects.exists()
    keys.link("import_take", incoming.pk)
    keys.send()
    document = Document.objects.get()
    assert page.url.endswith(reverse("document", args=[document.pk]))
    assert (document.title.fr, document.framework.slug) == (TITLE, "mission-letter")
    assert Objective.objects.filter(document=document, kind="strategic_objective").count() == 5
    return document


def look_through(page: Page, keys: Keyboard) -> None:
    """What is sure is accepted at once, and what is doubtful one by one."""
    sure = page.get_by_role("button", name=re.compile("^Accepter l.*certain"))
    if sure.count():
        keys.follow(sure)
    left = page.locator("article.doubtful button", has_text="Accepter")
    while count := left.count():
        keys.follow(left.first)
        assert left.count() < count


def say_it_in_two_languages(page: Page, keys: Keyboard, document: Document) -> None:
    page.goto(reverse("document_edit", args=[document.pk]))
    keys.tick(page.locator("input[name=languages][value=nl]"))
    keys.send()
    document.refresh_from_db()
    assert document.languages == ["fr", "nl"]


def correct_an_objective(page: Page, keys: Keyboard, document: Document) -> Objective:
    """From the tree to the objective and its form: another wording, the Dutch one, a unit that answers for it."""
    objective = strategic(document, NUMBER)
    page.goto(reverse("objectives", args=[document.pk]))
    walk_to(page, keys, objective)
    with page.expect_navigation():
        keys.press("Enter")
    keys.link("objective_edit", objective.pk)
    keys.write(page.locator("#id_text_fr"), FRENCH)
    keys.write(page.locator("#id_text_nl"), DUTCH)
    keys.tick(page.get_by_label("OPS – Opérations").first)
    keys.send()
    expect(page.get_by_role("heading", level=1)).to_contain_text(FRENCH)
    objective.refresh_from_db()
    assert (objective.text.fr, objective.text.nl, objective.owners) == (FRENCH, DUTCH, ["OPS"])
    return objective


def strategic(document: Document, number: str) -> Objective:
    """The strategic objective of a number."""
    return Objective.objects.get(document=document, kind="strategic_objective", number=number)


def walk_to(page: Page, keys: Keyboard, part: Objective) -> None:
    """Into the tree by Tab, and down to a line by the arrow."""
    tree = page.get_by_role("tree")
    keys.reach(tree.locator("[role=treeitem][tabindex='0']"))
    for _ in range(tree.get_by_role("treeitem").count()):
        if page.evaluate("document.activeElement.dataset.node") == part.key:
            return
        keys.press("ArrowDown")
    raise AssertionError(f"the arrow never reaches {part}")


def add_an_action(page: Page, keys: Keyboard, objective: Objective) -> None:
    keys.link("objectives", objective.document_id, ending=f"?under={objective.key}&what=action")
    keys.write(page.locator("#id_text"), ACTION)
    keys.send()
    action = Action.objects.get(text__fr=ACTION)
    assert action.contributions.get().objective == objective
    expect(page.get_by_role("tree").get_by_role("link", name=ACTION)).to_be_visible()


def move_a_line(page: Page, keys: Keyboard, document: Document) -> None:
    """The fifth strategic objective goes before the fourth, by Alt and an arrow, and the focus goes with it."""
    page.goto(reverse("objectives", args=[document.pk]))
    last = strategic(document, "5")
    walk_to(page, keys, last)
    with page.expect_response(lambda answer: answer.url.endswith("/move/")):
        keys.press("Alt+ArrowUp")
    page.wait_for_function("key => document.activeElement.dataset.node === key", arg=last.key)
    order = [one.number for one in plan_of(document.pk).objectives if one.kind == "strategic_objective"]
    assert order == ["1", "2", "3", "5", "4"]


def set_a_remark_aside(page: Page, keys: Keyboard, document: Document) -> None:
    page.goto(reverse("findings", args=[document.pk]))
    before = page.locator("section .finding").count()
    keys.link("waive", document.pk)
    keys.write(page.locator("#id_reason"), REASON)
    keys.send()
    assert StoredWaiver.objects.get(document=document).reason == REASON
    assert page.locator("section .finding").count() < before


def export(page: Page, keys: Keyboard, document: Document, format: str, path: Path) -> Path:
    """From the tools of the document to the file."""
    page.goto(reverse("document", args=[document.pk]))
    open_tools(page, keys)
    keys.link("export", document.pk)
    keys.reach(page.locator("input[name=format]:checked"))
    while not page.get_by_role("radio", name=re.compile(f"^{format}")).is_checked():
        keys.press("ArrowDown")
    dutch = page.locator("input[name=languages][value=nl]")
    if not dutch.is_checked():
        keys.tick(dutch)
    keys.fetch().save_as(path)
    return path


def open_tools(page: Page, keys: Keyboard) -> None:
    """The menu of the document, which is closed."""
    keys.reach(page.get_by_role("main").locator("summary", has_text="Outils"))
    keys.press("Enter")


def read_pdf(path: Path) -> None:
    with pypdfium2.PdfDocument(path) as opened:
        text = " ".join(one.get_textpage().get_text_range() for one in opened)
    words = " ".join(text.split())
    for said in (TITLE, FRENCH, DUTCH, ACTION):
        assert said in words.replace("\ufffe", ""), said


def edit_in_word(path: Path) -> None:
    """A colleague without an account changes the wording and the owner, and saves."""
    opened = docx.Document(str(path))
    body = opened.element.body
    texts = {node.text: node for node in body.iter("{*}t") if node.text}
    assert FRENCH in texts, "the wording stands in one piece"
    texts[FRENCH].text = IN_WORD
    texts["OPS"].text = NEW_OWNER
    opened.save(str(path))


def bring_back(page: Page, keys: Keyboard, document: Document, objective: Objective, word: Path) -> None:
    """The file comes back, its two differences are shown and taken over."""
    page.goto(reverse("document", args=[document.pk]))
    open_tools(page, keys)
    keys.link("come_back", document.pk)
    keys.bring(page.locator("input[type=file]"), word)
    keys.send()
    expect(page.locator("input[name=taken]").first).to_be_visible()  # read by the worker meanwhile
    assert page.locator("input[name=taken]").count() == 2
    for one in page.locator("input[name=taken]:not(:checked)").all():
        keys.tick(one)
    keys.send()
    keys.send()
    objective.refresh_from_db()
    assert (objective.text.fr, objective.text.nl, objective.owners) == (IN_WORD, DUTCH, [NEW_OWNER])


def see_what_changed(page: Page, keys: Keyboard, document: Document) -> None:
    page.goto(reverse("document", args=[document.pk]))
    keys.link("changes", document.pk)
    told = page.get_by_role("main").inner_text()
    assert "collisions" in told and NEW_OWNER in told and ACTION in told


def find_it_again(page: Page, keys: Keyboard) -> None:
    """By other forms of its words, without accents, in both languages."""
    for question, said in (("collision blesse route regionale", IN_WORD), ("letselongeval gewestweg", DUTCH)):
        keys.write(page.get_by_role("search").get_by_role("searchbox").first, question)
        with page.expect_navigation():
            keys.press("Enter")
        expect(page.locator(".found")).to_contain_text(said)
    keys.follow(page.locator(".found li", has_text=DUTCH).get_by_role("link").first)
    expect(page.get_by_role("heading", level=1)).to_contain_text(IN_WORD)
