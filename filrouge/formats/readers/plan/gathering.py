"""From the nodes of a Word file to what stands in each field, and what stands in none.

A field is known by its control, else by its bookmark; where both were dropped, by its words.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from filrouge.domain.planning.rich import Rich, Run, plain_runs
from filrouge.domain.planning.richtext import parse
from filrouge.domain.report.voice import clean
from filrouge.formats.readers.plan.coming import Payload, squeezed
from filrouge.formats.writers.plan.flat import Flat, FlatCell, flatten, tidied

Json = dict[str, Any]
BODIES = frozenset({"body", "body_after", "details"})
GRIDS = frozenset({"rows", "lines", "acts"})
_ALIKE = 75  # of 100, from which other words are still those of a line that left
_NEAR = 6  # paragraphs between two of one body, up to which what stands there was typed into it
_FEW_WORDS = 3  # added to a line of ours, up to which they are told alone and not with the line
_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")
_MOST_COMPARED = 100_000
_OVERLAP = 0.4  # of the cells of a table, from which another table is still the one that left


@dataclass(frozen=True, slots=True)
class Said:
    """What a field says, where it stands (node, rank in it), and the heading's level if it stands in one."""

    text: str
    at: tuple[int, int]
    level: int | None = None
    hint: bool = False


@dataclass(frozen=True, slots=True)
class Loose:
    """Words outside any field. ``whole`` that nothing else stands in their paragraph."""

    at: int
    style: str
    level: int | None
    text: str
    flat: Flat
    whole: bool = True


@dataclass(slots=True)
class Gathered:
    """What stands in each field by its key; ``copies`` are fields that stand there a second time."""

    said: dict[str, Said] = field(default_factory=dict)
    bodies: dict[str, list[Flat]] = field(default_factory=dict)
    grids: dict[str, list[list[str]]] = field(default_factory=dict)
    copies: list[tuple[str, Said]] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)


def gather(nodes: Sequence[Json], payload: Payload) -> Gathered:
    """All that the nodes say."""
    found = _Gatherer(payload)
    found.take(_adopted(list(nodes), payload))
    found.choose()
    found.recover()
    return found.gathered


def _adopted(nodes: list[Json], payload: Payload) -> list[Json]:
    """Nodes without a key between two of one body belong to it: what was typed there, and a table that lost its key."""
    after: str | None = None
    following: list[str | None] = [None] * len(nodes)
    for rank in range(len(nodes) - 1, -1, -1):
        following[rank] = after
        if (key := _anchor(nodes[rank])) is not None:
            after = key
    before: str | None = None
    for rank, node in enumerate(nodes):
        key = _anchor(node)
        if key is None and before is not None and before == following[rank] and _field(before, payload) in BODIES:
            node["block"] = before
        before = key if key is not None else before
    return nodes


def _anchor(node: Json) -> str | None:
    """By which field a node is known: the block around it, else the first one in it."""
    if node["block"]:
        return str(node["block"])
    for one in node.get("segs", ()):
        if one[0]:
            return str(one[0])
    return None


def _field(key: str, payload: Payload) -> str:
    return payload.keys[key][2] if key in payload.keys else ""


class _Gatherer:
    def __init__(self, payload: Payload) -> None:
        self._payload = payload
        self.gathered = Gathered()
        self._found: dict[str, list[Said]] = {}
        self._lefts: dict[int, int] = {}
        self._literals: dict[str, Counter[str]] = {}
        self._labels = set(payload.furniture)
        for _, inlines in payload.lines:
            literal = Counter(_WORD.findall(" ".join(clean(text) for text, key in inlines if key is None)))
            keys = [key for _, key in inlines if key is not None]
            self._literals.update(dict.fromkeys(keys, literal))
            if not keys:
                self._labels.add(squeezed("".join(text for text, _ in inlines)))

    # --- taking

    def take(self, nodes: Sequence[Json]) -> None:
        for node in nodes:
            key = node["block"]
            name = _field(key, self._payload) if key else ""
            if node["k"] == "t":
                self._table(node, key, name)
            elif name in BODIES:
                self.gathered.places.setdefault(key, node["n"])
                hint = bool(node["segs"]) and all(one[4] for one in node["segs"])
                flats = self.gathered.bodies.setdefault(key, [])
                if not hint:
                    flats.append(self._flat(node))
            else:
                self._paragraph(node)

    def _table(self, node: Json, key: str | None, name: str) -> None:
        if key and name in GRIDS:
            self.gathered.places.setdefault(key, node["n"])
            self.gathered.grids.setdefault(key, _texts(node))
        elif key and name in BODIES:
            self.gathered.places.setdefault(key, node["n"])
            self.gathered.bodies.setdefault(key, []).append(self._flat(node))
        elif any(one[0] for inner in _paragraphs(node) for one in inner["segs"]):
            for inner in _paragraphs(node):
                self._paragraph(inner)
        else:
            self._loose_table(node)

    def _loose_table(self, node: Json) -> None:
        texts = [squeezed(_text_of(inner["segs"])) for inner in _paragraphs(node)]
        if all(not text or text in self._labels for text in texts):
            return
        key = self._like(_texts(node))
        if key is not None and _field(key, self._payload) in GRIDS:
            self.gathered.places[key] = node["n"]
            self.gathered.grids[key] = _texts(node)
            return
        words = "\n".join("\t".join(row) for row in _texts(node))
        self.gathered.loose.append(Loose(node["n"], "", None, words, self._flat(node)))

    def _like(self, texts: list[list[str]]) -> str | None:
        """The table of ours that lost its key and that another has most cells in common with."""
        cells = Counter(squeezed(text) for row in texts for text in row if text.strip())
        best, most = None, _OVERLAP
        for key, (head, rows) in self._payload.grids.items():
            left = Counter(squeezed(text) for row in (head, *rows) for text in row if text.strip())
            shared = 2 * (cells & left).total() / max(1, cells.total() + left.total())
            if key not in self.gathered.grids and shared > most:
                best, most = key, shared
        return best

    def _paragraph(self, node: Json) -> None:
        outside: list[str] = []
        here: list[str] = []
        for rank, (key, text, _, _, hint) in enumerate(node["segs"]):
            if not key:
                outside.append(text)
                continue
            if not here or here[-1] != key:
                here.append(key)
                self._found.setdefault(key, []).append(Said("", (node["n"], rank), node["level"]))
            last = self._found[key][-1]
            words = last.text + ("" if hint else text)
            self._found[key][-1] = Said(words, last.at, last.level, last.hint or bool(hint))
        self._outside(node, here, outside)

    def _outside(self, node: Json, here: list[str], outside: list[str]) -> None:
        """Note the words of a paragraph that the program did not print."""
        text = squeezed("".join(outside))
        if not here:
            if text and text not in self._labels:
                self.gathered.loose.append(Loose(node["n"], node["style"], node["level"], text, self._flat(node)))
            return
        expected = Counter(self._literals.get(here[0], Counter()))
        extra = []
        for word in _WORD.findall(" ".join(outside)):
            expected[word] -= 1
            if expected[word] < 0:
                extra.append(word)
        if extra:
            words = text if len(extra) > _FEW_WORDS else " ".join(extra)
            flat = Flat("p", (Run(words),))
            self.gathered.loose.append(Loose(node["n"], node["style"], None, words, flat, whole=False))

    def _flat(self, node: Json) -> Flat:
        if node["k"] == "t":
            return Flat("table", rows=_cells(node, self._flat))
        runs = tuple(
            Run(text, frozenset(marks.split()), href) for _, text, marks, href, hint in node["segs"] if not hint
        )
        style: str = node["style"]
        if style.startswith("filrouge subheading ") and style[-1:].isdigit():
            return Flat("h", runs, int(style[-1]))
        if node["level"]:
            return Flat("h", runs, min(6, node["level"]))
        if node["list"]:
            level, ordered, form, start = node["list"]
            self._lefts[level] = node["left"]
            return Flat("li", runs, level, ordered, form if ordered else "1", start if ordered else 1)
        if style.startswith("list continue"):
            level = min(self._lefts, key=lambda one: (abs(self._lefts[one] - node["left"]), one), default=0)
            return Flat("more", runs, level)
        return Flat("quote" if style in ("quote", "quotations", "intense quote") else "p", runs)

    # --- choosing

    def choose(self) -> None:
        """Of a field that stands there twice, the one that says what left is the field; the others are copies."""
        for key, several in self._found.items():
            left = squeezed(self._payload.printed.get(key, ""))
            best = next((one for one in several if squeezed(one.text) == left), several[0])
            self.gathered.said[key] = best
            self.gathered.places[key] = best.at[0]
            self.gathered.copies += [(key, one) for one in several if one is not best and one.text.strip()]
        self.gathered.copies.sort(key=lambda one: one[1].at)

    # --- by their words

    def recover(self) -> None:
        """Find again, by their words, the fields that lost their key."""
        self._recover_bodies()
        lost = [
            inlines
            for _, inlines in self._payload.lines
            if (keys := [key for _, key in inlines if key]) and not any(key in self.gathered.said for key in keys)
        ]
        exact: dict[str, deque[list[tuple[str, str | None]]]] = {}
        for inlines in lost:
            exact.setdefault(squeezed("".join(text for text, _ in inlines)), deque()).append(inlines)
        left: list[Loose] = []
        for loose in self.gathered.loose:
            waiting = exact.get(loose.text) if loose.whole else None
            if waiting:
                inlines = waiting.popleft()
                self._restore(loose, [text for text, key in inlines if key], inlines)
            else:
                left.append(loose)
        self.gathered.loose = left
        lost = [inlines for waiting in exact.values() for inlines in waiting]
        if lost and left and len(lost) * len(left) <= _MOST_COMPARED:
            self._recover_alike(lost)

    def _recover_alike(self, lost: list[list[tuple[str, str | None]]]) -> None:
        from rapidfuzz.fuzz import ratio

        taken: set[int] = set()
        for inlines in lost:
            text = squeezed("".join(text for text, _ in inlines))
            scores = [
                (ratio(text, loose.text), -rank)
                for rank, loose in enumerate(self.gathered.loose)
                if rank not in taken and loose.whole and loose.flat.kind != "table"
            ]
            score, rank = max(scores, default=(0.0, 0))
            loose = self.gathered.loose[-rank] if scores else None
            values = _parsed(inlines, loose.text) if loose is not None and score >= _ALIKE else None
            if loose is not None and values is not None:
                taken.add(-rank)
                self._restore(loose, values, inlines)
        self.gathered.loose = [one for rank, one in enumerate(self.gathered.loose) if rank not in taken]

    def _restore(self, loose: Loose, values: Sequence[str], inlines: list[tuple[str, str | None]]) -> None:
        for rank, (key, value) in enumerate(zip((key for _, key in inlines if key), values, strict=True)):
            assert key is not None
            self.gathered.said[key] = Said(value, (loose.at, rank), loose.level)
            self.gathered.places[key] = loose.at

    def _recover_bodies(self) -> None:
        """Bodies whose paragraphs are there without their key, in the order in which they left, and what was typed
        between their paragraphs."""
        said = [words_of(loose.flat) for loose in self.gathered.loose]
        ranks: dict[str, deque[int]] = {}
        for rank, words in enumerate(said):
            ranks.setdefault(words, deque()).append(rank)
        taken: set[int] = set()
        for key, (_, _, name, _) in self._payload.keys.items():
            if name not in BODIES or key in self.gathered.bodies:
                continue
            hits: list[int] = []
            for words in (words_of(flat) for flat in base_flats(key, self._payload)):
                waiting = ranks.get(words)
                while waiting and (waiting[0] in taken or (hits and waiting[0] < hits[-1])):
                    waiting.popleft()
                if waiting and (not hits or waiting[0] - hits[-1] <= _NEAR):
                    hits.append(waiting.popleft())
            if hits:
                inside = [rank for rank in range(hits[0], hits[-1] + 1) if rank not in taken]
                taken.update(inside)
                self.gathered.bodies[key] = [self.gathered.loose[rank].flat for rank in inside]
                self.gathered.places[key] = self.gathered.loose[hits[0]].at
        self.gathered.loose = [one for rank, one in enumerate(self.gathered.loose) if rank not in taken]


def base_rich(key: str, payload: Payload) -> Rich:
    """The body of a field as it left: of a section what stands before its divider, or after it."""
    list, id, name, language = payload.keys[key]
    part = payload.plan.parts.get(id)
    words = getattr(part, "body" if list == "sections" else "details", None)
    rich = parse(words[language]) if words is not None else Rich()
    if list != "sections":
        return rich
    return rich.parted()[1 if name == "body_after" else 0]


def base_flats(key: str, payload: Payload) -> tuple[Flat, ...]:
    """The same, one paragraph after another."""
    return flatten(base_rich(key, payload).blocks)


def words_of(flat: Flat) -> str:
    """The words of a paragraph or a table, by which it is known again."""
    if flat.kind == "table":
        return " | ".join(words_of(one) for row in flat.rows for cell in row for one in cell.flats)
    return squeezed(plain_runs(flat.runs))


def _parsed(inlines: list[tuple[str, str | None]], text: str) -> list[str] | None:
    """The values of a line's fields in changed words, told by what stands between them; None when they cannot be."""
    pattern = "".join(
        "(.*?)" if key else r"\s*".join(map(re.escape, squeezed(literal).split())) + r"\s*" for literal, key in inlines
    )
    pattern = re.sub(r"\(\.\*\?\)", r"\\s*(.*?)\\s*", pattern)
    match = re.fullmatch(pattern, text) if len(text) < 5_000 else None
    return list(match.groups()) if match else None


def _text_of(segments: Sequence[Sequence[Any]]) -> str:
    return "".join(text for _, text, _, _, hint in segments if not hint)


def _paragraphs(node: Json) -> Iterator[Json]:
    for cell in (cell for row in node["rows"] for cell in row):
        for inner in cell["nodes"]:
            if inner["k"] == "p":
                yield inner
            else:
                yield from _paragraphs(inner)


def _texts(node: Json) -> list[list[str]]:
    """The words of a table, row by row; a cell over several columns is followed by empty ones."""
    rows = []
    for row in node["rows"]:
        texts = []
        for cell in row:
            lines = [_text_of(inner["segs"]) for inner in _paragraphs({"rows": [[cell]]})]
            texts += ["\n".join(line.strip() for line in lines).strip(), *[""] * (cell["columns"] - 1)]
        rows.append(texts)
    return rows


def _cells(node: Json, flat_of: Any) -> tuple[tuple[FlatCell, ...], ...]:
    """The cells of a table, those merged downwards counted in the first one."""
    rows: list[list[list[Any]]] = []
    above: dict[int, list[Any]] = {}
    for row in node["rows"]:
        made: list[list[Any]] = []
        column = 0
        for cell in row:
            if cell["down"] == "continue" and column in above:
                above[column][3] += 1
            else:
                named = any(inner.get("style") == "filrouge table head" for inner in cell["nodes"])
                header = named or bool(cell["low"])
                one = [tuple(flat_of(inner) for inner in cell["nodes"]), header, cell["columns"], 1]
                made.append(one)
                above[column] = one
            column += cell["columns"]
        rows.append(made)
    return tuple(tuple(FlatCell(tidied(f), h, c, r) for f, h, c, r in row) for row in rows)
