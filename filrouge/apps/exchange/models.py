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
#: What a file turned out to be: a text that was read, or a file of ours that came back.
SOURCES = ("text", "json", "word", "workbook")
EXPORT_STATES = ("waiting", "making", "ready", "failed")


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

    class Meta:
        constraints = (models.UniqueConstraint(fields=("entity", "digest"), name="one_upload_a_content"),)

    def __str__(self) -> str:
        return self.name


#: What changes while a file is read or reviewed and says nothing of who decided what.
_UNTRACKED = [
    "text", "proposal", "reading", "base", "notes", "choices", "progress", "steps", "run", "attempts", "beat_at",
]  # fmt: skip


@audited(exclude=_UNTRACKED)
class Import(Record):
    """One file on its way in: read by a job, reviewed by a person, then taken in whole or dropped.

    ``text`` is the extracted text that the review shows; ``proposal`` the plan proposed, as JSON, corrected by the
    review, and ``reading`` the same before any correction; ``document`` the stored document that it would change (a new
    one when null); ``base`` the plan that it left from, for a file that comes back, and ``departure`` the record of it.
    ``notes`` are what reading noted (code, start, end); ``choices`` the differences set aside and the conflicts
    settled. ``problem`` is the code of why it failed with its parameters.

    ``steps`` counts what each step of the job found; ``run`` names the job that works on it, so that of two only one
    stores its result; ``beat_at`` is its last sign of life and ``attempts`` how often it began.
    """

    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="imports")
    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="imports")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=20, default="waiting", choices=[(state, state) for state in IMPORT_STATES])
    source = models.CharField(max_length=20, blank=True, choices=[(source, source) for source in SOURCES])
    progress = models.PositiveSmallIntegerField(default=0)
    steps = models.JSONField(default=dict, blank=True)
    run = models.UUIDField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    beat_at = models.DateTimeField(null=True, blank=True)
    framework = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    proposal = ExactJSONField(null=True, blank=True)
    reading = ExactJSONField(null=True, blank=True)
    base = ExactJSONField(null=True, blank=True)
    notes = models.JSONField(default=list, blank=True)
    choices = models.JSONField(default=dict, blank=True)
    departure = models.ForeignKey(
        "Departure", on_delete=models.SET_NULL, null=True, blank=True, related_name="comebacks"
    )
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


class Export(models.Model):
    """A file that takes long to make: a job makes it, the person who asked fetches it, and it is thrown away after a
    day. ``wish`` is what was asked for (part, languages)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="exports")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    format = models.CharField(max_length=10)
    wish = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=20, default="waiting", choices=[(state, state) for state in EXPORT_STATES])
    run = models.UUIDField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    beat_at = models.DateTimeField(null=True, blank=True)
    name = models.CharField(max_length=255, blank=True)
    data = models.BinaryField(null=True, blank=True)
    problem = models.JSONField(null=True, blank=True)

    class Meta:
        ordering = ("-at", "id")

    def __str__(self) -> str:
        return f"{self.document_id} {self.format} {self.state}"
