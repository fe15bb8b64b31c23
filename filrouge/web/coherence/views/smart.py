"""How firm the objectives of a document are."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from filrouge.apps.coherence.selectors import smart_in
from filrouge.domain.model.plan import Plan
from filrouge.domain.smart import LETTERS, VERDICTS, Assessment, mix
from filrouge.web.coherence.firmness import (
    SIGNS,
    commitment_choices,
    commitment_told,
    letter_choices,
    letters_told,
    say,
    verdict_choices,
)
from filrouge.web.coherence.forms import SmartForm
from filrouge.web.coherence.parts import page_of
from filrouge.web.common.values import Column, Crumb
from filrouge.web.documents.frame import framed

PAGE = 50


@require_safe
def smart(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Objectives by letters, each verdict with its words and what is missing; the mix of the document."""
    frame = framed(request, pk)
    plan, found = smart_in(frame.document)
    form = SmartForm(
        request.GET, letters=letter_choices(), verdicts=verdict_choices(), commitments=commitment_choices()
    )
    asked = [form.value(name) for name in ("letter", "verdict", "commitment")]
    page = Paginator([one for one in found if _is_asked(one, *asked)], PAGE).get_page(request.GET.get("page"))
    heads = [Column(f"{letter} · {say(f'letter.{letter}')}", unit=say(f"read-in.{letter}")) for letter in LETTERS]
    context = {
        "frame_of": frame,
        "document": frame.document,
        "crumbs": frame.crumbs(Crumb("SMART")),
        "tabs": frame.tabs("smart"),
        "filters": form,
        "columns": [Column(gettext("Objective")), *heads, Column(gettext("Kind of commitment"))],
        "rows": _rows(page.object_list, plan, pk),
        "page": page,
        "any": bool(found),
        "totals": _totals(found),
        "mix": [
            (say(f"commitment.{kind}") if kind else gettext("not recognised"), n) for kind, n in mix(found).items()
        ],
        "count": len(found),
    }
    return render(request, "coherence/smart.html", context)


def _is_asked(found: Assessment, letter: str, verdict: str, commitment: str) -> bool:
    judged = [found[letter]] if letter else list(found.letters)
    if verdict and not any(one.verdict == verdict for one in judged):
        return False
    if letter and not verdict and found[letter].verdict == "met":
        return False
    kind = found.declared or found.proposed
    return not commitment or kind == ("" if commitment == "none" else commitment)


def _rows(found: Iterable[Assessment], plan: Plan, document: uuid.UUID) -> list[dict[str, Any]]:
    return [
        {
            "objective": plan.parts[one.id],
            "url": page_of(document, "objective", one.id),
            "letters": letters_told(one),
            "commitment": commitment_told(one),
        }
        for one in found
    ]


def _totals(found: Iterable[Assessment]) -> list[dict[str, Any]]:
    """How many objectives have each verdict, letter by letter."""
    found = list(found)
    return [
        {
            "sign": SIGNS[verdict],
            "word": say(f"verdict.{verdict}"),
            "counts": [sum(one[letter].verdict == verdict for one in found) for letter in LETTERS],
        }
        for verdict in VERDICTS
    ]
