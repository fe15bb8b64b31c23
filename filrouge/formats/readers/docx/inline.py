"""What stands inside a paragraph of Word: runs, fields, tracked changes, notes and anchored boxes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from filrouge.formats.readers.docx.boxes import Box, boxes_in
from filrouge.formats.readers.docx.package import W, val
from filrouge.formats.readers.docx.styles import Styles
from filrouge.formats.readers.look import Look, Spans
from filrouge.formats.readers.xmlsafe import Element

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_INSERTED = {W + "ins", W + "moveTo"}
_DELETED = {W + "del", W + "moveFrom"}
_TRANSPARENT = {
    *_INSERTED,
    *(
        W + name
        for name in ("hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo", "ruby", "rubyBase")
    ),
    *(
        M + name
        for name in ("oMathPara", "oMath", "e", "num", "den", "sub", "sup", "deg", "fName", "d", "f", "nary", "rad")
    ),
    *(
        M + name
        for name in ("sSub", "sSup", "sSubSup", "func", "acc", "bar", "m", "mr", "eqArr", "lim", "limLow", "limUpp")
    ),
}
_SIGNS = {  # w:sym, by code point in the private area of Wingdings, the only symbol font with signs that mean something
    "F0A8": "☐", "F06F": "☐", "F0FE": "☒", "F0FD": "☒", "F0FC": "✓", "F0E0": "→", "F0E8": "→", "F0F0": "→", "F04A": "☺",
}  # fmt: skip


@dataclass(slots=True)
class Content:
    """What a paragraph holds: its runs, the boxes anchored in it and the notes that it calls, in order."""

    spans: Spans = field(default_factory=Spans)
    boxes: list[Box] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


class Inline:
    """Reads paragraphs one after another: a field (a table of contents) may run over many of them.

    ``doubts`` gathers ``tracked-changes-resolved`` and ``hidden-text-dropped`` as they are met.
    """

    def __init__(self, styles: Styles, doubts: set[str]) -> None:
        self._styles = styles
        self._doubts = doubts
        self._fields: list[list[str]] = []
        self._style: str | None = None
        self._content = Content()
        self._run_look = Look()
        self._run_children: dict[str, Callable[[Element], str]] = {
            W + "t": lambda e: e.text or "",
            W + "tab": lambda e: "\t",
            W + "ptab": lambda e: "\t",
            W + "br": lambda e: "\n",
            W + "cr": lambda e: "\n",
            W + "noBreakHyphen": lambda e: "-",
            W + "sym": lambda e: _SIGNS.get(e.get(W + "char", "").upper(), "•"),
        }

    def read(self, paragraph: Element, style: str | None, into: Content) -> None:
        """Add what ``paragraph`` holds to ``into``; ``style`` is the id of its paragraph style."""
        self._style, self._content = style, into
        self._children(paragraph)

    def in_contents(self) -> bool:
        """Inside the result of a field that makes a table of contents, of figures or an index."""
        return any(code.lstrip()[:5].upper() in ("TOC", "TOC \\", "INDEX") for code, _ in self._fields)

    def _children(self, element: Element) -> None:
        for child in element:
            tag = child.tag
            if tag == W + "r":
                self._run(child)
            elif tag in _DELETED:
                self._doubts.add("tracked-changes-resolved")
            elif tag in _TRANSPARENT:
                if tag in _INSERTED:
                    self._doubts.add("tracked-changes-resolved")
                self._children(child)
            elif tag == W + "fldSimple":
                self._fields.append([child.get(W + "instr", ""), "result"])
                self._children(child)
                self._fields.pop()
            elif tag == MC + "AlternateContent":
                self._children(chosen(child))
            elif tag == M + "r":
                self._emit("".join(t.text or "" for t in child.iter(M + "t")), self._styles.look(self._style, None))

    def _run(self, run: Element) -> None:
        self._run_look = self._styles.look(self._style, run.find(W + "rPr"))
        self._run_content(run)

    def _run_content(self, run: Element) -> None:
        for child in run:
            tag = child.tag
            reader = self._run_children.get(tag)
            if reader is not None:
                self._emit(reader(child), self._run_look)
            elif tag == W + "fldChar":
                self._field_mark(child.get(W + "fldCharType", ""))
            elif tag == W + "instrText":
                if self._fields and self._fields[-1][1] == "code":
                    self._fields[-1][0] += child.text or ""
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                if not self._run_look.hidden:
                    self._content.notes.append((tag[len(W) : -len("Reference")], child.get(W + "id", "")))
            else:
                self._run_object(child)

    def _run_object(self, child: Element) -> None:
        if child.tag == MC + "AlternateContent":
            self._run_content(chosen(child))
        elif child.tag in (W + "drawing", W + "pict", W + "object"):
            self._content.boxes += boxes_in(child)
        elif child.tag == W + "ruby":
            self._children(child)

    def _field_mark(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(["", "code"])
        elif kind == "separate" and self._fields:
            self._fields[-1][1] = "result"
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _emit(self, text: str, look: Look) -> None:
        if any(phase == "code" for _, phase in self._fields) or self.in_contents():
            return
        if look.hidden:
            if text.strip():
                self._doubts.add("hidden-text-dropped")
            return
        self._content.spans.add(text, look)


def chosen(alternate: Element) -> Element:
    """The one branch of an ``mc:AlternateContent`` to read: the choice, unless only the fallback holds words."""
    branches = [e for e in alternate if e.tag in (MC + "Choice", MC + "Fallback")]
    told = (e for e in branches if next(e.iter(W + "txbxContent", W + "t"), None) is not None)
    return next(told, branches[0] if branches else alternate)


def style_of(properties: Element | None) -> str | None:
    """The id of a paragraph's style."""
    return val(properties, "pStyle")
