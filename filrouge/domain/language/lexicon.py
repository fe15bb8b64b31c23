"""The words by which readers and rules know things, one lexicon per language. Data stand in fr, nl, de and en.

Words are written as the language writes them; a phrase may end in ``*``, any ending of its last word. They are
looked for with :func:`filrouge.domain.language.words.phrases` in text made plain by
:func:`filrouge.domain.language.words.flat`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

Phrases = tuple[str, ...]


@dataclass(frozen=True)
class DateWords:
    """How a language writes dates. ``months`` January first, full names before short ones; ``seasons`` spring, summer,
    autumn; ``firsts`` what stands before a part of the year (``fin``, ``mi-``), by ``start``, ``middle`` and
    ``end``; ``ordinals`` the first four; ``links`` may stand between the part and the year (``de``, ``du``, ``van
    het jaar``)."""

    months: tuple[Phrases, ...]
    quarters: Phrases
    halves: Phrases
    seasons: tuple[Phrases, Phrases, Phrases]
    firsts: Mapping[str, Phrases]
    ordinals: tuple[Phrases, Phrases, Phrases, Phrases]
    last: Phrases
    links: Phrases


@dataclass(frozen=True)
class DeadlineWords:
    """How a language bounds when something must be done.

    ``leads`` bound before any date (``d'ici``); ``before`` those of them after which the date itself is too late;
    ``starts`` say from when (``à partir du``), which bounds
    nothing; ``weak`` bound only in a statement of what will be done (``en 2024``); ``after`` follow the date (``at the
    latest``); ``spans`` stand before a length of time (``dans un délai de``) and ``units`` end it; ``ends`` name
    the end of something (``la fin de l'année``), ``own_ends`` the end of the plan or the mandate itself and
    ``middles`` its middle, ``feasts`` a day or a season of the year; ``moments`` name another
    bound without a day (``dans l'année``); ``periodic`` say how often; ``notices`` announce a date in a table or a
    line of facts (``échéance``); ``past`` words, and ``past_form`` (a regular expression on the text itself), make
    a statement one about what was done; ``stated`` verbs one about what is; ``accented`` leads bound only when
    written with their accent (Dutch ``vóór``, which without it may mean *for*); ``cited`` words make a date that of
    a text or a count.
    """

    leads: Phrases
    before: Phrases
    starts: Phrases
    weak: Phrases
    after: Phrases
    spans: Phrases
    units: Phrases
    ends: Phrases
    own_ends: Phrases
    middles: Phrases
    feasts: Phrases
    moments: Phrases
    periodic: Phrases
    notices: Phrases
    past: Phrases
    past_form: str
    future_form: str
    stated: Phrases
    accented: Phrases
    cited: Phrases


@dataclass(frozen=True)
class FactWords:
    """What a document says of itself.

    ``adopted`` verbs and nouns of adoption; ``drafts`` words that put it off; ``bodies`` who adopts, as they are
    named; ``sessions`` words about the meeting and the vote;
    ``itself`` words by which a text speaks of itself; ``spell`` words that introduce a period; ``plans``
    names of plans and letters by family (``letter``, ``zonal``, ``national``, ``strategic``, ``operational``,
    ``integrity``, ``policy``); ``other_plans`` words that say that a plan is another one (former, next); ``terms``
    words about a mandate and its length, ``years`` its unit; ``starts`` words before the day on which a mandate
    begins; ``acts`` kinds of legal texts, ``of`` what stands between an act and its date, ``tails`` words that
    begin its title; ``article_words`` for articles; ``codes`` short names of laws; ``entities`` words that begin
    the name of a body or service.
    """

    adopted: Phrases
    bodies: Phrases
    sessions: Phrases
    spell: Phrases
    plans: Mapping[str, Phrases]
    tails: Phrases
    drafts: Phrases
    itself: Phrases
    other_plans: Phrases
    terms: Phrases
    years: Phrases
    starts: Phrases
    acts: Phrases
    of: Phrases
    article_words: Phrases
    codes: Phrases
    entities: Phrases


@dataclass(frozen=True)
class FigureWords:
    """Figures. ``bounds`` words before the least or the most of something; ``ages`` words before the age of
    a person and ``aged`` after it; ``the`` definite articles, after which a number word names a known set; ``counted``
    nouns that make a number word a count; ``units`` of figures, ``scales`` with their power of
    ten; ``measures`` words that name a measured quantity; ``ranges`` what stands between two ends; ``numbered``
    words after which a figure is a name (article, page, phone); ``measured`` verbs of counting; ``unmeasured``
    words before a measure that make it vague ("a large number of"); ``labels`` announce an indicator; ``stops`` end
    the name of one; ``joins`` stand between a measure and its value."""

    bounds: Phrases
    ages: Phrases
    aged: Phrases
    the: Phrases
    counted: Phrases
    units: Phrases
    scales: Mapping[str, int]
    measures: Phrases
    ranges: Phrases
    numbered: Phrases
    measured: Phrases
    unmeasured: Phrases
    labels: Phrases
    stops: Phrases
    joins: Phrases


@dataclass(frozen=True)
class Lexicon:
    """The words of one language.

    ``stop_words`` folded; ``numbers`` number words and what they are worth (from one to twelve and round ones);
    ``swot`` headings of a SWOT analysis by kind, each singular and plural; ``possessives`` and ``are`` words that may
    surround such a heading ("Nos forces sont"); ``lead_in_verbs`` and ``lead_in_endings`` announce a list;
    ``abbreviations`` end in a full stop that ends no sentence; ``headings`` words that name a division, by kind
    (``chapter``, ``part``, ``title``, ``section``, ``annex``, ``table``, ``figure``, ``theme``); ``everyone`` who
    answers when all do; ``vague_deadlines`` speak of time without bounding it; ``later`` announce what is still to
    come; ``means``, ``integrity`` what is made available, what integrity policies are called; ``obligations`` words
    that bind (shall, must, we will).
    """

    language: str
    stop_words: frozenset[str]
    numbers: Mapping[str, int]
    swot: Mapping[str, Phrases]
    possessives: Phrases
    are: Phrases
    lead_in_verbs: Phrases
    lead_in_endings: Phrases
    abbreviations: Phrases
    headings: Mapping[str, Phrases]
    everyone: Phrases
    vague_deadlines: Phrases
    later: Phrases
    means: Phrases
    integrity: Phrases
    obligations: Phrases
    dates: DateWords
    deadlines: DeadlineWords
    facts: FactWords
    figures: FigureWords


def listed(text: str) -> Phrases:
    """The phrases that bars or line ends part, in order, each once."""
    found = (" ".join(part.split()) for part in re.split(r"[|\n]", text))
    return tuple(dict.fromkeys(part for part in found if part))


def spaced(text: str) -> Phrases:
    """The words that spaces part, in order."""
    return tuple(text.split())


@lru_cache(maxsize=4)
def lexicon(language: str) -> Lexicon:
    """The lexicon of fr, nl, de or en. Raises KeyError for another language."""
    if language not in ("fr", "nl", "de", "en"):
        raise KeyError(language)
    found: Lexicon = import_module(f"filrouge.domain.language.{language}").LEXICON
    return found


@lru_cache(maxsize=1)
def lexicons() -> tuple[Lexicon, ...]:
    """The lexicons of the four languages, in the order of the interface."""
    return tuple(lexicon(language) for language in ("fr", "nl", "de", "en"))
