"""The way from an object to its history, on every page of the object."""

from __future__ import annotations

import uuid
from typing import Any

from django import template

from filrouge.web.coherence.parts import history_address

register = template.Library()

#: The models whose objects have a history of their own: the model → the kind in the address.
_KINDS = {
    "document": "document",
    "section": "section",
    "block": "block",
    "objective": "objective",
    "action": "action",
    "entity": "entity",
    "unit": "unit",
    "nounit": "no_unit",
    "stakeholder": "stakeholder",
    "profileanswer": "answer",
}


@register.inclusion_tag("coherence/_history_link.html", takes_context=True)
def history_link(
    context: template.Context, record: Any, entity: uuid.UUID | None = None, kind: str = "", of: str = ""
) -> dict[str, Any]:
    """A link to who changed a stored object, for whoever may see that; nothing for others. An object that is not a
    row (a value of a plan) comes with the id of its ``entity`` and its ``kind``; ``of`` names it among several."""
    kind = kind or _KINDS[record._meta.model_name]
    pk = record.id
    owner = entity or (pk if kind == "entity" else record.entity_id)
    return {"address": history_address(context["request"].user, owner, kind, pk), "of": of}
