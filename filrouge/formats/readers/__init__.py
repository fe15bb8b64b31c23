"""From a file to an :class:`~filrouge.domain.reading.blocks.Extract`: its text, its blocks and their look."""

from __future__ import annotations

from filrouge.formats.readers.limits import Limits, Unreadable
from filrouge.formats.readers.reader import read_file

__all__ = ["Limits", "Unreadable", "read_file"]
