"""Plans in which every field holds something, and something that is found again: each text is a mark of its own."""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from filrouge.domain.model.framework import LANGUAGES
from filrouge.domain.model.items import ITEM_KINDS
from filrouge.domain.model.plan import Plan, PlanTable, Words

#: What may not be a mark: a value of few, a reference to another part, or HTML.
_GIVEN: dict[str, Any] = {
    "language": "fr",
    "languages": LANGUAGES,
    "state": {"Plan": "proposed", "Action": "under_way"},
    "relation": "amendment",
    "commitment": "result",
    "kind": {
        "Objective": ITEM_KINDS[2],
        "PlanSwotItem": "threat",
        "PlanTable": "budget",
        "Act": "approval",
    },
    "parent": None,
    "section": None,
    "objective": "objectives-0",
    "progress": 37,
    "total": True,
    "origin": None,
    "notes": (),
}
_HTML = {"body", "details"}
_LISTS = {
    "sections": "PlanSection",
    "objectives": "Objective",
    "actions": "Action",
    "swot": "PlanSwotItem",
    "risk_domains": "PlanRiskDomain",
    "tables": "PlanTable",
    "acts": "Act",
}


class Filler:
    """Fills dataclasses; ``marks`` holds for every field the words by which it is found again."""

    def __init__(self) -> None:
        self.marks: dict[str, set[str]] = {}
        self._count = 1000

    def plan(self) -> Plan:
        """A plan with one part of each kind, each field of each filled."""
        plan = self._filled(Plan, "Plan")
        assert isinstance(plan, Plan)
        table = plan.tables[0]
        words = PlanTable("tables-1", "other", self._words("PlanTable.title"), lines=table.lines)
        figures = dataclasses.replace(table, lines=())
        return dataclasses.replace(plan, tables=(figures, words))

    def _number(self) -> int:
        self._count += 1
        return self._count

    def _mark(self, name: str) -> str:
        mark = f"Zq{self._number()}x"
        self.marks.setdefault(name, set()).add(mark)
        return mark

    def _words(self, name: str) -> Words:
        return Words.of({language: self._mark(f"{name}.{language}") for language in LANGUAGES})

    def _filled(self, kind: type, name: str) -> Any:
        hints = typing.get_type_hints(kind)
        values = {}
        for field in dataclasses.fields(kind):
            given = _GIVEN.get(field.name, ...)
            if isinstance(given, dict):
                given = given.get(kind.__name__, ...)
            here = f"{kind.__name__}.{field.name}"
            if field.name == "id":
                values["id"] = f"{name}-0" if name != "Plan" else "plan-0"
            elif given is not ...:
                values[field.name] = given
            elif hints[field.name] is Words and field.name in _HTML:
                words = self._words(here)
                values[field.name] = Words.of({one: f"<p>{text}</p>" for one, text in words.items()})
            else:
                values[field.name] = self._value(hints[field.name], here, field.name)
        return kind(**values)

    def _value(self, hint: Any, here: str, name: str) -> Any:
        if hint is Words:
            return self._words(here)
        if dataclasses.is_dataclass(hint) and isinstance(hint, type):
            return self._filled(hint, name)
        if typing.get_origin(hint) in (typing.Union, types.UnionType):
            return self._value(next(one for one in typing.get_args(hint) if one is not type(None)), here, name)
        if typing.get_origin(hint) is tuple:
            inner = typing.get_args(hint)
            if inner[-1] is Ellipsis:
                return (self._value(inner[0], here, name),)
            return tuple(self._value(one, here, name) for one in inner)
        return self._plain(hint, here)

    def _plain(self, hint: Any, here: str) -> Any:
        if hint is str:
            return self._mark(here)
        number = self._number()
        if hint is dt.date:
            day = dt.date(2001, 1, 1) + dt.timedelta(days=number * 3)
            self.marks.setdefault(here, set()).add(str(day.year))
            return day
        shown = number if hint is not Decimal else Decimal(number) / 8
        self.marks.setdefault(here, set()).add(str(number // 8) if hint is Decimal else str(number))
        return shown


def flat_text(text: str) -> str:
    """A text without the spaces that group figures."""
    return text.replace("\u202f", "").replace("\u00a0", "")


def absent(marks: dict[str, set[str]], text: str) -> Iterator[str]:
    """The fields whose marks are not all in a text."""
    plain = flat_text(text)
    for name, wanted in sorted(marks.items()):
        if not all(one in plain for one in wanted):
            yield name
