"""What words about time and amount resolve to: shown to whoever writes them before it is saved, never invented."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from filrouge.domain.language.quantities import find_quantities
from filrouge.domain.reading.deadlines import due_date


def resolved_deadline(words: str, language: str, period: tuple[dt.date, dt.date] | None) -> dt.date | None:
    """The day by which something is due, or None when the words name none ("in due course"). ``period`` is the plan's
    own, to which "the end of the mandate" refers."""
    return due_date(words, language, period) if words.strip() else None


def resolved_quantity(words: str, language: str) -> tuple[Decimal, str] | None:
    """The first amount that the words state, with its unit (empty where they give none), or None."""
    found = next(iter(find_quantities(words, language)), None)
    return (found.value, found.unit or "") if found else None
