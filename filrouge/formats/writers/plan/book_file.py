"""The sheets of a workbook as a file: heads that stay, filters, lists to choose from, pages that print well."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from filrouge.domain.model.plan import Plan
from filrouge.domain.report.voice import Voice, clean
from filrouge.formats.writers.plan.book import Book, Sheet, Value
from filrouge.formats.writers.plan.carry import book_packed, facts
from filrouge.formats.writers.plan.departing import Departure

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

CARRIER = "filrouge"
_PIECE = 30_000
_INK, _PAPER, _THREAD, _SOFT = "FF1C1A17", "FFF4F1EA", "FFB3122B", "FF8A8378"
_FONT = "Calibri"
_A4, _A3, _NARROW, _PAGE_WIDTH = 9, 8, 170, 320  # paper by its number; widths in characters
_SHORT = 200  # characters up to which a cell may be of the kind text: longer ones would be shown as ####
_HOSTILE = ("=", "+", "-", "@", "\t", "\r")


def written(book: Book, plan: Plan, voice: Voice, departure: Departure) -> bytes:
    """The bytes of the workbook."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    properties = workbook.properties
    properties.creator, properties.language = "Filrouge", voice.language
    properties.title = clean(str(plan.title.shown(voice.language, plan.language)[0]))[:255]
    for sheet in book.sheets:
        _write_sheet(workbook, sheet)
    _write_carrier(workbook, facts(plan, voice.language, departure), book_packed(plan, book, voice.language))
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _write_sheet(workbook: Workbook, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    page: Worksheet = workbook.create_sheet(sheet.name)
    kinds = (None, "left", "right")
    wrapped, left, right = (Alignment(vertical="top", wrap_text=True, horizontal=one) for one in kinds)
    soft, strong = Font(name=_FONT, size=8, color=_SOFT), Font(name=_FONT, size=10, bold=True, color=_INK)
    plain = Font(name=_FONT, size=10, color=_INK)
    for column, one in enumerate(sheet.columns, 1):
        cell = page.cell(1, column)
        _put(cell, one.head)
        figures = any(isinstance(row[column - 1].value, Decimal) for row in sheet.rows[:20])
        cell.font, cell.fill = strong, PatternFill("solid", fgColor=_PAPER)
        cell.alignment = right if figures else wrapped
        page.column_dimensions[get_column_letter(column)].width = one.width
    for at, row in enumerate(sheet.rows, 2):
        for column, box in enumerate(row, 1):
            cell = page.cell(at, column)
            _put(cell, box.value)
            cell.alignment = wrapped if sheet.grid or isinstance(box.value, str) else left
            cell.font = strong if box.strong else soft if column == 1 and not sheet.grid else plain
    _add_choices(page, sheet)
    page.freeze_panes = "B2" if sheet.grid else "C2"
    page.auto_filter.ref = page.dimensions
    page.sheet_properties.tabColor = _THREAD
    width = sum(one.width for one in sheet.columns)
    pages = 1 if sheet.grid else 1 + width // _PAGE_WIDTH
    page.page_setup.orientation, page.page_setup.fitToWidth, page.page_setup.fitToHeight = "landscape", pages, 0
    page.page_setup.paperSize = _A3 if width > _NARROW else _A4
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"
    if pages > 1:
        page.print_title_cols = "B:C"
    if (footer := page.oddFooter) is not None and footer.left is not None and footer.right is not None:
        footer.left.text, footer.right.text = "&A", "&P / &N"


def _put(cell: Any, value: Value) -> None:
    if isinstance(value, str):
        if len(value) <= _SHORT:
            cell.number_format = "@"  # what is typed over it stays text: 1.10 is a number of a section, not a figure
        if value:
            cell.value = clean(value)
            # Text whatever it begins with, also after someone edits the cell, so that it never becomes a formula.
            cell.data_type = "s"
            cell.quotePrefix = value.startswith(_HOSTILE)
    elif isinstance(value, dt.date):
        if value.year < 1900:  # before the first day that a workbook knows
            cell.value = value.isoformat()
        else:
            cell.value, cell.number_format = value, "DD/MM/YYYY"
    elif value is not None:
        cell.value = value
        if isinstance(value, Decimal):
            places = -min(0, int(value.normalize().as_tuple().exponent))
            cell.number_format = "#,##0" + ("." + "0" * places if places else "")


def _add_choices(page: Worksheet, sheet: Sheet) -> None:
    """The list to choose from in the columns of one of few values."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    if not sheet.rows:
        return
    for column, box in enumerate(sheet.rows[0], 1):
        if box.choices:
            words = ",".join(text for _, text in box.choices if text)
            rule = DataValidation(type="list", formula1=f'"{words}"', allow_blank=True, showErrorMessage=False)
            letter = get_column_letter(column)
            rule.add(f"{letter}2:{letter}{len(sheet.rows) + 200}")
            page.add_data_validation(rule)


def _write_carrier(workbook: Workbook, carried: Mapping[str, str], payload: str) -> None:
    """The sheet that no one sees: what the file carries of the plan, by which it is known when it comes back."""
    page: Worksheet = workbook.create_sheet(CARRIER)
    page.sheet_state = "veryHidden"
    pieces = [json.dumps(dict(carried)), *(payload[at : at + _PIECE] for at in range(0, len(payload), _PIECE))]
    for at, piece in enumerate(pieces, 1):
        cell = page.cell(at, 1)
        cell.value, cell.data_type = piece, "s"
