"""What a Word file carries of the plan that left in it, so that what comes back can be told from what went out."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from filrouge.domain.model.canonical import dumps
from filrouge.domain.model.plan import Plan
from filrouge.domain.model.plan_json import digest, to_json
from filrouge.formats.writers.plan.book import Book
from filrouge.formats.writers.plan.departing import Departure
from filrouge.formats.writers.plan.layout import Body, Field, Grid, Label, Layout, Line

NAMESPACE = "urn:filrouge:plan:1"
PROPERTIES = ("plan", "version", "digest", "language", "departure", "part")
FORMAT = 1
LARGEST = 64 * 1024 * 1024  # of the JSON unpacked


def facts(plan: Plan, language: str, departure: Departure) -> dict[str, str]:
    """What the file says of itself outside its text, by the names of PROPERTIES."""
    values = (plan.id, str(plan.version), digest(plan), language, departure.id, departure.part)
    return dict(zip(PROPERTIES, values, strict=True))


def packed(plan: Plan, layout: Layout, language: str, title_key: str, furniture: Sequence[str]) -> str:
    """The plan and what was printed of it, compressed, as text; ``furniture`` are the template's own words."""
    fields = list(layout.fields())
    grids = [piece for piece in layout.pieces if isinstance(piece, Grid)]
    lines = [piece for piece in layout.pieces if isinstance(piece, Line)]
    content = {
        "format": FORMAT,
        "plan": to_json(plan),
        "language": language,
        "keys": [[key, one.list, one.id, one.field, one.arg] for key, one in layout.targets.items()],
        "printed": {one.key: one.text for one in fields if not one.missing} | _title(plan, layout, title_key),
        "missing": {one.key: one.text for one in fields if one.missing},
        "bodies_missing": {one.key: one.missing for one in layout.pieces if isinstance(one, Body) and one.missing},
        "choices": {one.key: [list(pair) for pair in one.choices] for one in fields if one.choices},
        "grids": {one.key: {"head": one.head, "rows": one.rows} for one in grids},
        "lines": [
            *([["title", [[text, key]]] for key, text in _title(plan, layout, title_key).items()]),
            *([line.style, [_inline(one) for one in line.inlines]] for line in lines),
        ],
        "parts": layout.parts,
        "furniture": furniture,
    }
    return base64.b64encode(zlib.compress(dumps(content).encode("utf-8", "surrogatepass"), 9)).decode("ascii")


def book_packed(plan: Plan, book: Book, language: str) -> str:
    """The same for a workbook: each cell that is a field, sheet by sheet, by its row's id and its column's head."""
    cells = [box for sheet in book.sheets for row in sheet.rows for box in row if box.key]
    grids = {sheet.grid: sheet for sheet in book.sheets if sheet.grid}
    content = {
        "format": FORMAT,
        "plan": to_json(plan),
        "language": language,
        "keys": [[key, one.list, one.id, one.field, one.arg] for key, one in book.layout.targets.items()],
        "printed": {box.key: box.text for box in cells},
        "missing": {},
        "bodies_missing": {},
        "choices": {box.key: [list(pair) for pair in box.choices] for box in cells if box.choices},
        "grids": {
            key: {
                "head": [one.head for one in sheet.columns] if any(one.head for one in sheet.columns) else [],
                "rows": [[box.text for box in row] for row in sheet.rows],
            }
            for key, sheet in grids.items()
        },
        "lines": [],
        "parts": book.layout.parts,
        "furniture": [],
        "sheets": [
            {
                "name": sheet.name,
                "grid": sheet.grid,
                "heads": [one.head for one in sheet.columns],
                "rows": [[row[0].text, [box.key for box in row]] for row in sheet.rows] if not sheet.grid else [],
            }
            for sheet in book.sheets
        ],
    }
    return base64.b64encode(zlib.compress(dumps(content).encode("utf-8", "surrogatepass"), 9)).decode("ascii")


def _title(plan: Plan, layout: Layout, key: str) -> dict[str, str]:
    return {key: plan.title[layout.targets[key].arg]} if key in layout.targets else {}


def _inline(one: Label | Field) -> list[str | None]:
    return [one.text, one.key if isinstance(one, Field) else None]


def unpacked(text: str) -> Mapping[str, Any]:
    """What :func:`packed` packed. Raises ValueError for anything else, also for what is too large."""
    try:
        machine = zlib.decompressobj()
        data = machine.decompress(base64.b64decode(text, validate=True), LARGEST)
        if machine.unconsumed_tail:
            raise ValueError("too large")
        found = json.loads(data.decode("utf-8", "surrogatepass"), parse_float=Decimal)
    except (zlib.error, RecursionError) as error:
        raise ValueError(str(error)) from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise ValueError("not ours")
    return found
