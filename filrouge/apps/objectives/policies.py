"""Who may change an objective or an action: an editor any, a contributor those of the own unit."""

from __future__ import annotations

from filrouge.apps.common.problems import NotAllowed, Problem
from filrouge.apps.documents.models import Document
from filrouge.apps.objectives.models import Action, Objective
from filrouge.apps.organisation.policies import Anyone, may, require
from filrouge.apps.organisation.selectors import own_unit_names
from filrouge.domain.language.words import fold

#: What a contributor may say of an action of the own unit, whatever the state of the document: how it goes.
FOLLOWING = frozenset({"state", "progress", "details"})


def is_own(user: Anyone, part: Objective | Action) -> bool:
    """Whether a unit of the person answers for this part."""
    names = own_unit_names(user, part.document.entity)
    return any(fold(owner) in names for owner in part.owners)


def may_change(user: Anyone, part: Objective | Action) -> bool:
    """Whether the person may change the words of this part: an editor of a draft, or the unit that answers for it."""
    if part.document.state != "draft":
        return False
    entity = part.document.entity_id
    return may(user, "edit", entity) or (may(user, "contribute", entity) and is_own(user, part))


def require_change(user: Anyone, part: Objective | Action) -> None:
    """Raises NotAllowed, or Problem ``documents.not-a-draft``."""
    if part.document.state != "draft":
        raise Problem("documents.not-a-draft", state=part.document.state)
    if not may_change(user, part):
        raise NotAllowed("objectives.not-yours", number=part.number)


def require_following(user: Anyone, action: Action) -> None:
    """Raises NotAllowed when the person may not say how this action goes."""
    entity = action.document.entity_id
    if not may(user, "edit", entity) and not (may(user, "contribute", entity) and is_own(user, action)):
        raise NotAllowed("objectives.not-yours", number=action.number)


def require_building(user: Anyone, document: Document) -> None:
    """Raises when the person may not add, move or remove objectives and actions."""
    require(user, "edit", document.entity_id)
    if document.state != "draft":
        raise Problem("documents.not-a-draft", state=document.state)
