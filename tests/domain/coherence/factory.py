"""Builds invented documents for the tests of the rules: everything stands in the text at the place it says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from filrouge.domain.coherence import Finding, check
from filrouge.domain.model import (
    Cell,
    CommunicationAction,
    Document,
    Facts,
    Framework,
    FrameworkSection,
    Item,
    Names,
    Note,
    Paragraph,
    Place,
    Quoted,
    RiskDomain,
    Row,
    Section,
    SwotItem,
    Table,
    Text,
)

TODAY = dt.date(2025, 6, 1)
Figure = str | int


def same(words: str) -> Text:
    """A text that is the same in the four languages."""
    return Text(words, words, words, words)


def framework(kind: str = "strategic-plan", sections: Sequence[FrameworkSection] = (), **fields: Any) -> Framework:
    made = Framework(f"urn:test:{kind}", kind, 1, same(kind), same(kind), "test", Names(), tuple(sections), ())
    return replace(made, **fields)


def wanted(name: str, title: str, *, parent: str | None = None, required: bool = True) -> FrameworkSection:
    return FrameworkSection(name, None, same(title), same(""), 1 if parent is None else 2, parent, required)


def findings(code: str, document: Document, of: Framework | None = None, today: dt.date = TODAY) -> list[Finding]:
    """What one rule finds in a document."""
    return [finding for finding in check(document, of, today=today).findings if finding.code == code]


class Draft:
    """Collects the parts of a document in the order of its text."""

    def __init__(self, language: str = "fr") -> None:
        self.language = language
        self.facts = Facts()
        self._text = ""
        self._sections: list[Section] = []
        self._paragraphs: list[Paragraph] = []
        self._items: list[Item] = []
        self._swot: list[SwotItem] = []
        self._domains: list[RiskDomain] = []
        self._tables: list[Table] = []
        self._notes: list[Note] = []

    def _add(self, words: str) -> Place:
        place = Place(len(self._text), len(self._text) + len(words))
        self._text += words + "\n"
        return place

    @property
    def here(self) -> str | None:
        return self._sections[-1].id if self._sections else None

    def heading(self, title: str, number: str | None = None, level: int = 1, answers: str | None = None) -> str:
        """A heading; its parent is the last one of a higher level."""
        place = self._add(f"{number} {title}" if number else title)
        parent = next((s.id for s in reversed(self._sections) if s.level < level), None)
        name = f"s{len(self._sections) + 1}"
        self._sections.append(Section(name, number, title, level, place, place, parent, answers))
        self._paragraphs.append(Paragraph(title, place, "heading", number, name))
        return name

    def says(self, *sentences: str, kind: str = "text", label: str | None = None) -> Place:
        """Paragraphs; the place of the last."""
        for words in sentences:
            place = self._add(f"{label} {words}" if label else words)
            self._paragraphs.append(Paragraph(" ".join(words.split()), place, kind, label, self.here))
        return place

    def item(
        self, kind: str, words: str, number: str | None = None, owners: Sequence[str] = (), parent: str | None = None
    ) -> str:
        place = self.says(words, kind="list", label=number)
        name = f"i{len(self._items) + 1}"
        self._items.append(Item(name, kind, number, words, self.here, parent, place, tuple(owners)))
        return name

    def swot(self, kind: str, *texts: str) -> None:
        """The lines of one list of a SWOT analysis, numbered from 1."""
        for number, words in enumerate(texts, 1):
            place = self.says(words, kind="list", label=f"{number}.")
            self._swot.append(SwotItem(kind, str(number), words, place))

    def domain(
        self,
        title: str,
        weaknesses: Sequence[int] = (),
        threats: Sequence[int] = (),
        objectives: Sequence[int] = (),
        quotes: Sequence[tuple[str, int, str]] = (),
    ) -> None:
        place = self._add(title)
        quoted = tuple(Quoted(kind, number, words, self._add(words)) for kind, number, words in quotes)
        number = str(len(self._domains) + 1)
        numbers = (tuple(weaknesses), tuple(threats), tuple(objectives))
        self._domains.append(RiskDomain(number, title, *numbers, None, place, quoted))

    def table(
        self, kind: str, columns: Sequence[str | tuple[int, str]], rows: Sequence[Sequence[object]], **fields: Any
    ) -> None:
        """A table of figures. A column is a head, or a year and a head; a row is a label and a figure for each column;
        a label that begins with ``total`` makes a total row."""
        made = []
        start = len(self._text)
        for label, *values in rows:
            heads = [(None, c) if isinstance(c, str) else c for c in columns]
            cells = tuple(
                Cell(str(label), year, head, Decimal(str(value)), self._add(str(value)))
                for (year, head), value in zip(heads, values, strict=True)
                if value is not None
            )
            place = cells[0].place.join(cells[-1].place)
            made.append(Row(str(label), cells, place, str(label).casefold().startswith("total")))
        place = Place(start, len(self._text))
        table = Table(f"t{len(self._tables) + 1}", kind, "", None, place, self.here, rows=tuple(made))
        self._tables.append(replace(table, **fields))

    def actions(self, *rows: Mapping[str, str]) -> None:
        """A communication plan; each row names its fields, an unnamed field is empty."""
        start = len(self._text)
        names = ("target", "audience", "date", "message", "channel", "material")
        made = tuple(
            CommunicationAction(*(row.get(name, "") for name in names), self._add(" ".join(row.values())))
            for row in rows
        )
        place = Place(start, len(self._text))
        self._tables.append(Table("tc", "communication", "", None, place, self.here, actions=made))

    def note(self, code: str, section: str) -> None:
        self._notes.append(Note(code, section, Place(0, 0)))

    def state(self, **facts: Any) -> Draft:
        self.facts = replace(self.facts, **facts)
        return self

    def done(self) -> Document:
        sections = [replace(s, place=Place(s.place.start, self._end(rank))) for rank, s in enumerate(self._sections)]
        return Document(
            self._text,
            self.language,
            None,
            1.0,
            self.facts,
            tuple(sections),
            tuple(self._paragraphs),
            tuple(self._items),
            tuple(self._swot),
            tuple(self._domains),
            tuple(self._tables),
            notes=tuple(self._notes),
        )

    def _end(self, rank: int) -> int:
        level = self._sections[rank].level
        later = (s.place.start for s in self._sections[rank + 1 :] if s.level <= level)
        return next(later, len(self._text))


def prose(*sentences: str, language: str = "fr") -> Document:
    """A document that only says these sentences, under one heading."""
    draft = Draft(language)
    draft.heading("Introduction")
    draft.says(*sentences)
    return draft.done()
