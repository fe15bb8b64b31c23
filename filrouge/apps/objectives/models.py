"""The tree of what a document states, and the actions that serve it."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from filrouge.apps.common.audit import audited
from filrouge.apps.common.fields import WordsField
from filrouge.apps.common.models import Record
from filrouge.apps.documents.models import Document, PartOfDocument, Section
from filrouge.apps.organisation.models import Entity
from filrouge.domain.model.items import ITEM_KINDS
from filrouge.domain.model.plan import ACTION_STATES, COMMITMENTS


class Statement(PartOfDocument):
    """What objectives and actions have in common. ``owners`` are units as the document names them; ``deadline`` and
    ``quantity`` are the author's words, the fields after them what they resolve to."""

    section = models.ForeignKey(Section, on_delete=models.SET_NULL, null=True, blank=True, related_name="%(class)ss")
    number = models.CharField(max_length=40, blank=True)
    text = WordsField()
    details = WordsField()
    owners = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    deadline = models.CharField(max_length=300, blank=True)
    deadline_on = models.DateField(null=True, blank=True)
    quantity = models.CharField(max_length=300, blank=True)
    quantity_value = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    quantity_unit = models.CharField(max_length=80, blank=True)

    class Meta(PartOfDocument.Meta):
        abstract = True

    def __str__(self) -> str:
        return f"{self.number} {self.text}".strip()


@audited()
class Objective(Statement):
    """A statement of the tree, at the level its ``kind`` names."""

    kind = models.CharField(max_length=30, choices=[(kind, kind) for kind in ITEM_KINDS if kind != "action"])
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="children")
    baseline = models.CharField(max_length=300, blank=True)
    commitment = models.CharField(max_length=20, blank=True, choices=[(kind, kind) for kind in COMMITMENTS])
    stakeholders = ArrayField(models.CharField(max_length=300), default=list, blank=True)

    class Meta(Statement.Meta):
        indexes = (models.Index(fields=("document", "parent", "position")),)


@audited()
class Action(Statement):
    """What is done; ``state`` and ``progress`` are declared."""

    means = models.TextField(blank=True)
    state = models.CharField(max_length=20, default="planned", choices=[(state, state) for state in ACTION_STATES])
    progress = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta(Statement.Meta):
        indexes = (models.Index(fields=("document", "position")),)
        constraints = (
            models.CheckConstraint(condition=Q(progress=None) | Q(progress__lte=100), name="action_progress"),
        )


@audited()
class Contribution(Record):
    """That an action serves an objective, with its shares of budget and of staff in percent."""

    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="contributions")
    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="contributions")
    objective = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="contributions")
    position = models.PositiveIntegerField(default=0)
    budget_share = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    staff_share = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)

    class Meta:
        ordering = ("position", "id")
        constraints = (
            models.UniqueConstraint(fields=("action", "objective"), name="one_contribution_a_pair"),
            models.CheckConstraint(
                condition=(Q(budget_share=None) | Q(budget_share__gte=0, budget_share__lte=100))
                & (Q(staff_share=None) | Q(staff_share__gte=0, staff_share__lte=100)),
                name="contribution_shares",
            ),
        )

    def __str__(self) -> str:
        return f"{self.action_id} → {self.objective_id}"
