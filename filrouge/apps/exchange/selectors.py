"""Files on their way in and out, as far as the person asking may see them."""

from __future__ import annotations

import datetime as dt

from django.db.models import QuerySet
from django.utils import timezone

from filrouge.apps.documents.models import Document
from filrouge.apps.documents.selectors import documents_for
from filrouge.apps.exchange.models import Departure, Export, Import, WordTemplate
from filrouge.apps.frameworks.models import LibraryItem
from filrouge.apps.frameworks.selectors import current_frameworks, framework_of
from filrouge.apps.organisation.models import Entity
from filrouge.apps.organisation.policies import Anyone, entities_where
from filrouge.domain.model import Framework

#: A job that says nothing for this long has stopped: longer than any step of one may take.
SILENCE = dt.timedelta(seconds=150)
#: What a list, or the page of a job, has no need of.
_LARGE = ("text", "proposal", "reading", "base", "notes", "choices")


def imports_for(user: Anyone) -> QuerySet[Import]:
    """The imports of the entities that the person may see; the file, its text and its proposal are fetched when they
    are asked for."""
    seen = Import.objects.filter(entity__in=entities_where(user, "see"))
    return seen.select_related("entity", "upload", "by", "document").defer("upload__data", *_LARGE)


def imports_listed(user: Anyone, entity: Entity) -> QuerySet[Import]:
    """The imports of one entity, the latest first."""
    return imports_for(user).filter(entity=entity).order_by("-at", "pk")


def has_stopped(job: Import | Export) -> bool:
    """Whether the job that works on this has given no sign of life for so long that it must have stopped."""
    if job.state not in ("waiting", "reading", "making"):
        return False
    return timezone.now() - (job.beat_at or job.at) > SILENCE


def open_import(entity: Entity, digest: str) -> Import | None:
    """The import of the same content that is not decided yet, if any."""
    found = Import.objects.filter(entity=entity, upload__digest=digest, state__in=("waiting", "reading", "ready"))
    return found.select_related("upload").defer("upload__data", *_LARGE).first()


def earlier_import(incoming: Import) -> Import | None:
    """The last import of the same content that was taken in, and whose document is still there."""
    done = Import.objects.filter(upload_id=incoming.upload_id, state="done", document__removed_at=None)
    return done.exclude(document=None).exclude(pk=incoming.pk).select_related("document").first()


def targets_for(user: Anyone, incoming: Import) -> QuerySet[Document]:
    """The drafts of the entity that a file may change, for who may see them."""
    return documents_for(user).filter(entity_id=incoming.entity_id, state="draft")


def exports_for(user: Anyone) -> QuerySet[Export]:
    """The files that the person asked for, of documents that the person may still see; without their bytes."""
    mine = Export.objects.filter(document__in=documents_for(user).order_by(), by=getattr(user, "person_id", None))
    return mine.select_related("document__entity").defer("data")


def departures_of(document: Document) -> QuerySet[Departure]:
    """The departures of a document, the latest first, without the plans that they keep."""
    return Departure.objects.filter(document=document).select_related("by").defer("content").order_by("-at")


def templates_for(user: Anyone, entity: Entity) -> QuerySet[WordTemplate]:
    """The Word templates of an entity, for who sees the entity; without their bytes."""
    seen = entities_where(user, "see")
    return WordTemplate.objects.filter(entity=entity, entity__in=seen).defer("data").order_by("kind")


def template_for(document: Document) -> bytes | None:
    """The entity's own template for this kind of document, else its template for all, else None."""
    kind = document.framework.slug if document.framework else ""
    found = WordTemplate.objects.filter(entity_id=document.entity_id, kind__in={kind, ""}).order_by("-kind").first()
    return bytes(found.data) if found else None


def frameworks_for_reading() -> list[Framework]:
    """The frameworks by which a file is recognised: the current ones of the library."""
    return [framework_of(item) for item in current_frameworks().order_by("slug")]


def framework_item(urn: str) -> LibraryItem | None:
    """The current item of the library with this urn; None for an empty or unknown one."""
    return current_frameworks().filter(urn=urn).first() if urn else None
