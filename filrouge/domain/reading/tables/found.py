"""What reading tables hands over: each table or matrix, the blocks it was read from, and what was guessed on the
way."""

from __future__ import annotations

from dataclasses import dataclass

from filrouge.domain.model import Note, Place, RiskDomain, Table

REBUILT = "table-rebuilt"


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table and where it was: ``blocks`` the ranks of the blocks it takes up, its heads included and its title not;
    ``apart`` the ranks of blocks of it that stand elsewhere, such as years printed below the table."""

    table: Table
    blocks: range
    apart: tuple[int, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundDomain:
    """A risk domain and the ranks of the blocks of its matrix. ``heading`` ranks the blocks of its title, which may
    be a heading of the document too, and so stand outside ``blocks``."""

    domain: RiskDomain
    blocks: range
    heading: range
    notes: tuple[Note, ...] = ()


def rebuilt(place: Place, kind: str, **params: int) -> Note:
    """The note that a table of this kind was put together again from flattened text."""
    more = tuple((name, str(count)) for name, count in sorted(params.items()) if count)
    return Note(REBUILT, None, place, (("kind", kind), *more))
