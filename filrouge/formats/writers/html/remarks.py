"""Remarks: the ten to read first, those in the margin, and the reasons behind each."""

from __future__ import annotations

from collections.abc import Sequence

from filrouge.domain.model import Place
from filrouge.domain.report.dossier import Remark
from filrouge.domain.report.naming import section_name
from filrouge.domain.report.passages import Mark
from filrouge.formats.writers.html.anchors import Sheet
from filrouge.formats.writers.html.markup import Content, Markup, severity_tag, sign, tag
from filrouge.formats.writers.html.page import part

_CONTEXT = 70
_LONGEST = 220
_ALIKE_SHOWN = 3
_CHARACTERS_A_LINE = 46


def first(sheet: Sheet) -> Markup | None:
    """The remarks most worth reading, best first; None when there are none."""
    found = sheet.dossier.first
    if not found:
        return None
    voice = sheet.voice
    rows = [
        tag(
            "li",
            _head(sheet, remark, _where(sheet, remark)),
            tag("p", voice.typeset(remark.message), class_="message"),
            _excerpt(sheet, remark),
            _reasons(sheet, remark),
        )
        for remark in found
    ]
    note = voice("read-first-note", count=len(found), total=len(sheet.dossier.remarks))
    return part("first", voice("read-first"), tag("ol", *rows, class_="ten"), note=note)


def whole(sheet: Sheet) -> Markup | None:
    """The remarks that stand nowhere in the text."""
    if not sheet.whole:
        return None
    title = tag("h3", sheet.voice("remarks-on-whole"))
    return tag("div", title, *(_remark(sheet, remark) for remark in sheet.whole), class_="whole")


def waived(sheet: Sheet) -> Markup | None:
    """The remarks set aside, each with who did so and why; and the waivers that no longer set anything aside."""
    voice, report = sheet.voice, sheet.dossier.report
    if not sheet.dossier.waived and not report.unused:
        return None
    rows = []
    for remark in sheet.dossier.waived:
        waiver = remark.finding.waiver
        assert waiver is not None
        reason = voice("waived-because", reason=waiver.reason, author=waiver.author, date=waiver.date)
        until = voice("waived-until", date=waiver.until) if waiver.until else None
        rows.append(
            tag(
                "li",
                _head(sheet, remark, _where(sheet, remark)),
                tag("p", voice.typeset(remark.message), class_="message"),
                tag("p", reason, " ", until, class_="waiver"),
            )
        )
    for one in report.unused:
        rows.append(tag("li", tag("p", voice("unused-waiver", code=one.code, author=one.author, date=one.date))))
    return part("waived", voice("waived-title"), tag("ul", *rows, class_="repairs"))


def margin(sheet: Sheet, marks: Sequence[Mark]) -> Markup | None:
    """What stands beside a passage: its remarks; of those that begin elsewhere the number; many alike are folded."""
    if not marks:
        return None
    parts: list[Content] = []
    shown: dict[str, int] = {}
    folded: dict[str, list[Remark]] = {}
    seen: set[int] = set()
    for mark in marks:
        remark = mark.remark
        if remark.rank in seen:
            continue
        seen.add(remark.rank)
        if not mark.first:
            parts.append(_echo(sheet, remark))
            continue
        shown[remark.code] = shown.get(remark.code, 0) + 1
        if shown[remark.code] <= _ALIKE_SHOWN:
            parts.append(_remark(sheet, remark))
        else:
            folded.setdefault(remark.code, []).append(remark)
    for code, remarks in folded.items():
        summary = tag("summary", sheet.voice("more-alike", count=len(remarks), code=code))
        parts.append(tag("details", summary, *(_remark(sheet, remark) for remark in remarks), class_="more"))
    return tag("div", *parts, class_="margin")


def margin_height(marks: Sequence[Mark]) -> float:
    """About how many rem these marks take in the margin of a wide screen."""
    height = 0.0
    for mark in marks:
        lines = -(-len(mark.remark.message) // _CHARACTERS_A_LINE)
        height += 1.27 * lines + 4.4 if mark.first else 1.6
    return height


def reference(sheet: Sheet, remark: Remark) -> Markup:
    """The number of a remark, in the text, that leads to it."""
    name = sheet.voice("remark-number", number=remark.rank, severity=sheet.voice(remark.severity.value))
    return tag(
        "a",
        sign(remark.severity.value),
        str(remark.rank),
        href=f"#r{remark.rank}",
        class_=f"ref {remark.severity.value}",
        aria_label=name,
        lang=sheet.voice.language if sheet.language else None,
    )


def _echo(sheet: Sheet, remark: Remark) -> Markup:
    return tag(
        "p",
        severity_tag(remark.severity, sheet.voice),
        " ",
        tag("a", sheet.voice("see-remark", number=remark.rank, code=remark.code), href=f"#r{remark.rank}"),
        class_="echo",
    )


def _remark(sheet: Sheet, remark: Remark) -> Markup:
    voice = sheet.voice
    return tag(
        "article",
        _head(sheet, remark, tag("span", str(remark.rank), class_="number")),
        tag("p", voice.typeset(remark.message), class_="message"),
        _reasons(sheet, remark),
        id=f"r{remark.rank}",
        class_=f"remark {remark.severity.value}",
        aria_label=voice("remark-number", number=remark.rank, severity=voice(remark.severity.value)),
    )


def _head(sheet: Sheet, remark: Remark, last: Content) -> Markup:
    return tag(
        "p",
        severity_tag(remark.severity, sheet.voice),
        tag("span", remark.code, class_="code"),
        last,
        class_="head",
    )


def _where(sheet: Sheet, remark: Remark) -> Markup:
    dossier, voice = sheet.dossier, sheet.voice
    if remark.place is None:
        return tag("span", voice("about-whole"), class_="where")
    line = voice("line", line=dossier.lines.at(remark.place.start)[0])
    name = tag("span", section_name(remark, dossier, voice), lang=sheet.language)
    target = f"r{remark.rank}" if remark.finding.waiver is None else sheet.anchor_at(remark.place.start)
    return tag("a", name, f", {line}", href=f"#{target}", class_="where")


def _reasons(sheet: Sheet, remark: Remark) -> Markup:
    voice = sheet.voice
    rows: list[Content] = [
        tag("dt", voice("why")),
        tag("dd", voice.typeset(remark.why)),
        tag("dt", voice("mend")),
        tag("dd", voice.typeset(remark.mend)),
    ]
    if remark.source:
        rows += [tag("dt", voice("source")), tag("dd", remark.source, class_="source")]
    return tag("details", tag("summary", voice("why-and-mend")), tag("dl", *rows, class_="reasons"))


def _excerpt(sheet: Sheet, remark: Remark) -> Markup | None:
    """The document's own words that the remark is about, with a few around them when they are few."""
    place = remark.fact.place
    if place is None or place.start == place.end:
        return None
    passage = sheet.passage_at(place.start)
    if passage is None or passage.table is not None:
        return None
    first = min(passage.place.start, place.start)
    text = sheet.dossier.document.text[: max(passage.place.end, place.end)]
    around = _CONTEXT if place.end - place.start < _CONTEXT else 0
    start, end = _whole_words(text, place, around, first)
    before, after = _single(text[start : place.start]), _single(text[place.end : end])
    marked = _single(text[place.start : place.end]).strip()
    if len(marked) > _LONGEST:
        marked = marked[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
    content: list[Content] = [
        "… " if around and start > first else "",
        before.lstrip(),
        tag("mark", marked),
        after.rstrip(),
    ]
    if around and end < len(text):
        content.append(" …")
    return tag("p", *content, class_="excerpt", lang=sheet.language)


def _whole_words(text: str, place: Place, around: int, first: int) -> tuple[int, int]:
    """Offsets about so many characters before and after a place, moved to where a word begins and ends."""
    start, end = max(first, place.start - around), min(len(text), place.end + around)
    while around and first < start < place.start and not text[start - 1].isspace():
        start += 1
    while around and place.end < end < len(text) and not text[end].isspace():
        end -= 1
    return start, end


def _single(text: str) -> str:
    lead, trail = " " if text[:1].isspace() else "", " " if text[-1:].isspace() else ""
    return f"{lead}{' '.join(text.split())}{trail}" if text.strip() else lead
