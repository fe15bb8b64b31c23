"""Lines of the SWOT analysis, risk domains and tables: added, written, moved, removed."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from filrouge.apps.common.problems import Conflict, Problem
from filrouge.apps.documents.models import Block, Document, Section
from filrouge.apps.documents.policies import require_edit
from filrouge.apps.documents.selectors import blocks_for
from filrouge.apps.objectives import blocks as services
from filrouge.apps.objectives.mapping import block_of, in_tree_order
from filrouge.domain.model.plan import PlanRiskDomain, PlanSwotItem
from filrouge.web.common.languages import current
from filrouge.web.common.values import Crumb
from filrouge.web.documents.forms import WhyForm
from filrouge.web.documents.forms_blocks import KINDS, BlockForm, form_of
from filrouge.web.documents.frame import Frame, framed, person
from filrouge.web.documents.reading import OUTSIDE

_MOST_YEARS = 6


@require_http_methods(["GET", "POST"])
def block_new(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Add a structured part (?kind=, one of KINDS) to a section (?section=); without a kind, the choice of one."""
    frame = framed(request, pk)
    require_edit(request.user, frame.document)
    kind = request.GET.get("kind", "")
    section = _section(frame.document, request.GET.get("section", ""))
    title = gettext("Add a table or a part of the analysis")
    context = {**_context(frame, title, Crumb(title)), "section": section, "back": _place(frame, section)}
    if kind not in KINDS:
        return render(request, "documents/block_kinds.html", {**context, "kinds": KINDS.items()})
    form = form_of(kind, request.POST or None, languages=frame.languages, years=_years(frame))
    if _is_sent(request, form):
        block = services.add_block(person(request), frame.document, form.part(section.key if section else None))
        messages.success(request, gettext("It is added."))
        return HttpResponseRedirect(_at(block))
    context |= {"form": form, "title": KINDS[kind], "verb": gettext("Add to the document")}
    return render(request, "documents/block_edit.html", context)


@require_http_methods(["GET", "POST"])
def block_edit(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Write a structured part. When somebody else changed the same thing, both contents are shown."""
    block = get_object_or_404(blocks_for(request.user), pk=pk)
    frame = Frame(request, block.document)
    require_edit(request.user, block.document)
    form = form_of(block.kind, request.POST or None, languages=frame.languages, record=block)
    status = 200
    if _is_sent(request, form):
        try:
            services.edit_block(person(request), block, form.seen, form.part())
        except Conflict as conflict:
            form.meet(conflict)
            status = conflict.status
        else:
            messages.success(request, gettext("It is saved."))
            return HttpResponseRedirect(_at(block))
    context = {
        **_context(frame, _title(block), Crumb(_name(block, frame.document.language))),
        "form": form,
        "stored": block,
        "sections": in_tree_order(frame.document.sections.all()),
        "back": _at(block),
        "verb": gettext("Save"),
    }
    return render(request, "documents/block_edit.html", context, status=status)


@require_POST
def block_move(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Move a structured part among those it is shown with (``to`` up or down), or to a ``section`` (empty: none)."""
    block = get_object_or_404(blocks_for(request.user), pk=pk)
    require_edit(request.user, block.document)
    to = request.POST.get("to", "")
    if to == "section":
        asked = request.POST.get("section", "")
        section = _section(block.document, asked)
        if asked and section is None:
            raise Problem("documents.other-document")
        services.move_block(person(request), block, section, None)
    else:
        services.move_block(person(request), block, block.section, _beyond(block, to))
    block.refresh_from_db()
    messages.success(request, gettext("It is moved."))
    return HttpResponseRedirect(_at(block))


@require_http_methods(["GET", "POST"])
def block_remove(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Remove a structured part, with a reason."""
    block = get_object_or_404(blocks_for(request.user), pk=pk)
    frame = Frame(request, block.document)
    require_edit(request.user, block.document)
    form = WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.remove_block(person(request), block, form.cleaned_data["why"])
        messages.success(request, gettext("It is removed."))
        return HttpResponseRedirect(_place(frame, block.section))
    context = {
        "title": gettext("Remove “%(name)s”?") % {"name": _name(block, frame.document.language)},
        "question": gettext("It leaves the document."),
        "consequences": [gettext("What it says stays in the history.")],
        "verb": gettext("Remove it"),
        "form": form,
        "back": _at(block),
        "grave": True,
    }
    return render(request, "confirm.html", context)


# --- within ----------------------------------------------------------------------------------------------------------


def _is_sent(request: HttpRequest, form: BlockForm) -> bool:
    """Whether the form was sent to be saved, and can be."""
    return request.method == "POST" and not request.POST.get("do") and form.is_valid()


def _years(frame: Frame) -> Sequence[int]:
    """The years of the document's period, for the columns of a new table; none when it is long or not known."""
    first, last = frame.period
    years = range(first.year, last.year + 1) if first and last else range(0)
    return years if len(years) <= _MOST_YEARS else ()


def _section(document: Document, key: str) -> Section | None:
    """The section of the document with this id, or None."""
    return next((one for one in document.sections.all() if one.key == key), None)


def _beyond(block: Block, to: str) -> Block | None:
    """The block before which this one comes to stand when it goes a step up or down among those of its group.

    Raises Problem when there is no such step.
    """
    everything = services.in_order(block.document)
    group = [one for one in everything if _group(one) == _group(block)]
    rank = [one.pk for one in group].index(block.pk)
    if to == "up" and rank > 0:
        return group[rank - 1]
    if to == "down" and rank + 1 < len(group):
        after = everything.index(group[rank + 1]) + 1
        return everything[after] if after < len(everything) else None
    raise Problem("documents.no-such-move")


def _group(block: Block) -> tuple[Any, ...]:
    """What a block is shown with: those of its section and kind."""
    return block.section_id, block.kind, block.content.get("kind") if block.kind == "swot_item" else None


def _title(block: Block) -> str:
    part = block_of(block)
    if isinstance(part, PlanSwotItem):
        return gettext("Edit the line of the analysis")
    return gettext("Edit the risk domain") if isinstance(part, PlanRiskDomain) else gettext("Edit the table")


def _name(block: Block, main: str) -> str:
    """What a block is called: its number and the beginning of its words."""
    part = block_of(block)
    words = part.text if isinstance(part, PlanSwotItem) else part.title
    said = words.shown(current(), main)[0]
    short = said if len(said) <= 60 else f"{said[:59]}…"
    return " ".join(filter(None, (getattr(part, "number", ""), short))) or gettext("Table")


def _place(frame: Frame, section: Section | None) -> str:
    url = reverse("document", args=[frame.document.pk])
    return f"{url}?section={section.pk}#section-{section.pk}" if section else url


def _at(block: Block) -> str:
    """Where the block stands in the text."""
    section = block.section_id or OUTSIDE
    return f"{reverse('document', args=[block.document_id])}?section={section}#block-{block.pk}"


def _context(frame: Frame, title: str, *crumbs: Crumb) -> dict[str, Any]:
    return {
        "frame_of": frame,
        "document": frame.document,
        "title": title,
        "crumbs": frame.crumbs(*crumbs),
        "main": frame.document.language,
    }
