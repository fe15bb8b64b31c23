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
    return part.document.state == "draft" and _has_right(user, part)


def require_change(user: Anyone, part: Objective | Action) -> None:
    """Raises NotAllowed without the right, Problem ``documents.not-a-draft`` when the document is one no more."""
    _require_right(user, part)
    if part.document.state != "draft":
        raise Problem("documents.not-a-draft", state=part.document.state)


def require_following(user: Anyone, action: Action) -> None:
    """Raises NotAllowed when the person may not say how this action goes."""
    _require_right(user, action)


def require_building(user: Anyone, document: Document) -> None:
    """Raises when the person may not add, move or remove objectives and actions."""
    require(user, "edit", document.entity_id)
    if document.state != "draft":
        raise Problem("documents.not-a-draft", state=document.state)


def _has_right(user: Anyone, part: Objective | Action) -> bool:
    entity = part.document.entity_id
    return may(user, "edit", entity) or (may(user, "contribute", entity) and is_own(user, part))


def _require_right(user: Anyone, part: Objective | Action) -> None:
    """Whoever contributes is told that the part is another unit's, anybody else which roles may."""
    if _has_right(user, part):
        return
    if not may(user, "contribute", part.document.entity_id):
        require(user, "edit", part.document.entity_id)
    raise NotAllowed("objectives.not-yours", number=part.number)
