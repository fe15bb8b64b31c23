"""Reading: from what a file holds to a document. Everything is driven by general form and by the frameworks' data."""

from filrouge.domain.reading.pipeline import read

__all__ = ["read"]
