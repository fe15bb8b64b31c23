"""Units: their abbreviations and other names lead to one unit each, wherever a document uses them."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone

from filrouge.apps.accounts.models import User
from filrouge.apps.common import editing
from filrouge.apps.common.audit import recorded
from filrouge.apps.common.problems import Problem
from filrouge.apps.organisation.models import Entity, NoUnit, RoleAssignment, Unit
from filrouge.apps.organisation.policies import require
from filrouge.apps.organisation.selectors import names_of
from filrouge.domain.language.words import fold

UNIT_FIELDS = frozenset({"abbreviation", "name", "mission", "parent", "head", "aliases", "starts_on", "ends_on"})


@transaction.atomic
def add_unit(user: User, entity: Entity, *, abbreviation: str, **fields: Any) -> Unit:
    """A new unit of an entity. Raises Problem when another unit answers to one of its names."""
    require(user, "entity", entity.pk)
    _only(fields)
    with recorded(user.person_id):
        unit = Unit(entity=entity, abbreviation=_plain(abbreviation), **_cleaned(fields))
        _check(unit)
        unit.full_clean()
        unit.save()
        _claim(unit)
    return unit


@transaction.atomic
def edit_unit(user: User, unit: Unit, version: int, **changes: Any) -> Unit:
    """Change a unit. Raises Conflict, and Problem when another unit answers to one of its names."""
    require(user, "entity", unit.entity_id)
    _only(changes)
    changes = _cleaned(changes)
    wanted = Unit.objects.get(pk=unit.pk)
    for field, value in changes.items():
        setattr(wanted, field, value)
    _check(wanted)
    with recorded(user.person_id):
        row, _ = editing.edit(unit, version, changes)
        _claim(row)
    return row


@transaction.atomic
def add_unit_name(user: User, unit: Unit, name: str) -> Unit:
    """Let another name or abbreviation lead to this unit."""
    require(user, "entity", unit.entity_id)
    name = _plain(name)
    with recorded(user.person_id, "another name"):
        row = editing.locked(unit)
        if fold(name) in {fold(known) for known in names_of(row)}:
            return row
        row.aliases = [*row.aliases, name]
        _check(row)
        aliases = row.aliases
        row = editing.locked(unit)
        row, _ = editing.edit(row, row.version, {"aliases": aliases})
        _claim(row)
    return row


@transaction.atomic
def remove_unit(user: User, unit: Unit) -> None:
    """Delete a unit that nothing hangs on; one that has history ends on a day instead (:func:`edit_unit`)."""
    require(user, "entity", unit.entity_id)
    if unit.children.exists() or RoleAssignment.objects.filter(unit=unit).exists():
        raise Problem("organisation.unit-in-use", unit=unit.abbreviation)
    with recorded(user.person_id, "removed"):
        unit.delete()


@transaction.atomic
def say_no_unit(user: User, entity: Entity, name: str, reason: str) -> NoUnit:
    """Put on record that a name in documents is no unit, and what it is instead; said again, the reason is the new one.
    Raises Problem when a unit answers to the name, or when name or reason is missing."""
    require(user, "entity", entity.pk)
    name, reason = _plain(name), _plain(reason)
    if not name or not reason:
        raise Problem("organisation.no-unit-why")
    for unit in Unit.objects.filter(entity=entity):
        if fold(name) in map(fold, names_of(unit)):
            raise Problem("organisation.name-taken", name=name, unit=unit.abbreviation)
    with recorded(user.person_id, reason):
        row = next(iter(_said_of(entity.pk, {fold(name)})), None) or NoUnit(entity=entity, name=name)
        row.reason, row.author, row.on = reason, user.person, timezone.localdate()
        row.full_clean()
        row.save()
    return row


@transaction.atomic
def unsay_no_unit(user: User, row: NoUnit) -> None:
    """Let a name count again among those that lead to no unit."""
    require(user, "entity", row.entity_id)
    with recorded(user.person_id, "removed"):
        row.delete()


def _claim(unit: Unit) -> None:
    """What a unit is called is no longer said to be none."""
    for row in _said_of(unit.entity_id, {fold(name) for name in names_of(unit)}):
        row.delete()


def _said_of(entity_id: uuid.UUID, names: set[str]) -> list[NoUnit]:
    return [row for row in NoUnit.objects.filter(entity=entity_id) if fold(row.name) in names]


def _check(unit: Unit) -> None:
    """Raises Problem when a name of the unit leads to another, or when it would stand under itself or elsewhere."""
    if not unit.abbreviation:
        raise Problem("organisation.no-abbreviation")
    others = list(Unit.objects.filter(entity_id=unit.entity_id).exclude(pk=unit.pk))
    mine = {fold(name): name for name in names_of(unit) if name}
    for other in others:
        for name in names_of(other):
            if fold(name) in mine:
                raise Problem("organisation.name-taken", name=mine[fold(name)], unit=other.abbreviation)
    if unit.parent is not None and unit.parent.entity_id != unit.entity_id:
        raise Problem("organisation.other-entity")
    if unit.starts_on and unit.ends_on and unit.ends_on < unit.starts_on:
        raise Problem("organisation.dates", first=unit.starts_on, last=unit.ends_on)
    parents = {other.pk: other.parent_id for other in others}
    above = unit.parent_id
    while above is not None:
        if above == unit.pk:
            raise Problem("organisation.under-itself")
        above = parents.get(above)


def _cleaned(fields: dict[str, Any]) -> dict[str, Any]:
    cleaned = dict(fields)
    if "abbreviation" in cleaned:
        cleaned["abbreviation"] = _plain(cleaned["abbreviation"])
    if "aliases" in cleaned:
        cleaned["aliases"] = list(dict.fromkeys(filter(None, map(_plain, cleaned["aliases"]))))
    return cleaned


def _plain(name: str) -> str:
    return " ".join(name.split())


def _only(fields: dict[str, Any]) -> None:
    unknown = set(fields) - UNIT_FIELDS
    if unknown:
        raise TypeError(f"unknown fields: {', '.join(sorted(unknown))}")
