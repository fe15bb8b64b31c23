"""Findings of stored documents for a reader, counts for lists, waivers; what was changed by whom."""

from __future__ import annotations

import uuid
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from filrouge.apps.coherence import checking
from filrouge.apps.coherence.models import StoredWaiver
from filrouge.apps.documents.models import Document
from filrouge.apps.documents.selectors import documents_for
from filrouge.apps.objectives.models import Objective
from filrouge.apps.objectives.selectors import plan_of
from filrouge.apps.organisation.policies import Anyone
from filrouge.domain.coherence.engine import rules
from filrouge.domain.coherence.report import Report
from filrouge.domain.model.plan import NOTHING, Plan, Words
from filrouge.domain.report.dossier import Dossier, dossier
from filrouge.domain.smart import Assessment, assessed
from filrouge.library import rule_texts


@dataclass(frozen=True, slots=True)
class Part:
    """What a reader calls a part: ``kind`` is section, objective, action or empty (the whole document)."""

    id: str = ""
    kind: str = ""
    number: str = ""
    text: Words = NOTHING


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding in the reader's language.

    ``part`` is what it is about, ``section`` where that stands, ``parts`` the ids of all that it marks (of a finding
    about many statements, each of them); ``words`` are the marked ones. ``first`` is its rank among those most worth
    reading, from 1, or None. ``waiver`` sets it aside. ``key`` names it as long as it says the same of the same words.
    """

    key: str
    code: str
    severity: str
    title: str
    sentence: str
    why: str
    mend: str
    source: str
    part: Part
    section: Part
    parts: tuple[str, ...]
    words: str
    first: int | None
    waiver: StoredWaiver | None


@dataclass(frozen=True, slots=True)
class Findings:
    """All findings of a document, in the order of the text, waived ones among them."""

    all: tuple[ShownFinding, ...]
    waivers: tuple[StoredWaiver, ...] = ()

    @property
    def open(self) -> tuple[ShownFinding, ...]:
        return tuple(one for one in self.all if one.waiver is None)

    @property
    def waived(self) -> tuple[ShownFinding, ...]:
        return tuple(one for one in self.all if one.waiver is not None)

    @property
    def first(self) -> tuple[ShownFinding, ...]:
        """Those most worth reading, best first."""
        return tuple(sorted((one for one in self.all if one.first), key=lambda one: one.first or 0))

    @property
    def counts(self) -> Counts:
        found = [one.severity for one in self.open]
        return Counts(found.count("error"), found.count("warning"), found.count("info"), len(self.waived))

    @property
    def unused(self) -> tuple[StoredWaiver, ...]:
        """The waivers that set nothing aside: nothing matches them any more, or their time is over."""
        used = {one.waiver.pk for one in self.waived if one.waiver}
        return tuple(one for one in self.waivers if one.pk not in used)

    def of(self, part: str) -> tuple[ShownFinding, ...]:
        """Those that mark this part."""
        return tuple(one for one in self.all if part in one.parts)

    def beside(self, section: str) -> tuple[ShownFinding, ...]:
        """Those that stand in the margin of this section, outside its subsections."""
        return tuple(one for one in self.all if section in (one.section.id, *one.parts))


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings of each severity are open, and how many were set aside."""

    errors: int = 0
    warnings: int = 0
    infos: int = 0
    waived: int = 0


def findings_of(document: Document, language: str) -> Findings:
    """The findings of a document as it is stored now, said in ``language`` (fr, nl, de, en); three queries, or two once
    computed. The caller has seen to it that the person may see the document."""
    return _shown(checking.result_of(document).findings, waivers_of(document), language)


def findings_if(document: Document, plan: Plan, language: str) -> Findings:
    """The findings of the document if it said what ``plan`` says; nothing is stored."""
    done = checking.checked(document, plan)
    return _shown(checking.records(done), [stored for _, stored in done.waivers], language)


def counts_of(documents: Iterable[Document | uuid.UUID]) -> dict[uuid.UUID, Counts]:
    """What is open in each of these documents, by id, in one query; those whose check is not up to date are missing
    (:func:`filrouge.apps.coherence.services.check_stale` brings them in)."""
    ids = [one.pk if isinstance(one, Document) else one for one in documents]
    rows = checking.kept().filter(document__in=ids)
    names = ("document_id", "errors", "warnings", "infos", "waived")
    return {pk: Counts(*counts) for pk, *counts in rows.values_list(*names)}


def dossier_of(document: Document, name: str, language: str, keys: Container[str] | None = None) -> Dossier:
    """The result of a check as the writers take it (xlsx, html, sarif, text), under the name of a file; with ``keys``,
    only the findings that go by these."""
    done = checking.checked(document)
    report = done.report
    if keys is not None:
        named = zip(report.findings, checking.records(done), strict=True)
        kept = [finding for finding, record in named if record["key"] in keys]
        ids = {id(finding) for finding in kept}
        report = Report(tuple(kept), tuple(one for one in report.first if id(one) in ids), report.unused)
    return dossier(name, done.text, done.framework, report, rule_texts(), language, done.today)


def smart_in(document: Document) -> tuple[Plan, tuple[Assessment, ...]]:
    """The plan of a document and the SMART verdicts for its objectives, in their order; seven queries."""
    plan = plan_of(document.pk)
    return plan, assessed(plan)


def smart_of(objective: Objective) -> Assessment | None:
    """The SMART verdicts for one objective; None for a level that is not judged (a theme, a value, an indicator)."""
    _, found = smart_in(objective.document)
    return next((one for one in found if one.id == objective.key), None)


def waivers_of(document: Document) -> list[StoredWaiver]:
    """What was set aside in a document, oldest first, with the authors."""
    return list(StoredWaiver.objects.filter(document=document).select_related("author"))


def waivers_for(user: Anyone) -> QuerySet[StoredWaiver]:
    """The waivers in the documents that the person may see."""
    seen = StoredWaiver.objects.filter(document__in=documents_for(user).order_by())
    return seen.select_related("author", "document__entity")


def _shown(records: Iterable[Mapping[str, Any]], waivers: Iterable[StoredWaiver], language: str) -> Findings:
    known = {str(one.pk): one for one in waivers}
    words, known_rules = rule_texts(), {rule.code: rule for rule in rules()}
    found = []
    for one in records:
        text, rule = words[one["code"]], known_rules.get(one["code"])
        found.append(
            ShownFinding(
                one["key"],
                one["code"],
                one["severity"],
                text.title[language],
                one["sentence"][language],
                text.why[language],
                text.mend[language],
                rule.source if rule else "",
                _part(one["part"], one["where"]),
                _part(one["section"], one["head"]),
                tuple(one["parts"]),
                one["words"],
                one["first"],
                known.get(one["waiver"] or ""),
            )
        )
    return Findings(tuple(found), tuple(known.values()))


def _part(id: str, label: Mapping[str, Any]) -> Part:
    return Part(id, label["kind"], label["number"], Words.of(label["text"]))
