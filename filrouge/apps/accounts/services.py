"""What may be done to accounts, invitations and people.

Whether somebody may do it to somebody else depends on roles, which this app does not know:
:mod:`filrouge.apps.organisation.services` asks, and calls these.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.password_validation import validate_password
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from filrouge.apps.accounts.models import Invitation, Person, User
from filrouge.apps.accounts.selectors import account_of
from filrouge.apps.common.problems import Problem
from filrouge.domain.model import LANGUAGES

INVITATION_DAYS = 14
_SECRET_BYTES = 32


# --- the account of the person ---------------------------------------------------------------------------------------


def choose_language(user: User, language: str) -> None:
    """Speak this language to the person from now on; empty for the browser's. Raises Problem for another one."""
    if language and language not in LANGUAGES:
        raise Problem("accounts.no-such-language", wanted=language)
    if user.language != language:
        user.language = language
        user.save(update_fields=["language"])


def begin_visit(user: User) -> None:
    """Keep when the person came before this time: "what changed" is told from then on. To be called while signing in,
    before the new moment takes the place of the old one."""
    if user.last_login is not None:
        user.last_visit = user.last_login
        user.save(update_fields=["last_visit"])


@transaction.atomic
def rename_person(user: User, name: str) -> None:
    """Let the person be called otherwise, everywhere. Raises Problem when nothing is left of the name."""
    user.person.name = _name(name)
    user.person.save(update_fields=["name"])


# --- invitations ------------------------------------------------------------------------------------------------------


def make_invitation(by: Person, email: str, name: str, days: int = INVITATION_DAYS) -> tuple[Invitation, str]:
    """An invitation for an address, and its secret: told once, of which only the hash is kept."""
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    invitation = Invitation.objects.create(
        email=User.objects.normalize_email(email).lower(),
        name=_name(name),
        secret_hash=_hash(secret),
        invited_by=by,
        expires_at=timezone.now() + dt.timedelta(days=days),
    )
    return invitation, secret


def invitation_for(secret: str, *, lock: bool = False) -> Invitation:
    """The invitation that this secret opens. Raises Problem: ``accounts.no-such-invitation`` when there is none,
    ``accounts.invitation-used``, ``accounts.invitation-expired``."""
    known = Invitation.objects.select_for_update() if lock else Invitation.objects
    invitation = known.filter(secret_hash=_hash(secret)).first()
    if invitation is None:
        raise Problem("accounts.no-such-invitation")
    if invitation.used_at is not None:
        raise Problem("accounts.invitation-used")
    if invitation.expires_at <= timezone.now():
        raise Problem("accounts.invitation-expired", on=timezone.localtime(invitation.expires_at).date())
    return invitation


def open_account(invitation: Invitation, name: str, password: str) -> User:
    """The account of somebody who was invited; the invitation proves the address. The caller holds a transaction.

    Raises ValidationError for a password that is too weak, Problem when the address has an account already.
    """
    if User.objects.filter(email=invitation.email).exists():
        raise Problem("accounts.has-account", email=invitation.email)
    name = _name(name)
    validate_password(password, User(email=invitation.email, person=Person(name=name)))
    user = User.objects.create_user(invitation.email, password, name=name)
    use_invitation(invitation)
    return user


@transaction.atomic
def make_administrator(email: str, name: str, password: str) -> User:
    """The account that administers the installation, made from the command line: the first one, which nobody invites.

    Raises ValidationError for an address or a password that will not do, Problem when the address has an account.
    """
    validate_email(email)
    if account_of(email) is not None:
        raise Problem("accounts.has-account", email=email)
    name = _name(name)
    validate_password(password, User(email=email, person=Person(name=name)))
    return User.objects.create_superuser(email, password, name=name)


def use_invitation(invitation: Invitation) -> None:
    """An invitation is good once."""
    invitation.used_at = timezone.now()
    invitation.save(update_fields=["used_at"])


def withdraw_invitation(invitation: Invitation) -> None:
    """Take an invitation back before it is used."""
    if invitation.used_at is not None:
        raise Problem("accounts.invitation-used")
    invitation.delete()


# --- the end of an account --------------------------------------------------------------------------------------------


def deactivate(user: User) -> None:
    """Let nobody sign in with this account any more; everything it did stays."""
    if not user.is_active:
        return
    if user.is_superuser and not User.objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk).exists():
        raise Problem("accounts.last-superuser")
    user.is_active = False
    user.save(update_fields=["is_active"])


def reactivate(user: User) -> None:
    """Let a deactivated account sign in again. Raises Problem when the person's name was erased."""
    if user.person.erased_at is not None:
        raise Problem("accounts.erased-for-good")
    user.is_active = True
    user.save(update_fields=["is_active"])


def forget_factors(user: User) -> None:
    """Take away the second factors and passkeys of somebody who lost them."""
    Authenticator.objects.filter(user=user).delete()


@transaction.atomic
def erase(user: User) -> None:
    """Erase who the person is: name, address, password, factors, links to a sign-in server, invitations to the address.

    What the person did stays in the history, by an id that says nothing. It cannot be undone.
    """
    deactivate(user)
    address = user.email
    Invitation.objects.filter(email=address).delete()
    EmailAddress.objects.filter(user=user).delete()
    SocialAccount.objects.filter(user=user).delete()
    forget_factors(user)
    user.email = f"{user.pk.hex}@erased.invalid"
    user.language = ""
    user.set_unusable_password()
    user.save(update_fields=["email", "language", "password"])
    user.person.name = ""
    user.person.erased_at = timezone.now()
    user.person.save(update_fields=["name", "erased_at"])


# --- within -----------------------------------------------------------------------------------------------------------


def _hash(secret: str) -> str:
    """A secret of 256 random bits needs no salt and no slow hash."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def _name(name: str) -> str:
    plain = " ".join(name.split())
    if not plain:
        raise Problem("accounts.no-name")
    return plain[:200]
