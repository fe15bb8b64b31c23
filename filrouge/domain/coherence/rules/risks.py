"""RIS101-105: the risk domains against the SWOT analysis and the objectives, and how old the analysis is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from filrouge.domain.coherence.engine import Context, Fact, Severity, folded, rule
from filrouge.domain.coherence.prose import excerpt, number_of
from filrouge.domain.coherence.rules.sources import LETTER, OWN
from filrouge.domain.language.words import flat, fold, phrases
from filrouge.domain.model import OBJECTIVE_KINDS, Item, Quoted, SwotItem

_LEVELS = ("strategic_objective", "objective", "operational_objective", "priority", "ambition")
_TWO_YEARS = dt.timedelta(days=731)


@rule("RIS101", Severity.WARNING, source=OWN, weight=65)
def exposed_without_domain(context: Context) -> Iterator[Fact]:
    """A weakness or a threat that no risk domain takes up."""
    document = context.document
    if not document.risk_domains:
        return
    crossed = {
        "weakness": {number for domain in document.risk_domains for number in domain.weaknesses},
        "threat": {number for domain in document.risk_domains for number in domain.threats},
    }
    for kind, numbers in crossed.items():
        items = [item for item in document.swot if item.kind == kind]
        failing = [
            context.within(item.place, kind=kind, number=item.number, text=excerpt(item.text))
            for item in items
            if numbers and number_of(item.number) not in numbers
        ]
        for fact in folded(failing, len(items), labels=[str(fact.params["number"]) for fact in failing]):
            yield fact.saying(kind=kind)


@rule("RIS102", Severity.WARNING, source=OWN, weight=60)
def objective_without_domain(context: Context) -> Iterator[Fact]:
    """An objective that no risk domain crosses, at the level whose numbers the domains quote."""
    crossed = {number for domain in context.document.risk_domains for number in domain.objectives}
    level = objectives_quoted(context.document.items, crossed) if crossed else ()
    failing = [
        Fact(item.place, item.id, item.section, {"number": item.number, "text": excerpt(item.text)})
        for item in level
        if number_of(item.number) not in crossed
    ]
    yield from folded(failing, len(level), labels=[str(fact.params["number"]) for fact in failing])


def objectives_quoted(items: Sequence[Item], numbers: set[int]) -> tuple[Item, ...]:
    """The numbered objectives of the level to which these numbers belong; of two that hold as many, the higher."""
    best: tuple[Item, ...] = ()
    score = 0
    for kind in _LEVELS:
        level = tuple(item for item in items if item.kind == kind and number_of(item.number) is not None)
        held = len(numbers & {number_of(item.number) for item in level})
        if held > score:
            best, score = level, held
    return best if score * 2 >= len(numbers) else ()


@rule("RIS103", Severity.INFO, source=OWN, weight=40)
def asset_unused(context: Context) -> Iterator[Fact]:
    """Strengths and opportunities that nothing takes up: one finding per kind, with how many."""
    document = context.document
    if not document.risk_domains:
        return
    for kind in ("strength", "opportunity"):
        items = [item for item in document.swot if item.kind == kind]
        used = _taken_up(context, kind, items)
        unused = [item for item in items if number_of(item.number) not in used]
        if unused:
            numbers = [item.number for item in unused]
            yield Fact(
                unused[0].place,
                section=context.section_of(unused[0].place),
                params={"kind": kind, "count": len(unused), "total": len(items), "numbers": numbers},
                places=tuple(item.place for item in unused[1:]),
                weight=float(len(unused)),
            )


def _taken_up(context: Context, kind: str, items: Sequence[SwotItem]) -> set[int]:
    """The numbers of this kind that a risk domain quotes, or that the text cites outside the list itself."""
    if not items:
        return set()
    used = {q.number for domain in context.document.risk_domains for q in domain.quoted if q.kind == kind}
    cited = re.compile(rf"{phrases(*context.lexicon.swot[kind]).pattern}\s*(?:n[°ro]*\.?\s*)?(\d+)(?!\w)")
    start, end = min(item.place.start for item in items), max(item.place.end for item in items)
    found = cited.finditer(context.prose.flat)
    return used | {int(match[1]) for match in found if not start <= match.start() < end}


@rule("RIS104", Severity.WARNING, source=f"{LETTER}, 3.2.1", weight=60)
def old_analysis(context: Context) -> Iterator[Fact]:
    """An analysis that says it was made more than two years before the document."""
    facts = context.document.facts
    made = facts.validated_on or facts.starts_on or (facts.period[0] if facts.period else None)
    if made is None:
        return
    analysis, verb = phrases(*context.words.analysis), phrases(*context.words.made)
    stated = re.compile(rf"{verb.pattern}\W(?:[^.;\d]|\d{{1,2}}\D){{0,40}}?(?P<year>(?:19|20)\d\d)(?!\d)")
    for sentence in context.prose.sentences:
        if not analysis.search(sentence.flat):
            continue
        for match in stated.finditer(sentence.flat):
            year = int(match["year"])
            if analysis.search(sentence.flat, max(0, match.start() - 100), match.start()) and _older(year, made):
                place = context.prose.where(sentence.text[match.start() : match.end()], sentence.paragraph.place)
                yield context.within(place, year=year, made=made, quote=excerpt(sentence.text))
    for section, title in context.prose.headings:
        dated = re.search(r"(?<!\d)((?:19|20)\d\d)\)?$", title)
        period = re.search(r"\d{4}\D{1,3}\d{4}", title)
        if dated and not period and analysis.search(title) and _older(int(dated[1]), made):
            params = {"year": int(dated[1]), "made": made, "quote": section.title}
            yield Fact(section.heading, section=section.id, params=params)


def _older(year: int, made: dt.date) -> bool:
    """Whether even the last day of that year is more than two years before."""
    return made - dt.date(year, 12, 31) > _TWO_YEARS


@rule("RIS105", Severity.INFO, source=OWN, weight=45)
def quoted_with_other_words(context: Context) -> Iterator[Fact]:
    """A weakness, a threat or an objective that a matrix quotes with other words than where it is defined."""
    document = context.document
    crossed = {number for domain in document.risk_domains for number in domain.objectives}
    defined: dict[tuple[str, int], tuple[str, str | None]] = {}
    for swot in document.swot:
        number = number_of(swot.number)
        if number is not None:
            defined.setdefault((swot.kind, number), (swot.text, None))
    for item in objectives_quoted(document.items, crossed) if crossed else ():
        number = number_of(item.number)
        if number is not None and item.kind in OBJECTIVE_KINDS:
            defined.setdefault(("objective", number), (item.text, item.id))
    seen: dict[tuple[str, int, str], list[Quoted]] = {}
    for quoted in (q for domain in document.risk_domains for q in domain.quoted):
        known = defined.get((quoted.kind, quoted.number))
        if known and _says_otherwise(_bare(known[0]), _bare(quoted.text)):
            seen.setdefault((quoted.kind, quoted.number, _bare(quoted.text)), []).append(quoted)
    for (kind, number, _), places in seen.items():
        text, item_id = defined[kind, number]
        yield Fact(
            places[0].place,
            item_id,
            context.section_of(places[0].place),
            {
                "kind": kind,
                "number": number,
                "defined": excerpt(text, 240),
                "quoted": excerpt(places[0].text, 240),
                "count": len(places),
            },
            tuple(quoted.place for quoted in places[1:]),
        )


def _says_otherwise(defined: str, quoted: str) -> bool:
    """Whether the words differ; a quotation that only leaves off the end, or that a page cut in two, has no others."""
    if not quoted or defined.startswith(quoted) or defined.endswith(quoted):
        return False
    return not quoted.startswith(defined)


def _bare(text: str) -> str:
    """The words of a text as they compare: no case, space, hyphen, note mark or punctuation."""
    unmarked = re.sub(r"(?<=[a-z])\d{1,2}(?!\w)", "", flat(text))
    return re.sub(r"[\W_]+", "", fold(unmarked))
