"""What a view hands to the components: plain values, so that no template has to work anything out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.forms import BoundField, Form
from django.http import HttpRequest, QueryDict

LINKED, BROKEN, LOOSE = "", "broken", "loose"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table. ``key`` makes it sortable (``?sort=key``, ``?sort=-key``); ``figure`` sets it right;
    ``unit`` stands below the label."""

    label: str
    key: str = ""
    figure: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """A column's head as the address has it: ``order`` ascending, descending or empty; ``url``: a click."""

    column: Column
    order: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter that is on: what it says, and the address without it."""

    label: str
    value: str
    url: str


@dataclass(frozen=True, slots=True)
class Node:
    """A node of a tree.

    ``text`` is a string or Words; ``thread`` one of LINKED, BROKEN (a link is missing: ``gap`` says which, in words) or
    LOOSE (no link is asked for). ``more`` are short remarks beside the text (owner, deadline), ``findings`` how many
    stand against it. ``movable`` nodes have the buttons and can be dragged; only ``holds`` nodes take others in.
    """

    id: str
    text: object
    href: str = ""
    number: str = ""
    kind: str = ""
    children: Sequence[Node] = field(default_factory=tuple)
    thread: str = LINKED
    gap: str = ""
    more: Sequence[str] = ()
    findings: int = 0
    movable: bool = False
    holds: bool = True


@dataclass(frozen=True, slots=True)
class Tab:
    """A view of the same thing under an address of its own. ``count`` None is not shown."""

    label: str
    url: str
    current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way to this page; the last one has no address."""

    label: object
    url: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """A state in a word, with its meaning: error, warning, info, met or empty for none of them."""

    word: str
    meaning: str = ""


def address(query: QueryDict, **changes: str | list[str] | None) -> str:
    """The query part of an address with some of its values set, or left out where None: ``?a=1&b=2``, or ``?``."""
    changed = query.copy()
    for name, value in changes.items():
        if value is None:
            changed.pop(name, None)
        elif isinstance(value, list):
            changed.setlist(name, value)
        else:
            changed[name] = value
    return f"?{changed.urlencode()}"


def heads(request: HttpRequest, columns: Sequence[Column], name: str = "sort") -> list[Head]:
    """The heads of a table whose order is kept in the address; a new order begins at the first page."""
    wanted = request.GET.get(name, "")
    found = []
    for column in columns:
        if not column.key:
            found.append(Head(column))
            continue
        order = {column.key: "ascending", f"-{column.key}": "descending"}.get(wanted, "")
        other = f"-{column.key}" if order == "ascending" else column.key
        found.append(Head(column, order, address(request.GET, **{name: other, "page": None})))
    return found


def filters(request: HttpRequest, form: Form) -> Iterator[Filter]:
    """The filters of a form that are on, each value with the address that leaves it out."""
    for bound in form:
        values = [value for value in request.GET.getlist(bound.html_name) if value]
        for value in values:
            rest = [other for other in values if other != value] or None
            url = address(request.GET, **{bound.html_name: rest, "page": None})
            yield Filter(str(bound.label), _shown(bound, value), url)


def _shown(bound: BoundField, value: str) -> str:
    """A choice by its label, anything else as it was typed."""
    for key, label in _flat(getattr(bound.field, "choices", ())):
        if str(key) == value:
            return str(label)
    return "" if value == "on" else value


def _flat(choices: object) -> Iterator[tuple[object, object]]:
    for key, label in choices if hasattr(choices, "__iter__") else ():
        if isinstance(label, (list, tuple)):
            yield from label
        else:
            yield key, label
