"""A document to be read: outline, text, margin; a sealed version; the text with its addenda."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from filrouge.apps.coherence.policies import may_waive
from filrouge.apps.coherence.selectors import Findings, ShownFinding, findings_of
from filrouge.apps.documents.selectors import (
    addenda_of,
    documents_for,
    plan_sealed,
    related,
    sections_for,
    versions_for,
)
from filrouge.apps.objectives.selectors import plan_of
from filrouge.domain.coherence import Severity
from filrouge.domain.language.formatting import format_date
from filrouge.domain.lifecycle.acts import open_acts
from filrouge.domain.model.plan import Plan
from filrouge.domain.planning.changes import Change, differences
from filrouge.domain.planning.composition import untranslated
from filrouge.domain.planning.consolidated import consolidated
from filrouge.web.coherence.parts import history_address, history_label
from filrouge.web.common.languages import current
from filrouge.web.common.values import Column, Crumb
from filrouge.web.documents.frame import Frame, address, framed
from filrouge.web.documents.labels import FIELDS, RELATIONS
from filrouge.web.documents.reading import Layout, laid_out


@require_safe
def document(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The document: outline, text, remarks in the margin. A large one is shown part by part (?section=, ?all=1)."""
    frame = framed(request, pk)
    plan = plan_of(pk)
    found = findings_of(frame.document, current())
    layout = _layout(request, plan, frame, Counter(part for one in found.open for part in set(one.parts)))
    context = {
        **_shared(frame, plan, layout),
        "tabs": frame.tabs("document"),
        "crumbs": [*frame.crumbs()[:-1], Crumb(frame.document.title)],
        "counts": found.counts,
        "missing": _missing(layout),
        "search_url": address("search"),
        "margin": _margin(found, layout),
        "may_waive": may_waive(request.user, frame.document),
        "findings_url": address("findings", pk),
        "open_acts": open_acts(frame.framework.kind if frame.framework else "", plan.version, plan.acts),
        "untranslated": {one: len(parts) for one, parts in untranslated(plan).items() if parts},
        "amends": documents_for(request.user).filter(pk=frame.document.amends_id).first()
        if frame.document.amends_id
        else None,
        "related": list(related(request.user, frame.document)),
        "relation_label": RELATIONS.get(frame.document.relation, ""),
        "editing": frame.may_edit,
    }
    return render(request, "documents/document.html", context)


@require_safe
def section(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The place of a section in its document."""
    found = get_object_or_404(sections_for(request.user), pk=pk)
    return redirect(f"{reverse('document', args=[found.document_id])}?section={pk}#section-{pk}")


@require_safe
def version(request: HttpRequest, pk: uuid.UUID, number: int) -> HttpResponse:
    """A sealed version, as it was adopted."""
    frame = framed(request, pk)
    sealed = get_object_or_404(versions_for(request.user, frame.document).select_related("sealed_by"), number=number)
    plan = plan_sealed(sealed)
    layout = _layout(request, plan, frame)
    title = gettext("Version %(number)s") % {"number": number}
    context = {
        **_shared(frame, plan, layout),
        "tabs": frame.tabs("acts"),
        "crumbs": frame.crumbs(Crumb(gettext("Acts and versions"), reverse("acts", args=[pk])), Crumb(title)),
        "sealed": sealed,
        "title": title,
    }
    return render(request, "documents/version.html", context)


@require_safe
def versions_compared(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What differs between two sealed versions, or between one and the text of today (?from=1&to=2; without ``to``)."""
    frame = framed(request, pk)
    before = _version_asked(request, frame, "from")
    after = _version_asked(request, frame, "to")
    if before is None:
        raise Http404
    now = after or plan_of(pk)
    context = {
        "frame_of": frame,
        "document": frame.document,
        "tabs": frame.tabs("acts"),
        "crumbs": frame.crumbs(
            Crumb(gettext("Acts and versions"), reverse("acts", args=[pk])), Crumb(gettext("Comparison"))
        ),
        "before": before.version,
        "after": after.version if after else None,
        "changes": [_told(change, before, now) for change in differences(before, now) if _is_told(change)],
    }
    return render(request, "documents/compared.html", context)


@require_safe
def consolidated_text(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The document with its adopted addenda in place, each addition marked with where it comes from."""
    frame = framed(request, pk)
    addenda = list(addenda_of(request.user, frame.document))
    whole = consolidated(plan_of(pk), [plan_of(one.pk) for one in addenda])
    by_id = {one.key: one for one in addenda}
    layout = _layout(request, whole.plan, frame, sources=whole.sources)
    context = {
        **_shared(frame, whole.plan, layout),
        "tabs": frame.tabs("document"),
        "crumbs": frame.crumbs(Crumb(gettext("Consolidated text"))),
        "addenda": addenda,
        "by_id": by_id,
    }
    return render(request, "documents/consolidated.html", context)


# --- within ----------------------------------------------------------------------------------------------------------


def _layout(
    request: HttpRequest,
    plan: Plan,
    frame: Frame,
    findings: Counter[str] | None = None,
    sources: dict[str, str] | None = None,
) -> Layout:
    return laid_out(
        plan,
        frame.framework,
        findings=findings,
        sources=sources,
        section=request.GET.get("section", ""),
        everything="all" in request.GET,
    )


def _shared(frame: Frame, plan: Plan, layout: Layout) -> dict[str, Any]:
    return {
        "frame_of": frame,
        "document": frame.document,
        "plan": plan,
        "layout": layout,
        "main": plan.language,
        "tools": _tools(frame),
        "risk_columns": [
            Column(gettext("Domain")),
            Column(gettext("Weaknesses")),
            Column(gettext("Threats")),
            Column(gettext("Objectives")),
        ],
    }


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding for the margin, with the address of what it is about."""

    finding: ShownFinding
    place: str

    @property
    def where(self) -> str:
        """What it is about, in a word or two."""
        part = self.finding.part if self.finding.part.number else self.finding.section
        return part.number or (gettext("see the text") if self.place else "")


def _margin(found: Findings, layout: Layout) -> list[Remark]:
    """The open remarks about what this page shows, the gravest first and then in the order of the text."""
    places = {one.id: f"#section-{one.id}" for one in layout.shown if one.section}
    places |= {line.part.id: f"#part-{line.part.id}" for one in layout.shown for line in one.lines}
    places |= {one.heads.part.id: f"#section-{one.id}" for one in layout.shown if one.heads}
    remarks = []
    for finding in found.open:
        about = [finding.part.id, *finding.parts, finding.section.id]
        place = next((places[key] for key in about if key in places), "")
        if place or not any(about):
            remarks.append(Remark(finding, place))
    return sorted(remarks, key=lambda one: -Severity(one.finding.severity).rank)


def _missing(layout: Layout) -> list[dict[str, Any]]:
    """The sections of the framework that are not there, said in the reader's language."""
    return [
        {
            "id": one.id,
            "number": one.number,
            "title": one.title[current()],
            "guidance": one.guidance[current()],
            "required": one.required,
        }
        for one in layout.completeness.missing
    ]


def _tools(frame: Frame) -> list[tuple[str, str]]:
    """What else may be done with the document: label and address."""
    pk = frame.document.pk
    wanted = [
        (frame.may_export, gettext("Export"), address("export", pk)),
        (frame.may_edit, gettext("Bring back an edited Word file"), address("come_back", pk)),
        (True, gettext("Consolidated text"), address("consolidated", pk) if frame.document.state != "draft" else ""),
        (frame.may_edit, gettext("Title, period and languages"), address("document_edit", pk)),
        (frame.may_edit, gettext("Order of the sections"), address("document_sections", pk)),
        (frame.has_right_to_edit, gettext("Write an addendum"), address("document_addendum", pk)),
        (frame.has_right_to_edit, gettext("Derive a year's plan"), address("document_derive", pk)),
        (True, history_label(), history_address(frame.request.user, frame.document.entity_id, "document", pk)),
        (frame.may_edit, gettext("Remove the document"), address("document_remove", pk)),
    ]
    return [(label, url) for allowed, label, url in wanted if allowed and url]


def _version_asked(request: HttpRequest, frame: Frame, name: str) -> Plan | None:
    asked = request.GET.get(name, "")
    if not asked.isdecimal():
        return None
    sealed = get_object_or_404(versions_for(request.user, frame.document), number=int(asked))
    return plan_sealed(sealed)


def _is_told(change: Change) -> bool:
    return change.kind != "ordered" and change.field not in ("origin", "state", "version")


def _told(change: Change, before: Plan, after: Plan) -> dict[str, Any]:
    """A change for the page: what it is about, in whose words, and its pieces."""
    part = after.parts.get(change.part) or before.parts.get(change.part)
    return {
        "change": change,
        "number": getattr(part, "number", ""),
        "name": getattr(part, "text", None) or getattr(part, "title", None) or "",
        "label": FIELDS.get(change.field, ""),
        "pieces": change.pieces() if isinstance(change.before, str) and isinstance(change.after, str) else (),
        "before": _said(change.before),
        "after": _said(change.after),
    }


def _said(value: object) -> str:
    """A value of a field in words."""
    if isinstance(value, dt.date):
        return format_date(value, current())
    if isinstance(value, (tuple, list)):
        return ", ".join(_said(one) for one in value)
    return "–" if value in (None, "") else str(value)
