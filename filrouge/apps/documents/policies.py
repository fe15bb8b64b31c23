"""Who may see and change a document: the right of the person in its entity, against the document's state."""

from __future__ import annotations

from django.db.models import Q

from filrouge.apps.common.problems import Problem
from filrouge.apps.documents.models import Document
from filrouge.apps.organisation.policies import Anyone, entities_where, may, require
from filrouge.apps.organisation.selectors import above

#: What it takes to see a document in each state.
SEEING = {"draft": "see_draft", "proposed": "see_proposed", "adopted": "see", "ended": "see"}


def visible(user: Anyone) -> Q:
    """Which documents the person may see: those of the entities where the state allows it, and what is adopted above
    them."""
    allowed = Q(pk__in=[])
    for state, action in SEEING.items():
        allowed |= Q(state=state, entity__in=entities_where(user, action))
    mine = entities_where(user, "see")
    if mine:
        allowed |= Q(state__in=("adopted", "ended"), entity__in=above(mine))
    return allowed & Q(removed_at=None)


def may_edit(user: Anyone, document: Document) -> bool:
    """Whether the person may change the text: the right to edit, and a draft."""
    return document.state == "draft" and may(user, "edit", document.entity_id)


def require_edit(user: Anyone, document: Document) -> None:
    """Raises NotAllowed without the right, Problem ``documents.not-a-draft`` when the document is one no more."""
    require(user, "edit", document.entity_id)
    if document.state != "draft":
        raise Problem("documents.not-a-draft", state=document.state)
