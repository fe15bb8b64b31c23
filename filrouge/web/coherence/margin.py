"""The remarks beside a text: what the margin of a document, a section, an objective or an action shows."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext

from filrouge.apps.coherence.models import StoredWaiver
from filrouge.apps.coherence.policies import may_waive
from filrouge.apps.coherence.selectors import Findings, ShownFinding
from filrouge.apps.documents.models import Document, Section
from filrouge.apps.organisation.policies import Anyone
from filrouge.web.coherence.parts import name_of, page_of


def lines(found: Iterable[ShownFinding], document: Document) -> list[dict[str, Any]]:
    """Each finding with what the margin says of its place."""
    return [
        {
            "finding": one,
            "where": name_of(one.part, document.language),
            "where_url": page_of(document.pk, one.part.kind, one.part.id) if one.part.id else "",
            "waiver": told(one.waiver) if one.waiver else None,
        }
        for one in found
    ]


def told(waiver: StoredWaiver) -> dict[str, Any]:
    """A waiver as the component of a finding shows it; an erased person has no name."""
    author = gettext("erased person") if waiver.author.erased_at else waiver.author.name
    return {"reason": waiver.reason, "author": author, "on": waiver.on, "until": waiver.until}


def within(found: Findings, document: Document, section: uuid.UUID | None, part: str) -> tuple[ShownFinding, ...]:
    """The open findings that mark a part, or stand in a section and below it (with those about the whole document); all
    of them without either."""
    if part:
        return tuple(one for one in found.of(part) if one.waiver is None)
    if section is None:
        return found.open
    ids = {str(one) for one in below(document, section)}
    return tuple(one for one in found.open if not one.parts or ids.intersection((one.section.id, *one.parts)))


def below(document: Document, section: uuid.UUID) -> set[uuid.UUID]:
    """The ids of a section and of all below it, in one query."""
    rows = list(Section.objects.filter(document=document).order_by().values_list("pk", "parent_id"))
    ids = {section}
    while more := {pk for pk, parent in rows if parent in ids} - ids:
        ids |= more
    return ids


def while_writing(document: Document, **part: str) -> dict[str, Any]:
    """The values of ``coherence/_while_writing.html``: beside the form of a part that is there (``part``, its id),
    checked at once, or of a new one (``kind``, ``parent``), checked when something is written."""
    values = {name: value for name, value in part.items() if value}
    url = reverse("check_part", args=[document.pk])
    return {"url": url, "values": json.dumps(values), "at_once": "part" in values}


def margin(
    user: Anyone, document: Document, found: Findings, section: uuid.UUID | None = None, part: str = ""
) -> dict[str, Any]:
    """The values of ``coherence/_margin.html``, which fetches itself anew when a ``documentChanged`` is triggered."""
    asked = {name: value for name, value in (("section", section), ("part", part)) if value}
    address = reverse("findings_margin", args=[document.pk])
    return {
        "document": document,
        "lines": lines(within(found, document, section, part), document),
        "address": f"{address}?{urlencode(asked)}" if asked else address,
        "findings_url": reverse("findings", args=[document.pk]),
        "waive_url": reverse("waive", args=[document.pk]) if may_waive(user, document) else "",
        "part": part,
    }
