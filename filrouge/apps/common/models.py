"""What every stored object has, and the index by which words are found again."""

from __future__ import annotations

import uuid

import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models


class Record(models.Model):
    """A stored object with an id that never changes and a version that grows with each edit."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True

    @property
    def key(self) -> str:
        """The id as the domain and addresses have it."""
        return str(self.pk)


class SearchEntry(models.Model):
    """The words of one part of a document in one language, written by triggers on the tables of the parts
    (``coherence/migrations/0003_search_entries.py``): who may see them is decided by the document. ``found`` is filled
    by a trigger too, in the language's own inflection and without accents; ``plain`` is what misspelt words are
    compared with. In Dutch and German ``stems`` holds the words as they stand in ``found``, each between spaces: what
    the tails of compound words are found by."""

    entity_id = models.UUIDField()
    document_id = models.UUIDField(db_index=True)
    part_id = models.UUIDField()
    kind = models.CharField(max_length=20)
    language = models.CharField(max_length=2)
    title = models.TextField(blank=True)
    text = models.TextField(blank=True)
    found = SearchVectorField(null=True, editable=False)
    plain = models.TextField(blank=True, editable=False)
    stems = models.TextField(blank=True, default="", editable=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("part_id", "language"), name="one_entry_a_part_and_language"),)
        indexes = (
            GinIndex(fields=("found",), name="search_found"),
            GinIndex(fields=("plain",), name="search_plain", opclasses=("gin_trgm_ops",)),
            GinIndex(fields=("stems",), name="search_stems", opclasses=("gin_trgm_ops",)),
            models.Index(fields=("entity_id", "language")),
        )
        triggers = (
            pgtrigger.Trigger(
                name="find_words",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func=(
                    "NEW.found := setweight(to_tsvector(('filrouge_' || NEW.language)::regconfig, NEW.title), 'A')"
                    " || setweight(to_tsvector(('filrouge_' || NEW.language)::regconfig, NEW.text), 'B');"
                    " NEW.plain := lower(unaccent(NEW.title || ' ' || NEW.text));"
                    " NEW.stems := CASE WHEN NEW.language IN ('nl', 'de')"
                    " THEN ' ' || array_to_string(tsvector_to_array(NEW.found), ' ') || ' ' ELSE '' END; RETURN NEW;"
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.part_id} ({self.language})"
