"""Documents go out as files: made at once when that is quick, else by a job; a Word file is remembered, to be known
when it comes back."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from procrastinate.contrib.django import app as jobs

from filrouge.apps.accounts.models import User
from filrouge.apps.common.problems import Problem
from filrouge.apps.documents.models import Document
from filrouge.apps.documents.selectors import documents_for, framework_for
from filrouge.apps.exchange.models import Departure, Export
from filrouge.apps.exchange.policies import require_export
from filrouge.apps.exchange.selectors import has_stopped, template_for
from filrouge.apps.objectives.selectors import plan_of
from filrouge.domain.model.framework import LANGUAGES
from filrouge.domain.model.plan import Objective, Plan, PlanSection
from filrouge.domain.model.plan_json import canonical, digest
from filrouge.domain.report.voice import Voice
from filrouge.formats.writers.plan import departing
from filrouge.library import text, texts

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_ATTEMPTS = 2
KEPT = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Format:
    """A format that a document can leave in. ``quick`` is how many parts a plan may have for the file to be made within
    the request: about two seconds on a modest machine."""

    suffix: str
    media_type: str
    quick: int


FORMATS: Mapping[str, Format] = {
    "word": Format("docx", _WORD, 400),
    "pdf": Format("pdf", "application/pdf", 600),
    "excel": Format("xlsx", _EXCEL, 400),
    "json": Format("json", "application/json", 20_000),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person asks for. ``language`` is that of the labels, ``languages`` those of the content (that of the
    labels when there is none), ``part`` the id of a section or an objective, or empty for all; ``blanks`` prints places
    to fill in for owners, deadlines and quantities that are missing."""

    format: str
    language: str
    languages: tuple[str, ...] = ()
    part: str = ""
    blanks: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """A file to hand over."""

    name: str
    media_type: str
    data: bytes


def give(user: User, document: Document, wish: Wish) -> File | Export:
    """The file, or, when it would take long, the job that makes it.

    Raises NotAllowed, Problem ``exchange.unknown-format``, ``exchange.no-such-part``, ``exchange.template`` when the
    entity's own Word template cannot be used.
    """
    plan = _asked(user, document, wish)
    if len(plan.parts) <= FORMATS[wish.format].quick:
        return _made(document, plan, wish, user.person_id)
    return _queued(user, document, wish)


def give_now(user: User, document: Document, wish: Wish) -> File:
    """The file, however long it takes: for the command line. Raises what :func:`give` raises."""
    return _made(document, _asked(user, document, wish), wish, user.person_id)


def _asked(user: User, document: Document, wish: Wish) -> Plan:
    require_export(user, document)
    if wish.format not in FORMATS:
        raise Problem("exchange.unknown-format", known=sorted(FORMATS))
    if wish.language not in LANGUAGES or not set(wish.languages) <= set(LANGUAGES):
        raise Problem("exchange.unknown-language")
    plan = plan_of(document.pk)
    if wish.part and not isinstance(plan.parts.get(wish.part), (PlanSection, Objective)):
        raise Problem("exchange.no-such-part")
    return plan


# --- the job --------------------------------------------------------------------------------------------------------


@transaction.atomic
def _queued(user: User, document: Document, wish: Wish) -> Export:
    Export.objects.filter(at__lt=timezone.now() - KEPT).delete()
    more = {**asdict(wish), "languages": list(wish.languages)}
    export = Export.objects.create(document=document, by_id=user.person_id, format=wish.format, wish=more)
    jobs.configure_task("exchange.make_export", allow_unknown=True).defer(export_id=str(export.pk))
    return export


@transaction.atomic
def ask_again(user: User, export: Export) -> None:
    """Begin anew a file that failed or whose job stopped. Raises Problem ``exchange.being-made`` while one works."""
    require_export(user, export.document)
    row = Export.objects.select_for_update(of=("self",)).get(pk=export.pk)
    if row.state == "ready" or (row.state != "failed" and not has_stopped(row)):
        raise Problem("exchange.being-made")
    row.state, row.run, row.attempts, row.beat_at, row.problem = "waiting", None, 0, timezone.now(), None
    row.save()
    jobs.configure_task("exchange.make_export", allow_unknown=True).defer(export_id=str(row.pk))


def make_export(export_id: str) -> None:
    """Make a file that was asked for; as idempotent as the reading of one."""
    run = uuid.uuid4()
    rows = Export.objects.filter(pk=export_id, state__in=("waiting", "making"))
    row = rows.select_related("document__entity", "by__user").first()
    if row is None:
        return
    if row.attempts >= MOST_ATTEMPTS:
        rows.update(state="failed", run=None, problem={"code": "exchange.export-given-up", "params": {}})
        return
    rows.update(state="making", run=run, attempts=row.attempts + 1, beat_at=timezone.now())
    wish = Wish(**{**row.wish, "languages": tuple(row.wish["languages"])})
    values: dict[str, Any]
    try:
        # The right is asked for again: it may have ended since.
        document = documents_for(row.by.user).get(pk=row.document_id)
        file = _made(document, _asked(row.by.user, document, wish), wish, row.by_id)
        values = {"state": "ready", "name": file.name, "data": file.data}
    except Document.DoesNotExist:
        values = {"state": "failed", "problem": {"code": "exchange.no-such-document", "params": {}}}
    except Problem as problem:
        values = {"state": "failed", "problem": {"code": problem.code, "params": problem.params}}
    Export.objects.filter(pk=export_id, run=run).update(**values, run=None, beat_at=timezone.now())


def file_of(export: Export) -> File:
    """The file that a job made. Raises Problem ``exchange.being-made`` before it is there."""
    if export.state != "ready" or export.data is None:
        raise Problem("exchange.being-made")
    return File(export.name, FORMATS[export.format].media_type, bytes(export.data))


# --- making ---------------------------------------------------------------------------------------------------------


@transaction.atomic
def _made(document: Document, plan: Plan, wish: Wish, person: uuid.UUID | None) -> File:
    shown = departing.part_of(plan, wish.part) if wish.part else plan
    seal, key = digest(shown), ""
    if wish.format == "word":
        record = Departure.objects.create(
            document=document, digest=seal, content=canonical(shown), language=wish.language, by_id=person
        )
        key = str(record.pk)
    leaving = departing.Departure(timezone.localdate(), seal, key, wish.part, wish.blanks)
    data = WRITERS[wish.format](document, shown, wish, leaving)
    return File(file_name(document, plan, wish), FORMATS[wish.format].media_type, data)


def voice_of(language: str) -> Voice:
    """Speaks the texts of files that leave."""
    return Voice(language, lambda key: texts("export")[key][language])


def names_of(document: Document, language: str) -> departing.Names:
    """Words for the codes that a plan of this document holds."""
    framework = framework_for(document)
    amended = document.amends
    return departing.Names(
        entity=document.entity.name.shown(language, document.entity.language)[0],
        framework=framework.title[language] if framework else "",
        amends=amended.title.shown(language, amended.language)[0] if amended else "",
        sections={one.id: one.title[language] for one in framework.sections} if framework else {},
    )


def file_name(document: Document, plan: Plan, wish: Wish) -> str:
    """A name that says what is in the file and that every system takes: entity, title, part, version, state, day."""
    part = plan.parts.get(wish.part)
    title = getattr(part, "title", None) or getattr(part, "text", None)
    words = [
        document.entity.code,
        plan.title.shown(wish.language, plan.language)[0][:60],
        f"{getattr(part, 'number', '')} {title.shown(wish.language, plan.language)[0][:40]}" if title else "",
        f"v{document.number}",
        text(f"export.document-state.{document.state}", wish.language) if document.state != "adopted" else "",
        timezone.localdate().isoformat(),
    ]
    safe = "-".join(filter(None, (slugify(one) for one in words)))
    return f"{safe}.{FORMATS[wish.format].suffix}"


Writer = Callable[[Document, Plan, Wish, departing.Departure], bytes]


def _word(document: Document, plan: Plan, wish: Wish, leaving: departing.Departure) -> bytes:
    from filrouge.formats.writers.plan.word import word
    from filrouge.formats.writers.plan.word_template import TemplateError

    try:
        return word(
            plan,
            voice=voice_of(wish.language),
            names=names_of(document, wish.language),
            departure=leaving,
            languages=wish.languages,
            template=template_for(document),
        )
    except TemplateError as error:
        raise Problem("exchange.template-fails", why=error.code) from None


def _pdf(document: Document, plan: Plan, wish: Wish, leaving: departing.Departure) -> bytes:
    from filrouge.formats.writers.plan.pdf import pdf

    voice, names = voice_of(wish.language), names_of(document, wish.language)
    return pdf(plan, voice=voice, names=names, departure=leaving, languages=wish.languages)


def _excel(document: Document, plan: Plan, wish: Wish, leaving: departing.Departure) -> bytes:
    from filrouge.formats.writers.plan.xlsx import xlsx

    voice, names = voice_of(wish.language), names_of(document, wish.language)
    return xlsx(plan, voice=voice, names=names, departure=leaving)


def _json(document: Document, plan: Plan, wish: Wish, leaving: departing.Departure) -> bytes:
    from filrouge.formats.writers.plan.json_file import json_file

    # A part is not the document: under its id all the rest would look removed.
    return json_file(replace(plan, id="") if wish.part else plan)


WRITERS: Mapping[str, Writer] = {"word": _word, "pdf": _pdf, "excel": _excel, "json": _json}
