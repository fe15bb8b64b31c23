"""Boxes that lie on a page: the order in which a person reads them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

_SAME_LINE = 36.0  # points: boxes whose tops differ by less stand side by side


class Placed(Protocol):
    """Anything with a top and a left edge in points, None when the file does not say."""

    @property
    def top(self) -> float | None: ...
    @property
    def left(self) -> float | None: ...


P = TypeVar("P", bound=Placed)


def in_page_order(boxes: Sequence[P]) -> list[P]:
    """Row by row and from left to right, when every box says where it is; otherwise as the file has them."""
    placed = [(box.top, box.left, box) for box in boxes if box.top is not None and box.left is not None]
    if len(placed) < len(boxes):
        return list(boxes)
    placed.sort(key=lambda found: found[0])
    rows: list[list[tuple[float, float, P]]] = []
    for found in placed:
        if rows and found[0] - rows[-1][0][0] < _SAME_LINE:
            rows[-1].append(found)
        else:
            rows.append([found])
    return [box for row in rows for _, _, box in sorted(row, key=lambda found: found[1])]
