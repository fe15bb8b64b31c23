"""Documents: sections, structured parts (SWOT, risk domains, tables), acts on record, sealed versions."""

from __future__ import annotations

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from filrouge.apps.accounts.models import Person
from filrouge.apps.common.audit import audited
from filrouge.apps.common.fields import ExactJSONField, WordsField
from filrouge.apps.common.models import Record
from filrouge.apps.frameworks.models import LibraryItem
from filrouge.apps.organisation.models import Entity
from filrouge.domain.model.plan import ACT_KINDS, DOCUMENT_STATES, RELATIONS

BLOCK_KINDS = ("swot_item", "risk_domain", "table")


@audited()
class Document(Record):
    """A document of an entity. ``number`` counts its versions: adopting seals one, a later edit opens the next.
    ``changed_at`` moves with every change of any of its parts."""

    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="documents")
    framework = models.ForeignKey(
        LibraryItem, on_delete=models.PROTECT, null=True, blank=True, related_name="documents"
    )
    title = WordsField()
    language = models.CharField(max_length=2)
    languages = ArrayField(models.CharField(max_length=2), default=list, blank=True)
    state = models.CharField(max_length=20, default="draft", choices=[(s, s) for s in DOCUMENT_STATES])
    number = models.PositiveIntegerField(default=1)
    period_from = models.DateField(null=True, blank=True)
    period_until = models.DateField(null=True, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    term_years = models.PositiveSmallIntegerField(null=True, blank=True)
    legal_basis = ArrayField(models.TextField(), default=list, blank=True)
    amends = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="amendments")
    relation = models.CharField(max_length=20, blank=True, choices=[(r, r) for r in RELATIONS])
    stamp = models.PositiveBigIntegerField(default=1)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-period_from", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(period_from=None) | Q(period_until=None) | Q(period_from__lte=F("period_until")),
                name="document_period",
            ),
        )

    def __str__(self) -> str:
        return str(self.title)


class PartOfDocument(Record):
    """What belongs to a document. ``position`` orders it among its siblings; ``origin`` is where reading found it
    (start, end, confidence, doubts), or null."""

    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="%(class)ss")
    position = models.PositiveIntegerField(default=0)
    origin = ExactJSONField(null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ("position", "id")


@audited()
class Section(PartOfDocument):
    """A headed part; ``body`` is restricted HTML, cleaned before it is stored."""

    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="children")
    number = models.CharField(max_length=80, blank=True)
    title = WordsField()
    body = WordsField()
    framework_section = models.CharField(max_length=80, blank=True)

    class Meta(PartOfDocument.Meta):
        indexes = (models.Index(fields=("document", "parent", "position")),)

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()


@audited()
class Block(PartOfDocument):
    """A structured part of a document: a line of a SWOT analysis, a risk domain, a table. ``content`` is what
    :mod:`filrouge.domain.model.plan_json` makes of it, without its id, section and origin."""

    section = models.ForeignKey(Section, on_delete=models.SET_NULL, null=True, blank=True, related_name="blocks")
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in BLOCK_KINDS])
    content = ExactJSONField(default=dict)

    class Meta(PartOfDocument.Meta):
        indexes = (models.Index(fields=("document", "kind", "position")),)

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


@audited()
class Act(Record):
    """What happened to the document on record: by which body, on which day (null when only the body is known), under
    which reference, for which version."""

    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="acts")
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in ACT_KINDS])
    on = models.DateField(null=True, blank=True)
    body = models.CharField(max_length=300, blank=True)
    reference = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)
    number = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("on", "id")

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


class Version(models.Model):
    """A sealed version: the canonical JSON of the whole document and its SHA-256. Never changes (a trigger sees to
    it)."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="sealed")
    number = models.PositiveIntegerField()
    content = models.TextField()
    digest = models.CharField(max_length=64)
    sealed_at = models.DateTimeField(auto_now_add=True)
    sealed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("document", "number"), name="one_version_a_number"),)
        triggers = (pgtrigger.Protect(name="sealed", operation=pgtrigger.Update | pgtrigger.Delete),)

    def __str__(self) -> str:
        return f"{self.document_id} v{self.number}"
