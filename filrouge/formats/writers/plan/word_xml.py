"""Pieces of WordprocessingML (ECMA-376 part 1, chapter 17): runs, content controls, bookmarks, tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import _Element

from filrouge.domain.planning.rich import Run
from filrouge.domain.report.voice import clean

REGIONS = {"fr": "fr-BE", "nl": "nl-BE", "de": "de-BE", "en": "en-GB"}
_PARTED = re.compile(r"([\n\t])")
_MARKS = {"strong": ("b", None), "em": ("i", None), "u": ("u", "single")}
_RAISED = {"sub": "subscript", "sup": "superscript"}
_LONGEST_ALIAS = 64
_FIRST = 1_000_000  # beyond the numbers that a template has given away


def element(name: str, value: str | int | None = None, /, **attributes: str | int) -> _Element:
    """``<w:name w:val="value" w:…="…"/>``."""
    made: _Element = OxmlElement(f"w:{name}")
    given = {**({} if value is None else {"val": value}), **attributes}
    for key, one in given.items():
        made.set(qn(f"w:{key}"), clean(str(one)))
    return made


def holding(name: str, *children: _Element) -> _Element:
    """An element with children."""
    made = element(name)
    made.extend(children)
    return made


def run(text: str, *properties: _Element) -> _Element:
    """A run of text; line ends and tabs become breaks and tabs. ``properties`` stand in the order of the schema."""
    made = element("r")
    if properties:
        made.append(holding("rPr", *properties))
    for part in _PARTED.split(clean(text)):
        if part == "\n":
            made.append(element("br"))
        elif part == "\t":
            made.append(element("tab"))
        elif part:
            words = element("t")
            words.text = part
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            made.append(words)
    return made


def look(one: Run, lang: str | None, style: str | None = None) -> list[_Element]:
    """The properties of a run of rich text."""
    made = [element("rStyle", style)] if style else []
    made += [element(name, value) for mark, (name, value) in _MARKS.items() if mark in one.marks]
    made += [element("vertAlign", value) for mark, value in _RAISED.items() if mark in one.marks][:1]
    if lang:
        made.append(element("lang", REGIONS[lang]))
    return made


def paragraph(style: str, *children: _Element, properties: Sequence[_Element] = ()) -> _Element:
    """A paragraph of the style of this id; ``properties`` come after it, in the order of the schema."""
    return holding("p", holding("pPr", element("pStyle", style), *properties), *children)


def indent(left: int, hanging: int = 0) -> _Element:
    return element("ind", left=left, hanging=hanging) if hanging else element("ind", left=left)


class Marks:
    """Numbers content controls and bookmarks, which must be unique in a document."""

    def __init__(self) -> None:
        self._control = self._bookmark = _FIRST

    def control(
        self,
        key: str,
        name: str,
        content: Iterable[_Element],
        *,
        missing: bool = False,
        choices: Sequence[tuple[str, str]] = (),
        rich: bool = False,
    ) -> _Element:
        """A content control with the field's key as its tag and its name as its title."""
        self._control += 1
        properties = holding(
            "sdtPr", element("alias", name[:_LONGEST_ALIAS]), element("tag", key), element("id", self._control)
        )
        if missing:
            properties.append(element("showingPlcHdr"))
        if choices:
            items = (element("listItem", displayText=clean(words), value=value) for value, words in choices)
            properties.append(holding("dropDownList", *items))
        elif rich:
            # A gallery is what LibreOffice leaves whole, where it makes one plain run of any other block; it keeps the
            # category and drops the tag.
            gallery = element("docPartGallery", "Custom 1")
            properties.append(holding("docPartObj", gallery, element("docPartCategory", key)))
        else:
            properties.append(element("text", multiLine=1))
        return holding("sdt", properties, holding("sdtContent", *content))

    def bookmarked(self, name: str, content: Sequence[_Element]) -> list[_Element]:
        """Inline content between the two ends of a bookmark."""
        self._bookmark += 1
        start = element("bookmarkStart", id=self._bookmark, name=name)
        return [start, *content, element("bookmarkEnd", id=self._bookmark)]


def complex_field(code: str, *result: _Element, dirty: bool = False) -> list[_Element]:
    """A field as runs: its code, and what it shows until it is updated; a ``dirty`` one is to be updated at once."""
    words = element("instrText")
    words.text = f" {code} "
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return [
        holding("r", element("fldChar", fldCharType="begin", **({"dirty": "true"} if dirty else {}))),
        holding("r", words),
        holding("r", element("fldChar", fldCharType="separate")),
        *result,
        holding("r", element("fldChar", fldCharType="end")),
    ]
