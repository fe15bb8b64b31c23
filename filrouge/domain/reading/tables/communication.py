"""Communication plans: who is told what, when, how, with what; read from cells, or from lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from filrouge.domain.language.words import fold
from filrouge.domain.model import CommunicationAction, Place, Table
from filrouge.domain.reading.tables.flattened import cut, words_of_lines
from filrouge.domain.reading.tables.found import FoundTable, rebuilt
from filrouge.domain.reading.tables.media import FIELDS, field_of, first_words
from filrouge.domain.reading.tables.naming import lines_above, near_title
from filrouge.domain.reading.tables.page import Grid, GridCell, Line, Page, looks_like_heading

_FEWEST_FIELDS = 3
_MOST_LINES = 600
_MOST_WORDS_OF_HEAD = 4


def find_plans(page: Page, parted: Sequence[Grid]) -> list[FoundTable]:
    """The communication plans of a page, in order; their ids are still to be given."""
    found = [plan for grid in page.grids if (plan := _of_grid(grid, page.lines, rebuilt_from_text=False))]
    found += [plan for grid in parted if (plan := _of_grid(grid, page.lines, rebuilt_from_text=True))]
    taken = [plan.blocks for plan in found]
    rank = 0
    while rank < len(page.lines):
        line = page.lines[rank]
        heads = None
        if not line.blank and not line.in_cell and len(line.text) < 160 and not any(rank in span for span in taken):
            heads = _heads_at(page.lines, rank)
        plan = _of_text(page.lines, rank, *heads) if heads else None
        if plan is not None:
            found.append(plan)
        rank = plan.blocks.stop if plan else rank + 1
    return sorted(found, key=lambda plan: plan.blocks.start)


def _is_plan(fields: Sequence[str | None]) -> bool:
    """Whether heads are those of a communication plan: a message or a channel, to someone or on a day, three in all."""
    known = {field for field in fields if field}
    return (
        len(known) >= _FEWEST_FIELDS
        and bool(known & {"message", "channel"})
        and bool(known & {"audience", "target", "date"})
    )


def _settled(fields: Sequence[str | None]) -> tuple[str | None, ...]:
    """The fields, each once; a lone ``target`` is the audience, as no other column says who is reached."""
    out: list[str | None] = []
    for field in fields:
        name = "audience" if field == "target" and "audience" not in fields else field
        out.append(name if name not in out else None)
    return tuple(out)


def _of_grid(grid: Grid, lines: Sequence[Line], *, rebuilt_from_text: bool) -> FoundTable | None:
    for rank, row in enumerate(grid.rows[:3]):
        fields = _settled([field_of(fold(cell.text)) if cell else None for cell in row])
        if _is_plan(fields):
            break
    else:
        return None
    actions = []
    target = ""
    for row in grid.rows[rank + 1 :]:
        cells = {field: cell for field, cell in zip(fields, row, strict=True) if field and cell and cell.text}
        if not cells or len({id(cell) for cell in cells.values()}) == 1 < len(cells):
            continue
        texts = {field: cell.text for field, cell in cells.items()}
        target = texts.setdefault("target", target) if "target" in fields else ""
        actions.append(_action(texts, _place(cells.values())))
    if not actions:
        return None
    return _found(actions, grid.blocks, grid.place, lines, rebuilt_from_text)


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
    words = lines[rank].words
    if fold(words.split()[0]).strip(":*") not in first_words():
        return None
    if len(words.split()) <= 3 * len(FIELDS):
        fields = _fields_of_words(fold(words).split())
        if fields is not None and _is_plan(fields):
            return _settled(fields), rank
    if field_of(fold(words)) is None:
        return None
    stacked: list[str | None] = []
    last = rank
    for at in range(rank, min(len(lines), rank + 20)):
        if lines[at].blank:
            continue
        field = None if lines[at].in_cell else field_of(fold(lines[at].words))
        if field is None:
            break
        stacked.append(field)
        last = at
    return (_settled(stacked), last) if _is_plan(stacked) else None


def _fields_of_words(words: Sequence[str]) -> tuple[str | None, ...] | None:
    """The fields that words name one after the other, one unknown head allowed among them; None for other words."""
    fields: list[str | None] = []
    at = 0
    while at < len(words):
        for width in range(min(_MOST_WORDS_OF_HEAD, len(words) - at), 0, -1):
            field = field_of(" ".join(words[at : at + width]))
            if field is not None:
                break
        fields.append(field)
        at += width
    return tuple(fields) if fields.count(None) <= 1 else None


def _of_text(lines: Sequence[Line], first: int, fields: tuple[str | None, ...], last_head: int) -> FoundTable | None:
    body = _body(lines, last_head + 1)
    if not body:
        return None
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
        return None
    place = lines[first].place.join(lines[body[-1]].place)
    return _found(actions, range(first, body[-1] + 1), place, lines, True)


def _inherit(row: dict[str, str], before: CommunicationAction) -> None:
    """A row that begins after its first columns shares their merged cells with the row above."""
    row.setdefault("target", before.target)
    if next(iter(row), None) not in {"target", "audience"}:
        row.setdefault("audience", before.audience)


def _body(lines: Sequence[Line], first: int) -> list[int]:
    """Ranks of the lines of the body: up to a heading, a real table, or lines of prose wider than the table."""
    ranks: list[int] = []
    widest = 0
    wide = 0
    for rank in range(first, min(len(lines), first + _MOST_LINES)):
        line = lines[rank]
        if line.blank:
            continue
        if line.in_cell or looks_like_heading(line):
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
