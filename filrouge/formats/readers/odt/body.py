"""From the content of an OpenDocument text to blocks, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from filrouge.domain.reading.blocks import Builder, CellRef, Extract
from filrouge.formats.readers.archives import Archive
from filrouge.formats.readers.limits import Limits, Unreadable
from filrouge.formats.readers.odt.inline import Content, Frame, Inline, frames_in
from filrouge.formats.readers.odt.names import DC, DRAW, OFFICE, TABLE, TEXT, XML
from filrouge.formats.readers.odt.numbering import LEVELS, Counter, Numbering, label, step
from filrouge.formats.readers.odt.styles import Sheet, Styles
from filrouge.formats.readers.odt.tables import layout
from filrouge.formats.readers.placed import in_page_order
from filrouge.formats.readers.xmlsafe import Element, parse_xml

_INDEXES = {
    TEXT + name
    for name in (
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
        "bibliography",
    )
}


@dataclass(frozen=True, slots=True)
class _Where:
    """What a paragraph stands in; ``label`` is the number that the next paragraph of a list item bears."""

    cell: CellRef | None = None
    box: int | None = None
    footnote: bool = False
    list_level: int | None = None
    indent: float | None = None


@dataclass(frozen=True, slots=True)
class _List:
    style: str | None
    counter: Counter


def read_archive(archive: Archive) -> Extract:
    """The extract of an OpenDocument text in its zip container.

    Doubts: ``tracked-changes-resolved``, ``hidden-text-dropped``, ``macros-ignored``. Raises :class:`Unreadable`:
    ``encrypted``, ``damaged``, and what its parts raise.
    """
    if b"encryption-data" in (archive.get("META-INF/manifest.xml") or b""):
        raise Unreadable("encrypted")
    content = archive.get("content.xml")
    if content is None:
        raise Unreadable("damaged")
    styles, meta = archive.get("styles.xml"), archive.get("meta.xml")
    roots = [parse_xml(content)] + ([parse_xml(styles)] if styles else [])
    title = _title(parse_xml(meta)) if meta else None
    macros = any(name.startswith(("Basic/", "Scripts/")) for name in archive.names)
    return _extract(roots, title, {"macros-ignored"} if macros else set())


def read(data: bytes, limits: Limits) -> Extract:
    """The extract of an OpenDocument text in one XML file (fodt); as :func:`read_archive`."""
    root = parse_xml(data)
    return _extract([root], _title(root), set())


def _extract(roots: list[Element], title: str | None, doubts: set[str]) -> Extract:
    body = next(roots[0].iter(OFFICE + "text"), None)
    if body is None:
        other = next(roots[0].iter(OFFICE + "spreadsheet", OFFICE + "presentation"), None)
        raise Unreadable("damaged" if other is None else "spreadsheet" if "spreadsheet" in other.tag else "slides")
    reader = _Reader(roots, title, doubts)
    reader.container(body, _Where())
    return reader.builder.build(tuple(sorted(doubts)))


def _title(root: Element) -> str | None:
    found = next(root.iter(DC + "title"), None)
    return " ".join((found.text or "").split()) or None if found is not None else None


class _Reader:
    def __init__(self, roots: list[Element], title: str | None, doubts: set[str]) -> None:
        self.builder = Builder("odt", title)
        self._doubts = doubts
        self._styles = Styles(roots)
        self._numbering = Numbering(roots)
        self._inline = Inline(self._styles, doubts)
        self._outline = Counter()
        self._lists: dict[str, Counter] = {}
        self._by_id: dict[str, Counter] = {}
        self._tables = 0
        self._boxes = 0

    def container(self, element: Element, where: _Where, current: _List | None = None, mark: str | None = None) -> None:
        """Everything in a body, a section, a cell, a box, a note or a list item; ``mark`` is the item's label."""
        for child in element:
            tag = child.tag
            if tag in (TEXT + "p", TEXT + "h"):
                self._paragraph(child, where, mark)
                mark = None
            elif tag == TEXT + "list":
                self._list(child, where, current)
            elif tag == TABLE + "table":
                self._table(child, replace(where, list_level=None, indent=None))
            elif tag == TEXT + "section":
                self._section(child, where)
            elif tag == TEXT + "tracked-changes":
                if len(child):
                    self._doubts.add("tracked-changes-resolved")  # what was deleted is kept there, and only there
            elif tag == TEXT + "numbered-paragraph":
                self._numbered(child, where)
            elif tag.startswith(DRAW):
                self._frames(frames_in(child), where)
            elif tag not in _INDEXES and tag.startswith(TEXT) and len(child):
                self.container(child, where, current)

    def _section(self, section: Element, where: _Where) -> None:
        hidden = section.get(TEXT + "display") == "none"
        if hidden or self._styles.hides_section(section.get(TEXT + "style-name")):
            self._doubts.add("hidden-text-dropped")
        else:
            self.container(section, where)

    def _paragraph(self, paragraph: Element, where: _Where, mark: str | None) -> None:
        sheet = self._styles.sheet(paragraph.get(TEXT + "style-name"))
        heading = sheet.heading
        level = where.list_level
        if paragraph.tag == TEXT + "h":
            said = paragraph.get(TEXT + "outline-level", "1")
            heading = int(said) if said.isdigit() and 1 <= int(said) <= 9 else 1
            if level is None:
                mark, level = self._outline_label(paragraph, sheet, heading)
        content = self._inline.read(paragraph, sheet.look)
        self._emit(content, sheet, heading, mark, replace(where, list_level=level))

    def _outline_label(self, paragraph: Element, sheet: Sheet, heading: int) -> tuple[str | None, int | None]:
        levels = self._numbering.levels(sheet.list_style) or self._numbering.outline
        if paragraph.get(TEXT + "is-list-header") == "true" or sheet.list_style == "" or not levels:
            return None, None
        start = paragraph.get(TEXT + "start-value", "") if paragraph.get(TEXT + "restart-numbering") == "true" else ""
        step(self._outline, levels, heading - 1, int(start) if start.isdigit() else None)
        found = label(self._outline, levels, heading - 1)
        return found, None if found is None else heading - 1

    def _emit(self, content: Content, sheet: Sheet, heading: int | None, mark: str | None, where: _Where) -> None:
        text = content.spans.text
        if text:
            self.builder.add(
                text,
                heading=None if where.footnote else heading,
                label=mark,
                list_level=where.list_level,
                indent=sheet.indent if where.indent is None else where.indent,
                cell=where.cell,
                box=where.box,
                footnote=where.footnote,
                **content.spans.look(),
            )
        outside = replace(where, list_level=None, indent=None)
        self._frames(content.frames, outside)
        for note in content.notes:
            self.container(note, replace(outside, footnote=True))

    def _frames(self, frames: list[Frame], where: _Where) -> None:
        for frame in in_page_order(frames):
            rank, self._boxes = self._boxes, self._boxes + 1
            self.container(frame.content, replace(where, box=rank))

    def _list(self, element: Element, where: _Where, outer: _List | None) -> None:
        style = element.get(TEXT + "style-name") or (outer.style if outer else None) or self._style_inside(element)
        if outer is None:
            level, counter = 0, self._counter(element, style)
        else:
            level, counter = min((where.list_level or 0) + 1, LEVELS - 1), outer.counter
        current = _List(style, counter)
        levels = self._numbering.levels(style)
        inside = replace(where, list_level=level, indent=levels[level].indent if level in levels else None)
        for item in element:
            mark = None
            if item.tag == TEXT + "list-item" and _is_told(item):
                start = item.get(TEXT + "start-value", "")
                step(counter, levels, level, int(start) if start.isdigit() else None)
                mark = label(counter, levels, level)
            if item.tag in (TEXT + "list-item", TEXT + "list-header"):
                self.container(item, inside, current, mark)

    def _style_inside(self, element: Element) -> str | None:
        """A list without a style takes that of its first paragraph."""
        first = next(element.iter(TEXT + "p", TEXT + "h"), None)
        return None if first is None else self._styles.sheet(first.get(TEXT + "style-name")).list_style

    def _counter(self, element: Element, style: str | None) -> Counter:
        """A list counts anew, unless it says that it goes on another, or on the last of its style."""
        other = element.get(TEXT + "continue-list")
        continued = self._by_id.get(other) if other else None
        if continued is None and element.get(TEXT + "continue-numbering") == "true":
            continued = self._lists.get(style or "")
        counter = continued or Counter()
        self._lists[style or ""] = counter
        if identity := element.get(XML + "id"):
            self._by_id[identity] = counter
        return counter

    def _numbered(self, element: Element, where: _Where) -> None:
        said = element.get(TEXT + "level", "1")
        level = min(max(int(said) if said.isdigit() else 1, 1), LEVELS) - 1
        style = element.get(TEXT + "style-name") or self._style_inside(element)
        counter = self._by_id.setdefault(element.get(TEXT + "list-id", "") or f"style {style}", Counter())
        levels = self._numbering.levels(style)
        step(counter, levels, level)
        self.container(element, replace(where, list_level=level), None, label(counter, levels, level))

    def _table(self, table: Element, where: _Where) -> None:
        cells = list(layout(table, self._doubts))
        if where.cell is not None or len(cells) == 1:
            # A table in a cell reads as paragraphs of that cell; a table of one cell is a frame around its content.
            for cell in cells:
                self.container(cell.element, where)
            return
        rank, self._tables = self._tables, self._tables + 1
        for cell in cells:
            place = CellRef(rank, cell.row, cell.column, cell.columns, cell.rows)
            self.container(cell.element, replace(where, cell=place))


def _is_told(item: Element) -> bool:
    """An item whose first child is a list only opens a deeper level: it has no number of its own."""
    first: Iterator[Element] = iter(item)
    child = next(first, None)
    return child is not None and child.tag != TEXT + "list"
