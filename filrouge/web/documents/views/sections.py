"""Sections: written, added, moved, removed."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from filrouge.apps.common.problems import Conflict, Problem
from filrouge.apps.documents import services
from filrouge.apps.documents.models import Section
from filrouge.apps.documents.policies import require_edit
from filrouge.apps.documents.selectors import sections_for
from filrouge.apps.objectives.mapping import in_tree_order
from filrouge.domain.model import FrameworkSection
from filrouge.domain.objectives.tree import STEPS, stepped
from filrouge.web.coherence.margin import while_writing
from filrouge.web.common.languages import current
from filrouge.web.common.values import BROKEN, LINKED, Crumb, Node
from filrouge.web.documents.forms import SectionForm, WhyForm
from filrouge.web.documents.frame import Frame, framed, person


@require_http_methods(["GET", "POST"])
def section_edit(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Write a section. When somebody else changed the same words, both texts are shown and nothing is lost."""
    section = get_object_or_404(sections_for(request.user), pk=pk)
    frame = Frame(request, section.document)
    require_edit(request.user, section.document)
    form = SectionForm(request.POST or None, languages=frame.languages, record=section)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            services.edit_section(person(request), section, form.seen, **form.stored())
        except Conflict as conflict:
            form.meet(conflict)
            status = conflict.status
        else:
            messages.success(request, gettext("The section is saved."))
            return HttpResponseRedirect(_place(section))
    title = " ".join(filter(None, (section.number, str(section.title)))) or gettext("Section without a title")
    context = {
        **_context(frame, gettext("Edit the section"), Crumb(title)),
        "form": form,
        "guidance": _guidance(frame, section.framework_section),
        "section": section,
        "checked": while_writing(section.document, part=section.key),
        "back": _place(section),
        "verb": gettext("Save the section"),
    }
    return render(request, "documents/section_edit.html", context, status=status)


@require_http_methods(["GET", "POST"])
def section_new(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Add a section: under another (?parent=), or one of the framework's (?framework=)."""
    frame = framed(request, pk)
    require_edit(request.user, frame.document)
    known = _framework_section(frame, request.GET.get("framework", ""))
    parent = _parent(frame, request.GET.get("parent", ""), known)
    initial: dict[str, Any] = {}
    if known is not None:
        initial = {f"title_{one}": known.title[one] for one in frame.languages} | {"number": known.number or ""}
    form = SectionForm(request.POST or None, languages=frame.languages, initial=initial)
    if request.method == "POST" and form.is_valid():
        fields = {**form.stored(), "framework_section": known.id if known else ""}
        section = services.add_section(person(request), frame.document, parent=parent, **fields)
        messages.success(request, gettext("The section is added."))
        return HttpResponseRedirect(_place(section))
    context = {
        **_context(frame, gettext("Add a section"), Crumb(gettext("Add a section"))),
        "form": form,
        "guidance": _guidance(frame, known.id if known else ""),
        "parent": parent,
        "checked": while_writing(frame.document, kind="section", parent=parent.key if parent else ""),
        "back": reverse("document", args=[pk]),
        "verb": gettext("Add the section"),
    }
    return render(request, "documents/section_edit.html", context)


@require_http_methods(["GET", "POST"])
def section_remove(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Remove a section and those under it, with a reason; its statements stay in the document."""
    section = get_object_or_404(sections_for(request.user), pk=pk)
    frame = Frame(request, section.document)
    require_edit(request.user, section.document)
    form = WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.remove_section(person(request), section, form.cleaned_data["why"])
        messages.success(request, gettext("The section is removed."))
        return HttpResponseRedirect(reverse("document", args=[frame.document.pk]))
    below = len(_below(section))
    consequences = [gettext("Its objectives and actions stay in the document, without a section.")]
    if below:
        consequences.append(gettext("The sections under it go too: %(count)d.") % {"count": below})
    consequences.append(gettext("The text stays in the history."))
    name = " ".join(filter(None, (section.number, section.title.shown(current(), section.document.language)[0])))
    context = {
        "title": gettext("Remove the section %(name)s?") % {"name": name},
        "question": gettext("The section and its text leave the document."),
        "consequences": consequences,
        "verb": gettext("Remove the section"),
        "form": form,
        "back": _place(section),
        "grave": True,
    }
    return render(request, "confirm.html", context)


@require_safe
def document_sections(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The sections as a tree that is ordered by mouse and by keyboard."""
    return _tree_page(request, framed(request, pk))


@require_POST
def sections_move(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Move a section by a step (``to``), or under ``parent`` and before a sibling; answers the tree anew."""
    frame = framed(request, pk)
    sections = {one.key: one for one in frame.document.sections.all()}
    section = _known(sections, request.POST.get("node", ""))
    if "to" in request.POST:
        parent, before = _stepped(sections, section, request.POST["to"])
    else:
        parent = _known(sections, request.POST["parent"]) if request.POST.get("parent") else None
        before = _known(sections, request.POST["before"]) if request.POST.get("before") else None
    services.move_section(person(request), section, parent, before)
    if request.headers.get("HX-Request"):
        return _tree_page(request, frame)
    return HttpResponseRedirect(f"{reverse('document_sections', args=[pk])}#node-{section.pk}")


# --- within ----------------------------------------------------------------------------------------------------------


def _tree_page(request: HttpRequest, frame: Frame) -> HttpResponse:
    require_edit(request.user, frame.document)
    sections = in_tree_order(frame.document.sections.all())
    below: dict[Any, list[Section]] = defaultdict(list)
    known = {one.pk for one in sections}
    for one in sections:
        below[one.parent_id if one.parent_id in known else None].append(one)
    context = {
        **_context(frame, gettext("Order of the sections"), Crumb(gettext("Order of the sections"))),
        "nodes": _nodes(below, None),
        "move_url": reverse("sections_move", args=[frame.document.pk]),
    }
    return render(request, "documents/sections.html", context)


def _nodes(below: dict[Any, list[Section]], parent: Any) -> list[Node]:
    return [
        Node(
            one.key,
            one.title or gettext("Section without a title"),
            reverse("section_edit", args=[one.pk]),
            one.number,
            children=_nodes(below, one.pk),
            thread=LINKED if one.title else BROKEN,
            movable=True,
        )
        for one in below.get(parent, ())
    ]


def _stepped(sections: dict[str, Section], section: Section, to: str) -> tuple[Section | None, Section | None]:
    parents: dict[Any, Any] = {one.pk: one.parent_id for one in sections.values()}
    children: dict[Any, list[uuid.UUID]] = defaultdict(list)
    for one in sorted(sections.values(), key=lambda each: (each.position, each.key)):
        children[one.parent_id].append(one.pk)
    found = stepped(children, parents, section.pk, to) if to in STEPS else None
    if found is None:
        raise Problem("documents.no-such-move")
    return tuple(sections[str(pk)] if pk else None for pk in found)  # type: ignore[return-value]


def _known(sections: dict[str, Section], key: str) -> Section:
    """Raises Problem when the section is not (any more) one of the document."""
    if key not in sections:
        raise Problem("documents.other-document")
    return sections[key]


def _below(section: Section) -> list[uuid.UUID]:
    children: dict[Any, list[uuid.UUID]] = defaultdict(list)
    for pk, parent in Section.objects.filter(document=section.document_id).values_list("pk", "parent_id"):
        children[parent].append(pk)
    found: list[uuid.UUID] = []
    waiting = [section.pk]
    while waiting:
        more = children[waiting.pop()]
        found += more
        waiting += more
    return found


def _framework_section(frame: Frame, key: str) -> FrameworkSection | None:
    return frame.framework.sections_by_id.get(key) if frame.framework else None


def _parent(frame: Frame, asked: str, known: FrameworkSection | None) -> Section | None:
    """The section asked for, else the one that answers to the framework's own parent."""
    sections: Sequence[Section] = list(frame.document.sections.all())
    for one in sections:
        if asked and one.key == asked:
            return one
        if not asked and known and known.parent and one.framework_section == known.parent:
            return one
    return None


def _guidance(frame: Frame, key: str) -> str:
    known = _framework_section(frame, key)
    return known.guidance[current()] if known else ""


def _place(section: Section) -> str:
    return f"{reverse('document', args=[section.document_id])}?section={section.pk}#section-{section.pk}"


def _context(frame: Frame, title: str, *crumbs: Crumb) -> dict[str, Any]:
    return {
        "frame_of": frame,
        "document": frame.document,
        "title": title,
        "crumbs": frame.crumbs(*crumbs),
        "main": frame.document.language,
    }
