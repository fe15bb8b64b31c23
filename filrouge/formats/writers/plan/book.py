"""What the sheets of a workbook hold: rows of cells, each with the key of the field that it is, if it is one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from filrouge.domain.model.framework import LANGUAGES
from filrouge.domain.model.plan import Plan, Words
from filrouge.domain.planning.rich import Rich
from filrouge.domain.planning.richtext import parse, plain
from filrouge.domain.report.voice import Voice, clean
from filrouge.formats.writers.plan.layout import Layout

LONGEST = 32_000  # characters that a cell holds
Value = str | int | Decimal | dt.date | None


@dataclass(frozen=True, slots=True)
class Box:
    """A cell. ``choices`` are the words of which it holds one; ``strong`` sets it off."""

    value: Value
    key: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    strong: bool = False

    @property
    def text(self) -> str:
        """The value as it is known again when it comes back."""
        return text_of(self.value)


def text_of(value: object) -> str:
    """A value of a cell as text: a day in ISO form, a figure as a workbook keeps it, words without their ends."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, (int, float, Decimal)):
        exact = Decimal(repr(float(value)))
        return format(exact.normalize() if exact else Decimal(0), "f")
    return str(value).strip()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in characters."""

    head: str
    width: int


@dataclass(slots=True)
class Sheet:
    """A sheet: its name, its columns, its rows; ``grid`` is the key of the table that it is, if it is one."""

    name: str
    columns: list[Column]
    rows: list[list[Box]] = field(default_factory=list)
    grid: str = ""


@dataclass(slots=True)
class Book:
    """Makes the cells of one plan. ``languages`` are those of its content, the main one first."""

    plan: Plan
    voice: Voice
    languages: tuple[str, ...] = ()
    layout: Layout = field(default_factory=Layout)
    sheets: list[Sheet] = field(default_factory=list)

    def __post_init__(self) -> None:
        main = (self.plan.language, *self.plan.languages)
        self.languages = tuple(dict.fromkeys((*main, *(one for one in LANGUAGES if self._stands_in(one)))))

    def _stands_in(self, language: str) -> bool:
        parts = [self.plan.title, *(value for part in self.plan.parts.values() for value in _words_of(part))]
        return any(words[language] for words in parts)

    def sheet(self, name: str, columns: Sequence[tuple[str, int]], *, grid: str = "") -> Sheet:
        """A new sheet with an id in its first column, unless it is a table."""
        heads = [] if grid else [Column(self.voice("field.id"), 14)]
        taken = {one.name for one in self.sheets}
        short = "".join(" " if c in "[]:*?/\\'" else c for c in clean(name))[:28].strip() or "-"
        unique = next(one for one in (short, *(f"{short} {n}" for n in range(2, 10_000))) if one not in taken)
        made = Sheet(unique, [*heads, *(Column(head, width) for head, width in columns)], grid=grid)
        self.sheets.append(made)
        return made

    def label(self, name: str) -> str:
        return self.voice(f"field.{name}")

    def in_languages(self, name: str, width: int) -> list[tuple[str, int]]:
        """The heads of a field that stands in several languages."""
        return [(f"{self.label(name)} ({one.upper()})", width) for one in self.languages]

    def box(self, at: tuple[str, str], name: str, value: Value, arg: str = "") -> Box:
        """A cell that is a field; words too long for a cell are shown in part and are none."""
        if isinstance(value, str):
            shown = clean(value)
            if len(shown) > LONGEST:
                return Box(shown[:LONGEST])
            value = shown
        return Box(value, self.layout.key(*at, name, arg))

    def words(self, at: tuple[str, str], name: str, words: Words) -> list[Box]:
        return [self.box(at, name, words[one], one) for one in self.languages]

    def bodies(self, at: tuple[str, str], name: str, words: Words, rich: str = "whole") -> list[Box]:
        """The words of rich text, a line for each paragraph; ``rich`` says which part of a section's."""
        boxes = []
        for one in self.languages:
            whole = parse(words[one])
            part: Rich = whole if rich == "whole" else whole.parted()[0 if rich == "head" else 1]
            boxes.append(self.box(at, name, plain(part), one))
        return boxes

    def names(self, at: tuple[str, str], name: str, values: Sequence[str]) -> Box:
        mark = "; " if any("," in value for value in values) else ", "
        return self.box(at, name, mark.join(values))

    def choice(self, at: tuple[str, str], name: str, value: str, values: Iterable[str], *, none: bool = False) -> Box:
        """One of few values, in words, with the list to choose from."""
        words = tuple((one, self.voice(f"{name}.{one}")) for one in values)
        shown = dict(words).get(value, "")
        choices = (("", ""), *words) if none else words
        return Box(shown, self.layout.key(*at, name), choices)


def _words_of(part: object) -> list[Words]:
    names = ("title", "text", "body", "details")
    return [value for name in names if isinstance(value := getattr(part, name, None), Words)]
