"""Amounts in sentences: money, people, shares, each with how exactly it was said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from filrouge.domain.coherence.words import RuleWords
from filrouge.domain.language.lexicon import Lexicon
from filrouge.domain.language.words import any_of, flat

MONEY, PEOPLE, SHARE = "money", "people", "share"
_FIGURE = r"(?<![\w.,])(?P<figure>\d{1,3}(?:[.,\u202f\u00a0 ]\d{3}){1,5}(?:[.,]\d{1,9})?|\d{1,15}(?:[.,]\d{1,9})?)"
_POWERS = {"keur": 3, "k€": 3, "teur": 3, "t€": 3, "meur": 6, "m€": 6, "mio eur": 6, "eur": 0, "€": 0, "euro": 0}


@dataclass(frozen=True, slots=True)
class Amount:
    """``value`` in euros, in people or in percent; said to the nearest ``2 × tolerance``; ``text`` as written."""

    kind: str
    value: Decimal
    tolerance: Decimal
    text: str

    def agrees(self, value: Decimal) -> bool:
        return abs(self.value - value) <= self.tolerance


def power_of(unit: str | None) -> int | None:
    """The power of ten of a table's unit of money (``KEUR`` 3), None when it is no unit of money."""
    return _POWERS.get(flat(unit or "").strip())


@lru_cache(maxsize=4)
def _pattern(language: str, scales: tuple[str, ...], words: RuleWords) -> re.Pattern[str]:
    scale = rf"(?:\s*(?P<scale>{any_of(scales)}))?"
    money = rf"\s*(?:{any_of(words.of)}\s*)?(?P<money>k€|m€|€|{any_of(words.money)})"
    people = rf"\s*(?P<people>{any_of(words.people)})"
    share = rf"\s*(?P<share>%|{any_of(words.percent)})"
    return re.compile(f"{_FIGURE}(?:{share}|{scale}(?:{money}|{people})|\\s*(?P<bare>{any_of(scales)}))")


def amounts(text: str, words: RuleWords, lexicon: Lexicon) -> Iterator[Amount]:
    """The amounts that a sentence states; one said to be about so much is left out."""
    plain = flat(text)
    scales = {flat(word): power for word, power in lexicon.figures.scales.items()}
    about = re.compile(any_of(words.about) + r"\W*$")
    for match in _pattern(lexicon.language, tuple(scales), words).finditer(plain):
        figure = _figure(match["figure"], lexicon.language)
        if figure is None or about.search(plain[max(0, match.start() - 20) : match.start()]):
            continue
        power = scales.get(" ".join((match["scale"] or match["bare"] or "").split()), 0)
        if match["money"]:
            power += power_of(match["money"]) or 0
        kind = SHARE if match["share"] else PEOPLE if match["people"] else MONEY
        value = figure.scaleb(power)
        yield Amount(kind, value, _tolerance(figure, power), " ".join(text[match.start() : match.end()].split()))


def _figure(text: str, language: str) -> Decimal | None:
    """A figure as the language writes it: ``1.816,5`` in French, Dutch and German, ``1,816.5`` in English."""
    thousands, decimals = (",", ".") if language == "en" else (".", ",")
    bare = re.sub(r"[\u202f\u00a0 ]", "", text)
    head, point, tail = bare.rpartition(decimals)
    if not point and re.fullmatch(rf"\d+\{thousands}\d{{1,2}}", bare):
        head, point, tail = bare.partition(thousands)
    try:
        return Decimal((head if point else tail).replace(thousands, "") + (f".{tail}" if point else ""))
    except InvalidOperation:
        return None


def _tolerance(figure: Decimal, power: int) -> Decimal:
    """Half a unit of the last digit that says something: zeros at the end of a whole number may be rounding."""
    exponent = figure.as_tuple().exponent
    last = exponent if isinstance(exponent, int) else 0
    if last == 0 and figure:
        last = int(figure.normalize().as_tuple().exponent)
    return Decimal("0.5").scaleb(last + power)
