"""Entities: made, changed, and carried on by others."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from filrouge.apps.accounts.models import User
from filrouge.apps.common import editing
from filrouge.apps.common.audit import recorded
from filrouge.apps.common.problems import Problem
from filrouge.apps.organisation.models import Entity, RoleAssignment, Succession
from filrouge.apps.organisation.policies import forget_rights, require, require_superuser
from filrouge.domain.model.plan import Words

ENTITY_FIELDS = frozenset({"name", "parent", "language", "starts_on", "ends_on"})
#: A zone's number, and the length of the name that stands beside it: royal decree of 24 October 2001.
_ZONE_CODE = re.compile(r"[0-9]{4}")
ZONE_NAME_LENGTH = 24
_CODE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,22}[A-Za-z0-9])?")


@transaction.atomic
def create_entity(
    user: User, *, code: str, kind: str, name: Words, parent: Entity | None = None, **fields: Any
) -> Entity:
    """A new entity under another, by whoever keeps that other; at the top, by whoever administers the installation.

    Raises Problem for a code or a name that the rules refuse, or a code that is taken.
    """
    _require_place(user, parent)
    code = code.strip()
    check_code(kind, code)
    _check_name(kind, name)
    if Entity.objects.filter(code__iexact=code).exists():
        raise Problem("organisation.code-taken", entity=code)
    with recorded(user.person_id, "created"):
        entity = Entity(code=code, kind=kind, name=name, parent=parent, **fields)
        _check_dates(entity.starts_on, entity.ends_on)
        entity.full_clean()
        entity.save()
    forget_rights(user)
    return entity


@transaction.atomic
def edit_entity(user: User, entity: Entity, version: int, **changes: Any) -> Entity:
    """Change an entity; its code stays, because addresses and files name it. To put it elsewhere in the tree one keeps
    the new place too. Raises Conflict, Problem."""
    require(user, "entity", entity.pk)
    unknown = set(changes) - ENTITY_FIELDS
    if unknown:
        raise TypeError(f"unknown fields: {', '.join(sorted(unknown))}")
    if changes.get("name", entity.name) != entity.name:
        _check_name(entity.kind, changes["name"])
    if "parent" in changes and getattr(changes["parent"], "pk", None) != entity.parent_id:
        _require_place(user, changes["parent"])
        _check_not_below(entity, changes["parent"])
    _check_dates(changes.get("starts_on", entity.starts_on), changes.get("ends_on", entity.ends_on))
    with recorded(user.person_id):
        row, _ = editing.edit(entity, version, changes)
    forget_rights(user)
    return row


@transaction.atomic
def merge_entities(
    user: User,
    predecessors: Sequence[Entity],
    *,
    on: dt.date,
    code: str,
    name: Words,
    parent: Entity | None = None,
    carry_roles: bool = False,
) -> Entity:
    """A successor of several entities of one kind, from a day; the predecessors end on the day before.

    Their documents stay theirs, and readable by those who have roles in the successor
    (:mod:`filrouge.apps.organisation.policies`). ``carry_roles`` gives those who have a role in a predecessor on that
    day the same role in the successor. Raises Problem when fewer than two are named, when they differ in kind, or when
    one has ended before.
    """
    chosen = list({entity.pk: entity for entity in predecessors}.values())
    for entity in chosen:
        require(user, "entity", entity.pk)
    if len(chosen) < 2:
        raise Problem("organisation.merge-two")
    if len({entity.kind for entity in chosen}) > 1:
        raise Problem("organisation.merge-kinds")
    for entity in chosen:
        if entity.ends_on is not None and entity.ends_on < on:
            raise Problem("organisation.ended-before", entity=entity.code, on=entity.ends_on)
        if entity.starts_on is not None and entity.starts_on >= on:
            raise Problem("organisation.not-begun", entity=entity.code, on=entity.starts_on)
    first = chosen[0]
    successor = create_entity(
        user, code=code, kind=first.kind, name=name, parent=parent, language=first.language, starts_on=on
    )
    with recorded(user.person_id, "merged"):
        for entity in chosen:
            Succession.objects.create(predecessor=entity, successor=successor, on=on)
            editing.edit(entity, entity.version, {"ends_on": on - dt.timedelta(days=1)})
        if carry_roles:
            _carry_roles(chosen, successor, on)
    forget_rights(user)
    return successor


def check_code(kind: str, code: str) -> None:
    """Raises Problem when a code is not one: of a zone, four digits."""
    if kind == "police_zone" and not _ZONE_CODE.fullmatch(code):
        raise Problem("organisation.zone-code", entity=code)
    if not _CODE.fullmatch(code):
        raise Problem("organisation.code", entity=code)


def _carry_roles(predecessors: Sequence[Entity], successor: Entity, on: dt.date) -> None:
    held = RoleAssignment.objects.on(on).filter(entity__in=predecessors, user__is_active=True).order_by("starts_on")
    given = set()
    for role in held:
        if (role.user_id, role.role) not in given:
            given.add((role.user_id, role.role))
            RoleAssignment.objects.create(
                user_id=role.user_id, entity=successor, role=role.role, starts_on=on, ends_on=role.ends_on
            )


def _require_place(user: User, parent: Entity | None) -> None:
    if parent is None:
        require_superuser(user)
    else:
        require(user, "entity", parent.pk)


def _check_name(kind: str, name: Words) -> None:
    if not name:
        raise Problem("organisation.no-name")
    too_long = next((text for text in name.values() if len(text) > ZONE_NAME_LENGTH), None)
    if kind == "police_zone" and too_long:
        raise Problem("organisation.zone-name", name=too_long, length=len(too_long), most=ZONE_NAME_LENGTH)


def _check_dates(first: dt.date | None, last: dt.date | None) -> None:
    if first and last and last < first:
        raise Problem("organisation.dates", first=first, last=last)


def _check_not_below(entity: Entity, parent: Entity | None) -> None:
    parents = dict(Entity.objects.order_by().values_list("pk", "parent_id"))
    above = parent.pk if parent else None
    while above is not None:
        if above == entity.pk:
            raise Problem("organisation.under-itself")
        above = parents.get(above)
