"""The text with its margin: outline, passages in the document's own words, remarks beside the place they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from filrouge.domain.report.dossier import SEVERITIES
from filrouge.domain.report.naming import numbered, titled
from filrouge.domain.report.outline import Entry, outline
from filrouge.domain.report.passages import Mark, Passage
from filrouge.formats.writers.html.anchors import Sheet
from filrouge.formats.writers.html.markup import Content, Markup, sign, tag
from filrouge.formats.writers.html.page import part
from filrouge.formats.writers.html.remarks import margin, margin_height, reference, whole
from filrouge.formats.writers.html.tables import table

_TOP, _LOWEST = 3, 6
_CHARACTERS_A_LINE = 78
_MOST_TOGETHER = 8


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


@dataclass(slots=True)
class _Stretch:
    """Passages that have remarks (``here``), with what stands between them, and those that follow (``after``)."""

    here: list[Markup] = field(default_factory=list)
    after: list[Markup] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    is_table: bool = False
    remarked: int = 0
    text_height: float = 0.0
    margin_height: float = 0.0


def _stretches(sheet: Sheet) -> Iterator[Markup]:
    """The text, cut into stretches with one margin each, so that remarks stand beside what they are about.

    Where remarks are longer than the text beside them, the next passages join the stretch, so that the text is not torn
    apart; a heading of the first levels, a table or too many passages end it all the same.
    """
    ranks = _heading_ranks(sheet.passages)
    now = _Stretch()
    for rank, passage in enumerate(sheet.passages):
        drawn = _passage(sheet, rank, ranks[rank])
        is_table = passage.table is not None
        if passage.marks or is_table:
            full = now.text_height >= now.margin_height or now.remarked >= _MOST_TOGETHER
            if is_table or now.is_table or full or not now.marks:
                if now.here or now.after:
                    yield _stretch(sheet, now)
                now = _Stretch(is_table=is_table)
            now.here += [*now.after, drawn]
            now.after = []
            now.marks += passage.marks
            now.remarked += 1
            now.margin_height += margin_height(passage.marks)
        else:
            now.after.append(drawn)
        now.text_height += _text_height(passage)
    if now.here or now.after:
        yield _stretch(sheet, now)


def _text_height(passage: Passage) -> float:
    """About how many rem a passage is high on a wide screen."""
    lines = -(-len(_text(passage)) // _CHARACTERS_A_LINE)
    return 1.65 * lines + (2.5 if passage.kind == "heading" else 0.6)


def _stretch(sheet: Sheet, one: _Stretch) -> Markup:
    language = sheet.language
    return tag(
        "div",
        tag("div", *one.here, class_="here table" if one.is_table else "here", lang=language) if one.here else None,
        margin(sheet, one.marks),
        tag("div", *one.after, class_="after", lang=language) if one.after else None,
        class_="stretch wide" if one.is_table else "stretch",
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


def _passage(sheet: Sheet, rank: int, heading: int) -> Markup:
    passage, name = sheet.passages[rank], f"p{rank}"
    if passage.table is not None:
        return tag(
            "div", table(sheet, passage, _text(sheet.passages[rank - 1]) if rank else ""), id=name, class_="passage"
        )
    content = _pieces(sheet, passage)
    if passage.kind == "heading":
        return tag(f"h{heading}", _number(passage), *content, id=name)
    if passage.role:
        role = tag("span", sheet.voice(f"one.{passage.role}"), lang=sheet.voice.language if sheet.language else None)
        label = tag("span", role, f" {passage.label or ''}", class_="role")
        return tag("div", label, tag("p", *content), id=name, class_=f"passage point {passage.role}")
    if passage.label:
        return tag("div", tag("span", passage.label), tag("p", *content), id=name, class_="passage point")
    return tag("p", *content, id=name, class_=f"passage {passage.kind}")


def _number(passage: Passage) -> str:
    """The number of a heading, when its words do not hold it already."""
    number = (passage.section.number if passage.section else passage.label) or ""
    text = _text(passage)
    return numbered(number, text).removesuffix(text)


def _text(passage: Passage) -> str:
    return "".join(piece.text for piece in passage.pieces)


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
