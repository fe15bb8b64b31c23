"""The measured quantities that a text names: "taux d'élucidation", "aantal klachten: 120", "85 % of the calls"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from filrouge.domain.language.lexicon import lexicon
from filrouge.domain.language.quantities import NUMBER, find_quantities, parse_number
from filrouge.domain.language.words import any_of, flat, phrases
from filrouge.domain.model import Indicator, Place, Quantity

_MOST_WORDS = 12
_MONEY = ("eur", "euro", "euros", "keur", "teur")
_END = re.compile(r"[.;:!?,()\[\]•|]|\n\s*(?:\n|[-•])")
_SENTENCE = re.compile(r"[.;!?](?=\s|$)|\n\s*(?:\n|[-•])")
_CLAUSE = re.compile(r"[.;](?=\s|$)|\n")
_BARE = re.compile(rf"({NUMBER})(?![\w%/]|[.,]\d)")
_CLOSING = re.compile(r"[^()\n;]{0,60}\)")
_FIGURE = re.compile(r"[-+<>≥≤(]?\s*\d")


@dataclass(frozen=True)
class _Grammar:
    measure: re.Pattern[str]
    vague: re.Pattern[str]
    label: re.Pattern[str]
    stop: re.Pattern[str]
    join: re.Pattern[str]
    measured: re.Pattern[str]
    states: re.Pattern[str]
    uncounted: re.Pattern[str]
    small: frozenset[str]
    language: str


@lru_cache(maxsize=4)
def _grammar(language: str) -> _Grammar:
    words = lexicon(language)
    figures = words.figures
    joins = [join for join in figures.joins if join[0].isalnum()]
    verbs = [join for join in joins if " " in join or len(join) > 5]
    return _Grammar(
        measure=re.compile(any_of(figures.measures)),
        vague=re.compile(rf"{any_of(figures.unmeasured)}\s+$"),
        label=re.compile(rf"{any_of(figures.labels)}\s*(?:\d+(?:[.,]\d+)*\s*)?:[ \t]*(?=[^\s•-])"),
        stop=re.compile(any_of((*figures.stops, *verbs))),
        join=re.compile(rf"[\s,(]*(?:{any_of(joins)})?[\s:=(<>≥≤]*"),
        measured=phrases(*figures.measured),
        uncounted=phrases(*words.deadlines.units, *_MONEY),
        small=words.stop_words,
        language=language,
        states=phrases(*words.deadlines.stated, *words.obligations, *words.deadlines.past),
    )


def find_indicators(text: str, language: str, offset: int = 0) -> tuple[Indicator, ...]:
    """The indicators of a paragraph in order, each with its value when the text gives one; ``offset`` moves places.

    Found: what follows a label ("Indicator: …"), what a word of measure names (rate, number, share, average delay), and
    counts or shares in a sentence that tells what was recorded. "A number of" and its like measure nothing.
    Raises KeyError for a language other than fr, nl, de, en.
    """
    plain, grammar = flat(text), _grammar(language)
    spans = [*_labelled(plain, grammar), *_measures(plain, grammar)]
    quantities = find_quantities(text, language) if spans or grammar.measured.search(plain) else ()
    found = [_with_value(text, plain, start, end, quantities, grammar) for start, end in spans]
    found += _recorded(plain, quantities, grammar)
    kept: list[Indicator] = []
    for each in sorted(found, key=lambda indicator: (indicator.place.start, -indicator.place.end)):
        if not kept or each.place.start >= kept[-1].place.end - offset:
            place = Place(each.place.start + offset, each.place.end + offset)
            kept.append(Indicator(each.text, place, each.value, each.unit))
    return tuple(kept)


Span = tuple[int, int]


def _labelled(plain: str, grammar: _Grammar) -> Iterator[Span]:
    """What follows "Indicator:" on its line, to the end of its clause."""
    for match in grammar.label.finditer(plain):
        end = _CLAUSE.search(plain, match.end())
        stop = end.start() if end else len(plain)
        if stop - match.end() > 2:
            yield match.end(), stop


def _measures(plain: str, grammar: _Grammar) -> Iterator[Span]:
    """What a word of measure names. At the head of a sentence that goes on with a verb such a word means *many*."""
    for match in grammar.measure.finditer(plain):
        head = plain[max(0, match.start() - 24) : match.start()]
        if grammar.vague.search(head):
            continue
        end = _name_end(plain, match.end(), grammar)
        stop = _SENTENCE.search(plain, end)
        opens = not head.strip() or head.rstrip()[-1] in ".;:" or "\n\n" in head[-4:]
        if not opens and _is_heading(plain, match, end, grammar):
            continue
        if (opens or end > match.end() or " " not in match[0]) and not (
            opens and grammar.states.search(plain, end, stop.start() if stop else len(plain))
        ):
            yield match.start(), end


def _is_heading(plain: str, match: re.Match[str], end: int, grammar: _Grammar) -> bool:
    """Whether a measure only closes a short group of nouns ("Staff turnover"), which counts nothing."""
    start = max((stop.end() for stop in _SENTENCE.finditer(plain, 0, match.start())), default=0)
    before = plain[start : match.start()].split()
    rest = plain[end:].strip(" .;\n")
    return not rest and end == match.end() and 0 < len(before) < 4 and before[-1] not in grammar.small


def _name_end(plain: str, start: int, grammar: _Grammar) -> int:
    """Where the name that a measure begins ends: at a stop, a figure, a word that goes on with the sentence."""
    ends = [len(plain)]
    stop = _END.search(plain, start)
    if stop:
        ends.append(stop.start())
    goes_on = grammar.stop.search(plain, start)
    if goes_on:
        ends.append(goes_on.start())
    figure = _FIGURE.search(plain, start)
    if figure:
        ends.append(figure.start())
    end = min(ends)
    words = list(re.finditer(r"\S+", plain[start:end]))
    if len(words) > _MOST_WORDS:
        end = start + words[_MOST_WORDS - 1].end()
    return start + len(_without_last(plain[start:end].rstrip(" \n-'"), grammar.small))


def _without_last(name: str, small: frozenset[str]) -> str:
    """The name without the small words at its end ("number of burglaries of")."""
    while (cut := re.search(r"[\s']+([^\W_]+'?)$|^([^\W_]+'?)$", name)) and (cut[1] or cut[2]).rstrip("'") in small:
        name = name[: cut.start()]
    return name


def _with_value(
    text: str, plain: str, start: int, end: int, quantities: tuple[Quantity, ...], grammar: _Grammar
) -> Indicator:
    """The indicator, with the figure that stands in its words or that a word of value joins to them."""
    value: Decimal | None = None
    unit: str | None = None
    join = grammar.join.match(plain, end)
    at = join.end() if join else end
    inside = [q for q in quantities if start <= q.place.start and (q.place.end <= end or q.place.start == at)]
    if inside:
        value, unit, end = inside[0].value, inside[0].unit, max(end, inside[0].place.end)
    elif bare := _BARE.match(plain, at):
        value, end = parse_number(bare[1], grammar.language), bare.end()
    if plain.count("(", start, end) > plain.count(")", start, end):
        closing = _CLOSING.match(plain, end)
        end = closing.end() if closing else end
    return Indicator(" ".join(text[start:end].split()), Place(start, end), value, unit)


def _recorded(plain: str, quantities: tuple[Quantity, ...], grammar: _Grammar) -> Iterator[Indicator]:
    """Counts and shares in a sentence that tells what was recorded; lengths of time and sums of money are none."""
    for quantity in quantities:
        if quantity.unit is None or grammar.uncounted.fullmatch(flat(quantity.unit)):
            continue
        start = max((stop.end() for stop in _SENTENCE.finditer(plain, 0, quantity.place.start)), default=0)
        stop = _SENTENCE.search(plain, quantity.place.end)
        if grammar.measured.search(plain, start, stop.start() if stop else len(plain)):
            yield Indicator(quantity.text, quantity.place, quantity.value, quantity.unit)
