"""A communication plan whose cells were flattened to lines of text, put back into cells.

The words of the body follow one another cell by cell, row by row. The reading that is found is the cheapest way to
cut them into the known columns in order: each word has a gain in each column by what it says (a date, a channel, a
long line of a message), each passage to another cell has a cost by where it falls (within a line, before a small
letter, after an unfinished phrase). It is the algorithm of Viterbi (IEEE Transactions on Information Theory 13, 1967)
over the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from filrouge.domain.language.words import fold
from filrouge.domain.model import Place
from filrouge.domain.reading.mending import vocabulary
from filrouge.domain.reading.tables.media import JOINTS, cell_words, is_date
from filrouge.domain.reading.tables.page import Line, joined

_LONG = 0.6
_HOLES = frozenset("*_?…")
_WORD_LISTS = {
    "target": "TARGET_WORDS",
    "audience": "AUDIENCE_WORDS",
    "channel": "CHANNEL_WORDS",
    "material": "MATERIAL_WORDS",
}
# What a word of its list gains in its column, and what another word loses there.
_GAIN = {"target": 2.5, "audience": 2.0, "channel": 2.0, "material": 1.6}
# What it costs a row to begin after a column: these are often merged over several rows, and so not repeated.
_MERGED: dict[str | None, float] = {"target": 0.2, "audience": 0.7}
_CHANNEL_IN_MATERIAL = 0.7
_LOSS = {"target": -1.6, "audience": -0.9, "channel": -1.2, "material": -0.8}


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its offset in the extract. ``opens`` and ``closes`` say that it is the first or the last of its line;
    ``cell_end`` that its line ends as cells do in this text; ``width`` is its line's length against the longest."""

    text: str
    folded: str
    place: Place
    opens: bool
    closes: bool
    cell_end: bool
    width: float


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of a cell: the rank of its row, its column's field, the text, its place."""

    row: int
    field: str | None
    text: str
    place: Place


def words_of_lines(lines: Sequence[Line]) -> list[Word]:
    """The words of the body's lines."""
    bodied = [line for line in lines if not line.blank]
    lengths = sorted(len(line.words) for line in bodied)
    longest = lengths[int(len(lengths) * 0.9)] if lengths else 1
    # Where lines end in a no-break space within a cell, a plain space at the end of a line is the end of a cell.
    ends = [line.look.text[-1:] for line in bodied]
    marked = ends.count(" ") >= 3 and ends.count("\u00a0") >= 3
    out: list[Word] = []
    for line, end in zip(bodied, ends, strict=True):
        parts = line.text.split()
        at = 0
        for i, part in enumerate(parts):
            at = line.text.index(part, at)
            place = Place(line.start + at, line.start + at + len(part))
            closes = i + 1 == len(parts)
            width = min(1.0, len(line.words) / max(1, longest))
            out.append(Word(part, fold(part), place, i == 0, closes, closes and marked and end == " ", width))
            at += len(part)
    return out


def cut(words: Sequence[Word], fields: Sequence[str | None]) -> list[Piece]:
    """The words cut into cells. ``fields`` names the columns in order, None for a column that is no field of ours."""
    if not words or not fields:
        return []
    columns = range(len(fields))
    first = words[0]
    score = [_gain(first, None, field) - 0.7 * c for c, field in enumerate(fields)]
    steps: list[list[int]] = []
    for before, word in pairwise(words):
        best_from: list[int] = []
        now: list[float] = []
        boundary = _boundary(before, word)
        for to in columns:
            reach = [score[c] + _passage(c, to, fields, boundary, before, word) for c in columns]
            top = max(columns, key=lambda c: reach[c])
            best_from.append(top)
            now.append(reach[top] + _gain(word, before, fields[to]))
        score = now
        steps.append(best_from)
    return _pieces(words, fields, _path(score, steps))


def _gain(word: Word, before: Word | None, field: str | None) -> float:
    """What the word speaks for a column."""
    if field is None:
        return -0.5
    if is_date(word.text):
        return 4.0 if field == "date" else (-0.2 if field == "message" else -2.0)
    if field == "date":
        known = cell_words("DATE_WORDS").search(word.folded)
        return 2.0 if known else (-0.3 if word.folded in JOINTS or word.text.isdigit() else -3.0)
    if field == "message":
        return _gain_in_message(word)
    if _is_hole(word):
        return 1.0
    if word.folded in JOINTS or not any(c.isalnum() for c in word.text):
        # A dash before words is the bullet of a list, as messages have.
        return -0.8 if word.opens and word.folded in "-–•" else 0.0
    if cell_words(_WORD_LISTS[field]).search(word.folded):
        return _GAIN[field]
    if field == "material" and cell_words("CHANNEL_WORDS").search(word.folded):
        return _CHANNEL_IN_MATERIAL
    return -0.3 if word.text.isupper() and field in {"target", "audience"} else _LOSS[field]


def _gain_in_message(word: Word) -> float:
    if cell_words("MESSAGE_WORDS").search(word.folded):
        return 3.0
    if word.opens and word.folded in "-–•":
        return 0.8
    if word.text.endswith(":"):
        return 1.0
    return 0.8 if word.width >= _LONG else -0.4


def _boundary(before: Word, word: Word) -> float:
    """What speaks for a new cell between two words."""
    here = 0.0 if word.opens else (-0.8 if before.text[-1] in ".!?" else -2.0)
    here += 1.2 if before.cell_end else 0.0
    first = word.text[0]
    if first.isupper() or first in "*_" or is_date(word.text):
        here += 0.7
    elif first.islower():
        here -= 1.2
    if before.folded in JOINTS or before.text[-1] in ",/-‐(:":
        here -= 2.0
    if before.text == word.text or _is_hole(before) or _is_hole(word):
        here += 1.5
    return here


def _is_hole(word: Word) -> bool:
    """Whether a word stands for a cell still to be filled (``***``)."""
    return set(word.text) <= _HOLES


def _passage(source: int, to: int, fields: Sequence[str | None], boundary: float, before: Word, word: Word) -> float:
    """What it costs to go from one column to another; back to an earlier one opens a row."""
    if source == to:
        return -1.5 if before.cell_end else 0.0
    if to > source:
        return boundary - 0.3 - 1.5 * (to - source - 1)
    left_out = len(fields) - 1 - source
    merged = sum(_MERGED.get(fields[c], 2.0) for c in range(to))
    return boundary - 0.8 - 1.8 * left_out - merged - (2.0 if word.text[0].islower() else 0.0)


def _path(score: Sequence[float], steps: Sequence[Sequence[int]]) -> list[int]:
    at = max(range(len(score)), key=lambda c: score[c])
    path = [at]
    for step in reversed(steps):
        at = step[at]
        path.append(at)
    return path[::-1]


def _pieces(words: Sequence[Word], fields: Sequence[str | None], path: Sequence[int]) -> list[Piece]:
    pieces: list[Piece] = []
    known = vocabulary(word.text for word in words)
    row = 0
    start = 0
    for i in range(1, len(words) + 1):
        if i < len(words) and path[i] == path[start]:
            continue
        run = words[start:i]
        pieces.append(Piece(row, fields[path[start]], _mended(run, known), run[0].place.join(run[-1].place)))
        if i < len(words):
            row += path[i] < path[start]
            start = i
    return pieces


def _mended(words: Sequence[Word], known: frozenset[str]) -> str:
    """The words of a cell as one text, what a line broke made whole."""
    lines: list[list[str]] = []
    for word in words:
        if word.opens or not lines:
            lines.append([])
        lines[-1].append(word.text)
    return joined((" ".join(line) for line in lines), known)
