"""Matrices flattened to text: fragments of cells below each other, their columns lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from filrouge.domain.language.words import fold
from filrouge.domain.model import Place, Quoted
from filrouge.domain.reading.tables.matrix_title import title_above
from filrouge.domain.reading.tables.page import Line, joined, looks_like_heading
from filrouge.domain.reading.tables.quotes import (
    OBJECTIVE,
    Part,
    Register,
    Start,
    is_matrix,
    kind_of_head,
    kinds_of_line,
    longer,
    split_inline,
    start_of,
)

_LEADING_CELLS = re.compile(r"(?:\u00a0 |\u00a0(?=\u00a0 )|\t)+")
_SURE = 0.55
_MARGIN = 0.08
_UNLIKE = 0.4
_MOST_FREE = 400
_MOST_LINES = 500


@dataclass(frozen=True, slots=True)
class Matrix:
    """A matrix as read: its title and the ranks of its lines, the ranks of its own lines, what it quotes, the words
    that quote nothing."""

    title: str
    heading: range
    blocks: range
    place: Place
    quoted: tuple[Quoted, ...]
    note: str | None
    from_text: bool


@dataclass(frozen=True, slots=True)
class Head:
    """The heads of a matrix: the ranks of their first and last line, and the kinds they name in order."""

    first: int
    last: int
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a matrix stands in lines of text: its heads, its title with the ranks of its lines, the rank where it
    ends at the latest, and whether it is the last of the document."""

    head: Head
    title: tuple[str, range]
    end: int
    last: bool


def matrix_spots(lines: Sequence[Line]) -> list[Spot]:
    """Where matrices stand in lines of text, in order."""
    heads = _heads(lines)
    titles = [title_above(lines, head.first) for head in heads]
    out: list[Spot] = []
    for at, head in enumerate(heads):
        last = at + 1 == len(heads)
        end = len(lines)
        if not last:
            end = titles[at + 1][1].start if len(titles[at + 1][1]) else heads[at + 1].first
        out.append(Spot(head, titles[at], min(end, head.last + _MOST_LINES), last))
    return out


def _heads(lines: Sequence[Line]) -> list[Head]:
    """The heads of matrices: on one line, or one below the other."""
    found: list[Head] = []
    stack: list[tuple[int, str]] = []
    for rank, line in enumerate(lines):
        if line.blank:
            continue
        if line.in_cell or len(line.text) > 300 or line.look.heading is not None:
            stack = []
            continue
        words = line.words
        if (
            len(words) < 16
            and not any(c.isdigit() for c in words)
            or "bjecti" in words
            or "oel" in words
            or "iel" in words
        ):
            kinds = kinds_of_line(words)
            if kinds is not None:
                found.append(Head(rank, rank, kinds))
                stack = []
                continue
        kind = kind_of_head(fold(words)) if len(words) < 40 else None
        stack = [*stack, (rank, kind)] if kind else []
        if len(stack) >= 2 and is_matrix([kind for _, kind in stack]) and stack[-1][1] == OBJECTIVE:
            found.append(Head(stack[0][0], rank, tuple(kind for _, kind in stack)))
            stack = []
    return found


@dataclass
class _State:
    """What was read so far of one matrix, while its fragments go by."""

    kinds: tuple[str, ...]
    known: Register
    column: int = -1

    def kind(self, start: Start, text: str, empty_before: int) -> tuple[str, float]:
        """The kind of a numbered fragment, and how alike it is to the item of that kind and number (1.0 when
        unknown)."""
        if start.kind == OBJECTIVE:
            self.column = self.kinds.index(OBJECTIVE)
            return OBJECTIVE, 1.0
        alike = {
            kind: score for kind in self.kinds if (score := self.known.likeness(kind, start.number, text)) is not None
        }
        ranked = sorted(alike.values(), reverse=True)
        if ranked and ranked[0] >= _SURE and (len(ranked) == 1 or ranked[0] - ranked[1] >= _MARGIN):
            best = max(alike, key=lambda kind: alike[kind])
            self.column = self.kinds.index(best)
            return best, alike[best]
        self.column = self._by_place(empty_before)
        kind = self.kinds[self.column]
        return kind, alike.get(kind, 0.0 if self.known.texts.get(kind) else 1.0)

    def _by_place(self, empty_before: int) -> int:
        """The column by the empty cells before the fragment, else the one after the column before."""
        if empty_before:
            return min(empty_before, len(self.kinds) - 1)
        following = (self.column + 1) % len(self.kinds)
        return 0 if self.kinds[following] == OBJECTIVE else following


@dataclass(frozen=True, slots=True)
class _Fragment:
    parts: tuple[Part, ...]
    start: Start | None
    empty_before: int
    last: int

    @property
    def text(self) -> str:
        words = joined(part.text for part in self.parts)
        return words if self.start is None else joined([self.start.text, *(part.text for part in self.parts[1:])])


def text_matrix(lines: Sequence[Line], spot: Spot, known: Register) -> Matrix | None:
    """The matrix at a spot, put together from the fragments of its cells; None when it quotes nothing."""
    head, title, last = spot.head, spot.title, spot.last
    state = _State(head.kinds, known)
    quoted: list[Quoted] = []
    free: list[tuple[int, str]] = []
    stop = head.last
    for fragment in _fragments(lines, head.last + 1, spot.end, known, head.kinds):
        text = fragment.text
        if fragment.start is None:
            if text[:1].islower() and quoted and not free:
                quoted[-1] = longer(quoted[-1], Part(text, fragment.parts[0].place.join(fragment.parts[-1].place)))
                continue
            free.append((len(quoted), text))
            if last and sum(len(words) for at, words in free if at == len(quoted)) > _MOST_FREE:
                break
            continue
        kind, alike = state.kind(fragment.start, text, fragment.empty_before)
        if last and alike < _UNLIKE and fragment.start.kind is None:
            break
        place = fragment.parts[0].place.join(fragment.parts[-1].place)
        quoted.append(Quoted(kind, fragment.start.number, text.strip(), place))
        stop = fragment.last
    if not quoted:
        return None
    note = joined(text for at, text in free if at < len(quoted)) or None
    first = title[1].start if len(title[1]) else head.first
    place = lines[first].place.join(lines[stop].place)
    return Matrix(title[0], title[1], range(head.first, stop + 1), place, tuple(quoted), note, True)


def _fragments(lines: Sequence[Line], first: int, end: int, known: Register, kinds: Sequence[str]) -> list[_Fragment]:
    """The pieces of cells between two ranks: a piece begins with an item, or after a blank line where blanks part
    them."""
    blanks_part = not _double_spaced(lines[first:end])
    numbers = frozenset(number for kind in kinds for number in known.texts.get(kind, {}))
    out: list[_Fragment] = []
    fresh = True
    for rank in range(first, end):
        line = lines[rank]
        if line.blank:
            fresh = fresh or blanks_part
            continue
        if line.in_cell or (looks_like_heading(line) and start_of(Part(line.text, line.place)) is None):
            break
        empty = _empty_cells(line)
        for part in split_inline(Part(line.text.strip(), line.place, line.look.label), numbers):
            start = start_of(part)
            before = out[-1] if out else None
            if start is not None and before is not None and not fresh and _inside(before, start, numbers):
                start = None
            if start is None and before is not None and not fresh and not _finished(before, part, known, kinds):
                out[-1] = _Fragment((*before.parts, part), before.start, before.empty_before, rank)
            else:
                out.append(_Fragment((part,), start, empty, rank))
            fresh = False
            empty = 0
    return out


def _inside(before: _Fragment, start: Start, numbers: frozenset[int]) -> bool:
    """Whether a number at the start of a line goes on from the line above rather than beginning an item."""
    return start.kind is None and bool(numbers) and start.number not in numbers


def _finished(before: _Fragment, part: Part, known: Register, kinds: Sequence[str]) -> bool:
    """Whether the fragment holds all of the item it quotes and the part begins something of its own."""
    if before.start is None or not part.text[:1].isupper():
        return False
    wanted = [before.start.kind] if before.start.kind else list(kinds)
    return any(known.complete(kind, before.start.number, before.text, part.text) for kind in wanted)


def _double_spaced(lines: Sequence[Line]) -> bool:
    """Whether a blank line follows nearly every line, so that it parts nothing."""
    filled = [at for at, line in enumerate(lines[:-1]) if not line.blank]
    return len(filled) > 3 and sum(lines[at + 1].blank for at in filled) > 0.85 * len(filled)


def _empty_cells(line: Line) -> int:
    """How many empty cells stand before the words: no-break spaces followed by plain ones, or tabs."""
    lead = _LEADING_CELLS.match(line.look.text)
    return 0 if lead is None else lead[0].count("\t") + lead[0].count("\u00a0")
