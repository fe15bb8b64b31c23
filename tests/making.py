"""Invented entities, people and documents for the tests; every name is made up."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from decimal import Decimal
from itertools import count

from filrouge.apps.accounts.models import User
from filrouge.apps.documents.models import Document
from filrouge.apps.objectives.services import create_from_plan
from filrouge.apps.organisation.models import Entity, RoleAssignment, Unit
from filrouge.domain.model.plan import Action, Contribution, Objective, Plan, PlanSection, Words

_ranks: Iterator[int] = count(1)
LONG_AGO = dt.date(2020, 1, 1)


def entity(code: str = "", parent: Entity | None = None, kind: str = "police_zone") -> Entity:
    """An entity that was not there before."""
    rank = next(_ranks)
    return Entity.objects.create(
        code=code or f"T{rank:04d}", kind=kind, name=Words(fr=f"Zone {rank}", nl=f"Zone {rank}"), parent=parent
    )


def person(*roles: tuple[Entity, str], name: str = "", unit: Unit | None = None) -> User:
    """An account that has these roles."""
    rank = next(_ranks)
    user = User.objects.create_user(f"p{rank}@example.org", name=name or f"Personne {rank}")
    for place, role in roles:
        RoleAssignment.objects.create(user=user, entity=place, role=role, starts_on=LONG_AGO, unit=unit)
    return user


def adviser(place: Entity) -> User:
    """The policy adviser of an entity."""
    return person((place, "policy_adviser"))


def plan(objectives: int = 3, sections: int = 2, actions: int = 1) -> Plan:
    """A plan with sections, objectives under the first one, and actions that serve the second objective."""
    parts = tuple(
        PlanSection(_id(), Words(fr=f"Partie {n}", nl=f"Deel {n}"), None, str(n), Words(fr=f"<p>Texte {n}.</p>"))
        for n in range(1, sections + 1)
    )
    place = parts[0].id if parts else None
    top = Objective(_id(), "strategic_objective", Words(fr="Réduire les vols"), None, place, "1")
    below = tuple(_objective(n, top.id, place) for n in range(1, objectives))
    served = below[0].id if below else top.id
    done = tuple(
        Action(_id(), Words(fr=f"Action numéro {n}"), (Contribution(served, Decimal(100), None),), owners=("OPS",))
        for n in range(actions)
    )
    return Plan(
        _id(),
        Words(fr="Lettre de mission", nl="Opdrachtbrief"),
        "fr",
        ("fr", "nl"),
        period=(dt.date(2025, 1, 1), dt.date(2029, 12, 31)),
        sections=parts,
        objectives=(top, *below),
        actions=done,
    )


def _id() -> str:
    return str(uuid.uuid4())


def _objective(rank: int, parent: str, section: str | None) -> Objective:
    return Objective(
        _id(),
        "operational_objective",
        Words(fr=f"Réduire le vol numéro {rank} de 10 %"),
        parent,
        section,
        f"1.{rank}",
        owners=("OPS",),
        deadline="fin 2027",
        deadline_on=dt.date(2027, 12, 31),
        quantity="10 %",
        quantity_value=Decimal(10),
        quantity_unit="%",
    )


def document(place: Entity, user: User | None = None, content: Plan | None = None) -> Document:
    """A draft of an entity."""
    return create_from_plan(user or adviser(place), place, content or plan(), None)
