"""MAN101-106 and 109: what the law and the inspectorate expect of a mission letter, as far as a file can tell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from filrouge.domain.coherence.engine import Context, Fact, Severity, rule
from filrouge.domain.coherence.rules.sources import EXODUS_72, INTEGRITY, PJPOL_39
from filrouge.domain.language.dates import find_dates
from filrouge.domain.language.words import flat, phrases
from filrouge.domain.model import OBJECTIVE_KINDS

LETTER = ("mission-letter",)
MOST_YEARS = 5
_SUBSTANCE = 12  # words: less under a heading about the means says that there are means, not which


@rule("MAN101", Severity.ERROR, source=f"{EXODUS_72}; PJPol, VII.III", frameworks=LETTER, weight=70)
def term_of_the_mandate(context: Context) -> Iterator[Fact]:
    """The term is longer than five years, or nothing says when it begins."""
    facts = context.document.facts
    if facts.term_years is not None and facts.term_years > MOST_YEARS:
        yield Fact(facts.term_place, params={"form": "long", "years": facts.term_years})
    elif facts.period is not None and _is_long(facts.period, bare_years=facts.starts_on is None):
        start, end = facts.period
        yield Fact(facts.period_place, params={"form": "period", "start": start, "end": end})
    if facts.starts_on is None and facts.period is None:
        yield Fact(facts.term_place, params={"form": "no_start"})


def _is_long(period: tuple[dt.date, dt.date], *, bare_years: bool) -> bool:
    """Whether the period goes on after the day on which five years are full. Of a period told by its years alone
    ("2028-2033") that day is unknown: it may begin and end within them, and the years between them are counted."""
    start, end = period
    if bare_years and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return end.year - start.year > MOST_YEARS
    full = dt.date(start.year + MOST_YEARS, start.month, min(start.day, 28))
    return end > full + dt.timedelta(days=max(0, start.day - 28))


@rule("MAN102", Severity.ERROR, source=PJPOL_39, frameworks=LETTER, weight=90)
def no_act_of_adoption(context: Context) -> Iterator[Fact]:
    facts = context.document.facts
    missing = [name for name, value in (("body", facts.validated_by), ("date", facts.validated_on)) if value is None]
    if missing and _adoption_in_words(context):
        return
    if missing:
        yield Fact(facts.validation, params={"missing": missing})


def _adoption_in_words(context: Context) -> bool:
    """Whether one sentence holds a body that adopts letters, a verb of adoption and a day."""
    words = context.lexicon.facts
    body, adopted = phrases(*words.bodies), phrases(*words.adopted, *context.words.decided)
    return any(
        body.search(sentence.flat)
        and adopted.search(sentence.flat)
        and any(found.precision == "day" for found in find_dates(sentence.text))
        for sentence in context.prose.sentences
        if any(char.isdigit() for char in sentence.text)
    )


@rule("MAN103", Severity.WARNING, source=PJPOL_39, frameworks=LETTER, weight=45)
def no_copy_on_record(context: Context) -> Iterator[Fact]:
    copy, inspector = phrases(*context.words.copy), phrases(*context.words.inspector)
    if not any(copy.search(one.flat) and inspector.search(one.flat) for one in context.prose.sentences):
        yield Fact()


@rule("MAN104", Severity.WARNING, source=EXODUS_72, frameworks=LETTER, weight=50)
def no_legal_basis(context: Context) -> Iterator[Fact]:
    if not context.document.facts.legal_basis and not phrases(*context.words.law).search(context.prose.flat):
        yield Fact()


@rule("MAN105", Severity.WARNING, source=EXODUS_72, frameworks=LETTER, weight=70)
def security_plans_not_named(context: Context) -> Iterator[Fact]:
    """The national plan is not named; nor, in the letter of a police zone, the zonal plan."""
    words, text = context.words, context.prose.flat
    local = phrases(*words.zone).search(text) is not None
    missing = []
    if not phrases(*words.national_plan).search(text):
        missing.append("national")
    if local and not phrases(*words.zonal_plan).search(text):
        missing.append("zonal")
    if missing:
        yield Fact(params={"plans": missing})


@rule("MAN106", Severity.WARNING, source=f"{INTEGRITY}, 8", frameworks=LETTER, weight=60)
def no_integrity_objective(context: Context) -> Iterator[Fact]:
    """No statement and no heading is about integrity, and no integrity policy is named anywhere."""
    words, document = context.words, context.document
    integrity, other = phrases(*words.integrity), phrases(*words.other_integrity)
    policy = phrases(*words.integrity_policy)
    kinds = OBJECTIVE_KINDS | {"action", "commitment"}
    stated = [flat(item.text) for item in document.items if item.kind in kinds]
    stated += [flat(section.title) for section in document.sections]
    if any(integrity.search(other.sub(" ", text)) for text in stated):
        return
    if not any(policy.search(sentence.flat) for sentence in context.prose.sentences):
        yield Fact()


@rule("MAN109", Severity.WARNING, source=EXODUS_72, frameworks=LETTER, weight=75)
def means_not_stated(context: Context) -> Iterator[Fact]:
    """No table, no figure of money or people, and no section that says which means there are."""
    words, document = context.words, context.document
    if any(table.kind in ("staff", "budget") and table.rows for table in document.tables):
        return
    figure = re.compile(rf"(?<![\w.,])\d[\d.,\u202f\u00a0 ]*\s*(?:{phrases(*words.means_units).pattern}|€|k€|m€)")
    if any(figure.search(sentence.flat) for sentence in context.prose.sentences):
        return
    heading = phrases(*words.means_headings)
    for section, title in context.prose.headings:
        if heading.search(title) and len(context.prose.section_text(section).split()) >= _SUBSTANCE:
            return
    yield Fact()
