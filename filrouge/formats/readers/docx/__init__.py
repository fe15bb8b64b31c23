"""Word files (docx, docm, dotx), read from their XML."""

from __future__ import annotations

from filrouge.formats.readers.docx.body import read
from filrouge.formats.readers.docx.package import main_part

__all__ = ["main_part", "read"]
