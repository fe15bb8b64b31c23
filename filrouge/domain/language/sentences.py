"""Where sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filrouge.domain.language.words import fold

_END = re.compile(r"(?<=[.!?…])((?:[\"»”’)\]]|[ \u00a0\u202f]»)*)\s+(?=[\"«“‘(\[]?[A-ZÀ-ÖØ-Þ0-9])")
_LONGEST_WORD = 40


def sentence_spans(text: str, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The offsets of the sentences of a paragraph, closing quotation marks and brackets included. ``abbreviations``,
    folded, end in a full stop that ends none."""
    start = 0
    for end in _END.finditer(text):
        last = text[max(start, end.start() - _LONGEST_WORD) : end.start()].rstrip(".").rsplit(None, 1)
        word = fold(last[-1]).lstrip("(«\"'") if last else ""
        if text[end.start() - 1] == "." and (word in abbreviations or _is_ordinal_or_initial(word)):
            continue
        yield start, end.end(1)
        start = end.end()
    if text[start:].strip():
        yield start, len(text)


def _is_ordinal_or_initial(word: str) -> bool:
    """A full stop after ``14`` (as in ``14. Mai``) or ``M`` mostly ends no sentence."""
    return (len(word) == 1 and word.isalpha()) or (len(word) < 3 and word.isdigit())
