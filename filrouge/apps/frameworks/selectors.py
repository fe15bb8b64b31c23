"""Frameworks and reference plans as the library brought them, in any version kept."""

from __future__ import annotations

import tempfile
from functools import lru_cache
from pathlib import Path

from django.db.models import QuerySet

from filrouge.apps.frameworks.models import LibraryItem
from filrouge.domain.model import Framework, ReferencePlan
from filrouge.library.framework_file import load_framework
from filrouge.library.plan_file import load_plan


def current_frameworks() -> QuerySet[LibraryItem]:
    """The frameworks offered for new documents. They are no secret: no user is asked for."""
    return LibraryItem.objects.filter(kind="framework", current=True)


def framework_of(item: LibraryItem) -> Framework:
    """The framework of an item of the library, whichever its version."""
    return _framework(item.slug, item.digest, item.text)


def plan_of_library(item: LibraryItem) -> ReferencePlan:
    """The reference plan of an item of the library, whichever its version."""
    return _plan(item.slug, item.digest, item.text)


@lru_cache(maxsize=64)
def _framework(slug: str, digest: str, text: str) -> Framework:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{slug}.yaml"
        file.write_text(text, encoding="utf-8")
        return load_framework(file)


@lru_cache(maxsize=16)
def _plan(slug: str, digest: str, text: str) -> ReferencePlan:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{slug}.yaml"
        file.write_text(text, encoding="utf-8")
        return load_plan(file)
