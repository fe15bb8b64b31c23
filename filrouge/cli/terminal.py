"""How wide the terminal is, and whether it shows colours."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from filrouge.formats.writers import Look

_NARROWEST, _WIDEST = 40, 100


def look(output: Path | None) -> Look:
    """Colours only on a terminal that can show them and whose owner does not refuse them (NO_COLOR)."""
    terminal = output is None and sys.stdout.isatty()
    colour = terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    width = shutil.get_terminal_size((80, 24)).columns
    return Look(max(_NARROWEST, min(width, _WIDEST)), colour)
