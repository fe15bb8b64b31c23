"""Words that bound when something must be done, and the day they resolve to.

The plan's own period, the dates of events, of laws and of adoptions are no deadlines. Vague words ("in due course")
bound
nothing and are left out; the lexicon lists them for the rule that speaks of them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from filrouge.domain.language.dates import DAY, FoundDate, day, find_dates, month_numbers, month_pattern
from filrouge.domain.language.indicators import find_indicators
from filrouge.domain.language.lexicon import Lexicon, lexicon
from filrouge.domain.language.words import any_of, flat, phrases
from filrouge.domain.model import Deadline, Place

__all__ = ["due_date", "find_deadlines", "find_indicators", "is_periodic"]

Period = tuple[dt.date, dt.date]
_HEAD = 60  # characters before a date in which the words that make it a deadline stand
_STOPS = re.compile(r"[.;!?](?=\s)|\n\s*\n")
_SINCE = "apres suivant suivants a+dater a+compter na nach vanaf after of following".replace(" ", "|").replace(
    "+", r"\s+"
)
_TAIL = rf"(?:\s+(?:{_SINCE})(?![^\W_])(?:\s+[^\s,;.:()]+){{0,6}})?"
_SMALL = "par|door|durch|by|et|en|und|and|afin|om|um|to|de|du|des|van|der|of|la|le|les|het|die|das|the"
_CUT = re.compile(
    rf"\s+(?:{_SMALL})$|\s+(?:par|door|durch|by|afin|om|um)\s.*$",
    re.DOTALL,
)
_JOINED = re.compile(r"\s*(?:-|/|au|a|et|tot|tot en met|en|bis|und|to|and|until)\s*(?:le|zum|the)?\s*$")
_YEAR_OF = r"(?:\s+(?:de\s+|van\s+|of\s+)?(?:19|20)\d\d(?![^\W_]))?"
_BLANK = re.compile(r"\s*(?:la fin |le |eind |ende |end )?((?:19|20)(?:xx|yy|zz|\d[xy]|\.\.|__))")


@dataclass(frozen=True)
class _Grammar:
    """The compiled patterns of one language; those on a head are anchored at its end."""

    lead: re.Pattern[str]
    before: re.Pattern[str]
    starts: re.Pattern[str]
    weak: re.Pattern[str]
    bounds: re.Pattern[str]
    after: re.Pattern[str]
    notice: re.Pattern[str]
    cited: re.Pattern[str]
    leads: re.Pattern[str]
    ends: re.Pattern[str]
    own_ends: re.Pattern[str]
    middles: re.Pattern[str]
    accented: re.Pattern[str]
    spans: re.Pattern[str]
    yearless: re.Pattern[str]
    periodic: re.Pattern[str]
    moments: re.Pattern[str]


@lru_cache(maxsize=4)
def _grammar(language: str) -> _Grammar:
    whole = lexicon(language)
    words, dates = whole.deadlines, whole.dates
    article = r"(?:(?:la|le|l'|het|de|das|dem|der|the|au|du)\s*)?"
    part = any_of(phrase for found in dates.firsts.values() for phrase in found)
    lead, number = any_of(words.leads), rf"(?:\d{{1,3}}|{any_of(whole.numbers)})"
    return _Grammar(
        lead=re.compile(rf"{lead}\s*{article}$"),
        before=re.compile(rf"{any_of(words.before)}\s*{article}$"),
        starts=re.compile(rf"{any_of(words.starts)}\s*:?\s*{article}$"),
        weak=re.compile(rf"{any_of(words.weak)}\s*$"),
        bounds=re.compile(rf"{any_of(whole.figures.bounds)}\s+\d"),
        after=re.compile(rf",?\s*{any_of(words.after)}"),
        notice=re.compile(rf"{any_of(words.notices)}\s*[:=-]\s*(?:{any_of((*words.leads, *words.weak))}\s*)?$"),
        cited=re.compile(rf"(?<!par )(?<!per )(?<!pro ){any_of(words.cited)}\s*(?:{any_of(words.weak)}\s*)?$"),
        leads=re.compile(lead),
        ends=re.compile(
            rf"{lead}\s*{article}(?P<end>{any_of((*words.ends, *words.own_ends, *words.feasts))}{_YEAR_OF})"
        ),
        own_ends=phrases(*words.own_ends),
        middles=re.compile(rf"(?:{lead}\s*{article})?{any_of(words.middles)}"),
        accented=phrases(*words.accented),
        spans=re.compile(
            rf"{any_of(words.spans)}\s+(?:(?:les|de|der|the|next)\s+)?{number}\s+{any_of(words.units)}{_TAIL}"
        ),
        yearless=re.compile(
            rf"{lead}\s*{article}(?P<words>(?:{DAY}\s*|{part}[\s-]+|(?<=\s))(?:de\s+|of\s+)?(?P<month>{month_pattern()}))"
        ),
        periodic=phrases(*words.periodic),
        moments=phrases(*words.moments),
    )


def find_deadlines(text: str, language: str, offset: int = 0, period: Period | None = None) -> tuple[Deadline, ...]:
    """The deadlines of a paragraph or statement, in order, none inside another; ``offset`` moves their places.

    ``period`` is the plan's own: it gives the year of "30 June" when it lies within one year, the day of "the end of
    the plan" or "halfway through the mandate", and the years in which a bare date of a statement can be a deadline. A
    deadline without a day (a span, a frequency, the end of a term of parliament) has no date; a start ("from 1 March
    2027") is none. Raises KeyError for a language other than fr, nl, de, en.
    """
    plain, grammar = flat(text), _grammar(language)
    found = [
        *_dated(text, plain, grammar, lexicon(language), period),
        *_undated(plain, grammar, period),
        *_yearless(plain, grammar, period),
        *_periodic(plain, grammar, language),
    ]
    kept: list[Deadline] = []
    for start, end, date in sorted(found, key=lambda each: (each[0], -each[1])):
        if not kept or start + offset >= kept[-1].place.end:
            words = " ".join(text[start:end].split())
            kept.append(Deadline(words, date, Place(start + offset, end + offset)))
    return tuple(kept)


def due_date(text: str, language: str, period: Period | None = None) -> dt.date | None:
    """The day by which what a line or a column of due dates says is to be done, or None when it names none.

    The last day among the dates that are no start ("from 1/3/2026" is one), of a part of a year its last day ("Q4 2026"
    is 31 December 2026); where no date stands, what :func:`find_deadlines` resolves. Raises KeyError for a language
    other than fr, nl, de, en.
    """
    plain, grammar, days = flat(text), _grammar(language), []
    dates = find_dates(text)
    for rank, date in enumerate(dates):
        head = plain[max(dates[rank - 1].end if rank else 0, date.start - _HEAD) : date.start]
        if grammar.after.match(plain, date.end) or not _is_start(head, grammar):
            days.append(_bound(date, head, grammar))
    if dates:
        return max(days, default=None)
    if period and grammar.own_ends.search(plain):
        return period[1]
    return max((each.date for each in find_deadlines(text, language, 0, period) if each.date), default=None)


def is_periodic(deadline: Deadline, language: str) -> bool:
    """Whether a deadline says how often rather than by when."""
    return _grammar(language).periodic.fullmatch(flat(deadline.text)) is not None


# A day bounds a statement that ends with it after "for": "open a desk for 30 June 2027".
_ENDS_FOR = re.compile(r"(?:pour|voor|fur|for)(?:\s(?:le|den|the))?\s*\|$")
Found = tuple[int, int, dt.date | None]


def _dated(text: str, plain: str, grammar: _Grammar, words: Lexicon, period: Period | None) -> Iterator[Found]:
    """Dates that the words around them make deadlines; the ends of a range ("2022-2024") are none."""
    dates = find_dates(text)
    for rank, date in enumerate(dates):
        floor = dates[rank - 1].end if rank else 0
        if rank and _JOINED.fullmatch(plain[floor : date.start]):
            continue
        head = plain[max(floor, date.start - _HEAD) : date.start]
        base = date.start - len(head)
        lead, weak = _lead(text, date, head, grammar), grammar.weak.search(head)
        after = grammar.after.match(plain, date.end)
        if grammar.notice.search(head):
            yield date.start, date.end, date.date
        elif not after and _is_start(head, grammar):
            continue
        elif lead and not _is_past(text, plain, date, words, grammar.before.search(head)):
            yield base + lead.start(), date.end, _bound(date, head, grammar)
        elif after:
            yield base + weak.start() if weak else date.start, after.end(), date.date
        elif (
            (weak or date.precision in ("part", "quarter", "half", "season"))
            and _in(period, date)
            and not grammar.cited.search(head)
            and not _opens_range(dates, rank, plain)
            and _is_statement(text, plain, date, words, period, grammar)
        ):
            yield base + weak.start() if weak else date.start, date.end, date.date


def _lead(text: str, date: FoundDate, head: str, grammar: _Grammar) -> re.Match[str] | None:
    """The words before a date that bound by themselves, if any."""
    lead = grammar.lead.search(head)
    if lead and grammar.accented.fullmatch(lead[0].strip()):
        return None if text[date.start - len(head) + lead.start() : date.start].isascii() else lead
    return lead


def _is_start(head: str, grammar: _Grammar) -> bool:
    """Whether the words before a date say from when: they reach further back than words that bound ("au cours de")."""
    start = grammar.starts.search(head)
    others = (grammar.lead.search(head), grammar.weak.search(head))
    return start is not None and all(other is None or start.start() <= other.start() for other in others)


def _bound(date: FoundDate, head: str, grammar: _Grammar) -> dt.date:
    """The last day left: the eve of what must not be reached ("before 2025"), else the last day of what is named."""
    before = grammar.before.search(head)
    if before and date.precision in ("month", "quarter", "half", "season", "year"):
        return date.first - dt.timedelta(days=1)
    return date.date


def _sentence(plain: str, at: int) -> tuple[int, int]:
    start = max((stop.end() for stop in _STOPS.finditer(plain, 0, at)), default=0)
    stop = _STOPS.search(plain, at)
    return start, stop.start() if stop else len(plain)


def _is_past(text: str, plain: str, date: FoundDate, words: Lexicon, before: object) -> bool:
    """Whether the sentence tells what was: only then does "before 2020" bound nothing. Other leads always bound."""
    if not before:
        return False
    start, end = _sentence(plain, date.start)
    if phrases(*words.obligations).search(plain, start, end):
        return False
    return _tells_past(text[start:end], plain[start:end], words)


def _tells_past(text: str, plain: str, words: Lexicon) -> bool:
    return bool(phrases(*words.deadlines.past).search(plain) or re.search(words.deadlines.past_form, text.lower()))


def _is_statement(
    text: str, plain: str, date: FoundDate, words: Lexicon, period: Period | None, grammar: _Grammar
) -> bool:
    """Whether the sentence says what is to be done, rather than what was done or what is."""
    start, end = _sentence(plain, date.start)
    if _tells_past(text[start:end], plain[start:end], words):
        return False
    if phrases(*words.obligations).search(plain, start, end):
        return True
    if re.search(words.deadlines.future_form, text[start:end].lower()) or grammar.bounds.search(plain, start, end):
        return True
    if date.precision == "day" and not _ENDS_FOR.search(
        plain[start : date.start] + "|" + plain[date.end : end].strip()
    ):
        return False
    around = len(plain[start : date.start].split()) + len(plain[date.end : end].split())
    if period and date.precision in ("quarter", "half"):  # "the desk is open in the first quarter of 2028"
        return around > 2
    return around > 3 and not phrases(*words.deadlines.stated).search(plain, start, end)


def _opens_range(dates: tuple[FoundDate, ...], rank: int, plain: str) -> bool:
    """Whether the next date ends a range that this one begins ("2022-2024", "from 1 January to 31 March 2023")."""
    if rank + 1 == len(dates):
        return False
    return _JOINED.fullmatch(plain[dates[rank].end : dates[rank + 1].start]) is not None


def _in(period: Period | None, date: FoundDate) -> bool:
    return period is None or (period[0] <= date.last and date.first <= period[1])


def _undated(plain: str, grammar: _Grammar, period: Period | None) -> Iterator[Found]:
    """Spans ("within three months"), moments, ends ("by the end of the mandate") and years left blank ("by 20xx")."""
    for match in grammar.spans.finditer(plain):
        yield match.start(), match.start() + len(_CUT.sub("", match[0])), None
    for match in grammar.moments.finditer(plain):
        yield match.start(), match.end(), None
    for match in grammar.middles.finditer(plain):
        yield match.start(), match.end(), period[0] + (period[1] - period[0]) // 2 if period else None
    for match in grammar.ends.finditer(plain):
        own = grammar.own_ends.fullmatch(match["end"])
        yield match.start(), match.end(), period[1] if own and period else None
    for match in grammar.leads.finditer(plain):
        blank = _BLANK.match(plain, match.end())
        if blank:
            yield match.start(), blank.end(), None


def _yearless(plain: str, grammar: _Grammar, period: Period | None) -> Iterator[Found]:
    """A day or a month that bounds and names no year; the period gives it when it lies within one."""
    for match in grammar.yearless.finditer(plain):
        if re.match(r"\.?,?\s*(?:de |van |of )?(?:19|20)\d\d", plain[match.end() :]):
            continue
        start, end = _sentence(plain, match.start())
        year = period[0].year if period and period[0].year == period[1].year else None
        if year is None or grammar.periodic.search(plain, start, end):
            yield match.start(), match.end(), None
            continue
        month = month_numbers()[match["month"]]
        last = day(year + month // 12, month % 12 + 1, 1)
        ends = last - dt.timedelta(days=1) if last else None
        yield match.start(), match.end(), day(year, month, int(match["day"])) if match["day"] else ends


_DETERMINER = re.compile(r"(?<![^\W_])(?:een|het|ons|dit|the|an?|our|its|their|and|en|of)\s+$")


def _periodic(plain: str, grammar: _Grammar, language: str) -> Iterator[Found]:
    """How often: adverbs only. Dutch and English write some adjectives alike; after a determiner it is one of these."""
    for match in grammar.periodic.finditer(plain):
        alike = language in ("nl", "en") and " " not in match[0]
        if not (alike and _DETERMINER.search(plain[max(0, match.start() - 12) : match.start()])):
            yield match.start(), match.end(), None
