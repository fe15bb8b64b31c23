"""Automatic numbers of OpenDocument lists and headings (OpenDocument 1.3 part 3, 16.30 and 19.880)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from filrouge.formats.readers.numerals import bullet, numeral
from filrouge.formats.readers.odt.names import FO, LOEXT, STYLE, TEXT
from filrouge.formats.readers.odt.styles import points
from filrouge.formats.readers.xmlsafe import Element

LEVELS = 10
_PLACEHOLDER = re.compile(r"%(\d{1,2})%")


@dataclass(frozen=True, slots=True)
class _Level:
    bullet: str | None = None
    format: str = ""
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    start: int = 1
    pattern: str | None = None
    indent: float | None = None


@dataclass(slots=True)
class Counter:
    """How far one list has counted, level by level."""

    values: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


class Numbering:
    """The list styles of the roots given, and the style of the outline of headings."""

    def __init__(self, roots: list[Element]) -> None:
        self._styles: dict[str, dict[int, _Level]] = {}
        self.outline: dict[int, _Level] = {}
        for root in roots:
            for style in root.iter(TEXT + "list-style"):
                self._styles.setdefault(style.get(STYLE + "name", ""), _levels(style))
            for style in root.iter(TEXT + "outline-style"):
                self.outline = self.outline or _levels(style)

    def levels(self, name: str | None) -> dict[int, _Level]:
        """The levels, from 0, of a list style; empty when there is no such style."""
        return self._styles.get(name or "", {})


def step(counter: Counter, levels: dict[int, _Level], level: int, start: int | None = None) -> None:
    """Count one item at ``level``; ``start`` is the value that the item itself asks for."""
    before = counter.values[level]
    first = levels[level].start if level in levels else 1
    counter.values[level] = start if start is not None else first if before is None else before + 1
    for above in range(level):
        if counter.values[above] is None:
            counter.values[above] = levels[above].start if above in levels else 1
    for below in range(level + 1, LEVELS):
        counter.values[below] = None


def label(counter: Counter, levels: dict[int, _Level], level: int) -> str | None:
    """The number of the last item counted, as printed; None when the level prints none."""
    own = levels.get(level)
    if own is None:
        return None
    if own.bullet is not None:
        return bullet(own.bullet)
    if not own.format:
        return (own.prefix + own.suffix).strip() or None if own.pattern is None else None

    def value(rank: int) -> str:
        count = counter.values[rank] if 0 <= rank <= level else None
        style = levels[rank].format if rank in levels else ""
        return numeral(count, style) if count is not None and style else ""

    if own.pattern is not None:
        return _PLACEHOLDER.sub(lambda match: value(int(match.group(1)) - 1), own.pattern).strip() or None
    parts = [text for rank in range(level - own.shown + 1, level + 1) if (text := value(rank))]
    return (own.prefix + ".".join(parts) + own.suffix).strip() or None


def _levels(style: Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for element in style:
        rank = (element.get(TEXT + "level") or "").strip()
        if rank.isdigit() and 1 <= int(rank) <= LEVELS:
            found[int(rank) - 1] = _level(element)
    return found


def _level(element: Element) -> _Level:
    kind = element.tag[len(TEXT) :]
    if kind == "list-level-style-bullet":
        return _Level(bullet=element.get(TEXT + "bullet-char", "•"), indent=_indent(element))
    if kind == "list-level-style-image":
        return _Level(bullet="•", indent=_indent(element))
    said = element.get(STYLE + "num-format", "")
    return _Level(
        format=said if said in ("1", "a", "A", "i", "I") else "1" if said else "",
        prefix=element.get(STYLE + "num-prefix", ""),
        suffix=element.get(STYLE + "num-suffix", ""),
        shown=_whole(element.get(TEXT + "display-levels"), 1),
        start=_whole(element.get(TEXT + "start-value"), 1),
        pattern=element.get(LOEXT + "num-list-format"),
        indent=_indent(element),
    )


def _indent(element: Element) -> float | None:
    """Where the label of the level stands, in points."""
    for properties in element.iter(STYLE + "list-level-label-alignment"):
        left, first = points(properties.get(FO + "margin-left")), points(properties.get(FO + "text-indent"))
        return None if left is None and first is None else round((left or 0.0) + (first or 0.0), 1)
    for properties in element.iter(STYLE + "list-level-properties"):
        return points(properties.get(TEXT + "space-before"))
    return None


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.strip().isdigit() and len(value) < 10 else otherwise
