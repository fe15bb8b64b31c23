"""The words that an office suite puts in for a picture, which nobody wrote: told by the phrase they end with."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: What Word says of its own accord at the end of such a text, in the four languages, as it spells it.
_MADE = re.compile(
    r"(?:Description générée automatiquement|Automatisch gegenereerde beschrijving|Automatisch generierte Beschreibung"
    r"|(?:Description a|A)utomatically generated(?: description)?"
    r"|Le contenu généré par l['’]IA peut être incorrect|KI-generierte Inhalte können fehlerhaft sein"
    r"|Door AI gegenereerde inhoud is mogelijk onjuist|AI-generated content may be incorrect)\s*\.?\s*[\])}]?$"
)
_LONGEST = 250
_LINES_ABOVE = 3


def picture_lines(texts: Sequence[str]) -> frozenset[int]:
    """The ranks of the lines that only describe a picture: those that end with such a phrase, and those above up to
    the bracket that it closes. A sentence that stands before the phrase in its line keeps the whole line."""
    found: set[int] = set()
    for rank, text in enumerate(texts):
        match = _MADE.search(text) if len(text) <= _LONGEST else None
        if match is None:
            continue
        before = text[: match.start()].rstrip()
        if before.lstrip("[({").rstrip(" .,:-–—").count(". "):
            continue
        found.add(rank)
        if text[-1] in "])}" and before[:1] not in tuple("[({"):
            found.update(_opened_above(texts, rank))
    return frozenset(found)


def _opened_above(texts: Sequence[str], rank: int) -> range:
    """The lines from the one that opens the bracket closed in this one; none when it is not right above."""
    for above in range(rank - 1, max(-1, rank - 1 - _LINES_ABOVE), -1):
        if texts[above][:1] in tuple("[({"):
            return range(above, rank)
        if texts[above][-1:] in tuple("])}.;:"):
            break
    return range(0)
