"""Accounts and names, asked for by those who may know them already."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from filrouge.apps.accounts.models import Person, User
from filrouge.library import text


def names(people: Iterable[str | uuid.UUID | None], language: str) -> dict[str, str]:
    """The name of each person by id, in one query; of somebody erased or unknown, the words for that."""
    wanted = {str(one) for one in people if one}
    known = dict(Person.objects.filter(pk__in=wanted, erased_at=None).values_list("pk", "name"))
    erased = text("accounts.erased-person", language)
    return {one: known.get(uuid.UUID(one), erased) for one in wanted}


def account_of(email: str) -> User | None:
    """The account of an address, whatever its case."""
    return User.objects.filter(email=User.objects.normalize_email(email).lower()).select_related("person").first()
