"""The parts of a Word file that say how its paragraphs look and how its lists count."""

from __future__ import annotations

import posixpath

from filrouge.formats.readers.archives import Archive
from filrouge.formats.readers.docx.package import Package, R, W, val, whole
from filrouge.formats.readers.xmlsafe import Element, parse_xml

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STYLES = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_OFF = ("0", "false", "off", "none")
_STRONG = {"strong": "strong", "emphasis": "em"}


class Parts(Package):
    """The package, with the names of its styles and the addresses of its links."""

    def __init__(self, archive: Archive, part: str) -> None:
        super().__init__(archive, part)
        self.comments = self._related("comments")
        self._links = _external(archive, part)
        self._names: dict[str, str] = {}
        self._outlines: dict[str, int | None] = {}
        for style in self.styles.iter(W + "style") if self.styles is not None else ():
            identity = style.get(W + "styleId", "")
            self._names[identity] = (val(style, "name") or identity).lower()
            self._outlines[identity] = whole(val(style.find(W + "pPr"), "outlineLvl"))

    def style_name(self, identity: str | None) -> str:
        """The name of a style in small letters; that of the id itself when the style is not there."""
        return self._names.get(identity or "", (identity or "").lower())

    def outline(self, properties: Element | None) -> int | None:
        """The level of a heading from 1, None for what is none."""
        own = whole(val(properties, "outlineLvl"))
        identity = val(properties, "pStyle") or ""
        name = self.style_name(identity)
        if own is None and name.startswith("heading ") and name[8:].isdigit():
            return int(name[8:])
        level = own if own is not None else self._outlines.get(identity)
        return level + 1 if level is not None and level < 9 and not name.startswith("filrouge") else None

    def marks(self, properties: Element | None, linked: bool) -> str:
        """The marks of a run as HTML names them, parted by spaces, in the order in which HTML nests them."""
        if properties is None:
            return ""
        named = self.style_name(val(properties, "rStyle"))
        found = {_STRONG.get(named, "")}
        for name, mark in (("b", "strong"), ("i", "em"), ("u", "u")):
            one = properties.find(W + name)
            if one is not None and one.get(W + "val", "1") not in _OFF and not (linked and name == "u"):
                found.add(mark)
        raised = val(properties, "vertAlign")
        found.add({"subscript": "sub", "superscript": "sup"}.get(raised or "", ""))
        return " ".join(mark for mark in ("strong", "em", "u", "sub", "sup") if mark in found)

    def link(self, hyperlink: Element) -> str:
        """The address of a link to elsewhere, empty for a link within the document."""
        address = self._links.get(hyperlink.get(R + "id", ""), "")
        return address if address.lower().startswith(("https:", "mailto:")) else ""


def _external(archive: Archive, part: str) -> dict[str, str]:
    folder, name = posixpath.split(part)
    data = archive.get(posixpath.join(folder, "_rels", name + ".rels"))
    rows = parse_xml(data).iter(_RELATIONSHIP) if data else ()
    return {row.get("Id", ""): row.get("Target", "") for row in rows if row.get("TargetMode") == "External"}


class Lists:
    """What list a paragraph belongs to: [level, ordered, style, start]."""

    def __init__(self, parts: Parts) -> None:
        root = parts.numbering
        self._abstract: dict[str, Element] = {}
        self._numbers: dict[str, Element] = {}
        self._of_style: dict[str, tuple[str, int]] = {}
        for one in root if root is not None else ():
            if one.tag == W + "abstractNum":
                self._abstract[one.get(W + "abstractNumId", "")] = one
            elif one.tag == W + "num":
                self._numbers[one.get(W + "numId", "")] = one
        for style in parts.styles.iter(W + "style") if parts.styles is not None else ():
            own = style.find(f"{W}pPr/{W}numPr")
            if own is not None:
                number = val(own, "numId") or ""
                self._of_style[style.get(W + "styleId", "")] = (number, whole(val(own, "ilvl")) or 0)

    def of(self, properties: Element | None) -> list[object] | None:
        """The list of a paragraph, None when it is in none."""
        own = None if properties is None else properties.find(W + "numPr")
        number, level = self._of_style.get(val(properties, "pStyle") or "", ("", 0))
        if own is not None:
            number, level = val(own, "numId") or number, whole(val(own, "ilvl")) or 0
        if number in ("", "0"):
            return None
        definition = self._level(number, level)
        form = val(definition, "numFmt") or "bullet"
        if form == "none":
            return None
        start = whole(val(definition, "start"))
        return [max(0, min(level, 8)), form != "bullet", _STYLES.get(form, "1"), 1 if start is None else start]

    def _level(self, number: str, level: int) -> Element | None:
        one = self._numbers.get(number)
        if one is None:
            return None
        abstract = self._abstract.get(val(one, "abstractNumId") or "")
        for found in abstract.iter(W + "lvl") if abstract is not None else ():
            if found.get(W + "ilvl") == str(level):
                return found
        return None

    def left(self, properties: Element | None) -> int:
        """How far a paragraph is set in by itself, in twentieths of a point."""
        own = None if properties is None else properties.find(W + "ind")
        return 0 if own is None else whole(own.get(W + "left") or own.get(W + "start")) or 0
