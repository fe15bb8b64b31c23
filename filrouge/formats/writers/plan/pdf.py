"""A plan as an accessible PDF (PDF/UA-1): the look of the Word file, set by typst with the fonts that it brings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from filrouge.domain.model.plan import Plan
from filrouge.domain.planning.rich import Block, Cell, Heading, ListBlock, Paragraph, Quote, Run, Table
from filrouge.domain.report.voice import Voice, clean
from filrouge.formats.writers.plan.compose import compose
from filrouge.formats.writers.plan.departing import Departure, Names
from filrouge.formats.writers.plan.layout import Body, Field, Grid, Inline, Line, Piece
from filrouge.formats.writers.plan.word import tag_values

SOURCE = Path(__file__).with_name("plan.typ")
_REGIONS = {"fr": "BE", "nl": "BE", "de": "BE", "en": "GB"}
_LEAST_CONTENTS = 4  # headings from which a table of contents helps
_DEEPEST = 8
_TRIALS = 6
_ASCII = 0x7F
# Where a second character is absent too, all from here on are shown as absent: each time that fails, from nearer.
_RARE = (0x2E80, 0x2E80, 0x0530, 0x0250, 0x0100)
_UNSHOWN = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
Json = dict[str, Any]


def pdf(plan: Plan, *, voice: Voice, names: Names, departure: Departure, languages: Sequence[str] = ()) -> bytes:
    """The bytes of the PDF; ``voice`` and ``languages`` as for the Word file.

    Nothing is read from the network, the disk or the system's fonts while it is set, and no word of the plan is ever
    read as markup. A character that none of the fonts has (PDF/UA allows no blank in its place) is shown as ``□``.
    """
    data = json.dumps(_data(plan, voice, names, departure, languages), ensure_ascii=False)
    return _typeset(data, _stamp(departure))


def _typeset(data: str, stamp: int) -> bytes:
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
    source = SOURCE.read_bytes()
    for trial in range(_TRIALS):
        # A compiler forgets a source given as bytes once it has failed.
        compiler = typst.Compiler(source, root=str(SOURCE.parent), font_paths=fonts, ignore_system_fonts=True)
        try:
            made = compiler.compile(format="pdf", sys_inputs={"data": data}, pdf_standards=["ua-1"], timestamp=stamp)
        except typst.TypstError as error:
            found = _UNSHOWN.search(str(error))
            if found is None or trial == _TRIALS - 1:
                raise
            absent = set(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), found[1]))
            if trial > 0:
                absent |= {one for one in data if ord(one) >= _RARE[min(trial, len(_RARE)) - 1]}
            data = data.translate({ord(one): "□" for one in absent if ord(one) > _ASCII})
        else:
            assert isinstance(made, bytes)
            return made
    raise AssertionError("the last trial returns or raises")


def _stamp(departure: Departure) -> int:
    """The day of the departure at noon, so that the same plan gives the same file."""
    import datetime as dt

    return int(dt.datetime.combine(departure.on, dt.time(12), dt.UTC).timestamp())


def _data(plan: Plan, voice: Voice, names: Names, departure: Departure, languages: Sequence[str]) -> Json:
    layout = compose(plan, voice, names, departure, languages)
    shown = [piece for piece in layout.pieces if not (isinstance(piece, Line) and piece.style == "answers")]
    title = plan.title.shown((*languages, voice.language)[0], plan.language)[0]
    tags = {name: _plain(text) for name, text in tag_values(plan, voice, names, departure, title).items()}
    headings = sum(1 for piece in shown if isinstance(piece, Line) and piece.style == "heading")
    first = next(
        (k for k, p in enumerate(shown) if not (isinstance(p, Line) and p.style in ("translation", "fact"))),
        len(shown),
    )
    pieces = _Pieces(voice.language)
    return {
        "title": tags["title"] or "-",
        "lang": voice.language,
        "region": _REGIONS[voice.language],
        "entity": tags["entity"],
        "subtitle": tags["subtitle"],
        "about": " · ".join(filter(None, (tags["version"], tags["state"], tags["date"], tags["part"]))),
        "hash": tags["hash"],
        "footer": f"{tags['version']} · {tags['state']} · {tags['fingerprint']}",
        "contents": voice("contents") if headings >= _LEAST_CONTENTS else "",
        "head": pieces.made(shown[:first]),
        "pieces": pieces.made(shown[first:]),
    }


def _plain(text: str) -> str:
    """Words without what no page shows."""
    return clean(text)


class _Pieces:
    """The pieces of a layout as JSON; keeps the level of the last heading, which none may skip."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._section = 0
        self._level = 0

    def made(self, pieces: Sequence[Piece]) -> list[Json]:
        """The pieces in order, those of one statement in a group along the thread."""
        out: list[Json] = []
        for piece in pieces:
            depth = -1 if isinstance(piece, Grid) or piece.depth is None else piece.depth
            opens = isinstance(piece, Line) and piece.style in ("kind", "action-kind")
            if opens and isinstance(piece, Line):
                group = {"p": "group", "depth": min(depth, _DEEPEST), "action": piece.style != "kind", "items": []}
                out.append(group)
            if depth >= 0 and out and out[-1]["p"] == "group":
                out[-1]["items"] += self._piece(piece)
            else:
                out += self._piece(piece)
        return out

    def _piece(self, piece: Piece) -> list[Json]:
        if isinstance(piece, Grid):
            return [self._grid(piece)]
        if isinstance(piece, Body):
            if piece.missing:
                return [{"p": "missing", "text": _plain(piece.missing)}]
            return [{"p": "body", "lang": piece.lang, "blocks": self._blocks(piece.rich.blocks)}]
        line = [self._inline(one) for one in piece.inlines]
        if piece.style == "heading":
            self._section = self._level = min(piece.level, self._level + 1)
            return [{"p": "heading", "level": self._section, "line": line}]
        return [{"p": "line", "style": piece.style, "line": line}]

    def _inline(self, one: Inline) -> Json:
        if isinstance(one, Field):
            lang = one.lang if one.lang != self._language and not one.missing else None
            return {"t": _plain(one.text), "k": "missing" if one.missing else "field", "lang": lang}
        return {"t": _plain(one.text), "k": "strong" if one.strong else "label", "lang": None}

    def _grid(self, grid: Grid) -> Json:
        width = max([len(grid.head), *(len(row) for row in grid.rows), 1])
        return {
            "p": "grid",
            "head": [_plain(text) for text in grid.head],
            "rows": [[_plain(text) for text in row] for row in grid.rows],
            "figures": list(grid.figures or (False,) * width),
            "totals": list(grid.totals or (False,) * len(grid.rows)),
        }

    def _blocks(self, blocks: Iterable[Block]) -> list[Json]:
        made: list[Json] = []
        for block in blocks:
            if isinstance(block, Paragraph):
                made.append({"b": "p", "runs": _runs(block.runs)})
            elif isinstance(block, Heading):
                self._level = min(self._level + 1, max(1, self._section + max(1, block.level - 2)))
                made.append({"b": "h", "level": self._level, "runs": _runs(block.runs)})
            elif isinstance(block, ListBlock):
                items = [self._blocks(item.blocks) for item in block.items]
                kind = {"b": "ol", "start": block.start, "style": block.style} if block.ordered else {"b": "ul"}
                made.append({**kind, "items": items})
            elif isinstance(block, Quote):
                made.append({"b": "quote", "blocks": self._blocks(block.blocks)})
            elif isinstance(block, Table):
                made.append(self._table(block))
        return made

    def _table(self, table: Table) -> Json:
        columns = _columns(table)
        spans = columns is not None
        rows = [[self._cell(cell, spans=spans) for cell in row] for row in table.rows]
        width = columns or max(sum(cell.columns for cell in row) for row in table.rows)
        for row in rows:
            if not spans:
                row += [_empty() for _ in range(width - sum(cell["columns"] for cell in row))]
        heads = 0
        while heads < len(rows) and all(cell["header"] and cell["rows"] == 1 for cell in rows[heads]):
            heads += 1
        return {"b": "table", "columns": width, "head": rows[:heads], "rows": rows[heads:]}

    def _cell(self, cell: Cell, *, spans: bool) -> Json:
        rows = cell.rows if spans else 1
        return {"header": cell.header, "columns": cell.columns, "rows": rows, "blocks": self._blocks(cell.blocks)}


def _empty() -> Json:
    return {"header": False, "columns": 1, "rows": 1, "blocks": []}


def _columns(table: Table) -> int | None:
    """How many columns the cells of a table take as they cover columns and rows; None when they do not fit."""
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(table.rows):
        column = 0
        for cell in row:
            while (at, column) in taken:
                column += 1
            places = {(at + r, column + c) for r in range(cell.rows) for c in range(cell.columns)}
            if places & taken or at + cell.rows > len(table.rows):
                return None
            taken |= places
            column += cell.columns
    width = 1 + max((column for _, column in taken), default=0)
    return width if len(taken) == width * len(table.rows) else None


def _runs(runs: Iterable[Run]) -> list[Json]:
    return [{"t": _plain(run.text), "m": sorted(run.marks), "href": run.href} for run in runs]
