"""Two texts word by word: what stayed, what went, what came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from filrouge.domain.comparison.changes import Piece

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_LONGEST = 4_000
_ISLAND = 2  # so few unchanged words between two changes are shown as part of them


def words(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both texts in reading order, what went before what came in its place.

    The pieces that are not ``new`` make up the old text, those that are not ``gone`` the new one.
    """
    if before == after:
        return (Piece("same", after),) if after else ()
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if len(old) + len(new) > _LONGEST:  # beyond this length the words in common would take too long to find
        return tuple(piece for piece in (Piece("gone", before), Piece("new", after)) if piece.text)
    return tuple(_merged(_runs(old, new)))


def _runs(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """Stretches of both texts: equal ones as (text, text), differing ones as (old, new)."""
    for operation, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        left, right = "".join(old[a:b]), "".join(new[c:d])
        if operation == "equal" and _is_island(old[a:b]) and a > 0 and b < len(old) and c > 0 and d < len(new):
            yield left, right + "\0"
        else:
            yield left, right


def _is_island(tokens: list[str]) -> bool:
    """So little in common that showing it as common would only break up the reading: spaces, an article."""
    found = [token for token in tokens if token.strip()]
    return len(found) < _ISLAND and all(len(token) <= 3 for token in found)


def _merged(runs: Iterator[tuple[str, str]]) -> Iterator[Piece]:
    gone, come = "", ""
    for left, right in runs:
        if left == right:
            yield from _change(gone, come)
            gone = come = ""
            yield Piece("same", left)
        else:
            gone, come = gone + left, come + right.removesuffix("\0")
    yield from _change(gone, come)


def _change(gone: str, come: str) -> Iterator[Piece]:
    if gone == come:
        if gone:
            yield Piece("same", gone)
        return
    if gone:
        yield Piece("gone", gone)
    if come:
        yield Piece("new", come)
