"""The thread of a document: the levels of what it states, what hangs under what, and where the link is missing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from filrouge.domain.model import Document, Item

LEVELS = (
    "theme",
    "priority",
    "strategic_objective",
    "operational_objective",
    "objective",
    "ambition",
    "commitment",
    "action",
)


@dataclass(frozen=True, slots=True)
class Strand:
    """One level: how many statements it has, how many hang under another statement, how many have something under them.

    ``joined`` of the first level is 0, since nothing stands above it.
    """

    kind: str
    count: int
    joined: int
    serving: int


@dataclass(frozen=True, slots=True)
class Knot:
    """A statement and those under it. ``loose``: a level stands above but it hangs under nothing; ``bare``: statements
    of its level have others under them, or a level stands just below, and it has none."""

    item: Item
    under: tuple[Knot, ...]
    loose: bool
    bare: bool


@dataclass(frozen=True, slots=True)
class Thread:
    """``strands`` from the top level down, only levels that the document has; ``roots`` what hangs under nothing."""

    strands: tuple[Strand, ...]
    roots: tuple[Knot, ...]

    @property
    def whole(self) -> bool:
        """Whether every statement below the first level hangs under another, and every one above the last has some."""
        joined = all(strand.joined == strand.count for strand in self.strands[1:])
        return joined and all(strand.serving == strand.count for strand in self.strands[:-1])


def thread(document: Document) -> Thread:
    """The thread through the statements of a document; values and indicators are not part of it."""
    items = document.items_of(*LEVELS)
    known = {item.id: item for item in items}
    under: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        if item.parent in known and item.parent != item.id:
            under[item.parent or ""].append(item)
    present = [kind for kind in LEVELS if any(item.kind == kind for item in items)]
    tops = present[:1]

    def knot(item: Item, above: frozenset[str]) -> Knot:
        seen = above | {item.id}
        below = tuple(knot(one, seen) for one in under[item.id] if one.id not in seen)
        loose = not above and item.kind not in tops
        return Knot(item, below, loose, not below and item.kind != present[-1])

    roots = [item for item in items if item.parent not in known or _in_a_ring(item, known)]
    strands = []
    for kind in present:
        of_kind = [item for item in items if item.kind == kind]
        joined = sum(item.parent in known for item in of_kind)
        strands.append(Strand(kind, len(of_kind), joined, sum(bool(under[item.id]) for item in of_kind)))
    return Thread(tuple(strands), tuple(knot(item, frozenset()) for item in roots))


def _in_a_ring(item: Item, known: dict[str, Item]) -> bool:
    """Whether going up from this item comes back to it: it is then shown as a root, so that nothing is lost."""
    seen, at = {item.id}, known.get(item.parent or "")
    while at is not None and at.id not in seen:
        seen.add(at.id)
        at = known.get(at.parent or "")
    return at is not None and at.id == item.id
