"""Whether a sentence binds its author, to what, and by which words.

The words of :mod:`filrouge.domain.reading.prose.cues` speak for it or against it: the strongest that binds gives the
sureness, those that unbind take theirs off. Negation, condition, quotation, definition, duties of others and what is
past do not bind (the reading contract says what counts as what). The kind follows the rules by which documents are
labelled in the tests: what the document calls it, then a principle, then who is the subject, then the verb.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from filrouge.domain.language.actors import FOREIGN, SIGNATORY, UNIT, WHOLE, Actor, actors, subject
from filrouge.domain.language.lexicon import Lexicon, lexicon
from filrouge.domain.language.words import flat, phrases, tokens
from filrouge.domain.reading.deadlines import find_deadlines
from filrouge.domain.reading.prose.cues import BINDING, FoundCue, ProseWords, prose_words
from filrouge.domain.smart.words import FoundVerb, smart_words

LEAST = 0.5  # how sure it must be that a sentence binds
_SHORTEST, _LONGEST = 3, 120  # words
_QUOTED = re.compile(r"^\s*[«“„\"‘].*[»”“\"’]\s*[.!…]?\s*$", re.DOTALL)
_SPOKEN = re.compile(r"[«“„\"][^«»“”„\"]{12,}[»”“\"]")
_TAIL = re.compile(r"(?:\s*\([^()]*\)|,\s.*)$", re.DOTALL)  # what follows the measure: who, when, with what
_CUT = re.compile(r"[,;:.]")
_FIGURES = re.compile(r"^[\W\d]*$")


@dataclass(frozen=True, slots=True)
class Judgement:
    """A sentence that binds: its kind (``commitment``, ``objective``, ``action``, ``value``), how surely (0..1), and
    the words that say so, as offsets into the sentence; ``role`` is that of the cue, ``noted`` for a measure without a
    subject."""

    kind: str
    sureness: float
    words: tuple[tuple[int, int], ...]
    role: str


@dataclass(frozen=True)
class _Sentence:
    """A sentence with what was found in it."""

    text: str
    plain: str
    language: str
    cues: tuple[FoundCue, ...]
    verbs: tuple[FoundVerb, ...]
    words: ProseWords
    known: Lexicon

    @property
    def past(self) -> bool:
        """It tells what was done."""
        past = self.known.deadlines
        return bool(phrases(*past.past).search(self.plain) or re.search(past.past_form, self.text.lower()))

    @property
    def masked(self) -> str:
        """Its plain words without those between quotation marks, which somebody else may have said."""
        return _SPOKEN.sub(lambda match: " " * len(match[0]), self.plain)


def judge(text: str, language: str, *, listed: bool = False, called: str = "") -> Judgement | None:
    """What a sentence binds to, or None.

    ``listed``: an item of a list, which may be noted without a subject; ``called``: the kind that the heading or the
    lead-in above gives to all that stands below it. Raises KeyError for a language that is not fr, nl, de or en.
    """
    count = len(tokens(text))
    if count > _LONGEST or count < (2 if listed or called else _SHORTEST) or _asks_or_quotes(text):
        return None
    words = prose_words(language)
    plain = flat(text)
    bare = _SPOKEN.sub(lambda match: " " * len(match[0]), plain)
    sentence = _Sentence(
        text,
        plain,
        language,
        tuple(words.found(bare)),
        tuple(smart_words(language).found(text)),
        words,
        lexicon(language),
    )
    found = _bound(sentence) or (_noted(sentence, called) if listed or called else None) or _planned(sentence)
    found = found or _held(sentence, called)
    if found is None:
        return None
    if called and found.role != "aims":
        found = Judgement(called, max(found.sureness, 0.75), found.words, found.role)
    sureness = found.sureness - _against(sentence, found)
    return None if sureness < LEAST else Judgement(found.kind, round(sureness, 2), found.words, found.role)


def _asks_or_quotes(text: str) -> bool:
    return text.rstrip(" »”\"')]").endswith("?") or bool(_QUOTED.match(text)) or bool(_FIGURES.match(text))


def _bound(sentence: _Sentence) -> Judgement | None:
    """By its strongest cue, or by a verb in the future."""
    cues = [one for one in sentence.cues if one.cue.role in BINDING]
    future = _compiled(sentence.words.future).search(sentence.masked)
    best = max(cues, key=lambda one: one.cue.weight, default=None)
    if best is None and future is None:
        return None
    if future is not None and best is not None and best.start <= future.start() < best.end:
        future = None  # the words of the cue themselves
    if best is None or (future is not None and best.cue.weight < 0.7):
        assert future is not None
        return Judgement(_kind(sentence, future.start(), "will"), 0.75, (future.span(),), "will")
    if best.cue.weight < LEAST and not find_deadlines(sentence.text, sentence.language, 0, None):
        return None
    kind = BINDING[best.cue.role]
    if best.cue.role in {"must", "will", "binds"}:
        kind = _kind(sentence, best.start, best.cue.role)
    sureness = max(best.cue.weight, 0.6) if best.cue.weight < LEAST else best.cue.weight
    return Judgement(kind, sureness, ((best.start, best.end),), best.cue.role)


def _kind(sentence: _Sentence, verb: int, role: str) -> str:
    """A commitment where the author, the organisation or one of its units is the subject; else by the verb: a state or
    a change to be reached is an objective, something to be done an action."""
    if role == "binds":
        return "commitment"
    actor = _subject(sentence, verb)
    if actor is not None and actor.role in {SIGNATORY, WHOLE, UNIT}:
        return "commitment"
    return _by_verb(sentence)


def _by_verb(sentence: _Sentence) -> str:
    named = [one.verb for one in sentence.verbs]
    first = next((verb for verb in named if verb.firm), named[0] if named else None)
    return "objective" if first is not None and first.commitment == "result" and not first.seen else "action"


def _subject(sentence: _Sentence, verb: int) -> Actor | None:
    return subject(sentence.text, sentence.language, verb)


def _noted(sentence: _Sentence, called: str) -> Judgement | None:
    """A measure noted in a list without a subject: an infinitive or a noun of action. A last word that only looks like
    an infinitive counts where it is a known verb or where the list is said to hold statements."""
    begins = _compiled(sentence.words.first).match(sentence.plain.lstrip())
    bare = _TAIL.sub("", sentence.text.rstrip(" .;,")).rstrip(" .;,")
    ends = None if begins else _compiled(sentence.words.last).search(bare)
    if ends is not None and not called and sentence.language == "nl":
        known = any(one.end >= ends.start() for one in sentence.verbs)
        ends = ends if known or _compiled(r"(?:eren|igen|elen)$").search(ends[0]) else None
    chosen = begins or ends
    if chosen is None:
        return None
    named = bool(sentence.verbs)
    return Judgement(_by_verb(sentence), 0.8 if named else 0.7, (chosen.span(),), "noted")


def _planned(sentence: _Sentence) -> Judgement | None:
    """A plan told in the present tense: somebody of the organisation, or a thing with a day, and a time to come."""
    if sentence.past or _compiled(sentence.words.past).search(sentence.masked):
        return None
    due = find_deadlines(sentence.text, sentence.language, 0, None)
    later = _compiled(sentence.words.henceforth).search(sentence.masked)
    if not (due or later):
        return None
    at = due[0].place.start if due else later.start() if later else 0
    who = actors(sentence.text, sentence.language)
    own = next((one for one in who if one.role != FOREIGN), None)
    if own is not None:
        return Judgement(_kind(sentence, own.end, "will"), 0.7, ((at, at + 1),), "planned")
    if who or not any(one.date for one in due) or len(due) != 1:
        return None
    return Judgement(_by_verb(sentence), 0.55, ((at, at + 1),), "planned")


def _held(sentence: _Sentence, called: str) -> Judgement | None:
    """What a heading or a lead-in calls a statement is one, unless it tells what was or who else must."""
    if not called or sentence.past:
        return None
    return Judgement(called, 0.7, ((0, len(sentence.text)),), "called")


def _against(sentence: _Sentence, found: Judgement) -> float:
    """What speaks against it: refusals, conditions, duties of others, definitions, quotations, the past."""
    start = found.words[0][0]
    off = 0.0
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
    if found.role != "believes" and _denied(sentence, start):
        off = max(off, 0.9)
    if _compiled(sentence.words.condition).search(sentence.masked[: start + 1] or sentence.masked):
        off = max(off, 0.55)
    actor = _subject(sentence, start) if found.role not in {"noted", "called", "binds"} else None
    if actor is not None and actor.role == FOREIGN:
        off = max(off, 0.6)
    if sentence.past and found.role not in {"binds", "aims", "will"}:
        off = max(off, 0.45)
    if _SPOKEN.search(sentence.text) and _compiled(sentence.words.says).search(sentence.masked):
        off = max(off, 0.6)
    return off


def _denied(sentence: _Sentence, verb: int) -> bool:
    """Whether the verb itself is negated, in its own clause: what is not done binds nobody. "Not only" and "no later
    than" deny nothing."""
    plain = sentence.masked
    for match in _compiled(sentence.words.denial).finditer(plain):
        first, last = sorted((verb, match.start()))
        if match.start() <= verb < match.end() or not _CUT.search(plain, first, last):
            return True
    return False


@lru_cache(maxsize=64)
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)
