"""A document as JSON, in one shape only: what a script reads, what is compared, what is sealed by a hash.

The shape is the contract of ``filrouge read --format json`` with every place, so that nothing is lost on the way there
and back. Numbers are exact: a Decimal is written as a JSON number with all its digits and no needless zero.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from decimal import Decimal
from typing import Any

from filrouge.domain.model.analysis import Quoted, RiskDomain, SwotItem
from filrouge.domain.model.document import Document, Facts, Note, Paragraph, Section
from filrouge.domain.model.items import Deadline, Indicator, Item, Quantity
from filrouge.domain.model.place import Place
from filrouge.domain.model.tables import Cell, CommunicationAction, Row, Table

Json = dict[str, Any]
_PLAIN_EXPONENTS = range(-40, 41)


def canonical(document: Document) -> str:
    """The document as JSON with sorted keys and no spaces: the same text for equal documents, everywhere."""
    return dumps(to_json(document))


def digest(document: Document) -> str:
    """The SHA-256 of the canonical JSON in UTF-8, in hexadecimal."""
    return hashlib.sha256(canonical(document).encode("utf-8", "surrogatepass")).hexdigest()


def dumps(value: object, *, pretty: bool = False) -> str:
    """JSON text of dicts, lists, strings, exact and floating numbers, truths and None.

    Sorted and tight for comparing; ``pretty`` keeps the order of the keys and indents, for people. Raises TypeError for
    any other value and ValueError for a number that is not finite.
    """
    parts: list[str] = []
    _write(value, parts, "\n" if pretty else "")
    return "".join(parts)


def number(value: Decimal) -> str:
    """A Decimal as a JSON number with all its digits; equal values are written alike. Raises ValueError when not
    finite."""
    if not value.is_finite():
        raise ValueError(f"not a finite number: {value}")
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    text = "".join(map(str, digits)).lstrip("0")
    stripped = text.rstrip("0")
    if not stripped:
        return "0"
    exponent += len(text) - len(stripped)
    exact = Decimal((sign, tuple(map(int, stripped)), exponent))
    return format(exact, "f") if exponent in _PLAIN_EXPONENTS else str(exact)


def _write(value: object, parts: list[str], newline: str) -> None:
    if value is None or isinstance(value, (bool, str, int)):
        parts.append(json.dumps(value, ensure_ascii=False))
    elif isinstance(value, Decimal):
        parts.append(number(value))
    elif isinstance(value, float):
        parts.append(json.dumps(value, allow_nan=False))
    elif isinstance(value, dict):
        _write_members(value, parts, newline)
    elif isinstance(value, (list, tuple)):
        inner = newline + "  " if newline else ""
        _write_between("[", "]", [(None, one) for one in value], parts, newline, inner)
    else:
        raise TypeError(f"not a JSON value: {value!r}")


def _write_members(value: Json, parts: list[str], newline: str) -> None:
    pairs = list(value.items()) if newline else sorted(value.items())
    inner = newline + "  " if newline else ""
    _write_between("{", "}", pairs, parts, newline, inner)


def _write_between(
    opening: str, closing: str, pairs: list[tuple[Any, Any]], parts: list[str], newline: str, inner: str
) -> None:
    parts.append(opening)
    for rank, (key, value) in enumerate(pairs):
        parts.append("," + inner if rank else inner)
        if key is not None:
            parts.append(json.dumps(str(key), ensure_ascii=False) + (": " if newline else ":"))
        _write(value, parts, inner)
    parts.append(newline + closing if pairs else closing)


# --- there ----------------------------------------------------------------------------------------------------------


def to_json(document: Document) -> Json:
    """The document in the shape of ``filrouge read --format json``, its figures as Decimal, its dates as ISO text."""
    return {
        "language": document.language,
        "framework": document.framework,
        "confidence": document.confidence,
        "facts": _facts(document.facts),
        "sections": [_section(section) for section in document.sections],
        "items": [_item(item) for item in document.items],
        "swot": [{"kind": s.kind, "number": s.number, "text": s.text, **_at(s.place)} for s in document.swot],
        "risk_domains": [_risk_domain(domain) for domain in document.risk_domains],
        "tables": [_table(table) for table in document.tables],
        "indicators": [{"text": i.text, "value": i.value, "unit": i.unit, **_at(i.place)} for i in document.indicators],
        "deadlines": [_deadline(deadline) for deadline in document.deadlines],
        "notes": [
            {"code": n.code, "section": n.section, **_at(n.place), "params": dict(n.params)} for n in document.notes
        ],
        "paragraphs": [
            {"text": p.text, "kind": p.kind, "label": p.label, "section": p.section, **_at(p.place)}
            for p in document.paragraphs
        ],
        "text": document.text,
    }


def _at(place: Place) -> Json:
    return {"start": place.start, "end": place.end}


def _span(place: Place | None) -> list[int] | None:
    return [place.start, place.end] if place else None


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _facts(facts: Facts) -> Json:
    return {
        "title": facts.title,
        "entity": facts.entity,
        "validated_on": _day(facts.validated_on),
        "validated_by": facts.validated_by,
        "validation": _span(facts.validation),
        "period": [day.isoformat() for day in facts.period] if facts.period else None,
        "period_place": _span(facts.period_place),
        "starts_on": _day(facts.starts_on),
        "term_years": facts.term_years,
        "term_place": _span(facts.term_place),
        "legal_basis": list(facts.legal_basis),
    }


def _section(section: Section) -> Json:
    return {
        "id": section.id,
        "number": section.number,
        "title": section.title,
        "level": section.level,
        **_at(section.place),
        "heading": _span(section.heading),
        "parent": section.parent,
        "framework_section": section.framework_section,
        "confidence": section.confidence,
    }


def _item(item: Item) -> Json:
    quantity = item.quantity
    return {
        "id": item.id,
        "kind": item.kind,
        "number": item.number,
        "text": item.text,
        "section": item.section,
        "parent": item.parent,
        "owners": list(item.owners),
        "deadline": _deadline(item.deadline) if item.deadline else None,
        "quantity": {"text": quantity.text, "value": quantity.value, "unit": quantity.unit, **_at(quantity.place)}
        if quantity
        else None,
        **_at(item.place),
        "confidence": item.confidence,
        "doubts": list(item.doubts),
        "running": item.running,
    }


def _deadline(deadline: Deadline) -> Json:
    return {"text": deadline.text, "date": _day(deadline.date), **_at(deadline.place)}


def _risk_domain(domain: RiskDomain) -> Json:
    return {
        "number": domain.number,
        "title": domain.title,
        "weaknesses": list(domain.weaknesses),
        "threats": list(domain.threats),
        "objectives": list(domain.objectives),
        "note": domain.note,
        **_at(domain.place),
        "quoted": [{"kind": q.kind, "number": q.number, "text": q.text, **_at(q.place)} for q in domain.quoted],
    }


_ACTION_FIELDS = ("target", "audience", "date", "message", "channel", "material")


def _table(table: Table) -> Json:
    return {
        "id": table.id,
        "kind": table.kind,
        "title": table.title,
        "unit": table.unit,
        **_at(table.place),
        "section": table.section,
        "columns": list(table.columns),
        "cells": [_cell(cell) for cell in table.cells],
        "rows": [
            {"label": r.label, "total": r.total, **_at(r.place), "cells": [_cell(c) for c in r.cells]}
            for r in table.rows
        ],
        "actions": [{**{name: getattr(a, name) for name in _ACTION_FIELDS}, **_at(a.place)} for a in table.actions],
        "lines": [list(line) for line in table.lines],
    }


def _cell(cell: Cell) -> Json:
    return {"row": cell.row, "year": cell.year, "column": cell.column, "value": cell.value, **_at(cell.place)}


# --- and back -------------------------------------------------------------------------------------------------------


def from_json(value: Json) -> Document:
    """The document that :func:`to_json` described; read JSON text with ``parse_float=Decimal`` to keep figures exact.

    Raises KeyError for an absent key and ValueError for a value that no document can hold.
    """
    return Document(
        text=value["text"],
        language=value["language"],
        framework=value["framework"],
        confidence=float(value["confidence"]),
        facts=_read_facts(value["facts"]),
        sections=tuple(_read_section(one) for one in value["sections"]),
        paragraphs=tuple(
            Paragraph(p["text"], _place(p), p["kind"], p["label"], p["section"]) for p in value["paragraphs"]
        ),
        items=tuple(_read_item(one) for one in value["items"]),
        swot=tuple(SwotItem(s["kind"], s["number"], s["text"], _place(s)) for s in value["swot"]),
        risk_domains=tuple(_read_risk_domain(one) for one in value["risk_domains"]),
        tables=tuple(_read_table(one) for one in value["tables"]),
        indicators=tuple(
            Indicator(i["text"], _place(i), None if i["value"] is None else Decimal(i["value"]), i["unit"])
            for i in value["indicators"]
        ),
        deadlines=tuple(_read_deadline(one) for one in value["deadlines"]),
        notes=tuple(
            Note(n["code"], n["section"], _place(n), tuple(sorted(n["params"].items()))) for n in value["notes"]
        ),
    )


def _place(value: Json) -> Place:
    return Place(value["start"], value["end"])


def _read_span(value: list[int] | None) -> Place | None:
    return Place(*value) if value else None


def _read_day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None


def _read_facts(value: Json) -> Facts:
    period = value["period"]
    return Facts(
        title=value["title"],
        entity=value["entity"],
        validated_on=_read_day(value["validated_on"]),
        validated_by=value["validated_by"],
        validation=_read_span(value["validation"]),
        period=(dt.date.fromisoformat(period[0]), dt.date.fromisoformat(period[1])) if period else None,
        period_place=_read_span(value["period_place"]),
        starts_on=_read_day(value["starts_on"]),
        term_years=value["term_years"],
        term_place=_read_span(value["term_place"]),
        legal_basis=tuple(value["legal_basis"]),
    )


def _read_section(value: Json) -> Section:
    return Section(
        value["id"],
        value["number"],
        value["title"],
        value["level"],
        _place(value),
        Place(*value["heading"]),
        value["parent"],
        value["framework_section"],
        float(value["confidence"]),
    )


def _read_item(value: Json) -> Item:
    quantity = value["quantity"]
    return Item(
        value["id"],
        value["kind"],
        value["number"],
        value["text"],
        value["section"],
        value["parent"],
        _place(value),
        tuple(value["owners"]),
        _read_deadline(value["deadline"]) if value["deadline"] else None,
        Quantity(quantity["text"], Decimal(quantity["value"]), quantity["unit"], _place(quantity))
        if quantity
        else None,
        float(value["confidence"]),
        tuple(value["doubts"]),
    )


def _read_deadline(value: Json) -> Deadline:
    return Deadline(value["text"], _read_day(value["date"]), _place(value))


def _read_risk_domain(value: Json) -> RiskDomain:
    return RiskDomain(
        value["number"],
        value["title"],
        tuple(value["weaknesses"]),
        tuple(value["threats"]),
        tuple(value["objectives"]),
        value["note"],
        _place(value),
        tuple(Quoted(q["kind"], q["number"], q["text"], _place(q)) for q in value["quoted"]),
    )


def _read_table(value: Json) -> Table:
    return Table(
        value["id"],
        value["kind"],
        value["title"],
        value["unit"],
        _place(value),
        value["section"],
        tuple(value["columns"]),
        tuple(Row(r["label"], tuple(_read_cell(c) for c in r["cells"]), _place(r), r["total"]) for r in value["rows"]),
        tuple(_read_action(one) for one in value["actions"]),
        tuple(tuple(line) for line in value["lines"]),
    )


def _read_action(value: Json) -> CommunicationAction:
    return CommunicationAction(
        target=value["target"],
        audience=value["audience"],
        date=value["date"],
        message=value["message"],
        channel=value["channel"],
        material=value["material"],
        place=_place(value),
    )


def _read_cell(value: Json) -> Cell:
    return Cell(value["row"], value["year"], value["column"], Decimal(value["value"]), _place(value))
