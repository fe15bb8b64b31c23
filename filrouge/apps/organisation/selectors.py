"""Entities, units, people and registers, as far as the person asking may see them."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from filrouge.apps.accounts.models import Person, User
from filrouge.apps.organisation.models import (
    Entity,
    InvitedRole,
    NoUnit,
    ProfileAnswer,
    RoleAssignment,
    Stakeholder,
    Succession,
    Unit,
)
from filrouge.apps.organisation.policies import Anyone, entities_where
from filrouge.domain.language.words import fold


def entities_for(user: Anyone) -> QuerySet[Entity]:
    """The entities that the person may see."""
    return Entity.objects.filter(pk__in=entities_where(user, "see"))


def above(ids: Iterable[uuid.UUID]) -> frozenset[uuid.UUID]:
    """The ids of all entities above these, in one query."""
    parents = dict(Entity.objects.order_by().values_list("pk", "parent_id"))
    found: set[uuid.UUID] = set()
    for pk in ids:
        parent = parents.get(pk)
        while parent is not None and parent not in found:
            found.add(parent)
            parent = parents.get(parent)
    return frozenset(found)


def units_for(user: Anyone, entity: Entity) -> QuerySet[Unit]:
    """The units of an entity, for those who see it."""
    return Unit.objects.filter(entity=entity, entity__in=entities_where(user, "see")).select_related("head")


def stakeholders_for(user: Anyone, entity: Entity) -> QuerySet[Stakeholder]:
    """The register of stakeholders of an entity, for those who see it."""
    return Stakeholder.objects.filter(entity=entity, entity__in=entities_where(user, "see"))


def roles_for(user: Anyone, entity: Entity) -> QuerySet[RoleAssignment]:
    """Who has which role in an entity, for those who see it."""
    return RoleAssignment.objects.filter(entity=entity, entity__in=entities_where(user, "see")).select_related(
        "user__person", "unit"
    )


def own_unit_names(user: Anyone, entity: Entity) -> frozenset[str]:
    """The names, folded, of the units that the person heads or contributes for, with all below them."""
    if not isinstance(user, User):
        return frozenset()
    units = list(Unit.objects.filter(entity=entity))
    mine = {unit.pk for unit in units if unit.head_id == user.person_id}
    mine |= set(
        RoleAssignment.objects.filter(user=user, entity=entity).exclude(unit=None).values_list("unit_id", flat=True)
    )
    grown = True
    while grown:
        more = {unit.pk for unit in units if unit.parent_id in mine} - mine
        mine |= more
        grown = bool(more)
    return frozenset(fold(name) for unit in units if unit.pk in mine for name in names_of(unit))


def explained_names(entity: uuid.UUID) -> frozenset[str]:
    """Every name and abbreviation of the units of an entity and of the entities above it, and those of which the entity
    said that they are no unit; for the program itself, which needs no right."""
    units = Unit.objects.filter(entity__in=[entity, *above([entity])])
    said = NoUnit.objects.filter(entity=entity).order_by().values_list("name", flat=True)
    return frozenset((*(name for unit in units for name in names_of(unit)), *said))


def no_units_for(user: Anyone, entity: Entity) -> QuerySet[NoUnit]:
    """The names that are no unit of an entity, for those who see it, with who said so."""
    return NoUnit.objects.filter(entity=entity, entity__in=entities_where(user, "see")).select_related("author")


def names_of(unit: Unit) -> tuple[str, ...]:
    """Every name and abbreviation by which a unit is known."""
    return (unit.abbreviation, *unit.name.values(), *unit.aliases)


def offers_for(user: Anyone, entity: Entity) -> QuerySet[InvitedRole]:
    """The invitations to an entity that nobody has used, for those who keep its people."""
    found = InvitedRole.objects.filter(entity=entity, entity__in=entities_where(user, "people"))
    return found.filter(invitation__used_at=None).select_related("invitation__invited_by", "unit", "entity")


def successions_for(user: Anyone) -> QuerySet[Succession]:
    """What carries on what, between entities of which the person may see one."""
    mine = entities_where(user, "see")
    found = Succession.objects.filter(Q(predecessor__in=mine) | Q(successor__in=mine))
    return found.select_related("predecessor", "successor")


def kin_of(user: Anyone, entity: Entity) -> tuple[list[Succession], list[Succession]]:
    """What an entity that the person may see carries on, and what carries it on."""
    found = list(successions_for(user).filter(Q(predecessor=entity) | Q(successor=entity)))
    before = [one for one in found if one.successor_id == entity.pk]
    return before, [one for one in found if one.predecessor_id == entity.pk]


def people_of(user: Anyone, entity: Entity) -> QuerySet[Person]:
    """Those who have a role in an entity, for those who see it."""
    found = Person.objects.filter(erased_at=None, user__roles__in=roles_for(user, entity).order_by())
    return found.distinct().order_by("name", "id")


def profile_for(user: Anyone, entity: Entity) -> dict[str, ProfileAnswer]:
    """What an entity answered, by question, for those who see it."""
    found = ProfileAnswer.objects.filter(entity=entity, entity__in=entities_where(user, "see"))
    return {answer.question: answer for answer in found}


def is_stale(answer: ProfileAnswer, months: int, today: dt.date) -> bool:
    """Whether an answer is older than it may be; one without a day is."""
    if answer.as_of is None:
        return True
    held = (today.year - answer.as_of.year) * 12 + today.month - answer.as_of.month
    return held > months or (held == months and today.day > answer.as_of.day)
