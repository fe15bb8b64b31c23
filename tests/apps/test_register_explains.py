"""The register of units explains the abbreviations of an entity's documents."""

from __future__ import annotations

import uuid
from dataclasses import replace

import pytest

from filrouge.apps.coherence.selectors import findings_of
from filrouge.apps.documents.models import Document
from filrouge.apps.organisation.models import NoUnit, Unit
from filrouge.apps.organisation.services import say_no_unit, unsay_no_unit
from filrouge.domain.model.plan import PlanSection, Words
from tests import making

pytestmark = pytest.mark.django_db
TEXT = Words(fr="<p>La DQZT prépare le plan. La DQZT le suit aussi chaque mois avec le collège.</p>")


def unexplained(document: Document) -> bool:
    """Whether a finding says that DQZT is not spelled out."""
    found = findings_of(Document.objects.get(pk=document.pk), "fr").open
    return any(one.code == "DOC107" and "DQZT" in one.sentence for one in found)


def test_a_unit_of_the_entity_or_above_explains_its_abbreviation() -> None:
    above = making.entity(kind="ministry")
    zone = making.entity(parent=above)
    section = PlanSection(str(uuid.uuid4()), Words(fr="Contexte"), None, "1", TEXT)
    document = making.document(zone, content=replace(making.plan(1, 0, 0), sections=(section,)))
    assert unexplained(document)
    unit = Unit.objects.create(entity=above, abbreviation="DQZT", name=Words(fr="Direction inventée"))
    assert not unexplained(document)
    unit.delete()
    assert unexplained(document)


def test_a_name_that_the_entity_calls_no_unit_is_remarked_no_more() -> None:
    zone = making.entity()
    adviser = making.adviser(zone)
    section = PlanSection(str(uuid.uuid4()), Words(fr="Contexte"), None, "1", TEXT)
    document = making.document(zone, adviser, content=replace(making.plan(1, 0, 0), sections=(section,)))
    assert unexplained(document)
    say_no_unit(adviser, zone, "dqzt", "un programme d’échange")
    assert not unexplained(document)
    unsay_no_unit(adviser, NoUnit.objects.get())
    assert unexplained(document)
