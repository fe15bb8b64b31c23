"""The report of one document on one page."""

from __future__ import annotations

from filrouge import __version__
from filrouge.domain.model.canonical import digest
from filrouge.domain.report.dossier import SEVERITIES, Batch, Dossier
from filrouge.domain.report.naming import document_line
from filrouge.domain.report.voice import Voice
from filrouge.formats.writers import Look
from filrouge.formats.writers.html.anchors import Sheet
from filrouge.formats.writers.html.markup import Content, Markup, sign, tag
from filrouge.formats.writers.html.page import page
from filrouge.formats.writers.html.reading import reading
from filrouge.formats.writers.html.remarks import first, waived
from filrouge.formats.writers.html.summary import by_rule, repairs, summary
from filrouge.formats.writers.html.threads import threads

_WIDTH, _HEIGHT, _BASE = 1000, 52, 44
_TICKS = {"error": 34, "warning": 22, "info": 11}


def write(batch: Batch, voice: Voice, look: Look) -> str:
    """The page of the only document of the batch. Raises ValueError when there are several."""
    (dossier,) = batch.dossiers
    return report(dossier, voice)


def report(dossier: Dossier, voice: Voice) -> str:
    """The page of a document: what to read first, the thread, what was read, the text with its margin, the ledgers."""
    sheet = Sheet(dossier, voice)
    parts = {
        "first": first(sheet),
        "thread": threads(sheet),
        "read": summary(sheet),
        "text": reading(sheet),
        "rules": by_rule(sheet),
        "waived": waived(sheet),
        "notes": repairs(sheet),
    }
    present = {name: part for name, part in parts.items() if part is not None}
    content = [_opening(sheet), _jump(voice, list(present)), *present.values()]
    foot = [
        tag("p", voice("foot", version=__version__, date=dossier.today)),
        tag("p", voice("foot-hash"), " ", tag("span", digest(dossier.document), class_="digest")),
    ]
    title = f"{heading(dossier, voice)} – {voice('report')}"
    return page(voice, title, voice("report"), content, foot, "report")


def heading(dossier: Dossier, voice: Voice) -> str:
    """What the document calls itself; else its kind and whose it is; else the name of its file."""
    facts = dossier.document.facts
    if facts.title is None and facts.entity and dossier.framework is not None:
        return f"{dossier.framework.title[voice.language]} – {facts.entity}"
    return dossier.title


def _opening(sheet: Sheet) -> Markup:
    dossier, voice = sheet.dossier, sheet.voice
    name = dossier.file.replace("\\", "/").rsplit("/", 1)[-1]
    title = heading(dossier, voice)
    own = sheet.language if dossier.document.facts.title else None
    return tag(
        "div",
        tag("p", document_line(dossier.document, dossier.framework, voice), class_="what"),
        tag("h1", title, lang=own),
        tag("p", f"{name} · " if name != title else "", voice("checked-on", date=dossier.today), class_="meta"),
        _tally(dossier, voice),
        _strip(sheet),
        None if dossier.remarks else tag("p", sign("met"), voice("nothing-found"), class_="met"),
        class_="opening",
    )


def _tally(dossier: Dossier, voice: Voice) -> Markup:
    rows = [
        tag(
            "li",
            sign(one.value),
            tag("strong", str(dossier.counts[one.value])),
            tag("span", voice(f"{one.value}-count", count=dossier.counts[one.value])),
            class_=one.value,
        )
        for one in SEVERITIES
    ]
    if dossier.waived:
        rows.append(tag("li", tag("span", voice("waived", count=len(dossier.waived)))))
    return tag("ul", *rows, class_="tally")


def _strip(sheet: Sheet) -> Markup | None:
    """The text as a thread from its first word to its last, with a tick where each remark stands."""
    dossier, voice = sheet.dossier, sheet.voice
    size = max(len(dossier.document.text), 1)
    placed = [remark for remark in dossier.remarks if remark.fact.place is not None]
    if not placed:
        return None
    ticks: dict[tuple[int, str], None] = {}
    for remark in sorted(placed, key=lambda one: one.severity.rank):
        for place in (remark.fact.place, *remark.fact.places):
            if place is not None:
                ticks[(round(place.start / size * _WIDTH), remark.severity.value)] = None
    drawn = [tag("line", x1=x, x2=x, y1=_BASE, y2=_BASE - _TICKS[name], class_=f"tick {name}") for x, name in ticks]
    thread = tag("line", x1=0, x2=_WIDTH, y1=_BASE, y2=_BASE, class_="line", vector_effect="non-scaling-stroke")
    picture = tag(
        "svg",
        thread,
        *drawn,
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        preserveAspectRatio="none",
        role="img",
        aria_label=voice("strip", count=len(placed)),
    )
    ends: list[Content] = [tag("span", voice("strip-start")), tag("span", voice("strip-end"))]
    return tag("figure", picture, tag("figcaption", *ends), class_="strip")


def _jump(voice: Voice, names: list[str]) -> Markup:
    links = [tag("li", tag("a", voice(f"jump.{name}"), href=f"#{name}")) for name in names]
    return tag("nav", tag("ul", *links, class_="jump"), aria_label=voice("jump"))
