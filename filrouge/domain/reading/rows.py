"""Tables whose rows are statements: a column for the action or objective, others for who, when and how it is
measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from filrouge.domain.language.words import fold
from filrouge.domain.model import Level, Place
from filrouge.domain.reading.attributes import role_of_head
from filrouge.domain.reading.levels import LevelNames
from filrouge.domain.reading.owners import split_owners
from filrouge.domain.reading.paragraphs import Para

_HEAD_WORDS = 6


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement in a row: ``at`` the rank of its paragraph, ``used`` those of the other cells that speak of it."""

    level: Level
    number: str | None
    text: str
    place: Place
    at: int
    owners: tuple[str, ...]
    due: tuple[str, int] | None
    used: tuple[int, ...]


def read_rows(paras: Sequence[Para], levels: Sequence[Level], names: LevelNames) -> Iterator[StatementRow]:
    """The statements of every table whose head names a level ("Action") and, beside it, an owner, a date or a
    measure."""
    tables: dict[int, dict[tuple[int, int], list[int]]] = {}
    for i, para in enumerate(paras):
        if para.cell is not None:
            table, row, column = para.cell
            tables.setdefault(table, {}).setdefault((row, column), []).append(i)
    for cells in tables.values():
        yield from _rows(paras, cells, levels, names)


def _rows(
    paras: Sequence[Para], cells: dict[tuple[int, int], list[int]], levels: Sequence[Level], names: LevelNames
) -> Iterator[StatementRow]:
    columns = sorted({column for _, column in cells})
    heads = {c: " ".join(paras[i].whole for i in cells.get((0, c), [])) for c in columns}
    roles = {c: role_of_head(text) for c, text in heads.items()}
    stated = {c: _level(text, levels, names) for c, text in heads.items() if roles[c] is None}
    stated = {c: level for c, level in stated.items() if level is not None}
    if not stated or not any(role in {"owner", "due", "measure"} for role in roles.values()):
        return
    for row in sorted({row for row, _ in cells} - {0}):
        for column, level in stated.items():
            found = _statement(paras, cells, row, column, level, roles) if level else None
            if found is not None:
                yield found


def _statement(
    paras: Sequence[Para],
    cells: dict[tuple[int, int], list[int]],
    row: int,
    column: int,
    level: Level,
    roles: dict[int, str | None],
) -> StatementRow | None:
    at = cells.get((row, column), [])
    text = " ".join(paras[i].text for i in at).strip()
    if len(text) < 4:
        return None
    label = paras[at[0]].label
    number = label.value or None if label else None
    owners: tuple[str, ...] = ()
    due: tuple[str, int] | None = None
    used: list[int] = list(at)
    for other, role in roles.items():
        beside = cells.get((row, other), [])
        words = " ".join(paras[i].whole for i in beside).strip()
        if not words or role is None:
            continue
        used += beside
        if role == "owner":
            owners = tuple(owner for i in beside for owner in split_owners(paras[i].text))
        elif role == "due":
            due = (words, paras[beside[0]].place.start)
        elif role == "number" and number is None:
            number = words.strip(" .") or None
    place = Place(paras[at[0]].place.start, paras[at[-1]].place.end)
    return StatementRow(level, number, text, place, at[0], owners, due, tuple(used))


def _level(head: str, levels: Sequence[Level], names: LevelNames) -> Level | None:
    """The level that a head names, when it names little else."""
    if not head or len(head.split()) > _HEAD_WORDS:
        return None
    return names.announced(fold(head), [level for level in levels if level.kind not in {"theme", "value"}])
