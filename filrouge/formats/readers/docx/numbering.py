"""Automatic numbers of Word, counted as Word counts them (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from filrouge.formats.readers.docx.package import W, on, val, whole
from filrouge.formats.readers.docx.styles import indents
from filrouge.formats.readers.numerals import bullet, numeral
from filrouge.formats.readers.xmlsafe import Element

LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")
_FORMATS = {
    "decimal": "1",
    "decimalZero": "01",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}


@dataclass(slots=True)
class _Level:
    format: str = "decimal"
    pattern: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    left: int | None = None
    first: int | None = None


@dataclass(slots=True)
class _List:
    """A ``w:num``: its levels, and the counters that it shares with every list of the same abstract definition."""

    abstract: str
    levels: dict[int, _Level]
    counters: list[int | None]
    overrides: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed (None for a level that prints none), the level from 0, and its indents in points."""

    label: str | None
    level: int
    left: int | None
    first: int | None


class Numbering:
    """The numbering part, and how far each list has counted."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._style_levels: dict[str, dict[str, int]] = {}
        if root is None:
            return
        abstracts = {e.get(W + "abstractNumId", ""): e for e in root.iter(W + "abstractNum")}
        by_style = {val(e, "styleLink"): e for e in abstracts.values() if val(e, "styleLink")}
        counters: dict[str, list[int | None]] = {}
        for number in root.iter(W + "num"):
            abstract = abstracts.get(val(number, "abstractNumId") or "")
            linked = val(abstract, "numStyleLink")
            if linked in by_style:
                abstract = by_style[linked]
            if abstract is None:
                continue
            name = abstract.get(W + "abstractNumId", "")
            shared = counters.setdefault(name, [None] * LEVELS)
            found = _List(name, _levels(abstract), shared)
            _override(found, number)
            identity = number.get(W + "numId", "")
            self._lists[identity] = found
            self._style_levels[identity] = {
                style: level
                for e in abstract.iter(W + "lvl")
                if (style := val(e, "pStyle")) and (level := whole(e.get(W + "ilvl"))) is not None
            }

    def style_levels(self, number: str) -> dict[str, int]:
        """Paragraph style → level, for the levels of a list that are tied to a style."""
        return self._style_levels.get(number, {})

    def step(self, number: str, level: int) -> Number | None:
        """Count one paragraph of list ``number`` at ``level``; None when there is no such list."""
        found = self._lists.get(number)
        if found is None or level not in found.levels:
            return None
        own = found.levels[level]
        counters, asked = found.counters, frozenset(found.overrides)
        start = found.overrides.pop(level, None)
        if start is not None:
            counters[level] = start
        else:
            before = counters[level]
            counters[level] = own.start if before is None else before + 1
        for above in range(level):
            first = found.overrides.pop(above, found.levels[above].start if above in found.levels else 1)
            if above in asked or counters[above] is None:
                counters[above] = first
        for below in range(level + 1, LEVELS):
            restart = found.levels[below].restart if below in found.levels else None
            if restart is None or (restart > 0 and level < restart):
                counters[below] = None
        return Number(_label(found, level), level, own.left, own.first)


def _levels(parent: Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for element in parent.iter(W + "lvl"):
        rank = whole(element.get(W + "ilvl"))
        if rank is not None and 0 <= rank < LEVELS:
            found[rank] = _level(element)
    return found


def _level(element: Element) -> _Level:
    start = whole(val(element, "start"))
    left, first = indents(element.find(W + "pPr"))
    pictured = element.find(W + "lvlPicBulletId") is not None
    return _Level(
        format="bullet" if pictured else val(element, "numFmt") or "decimal",
        pattern=val(element, "lvlText") or ("•" if pictured else ""),
        start=1 if start is None else start,
        restart=whole(val(element, "lvlRestart")),
        legal=bool(on(element, "isLgl")),
        left=left,
        first=first,
    )


def _override(found: _List, number: Element) -> None:
    for element in number.iter(W + "lvlOverride"):
        rank = whole(element.get(W + "ilvl"))
        if rank is None or not 0 <= rank < LEVELS:
            continue
        own = element.find(W + "lvl")
        if own is not None:
            found.levels[rank] = _level(own)
        start = whole(val(element, "startOverride"))
        if start is not None:
            found.overrides[rank] = start


def _label(found: _List, level: int) -> str | None:
    own = found.levels[level]
    if own.format == "none":
        return None
    if own.format == "bullet":
        return bullet(own.pattern)

    def value(match: re.Match[str]) -> str:
        rank = int(match.group(1)) - 1
        count = found.counters[rank] if rank <= level else None
        if count is None:
            return ""
        other = found.levels.get(rank, own)
        if other.format in ("bullet", "none"):
            return ""
        return numeral(count, "1" if own.legal else _FORMATS.get(other.format, "1"))

    return " ".join(_PLACEHOLDER.sub(value, own.pattern).split()) or None
