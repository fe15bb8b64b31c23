"""PDF files: the text is rebuilt from where the characters stand."""

from __future__ import annotations

from filrouge.formats.readers.pdf.document import read

__all__ = ["read"]
