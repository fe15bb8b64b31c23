"""The register of stakeholders and the profile of an entity."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone

from filrouge.apps.accounts.models import User
from filrouge.apps.common import editing
from filrouge.apps.common.audit import recorded
from filrouge.apps.common.problems import Problem
from filrouge.apps.organisation.models import Entity, ProfileAnswer, Stakeholder
from filrouge.apps.organisation.policies import require
from filrouge.domain.language.words import fold
from filrouge.domain.model.plan import Words
from filrouge.library.profile_file import profile

STAKEHOLDER_FIELDS = frozenset({"name", "category", "description"})


@transaction.atomic
def add_stakeholder(user: User, entity: Entity, *, name: str, category: str = "", description: str = "") -> Stakeholder:
    """A party of the register. Raises Problem when its name stands there already, whatever the case and accents."""
    require(user, "edit", entity.pk)
    with recorded(user.person_id):
        party = Stakeholder(
            entity=entity, name=_plain(name)[:300], category=_plain(category)[:200], description=description.strip()
        )
        _check(party)
        party.full_clean()
        party.save()
    return party


@transaction.atomic
def add_stakeholders(user: User, entity: Entity, parties: Iterable[tuple[str, str]]) -> tuple[int, int]:
    """Parties from a list of (category, name): how many were added, and how many the register had already."""
    require(user, "edit", entity.pk)
    known = {fold(name) for name in Stakeholder.objects.filter(entity=entity).values_list("name", flat=True)}
    added = there = 0
    with recorded(user.person_id, "from a list"):
        for category, name in parties:
            name = _plain(name)[:300]
            if not name or fold(name) in known:
                there += bool(name)
                continue
            known.add(fold(name))
            Stakeholder.objects.create(entity=entity, name=name, category=_plain(category)[:200])
            added += 1
    return added, there


@transaction.atomic
def edit_stakeholder(user: User, party: Stakeholder, version: int, **changes: Any) -> Stakeholder:
    """Change a party of the register. A new name is not carried into documents here: see
    :func:`filrouge.apps.objectives.registers.rename_stakeholder`. Raises Conflict, Problem."""
    require(user, "edit", party.entity_id)
    unknown = set(changes) - STAKEHOLDER_FIELDS
    if unknown:
        raise TypeError(f"unknown fields: {', '.join(sorted(unknown))}")
    changes = {field: _plain(value) if field != "description" else value.strip() for field, value in changes.items()}
    wanted = Stakeholder.objects.get(pk=party.pk)
    wanted.name = changes.get("name", wanted.name)
    _check(wanted)
    with recorded(user.person_id):
        row, _ = editing.edit(party, version, changes)
    return row


@transaction.atomic
def remove_stakeholder(user: User, party: Stakeholder) -> None:
    """Take a party out of the register; what documents say of it stays."""
    require(user, "edit", party.entity_id)
    with recorded(user.person_id, "removed"):
        party.delete()


@transaction.atomic
def answer_profile(
    user: User, entity: Entity, question: str, version: int | None, *, answer: Words, as_of: dt.date | None, source: str
) -> ProfileAnswer:
    """What the entity answers to one question of the profile, as of a day and from a source; ``version`` is that of the
    answer that the person saw, None when there was none. An answer without words takes none away: it is refused.

    Raises Problem for a question that the checklist does not have, Conflict when somebody else answered meanwhile.
    """
    require(user, "edit", entity.pk)
    if question not in profile().questions:
        raise Problem("organisation.no-such-question", question=question)
    if not answer:
        raise Problem("organisation.no-answer")
    if as_of is not None and as_of > timezone.localdate():
        raise Problem("organisation.as-of-future", on=as_of)
    values = {"answer": answer, "as_of": as_of, "source": _plain(source)[:300]}
    with recorded(user.person_id):
        known = ProfileAnswer.objects.select_for_update().filter(entity=entity, question=question).first()
        if known is None:
            return ProfileAnswer.objects.create(entity=entity, question=question, **values)
        row, _ = editing.edit(known, version or 0, values)
    return row


def _check(party: Stakeholder) -> None:
    if not party.name:
        raise Problem("organisation.no-stakeholder-name")
    others = Stakeholder.objects.filter(entity_id=party.entity_id).exclude(pk=party.pk)
    same = next((name for name in others.values_list("name", flat=True) if fold(name) == fold(party.name)), None)
    if same is not None:
        raise Problem("organisation.stakeholder-there", name=same)


def _plain(name: str) -> str:
    return " ".join(name.split())
