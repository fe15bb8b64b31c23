"""Communication plans: who is told what, when, how, with what; read from cells, or from lines of text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from filrouge.domain.language.words import fold
from filrouge.domain.model import CommunicationAction, Place, Table
from filrouge.domain.reading.tables.flattened import cut, words_of_lines
from filrouge.domain.reading.tables.found import FoundTable, rebuilt
from filrouge.domain.reading.tables.media import FIELDS, field_of, field_within, first_words, is_telling
from filrouge.domain.reading.tables.naming import lines_above, near_title
from filrouge.domain.reading.tables.page import Grid, GridCell, Line, Page, looks_like_heading
from filrouge.domain.reading.tables.wide import stacked_rows, wide_grid

_FEWEST_FIELDS = 3
_MOST_LINES = 600
_MOST_LETTERS = 40_000
_MOST_WORDS_OF_HEAD = 4
_TITLE = re.compile(r"\b(?:communicati|kommunikation)")


@dataclass(frozen=True, slots=True)
class _Head:
    """What the head of a column says: its field, None for another column; ``telling`` when only such plans say so."""

    field: str | None
    telling: bool = False


def find_plans(page: Page, parted: Sequence[Grid]) -> list[FoundTable]:
    """The communication plans of a page, in order; their ids are still to be given."""
    found = [plan for grid in page.grids if (plan := _of_grid(grid, page.lines, from_text=False))]
    found += [plan for grid in parted if (plan := _of_grid(grid, page.lines, from_text=True))]
    taken = [plan.blocks for plan in found]
    rank = 0
    while rank < len(page.lines):
        line = page.lines[rank]
        heads = None
        if not line.blank and not line.in_cell and len(line.text) < 300 and not any(rank in span for span in taken):
            heads = _heads_at(page.lines, rank)
        if heads is None:
            rank += 1
            continue
        wide = wide_grid(page.lines, rank, rank + _MOST_LINES) if heads[1] == rank else None
        plan = _of_grid(stacked_rows(wide), page.lines, from_text=True) if wide is not None else None
        if plan is not None:
            found.append(plan)
            rank = plan.blocks.stop
            continue
        body = _body(page.lines, heads[1] + 1)
        found += _of_text(page.lines, rank, heads[0], body)
        rank = max(body, default=heads[1]) + 1
    return sorted(found, key=lambda plan: plan.blocks.start)


def _is_plan(heads: Sequence[_Head], lines: Sequence[Line], first: int) -> bool:
    """Whether heads are those of a communication plan: three fields, a message or a channel among them, to
    someone or on a day; two in words that no other plan has, unless the title above says what the table is."""
    known = {head.field for head in heads if head.field}
    if len(known) < _FEWEST_FIELDS or not known & {"message", "channel"} or not known & {"audience", "target", "date"}:
        return False
    telling = {head.field for head in heads if head.telling}
    return len(telling) >= 2 or bool(_TITLE.search(fold(near_title(lines, lines_above(lines, first, 0)))))


def _settled(heads: Sequence[_Head]) -> tuple[str | None, ...]:
    """The fields, each once; a lone ``target`` is the audience, as no other column says who is reached."""
    fields = [head.field for head in heads]
    out: list[str | None] = []
    for field in fields:
        name = "audience" if field == "target" and "audience" not in fields else field
        out.append(name if name not in out else None)
    return tuple(out)


def _of_grid(grid: Grid, lines: Sequence[Line], *, from_text: bool) -> FoundTable | None:
    head_row, fields = next(
        (
            (rank, _settled(heads))
            for rank, heads in enumerate(map(_heads_of, grid.rows[:3]))
            if _is_plan(heads, lines, grid.blocks.start)
        ),
        (-1, ()),
    )
    if not fields:
        return None
    actions = []
    target = ""
    for row in grid.rows[head_row + 1 :]:
        cells = {field: cell for field, cell in zip(fields, row, strict=True) if field and cell and cell.text}
        if not cells or len({id(cell) for cell in cells.values()}) == 1 < len(cells):
            continue
        texts = {field: cell.text for field, cell in cells.items()}
        target = texts.setdefault("target", target) if "target" in fields else ""
        actions.append(_action(texts, _place(cells.values())))
    if not actions:
        return None
    return _found(actions, grid.blocks, grid.place, lines, from_text)


def _heads_of(row: Sequence[GridCell | None]) -> list[_Head]:
    hits = [field_within(fold(cell.text)) if cell else None for cell in row]
    return [_Head(hit[0], is_telling(hit[1])) if hit else _Head(None) for hit in hits]


def _place(cells: Iterable[GridCell]) -> Place:
    places = [cell.place for cell in cells]
    return Place(min(p.start for p in places), max(p.end for p in places))


def _action(texts: Mapping[str, str], place: Place) -> CommunicationAction:
    target, audience, date, message, channel, material = (texts.get(field, "") for field in FIELDS)
    return CommunicationAction(target, audience, date, message, channel, material, place)


def _found(
    actions: Sequence[CommunicationAction], blocks: range, place: Place, lines: Sequence[Line], from_text: bool
) -> FoundTable:
    title = near_title(lines, lines_above(lines, blocks.start, 0))
    table = Table("", "communication", title, None, place, actions=tuple(actions))
    return FoundTable(table, blocks, (), (rebuilt(place, "communication"),) if from_text else ())


def _heads_at(lines: Sequence[Line], rank: int) -> tuple[tuple[str | None, ...], int] | None:
    """The fields that a line heads, or lines of one head each from here on, and the rank of the last such line."""
    words = fold(lines[rank].words)
    if words.split()[0].strip(":*") not in first_words():
        return None
    if len(words.split()) <= 3 * len(FIELDS):
        heads = _heads_of_words(words.split())
        if heads is not None and _is_plan(heads, lines, rank):
            return _settled(heads), rank
    stacked: list[_Head] = []
    last = rank
    for at in range(rank, min(len(lines), rank + 20)):
        if lines[at].blank:
            continue
        words = fold(lines[at].words)
        field = None if lines[at].in_cell else field_of(words)
        if field is None:
            break
        stacked.append(_Head(field, is_telling(words)))
        last = at
    return (_settled(stacked), last) if stacked and _is_plan(stacked, lines, rank) else None


def _heads_of_words(words: Sequence[str]) -> list[_Head] | None:
    """The heads that words are one after the other, one unknown word allowed among them; None for other words."""
    heads: list[_Head] = []
    at = 0
    while at < len(words):
        width = min(_MOST_WORDS_OF_HEAD, len(words) - at)
        while width > 1 and field_of(" ".join(words[at : at + width])) is None:
            width -= 1
        phrase = " ".join(words[at : at + width])
        field = field_of(phrase)
        heads.append(_Head(field, field is not None and is_telling(phrase)))
        at += width
    return heads if sum(head.field is None for head in heads) <= 1 else None


def _of_text(
    lines: Sequence[Line], first: int, fields: tuple[str | None, ...], body: Sequence[int]
) -> list[FoundTable]:
    """The plan under heads at rank ``first``, in a list; an empty list when the body makes no row."""
    # Heads that each page repeats are no rows.
    head = fold(lines[first].words)
    body = [rank for rank in body if fold(lines[rank].words) != head]
    pieces = cut(words_of_lines([lines[rank] for rank in body]), fields)
    texts: dict[int, dict[str, str]] = {}
    places: dict[int, Place] = {}
    for piece in pieces:
        row = texts.setdefault(piece.row, {})
        places[piece.row] = places.get(piece.row, piece.place).join(piece.place)
        if piece.field is not None:
            row[piece.field] = f"{row.get(piece.field, '')} {piece.text}".strip()
    actions: list[CommunicationAction] = []
    for rank, row in texts.items():
        if actions:
            _inherit(row, actions[-1])
        if len(row) >= 2:
            actions.append(_action(row, places[rank]))
    if not actions:
        return []
    place = lines[first].place.join(lines[body[-1]].place)
    return [_found(actions, range(first, body[-1] + 1), place, lines, True)]


def _inherit(row: dict[str, str], before: CommunicationAction) -> None:
    """A row that begins after its first columns shares their merged cells with the row above."""
    row.setdefault("target", before.target)
    if next(iter(row), None) not in {"target", "audience"}:
        row.setdefault("audience", before.audience)


def _body(lines: Sequence[Line], first: int) -> list[int]:
    """Ranks of the lines of the body: up to a heading, a real table, or lines of prose wider than the table."""
    ranks: list[int] = []
    letters = 0
    widest = 0
    wide = 0
    for rank in range(first, min(len(lines), first + _MOST_LINES)):
        line = lines[rank]
        if line.blank:
            continue
        letters += len(line.text)
        if line.in_cell or looks_like_heading(line) or letters > _MOST_LETTERS:
            break
        length = len(line.words)
        if len(ranks) >= 12 and length > 1.25 * widest:
            wide += 1
            if wide == 2:
                return ranks[:-1]
        else:
            wide = 0
            widest = max(widest, length) if len(ranks) < 12 or length <= 1.25 * widest else widest
        ranks.append(rank)
    return ranks
