"""The words by which the themes of a plan are known in one language, and where they stand in a text.

A word is found by its stem, whatever its ending; in Dutch and German also as a part of a compound. The words of a
phrase may stand in any order with one word between them. The longest finding wins the words it covers, so that
``drogue au volant`` speaks of the road and not of drugs. A word that several themes have is worth less to each.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from filrouge.domain.language.lexicon import lexicon
from filrouge.domain.language.words import flat, stem
from filrouge.domain.model import ReferencePlan

APART = ""  #: the code of what no theme is about
_TOKEN = re.compile(r"[^\W_]+")
_WORD, _HINT = 1.0, 0.4
_SHARED = 0.7  # how much a word loses by being that of several themes
_BEGINS, _ENDS, _REST = 5, 6, 3  # letters of a word at either end of a compound, and of what is left
_INITIALS = 6  # letters of an abbreviation
_DOING = ("ing", "ingen")  # "scholing" is of the stem of "school"
_VERBS = ("er", "ir", "re")
_PLURALS = ("", "s", "x", "e", "es")
_ADJECTIVES = (
    "elle",
    "elles",
    "ive",
    "ives",
    "euse",
    "euses",
    "aux",
    "ale",
    "ales",
    "iere",
    "ieres",
    "ienne",
    "iennes",
)
_COMPOUNDS = {
    "nl": re.compile(r"s?(?:ig|lijk|isch|ing|baar|loos|heid|sel|aar|er)[a-z]{0,3}$"),
    "de": re.compile(r"s?(?:ig|lich|isch|ung|bar|los|heit|keit|haft|sam|er)[a-z]{0,3}$"),
}


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase: its stems, the codes (themes and sub-headings; :data:`APART` for none) that it speaks for,
    each with how much. ``forms``, for a word alone: how it may be written, empty for a phrase."""

    stems: tuple[str, ...]
    codes: tuple[tuple[str, float], ...]
    forms: tuple[str, ...] = ()

    def is_written(self, word: str, language: str) -> bool:
        """Whether a word of the same stem is the same word: an abbreviation is in capitals, a German noun begins with
        one, a French or Dutch word does not become another by its ending (``concert``, ``concertée``)."""
        return not self.forms or any(_same(form, word, language) for form in self.forms)


@dataclass(frozen=True, slots=True)
class Found:
    """A term where it stands in a text."""

    term: Term
    start: int
    end: int


@dataclass(frozen=True)
class Vocabulary:
    """All terms of a plan in one language: phrases by their first stem, single words by stem, by the words that begin
    or end a compound, and by the beginning that an asterisk leaves open."""

    language: str
    themes: tuple[str, ...]
    phrases: Mapping[str, tuple[Term, ...]]
    words: Mapping[str, tuple[Term, ...]]
    parts: Mapping[str, Term]
    open: Mapping[str, Term]

    def found(self, text: str) -> tuple[Found, ...]:
        """The terms in a text, in order; none overlaps another."""
        spans = [match.span() for match in _TOKEN.finditer(flat(text))]
        plain = flat(text)
        stop = lexicon(self.language).stop_words
        kept = [(start, end) for start, end in spans if _speaks(plain[start:end], stop)]
        stems = [stem(plain[start:end], self.language) for start, end in kept]
        raw = [text[start:end] for start, end in kept]
        taken: set[int] = set()
        out: list[Found] = []
        candidates = sorted(self._candidates(stems, raw), key=lambda one: (-len(one[1]), one[2], one[1]))
        for term, ranks, _ in candidates:
            if taken.isdisjoint(ranks):
                taken.update(ranks)
                out.append(Found(term, kept[min(ranks)][0], kept[max(ranks)][1]))
        return tuple(sorted(out, key=lambda one: one.start))

    def _candidates(self, stems: list[str], raw: list[str]) -> Iterator[tuple[Term, tuple[int, ...], int]]:
        """Terms with the ranks of the words they cover, and how far from exact they are."""
        for rank, one in enumerate(stems):
            for term in self.phrases.get(one, ()):
                ranks = _within(term.stems, stems, rank)
                if ranks:
                    yield term, ranks, 0
            for term in self.words.get(one, ()):
                if term.is_written(raw[rank], self.language):
                    yield term, (rank,), 0
            part = self._part(raw[rank], one)
            if part is not None:
                yield part, (rank,), 1

    def _part(self, raw: str, stemmed: str) -> Term | None:
        """The longest term that begins the word or ends it; of two, the one that says more."""
        word = flat(raw)
        opened = next((self.open[word[:size]] for size in range(len(word), 2, -1) if word[:size] in self.open), None)
        if opened is not None or self.language not in _COMPOUNDS:
            return opened
        endings = _COMPOUNDS[self.language]
        begins = (
            self.parts[word[:size]]
            for size in range(len(word) - _REST, _BEGINS - 1, -1)
            if word[:size] in self.parts and not endings.match(word[size:])
        )
        ends = (
            self.parts[whole[at:]]
            for whole in (stemmed, word)
            for at in range(_REST, len(whole) - _ENDS + 1)
            if whole[at:] in self.parts
        )
        both = [one for one in (next(begins, None), next(ends, None)) if one is not None and _cased(one, raw)]
        return max(both, key=lambda one: max(weight for _, weight in one.codes), default=None)


def _cased(term: Term, word: str) -> bool:
    """Whether a compound may hold the term: a German noun makes a noun."""
    return word[:1].isupper() or not term.forms or any(form[:1].islower() for form in term.forms)


def _same(form: str, word: str, language: str) -> bool:
    if form.isupper() and len(form) <= _INITIALS:
        return word.isupper()
    if language == "de" and form[:1].isupper():
        return word[:1].isupper()
    plain, other = flat(form), flat(word)
    if language == "nl":
        return other.endswith(_DOING) == plain.endswith(_DOING)
    if language != "fr":
        return True
    if plain.endswith(_VERBS) or other.startswith(plain):
        return plain.endswith(_VERBS) or other[len(plain) :] in _PLURALS
    if plain.startswith(other):
        return len(plain) - len(other) <= 2
    return other.startswith(plain[:-2]) and other.endswith(_ADJECTIVES)


def _speaks(word: str, stop: frozenset[str]) -> bool:
    return word not in stop and (len(word) > 1 or word.isdigit())


def _within(wanted: tuple[str, ...], stems: list[str], rank: int) -> tuple[int, ...] | None:
    """The ranks of all the wanted stems around ``rank``, where the first of them stands; None when one is missing."""
    low, high = max(0, rank - len(wanted)), min(len(stems), rank + len(wanted) + 1)
    ranks = [rank]
    for one in wanted[1:]:
        near = [at for at in range(low, high) if stems[at] == one and at not in ranks]
        if not near:
            return None
        ranks.append(min(near, key=lambda at: (abs(at - rank), at < rank)))
    return tuple(sorted(ranks)) if max(ranks) - min(ranks) <= len(wanted) else None


@lru_cache(maxsize=8)
def vocabulary(plan: ReferencePlan, language: str) -> Vocabulary:
    """The terms of a plan in fr, nl, de or en. Raises KeyError for another language."""
    worth: dict[tuple[tuple[str, ...], bool], dict[str, float]] = defaultdict(dict)
    forms: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for text, code, weight in _said(plan, language):
        for stems, is_open in _keys(text, language):
            worth[stems, is_open][code] = max(weight, worth[stems, is_open].get(code, 0.0))
            forms[stems].append(text)
    phrases: dict[str, list[Term]] = defaultdict(list)
    words: dict[str, list[Term]] = defaultdict(list)
    parts: dict[str, Term] = {}
    opened: dict[str, Term] = {}
    for (stems, is_open), codes in worth.items():
        written = tuple(dict.fromkeys(forms[stems])) if len(stems) == 1 and not is_open else ()
        term = Term(stems, _shared(codes), written)
        if is_open:
            opened[stems[0]] = term
        elif len(stems) > 1:
            phrases[stems[0]].append(term)
        else:
            words[stems[0]].append(term)
            if len(stems[0]) >= _BEGINS and not all(form.isupper() for form in written):
                parts[stems[0]] = term
    for whole, one in _wholes(plan, language):
        if words.get(one):
            parts.setdefault(whole, words[one][0])
    themes = tuple(theme.code for theme in plan.themes if theme.parent is None)
    return Vocabulary(language, themes, _frozen(phrases), _frozen(words), parts, opened)


def _said(plan: ReferencePlan, language: str) -> Iterator[tuple[str, str, float]]:
    """Every word or phrase of a plan, with the code it speaks for and how much before it is shared."""
    for theme in plan.themes:
        if theme.parent is None:
            yield theme.title[language], theme.code, _WORD
        for text in getattr(theme.words, language):
            yield text, theme.code, _WORD
        for text in getattr(theme.hints, language):
            yield text, theme.code, _HINT
    for text in getattr(plan.apart, language):
        yield text, APART, _WORD


def _keys(text: str, language: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The stems of a phrase, and whether its ending is open; joined too, if hyphened."""
    plain = flat(text)
    if text.endswith("*"):
        yield (plain.rstrip("*"),), True
        return
    stop = lexicon(language).stop_words
    cut = [word for word in _TOKEN.findall(plain) if _speaks(word, stop)]
    if len(cut) > 1 or _TOKEN.fullmatch(plain):  # what little is left of a phrase would say something else
        yield tuple(dict.fromkeys(stem(word, language) for word in cut)), False
    if language == "nl" and not text.isupper():  # its stemmer cuts "fiets" and "fietsen", "vals" and "valse" apart
        if _TOKEN.fullmatch(plain):
            yield (stem(f"{plain}en", language),), False
        elif len(cut) > 1:
            yield tuple(dict.fromkeys(stem(f"{word}e", language) for word in cut)), False
    if "-" in text and " " not in text:
        yield (stem(plain.replace("-", ""), language),), False


def _wholes(plan: ReferencePlan, language: str) -> Iterator[tuple[str, str]]:
    """The single words of a plan unstemmed, as they begin a compound, with their stems."""
    for text, _, _ in _said(plan, language):
        plain = flat(text)
        if _TOKEN.fullmatch(plain) and len(plain) >= _BEGINS:
            yield plain, stem(plain, language)


def _shared(codes: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """The codes with their worth, less when several themes have the word."""
    themes = {code.split(".")[0] for code in codes}
    return tuple((code, weight / len(themes) ** _SHARED) for code, weight in codes.items())


def _frozen(lists: Mapping[str, list[Term]]) -> dict[str, tuple[Term, ...]]:
    return {key: tuple(terms) for key, terms in lists.items()}


@dataclass(frozen=True)
class Labels:
    """The labels of the objectives of a plan in one language: their stems, and how rare each stem is among them."""

    objectives: tuple[tuple[str, str, frozenset[str]], ...]
    rare: Mapping[str, float]

    def weight(self, stems: Iterable[str]) -> float:
        return sum(self.rare.get(one, 0.0) for one in stems)


@lru_cache(maxsize=8)
def labels(plan: ReferencePlan, language: str) -> Labels:
    """The objectives of a plan as (code, code of theme or sub-heading, stems)."""
    from filrouge.domain.language.words import stems

    objectives = [
        (one.code, theme.code, frozenset(stems(one.label[language], language)))
        for theme in plan.themes
        for one in theme.objectives
    ]
    held = Counter(one for _, _, found in objectives for one in found)
    rare = {one: math.log(len(objectives) / count) for one, count in held.items()}
    return Labels(tuple(objectives), rare)


def theme_of(code: str) -> str:
    """The code of the theme that a code stands under: ``P3`` for ``P3``, ``P3.A`` and ``P3.A.1``."""
    return code.split(".")[0]
