"""Builds a Word file: document.xml and numbering.xml written by hand, so that nothing is smoothed over by a library."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from html import escape
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from corpus.builders.pieces import (
    Box,
    Cell,
    Columns,
    Counter,
    Heading,
    Item,
    Look,
    PageBreak,
    Para,
    Piece,
    Script,
    Table,
    Title,
    flat,
    grid,
    mark_form,
)

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
FORMATS = {
    "decimal": "decimal",
    "lower": "lowerLetter",
    "upper": "upperLetter",
    "roman": "upperRoman",
    "bullet": "bullet",
}
FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


class Numbering:
    """Collects the automatic lists of a document: one abstract list a form, an instance where the count starts anew."""

    def __init__(self) -> None:
        self.abstracts: list[str] = []
        self.instances: list[str] = []
        self.top = ""
        self._forms: dict[tuple[str, ...], int] = {}
        self._open: dict[tuple[str, ...], tuple[int, Counter]] = {}

    def item(self, mark: str, level: int) -> tuple[int, int]:
        """The (numId, ilvl) that prints ``mark`` here."""
        kind, pattern, ordinal = mark_form(mark)
        text = escape(pattern if kind == "bullet" else pattern.replace("%", f"%{level + 1}"))
        key = (kind, pattern, str(level))
        if key not in self._forms:
            self._abstract(key, f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{FORMATS[kind]}"/>'
                                f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>')  # fmt: skip
        return self._instance(key, level, ordinal, {level: ordinal}), level

    def outline(self, headings: list[Heading]) -> None:
        """Prepare the list of several levels of a document whose headings are numbered 1, 1.1, …, as Word offers it."""
        numbers = [heading.number for heading in headings if heading.number]
        deep = [number for number in numbers if re.fullmatch(r"\d+(\.\d+)+\.?", number)]
        tops = [number for number in numbers if mark_form(number)[0] == "decimal" and number not in deep]
        if not deep or not tops:
            return
        self.top = mark_form(tops[0])[1]
        end = "." if deep[0].endswith(".") else ""
        texts = [self.top.replace("%", "%1"), *(".".join(f"%{i + 1}" for i in range(d)) + end for d in range(2, 6))]
        levels = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{escape(text)}"/>'
            '<w:lvlJc w:val="left"/></w:lvl>' for i, text in enumerate(texts))  # fmt: skip
        self._abstract(("headings",), levels)

    def heading(self, heading: Heading) -> tuple[int, int]:
        """The (numId, ilvl) of a heading's number: in the list of several levels, or in a list of its own form."""
        assert heading.number
        parts = heading.number.rstrip(".").split(".")
        kind, pattern, ordinal = mark_form(heading.number)
        if ("headings",) in self._forms and kind == "decimal":
            if pattern == self.top and heading.level == 1:
                return self._instance(("headings",), 0, ordinal, {0: ordinal}), 0
            if len(parts) > 1 and all(part.isdigit() for part in parts):
                starts = {i: int(part) for i, part in enumerate(parts)}
                return self._instance(("headings",), len(parts) - 1, ordinal, starts), len(parts) - 1
        return self.item(heading.number, heading.level - 1)

    def _abstract(self, key: tuple[str, ...], levels: str) -> None:
        self._forms[key] = len(self._forms) + 100
        self.abstracts.append(
            f'<w:abstractNum {NAMESPACES} w:abstractNumId="{self._forms[key]}">{levels}</w:abstractNum>'
        )

    def _instance(self, key: tuple[str, ...], level: int, ordinal: int, starts: dict[int, int]) -> int:
        number, counter = self._open.get(key, (0, Counter()))
        if not number or (ordinal and not counter.takes(level, ordinal)):
            number, counter = len(self.instances) + 200, Counter()
            overrides = "" if not ordinal else "".join(
                f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
                for at, start in starts.items())  # fmt: skip
            self.instances.append(f'<w:num {NAMESPACES} w:numId="{number}"><w:abstractNumId '
                                  f'w:val="{self._forms[key]}"/>{overrides}</w:num>')  # fmt: skip
            for at, start in starts.items():
                counter.put(at, start)
        counter.put(level, ordinal)
        self._open[key] = (number, counter)
        return number


class WordBuilder:
    def __init__(self, script: Script, look: Look) -> None:
        self.script, self.look, self.numbering, self.boxes = script, look, Numbering(), 0

    def build(self) -> bytes:
        document = Document()
        if self.look.numbered_headings:
            self.numbering.outline([piece for piece in flat(self.script.pieces, Look()) if isinstance(piece, Heading)])
        body = "".join(self.piece(piece) for piece in flat(self.script.pieces, self.look))
        root = parse_xml(f"<w:body {NAMESPACES}>{body}</w:body>")
        target = document.element.body
        section = target.sectPr
        for child in list(target):
            target.remove(child)
        target.extend([*root, section])
        numbering: Any = document.part.numbering_part.element
        anchor = numbering.findall(f"{{{W}}}num")[0]
        for abstract in self.numbering.abstracts:
            anchor.addprevious(parse_xml(abstract))
        numbering.extend([parse_xml(num) for num in self.numbering.instances])
        if self.script.running:
            document.sections[0].header.paragraphs[0].text = self.script.running
        self._footnotes(document)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    def _footnotes(self, document: Any) -> None:
        if not self.script.notes:
            return
        notes = "".join(
            f'<w:footnote w:id="{i}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
            for i, text in enumerate(self.script.notes.values(), 1)
        )
        separators = "".join(
            f'<w:footnote w:type="{kind}" w:id="{i}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for i, kind in ((-1, "separator"), (0, "continuationSeparator"))
        )
        xml = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {NAMESPACES}>{separators}{notes}</w:footnotes>'
        part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, xml.encode(), document.part.package)
        document.part.relate_to(part, FOOTNOTES)
        assert RELATIONSHIP_TYPE.FOOTNOTES == FOOTNOTES

    def piece(self, piece: Piece) -> str:
        match piece:
            case Title():
                return self.paragraph(piece.text, style="Title" if self.look.styles else "", bold=True, size=36)
            case Heading():
                return self.heading(piece)
            case Para():
                return self.paragraph(piece.text, bold=piece.bold)
            case Item():
                return self.item(piece)
            case Table():
                return self.table(piece)
            case Box():
                return self.box(piece.pieces)
            case Columns():
                return "".join(self.piece(inner) for inner in piece.pieces)
            case PageBreak():
                return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

    def heading(self, heading: Heading) -> str:
        place = self.numbering.heading(heading) if heading.number and self.look.numbered_headings else None
        text = heading.text if place or not heading.number else f"{heading.number} {heading.text}"
        style = f"Heading{heading.level}" if self.look.styles else ""
        return self.paragraph(text, style=style, bold=not self.look.styles, size=34 - 4 * heading.level, number=place)

    def item(self, item: Item) -> str:
        if not self.look.automatic:
            left = 360 * (item.level + 1)
            return self.paragraph(f"{item.mark}\t{item.text}", properties=f'<w:ind w:left="{left}" w:hanging="360"/>')
        place = self.numbering.item(item.mark, item.level)
        style = "" if not self.look.styles else "ListBullet" if mark_form(item.mark)[0] == "bullet" else "ListNumber"
        return self.paragraph(item.text, style=style, number=place)

    def paragraph(
        self, text: str, *, style: str = "", bold: bool = False, size: int = 0, number: tuple[int, int] | None = None,
        properties: str = "",
    ) -> str:  # fmt: skip
        inner = f'<w:pStyle w:val="{style}"/>' if style else ""
        if number:
            inner += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
        look = ("<w:b/>" if bold else "") + (f'<w:sz w:val="{size}"/>' if size and not style else "")
        return f"<w:p><w:pPr>{inner}{properties}</w:pPr>{''.join(self.runs(text, look))}</w:p>"

    def runs(self, text: str, look: str) -> Iterable[str]:
        order = list(self.script.notes)
        for i, part in enumerate(re.split(r"\[\^(\w+)\]", text)):
            if i % 2:
                yield (f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                       f'<w:footnoteReference w:id="{order.index(part) + 1}"/></w:r>')  # fmt: skip
                continue
            for j, piece in enumerate(part.split("\t")):
                tab = "<w:tab/>" if j else ""
                yield f'<w:r><w:rPr>{look}</w:rPr>{tab}<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'

    def table(self, table: Table) -> str:
        columns = "".join('<w:gridCol w:w="1200"/>' for _ in range(table.width))
        rows = "".join(
            "<w:tr>" + "".join(self.cell(slot.cell, slot.start) for slot in row) + "</w:tr>" for row in grid(table)
        )
        style = '<w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr>'
        return f"<w:tbl>{style}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl><w:p/>"

    def cell(self, cell: Cell, start: bool) -> str:
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        merge = "" if cell.rows < 2 else '<w:vMerge w:val="restart"/>' if start else "<w:vMerge/>"
        inner = "".join(self.paragraph(text, bold=cell.head) for text in cell.paragraphs) if start else "<w:p/>"
        return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{inner}</w:tc>"

    def box(self, pieces: tuple[Piece, ...]) -> str:
        """A text box as Word writes it: the drawing, and its copy in the older language as a fallback."""
        self.boxes += 1
        inner = "".join(self.piece(piece) for piece in pieces)
        shape = (
            f'<wp:inline><wp:extent cx="5400000" cy="1800000"/><wp:docPr id="{self.boxes}" name="Box {self.boxes}"/>'
            '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
            f'<wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>'
            "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>"
        )
        fallback = f"<w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>"
        return (
            f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{shape}</w:drawing></mc:Choice>'
            f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )


def build(script: Script, look: Look) -> bytes:
    """The bytes of a ``.docx`` file."""
    return WordBuilder(script, look).build()
