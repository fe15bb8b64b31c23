"""From a body of figures to rows: labels that were wrapped over lines are mended, group headings are kept apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from filrouge.domain.model import Place
from filrouge.domain.reading.tables.bodies import Body, Entry, Figure, figures_of, is_open, is_wall, own_label
from filrouge.domain.reading.tables.lexicon import DETAILS, OPEN_ENDS
from filrouge.domain.reading.tables.page import Line

_WRAPPED_FROM = 45
_OPENERS = "()&–‐-,/+"


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row before its columns are known: label, figures, place, and the ranks of its first and last line."""

    label: str
    figures: tuple[Figure, ...]
    place: Place
    first: int
    last: int


def rows_of(body: Body, lines: Sequence[Line], start: int, before: Sequence[int]) -> tuple[RawRow, ...]:
    """The rows of a body. ``before`` ranks the lines of words between the heads and the first figures, in order;
    ``start`` is the rank from which words may belong to the first row."""
    entries = _apart(body)
    pieces = [[rank for rank in before if rank >= start]]
    pieces += [_texts(lines, a.last + 1, b.first) for a, b in pairwise(entries)]
    width = max((len(lines[rank].words) for texts in pieces for rank in texts), default=0)
    if _labels_follow(entries, pieces, lines):
        pieces = [[], *pieces[1:], _texts(lines, entries[-1].last + 1, entries[-1].last + 4)[:1]][1:]
    rows: list[RawRow] = []
    for entry, texts in zip(entries, pieces, strict=True):
        figures = figures_of(entry, body.count, loose=body.loose)
        if figures is None:
            continue
        if rows and texts and _goes_on(rows[-1].label, lines[texts[0]].words):
            rows[-1] = _longer(rows[-1], lines[texts[0]], texts[0])
            texts = texts[1:]
        rows.append(_row(entry, figures, own_label(entry, body.count, loose=body.loose), texts, lines, width))
    return _last_wrap(rows, lines)


def _apart(body: Body) -> list[Entry]:
    """The entries, where figures of several rows that stood below each other are cut into rows of equal width."""
    out: list[Entry] = []
    for entry in body.entries:
        times, rest = divmod(entry.count, body.count)
        if entry.last == entry.first or times < 2 or rest:
            out.append(entry)
            continue
        for k in range(times):
            cells = entry.cells[k * body.count : (k + 1) * body.count]
            out.append(replace(entry, cells=cells, before=entry.before if k == 0 else ""))
    return out


def _texts(lines: Sequence[Line], first: int, end: int) -> list[int]:
    ranks = [rank for rank in range(first, min(end, len(lines))) if not lines[rank].blank]
    return [rank for rank in ranks if any(c.isalpha() for c in lines[rank].text)]


def _labels_follow(entries: Sequence[Entry], pieces: Sequence[Sequence[int]], lines: Sequence[Line]) -> bool:
    """Whether each label stands below its figures: no row has words of its own, and none stand above the first."""
    if pieces[0] or any(entry.before for entry in entries) or not all(pieces[1:]):
        return False
    after = _texts(lines, entries[-1].last + 1, entries[-1].last + 3)
    return bool(after) and len(lines[after[0]].words) < 80 and not is_wall(lines[after[0]])


def _row(
    entry: Entry, figures: tuple[Figure, ...], own: str, texts: Sequence[int], lines: Sequence[Line], width: int
) -> RawRow:
    used: list[int] = []
    label = own
    for rank in reversed(texts):
        words = lines[rank].words
        if label and not _joins(words, label, width):
            break
        label = f"{words} {label}".strip()
        used.append(rank)
    if not label and entry.after:
        label = entry.after
    first = min([entry.first, *used])
    start = min([figures[0].place.start, *(lines[rank].place.start for rank in used)])
    if own:
        start = min(start, lines[entry.first].place.start)
    return RawRow(label, figures, Place(start, figures[-1].place.end), first, entry.last)


def _joins(words: str, label: str, width: int) -> bool:
    """Whether ``label`` goes on from ``words`` of a line above: unfinished there, or begun here as no label begins."""
    if is_open(words, OPEN_ENDS):
        return True
    if _begins_low(label):
        return True
    return len(words) >= max(_WRAPPED_FROM, 0.85 * width) and not words.endswith((".", ":"))


def _begins_low(label: str) -> bool:
    first = label.split()[0]
    if first.lower().strip("':’") in DETAILS or label[:1] in "-–‐" and label[1:2] == " ":
        return False
    return label[0] in _OPENERS or (first[0].islower() and first.islower())


def _goes_on(label: str, words: str) -> bool:
    """Whether a line below a row is the rest of its label: the label is unfinished and the line begins low."""
    return is_open(label, OPEN_ENDS) and bool(words) and _begins_low(words)


def _longer(row: RawRow, line: Line, rank: int) -> RawRow:
    return replace(row, label=f"{row.label} {line.words}", place=row.place.join(line.place), last=rank)


def _last_wrap(rows: Sequence[RawRow], lines: Sequence[Line]) -> tuple[RawRow, ...]:
    """The rows, the last one with the rest of its label when it stands below."""
    if not rows:
        return ()
    last = rows[-1]
    after = _texts(lines, last.last + 1, last.last + 3)
    if (
        after
        and not is_wall(lines[after[0]])
        and len(lines[after[0]].words) < 80
        and _goes_on(last.label, lines[after[0]].words)
    ):
        last = _longer(last, lines[after[0]], after[0])
    return (*rows[:-1], last)
