"""New documents that grow out of others: a year's plan from the plan above it and the year before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import replace

from django.db import transaction

from filrouge.apps.accounts.models import User
from filrouge.apps.common.audit import recorded
from filrouge.apps.documents.models import Document
from filrouge.apps.documents.selectors import framework_for
from filrouge.apps.documents.services import create_document, touch
from filrouge.apps.frameworks.models import LibraryItem
from filrouge.apps.objectives.selectors import plan_of
from filrouge.apps.objectives.writing import write_plan
from filrouge.apps.organisation.models import Entity
from filrouge.domain.model import Framework
from filrouge.domain.model.plan import Plan, Words
from filrouge.domain.objectives.carrying import carried


@transaction.atomic
def derive_document(
    user: User,
    entity: Entity,
    source: Document,
    *,
    title: Words,
    language: str,
    period: tuple[dt.date, dt.date] | None,
    framework: LibraryItem | None = None,
    kinds: Collection[str] = (),
    before: Document | None = None,
    actions: Collection[str] = (),
) -> Document:
    """A new draft derived from ``source``: its objectives at the levels of ``kinds``, and of ``before`` (the plan of
    the year before) the actions with these ids. The caller has looked both documents up for this person."""
    document = create_document(
        user,
        entity,
        title=title,
        language=language,
        framework=framework,
        with_sections=framework is not None,
        amends=source,
        relation="derived",
        languages=list(source.languages) or [language],
        period_from=period[0] if period else None,
        period_until=period[1] if period else None,
    )
    earlier = plan_of(before.pk) if before else None
    above = earlier if earlier is not None and before == source else plan_of(source.pk)
    objectives, taken = carried(document.key, above, kinds, earlier, actions)
    made = plan_of(document.pk)
    place = _places(made, framework_for(document))
    objectives = tuple(replace(one, section=place.get(one.kind, place.get(""))) for one in objectives)
    taken = tuple(replace(one, section=place.get("action", place.get(""))) for one in taken)
    with recorded(user.person_id, "carried over"):
        write_plan(document, replace(made, objectives=objectives, actions=taken), acts=False)
        touch(document)
    return document


def _places(made: Plan, framework: Framework | None) -> dict[str, str]:
    """Level → the section in which the framework has it; under the empty name the first section that has any level."""
    if framework is None:
        return {}
    sections = {one.framework_section: one.id for one in made.sections}
    found: dict[str, str] = {}
    for level in framework.levels:
        for key in level.sections:
            if key in sections:
                found.setdefault(level.kind, sections[key])
                found.setdefault("", sections[key])
    return found
