"""The remarks on a document: all of them, those beside a text, those on a text that is not stored yet, and as files."""

from __future__ import annotations

import hashlib
import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from filrouge.apps.coherence.policies import may_waive
from filrouge.apps.coherence.selectors import Findings, Part, ShownFinding, dossier_of, findings_if, findings_of
from filrouge.apps.common.problems import Problem
from filrouge.apps.documents.models import Document
from filrouge.apps.documents.selectors import documents_for
from filrouge.apps.objectives.selectors import plan_of
from filrouge.apps.organisation.policies import require
from filrouge.apps.organisation.selectors import units_for
from filrouge.domain.report.dossier import Batch
from filrouge.domain.report.voice import Voice
from filrouge.formats.writers import Look, write_check
from filrouge.library import texts
from filrouge.web.coherence.firmness import WEAK, firmness_of
from filrouge.web.coherence.forms import FindingsForm
from filrouge.web.coherence.margin import lines, margin
from filrouge.web.coherence.pace import paced
from filrouge.web.coherence.parts import name_of, page_of
from filrouge.web.coherence.unsaved import plan_with
from filrouge.web.common.languages import current
from filrouge.web.common.templatetags.filrouge_words import plain_words
from filrouge.web.common.values import Crumb
from filrouge.web.documents.frame import framed

#: Format → the type of the answer, the end of the file's name.
FILES = {
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    "html": ("text/html; charset=utf-8", "html"),
    "json": ("application/json", "json"),
    "sarif": ("application/sarif+json", "sarif"),
    "text": ("text/plain; charset=utf-8", "txt"),
}
CHECKS_A_MINUTE = 60


@require_safe
def findings(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """All remarks: the ten most worth reading, then section by section; filters in the address."""
    frame = framed(request, pk)
    document = frame.document
    found = findings_of(document, current())
    form, shown = filtered(request, found, document)
    context = {
        "frame_of": frame,
        "document": document,
        "crumbs": frame.crumbs(Crumb(gettext("Remarks"))),
        "tabs": frame.tabs("findings"),
        "counts": found.counts,
        "filters": form,
        "first": () if form.is_on else lines(found.first, document),
        "groups": _by_section(shown, document),
        "count": len(shown),
        "unused": found.unused,
        "may_waive": may_waive(request.user, document),
        "formats": FILES if frame.may_export else (),
        "query": request.GET.urlencode(),
    }
    return render(request, "coherence/findings.html", context)


@require_safe
def findings_margin(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The remarks beside a text, as a piece of a page: of a section with all below it (?section=), of a statement
    (?part=), else all."""
    document = get_object_or_404(documents_for(request.user), pk=pk)
    section = request.GET.get("section", "")
    try:
        asked = uuid.UUID(section) if section else None
    except ValueError:
        raise Http404 from None
    values = margin(request.user, document, findings_of(document, current()), asked, request.GET.get("part", ""))
    return render(request, "coherence/_margin.html", values)


@require_POST
def check_part(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The remarks on one part as it would be with what stands in the editor; nothing is stored (fields:
    :func:`filrouge.web.coherence.unsaved.plan_with`). ``told`` is the mark of the last answer: nothing comes (204)
    while that would be the same."""
    document = get_object_or_404(documents_for(request.user), pk=pk)
    try:
        context = _unsaved(request, document)
    except Problem as problem:
        if not getattr(request, "htmx", False):
            raise
        # Whoever writes goes on writing: the sentence stands where the remarks would, and nothing scrolls away.
        said = {"problem": problem.sentence(current())}
        return render(request, "coherence/_unsaved.html", said, status=problem.status)
    if request.POST.get("told") == context["told"]:  # what stands there already is not read out once more
        return HttpResponse(status=204)
    return render(request, "coherence/_unsaved.html", context)


def _unsaved(request: HttpRequest, document: Document) -> dict[str, Any]:
    """Raises Problem."""
    require(request.user, "contribute", document.entity_id)
    paced("check", request.user.pk, CHECKS_A_MINUTE)
    stored = plan_of(document.pk)
    plan, part = plan_with(stored, request.POST, list(units_for(request.user, document.entity)))
    found = [one for one in findings_if(document, plan, current()).of(part) if one.waiver is None]
    is_stored = plan == stored
    firmness = firmness_of(plan, part) or {"letters": ()}
    weak = [one for one in firmness["letters"] if one["verdict"] in WEAK]
    told = hashlib.sha256(repr((is_stored, [one.key for one in found], weak)).encode()).hexdigest()[:16]
    return {
        "lines": lines(found, document),
        "letters": weak,
        "document": document,
        "is_stored": is_stored,
        "told": told,
    }


@require_safe
def findings_file(request: HttpRequest, pk: uuid.UUID, format: str) -> HttpResponse:
    """The remarks that the filters let through, as a file."""
    document = get_object_or_404(documents_for(request.user), pk=pk)
    require(request.user, "export", document.entity_id)
    if format not in FILES:
        raise Http404
    language = current()
    _, shown = filtered(request, findings_of(document, language), document)
    kind, end = FILES[format]
    title = plain_words(document.title, document.language) or gettext("Document")
    made = dossier_of(document, title, language, {one.key for one in shown})
    content = write_check(format, Batch((made,)), voice(language), Look())
    name = f"{slugify(gettext('Remarks'))}-{slugify(title)[:60] or document.pk}.{end}"
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def voice(language: str) -> Voice:
    """Speaks the sentences of reports."""
    known, notes = texts("report"), texts("notes")

    def template(key: str) -> str:
        return notes[key.removeprefix("note.")][language] if key.startswith("note.") else known[key][language]

    return Voice(language, template)


# --- within ---------------------------------------------------------------------------------------------------------


def filtered(
    request: HttpRequest, found: Findings, document: Document
) -> tuple[FindingsForm, tuple[ShownFinding, ...]]:
    """The form of the filters as the address has them, and what they let through."""
    codes = Counter(one.code for one in found.all)
    titles = {one.code: one.title for one in found.all}
    sections = {one.section.id: one.section for one in found.all}
    named = [(id, name_of(part, document.language)) for id, part in sections.items() if id]
    named += [("none", gettext("The whole document"))] if "" in sections else []
    rules = [(code, f"{code} · {titles[code]} ({codes[code]})") for code in sorted(codes)]
    form = FindingsForm(request.GET, rules=rules, sections=named)
    severity, rule, section, show = (form.value(name) for name in ("severity", "rule", "section", "show"))
    wanted = {"": found.open, "all": found.all, "waived": found.waived}[show]
    return form, tuple(
        one
        for one in wanted
        if (not severity or one.severity == severity)
        and (not rule or one.code == rule)
        and (not section or one.section.id == ("" if section == "none" else section))
    )


def _beneath(line: dict[str, Any], section: Part) -> dict[str, Any]:
    """A line without its place where that is what its heading says."""
    return {**line, "where": "", "where_url": ""} if line["finding"].part.id == section.id else line


def _by_section(found: Iterable[ShownFinding], document: Document) -> Sequence[dict[str, Any]]:
    """What was found, section by section as the text has them; what is about the whole document first."""
    groups: dict[str, tuple[Part, list[ShownFinding]]] = {}
    for one in found:
        groups.setdefault(one.section.id, (one.section, []))[1].append(one)
    whole = groups.pop("", None)
    ordered = [*([whole] if whole else []), *groups.values()]
    return [
        {
            "id": part.id,
            "name": name_of(part, document.language) or gettext("The whole document"),
            "url": page_of(document.pk, part.kind, part.id) if part.id else "",
            "lines": [_beneath(line, part) for line in lines(own, document)],
        }
        for part, own in ordered
    ]
