"""The first account: made from the command line, refused with a reason."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from filrouge.apps.accounts.models import User
from filrouge.apps.accounts.services import make_administrator
from filrouge.apps.common.problems import Problem

pytestmark = pytest.mark.django_db


def test_the_account_administers_and_can_sign_in() -> None:
    made = make_administrator("chief@example.org", "Chef inventé", "une phrase assez longue")
    assert User.objects.get(pk=made.pk).is_superuser
    assert made.check_password("une phrase assez longue")


@pytest.mark.parametrize(
    ("email", "password"), [("not an address", "une phrase assez longue"), ("a@b.example", "court")]
)
def test_a_bad_address_or_password_is_refused(email: str, password: str) -> None:
    with pytest.raises(ValidationError):
        make_administrator(email, "Chef inventé", password)
    assert not User.objects.exists()


def test_an_address_has_one_account() -> None:
    make_administrator("chief@example.org", "Chef inventé", "une phrase assez longue")
    with pytest.raises(Problem, match="has-account"):
        make_administrator("CHIEF@example.org", "Autre", "une phrase assez longue")
