"""The workbook of a plan: complete, harmless, made to be sorted and printed, and back again."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from filrouge.domain.model.framework import LANGUAGES
from filrouge.domain.model.plan import Objective, Plan, Words
from filrouge.formats.readers.limits import Limits, Unreadable
from filrouge.formats.readers.plan.coming import NotOurs, Returned
from filrouge.formats.readers.plan.workbook import read_workbook
from filrouge.formats.writers.plan.departing import Names
from filrouge.formats.writers.plan.xlsx import xlsx
from tests.formats.plan.filling import Filler, absent
from tests.formats.plan.plans import plans
from tests.formats.plan.samples import LEFT, voice, zone


def written(plan: Plan, language: str = "fr") -> bytes:
    return xlsx(plan, voice=voice(language), names=Names(), departure=LEFT)


def opened(data: bytes) -> Any:
    return load_workbook(io.BytesIO(data))


def saved(book: Any) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def edited(change: Callable[[Any], object], plan: Plan | None = None) -> Returned:
    book = opened(written(plan or zone()))
    change(book)
    return read_workbook(saved(book))


def cell(sheet: Any, id: str, head: str) -> Any:
    """The cell of a part under a head."""
    column = next(one.column for one in sheet[1] if one.value == head)
    row = next(one.row for one in sheet["A"] if one.value == id)
    return sheet.cell(row, column)


def test_every_field_of_the_model_is_in_the_file() -> None:
    filler = Filler()
    book = opened(written(filler.plan()))
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    text = "\n".join(str(one) for sheet in shown for row in sheet.iter_rows(values_only=True) for one in row)
    assert list(absent(filler.marks, text)) == []


def test_figures_are_numbers_and_days_are_days() -> None:
    book = opened(written(zone()))
    table = book["Tableau 2"]
    assert [one.value for one in table[1]] == ["Rubrique", "Dépenses 2026", "Recettes 2026"]
    assert table["B2"].value == pytest.approx(7816852.5)
    assert cell(book["Objectifs"], "o11", "Date de l’échéance").value == dt.datetime(2028, 12, 31)
    assert cell(book["Objectifs"], "o111", "Profondeur").value == 3


def test_nothing_is_a_formula() -> None:
    hostile = tuple(
        Objective(f"h{rank}", "objective", Words(fr=words), owners=(words,), number=words[:5])
        for rank, words in enumerate(("=1+1", "+A1", "-2", "@SUM(A1)", '=HYPERLINK("http://x")', "\t=1"))
    )
    book = opened(written(replace(zone(), title=Words(fr="=cmd|x"), objectives=hostile, actions=())))
    for sheet in book.worksheets:
        assert all(one.data_type != "f" for row in sheet.iter_rows() for one in row)
    assert cell(book["Objectifs"], "h0", "Énoncé (FR)").quotePrefix


def test_it_prints_and_filters() -> None:
    book = opened(written(zone()))
    for sheet in book.worksheets[:-1]:
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToWidth >= 1
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$1:$1"
    assert book.worksheets[-1].sheet_state == "veryHidden"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_left_comes_back(language: str) -> None:
    back = read_workbook(written(zone(), language))
    assert back.plan == zone()
    assert (back.doubts, back.strays) == ((), ())


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(plans(), st.sampled_from(LANGUAGES))
def test_any_plan_comes_back_as_it_left(plan: Plan, language: str) -> None:
    back = read_workbook(written(plan, language))
    assert back.plan == plan
    assert (back.doubts, back.strays) == ((), ())


def test_every_field_comes_back() -> None:
    plan = Filler().plan()
    assert read_workbook(written(plan)).plan == plan


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_what_another_program_saved_comes_back(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(written(zone()))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "out")]
    subprocess.run([*command, str(tmp_path / "a.xlsx")], check=True, capture_output=True, timeout=180)
    back = read_workbook((tmp_path / "out" / "a.xlsx").read_bytes())
    assert back.plan == zone()
    assert (back.doubts, back.strays) == ((), ())


def test_cells_that_were_changed() -> None:
    def change(book: Any) -> None:
        sheet = book["Objectifs"]
        cell(sheet, "o11", "Énoncé (NL)").value = "Minder inbraken"
        cell(sheet, "o11", "Responsable").value = "DirOps"
        cell(sheet, "o21", "Date de l’échéance").value = dt.date(2027, 9, 15)
        cell(sheet, "o21", "Valeur").value = 1.234
        cell(sheet, "o21", "Unité").value = "faits"
        cell(sheet, "o2", "Engagement").value = "de résultat"
        cell(book["Actions"], "a1", "Avancement").value = 55
        cell(book["Contributions"], "a1/0", "Part du budget").value = "70 %"
        book["Tableau 1"]["B2"].value = 44.25
        cell(book["Sections"], "s3", "Texte (FR)").value += "\nUne phrase de plus."
        book["Document"]["C10"].value = "2026-2032"

    back = edited(change)
    before, after = zone().parts, back.plan.parts
    assert {id for id in before if before[id] != after.get(id)} == {"o11", "o21", "o2", "a1", "t1", "s3"}
    found: Any = after
    assert (found["o11"].text.nl, found["o11"].owners) == ("Minder inbraken", ("DirOps",))
    assert (found["o21"].deadline_on, found["o21"].quantity_value) == (dt.date(2027, 9, 15), Decimal("1.234"))
    assert (found["o21"].quantity_unit, found["o2"].commitment) == ("faits", "result")
    assert (found["a1"].progress, found["a1"].contributions[0].budget_share) == (55, Decimal(70))
    assert found["t1"].rows[0].cells[0][2] == Decimal("44.25")
    assert found["s3"].body.fr.startswith(
        "<p>Chaque objectif a un responsable et une échéance.</p><p>Une phrase de plus.</p><hr>"
    )
    assert back.plan.period == (dt.date(2026, 1, 1), dt.date(2032, 12, 31))
    assert (back.doubts, back.strays) == ((), ())


def test_rows_sorted_removed_and_added() -> None:
    def change(book: Any) -> None:
        sheet = book["Objectifs"]
        rows = [[one.value for one in row] for row in sheet.iter_rows(min_row=2)]
        for at, row in enumerate(reversed(rows), 2):
            for column, value in enumerate(row, 1):
                sheet.cell(at, column).value = value
        sheet.delete_rows(next(one.row for one in sheet["A"] if one.value == "o21"))
        row = sheet.max_row + 1
        columns = {one.value: one.column for one in sheet[1]}
        sheet.cell(row, columns["Énoncé (FR)"]).value = "Former les agents d’accueil"
        sheet.cell(row, columns["Responsable"]).value = "RH"

    back = edited(change)
    assert [one.id for one in back.plan.objectives] == ["o1", "o11", "o111", "o2"]
    assert [one for one in zone().objectives if one.id != "o21"] == list(back.plan.objectives)
    (stray,) = back.strays
    assert (stray.kind, stray.text, stray.fields) == ("objective", "Former les agents d’accueil", (("owners", "RH"),))


def test_what_cannot_be_read_is_a_doubt() -> None:
    def change(book: Any) -> None:
        cell(book["Objectifs"], "o11", "Début").value = "bientôt"
        cell(book["Actions"], "a1", "Avancement").value = 140
        book["Tableau 1"]["B2"].value = "beaucoup"

    back = edited(change)
    assert back.plan == zone()
    assert {(one.code, one.id, one.words) for one in back.doubts} == {
        ("date-unread", "o11", "bientôt"),
        ("figure-unread", "a1", "140"),
        ("figure-unread", "t1", "beaucoup"),
    }


def test_a_workbook_that_is_not_ours_is_told_by_its_code() -> None:
    with pytest.raises(NotOurs) as raised:
        read_workbook(saved(Workbook()))
    assert raised.value.code == "not-ours"
    with pytest.raises(NotOurs) as raised:
        read_workbook(written(zone()), document_id="other")
    assert raised.value.code == "other-document"
    for data in (b"", b"nothing", b"PK\x03\x04"):
        with pytest.raises((NotOurs, Unreadable)):
            read_workbook(data)
    with pytest.raises(Unreadable):
        read_workbook(written(zone()), Limits(file_bytes=100))
