"""What stands at the edge of a page and belongs to no text: folios and running titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_EDGE_LINES = 3  # at the top and at the foot of a page that may be furniture
_SAME_HEIGHT = 6.0  # points, by which a running title may move from page to page
_CLEAR = 2.0  # points above the text of every other page: in the margin
_FOLIO = re.compile(
    r"\W*(?:(?:page|pagina|bladzijde|seite|blz\.?|pag\.?|p\.?|s\.)\s*)?"
    r"(?:\d{1,4}(?:\s*(?:/|-|–|\||sur|van|von|of|de)\s*\d{1,4})?|(?=[ivxl])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3}))\W*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,4}")
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Thing:
    """A line or a grid of a page with its words, its top and its bottom (points from the top of the page)."""

    text: str
    top: float
    bottom: float
    ruled: bool = False


def furniture(pages: Sequence[Sequence[Thing]]) -> list[set[Thing]]:
    """For each page, which of its things are furniture; a page is all of its lines and grids in any order.

    At the outer edges: a folio, words that stand at the same height of another page (with the number of the page
    going up in step), and a line that stands higher than the text of every other page: a running title seen once.
    """
    edges = [_edges(page) for page in pages]
    seen: dict[str, list[tuple[int, float]]] = {}
    for number, (tops, feet) in enumerate(edges):
        for thing in {*tops, *feet}:
            for key in _keys(thing.text, number):
                seen.setdefault(key, []).append((number, thing.bottom))
    found: list[set[Thing]] = []
    for number, (tops, feet) in enumerate(edges):
        known = {thing for thing in {*tops, *feet} if _FOLIO.fullmatch(thing.text) or _repeats(thing, number, seen)}
        found.append({*_leading(tops, known), *_leading(feet, known)})
    starts = [min((t.top for t in page if t not in own), default=None) for page, own in zip(pages, found, strict=True)]
    for number, (tops, _) in enumerate(edges):
        others = [start for at, start in enumerate(starts) if at != number and start is not None]
        if others:
            high = {thing for thing in tops[:1] if not thing.ruled and thing.bottom < min(others) - _CLEAR}
            found[number].update(_leading(tops, high | found[number]))
    return found


def _edges(page: Sequence[Thing]) -> tuple[list[Thing], list[Thing]]:
    """The outermost things from the top down and from the foot up."""
    down = sorted(page, key=lambda thing: thing.top)
    up = sorted(page, key=lambda thing: -thing.bottom)
    return down[:_EDGE_LINES], up[:_EDGE_LINES]


def _leading(things: Sequence[Thing], wanted: set[Thing]) -> Iterator[Thing]:
    for thing in things:
        if thing not in wanted:
            return
        yield thing


def _keys(text: str, page: int) -> Iterator[str]:
    """What the words are known by on another page: themselves, and themselves with numbers counted from the page's.

    A word and a number is no running title: it may number a table.
    """
    yield text
    if _NUMBER.search(text) and len(_WORD.findall(text)) > 1:
        yield "\n" + _NUMBER.sub(lambda found: str(int(found.group()) - page), text)


def _repeats(thing: Thing, page: int, seen: dict[str, list[tuple[int, float]]]) -> bool:
    return any(
        other != page and abs(bottom - thing.bottom) <= _SAME_HEIGHT
        for key in _keys(thing.text, page)
        for other, bottom in seen[key]
    )
