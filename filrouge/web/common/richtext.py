"""The one place where HTML of an author becomes part of a page."""

from __future__ import annotations

from django.utils.safestring import SafeString, mark_safe

from filrouge.apps.documents.richtext import clean


def safe(html: str) -> SafeString:
    """A stored body, cleaned once more: what stands in the database is not trusted to have come through a form."""
    return mark_safe(clean(html))  # noqa: S308 - cleaned
