"""A page cut into stretches of lines and grids, from the top down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import quantiles

from filrouge.formats.readers.pdf.columns import in_order
from filrouge.formats.readers.pdf.lines import Piece, lines_of
from filrouge.formats.readers.pdf.rules import Grid
from filrouge.formats.readers.pdf.words import Word


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a grid stands in its table: the table's rank, the row that its first row has there, how many of its first
    rows repeat the head of the table, and for each of its edges the rank of that edge among the table's."""

    table: int
    start: int
    repeated: int
    edges: tuple[int, ...]


@dataclass(slots=True)
class Part:
    """A stretch of lines, or a grid with the lines of each cell; ``placing`` is set once the tables are linked."""

    pieces: list[Piece] = field(default_factory=list)
    grid: Grid | None = None
    cells: list[list[Piece]] = field(default_factory=list)
    placing: Placing | None = None

    @property
    def is_table(self) -> bool:
        return self.grid is not None and len(self.grid.cells) > 1


def parts_of(words: Sequence[Word], grids: Sequence[Grid]) -> list[Part]:
    """The page from the top down: the lines outside the grids, cut where a grid stands, and the grids."""
    inside: list[list[list[Word]]] = [[[] for _ in grid.cells] for grid in grids]
    outside: list[Word] = []
    for word in words:
        x, y = middle(word)
        for grid, cells in zip(grids, inside, strict=True):
            rank = grid.cell_at(x, y)
            if rank is not None:
                cells[rank].append(word)
                break
        else:
            outside.append(word)
    parts: list[Part] = []
    lines = lines_of(outside)
    for grid, cells in zip(grids, inside, strict=True):
        above = [line for line in lines if line[0].base < grid.top + 1]
        lines = [line for line in lines if line[0].base >= grid.top + 1]
        if above:
            parts.append(Part(in_order(above)))
        parts.append(Part(grid=grid, cells=[in_order(lines_of(found)) for found in cells]))
    if lines:
        parts.append(Part(in_order(lines)))
    return parts


def middle(word: Word) -> tuple[float, float]:
    """The point that tells in which cell a word stands."""
    return (word.left + word.right) / 2, word.base - 0.3 * word.size


def usual_step(parts: Sequence[Part]) -> float:
    """The step from line to line inside a paragraph, as a multiple of the size: the lower quartile of all steps."""
    steps = [
        (after.base - before.base) / after.size
        for part in parts
        for before, after in zip(part.pieces, part.pieces[1:], strict=False)
        if 0 < after.base - before.base < 3 * after.size and abs(after.size - before.size) < 0.1
    ]
    return quantiles(steps, n=4)[0] if len(steps) > 1 else 1.2
