"""What changed between two versions, as JSON."""

from __future__ import annotations

import datetime as dt
from typing import Any

from filrouge.domain.comparison import Comparison, Piece, SectionChange, TableChange, WordingChange
from filrouge.domain.comparison.changes import Line
from filrouge.domain.model import Section
from filrouge.domain.model.canonical import digest


def comparison(found: Comparison) -> dict[str, Any]:
    """``before`` and ``after`` of each change are null where there is none; ``words`` are pieces of both texts."""
    return {
        "same": found.same,
        "sha256": {"before": digest(found.before), "after": digest(found.after)},
        "facts": [{"name": c.name, "before": _plain(c.before), "after": _plain(c.after)} for c in found.facts],
        "sections": [_section(change) for change in found.sections],
        "items": [_wording(change) for change in found.statements],
        "analysis": [_wording(change) for change in found.analysis],
        "tables": [_table(change) for change in found.tables],
        "paragraphs": [_wording(change) for change in found.paragraphs],
    }


def _section(change: SectionChange) -> dict[str, Any]:
    def one(section: Section | None) -> dict[str, Any] | None:
        return {"id": section.id, "number": section.number, "title": section.title} if section else None

    return {
        "state": change.state,
        "before": one(change.before),
        "after": one(change.after),
        "words": _pieces(change.title),
    }


def _wording(change: WordingChange) -> dict[str, Any]:
    return {
        "state": change.state,
        "kind": change.line.kind,
        "before": _line(change.before),
        "after": _line(change.after),
        "words": _pieces(change.words),
        "fields": [{"name": c.name, "before": _plain(c.before), "after": _plain(c.after)} for c in change.fields],
    }


def _line(line: Line | None) -> dict[str, Any] | None:
    if line is None:
        return None
    return {"id": line.id, "number": line.number, "text": line.text, "start": line.place.start, "end": line.place.end}


def _table(change: TableChange) -> dict[str, Any]:
    return {
        "state": change.state,
        "kind": change.table.kind,
        "title": change.table.title,
        "cells": [
            {"row": c.row, "year": c.year, "column": c.column, "before": c.before, "after": c.after}
            for c in change.cells
        ],
    }


def _pieces(pieces: tuple[Piece, ...]) -> list[dict[str, str]]:
    return [{"state": piece.state, "text": piece.text} for piece in pieces]


def _plain(value: object) -> object:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value
