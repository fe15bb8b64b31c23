"""Accounts: invitations that are good once, names that can be erased, and accounts that are closed."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest
from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import override

from filrouge.apps.accounts import services
from filrouge.apps.accounts.models import Invitation, Person, User
from filrouge.apps.accounts.selectors import account_of, names
from filrouge.apps.common.problems import Problem
from filrouge.domain.model import LANGUAGES
from filrouge.library import texts
from tests import making

pytestmark = pytest.mark.django_db
PASSWORD = "un mot de passe assez long"


def invited(email: str = "neuve@example.org") -> tuple[Invitation, str]:
    return services.make_invitation(making.person().person, email, "Nouvelle Personne")


def refused(code: str, work: object, *arguments: object) -> None:
    with pytest.raises(Problem) as caught:
        work(*arguments)  # type: ignore[operator]
    assert caught.value.code == code
    assert all(caught.value.sentence(language) for language in LANGUAGES)


def test_only_the_hash_of_a_secret_is_kept() -> None:
    invitation, secret = invited()
    assert len(secret) > 40
    assert secret not in repr(Invitation.objects.filter(pk=invitation.pk).values().get())
    assert services.invitation_for(secret) == invitation


def test_an_invitation_is_good_once() -> None:
    invitation, secret = invited()
    user = services.open_account(invitation, "Nouvelle Personne", PASSWORD)
    assert user.check_password(PASSWORD)
    assert EmailAddress.objects.get(user=user).verified
    refused("accounts.invitation-used", services.invitation_for, secret)
    refused("accounts.invitation-used", services.withdraw_invitation, invitation)


def test_an_invitation_expires() -> None:
    invitation, secret = invited()
    Invitation.objects.filter(pk=invitation.pk).update(expires_at=timezone.now() - dt.timedelta(seconds=1))
    refused("accounts.invitation-expired", services.invitation_for, secret)


@pytest.mark.parametrize("secret", ["", "x", "\ud800", "é" * 500])
def test_a_secret_that_opens_nothing_is_refused(secret: str) -> None:
    invited()
    refused("accounts.no-such-invitation", services.invitation_for, secret)


@pytest.mark.parametrize("password", ["court", "neuve@example.org", "1234567890123"])
def test_a_weak_password_opens_no_account(password: str) -> None:
    invitation, _ = invited()
    with pytest.raises(ValidationError):
        services.open_account(invitation, "Nouvelle Personne", password)
    assert account_of(invitation.email) is None


def test_an_address_has_one_account_whatever_its_case() -> None:
    invitation, _ = invited("Neuve@Example.ORG")
    services.open_account(invitation, "Une", PASSWORD)
    again, _ = invited("neuve@example.org")
    refused("accounts.has-account", services.open_account, again, "Deux", PASSWORD)
    assert account_of("NEUVE@example.org") is not None


def test_a_name_cannot_be_blank() -> None:
    refused("accounts.no-name", services.make_invitation, making.person().person, "a@example.org", "  ")


def test_an_erased_person_leaves_no_name_and_no_address() -> None:
    user = making.person(name="Quelqu’un de Précis")
    address = user.email
    services.make_invitation(user.person, address, "Quelqu’un de Précis")
    services.erase(user)
    user = User.objects.get(pk=user.pk)
    assert not user.is_active and not user.has_usable_password()
    assert address not in user.email
    assert not Invitation.objects.filter(email=address).exists() and not EmailAddress.objects.filter(user=user).exists()
    for language in LANGUAGES:
        with override(language):
            assert user.name == str(user.person) == texts("accounts")["erased-person"][language]
    refused("accounts.erased-for-good", services.reactivate, user)


def test_the_last_account_that_administers_stays() -> None:
    one = User.objects.create_superuser("un@example.org", PASSWORD)
    refused("accounts.last-superuser", services.erase, one)
    assert Person.objects.get(pk=one.person_id).erased_at is None
    User.objects.create_superuser("deux@example.org", PASSWORD)
    services.deactivate(one)
    assert not one.is_active


def test_names_of_people_known_erased_and_unknown_come_in_one_query(django_assert_num_queries: object) -> None:
    known, gone = making.person(name="Connue"), making.person(name="Partie")
    services.erase(gone)
    nobody = uuid.uuid4()
    with django_assert_num_queries(1):  # type: ignore[operator]
        found = names([known.person_id, str(gone.person_id), nobody, None], "nl")
    assert found == {
        str(known.person_id): "Connue",
        str(gone.person_id): "gewiste persoon",
        str(nobody): "gewiste persoon",
    }


def test_the_visit_before_this_one_is_kept() -> None:
    user = making.person()
    services.begin_visit(user)
    assert user.last_visit is None
    user.last_login = before = timezone.now() - dt.timedelta(days=3)
    services.begin_visit(user)
    assert User.objects.get(pk=user.pk).last_visit == before


def test_a_language_that_there_is_not_is_refused() -> None:
    user = making.person()
    services.choose_language(user, "de")
    refused("accounts.no-such-language", services.choose_language, user, "es")
    assert User.objects.get(pk=user.pk).language == "de"
