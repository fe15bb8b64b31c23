"""The names of units that a plan uses, and the units that they lead to."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import replace

from filrouge.domain.model.plan import Objective, Plan, PlanSection, Words
from filrouge.domain.organisation.naming import NameUse, names_in, resolved

TODAY = dt.date(2026, 11, 1)
SECTION = str(uuid.uuid4())


def plan(body: str, *owners: tuple[str, ...]) -> Plan:
    section = PlanSection(SECTION, Words(fr="Organisation"), None, "1", Words(fr=body))
    objectives = tuple(
        Objective(f"o{rank}", "objective", Words(fr=f"Améliorer le service numéro {rank}"), None, SECTION, owners=names)
        for rank, names in enumerate(owners)
    )
    return Plan("p", Words(fr="Plan"), "fr", sections=(section,), objectives=objectives)


def found(one: Plan) -> dict[str, NameUse]:
    return {use.name: use for use in names_in(one, None, TODAY)}


def test_owners_are_counted_by_their_first_spelling() -> None:
    uses = found(plan("", ("DirOps", "RH"), ("DIROPS",), ("Tous",)))
    assert set(uses) == {"DirOps", "RH"}
    assert uses["DirOps"] == NameUse("DirOps", True, 2, ("o0", "o1"))


def test_an_abbreviation_in_the_text_is_found_with_its_section_and_its_words() -> None:
    body = "<p>Le SAIOD écrit au SAIOD. La Cellule locale de sécurité intégrale (CLSI) aussi.</p>"
    uses = found(plan(body))
    assert (uses["SAIOD"].owner, uses["SAIOD"].count, uses["SAIOD"].parts, uses["SAIOD"].spelled) == (
        False,
        2,
        (SECTION,),
        "",
    )
    assert uses["CLSI"].spelled == "Cellule locale de sécurité intégrale"


def test_a_name_leads_to_one_unit_whatever_its_case_and_accents() -> None:
    uses = names_in(plan("<p>Le SAIOD écrit.</p>", ("Opérations",), ("RH",)), None, TODAY)
    known = {"u1": ("DirOps", "Operations"), "u2": ("SAIOD",)}
    assert {one.use.name: one.unit for one in resolved(uses, known)} == {"Opérations": "u1", "RH": None, "SAIOD": "u2"}


def test_an_owner_is_not_told_again_as_an_abbreviation() -> None:
    one = plan("<p>Le SAIOD écrit au SAIOD.</p>", ("SAIOD",))
    assert [use.owner for use in names_in(replace(one), None, TODAY)] == [True]
