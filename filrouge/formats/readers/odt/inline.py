"""What stands inside a paragraph of OpenDocument: spans, notes and anchored frames."""

from __future__ import annotations

from dataclasses import dataclass, field

from filrouge.formats.readers.look import Collapse, Look, Spans
from filrouge.formats.readers.odt.names import DRAW, OFFICE, SVG, TABLE, TEXT
from filrouge.formats.readers.odt.styles import Styles, points
from filrouge.formats.readers.xmlsafe import Element

_MOST_SPACES = 1_000
_SKIPPED = {
    OFFICE + "annotation",
    OFFICE + "annotation-end",
    TEXT + "tracked-changes",
    TEXT + "number",
    TEXT + "ruby-text",
    TEXT + "script",
    TEXT + "note-citation",
}
SHAPES = {
    DRAW + name
    for name in ("frame", "g", "custom-shape", "rect", "ellipse", "circle", "polygon", "path", "regular-polygon", "a")
}


@dataclass(frozen=True, slots=True)
class Frame:
    """An element whose children are the paragraphs of a box, with its top and left edges in points when known."""

    content: Element
    top: float | None
    left: float | None


@dataclass(slots=True)
class Content:
    """What a paragraph holds: its text, the boxes anchored in it and the bodies of its notes, in order."""

    spans: Spans = field(default_factory=Spans)
    frames: list[Frame] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)


class Inline:
    """Reads paragraphs; ``doubts`` gathers ``hidden-text-dropped`` when some is met."""

    def __init__(self, styles: Styles, doubts: set[str]) -> None:
        self._styles = styles
        self._doubts = doubts
        self._collapse = Collapse()

    def read(self, paragraph: Element, look: Look) -> Content:
        """What ``paragraph`` (a ``text:p`` or ``text:h``) of that look holds."""
        content = Content()
        self._collapse.after_space = True
        self._walk(paragraph, look, content)
        return content

    def _walk(self, element: Element, look: Look, content: Content) -> None:
        self._emit(element.text, look, content)
        for child in element:
            self._child(child, look, content)
            self._emit(child.tail, look, content)

    def _child(self, child: Element, look: Look, content: Content) -> None:
        tag = child.tag
        if tag == TEXT + "span":
            self._walk(child, self._styles.span(child.get(TEXT + "style-name"), look), content)
        elif tag == TEXT + "s":
            count = child.get(TEXT + "c", "1")
            self._add(" " * min(int(count) if count.isdigit() else 1, _MOST_SPACES), look, content)
        elif tag == TEXT + "tab":
            self._add("\t", look, content)
        elif tag == TEXT + "line-break":
            self._add("\n", look, content)
        elif tag == TEXT + "note":
            body = child.find(TEXT + "note-body")
            if body is not None:
                content.notes.append(body)
        elif tag in SHAPES:
            content.frames += frames_in(child)
        elif tag in (TEXT + "hidden-text", TEXT + "hidden-paragraph"):
            self._doubts.add("hidden-text-dropped")
        elif tag not in _SKIPPED and isinstance(tag, str):
            self._walk(child, look, content)

    def _emit(self, text: str | None, look: Look, content: Content) -> None:
        """White space collapses to one space, also across elements (OpenDocument 1.3 part 3, 6.1.2)."""
        if text:
            self._put(self._collapse(text), look, content)

    def _add(self, text: str, look: Look, content: Content) -> None:
        self._collapse.after_space = False
        self._put(text, look, content)

    def _put(self, text: str, look: Look, content: Content) -> None:
        if not look.hidden:
            content.spans.add(text, look)
        elif text.strip():
            self._doubts.add("hidden-text-dropped")


def frames_in(shape: Element) -> list[Frame]:
    """The boxes with words of a frame, a shape or a group of them; none for any other element."""
    top, left = points(shape.get(SVG + "y")), points(shape.get(SVG + "x"))
    if shape.tag in (DRAW + "g", DRAW + "a"):
        return [frame for child in shape for frame in frames_in(child)]
    content: Element | None = shape if shape.tag in SHAPES else None
    if shape.tag == DRAW + "frame":
        # Beside a text box a frame may hold a picture of it for programs that cannot show text: only one is read.
        inner = next((child for child in shape if child.tag in (DRAW + "text-box", TABLE + "table")), None)
        content = shape if inner is not None and inner.tag == TABLE + "table" else inner
    if content is None or not any(str(text).strip() for text in content.itertext()):
        return []
    return [Frame(content, top, left)]
