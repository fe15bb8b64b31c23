"""What the styles of a Word file make of a paragraph and of a run (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from filrouge.formats.readers.docx.package import W, on, val, whole
from filrouge.formats.readers.look import Look
from filrouge.formats.readers.xmlsafe import Element

_HEADING_NAME = re.compile(r"\s*(?:heading|titre|kop|überschrift)\s*([1-9])\b", re.IGNORECASE)
_CONTENTS_NAME = re.compile(
    r"\s*(?:(?:toc|contents|tm|verzeichnis|inhopg)\s*(?:\d|heading\b)|table of figures)", re.IGNORECASE
)
_TWIPS = 20
_DEFAULT_SIZE = 10.0  # points, when neither a style nor the defaults say one (17.3.2.38)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a paragraph style says once its parents are taken in; None where none of them says anything."""

    heading: int | None = None
    contents: bool = False
    number: str | None = None
    number_level: int | None = None
    left: int | None = None
    first: int | None = None


@dataclass(frozen=True, slots=True)
class _Marks:
    """Run properties as said, before they are combined."""

    bold: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    size: float | None = None


class Styles:
    """The styles part; an absent part gives plain paragraphs."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default: str | None = None
        self._defaults = _Marks()
        self._sheets: dict[str | None, Sheet] = {}
        self._chain_marks: dict[str | None, _Marks] = {}
        self._looks: dict[tuple[str | None, str | None], Look] = {}
        if root is None:
            return
        for style in root.iter(W + "style"):
            name = style.get(W + "styleId", "")
            self._styles[name] = style
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on"):
                self._default = name
        self._defaults = _marks(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))

    def _chain(self, name: str | None) -> list[tuple[str, Element]]:
        """A style and its parents, nearest first; a circle of parents ends where it closes."""
        found: dict[str, Element] = {}
        while name is not None and name in self._styles and name not in found:
            found[name] = self._styles[name]
            name = val(found[name], "basedOn")
        return list(found.items())

    def sheet(self, name: str | None) -> Sheet:
        """What the paragraph style of that id (None: the default one) says of paragraphs."""
        name = name if name in self._styles else self._default
        if name not in self._sheets:
            self._sheets[name] = self._make_sheet(name)
        return self._sheets[name]

    def _make_sheet(self, name: str | None) -> Sheet:
        heading: int | None = None
        number: str | None = None
        number_level = left = first = None
        contents = False
        for depth, (_, style) in enumerate(self._chain(name)):
            title = val(style, "name") or ""
            properties = style.find(W + "pPr")
            contents = contents or (depth == 0 and bool(_CONTENTS_NAME.match(title)))
            if heading is None:
                heading = _outline(properties)
                if heading is None and (named := _HEADING_NAME.match(title)):
                    heading = int(named.group(1))
            if number is None:
                numbered = None if properties is None else properties.find(W + "numPr")
                number = val(numbered, "numId")
                number_level = whole(val(numbered, "ilvl")) if number_level is None else number_level
            own_left, own_first = indents(properties)
            left = own_left if left is None else left
            first = own_first if first is None else first
        return Sheet(heading or None, contents, number, number_level, left, first)

    def linked_level(self, name: str | None, levels: dict[str, int]) -> int | None:
        """The level of a list that names the style, or one of its parents, as its own (``w:lvl/w:pStyle``)."""
        name = name if name in self._styles else self._default
        return next((levels[style] for style, _ in self._chain(name) if style in levels), None)

    def look(self, paragraph_style: str | None, run: Element | None) -> Look:
        """How a run with the properties ``run`` (a ``w:rPr``) is printed in a paragraph of that style."""
        character_style = val(run, "rStyle")
        key = (paragraph_style, character_style)
        if key not in self._looks:
            self._looks[key] = self._style_look(*key)
        look = self._looks[key]
        if run is None:
            return look
        said = _marks(run)
        return Look(
            look.bold if said.bold is None else said.bold,
            look.caps if said.caps is None else said.caps,
            look.hidden if said.hidden is None else said.hidden,
            look.size if said.size is None else said.size,
        )

    def _style_look(self, paragraph_style: str | None, character_style: str | None) -> Look:
        above = self._all_marks(paragraph_style if paragraph_style in self._styles else self._default)
        own = self._all_marks(character_style)
        base = self._defaults
        return Look(
            _toggled(base.bold, above.bold, own.bold),
            _toggled(base.caps, above.caps, own.caps),
            _toggled(base.hidden, above.hidden, own.hidden),
            own.size or above.size or base.size or _DEFAULT_SIZE,
        )

    def _all_marks(self, name: str | None) -> _Marks:
        if name not in self._chain_marks:
            bold = caps = hidden = size = None
            for _, style in self._chain(name):
                said = _marks(style.find(W + "rPr"))
                bold = said.bold if bold is None else bold
                caps = said.caps if caps is None else caps
                hidden = said.hidden if hidden is None else hidden
                size = said.size if size is None else size
            self._chain_marks[name] = _Marks(bold, caps, hidden, size)
        return self._chain_marks[name]


def _toggled(default: bool | None, above: bool | None, own: bool | None) -> bool:
    """Toggle properties: paragraph and character style undo each other, unless the defaults have it (17.7.3)."""
    return bool(default) or bool(above) != bool(own)


def _marks(run: Element | None) -> _Marks:
    if run is None:
        return _Marks()
    size = whole(val(run, "sz"))
    return _Marks(on(run, "b"), on(run, "caps"), on(run, "vanish"), size / 2 if size else None)


def _outline(properties: Element | None) -> int | None:
    """1..9 for an outline level, 0 for « body text », None when not said."""
    level = whole(val(properties, "outlineLvl"))
    if level is None:
        return None
    return level + 1 if 0 <= level <= 8 else 0


def outline(properties: Element | None, sheet: Sheet) -> int | None:
    """The heading level of a paragraph, from its own properties, then from its style."""
    own = _outline(properties)
    return sheet.heading if own is None else own or None


def indents(properties: Element | None) -> tuple[int | None, int | None]:
    """Left edge and what the first line adds to it, in points; None where not said."""
    found = None if properties is None else properties.find(W + "ind")
    if found is None:
        return None, None
    left = whole(found.get(W + "left", found.get(W + "start")))
    hanging = whole(found.get(W + "hanging"))
    first = whole(found.get(W + "firstLine")) if hanging is None else -hanging
    return (None if left is None else left // _TWIPS), (None if first is None else first // _TWIPS)
