"""Two texts of many lines: the lines that stayed left out but for those beside a change, the others word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from filrouge.domain.comparison.changes import Piece
from filrouge.domain.comparison.wording import words

_SHORT = 600  # characters that are shown whole
_KEPT = 80  # characters of what stayed that are shown on either side of a change
CUT = " […] "


def passages(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both texts in reading order (as :func:`~filrouge.domain.comparison.wording.words` gives them), line
    by line, with long stretches of what stayed cut down to what stands beside a change."""
    found = list(_pieces(before.splitlines(keepends=True), after.splitlines(keepends=True)))
    if len(before) + len(after) <= _SHORT:
        return tuple(found)
    return tuple(_shortened(found))


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    for operation, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if operation == "equal":
            yield Piece("same", "".join(old[a:b]))
        elif b - a == d - c:
            for one, other in zip(old[a:b], new[c:d], strict=True):
                yield from words(one, other)
        else:
            yield from words("".join(old[a:b]), "".join(new[c:d]))


def _shortened(pieces: Sequence[Piece]) -> Iterator[Piece]:
    for rank, piece in enumerate(pieces):
        if piece.state != "same" or len(piece.text) <= 2 * _KEPT + len(CUT):
            yield piece
            continue
        head = "" if rank == 0 else piece.text[:_KEPT].rsplit(" ", 1)[0]
        tail = "" if rank == len(pieces) - 1 else piece.text[-_KEPT:].split(" ", 1)[-1]
        yield Piece("same", f"{head}{CUT}{tail}")
