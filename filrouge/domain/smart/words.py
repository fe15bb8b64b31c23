"""Verbs of objectives, and what they promise; words that name nothing in particular. One table a language.

An entry of a table is two lines: what it is and its phrases, then an example behind a guillemet. Phrases are written as
in :mod:`filrouge.domain.language.lexicon`. What it is: ``firm`` (it says what is done or what will be different) or
``vague`` (mere care, support or striving) or ``aims`` (it points at what follows: vague until that has a figure), then
the kind of commitment (``effort``, ``resource``, ``result``), then
``seen`` when whether it was done can be seen without counting (something is opened, published, adopted).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

from filrouge.domain.language.lexicon import Phrases, listed
from filrouge.domain.language.words import any_of, flat

_ENTRY = re.compile(r"(?P<kinds>[a-z]+ [a-z]+(?: [a-z]+)?):(?P<phrases>[^»]+)»(?P<example>[^\n]+)")


@dataclass(frozen=True, slots=True)
class Verb:
    """One line of a table."""

    phrases: Phrases
    firm: bool
    commitment: str
    seen: bool
    example: str
    aims: bool = False


@dataclass(frozen=True, slots=True)
class FoundVerb:
    """A verb where it stands in a text."""

    verb: Verb
    start: int
    end: int


@dataclass(frozen=True)
class SmartWords:
    """The words of one language: its verbs, objects that say nothing of what is meant (``quality``), and the small
    words with which a new word group begins (``before``, ``with``; not ``of``, which goes on with one), flat.
    ``every`` stands before each of a set that can be counted, ``one`` before a single thing, ``many`` before several.
    """

    verbs: tuple[Verb, ...]
    empty: Phrases
    opens: frozenset[str]
    every: Phrases
    one: Phrases
    many: Phrases

    def found(self, text: str) -> Iterator[FoundVerb]:
        """The verbs of a text in order, the longest where several begin at one place."""
        pattern, by_group = self._pattern()
        for match in pattern.finditer(flat(text)):
            assert match.lastgroup is not None
            yield FoundVerb(by_group[match.lastgroup], *match.span())

    def _pattern(self) -> tuple[re.Pattern[str], dict[str, Verb]]:
        return _compiled(self.verbs)

    def says_nothing(self) -> re.Pattern[str]:
        """Finds the empty words."""
        return _any(self.empty)

    def each(self) -> re.Pattern[str]:
        """Finds what stands before each of a set."""
        return _any(self.every)

    def single(self) -> re.Pattern[str]:
        """Finds what stands before a single thing."""
        return _any(self.one)

    def several(self) -> re.Pattern[str]:
        """Finds what stands before several things."""
        return _any(self.many)


@lru_cache(maxsize=8)
def _compiled(verbs: tuple[Verb, ...]) -> tuple[re.Pattern[str], dict[str, Verb]]:
    groups = {f"v{rank}": verb for rank, verb in enumerate(verbs)}
    parts = (f"(?P<{name}>{any_of(verb.phrases)})" for name, verb in groups.items())
    return re.compile("|".join(parts)), groups


@lru_cache(maxsize=32)
def _any(phrases: Phrases) -> re.Pattern[str]:
    return re.compile(any_of(phrases))


def table(text: str, goes_on: tuple[str, ...] = ()) -> tuple[Verb, ...]:
    """The verbs of a table. A single word that ends as one of ``goes_on`` may go on (the French future is the
    infinitive with an ending). Raises ValueError for an entry that is not well made."""
    verbs = []
    for entry in _ENTRY.finditer(text):
        force, commitment, *seen = entry["kinds"].split()
        if force not in ("firm", "vague", "aims") or commitment not in ("effort", "resource", "result"):
            raise ValueError(f"not well made: {entry[0].strip()}")
        phrases = tuple(
            f"{phrase}*" if " " not in phrase and goes_on and phrase.endswith(goes_on) else phrase
            for phrase in listed(entry["phrases"].replace("\n", " "))
        )
        example = entry["example"].strip()
        verbs.append(Verb(phrases, force == "firm", commitment, seen == ["seen"], example, force == "aims"))
    return tuple(verbs)


@lru_cache(maxsize=4)
def smart_words(language: str) -> SmartWords:
    """The words for fr, nl, de or en. Raises KeyError for another language."""
    if language not in ("fr", "nl", "de", "en"):
        raise KeyError(language)
    found: SmartWords = import_module(f"filrouge.domain.smart.lexicons.{language}").WORDS
    return found
