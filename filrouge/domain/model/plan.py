"""A plan as it is kept and worked on: sections, objectives, actions and what stands beside them, in several languages.

A :class:`~filrouge.domain.model.document.Document` is what was understood of one text, with the place of everything in
it. A :class:`Plan` is what people then keep and correct: it has no places of its own, every part of it has an id that
stays, and what the author wrote may stand in several languages. :mod:`filrouge.domain.planning` goes from the one to
the other, and says what differs between two plans.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from functools import cached_property

from filrouge.domain.model.analysis import SWOT_KINDS
from filrouge.domain.model.framework import LANGUAGES
from filrouge.domain.model.items import ITEM_KINDS
from filrouge.domain.model.tables import TABLE_KINDS

ACTION_STATES = ("planned", "under_way", "done", "stopped")
COMMITMENTS = ("effort", "resource", "result")
DOCUMENT_STATES = ("draft", "proposed", "adopted", "ended")
RELATIONS = ("amendment", "addendum", "derived")
ACT_KINDS = ("adoption", "approval", "copy", "other")


@dataclass(frozen=True, slots=True)
class Words:
    """What an author wrote, in each language in which it stands; an empty string where it does not stand."""

    fr: str = ""
    nl: str = ""
    de: str = ""
    en: str = ""

    @staticmethod
    def of(values: Mapping[str, str]) -> Words:
        """The words of a mapping from language to text. Raises ValueError for a language other than the four."""
        unknown = set(values) - set(LANGUAGES)
        if unknown:
            raise ValueError(f"unknown language: {', '.join(sorted(unknown))}")
        return Words(**values)

    def __getitem__(self, language: str) -> str:
        if language not in LANGUAGES:
            raise KeyError(language)
        return str(getattr(self, language))

    def __bool__(self) -> bool:
        return any(self.values())

    def __str__(self) -> str:
        return next(iter(self.values()), "")

    def items(self) -> Iterator[tuple[str, str]]:
        """Language and text, for the languages in which it stands."""
        return ((language, self[language]) for language in LANGUAGES if self[language])

    def values(self) -> Iterator[str]:
        return (text for _, text in self.items())

    def languages(self) -> tuple[str, ...]:
        return tuple(language for language, _ in self.items())

    def shown(self, language: str, main: str) -> tuple[str, str]:
        """The text for a reader and the language it stands in: the reader's, else the document's main one, else any."""
        for one in (language, main, *LANGUAGES):
            if self[one]:
                return self[one], one
        return "", language

    def saying(self, language: str, text: str) -> Words:
        """The same words with those of one language replaced."""
        if language not in LANGUAGES:
            raise KeyError(language)
        return Words(**{one: text if one == language else self[one] for one in LANGUAGES})


NOTHING = Words()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where reading found a part in the original, and how sure it was.

    ``start`` and ``end`` are character offsets into the extracted text; ``doubts`` are codes of what was unsure;
    ``confidence`` 0..1. A person's confirmation empties the doubts and makes the confidence 1.
    """

    start: int
    end: int
    confidence: float = 1.0
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanSection:
    """A headed part. ``body`` is restricted HTML (:mod:`filrouge.domain.planning.richtext`); an ``<hr>`` in it is the
    place of the section's statements and tables, which otherwise stand after it. ``framework_section`` is the id of the
    framework's section that it answers to."""

    id: str
    title: Words
    parent: str | None = None
    number: str = ""
    body: Words = NOTHING
    framework_section: str = ""
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Objective:
    """A statement of the tree, at the level its ``kind`` names (one of ITEM_KINDS, ``action`` excepted).

    ``owners`` are units as the document names them (their abbreviation where they have one). ``deadline`` is in words,
    ``deadline_on`` the day it resolves to; likewise ``quantity`` with its exact value and unit, and ``baseline``.
    ``commitment`` is one of COMMITMENTS or empty; ``stakeholders`` are names of the entity's register.
    """

    id: str
    kind: str
    text: Words
    parent: str | None = None
    section: str | None = None
    number: str = ""
    details: Words = NOTHING
    owners: tuple[str, ...] = ()
    starts_on: dt.date | None = None
    deadline: str = ""
    deadline_on: dt.date | None = None
    quantity: str = ""
    quantity_value: Decimal | None = None
    quantity_unit: str = ""
    baseline: str = ""
    commitment: str = ""
    stakeholders: tuple[str, ...] = ()
    origin: Origin | None = None

    def __post_init__(self) -> None:
        if self.kind not in ITEM_KINDS or self.kind == "action":
            raise ValueError(f"unknown kind of objective: {self.kind}")
        if self.commitment and self.commitment not in COMMITMENTS:
            raise ValueError(f"unknown kind of commitment: {self.commitment}")


@dataclass(frozen=True, slots=True)
class Contribution:
    """That an action serves an objective, with the percentage of its budget and of its staff that goes there."""

    objective: str
    budget_share: Decimal | None = None
    staff_share: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """What is done, for one objective or several. ``progress`` is a percentage, ``state`` the declared one."""

    id: str
    text: Words
    contributions: tuple[Contribution, ...] = ()
    section: str | None = None
    number: str = ""
    details: Words = NOTHING
    owners: tuple[str, ...] = ()
    starts_on: dt.date | None = None
    deadline: str = ""
    deadline_on: dt.date | None = None
    quantity: str = ""
    quantity_value: Decimal | None = None
    quantity_unit: str = ""
    means: str = ""
    state: str = "planned"
    progress: int | None = None
    origin: Origin | None = None

    def __post_init__(self) -> None:
        if self.state not in ACTION_STATES:
            raise ValueError(f"unknown state of an action: {self.state}")
        if self.progress is not None and not 0 <= self.progress <= 100:
            raise ValueError(f"progress is between 0 and 100 %: {self.progress}")


@dataclass(frozen=True, slots=True)
class PlanSwotItem:
    """A line of the SWOT analysis; ``kind`` one of SWOT_KINDS."""

    id: str
    kind: str
    number: str
    text: Words
    section: str | None = None
    origin: Origin | None = None

    def __post_init__(self) -> None:
        if self.kind not in SWOT_KINDS:
            raise ValueError(f"unknown kind of SWOT item: {self.kind}")


@dataclass(frozen=True, slots=True)
class PlanRiskDomain:
    """A risk domain with the numbers of the weaknesses, threats and objectives that it crosses, and their words as it
    quotes them (kind, number, words)."""

    id: str
    number: str
    title: Words
    weaknesses: tuple[int, ...] = ()
    threats: tuple[int, ...] = ()
    objectives: tuple[int, ...] = ()
    note: str = ""
    quoted: tuple[tuple[str, int, str], ...] = ()
    section: str | None = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class PlanTable:
    """A table. Of figures: ``columns`` are its heads, each row a label, whether it is a total, and its cells as
    (column, year, exact value). Of a communication plan or of words: ``lines`` are its cells, row by row; the columns
    of a communication plan are those of COMMUNICATION_COLUMNS."""

    id: str
    kind: str
    title: Words
    unit: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[PlanRow, ...] = ()
    lines: tuple[tuple[str, ...], ...] = ()
    section: str | None = None
    origin: Origin | None = None

    def __post_init__(self) -> None:
        if self.kind not in TABLE_KINDS:
            raise ValueError(f"unknown kind of table: {self.kind}")


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row of figures; a cell is (column, year or None, value)."""

    label: str
    cells: tuple[tuple[str, int | None, Decimal], ...]
    total: bool = False


COMMUNICATION_COLUMNS = ("target", "audience", "date", "message", "channel", "material")


@dataclass(frozen=True, slots=True)
class Act:
    """What happened to the document on record: an adoption, an approval, a copy sent; by which body, on which day
    (None when the document names the body alone), under which reference, with which vote. ``version`` is the number
    of the version it concerns."""

    id: str
    kind: str
    on: dt.date | None = None
    body: str = ""
    reference: str = ""
    note: str = ""
    version: int | None = None

    def __post_init__(self) -> None:
        if self.kind not in ACT_KINDS:
            raise ValueError(f"unknown kind of act: {self.kind}")


@dataclass(frozen=True)
class Plan:
    """One document of an entity, complete: what is stored, exported, compared and imported again.

    ``framework`` is the urn of its kind or empty; ``entity`` the code of the entity; ``language`` the main language of
    its content and ``languages`` all those it is meant to stand in. ``period`` is first and last day. ``amends`` is the
    id of the document that it amends, completes or is derived from, as ``relation`` says. Sections, objectives and
    actions stand in the order in which they are read, parents before children.
    """

    id: str
    title: Words
    language: str
    languages: tuple[str, ...] = ()
    entity: str = ""
    framework: str = ""
    state: str = "draft"
    version: int = 1
    period: tuple[dt.date, dt.date] | None = None
    starts_on: dt.date | None = None
    term_years: int | None = None
    legal_basis: tuple[str, ...] = ()
    amends: str = ""
    relation: str = ""
    sections: tuple[PlanSection, ...] = ()
    objectives: tuple[Objective, ...] = ()
    actions: tuple[Action, ...] = ()
    swot: tuple[PlanSwotItem, ...] = ()
    risk_domains: tuple[PlanRiskDomain, ...] = ()
    tables: tuple[PlanTable, ...] = ()
    acts: tuple[Act, ...] = ()
    #: Codes of what reading noted about the original, with the places they speak of: kept for the review, not exported.
    notes: tuple[tuple[str, int, int], ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise ValueError(f"unknown language: {self.language}")
        if self.state not in DOCUMENT_STATES:
            raise ValueError(f"unknown state of a document: {self.state}")
        if self.relation and self.relation not in RELATIONS:
            raise ValueError(f"unknown relation between documents: {self.relation}")

    @cached_property
    def parts(self) -> dict[str, PlanPart]:
        """Every part by its id."""
        named = (getattr(self, name) for name in PART_LISTS)
        return {part.id: part for parts in named for part in parts}


#: Anything of a plan that has an id (``Part`` alone is a part of a framework).
PlanPart = PlanSection | Objective | Action | PlanSwotItem | PlanRiskDomain | PlanTable | Act
PART_LISTS = ("sections", "objectives", "actions", "swot", "risk_domains", "tables", "acts")
#: The fields of a plan that are its own, and not lists of parts nor what only a review needs.
HEAD_FIELDS = tuple(one.name for one in fields(Plan) if one.name not in {*PART_LISTS, "notes", "id"})
