"""What runs in the child process: the workbook of a plan as rows of text, and what it carries. Nothing is judged."""

from __future__ import annotations

import io
import json
import warnings
from typing import Any

from filrouge.formats.readers.archives import Archive
from filrouge.formats.readers.limits import Limits, Unreadable
from filrouge.formats.writers.plan.book import text_of
from filrouge.formats.writers.plan.carry import unpacked

CARRIER = "filrouge"
_MOST_CELLS = 3_000_000
Json = dict[str, Any]


def read(data: bytes, limits: Limits) -> Json:
    """The rows of every sheet by its name, each cell as text; ``state`` as for a Word file.

    A formula counts as the value that it last had. Raises Unreadable for what is no workbook or cannot be parsed.
    """
    archive = Archive(data, limits)
    if "xl/workbook.xml" not in archive.names:
        return {"state": "not-ours", "facts": {}}
    for name in archive.names:
        if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(name):
            raise Unreadable("external-entity")
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    sheets: dict[str, list[list[str]]] = {}
    count = 0
    for page in book.worksheets:
        rows = []
        for row in page.iter_rows(values_only=True):
            texts = [text_of(value) for value in row]
            count += len(texts)
            if count > _MOST_CELLS:
                raise Unreadable("too-long")
            while texts and not texts[-1]:
                texts.pop()
            rows.append(texts)
        sheets[page.title] = rows
    return _with_carrier(sheets)


def _with_carrier(sheets: dict[str, list[list[str]]]) -> Json:
    rows = [row[0] if row else "" for row in sheets.pop(CARRIER, [])]
    try:
        facts = json.loads(rows[0])
        payload = unpacked("".join(rows[1:]))
        return {
            "state": "ours",
            "facts": {str(k): str(v) for k, v in facts.items()},
            "payload": payload,
            "sheets": sheets,
        }
    except (IndexError, ValueError, AttributeError):
        return {"state": "not-ours", "facts": {}}
