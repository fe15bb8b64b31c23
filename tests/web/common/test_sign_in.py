"""Signing in, the second factor and passkeys, in our look and in four languages, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client, override_settings
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from filrouge.apps.accounts.models import User
from tests.web.common.serving import empty_header, overrides
from tests.web.looking import opened, overflow, violations

LANGUAGES = {"fr": "fr-BE", "nl": "nl-BE", "de": "de-BE", "en": "en-GB"}
PASSWORD = "une phrase assez longue pour entrer"
#: Pages of a person, and those that one meets signed out.
PERSONAL = (
    "/account/password/change/",
    "/account/logout/",
    "/account/reauthenticate/",
    "/account/2fa/",
    "/account/2fa/totp/activate/",
    "/account/2fa/webauthn/",
    "/account/2fa/webauthn/add/",
    "/account/2fa/recovery-codes/generate/",
)
OPEN = ("/account/login/", "/account/password/reset/", "/account/password/reset/done/", "/account/signup/")


@pytest.fixture(autouse=True)
def _pages(transactional_db: None) -> Iterator[None]:
    """The gallery's addresses, with a database."""
    more = {name: overrides()[name] for name in ("TEMPLATES", "ROOT_URLCONF")}
    with override_settings(**more), empty_header():
        yield


@pytest.fixture
def user() -> User:
    return User.objects.create_user("adviser@example.org", PASSWORD, "A. Dubois")


def _signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.mark.parametrize("path", OPEN)
def test_nothing_keeps_people_from_signing_in(browser: Browser, live_server: LiveServer, axe: str, path: str) -> None:
    address = live_server.url + path
    for language, locale in LANGUAGES.items():
        assert violations(browser, address, axe, locale=locale) == []
        with opened(browser, address, 375, locale=locale) as page:
            assert overflow(page) <= 0
            assert page.locator("html").get_attribute("lang") == language


def test_one_signs_in_by_keyboard_and_sees_ones_name(browser: Browser, live_server: LiveServer, user: User) -> None:
    with opened(browser, f"{live_server.url}/account/login/") as page:
        page.locator("input[name=login]").focus()
        page.keyboard.type(user.email)
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(f"{live_server.url}/")
        assert user.name in page.get_by_role("banner").inner_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_of_a_person_are_translated_and_hold_nothing_inline(user: User, language: str) -> None:
    client = _signed_in(user)
    for path in PERSONAL:
        answer = client.get(path, headers={"accept-language": language}, follow=True)
        assert answer.status_code == 200, path
        assert f'<html lang="{language}"' in answer.text
        assert " style=" not in answer.text
        assert "<style" not in answer.text


def test_nobody_makes_an_account_uninvited(user: User) -> None:
    answer = Client().get("/account/signup/")
    assert 'type="password"' not in answer.text
    assert "invitation" in answer.text
    assert "/account/signup/" not in Client().get("/account/login/").text


def test_passkeys_are_not_offered_where_no_browser_allows_them() -> None:
    assert 'id="passkey_login"' in Client().get("/account/login/", headers={"host": "localhost"}).text
    assert 'id="passkey_login"' not in Client().get("/account/login/", headers={"host": "127.0.0.1"}).text


def test_the_choice_of_language_is_kept_with_the_person(user: User) -> None:
    _signed_in(user).post("/choices/language", {"language": "de"})
    user.refresh_from_db()
    assert user.language == "de"
    assert _signed_in(user).get("/account/2fa/", headers={"accept-language": "nl"}).headers["Content-Language"] == "de"


def test_a_passkey_is_added_and_used(browser: Browser, live_server: LiveServer, user: User) -> None:
    """A virtual authenticator of the browser stands for the finger."""
    address = live_server.url.replace("127.0.0.1", "localhost")
    with opened(browser, f"{address}/account/login/") as page:
        devtools = page.context.new_cdp_session(page)
        devtools.send("WebAuthn.enable")
        device = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        devtools.send("WebAuthn.addVirtualAuthenticator", {"options": device})
        page.locator("input[name=login]").fill(user.email)
        page.locator("input[name=password]").fill(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}/")
        page.goto(f"{address}/account/2fa/webauthn/add/")
        page.locator("input[name=password]").fill(PASSWORD)  # adding a key asks once more who it is
        page.keyboard.press("Enter")
        page.locator("input[name=passwordless]").check()
        page.locator("#mfa_webauthn_add").click()
        page.wait_for_url("**/account/2fa/**")
        page.wait_for_load_state("networkidle")
        assert Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN).count() == 1
        page.context.clear_cookies()
        page.goto(f"{address}/account/login/")
        page.locator("#passkey_login").click()
        page.wait_for_url(f"{address}/")
