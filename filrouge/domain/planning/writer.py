"""A text that grows line by line, and the places of what stands in it."""

from __future__ import annotations

from filrouge.domain.model import Paragraph, Place
from filrouge.domain.planning.lists import NOTE_MARK, label_of
from filrouge.domain.planning.rich import (
    Block,
    Divider,
    Heading,
    ListBlock,
    Quote,
    Rich,
    Run,
    Table,
    plain_runs,
)
from filrouge.domain.planning.rich import Paragraph as Body


class Writer:
    """Collects lines and paragraphs. ``section`` is the id of the section that is being written, or None."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.at = 0
        self.section: str | None = None
        self.paragraphs: list[Paragraph] = []

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def blank(self) -> None:
        if self._parts:
            self._parts.append("\n")
            self.at += 1

    def line(self, words: str, end: str = "\n\n") -> Place:
        """Write a line of the text; answers where it stands."""
        place = Place(self.at, self.at + len(words))
        self._parts += (words, end)
        self.at += len(words) + len(end)
        return place

    def say(self, words: str, kind: str = "text", label: str | None = None, beside: str = "") -> Place:
        """Write a paragraph of the author, with the label that stands before it, and what stands on its line besides
        and is no part of what it says."""
        place = self.line(f"{label} {words}{beside}" if label else f"{words}{beside}")
        self.paragraphs.append(Paragraph(" ".join(words.split("\n")), place, kind, label, self.section))
        return place

    def body(self, rich: Rich) -> None:
        """Write the paragraphs of a body."""
        for block in rich.blocks:
            self._block(block, None)

    def _block(self, block: Block, label: str | None, depth: int = 0) -> None:
        if isinstance(block, Body):
            self._paragraph(block.runs, label)
        elif isinstance(block, Heading):
            self.say(plain_runs(block.runs), "heading" if label is None else "list", label)
        elif isinstance(block, ListBlock):
            for rank, item in enumerate(block.items):
                for nth, one in enumerate(item.blocks):
                    self._block(one, label_of(block, rank, depth) if nth == 0 else None, depth + 1)
        elif isinstance(block, Quote):
            for rank, one in enumerate(block.blocks):
                self._block(one, label if rank == 0 else None)
        elif isinstance(block, Table):
            for one in (one for row in block.rows for cell in row for one in cell.blocks):
                self._cell(one)
        else:
            assert isinstance(block, Divider)

    def _cell(self, block: Block) -> None:
        if isinstance(block, Body):
            self.say(plain_runs(block.runs), "table")
        else:
            self._block(block, None)

    def _paragraph(self, runs: tuple[Run, ...], label: str | None) -> None:
        words = plain_runs(runs)
        if label is not None:
            self.say(words, "list", label)
        elif "sup" in runs[0].marks and (runs[0].text == NOTE_MARK or runs[0].text.isdigit()) and len(runs) > 1:
            self.say(words[len(runs[0].text) :].strip("\u00a0 "), "footnote")
        else:
            self.say(words, "lead_in" if words.endswith(":") else "text")
