"""Which framework a document answers to, and how sure that is."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from filrouge.domain.language.lexicon import lexicon
from filrouge.domain.language.words import any_of, flat, fold, tokens
from filrouge.domain.model import Framework

_FIRST_PAGES = 3000  # characters in which a document says what it is
_LONGEST_HEADING = 90
_ALIKE = 0.7  # share of the words that two headings have in common for one to answer to the other
_TITLE_LINES = 5  # lines at the head among which the title stands
_TITLED = 2.5  # what it weighs that one of them is just the name of a kind of document, years aside
_YEARS = re.compile(r"[\s\d–—/.,:()-]+$")
_CALLED = 3  # times that a text says the name of a kind of document before it is likely to be one
_ENOUGH = 9.0  # evidence from which a framework is as good as sure, when no other competes
_LEAST = 0.25  # confidence under which nothing is said


@dataclass(frozen=True)
class _Evidence:
    """What a framework can be known by: titles of its sections (whole, as sets of words, and all words of these),
    marks, its own names (its title and its first two marks), names of its levels. Titles are folded, others flat."""

    titles: dict[str, str]
    bags: dict[frozenset[str], str]
    words: frozenset[str]
    marks: frozenset[str]
    own_names: frozenset[str]
    level_names: frozenset[str]


def detect_framework(
    text: str, headings: Sequence[str], language: str, frameworks: Sequence[Framework]
) -> tuple[Framework | None, float]:
    """The framework that the document answers to, and the confidence 0..1; None when nothing fits well enough.

    Evidence is: titles of its sections among ``headings``, its marks in the text (more on the first pages), the names
    of its levels. What several frameworks share weighs less. The confidence grows with the evidence and with the
    distance to the next framework. Raises KeyError for a language other than fr, nl, de, en.
    """
    if not frameworks:
        return None, 0.0
    evidence = [_evidence(framework, language) for framework in frameworks]
    plain = flat(text)
    scores = [
        headed + marked + levelled
        for headed, marked, levelled in zip(
            _by_headings(headings, evidence, language),
            _by_marks(plain, evidence),
            _by_levels(plain, evidence),
            strict=True,
        )
    ]
    ranked = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
    first = scores[ranked[0]]
    second = scores[ranked[1]] if len(ranked) > 1 else 0.0
    if first <= 0:
        return None, 0.0
    confidence = (1 - math.exp(-2.5 * first / _ENOUGH)) * min(1.0, 1.6 * (first - second) / first)
    confidence = round(max(0.0, min(0.99, confidence)), 3)
    return (frameworks[ranked[0]], confidence) if confidence >= _LEAST else (None, confidence)


@lru_cache(maxsize=64)
def _evidence(framework: Framework, language: str) -> _Evidence:
    """Names in the document's language, and in the others too: Belgian documents mix them, marks above all."""
    stop = lexicon(language).stop_words
    titles = {
        fold(name): section.id
        for section in framework.sections
        for name in (*section.title.all(), *section.aliases.all())
        if name
    }
    bags = {bag: section for title, section in titles.items() if len(bag := _bag(title, stop)) > 1}
    marks = framework.marks
    own = (*framework.title.all(), *(name for names in (marks.fr, marks.nl, marks.de, marks.en) for name in names[:2]))
    return _Evidence(
        titles=titles,
        bags=bags,
        words=frozenset(word for bag in bags for word in bag),
        marks=frozenset(flat(mark) for mark in (*marks.all(), *framework.title.all())),
        own_names=frozenset(flat(name) for name in own),
        level_names=frozenset(flat(name) for level in framework.levels for name in level.names.all() if len(name) > 4),
    )


def _bag(title: str, stop: frozenset[str]) -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in tokens(title) if word not in stop and not word.isdigit())


def _rarity(sets: Sequence[Iterable[str]]) -> dict[str, float]:
    """How much each word or title tells: all when one framework has it, nothing when all of several have."""
    held = Counter(word for words in sets for word in set(words))
    among = max(1, len(sets) - 1)
    return {word: 1 - (count - 1) / among for word, count in held.items()}


def _by_headings(headings: Sequence[str], evidence: Sequence[_Evidence], language: str) -> list[float]:
    """A point for each section of the framework that a heading answers to, less for one word or a mere likeness."""
    stop = lexicon(language).stop_words
    rarity = _rarity([known.titles for known in evidence])
    wanted = dict.fromkeys(
        fold(heading).strip(" .:0123456789-") for heading in headings if len(heading) <= _LONGEST_HEADING
    )
    scores = []
    for known in evidence:
        found: dict[str, float] = {}
        for heading in wanted:
            section = known.titles.get(heading)
            weight = rarity.get(heading, 1.0) * (1.0 if " " in heading else 0.5)
            if section is None:
                section, weight = _alike(_bag(heading, stop), known)
            if section is not None:
                found[section] = max(found.get(section, 0.0), weight)
        scores.append(sum(found.values()))
    return scores


def _alike(words: frozenset[str], known: _Evidence) -> tuple[str | None, float]:
    if len(words & known.words) < 2:
        return None, 0.0
    best: tuple[str | None, float] = (None, 0.0)
    for bag, section in known.bags.items():
        common = len(words & bag)
        if common > 1 and common / len(words | bag) >= max(_ALIKE, best[1]):
            best = section, common / len(words | bag)
    return best[0], best[1] * 0.8


def _by_marks(plain: str, evidence: Sequence[_Evidence]) -> list[float]:
    """The marks found: each by how often it stands in the text (up to a point), more when the first pages have
    it; and how often the text says the very name of the kind of document."""
    rarity = _rarity([known.marks for known in evidence])
    pattern = re.compile(any_of(rarity))
    counts = Counter(" ".join(match[0].split()) for match in pattern.finditer(plain))
    early = {" ".join(match[0].split()) for match in pattern.finditer(plain[:_FIRST_PAGES])}
    size = max(1.0, len(plain) / 10_000)
    worth = {
        mark: rarity[mark] * min(1.5, math.log1p(3 * count / size) / 2) * (1.6 if mark in early else 1.0)
        for mark, count in counts.items()
        if mark in rarity
    }
    named = [sum(counts[name] * rarity.get(name, 0.0) for name in known.own_names) for known in evidence]
    titled = _titled(plain, evidence)
    return [
        sum(worth.get(mark, 0.0) for mark in known.marks) + (math.log1p(called) if called >= _CALLED else 0.0) + title
        for known, called, title in zip(evidence, named, titled, strict=True)
    ]


def _titled(plain: str, evidence: Sequence[_Evidence]) -> list[float]:
    """The weight of a title: the first of the lines at the head that is just the name of a kind of document and its
    years. A title that goes on ("zonal security plan – task of the chief") may be that of something else."""
    head = [line for line in (line.strip(" #*_=\f") for line in plain.splitlines()) if line][:_TITLE_LINES]
    for line in head:
        words = _YEARS.sub("", line)
        found = [words in known.own_names for known in evidence]
        if any(found):
            return [_TITLED / sum(found) if has else 0.0 for has in found]
    return [0.0] * len(evidence)


def _by_levels(plain: str, evidence: Sequence[_Evidence]) -> list[float]:
    """Half a point for each name of a level that the text uses."""
    rarity = _rarity([known.level_names for known in evidence])
    pattern = re.compile(any_of(rarity))
    used = {" ".join(match[0].split()) for match in pattern.finditer(plain)}
    return [sum(0.5 * rarity[name] for name in known.level_names & used) for known in evidence]
