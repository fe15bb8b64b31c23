"""What was read in a document, for a terminal: facts, outline, statements, analysis, tables, what reading repaired."""

from __future__ import annotations

from collections import Counter

from filrouge.domain.model import SWOT_KINDS, Document, Framework, Table
from filrouge.domain.report.figures import grid
from filrouge.domain.report.naming import document_line, facts_of, figure, note_sentence, titled
from filrouge.domain.report.thread import Knot, thread
from filrouge.domain.report.voice import Voice
from filrouge.formats.writers import Look
from filrouge.formats.writers.text.layout import FAINT, THREAD, Lines

_FACTS_COLUMN = 24


def write(file: str, document: Document, framework: Framework | None, voice: Voice, look: Look) -> str:
    """The whole reading of one file on one page."""
    lines = Lines(voice, look)
    lines.title(file)
    lines.paragraph(document_line(document, framework, voice))
    lines.blank()
    for name, value in facts_of(document, voice):
        lines.labelled(name, value, _FACTS_COLUMN)
    _outline(lines, document)
    _statements(lines, document)
    _analysis(lines, document)
    for table in document.tables:
        _table(lines, table)
    _notes(lines, document)
    return lines.text()


def _outline(lines: Lines, document: Document) -> None:
    if document.sections:
        lines.heading(lines.voice("outline", count=len(document.sections)))
    for section in document.sections:
        lines.paragraph(titled(section), 2 * min(section.level, 6), hang=4)


def _statements(lines: Lines, document: Document) -> None:
    if not document.items:
        return
    lines.heading(lines.voice("statements", count=len(document.items)))
    for root in thread(document).roots:
        _knot(lines, root, 0)
    others = [item for item in document.items if item.kind in ("value", "indicator")]
    for item in others:
        lines.paragraph(lines.voice.labelled(lines.voice(f"one.{item.kind}"), item.text), 2, hang=2)


def _knot(lines: Lines, knot: Knot, depth: int) -> None:
    item, voice = knot.item, lines.voice
    name = f"{voice(f'one.{item.kind}')} {item.number}" if item.number else voice(f"one.{item.kind}")
    sign = lines.paint("┄" if knot.loose else "┃", THREAD)
    indent = 2 + 3 * min(depth, 5)
    lines.raw(f"{' ' * (indent - 2)}{sign} {name}")
    lines.paragraph(item.text, indent)
    details = [voice("owned-by", owners=list(item.owners))] if item.owners else []
    if item.deadline:
        details.append(voice("due", text=item.deadline.text, date=item.deadline.date))
    if item.quantity:
        details.append(voice("quantity", text=item.quantity.text))
    if details:
        lines.paragraph(" · ".join(details), indent, colour=FAINT)
    for one in knot.under:
        _knot(lines, one, depth + 1)


def _analysis(lines: Lines, document: Document) -> None:
    for kind in SWOT_KINDS:
        found = [line for line in document.swot if line.kind == kind]
        if found:
            lines.heading(lines.voice(f"kind.{kind}", count=len(found)))
            for line in found:
                lines.paragraph(f"{line.number}. {line.text}", 2, hang=4)
    if document.risk_domains:
        lines.heading(lines.voice("kind.risk_domain", count=len(document.risk_domains)))
    for domain in document.risk_domains:
        lines.paragraph(f"{domain.number}. {domain.title}", 2, hang=4)
        crossed = lines.voice(
            "crosses",
            weaknesses=list(domain.weaknesses),
            threats=list(domain.threats),
            objectives=list(domain.objectives),
        )
        lines.paragraph(crossed, 5, colour=FAINT)


def _table(lines: Lines, table: Table) -> None:
    voice = lines.voice
    unit = f" ({table.unit})" if table.unit else ""
    lines.subheading(f"{table.title or voice(f'one.table.{table.kind}')}{unit}")
    if table.rows:
        found = grid(table)
        head = ["", *(" ".join(part for part in (column.group, column.name) if part) for column in found.columns)]
        body = [
            [row.label, *(figure(c.value, voice, found.places(nth)) if c else "" for nth, c in enumerate(cells))]
            for row, cells in zip(table.rows, found.cells, strict=True)
        ]
        lines.table(head, body)
    for action in table.actions:
        lines.points([" · ".join(part for part in (action.date, action.target, action.message) if part)])
    for line in table.lines if not table.rows and not table.actions else ():
        lines.points([" | ".join(cell for cell in line if cell)])


def _notes(lines: Lines, document: Document) -> None:
    """What was repaired or guessed; a sentence that says the same of several places stands once, with their number."""
    if not document.notes:
        return
    lines.heading(lines.voice("notes", count=len(document.notes)))
    for sentence, count in Counter(note_sentence(note, lines.voice) for note in document.notes).most_common():
        lines.points([f"{sentence} (× {count})" if count > 1 else sentence])
