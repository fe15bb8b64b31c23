"""People stand in one table, so that a name can be erased; an account lets a person sign in."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language

from filrouge.apps.common.audit import audited
from filrouge.domain.model import LANGUAGES
from filrouge.library import text


class Person(models.Model):
    """Someone whom documents, units and the history refer to by id. Not audited: an erased name must leave no copy.
    Pages write ``{{ person }}``, not ``person.name``, which is empty once it is erased."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200)
    erased_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.shown

    @property
    def shown(self) -> str:
        """The name; of an erased person, words that say so in the language of the moment."""
        if self.name or self.erased_at is None:
            return self.name
        language = (get_language() or LANGUAGES[0])[:2]
        return text("accounts.erased-person", language if language in LANGUAGES else LANGUAGES[0])


class UserManager(BaseUserManager["User"]):
    """Makes accounts with the person they belong to."""

    def create_user(self, email: str, password: str | None = None, name: str = "", **more: Any) -> User:
        """A new account and its person; whoever makes it knows that the address is theirs. ``password`` None leaves an
        account that cannot sign in by password."""
        from allauth.account.models import EmailAddress  # its table refers to ours

        person = more.pop("person", None) or Person.objects.create(name=name or email)
        user = self.model(email=self.normalize_email(email).lower(), person=person, **more)
        user.set_password(password)
        user.save(using=self._db)
        EmailAddress.objects.using(self._db).create(user=user, email=user.email, primary=True, verified=True)
        return user

    def create_superuser(self, email: str, password: str | None = None, name: str = "", **more: Any) -> User:
        """An account that administers the installation."""
        return self.create_user(email, password, name, is_superuser=True, **more)


@audited(exclude=["password", "last_login", "last_visit", "email"])
class User(AbstractBaseUser, PermissionsMixin):
    """An account. ``language`` is the person's choice, empty for the browser's; ``last_visit`` the visit before this
    one, from which "what changed" is told."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="user")
    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)
    language = models.CharField(max_length=2, blank=True)
    date_joined = models.DateTimeField(default=timezone.now)
    last_visit = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.email

    @property
    def name(self) -> str:
        """The person's name, or that it was erased."""
        return self.person.shown


class Invitation(models.Model):
    """A way in for someone who has no account: a secret sent by mail or handed over, good once and for a time. Only
    the secret's hash is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField()
    name = models.CharField(max_length=200)
    secret_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.email
