"""OpenDocument texts (odt, ott, fodt), read from their XML."""

from __future__ import annotations

from filrouge.formats.readers.odt.body import read, read_archive

__all__ = ["read", "read_archive"]
