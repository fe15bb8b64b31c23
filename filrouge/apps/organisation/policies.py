"""Who may do what where: the roles in force today, against the one table of roles.

When entities merge or one is split, the reading part of a role in the successor (see, export, audit) holds in its
predecessors too, from the day of the succession, so that their documents stay readable by those who carry them on. The
writing part does not: what a predecessor left behind is a record.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Mapping

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from filrouge.apps.accounts.models import User
from filrouge.apps.common.problems import NotAllowed
from filrouge.apps.organisation.models import Entity, RoleAssignment, Succession
from filrouge.apps.organisation.roles import ACTIONS, INHERITED, READING, ROLES

Rights = Mapping[uuid.UUID, frozenset[str]]
Anyone = User | AnonymousUser
_KEPT = "_rights"  # the name under which a user object keeps them


def rights_of(user: Anyone) -> Rights:
    """What the person may do in each entity, by its id; asked for once per request (kept on the user object).

    Roles of :data:`INHERITED` hold in the entities below too; whoever administers the installation administers every
    entity, and sees no draft for that.
    """
    if not isinstance(user, User) or not user.is_active:
        return {}
    known: Rights | None = user.__dict__.get(_KEPT)
    if known is None:
        known = user.__dict__[_KEPT] = _rights(user)
    return known


def forget_rights(user: User) -> None:
    """Let the rights be read anew, after roles changed."""
    user.__dict__.pop(_KEPT, None)


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


def require_superuser(user: Anyone) -> None:
    """Raises NotAllowed for anybody who does not administer the whole installation."""
    if not (isinstance(user, User) and user.is_active and user.is_superuser):
        raise NotAllowed("organisation.superuser-only")


def may_manage(user: Anyone, other: User) -> bool:
    """Whether the person may close, open or mend somebody else's account: whoever administers the installation, or who
    keeps the people of every entity in which that account ever had a role. Never one's own, never a higher one's."""
    if not isinstance(user, User) or user.pk == other.pk:
        return False
    if user.is_superuser and user.is_active:
        return True
    places = set(RoleAssignment.objects.filter(user=other).order_by().values_list("entity_id", flat=True))
    return not other.is_superuser and bool(places) and places <= entities_where(user, "people")


def require_managing(user: Anyone, other: User) -> None:
    """Raises NotAllowed when the person may not."""
    if not may_manage(user, other):
        raise NotAllowed("organisation.not-your-account")


def _rights(user: User) -> Rights:
    rights: dict[uuid.UUID, frozenset[str]] = defaultdict(frozenset)
    today = timezone.localdate()
    assignments = list(RoleAssignment.objects.on(today).filter(user=user).values_list("entity_id", "role"))
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
    if assignments:
        _look_back(rights, today)
    return dict(rights)


def _look_back(rights: dict[uuid.UUID, frozenset[str]], today: dt.date) -> None:
    """Add what is read of predecessors, however far back."""
    before: dict[uuid.UUID, list[uuid.UUID]] = defaultdict(list)
    known = Succession.objects.filter(on__lte=today).order_by()
    for predecessor, successor in known.values_list("predecessor_id", "successor_id"):
        before[successor].append(predecessor)
    waiting = [entity for entity in list(rights) if entity in before]
    while waiting:
        entity = waiting.pop()
        for predecessor in before.get(entity, ()):
            more = rights[entity] & READING
            if not more <= rights.get(predecessor, frozenset()):
                rights[predecessor] = rights.get(predecessor, frozenset()) | more
                waiting.append(predecessor)


def _below(entity: uuid.UUID, children: Mapping[uuid.UUID | None, list[uuid.UUID]]) -> list[uuid.UUID]:
    found, waiting = [], [entity]
    while waiting:
        below = children.get(waiting.pop(), [])
        found += below
        waiting += below
    return found
