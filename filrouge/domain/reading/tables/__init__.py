"""Tables: staff and budget figures, communication plans, matrices of risk domains; from real cells or flattened
text."""

from __future__ import annotations

from dataclasses import replace

from filrouge.domain.reading.blocks import Extract
from filrouge.domain.reading.tables.build import read_page
from filrouge.domain.reading.tables.communication import find_plans
from filrouge.domain.reading.tables.figures import find_figures
from filrouge.domain.reading.tables.found import FoundDomain, FoundTable
from filrouge.domain.reading.tables.grids import word_tables
from filrouge.domain.reading.tables.matrices import read_matrices
from filrouge.domain.reading.tables.numbers import Style, parse_number
from filrouge.domain.reading.tables.parted import parted_grids

__all__ = ["FoundDomain", "FoundTable", "Style", "find_grids", "find_tables", "parse_number", "read_matrices"]


def find_tables(extract: Extract, language: str | None) -> tuple[FoundTable, ...]:
    """The tables of figures and the communication plans of an extract, in order, with ids ``table-1``, ``table-2``…

    ``language`` (fr, nl, de, en, or None) decides how a figure such as ``1.234`` is read when no figure of its table
    leaves it beyond doubt.
    """
    page = read_page(extract)
    parted = parted_grids(page.lines)
    plans = find_plans(page, parted)
    taken = [plan.blocks for plan in plans]
    figures = [f for f in find_figures(page, parted, language) if not any(f.blocks.start in span for span in taken)]
    found = sorted([*plans, *figures], key=lambda table: table.blocks.start)
    return tuple(replace(f, table=replace(f.table, id=f"table-{rank}")) for rank, f in enumerate(found, 1))


def find_grids(extract: Extract, taken: frozenset[int] = frozenset()) -> tuple[FoundTable, ...]:
    """The real tables of words whose blocks are not among the ranks ``taken``, with ids ``grid-1``, ``grid-2``…"""
    found = word_tables(read_page(extract), taken)
    return tuple(replace(f, table=replace(f.table, id=f"grid-{rank}")) for rank, f in enumerate(found, 1))
