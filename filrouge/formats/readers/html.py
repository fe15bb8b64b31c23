"""HTML files: what a browser would show, as blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from filrouge.domain.reading.blocks import Builder, CellRef, Extract
from filrouge.formats.readers.limits import Limits, Unreadable
from filrouge.formats.readers.look import Collapse, Look, Spans
from filrouge.formats.readers.numerals import numeral
from filrouge.formats.readers.text import decode
from filrouge.formats.readers.xmlsafe import Element

_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SUBSET = re.compile(rb"<!DOCTYPE[^>]*\[|<!ENTITY", re.IGNORECASE)
_STYLE = re.compile(r"\s*([\w-]+)\s*:\s*([^;]+)")
_SIZE = re.compile(r"([\d.]{1,8})\s*(pt|px)")
_SKIPPED = {
    "head", "script", "style", "template", "noscript", "svg", "iframe", "object", "nav", "select", "textarea", "button",
    "audio", "video", "canvas", "rt", "rp", "colgroup",
}  # fmt: skip
_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "math", "output", "q", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr", "img", "input",
}  # fmt: skip
_BOLD = {"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"}
_MOST_SPAN = 1_000
_PLAIN = Look()


@dataclass(frozen=True, slots=True)
class _Where:
    """What a piece of text stands in."""

    look: Look = _PLAIN
    heading: int | None = None
    level: int | None = None
    cell: CellRef | None = None
    kept_space: bool = False


def read(data: bytes, limits: Limits) -> Extract:
    """The extract of an HTML page. Doubts: those of its encoding, ``hidden-text-dropped``.

    Raises :class:`Unreadable`: ``external-entity`` for a document type that declares entities, ``too-deep``,
    ``binary``, ``no-words``.
    """
    if _SUBSET.search(data):
        raise Unreadable("external-entity")
    text, doubts = _decoded(data)
    parser = etree.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(_DECLARATION.sub("", text), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if any("xcessive depth" in entry.message for entry in parser.error_log):
        raise Unreadable("too-deep")
    if root is None:
        raise Unreadable("no-words")
    title = " ".join((root.findtext(".//title") or "").split()) or None
    reader = _Reader(title, set(doubts))
    reader.walk(root, _Where())
    return reader.finish()


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text in the encoding that the page declares, or as for plain text when that fails."""
    declared = _CHARSET.search(data, 0, 4096)
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        name = declared.group(1).decode("ascii").lower()
        name = "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii") else name
        try:
            text = data.decode(name)
        except (LookupError, UnicodeError, ValueError):
            return decode(data)
        if "\x00" not in text:
            return text, ()
    return decode(data)


class _Reader:
    def __init__(self, title: str | None, doubts: set[str]) -> None:
        self._builder = Builder("html", title)
        self._doubts = doubts
        self._spans = Spans()
        self._collapse = Collapse()
        self._label: str | None = None
        self._tables = 0

    def finish(self) -> Extract:
        self._flush(_Where())
        return self._builder.build(tuple(sorted(self._doubts)))

    def walk(self, element: Element, where: _Where) -> None:
        """Read an element: its text goes to the current block, or to blocks of its own when a browser breaks there."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            return
        inside = self._inside(element, tag, where)
        if inside is None:
            return
        if tag == "br":
            self._add("\n", where, raw=True)
        elif tag == "table" and where.cell is None:
            self._table(element, where)
        elif tag in _INLINE:
            self._children(element, inside)
        else:
            self._flush(where)
            if tag in ("ul", "ol", "menu"):
                self._list(element, inside)
            else:
                self._children(element, inside)
                self._flush(inside)

    def _inside(self, element: Element, tag: str, where: _Where) -> _Where | None:
        """What the content of an element stands in; None when a browser does not show it."""
        style = dict(_STYLE.findall(element.get("style", "").lower()))
        hidden = style.get("display", "").strip() == "none" or element.get("hidden") is not None
        if hidden or style.get("visibility", "").strip() == "hidden":
            if any(str(text).strip() for text in element.itertext()):
                self._doubts.add("hidden-text-dropped")
            return None
        if tag == "sup" and any((link.get("href") or "").startswith("#") for link in element.iter("a")):
            return None  # the mark of a note
        heading = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else where.heading
        return replace(
            where,
            look=_look(where.look, tag, style),
            heading=heading,
            kept_space=where.kept_space or tag == "pre",
        )

    def _children(self, element: Element, where: _Where) -> None:
        self._add(element.text, where)
        for child in element:
            self.walk(child, where)
            self._add(child.tail, where)

    def _add(self, text: str | None, where: _Where, raw: bool = False) -> None:
        if not text:
            return
        if raw or where.kept_space:
            self._collapse.after_space = True
            self._spans.add(text, where.look)
        else:
            self._spans.add(self._collapse(text), where.look)

    def _flush(self, where: _Where) -> None:
        spans, self._spans, self._collapse = self._spans, Spans(), Collapse()
        if spans.text:
            label, self._label = self._label, None
            self._builder.add(
                spans.text,
                heading=where.heading,
                label=label,
                list_level=where.level,
                cell=where.cell,
                **spans.look(),
            )

    def _list(self, element: Element, where: _Where) -> None:
        level = 0 if where.level is None else where.level + 1
        inside = replace(where, level=level)
        count = _whole(element.get("start"), 1)
        style = element.get("type", "1")
        for child in element:
            if child.tag == "li":
                count = _whole(child.get("value"), count)
                ordered = element.tag == "ol"
                self._label = numeral(count, style if style in ("a", "A", "i", "I") else "1") + "." if ordered else "•"
                count += 1
            self.walk(child, inside)
            self._label = None

    def _table(self, table: Element, where: _Where) -> None:
        self._flush(where)
        for caption in table.iterchildren("caption"):
            self.walk(caption, where)
        cells = list(_layout(table))
        outside = replace(where, level=None)
        if len(cells) == 1 or table.get("role") in ("presentation", "none"):
            for element, _ in cells:
                self._cell(element, outside)
            return
        rank, self._tables = self._tables, self._tables + 1
        for element, place in cells:
            self._cell(element, replace(outside, cell=replace(place, table=rank)))

    def _cell(self, element: Element, where: _Where) -> None:
        inside = self._inside(element, str(element.tag), where)
        if inside is not None:
            self._children(element, inside)
            self._flush(inside)


def _layout(table: Element) -> Iterator[tuple[Element, CellRef]]:
    """The cells of a table with their place, what row spans take from later rows taken into account."""
    taken: dict[int, int] = {}
    rows = [
        row
        for part in table
        for row in ([part] if part.tag == "tr" else part.iterchildren("tr") if isinstance(part.tag, str) else ())
    ]
    for rank, row in enumerate(rows):
        column = 0
        for cell in row.iterchildren("td", "th"):
            while taken.get(column, 0) > rank:
                column += 1
            columns = min(max(_whole(cell.get("colspan"), 1), 1), _MOST_SPAN)
            down = min(max(_whole(cell.get("rowspan"), 1), 1), len(rows) - rank)
            for at in range(column, column + columns):
                taken[at] = rank + down
            yield cell, CellRef(0, rank, column, columns, down)
            column += columns


def _look(look: Look, tag: str, style: dict[str, str]) -> Look:
    weight = style.get("font-weight", "").strip()
    size = _SIZE.match(style.get("font-size", "").strip())
    bold = look.bold or tag in _BOLD
    if weight:
        bold = weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600)
    transform = style.get("text-transform", "").strip()
    return Look(
        bold=bold,
        caps=transform == "uppercase" if transform else look.caps,
        size=_points(size) if size else look.size,
    )


def _points(size: re.Match[str]) -> float | None:
    try:
        return float(size.group(1)) * (0.75 if size.group(2) == "px" else 1.0)
    except ValueError:
        return None


def _whole(value: str | None, otherwise: int) -> int:
    text = (value or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else otherwise
