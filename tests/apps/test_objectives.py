"""Objectives and whole documents: stored, given back, edited by two at once, and as they stood."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from filrouge.apps.common.problems import Conflict, NotAllowed, Problem
from filrouge.apps.documents.models import Document
from filrouge.apps.objectives import services
from filrouge.apps.objectives.models import Action, Objective
from filrouge.apps.objectives.selectors import plan_at, plan_of
from filrouge.apps.organisation.models import Unit
from filrouge.domain.model.plan import Plan, Words
from tests import making

pytestmark = pytest.mark.django_db


def content(plan: Plan) -> Plan:
    """The plan without what storing it gives it."""
    return replace(plan, id="", entity="", acts=())


def test_a_plan_is_given_back_as_it_was_stored() -> None:
    zone = making.entity()
    known = making.plan(5)
    stored = making.document(zone, content=known)
    assert content(plan_of(stored.pk)) == content(known)


def test_a_large_document_takes_as_many_queries_as_a_small_one() -> None:
    zone = making.entity()
    counts = []
    for size in (2, 300):
        stored = making.document(zone, content=making.plan(size, sections=size, actions=size))
        with CaptureQueriesContext(connection) as queries:
            plan_of(stored.pk)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 7


def test_storing_the_same_content_again_changes_nothing() -> None:
    zone = making.entity()
    adviser = making.adviser(zone)
    stored = making.document(zone, adviser)
    before = Document.objects.get(pk=stored.pk).stamp
    assert not services.replace_content(adviser, stored, plan_of(stored.pk), "again")
    assert Document.objects.get(pk=stored.pk).stamp == before


def test_two_people_who_change_different_fields_both_keep_their_work() -> None:
    zone = making.entity()
    one, other = making.adviser(zone), making.adviser(zone)
    stored = making.document(zone, one)
    objective = stored.objectives.get(number="1.1")
    services.edit_objective(one, objective, 1, text=Words(fr="Autrement dit"))
    row = services.edit_objective(other, objective, 1, text=objective.text, owners=["RECH"])
    assert (row.text, row.owners, row.version) == (Words(fr="Autrement dit"), ["RECH"], 3)


def test_two_people_who_change_the_same_field_see_both_texts() -> None:
    zone = making.entity()
    one, other = making.adviser(zone), making.adviser(zone)
    stored = making.document(zone, one)
    objective = stored.objectives.get(number="1.1")
    services.edit_objective(one, objective, 1, text=Words(fr="Première"))
    with pytest.raises(Conflict) as conflict:
        services.edit_objective(other, objective, 1, text=Words(fr="Seconde"))
    assert conflict.value.ours == {"text": Words(fr="Seconde")}
    assert conflict.value.theirs == {"text": Words(fr="Première")}
    assert Objective.objects.get(pk=objective.pk).text == Words(fr="Première")


def test_two_translators_of_one_text_both_keep_their_work() -> None:
    zone = making.entity()
    one, other = making.adviser(zone), making.adviser(zone)
    objective = making.document(zone, one).objectives.get(number="1.1")
    services.edit_objective(one, objective, 1, text=objective.text.saying("nl", "Nederlands"))
    row = services.edit_objective(other, objective, 1, text=objective.text.saying("de", "Deutsch"))
    assert (row.text.nl, row.text.de) == ("Nederlands", "Deutsch")


@pytest.mark.django_db(transaction=True)
def test_a_document_can_be_seen_as_it_stood() -> None:
    zone = making.entity()
    adviser = making.adviser(zone)
    stored = making.document(zone, adviser)
    before, moment = plan_of(stored.pk), timezone.now()
    objective = stored.objectives.get(number="1.1")
    services.edit_objective(adviser, objective, 1, text=Words(fr="Corrigé"))
    services.add_action(adviser, stored, text=Words(fr="Nouvelle"), objectives=[objective])
    services.remove_objective(adviser, stored.objectives.get(number="1.2"))
    assert plan_at(stored, moment) == before
    assert plan_at(stored, timezone.now()) == plan_of(stored.pk)


def test_every_change_says_who_and_why() -> None:
    zone = making.entity()
    adviser = making.adviser(zone)
    stored = making.document(zone, adviser)
    objective = stored.objectives.get(number="1.1")
    gone = objective.pk
    services.remove_objective(adviser, objective, why="Doublon")
    event = apps.get_model("objectives", "ObjectiveEvent").objects.filter(pgh_obj_id=gone).latest("pgh_id")
    assert event.pgh_label == "delete"
    assert event.pgh_context.metadata == {"person": str(adviser.person_id), "why": "Doublon"}


def test_a_reader_cannot_change_and_a_contributor_changes_only_the_own_unit() -> None:
    zone = making.entity()
    stored = making.document(zone)
    objective = stored.objectives.get(number="1.1")
    with pytest.raises(NotAllowed):
        services.edit_objective(making.person((zone, "reader")), objective, 1, baseline="x")
    other = Unit.objects.create(entity=zone, abbreviation="RECH", name=Words(fr="Recherche"))
    own = Unit.objects.create(entity=zone, abbreviation="OPS", name=Words(fr="Opérations"))
    with pytest.raises(NotAllowed):
        services.edit_objective(making.person((zone, "contributor"), unit=other), objective, 1, baseline="x")
    row = services.edit_objective(making.person((zone, "contributor"), unit=own), objective, 1, baseline="x")
    assert row.baseline == "x"


def test_an_objective_does_not_move_under_itself() -> None:
    zone = making.entity()
    adviser = making.adviser(zone)
    stored = making.document(zone, adviser)
    top, child = stored.objectives.get(number="1"), stored.objectives.get(number="1.1")
    with pytest.raises(Problem, match=r"documents\.under-itself"):
        services.move_objective(adviser, top, child, None)
    services.move_objective(adviser, child, None, top)
    assert [one.number for one in plan_of(stored.pk).objectives] == ["1.1", "1", "1.2"]


def test_stated_shares_add_up_to_a_hundred() -> None:
    zone = making.entity()
    adviser = making.adviser(zone)
    stored = making.document(zone, adviser)
    action = Action.objects.get(document=stored)
    one, two = stored.objectives.filter(number__in=("1.1", "1.2")).order_by("number")
    with pytest.raises(Problem, match=r"objectives\.shares"):
        services.set_contributions(adviser, action, {one.pk: (Decimal(60), None), two.pk: (Decimal(30), None)})
    services.set_contributions(adviser, action, {one.pk: (Decimal(60), None), two.pk: (Decimal(40), None)})
    (kept,) = plan_of(stored.pk).actions
    assert [share.budget_share for share in kept.contributions] == [60, 40]
