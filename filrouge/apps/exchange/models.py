"""Files that came in, imports under review, departures by which a file that comes back is known, Word templates."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone

from filrouge.apps.accounts.models import Person
from filrouge.apps.common.audit import audited
from filrouge.apps.common.fields import ExactJSONField
from filrouge.apps.common.models import Record
from filrouge.apps.documents.models import Document
from filrouge.apps.organisation.models import Entity

IMPORT_STATES = ("waiting", "reading", "ready", "failed", "done", "dropped")


class Upload(models.Model):
    """A file as it came in, kept as the original of what was read from it. ``name`` is for showing only."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="uploads")
    name = models.CharField(max_length=255)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, db_index=True)
    data = models.BinaryField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.name


@audited(exclude=["text", "proposal", "base", "progress"])
class Import(Record):
    """One file on its way in: read by a job, reviewed by a person, then taken in whole or dropped.

    ``text`` is the extracted text that the review shows; ``proposal`` the plan proposed, as JSON, corrected by the
    review; ``document`` the stored document that it would change (a new one when null); ``base`` the plan that it left
    from, for a file that comes back. ``problem`` is the code of why it failed with its parameters.
    """

    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="imports")
    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="imports")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=20, default="waiting", choices=[(state, state) for state in IMPORT_STATES])
    progress = models.PositiveSmallIntegerField(default=0)
    framework = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    proposal = ExactJSONField(null=True, blank=True)
    base = ExactJSONField(null=True, blank=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="imports")
    problem = models.JSONField(null=True, blank=True)

    class Meta:
        ordering = ("-at", "id")

    def __str__(self) -> str:
        return f"{self.upload_id} {self.state}"


class Departure(models.Model):
    """A document that left as a file to be edited outside: the plan as it was, by which the differences are told when
    it comes back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="departures")
    digest = models.CharField(max_length=64)
    content = models.TextField()
    language = models.CharField(max_length=2)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.document_id} {self.at:%Y-%m-%d}"


@audited(exclude=["data"])
class WordTemplate(Record):
    """An entity's own Word template, for one kind of document or for all."""

    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="word_templates")
    kind = models.CharField(max_length=80, blank=True)
    name = models.CharField(max_length=255)
    data = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("entity", "kind"), name="one_template_a_kind"),)

    def __str__(self) -> str:
        return self.name
