"""Changes in words, the same in every format."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from filrouge.domain.coherence.messages import shown
from filrouge.domain.comparison import CellChange, Comparison, WordingChange
from filrouge.domain.comparison.changes import Line
from filrouge.domain.report.naming import figure
from filrouge.domain.report.voice import Voice


def change_lists(found: Comparison) -> list[tuple[str, tuple[WordingChange, ...]]]:
    """The lists of changed wordings that are not empty, each with the key of its heading."""
    lists = (
        ("changed-statements", found.statements),
        ("changed-analysis", found.analysis),
        ("changed-text", found.paragraphs),
    )
    return [(name, changes) for name, changes in lists if changes]


def totals(found: Comparison, voice: Voice) -> list[str]:
    """How much changed, a sentence for each sort of thing that did."""
    statements, cells = found.counts, sum(len(table.cells) for table in found.tables)
    sentences = []
    if found.statements:
        sentences.append(voice("total-statements", **statements))
    for key, count in (
        ("total-facts", len(found.facts)),
        ("total-sections", len(found.sections)),
        ("total-analysis", len(found.analysis)),
        ("total-cells", cells),
        ("total-paragraphs", len(found.paragraphs)),
    ):
        if count:
            sentences.append(voice(key, count=count))
    return sentences


def line_name(line: Line, voice: Voice) -> str:
    """What a line is called: its kind and its number."""
    kind = voice("one.paragraph" if line.kind == "paragraph" else f"one.{line.kind}")
    return f"{kind} {line.number}" if line.number and line.kind != "paragraph" else kind


def value(name: str, one: object, voice: Voice) -> str:
    """The value of a fact or a field in words."""
    if one is None:
        return voice("not-stated")
    if name == "kind":
        return voice(f"one.{one}")
    if name == "period" and isinstance(one, tuple):
        return voice("period-from-to", start=one[0], end=one[1])
    if name == "deadline" and isinstance(one, tuple):
        text, day = one
        return f"{text} ({shown(day, voice.language)})" if isinstance(day, dt.date) else str(text)
    if name == "term_years":
        return voice("years", count=one)
    return shown(one, voice.language)


def field_sentence(name: str, before: object, after: object, voice: Voice) -> str:
    """What a fact or a field was, and what it is now."""
    label = voice(f"field.{name}")
    return voice.labelled(label, f"{value(name, before, voice)} → {value(name, after, voice)}")


def cell_label(cell: CellChange) -> str:
    """The row and the column of a figure."""
    return " · ".join(part for part in (cell.row, str(cell.year or ""), cell.column) if part.strip())


def cell_sentence(cell: CellChange, voice: Voice) -> str:
    """A figure, what it was and by how much it differs."""
    before, after = (figure(v, voice) if v is not None else voice("not-stated") for v in (cell.before, cell.after))
    sentence = voice.labelled(cell_label(cell), f"{before} → {after}")
    return f"{sentence} ({signed(cell.difference, voice)})" if cell.difference is not None else sentence


def signed(difference: Decimal, voice: Voice) -> str:
    """A difference with its sign."""
    return f"{'+' if difference > 0 else '−'}{figure(abs(difference), voice)}"
