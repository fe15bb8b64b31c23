"""Whether a sentence binds its author, to what, and by which words.

The words of :mod:`filrouge.domain.reading.prose.cues` speak for it or against it: the strongest that binds gives the
kind and the sureness, those that unbind take theirs off. Negation, condition, quotation, definition, duties of others
and what is past do not bind (the reading contract says what counts as what).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from filrouge.domain.language.indicators import find_indicators
from filrouge.domain.language.lexicon import Lexicon, lexicon
from filrouge.domain.language.words import flat, phrases, tokens
from filrouge.domain.reading.prose.cues import BINDING, FoundCue, ProseWords, prose_words
from filrouge.domain.smart.words import FoundVerb, smart_words

LEAST = 0.5  # how sure it must be that a sentence binds
_SHORTEST, _LONGEST = 4, 120  # words
_QUOTED = re.compile(r"^\s*[«“„\"‘].*[»”“\"’]\s*[.!…]?\s*$", re.DOTALL)
_REPORTED = re.compile(r"[»”“\"]\s*,?\s+[a-z]")
_NEAR = 30  # characters before a cue within which a word of condition or refusal governs it


@dataclass(frozen=True, slots=True)
class Judgement:
    """A sentence that binds: its kind (``commitment``, ``objective``, ``action``, ``value``), how surely (0..1), and
    the words that say so, as offsets into the sentence."""

    kind: str
    sureness: float
    words: tuple[tuple[int, int], ...]
    role: str


@dataclass(frozen=True)
class _Sentence:
    """A sentence with what was found in it."""

    text: str
    plain: str
    cues: tuple[FoundCue, ...]
    verbs: tuple[FoundVerb, ...]
    words: ProseWords
    known: Lexicon

    @property
    def past(self) -> bool:
        """It tells what was done."""
        past = self.known.deadlines
        return bool(phrases(*past.past).search(self.plain) or re.search(past.past_form, self.text.lower()))


def judge(text: str, language: str, *, listed: bool = False) -> Judgement | None:
    """What a sentence binds to, or None. ``listed``: an item of a list, which may be noted without a subject.

    Raises KeyError for a language that is not fr, nl, de or en.
    """
    plain = flat(text)
    count = len(tokens(text))
    if count > _LONGEST or count < (2 if listed else _SHORTEST) or _asks_or_quotes(text):
        return None
    words = prose_words(language)
    sentence = _Sentence(
        text, plain, tuple(words.found(plain)), tuple(smart_words(language).found(text)), words, lexicon(language)
    )
    found = _bound(sentence) or (_noted(sentence) if listed else None)
    if found is None:
        return None
    sureness = found.sureness - _against(sentence, found)
    return None if sureness < LEAST else Judgement(found.kind, round(sureness, 2), found.words, found.role)


def _asks_or_quotes(text: str) -> bool:
    return text.rstrip(" »”\"')]").endswith("?") or bool(_QUOTED.match(text))


def _bound(sentence: _Sentence) -> Judgement | None:
    """By its strongest cue, or by a verb in the future."""
    cues = [one for one in sentence.cues if one.cue.role in BINDING]
    future = _future(sentence.words).search(sentence.plain)
    best = max(cues, key=lambda one: one.cue.weight, default=None)
    if best is None and future is None:
        return None
    if best is None or (future is not None and best.cue.weight < 0.7):
        assert future is not None
        kind = "commitment" if _own(sentence, future.start()) else "action"
        return Judgement(kind, 0.7, (future.span(),), "will")
    kind = BINDING[best.cue.role]
    if best.cue.role in {"must", "will"}:
        kind = _of_what_is_done(sentence, best)
    return Judgement(kind, best.cue.weight, ((best.start, best.end),), best.cue.role)


def _of_what_is_done(sentence: _Sentence, cue: FoundCue) -> str:
    """Something that is done to a thing is an action; what we must or shall do ourselves is a commitment."""
    if _own(sentence, cue.start):
        return "commitment"
    return "action" if _passive(sentence.words).search(sentence.plain, max(0, cue.start - 1)) else BINDING[cue.cue.role]


def _own(sentence: _Sentence, at: int) -> bool:
    """Whether the author or his organisation stands right around the verb."""
    return bool(phrases(*sentence.words.persons).search(sentence.plain, max(0, at - 40), at + 25))


def _noted(sentence: _Sentence) -> Judgement | None:
    """A measure noted in a list without a subject: an infinitive or a noun of action."""
    begins = _first(sentence.words).match(sentence.plain.lstrip())
    ends = None if begins else _last(sentence.words).search(sentence.plain.rstrip())
    if begins is None and ends is None:
        return None
    chosen = begins or ends
    assert chosen is not None
    named = next((one for one in sentence.verbs if begins is None or one.start <= 4), None)
    kind = "action"
    if named is not None and named.verb.commitment == "result" and not named.verb.seen:
        kind = "objective"
    return Judgement(kind, 0.8 if named else 0.65, (chosen.span(),), "noted")


def _against(sentence: _Sentence, found: Judgement) -> float:
    """What speaks against it: refusals, conditions, duties of others, definitions, quotations, the past."""
    off = 0.0
    start = found.words[0][0]
    for one in sentence.cues:
        cue = one.cue
        if cue.role in BINDING:
            continue
        if cue.role in {"defines", "others", "presents"} and one.start > start:
            continue  # only what stands before the verb is its subject
        if cue.role == "charges" and found.role == "binds":
            continue  # who undertakes what the law asks undertakes it all the same
        if cue.role == "supposes" and found.sureness >= 0.85 and one.start > start:
            continue  # the condition is that of a clause further on
        off = max(off, cue.weight)
    if sentence.past and found.role not in {"binds", "aims"}:
        off = max(off, 0.45)
    if _REPORTED.search(sentence.text):
        off = max(off, 0.3)
    return off


@lru_cache(maxsize=8)
def _future(words: ProseWords) -> re.Pattern[str]:
    return re.compile(words.future)


@lru_cache(maxsize=8)
def _passive(words: ProseWords) -> re.Pattern[str]:
    return re.compile(words.passive)


@lru_cache(maxsize=8)
def _first(words: ProseWords) -> re.Pattern[str]:
    return re.compile(words.first)


@lru_cache(maxsize=8)
def _last(words: ProseWords) -> re.Pattern[str]:
    return re.compile(words.last)
