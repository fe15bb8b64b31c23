"""Tables of figures (staff, budget) and of communication actions, with exact decimals."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from filrouge.domain.model.place import Place

TABLE_KINDS = ("staff", "budget", "communication", "other")


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure: its row's label, its year (None when the table has none), its column's head, its exact value."""

    row: str
    year: int | None
    column: str
    value: Decimal
    place: Place


@dataclass(frozen=True, slots=True)
class Row:
    """A row of figures in the order printed. ``total`` says that its label, or its place, makes it a sum of others."""

    label: str
    cells: tuple[Cell, ...]
    place: Place
    total: bool = False


@dataclass(frozen=True, slots=True)
class CommunicationAction:
    """A row of a communication plan; what the table leaves empty is an empty string."""

    target: str
    audience: str
    date: str
    message: str
    channel: str
    material: str
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """A table read from the text.

    ``rows`` holds figures (staff, budget, other), ``actions`` the rows of a communication plan, ``lines`` the raw text
    of the cells of a table of words, row by row. ``unit`` is ``FTE``, ``KEUR``, ``EUR``, … or None when not stated.
    """

    id: str
    kind: str
    title: str
    unit: str | None
    place: Place
    section: str | None = None
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    actions: tuple[CommunicationAction, ...] = ()
    lines: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self) -> None:
        if self.kind not in TABLE_KINDS:
            raise ValueError(f"unknown kind of table: {self.kind}")

    @property
    def cells(self) -> tuple[Cell, ...]:
        return tuple(cell for row in self.rows for cell in row.cells)
