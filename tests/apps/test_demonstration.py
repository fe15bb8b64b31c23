"""The invented zone: complete, loaded once, and clearly invented."""

from __future__ import annotations

import pytest

from filrouge.apps.accounts.models import User
from filrouge.apps.documents.selectors import documents_for
from filrouge.apps.exchange.demonstration import load_demonstration, sign_ins
from filrouge.apps.objectives.selectors import plan_of
from filrouge.apps.organisation.models import Entity

pytestmark = pytest.mark.django_db


def test_it_is_loaded_once_and_each_sees_what_is_theirs() -> None:
    assert load_demonstration("a-password-for-tests")
    assert not load_demonstration("another")
    seen = {}
    for one in sign_ins():
        user = User.objects.get(email=one.email)
        assert user.check_password("a-password-for-tests")
        seen[one.key] = sorted(document.state for document in documents_for(user))
    writes, reads = ["adopted", "adopted", "draft"], ["adopted", "adopted"]
    assert seen == {"chief": writes, "adviser": writes, "inspector": reads}


def test_it_holds_the_whole_national_plan_and_a_letter_with_actions() -> None:
    load_demonstration("a-password-for-tests")
    national = plan_of(Entity.objects.get(code="BE").documents.get().pk)
    assert (len(national.objectives), len([one for one in national.sections if one.parent is None])) == (225, 17)
    letter = plan_of(Entity.objects.get(code="5999").documents.get(state="draft").pk)
    assert len(letter.sections) == 31 + 1
    assert {one.kind for one in letter.objectives} == {"strategic_objective", "operational_objective"}
    assert all(action.contributions for action in letter.actions)


def test_every_person_says_that_it_is_invented() -> None:
    load_demonstration("a-password-for-tests")
    names = list(User.objects.values_list("person__name", flat=True))
    assert names
    assert all("(personne inventée)" in name for name in names)
