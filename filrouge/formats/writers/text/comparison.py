"""What changed between two versions, for a terminal: old words between [- -], new words between {+ +}."""

from __future__ import annotations

from collections.abc import Iterable

from filrouge.domain.comparison import Comparison, Piece, SectionChange, TableChange, WordingChange
from filrouge.domain.report.differing import cell_sentence, change_lists, field_sentence, line_name, totals
from filrouge.domain.report.naming import titled
from filrouge.domain.report.voice import Voice
from filrouge.formats.writers import Look
from filrouge.formats.writers.text.layout import FAINT, Lines

_GONE, _NEW = "31;9", "32;1"
_CONTEXT = 60


def write(before: str, after: str, found: Comparison, voice: Voice, look: Look) -> str:
    """The changes from the file ``before`` to the file ``after``."""
    lines = Lines(voice, look)
    lines.title(voice("comparison-title", before=before, after=after))
    if found.same:
        lines.paragraph(voice("no-change"))
        return lines.text()
    lines.points(totals(found, voice))
    if found.facts:
        lines.heading(voice("changed-facts"))
        lines.points(field_sentence(change.name, change.before, change.after, voice) for change in found.facts)
    if found.sections:
        lines.heading(voice("changed-sections"))
        for section in found.sections:
            _section(lines, section)
    for name, changes in change_lists(found):
        lines.heading(voice(name))
        for change in changes:
            _wording(lines, change)
    if found.tables:
        lines.heading(voice("changed-tables"))
        for table in found.tables:
            _table(lines, table)
    return lines.text()


def _section(lines: Lines, change: SectionChange) -> None:
    section = change.after or change.before
    assert section is not None
    text = _inline(change.title) if change.state == "changed" else titled(section)
    if change.before is not None and change.after is not None and change.before.number != change.after.number:
        text += f" ({change.before.number or '–'} → {change.after.number or '–'})"
    lines.paragraph(lines.voice.labelled(lines.voice(f"change.{change.state}"), text), 2, hang=2)


def _wording(lines: Lines, change: WordingChange) -> None:
    lines.blank()
    lines.paragraph(f"{lines.voice(f'change.{change.state}')} · {line_name(change.line, lines.voice)}", 2, colour=FAINT)
    text = _inline(_near(change.words)) if change.state == "changed" else change.line.text
    lines.paragraph(text, 4)
    for one in change.fields:
        lines.paragraph(field_sentence(one.name, one.before, one.after, lines.voice), 4, hang=2)


def _inline(pieces: Iterable[Piece]) -> str:
    shapes = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    return "".join(shapes[piece.state].format(piece.text) for piece in pieces)


def _near(pieces: tuple[Piece, ...]) -> Iterable[Piece]:
    """The pieces with what stayed shortened to the words about the changes."""
    for rank, piece in enumerate(pieces):
        if piece.state != "same" or len(piece.text) <= 2 * _CONTEXT:
            yield piece
            continue
        head = piece.text[:_CONTEXT].rsplit(" ", 1)[0] if rank else ""
        tail = piece.text[-_CONTEXT:].split(" ", 1)[-1] if rank + 1 < len(pieces) else ""
        yield Piece("same", f"{head} … {tail}".strip(" ") if head and tail else f"{head} …" if head else f"… {tail}")


def _table(lines: Lines, change: TableChange) -> None:
    title = change.table.title or lines.voice(f"one.table.{change.table.kind}")
    lines.subheading(lines.voice.labelled(lines.voice(f"change.{change.state}"), title))
    lines.points(cell_sentence(cell, lines.voice) for cell in change.cells)
