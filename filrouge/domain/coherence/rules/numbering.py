"""DOC103: numbering with a gap, a repeat or a step back that the author made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from filrouge.domain.coherence.engine import Context, Fact, Severity, rule
from filrouge.domain.coherence.rules.sources import OWN
from filrouge.domain.model import Place

_TOO_MANY = 6  # beyond, it is the numbering as a whole that is the remark
_LAST = re.compile(r"(\d+)[.)°]*$")


@dataclass(frozen=True, slots=True)
class _Numbered:
    number: str
    place: Place
    section: str | None
    item: str | None = None

    @property
    def rank(self) -> int:
        found = _LAST.search(self.number)
        return int(found[1]) if found else 0


@rule("DOC103", Severity.WARNING, source=OWN, weight=45)
def numbering_broken(context: Context) -> Iterator[Fact]:
    noted = _repaired(context)
    found = [
        fact
        for run in (*_section_runs(context), *_item_runs(context))
        if not any(one.section in noted for one in run)
        for fact in _breaks(context, run)
    ]
    if len(found) <= _TOO_MANY:
        yield from found
        return
    places = tuple(fact.place for fact in found if fact.place)
    params = {"form": "many", "count": len(found), "numbers": [fact.params["number"] for fact in found]}
    yield Fact(places[0], params=params, places=places[1:])


def _repaired(context: Context) -> set[str]:
    """The sections that reading had to repair; beside columns put back in order, the neighbouring ones too, for a
    number may have come from there."""
    document = context.document
    found = {note.section for note in document.notes if note.section}
    order = [section.id for section in document.sections]
    for note in document.notes:
        touched = {note.section, context.section_of(note.place)} if note.code == "columns-reordered" else set()
        for rank in (rank for rank, name in enumerate(order) if name in touched):
            found.update(order[max(0, rank - 1) : rank + 2])
    return found


def _section_runs(context: Context) -> Iterator[list[_Numbered]]:
    """The numbered headings under one heading, in order; those whose numbers have the same length and beginning."""
    runs: dict[tuple[str | None, int, str], list[_Numbered]] = {}
    for section in context.document.sections:
        if section.number and _LAST.search(section.number) and section.confidence >= 0.5:
            parts = section.number.strip(". )").split(".")
            beginning = ".".join(parts[:-1])
            kind = _kind_of_heading(context, section.heading, section.number)
            key = (None if beginning else section.parent, section.level, beginning + kind)
            runs.setdefault(key, []).append(_Numbered(section.number, section.heading, section.id))
    yield from runs.values()


def _kind_of_heading(context: Context, heading: Place, number: str) -> str:
    """The words before the number ("chapter", "annex"): headings of two kinds are two series."""
    text = context.prose.flat[heading.start : heading.end]
    return text.partition(number)[0].strip() if number in text else ""


def _item_runs(context: Context) -> Iterator[list[_Numbered]]:
    """The numbered statements of one kind under one heading and one parent; a new 1 begins a new list.

    Lists into which reading moved a statement, and lists that hold each number from 1 once in whatever order, as
    columns give them, are left out: their order is not the author's.
    """
    runs: dict[tuple[str, str | None, str | None], list[_Numbered]] = {}
    moved = {item.id for item in context.document.items if "moved" in item.doubts}
    for item in context.document.items:
        if item.number and item.number.strip(". )").isdecimal():
            key = (item.kind, item.section, item.parent)
            runs.setdefault(key, []).append(_Numbered(item.number, item.place, item.section, item.id))
    for numbered in runs.values():
        starts = [0, *(rank for rank, one in enumerate(numbered) if rank and one.rank == 1), len(numbered)]
        for run in (numbered[a:b] for a, b in pairwise(starts)):
            whole = sorted(one.rank for one in run) == list(range(1, len(run) + 1))
            if not whole and not any(one.item in moved for one in run):
                yield run


def _breaks(context: Context, run: Sequence[_Numbered]) -> Iterator[Fact]:
    ranks = {one.rank for one in run}
    for before, after in pairwise(run):
        step = after.rank - before.rank
        if step == 1:
            continue
        kind = "repeat" if step == 0 else "gap" if step > 1 else "back"
        missing = [rank for rank in range(before.rank + 1, after.rank) if rank not in ranks]
        if kind == "gap" and (not missing or _stands_elsewhere(context, run, after, missing)):
            continue
        if kind == "back" and set(range(min(ranks), max(ranks) + 1)) == ranks and after.rank == 1:
            continue
        expected = _LAST.sub(str(before.rank + 1), after.number.strip(". )"))
        fact = Fact(after.place, after.item, after.section, places=(before.place,))
        yield fact.saying(form="one", kind=kind, before=before.number, number=after.number, expected=expected)


def _stands_elsewhere(context: Context, run: Sequence[_Numbered], after: _Numbered, missing: Sequence[int]) -> bool:
    """Whether a missing number begins a line between the two: reading took it for something else."""
    start, end = run[0].place.start, after.place.end
    stem = _LAST.sub("", after.number.strip(". )"))
    return all(
        re.search(rf"(?m)^[^\w\n]*(?:\w+\s+)?{re.escape(stem)}{rank}(?!\d|[.]\d)", context.document.text[start:end])
        for rank in missing
    )
