"""The pieces of a layout as WordprocessingML: each field in a content control, and between the ends of a bookmark.

The control is what Word keeps; the bookmark is what is left where another program drops the control's tag.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml.etree import _Element

from filrouge.domain.planning.rich import Run
from filrouge.formats.writers.plan.flat import Flat, FlatCell, flatten
from filrouge.formats.writers.plan.layout import Body, Field, Grid, Inline, Layout, Line
from filrouge.formats.writers.plan.word_numbering import STEP, Numbering
from filrouge.formats.writers.plan.word_xml import (
    REGIONS,
    Marks,
    complex_field,
    element,
    holding,
    indent,
    look,
    paragraph,
    run,
)

if TYPE_CHECKING:
    from docx.document import Document

BOOKMARK = "_fr"
INDENT = 340  # twentieths of a point by which each level of statements is set in
_DEEPEST = 8
_TOC_LEVELS = 3
_SHORT_TABLE = 12  # rows up to which a table is not parted by the end of a page
_STYLES = {
    "kind": "Filrouge Kind",
    "statement": "Filrouge Statement",
    "action-kind": "Filrouge Action Kind",
    "action": "Filrouge Action",
    "translation": "Filrouge Translation",
    "facts": "Filrouge Facts",
    "fact": "Filrouge Fact",
    "label": "Filrouge Label",
    "item": "Filrouge Item",
    "note": "Filrouge Note",
    "answers": "Filrouge Note",
    "caption": "Filrouge Caption",
}
SUBHEADING = "Filrouge Subheading"
TABLE_STYLES = ("Filrouge Table Text", "Filrouge Table Head", "Filrouge Table Figure", "Filrouge Table Total")


class WordBody:
    """Writes the pieces of one layout for one document; ``language`` is that of the document."""

    def __init__(self, document: Document, layout: Layout, language: str) -> None:
        self._layout, self._language = layout, language
        self._document = document
        self._ids = {style.name: style.style_id for style in document.styles}
        self._ranks = {key: rank for rank, key in enumerate(layout.targets)}
        self._marks = Marks()
        self._numbering = Numbering(document)
        self._threads = {name: self._thread_of(name) for name in ("Filrouge Statement", "Filrouge Action")}
        self._at_depth: dict[int, _Element | None] = {}
        self._after_statement = False
        self._headings: list[tuple[int, str, str]] = []

    def elements(self) -> list[_Element]:
        """The children of the document's body that hold the plan."""
        made: list[_Element] = []
        for piece in self._layout.pieces:
            if isinstance(piece, Line):
                made.append(self._line(piece))
            elif isinstance(piece, Body):
                made.append(self._body(piece))
                if self._after_statement and piece.depth is None:
                    _apart(made[-1])
            else:
                made += self._grid(piece)
            self._after_statement = (piece.depth if isinstance(piece, Line | Body) else None) not in (None, -1)
        return made

    def contents(self, title: str) -> list[_Element]:
        """A table of contents of the headings written so far, each with a link and with its page, which is marked to be
        counted when the file is opened: no page is known before."""
        entries = [entry for entry in self._headings if entry[0] <= _TOC_LEVELS]
        made: list[_Element] = []
        for rank, (level, text, anchor) in enumerate(entries):
            link = element("hyperlink", anchor=anchor, history=1)
            page = complex_field(f"PAGEREF {anchor} \\h", dirty=True)
            link.extend([run(text), run("\t"), *page])
            made.append(paragraph(self._id(f"TOC {level}"), link))
            if rank == 0:
                start = complex_field(f'TOC \\o "1-{_TOC_LEVELS}" \\h \\z \\u', dirty=True)[:3]
                made[0][1:1] = start
        made[-1].append(holding("r", element("fldChar", fldCharType="end")))
        gallery = holding("docPartObj", element("docPartGallery", "Table of Contents"), element("docPartUnique"))
        heading = paragraph(self._id("TOC Heading"), run(title))
        return [holding("sdt", holding("sdtPr", gallery), holding("sdtContent", heading, *made))]

    def title(self, text: str, key: str, name: str) -> list[_Element]:
        """The document's title in its control."""
        return self._controlled(Field(key, text, self._language, name), [run(text)])

    def _id(self, name: str) -> str:
        return self._ids.get(name) or self._ids.get("Normal") or "Normal"

    def _thread_of(self, name: str) -> _Element | None:
        style = next((one for one in self._document.styles if one.name == name), None)
        return None if style is None else style.element.find(f"{qn('w:pPr')}/{qn('w:pBdr')}")

    # --- lines

    def _line(self, line: Line) -> _Element:
        if line.style == "heading":
            return self._heading(line)
        if line.style in ("kind", "statement", "action-kind", "action"):
            name = "Filrouge Action" if line.style.startswith("action") else "Filrouge Statement"
            self._at_depth[line.depth] = self._threads[name]
        style = self._id(_STYLES[line.style])
        if line.style == "answers":
            hidden = holding("rPr", element("vanish"))
            return paragraph(style, run(line.text, element("vanish")), properties=[hidden])
        return paragraph(style, *self._inlines(line.inlines), properties=self._placed(line.depth))

    def _placed(self, depth: int, left: int = 0, hanging: int = 0) -> list[_Element]:
        """The thread and the indent of what belongs to a statement."""
        made: list[_Element] = []
        thread = self._at_depth.get(depth)
        if thread is not None and left <= hanging:
            made.append(copy.deepcopy(thread))
        if depth >= 0 or left:
            made.append(indent(max(0, min(depth, _DEEPEST)) * INDENT + (200 if depth >= 0 else 0) + left, hanging))
        return made

    def _heading(self, line: Line) -> _Element:
        level = min(line.level, 9)
        anchor = f"_Toc{len(self._headings) + 1:06d}"
        self._headings.append((level, line.text, anchor))
        inner = self._marks.bookmarked(anchor, self._inlines(line.inlines))
        return paragraph(self._id(f"Heading {level}"), *inner)

    def _inlines(self, inlines: Sequence[Inline]) -> list[_Element]:
        made: list[_Element] = []
        for one in inlines:
            if isinstance(one, Field):
                made += self._controlled(one, [self._words(one)])
            elif one.strong:
                made.append(run(one.text, element("rStyle", self._id("Filrouge Name"))))
            else:
                made.append(run(one.text))
        return made

    def _words(self, field: Field) -> _Element:
        properties = [element("rStyle", self._id("Filrouge Missing"))] if field.missing else []
        language = self._language if field.missing else field.lang
        if language != self._language:
            properties.append(element("lang", REGIONS[language]))
        return run(field.text, *properties)

    def _controlled(self, field: Field, content: list[_Element]) -> list[_Element]:
        control = self._marks.control(field.key, field.name, content, missing=field.missing, choices=field.choices)
        return self._marks.bookmarked(f"{BOOKMARK}{self._ranks[field.key]}", [control])

    # --- bodies

    def _body(self, body: Body) -> _Element:
        flats = flatten(body.rich.blocks) or (Flat("p", (Run(body.missing),)),)
        name = f"{BOOKMARK}{self._ranks[body.key]}"
        lang = body.lang if body.lang != self._language and not body.missing else None
        style = "Filrouge Missing" if body.missing else None
        made = list(self._flats(flats, body.depth if body.depth is not None else -1, lang, style))
        for rank, one in enumerate(made):
            for inner in (one,) if one.tag == qn("w:p") else one.iter(qn("w:p")):
                self._bookmark(inner, f"{name}_{rank}")
                break
        return self._marks.control(body.key, body.name, made, missing=bool(body.missing), rich=True)

    def _bookmark(self, one: _Element, name: str) -> None:
        """Put what a paragraph holds between the ends of a bookmark."""
        start, end = self._marks.bookmarked(name, [])
        one.insert(1, start)
        one.append(end)

    def _flats(self, flats: Sequence[Flat], depth: int, lang: str | None, look_of: str | None) -> Iterator[_Element]:
        numbers: dict[int, tuple[tuple[bool, str, int], int]] = {}
        number = 0
        for flat in flats:
            if flat.kind not in ("li", "more"):
                numbers.clear()
            if flat.kind == "table":
                yield self._rich_table(flat, lang)
                continue
            if flat.kind == "li":
                number = self._list_number(flat, numbers)
            yield self._flat(flat, depth, lang, look_of, number)

    def _list_number(self, flat: Flat, numbers: dict[int, tuple[tuple[bool, str, int], int]]) -> int:
        """The number of the list that an item belongs to; a list goes on until something less deep comes."""
        wanted = (flat.ordered, flat.style, flat.start)
        for deeper in [level for level in numbers if level > flat.level]:
            del numbers[deeper]
        if flat.level not in numbers or numbers[flat.level][0] != wanted:
            made = self._numbering.ordered(flat.style, flat.start) if flat.ordered else self._numbering.bullets()
            numbers[flat.level] = (wanted, made)
        return numbers[flat.level][1]

    def _flat(self, flat: Flat, depth: int, lang: str | None, look_of: str | None, number: int) -> _Element:
        words = self._runs(flat.runs, lang, look_of)
        if flat.kind == "li":
            style = "List Number" if flat.ordered else "List Bullet"
            level = holding("numPr", element("ilvl", flat.level), element("numId", number))
            placed = self._placed(depth, STEP * (flat.level + 1), STEP)
            return paragraph(self._id(style), *words, properties=[level, *placed])
        if flat.kind == "more":
            placed = self._placed(depth, STEP * (flat.level + 1))
            return paragraph(self._id("List Continue"), *words, properties=placed)
        if flat.kind == "h":
            return paragraph(self._id(f"{SUBHEADING} {flat.level}"), *words, properties=self._placed(depth))
        style = "Quote" if flat.kind == "quote" else "Filrouge Details" if depth >= 0 else "Body Text"
        return paragraph(self._id(style), *words, properties=self._placed(depth))

    def _runs(self, runs: Sequence[Run], lang: str | None, look_of: str | None) -> list[_Element]:
        made = []
        for one in runs:
            style = self._id(look_of) if look_of else self._id("Hyperlink") if one.href else None
            words = run(one.text, *look(one, lang, style))
            if one.href:
                link = element("hyperlink", history=1)
                relation = self._document.part.relate_to(one.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                link.set(qn("r:id"), relation)
                link.append(words)
                words = link
            made.append(words)
        return made

    # --- tables

    def _rich_table(self, flat: Flat, lang: str | None) -> _Element:
        columns = max((sum(cell.columns for cell in row) for row in flat.rows), default=1)
        table = self._table([1] * columns, "")
        over: dict[int, tuple[int, int]] = {}  # column → rows still covered, and by how wide a cell
        for rank, row in enumerate(flat.rows):
            made = element("tr")
            properties = element("trPr")
            properties.append(element("cantSplit"))
            if rank == 0 and row and all(cell.header for cell in row):
                properties.append(element("tblHeader"))
            made.append(properties)
            self._rich_row(made, row, over, lang)
            if made.find(qn("w:tc")) is not None:
                table.append(made)
        self._keep_whole(table)
        return table

    def _rich_row(
        self, made: _Element, row: Sequence[FlatCell], over: dict[int, tuple[int, int]], lang: str | None
    ) -> None:
        column = 0
        for cell in (*row, None):
            while column in over:
                left, wide = over.pop(column)
                made.append(self._cell([paragraph(self._id(TABLE_STYLES[0]))], wide, "continue"))
                if left > 1:
                    over[column + 10_000] = (left - 1, wide)
                column += wide
            if cell is None:
                break
            style = self._id(TABLE_STYLES[1] if cell.header else TABLE_STYLES[0])
            numbers: dict[int, tuple[tuple[bool, str, int], int]] = {}
            inner = [self._cell_paragraph(flat, style, lang, numbers) for flat in cell.flats] or [paragraph(style)]
            if inner[-1].tag == qn("w:tbl"):
                inner.append(paragraph(style))
            made.append(self._cell(inner, cell.columns, "restart" if cell.rows > 1 else "", low=cell.header))
            for hidden in range(column, column + cell.columns):
                over.pop(hidden, None)
            if cell.rows > 1:
                over[column + 10_000] = (cell.rows - 1, cell.columns)
            column += cell.columns
        for later in [one for one in over if one >= 10_000]:
            over[later - 10_000] = over.pop(later)

    def _cell_paragraph(
        self, flat: Flat, style: str, lang: str | None, numbers: dict[int, tuple[tuple[bool, str, int], int]]
    ) -> _Element:
        if flat.kind == "table":
            return self._rich_table(flat, lang)
        if flat.kind == "p":
            return paragraph(style, *self._runs(flat.runs, lang, None))
        return self._flat(flat, -1, lang, None, self._list_number(flat, numbers) if flat.kind == "li" else 0)

    def _cell(self, content: Sequence[_Element], columns: int = 1, merge: str = "", *, low: bool = False) -> _Element:
        properties = element("tcPr")
        if columns > 1:
            properties.append(element("gridSpan", columns))
        if merge:
            properties.append(element("vMerge", merge))
        if low:
            properties.append(element("vAlign", "bottom"))
        return holding("tc", properties, *content)

    def _keep_whole(self, table: _Element) -> None:
        """Let a short table stand on one page: each row stays with the next."""
        rows = table.findall(qn("w:tr"))
        if len(rows) > _SHORT_TABLE:
            return
        for one in (one for row in rows[:-1] for one in row.iter(qn("w:pPr"))):
            one.insert(1, element("keepNext"))

    def _table(self, widths: Sequence[int], alt: str) -> _Element:
        """An empty table over the width of the page; ``widths`` are shares of it."""
        section = self._document.sections[0]
        usable = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        whole = max(2000, usable // 635)
        properties = holding(
            "tblPr",
            element("tblStyle", self._id("Filrouge Table")),
            element("tblW", w=5000, type="pct"),
            element("tblLook", "0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1),
        )
        if alt:
            properties.append(element("tblCaption", alt.split(" : ")[0][:250]))
            properties.append(element("tblDescription", alt[:250]))
        columns = [element("gridCol", w=whole * share // max(1, sum(widths))) for share in widths]
        return holding("tbl", properties, holding("tblGrid", *columns))

    def _grid(self, grid: Grid) -> list[_Element]:
        width = max([len(grid.head), *(len(row) for row in grid.rows), 1])
        figures = grid.figures or (False,) * width
        widths = [10 if figure else 30 if any(figures) else 20 for figure in figures]
        table = self._table(widths, grid.alt)
        if grid.head:
            row = self._grid_row(grid.head, figures, head=True)
            table.append(row)
        totals = grid.totals or (False,) * len(grid.rows)
        for texts, total in zip(grid.rows, totals, strict=True):
            table.append(self._grid_row(texts, figures, total=total))
        self._keep_whole(table)
        first = next(table.iter(qn("w:p")), None)
        if first is not None:
            self._bookmark(first, f"{BOOKMARK}{self._ranks[grid.key]}")
        space = paragraph(self._id("Filrouge Facts"))
        return [self._marks.control(grid.key, grid.alt, [table], rich=True), space]

    def _grid_row(
        self, texts: Sequence[str], figures: Sequence[bool], *, head: bool = False, total: bool = False
    ) -> _Element:
        properties = holding("trPr", element("cantSplit"), *([element("tblHeader")] if head else []))
        made = holding("tr", properties)
        for text, figure in zip(texts, figures, strict=True):
            rank = (3 if total else 2) if figure and not head else 1 if head or total else 0
            align = [element("jc", "right")] if head and figure else []
            made.append(self._cell([paragraph(self._id(TABLE_STYLES[rank]), run(text), properties=align)]))
        return made


def _apart(control: _Element) -> None:
    """Leave some space between a statement and the text that goes on after it."""
    first = next(control.iter(qn("w:pPr")), None)
    if first is not None and first.find(qn("w:spacing")) is None:
        places = [rank for rank, one in enumerate(first) if one.tag in (qn("w:ind"), qn("w:jc"))]
        first.insert(places[0] if places else len(first), element("spacing", before=240))
