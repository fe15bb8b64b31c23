"""Files come in: kept as they came, each read by a job that may be killed at any moment and begun again."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app as jobs

from filrouge.apps.accounts.models import User
from filrouge.apps.common import editing
from filrouge.apps.common.audit import recorded
from filrouge.apps.common.problems import Problem
from filrouge.apps.exchange.models import Import, Upload
from filrouge.apps.exchange.policies import require_import
from filrouge.apps.exchange.selectors import frameworks_for_reading, has_stopped, open_import
from filrouge.apps.exchange.services import recognising, targets
from filrouge.apps.exchange.services.recognising import LIMITS, Found, NotRead
from filrouge.apps.organisation.models import Entity
from filrouge.apps.organisation.policies import require
from filrouge.domain.model.plan_json import to_json

MOST_FILES = 20
MOST_ATTEMPTS = 3
_MEGABYTE = 1_000_000
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file as it was handed over. ``name`` is for showing only; ``size`` may be told before ``data`` is read."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: its import, or the code of why not (``params`` fill its sentence). ``told`` is the code
    of what is worth knowing though the file was taken."""

    name: str
    incoming: Import | None = None
    problem: str = ""
    told: str = ""
    params: dict[str, Any] = field(default_factory=dict)


def shown_name(name: str) -> str:
    """The name of a file as it may be shown: no folder, one line, printable, not too long."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(char if char.isprintable() else "?" for char in last).strip() or "?"
    return shown if len(shown) <= _LONGEST_NAME else f"{shown[:80]}…{shown[-39:]}"


def check_size(name: str, size: int) -> Outcome | None:
    """Why a file of this size is not taken, before its bytes are; None when it may be."""
    shown = shown_name(name)
    if not size:
        return Outcome(shown, problem="errors.empty", params={"file": shown})
    if size > LIMITS.file_bytes:
        limit = str(LIMITS.file_bytes // _MEGABYTE)
        return Outcome(shown, problem="errors.too-large", params={"file": shown, "limit": limit})
    return None


def bring_in(user: User, entity: Entity, files: Sequence[Incoming], *, queued: bool = True) -> list[Outcome]:
    """Keep each file and queue the job that reads it; answer what became of each, in order. Not ``queued``, the caller
    reads them itself (:func:`read_import`).

    Raises NotAllowed, and Problem ``exchange.no-file`` or ``exchange.too-many-files`` for the whole.
    """
    require(user, "import", entity.pk)
    if not files:
        raise Problem("exchange.no-file")
    if len(files) > MOST_FILES:
        raise Problem("exchange.too-many-files", count=len(files), most=MOST_FILES)
    seen: dict[str, str] = {}
    return [_bring_in(user, entity, one, seen, queued) for one in files]


@transaction.atomic
def _bring_in(user: User, entity: Entity, file: Incoming, seen: dict[str, str], queued: bool) -> Outcome:
    name = shown_name(file.name)
    refused = check_size(file.name, len(file.data))
    if refused:
        return refused
    digest = hashlib.sha256(file.data).hexdigest()
    if digest in seen:
        return Outcome(name, problem="exchange.twice", params={"file": name, "other": seen[digest]})
    seen[digest] = name
    Entity.objects.select_for_update(of=("self",)).get(pk=entity.pk)  # two people may bring in the same file at once
    waiting = open_import(entity, digest)
    if waiting is not None:
        return Outcome(name, waiting, told="exchange.already-under-way", params={"file": name})
    upload, new = Upload.objects.get_or_create(
        entity=entity,
        digest=digest,
        defaults={"name": name, "size": len(file.data), "data": file.data, "by_id": user.person_id},
    )
    with recorded(user.person_id, "imported"):
        incoming = Import.objects.create(entity=entity, upload=upload, by_id=user.person_id)
    if queued:
        begin(incoming)
    if new:
        return Outcome(name, incoming)
    return Outcome(name, incoming, told="exchange.seen-before", params={"file": name, "on": upload.at.date()})


def begin(incoming: Import) -> None:
    """Queue the job that reads the file, with the transaction that is open."""
    jobs.configure_task("exchange.read_import", allow_unknown=True).defer(import_id=str(incoming.pk))


@transaction.atomic
def try_again(user: User, incoming: Import, framework: str | None = None) -> None:
    """Read the file anew: after a failure, when the job stopped, or as another kind of document (its urn, or empty for
    any). Corrections of the review are lost. Raises Problem ``exchange.being-read`` while a job is at work."""
    require_import(user, incoming)
    row = editing.locked(incoming)
    if row.state in ("done", "dropped"):
        raise Problem("exchange.not-under-review", state=row.state)
    if row.state in ("waiting", "reading") and not has_stopped(row):
        raise Problem("exchange.being-read")
    row.state, row.progress, row.steps, row.problem = "waiting", 0, {}, None
    row.run, row.attempts, row.beat_at = None, 0, timezone.now()
    row.choices = {}
    if framework is not None:
        row.framework = framework
    row.version += 1
    with recorded(user.person_id, "read again"):
        row.save()
    begin(row)


@transaction.atomic
def drop(user: User, incoming: Import) -> None:
    """Decide that nothing of the file is taken in. The file stays as it came."""
    require_import(user, incoming)
    row = editing.locked(incoming)
    if row.state in ("done", "dropped"):
        raise Problem("exchange.not-under-review", state=row.state)
    row.state, row.run = "dropped", None
    row.version += 1
    with recorded(user.person_id, "dropped"):
        row.save(update_fields=["state", "run", "version"])


# --- the job --------------------------------------------------------------------------------------------------------


def read_import(import_id: str) -> None:
    """Read one file and store what it proposes, all at once. Begun twice, only the later one stores its result; killed
    in the middle, nothing but its progress is there, and it can be begun again."""
    begun = _begun(import_id)
    if begun is None:
        return
    incoming, run = begun

    def tell(progress: int, counted: dict[str, int]) -> None:
        mine = Import.objects.filter(pk=import_id, run=run)
        incoming.steps.update(counted)
        mine.update(progress=progress, steps=incoming.steps, beat_at=timezone.now())

    upload = incoming.upload
    try:
        known = frameworks_for_reading()
        found = recognising.recognised(
            upload.name, bytes(upload.data), known, incoming.framework, incoming.entity.code, tell
        )
    except NotRead as error:
        _store(import_id, run, None, {"code": error.code, "params": error.params})
        return
    _store(import_id, run, found, None)


@transaction.atomic
def _begun(import_id: str) -> tuple[Import, uuid.UUID] | None:
    """The import with a new run of its own; None when there is nothing to read any more."""
    rows = Import.objects.select_for_update(of=("self",)).select_related("upload", "entity")
    row = rows.filter(pk=import_id, state__in=("waiting", "reading")).first()
    if row is None:
        return None
    run = uuid.uuid4()
    with recorded(row.by_id, "reading"):
        if row.attempts >= MOST_ATTEMPTS:
            row.state, row.run = "failed", None
            row.problem = {"code": "exchange.given-up", "params": {"file": row.upload.name}}
            row.save(update_fields=["state", "run", "problem"])
            return None
        row.state, row.run, row.attempts = "reading", run, row.attempts + 1
        row.progress, row.steps, row.beat_at = 5, {}, timezone.now()
        row.save(update_fields=["state", "run", "attempts", "progress", "steps", "beat_at"])
    return row, run


@transaction.atomic
def _store(import_id: str, run: uuid.UUID, found: Found | None, problem: dict[str, Any] | None) -> None:
    """Put the proposal, or why there is none, in its place; unless another run or a person decided meanwhile."""
    row = Import.objects.select_for_update(of=("self",)).filter(pk=import_id, run=run, state="reading").first()
    if row is None:
        return
    row.run, row.beat_at, row.version = None, timezone.now(), row.version + 1
    if found is None:
        row.state, row.problem = "failed", problem
    else:
        _propose(row, found)
    with recorded(row.by_id, "read"):
        row.save()


def _propose(row: Import, found: Found) -> None:
    plan = found.plan
    row.source, row.text, row.framework = found.source, found.text, plan.framework
    row.reading = to_json(plan)
    row.notes = [list(note) for note in found.notes]
    row.problem, row.choices, row.progress = None, {}, 100
    targets.aim(row, found)
    row.state = "ready"
