"""A person who has a keyboard and no mouse. Everything is reached by the Tab key, from where the focus is."""

from __future__ import annotations

from pathlib import Path

from django.urls import reverse
from playwright.sync_api import Download, Locator, Page, expect
from playwright.sync_api import TimeoutError as TooLate

MOST_STOPS = 400
PRESSES = 3
FILES_OPEN = 20_000  # milliseconds
HERE = "one => one === document.activeElement"


class Keyboard:
    """What can be done with keys on a page; there is no way to point at something."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, target: Locator) -> None:
        """Press Tab until the target has the focus; fails when it never gets it."""
        expect(target).to_be_visible()
        expect(target).to_have_count(1)
        handle = target.element_handle()
        for _ in range(MOST_STOPS):
            if self.page.evaluate(HERE, handle):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never reaches {target}")

    def follow(self, target: Locator) -> None:
        """Reach a link or a button and press Enter, which leads to another page."""
        self.reach(target)
        with self.page.expect_navigation():
            self.press("Enter")

    def link(self, name: str, *args: object, ending: str = "") -> None:
        """Follow the first link of the page to an address that has a name."""
        self.follow(self.page.locator(f"main a[href^='{reverse(name, args=args)}{ending}']:visible").first)

    def send(self) -> None:
        """Press the button that does what the page is for."""
        self.follow(self.page.locator("main button.main[type=submit]"))

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def write(self, target: Locator, text: str) -> None:
        """Replace what stands in a field."""
        self.reach(target)
        self.press("Control+a")
        self.page.keyboard.type(text)
        assert target.input_value() == text

    def choose(self, target: Locator, label: str) -> None:
        """Type the first letters of a choice, as a list without a mouse is used."""
        self.reach(target)
        self.page.keyboard.type(label)
        assert target.evaluate("one => one.selectedOptions[0].label.trim()").startswith(label)

    def tick(self, target: Locator) -> None:
        """Tick a box."""
        self.reach(target)
        self.press("Space")
        expect(target).to_be_checked()

    def bring(self, target: Locator, *files: Path) -> None:
        """Open the list of files of a field by Space and choose in it, which is the system's and not the page's. On a
        busy machine the browser may find the key too old to open it, so it is pressed again as a person would."""
        self.page.bring_to_front()
        self.reach(target)
        for left in reversed(range(PRESSES)):
            try:
                with self.page.expect_file_chooser(timeout=FILES_OPEN) as asked:
                    self.press("Space")
                break
            except TooLate:
                if not left:
                    raise
        asked.value.set_files([*files])

    def fetch(self) -> Download:
        """Press the button of a page that gives a file."""
        self.reach(self.page.locator("main button.main[type=submit]"))
        with self.page.expect_download() as given:
            self.press("Enter")
        return given.value
