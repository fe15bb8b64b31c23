"""The gallery: by a client, and in a real browser."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Browser, sync_playwright

from tests.web.common.serving import serving, without_database

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture
def client() -> Iterator[Client]:
    """A browser without a person; what a view raises becomes the page that a person would see."""
    with without_database():
        yield Client(raise_request_exception=False)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the gallery is served."""
    with serving() as found:
        yield found


@pytest.fixture(scope="module")
def browser(browser_path: str) -> Iterator[Browser]:
    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=browser_path, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script that looks for what keeps people from using a page."""
    found = importlib.util.find_spec("axe_playwright_python")
    assert found is not None and found.origin is not None
    return (Path(found.origin).parent / "axe.min.js").read_text(encoding="utf-8")
