"""What was read, in figures; what reading repaired; the remarks by rule."""

from __future__ import annotations

from collections import Counter

from filrouge.domain.report.dossier import Remark
from filrouge.domain.report.naming import counted, facts_of, note_sentence
from filrouge.formats.writers.html.anchors import Sheet
from filrouge.formats.writers.html.markup import Content, Markup, severity_tag, tag
from filrouge.formats.writers.html.page import part

_PLACES_SHOWN = 12


def summary(sheet: Sheet) -> Markup:
    """Facts and counts, side by side, and the tables that were found."""
    voice, document = sheet.voice, sheet.dossier.document
    facts = []
    for name, value in facts_of(document, voice):
        stated = value != voice("not-stated")
        facts.append(tag("div", tag("dt", name), tag("dd", value, class_=None if stated else "unstated")))
    counts = [
        tag("div", tag("dt", voice(key, count=count)), tag("dd", str(count)))
        for key, count in [("kind.section", len(document.sections)), *counted(document)]
    ]
    columns = tag("div", tag("dl", *facts, class_="facts"), tag("dl", *counts, class_="counts"), class_="ledger")
    return part("read", voice("read-title"), columns, _tables(sheet), note=voice("read-note"))


def _tables(sheet: Sheet) -> Markup | None:
    voice = sheet.voice
    shown = [table for table in sheet.dossier.document.tables if table.rows or table.actions or table.lines]
    if not shown:
        return None
    rows = []
    for table in shown:
        title = tag("span", table.title or voice(f"one.table.{table.kind}"), lang=sheet.language)
        size = len(table.rows) or len(table.actions) or len(table.lines)
        rows.append(
            tag(
                "tr",
                tag("th", tag("a", title, href=f"#{sheet.anchor_at(table.place.start)}"), scope="row"),
                tag("td", voice(f"one.table.{table.kind}")),
                tag("td", table.unit or "–"),
                tag("td", str(size), class_="figure"),
            )
        )
    names = ("column.title", "column.kind", "column.unit")
    head = [tag("th", voice(name), scope="col") for name in names]
    head.append(tag("th", voice("column.rows"), scope="col", class_="figure"))
    inner = [tag("caption", voice("tables-title")), tag("thead", tag("tr", *head)), tag("tbody", *rows)]
    return _framed(voice("tables-title"), inner)


def repairs(sheet: Sheet) -> Markup | None:
    """What reading repaired or guessed, each kind with the places where a person can verify it."""
    voice, document = sheet.voice, sheet.dossier.document
    if not document.notes:
        return None
    places: dict[str, list[int]] = {}
    for note in document.notes:
        places.setdefault(note_sentence(note, voice), []).append(note.place.start)
    rows = []
    for sentence, starts in places.items():
        links: list[Content] = []
        for start in starts[:_PLACES_SHOWN]:
            line = voice("line", line=sheet.dossier.lines.at(start)[0])
            links += [" · " if links else " ", tag("a", line, href=f"#{sheet.anchor_at(start)}")]
        if len(starts) > _PLACES_SHOWN:
            links.append(f" (+ {len(starts) - _PLACES_SHOWN})")
        rows.append(tag("li", sentence, tag("span", *links, class_="none")))
    return part("notes", voice("notes"), tag("ul", *rows, class_="repairs"), note=voice("notes-note"))


def by_rule(sheet: Sheet) -> Markup | None:
    """A ledger of the rules that spoke: how often, and where each comes from."""
    voice, remarks = sheet.voice, sheet.dossier.remarks
    if not remarks:
        return None
    one_of_each: dict[str, Remark] = {}
    for remark in remarks:
        one_of_each.setdefault(remark.code, remark)
    counts = Counter(remark.code for remark in remarks)
    ordered = sorted(
        one_of_each.values(), key=lambda remark: (-remark.severity.rank, -counts[remark.code], remark.code)
    )
    rows = [
        tag(
            "tr",
            tag("th", tag("span", remark.code, class_="code"), scope="row"),
            tag("td", severity_tag(remark.severity, voice)),
            tag("td", voice.typeset(remark.title)),
            tag("td", str(counts[remark.code]), class_="figure"),
            tag("td", remark.source),
        )
        for remark in ordered
    ]
    names = ("column.code", "column.severity", "column.rule", "column.count", "column.source")
    head = [tag("th", voice(n), scope="col", class_="figure" if n == "column.count" else None) for n in names]
    inner = [
        tag("caption", voice("by-rule-table"), class_="unseen"),
        tag("thead", tag("tr", *head)),
        tag("tbody", *rows),
    ]
    return part("rules", voice("by-rule-title"), _framed(voice("by-rule-table"), inner))


def _framed(name: str, inner: Content) -> Markup:
    return tag("div", tag("table", inner), class_="scroll", role="region", tabindex="0", aria_label=name)
