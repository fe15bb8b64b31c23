"""Statements in running text: sentences and list items by which the author binds himself.

:func:`with_running` finds them; :func:`judge` tells for one sentence whether it binds, to what kind of statement,
how surely, and by which words.
"""

from __future__ import annotations

from filrouge.domain.reading.prose.finding import with_running
from filrouge.domain.reading.prose.judging import Judgement, judge

__all__ = ["Judgement", "judge", "with_running"]
