"""Pages opened in a real browser: what they say on the console and ask of the network fails the test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from filrouge.apps.accounts.models import User

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def opened(browser: Browser, url: str, width: int = 1280, **more: Any) -> Iterator[Page]:
    """The page in a window of its own. ``more``: options of the browser's context (locale, color_scheme, …)."""
    options: dict[str, Any] = {"locale": "fr-BE", "reduced_motion": "reduce", **more}
    context = browser.new_context(viewport={"width": width, "height": 900}, **options)
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url)
    page.wait_for_load_state("networkidle")
    try:
        yield page
        assert not said, said
        host = "/".join(url.split("/")[:3])
        foreign = [one for one in asked if not one.startswith((host, "data:"))]
        assert not foreign, foreign
    finally:
        context.close()


def violations(browser: Browser, url: str, axe: str, **more: Any) -> list[str]:
    """What axe finds on a page. The policy of the page lets no foreign script in, so it is set aside for this."""
    options: dict[str, Any] = {"locale": "fr-BE", "reduced_motion": "reduce", **more}
    context = browser.new_context(bypass_csp=True, **options)
    try:
        page = context.new_page()
        page.goto(url)
        page.wait_for_load_state("networkidle")
        page.evaluate(axe)
        found = page.evaluate("standards => axe.run({runOnly: standards})", STANDARDS)
        return [f"{one['id']}: {node['html'][:120]}" for one in found["violations"] for node in one["nodes"]]
    finally:
        context.close()


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def window(browser: Browser, server: LiveServer, user: User) -> BrowserContext:
    """A window in which the person is signed in. Our policy lets no foreign script in, so it is set aside for axe."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="fr-BE", reduced_motion="reduce", bypass_csp=True
    )
    context.add_cookies([{"name": "sessionid", "value": str(session.session_key), "url": server.url}])
    return context


def settled(page: Page, url: str) -> None:
    """Go to a page and wait until it asks for nothing more."""
    answer = page.goto(url)
    assert answer is not None
    assert answer.status == 200, url
    page.wait_for_load_state("networkidle")
