"""The result of checking one file, ready to be shown: each remark in words, with its place and its reasons."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from filrouge.domain.coherence.engine import REGISTRY, Fact, Finding, Severity
from filrouge.domain.coherence.messages import render
from filrouge.domain.coherence.report import Report
from filrouge.domain.model import Document, Framework, Item, Place, Section, Text
from filrouge.domain.report.positions import Lines


class RuleWords(Protocol):
    """The texts of a rule, as the library has them."""

    @property
    def title(self) -> Text: ...
    @property
    def message(self) -> Text: ...
    @property
    def why(self) -> Text: ...
    @property
    def mend(self) -> Text: ...


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding in the words of one language, as a script reads them; a page sets their spaces.

    ``rank`` counts from 1 in the order of the text, over the open remarks and then the waived ones. ``source`` is where
    the rule comes from. ``item`` and ``section`` are what the finding is about, when the document has them.
    """

    rank: int
    finding: Finding
    title: str
    message: str
    why: str
    mend: str
    source: str
    item: Item | None
    section: Section | None

    @property
    def code(self) -> str:
        return self.finding.code

    @property
    def severity(self) -> Severity:
        return self.finding.severity

    @property
    def fact(self) -> Fact:
        return self.finding.fact

    @property
    def place(self) -> Place | None:
        """Where it stands in the text; else the title of its section; else None, when it is about the whole."""
        if self.finding.fact.place is not None:
            return self.finding.fact.place
        return self.section.heading if self.section else None


@dataclass(frozen=True)
class Dossier:
    """What was read in one file and what is to be said of it, in the language of the interface.

    ``file`` is the name as the person gave it; ``remarks`` are the open ones in the order of the text, ``waived`` those
    set aside, ``first`` the open ones most worth reading, best first.
    """

    file: str
    document: Document
    framework: Framework | None
    report: Report
    remarks: tuple[Remark, ...]
    waived: tuple[Remark, ...]
    first: tuple[Remark, ...]
    language: str
    today: dt.date

    @cached_property
    def lines(self) -> Lines:
        return Lines(self.document.text)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many open remarks of each severity: ``error``, ``warning``, ``info``."""
        return {severity.value: self.report.summary[severity.value] for severity in SEVERITIES}

    @property
    def title(self) -> str:
        """What the document calls itself, else the name of its file."""
        return self.document.facts.title or self.file.replace("\\", "/").rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, and the sentence that says why."""

    file: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Batch:
    """All that one run checked, in the order asked for; ``many`` when several files, or a folder, were named."""

    dossiers: tuple[Dossier, ...]
    failures: tuple[Failure, ...] = ()
    many: bool = False


SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def dossier(
    file: str,
    document: Document,
    framework: Framework | None,
    report: Report,
    words: Mapping[str, RuleWords],
    language: str,
    today: dt.date,
) -> Dossier:
    """Put the findings of ``report`` into the words of ``language`` (fr, nl, de or en).

    ``words`` holds the texts of every rule by code. Raises KeyError for a finding whose code it does not have.
    """
    remarks = [
        _remark(rank, finding, document, words[finding.code], language)
        for rank, finding in enumerate((*report.open, *report.waived), 1)
    ]
    by_finding = {id(remark.finding): remark for remark in remarks}
    first = tuple(by_finding[id(finding)] for finding in report.first if id(finding) in by_finding)
    opened = len(report.open)
    return Dossier(
        file, document, framework, report, tuple(remarks[:opened]), tuple(remarks[opened:]), first, language, today
    )


def _remark(rank: int, finding: Finding, document: Document, words: RuleWords, language: str) -> Remark:
    fact, known = finding.fact, REGISTRY.get(finding.code)
    return Remark(
        rank,
        finding,
        words.title[language],
        render(words.message[language], fact.params, language),
        words.why[language],
        words.mend[language],
        known.source if known else "",
        document.items_by_id.get(fact.item or ""),
        document.sections_by_id.get(fact.section or ""),
    )
