"""What makes a sentence bind its author, or keeps it from doing so: one table of words a language.

An entry of a table is two lines: a role with its weight and its phrases, then an example behind a guillemet. Phrases
are written as in :mod:`filrouge.domain.language.lexicon`. Roles that bind, with the kind of statement they speak for:
``binds`` (the author undertakes: commitment), ``aims`` (what is to be reached: objective), ``must`` (what is owed:
commitment, or action where something is done to a thing), ``will`` (what is going to be done: action), ``matters`` and
``believes`` (a principle or an attitude: value). Their weight is how sure they are alone, 0..1. Roles that unbind:
``defines`` (says what a thing is), ``refuses`` (says what is not taken on), ``supposes`` (a condition or a
possibility), ``charges`` (a duty that the law gives), ``others`` (who is bound is somebody else), ``cites`` (somebody
else's words), ``presents`` (speaks of the document itself). Their weight is taken off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

from filrouge.domain.language.lexicon import Phrases, listed
from filrouge.domain.language.words import any_of

BINDING = {"binds": "commitment", "aims": "objective", "must": "commitment", "will": "action",
           "matters": "value", "believes": "value"}  # fmt: skip
UNBINDING = frozenset({"defines", "refuses", "supposes", "charges", "others", "cites", "presents"})
_ENTRY = re.compile(r"(?P<role>[a-z]+) (?P<weight>0\.\d+|1):(?P<phrases>[^»]+)»(?P<example>[^\n]+)")


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry of a table."""

    role: str
    weight: float
    phrases: Phrases
    example: str


@dataclass(frozen=True, slots=True)
class FoundCue:
    """A cue where it stands in a sentence."""

    cue: Cue
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class ProseWords:
    """The words of one language.

    ``cues`` the table. The others are regular expressions on flat text: ``future`` for verbs whose form alone is a
    future; ``first`` for what begins a measure that is noted without a subject (an infinitive, a noun of action) and
    ``last`` for what ends it; ``denial`` for a negation with its verb; ``condition`` for what makes all that follows
    hang on something; ``says`` for verbs by which somebody is quoted; ``called`` for what a heading or a lead-in calls
    the statements below it, by kind; ``told`` for one that announces what was done; ``henceforth`` for words by which
    the present tense speaks of what is to come; ``past`` for verbs whose form tells what was. ``last`` is looked for in
    the text itself.
    """

    cues: tuple[Cue, ...]
    future: str
    first: str
    last: str
    denial: str
    condition: str
    says: str
    called: Mapping[str, str]
    told: str
    henceforth: str
    past: str

    def found(self, flat_text: str) -> Iterator[FoundCue]:
        """The cues of a flat sentence in order, the longest where several begin at one place."""
        pattern, by_group = _compiled(self.cues)
        for match in pattern.finditer(flat_text):
            assert match.lastgroup is not None
            yield FoundCue(by_group[match.lastgroup], *match.span())


@lru_cache(maxsize=8)
def _compiled(cues: tuple[Cue, ...]) -> tuple[re.Pattern[str], dict[str, Cue]]:
    groups = {f"c{rank}": cue for rank, cue in enumerate(cues)}
    parts = (f"(?P<{name}>{any_of(cue.phrases)})" for name, cue in groups.items())
    return re.compile("|".join(parts)), groups


def table(text: str) -> tuple[Cue, ...]:
    """The cues of a table. Raises ValueError for an entry with a role or a weight that there is not."""
    cues = []
    for entry in _ENTRY.finditer(text):
        if entry["role"] not in BINDING and entry["role"] not in UNBINDING:
            raise ValueError(f"no role: {entry[0].strip()}")
        phrases = listed(entry["phrases"].replace("\n", "|"))
        cues.append(Cue(entry["role"], float(entry["weight"]), phrases, entry["example"].strip()))
    return tuple(cues)


@lru_cache(maxsize=4)
def prose_words(language: str) -> ProseWords:
    """The words for fr, nl, de or en. Raises KeyError for another language."""
    if language not in ("fr", "nl", "de", "en"):
        raise KeyError(language)
    found: ProseWords = import_module(f"filrouge.domain.reading.prose.lexicons.{language}").WORDS
    return found
