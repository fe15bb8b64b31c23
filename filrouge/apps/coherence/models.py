"""Waivers of findings, and the findings last computed. A finding itself is computed, never stored as a truth."""

from __future__ import annotations

from django.db import models

from filrouge.apps.accounts.models import Person
from filrouge.apps.common.audit import audited
from filrouge.apps.common.models import Record
from filrouge.apps.documents.models import Document
from filrouge.apps.organisation.models import Entity


@audited()
class StoredWaiver(Record):
    """That a person set findings of a code aside, on a part or on the whole document, with a reason, perhaps until a
    day. ``part`` is the id of a section or a statement; ``words`` must stand in the finding."""

    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="waivers")
    code = models.CharField(max_length=10)
    part = models.CharField(max_length=40, blank=True)
    words = models.TextField(blank=True)
    reason = models.TextField()
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("on", "id")

    def __str__(self) -> str:
        return f"{self.code} {self.part}".strip()


class CheckResult(models.Model):
    """The findings of a document in the state that ``stamp`` names, so that a page need not compute them again."""

    document = models.OneToOneField(Document, on_delete=models.CASCADE, related_name="checked", primary_key=True)
    stamp = models.PositiveBigIntegerField()
    program = models.CharField(max_length=80)
    checked_on = models.DateField()
    findings = models.JSONField(default=list)
    errors = models.PositiveIntegerField(default=0)
    warnings = models.PositiveIntegerField(default=0)
    infos = models.PositiveIntegerField(default=0)
    waived = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.document_id} @{self.stamp}"
