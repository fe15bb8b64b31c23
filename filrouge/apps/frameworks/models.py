"""What the library brought. The service that loads it is the only writer."""

from __future__ import annotations

import uuid

from django.db import models

LIBRARY_KINDS = ("framework", "plan")


class LibraryItem(models.Model):
    """One version of a framework or of a reference plan, as its YAML text. ``current`` is the one offered for new
    documents; others stay for the documents that answer to them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    urn = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in LIBRARY_KINDS])
    slug = models.CharField(max_length=80)
    version = models.PositiveIntegerField()
    text = models.TextField()
    digest = models.CharField(max_length=64)
    current = models.BooleanField(default=True)
    loaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("urn", "-version", "-loaded_at")
        constraints = (
            models.UniqueConstraint(fields=("urn", "digest"), name="one_item_a_text"),
            models.UniqueConstraint(fields=("urn",), condition=models.Q(current=True), name="one_current_item"),
        )

    def __str__(self) -> str:
        return f"{self.urn} {self.version}"
