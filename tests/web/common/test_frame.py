"""The language, the appearance and the headers of every page."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.http import HttpRequest
from django.test import Client, RequestFactory, override_settings
from hypothesis import given
from hypothesis import strategies as st

from filrouge.domain.model import LANGUAGES
from filrouge.web.common import context, languages, middleware, slots, stylesheet


def _asks(header: str = "", cookie: str = "", choice: str | None = None) -> HttpRequest:
    request = RequestFactory().get("/", headers={"accept-language": header})
    if cookie:
        request.COOKIES[settings.LANGUAGE_COOKIE_NAME] = cookie
    request.user = SimpleNamespace(is_authenticated=choice is not None, language=choice or "")  # type: ignore[assignment]
    return request


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "fr"),
        ("nl-BE,nl;q=0.9,en;q=0.8", "nl"),
        ("it,de;q=0.5,en;q=0.7", "en"),
        ("pl", "fr"),
        ("en;q=0,nl;q=0.1", "nl"),
        ("de;q=x", "fr"),
        ("*", "fr"),
    ],
)
def test_the_browser_says_which_language_it_wants(header: str, language: str) -> None:
    assert languages.of_browser(_asks(header)) == language


@given(st.text(max_size=200))
def test_any_header_leads_to_one_of_the_four(header: str) -> None:
    request = HttpRequest()
    request.META["HTTP_ACCEPT_LANGUAGE"] = header
    assert languages.of_browser(request) in LANGUAGES


def test_the_person_decides_before_the_cookie_and_the_cookie_before_the_browser() -> None:
    request = _asks("en", "nl", "de")
    assert languages.of_person(request) == "de"
    assert languages.of_browser(request) == "nl"
    assert languages.of_person(_asks("en", "nl", "")) is None
    assert languages.of_browser(_asks("en", "xx")) == "en"


def test_the_choice_is_kept_and_leads_back(client: Client) -> None:
    answer = client.post("/choices/language", {"language": "de", "next": "/gallery?page=2"})
    assert answer.headers["Location"] == "/gallery?page=2"
    assert client.get("/gallery").headers["Content-Language"] == "de"


@pytest.mark.parametrize("target", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", ""])
def test_a_choice_leads_nowhere_else(client: Client, target: str) -> None:
    assert client.post("/choices/language", {"language": "nl", "next": target}).headers["Location"] == "/"


def test_a_language_that_there_is_not_changes_nothing(client: Client) -> None:
    answer = client.post("/choices/language", {"language": "xx"})
    assert settings.LANGUAGE_COOKIE_NAME not in answer.cookies


def test_choices_are_made_by_post_alone(client: Client) -> None:
    assert client.get("/choices/language").status_code == 405
    assert client.get("/choices/scheme").status_code == 405


def test_the_policy_allows_nothing_inline_and_nothing_foreign(client: Client) -> None:
    policy = client.get("/gallery").headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


def test_pages_hold_nothing_inline(client: Client) -> None:
    text = client.get("/gallery").text
    assert not re.search(r"<script(?![^>]*\bsrc=)", text)
    assert "<style" not in text
    assert not re.search(r"\sstyle=", text)
    assert not re.search(r"\son[a-z]+=", text)


def test_a_form_may_lead_to_the_sign_in_server() -> None:
    apps = [{"settings": {"server_url": "https://sso.example.org/realms/police"}}]
    middleware._policy.cache_clear()
    try:
        with override_settings(SOCIALACCOUNT_PROVIDERS={"openid_connect": {"APPS": apps}}):
            assert "form-action 'self' https://sso.example.org;" in middleware._policy()
    finally:
        middleware._policy.cache_clear()


def test_the_stylesheet_is_kept_for_ever_under_an_address_of_its_content(client: Client) -> None:
    answer = client.get(f"/style/{stylesheet.digest()}.css")
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.text.index("@layer tokens, base") < answer.text.index("--thread")
    assert client.get("/style/0000000000.css").headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    ("host", "secure", "allowed"),
    [
        ("localhost:8000", False, True),
        ("10.1.2.3", True, False),
        ("127.0.0.1:8000", False, False),
        ("plans.example.org", False, False),
        ("plans.example.org", True, True),
    ],
)
def test_passkeys_are_offered_where_browsers_allow_them(host: str, secure: bool, allowed: bool) -> None:
    with override_settings(ALLOWED_HOSTS=["*"]):
        assert context.passkeys(RequestFactory().get("/", headers={"host": host}, secure=secure)) is allowed


def test_a_place_that_there_is_not_cannot_be_filled() -> None:
    with pytest.raises(KeyError):
        slots.fill("elsewhere", "x.html", lambda _: None)
