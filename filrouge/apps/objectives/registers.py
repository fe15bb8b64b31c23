"""An entity's registers against its documents: which names of units and stakeholders they use, and where."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape

from django.db import models, transaction
from django.db.models import F, Func
from django.utils import timezone

from filrouge.apps.accounts.models import User
from filrouge.apps.common import editing
from filrouge.apps.common.audit import recorded
from filrouge.apps.common.problems import Problem
from filrouge.apps.documents.models import Document, Section
from filrouge.apps.documents.policies import require_edit
from filrouge.apps.documents.selectors import documents_for, framework_for, sections_for
from filrouge.apps.documents.services import edit_section, touch
from filrouge.apps.objectives.models import Action, Objective
from filrouge.apps.objectives.selectors import plan_of
from filrouge.apps.organisation.models import Entity, NoUnit, ProfileAnswer, Stakeholder, Unit
from filrouge.apps.organisation.policies import Anyone, require
from filrouge.apps.organisation.selectors import names_of, no_units_for, stakeholders_for, units_for
from filrouge.domain.language.words import fold
from filrouge.domain.model import LANGUAGES
from filrouge.domain.organisation.naming import NameUse, names_in, resolved
from filrouge.domain.organisation.stakeholders import Party, duplicates, lines_of_body, read_stakeholders

# --- names of units ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name is used: a document, how often, and the ids of the parts (statements of an owner, sections of an
    abbreviation)."""

    document: Document
    count: int
    parts: tuple[str, ...]


@dataclass(slots=True)
class Name:
    """A name that documents of the entity use, the unit that it leads to, if any, what says that it is none, if
    anything does, and where it is used."""

    name: str
    owner: bool
    spelled: str = ""
    unit: Unit | None = None
    aside: NoUnit | None = None
    places: list[Place] = field(default_factory=list)

    @property
    def count(self) -> int:
        return sum(place.count for place in self.places)


def names_used(user: Anyone, entity: Entity) -> list[Name]:
    """Every owner and abbreviation in the documents of the entity that the person may see; owners first, the most used
    first. A document is read anew only when it has changed."""
    units = {str(unit.pk): unit for unit in units_for(user, entity)}
    keys = {key: names_of(unit) for key, unit in units.items()}
    parties = {fold(one) for party in stakeholders_for(user, entity) for one in (party.name, *_short(party.name))}
    aside = {fold(one.name): one for one in no_units_for(user, entity)}
    found: dict[str, Name] = {}
    for document in documents_for(user).filter(entity=entity):
        for one in resolved(_names_in(document.pk, document.stamp), keys):
            use = one.use
            if not use.owner and one.unit is None and fold(use.name) in parties:
                continue
            name = found.setdefault(fold(use.name), Name(use.name, use.owner, use.spelled))
            name.owner = name.owner or use.owner
            name.spelled = name.spelled or use.spelled
            name.unit = units[one.unit] if one.unit else None
            name.aside = None if one.unit else aside.get(fold(use.name))
            name.places.append(Place(document, use.count, use.parts))
    return sorted(found.values(), key=lambda name: (not name.owner, -name.count, fold(name.name)))


@lru_cache(maxsize=512)
def _names_in(document_id: uuid.UUID, stamp: int) -> tuple[NameUse, ...]:
    """The names in a document in the state that the stamp stands for."""
    framework = framework_for(Document.objects.select_related("framework").get(pk=document_id))
    return names_in(plan_of(document_id), framework, timezone.localdate())


def _short(name: str) -> list[str]:
    """What stands in brackets in a name, alone: its abbreviation."""
    return [part.split(")")[0].strip() for part in name.split("(")[1:]]


# --- stakeholders -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Involved:
    """A name that objectives involve: the objectives, and the line of the register, None when it is not there."""

    name: str
    party: Stakeholder | None
    objectives: tuple[Objective, ...]


def involved(user: Anyone, entity: Entity) -> list[Involved]:
    """Each party of the register with the objectives that involve it, then the names that objectives use and the
    register lacks; in two queries."""
    named: dict[str, list[Objective]] = defaultdict(list)
    spelling: dict[str, str] = {}
    documents = documents_for(user).filter(entity=entity).order_by()
    objectives = Objective.objects.filter(document__in=documents).exclude(stakeholders=[]).select_related("document")
    for objective in objectives.order_by("document", "position", "id"):
        for name in objective.stakeholders:
            named[fold(name)].append(objective)
            spelling.setdefault(fold(name), name)
    parties = sorted(stakeholders_for(user, entity), key=lambda one: (fold(one.category), fold(one.name)))
    known = [Involved(one.name, one, tuple(named.pop(fold(one.name), ()))) for one in parties]
    return known + [Involved(spelling[key], None, tuple(found)) for key, found in sorted(named.items())]


def alike(names: Iterable[str]) -> tuple[tuple[str, str, float], ...]:
    """Names that seem to mean one party, most alike first."""
    return _alike(tuple(names))


@lru_cache(maxsize=64)
def _alike(names: tuple[str, ...]) -> tuple[tuple[str, str, float], ...]:
    return duplicates(names)


def listed_in(section: Section) -> tuple[Party, ...]:
    """The parties that the body of a section lists, in whichever of its languages it lists most."""
    lists = [read_stakeholders(lines_of_body(section.body[one])) for one in LANGUAGES if section.body[one]]
    return max(lists, key=len, default=())


@transaction.atomic
def merge_stakeholders(user: User, kept: Stakeholder, gone: Stakeholder) -> int:
    """Make one line of two: documents that name the second name the first from now on, as far as they are drafts; the
    second leaves the register. Answers how many objectives were changed."""
    require(user, "edit", kept.entity_id)
    if kept.pk == gone.pk:
        raise Problem("organisation.merge-itself")
    if kept.entity_id != gone.entity_id:
        raise Problem("organisation.other-entity")
    with recorded(user.person_id, f"{gone.name} → {kept.name}"):
        changed = _rename(kept.entity_id, gone.name, kept.name)
        row = editing.locked(kept)
        more = {
            "category": row.category or gone.category,
            "description": "\n".join(dict.fromkeys(filter(None, (row.description, gone.description)))),
        }
        editing.edit(row, row.version, more)
        gone.delete()
    return changed


@transaction.atomic
def rename_stakeholder(user: User, entity: Entity, old: str, new: str) -> int:
    """Let drafts that name a party by its old name use the new one; answers how many objectives were changed."""
    require(user, "edit", entity.pk)
    with recorded(user.person_id, f"{old} → {new}"):
        return _rename(entity.pk, old, new)


def _rename(entity_id: uuid.UUID, old: str, new: str) -> int:
    wanted = fold(old)
    changed = 0
    objectives = Objective.objects.filter(entity=entity_id, document__state="draft", document__removed_at=None)
    for objective in objectives.exclude(stakeholders=[]).select_related("document"):
        if wanted in map(fold, objective.stakeholders):
            renamed = [new if fold(name) == wanted else name for name in objective.stakeholders]
            editing.edit(objective, objective.version, {"stakeholders": list(dict.fromkeys(renamed))})
            touch(objective.document)
            changed += 1
    return changed


# --- owners -----------------------------------------------------------------------------------------------------------


def owner_spellings(model: type[Objective] | type[Action], entity: Entity, names: Iterable[str]) -> list[str]:
    """Of the owners that statements of an entity name, those that are one of these names, as they are written."""
    wanted = set(names)
    found = model.objects.filter(entity=entity).order_by()
    spelled = found.annotate(one=Func(F("owners"), function="unnest", output_field=models.CharField()))
    return [owner for owner in spelled.values_list("one", flat=True).distinct() if fold(owner) in wanted]


# --- reuse of the profile ---------------------------------------------------------------------------------------------


def sections_open(user: Anyone, entity: Entity) -> list[Section]:
    """The sections of the entity's drafts that the person may see, by document and in their order."""
    found = sections_for(user).filter(document__entity=entity, document__state="draft")
    return list(found.select_related("document__framework").order_by("document", "position", "id"))


@transaction.atomic
def insert_answer(user: User, section: Section, answer: ProfileAnswer) -> Section:
    """Write what the profile says at the end of a section, in each language of the document in which it stands (in
    another when it stands in none), as a paragraph of its own."""
    require_edit(user, section.document)
    if answer.entity_id != section.entity_id:
        raise Problem("organisation.sections-elsewhere")
    if not answer.answer:
        raise Problem("organisation.nothing-to-reuse")
    wanted = tuple(dict.fromkeys((section.document.language, *section.document.languages)))
    said = {one: answer.answer[one] for one in wanted if answer.answer[one]}
    body = section.body
    for language, words in (said or {section.document.language: str(answer.answer)}).items():
        body = body.saying(language, body[language] + _paragraphs(words))
    return edit_section(user, section, section.version, body=body)


def _paragraphs(words: str) -> str:
    parts = (part.strip() for part in words.split("\n"))
    return "".join(f"<p>{escape(part, quote=False)}</p>" for part in parts if part)
