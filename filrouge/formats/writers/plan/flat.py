"""Rich text as Word holds it: one paragraph after another, each saying what it is; and back into a tree.

What Word cannot say (a quotation in a list, two lists that touch) is lost only where the text was changed: whatever
comes back as it left is taken from the tree that left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from filrouge.domain.planning.rich import (
    Block,
    Cell,
    Divider,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Rich,
    Run,
    Table,
    tidy,
)

DEEPEST = 8  # levels of lists, as Word counts them from nought


@dataclass(frozen=True, slots=True)
class Flat:
    """A paragraph or a table.

    ``kind`` is ``p``, ``h`` (with its ``level``), ``li``, ``more`` (a further paragraph of an item), ``quote`` or
    ``table``; ``level`` of a list counts from nought; ``style`` and ``start`` are those of an ordered list.
    """

    kind: str
    runs: tuple[Run, ...] = ()
    level: int = 0
    ordered: bool = False
    style: str = "1"
    start: int = 1
    rows: tuple[tuple[FlatCell, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class FlatCell:
    """A cell of a table: its paragraphs, whether it is a head, how many columns and rows it covers."""

    flats: tuple[Flat, ...]
    header: bool = False
    columns: int = 1
    rows: int = 1


def flatten(blocks: Iterable[Block]) -> tuple[Flat, ...]:
    """The blocks of a body one after another; dividers are left out."""
    return tidied(_flat(blocks, None, "p"))


def _flat(blocks: Iterable[Block], inside: Flat | None, kind: str) -> Iterator[Flat]:
    """``inside`` is the list item that the blocks stand in, already without its words."""
    for block in blocks:
        if isinstance(block, Paragraph):
            if inside is not None:
                yield (
                    Flat(inside.kind, block.runs, inside.level, inside.ordered, inside.style, inside.start)
                    if inside.kind == "li"
                    else Flat("more", block.runs, inside.level)
                )
                inside = Flat("more", (), inside.level)
            else:
                yield Flat(kind, block.runs)
        elif isinstance(block, Heading):
            yield Flat("h", block.runs, block.level)
        elif isinstance(block, ListBlock):
            level = 0 if inside is None else min(DEEPEST, inside.level + 1)
            for item in block.items:
                yield from _flat(item.blocks, Flat("li", (), level, block.ordered, block.style, block.start), "p")
        elif isinstance(block, Quote):
            yield from _flat(block.blocks, None, "quote")
        elif isinstance(block, Table):
            yield Flat("table", rows=tuple(tuple(_flat_cell(cell) for cell in row) for row in block.rows))


def _flat_cell(cell: Cell) -> FlatCell:
    return FlatCell(flatten(cell.blocks), cell.header, cell.columns, cell.rows)


def tidied(flats: Iterable[Flat]) -> tuple[Flat, ...]:
    """Paragraphs as Word gave them, in the form that :func:`flatten` gives: words tidied, empty ones left out, levels
    of lists without gaps."""
    found: list[Flat] = []
    for flat in flats:
        if flat.kind == "table":
            high = len(flat.rows)
            rows = tuple(
                tuple(FlatCell(tidied(c.flats), c.header, c.columns, max(1, min(c.rows, high - at))) for c in row)
                for at, row in enumerate(flat.rows)
            )
            if any(rows):
                found.append(Flat("table", rows=rows))
            continue
        runs = tidy(flat.runs)
        if not runs:
            continue
        above = found[-1] if found and found[-1].kind in ("li", "more") else None
        if flat.kind == "li":
            level = min(flat.level, above.level + 1 if above else 0)
            found.append(Flat("li", runs, level, flat.ordered, flat.style, flat.start))
        elif flat.kind == "more" and above is not None:
            found.append(Flat("more", runs, min(flat.level, above.level)))
        else:
            found.append(Flat("p" if flat.kind == "more" else flat.kind, runs, flat.level if flat.kind == "h" else 0))
    return tuple(found)


def unflatten(flats: Sequence[Flat]) -> tuple[Block, ...]:
    """The tree that the paragraphs say."""
    blocks: list[Block] = []
    at = 0
    while at < len(flats):
        flat = flats[at]
        end = at + 1
        if flat.kind in ("li", "more"):
            while end < len(flats) and flats[end].kind in ("li", "more"):
                end += 1
            blocks += _lists(flats[at:end])
        elif flat.kind == "quote":
            while end < len(flats) and flats[end].kind == "quote":
                end += 1
            blocks.append(Quote(tuple(Paragraph(one.runs) for one in flats[at:end])))
        elif flat.kind == "h":
            blocks.append(Heading(min(6, max(1, flat.level)), flat.runs))
        elif flat.kind == "table":
            blocks.append(Table(tuple(tuple(_cell(cell) for cell in row) for row in flat.rows)))
        else:
            blocks.append(Paragraph(flat.runs))
        at = end
    return tuple(blocks)


def _cell(cell: FlatCell) -> Cell:
    return Cell(unflatten(cell.flats), cell.header, cell.columns, cell.rows)


def _lists(flats: Sequence[Flat]) -> list[Block]:
    """Lists out of items of one level or deeper; the deeper ones belong to the item above them."""
    level = min(flat.level for flat in flats)
    blocks: list[Block] = []
    at = 0
    while at < len(flats):
        end = at + 1
        while end < len(flats) and (flats[end].level > level or flats[end].kind == "more"):
            end += 1
        first, rest = flats[at], flats[at + 1 : end]
        more = next((k for k, flat in enumerate(rest) if flat.kind == "li"), len(rest))
        inner: list[Block] = [Paragraph(first.runs), *(Paragraph(flat.runs) for flat in rest[:more])]
        if rest[more:]:
            inner += _lists(rest[more:])
        item = ListItem(tuple(inner))
        above = blocks[-1] if blocks else None
        if isinstance(above, ListBlock) and _alike(above, first):
            blocks[-1] = ListBlock(above.ordered, (*above.items, item), above.start, above.style)
        elif first.ordered:
            blocks.append(ListBlock(True, (item,), first.start, first.style))
        else:
            blocks.append(ListBlock(False, (item,)))
        at = end
    return blocks


def _alike(above: ListBlock, item: Flat) -> bool:
    return above.ordered == item.ordered and (not item.ordered or above.style == item.style)


def merged(left: Rich, came: Sequence[Flat]) -> Rich:
    """The body that came back: the blocks that left where their words are the same, new ones where they are not."""
    tops = [(block, flatten((block,))) for block in left.blocks if not isinstance(block, Divider)]
    before = [flat for _, flats in tops for flat in flats]
    same: dict[int, int] = {}
    for a, b, size in SequenceMatcher(None, before, list(came), autojunk=False).get_matching_blocks():
        same.update({a + k: b + k for k in range(size)})
    blocks: list[Block] = []
    done = at = 0
    for block, flats in tops:
        places = [same.get(at + k) for k in range(len(flats))]
        at += len(flats)
        first = places[0] if places else None
        if first is None or places != list(range(first, first + len(flats))):
            continue
        blocks += unflatten(came[done:first])
        blocks.append(block)
        done = first + len(flats)
    return Rich((*blocks, *unflatten(came[done:])))
