"""Rows of figures in flattened text: lines that hold runs of figures, gathered into bodies of tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, zip_longest

from filrouge.domain.language.words import fold
from filrouge.domain.model import Place
from filrouge.domain.reading.tables.heads import head_like, repeated, years_of_line
from filrouge.domain.reading.tables.lexicon import CAPTION
from filrouge.domain.reading.tables.numbers import Atom, Run, atoms, into_columns, is_year, longest_run
from filrouge.domain.reading.tables.page import Line, is_heading

_MAYBE_ROW = re.compile(r"\d\S*\s+\S*[\d\-–—−/%€‐]|[\-–—−‐]\s+\S*\d")
_LONE_FIGURE = re.compile(r"\s*(?:€\s?)?[-−–+(]?\d[\d.,]*\)?\s?(?:%|€)?\s*|\s*[-–—−]\s*")
_MOST_TEXT_BETWEEN = 6
_LONGEST_LABEL = 200
# Beyond these a line is no row that a person reads, and work on it would not pay.
_LONGEST_ROW = 1_000
_MOST_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as printed, at its place in the extract; ``empty`` when a dash stands for it."""

    text: str
    place: Place
    empty: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of figures, or several lines of one figure each: ranks of its first and last line, the words before and
    after the figures, the figures, and as ``raw`` the text that they stand in with its offset."""

    first: int
    last: int
    before: str
    cells: tuple[Atom, ...]
    after: str
    raw: str
    offset: int

    @property
    def count(self) -> int:
        return len(self.cells)


@dataclass(frozen=True, slots=True)
class Body:
    """Rows that belong together, most of ``count`` columns; ``loose`` when their thousands stand apart."""

    entries: tuple[Entry, ...]
    count: int
    loose: bool = False


def entry_of(rank: int, line: Line) -> Entry | None:
    """The row that a line may be: a run of two figures or more, not all years."""
    if not _MAYBE_ROW.search(line.text):
        return None
    if len(line.text) > _LONGEST_ROW:
        return None
    run = longest_run(atoms(line.look.text))
    if run is None or not 2 <= len(run.cells) <= _MOST_COLUMNS or run.years_only:
        return None
    return _entry(rank, line, run)


def _entry(rank: int, line: Line, run: Run) -> Entry:
    # A unit before the figures belongs to them, unless it is all the label there is.
    before = " ".join((line.text[: run.start].strip() or line.text[: run.cells[0].start]).split())
    after = " ".join(line.text[run.end :].split())
    return Entry(rank, rank, before, run.cells, after, line.text, line.start)


def single_entry(rank: int, line: Line) -> Entry | None:
    """The row of a table of one column that a line may be: words, then one figure at the end."""
    run = longest_run(atoms(line.look.text))
    if run is None or not 1 <= len(run.cells) <= 3 or run.years_only or line.text[run.end :].strip():
        return None
    entry = _entry(rank, line, run)
    return entry if any(c.isalpha() for c in entry.before) else None


def bodies(lines: Sequence[Line]) -> tuple[Body, ...]:
    """The bodies of the tables of figures that the lines hold, in order."""
    found: list[Body] = []
    cluster: list[Entry] = []
    texts = 0
    rank = 0
    while rank < len(lines):
        line = lines[rank]
        if line.in_cell:
            _close(cluster, found)
            texts = 0
        elif not line.blank:
            entry = _stacked(lines, rank) or entry_of(rank, line)
            if entry is not None:
                cluster.append(entry)
                texts, rank = 0, entry.last
            elif not _LONE_FIGURE.fullmatch(line.text):
                texts += 1
                if texts > _MOST_TEXT_BETWEEN or (cluster and is_wall(line)):
                    _close(cluster, found)
        rank += 1
    _close(cluster, found)
    return tuple(found)


def is_wall(line: Line) -> bool:
    """Whether a line cannot stand within a table: a heading, a caption, the heads of columns, years alone."""
    if line.look.heading is not None or is_caption(line.text):
        return True
    words = line.text.split()
    if len(words) > 40:
        return True
    if is_heading(line):
        return True
    years = years_of_line(line.text)
    if years is not None and len(years[0]) > 1:
        return True
    if len(words) >= 4 and (group := _any_repetition(words)) is not None:
        return all(map(head_like, group)) or len(group) > 1
    return False


def _any_repetition(words: Sequence[str]) -> tuple[str, ...] | None:
    for columns in (4, 6, 8, 9, 12, 15, 10, 18, 20, 2, 3):
        if len(words) >= columns and (found := repeated(words, columns)):
            return found[0]
    return None


@lru_cache(maxsize=1)
def _caption() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:{'|'.join(map(re.escape, sorted(CAPTION, key=len, reverse=True)))})"
        r"\s*[A-Z]?[.-]?\d{0,2}(?:[.-]\d{1,2})?\s*(?:[:.–—-]|$)",
        re.IGNORECASE,
    )


def is_caption(text: str) -> bool:
    """Whether a line is the caption of a table: ``Table 3: …``, ``TAB 1``."""
    return len(text) < _LONGEST_LABEL and bool(_caption().match(text)) and any(c.isdigit() or c == ":" for c in text)


def _stacked(lines: Sequence[Line], rank: int) -> Entry | None:
    """Figures that stand one on a line, below each other, as one row; None when fewer than two do."""
    cells: list[Atom] = []
    first = lines[rank]
    if not _LONE_FIGURE.fullmatch(first.text):
        return None
    last = rank
    for at in range(rank, min(len(lines), rank + 4 * _MOST_COLUMNS)):
        line = lines[at]
        if line.blank:
            continue
        if line.in_cell or not _LONE_FIGURE.fullmatch(line.text):
            break
        lone = longest_run(atoms(line.look.text))
        dash = line.text.strip()
        if len(cells) >= 2 and is_year(dash) and not is_year(cells[-1].text):
            break
        shift = line.start - first.start
        if lone is not None:
            cell = lone.cells[0]
            cells.append(Atom(cell.text, cell.start + shift, cell.end + shift, cell.kind))
        else:
            lead = len(line.text) - len(line.text.lstrip())
            cells.append(Atom(dash, lead + shift, lead + len(dash) + shift, "empty"))
        last = at
    figures = Run(0, 0, tuple(cells))
    if len(cells) < 2 or figures.years_only or all(cell.kind == "empty" for cell in cells):
        return None
    raw = "\n".join(line.text for line in lines[rank : last + 1])
    return Entry(rank, last, "", tuple(cells), "", raw, first.start)


def _close(cluster: list[Entry], found: list[Body]) -> None:
    found += [Body(tuple(part), count) for part in _by_width(cluster) if (count := _count_of(part))]
    cluster.clear()


def _by_width(cluster: Sequence[Entry]) -> list[list[Entry]]:
    """The cluster cut where two rows or more in a row have fewer figures than those before them."""
    parts: list[list[Entry]] = [[]]
    tally: Counter[int] = Counter()
    for entry, following in zip_longest(cluster, cluster[1:]):
        narrower = parts[-1] and not _loose(entry) and _narrower(entry.count, tally)
        if narrower and following is not None and following.count == entry.count:
            parts.append([])
            tally = Counter()
        parts[-1].append(entry)
        tally[entry.count] += 1
    return parts


def _narrower(count: int, tally: Counter[int]) -> bool:
    """Whether a row has fewer figures than those before it, more than numbers in their labels can explain."""
    usual = _usual(tally)
    return count < usual and (usual - count > 2 or tally[usual] > 2)


def _count_of(part: Sequence[Entry]) -> int:
    """The number of columns of a part that may be a table; 0 for another. A single row may be one where wide gaps part
    its figures."""
    count = usual_count(part) if len(part) >= 2 or (part and is_spaced(part[0])) else 0
    return count if count <= _MOST_COLUMNS else 0


def is_spaced(entry: Entry) -> bool:
    """Whether gaps of two spaces or more, or tabs, part the label and all the figures of a row of one line."""
    edges = [(a.end, b.start) for a, b in pairwise(entry.cells)]
    gaps = [entry.raw[a:b] for a, b in edges]
    lead = entry.raw[: entry.cells[0].start] if entry.cells else ""
    return bool(entry.before) and entry.first == entry.last and all(map(_is_gap, [*gaps, lead]))


def _is_gap(between: str) -> bool:
    blank = between[len(between.rstrip(" \t€(-−–")) :]
    return "\t" in blank or "  " in blank


def _loose(entry: Entry) -> bool:
    """Whether the thousands of a row may stand apart from the rest of their figures."""
    return any(cell.text.isdigit() and len(cell.text) == 3 for cell in entry.cells[1:])


def may_be_loose(body: Body) -> bool:
    """Whether the rows may hold fewer figures than words, because thousands stand apart."""
    return any(map(_loose, body.entries))


def usual_count(entries: Sequence[Entry]) -> int:
    """The number of figures that most rows have; of equals, the smaller (a label may end in a number of its own)."""
    return _usual(Counter(entry.count for entry in entries))


def _usual(tally: Counter[int]) -> int:
    top = max(tally.values())
    return min(count for count, times in tally.items() if times == top)


def figures_of(entry: Entry, count: int, *, loose: bool) -> tuple[Figure, ...] | None:
    """The ``count`` figures of a row, at their places; None when it does not have as many."""
    cells = into_columns(entry.cells, count, entry.raw, loose=loose)
    if cells is None:
        return None
    return tuple(Figure(c.text, Place(entry.offset + c.start, entry.offset + c.end), c.kind == "empty") for c in cells)


def own_label(entry: Entry, count: int, *, loose: bool) -> str:
    """The words of the row before its figures, with the numbers that belong to them."""
    cells = into_columns(entry.cells, count, entry.raw, loose=loose)
    if cells is None or not entry.cells or cells[0].start == entry.cells[0].start:
        return entry.before
    return " ".join(f"{entry.before} {entry.raw[entry.cells[0].start : cells[0].start]}".split())


def is_open(text: str, open_ends: frozenset[str]) -> bool:
    """Whether a piece of a label is unfinished: it ends in a small word, a comma, a hyphen or within brackets."""
    text = text.rstrip()
    if not text:
        return False
    if text[-1] in ",-‐–/&(+" or text.count("(") > text.count(")"):
        return True
    return fold(text).replace("'", "' ").split()[-1].strip("'") in open_ends
