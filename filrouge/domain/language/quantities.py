"""Figures with what they count: ``10 %``, ``1.816.852 EUR``, ``12 ETP``, ``deux patrouilles``, ``52 millions``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from filrouge.domain.language.dates import find_dates, month_numbers
from filrouge.domain.language.lexicon import lexicon
from filrouge.domain.language.words import any_of, flat
from filrouge.domain.model import Place, Quantity

NUMBER = r"\d{1,3}(?:[ .']\d{3})+(?![\d])(?:,\d+)?|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?"
"""The source of a regular expression for a figure as any of the languages groups it, on flat text."""
_SYMBOLS = r"%|‰|[km]?€"
_YEAR_LIKE = re.compile(r"(?:19[5-9]|20\d)\d")
_PERCENT = re.compile(r"%|pour cent|pourcent|procent|prozent|per ?cent")
_NOUN = re.compile(r"\s+(?:[dl]')?([^\W\d_]{4,})(?![^\W_])")
_SECOND = re.compile(r"\s+([^\W\d_]{4,})\s+([^\W\d_]{4,})(?![^\W_])")
_PLURALS = {"fr": ("s", "x"), "nl": ("en", "s"), "de": ("en", "er", "e", "n", "s"), "en": ("s",)}


@dataclass(frozen=True)
class _Grammar:
    """The compiled patterns of one language."""

    figure: re.Pattern[str]
    word: re.Pattern[str]
    tail: re.Pattern[str]
    counted: re.Pattern[str]
    named: re.Pattern[str]
    span: re.Pattern[str]
    currency: re.Pattern[str]
    scales: dict[str, int]
    bound: re.Pattern[str]
    known: re.Pattern[str]
    age: re.Pattern[str]
    aged: re.Pattern[str]
    further: re.Pattern[str]
    numbers: dict[str, int]
    names: frozenset[str]
    stop: frozenset[str]
    plurals: tuple[str, ...]
    capitals: bool

    def titled(self, first: str) -> bool:
        """Whether a word that begins so is no plain noun: a name, or the first word of a heading."""
        return first.isupper() and not self.capitals

    def can_count(self, noun: str, first: str) -> bool:
        """Whether a noun that no list has may be counted: a plural in the body of a sentence that names no division."""
        return (
            first.isupper() == self.capitals
            and noun.endswith(self.plurals)
            and noun not in self.stop
            and noun not in month_numbers()
            and noun.rstrip("s") not in self.names
        )


@lru_cache(maxsize=4)
def _grammar(language: str) -> _Grammar:
    words = lexicon(language)
    figures = words.figures
    ends = any_of(phrase for phrase in figures.ranges if phrase.isalpha() or " " in phrase)
    scale = any_of(figures.scales)
    units = any_of(unit for unit in figures.units if unit[0].isalnum() and "€" not in unit)
    numbers = {flat(word): value for word, value in words.numbers.items()}
    small_words = any_of((*words.stop_words, "per", "par", "pro"))  # "45 per year" counts no years
    small = any_of(word for word, value in words.numbers.items() if value > 1)
    return _Grammar(
        re.compile(
            rf"(?<![\w.,/°§#])(?:[-+](?=\d))?(?P<first>{NUMBER})"
            rf"(?:\s?(?:{ends}|-)\s?(?P<second>{NUMBER})(?=\s?(?:{_SYMBOLS}|[^\W\d_])))?(?![\w/]|[.,]\d)"
        ),
        re.compile(rf"(?<![\w-])(?P<first>{small})(?=\s)"),  # "vingt-quatre heures" is not four hours
        re.compile(
            rf"(?:[\s]*(?P<scale>{scale})\.?)?(?:\s*(?P<symbol>{_SYMBOLS})(?!\w)|\s+(?:(?:de|d')\s*)?(?P<unit>{units}))?"
        ),
        re.compile(
            rf"\s+(?:(?:nouve(?:aux|lles)|additional|new|extra|bijkomende|nieuwe|neue|weitere)\s+)?(?P<noun>{any_of(figures.counted)})"
        ),
        re.compile(rf"{any_of(figures.numbered)}\.?\s*:?\s*(?:n°|nr\.?)?\s*$|[§#]\s*$"),
        re.compile(rf"{any_of(words.deadlines.spans)}\s*$"),
        re.compile(r"(?:€|(?<![^\W_])eur)\s*$"),
        {flat(word).rstrip("."): power for word, power in figures.scales.items()},
        re.compile(rf"{any_of(figures.bounds)}\s*$"),
        re.compile(rf"{any_of(figures.the)}\s*$"),
        re.compile(rf"{any_of(figures.ages)}\s*(?:{any_of(figures.bounds)}\s*)?$"),
        re.compile(rf"\s*{any_of(figures.aged)}"),
        re.compile(rf"(?:\s+(?!{small_words})[^\W\d_]{{3,}}){{0,2}}?\s+(?P<noun>{any_of(figures.counted)})"),
        numbers,
        frozenset(flat(word).rstrip("s") for word in figures.numbered),
        words.stop_words,
        _PLURALS[language],
        language == "de",
    )


def parse_number(printed: str, language: str) -> Decimal | None:
    """The value of a figure as printed, exact; None when its groups are not groups of three.

    A single mark before exactly three digits groups or cuts as the language has it: ``1.250`` is 1250, in English 1.25.
    """
    figure = re.sub(r"[\s'\u00a0\u202f]", "", printed)
    marks = [char for char in figure if char in ".,"]
    decimal = _decimal_mark(figure, marks, language)
    whole, _, fraction = figure.rpartition(decimal) if decimal else (figure, "", "")
    groups = re.split(r"[.,]", whole)
    if len(groups) > 1 and not all(len(group) == 3 for group in groups[1:]):
        return None
    digits = "".join(groups)
    if not digits.lstrip("+-").isdecimal() or (fraction and not fraction.isdecimal()):
        return None
    return Decimal(f"{digits}.{fraction}" if fraction else digits)


def _decimal_mark(figure: str, marks: list[str], language: str) -> str:
    """Which mark cuts off the decimals of this figure: the last of two kinds, else what the language says; or none."""
    if not marks:
        return ""
    if len(set(marks)) == 2:
        return marks[-1] if marks.count(marks[-1]) == 1 else ""
    if len(marks) > 1:
        return ""
    group = "," if language == "en" else "."
    whole, _, rest = figure.partition(marks[0])
    grouped = marks[0] == group and len(rest) == 3 and 1 <= len(whole.lstrip("+-")) <= 3 and whole.lstrip("+-0") != ""
    return "" if grouped else marks[0]


def find_quantities(text: str, language: str, offset: int = 0) -> tuple[Quantity, ...]:
    """The figures of a text that count or measure something, in order; their places are moved by ``offset``.

    A range gives one quantity with its lower bound. Left out: dates, years, the numbers of articles, pages, sections,
    phones, and lengths of time that bound a deadline. Raises KeyError for another language.
    """
    plain = flat(text)
    grammar = _grammar(language)
    figures = _figures(plain, grammar)
    dates = [(date.start, date.end) for date in find_dates(text)] if figures else []
    found: list[Quantity] = []
    for match in figures:
        start, end = match.span()
        if found and start + offset < found[-1].place.end:
            continue
        if any(first < end and start < last for first, last in dates) and not plain[end:].lstrip().startswith("%"):
            continue
        quantity = _quantity(text, plain, match, grammar, language)
        if quantity:
            place = Place(quantity.place.start + offset, quantity.place.end + offset)
            found.append(Quantity(quantity.text, quantity.value, quantity.unit, place))
    return tuple(found)


def _figures(plain: str, grammar: _Grammar) -> list[re.Match[str]]:
    """Figures and number words, in the order of the text."""
    return sorted([*grammar.figure.finditer(plain), *grammar.word.finditer(plain)], key=lambda match: match.start())


def _quantity(text: str, plain: str, match: re.Match[str], grammar: _Grammar, language: str) -> Quantity | None:
    """One figure with its unit; its place is in ``text``."""
    printed, start = match["first"], match.start()
    before = plain[max(0, start - 40) : start]
    spelled = not printed[0].isdigit()
    value = Decimal(grammar.numbers[printed]) if spelled else parse_number(printed, language)
    if value is None or grammar.named.search(before):
        return None
    if plain[start] == "-":
        value = -value
    tail = grammar.tail.match(plain, match.end())
    assert tail is not None
    unit, end = tail["symbol"] or tail["unit"], max(match.end(), tail.end())
    if tail["scale"]:
        value = _scaled(value, grammar.scales[tail["scale"]])
    if unit:
        if tail["unit"] and (grammar.span.search(before) or _is_age(plain, before, end, grammar)):
            return None
        return _made(text, start, end, value, "%" if _PERCENT.fullmatch(unit) else text[end - len(unit) : end])
    currency = grammar.currency.search(before)
    if currency:
        begin = start - len(before) + currency.start()
        return _made(text, begin, end, value, plain[begin:start].strip().upper())
    if tail["scale"]:
        return _made(text, start, end, value, None)
    return _counted(text, plain, match, grammar, value, spelled)


def _scaled(value: Decimal, power: int) -> Decimal:
    """The value times a power of ten, without an exponent and without decimals that say nothing."""
    product = value * Decimal(10**power)
    return product.quantize(Decimal(1)) if product == product.to_integral_value() else product


def _counted(
    text: str, plain: str, match: re.Match[str], grammar: _Grammar, value: Decimal, spelled: bool
) -> Quantity | None:
    """A figure before the noun that it counts. A number word or a likely year needs a noun known to be counted;
    the least or the most of something ("at least 60 targeted checks", "at most 45 a year") needs none beside it."""
    end, before = match.end(), plain[max(0, match.start() - 40) : match.start()]
    if spelled and grammar.known.search(before):
        return None
    bounded = grammar.bound.search(before) and not _YEAR_LIKE.fullmatch(match["first"])
    noun = (grammar.further if bounded else grammar.counted).match(plain, end)
    if noun and _is_age(plain, before, noun.end(), grammar):
        return None
    if noun and not grammar.titled(text[noun.start("noun")]):
        return _made(text, match.start(), noun.end(), value, text[noun.start("noun") : noun.end()])
    if spelled or _YEAR_LIKE.fullmatch(match["first"]) or value < 2:
        return None
    any_noun = _NOUN.match(plain, end)
    if not any_noun or grammar.span.search(before) or not grammar.can_count(any_noun[1], text[any_noun.start(1)]):
        return _bounded(text, plain, match, grammar, value) if bounded else None
    return _made(text, match.start(), any_noun.end(), value, text[any_noun.start(1) : any_noun.end(1)])


def _bounded(text: str, plain: str, match: re.Match[str], grammar: _Grammar, value: Decimal) -> Quantity:
    """The least or the most of something, with the plural behind one more word ("60 targeted patrols"), or alone."""
    end = match.end()
    after = _SECOND.match(plain, end)
    if after and after[1] not in grammar.stop and grammar.can_count(after[2], text[after.start(2)]):
        return _made(text, match.start(), after.end(), value, text[after.start(2) : after.end(2)])
    return _made(text, match.start(), end, value, None)


def _is_age(plain: str, before: str, end: int, grammar: _Grammar) -> bool:
    """Whether a length of time is how old somebody is."""
    return bool(grammar.age.search(before) or grammar.aged.match(plain, end))


def _made(text: str, start: int, end: int, value: Decimal, unit: str | None) -> Quantity:
    return Quantity(" ".join(text[start:end].split()), value, unit, Place(start, end))
