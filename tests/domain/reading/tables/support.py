"""What the tests of tables share: extracts of lines and of real cells, and a short way to write what was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from filrouge.domain.model import Item, Place, RiskDomain, SwotItem, Table
from filrouge.domain.reading.blocks import Builder, CellRef, Extract

NOWHERE = Place(0, 1)
Cellish = str | tuple[str, int] | tuple[str, int, int]


def lines(text: str, flow: str = "line") -> Extract:
    """A text as its reader gives it: a block a line, empty lines too."""
    builder = Builder("text")
    for line in text.split("\n"):
        builder.add(line, flow=flow)
    return builder.build()


def cells(rows: Sequence[Sequence[Cellish]], *, before: Iterable[str] = (), after: Iterable[str] = ()) -> Extract:
    """A table of real cells between paragraphs. A cell is its text (paragraphs parted by a line break), or the text
    with the columns and the rows it spans."""
    builder = Builder("docx")
    for paragraph in before:
        builder.add(paragraph)
    add_table(builder, rows, 0)
    for paragraph in after:
        builder.add(paragraph)
    return builder.build()


def add_table(builder: Builder, rows: Sequence[Sequence[Cellish]], rank: int) -> None:
    held: set[tuple[int, int]] = set()
    for r, row in enumerate(rows):
        column = 0
        for cell in row:
            text, wide, high = (cell, 1, 1) if isinstance(cell, str) else (*cell, 1)[:3]
            while (r, column) in held:
                column += 1
            held |= {(r + dr, column + dc) for dr in range(high) for dc in range(wide)}
            for paragraph in text.split("\n"):
                builder.add(paragraph, cell=CellRef(rank, r, column, wide, high))
            column += wide


def figures(table: Table) -> dict[str, list[str]]:
    """The figures of a table by the label of their row, each as ``year column value``, what is missing left out."""
    return {
        row.label: [" ".join(filter(None, (str(c.year or ""), c.column, str(c.value)))) for c in row.cells]
        for row in table.rows
    }


def actions(table: Table) -> list[tuple[str, ...]]:
    return [(a.target, a.audience, a.date, a.message, a.channel, a.material) for a in table.actions]


def crossed(domain: RiskDomain) -> tuple[str, str, tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    return domain.number, domain.title, domain.weaknesses, domain.threats, domain.objectives


def swot(kind: str, *texts: str) -> list[SwotItem]:
    return [SwotItem(kind, str(number), text, NOWHERE) for number, text in enumerate(texts, 1)]


def goals(*texts: str, kind: str = "strategic_objective") -> list[Item]:
    return [Item(f"goal-{n}", kind, str(n), text, None, None, NOWHERE) for n, text in enumerate(texts, 1)]
