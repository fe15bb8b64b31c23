"""A workbook: the remarks to sort and filter, what was read, the summary. Nothing in it is ever a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import chain, islice
from typing import TYPE_CHECKING

from filrouge.domain.report.dossier import SEVERITIES, Batch, Dossier, Remark
from filrouge.domain.report.naming import counted, facts_of, framework_name, language_name, section_name
from filrouge.domain.report.voice import Voice, clean
from filrouge.formats.writers import Look

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | Decimal | None
_LONGEST = 32_000
_SHEET_ROWS = 1_000_000
_INK, _PAPER, _THREAD = "FF1C1A17", "FFF4F1EA", "FFB3122B"


def write(batch: Batch, voice: Voice, look: Look) -> bytes:
    """The workbook's bytes: the sheets of remarks, of statements, of figures and of the summary, in that order."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "Filrouge"
    book.properties.language = voice.language
    book.properties.title = voice("report")
    _remarks(book, batch, voice)
    _statements(book, batch, voice)
    _figures(book, batch, voice)
    _summary(book, batch, voice)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _remarks(book: Workbook, batch: Batch, voice: Voice) -> None:
    names = ("file", "column.number", "column.severity", "column.code", "column.section", "column.line")
    more = ("column.remark", "why", "mend", "column.source", "column.waiver")
    head = [voice(name).rstrip("\u202f :") for name in (*names, *more)]
    rows = (
        _remark(remark, dossier, voice) for dossier in batch.dossiers for remark in (*dossier.remarks, *dossier.waived)
    )
    widths = (24, 6, 16, 10, 30, 8, 60, 50, 50, 30, 30)
    _sheet(book, voice("sheet.remarks"), head, rows, widths)


def _remark(remark: Remark, dossier: Dossier, voice: Voice) -> list[Value]:
    waiver = remark.finding.waiver
    because = voice("waived-because", reason=waiver.reason, author=waiver.author, date=waiver.date) if waiver else None
    line = dossier.lines.at(remark.place.start)[0] if remark.place else None
    section = section_name(remark, dossier, voice)
    severity = voice(remark.severity.value)
    return [
        dossier.file,
        remark.rank,
        severity,
        remark.code,
        section,
        line,
        voice.typeset(remark.message),
        voice.typeset(remark.why),
        voice.typeset(remark.mend),
        remark.source,
        because,
    ]


def _statements(book: Workbook, batch: Batch, voice: Voice) -> None:
    names = ("file", "column.kind", "column.number", "column.statement", "column.section", "column.parent")
    head = [voice(name) for name in (*names, "field.owners", "field.deadline", "column.date", "field.quantity")]
    rows = (row for dossier in batch.dossiers for row in _statement_rows(dossier, voice))
    _sheet(book, voice("sheet.statements"), head, rows, (24, 24, 10, 80, 30, 30, 24, 24, 14, 20))


def _statement_rows(dossier: Dossier, voice: Voice) -> Iterable[list[Value]]:
    document = dossier.document
    for item in document.items:
        section = document.sections_by_id.get(item.section or "")
        parent = document.items_by_id.get(item.parent or "")
        above = f"{voice(f'one.{parent.kind}')} {parent.number or ''}".strip() if parent else None
        yield [
            dossier.file,
            voice(f"one.{item.kind}"),
            item.number,
            item.text,
            section.title if section else item.section,
            above,
            ", ".join(item.owners) or None,
            item.deadline.text if item.deadline else None,
            item.deadline.date.isoformat() if item.deadline and item.deadline.date else None,
            item.quantity.text if item.quantity else None,
        ]
    for line in document.swot:
        yield [dossier.file, voice(f"one.{line.kind}"), line.number, line.text]
    for domain in document.risk_domains:
        yield [dossier.file, voice("one.risk_domain"), domain.number, domain.title]


def _figures(book: Workbook, batch: Batch, voice: Voice) -> None:
    names = ("file", "column.table", "column.unit", "table-rows", "column.year", "column.column", "column.figure")
    rows = (
        [dossier.file, table.title, table.unit, cell.row, cell.year, cell.column, cell.value]
        for dossier in batch.dossiers
        for table in dossier.document.tables
        for cell in table.cells
    )
    _sheet(book, voice("sheet.figures"), [voice(name) for name in names], rows, (24, 36, 8, 44, 8, 16, 16))


def _summary(book: Workbook, batch: Batch, voice: Voice) -> None:
    rows: list[list[Value]] = []
    for dossier in batch.dossiers:
        document = dossier.document
        facts: list[tuple[str, Value]] = [
            (voice("column.kind"), framework_name(document, dossier.framework, voice)),
            (voice("column.language"), language_name(document.language, voice)),
            *facts_of(document, voice),
            *((voice(f"{one.value}-many"), dossier.counts[one.value]) for one in SEVERITIES),
            *((voice(key, count=count), count) for key, count in counted(document)),
        ]
        rows += [[dossier.file, name, value] for name, value in facts]
    rows += [[failure.file, voice("not-read", count=1), failure.sentence] for failure in batch.failures]
    head = [voice("file"), voice("column.fact"), voice("column.value")]
    _sheet(book, voice("sheet.summary"), head, rows, (24, 32, 80))


def _sheet(
    book: Workbook, title: str, head: Sequence[str], rows: Iterable[Sequence[Value]], widths: Sequence[int]
) -> None:
    """A sheet with its head fixed and filtered, its columns wide enough to read."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet: Worksheet = book.create_sheet(title[:31])
    wrapped = Alignment(vertical="top", wrap_text=True)
    for at, row in enumerate(islice(chain((head,), rows), _SHEET_ROWS), 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(at, column)
            if isinstance(value, str):
                cell.value = clean(value)[:_LONGEST]
                # Text whatever it begins with, also after someone edits the cell, so that it never becomes a formula.
                cell.data_type = "s"
                cell.quotePrefix = value.startswith(("=", "+", "-", "@", "\t", "\r"))
            elif value is not None:
                cell.value = value
            cell.alignment = wrapped
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        top = sheet.cell(1, column)
        top.font, top.fill = Font(bold=True, color=_INK), PatternFill("solid", fgColor=_PAPER)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.sheet_properties.tabColor = _THREAD
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
