"""The pages as a person meets them: wide and narrow, light and dark, by eye, by keyboard and by ear, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

PAGES = ("sample_page", "long_page", "comparison_page", "index_page")
SIZES = {1920: 1080, 1280: 1000, 375: 812}


@contextmanager
def opened(
    browser: Browser, path: Path, width: int = 1280, scheme: Literal["dark", "light"] = "light"
) -> Iterator[Page]:
    """The page in a window of its own; what it says on the console, and what it asks of the network, fails the test."""
    context = browser.new_context(
        viewport={"width": width, "height": SIZES[width]},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    try:
        yield page
        assert not said, said
        assert [url for url in asked if not url.startswith(("file://", "data:"))] == []
    finally:
        context.close()


@pytest.fixture(params=PAGES)
def path(request: pytest.FixtureRequest, language: str) -> Path:
    """Each page, in each language."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Path)
    return found


def violations(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    found: Any = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{one['id']}: {node['html'][:200]}" for one in found["violations"] for node in one["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 375])
def test_nothing_keeps_a_person_out(
    browser: Browser, axe: str, path: Path, width: int, scheme: Literal["dark", "light"]
) -> None:
    with opened(browser, path, width, scheme) as page:
        assert violations(page, axe) == []


@pytest.mark.parametrize("width", SIZES)
def test_a_page_never_scrolls_sideways(browser: Browser, path: Path, width: int) -> None:
    with opened(browser, path, width) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_with_everything_unfolded_nobody_is_kept_out_either(browser: Browser, axe: str, sample_page: Path) -> None:
    with opened(browser, sample_page) as page:
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert violations(page, axe) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_the_keyboard_reaches_the_content_and_the_reasons(browser: Browser, sample_page: Path) -> None:
    with opened(browser, sample_page) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        box = page.locator(".skip").bounding_box()
        assert box is not None and box["x"] >= 0
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        summary = page.locator("#first summary").first
        summary.focus()
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        page.keyboard.press("Enter")
        assert page.locator("#first details").first.get_attribute("open") is not None


def test_a_number_in_the_text_leads_to_its_remark_beside_it(browser: Browser, sample_page: Path) -> None:
    with opened(browser, sample_page) as page:
        reference = page.locator(".here p a.ref").first
        remark = page.locator(reference.get_attribute("href") or "")
        word, box = reference.bounding_box(), remark.bounding_box()
        assert word is not None and box is not None
        assert box["x"] > word["x"] and abs(box["y"] - word["y"]) < 400
        reference.click()
        assert remark.evaluate("one => one.matches(':target')")


def test_the_outline_stays_in_sight_where_there_is_room(browser: Browser, long_page: Path) -> None:
    with opened(browser, long_page, 1280) as page:
        page.locator("#text .stretch").nth(20).scroll_into_view_if_needed()
        box = page.locator(".outline").bounding_box()
        assert box is not None and box["y"] < 200
        assert page.locator(".outline li").first.is_visible()
    with opened(browser, long_page, 375) as page:
        assert not page.locator(".outline li").first.is_visible()
        page.locator(".outline summary").click()
        assert page.locator(".outline li").first.is_visible()


def test_the_text_is_no_wider_than_a_line_can_be_read(browser: Browser, long_page: Path) -> None:
    with opened(browser, long_page, 1920) as page:
        widest = page.evaluate(
            "Math.max(...[...document.querySelectorAll('.here:not(.table) p')].map(p => p.offsetWidth))"
        )
        assert widest <= 42 * 16


def test_on_paper_every_reason_can_be_read(browser: Browser, sample_page: Path) -> None:
    with opened(browser, sample_page) as page:
        page.emulate_media(media="print")
        assert page.locator("#first dl.reasons").first.is_visible()
        assert not page.locator(".jump").is_visible()
        assert page.locator(".sign").first.is_visible()
