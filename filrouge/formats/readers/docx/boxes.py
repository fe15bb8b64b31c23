"""Text boxes anchored in a paragraph of Word, in the order in which they lie on the page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from filrouge.formats.readers.docx.package import R, W, whole
from filrouge.formats.readers.xmlsafe import Element

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_EMU_PER_POINT = 12_700
_MARGIN = re.compile(r"(margin-left|margin-top|left|top)\s*:\s*(-?[\d.]+)(pt|in|mm|cm|px)?")
_POINTS = {"pt": 1.0, "in": 72.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "px": 0.75}


@dataclass(frozen=True, slots=True)
class Box:
    """A ``w:txbxContent``, or the relation of a diagram, with its top and left edges in points when known."""

    content: Element | None
    diagram: str | None = None
    top: float | None = None
    left: float | None = None


def boxes_in(drawing: Element) -> list[Box]:
    """The outermost boxes of a ``w:drawing`` or ``w:pict``, each once."""
    found: list[Box] = []
    for content in _outermost(drawing):
        if not any(text.text and text.text.strip() for text in content.iter(W + "t")):
            continue
        top, left = _place(content, drawing)
        found.append(Box(content, None, top, left))
    return found + [Box(None, relation.get(R + "dm")) for relation in drawing.iter(_DGM + "relIds")]


def _outermost(drawing: Element) -> list[Element]:
    from filrouge.formats.readers.docx.inline import MC, chosen

    found: list[Element] = []
    waiting = [drawing]
    while waiting:
        element = waiting.pop()
        if element.tag == W + "txbxContent":
            found.append(element)
        elif element.tag == MC + "AlternateContent":
            waiting.append(chosen(element))
        else:
            waiting.extend(reversed(element))
    return found


def _place(content: Element, drawing: Element) -> tuple[float | None, float | None]:
    """Top and left edge of a box: of its anchor, of its shape in a group, or of its old-style shape."""
    top = left = None
    element = content.getparent()
    while element is not None and element is not drawing:
        if element.tag == _WPS + "wsp":
            offset = element.find(f"{_WPS}spPr/{_A}xfrm/{_A}off")
            if offset is not None and (offset.get("x"), offset.get("y")) != ("0", "0"):
                top, left = _points(offset.get("y")), _points(offset.get("x"))
        elif element.tag == _WP + "anchor":
            if top is None:
                top = _points(element.findtext(f"{_WP}positionV/{_WP}posOffset"))
                left = _points(element.findtext(f"{_WP}positionH/{_WP}posOffset"))
        elif top is None and element.get("style"):
            edges = {
                name.removeprefix("margin-"): float(number) * _POINTS.get(unit or "pt", 1.0)
                for name, number, unit in _MARGIN.findall(element.get("style", ""))
                if number.strip("-.").replace(".", "", 1).isdigit()
            }
            top, left = edges.get("top"), edges.get("left")
        element = element.getparent()
    return top, left


def _points(emu: str | None) -> float | None:
    number = whole(emu)
    return None if number is None else number / _EMU_PER_POINT


def diagram_lines(data: Element) -> list[str]:
    """The words of a diagram (SmartArt), one line a point, in the order of its data."""
    lines: list[str] = []
    for point in data.iter(_DGM + "pt"):
        if point.get("type", "node") in ("node", "asst"):
            for paragraph in point.iter(_A + "p"):
                line = "".join(t.text or "" for t in paragraph.iter(_A + "t")).strip()
                if line:
                    lines.append(line)
    return lines
