"""What the styles of an OpenDocument text make of a paragraph and of a span (OpenDocument 1.3 part 3, 16 and 20)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from filrouge.formats.readers.look import Look
from filrouge.formats.readers.odt.names import FO, OFFICE, STYLE, TEXT
from filrouge.formats.readers.xmlsafe import Element

_LENGTH = re.compile(r"\s*(-?[\d.]+)\s*(pt|cm|mm|in|pc|px|%)?\s*$")
_POINTS = {"pt": 1.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0, "pc": 12.0, "px": 0.75}
_HEADING_NAME = re.compile(r"\s*(?:heading|titre|kop|überschrift)(?:_20_|\s)*([1-9])\b", re.IGNORECASE)
_DEFAULT_SIZE = 12.0


def points(length: str | None) -> float | None:
    """A length as the files write it (``1.25cm``), in points; None for a percentage and for what is no length."""
    match = _LENGTH.match(length or "")
    if not match or match.group(2) == "%":
        return None
    try:
        return float(match.group(1)) * _POINTS[match.group(2) or "pt"]
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a paragraph style says with its parents: heading level, list style (``""``: none), left edge, its look."""

    heading: int | None
    list_style: str | None
    indent: float | None
    look: Look


class Styles:
    """The common and the automatic styles of the roots given (content, then styles); the first of a name counts."""

    def __init__(self, roots: list[Element]) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._defaults: dict[str, Element] = {}
        self._sheets: dict[str, Sheet] = {}
        self._spans: dict[tuple[str, Look], Look] = {}
        for rank, root in enumerate(roots):
            # Automatic styles belong to their own part: those of the page headers may bear the same names.
            for group in (OFFICE + "automatic-styles", OFFICE + "styles")[rank:]:
                for holder in root.iter(group):
                    self._gather(holder)

    def _gather(self, holder: Element) -> None:
        for style in holder:
            family = style.get(STYLE + "family", "")
            if style.tag == STYLE + "style":
                self._styles.setdefault((family, style.get(STYLE + "name", "")), style)
            elif style.tag == STYLE + "default-style":
                self._defaults.setdefault(family, style)

    def _chain(self, family: str, name: str | None) -> list[Element]:
        found: dict[str, Element] = {}
        while name is not None and (family, name) in self._styles and name not in found:
            found[name] = self._styles[family, name]
            name = found[name].get(STYLE + "parent-style-name")
        return list(found.values())

    def sheet(self, name: str | None) -> Sheet:
        """What the paragraph style of that name says."""
        name = name or ""
        if name not in self._sheets:
            self._sheets[name] = self._make_sheet(name)
        return self._sheets[name]

    def _make_sheet(self, name: str) -> Sheet:
        chain = self._chain("paragraph", name)
        base = self._defaults.get("paragraph")
        look = Look(size=_DEFAULT_SIZE)
        for style in ([] if base is None else [base]) + chain[::-1]:
            look = _printed(look, style.find(STYLE + "text-properties"))
        named = (_HEADING_NAME.match(s.get(STYLE + "display-name") or s.get(STYLE + "name") or "") for s in chain)
        level = next((s.get(STYLE + "default-outline-level") for s in chain), None) or ""
        heading = int(level) if level.isdigit() else next((int(match.group(1)) for match in named if match), None)
        lists = (s.get(STYLE + "list-style-name") for s in chain)
        return Sheet(heading or None, next((found for found in lists if found is not None), None), _indent(chain), look)

    def span(self, name: str | None, within: Look) -> Look:
        """How a span of that text style is printed in a text of look ``within``."""
        key = (name or "", within)
        if key not in self._spans:
            look = within
            for style in self._chain("text", name)[::-1]:
                look = _printed(look, style.find(STYLE + "text-properties"))
            self._spans[key] = look
        return self._spans[key]

    def hides_section(self, name: str | None) -> bool:
        """A section style that does not show its section."""
        return any(
            properties.get(TEXT + "display") == "none"
            for style in self._chain("section", name)
            for properties in style.iter(STYLE + "section-properties")
        )


def _printed(look: Look, properties: Element | None) -> Look:
    if properties is None:
        return look
    weight = properties.get(FO + "font-weight")
    transform = properties.get(FO + "text-transform")
    display = properties.get(TEXT + "display")
    return Look(
        look.bold if weight is None else weight == "bold" or (weight.isdigit() and int(weight) >= 600),
        look.caps if transform is None else transform == "uppercase",
        look.hidden if display is None else display == "none",
        _size(look.size, properties.get(FO + "font-size")),
    )


def _size(above: float | None, said: str | None) -> float | None:
    match = _LENGTH.match(said or "")
    if match and match.group(2) == "%" and above:
        return round(above * float(match.group(1)) / 100, 1)
    return points(said) or above


def _indent(chain: list[Element]) -> float | None:
    left = first = None
    for style in chain:
        properties = style.find(STYLE + "paragraph-properties")
        if properties is not None:
            left = points(properties.get(FO + "margin-left")) if left is None else left
            first = points(properties.get(FO + "text-indent")) if first is None else first
    return None if left is None and first is None else round((left or 0.0) + (first or 0.0), 1)
