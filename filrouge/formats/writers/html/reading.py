"""The text with its margin: outline, passages in the document's own words, remarks beside the place they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from filrouge.domain.report.dossier import SEVERITIES
from filrouge.domain.report.naming import numbered, titled
from filrouge.domain.report.outline import Entry, outline
from filrouge.domain.report.passages import Mark, Passage
from filrouge.formats.writers.html.anchors import Sheet
from filrouge.formats.writers.html.markup import Content, Markup, sign, tag
from filrouge.formats.writers.html.page import part
from filrouge.formats.writers.html.remarks import margin, reference, whole
from filrouge.formats.writers.html.tables import table

_TOP, _LOWEST = 3, 6


def reading(sheet: Sheet) -> Markup:
    """The part of the page that holds the whole text."""
    voice = sheet.voice
    body = tag("div", whole(sheet), *_stretches(sheet), class_="body")
    return part(
        "text",
        voice("text-title"),
        tag("div", _outline(sheet), body, class_="reading"),
        note=voice("text-note"),
    )


def _outline(sheet: Sheet) -> Markup | None:
    entries = outline(sheet.dossier)
    if not entries:
        return None
    voice = sheet.voice
    rows = [_entry(sheet, entry) for entry in entries]
    return tag(
        "nav",
        tag("details", tag("summary", voice("outline")), tag("ol", *rows)),
        class_="outline",
        aria_label=voice("outline"),
    )


def _entry(sheet: Sheet, entry: Entry) -> Markup:
    voice = sheet.voice
    style = f"--level:{min(entry.level, 6)}"
    if entry.missing is not None:
        name = entry.missing.title[voice.language]
        number = f"{entry.missing.number} " if entry.missing.number else ""
        return tag("li", sign("missing"), voice("section-missing", title=f"{number}{name}"), class_="gap", style=style)
    section = entry.section
    assert section is not None
    counts = [
        tag(
            "span",
            sign(one.value),
            tag("span", voice(one.value), " ", class_="unseen"),
            str(entry.counts[one]),
            class_=f"marks {one.value}",
        )
        for one in SEVERITIES
        if entry.counts.get(one)
    ]
    name = tag("span", titled(section), lang=sheet.language)
    return tag("li", tag("a", name, *counts, href=f"#{sheet.anchor_at(section.heading.start)}"), style=style)


def _stretches(sheet: Sheet) -> Iterator[Markup]:
    """The passages, cut before each that has remarks, so that a margin may run on beside the passages that follow."""
    ranks = _heading_ranks(sheet.passages)
    here: list[Markup] = []
    after: list[Markup] = []
    marks: Sequence[Mark] = ()
    is_table = False
    for rank, passage in enumerate(sheet.passages):
        drawn = _passage(sheet, passage, f"p{rank}", ranks[rank])
        if passage.marks or passage.table is not None:
            if here or after:
                yield _stretch(sheet, here, marks, after, is_table)
            here, after, marks, is_table = [drawn], [], passage.marks, passage.table is not None
        else:
            after.append(drawn)
    if here or after:
        yield _stretch(sheet, here, marks, after, is_table)


def _stretch(sheet: Sheet, here: list[Markup], marks: Sequence[Mark], after: list[Markup], is_table: bool) -> Markup:
    language = sheet.language
    return tag(
        "div",
        tag("div", *here, class_="here table" if is_table else "here", lang=language) if here else None,
        margin(sheet, marks),
        tag("div", *after, class_="after", lang=language) if after else None,
        class_="stretch wide" if is_table else "stretch",
    )


def _heading_ranks(passages: Sequence[Passage]) -> list[int]:
    """The level of each heading in the page: never more than one below the heading before it."""
    ranks: list[int] = []
    before = _TOP - 1
    for passage in passages:
        rank = 0
        if passage.kind == "heading":
            wanted = _TOP - 1 + (passage.section.level if passage.section else 4)
            rank = before = max(_TOP, min(wanted, before + 1, _LOWEST))
        ranks.append(rank)
    return ranks


def _passage(sheet: Sheet, passage: Passage, name: str, heading: int) -> Markup:
    if passage.table is not None:
        return tag("div", table(sheet, passage), id=name, class_="passage")
    content = _pieces(sheet, passage)
    if passage.kind == "heading":
        return tag(f"h{heading}", _number(passage), *content, id=name)
    if passage.label:
        return tag("div", tag("span", passage.label), tag("p", *content), id=name, class_="passage point")
    return tag("p", *content, id=name, class_=f"passage {passage.kind}")


def _number(passage: Passage) -> str:
    """The number of a heading, when its words do not hold it already."""
    number = (passage.section.number if passage.section else passage.label) or ""
    text = "".join(piece.text for piece in passage.pieces)
    return numbered(number, text).removesuffix(text)


def _pieces(sheet: Sheet, passage: Passage) -> list[Content]:
    """The words, those that remarks are about marked; the numbers of remarks about the passage as such at its end."""
    content: list[Content] = []
    shown: set[int] = set()
    for piece in passage.pieces:
        if piece.remark is None:
            content.append(piece.text)
            continue
        content += [tag("mark", piece.text), reference(sheet, piece.remark)]
        shown.add(piece.remark.rank)
    for mark in passage.marks:
        if mark.remark.rank not in shown:
            content.append(reference(sheet, mark.remark))
            shown.add(mark.remark.rank)
    return content
