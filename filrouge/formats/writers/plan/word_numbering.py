"""Lists of Word: definitions added to those of the template (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from lxml.etree import _Element

from filrouge.formats.writers.plan.word_xml import element, holding

if TYPE_CHECKING:
    from docx.document import Document

STEP = 360  # twentieths of a point by which each level of a list is set in
BULLETS = ("•", "–", "▪")
FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LEVELS = 9


class Numbering:
    """Gives the lists of a document their numbers: one definition of bullets, one for each ordered list."""

    def __init__(self, document: Document) -> None:
        self._root: _Element = document.part.numbering_part.element
        self._bullets: int | None = None

    def bullets(self) -> int:
        """The number of the list of bullets."""
        if self._bullets is None:
            levels = [("bullet", BULLETS[level % len(BULLETS)]) for level in range(_LEVELS)]
            self._bullets = self._added(levels, 1)
        return self._bullets

    def ordered(self, style: str, start: int) -> int:
        """The number of a new ordered list; the levels below count in digits."""
        levels = [(FORMATS[style], f"%{level + 1}.") for level in range(_LEVELS)]
        return self._added(levels, start)

    def _added(self, levels: list[tuple[str, str]], start: int) -> int:
        abstracts = self._root.findall(qn("w:abstractNum"))
        identity = 1 + max((int(one.get(qn("w:abstractNumId"), "0")) for one in abstracts), default=0)
        abstract = element("abstractNum", abstractNumId=identity)
        abstract.append(element("multiLevelType", "hybridMultilevel"))
        for rank, (form, text) in enumerate(levels):
            left = element("ind", left=STEP * (rank + 1), hanging=STEP)
            abstract.append(
                holding(
                    "lvl",
                    element("start", start),
                    element("numFmt", form),
                    element("lvlText", text),
                    element("lvlJc", "left"),
                    holding("pPr", left),
                )
            )
            abstract[-1].set(qn("w:ilvl"), str(rank))
        self._root.insert(len(abstracts), abstract)
        numbers = [int(one.get(qn("w:numId"), "0")) for one in self._root.findall(qn("w:num"))]
        number = 1 + max(numbers, default=0)
        made = element("num", numId=number)
        made.append(element("abstractNumId", identity))
        self._root.append(made)
        return number
