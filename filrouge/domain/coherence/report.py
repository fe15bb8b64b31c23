"""Checking a document: run the rules, set aside what was waived, and say what is most worth reading."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from filrouge.domain.coherence.engine import REGISTRY, Context, Fact, Finding, Severity, Waiver, applicable
from filrouge.domain.language.words import fold
from filrouge.domain.model import Document, Framework, ReferencePlan

MOST_WORTH_READING = 10


@dataclass(frozen=True)
class Report:
    """All that a check found, in the order of the text; what was waived is in it too, marked by its waiver.

    ``first`` holds the remarks most worth reading, best first; ``unused`` the waivers that set nothing aside, because
    nothing matches them or because their time is over.
    """

    findings: tuple[Finding, ...]
    first: tuple[Finding, ...]
    unused: tuple[Waiver, ...] = ()

    @property
    def open(self) -> tuple[Finding, ...]:
        """What was not waived."""
        return tuple(finding for finding in self.findings if finding.waiver is None)

    @property
    def waived(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.waiver is not None)

    @property
    def summary(self) -> dict[str, int]:
        """How many open findings of each severity, and how many waived."""
        counts = {severity.value: 0 for severity in sorted(Severity, key=lambda s: -s.rank)}
        for finding in self.open:
            counts[finding.severity.value] += 1
        return {**counts, "waived": len(self.waived)}

    def at_or_above(self, severity: Severity) -> bool:
        """Whether an open finding is as severe as this, or more."""
        return any(finding.severity.rank >= severity.rank for finding in self.open)


def check(
    document: Document,
    framework: Framework | None,
    *,
    today: dt.date,
    waivers: Sequence[Waiver] = (),
    explained: Iterable[str] = (),
    above: ReferencePlan | None = None,
) -> Report:
    """What is wrong with this document, as of ``today``. ``explained`` are abbreviations that a register outside the
    document spells out (the units of its entity); ``above`` is the plan that it answers to.

    Raises ValueError when the framework gives a rule a severity that does not exist.
    """
    context = Context(document, framework, today, frozenset(map(fold, explained)), above)
    findings = [
        Finding(one.code, severity, fact) for one, severity in applicable(framework) for fact in one.run(context)
    ]
    findings.sort(key=lambda f: (f.fact.place.start if f.fact.place else -1, f.code))
    used: set[int] = set()
    settled = [_settled(finding, context, waivers, used) for finding in findings]
    unused = tuple(waiver for rank, waiver in enumerate(waivers) if rank not in used)
    return Report(tuple(settled), ranked(settled), unused)


def ranked(findings: Sequence[Finding], size: int = MOST_WORTH_READING) -> tuple[Finding, ...]:
    """The open findings most worth reading: by severity, then by the weight of rule and fact; no rule speaks a second
    time before every other had its turn."""
    turns: dict[str, list[Finding]] = defaultdict(list)
    for finding in sorted((f for f in findings if f.waiver is None), key=_worth):
        turns[finding.code].append(finding)
    first: list[Finding] = []
    for turn in range(max((len(queue) for queue in turns.values()), default=0)):
        first += sorted((queue[turn] for queue in turns.values() if turn < len(queue)), key=_worth)
        if len(first) >= size:
            break
    return tuple(first[:size])


def _worth(finding: Finding) -> tuple[int, int, float, int, str]:
    known = REGISTRY.get(finding.code)
    fact = finding.fact
    start = fact.place.start if fact.place else -1
    return (-finding.severity.rank, -(known.weight if known else 0), -fact.weight, start, finding.code)


def _settled(finding: Finding, context: Context, waivers: Sequence[Waiver], used: set[int]) -> Finding:
    for rank, waiver in enumerate(waivers):
        if _sets_aside(waiver, finding, context):
            used.add(rank)
            return replace(finding, waiver=waiver)
    return finding


def _sets_aside(waiver: Waiver, finding: Finding, context: Context) -> bool:
    if waiver.code != finding.code or (waiver.until is not None and waiver.until < context.today):
        return False
    document, fact = context.document, finding.fact
    if waiver.section is not None and waiver.section not in _names_of_section(document, fact):
        return False
    if waiver.item is not None and waiver.item not in _names_of_item(document, fact):
        return False
    return waiver.words is None or any(fold(waiver.words) in fold(text) for text in _texts(document, fact))


def _names_of_section(document: Document, fact: Fact) -> set[str]:
    section = document.sections_by_id.get(fact.section or "")
    names = {fact.section, str(fact.params.get("section", ""))}
    while section:
        names |= {section.id, section.number}
        section = document.sections_by_id.get(section.parent or "")
    return {name for name in names if name}


def _names_of_item(document: Document, fact: Fact) -> set[str]:
    item = document.items_by_id.get(fact.item or "")
    names = {fact.item, item.number if item else None, str(fact.params.get("number", ""))}
    return {name for name in names if name}


def _texts(document: Document, fact: Fact) -> Iterator[str]:
    for place in (fact.place, *fact.places):
        if place:
            yield document.text[place.start : place.end]
    for value in fact.params.values():
        yield from map(str, value) if isinstance(value, (list, tuple)) else (str(value),)
