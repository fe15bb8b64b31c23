"""Codes of the themes of a national plan: ``T1``, ``P3``, and ``P3.A`` for a sub-heading, in the order of the
document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from filrouge.domain.language.words import fold
from filrouge.domain.model import Framework, Section


def theme_codes(sections: Sequence[Section], framework: Framework, labels: Mapping[str, str | None]) -> dict[str, str]:
    """Section ids with their codes. ``labels`` holds the sections headed by a theme's own label ("Theme 3 – …"), with
    the
    letter of the part that this label names, if it names one."""
    if not framework.parts:
        return {}
    parts = {s.id: part for s in sections if s.id not in labels and (part := _part(s, framework)) is not None}
    by_id = {s.id: s for s in sections}
    parents_of_parts = {by_id[i].parent for i in parts if by_id[i].parent}
    codes: dict[str, str] = {}
    ranks: dict[str, int] = {}
    letters: dict[str, int] = {}
    for section in sections:
        above = _nearest(section, by_id, parts)
        if section.parent in codes:
            holder = section.parent
            letters[holder] = letters.get(holder, 0) + 1
            codes[section.id] = f"{codes[holder]}.{_letter(letters[holder])}"
            continue
        direct = section.parent in parts and section.parent not in parents_of_parts and section.id not in parts
        if not direct and section.id not in labels:
            continue
        if labels and section.id not in labels and any(by_id[i].parent == section.parent for i in labels):
            continue
        letter = (parts[above] if above else None) or labels.get(section.id) or framework.parts[0].code
        ranks[letter] = ranks.get(letter, 0) + 1
        code = f"{letter}{section.number if section.number and section.number.isdigit() else ranks[letter]}"
        codes[section.id] = code if code not in codes.values() else f"{letter}{ranks[letter]}"
    return codes


def _part(section: Section, framework: Framework) -> str | None:
    """The part that a heading opens: the one whose name is longest among those the title holds."""
    title = f" {fold(section.title)} "
    best: tuple[int, str] | None = None
    for part in framework.parts:
        for name in map(fold, part.names.all()):
            if f" {name} " in title.replace(",", " ").replace(":", " ").replace("*", " ") and (
                best is None or len(name) > best[0]
            ):
                best = (len(name), part.code)
    return best[1] if best and len(section.title) <= 90 else None


def _nearest(section: Section, by_id: Mapping[str, Section], parts: Mapping[str, str]) -> str | None:
    at = section.parent
    while at is not None and at not in parts:
        at = by_id[at].parent
    return at


def _letter(rank: int) -> str:
    out = ""
    while rank:
        rank, rest = divmod(rank - 1, 26)
        out = chr(65 + rest) + out
    return out
