"""A workbook of a plan that comes back: what was changed cell by cell, rows that were added, rows that are gone.

Rows may stand in any order, as people sort them; which section or objective a part belongs to is changed in Word or in
the browser, not here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from filrouge.domain.model.plan_json import PlanFormatError, verify
from filrouge.domain.planning.rich import Run
from filrouge.formats.readers.limits import Limits, Unreadable
from filrouge.formats.readers.plan.coming import Doubt, NotOurs, Payload, Returned, Stray, squeezed
from filrouge.formats.readers.plan.gathering import BODIES, Gathered, Said, base_flats, words_of
from filrouge.formats.readers.plan.ordering import LISTS, arranged
from filrouge.formats.readers.plan.settling import Settler
from filrouge.formats.readers.plan.word import DEFAULTS, carried_payload, escaped
from filrouge.formats.readers.sandbox import take_apart
from filrouge.formats.writers.plan.flat import Flat

_KINDS = {"objectives": "objective", "actions": "action", "sections": "section"}


def read_workbook(data: bytes, limits: Limits = DEFAULTS, document_id: str | None = None) -> Returned:
    """What came back in a workbook that left by :func:`filrouge.formats.writers.plan.xlsx.xlsx`, with the errors of
    :func:`filrouge.formats.readers.plan.word.read_back`."""
    if len(data) > limits.file_bytes:
        raise Unreadable("too-large", {"limit": str(limits.file_bytes // (1024 * 1024))})
    found = take_apart("plan-workbook", data, limits)
    if found["state"] != "ours":
        raise NotOurs(found["state"], {"id": found["facts"].get("plan", "")})
    payload = carried_payload(found)
    if document_id is not None and payload.plan.id != document_id:
        raise NotOurs("other-document", {"id": payload.plan.id})
    rows = _Rows(payload)
    for sheet in found["payload"]["sheets"]:
        rows.take(sheet, _named(sheet, found["sheets"]))
    rows.finish()
    gone = {id for list, id, _ in payload.parts if list in LISTS and id in rows.gone}
    # A workbook keeps figures without groups and with a point, whatever the language it is read in.
    settler = Settler(replace(payload, language="en"), rows.gathered, gone)
    left = [spot for spot in payload.parts if spot[0] in LISTS]
    plan, orphans = arranged(settler.plan(), left, [spot for spot in left if spot[1] not in gone])
    try:
        verify(plan)
    except PlanFormatError as error:
        raise NotOurs("altered", {"id": payload.plan.id, "why": str(error)}) from None
    lists = {id: list for list, id, _ in payload.parts}
    doubts = (*settler.doubts, *(Doubt("parent-removed", lists[id], id, "parent", "") for id in orphans))
    return Returned(
        plan,
        payload.plan,
        payload.plan.id,
        payload.plan.version,
        payload.facts["digest"],
        payload.language,
        payload.facts.get("departure", ""),
        payload.facts.get("part", ""),
        doubts,
        tuple(rows.strays),
    )


def _named(sheet: Mapping[str, Any], sheets: Mapping[str, list[list[str]]]) -> list[list[str]] | None:
    """The rows of a sheet by its name, else by its heads; None when it is gone."""
    if sheet["name"] in sheets:
        return sheets[sheet["name"]]
    heads = [squeezed(head) for head in sheet["heads"]]
    return next((rows for rows in sheets.values() if rows and [squeezed(one) for one in rows[0]] == heads), None)


class _Rows:
    """Takes the rows of one sheet after another."""

    def __init__(self, payload: Payload) -> None:
        self._payload = payload
        self.gathered = Gathered()
        self.strays: list[Stray] = []
        self.gone: set[str] = set()

    def take(self, sheet: Mapping[str, Any], rows: list[list[str]] | None) -> None:
        """One sheet as it left, and its rows as they came; a sheet that is gone changes nothing."""
        if sheet["grid"]:
            if rows is not None:
                headed = any(sheet["heads"])
                self.gathered.grids[sheet["grid"]] = rows if headed else rows[1:]
            return
        by_head = {squeezed(head): at for at, head in enumerate(rows[0])} if rows else {}
        places = [by_head.get(squeezed(head)) for head in sheet["heads"]]
        left = {str(id): keys for id, keys in sheet["rows"] if id}
        if sheet["rows"] and not left:
            self._unnamed(sheet, rows or [])
            return
        came: dict[str, list[str]] = {}
        for row in (rows or [])[1:]:
            id = _cell(row, places[0])
            if id in left and id not in came:
                came[id] = row
            elif id != "" or any(text for text in row):
                self._added(sheet, row, places)
        self._known(left, came, places, present=rows is not None and bool(places) and places[0] is not None)

    def _known(
        self,
        left: Mapping[str, list[str]],
        came: Mapping[str, list[str]],
        places: Sequence[int | None],
        *,
        present: bool,
    ) -> None:
        for id, keys in left.items():
            if id in came:
                for key, at in zip(keys, places, strict=False):
                    if key and at is not None:
                        self._said(key, _cell(came[id], at))
            elif present and id in self._payload.plan.parts:
                self.gone.add(id)

    def _unnamed(self, sheet: Mapping[str, Any], rows: list[list[str]]) -> None:
        """The sheet of the document itself: its rows stand in their order, known by what they are called."""
        for (_, keys), row in zip(sheet["rows"], rows[1:], strict=False):
            for at, key in enumerate(keys):
                if key:
                    self._said(key, _cell(row, at))

    def _said(self, key: str, text: str) -> None:
        if self._payload.keys[key][2] in BODIES:
            if squeezed(text) != squeezed(self._payload.printed.get(key, "")):
                self.gathered.bodies[key] = self._flats(key, text)
        else:
            self.gathered.said[key] = Said(text, (0, 0))

    def _flats(self, key: str, text: str) -> list[Flat]:
        """A line for each paragraph: those of before where their words are the same, plain ones where not."""
        waiting = [(words_of(flat), flat) for flat in base_flats(key, self._payload)]
        flats = []
        for line in text.split("\n"):
            hit = next((one for one in waiting if one[0] == squeezed(line)), None)
            if hit:
                waiting.remove(hit)
            flats.append(hit[1] if hit else Flat("p", (Run(line),)))
        return flats

    def finish(self) -> None:
        """What did not come back is as it left."""
        for key, (_, _, name, _) in self._payload.keys.items():
            if name in BODIES and key not in self.gathered.bodies:
                self.gathered.bodies[key] = list(base_flats(key, self._payload))
            elif key in self._payload.grids:
                head, rows = self._payload.grids[key]
                left = [list(one) for one in ((head, *rows) if head else rows)]
                self.gathered.grids.setdefault(key, left)
            elif name not in BODIES and key not in self.gathered.said:
                self.gathered.said[key] = Said(self._payload.printed.get(key, ""), (0, 0))

    def _added(self, sheet: Mapping[str, Any], row: list[str], places: Sequence[int | None]) -> None:
        """A row that has no id of ours: an addition, told by the names of its fields."""
        keys: list[str] = next((keys for _, keys in sheet["rows"]), [])
        targets = [self._payload.keys.get(key) for key in keys]
        fields: dict[str, str] = {}
        kind = "text"
        for target, at in zip(targets, places, strict=False):
            text = _cell(row, at)
            if target is not None and text:
                kind = _KINDS.get(target[0], "text")
                fields.setdefault(target[2], text)
        text = fields.pop("text", "") or fields.pop("title", "")
        text = text or "; ".join(one for one in row if one)
        self.strays.append(Stray(kind, text, f"<p>{escaped(text)}</p>", fields=tuple(fields.items())))


def _cell(row: Sequence[str], at: int | None) -> str:
    return row[at] if at is not None and at < len(row) else ""
