"""Every component in a real browser: wide and narrow, light and dark, by mouse and keyboard, without script too."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.web.common import gallery
from tests.web.looking import opened, overflow, violations

LANGUAGES = {"fr": "fr-BE", "nl": "nl-BE", "de": "de-BE", "en": "en-GB"}
WORD = (
    "<html><head><style>p{color:red}</style></head><body><!--StartFragment--><h1 style='x'>Titre</h1>"
    "<p class=MsoNormal style='margin:0'><span style='font-weight:bold;color:red'>gras</span> et <b>fort</b>"
    "<o:p></o:p></p>"
    "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·  </span>un</p>"
    "<p style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o  </span>sous</p>"
    "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·  </span>deux</p><p>Fin</p>"
    "<!--EndFragment--></body></html>"
)
PASTE = (
    "html => { const data = new DataTransfer(); data.setData('text/html', html);"
    "document.querySelector('.ProseMirror').dispatchEvent(new ClipboardEvent('paste',"
    "{clipboardData: data, bubbles: true, cancelable: true})) }"
)


@pytest.mark.parametrize("width", [375, 768, 1280, 1920])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_is_no_wider_than_its_window(browser: Browser, address: str, width: int, scheme: Any) -> None:
    with opened(browser, f"{address}/gallery", width, color_scheme=scheme) as page:
        assert overflow(page) <= 0


@pytest.mark.parametrize("path", ["/gallery", "/gallery/confirm", "/nowhere"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_people_from_using_it(browser: Browser, address: str, axe: str, path: str, scheme: Any) -> None:
    assert violations(browser, address + path, axe, color_scheme=scheme) == []


def test_a_narrow_page_can_be_used_too(browser: Browser, address: str, axe: str) -> None:
    assert violations(browser, f"{address}/gallery", axe, viewport={"width": 375, "height": 800}) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_speaks_the_language_of_the_browser(browser: Browser, address: str, language: str) -> None:
    with opened(browser, f"{address}/gallery", locale=LANGUAGES[language]) as page:
        assert page.locator("html").get_attribute("lang") == language
        pressed = page.locator("form.choices button[name=language][aria-pressed=true]")
        assert pressed.get_attribute("value") == language


def test_the_language_is_changed_on_the_page_itself(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/gallery?page=7") as page:
        page.get_by_role("button", name="Nederlands").click()
        assert page.url.endswith("/gallery?page=7")
        assert page.locator("html").get_attribute("lang") == "nl"


def test_dark_is_a_choice_that_stays(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/gallery", color_scheme="light") as page:
        before = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        page.get_by_role("button", name="sombre").click()
        expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
        page.wait_for_load_state()
        after = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        assert before != after
        page.reload()
        assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == after


def test_the_first_stop_of_the_tab_key_skips_to_the_content(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/gallery") as page:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"


# --- the tree -------------------------------------------------------------------------------------------------------


def _at(page: Any) -> str:
    return str(page.evaluate("document.activeElement.dataset.node"))


def test_arrow_keys_go_through_the_tree(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/gallery") as page:
        tree = page.get_by_role("tree")
        expect(tree).to_be_visible()
        page.locator("[data-node=a]").focus()
        for key, where in (("ArrowDown", "a1"), ("End", "c"), ("ArrowUp", "b11"), ("ArrowLeft", "b1"), ("Home", "a")):
            page.keyboard.press(key)
            assert _at(page) == where
        page.keyboard.press("ArrowLeft")
        assert page.locator("[data-node=a]").get_attribute("aria-expanded") == "false"
        assert page.url.endswith("?fold=a")
        page.keyboard.press("ArrowDown")
        assert _at(page) == "b"
        page.reload()
        expect(page.locator("[data-node=a1]")).to_be_hidden()


def test_alt_with_an_arrow_moves_the_line_and_stays_on_it(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/gallery") as page:
        gallery.MOVES.clear()
        page.locator("[data-node=a2]").focus()
        with page.expect_response("**/gallery/move"):
            page.keyboard.press("Alt+ArrowUp")
        page.wait_for_function("document.activeElement.dataset.node === 'a2'")
        assert gallery.MOVES == [{"node": "a2", "to": "up"}]


@pytest.mark.parametrize(
    ("height", "where"),
    [(3, {"parent": "a", "before": "a1"}), (-3, {"parent": "a", "before": "a2"})],
)
def test_a_line_is_dragged_before_or_after_another(
    browser: Browser, address: str, height: int, where: dict[str, str]
) -> None:
    with opened(browser, f"{address}/gallery") as page:
        gallery.MOVES.clear()
        target = page.locator("[data-node=a1] > .line")
        box = target.bounding_box()
        assert box is not None
        with page.expect_response("**/gallery/move"):
            page.locator("[data-node=c] > .line").drag_to(
                target, target_position={"x": 90, "y": height % box["height"]}
            )
        assert [{"node": "c", **where}] == gallery.MOVES


def test_without_script_the_tree_folds_by_links_and_moves_by_buttons(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/gallery", java_script_enabled=False) as page:
        gallery.MOVES.clear()
        page.locator("#node-a > .line .fold-link").click()
        assert "fold=a" in page.url
        expect(page.locator("#node-a1")).to_be_hidden()
        expect(page.locator("#node-b1")).to_be_visible()
        page.locator("#node-c > .line button[value=up]").click()
        assert [(move["node"], move["to"]) for move in gallery.MOVES] == [("c", "up")]


# --- questions, text, two columns -----------------------------------------------------------------------------------


def test_a_question_is_asked_in_a_dialog_and_can_be_left(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/gallery") as page:
        link = page.get_by_role("link", name="Supprimer l’objectif OS1")
        link.click()
        dialog = page.get_by_role("dialog")
        expect(dialog.get_by_role("button", name="Supprimer l’objectif OS1")).to_be_visible()
        assert dialog.locator("form").get_attribute("action").endswith("/gallery/confirm")  # type: ignore[union-attr]
        page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
        assert link.evaluate("link => link === document.activeElement")


def test_without_script_the_question_is_a_page(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/gallery", java_script_enabled=False) as page:
        page.get_by_role("link", name="Supprimer l’objectif OS1").click()
        expect(page.get_by_role("button", name="Supprimer l’objectif OS1")).to_be_visible()


def test_rich_text_is_edited_under_a_strict_policy(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/gallery") as page:
        editor = page.get_by_role("textbox", name="Explication")
        editor.click()
        page.keyboard.press("Control+a")
        page.keyboard.type("Moins d’accidents")
        page.keyboard.press("Control+a")
        bold = page.get_by_role("toolbar").get_by_role("button", name="Gras")
        expect(bold).to_have_attribute("aria-pressed", "false")
        bold.click()
        expect(bold).to_have_attribute("aria-pressed", "true")
        assert page.locator("textarea[name=body]").input_value() == "<p><strong>Moins d’accidents</strong></p>"


def test_what_word_pastes_is_reduced_to_its_structure(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/gallery") as page:
        page.get_by_role("textbox", name="Explication").focus()
        page.keyboard.press("Control+a")
        page.evaluate(PASTE, WORD)
        assert page.locator("textarea[name=body]").input_value() == (
            "<h3>Titre</h3><p><strong>gras</strong> et <strong>fort</strong></p>"
            "<ul><li><p>un</p><ul><li><p>sous</p></li></ul></li><li><p>deux</p></li></ul><p>Fin</p>"
        )


def test_arrow_keys_go_along_the_toolbar(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/gallery") as page:
        page.get_by_role("toolbar").get_by_role("button").first.focus()
        page.keyboard.press("End")
        assert page.evaluate("document.activeElement.title") == "Rétablir"
        assert page.locator("[role=toolbar] button[tabindex='0']").count() == 1


def test_without_script_rich_text_is_a_textarea(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/gallery", java_script_enabled=False) as page:
        expect(page.get_by_label("Explication")).to_have_js_property("tagName", "TEXTAREA")


def test_what_belongs_together_is_lit_on_both_sides(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/gallery") as page:
        page.locator("#pair-right-2").hover()
        assert page.locator(".lit").evaluate_all("parts => parts.map(part => part.id)") == [
            "pair-left-2",
            "pair-right-2",
        ]


def test_paper_shows_the_text_and_not_the_frame(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/gallery", color_scheme="dark") as page:
        page.emulate_media(media="print")
        for hidden in (".ways", ".tools >> nth=0", ".moves >> nth=0"):
            expect(page.locator(hidden)).to_be_hidden()
        assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
        expect(page.locator(".finding dd").first).to_be_visible()


def test_long_work_shows_when_it_is_over(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/gallery") as page:
        expect(page.locator("#over")).to_have_text("Tout est lu.")
        expect(page.locator("#soon")).to_have_count(0)
        expect(page.locator("#job")).to_be_visible()
