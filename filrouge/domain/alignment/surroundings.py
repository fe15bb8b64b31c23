"""What stands around a statement and says what it is about: its heading, its lead-in, what was said before it."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from filrouge.domain.alignment.vocabulary import Found, Vocabulary, theme_of
from filrouge.domain.language.lexicon import lexicon
from filrouge.domain.language.sentences import sentence_spans
from filrouge.domain.language.words import flat, fold, stems
from filrouge.domain.model import Document, Item, Paragraph, Section
from filrouge.domain.reading.prose.cues import prose_words

PARENT, LEAD_IN, HEADING, ABOVE, SAME, BEFORE, SECTION = 0.9, 0.85, 0.9, 0.6, 0.85, 0.6, 0.5
_STEP = 0.8  # what a sentence further back, or a heading further up, is worth beside the one after it
_BACK = 3  # how many sentences back
_TITLE = 90  # characters of a title that reading took for text
_NUMBERED = re.compile(
    r"\s*(?:(?:[^\W\d_]+\s+)?(?:\d{1,2}|[IVX]{1,4}|[A-Z])(?:[.)]\d{0,2})*[.):]?\s*[-–—:]?\s+|§\s*\d)(?=[^\W\d_])"
)
#: Headings made of these words alone name a part of any plan.
FRAMES = {
    "fr": "objectif stratégique opérationnel spécifique général action mesure priorité indicateur moyens planning "
    "échéance calendrier responsable résultats attendus engagement description contexte constat mise en œuvre plan",
    "nl": "doelstelling doel strategisch operationeel specifiek algemeen actie maatregel prioriteit indicator middelen "
    "planning termijn verantwoordelijke resultaten verwachte engagement beschrijving context vaststelling uitvoering "
    "actiepunt stappen plan",
    "de": "Ziel Zielsetzung strategisch operativ spezifisch allgemein Maßnahme Aktion Priorität Indikator Mittel "
    "Zeitplan Frist Verantwortliche Ergebnisse erwartete Verpflichtung Beschreibung Kontext Feststellung Umsetzung "
    "Vorhaben Plan",
    "en": "objective goal strategic operational specific general action measure priority indicator means schedule "
    "deadline responsible results expected commitment description context finding implementation plan",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """How much a text speaks for each theme, by which of its words, and for each theme and sub-heading by its code."""

    themes: Mapping[str, float]
    words: Mapping[str, tuple[str, ...]]
    codes: Mapping[str, float]

    def told(self, theme: str) -> float:
        """How surely the text is about the theme, 0..1: less when it is about others too."""
        mine = self.themes.get(theme, 0.0)
        return min(1.0, mine) * math.sqrt(mine / sum(self.themes.values())) if mine else 0.0


NOTHING = Evidence({}, {}, {})


def evidence(text: str, words: Vocabulary) -> Evidence:
    """What a text says for each theme (and under ``""`` for none); each term counts once."""
    themes: dict[str, float] = defaultdict(float)
    by: dict[str, list[str]] = defaultdict(list)
    codes: dict[str, float] = defaultdict(float)
    seen: set[tuple[str, ...]] = set()
    for one in words.found(text):
        if one.term.stems in seen:
            continue
        seen.add(one.term.stems)
        for code, weight in one.term.codes:
            codes[code] += weight
        for theme, weight in _by_theme(one).items():
            themes[theme] += weight
            by[theme].append(" ".join(text[one.start : one.end].split()))
    return Evidence(dict(themes), {theme: tuple(dict.fromkeys(found)) for theme, found in by.items()}, dict(codes))


def _by_theme(found: Found) -> dict[str, float]:
    best: dict[str, float] = {}
    for code, weight in found.term.codes:
        best[theme_of(code)] = max(weight, best.get(theme_of(code), 0.0))
    return best


@dataclass(frozen=True)
class Surroundings:
    """A document prepared for asking what stands around a statement; everything is worked out once."""

    document: Document
    words: Vocabulary

    def around(self, item: Item) -> Iterator[tuple[float, Evidence]]:
        """What stands around a statement, each with how much it weighs."""
        parent = self.document.items_by_id.get(item.parent or "")
        if parent is not None:
            yield PARENT, self._of_text(parent.text)
        rank = self.paragraph_of(item)
        if rank is not None:
            yield from self._before(item, rank)
            subject = self.subjects[rank]
            yield SECTION, self._runs.get(subject, NOTHING)
            if subject is not None:
                yield HEADING, self._of_text(self.document.paragraphs[subject].text)
        section, weight = self.section_of(item), ABOVE
        while section is not None and section.parent is not None:
            section = self.document.sections_by_id[section.parent]
            yield weight, self._of_text(section.title)
            weight *= _STEP

    def refused(self, item: Item) -> bool:
        """Whether the statement, what leads into it or its heading says that it is not taken on."""
        rank = self.paragraph_of(item)
        ranks = () if rank is None else (self._lead_in(rank), self.subjects[rank])
        texts = [item.text, *(self.document.paragraphs[one].text for one in ranks if one is not None)]
        return any(self._refuses(text) for text in texts)

    def section_of(self, item: Item) -> Section | None:
        return self.document.sections_by_id.get(item.section or "") or self.document.section_at(item.place.start)

    def paragraph_of(self, item: Item) -> int | None:
        """The rank of the paragraph that the statement stands in."""
        rank = bisect_right(self._starts, item.place.start) - 1
        return rank if rank >= 0 else None

    @cached_property
    def _starts(self) -> list[int]:
        return [one.place.start for one in self.document.paragraphs]

    @cached_property
    def _texts(self) -> dict[str, Evidence]:
        return {}

    def _of_text(self, text: str) -> Evidence:
        found = self._texts.get(text)
        if found is None:
            found = self._texts[text] = evidence(text, self.words)
        return found

    @cached_property
    def subjects(self) -> list[int | None]:
        """For each paragraph, the rank of the last heading that names a subject; a heading like "Actions" names none,
        so what stands under it is still about the subject above."""
        names = {one.place.start for one in self.document.items if one.kind in ("priority", "theme")}
        subject: int | None = None
        found = []
        for rank, one in enumerate(self.document.paragraphs):
            if self._heads(one, names) and not self._frames(one.text):
                subject = rank
            found.append(subject)
        return found

    def _heads(self, one: Paragraph, names: set[int]) -> bool:
        """Whether a paragraph is a heading, or looks like one that reading took for text."""
        if one.kind == "heading":
            return True
        if one.kind != "text" or len(one.text) > _TITLE or one.text.rstrip()[-1:] in ".;:,!?" or "|" in one.text:
            return False
        inside = any(one.place.start <= start < one.place.end for start in names) if names else False
        return inside or bool(_NUMBERED.match(one.text)) or one.text.isupper()

    def _frames(self, title: str) -> bool:
        """Whether a heading names a part of any plan rather than a subject."""
        words = stems(title, self.words.language)
        return bool(words) and all(word in self._frame_words or word.isdigit() for word in words)

    @cached_property
    def _frame_words(self) -> frozenset[str]:
        return frozenset(stems(FRAMES[self.words.language], self.words.language))

    @cached_property
    def _runs(self) -> dict[int | None, Evidence]:
        """What all the text under a heading speaks for, each theme by its share of what is said there."""
        sums: dict[int | None, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for rank, one in enumerate(self.document.paragraphs):
            if self.subjects[rank] is not None and rank != self.subjects[rank]:
                for theme, weight in self._of_text(one.text).themes.items():
                    sums[self.subjects[rank]][theme] += weight
        return {subject: Evidence(dict(found), {}, {}) for subject, found in sums.items() if found}

    def _before(self, item: Item, rank: int) -> Iterator[tuple[float, Evidence]]:
        """The sentences before the statement in its paragraph, then its lead-in, then the paragraph before."""
        paragraph = self.document.paragraphs[rank]
        weight = SAME
        for sentence in self._sentences_before(item, paragraph):
            yield weight, self._of_text(sentence)
            weight *= _STEP
        lead = self._lead_in(rank)
        if lead is not None:
            yield LEAD_IN, self._of_text(self.document.paragraphs[lead].text)
        previous = self._previous(rank)
        if previous is not None and previous != lead:
            yield BEFORE, self._of_text(self.document.paragraphs[previous].text)

    def _sentences_before(self, item: Item, paragraph: Paragraph) -> list[str]:
        """The last sentences before the statement in its own paragraph, the nearest first."""
        at = paragraph.text.find(item.text)
        if at <= 0:
            return []
        spans = list(sentence_spans(paragraph.text[:at], self._abbreviations))
        return [paragraph.text[start:end] for start, end in reversed(spans[-_BACK:])]

    @cached_property
    def _abbreviations(self) -> frozenset[str]:
        return frozenset(fold(word) for word in lexicon(self.words.language).abbreviations)

    def _lead_in(self, rank: int) -> int | None:
        """The paragraph that announces the list in which this one stands."""
        paragraphs = self.document.paragraphs
        if paragraphs[rank].kind != "list" and paragraphs[rank].label is None:
            return None
        subject = self.subjects[rank]
        while rank > 0 and (paragraphs[rank].kind == "list" or paragraphs[rank].label is not None):
            rank -= 1
        return rank if paragraphs[rank].kind != "heading" and self.subjects[rank] == subject else None

    def _previous(self, rank: int) -> int | None:
        same = rank > 0 and self.subjects[rank - 1] == self.subjects[rank]
        return rank - 1 if same and self.document.paragraphs[rank - 1].kind != "heading" else None

    @cached_property
    def _refusals(self) -> dict[str, bool]:
        return {}

    def _refuses(self, text: str) -> bool:
        if text not in self._refusals:
            cues = prose_words(self.words.language).found(flat(text))
            self._refusals[text] = any(one.cue.role == "refuses" for one in cues)
        return self._refusals[text]
