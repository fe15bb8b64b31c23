"""Builds an OpenDocument text: content.xml and styles.xml written by hand and zipped."""

from __future__ import annotations

import io
import re
import zipfile
from html import escape

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

NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in (
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("table", "table"),
        ("draw", "drawing"),
        ("manifest", "manifest"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
FORMATS = {"decimal": "1", "lower": "a", "upper": "A", "roman": "I"}
MIMETYPE = "application/vnd.oasis.opendocument.text"
MANIFEST = (
    f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest {NAMESPACES} manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


class OpenDocumentBuilder:
    def __init__(self, script: Script, look: Look) -> None:
        self.script, self.look = script, look
        self.lists: dict[tuple[str, str], str] = {}
        self.counters: dict[tuple[str, str, int], Counter] = {}
        self.last: dict[tuple[str, str, int], str] = {}
        self.boxes = self.tables = self.listings = 0

    def build(self) -> bytes:
        body = "".join(self.piece(piece) for piece in flat(self.script.pieces, self.look))
        content = (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMESPACES} office:version="1.3">'
            f"<office:automatic-styles>{self.automatic_styles()}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
        )
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr(zipfile.ZipInfo("mimetype"), MIMETYPE, zipfile.ZIP_STORED)
            package.writestr("META-INF/manifest.xml", MANIFEST)
            package.writestr("content.xml", content)
            package.writestr("styles.xml", self.styles())
        return out.getvalue()

    def styles(self) -> str:
        headings = "".join(
            f'<style:style style:name="Heading_20_{i}" style:display-name="Heading {i}" style:family="paragraph" '
            f'style:default-outline-level="{i}"><style:text-properties fo:font-size="{19 - 2 * i}pt" '
            'fo:font-weight="bold"/></style:style>'
            for i in range(1, 5)
        )
        header = f'<style:header><text:p text:style-name="Header">{escape(self.script.running)}</text:p></style:header>'
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-styles {NAMESPACES} office:version="1.3">'
            '<office:styles><style:style style:name="Standard" style:family="paragraph"/>'
            f'<style:style style:name="Title" style:family="paragraph"/>{headings}</office:styles>'
            '<office:automatic-styles><style:page-layout style:name="Mpm1"/></office:automatic-styles>'
            '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Mpm1">'
            f"{header if self.script.running else ''}</style:master-page></office:master-styles>"
            "</office:document-styles>"
        )

    def automatic_styles(self) -> str:
        sizes = "".join(
            f'<style:style style:name="H{i}" style:family="paragraph" style:parent-style-name="Standard">'
            f'<style:text-properties fo:font-weight="bold" fo:font-size="{18 - 2 * i}pt"/></style:style>'
            for i in range(5)
        )
        bold = (
            '<style:style style:name="B" style:family="paragraph" style:parent-style-name="Standard">'
            '<style:text-properties fo:font-weight="bold"/></style:style>'
        )
        lists = "".join(self.list_style(name, *key) for key, name in self.lists.items())
        return (
            sizes + bold + lists + '<style:style style:name="PB" style:family="paragraph">'
            '<style:paragraph-properties fo:break-before="page"/></style:style>'
        )

    def list_style(self, name: str, kind: str, pattern: str) -> str:
        levels = []
        for level in range(1, 5):
            if kind == "bullet":
                levels.append(
                    f'<text:list-level-style-bullet text:level="{level}" text:bullet-char="{escape(pattern)}"/>'
                )
                continue
            prefix, suffix = pattern.split("%")
            levels.append(
                f'<text:list-level-style-number text:level="{level}" style:num-format="{FORMATS[kind]}" '
                f'style:num-prefix="{escape(prefix)}" style:num-suffix="{escape(suffix)}"/>'
            )
        return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'

    def piece(self, piece: Piece) -> str:
        match piece:
            case Title():
                return self.paragraph(piece.text, "Title" if self.look.styles else "H0")
            case Heading():
                return self.heading(piece)
            case Para():
                return self.paragraph(piece.text, "B" if piece.bold else "Standard")
            case Item():
                return self.item(piece)
            case Table():
                return self.table(piece)
            case Box():
                return self.box(piece.pieces)
            case Columns():
                return "".join(self.piece(inner) for inner in piece.pieces)
            case PageBreak():
                return '<text:p text:style-name="PB"/>'

    def heading(self, heading: Heading) -> str:
        if heading.number and self.look.numbered_headings:
            return self.listed(Item(heading.text, heading.number), f"H{heading.level}")
        text = f"{heading.number} {heading.text}" if heading.number else heading.text
        if not self.look.styles:
            return self.paragraph(text, f"H{heading.level}")
        level = heading.level
        return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{self.words(text)}</text:h>'

    def item(self, item: Item) -> str:
        if not self.look.automatic:
            return self.paragraph(f"{item.mark}\t{item.text}", "Standard")
        return self.listed(item, "Standard")

    def listed(self, item: Item, style: str) -> str:
        """One item as a list of its own, which takes up the count of the one before where the mark says so."""
        kind, pattern, ordinal = mark_form(item.mark)
        name = self.lists.setdefault((kind, pattern), f"L{len(self.lists) + 1}")
        key = (kind, pattern, item.level)
        counter = self.counters.setdefault(key, Counter())
        goes_on = key in self.last and (not ordinal or counter.takes(0, ordinal))
        taking_up = f' text:continue-list="{self.last[key]}"' if goes_on else ""
        start = f' text:start-value="{ordinal}"' if ordinal > 1 and not goes_on else ""
        counter.put(0, ordinal)
        self.listings += 1
        self.last[key] = f"list{self.listings}"
        inner = f"<text:list-item{start}>{self.paragraph(item.text, style)}</text:list-item>"
        for _ in range(item.level):
            inner = f"<text:list-item><text:list>{inner}</text:list></text:list-item>"
        return f'<text:list xml:id="{self.last[key]}" text:style-name="{name}"{taking_up}>{inner}</text:list>'

    def paragraph(self, text: str, style: str) -> str:
        return f'<text:p text:style-name="{style}">{self.words(text)}</text:p>'

    def words(self, text: str) -> str:
        out = ""
        for i, part in enumerate(re.split(r"\[\^(\w+)\]", text)):
            if i % 2:
                body = escape(self.script.notes[part])
                out += (
                    f'<text:note text:note-class="footnote"><text:note-citation>{part}</text:note-citation>'
                    f"<text:note-body><text:p>{body}</text:p></text:note-body></text:note>"
                )
            else:
                out += escape(part).replace("\t", "<text:tab/>")
        return out

    def table(self, table: Table) -> str:
        self.tables += 1
        rows = "".join(
            "<table:table-row>" + "".join(self.cell(slot.cell, slot.start) for slot in row) + "</table:table-row>"
            for row in grid(table)
        )
        return (
            f'<table:table table:name="Table{self.tables}"><table:table-column '
            f'table:number-columns-repeated="{table.width}"/>{rows}</table:table>'
        )

    def cell(self, cell: Cell, start: bool) -> str:
        covered = "<table:covered-table-cell/>"
        if not start:
            return covered * cell.columns
        spans = f' table:number-columns-spanned="{cell.columns}"' if cell.columns > 1 else ""
        spans += f' table:number-rows-spanned="{cell.rows}"' if cell.rows > 1 else ""
        inner = "".join(self.paragraph(text, "B" if cell.head else "Standard") for text in cell.paragraphs)
        return f"<table:table-cell{spans}>{inner}</table:table-cell>{covered * (cell.columns - 1)}"

    def box(self, pieces: tuple[Piece, ...]) -> str:
        self.boxes += 1
        inner = "".join(self.piece(piece) for piece in pieces)
        return (
            f'<text:p text:style-name="Standard"><draw:frame draw:name="Frame{self.boxes}" '
            f'text:anchor-type="as-char" svg:width="15cm"><draw:text-box fo:min-height="2cm">{inner}'
            "</draw:text-box></draw:frame></text:p>"
        )


def build(script: Script, look: Look) -> bytes:
    """The bytes of an ``.odt`` file."""
    return OpenDocumentBuilder(script, look).build()
