"""The demonstration: an invented zone with its letter, actions and people, beside the national plan of the library."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction
from django.utils import timezone

from filrouge.apps.accounts.models import User
from filrouge.apps.coherence.checking import result_of
from filrouge.apps.common.audit import recorded
from filrouge.apps.documents.models import Document
from filrouge.apps.documents.services import record_act
from filrouge.apps.frameworks.models import LibraryItem
from filrouge.apps.frameworks.selectors import framework_of, plan_of_library
from filrouge.apps.frameworks.services import load_library
from filrouge.apps.objectives.services import create_from_plan
from filrouge.apps.organisation.models import Entity, RoleAssignment, Stakeholder, Unit
from filrouge.apps.organisation.policies import forget_rights
from filrouge.domain.model.framework import LANGUAGES, Text
from filrouge.domain.model.plan import (
    Action,
    Contribution,
    Objective,
    Plan,
    PlanRow,
    PlanSection,
    PlanSwotItem,
    PlanTable,
    Words,
)

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "demonstration" / "zone.yaml"
SIGN_INS = ("chief", "adviser", "inspector")
Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SignIn:
    """An account of the demonstration: who it is (chief, adviser, inspector), and by what address it signs in."""

    key: str
    email: str


def sign_ins() -> tuple[SignIn, ...]:
    """The three accounts that the demonstration shows."""
    return tuple(SignIn(key, _email(key)) for key in SIGN_INS)


@transaction.atomic
def load_demonstration(password: str) -> bool:
    """Load the invented zone and the national plan, unless they are there; answer whether they were loaded now.

    The people sign in with ``password``. All or nothing.
    """
    data: Data = yaml.safe_load(SAMPLE.read_text("utf-8"))
    load_library()
    if Entity.objects.filter(code=data["entity"]["code"]).exists():
        return False
    with recorded(None, "demonstration"):
        above = _entity(data["above"], None)
        zone = _entity(data["entity"], above)
        units = _units(zone, data["units"])
        people = {one["key"]: _person(one, zone, above, units, password) for one in data["people"]}
        for one in data["units"]:
            if "head" in one:
                unit = units[one["abbreviation"]]
                unit.head = people[one["head"]].person
                unit.save()
        Stakeholder.objects.bulk_create(Stakeholder(entity=zone, **one) for one in data["stakeholders"])
    adviser = people["adviser"]
    national = _national_plan(adviser, above)
    item = LibraryItem.objects.get(slug=data["letter"]["framework"], current=True)
    letter, past = (
        create_from_plan(adviser, zone, _letter(data[name], item), item, why="demonstration")
        for name in ("letter", "past")
    )
    record_act(adviser, past, kind="adoption", **data["past"]["adopted"])
    record_act(adviser, past, kind="copy", **data["past"]["copied"])
    for document in (national, letter, past):
        result_of(document)
    return True


# --- people and places ----------------------------------------------------------------------------------------------


def _email(key: str) -> str:
    return f"{key}@demonstration.example"


def _entity(data: Data, parent: Entity | None) -> Entity:
    return Entity.objects.create(**{**data, "name": Words(**data["name"]), "parent": parent})


def _units(zone: Entity, data: list[Data]) -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for one in data:
        units[one["abbreviation"]] = Unit.objects.create(
            entity=zone,
            abbreviation=one["abbreviation"],
            name=Words(**one["name"]),
            mission=Words(**one["mission"]),
            parent=units.get(one.get("parent", "")),
        )
    return units


def _person(data: Data, zone: Entity, above: Entity, units: Mapping[str, Unit], password: str) -> User:
    user = User.objects.create_user(_email(data["key"]), password, name=data["name"])
    RoleAssignment.objects.create(
        user=user,
        entity=above if data.get("where") == "above" else zone,
        role=data["role"],
        unit=units.get(data.get("unit", "")),
        starts_on=timezone.localdate() - dt.timedelta(days=30),
    )
    return user


# --- the national plan ----------------------------------------------------------------------------------------------


def _national_plan(adviser: User, entity: Entity) -> Document:
    """The plan above, adopted: its themes and the library's short labels of its objectives."""
    item = LibraryItem.objects.get(kind="plan", current=True, slug="pns-2016-2019")
    known = plan_of_library(item)
    framework = LibraryItem.objects.get(urn=known.framework, current=True)
    sections, objectives = [], []
    ids = {theme.code: str(uuid.uuid4()) for theme in known.themes}
    for theme in known.themes:
        parent = ids.get(theme.parent or "")
        sections.append(PlanSection(ids[theme.code], _words(theme.title), parent, theme.number))
        objectives += [
            Objective(str(uuid.uuid4()), "objective", _words(one.label), None, ids[theme.code], str(one.number))
            for one in theme.objectives
        ]
    first, last = known.period
    plan = Plan(
        str(uuid.uuid4()),
        _words(known.title),
        "fr",
        LANGUAGES,
        period=(dt.date(first, 1, 1), dt.date(last, 12, 31)),
        sections=tuple(sections),
        objectives=tuple(objectives),
    )
    return _adopted(adviser, entity, plan, framework)


def _adopted(adviser: User, entity: Entity, plan: Plan, framework: LibraryItem) -> Document:
    """A document of the entity above, brought in and adopted in the name of the one who loads the demonstration."""
    role = RoleAssignment.objects.create(user=adviser, entity=entity, role="policy_adviser")
    forget_rights(adviser)
    document = create_from_plan(adviser, entity, plan, framework, why="demonstration")
    record_act(adviser, document, kind="adoption", on=timezone.localdate(), body=str(entity.name))
    role.delete()
    forget_rights(adviser)
    return document


def _words(text: Text) -> Words:
    return Words(*text.all())


# --- the letter -----------------------------------------------------------------------------------------------------


def _letter(data: Data, item: LibraryItem) -> Plan:
    framework = framework_of(item)
    ids = {section.id: str(uuid.uuid4()) for section in framework.sections}
    sections = tuple(
        PlanSection(
            ids[section.id],
            Words(**{language: section.title[language] for language in data["languages"]}),
            ids.get(section.parent or ""),
            section.number or "",
            Words(**data["sections"].get(section.id, {})),
            section.id,
        )
        for section in framework.sections
    )
    places = ids["strategic-objectives"], ids["tactical-plans"]
    actions: list[Action] = []
    objectives = list(_objectives(data["objectives"], "strategic_objective", None, places, actions))
    numbers = {objective.number: objective.id for objective in objectives}
    served = [
        replace(
            action, contributions=tuple(replace(one, objective=numbers[one.objective]) for one in action.contributions)
        )
        for action in actions
    ]
    ranks: dict[str, int] = {}
    swot = []
    for one in data["swot"]:
        ranks[one["kind"]] = ranks.get(one["kind"], 0) + 1
        number = str(ranks[one["kind"]])
        swot.append(
            PlanSwotItem(str(uuid.uuid4()), one["kind"], number, Words(**one["text"]), ids["strategy-analysis"])
        )
    return Plan(
        str(uuid.uuid4()),
        Words(**data["title"]),
        data["language"],
        tuple(data["languages"]),
        period=(data["period"][0], data["period"][1]),
        starts_on=data["starts_on"],
        term_years=data["term_years"],
        legal_basis=tuple(data["legal_basis"]),
        sections=sections,
        objectives=tuple(objectives),
        actions=tuple(served),
        swot=tuple(swot),
        tables=tuple(_table(one, ids) for one in data["tables"]),
    )


_PLAIN = ("number", "starts_on", "deadline", "deadline_on", "quantity", "quantity_unit")


def _said(data: Data) -> dict[str, Any]:
    known = {name: data[name] for name in _PLAIN if name in data}
    if "quantity_value" in data:
        known["quantity_value"] = Decimal(str(data["quantity_value"]))
    return {**known, "owners": tuple(data.get("owners", ()))}


def _objectives(
    data: list[Data], kind: str, parent: str | None, places: tuple[str, str], actions: list[Action]
) -> Iterator[Objective]:
    for one in data:
        objective = Objective(
            str(uuid.uuid4()),
            kind,
            Words(**one["text"]),
            parent,
            places[0],
            baseline=one.get("baseline", ""),
            commitment=one.get("commitment", ""),
            stakeholders=tuple(one.get("stakeholders", ())),
            **_said(one),
        )
        yield objective
        actions += [_action(action, one["number"], places[1]) for action in one.get("actions", ())]
        yield from _objectives(one.get("below", []), "operational_objective", objective.id, places, actions)


def _action(data: Data, number: str, section: str) -> Action:
    shares = data.get("serves", {number: [None, None]})
    return Action(
        str(uuid.uuid4()),
        Words(**data["text"]),
        tuple(
            Contribution(one, *(None if share is None else Decimal(str(share)) for share in pair))
            for one, pair in shares.items()
        ),
        section=section,
        state=data["state"],
        progress=data.get("progress"),
        **_said(data),
    )


def _table(data: Data, ids: Mapping[str, str]) -> PlanTable:
    rows = tuple(
        PlanRow(
            row["label"],
            tuple((column, year, Decimal(str(value))) for column, year, value in row["cells"]),
            bool(row.get("total")),
        )
        for row in data["rows"]
    )
    return PlanTable(
        str(uuid.uuid4()),
        data["kind"],
        Words(**data["title"]),
        data.get("unit", ""),
        tuple(data["columns"]),
        rows,
        section=ids[data["section"]],
    )
