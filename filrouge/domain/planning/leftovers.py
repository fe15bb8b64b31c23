"""What a paragraph says beyond the parts that were read from it: so that no word of a document is lost.

A statement takes its number, its words, its owners and its dates out of a paragraph; a table takes its figures. What
stands there besides must be kept somewhere. Left out are only the words that the part's own fields say: the name of
its level (its ``kind``), the head of a line about its owner or its date, the small words between the names of units.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from filrouge.domain.language.lexicon import lexicon
from filrouge.domain.language.words import flat, fold
from filrouge.domain.model import Framework
from filrouge.domain.reading.attributes import role_of_head, split_attributes
from filrouge.domain.reading.owners import owners_only

_WORD = re.compile(r"[^\W_]+")
_FIELDS = {"owner", "due"}
_TITLES = frozenset("intitule titre libelle objet omschrijving benaming naam titel bezeichnung title name".split())
_NUMBERING = frozenset("n no nr num numero nummer".split())


class Holding:
    """The words that a part holds, used up as the paragraphs it was read from are gone through."""

    def __init__(self, texts: Iterable[str], said: frozenset[str], language: str) -> None:
        self._left = Counter(word for one in texts for word in words_of(one))
        self._said = said | _small(language) | _TITLES | _NUMBERING

    def says(self, text: str) -> bool:
        """Whether a line only gives attributes that the part holds (``Owner: HR``, or units alone); they are then used
        up."""
        before, values = split_attributes(text)
        if owners_only(text):
            before, values = "", {"owner": text}
        if before or not values or not values.keys() <= _FIELDS:
            return False
        inside = Counter(word for one in values.values() for word in words_of(one))
        if inside - self._left - Counter(dict.fromkeys(self._said, len(text))):
            return False
        self._left -= inside
        return True

    def holds(self, text: str) -> bool:
        """Whether the part holds all words of a text; they are then used up."""
        inside = Counter(words_of(text))
        if not inside or inside - self._left:
            return False
        self._left -= inside
        return True

    def leftover(self, text: str) -> str:
        """The words of a paragraph that the part does not hold, in their order; all of it when it holds none of them.

        Empty when nothing is left but what the part's fields say.
        """
        left: list[list[int]] = []
        held = 0
        fresh = True
        for match in _WORD.finditer(flat(text)):
            if self._left[match[0]] > 0:
                self._left[match[0]] -= 1
                held += 1
                fresh = True
            elif fresh:
                left.append([match.start(), match.end()])
                fresh = False
            else:
                left[-1][1] = match.end()
        if not held:
            return text
        pieces = [text[start:end] for start, end in left]
        return " … ".join(one for one in pieces if not self._is_said(one))

    def _is_said(self, words: str) -> bool:
        """Whether the part's fields say these words: its level, the head of its owners or of its date."""
        return role_of_head(words) in _FIELDS or set(words_of(words)) <= self._said


def words_of(text: str) -> list[str]:
    """The words and numbers of a text without case and accents, hyphens and apostrophes cut."""
    return _WORD.findall(flat(text))


@lru_cache(maxsize=4)
def _small(language: str) -> frozenset[str]:
    return frozenset(fold(word) for word in lexicon(language).stop_words)


def level_words(framework: Framework | None, kind: str, number: str = "") -> frozenset[str]:
    """The words by which a framework calls a level (``strategic objective``, ``SO``, with the number ``SO4``): a part
    says them by its kind and its number."""
    found: set[str] = set()
    for level in framework.levels if framework else ():
        if level.kind == kind:
            for name in level.names.all():
                words = words_of(name)
                initials = "".join(word[0] for word in words)
                found.update((*words, initials, f"{initials}{number}"))
    return frozenset(found)
