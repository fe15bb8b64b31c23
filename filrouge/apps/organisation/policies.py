"""Who may do what where: the roles in force today, against the one table of roles."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Mapping

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from filrouge.apps.accounts.models import User
from filrouge.apps.common.problems import NotAllowed
from filrouge.apps.organisation.models import Entity, RoleAssignment
from filrouge.apps.organisation.roles import ACTIONS, INHERITED, ROLES

Rights = Mapping[uuid.UUID, frozenset[str]]
Anyone = User | AnonymousUser


def rights_of(user: Anyone) -> Rights:
    """What the person may do in each entity, by its id; asked for once per request (kept on the user object).

    Roles of :data:`INHERITED` hold in the entities below too; whoever administers the installation administers every
    entity, and sees no draft for that.
    """
    if not isinstance(user, User) or not user.is_active:
        return {}
    known: Rights | None = getattr(user, "_rights", None)
    if known is None:
        known = _rights(user)
        user._rights = known  # type: ignore[attr-defined]
    return known


def forget_rights(user: User) -> None:
    """Let the rights be read anew, after roles changed."""
    user.__dict__.pop("_rights", None)


def may(user: Anyone, action: str, entity_id: uuid.UUID) -> bool:
    """Whether the person may do this in this entity. Raises KeyError for an action that is not in the table."""
    if action not in ACTIONS:
        raise KeyError(action)
    return action in rights_of(user).get(entity_id, frozenset())


def require(user: Anyone, action: str, entity_id: uuid.UUID) -> None:
    """Raises NotAllowed, naming the roles that may, when the person may not."""
    if not may(user, action, entity_id):
        roles = [role for role, actions in ROLES.items() if action in actions]
        raise NotAllowed("organisation.not-allowed", action=action, roles=roles)


def entities_where(user: Anyone, action: str) -> frozenset[uuid.UUID]:
    """The ids of the entities in which the person may do this."""
    return frozenset(entity for entity, actions in rights_of(user).items() if action in actions)


def _rights(user: User) -> Rights:
    rights: dict[uuid.UUID, frozenset[str]] = defaultdict(frozenset)
    assignments = list(
        RoleAssignment.objects.on(timezone.localdate()).filter(user=user).values_list("entity_id", "role")
    )
    down = [(entity, ROLES[role]) for entity, role in assignments if role in INHERITED]
    for entity, role in assignments:
        rights[entity] |= ROLES[role]
    if down or user.is_superuser:
        children: dict[uuid.UUID | None, list[uuid.UUID]] = defaultdict(list)
        everything = list(Entity.objects.order_by().values_list("pk", "parent_id"))
        for pk, parent in everything:
            children[parent].append(pk)
        for entity, actions in down:
            for below in _below(entity, children):
                rights[below] |= actions
        if user.is_superuser:
            for pk, _ in everything:
                rights[pk] |= ROLES["administrator"]
    return dict(rights)


def _below(entity: uuid.UUID, children: Mapping[uuid.UUID | None, list[uuid.UUID]]) -> list[uuid.UUID]:
    found, waiting = [], [entity]
    while waiting:
        below = children.get(waiting.pop(), [])
        found += below
        waiting += below
    return found
