"""The remarks on a document, for a terminal: those most worth reading first, then all of them by section."""

from __future__ import annotations

from itertools import groupby

from filrouge.domain.coherence import Waiver
from filrouge.domain.report.dossier import SEVERITIES, Batch, Dossier, Failure, Remark
from filrouge.domain.report.naming import document_line, section_name
from filrouge.domain.report.voice import Voice
from filrouge.formats.writers import Look
from filrouge.formats.writers.text.layout import FAINT, SIGNS, Lines

_TITLE_ROOM = 60


def write(batch: Batch, voice: Voice, look: Look) -> str:
    """One page for each document; for several, a table of them at the end."""
    lines = Lines(voice, look)
    for dossier in batch.dossiers:
        lines.blank()
        _document(lines, dossier)
    if batch.many:
        _overview(lines, batch.dossiers, batch.failures)
    return lines.text()


def _document(lines: Lines, dossier: Dossier) -> None:
    voice = lines.voice
    lines.title(dossier.file)
    lines.paragraph(document_line(dossier.document, dossier.framework, voice))
    _counts(lines, dossier)
    if not dossier.remarks:
        lines.blank()
        lines.paragraph(voice("nothing-found"))
    if dossier.first:
        lines.heading(voice("read-first", count=len(dossier.first)))
        for rank, remark in enumerate(dossier.first, 1):
            _at_length(lines, dossier, remark, rank)
    rest = [remark for remark in dossier.remarks if remark not in dossier.first]
    if rest:
        lines.heading(voice("other-remarks", count=len(rest)))
        for section, remarks in groupby(rest, key=lambda remark: section_name(remark, dossier, voice)):
            lines.subheading(section)
            for remark in remarks:
                _in_short(lines, dossier, remark)
    if dossier.waived:
        lines.heading(voice("waived", count=len(dossier.waived)))
        for remark in dossier.waived:
            _in_short(lines, dossier, remark)
            waiver = remark.finding.waiver
            assert waiver is not None
            lines.paragraph(voice("waived-because", reason=waiver.reason, author=waiver.author, date=waiver.date), 4)
    if dossier.report.unused:
        lines.blank()
        for waiver in dossier.report.unused:
            lines.paragraph(unused_waiver(waiver, voice), hang=2)


def unused_waiver(waiver: Waiver, voice: Voice) -> str:
    """A sentence about a waiver that sets nothing aside."""
    return voice("unused-waiver", code=waiver.code, reason=waiver.reason, author=waiver.author, date=waiver.date)


def _counts(lines: Lines, dossier: Dossier) -> None:
    voice = lines.voice
    parts = [
        (SIGNS[s], dossier.counts[s.value], voice(f"{s.value}-count", count=dossier.counts[s.value]))
        for s in SEVERITIES
    ]
    shown = [f"{sign} {count} {name}" for sign, count, name in parts]
    if dossier.waived:
        shown.append(voice("waived", count=len(dossier.waived)))
    lines.paragraph("   ".join(part.replace(" ", "\u00a0") for part in shown))


def _where(dossier: Dossier, remark: Remark, voice: Voice) -> str:
    if remark.place is None:
        return voice("about-whole")
    return voice("line", line=dossier.lines.at(remark.place.start)[0])


def _at_length(lines: Lines, dossier: Dossier, remark: Remark, rank: int) -> None:
    voice = lines.voice
    where = _where(dossier, remark, voice)
    if remark.place is not None:
        where += f" · {section_name(remark, dossier, voice)}"
    if len(where) > _TITLE_ROOM:
        where = where[: _TITLE_ROOM - 1] + "…"
    lines.blank()
    lines.raw(f"{rank:>2}. {lines.severity(remark.severity)} {remark.code}")
    lines.paragraph(where, 4, colour=FAINT)
    lines.paragraph(lines.voice.typeset(remark.message), 4)
    lines.paragraph(f"{voice('why')} {voice.typeset(remark.why)}", 4, hang=2)
    lines.paragraph(f"{voice('mend')} {voice.typeset(remark.mend)}", 4, hang=2)


def _in_short(lines: Lines, dossier: Dossier, remark: Remark) -> None:
    head = f"{lines.severity(remark.severity)} {remark.code}"
    lines.raw(f"  {head}  {lines.paint(_where(dossier, remark, lines.voice), FAINT)}")
    lines.paragraph(lines.voice.typeset(remark.message), 4)


def _overview(lines: Lines, dossiers: tuple[Dossier, ...], failures: tuple[Failure, ...]) -> None:
    voice = lines.voice
    lines.heading(voice("files", count=len(dossiers) + len(failures)))
    head = [voice("file"), *(voice(f"{one.value}-many") for one in SEVERITIES)]
    lines.table(head, [[d.file, *(str(d.counts[one.value]) for one in SEVERITIES)] for d in dossiers])
    if failures:
        lines.subheading(voice("not-read", count=len(failures)))
        lines.points(failure.sentence for failure in failures)
