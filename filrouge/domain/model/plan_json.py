"""A plan as JSON: complete, exact, in one shape only, so that what went out comes back as it was.

The shape follows the dataclasses of :mod:`filrouge.domain.model.plan` field by field (notes of reading excepted, which
serve a review only): a field added there is in the JSON from then on. Figures are JSON numbers with all their digits,
days are ISO text, words are objects by language that hold only the languages in which they stand.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from filrouge.domain.model.analysis import SWOT_KINDS
from filrouge.domain.model.canonical import Json, dumps
from filrouge.domain.model.framework import LANGUAGES
from filrouge.domain.model.items import ITEM_KINDS
from filrouge.domain.model.plan import (
    ACT_KINDS,
    ACTION_STATES,
    COMMITMENTS,
    DOCUMENT_STATES,
    PART_LISTS,
    RELATIONS,
    Plan,
    PlanPart,
    Words,
)
from filrouge.domain.model.tables import TABLE_KINDS

FORMAT = "filrouge-plan"
FORMAT_VERSION = 1

_OBJECTIVES = tuple(kind for kind in ITEM_KINDS if kind != "action")
_ALLOWED: dict[tuple[str, str], tuple[str, ...]] = {
    ("Plan", "language"): LANGUAGES,
    ("Plan", "languages"): LANGUAGES,
    ("Plan", "state"): DOCUMENT_STATES,
    ("Plan", "relation"): ("", *RELATIONS),
    ("Objective", "kind"): _OBJECTIVES,
    ("Objective", "commitment"): ("", *COMMITMENTS),
    ("Action", "state"): ACTION_STATES,
    ("PlanSwotItem", "kind"): SWOT_KINDS,
    ("PlanTable", "kind"): TABLE_KINDS,
    ("Act", "kind"): ACT_KINDS,
}
_UNSAID = frozenset({"notes"})
_MOST_DIGITS = 400  # of an exponent's size: beyond, a figure is no figure of a plan and would fill the memory


class PlanFormatError(ValueError):
    """That JSON holds no plan. ``code`` names the reason (its sentence stands in the library's ``texts/plan.yaml``),
    ``where`` is the JSON path (``objectives[2].parent``), ``params`` fill the sentence; ``where`` is among them."""

    def __init__(self, code: str, where: str, params: Mapping[str, str] | None = None) -> None:
        self.code, self.where, self.params = code, where, {**(params or {}), "where": where}
        super().__init__(f"{code}: {self.params}")


def canonical(plan: Plan) -> str:
    """The plan as JSON with sorted keys and no spaces: the same text for equal plans, everywhere."""
    return dumps(to_json(plan))


def digest(plan: Plan) -> str:
    """The SHA-256 of the canonical JSON in UTF-8, in hexadecimal."""
    return hashlib.sha256(canonical(plan).encode("utf-8", "surrogatepass")).hexdigest()


def to_json(plan: Plan) -> Json:
    """The plan as dicts, lists and plain values, its figures as Decimal; write it with
    :func:`filrouge.domain.model.canonical.dumps`."""
    return {"format": FORMAT, "format_version": FORMAT_VERSION, **_written(plan)}


def from_json(value: object) -> Plan:
    """The plan that :func:`to_json` described; read JSON text with ``parse_float=Decimal`` to keep figures exact.

    Fields that have a default may be absent. Raises PlanFormatError for anything that no plan can hold, down to an
    action that serves an objective that is not there.
    """
    found = _mapping(value, "")
    if found.get("format") != FORMAT:
        raise PlanFormatError("unknown-format", "format", {"found": _shown(found.get("format"))})
    if found.get("format_version") != FORMAT_VERSION or isinstance(found.get("format_version"), bool):
        params = {"found": _shown(found.get("format_version")), "known": str(FORMAT_VERSION)}
        raise PlanFormatError("unknown-version", "format_version", params)
    head = {name: one for name, one in found.items() if name not in {"format", "format_version"}}
    plan = _read(Plan, head, "")
    assert isinstance(plan, Plan)
    verify(plan)
    return plan


def part_to_json(part: PlanPart) -> Json:
    """One part of a plan as it stands in :func:`to_json`."""
    written: Json = _written(part)
    return written


def part_from_json(kind: type[PlanPart], value: object) -> PlanPart:
    """The part of this class that :func:`part_to_json` described. Raises PlanFormatError."""
    part: PlanPart = _read(kind, value, "")
    return part


def verify(plan: Plan) -> None:
    """That every id stands once and every reference leads to a part of the right kind, in trees without a cycle.

    Raises PlanFormatError with the path of the first thing that does not hold.
    """
    _unique(plan)
    sections = {one.id: one.parent for one in plan.sections}
    objectives = {one.id: one.parent for one in plan.objectives}
    for name, parents in (("sections", sections), ("objectives", objectives)):
        for rank, id in enumerate(parents):
            _in_tree(id, parents, f"{name}[{rank}].parent")
    for name in PART_LISTS:
        for rank, part in enumerate(getattr(plan, name)):
            section = getattr(part, "section", None)
            if section is not None and section not in sections:
                raise PlanFormatError("unknown-section", f"{name}[{rank}].section", {"id": section})
    for rank, action in enumerate(plan.actions):
        for nth, one in enumerate(action.contributions):
            if one.objective not in objectives:
                where = f"actions[{rank}].contributions[{nth}].objective"
                raise PlanFormatError("unknown-objective", where, {"id": one.objective})


def _unique(plan: Plan) -> None:
    seen: set[str] = set()
    for name in PART_LISTS:
        for rank, part in enumerate(getattr(plan, name)):
            if not part.id:
                raise PlanFormatError("empty-id", f"{name}[{rank}].id")
            if part.id in seen:
                raise PlanFormatError("duplicate-id", f"{name}[{rank}].id", {"id": part.id})
            seen.add(part.id)


def _in_tree(id: str, parents: Mapping[str, str | None], where: str) -> None:
    """Raises when the way up from a part leads to nothing, or back to where it came by."""
    passed = {id}
    above = parents[id]
    while above is not None:
        if above not in parents:
            raise PlanFormatError("unknown-parent", where, {"id": above})
        if above in passed:
            raise PlanFormatError("cycle", where, {"id": id})
        passed.add(above)
        above = parents[above]


# --- there ----------------------------------------------------------------------------------------------------------


def _written(value: Any) -> Any:
    if isinstance(value, Words):
        return dict(value.items())
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _written(getattr(value, one.name)) for one in fields(value) if one.name not in _UNSAID}
    if isinstance(value, tuple):
        return [_written(one) for one in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return value


# --- and back -------------------------------------------------------------------------------------------------------

Reader = Callable[[object, str], Any]


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    read: Reader
    required: bool
    allowed: tuple[str, ...]


@lru_cache(maxsize=64)
def _fields_of(kind: type) -> dict[str, _Field]:
    """The fields of a dataclass by name, each with what reads it."""
    hints = typing.get_type_hints(kind)
    found = {}
    for one in fields(kind):
        if one.name not in _UNSAID:
            required = one.default is MISSING and one.default_factory is MISSING
            allowed = _ALLOWED.get((kind.__name__, one.name), ())
            found[one.name] = _Field(one.name, _reader(hints[one.name]), required, allowed)
    return found


def _read(kind: type, value: object, where: str) -> Any:
    found = _mapping(value, where)
    known = _fields_of(kind)
    for name in found:
        if name not in known:
            raise PlanFormatError("unknown-field", _below(where, name), {"field": name[:80]})
    read: dict[str, Any] = {}
    for field in known.values():
        path = _below(where, field.name)
        if field.name not in found:
            if field.required:
                raise PlanFormatError("missing-field", path, {"field": field.name})
            continue
        one = field.read(found[field.name], path)
        for text in one if isinstance(one, tuple) else (one,):
            if field.allowed and text not in field.allowed:
                params = {"found": _shown(text), "known": ", ".join(filter(None, field.allowed))}
                raise PlanFormatError("unknown-value", path, params)
        read[field.name] = one
    if (progress := read.get("progress")) is not None and not 0 <= progress <= 100:
        raise PlanFormatError("out-of-range", _below(where, "progress"), {"found": str(progress)})
    return kind(**read)


def _reader(hint: Any) -> Reader:
    """What reads a value of this type."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if is_dataclass(hint) and isinstance(hint, type):
        return lambda value, where: _read(hint, value, where)
    inner = typing.get_args(hint)
    if typing.get_origin(hint) is tuple:
        if len(inner) == 2 and inner[1] is Ellipsis:
            return _list_of(_reader(inner[0]))
        return _row_of([_reader(one) for one in inner])
    assert typing.get_origin(hint) in {types.UnionType, typing.Union}, hint
    (some,) = (_reader(one) for one in inner if one is not types.NoneType)
    return lambda value, where: None if value is None else some(value, where)


def _list_of(read: Reader) -> Reader:
    return lambda value, where: tuple(read(one, f"{where}[{i}]") for i, one in enumerate(_list(value, where)))


def _row_of(readers: list[Reader]) -> Reader:
    def read(value: object, where: str) -> Any:
        found = _list(value, where)
        if len(found) != len(readers):
            params = {"found": str(len(found)), "wanted": str(len(readers))}
            raise PlanFormatError("wrong-length", where, params)
        pairs = zip(readers, found, strict=True)
        return tuple(one(part, f"{where}[{i}]") for i, (one, part) in enumerate(pairs))

    return read


def _mapping(value: object, where: str) -> Json:
    if not isinstance(value, dict):
        raise _wrong(value, where, "object")
    return value


def _list(value: object, where: str) -> list[object]:
    if not isinstance(value, list):
        raise _wrong(value, where, "list")
    return value


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise _wrong(value, where, "text")
    return value


def _integer(value: object, where: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, Decimal) and value.is_finite() and value.adjusted() < _MOST_DIGITS and value == int(value):
        return int(value)
    raise _wrong(value, where, "integer")


def _decimal(value: object, where: str) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        raise _wrong(value, where, "number")
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not exact.is_finite():
        raise _wrong(value, where, "number")
    return exact


def _share(value: object, where: str) -> float:
    return float(_decimal(value, where))


def _truth(value: object, where: str) -> bool:
    if not isinstance(value, bool):
        raise _wrong(value, where, "truth")
    return value


def _day(value: object, where: str) -> dt.date:
    try:
        return dt.date.fromisoformat(_text(value, where))
    except ValueError as error:
        if isinstance(error, PlanFormatError):
            raise
        raise PlanFormatError("not-a-date", where, {"found": _shown(value)}) from None


def _words(value: object, where: str) -> Words:
    found = _mapping(value, where)
    for language in found:
        if language not in LANGUAGES:
            params = {"found": _shown(language), "known": ", ".join(LANGUAGES)}
            raise PlanFormatError("unknown-value", _below(where, language), params)
    return Words.of({language: _text(text, _below(where, language)) for language, text in found.items()})


_PLAIN: dict[Any, Reader] = {
    str: _text,
    int: _integer,
    float: _share,
    bool: _truth,
    Decimal: _decimal,
    dt.date: _day,
    Words: _words,
}


def _wrong(value: object, where: str, wanted: str) -> PlanFormatError:
    return PlanFormatError("wrong-type", where, {"found": _shown(value), "wanted": wanted})


def _shown(value: object) -> str:
    """A value as a sentence can quote it: short."""
    text = str(value) if not isinstance(value, (dict, list)) else type(value).__name__
    return text if len(text) <= 60 else f"{text[:60]}…"


def _below(where: str, name: str) -> str:
    return f"{where}.{name[:80]}" if where else name[:80]


@lru_cache(maxsize=1)
def carried() -> tuple[tuple[str, str], ...]:
    """Every field that a plan and its parts carry, as (class, field): what a complete export must hold."""
    found: dict[tuple[str, str], None] = {}
    waiting: list[type] = [Plan]
    while waiting:
        kind = waiting.pop(0)
        hints = typing.get_type_hints(kind)
        for name in _fields_of(kind):
            if (kind.__name__, name) not in found:
                found[kind.__name__, name] = None
                waiting += _classes(hints[name])
    return tuple(found)


def _classes(hint: Any) -> Iterator[type]:
    if is_dataclass(hint) and isinstance(hint, type) and hint is not Words:
        yield hint
    for inner in typing.get_args(hint):
        yield from _classes(inner)
