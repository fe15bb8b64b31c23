"""An entity's own Word templates."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from filrouge.apps.common.problems import Problem
from filrouge.apps.exchange.models import WordTemplate
from filrouge.apps.exchange.selectors import templates_for
from filrouge.apps.exchange.services import word_templates
from filrouge.apps.exchange.services.giving import FORMATS, File
from filrouge.formats.writers.plan.word_template import OURS, TAGS
from filrouge.web.common.languages import current
from filrouge.web.common.values import Column, Crumb
from filrouge.web.exchange.asked import asked_entity, entity_crumbs, handed_over, person
from filrouge.web.exchange.forms import TemplateForm


@require_http_methods(["GET", "HEAD", "POST"])
def templates(request: HttpRequest, code: str) -> HttpResponse:
    """The templates of an entity, and the form to give one or to put another in its place."""
    entity = asked_entity(request, code, "entity")
    form = TemplateForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        data = file.read() if file.size <= word_templates.LARGEST else b"x" * (word_templates.LARGEST + 1)
        try:
            word_templates.keep(person(request), entity, form.cleaned_data["kind"], file.name, data)
        except Problem as problem:
            form.add_error("file", problem.sentence(current()))
        else:
            messages.success(request, gettext("The template is kept; Word files of this entity use it from now on."))
            return redirect("templates", code=code)
    kinds = dict(form.fields["kind"].choices)  # type: ignore[attr-defined]
    rows = [(one, kinds.get(one.kind, one.kind)) for one in templates_for(request.user, entity)]
    context = {
        "entity": entity,
        "form": form,
        "rows": rows,
        "tags": TAGS,
        "columns": [
            Column(gettext("Kind of document")),
            Column(gettext("Template")),
            Column(gettext("What can be done")),
        ],
        "crumbs": entity_crumbs(entity, Crumb(gettext("Word templates"))),
    }
    return render(request, "exchange/templates.html", context, status=400 if form.errors else 200)


@require_safe
def template_ours(request: HttpRequest, code: str) -> HttpResponse:
    """The template that comes with the program, to start from."""
    asked_entity(request, code, "entity")
    return handed_over(File("filrouge.docx", FORMATS["word"].media_type, OURS.read_bytes()))


def _asked(request: HttpRequest, code: str, pk: uuid.UUID) -> WordTemplate:
    entity = asked_entity(request, code, "entity")
    return get_object_or_404(templates_for(request.user, entity), pk=pk)


@require_safe
def template_file(request: HttpRequest, code: str, pk: uuid.UUID) -> HttpResponse:
    """A template as it was given."""
    template = _asked(request, code, pk)
    return handed_over(File(template.name, FORMATS["word"].media_type, bytes(template.data)))


@require_http_methods(["GET", "HEAD", "POST"])
def template_remove(request: HttpRequest, code: str, pk: uuid.UUID) -> HttpResponse:
    """Ask before a template is removed; then go back to the one that comes with the program."""
    template = _asked(request, code, pk)
    if request.method == "POST":
        word_templates.remove(person(request), template)
        messages.success(request, gettext("The template is removed; Word files use the one of the program again."))
        return redirect("templates", code=code)
    context = {
        "title": gettext("Remove this template?"),
        "question": gettext("The file is deleted; Word files of this entity use the template of the program again."),
        "verb": gettext("Remove the template"),
        "back": reverse("templates", args=[code]),
        "grave": True,
    }
    return render(request, "confirm.html", context)
