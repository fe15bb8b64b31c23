"""OPE101 and CAL101: the year of an operational plan, and plans that have expired, leave a gap or overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from filrouge.domain.coherence.engine import Context, Fact, Severity, rule
from filrouge.domain.coherence.prose import excerpt
from filrouge.domain.coherence.rules.sources import FEDERAL, NATIONAL
from filrouge.domain.language.words import flat, phrases, tokens
from filrouge.domain.model import Place

_YEARS = r"(?P<first>(?:19|20)\d\d)\s?[-‐‑–—/]\s?(?P<last>(?:19|20)\d\d)(?!\d)"


@rule("OPE101", Severity.ERROR, source=FEDERAL, weight=70)
def not_a_calendar_year(context: Context) -> Iterator[Fact]:
    """An operational plan, or what the text says of it, that does not run from 1 January to 31 December."""
    facts, operational = context.document.facts, phrases(*context.words.operational_plan)
    if facts.period and facts.title and operational.search(flat(facts.title)):
        start, end = facts.period
        if (start.month, start.day, end.month, end.day) != (1, 1, 12, 31) or start.year != end.year:
            yield Fact(facts.period_place, params={"form": "period", "start": start, "end": end})
        return
    runs, begins = phrases(*context.words.runs), phrases(*context.words.begins)
    for sentence in context.prose.sentences:
        if not operational.search(sentence.flat) or not (runs.search(sentence.flat) or begins.search(sentence.flat)):
            continue
        days = [(int(d), m) for d, m in _days(context, sentence.flat)]
        if len(days) == 2 and days != [(1, 1), (31, 12)]:
            place = context.prose.where(sentence.text, sentence.paragraph.place)
            yield context.within(place, form="text", quote=excerpt(sentence.text))


def _days(context: Context, text: str) -> Iterator[tuple[str, int]]:
    """The days of the year that a sentence names: ("1", 1) for the first of January, whatever its year."""
    months = context.lexicon.dates.months
    named = "|".join(f"(?P<m{rank}>{phrases(*names).pattern})" for rank, names in enumerate(months, 1))
    after = re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})(?:er|e|st|nd|rd|th|\.)?\s+(?:of\s+)?(?:{named})")
    before = re.compile(rf"(?:{named})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)")
    for match in (before if context.language == "en" and before.search(text) else after).finditer(text):
        yield match["day"], next(rank for rank in range(1, 13) if match[f"m{rank}"])


@rule("CAL101", Severity.WARNING, source=f"{NATIONAL}, 3", weight=58)
def period_over_or_broken(context: Context) -> Iterator[Fact]:
    facts = context.document.facts
    if facts.period and facts.period[1] < context.today:
        yield Fact(facts.period_place, params={"form": "expired", "end": facts.period[1]})
    yield from _broken(context)


def _broken(context: Context) -> Iterator[Fact]:
    """Two periods that the text gives to plans of one name, with years between them, or years in common."""
    periods: dict[str, dict[tuple[int, int], tuple[Place, str]]] = {}
    for match in re.finditer(_YEARS, context.document.text):
        first, last = int(match["first"]), int(match["last"])
        name = _plan_before(context, match.start())
        key = _key(context, name) if name else ""
        if name and len(key) > 1 and 0 < last - first < 15:
            known = periods.setdefault(key, {})
            known.setdefault((first, last), (Place(*match.span()), name))
    for known in periods.values():
        for (_, end), (start, after) in pairwise(sorted(known)):
            if start == end + 1:
                continue
            kind = "gap" if start > end else "overlap"
            place, name = known[start, after]
            before = next(first for first, last in sorted(known) if last == end)
            fact = context.within(place, form=kind, plan=name, first=f"{before}-{end}", second=f"{start}-{after}")
            yield replace(fact, places=(known[before, end][0],))


def _plan_before(context: Context, start: int) -> str | None:
    """The name of the plan to which a period belongs: ``plan`` and the words up to it, or a short name of a plan."""
    before = context.document.text[max(0, start - 80) : start]
    plan = phrases(*context.words.plan).pattern
    found = re.search(rf"{plan}(?:\s+[^\W\d_][\w'’\-]*){{0,6}}\s*\(?\s*$", flat(before))
    if found:
        start_of_name = found.start() - len(_qualifier(context, before[: found.start()]))
        return " ".join(before[start_of_name:].split()).rstrip(" (")
    short = re.search(rf"(?<!\w)({'|'.join(context.words.plan_codes)})s?\s*\(?$", before.rstrip())
    return short[1] if short else None


def _qualifier(context: Context, before: str) -> str:
    """The words that qualify a plan before its noun ("zonaal veiligheidsplan"); in French they follow it."""
    if context.language == "fr":
        return ""
    kept: list[str] = []
    for word in reversed(re.findall(r"[^\W\d_][\w\-]*\s+", before[-60:])):
        if flat(word).strip() in context.lexicon.stop_words or not before.endswith("".join([word, *kept])):
            break
        kept.insert(0, word)
    return "".join(kept[-2:])


def _key(context: Context, name: str) -> str:
    """A plan's name as its initials, so that its full and its short name are one."""
    if name.isupper():
        return flat(name)
    significant = [word for word in tokens(name) if word not in context.lexicon.stop_words]
    return "".join(word[0] for word in significant)
