"""From the parts of a Word file to blocks, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from filrouge.domain.reading.blocks import Builder, CellRef, Extract
from filrouge.formats.readers.archives import Archive
from filrouge.formats.readers.docx.boxes import Box, diagram_lines
from filrouge.formats.readers.docx.inline import MC, Content, Inline, chosen, style_of
from filrouge.formats.readers.docx.numbering import Number, Numbering
from filrouge.formats.readers.docx.package import Package, W, val, whole
from filrouge.formats.readers.docx.styles import Sheet, Styles, indents, outline
from filrouge.formats.readers.docx.tables import layout
from filrouge.formats.readers.placed import in_page_order
from filrouge.formats.readers.xmlsafe import Element

_KEPT = {W + name for name in ("customXml", "smartTag", "ins", "moveTo", "sdtContent")}
_DROPPED = {W + "del", W + "moveFrom"}


@dataclass(frozen=True, slots=True)
class _Where:
    """What a paragraph stands in."""

    cell: CellRef | None = None
    box: int | None = None
    footnote: bool = False


def read(archive: Archive, part: str) -> Extract:
    """The extract of the Word file whose main document is ``part``.

    Doubts: ``tracked-changes-resolved`` (read as if accepted), ``hidden-text-dropped``, ``macros-ignored`` (never
    looked at), ``embedded-part-skipped`` (a part in another format). Raises :class:`Unreadable` for a part that cannot
    be parsed.
    """
    package = Package(archive, part)
    body = package.document.find(W + "body")
    reader = _Reader(package)
    if body is not None:
        reader.container(body, _Where())
    return reader.finish()


class _Reader:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._builder = Builder("docx", package.title())
        self._doubts: set[str] = {"macros-ignored"} if package.macros else set()
        self._styles = Styles(package.styles)
        self._numbering = Numbering(package.numbering)
        self._inline = Inline(self._styles, self._doubts)
        self._notes = {"footnote": _notes(package.footnotes), "endnote": _notes(package.endnotes)}
        self._tables = 0
        self._boxes = 0
        self._pending: Content | None = None

    def finish(self) -> Extract:
        if self._pending is not None:
            self._emit(self._pending, None, Sheet(), None, _Where())
        return self._builder.build(tuple(sorted(self._doubts)))

    def container(self, element: Element, where: _Where) -> None:
        """Everything in a body, a cell, a box or a note."""
        for child in self._content(element):
            if child.tag == W + "p":
                self._paragraph(child, where)
            elif child.tag == W + "tbl":
                self._table(child, where)

    def _content(self, element: Element) -> Iterator[Element]:
        """The children with content controls, insertions and alternatives opened, deletions and contents left out."""
        for child in element:
            tag = child.tag
            if tag in _DROPPED:
                self._doubts.add("tracked-changes-resolved")
            elif tag in _KEPT:
                yield from self._content(child)
            elif tag == W + "sdt":
                if not _is_contents(child):
                    yield from self._content(child)
            elif tag == MC + "AlternateContent":
                yield from self._content(chosen(child))
            elif tag == W + "altChunk":
                self._doubts.add("embedded-part-skipped")
            else:
                yield child

    def _paragraph(self, paragraph: Element, where: _Where) -> None:
        properties = paragraph.find(W + "pPr")
        style = style_of(properties)
        sheet = self._styles.sheet(style)
        content, self._pending = self._pending or Content(), None
        self._inline.read(paragraph, style, content)
        if sheet.contents:
            return
        mark = None if properties is None else properties.find(W + "rPr")
        if mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None):
            self._doubts.add(
                "tracked-changes-resolved"
            )  # its end is deleted: what is left of it begins the next paragraph
            self._pending = content
            return
        number = self._number(properties, style, sheet)
        self._emit(content, properties, sheet, number, where)

    def _number(self, properties: Element | None, style: str | None, sheet: Sheet) -> Number | None:
        own = None if properties is None else properties.find(W + "numPr")
        name = val(own, "numId") or sheet.number
        if name is None or name == "0":
            return None
        level = whole(val(own, "ilvl"))
        if level is None and (own is None or val(own, "numId") is None):
            level = sheet.number_level
        if level is None:
            level = self._styles.linked_level(style, self._numbering.style_levels(name))
        return self._numbering.step(name, level or 0)

    def _emit(
        self, content: Content, properties: Element | None, sheet: Sheet, number: Number | None, where: _Where
    ) -> None:
        text = content.spans.text
        if text:
            heading = None if where.footnote else outline(properties, sheet)
            label = number and number.label
            self._builder.add(
                text,
                heading=heading,
                label=label,
                list_level=number.level if number and (label or heading is None) else None,
                indent=_indent(properties, sheet, number),
                cell=where.cell,
                box=where.box,
                footnote=where.footnote,
                **content.spans.look(),
            )
        for box in in_page_order(content.boxes):
            self._box(box, where)
        for kind, identity in content.notes:
            note = self._notes[kind].pop(identity, None)
            if note is not None:
                self.container(note, replace(where, footnote=True))

    def _box(self, box: Box, where: _Where) -> None:
        rank, self._boxes = self._boxes, self._boxes + 1
        inside = replace(where, box=rank)
        if box.content is not None:
            self.container(box.content, inside)
        data = self._package.target(box.diagram) if box.diagram else None
        for line in diagram_lines(data) if data is not None else ():
            self._builder.add(line, box=rank, cell=where.cell, caps=line.isupper())

    def _table(self, table: Element, where: _Where) -> None:
        cells = layout(table, self._content)
        if where.cell is not None or len(cells) == 1:
            # A table in a cell reads as paragraphs of that cell; a table of one cell is a frame around its content.
            for cell in cells:
                self.container(cell.element, where)
            return
        rank, self._tables = self._tables, self._tables + 1
        for cell in cells:
            place = CellRef(rank, cell.row, cell.column, cell.columns, cell.rows)
            self.container(cell.element, replace(where, cell=place))


def _notes(root: Element | None) -> dict[str, Element]:
    """Note id → its element, the separators left out."""
    if root is None:
        return {}
    return {
        note.get(W + "id", ""): note
        for note in root
        if note.get(W + "type", "normal") == "normal" and note.tag[:1] == "{"
    }


def _is_contents(control: Element) -> bool:
    """A content control that Word made around a table of contents."""
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(W + "val", "").lower() in ("table of contents", "tables of contents")


def _indent(properties: Element | None, sheet: Sheet, number: Number | None) -> float:
    left, first = indents(properties)
    for other_left, other_first in ((number.left, number.first) if number else (None, None), (sheet.left, sheet.first)):
        left = other_left if left is None else left
        first = other_first if first is None else first
    return float((left or 0) + (first or 0))
