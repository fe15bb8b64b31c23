"""A document held against a reference plan: the themes it clearly addresses, and suggestions for each statement.

A statement speaks by its own words; where it has few, what stands around it speaks for it, weakly, unless it is about
what no theme is about (staff, premises, quality). The score is a probability: of what is said at 0.8, about four in
five are right, as measured on documents labelled by hand.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from filrouge.domain.alignment.surroundings import Evidence, Surroundings, evidence
from filrouge.domain.alignment.vocabulary import APART, Labels, Vocabulary, labels, theme_of, vocabulary
from filrouge.domain.language.words import stems
from filrouge.domain.model import LANGUAGES, Document, Item, ReferencePlan

CLEAR = 0.5  # from which score a statement speaks of a theme
_LEAST, _MOST = 0.05, 5  # what is not worth suggesting, and how many suggestions
_SLOPE, _MIDDLE, _CEILING = 4.4, 0.76, 1.45  # from evidence to probability
_SECOND = 0.25  # what the other surroundings add to the strongest
_TAKEN, _APART = 0.45, 0.3  # what surroundings are worth when the words speak of another theme, or of none
_WORDS = 3  # how many words a word for none outweighs
_VALUE = 0.55  # what all this is worth for a value, which is mostly an attitude towards anybody
_BESIDE = 0.5  # what hints are worth when a word that is enough alone speaks of another theme
_NAMED = 0.3  # how near the label of an objective must be


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An objective (``P9.3``), sub-heading (``P3.A``) or theme of the plan that a statement may answer to. ``words``
    are those of the statement that speak for it, ``around`` those of its heading and of what stands before it."""

    code: str
    theme: str
    score: float
    words: tuple[str, ...]
    around: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A statement with what it may answer to, the likeliest first. ``refused``: the text says that it is not taken on,
    so that it answers to nothing."""

    item: Item
    suggestions: tuple[Suggestion, ...]
    refused: bool = False

    @property
    def best(self) -> float:
        return self.suggestions[0].score if self.suggestions else 0.0


@dataclass(frozen=True, slots=True)
class ThemeAnswer:
    """A theme that the document clearly addresses, with the statements that do."""

    code: str
    score: float
    items: tuple[str, ...]


@dataclass(frozen=True)
class Alignment:
    """``themes`` in the order of the plan; ``answers`` in the order of the document; ``mentioned`` the themes that any
    part of the text speaks of, were it to set them aside."""

    plan: ReferencePlan
    themes: tuple[ThemeAnswer, ...]
    answers: tuple[Answer, ...]
    mentioned: frozenset[str]


def align(document: Document, plan: ReferencePlan) -> Alignment:
    """Hold a document against a plan. A document in another language than fr, nl, de or en is read as French."""
    language = document.language if document.language in LANGUAGES else LANGUAGES[0]
    words = vocabulary(plan, language)
    around = Surroundings(document, words)
    names = labels(plan, language)
    answers = tuple(
        Answer(item, (), True) if around.refused(item) else Answer(item, _suggestions(item, around, names, words))
        for item in document.items
    )
    return Alignment(plan, _themes(answers, words.themes), answers, _mentioned(document, words))


def _suggestions(item: Item, around: Surroundings, names: Labels, words: Vocabulary) -> tuple[Suggestion, ...]:
    own, mine = evidence(item.text, words), frozenset(stems(item.text, words.language))
    near = list(around.around(item))
    codes = {theme for one in (own, *(said for _, said in near)) for theme in one.themes if theme != APART}
    scored = sorted(
        ((_score(theme, own, near, item.kind, len(mine)), theme) for theme in codes), key=lambda one: (-one[0], one[1])
    )
    made = []
    for score, theme in scored[:_MOST]:
        if score >= _LEAST:
            code = _nearest(theme, mine, _part(theme, own, near), names)
            said = [word for _, one in near for word in one.words.get(theme, ())]
            made.append(
                Suggestion(code, theme, round(score, 2), own.words.get(theme, ()), tuple(dict.fromkeys(said))[:_MOST])
            )
    return tuple(made)


def _score(theme: str, own: Evidence, near: list[tuple[float, Evidence]], kind: str, size: int) -> float:
    """How likely a statement of so many words speaks of a theme."""
    mine = own.themes.get(theme, 0.0)
    said = sorted((weight * one.told(theme) for weight, one in near), reverse=True)
    context = (said[0] + _SECOND * sum(said[1:3])) if said else 0.0
    others = max(
        (weight for code, weight in own.themes.items() if code != theme and code[:1] == theme[:1]), default=0.0
    )
    if others > mine:
        context *= 1 - (1 - _TAKEN) * min(1.0, others - mine)
    if mine < 1 <= others:
        mine *= _BESIDE
    if mine < 1:
        context *= 1 - (1 - _APART) * min(1.0, own.themes.get(APART, 0.0) * _WORDS / max(size, 1))
    told = (mine + min(1.0, context)) * (_VALUE if kind == "value" else 1.0)
    return 1 / (1 + math.exp(-_SLOPE * (min(_CEILING, told) - _MIDDLE)))


def _part(theme: str, own: Evidence, near: list[tuple[float, Evidence]]) -> str:
    """The sub-heading of the theme that the words name, or else what stands around them; else the theme."""
    parts: dict[str, float] = defaultdict(float)
    for weight, one in ((1.0, own), *((weight * _SECOND, one) for weight, one in near)):
        for code, worth in one.codes.items():
            if theme_of(code) == theme:
                parts[code] += weight * worth
    return max(parts, key=lambda code: (parts[code], code != theme), default=theme)


def _nearest(theme: str, mine: frozenset[str], part: str, names: Labels) -> str:
    """The objective of the theme whose label is near the stems of a statement; else the sub-heading, or the theme."""
    best, nearest = _NAMED, part
    for code, above, label in names.objectives:
        if theme_of(code) != theme or (part != theme and above not in (theme, part)):
            continue
        shared = names.weight(label & mine)
        near = shared / math.sqrt(names.weight(label) * max(names.weight(mine), 1.0)) if shared else 0.0
        if near > best and len(label & mine) > 1:
            best, nearest = near, code
    return nearest


def _themes(answers: tuple[Answer, ...], order: tuple[str, ...]) -> tuple[ThemeAnswer, ...]:
    """The themes that at least one statement clearly addresses. Several that do make it surer."""
    by: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for answer in answers:
        for one in answer.suggestions:
            if one.score >= CLEAR:
                by[one.theme].append((one.score, answer.item.id))
    return tuple(
        ThemeAnswer(code, _together(by[code]), tuple(item for _, item in by[code])) for code in order if by[code]
    )


def _together(scored: list[tuple[float, str]]) -> float:
    """How sure several statements make a theme: they are not independent, so each after the best counts for half."""
    best = sorted((score for score, _ in scored), reverse=True)
    doubt = 1 - best[0]
    for score in best[1:4]:
        doubt *= 1 - score / 2
    return round(1 - doubt, 2)


def _mentioned(document: Document, words: Vocabulary) -> frozenset[str]:
    """The themes that the text names anywhere, by a word that is enough alone."""
    sums: Mapping[str, float] = evidence(document.text, words).themes
    return frozenset(theme for theme, weight in sums.items() if theme != APART and weight >= 1)
