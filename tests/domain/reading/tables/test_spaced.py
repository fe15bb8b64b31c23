"""Figures whose thousands single spaces group, tables of one row, units as plans print them, captions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reading.tables.support import cells, figures, lines
from filrouge.domain.model import Table
from filrouge.domain.reading.tables import FoundTable, find_tables


def found(text: str) -> list[FoundTable]:
    return list(find_tables(lines(text), "fr"))


def only(text: str) -> Table:
    (one,) = found(text)
    return one.table


def test_wide_gaps_part_columns_and_single_spaces_group_thousands() -> None:
    table = only(
        "Budget (en milliers d'euros)\n\n"
        "Nature              2029        2030        2031\n"
        "Personnel           21 450      21 900      22 310\n"
        "Investissement      1 875,5     2 400       980\n"
        "Total               23 325,5    24 300      23 290\n"
    )
    assert figures(table) == {
        "Personnel": ["2029 21450", "2030 21900", "2031 22310"],
        "Investissement": ["2029 1875.5", "2030 2400", "2031 980"],
        "Total": ["2029 23325.5", "2030 24300", "2031 23290"],
    }


def test_a_label_may_end_one_space_before_its_first_figure() -> None:
    table = only(
        "Budget (k€)\n\n"
        "Nature                 2029      2030\n"
        "Dépenses de personnel 21 450    22 310\n"
        "Fonctionnement         6 120     980\n"
        "Direction 1            120       98\n"
    )
    assert figures(table) == {
        "Dépenses de personnel": ["2029 21450", "2030 22310"],
        "Fonctionnement": ["2029 6120", "2030 980"],
        "Direction 1": ["2029 120", "2030 98"],
    }


LOOSE = (
    "Budget (k€)\n\nNature 2029 2030 2031\nPersonnel 21 450 21 900 22 310\n"
    "Fonctionnement 6 120 980 1 200\nTotal 27 570 {} 23 510\n"
)


def test_a_row_of_totals_settles_what_single_spaces_leave_open() -> None:
    (one,) = found(LOOSE.format("22 880"))
    assert figures(one.table)["Fonctionnement"] == ["2029 6120", "2030 980", "2031 1200"]
    assert ("skipped", "1") not in one.notes[0].params


def test_a_row_that_can_be_split_in_two_ways_is_left_out_and_said() -> None:
    (one,) = found(LOOSE.format("22 881"))
    assert list(figures(one.table)) == ["Personnel", "Total"]
    assert ("skipped", "1") in one.notes[0].params


def test_one_row_below_its_years_is_a_table_and_its_heading_is_not_part_of_it() -> None:
    text = (
        "1. Budget (en milliers d'euros)\n\n"
        "Nature              2029        2030\n"
        "Personnel           21.450      21.900\n\n"
        "2. Personnel (en ETP)\n\n"
        "Service            2029    2030\n"
        "Personnel          12,5    13\n\n"
        "3. Conclusion\n"
    )
    budget, staff = found(text)
    assert (budget.table.unit, budget.table.title, budget.blocks) == (
        "KEUR",
        "Budget (en milliers d'euros)",
        range(2, 4),
    )
    assert (staff.table.kind, staff.table.title, staff.blocks) == ("staff", "Personnel (en ETP)", range(7, 9))
    assert figures(staff.table) == {"Personnel": ["2029 12.5", "2030 13"]}


@pytest.mark.parametrize(
    "text",
    [
        "Les faits  12  14  par an.\n",
        "En 2029  et 2030\nnous avons  12  14 de plus.\n",
        "Voir pages 2029 2030\nService 12 13\n",
    ],
)
def test_one_line_of_numbers_is_no_table(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("KEUR", "Budget (€ thousand)"),
        ("KEUR", "Budget in € thousand"),
        ("KEUR", "Budget (k€)"),
        ("KEUR", "Budget (€k)"),
        ("KEUR", "Budget (€'000)"),
        ("KEUR", "Begroting (in duizend euro)"),
        ("KEUR", "Budget (milliers d'euros)"),
        ("KEUR", "Budget (milliers d’€)"),
        ("KEUR", "Haushalt (in Tausend Euro)"),
        ("KEUR", "Haushalt (in Tsd. EUR)"),
        ("KEUR", "Budget (x 1.000 €)"),
        ("MEUR", "Haushalt (Mio. EUR)"),
        ("MEUR", "Begroting (in miljoen euro)"),
        ("MEUR", "Budget (en millions d'euros)"),
        ("MEUR", "Budget (€ million)"),
        ("EUR", "Budget (en euros)"),
        ("EUR", "Budget (€)"),
    ],
)
def test_units(unit: str, words: str) -> None:
    extract = cells([["Item", "2026", "2027"], ["Staff", "6,450", "6,610"]], before=["Resources", words])
    (one,) = find_tables(extract, "en")
    assert (one.table.kind, one.table.unit, one.table.title) == ("budget", unit, words)


@given(st.lists(st.lists(st.integers(0, 9_999_999), min_size=3, max_size=3), min_size=2, max_size=6))
def test_figures_come_back_however_large(rows: list[list[int]]) -> None:
    body = [f"Poste {'abcdef'[at]}".ljust(20) + "".join(f"{n:,}".replace(",", " ").ljust(14) for n in row).rstrip()
            for at, row in enumerate(rows)]  # fmt: skip
    text = "\n".join(["Budget (k€)", "", "Poste".ljust(20) + "2029          2030          2031", *body])
    expected = [[f"{year} {n}" for year, n in zip((2029, 2030, 2031), row, strict=True)] for row in rows]
    assert list(figures(only(text)).values()) == expected
