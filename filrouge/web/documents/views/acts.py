"""Acts on record, sealed versions, and what is still open."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from filrouge.apps.documents import services
from filrouge.apps.documents.selectors import versions_for
from filrouge.apps.objectives.selectors import plan_of
from filrouge.apps.organisation.policies import may, require
from filrouge.domain.lifecycle.acts import open_acts
from filrouge.domain.model.plan import ACT_KINDS
from filrouge.web.common.values import Column, Crumb
from filrouge.web.documents.forms import ActForm
from filrouge.web.documents.frame import framed, person
from filrouge.web.documents.labels import ACT_KINDS as ACT_LABELS
from filrouge.web.documents.labels import DOCUMENT_STATES


@require_safe
def acts(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What is on record, what is open, the sealed versions and the steps that may follow."""
    frame = framed(request, pk)
    document = frame.document
    recorded = plan_of(pk).acts
    steps = [
        (state, DOCUMENT_STATES[state])
        for (before, state), action in services.TRANSITIONS.items()
        if before == document.state and state != "adopted" and may(request.user, action, document.entity_id)
    ]
    context = {
        "frame_of": frame,
        "document": document,
        "crumbs": frame.crumbs(Crumb(gettext("Acts and versions"))),
        "tabs": frame.tabs("acts"),
        "act_columns": [
            Column(gettext("Act")),
            Column(gettext("On")),
            Column(gettext("Body")),
            Column(gettext("Reference")),
            Column(gettext("Note")),
            Column(gettext("Version"), figure=True),
        ],
        "version_columns": [
            Column(gettext("Version")),
            Column(gettext("Sealed")),
            Column(gettext("By")),
            Column(gettext("Seal")),
            Column(gettext("Compare")),
        ],
        "acts": [(one, ACT_LABELS[one.kind]) for one in recorded],
        "open": [
            (kind, ACT_LABELS[kind])
            for kind in open_acts(frame.framework.kind if frame.framework else "", document.number, recorded)
        ],
        "versions": list(versions_for(request.user, document).select_related("sealed_by").order_by("-number")),
        "steps": steps,
        "may_record": frame.may_record,
        "may_adopt": frame.may_record and document.state in ("draft", "proposed"),
    }
    return render(request, "documents/acts.html", context)


@require_http_methods(["GET", "POST"])
def act_new(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Put an act on record (?kind=). An adoption seals the version."""
    frame = framed(request, pk)
    require(request.user, "record", frame.document.entity_id)
    kind = request.GET.get("kind", "")
    form = ActForm(request.POST or None, initial={"kind": kind if kind in ACT_KINDS else "adoption"})
    if request.method == "POST" and form.is_valid():
        services.record_act(person(request), frame.document, **form.cleaned_data)
        messages.success(request, gettext("The act is on record."))
        return HttpResponseRedirect(reverse("acts", args=[pk]))
    title = gettext("Record an act")
    context = {
        "frame_of": frame,
        "document": frame.document,
        "title": title,
        "crumbs": frame.crumbs(Crumb(gettext("Acts and versions"), reverse("acts", args=[pk])), Crumb(title)),
        "form": form,
        "back": reverse("acts", args=[pk]),
        "seals": frame.document.state in ("draft", "proposed"),
    }
    return render(request, "documents/act_new.html", context)
