"""The analysis behind a plan: strengths, weaknesses, opportunities, threats, and the risk domains that cross them."""

from __future__ import annotations

from dataclasses import dataclass

from filrouge.domain.model.place import Place

SWOT_KINDS = ("strength", "weakness", "opportunity", "threat")


@dataclass(frozen=True, slots=True)
class SwotItem:
    """One line of a SWOT analysis; ``number`` as printed, or its rank in the list when the list is not numbered."""

    kind: str
    number: str
    text: str
    place: Place

    def __post_init__(self) -> None:
        if self.kind not in SWOT_KINDS:
            raise ValueError(f"unknown kind of SWOT item: {self.kind}")


@dataclass(frozen=True, slots=True)
class Quoted:
    """An item as a matrix quotes it: what it is (``weakness``, ``threat``, ``objective``), its number, its words
    there."""

    kind: str
    number: int
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class RiskDomain:
    """A risk domain with the numbers of the weaknesses, threats and objectives that its matrix crosses."""

    number: str
    title: str
    weaknesses: tuple[int, ...]
    threats: tuple[int, ...]
    objectives: tuple[int, ...]
    note: str | None
    place: Place
    quoted: tuple[Quoted, ...] = ()
