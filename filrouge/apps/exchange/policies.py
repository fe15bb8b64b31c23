"""Who may bring files in and take files out."""

from __future__ import annotations

from filrouge.apps.common.problems import Problem
from filrouge.apps.documents.models import Document
from filrouge.apps.exchange.models import Import
from filrouge.apps.organisation.policies import Anyone, entities_where, may, require
from filrouge.apps.organisation.selectors import above


def require_import(user: Anyone, incoming: Import) -> None:
    """Raises NotAllowed without the right to bring files into the entity."""
    require(user, "import", incoming.entity_id)


def require_review(user: Anyone, incoming: Import) -> None:
    """Raises NotAllowed without the right, Problem ``exchange.not-under-review`` when the file is not under review."""
    require_import(user, incoming)
    if incoming.state != "ready":
        raise Problem("exchange.not-under-review", state=incoming.state)


def may_export(user: Anyone, document: Document) -> bool:
    """Whether the person may take the document out as a file. Whoever may not see it is not asked for: the selector
    hides it."""
    return may(user, "export", document.entity_id) or _from_above(user, document)


def require_export(user: Anyone, document: Document) -> None:
    """Raises NotAllowed when the person may see the document and not take it out."""
    if not may_export(user, document):
        require(user, "export", document.entity_id)


def _from_above(user: Anyone, document: Document) -> bool:
    """A plan of an entity above one's own: who may take files out of the one below may take it out too."""
    if document.state not in ("adopted", "ended"):
        return False
    return document.entity_id in above(entities_where(user, "export"))
