"""Who may set a finding aside, and who may see what changed. What is wrong is seen by whoever sees the document."""

from __future__ import annotations

import uuid

from filrouge.apps.coherence.models import StoredWaiver
from filrouge.apps.common.problems import NotAllowed
from filrouge.apps.documents.models import Document
from filrouge.apps.organisation.policies import Anyone, may, require
from filrouge.apps.organisation.roles import ROLES

#: Either of these shows the history: one's own work, or the work of others to look into.
HISTORY = ("audit", "edit")


def may_waive(user: Anyone, document: Document) -> bool:
    """Whether the person may set findings of the document aside, and lift what was set aside."""
    return may(user, "waive", document.entity_id)


def require_waive(user: Anyone, document: Document) -> None:
    """Raises NotAllowed."""
    require(user, "waive", document.entity_id)


def may_see_history(user: Anyone, entity_id: uuid.UUID) -> bool:
    """Whether the person may see who changed what in this entity, drafts of the past included."""
    return any(may(user, action, entity_id) for action in HISTORY)


def require_history(user: Anyone, entity_id: uuid.UUID) -> None:
    """Raises NotAllowed."""
    if not may_see_history(user, entity_id):
        roles = [role for role, actions in ROLES.items() if actions & set(HISTORY)]
        raise NotAllowed("organisation.not-allowed", action="audit", roles=roles)


def require_lift(user: Anyone, waiver: StoredWaiver) -> None:
    """Raises NotAllowed."""
    require(user, "waive", waiver.entity_id)
