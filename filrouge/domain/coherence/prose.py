"""The text of a document prepared for rules: flat text with the same offsets, sentences, where quoted words stand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from filrouge.domain.language.sentences import sentence_spans
from filrouge.domain.language.words import flat, fold
from filrouge.domain.model import Document, Paragraph, Place, Section

_QUOTED, _SEARCHED = 160, 60


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph; ``flat`` is its text without case and accents, character for character."""

    text: str
    flat: str
    paragraph: Paragraph


class Prose:
    """The prepared text of one document; everything is worked out once, on first use."""

    def __init__(self, document: Document, abbreviations: tuple[str, ...]) -> None:
        self._document = document
        self._abbreviations = frozenset(fold(word) for word in abbreviations)

    @cached_property
    def flat(self) -> str:
        """The whole text in lower case, without accents, as long as the text itself; line ends are kept."""
        return "\n".join(map(flat, self._document.text.split("\n")))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all paragraphs, headings excluded, in order."""
        return tuple(
            Sentence(text, flat(text), paragraph)
            for paragraph in sorted(self._document.paragraphs, key=lambda one: one.place.start)
            if paragraph.kind != "heading"
            for text in (paragraph.text[slice(*span)] for span in sentence_spans(paragraph.text, self._abbreviations))
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.paragraph.place.start for sentence in self.sentences]

    def under(self, section: Section) -> tuple[Sentence, ...]:
        """The sentences under a heading, subsections included."""
        first, last = bisect_left(self._starts, section.place.start), bisect_left(self._starts, section.place.end)
        return self.sentences[first:last]

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.place.start for section in self._document.sections]

    def section_at(self, offset: int) -> Section | None:
        """The innermost section that covers this offset, or None before the first heading."""
        rank = bisect_right(self._section_starts, offset) - 1
        section = self._document.sections[rank] if rank >= 0 else None
        while section is not None and not section.place.covers(offset):
            section = self._document.sections_by_id.get(section.parent or "")
        return section

    @cached_property
    def parents(self) -> frozenset[str]:
        """The ids of the sections that have subsections."""
        return frozenset(section.parent for section in self._document.sections if section.parent)

    @cached_property
    def headings(self) -> tuple[tuple[Section, str], ...]:
        """Every section with its title folded, number excluded."""
        return tuple((section, fold(section.title)) for section in self._document.sections)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset of every line of the text."""
        text = self._document.text
        return (0, *(match.end() for match in re.finditer("\n", text)))

    def where(self, words: str, within: Place) -> Place:
        """Where these words stand in the text within a place, whatever its line breaks; all of it if not found."""
        parts = [re.escape(part) for part in words.split()]
        if parts:
            begun = re.compile(r"\s+".join(parts[:_SEARCHED])).search(self._document.text, within.start, within.end)
            if begun:
                return Place(begun.start(), begun.end() if len(parts) <= _SEARCHED else within.end)
        return within

    def section_text(self, section: Section) -> str:
        """The text under a heading, subsections included, as extracted."""
        return self._document.text[section.heading.end : section.place.end]


def excerpt(text: str, size: int = _QUOTED) -> str:
    """The beginning of a text for quoting in a remark: single spaces, cut at a word, with an ellipsis when cut."""
    plain = " ".join(text[: size * 8].split()).rstrip(" ;,.:")
    if len(plain) <= size:
        return plain
    return plain[:size].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def number_of(text: str | None) -> int | None:
    """The number as an integer when it is one (``4``, ``4.``), else None."""
    digits = (text or "").strip().rstrip(".)")
    return int(digits) if digits.isdecimal() else None
