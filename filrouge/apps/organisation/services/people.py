"""People: invitations, roles with their dates, accounts that are closed, mended, erased."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from filrouge.apps.accounts import services as accounts
from filrouge.apps.accounts.models import Invitation, User
from filrouge.apps.accounts.selectors import account_of
from filrouge.apps.common import editing
from filrouge.apps.common.audit import recorded
from filrouge.apps.common.problems import Problem
from filrouge.apps.organisation.models import Entity, InvitedRole, RoleAssignment, Unit
from filrouge.apps.organisation.policies import forget_rights, require, require_managing
from filrouge.apps.organisation.roles import ROLES


@dataclass(frozen=True, slots=True)
class Invited:
    """What an invitation came to: the role given at once to somebody who has an account, or an invitation with the
    secret that opens it."""

    role: RoleAssignment | None = None
    invitation: Invitation | None = None
    secret: str = ""


@transaction.atomic
def invite(
    user: User,
    entity: Entity,
    *,
    email: str,
    name: str,
    role: str,
    unit: Unit | None = None,
    starts_on: dt.date | None = None,
    ends_on: dt.date | None = None,
) -> Invited:
    """Ask somebody in with a role. Who has an account gets the role now; anybody else an invitation, in the place of
    an earlier one to the same address for this entity."""
    require(user, "people", entity.pk)
    _check_role(entity, role, unit, starts_on, ends_on)
    known = account_of(email)
    if known is not None:
        given = give_role(user, entity, known, role=role, unit=unit, starts_on=starts_on, ends_on=ends_on)
        return Invited(role=given)
    with recorded(user.person_id, "invited"):
        Invitation.objects.filter(email=email.lower(), used_at=None, offer__entity=entity).delete()
        invitation, secret = accounts.make_invitation(user.person, email, name)
        InvitedRole.objects.create(
            invitation=invitation,
            entity=entity,
            role=role,
            unit=unit,
            starts_on=starts_on or timezone.localdate(),
            ends_on=ends_on,
        )
    return Invited(invitation=invitation, secret=secret)


@transaction.atomic
def withdraw(user: User, offer: InvitedRole) -> None:
    """Take back an invitation that nobody used."""
    require(user, "people", offer.entity_id)
    with recorded(user.person_id, "withdrawn"):
        accounts.withdraw_invitation(offer.invitation)


@transaction.atomic
def accept_invitation(secret: str, *, name: str, password: str) -> User:
    """Open the account that an invitation offers, with its role. Raises Problem, and ValidationError for a password
    that is too weak."""
    invitation = accounts.invitation_for(secret, lock=True)
    user = accounts.open_account(invitation, name, password)
    with recorded(user.person_id, "accepted"):
        _take_offer(user, invitation)
    return user


@transaction.atomic
def join_by_invitation(user: User, secret: str) -> RoleAssignment:
    """Take the role of an invitation for one's own address, with the account that one has. Raises Problem."""
    invitation = accounts.invitation_for(secret, lock=True)
    if invitation.email != user.email:
        raise Problem("accounts.not-your-invitation")
    accounts.use_invitation(invitation)
    with recorded(user.person_id, "accepted"):
        given = _take_offer(user, invitation)
    forget_rights(user)
    return given


# --- roles ------------------------------------------------------------------------------------------------------------


@transaction.atomic
def give_role(
    user: User,
    entity: Entity,
    other: User,
    *,
    role: str,
    unit: Unit | None = None,
    starts_on: dt.date | None = None,
    ends_on: dt.date | None = None,
) -> RoleAssignment:
    """A role from a day (today unless said), perhaps until one. Raises Problem when the person has it on these days."""
    require(user, "people", entity.pk)
    _check_role(entity, role, unit, starts_on, ends_on)
    if not other.is_active:
        raise Problem("organisation.account-closed", name=other.name)
    first = starts_on or timezone.localdate()
    same = RoleAssignment.objects.filter(user=other, entity=entity, role=role, unit=unit)
    for held in same:
        if (held.ends_on is None or held.ends_on >= first) and (ends_on is None or held.starts_on <= ends_on):
            raise Problem("organisation.has-role", name=other.name)
    with recorded(user.person_id, "role given"):
        given = RoleAssignment(user=other, entity=entity, role=role, unit=unit, starts_on=first, ends_on=ends_on)
        given.full_clean()
        given.save()
    forget_rights(user)
    return given


@transaction.atomic
def end_role(user: User, assignment: RoleAssignment, on: dt.date) -> RoleAssignment:
    """Let a role end with this day, the last on which it holds; a day before its first takes it away altogether.

    Raises Problem for one's own role of administrator, so that an entity is not left without one by a slip.
    """
    require(user, "people", assignment.entity_id)
    if assignment.role == "administrator" and assignment.user_id == user.pk and not user.is_superuser:
        raise Problem("organisation.own-administration")
    with recorded(user.person_id, "role ended"):
        row = editing.locked(assignment)
        if on < row.starts_on:
            row.delete()
        else:
            row, _ = editing.edit(row, row.version, {"ends_on": on})
    forget_rights(user)
    return row


# --- accounts ---------------------------------------------------------------------------------------------------------


@transaction.atomic
def close_account(user: User, other: User) -> None:
    """Let nobody sign in with an account, and end its roles with today."""
    require_managing(user, other)
    with recorded(user.person_id, "account closed"):
        _end_all(other)
        accounts.deactivate(other)


@transaction.atomic
def reopen_account(user: User, other: User) -> None:
    """Let a closed account sign in again; its roles are given anew, one by one."""
    require_managing(user, other)
    with recorded(user.person_id, "account reopened"):
        accounts.reactivate(other)


@transaction.atomic
def mend_account(user: User, other: User) -> None:
    """Take away the second factors of somebody who lost them; the person sets new ones after signing in."""
    require_managing(user, other)
    with recorded(user.person_id, "factors removed"):
        accounts.forget_factors(other)


@transaction.atomic
def erase_person(user: User, other: User) -> None:
    """Erase a person's name and address for good and end all roles; the history keeps what was done, by nobody."""
    require_managing(user, other)
    with recorded(user.person_id, "person erased"):
        _end_all(other)
        Unit.objects.filter(head=other.person).update(head=None)
        accounts.erase(other)


# --- within -----------------------------------------------------------------------------------------------------------


def _check_role(entity: Entity, role: str, unit: Unit | None, first: Any, last: Any) -> None:
    if role not in ROLES:
        raise Problem("organisation.no-such-role", role=role)
    if unit is not None and unit.entity_id != entity.pk:
        raise Problem("organisation.other-entity")
    if first and last and last < first:
        raise Problem("organisation.dates", first=first, last=last)


def _take_offer(user: User, invitation: Invitation) -> RoleAssignment:
    offer = InvitedRole.objects.select_related("entity").get(invitation=invitation)
    return RoleAssignment.objects.create(
        user=user,
        entity=offer.entity,
        role=offer.role,
        unit_id=offer.unit_id,
        starts_on=offer.starts_on,
        ends_on=offer.ends_on,
    )


def _end_all(other: User) -> None:
    today = timezone.localdate()
    for role in RoleAssignment.objects.filter(user=other).exclude(ends_on__lt=today):
        if role.starts_on > today:
            role.delete()
        else:
            editing.edit(role, role.version, {"ends_on": max(role.starts_on, today - dt.timedelta(days=1))})
