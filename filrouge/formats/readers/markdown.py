"""Markdown files (CommonMark, with tables)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from filrouge.domain.reading.blocks import Builder, CellRef, Extract
from filrouge.formats.readers.limits import Limits, Unreadable
from filrouge.formats.readers.look import Look, Spans
from filrouge.formats.readers.text import decode

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_NOTE = re.compile(r"^\[\^[^\]\s]+\]:[ \t]*(\S.*(?:\n(?: {2,}|\t).*\S)*)", re.MULTILINE)
_NOTE_MARK = re.compile(r"\[\^[^\]\s]+\]")
_TAG = re.compile(r"<[^>]*>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read(data: bytes, limits: Limits) -> Extract:
    """The extract of a Markdown text; a head of properties between ``---`` lines is left out, notes come at the end.

    Doubts: those of its encoding. Raises :class:`Unreadable`: ``binary``, ``blank``, ``too-long``.
    """
    text, doubts = decode(data)
    if not text.strip():
        raise Unreadable("blank")
    if len(text) > limits.characters:
        raise Unreadable("too-long")
    text = _FRONT.sub("", text, count=1)
    notes = [" ".join(note.split()) for note in _NOTE.findall(text)]
    text = _NOTE_MARK.sub("", _NOTE.sub("", text))
    writer = _Writer()
    for token in MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(text):
        writer.token(token)
    for note in notes:
        writer.builder.add(note, footnote=True)
    return writer.builder.build(doubts)


class _Writer:
    """Follows the tokens: what is open decides what the next line of text is."""

    def __init__(self) -> None:
        self.builder = Builder("markdown")
        self._heading: int | None = None
        self._lists: list[tuple[int, str] | None] = []
        self._label: str | None = None
        self._table = self._row = self._column = -1
        self._in_table = False

    def token(self, token: Token) -> None:
        kind = token.type
        if kind == "inline":
            self._inline(token)
        elif kind in ("fence", "code_block"):
            for line in token.content.splitlines():
                self._add(line.rstrip(), Look())
        elif kind == "html_block":
            self._add(_TAG.sub("", _BREAK.sub("\n", token.content)).strip(), Look())
        elif kind in ("heading_open", "heading_close"):
            self._heading = int(token.tag[1]) if kind == "heading_open" else None
        elif kind.endswith(("_list_open", "_list_close", "list_item_open")):
            self._list(kind, token)
        else:
            self._table_mark(kind)

    def _list(self, kind: str, token: Token) -> None:
        if kind == "bullet_list_open":
            self._lists.append(None)
        elif kind == "ordered_list_open":
            self._lists.append((int(token.attrs.get("start", 1)), token.markup))
        elif kind == "list_item_open":
            current = self._lists[-1]
            self._label = "•" if current is None else f"{current[0]}{current[1]}"
            self._lists[-1] = None if current is None else (current[0] + 1, current[1])
        else:
            self._lists.pop()

    def _table_mark(self, kind: str) -> None:
        if kind == "table_open":
            self._table, self._row, self._in_table = self._table + 1, -1, True
        elif kind == "table_close":
            self._in_table = False
        elif kind == "tr_open":
            self._row, self._column = self._row + 1, -1
        elif kind in ("th_open", "td_open"):
            self._column += 1

    def _inline(self, token: Token) -> None:
        spans = Spans()
        bold = self._heading is not None
        depth = 0
        for child in token.children or ():
            if child.type in ("strong_open", "strong_close"):
                depth += child.nesting
            look = Look(bold=bold or depth > 0)
            if child.type in ("text", "code_inline"):
                spans.add(child.content, look)
            elif child.type == "softbreak":
                spans.add(" ", look)
            elif child.type == "hardbreak" or (child.type == "html_inline" and _BREAK.fullmatch(child.content)):
                spans.add("\n", look)
        self._write(spans)

    def _add(self, text: str, look: Look) -> None:
        spans = Spans()
        spans.add(text, look)
        self._write(spans)

    def _write(self, spans: Spans) -> None:
        text = spans.text
        if not text:
            return
        label, self._label = self._label, None
        self.builder.add(
            text,
            heading=self._heading,
            label=label,
            list_level=len(self._lists) - 1 if self._lists else None,
            cell=CellRef(self._table, self._row, self._column) if self._in_table else None,
            **{**spans.look(), "size": None},
        )
