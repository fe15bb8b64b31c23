"""Setting findings aside, with a reason, and lifting that again; keeping checks up to date."""

from __future__ import annotations

import datetime as dt
from functools import partial

from django.db import transaction
from django.utils import timezone

from filrouge.apps.accounts.models import User
from filrouge.apps.coherence import checking
from filrouge.apps.coherence.models import StoredWaiver
from filrouge.apps.coherence.policies import require_lift, require_waive
from filrouge.apps.common.audit import recorded
from filrouge.apps.common.problems import Problem
from filrouge.apps.documents.models import Document
from filrouge.apps.documents.services import touch
from filrouge.apps.objectives.selectors import plan_of
from filrouge.domain.coherence.engine import rules


@transaction.atomic
def waive(
    user: User,
    document: Document,
    code: str,
    reason: str,
    *,
    part: str = "",
    words: str = "",
    until: dt.date | None = None,
) -> StoredWaiver:
    """Set findings of a code aside: on the whole document, on a part of it (a section with all below it, an objective,
    an action), or where they mark certain ``words``; until a day, or for good.

    Raises NotAllowed; Problem when there is no such rule or part, no reason is given, or the day is over.
    """
    require_waive(user, document)
    if code not in {rule.code for rule in rules()}:
        raise Problem("coherence.no-such-rule", given=code)
    if not reason.strip():
        raise Problem("coherence.reason-missing")
    if until is not None and until < timezone.localdate():
        raise Problem("coherence.until-past", until=until)
    if part and part not in plan_of(document.pk).parts:
        raise Problem("coherence.no-such-part")
    with recorded(user.person_id, reason.strip()):
        waiver = StoredWaiver(
            entity_id=document.entity_id,
            document=document,
            code=code,
            part=part,
            words=words,
            reason=reason.strip(),
            author=user.person,
            on=timezone.localdate(),
            until=until,
        )
        waiver.full_clean()
        waiver.save()
        touch(document)
    return waiver


@transaction.atomic
def lift(user: User, waiver: StoredWaiver, why: str = "") -> None:
    """Let the findings count again. Raises NotAllowed."""
    require_lift(user, waiver)
    with recorded(user.person_id, why):
        waiver.delete()
        touch(waiver.document)


def check_soon(document: Document) -> None:
    """Let what is wrong with a document be known once it is stored, before somebody opens its remarks."""
    transaction.on_commit(partial(checking.result_of, document), robust=True)


def check_stale(limit: int | None = None) -> int:
    """Check the documents whose check is not up to date, those changed last first; answer how many there were."""
    current = checking.kept().values("document")
    stale = Document.objects.filter(removed_at=None).exclude(pk__in=current).order_by("-stamp", "pk")
    documents = list(stale[:limit])
    for document in documents:
        checking.result_of(document)
    return len(documents)


def check_all() -> int:
    """Check every document whose check is not up to date; answer how many there were. For the job of the night, after
    which a new day finds its findings ready."""
    return check_stale()
