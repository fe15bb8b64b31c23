"""The one writer of what the library brings: what would change is shown first, nothing that was answered is lost."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.db import transaction

from filrouge.apps.accounts.models import User
from filrouge.apps.frameworks.models import LibraryItem
from filrouge.apps.frameworks.selectors import framework_of
from filrouge.apps.organisation.policies import require_superuser
from filrouge.library import frameworks, plans
from filrouge.library import plan as reference_plan
from filrouge.library.errors import ROOT


@dataclass(frozen=True, slots=True)
class Brought:
    """One file of the library: what it is, and its text with the digest of that text."""

    urn: str
    kind: str
    slug: str
    version: int
    text: str
    digest: str


@dataclass(frozen=True, slots=True)
class LibraryChange:
    """What loading the library would do to one framework or plan: ``new``, ``update``, or ``gone`` (kept, no longer
    offered). For an update of a framework, the ids of the sections it adds and of those it no longer has."""

    what: str
    urn: str
    before: int | None
    after: int | None
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    documents: int = 0


def brought() -> tuple[Brought, ...]:
    """Every framework and reference plan of the installed library."""
    found = []
    for framework in frameworks():
        found.append(_brought("framework", "frameworks", framework.kind, framework.urn, framework.version))
    for plan in map(reference_plan, plans()):
        found.append(_brought("plan", "plans", plan.slug, plan.urn, 1))
    return tuple(found)


def preview() -> tuple[LibraryChange, ...]:
    """What :func:`load_library` would change, without changing it."""
    known = {item.urn: item for item in LibraryItem.objects.filter(current=True)}
    changes = []
    for one in brought():
        item = known.pop(one.urn, None)
        if item is None:
            changes.append(LibraryChange("new", one.urn, None, one.version))
        elif item.digest != one.digest:
            added, removed = _sections(item, one)
            count = item.documents.count()
            changes.append(LibraryChange("update", one.urn, item.version, one.version, added, removed, count))
    changes += [LibraryChange("gone", urn, item.version, None) for urn, item in known.items()]
    return tuple(changes)


@transaction.atomic
def load_library() -> tuple[LibraryChange, ...]:
    """Take in what the installed library brings; answer what changed. Documents keep the version they were made with,
    and what was answered to a section that is no more stays in its document."""
    changes = preview()
    known = {item.urn: item for item in LibraryItem.objects.select_for_update().filter(current=True)}
    for one in brought():
        item = known.pop(one.urn, None)
        if item is not None and item.digest == one.digest:
            continue
        if item is not None:
            LibraryItem.objects.filter(pk=item.pk).update(current=False)
        LibraryItem.objects.update_or_create(
            urn=one.urn,
            digest=one.digest,
            defaults={
                "kind": one.kind,
                "slug": one.slug,
                "version": one.version,
                "text": one.text,
                "current": True,
            },
        )
    LibraryItem.objects.filter(pk__in=[item.pk for item in known.values()]).update(current=False)
    return changes


def take_in(user: User) -> tuple[LibraryChange, ...]:
    """:func:`load_library`, asked for by somebody who administers the installation. Raises NotAllowed for others."""
    require_superuser(user)
    return load_library()


def _brought(kind: str, folder: str, slug: str, urn: str, version: int) -> Brought:
    text = (ROOT / folder / f"{slug}.yaml").read_text("utf-8")
    return Brought(urn, kind, slug, version, text, hashlib.sha256(text.encode("utf-8")).hexdigest())


def _sections(item: LibraryItem, one: Brought) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if item.kind != "framework":
        return (), ()
    before = framework_of(item).sections_by_id
    after = framework_of(LibraryItem(slug=one.slug, digest=one.digest, text=one.text)).sections_by_id
    return tuple(sorted(set(after) - set(before))), tuple(sorted(set(before) - set(after)))
