"""A document as a value: what was read from a file, or from the database, with the place of everything in its text."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property

from filrouge.domain.model.analysis import RiskDomain, SwotItem
from filrouge.domain.model.items import Deadline, Indicator, Item
from filrouge.domain.model.place import Place
from filrouge.domain.model.tables import Table


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part. ``level`` counts from 1; ``place`` spans the heading and all that stands under it, subsections
    too;
    ``heading`` spans the title alone. ``framework_section`` is the id of the framework's section it answers to."""

    id: str
    number: str | None
    title: str
    level: int
    place: Place
    heading: Place
    parent: str | None = None
    framework_section: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A logical paragraph of the text, mended: joined lines, single spaces, no footnote mark, no running title.

    ``label`` is the bullet or number that stood before it (``-``, ``3.``, ``a)``), or None. ``kind`` is ``text``,
    ``heading``, ``list``, ``footnote``, ``lead_in`` (announces what follows) or ``table``.
    """

    text: str
    place: Place
    kind: str = "text"
    label: str | None = None
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the document says of itself; None or empty means *not stated*, never *not done*."""

    title: str | None = None
    entity: str | None = None
    validated_on: dt.date | None = None
    validated_by: str | None = None
    validation: Place | None = None
    period: tuple[dt.date, dt.date] | None = None
    period_place: Place | None = None
    starts_on: dt.date | None = None
    term_years: int | None = None
    term_place: Place | None = None
    legal_basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """What reading repaired or guessed, so that a person can verify it. Codes stand in the reference of notes."""

    code: str
    section: str | None
    place: Place
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Document:
    """All that was understood of one document. Equality is by value; see :mod:`filrouge.domain.model.canonical`."""

    text: str
    language: str
    framework: str | None
    confidence: float
    facts: Facts = field(default_factory=Facts)
    sections: tuple[Section, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    items: tuple[Item, ...] = ()
    swot: tuple[SwotItem, ...] = ()
    risk_domains: tuple[RiskDomain, ...] = ()
    tables: tuple[Table, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    notes: tuple[Note, ...] = ()

    @cached_property
    def sections_by_id(self) -> dict[str, Section]:
        return {section.id: section for section in self.sections}

    @cached_property
    def items_by_id(self) -> dict[str, Item]:
        return {item.id: item for item in self.items}

    def section_at(self, offset: int) -> Section | None:
        """The innermost section that covers this offset, or None before the first heading."""
        found = None
        for section in self.sections:
            if section.place.start > offset:
                break
            if section.place.covers(offset):
                found = section
        return found

    def items_of(self, *kinds: str) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.kind in kinds)

    def paragraphs_of(self, section: Section) -> tuple[Paragraph, ...]:
        """The paragraphs under this heading or under its subsections, headings excluded."""
        return tuple(
            p
            for p in self.paragraphs
            if p.kind != "heading" and section.place.start <= p.place.start < section.place.end
        )
