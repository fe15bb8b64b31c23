"""Numbers, dates and lists as each language writes them in Belgium (English as British usage has it)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from filrouge.domain.language.lexicon import lexicon

NARROW_SPACE = "\u202f"
_SEPARATORS = {"fr": (NARROW_SPACE, ","), "nl": (".", ","), "de": (".", ","), "en": (",", ".")}
_AND = {"fr": "et", "nl": "en", "de": "und", "en": "and"}
_OR = {"fr": "ou", "nl": "of", "de": "oder", "en": "or"}


def format_number(value: Decimal | int, language: str, places: int | None = None) -> str:
    """The number with its groups of three and its decimal mark: ``1 816 852,5`` (fr, narrow no-break space),
    ``1.816.852,5`` (nl, de), ``1,816,852.5`` (en).

    ``places`` rounds half up to so many decimals; without it the value is written as exactly as it is given, but a
    whole
    number without decimals. Four digits are grouped too, so that columns line up. Raises KeyError for another language.
    """
    group, mark = _SEPARATORS[language]
    number = Decimal(value)
    if places is not None:
        number = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    elif number == number.to_integral_value():
        number = number.to_integral_value()
    whole, _, fraction = f"{number.copy_abs():f}".partition(".")  # abs() would round to the context
    grouped = f"{int(whole):,}".replace(",", group)
    sign = "-" if number < 0 else ""
    return f"{sign}{grouped}{mark}{fraction}" if fraction else f"{sign}{grouped}"


def format_percent(value: Decimal | int, language: str) -> str:
    """A share in percent, exact and without noughts at the end: ``70 %``, ``12,5 %`` (fr, nl, de; narrow no-break
    space), ``12.5%`` (en). Raises KeyError for another language."""
    exact = Decimal(value)
    digits = f"{exact:f}"
    places = len(digits.partition(".")[2].rstrip("0"))
    return f"{format_number(exact, language, places or None)}{'' if language == 'en' else NARROW_SPACE}%"


def format_date(date: dt.date, language: str, short: bool = False) -> str:
    """The day in words (``1er janvier 2022``, ``1 januari 2022``, ``1. Januar 2022``, ``1 January 2022``) or, when
    ``short``, in figures (``01/01/2022``; ``01.01.2022`` in German). Raises KeyError for another language."""
    if short:
        mark = "." if language == "de" else "/"
        return f"{date.day:02d}{mark}{date.month:02d}{mark}{date.year:04d}"
    month = lexicon(language).dates.months[date.month - 1][0]
    number = {"fr": "1er" if date.day == 1 else str(date.day), "de": f"{date.day}."}.get(language, str(date.day))
    return f"{number} {month} {date.year:04d}"


def format_period(period: tuple[dt.date, dt.date], language: str) -> str:
    """Two years when the period runs from a 1 January to a 31 December (``2022-2024``, or ``2022``), else two days."""
    first, last = period
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}-{last.year}"
    return f"{format_date(first, language)} – {format_date(last, language)}"


def format_list(words: Sequence[str], language: str, either: bool = False) -> str:
    """``a, b et c``, or ``a, b ou c`` when ``either``; no comma before the last word. Empty for no word."""
    last = (_OR if either else _AND)[language]
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
