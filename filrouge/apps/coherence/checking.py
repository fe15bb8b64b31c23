"""Check a stored document: from its plan to findings that a page can show, kept as long as nothing changes.

A :class:`~filrouge.apps.coherence.models.CheckResult` holds what was found for one state of the document (its stamp),
one state of the program and one day; it is computed again when any of them is another, and never twice for the same.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.db.models import F, QuerySet
from django.utils import timezone

import filrouge
from filrouge.apps.coherence.models import CheckResult, StoredWaiver
from filrouge.apps.documents.models import Document
from filrouge.apps.documents.selectors import framework_for
from filrouge.apps.objectives.selectors import plan_of
from filrouge.apps.organisation.models import Entity
from filrouge.apps.organisation.selectors import explained_names
from filrouge.domain.coherence import Finding, Report, Waiver, check, render
from filrouge.domain.model import LANGUAGES, Framework, Place
from filrouge.domain.model import Document as Text
from filrouge.domain.model.plan import Action, Objective, Plan, PlanSection
from filrouge.domain.planning.to_document import document_of
from filrouge.domain.reading.prose import with_running
from filrouge.library import rule_texts

_LONGEST_QUOTE = 300
Json = dict[str, Any]


@dataclass(frozen=True)
class Checked:
    """A plan with what a check found in it; ``waivers`` pairs those that the report knows with the stored ones."""

    plan: Plan
    text: Text
    framework: Framework | None
    report: Report
    waivers: tuple[tuple[Waiver, StoredWaiver], ...]
    today: dt.date

    @cached_property
    def _spans(self) -> tuple[list[int], list[tuple[Place, str]]]:
        places = sorted(((item.place, item.id) for item in self.text.items), key=lambda one: one[0].start)
        return [place.start for place, _ in places], places

    def part_at(self, place: Place) -> str:
        """The id of the statement at a place, else of the section there, else nothing."""
        starts, places = self._spans
        rank = bisect_right(starts, place.start) - 1
        if rank >= 0 and place.start < max(places[rank][0].end, places[rank][0].start + 1):
            return places[rank][1]
        section = self.text.section_at(place.start)
        return section.id if section else ""


@cache
def program() -> str:
    """Which program checks: its version, and a digest of the rules, of their words and of what they stand on."""
    home = Path(filrouge.__file__).parent
    files = sorted([*home.glob("domain/**/*.py"), *home.glob("library/rules/*.yaml")])
    made = hashlib.sha256()
    for file in files:
        made.update(file.relative_to(home).as_posix().encode() + file.read_bytes())
    return f"{filrouge.__version__} {made.hexdigest()[:16]}"


def kept(today: dt.date | None = None) -> QuerySet[CheckResult]:
    """The results that still hold."""
    return CheckResult.objects.filter(
        stamp=F("document__stamp"), program=program(), checked_on=today or timezone.localdate()
    )


def result_of(document: Document) -> CheckResult:
    """What a check finds in the document as it is stored now; computed at most once for a state of it.

    Raises Document.DoesNotExist.
    """
    return kept().filter(document=document).first() or _computed(document)


@transaction.atomic
def _computed(document: Document) -> CheckResult:
    with connection.cursor() as cursor:  # one computation at a time; whoever waited finds it done
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"check {document.pk}"])
    known = kept().filter(document=document).first()
    if known is not None:
        return known
    # The stamp is read before the content: an edit in between makes the result one of the past, never a false present.
    now = Document.objects.select_related("framework").get(pk=document.pk)
    done = checked(now)
    counts = done.report.summary
    result, _ = CheckResult.objects.update_or_create(
        document=now,
        defaults={
            "stamp": now.stamp,
            "program": program(),
            "checked_on": done.today,
            "findings": records(done),
            "errors": counts["error"],
            "warnings": counts["warning"],
            "infos": counts["info"],
            "waived": counts["waived"],
        },
    )
    return result


def forget(entity: uuid.UUID) -> None:
    """What was found in the documents of this entity and of those below it no longer holds: its units have changed,
    or what is no unit, whose names explain the abbreviations of a text."""
    waiting, found = [entity], [entity]
    while waiting:
        waiting = list(Entity.objects.filter(parent__in=waiting).values_list("pk", flat=True))
        found += waiting
    CheckResult.objects.filter(document__entity__in=found).delete()


def checked(document: Document, plan: Plan | None = None) -> Checked:
    """Check the document, or another plan in its place, as of today; nothing is stored."""
    plan = plan if plan is not None else plan_of(document.pk)
    today = timezone.localdate()
    framework = framework_for(document)
    text = with_running(document_of(plan), framework)
    if document.relation == "addendum":
        framework = None  # it completes a plan: what a whole plan of that kind must hold is not asked of it
    stored = StoredWaiver.objects.filter(document=document).select_related("author")
    waivers = tuple((_waiver(one, plan), one) for one in stored)
    report = check(
        text,
        framework,
        today=today,
        waivers=[waiver for waiver, _ in waivers],
        explained=explained_names(document.entity_id),
    )
    return Checked(plan, text, framework, report, waivers, today)


def _waiver(stored: StoredWaiver, plan: Plan) -> Waiver:
    """As the domain has it. A part that is gone stays named: the waiver then holds nowhere, rather than everywhere."""
    is_section = isinstance(plan.parts.get(stored.part), PlanSection)
    return Waiver(
        stored.code,
        stored.reason,
        stored.author.name,
        stored.on,
        section=stored.part if is_section else None,
        item=stored.part if stored.part and not is_section else None,
        words=stored.words or None,
        until=stored.until,
    )


# --- findings as a page needs them ----------------------------------------------------------------------------------


def records(done: Checked) -> list[Json]:
    """The findings as JSON: the sentence in four languages, the part and the words that each marks, its waiver."""
    first = {id(finding): rank for rank, finding in enumerate(done.report.first, 1)}
    stored = {id(waiver): str(one.pk) for waiver, one in done.waivers}
    seen: Counter[str] = Counter()
    made = []
    for finding in done.report.findings:
        record = _record(done, finding)
        record["key"] = _key(record, seen)
        record["first"] = first.get(id(finding))
        record["waiver"] = stored.get(id(finding.waiver)) if finding.waiver else None
        made.append(record)
    return made


def _record(done: Checked, finding: Finding) -> Json:
    fact, message = finding.fact, rule_texts()[finding.code].message
    part = _part(done, finding)
    section = fact.section or _section_of(done.plan, part)
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "sentence": {language: render(message[language], fact.params, language) for language in LANGUAGES},
        "part": part,
        "section": section or "",
        "parts": list(dict.fromkeys(_marked(done, finding, part))),
        "words": _words(done.text, fact.place),
        "where": _label(done.plan, part),
        "head": _label(done.plan, section or ""),
    }


def _part(done: Checked, finding: Finding) -> str:
    """What a finding is about: its statement, else its section, else what stands at its place."""
    fact = finding.fact
    if fact.params.get("form") == "many" and not fact.item:
        return fact.section or ""
    for name in (fact.item, fact.section if fact.place is None else None):
        if name and name in done.plan.parts:
            return name
    return done.part_at(fact.place) if fact.place else fact.section or ""


def _marked(done: Checked, finding: Finding, part: str) -> Iterator[str]:
    fact = finding.fact
    yield from (part,) if part else ()
    for place in (fact.place, *fact.places):
        at = done.part_at(place) if place else ""
        if at:
            yield at
    items = fact.params.get("items")
    if isinstance(items, (list, tuple)):
        yield from (str(one) for one in items if str(one) in done.plan.parts)


def _section_of(plan: Plan, part: str) -> str:
    known = plan.parts.get(part)
    return part if isinstance(known, PlanSection) else getattr(known, "section", None) or ""


def _words(text: Text, place: Place | None) -> str:
    return " ".join(text.text[place.start : place.end].split())[:_LONGEST_QUOTE] if place else ""


def _label(plan: Plan, part: str) -> Json:
    """What a reader calls a part: what it is, its number, its words."""
    known = plan.parts.get(part)
    if isinstance(known, PlanSection):
        return {"kind": "section", "number": known.number, "text": dict(known.title.items())}
    if isinstance(known, Objective | Action):
        kind = "action" if isinstance(known, Action) else "objective"
        return {"kind": kind, "number": known.number, "text": dict(known.text.items())}
    return {"kind": "", "number": "", "text": {}}


def _key(record: Json, seen: Counter[str]) -> str:
    """A name for the finding that stays as long as it says the same of the same words."""
    said: Sequence[str] = (record["code"], record["part"], record["words"], record["sentence"][LANGUAGES[0]])
    name = hashlib.sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()[:12]
    seen[name] += 1
    return name if seen[name] == 1 else f"{name}-{seen[name]}"
