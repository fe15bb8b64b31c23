"""A framework as a value: what a kind of document is made of. The library fills it from YAML; reading and rules use
it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from filrouge.domain.model.catalogue import Catalogue

LANGUAGES = ("fr", "nl", "de", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in the four languages of the interface."""

    fr: str
    nl: str
    de: str
    en: str

    def __getitem__(self, language: str) -> str:
        if language not in LANGUAGES:
            raise KeyError(language)
        return str(getattr(self, language))

    def all(self) -> tuple[str, str, str, str]:
        return (self.fr, self.nl, self.de, self.en)


@dataclass(frozen=True, slots=True)
class Names:
    """Several words or phrases for one thing, per language; the first is the standard term. Compared without case or
    accents."""

    fr: tuple[str, ...] = ()
    nl: tuple[str, ...] = ()
    de: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def all(self) -> tuple[str, ...]:
        return self.fr + self.nl + self.de + self.en

    def __bool__(self) -> bool:
        return bool(self.all())


@dataclass(frozen=True, slots=True)
class FrameworkSection:
    """A section that a document of this kind has. ``number`` as the framework prints it (``3.2.1``); ``aliases`` other
    titles seen for it; ``required`` whether DOC101 speaks when it is missing."""

    id: str
    number: str | None
    title: Text
    guidance: Text
    level: int
    parent: str | None
    required: bool
    aliases: Names = field(default_factory=Names)
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """A level of statement, and the forms by which it is recognised.

    ``kind`` one of ITEM_KINDS. ``parent`` the kind it hangs under. ``names`` its words, singular and plural.
    ``forms``, any of: ``label`` (a paragraph begins with the name and a number: "Strategic objective 4: …", the title
    on
    the same line or the next), ``lead_in`` (a list under a paragraph or heading that holds the name and announces a
    list),
    ``heading`` (each heading directly under a part), ``numbered`` (each numbered paragraph under the parent),
    ``bulleted`` (each bulleted paragraph under the parent or under a section that answers to ``sections``).
    ``sections`` ids of framework sections in which the forms hold; empty means anywhere.
    """

    kind: str
    names: Names
    forms: tuple[str, ...]
    parent: str | None = None
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part whose headings are numbered themes, with the letter of their codes (``T1``, ``P3``, sub-heading
    ``P3.A``)."""

    code: str
    names: Names


@dataclass(frozen=True)
class Framework:
    """What a kind of document is made of. ``marks`` are words whose presence speaks for this kind (detection);
    ``prose``: its authors bind themselves in running text too; ``fetch`` gives the catalogue of instruments that goes
    with it, read when it is first asked for."""

    urn: str
    kind: str
    version: int
    title: Text
    description: Text
    source: str
    marks: Names
    sections: tuple[FrameworkSection, ...]
    levels: tuple[Level, ...]
    parts: tuple[Part, ...] = ()
    severities: tuple[tuple[str, str], ...] = ()
    rules: tuple[str, ...] = ()
    prose: bool = False
    fetch: Callable[[], Catalogue] | None = field(default=None, repr=False, compare=False)

    @property
    def catalogue(self) -> Catalogue | None:
        """The catalogue of instruments of this kind of document, or None."""
        return self.fetch() if self.fetch else None

    @cached_property
    def sections_by_id(self) -> dict[str, FrameworkSection]:
        return {s.id: s for s in self.sections}


@dataclass(frozen=True, slots=True)
class PlanObjective:
    """An objective of a reference plan: its official number and a short label in our words."""

    code: str
    number: int
    label: Text
    pointer: str


@dataclass(frozen=True, slots=True)
class PlanTheme:
    """A theme (``T1``) or sub-heading (``P3.A``) of a reference plan. ``parent`` is None for a theme. ``words`` name
    its subject even alone; ``hints`` speak for it beside other words."""

    code: str
    number: str
    title: Text
    parent: str | None
    objectives: tuple[PlanObjective, ...]
    words: Names = field(default_factory=Names)
    hints: Names = field(default_factory=Names)


@dataclass(frozen=True)
class ReferencePlan:
    """A plan that others answer to, brought by the library. ``period`` is first and last year; ``apart`` are words for
    what organisations speak of and no theme is about (staff, premises, quality)."""

    slug: str
    urn: str
    framework: str
    title: Text
    period: tuple[int, int]
    source: str
    themes: tuple[PlanTheme, ...]
    apart: Names = field(default_factory=Names)
