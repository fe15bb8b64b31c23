"""The restricted HTML of a body: parsed tolerantly into a value, rendered back in one form only.

Allowed are ``p``, ``h1``-``h6``, ``ul``, ``ol`` (``start``, ``type``), ``li``, ``blockquote``, ``table`` with ``tr``,
``th``, ``td`` (``colspan``, ``rowspan``), ``hr``, ``br``, ``strong``, ``em``, ``u``, ``sub``, ``sup`` and ``a`` with an
``https:`` or ``mailto:`` address. Of anything else the words alone are kept. What is stored has been cleaned before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

from filrouge.domain.planning.rich import (
    LIST_STYLES,
    MARKS,
    Block,
    Cell,
    Divider,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Rich,
    Run,
    Table,
    plain_runs,
    tidy,
)

DEEPEST = 12  # lists, quotations and tables within one another; what is deeper is kept at this depth
MOST_SPAN = 100
_LARGEST_START = 99_999
_SAME = {"b": "strong", "i": "em"}
_SILENT = frozenset({"script", "style", "head", "template", "title"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BREAKS = frozenset(
    {"p", "div", "section", "article", "header", "footer", "main", "pre", "figure", "dl", "dt", "dd", *_HEADINGS}
)
_FRAMES = frozenset({"ul", "ol", "li", "blockquote", "table", "tr", "td", "th"})
_HOLDS_TEXT = frozenset({"", "li", "blockquote", "td", "th"})


# --- parsing --------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Frame:
    """An element that is open: what it holds so far."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    items: list[ListItem] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    rows: list[tuple[Cell, ...]] = field(default_factory=list)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.frames = [_Frame("")]
        self.runs: list[Run] = []
        self.heading = 0
        self.marks: list[str] = []
        self.links: list[str] = []
        self.silent = 0
        self.refused = 0  # frames not opened because they were too deep

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag = _SAME.get(tag, tag)
        if tag in _SILENT:
            self.silent += 1
        elif tag in MARKS:
            self.marks.append(tag)
        elif tag == "a":
            address = (dict(attrs).get("href") or "").strip()
            self.links.append(address if address.lower().startswith(("https:", "mailto:")) else "")
        elif tag == "br":
            self._say("\n")
        elif tag == "hr":
            self._flush()
            if len(self.frames) == 1:
                self.frames[0].blocks.append(Divider())
        elif tag in _FRAMES:
            self._open(tag, {name: value or "" for name, value in attrs})
        elif tag in _BREAKS:
            self._flush()
            self.heading = _HEADINGS.get(tag, 0)

    def handle_endtag(self, tag: str) -> None:
        tag = _SAME.get(tag, tag)
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in self.marks:
            del self.marks[len(self.marks) - 1 - self.marks[::-1].index(tag)]
        elif tag == "a" and self.links:
            self.links.pop()
        elif tag in _FRAMES:
            self._close(tag)
        elif tag in _BREAKS:
            self._flush()

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self._say(data.replace("\n", " "))

    def _say(self, words: str) -> None:
        if not words.strip(" \t\r\f\v\n") and not self.runs:
            return
        if self.frames[-1].tag not in _HOLDS_TEXT:
            self._inside(self.frames[-1].tag)
        self.runs.append(Run(words, frozenset(self.marks), self.links[-1] if self.links else ""))

    def _inside(self, tag: str) -> None:
        """Open what may hold words within a list, a table or a row."""
        if tag == "table":
            self.frames.append(_Frame("tr"))
        self.frames.append(_Frame("li" if tag in {"ul", "ol"} else "td"))

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        self._flush()
        holder = {"li": ("ul", "ol"), "tr": ("table",), "td": ("tr", "table"), "th": ("tr", "table")}.get(tag)
        if holder is not None:
            at = self._nearest(holder)
            if at is None:
                return  # an item without a list is a paragraph
            self._close_above(at)
            if tag in {"td", "th"} and self.frames[-1].tag == "table":
                self.frames.append(_Frame("tr"))
        else:
            if len(self.frames) > 3 * DEEPEST:
                self.refused += 1
                return
            if self.frames[-1].tag not in _HOLDS_TEXT:
                self._inside(self.frames[-1].tag)
        self.frames.append(_Frame(tag, attributes))

    def _nearest(self, tags: Sequence[str]) -> int | None:
        """The rank of the innermost open element of these, unless a list or a table of another kind comes before."""
        other = {"ul", "ol", "table"} - set(tags)
        for at in range(len(self.frames) - 1, 0, -1):
            if self.frames[at].tag in tags:
                return at
            if self.frames[at].tag in other:
                return None
        return None

    def _close(self, tag: str) -> None:
        self._flush()
        if self.refused and tag not in {"li", "tr", "td", "th"}:
            self.refused -= 1
            return
        at = self._nearest((tag,)) if tag in {"li", "tr", "td", "th"} else self._last(tag)
        if at is not None:
            self._close_above(at - 1)

    def _last(self, tag: str) -> int | None:
        return next((at for at in range(len(self.frames) - 1, 0, -1) if self.frames[at].tag == tag), None)

    def _close_above(self, at: int) -> None:
        """Close the innermost elements until the one of this rank is the innermost."""
        while len(self.frames) - 1 > at:
            frame = self.frames.pop()
            self._hand_over(frame, self.frames[-1])

    def _hand_over(self, frame: _Frame, outer: _Frame) -> None:
        if frame.tag == "li" and frame.blocks:
            outer.items.append(ListItem(tuple(frame.blocks)))
        elif frame.tag in {"td", "th"}:
            spans = (_number(frame.attributes.get(name), 1, MOST_SPAN, 1) for name in ("colspan", "rowspan"))
            outer.cells.append(Cell(tuple(frame.blocks), frame.tag == "th", *spans))
        elif frame.tag == "tr" and frame.cells:
            outer.rows.append(tuple(frame.cells))
        elif frame.tag in {"ul", "ol"} and frame.items:
            outer.blocks.append(_list(frame))
        elif frame.tag == "blockquote" and frame.blocks:
            outer.blocks.append(Quote(tuple(frame.blocks)))
        elif frame.tag == "table" and frame.rows:
            outer.blocks.append(Table(tuple(frame.rows)))

    def _flush(self) -> None:
        """End the paragraph that is being read."""
        runs, self.runs = tidy(self.runs), []
        level, self.heading = self.heading, 0
        if runs:
            self.frames[-1].blocks.append(Heading(level, runs) if level else Paragraph(runs))

    def result(self) -> Rich:
        self.close()
        self._flush()
        self._close_above(0)
        return Rich(tuple(self.frames[0].blocks))


def parse(html: str) -> Rich:
    """The body that this HTML says, whatever its faults; never an error."""
    parser = _Parser()
    parser.feed(html)
    return parser.result()


def _list(frame: _Frame) -> ListBlock:
    if frame.tag == "ul":
        return ListBlock(False, tuple(frame.items))
    style = frame.attributes.get("type", "1")
    start = _number(frame.attributes.get("start"), 0, _LARGEST_START, 1)
    return ListBlock(True, tuple(frame.items), start, style if style in LIST_STYLES else "1")


def _number(text: str | None, least: int, most: int, usual: int) -> int:
    found = (text or "").strip()
    return min(most, max(least, int(found))) if found.isascii() and found.isdigit() and len(found) < 9 else usual


# --- rendering ------------------------------------------------------------------------------------------------------


def render(rich: Rich) -> str:
    """The body as HTML: the same text for equal bodies, and what :func:`parse` understands as the same body."""
    return "".join(_blocks(rich.blocks))


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield f"<p>{inline(block.runs)}</p>"
        elif isinstance(block, Heading):
            yield f"<h{block.level}>{inline(block.runs)}</h{block.level}>"
        elif isinstance(block, ListBlock):
            yield from _list_html(block)
        elif isinstance(block, Quote):
            yield f"<blockquote>{''.join(_blocks(block.blocks))}</blockquote>"
        elif isinstance(block, Table):
            yield "<table><tbody>"
            for row in block.rows:
                yield f"<tr>{''.join(map(_cell, row))}</tr>"
            yield "</tbody></table>"
        else:
            yield "<hr>"


def _list_html(block: ListBlock) -> Iterator[str]:
    tag, attributes = ("ol" if block.ordered else "ul"), ""
    if block.ordered and block.start != 1:
        attributes += f' start="{block.start}"'
    if block.ordered and block.style != "1":
        attributes += f' type="{block.style}"'
    yield f"<{tag}{attributes}>"
    for item in block.items:
        yield f"<li>{''.join(_blocks(item.blocks))}</li>"
    yield f"</{tag}>"


def _cell(cell: Cell) -> str:
    tag, attributes = ("th" if cell.header else "td"), ""
    if cell.columns != 1:
        attributes += f' colspan="{cell.columns}"'
    if cell.rows != 1:
        attributes += f' rowspan="{cell.rows}"'
    return f"<{tag}{attributes}>{''.join(_blocks(cell.blocks))}</{tag}>"


def inline(runs: Iterable[Run]) -> str:
    """Marked words as HTML; a mark that neighbours share is opened once."""
    out: list[str] = []
    open_: list[str] = []
    for run in runs:
        wanted = [f'a href="{escape(run.href)}"'] if run.href else []
        wanted += [mark for mark in MARKS if mark in run.marks]
        same = 0
        while same < min(len(open_), len(wanted)) and open_[same] == wanted[same]:
            same += 1
        out += [f"</{tag.split()[0]}>" for tag in reversed(open_[same:])]
        out += [f"<{tag}>" for tag in wanted[same:]]
        out.append(escape(run.text, quote=False).replace("\n", "<br>"))
        open_ = wanted
    out += [f"</{tag.split()[0]}>" for tag in reversed(open_)]
    return "".join(out)


def plain(rich: Rich) -> str:
    """The words alone, a line for each paragraph, list item and row of a table."""
    return "\n".join(_lines(rich.blocks))


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, (Paragraph, Heading)):
            yield plain_runs(block.runs)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _lines(item.blocks)
        elif isinstance(block, Quote):
            yield from _lines(block.blocks)
        elif isinstance(block, Table):
            for row in block.rows:
                yield "\t".join(" ".join(" ".join(_lines(cell.blocks)).split("\n")) for cell in row)
