"""Builds a PDF with typst: real page layout, lines broken by it, a running title, page numbers, footnotes."""

from __future__ import annotations

import re

import typst

from corpus.builders.pieces import (
    Box,
    Cell,
    Columns,
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
)

SETUP = """#set page(paper: "a4", margin: (x: 2.3cm, y: 2.4cm), header: context {{ if here().page() > 1 [{running}] }},
  footer: context align(center, counter(page).display()))
#set text(size: 10.5pt, lang: "{language}", hyphenate: {hyphenate})
#set par(justify: {justify}, spacing: 0.9em)
#set table(stroke: 0.5pt, inset: 3pt)
#set grid(column-gutter: 6pt)
"""


class PageBuilder:
    def __init__(self, script: Script, look: Look) -> None:
        self.script, self.look = script, look

    def source(self) -> str:
        """The typst source of the document."""
        setup = SETUP.format(
            running=text(self.script.running, {}),
            language=self.script.language,
            hyphenate="true" if self.look.columns else "auto",
            justify="true" if self.look.styles else "false",
        )
        return setup + "\n\n".join(self.piece(piece) for piece in flat(self.script.pieces, self.look))

    def piece(self, piece: Piece) -> str:
        match piece:
            case Title():
                return f'#text(size: 20pt, weight: "bold")[{self.words(piece.text)}]'
            case Heading():
                return self.heading(piece)
            case Para():
                return f"#strong[{self.words(piece.text)}]" if piece.bold else self.words(piece.text)
            case Item():
                mark = text(piece.mark, {})
                columns = f"columns: (auto, 1fr), [{mark}], [{self.words(piece.text)}]"
                return f"#pad(left: {1.2 * piece.level}em, grid({columns}))"
            case Table():
                return self.table(piece)
            case Box():
                return f"#rect(width: 100%, stroke: 0.5pt, inset: 6pt)[\n{self.inner(piece.pieces)}\n]"
            case Columns():
                return f"#columns(2)[\n{self.inner(piece.pieces)}\n]"
            case PageBreak():
                return "#pagebreak()"

    def inner(self, pieces: tuple[Piece, ...]) -> str:
        return "\n\n".join(self.piece(piece) for piece in flat(pieces, self.look))

    def heading(self, heading: Heading) -> str:
        words = self.words(f"{heading.number} {heading.text}" if heading.number else heading.text)
        if self.look.styles:
            size = 18 - 2 * heading.level
            return f'#block(sticky: true, above: 1.6em, below: 1em, text(size: {size}pt, weight: "bold")[{words}])'
        small = max(13 - heading.level, 10.5)
        return f'#block(sticky: true, above: 1.2em, below: 0.9em, text(size: {small}pt, weight: "bold")[{words}])'

    def table(self, table: Table) -> str:
        cells = [self.cell(cell) for row in table.rows for cell in row]
        share = "auto" if table.width > 5 else "1fr"
        small = "#set text(size: 7.5pt)\n" if table.width > 8 else ""
        columns = ", ".join(["2fr" if table.width > 8 else "1.6fr", *[share] * (table.width - 1)])
        return f"#[{small}#table(columns: ({columns}), {', '.join(cells)})]"

    def cell(self, cell: Cell) -> str:
        inner = " \\ ".join(self.words(part) for part in cell.paragraphs)
        spans = (f"colspan: {cell.columns}, " if cell.columns > 1 else "") + (
            f"rowspan: {cell.rows}, " if cell.rows > 1 else ""
        )
        inner = f"#strong[{inner}]" if cell.head and inner else inner
        return f"table.cell({spans})[{inner}]" if spans else f"[{inner}]"

    def words(self, words: str) -> str:
        return text(words, self.script.notes)


def text(words: str, notes: dict[str, str]) -> str:
    """Words as typst markup: every sign escaped, marks of notes replaced by footnotes."""
    out = ""
    for i, part in enumerate(re.split(r"\[\^(\w+)\]", words)):
        out += (
            f"#footnote[{text(notes[part], {})}]" if i % 2 else re.sub(r"([\\#*_`$<>@~/\[\]=+\-'\".])", r"\\\1", part)
        )
    return out


def build(script: Script, look: Look) -> bytes:
    """The bytes of a ``.pdf`` file."""
    made = typst.compile(PageBuilder(script, look).source().encode())
    assert isinstance(made, bytes)
    return made
