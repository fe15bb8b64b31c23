"""Dates as Belgians write them, in any of the four languages: days, months, quarters, half-years, years.

Every date that this module finds names its year; the search goes from year to year, so its cost is that of the years in
the text. A day that does not exist (31/02/2023) is not a date.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from filrouge.domain.language.lexicon import DateWords, lexicons
from filrouge.domain.language.words import any_of, flat

PRECISIONS = ("day", "month", "quarter", "half", "season", "part", "year")
_REACH = 48  # characters before a year in which the rest of a date may stand
_YEAR = re.compile(r"(?:19[5-9]|20\d)\d(?!\d)")
_ISO = re.compile(r"-(\d\d)-(\d\d)(?![\d-])")
_YEAR_FIRST = re.compile(r"[\s/-]{0,2}(?:([tqk])|([sh]))\s?([1-4])(?![^\W_])")
_BESIDE = re.compile(r"[/_]\d|[.,]\d|-\d{1,3}(?!\d)|[^\W\d_]")
_CODE_BEFORE = re.compile(r"(?:(?<![^\W_])[A-Z]{2,}\.?|n[°or]\.?|[Nn]um\w*)[\s:]*$")
_SHORT = re.compile(r"(?<![\d./-])(\d\d)([/.-])(\d\d)\2(\d\d)(?![\d./-]*\d)")

Span = tuple[dt.date, dt.date, str]
Build = Callable[["re.Match[str]", int], Span | None]


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: the first and the last day that its words cover, how exactly they say it (one of
    :data:`PRECISIONS`), and the offsets of the words."""

    first: dt.date
    last: dt.date
    precision: str
    start: int
    end: int

    @property
    def date(self) -> dt.date:
        """The day meant when the words bound something: the last one covered ("end of 2027" is 31 December 2027)."""
        return self.last


def day(year: int, month: int, of_month: int) -> dt.date | None:
    """The day, or None when the calendar has no such day."""
    try:
        return dt.date(year, month, of_month)
    except ValueError:
        return None


def months_of(year: int, first: int, last: int) -> tuple[dt.date, dt.date]:
    """From the first day of one month to the last day of another, the same year."""
    return dt.date(year, first, 1), dt.date(year, last, monthrange(year, last)[1])


def _one_day(year: int, month: int, of_month: int) -> Span | None:
    found = day(year, month, of_month)
    return (found, found, "day") if found else None


@lru_cache(maxsize=1)
def month_numbers() -> dict[str, int]:
    """The flat names of the months in the four languages, short ones too, and their number."""
    return {
        flat(name): number
        for words in (lexicon.dates for lexicon in lexicons())
        for number, names in enumerate(words.months, 1)
        for name in names
    }


def month_pattern() -> str:
    """The source of a regular expression for a month in any of the four languages, on flat text."""
    return any_of(month_numbers())


DAY = r"(?<![\d.,/-])(?P<day>\d{1,2})(?:er|re|st|nd|rd|th|ste|de|e|\.|ᵉʳ)?"
"""The source of a regular expression for a day of the month, with its ending (``1er``, ``2de``, ``3.``)."""


@lru_cache(maxsize=1)
def _ordinals() -> dict[str, int]:
    words: dict[str, int] = {}
    for lexicon in lexicons():
        for number, names in enumerate(lexicon.dates.ordinals, 1):
            words.update({flat(name): number for name in names})
        words.update({flat(name): 0 for name in lexicon.dates.last})
    return words


def _all(pick: Callable[[DateWords], tuple[str, ...]]) -> str:
    return any_of(phrase for lexicon in lexicons() for phrase in pick(lexicon.dates))


_PARTS: dict[str, Callable[[DateWords], tuple[str, ...]]] = {
    "start": lambda words: words.firsts["start"],
    "middle": lambda words: words.firsts["middle"],
    "end": lambda words: words.firsts["end"],
}
_SEASONS: dict[str, Callable[[DateWords], tuple[str, ...]]] = {
    "spring": lambda words: words.seasons[0],
    "summer": lambda words: words.seasons[1],
    "autumn": lambda words: words.seasons[2],
}


def _month_part(first: str | None, year: int, month: int) -> Span:
    """A month, or a part of it: its first ten days, its middle (to the 15th), its end."""
    whole, last = months_of(year, month, month)
    if first == "start":
        return whole, whole.replace(day=10), "part"
    if first == "middle":
        return whole.replace(day=11), whole.replace(day=15), "part"
    return (whole.replace(day=21), last, "part") if first == "end" else (whole, last, "month")


def _year_part(first: str, year: int) -> Span:
    """The start (first quarter), the middle (to 30 June) or the end (last quarter) of a year."""
    months = {"start": (1, 3), "middle": (4, 6), "end": (10, 12)}[first]
    return (*months_of(year, *months), "part")


def _named(match: re.Match[str], *names: str) -> str | None:
    return next((name for name in names if match.groupdict().get(name)), None)


def _day_month(match: re.Match[str], year: int) -> Span | None:
    return _one_day(year, month_numbers()[match["month"]], int(match["day"] or 1))


def _digits(match: re.Match[str], year: int) -> Span | None:
    return _one_day(year, int(match[3]), int(match[1]))


def _month(match: re.Match[str], year: int) -> Span | None:
    return _month_part(_named(match, *_PARTS), year, month_numbers()[match["month"]])


def _month_digits(match: re.Match[str], year: int) -> Span | None:
    return (*months_of(year, int(match[1]), int(match[1])), "month")


def _quarter_or_half(match: re.Match[str], year: int) -> Span | None:
    half = bool(match.groupdict().get("half") or match.groupdict().get("h"))
    parts, size = (2, 6) if half else (4, 3)
    words = match.groupdict().get("ordinal")
    number = int(match["number"]) if words is None else _ordinals()[words]
    number = number or parts
    if number > parts:
        return None
    return (*months_of(year, size * number - size + 1, size * number), "half" if half else "quarter")


def _season(match: re.Match[str], year: int) -> Span | None:
    """Spring, summer or autumn by whole months, as the weather service counts them."""
    number = tuple(_SEASONS).index(_named(match, *_SEASONS) or "spring")
    return (*months_of(year, 3 * number + 3, 3 * number + 5), "season")


def _part_of_year(match: re.Match[str], year: int) -> Span | None:
    return _year_part(_named(match, *_PARTS) or "end", year)


@lru_cache(maxsize=1)
def _forms() -> tuple[tuple[re.Pattern[str], Build], ...]:
    """What may stand before a year, the most exact first, each with how to read it."""
    month = rf"(?P<month>{month_pattern()})\.?"
    link = rf"(?:{_all(lambda words: words.links)}\s*)?"
    part = "|".join(f"(?P<{name}>{_all(pick)})" for name, pick in _PARTS.items())
    season = "|".join(f"(?P<{name}>{_all(pick)})" for name, pick in _SEASONS.items())
    ordinal = rf"(?P<ordinal>{any_of(_ordinals())})\.?\s+"
    length = rf"(?:(?P<quarter>{_all(lambda words: words.quarters)})|(?P<half>{_all(lambda words: words.halves)}))\.?"
    forms: tuple[tuple[str, Build], ...] = (
        (rf"(?:{DAY}|premier|erste)\s*{link}{month},?\s*{link}$", _day_month),
        (rf"{month}\s+{DAY},?\s+$", _day_month),
        (r"(?<![\d./-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?$", _digits),
        (rf"(?:(?:{part})[\s-]+{link})?{month}\s*{link}$", _month),
        (r"(?<![\d./-])(0[1-9]|1[0-2])\s?/\s?$", _month_digits),
        (r"(?<![^\W_])(?:[tqk]|(?P<h>[sh]))\s?(?P<number>[1-4])\s*[/-]?\s*$", _quarter_or_half),
        (rf"{ordinal}{length}\s*{link}$", _quarter_or_half),
        (rf"(?:{season})\s+{link}$", _season),
        (rf"(?:{part})[\s-]+{link}$", _part_of_year),
    )
    return tuple((re.compile(form), build) for form, build in forms)


def _before(head: str, year: int) -> tuple[Span | None, int] | None:
    """What the words before a year make of it and how many characters they take; None when nothing stands there."""
    for form, build in _forms():
        match = form.search(head)
        if match:
            return build(match, year), len(head) - match.start()
    return None


def _after(plain: str, year: int, end: int) -> tuple[Span | None, int] | None:
    """As :func:`_before`, for what follows the year: the ISO form, or a quarter or half-year."""
    iso = _ISO.match(plain, end)
    if iso:
        return _one_day(year, int(iso[1]), int(iso[2])), iso.end()
    part = _YEAR_FIRST.match(plain, end)
    if part and not (part[2] and int(part[3]) > 2):
        size = 3 if part[1] else 6
        last = size * int(part[3])
        return (*months_of(year, last - size + 1, last), "quarter" if part[1] else "half"), part.end()
    return None


def _stands_alone(plain: str, start: int, end: int) -> bool:
    """Whether four digits can be a year: no part of a number, a code, a law's number or an address."""
    before = plain[max(0, start - 5) : start]
    if before and (before[-1].isalnum() or before[-1] in "/_.,"):
        return False
    if before.endswith("-") and not _YEAR.fullmatch(before[:-1]):
        return False
    return _BESIDE.match(plain, end) is None


def _years(plain: str, taken: list[tuple[int, int]], start: int, end: int) -> FoundDate | None:
    year = int(plain[start:end])
    after = _after(plain, year, end)
    if after:
        return (
            FoundDate(*after[0], start, after[1])
            if after[0] and not plain[max(0, start - 1) : start].isalnum()
            else None
        )
    floor = max(start - _REACH, taken[-1][1] if taken else 0)
    before = _before(plain[floor:start], year)
    if before:
        taken.append((start - before[1], end))
        return FoundDate(*before[0], start - before[1], end) if before[0] else None
    if not _stands_alone(plain, start, end):
        return None
    return FoundDate(*months_of(year, 1, 12), "year", start, end)


def _is_number_of_text(text: str, date: FoundDate) -> bool:
    """Whether "10/2015" is the number of a circular ("COL 10/2015") rather than a month."""
    if date.precision != "month" or not text[date.start].isdigit():
        return False
    return _CODE_BEFORE.search(text[max(0, date.start - 12) : date.start]) is not None


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """The dates of a text in its order, bare years included; offsets are those of the text."""
    plain = flat(text)
    taken: list[tuple[int, int]] = []
    found = [_years(plain, taken, match.start(), match.end()) for match in _YEAR.finditer(plain)]
    dates = [date for date in found if date and not _is_number_of_text(text, date)]
    for match in _SHORT.finditer(plain):
        span = _one_day(2000 + int(match[4]), int(match[3]), int(match[1]))
        if span:
            dates.append(FoundDate(*span, match.start(), match.end()))
    return tuple(sorted(dates, key=lambda date: date.start))
