"""What things are called in a report: sections, languages, kinds of document, dates, figures."""

from __future__ import annotations

from decimal import Decimal

from filrouge.domain.coherence.messages import shown
from filrouge.domain.language.formatting import format_number
from filrouge.domain.model import LANGUAGES, Document, Framework, Note, Section
from filrouge.domain.report.dossier import Dossier, Remark
from filrouge.domain.report.voice import Voice

_SURE = 0.995


def titled(section: Section) -> str:
    """The number and the title of a section; the title alone when it holds its number already."""
    return numbered(section.number, section.title)


def numbered(number: str | None, title: str) -> str:
    """The number before the title, unless the title has it ("Objective 4")."""
    return f"{number} {title}" if number and number not in title.replace(".", " ").split() else title


def section_name(remark: Remark, dossier: Dossier, voice: Voice) -> str:
    """The innermost section that a remark stands in; words for the whole document and for what precedes sections."""
    section = remark.section
    if section is None and remark.fact.place is not None:
        section = dossier.document.section_at(remark.fact.place.start)
    if section is not None:
        return titled(section)
    return voice("before-sections") if remark.place is not None else voice("about-whole")


def language_name(code: str, voice: Voice) -> str:
    return voice(f"language.{code}") if code in LANGUAGES else code


def framework_name(document: Document, framework: Framework | None, voice: Voice) -> str:
    """The kind of document, and how sure that is when it is not certain."""
    if framework is None:
        return voice("no-framework")
    title = framework.title[voice.language]
    if document.confidence >= _SURE:
        return title
    return voice("framework-sure", title=title, percent=f"{document.confidence * 100:.0f}")


def document_line(document: Document, framework: Framework | None, voice: Voice, *, kind: bool = True) -> str:
    """One line: kind (unless left out), language, adoption, period."""
    facts = document.facts
    parts = [framework_name(document, framework, voice)] if kind else []
    parts.append(language_name(document.language, voice))
    if facts.validated_on:
        parts.append(voice("adopted", date=facts.validated_on, body=facts.validated_by))
    if facts.period:
        parts.append(voice("period-from-to", start=facts.period[0], end=facts.period[1]))
    return " · ".join(parts)


def facts_of(document: Document, voice: Voice) -> list[tuple[str, str]]:
    """What the document says of itself: the name of each fact and its value, "not stated" when there is none."""
    facts = document.facts
    period = voice("period-from-to", start=facts.period[0], end=facts.period[1]) if facts.period else None
    found = (
        ("title", facts.title),
        ("entity", facts.entity),
        ("validated-on", facts.validated_on),
        ("validated-by", facts.validated_by),
        ("period", period),
        ("starts-on", facts.starts_on),
        ("term", voice("years", count=facts.term_years) if facts.term_years else None),
        ("legal-basis", "; ".join(facts.legal_basis) or None),
    )
    shown_always = {"title", "entity", "validated-on", "validated-by", "period"}
    return [
        (voice(f"fact.{name}"), shown(value, voice.language) or voice("not-stated"))
        for name, value in found
        if value or name in shown_always
    ]


def note_sentence(note: Note, voice: Voice) -> str:
    """What reading repaired or guessed, in words; its bare code when the library has no words for it."""
    try:
        return voice(f"note.{note.code}", **dict(note.params))
    except KeyError:
        return note.code


def figure(value: Decimal, voice: Voice, places: int | None = None) -> str:
    """A figure with the separators of the language; ``places`` decimals when given, else those it has."""
    return format_number(value, voice.language, places)


def counted(document: Document) -> list[tuple[str, int]]:
    """How many of each kind of thing the document holds, by key of their name; only what it has."""
    counts: dict[str, int] = {}
    for item in document.items:
        counts[f"kind.{item.kind}"] = counts.get(f"kind.{item.kind}", 0) + 1
    for line in document.swot:
        counts[f"kind.{line.kind}"] = counts.get(f"kind.{line.kind}", 0) + 1
    counts["kind.risk_domain"] = len(document.risk_domains)
    for table in document.tables:
        counts[f"table.{table.kind}"] = counts.get(f"table.{table.kind}", 0) + 1
    counts["kind.measure"] = len(document.indicators)
    counts["kind.deadline"] = len(document.deadlines)
    return [(key, count) for key, count in counts.items() if count]
