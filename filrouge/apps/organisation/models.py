"""Entities as a dated tree with successors, their units, the roles people have there, and what each says of itself."""

from __future__ import annotations

import datetime as dt

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from filrouge.apps.accounts.models import Invitation, Person, User
from filrouge.apps.common.audit import audited
from filrouge.apps.common.fields import WordsField
from filrouge.apps.common.models import Record
from filrouge.apps.organisation.roles import ROLES

ENTITY_KINDS = ("police_zone", "federal_police", "ministry", "inspectorate", "council", "other")


@audited()
class Entity(Record):
    """A police zone, a directorate, a ministry, a council. ``code`` is the official one where there is one (four digits
    for a zone: royal decree of 24 October 2001). ``parent`` is what it belongs to; it exists from ``starts_on`` until
    ``ends_on`` (both may be unknown)."""

    code = models.CharField(max_length=24, unique=True)
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in ENTITY_KINDS])
    name = WordsField()
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    language = models.CharField(max_length=2, default="fr")
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("code",)
        constraints = (
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(starts_on__lte=F("ends_on")), name="entity_dates"
            ),
        )

    def __str__(self) -> str:
        return self.code


@audited()
class Succession(Record):
    """That one entity carries on, wholly or partly, what another was: zones merge and split."""

    predecessor = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="precessions")
    on = models.DateField()

    class Meta:
        ordering = ("on", "id")
        constraints = (
            models.UniqueConstraint(fields=("predecessor", "successor"), name="one_succession_a_pair"),
            models.CheckConstraint(condition=~Q(predecessor=F("successor")), name="no_succession_to_itself"),
        )

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id}"


@audited()
class Unit(Record):
    """A unit of an entity. Its abbreviation resolves to it wherever a document uses it; ``aliases`` are other names and
    abbreviations seen for it; ``head`` answers for it."""

    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="units")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    abbreviation = models.CharField(max_length=40)
    name = WordsField()
    mission = WordsField()
    aliases = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    head = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="units")
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("abbreviation", "id")
        constraints = (models.UniqueConstraint(fields=("entity", "abbreviation"), name="one_unit_an_abbreviation"),)

    def __str__(self) -> str:
        return self.abbreviation


@audited()
class NoUnit(Record):
    """That a name which the documents of an entity use is no unit of it, and what it is instead; said by a person on a
    day. An abbreviation that this explains is remarked no more."""

    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="no_units")
    name = models.CharField(max_length=200)
    reason = models.CharField(max_length=300)
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(default=timezone.localdate)

    class Meta:
        ordering = ("name", "id")
        constraints = (models.UniqueConstraint(fields=("entity", "name"), name="no_unit_once_a_name"),)

    def __str__(self) -> str:
        return self.name


class RolesInForce(models.QuerySet["RoleAssignment"]):
    """Assignments, asked for by day."""

    def on(self, day: dt.date) -> RolesInForce:
        """Those in force on this day."""
        return self.filter(starts_on__lte=day).filter(Q(ends_on=None) | Q(ends_on__gte=day))


@audited()
class RoleAssignment(Record):
    """That a person has a role in an entity, from a day and perhaps until one. A contributor may be bound to a unit."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="roles")
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="roles")
    role = models.CharField(max_length=20, choices=[(role, role) for role in ROLES])
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="roles")
    starts_on = models.DateField(default=timezone.localdate)
    ends_on = models.DateField(null=True, blank=True)

    objects = RolesInForce.as_manager()

    class Meta:
        ordering = ("starts_on", "id")
        constraints = (
            models.CheckConstraint(condition=Q(ends_on=None) | Q(starts_on__lte=F("ends_on")), name="role_dates"),
        )

    def __str__(self) -> str:
        return f"{self.user_id} {self.role}"


@audited()
class InvitedRole(Record):
    """The role that an invitation gives once it is accepted, and nothing before."""

    invitation = models.OneToOneField(Invitation, on_delete=models.CASCADE, related_name="offer")
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="offers")
    role = models.CharField(max_length=20, choices=[(role, role) for role in ROLES])
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    starts_on = models.DateField(default=timezone.localdate)
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(ends_on=None) | Q(starts_on__lte=F("ends_on")), name="offer_dates"),
        )

    def __str__(self) -> str:
        return f"{self.invitation_id} {self.role}"


@audited()
class Stakeholder(Record):
    """A party that an entity reckons with, with its category in the entity's own words."""

    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="stakeholders")
    name = models.CharField(max_length=300)
    category = models.CharField(max_length=200, blank=True)
    description = models.TextField(blank=True)

    class Meta:
        ordering = ("category", "name", "id")
        constraints = (models.UniqueConstraint(fields=("entity", "name"), name="one_stakeholder_a_name"),)

    def __str__(self) -> str:
        return self.name


@audited()
class ProfileAnswer(Record):
    """What an entity answers to one question of the profile (territory, population, Seveso sites, …), as it stood on a
    day. ``question`` is an id of the library's profile."""

    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="profile")
    question = models.CharField(max_length=60)
    answer = WordsField()
    as_of = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("entity", "question"), name="one_answer_a_question"),)

    def __str__(self) -> str:
        return self.question
