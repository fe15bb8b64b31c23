"""What a document states: objectives at the levels its framework names, actions, values, with owner, deadline,
quantity."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from filrouge.domain.model.place import Place

ITEM_KINDS = (
    "theme",
    "priority",
    "strategic_objective",
    "operational_objective",
    "objective",
    "ambition",
    "commitment",
    "action",
    "value",
    "indicator",
)
OBJECTIVE_KINDS = frozenset({"priority", "strategic_objective", "operational_objective", "objective", "ambition"})


@dataclass(frozen=True, slots=True)
class Deadline:
    """Words that bound when something must be done, and the day they resolve to (None when they name no day)."""

    text: str
    date: dt.date | None
    place: Place


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its unit as printed (``%``, ``EUR``, a noun); the value is exact."""

    text: str
    value: Decimal
    unit: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Item:
    """One statement of a document.

    ``kind`` is one of :data:`ITEM_KINDS` (the level, as the framework names it); ``number`` the number as printed,
    without its full stop; ``text`` the statement with line breaks and doubled spaces mended and nothing else changed;
    ``section`` and ``parent`` are ids within the same document; ``owners`` the units that answer for it, as printed;
    ``confidence`` 0..1; ``doubts`` codes of what reading was unsure of; ``running``: it is a sentence of running text
    or an item of a list that no label, lead-in or section of the framework presents as a statement.
    """

    id: str
    kind: str
    number: str | None
    text: str
    section: str | None
    parent: str | None
    place: Place
    owners: tuple[str, ...] = ()
    deadline: Deadline | None = None
    quantity: Quantity | None = None
    confidence: float = 1.0
    doubts: tuple[str, ...] = ()
    running: bool = False

    def __post_init__(self) -> None:
        if self.kind not in ITEM_KINDS:
            raise ValueError(f"unknown kind of item: {self.kind}")


@dataclass(frozen=True, slots=True)
class Indicator:
    """A measured quantity that the text names, with its value when given."""

    text: str
    place: Place
    value: Decimal | None = None
    unit: str | None = None
