"""A Word file of a plan that comes back: what was changed in it, field by field, and what was added outside any."""

from __future__ import annotations

from collections.abc import Sequence

from filrouge.domain.model.plan_json import PlanFormatError, digest, from_json, verify
from filrouge.domain.planning.rich import Rich
from filrouge.domain.planning.richtext import render
from filrouge.formats.readers.limits import Limits, Unreadable
from filrouge.formats.readers.plan.coming import Doubt, NotOurs, Payload, Returned, Stray, payload_of, squeezed
from filrouge.formats.readers.plan.gathering import Gathered, Loose, gather
from filrouge.formats.readers.plan.ordering import LISTS, Spot, arranged
from filrouge.formats.readers.plan.settling import Settler
from filrouge.formats.readers.sandbox import take_apart
from filrouge.formats.writers.plan.flat import tidied, unflatten

DEFAULTS = Limits()
_KINDS = {"objectives": "objective", "actions": "action", "sections": "section"}
_STYLES = {
    "filrouge kind": "objective",
    "filrouge statement": "objective",
    "filrouge action kind": "action",
    "filrouge action": "action",
}


def read_back(data: bytes, limits: Limits = DEFAULTS, document_id: str | None = None) -> Returned:
    """What came back in a .docx that left by :func:`filrouge.formats.writers.plan.word.word`.

    ``document_id`` is the id of the document that it is expected to be, if any. Raises NotOurs for a file that did not
    leave from here or cannot be known again, Unreadable for one that cannot be read at all.
    """
    if len(data) > limits.file_bytes:
        raise Unreadable("too-large", {"limit": str(limits.file_bytes // (1024 * 1024))})
    found = take_apart("plan-word", data, limits)
    if found["state"] != "ours":
        raise NotOurs(found["state"], {"id": found["facts"].get("plan", "")})
    payload = carried_payload(found)
    if document_id is not None and payload.plan.id != document_id:
        raise NotOurs("other-document", {"id": payload.plan.id})
    gathered = gather(found["nodes"], payload)
    came = _spots(payload, gathered)
    here = {id for _, id, _ in came}
    gone = {id for list, id, _ in payload.parts if list in LISTS and id not in here}
    settler = Settler(payload, gathered, gone)
    left = [spot for spot in payload.parts if spot[0] in LISTS]
    plan, orphans = arranged(settler.plan(), left, came)
    try:
        verify(plan)
    except PlanFormatError as error:
        raise NotOurs("altered", {"id": payload.plan.id, "why": str(error)}) from None
    lists = {id: list for list, id, _ in payload.parts}
    doubts = [*settler.doubts, *(Doubt("parent-removed", lists[id], id, "parent", "") for id in orphans)]
    strays = [*_strays(payload, gathered, came), *_remarks(found, payload)]
    return Returned(
        plan,
        payload.plan,
        payload.plan.id,
        payload.plan.version,
        payload.facts["digest"],
        payload.language,
        payload.facts.get("departure", ""),
        payload.facts.get("part", ""),
        tuple(doubts),
        tuple(strays),
        bool(found["tracked"]),
    )


def carried_payload(found: dict[str, object]) -> Payload:
    """What a file carries of the plan that left in it. Raises NotOurs (``altered``) when it does not agree with
    itself."""
    facts, content = found["facts"], found["payload"]
    assert isinstance(facts, dict)
    assert isinstance(content, dict)
    try:
        plan = from_json(content["plan"])
        payload = payload_of(content, plan, facts)
    except (PlanFormatError, KeyError, TypeError, ValueError):
        raise NotOurs("altered", {"id": facts.get("plan", "")}) from None
    if digest(plan) != facts.get("digest") or plan.id != facts.get("plan"):
        raise NotOurs("altered", {"id": facts.get("plan", "")})
    known = set(plan.parts)
    if any(id and id not in known for _, id, _, _ in payload.keys.values()) or any(
        id not in known for _, id, _ in payload.parts
    ):
        raise NotOurs("altered", {"id": plan.id})
    return payload


def _spots(payload: Payload, gathered: Gathered) -> list[Spot]:
    """The parts that are still there, in the order of the file, each with its depth: that of its heading, else that
    with which it left. A part whose every word is gone is gone."""
    keys: dict[str, list[str]] = {}
    for key, (_, id, _, _) in payload.keys.items():
        keys.setdefault(id, []).append(key)
    found: list[tuple[tuple[int, int], Spot]] = []
    for list, id, depth in payload.parts:
        if list not in LISTS:
            continue
        own = keys.get(id, [])
        said = [gathered.said[key] for key in own if key in gathered.said]
        speaking = [one for one in said if squeezed(one.text)] or [one for one in said if _silent(own, payload)]
        at = [one.at for one in speaking]
        at = at or [(gathered.places[key], 0) for key in own if gathered.bodies.get(key) or gathered.grids.get(key)]
        if not own:
            at = [found[-1][0] if found else (0, 0)]  # nothing of it was printed, so nothing of it can be gone
        if not at:
            continue
        level = next((one.level for one in speaking if one.level), None) if list == "sections" else None
        found.append((min(at), (list, id, level or depth)))
    return [spot for _, spot in sorted(found, key=lambda one: one[0])]


def _silent(keys: Sequence[str], payload: Payload) -> bool:
    """Whether a part had no words when it left, so that it is there although it says nothing."""
    return not any(squeezed(payload.printed.get(key, "")) for key in keys)


# --- what stands outside


def _strays(payload: Payload, gathered: Gathered, came: Sequence[Spot]) -> list[Stray]:
    starts = _starts(payload, gathered, came)
    found = [(loose.at, _stray(loose, starts)) for loose in gathered.loose]
    found += _copies(payload, gathered, starts)
    return [stray for _, stray in sorted(found, key=lambda one: one[0])]


def _starts(payload: Payload, gathered: Gathered, came: Sequence[Spot]) -> list[tuple[int, Spot]]:
    """Where each part begins: the number of its first node."""
    first: dict[str, int] = {}
    for key, (_, id, _, _) in payload.keys.items():
        if id and key in gathered.places:
            first[id] = min(first.get(id, gathered.places[key]), gathered.places[key])
    return sorted(((first[spot[1]], spot) for spot in came if spot[1] in first), key=lambda one: one[0])


def _around(at: int, starts: Sequence[tuple[int, Spot]]) -> tuple[str | None, str | None, Spot | None, Spot | None]:
    """The section and the objective that a node stands in, the part before it and the part after it."""
    section = objective = None
    before = after = None
    for node, spot in starts:
        if node > at:
            after = spot
            break
        before = spot
        if spot[0] == "sections":
            section, objective = spot[1], None
        elif spot[0] == "objectives":
            objective = spot[1]
    return section, objective, before, after


def _stray(loose: Loose, starts: Sequence[tuple[int, Spot]]) -> Stray:
    section, objective, before, after = _around(loose.at, starts)
    html = render(Rich(unflatten(tidied([loose.flat]))))
    return Stray(_kind(loose, before, after), loose.text, html, section, objective, before[1] if before else None)


def _kind(loose: Loose, before: Spot | None, after: Spot | None) -> str:
    """What words outside any field are proposed as: by their style, else by what they stand among."""
    if loose.level and loose.whole:
        return "section"
    if loose.style in _STYLES and loose.whole:
        return _STYLES[loose.style]
    statements = ("objectives", "actions")
    if before is None or before[0] not in statements or not loose.whole or loose.flat.kind == "table":
        return "text"
    among = after is not None and after[0] in statements
    return _KINDS[before[0]] if among or loose.flat.kind == "li" else "text"


def _copies(payload: Payload, gathered: Gathered, starts: Sequence[tuple[int, Spot]]) -> list[tuple[int, Stray]]:
    """Parts that were copied, as additions: their statement, and what else the copy says."""
    groups: list[tuple[int, str, str, dict[str, str]]] = []
    for key, said in gathered.copies:
        list, id, name, _ = payload.keys[key]
        if not groups or groups[-1][2] != id or name in groups[-1][3]:
            groups.append((said.at[0], list, id, {}))
        groups[-1][3][name] = said.text.strip()
    found = []
    for at, list, id, fields in groups:
        section, objective, before, _ = _around(at, starts)
        text = fields.pop("text", None) or fields.pop("title", "") or "; ".join(fields.values())
        kind = _KINDS.get(list, "text")
        parent = getattr(payload.plan.parts.get(id), "parent", None) if list == "objectives" else objective
        after = before[1] if before else None
        html = render(Rich(())) if not text else f"<p>{escaped(text)}</p>"
        found.append((at, Stray(kind, text, html, section, parent, after, tuple(fields.items()))))
    return found


def _remarks(found: dict[str, object], payload: Payload) -> list[Stray]:
    """Comments in the margin, each with the part that it is about, and footnotes."""
    comments, notes = found["comments"], found["notes"]
    assert isinstance(comments, list)
    assert isinstance(notes, list)
    strays = []
    for key, _, words in comments:
        target = payload.keys.get(key or "")
        strays.append(Stray("comment", words, f"<p>{escaped(words)}</p>", after=target[1] if target else None))
    return [*strays, *(Stray("note", words, f"<p>{escaped(words)}</p>") for words in notes)]


def escaped(text: str) -> str:
    """Words as HTML."""
    from html import escape

    return escape(text, quote=False).replace("\n", "<br>")
