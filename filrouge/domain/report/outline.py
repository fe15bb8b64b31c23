"""The outline of a document beside its framework: its sections in order, and in their place those that it lacks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from filrouge.domain.coherence import Severity
from filrouge.domain.model import FrameworkSection, Section
from filrouge.domain.report.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Entry:
    """A section of the document, or one that is ``missing`` from it; ``counts`` how many open remarks of each severity
    stand in it, outside its subsections."""

    level: int
    section: Section | None
    missing: FrameworkSection | None
    counts: dict[Severity, int]


def outline(dossier: Dossier) -> tuple[Entry, ...]:
    """The sections in the order of the text, each missing one after those that the framework puts before it."""
    tally = _tally(dossier)
    entries = [Entry(section.level, section, None, tally.get(section.id, {})) for section in dossier.document.sections]
    for gap in _missing(dossier):
        entries.insert(_position(entries, gap, dossier), Entry(gap.level, None, gap, {}))
    return tuple(entries)


def _tally(dossier: Dossier) -> dict[str, dict[Severity, int]]:
    found: dict[str, Counter[Severity]] = {}
    for remark in dossier.remarks:
        place = remark.place
        section = remark.section or (dossier.document.section_at(place.start) if place else None)
        if section is not None:
            found.setdefault(section.id, Counter())[remark.severity] += 1
    return {name: dict(counts) for name, counts in found.items()}


def _missing(dossier: Dossier) -> list[FrameworkSection]:
    """The sections of the framework that open remarks name as absent, in the framework's order."""
    if dossier.framework is None:
        return []
    named: set[object] = set()
    for remark in dossier.remarks:
        ids = remark.fact.params.get("ids")
        if isinstance(ids, (list, tuple)):
            named.update(ids)
    return [section for section in dossier.framework.sections if section.id in named]


def _position(entries: list[Entry], gap: FrameworkSection, dossier: Dossier) -> int:
    """After the last entry that the framework puts before the gap, and after what stands under that entry."""
    assert dossier.framework is not None
    order = {section.id: rank for rank, section in enumerate(dossier.framework.sections)}
    position = 0
    for rank, entry in enumerate(entries):
        name = entry.section.framework_section if entry.section else entry.missing.id if entry.missing else None
        if name in order and order[name or ""] < order[gap.id]:
            position = rank + 1
    while 0 < position < len(entries) and entries[position].level > max(entries[position - 1].level, gap.level):
        position += 1
    return position
