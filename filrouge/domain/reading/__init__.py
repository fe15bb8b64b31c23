"""Reading: from what a file holds to a document. Everything is driven by general form and by the frameworks' data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from filrouge.domain.model import Document, Framework
    from filrouge.domain.reading.blocks import Extract

__all__ = ["read"]


def read(extract: Extract, frameworks: Sequence[Framework], framework: str | None = None) -> Document:
    """Read a document from what a file reader extracted.

    ``frameworks`` are those it may answer to; ``framework`` the urn or kind of one, when the caller knows it, else it
    is
    recognised. Raises KeyError when ``framework`` names none of them.
    """
    from filrouge.domain.reading.pipeline import read_document  # costs 50 ms that a plain `--help` need not pay

    return read_document(extract, frameworks, framework)
