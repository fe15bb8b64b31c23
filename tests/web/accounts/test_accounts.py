"""Invitations and signing in: by password, by a server of OpenID Connect, and when there were too many attempts."""

from __future__ import annotations

import base64
import datetime as dt
import json
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from filrouge.apps.accounts.models import Invitation, User
from filrouge.apps.organisation import services
from filrouge.web.accounts.adapters import SocialAccountAdapter
from tests import making

pytestmark = pytest.mark.django_db
PASSWORD = "un mot de passe assez long"


@pytest.fixture(autouse=True)
def _no_attempts_yet() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def invited(email: str = "neuve@example.org") -> str:
    """The address of an invitation."""
    zone = making.entity()
    keeper = making.person((zone, "administrator"))
    asked = services.invite(keeper, zone, email=email, name="Nouvelle", role="reader")
    return reverse("invitation", args=[asked.secret])


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


# --- invitations ------------------------------------------------------------------------------------------------------


def test_an_invitation_opens_an_account_and_signs_in() -> None:
    url, client = invited(), Client()
    page = client.get(url)
    assert page.status_code == 200 and "neuve@example.org" in page.content.decode()
    sent = {"name": "Nouvelle Personne", "password": PASSWORD, "again": PASSWORD}
    assert client.post(url, sent).url == "/"
    assert is_in(client) and User.objects.get(email="neuve@example.org").name == "Nouvelle Personne"
    again = Client().get(url)
    assert again.status_code == 410 and "déjà servi" in again.content.decode()


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"password": PASSWORD, "again": PASSWORD + "x"}, "again"),
        ({"password": "court", "again": "court"}, "password"),
        ({"password": PASSWORD, "again": PASSWORD, "name": " "}, "name"),
    ],
)
def test_an_invitation_is_not_used_up_by_a_mistake(sent: dict[str, str], field: str) -> None:
    url, client = invited(), Client()
    response = client.post(url, {"name": "Nouvelle", **sent})
    assert response.status_code == 400 and response.context["form"].errors[field]
    assert not is_in(client) and Invitation.objects.get().used_at is None


def test_an_invitation_that_is_over_or_was_never_made() -> None:
    url = invited()
    Invitation.objects.update(expires_at=timezone.now() - dt.timedelta(days=1))
    assert Client().get(url).status_code == 410
    assert Client().get(reverse("invitation", args=["nothing"])).status_code == 404


def test_who_has_an_account_takes_the_role_with_it() -> None:
    url = invited("connue@example.org")
    known = User.objects.create_user("connue@example.org", PASSWORD, name="Connue")
    client = Client()
    assert f"{reverse('account_login')}?next=" in client.get(url).content.decode()
    assert client.post(url).status_code == 200 and not known.roles.exists()
    client.force_login(making.person())
    assert client.post(url).status_code == 400 and not known.roles.exists()
    client.force_login(known)
    assert client.post(url).status_code == 302
    assert known.roles.get().role == "reader"


def test_the_page_of_an_invitation_is_not_kept_and_its_address_not_told() -> None:
    response = Client().get(invited())
    assert "no-store" in response["Cache-Control"] and response["Referrer-Policy"] == "same-origin"


# --- signing in -------------------------------------------------------------------------------------------------------


def test_signing_in_keeps_when_one_came_before() -> None:
    user = User.objects.create_user("p@example.org", PASSWORD)
    before = timezone.now() - dt.timedelta(days=4)
    User.objects.filter(pk=user.pk).update(last_login=before)
    client = Client()
    client.post(reverse("account_login"), {"login": "P@example.org", "password": PASSWORD})
    assert is_in(client)
    user.refresh_from_db()
    assert user.last_visit == before and user.last_login is not None and user.last_login > before


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("fr", "trop d’essais"), ("nl", "te veel pogingen"), ("de", "zu viele Versuche"), ("en", "too many attempts")],
)
def test_too_many_attempts_are_refused_in_words(language: str, sentence: str) -> None:
    User.objects.create_user("p@example.org", PASSWORD)
    client = Client(headers={"accept-language": language})
    for _ in range(6):
        response = client.post(reverse("account_login"), {"login": "p@example.org", "password": "faux"})
    assert sentence in response.content.decode()
    response = client.post(reverse("account_login"), {"login": "p@example.org", "password": PASSWORD})
    assert not is_in(client)


def test_a_closed_account_does_not_come_in() -> None:
    user = User.objects.create_user("p@example.org", PASSWORD)
    User.objects.filter(pk=user.pk).update(is_active=False)
    client = Client()
    client.post(reverse("account_login"), {"login": "p@example.org", "password": PASSWORD})
    assert not is_in(client)


def test_nobody_signs_up() -> None:
    sent = {"email": "x@example.org", "password1": PASSWORD, "password2": PASSWORD}
    Client().post(reverse("account_signup"), sent)
    assert not User.objects.exists()


def test_an_account_keeps_the_one_address_that_was_proved() -> None:
    user = User.objects.create_user("p@example.org", PASSWORD)
    client = Client()
    client.force_login(user)
    client.post(reverse("account_email"), {"action_add": "", "email": "autre@example.org"})
    assert list(EmailAddress.objects.values_list("email", "verified")) == [("p@example.org", True)]


@pytest.mark.parametrize("email", ["p@example.org", "inconnue@example.org"])
def test_without_mail_a_forgotten_password_leads_to_the_administrator(email: str, settings: Any) -> None:
    settings.EMAIL_HOST = ""
    User.objects.create_user("p@example.org", PASSWORD)
    response = Client().post(reverse("account_reset_password"), {"email": email})
    assert response.status_code == 400 and "n’envoie pas de courrier" in response.content.decode()


def test_one_changes_ones_own_name() -> None:
    user = making.person(name="Avant")
    client = Client()
    client.force_login(user)
    assert client.post(reverse("own_name"), {"name": "  "}).status_code == 400
    assert client.post(reverse("own_name"), {"name": "Après  Coup"}).status_code == 302
    assert User.objects.get(pk=user.pk).name == "Après Coup"


# --- OpenID Connect ---------------------------------------------------------------------------------------------------

SERVER = "https://sign-in.example.org"


class FakeServer:
    """What a server of OpenID Connect answers: where it is, a token, and who signed in there."""

    def __init__(self, claims: dict[str, Any]) -> None:
        self.claims = claims

    def __enter__(self) -> FakeServer:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def get(self, url: str, **_: Any) -> Answer:
        if url.endswith("/.well-known/openid-configuration"):
            names = ("authorization", "token", "userinfo")
            return Answer(
                {
                    "issuer": SERVER,
                    "jwks_uri": f"{SERVER}/keys",
                    **{f"{name}_endpoint": f"{SERVER}/{name}" for name in names},
                }
            )
        return Answer(self.claims)

    def request(self, method: str, url: str, **_: Any) -> Answer:
        return Answer({"access_token": "a", "token_type": "Bearer", "id_token": self._token()})

    def post(self, url: str, **_: Any) -> Answer:
        return self.request("POST", url)

    def _token(self) -> str:
        now = int(time.time())
        claims = {"iss": SERVER, "aud": "filrouge", "exp": now + 60, "iat": now, **self.claims}
        parts = [{"alg": "RS256", "typ": "JWT"}, claims]
        return ".".join(
            [*(base64.urlsafe_b64encode(json.dumps(one).encode()).decode().rstrip("=") for one in parts), "c2ln"]
        )


class Answer:
    def __init__(self, value: dict[str, Any]) -> None:
        self.value, self.status_code, self.headers = value, 200, {"content-type": "application/json"}

    def raise_for_status(self) -> None:
        return None

    def json(self) -> dict[str, Any]:
        return self.value


def signed_in_there(
    settings: Any, monkeypatch: pytest.MonkeyPatch, claims: dict[str, Any], domains: Any = ()
) -> Client:
    """A browser that has been to the server and back."""
    own = {"server_url": SERVER, "verified_email": list(domains)}
    app = {"provider_id": "oidc", "name": "Service", "client_id": "filrouge", "secret": "s", "settings": own}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    monkeypatch.setattr(SocialAccountAdapter, "get_requests_session", lambda _self: FakeServer({"sub": "1", **claims}))
    client = Client()
    away = client.post(reverse("openid_connect_login", args=["oidc"]))
    assert away.status_code == 302 and away.url.startswith(f"{SERVER}/authorization")
    state = parse_qs(urlsplit(away.url).query)["state"][0]
    client.get(reverse("openid_connect_callback", args=["oidc"]), {"code": "c", "state": state})
    return client


def test_a_server_leads_to_the_account_of_the_address(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    user = User.objects.create_user("p@example.org", name="Connue")
    client = signed_in_there(settings, monkeypatch, {"email": "P@example.org", "email_verified": True})
    assert client.session["_auth_user_id"] == str(user.pk)


def test_a_server_makes_no_account(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    client = signed_in_there(settings, monkeypatch, {"email": "inconnue@example.org", "email_verified": True})
    assert not is_in(client) and not User.objects.exists()


def test_an_address_that_the_server_has_not_verified_is_not_enough(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    User.objects.create_user("p@example.org")
    assert not is_in(signed_in_there(settings, monkeypatch, {"email": "p@example.org", "email_verified": False}))
    assert not is_in(signed_in_there(settings, monkeypatch, {"email": "p@example.org"}, ["other.example.org"]))
    assert is_in(signed_in_there(settings, monkeypatch, {"email": "p@example.org"}, ["example.org"]))


def test_a_closed_account_does_not_come_in_by_a_server(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    User.objects.create_user("p@example.org", is_active=False)
    assert not is_in(signed_in_there(settings, monkeypatch, {"email": "p@example.org", "email_verified": True}))
