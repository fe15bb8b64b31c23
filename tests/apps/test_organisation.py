"""Entities, people, units and registers: who may change them, and what is refused."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from filrouge.apps.accounts.models import User
from filrouge.apps.common.problems import Conflict, NotAllowed, Problem
from filrouge.apps.documents.selectors import documents_for
from filrouge.apps.documents.services import edit_document
from filrouge.apps.organisation import services
from filrouge.apps.organisation.models import Entity, InvitedRole, RoleAssignment, Stakeholder, Succession, Unit
from filrouge.apps.organisation.policies import may, may_manage
from filrouge.apps.organisation.roles import ACTIONS, READING, ROLES
from filrouge.apps.organisation.selectors import own_unit_names
from filrouge.domain.language.words import fold
from filrouge.domain.model import LANGUAGES
from filrouge.domain.model.plan import Words
from filrouge.library import texts
from tests import making

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
PASSWORD = "un mot de passe assez long"


def superuser() -> User:
    return User.objects.create_superuser(f"super{User.objects.count()}@example.org")


def fresh(user: User) -> User:
    """The same person, at the next request."""
    return User.objects.get(pk=user.pk)


def refused(expected: str, work: Any, /, *arguments: Any, **named: Any) -> None:
    with pytest.raises(Problem) as caught:
        work(*arguments, **named)
    assert caught.value.code == expected
    for language in LANGUAGES:
        sentence = caught.value.sentence(language)
        assert sentence.endswith(".") and "{" not in sentence


def event_of(row: Any) -> Any:
    return row.events.order_by("-pgh_id").first()


# --- the table of roles -----------------------------------------------------------------------------------------------


def test_every_role_and_action_has_its_words() -> None:
    known = texts("organisation")
    assert {f"role.{role}" for role in ROLES} | {f"role-is.{role}" for role in ROLES} <= set(known)
    assert {f"action.{action}" for action in ACTIONS} <= set(known)
    assert all(actions <= set(ACTIONS) for actions in ROLES.values())


@pytest.mark.parametrize("role", ["inspector", "evaluator", "authority"])
def test_whoever_judges_a_text_does_not_edit_it(role: str) -> None:
    assert not ROLES[role] & {"edit", "contribute", "waive", "import"}


def test_a_role_holds_on_its_days_alone() -> None:
    zone, user = making.entity(), making.person()
    for first, last, held in ((-5, -1, False), (-1, 0, True), (0, None, True), (1, None, False)):
        RoleAssignment.objects.all().delete()
        RoleAssignment.objects.create(
            user=user,
            entity=zone,
            role="reader",
            starts_on=TODAY() + dt.timedelta(days=first),
            ends_on=None if last is None else TODAY() + dt.timedelta(days=last),
        )
        assert may(fresh(user), "see", zone.pk) is held


def test_a_closed_account_may_nothing() -> None:
    zone = making.entity()
    user = making.adviser(zone)
    user.is_active = False
    assert not may(user, "see", zone.pk)


# --- entities ---------------------------------------------------------------------------------------------------------


def test_a_zone_has_four_digits_and_a_short_name() -> None:
    user = superuser()
    make = services.create_entity
    for code in ("52", "52AB", "53940", "٥٣٩٤", "5394 5"):
        refused("organisation.zone-code", make, user, code=code, kind="police_zone", name=Words(fr="Zone"))
    long = Words(fr="Zone", nl="x" * 25)
    refused("organisation.zone-name", make, user, code="9301", kind="police_zone", name=long)
    refused("organisation.no-name", make, user, code="9301", kind="police_zone", name=Words())
    zone = make(user, code=" 9301 ", kind="police_zone", name=Words(nl="x" * 24))
    assert zone.code == "9301"
    refused("organisation.code-taken", make, user, code="9301", kind="police_zone", name=Words(fr="Zone"))
    refused("organisation.code", make, user, code="a/b", kind="other", name=Words(fr="Autre"))
    assert make(user, code="DIR-1_a", kind="federal_police", name=Words(fr="Une direction au nom bien plus long")).pk
    assert event_of(zone).pgh_context.metadata["person"] == str(user.person_id)


def test_an_entity_is_made_under_another_by_whoever_keeps_that_one() -> None:
    above = making.entity()
    keeper, adviser = making.person((above, "administrator")), making.person((above, "contributor"))
    refused("organisation.superuser-only", services.create_entity, keeper, code="T-1", kind="other", name=Words(fr="a"))
    with pytest.raises(NotAllowed):
        services.create_entity(adviser, code="T-1", kind="other", name=Words(fr="a"), parent=above)
    below = services.create_entity(keeper, code="T-1", kind="other", name=Words(fr="a"), parent=above)
    assert may(keeper, "people", below.pk)  # an administrator's role holds below


def test_an_entity_does_not_move_under_itself() -> None:
    user, above = superuser(), making.entity(kind="other")
    below = making.entity(parent=above, kind="other")
    refused("organisation.under-itself", services.edit_entity, user, above, 1, parent=below)
    refused("organisation.under-itself", services.edit_entity, user, above, 1, parent=above)
    refused(
        "organisation.dates",
        services.edit_entity,
        user,
        above,
        1,
        starts_on=dt.date(2030, 1, 1),
        ends_on=dt.date(2029, 1, 1),
    )


def test_an_entity_goes_elsewhere_only_by_whoever_keeps_that_place() -> None:
    here, there = making.entity(), making.entity()
    user = making.person((here, "administrator"))
    with pytest.raises(NotAllowed):
        services.edit_entity(user, here, 1, parent=there)
    moved = services.edit_entity(superuser(), here, 1, parent=there)
    assert moved.parent == there and moved.version == 2


def test_two_who_rename_an_entity_do_not_overwrite_each_other() -> None:
    zone, user = making.entity(), superuser()
    services.edit_entity(user, zone, 1, name=Words(fr="Un", nl="Zone 1"))
    with pytest.raises(Conflict):
        services.edit_entity(user, zone, 1, name=Words(fr="Deux"))


# --- mergers ----------------------------------------------------------------------------------------------------------


def merged(on: dt.date, **more: Any) -> tuple[User, list[Entity], Entity]:
    user = superuser()
    zones = [making.entity(), making.entity()]
    successor = services.merge_entities(
        user, zones, on=on, code=f"{9000 + Entity.objects.count()}", name=Words(fr="Ensemble"), **more
    )
    return user, zones, successor


def test_zones_merge_into_a_successor_from_a_day() -> None:
    on = dt.date(2026, 1, 1)
    _, zones, successor = merged(on)
    assert successor.starts_on == on
    assert set(Succession.objects.filter(successor=successor).values_list("predecessor", "on")) == {
        (zone.pk, on) for zone in zones
    }
    assert {Entity.objects.get(pk=zone.pk).ends_on for zone in zones} == {dt.date(2025, 12, 31)}


def test_predecessors_stay_readable_and_are_not_written_by_those_of_the_successor() -> None:
    _, zones, successor = merged(TODAY())
    draft = making.document(zones[0])
    adviser = making.adviser(successor)
    assert draft in documents_for(adviser)
    for action in ACTIONS:
        held = action in ROLES["policy_adviser"] and action in READING
        assert may(adviser, action, zones[0].pk) is held, action
    with pytest.raises(NotAllowed):
        edit_document(adviser, draft, draft.version, language="nl")
    reader = making.person((successor, "reader"))
    assert draft not in documents_for(reader)  # what a role does not read in the successor it does not read before
    assert draft not in documents_for(making.adviser(making.entity()))


def test_predecessors_of_predecessors_are_read_too_from_the_day_on() -> None:
    first, second, third = making.entity(), making.entity(), making.entity()
    later = TODAY() + dt.timedelta(days=1)
    Succession.objects.create(predecessor=first, successor=second, on=TODAY())
    Succession.objects.create(predecessor=second, successor=third, on=TODAY())
    Succession.objects.create(predecessor=making.entity("LATER"), successor=third, on=later)
    user = making.adviser(third)
    assert may(user, "see_draft", first.pk)
    assert not may(user, "see", Entity.objects.get(code="LATER").pk)


def test_successions_in_a_circle_end() -> None:
    one, other = making.entity(), making.entity()
    Succession.objects.create(predecessor=one, successor=other, on=TODAY())
    Succession.objects.create(predecessor=other, successor=one, on=TODAY())
    assert may(making.adviser(one), "see_draft", other.pk)


def test_people_may_be_carried_into_the_successor_each_role_once() -> None:
    user, zones = superuser(), [making.entity(), making.entity()]
    both = making.person((zones[0], "reader"), (zones[1], "reader"), name="Dans les deux")
    chief = making.person((zones[0], "mandate_holder"))
    successor = services.merge_entities(
        user, zones, on=TODAY(), code="9402", name=Words(fr="Ensemble"), carry_roles=True
    )
    assert set(RoleAssignment.objects.filter(entity=successor).values_list("user", "role")) == {
        (both.pk, "reader"),
        (chief.pk, "mandate_holder"),
    }


def test_a_merger_that_makes_no_sense_is_refused() -> None:
    user, one, other = superuser(), making.entity(), making.entity()
    service, on = making.entity(kind="other"), dt.date(2026, 1, 1)
    more: dict[str, Any] = {"code": "9400", "name": Words(fr="Ensemble")}
    refused("organisation.merge-two", services.merge_entities, user, [one, one], on=on, **more)
    refused("organisation.merge-kinds", services.merge_entities, user, [one, service], on=on, **more)
    Entity.objects.filter(pk=other.pk).update(ends_on=dt.date(2024, 12, 31))
    other.refresh_from_db()
    refused("organisation.ended-before", services.merge_entities, user, [one, other], on=on, **more)
    other.ends_on, other.starts_on = None, on
    refused("organisation.not-begun", services.merge_entities, user, [one, other], on=on, **more)
    keeper = making.person((one, "administrator"))
    with pytest.raises(NotAllowed):
        services.merge_entities(keeper, [one, other], on=on, **more)
    assert not Entity.objects.filter(code="9400").exists()


# --- people -----------------------------------------------------------------------------------------------------------


def test_an_invitation_gives_its_role_once_accepted() -> None:
    zone = making.entity()
    keeper = making.person((zone, "administrator"))
    asked = services.invite(keeper, zone, email="Neuve@Example.org", name="Nouvelle", role="policy_adviser")
    assert asked.secret and not User.objects.filter(email="neuve@example.org").exists()
    user = services.accept_invitation(asked.secret, name="Nouvelle Personne", password=PASSWORD)
    assert user.email == "neuve@example.org" and user.name == "Nouvelle Personne"
    assert may(user, "edit", zone.pk)
    refused("accounts.invitation-used", services.accept_invitation, asked.secret, name="x", password=PASSWORD)


def test_a_second_invitation_to_an_address_takes_the_place_of_the_first() -> None:
    zone = making.entity()
    keeper = making.person((zone, "administrator"))
    first = services.invite(keeper, zone, email="n@example.org", name="N", role="reader")
    second = services.invite(keeper, zone, email="N@example.org", name="N", role="evaluator")
    refused("accounts.no-such-invitation", services.accept_invitation, first.secret, name="N", password=PASSWORD)
    user = services.accept_invitation(second.secret, name="N", password=PASSWORD)
    assert user.roles.get().role == "evaluator"


def test_an_invitation_to_another_entity_gives_nothing_here() -> None:
    """Whoever holds the link of one entity does not get the roles that another one offers to the same address."""
    here, there = making.entity(), making.entity()
    one, other = making.person((here, "administrator")), making.person((there, "administrator"))
    first = services.invite(one, here, email="n@example.org", name="N", role="mandate_holder")
    second = services.invite(other, there, email="n@example.org", name="N", role="reader")
    user = services.accept_invitation(second.secret, name="N", password=PASSWORD)
    assert {role.entity for role in user.roles.all()} == {there}
    refused("accounts.has-account", services.accept_invitation, first.secret, name="N", password=PASSWORD)
    refused("accounts.not-your-invitation", services.join_by_invitation, making.person(), first.secret)
    services.join_by_invitation(user, first.secret)
    assert may(user, "record", here.pk)


def test_who_has_an_account_gets_the_role_at_once() -> None:
    zone = making.entity()
    keeper, known = making.person((zone, "administrator")), making.person()
    asked = services.invite(keeper, zone, email=known.email.upper(), name="?", role="reader")
    assert asked.role is not None and asked.role.user == known and not asked.secret
    refused("organisation.has-role", services.invite, keeper, zone, email=known.email, name="?", role="reader")


def test_an_invitation_can_be_withdrawn() -> None:
    zone = making.entity()
    keeper = making.person((zone, "administrator"))
    asked = services.invite(keeper, zone, email="n@example.org", name="N", role="reader")
    offer = InvitedRole.objects.get(invitation=asked.invitation)
    with pytest.raises(NotAllowed):
        services.withdraw(making.adviser(zone), offer)
    services.withdraw(keeper, offer)
    refused("accounts.no-such-invitation", services.accept_invitation, asked.secret, name="N", password=PASSWORD)


@pytest.mark.parametrize("role", [role for role, actions in ROLES.items() if "people" not in actions])
def test_roles_are_given_by_whoever_keeps_the_people(role: str) -> None:
    zone = making.entity()
    user, other = making.person((zone, role)), making.person()
    with pytest.raises(NotAllowed):
        services.give_role(user, zone, other, role="reader")
    with pytest.raises(NotAllowed):
        services.invite(user, zone, email="n@example.org", name="N", role="reader")
    with pytest.raises(NotAllowed):
        services.end_role(user, user.roles.get(), TODAY())


def test_a_role_ends_with_a_day() -> None:
    zone = making.entity()
    keeper, user = making.person((zone, "administrator")), making.adviser(zone)
    given = user.roles.get()
    services.end_role(keeper, given, TODAY() - dt.timedelta(days=1))
    assert not may(fresh(user), "see", zone.pk)
    assert event_of(given).ends_on == TODAY() - dt.timedelta(days=1)
    later = services.give_role(keeper, zone, user, role="reader", starts_on=TODAY() + dt.timedelta(days=9))
    services.end_role(keeper, later, TODAY())
    assert not RoleAssignment.objects.filter(pk=later.pk).exists()


def test_a_role_that_makes_no_sense_is_refused() -> None:
    zone, other = making.entity(), making.entity()
    keeper, user = making.person((zone, "administrator")), making.person()
    unit = Unit.objects.create(entity=other, abbreviation="OPS")
    refused("organisation.no-such-role", services.give_role, keeper, zone, user, role="king")
    refused("organisation.other-entity", services.give_role, keeper, zone, user, role="contributor", unit=unit)
    refused("organisation.own-administration", services.end_role, keeper, keeper.roles.get(), TODAY())
    days = {"starts_on": TODAY(), "ends_on": TODAY() - dt.timedelta(days=1)}
    refused("organisation.dates", services.give_role, keeper, zone, user, role="reader", **days)


def test_an_account_is_managed_by_whoever_keeps_all_its_entities() -> None:
    here, there = making.entity(), making.entity()
    keeper = making.person((here, "administrator"))
    mine, shared = making.person((here, "reader")), making.person((here, "reader"), (there, "reader"))
    assert may_manage(keeper, mine) and not may_manage(keeper, shared) and not may_manage(keeper, keeper)
    assert not may_manage(keeper, superuser()) and not may_manage(keeper, making.person())
    refused("organisation.not-your-account", services.erase_person, keeper, shared)
    assert may_manage(superuser(), shared)


def test_an_erased_person_loses_roles_and_stays_in_the_history() -> None:
    zone = making.entity()
    keeper, user = making.person((zone, "administrator")), making.adviser(zone)
    stored = making.document(zone, user)
    unit = Unit.objects.create(entity=zone, abbreviation="OPS", head=user.person)
    services.erase_person(keeper, user)
    assert event_of(stored).pgh_context.metadata["person"] == str(user.person_id)
    assert Unit.objects.get(pk=unit.pk).head is None
    assert not may(fresh(user), "see", zone.pk)


def test_a_closed_account_is_opened_again_without_its_roles() -> None:
    zone = making.entity()
    keeper, user = making.person((zone, "administrator")), making.adviser(zone)
    services.close_account(keeper, user)
    assert not fresh(user).is_active
    refused("organisation.account-closed", services.give_role, keeper, zone, fresh(user), role="reader")
    services.reopen_account(keeper, fresh(user))
    assert fresh(user).is_active and not may(fresh(user), "see", zone.pk)


# --- units ------------------------------------------------------------------------------------------------------------


def test_a_name_leads_to_one_unit() -> None:
    zone = making.entity()
    user = making.adviser(zone)
    unit = services.add_unit(
        user, zone, abbreviation=" DirOps ", name=Words(fr="Direction des opérations"), aliases=["Opérations", ""]
    )
    assert (unit.abbreviation, unit.aliases) == ("DirOps", ["Opérations"])
    for taken in ("DIROPS", "operations", "Direction des Operations"):
        refused("organisation.name-taken", services.add_unit, user, zone, abbreviation=taken)
    other = services.add_unit(user, zone, abbreviation="RH")
    refused("organisation.name-taken", services.add_unit_name, user, other, "OPÉRATIONS")
    refused("organisation.name-taken", services.edit_unit, user, other, 1, name=Words(nl="Operations"))
    refused("organisation.no-abbreviation", services.add_unit, user, zone, abbreviation="  ")
    named = services.add_unit_name(user, other, "Personnel")
    assert named.aliases == ["Personnel"] and services.add_unit_name(user, other, "personnel").version == named.version
    assert services.add_unit(making.adviser(elsewhere := making.entity()), elsewhere, abbreviation="DirOps").pk


def test_units_stand_in_a_tree_of_their_entity() -> None:
    zone, other = making.entity(), making.entity()
    user = making.adviser(zone)
    above = services.add_unit(user, zone, abbreviation="A")
    below = services.add_unit(user, zone, abbreviation="B", parent=above)
    stranger = Unit.objects.create(entity=other, abbreviation="C")
    refused("organisation.under-itself", services.edit_unit, user, above, 1, parent=below)
    refused("organisation.other-entity", services.edit_unit, user, below, 1, parent=stranger)
    refused("organisation.unit-in-use", services.remove_unit, user, above)
    services.remove_unit(user, below)
    services.remove_unit(user, above)
    assert not Unit.objects.filter(entity=zone).exists()
    with pytest.raises(NotAllowed):
        services.add_unit(user, other, abbreviation="D")


def test_whoever_heads_a_unit_answers_for_those_below_it() -> None:
    zone = making.entity()
    user = making.person((zone, "contributor"))
    above = Unit.objects.create(entity=zone, abbreviation="DIR", head=user.person, aliases=["Direction"])
    Unit.objects.create(entity=zone, abbreviation="OPS", parent=above)
    Unit.objects.create(entity=zone, abbreviation="RH")
    assert own_unit_names(user, zone) == {"dir", "direction", "ops"}


# --- registers --------------------------------------------------------------------------------------------------------


def test_a_stakeholder_stands_once_in_the_register() -> None:
    zone = making.entity()
    user = making.adviser(zone)
    party = services.add_stakeholder(user, zone, name="Parquet  de  Liège", category="Justice")
    assert party.name == "Parquet de Liège"
    refused("organisation.stakeholder-there", services.add_stakeholder, user, zone, name="PARQUET DE LIEGE")
    refused("organisation.no-stakeholder-name", services.add_stakeholder, user, zone, name=" ")
    listed = [("Justice", "parquet de liège"), ("Écoles", "Athénée"), ("Écoles", "athenee"), ("", " ")]
    assert services.add_stakeholders(user, zone, listed) == (1, 2)
    other = Stakeholder.objects.get(name="Athénée")
    refused("organisation.stakeholder-there", services.edit_stakeholder, user, other, 1, name="Parquet de Liege")
    assert services.edit_stakeholder(user, other, 1, name="ATHÉNÉE").version == 2
    with pytest.raises(NotAllowed):
        services.remove_stakeholder(making.person((zone, "reader")), other)
    services.remove_stakeholder(user, other)


def test_a_question_is_answered_once_dated_and_with_its_source() -> None:
    zone = making.entity()
    user = making.adviser(zone)
    said: dict[str, Any] = {"answer": Words(fr="112 km²"), "as_of": dt.date(2026, 1, 1), "source": "Statbel"}
    first = services.answer_profile(user, zone, "area", None, **said)
    again = services.answer_profile(user, zone, "area", first.version, **{**said, "answer": Words(fr="113 km²")})
    assert again.pk == first.pk and again.version == 2
    with pytest.raises(Conflict):
        services.answer_profile(user, zone, "area", 1, **{**said, "answer": Words(fr="99 km²")})
    refused("organisation.no-such-question", services.answer_profile, user, zone, "moon", None, **said)
    refused("organisation.no-answer", services.answer_profile, user, zone, "area", 2, **{**said, "answer": Words()})
    tomorrow = TODAY() + dt.timedelta(days=1)
    refused("organisation.as-of-future", services.answer_profile, user, zone, "area", 2, **{**said, "as_of": tomorrow})
    with pytest.raises(NotAllowed):
        services.answer_profile(making.person((zone, "reader")), zone, "area", None, **said)


def test_names_are_compared_without_case_and_accents() -> None:
    assert fold("Parquet de Liège") == fold("PARQUET DE LIEGE")
