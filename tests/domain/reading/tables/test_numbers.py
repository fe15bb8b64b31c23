"""Figures as administrations write them, and figures told apart in a line."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filrouge.domain.reading.tables.numbers import (
    Atom,
    Style,
    atoms,
    into_columns,
    is_empty,
    longest_run,
    number_style,
    parse_number,
)

exact = st.decimals(min_value=-(10**12), max_value=10**12, places=2, allow_nan=False, allow_infinity=False)


def belgian(value: Decimal, group: str = ".") -> str:
    whole, _, cents = f"{value:,.2f}".partition(".")
    return whole.replace(",", group) + "," + cents


@given(exact)
def test_a_figure_in_belgian_form_comes_back_exact(value: Decimal) -> None:
    assert parse_number(belgian(value)) == value
    assert parse_number(belgian(value, "\u00a0")) == value
    assert parse_number(belgian(value, " ")) == value


@given(exact)
def test_a_figure_in_english_form_comes_back_exact(value: Decimal) -> None:
    assert parse_number(f"{value:,.2f}", Style.POINT) == value


@given(st.integers(min_value=0, max_value=10**12))
def test_a_whole_number_comes_back_in_both_styles(value: int) -> None:
    assert parse_number(f"{value:,}".replace(",", "."), Style.COMMA) == value
    assert parse_number(f"{value:,}", Style.POINT) == value
    assert parse_number(str(value)) == value


@given(st.text(max_size=30))
def test_no_text_makes_it_fail(text: str) -> None:
    for style in Style:
        value = parse_number(text, style)
        assert value is None or value.is_finite()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.816.852", "1816852"),
        ("20,33", "20.33"),
        ("1 234,5", "1234.5"),
        ("1.234", "1234"),
        ("1,234", "1.234"),
        ("0.250", "0.250"),
        ("1234.567", "1234.567"),
        ("12.5", "12.5"),
        ("-12", "-12"),
        ("−12,5", "-12.5"),
        ("(1.250)", "-1250"),
        ("12 %", "12"),
        ("€ 1.000", "1000"),
        ("1.000 €", "1000"),
        ("+3", "3"),
        ("17*", "17"),
        ("0", "0"),
    ],
)
def test_forms_of_figures(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["", "-", "12.03.2025", "02", "007", "1.23.456", "1,234.567,8", "12a", "2022-2024", "3.2.1", "(12", "1..2", "A1"],
)
def test_what_is_no_figure(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("figures", "language", "style"),
    [
        (["1.234", "20,33"], "en", Style.COMMA),
        (["1,234", "20.33"], "fr", Style.POINT),
        (["1.234", "2.345"], "nl", Style.COMMA),
        (["1,234", "2,345"], "en", Style.POINT),
        (["1.234", "2.345"], None, Style.COMMA),
        (["1.234", "2.345", "3.456", "12.5"], "fr", Style.COMMA),
        (["1.816.852"], "en", Style.COMMA),
        (["1,816,852"], "fr", Style.POINT),
        ([], "de", Style.COMMA),
    ],
)
def test_the_style_of_a_table(figures: list[str], language: str | None, style: Style) -> None:
    assert number_style(figures, language) is style


@pytest.mark.parametrize("text", ["-", "–", "n.v.t.", "N/A", " / ", "néant"])
def test_what_stands_for_nothing(text: str) -> None:
    assert is_empty(text)


def run(line: str) -> list[str]:
    found = longest_run(atoms(line))
    return [cell.text for cell in found.cells] if found else []


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("Projet 112 5.938 6.763", ["112", "5.938", "6.763"]),
        ("Total 12 13 hors dotation", ["12", "13"]),
        ("Dotations - 450 12", ["-", "450", "12"]),
        ("Kosten € 1.000 € 2.000", ["1.000", "2.000"]),
        ("Taux 12 % 14 %", ["12", "14"]),
        ("Tél. 02 500 21 11", ["500", "21", "11"]),
        ("le 12.03.2025 au 13.04.2025", []),
        ("Programme\u00a01\u00a0250 12\u00a0000", ["1\u00a0250", "12\u00a0000"]),
        ("rien", []),
    ],
)
def test_the_figures_of_a_line(line: str, cells: list[str]) -> None:
    assert run(line) == cells


def columns(line: str, count: int, *, loose: bool = True) -> list[str] | None:
    found = longest_run(atoms(line))
    assert found is not None
    cells = into_columns(found.cells, count, line, loose=loose)
    return None if cells is None else [cell.text for cell in cells]


@pytest.mark.parametrize(
    ("line", "count", "cells"),
    [
        ("Personnel 1 250 000 1 275 500", 2, ["1250000", "1275500"]),
        ("Projet 112 5 938 6 763", 2, ["5938", "6763"]),
        ("Autres 98 500 0 12 000", 3, ["98500", "0", "12000"]),
        ("Autres 98 500,5 12 000", 2, ["98500,5", "12000"]),
        ("Lien 1 2 3 4 5 6 7 8", 2, None),
    ],
)
def test_thousands_that_stand_apart(line: str, count: int, cells: list[str] | None) -> None:
    assert columns(line, count) == cells


@pytest.mark.parametrize(
    ("line", "count", "cells"),
    [
        ("Projet 112 5.938 6.763", 2, ["5.938", "6.763"]),
        ("Enveloppe 1 775 766", 2, ["775", "766"]),
        ("Autres 12 13", 3, None),
        ("Lien 1 2 3 4 5 6 7 8", 2, None),
    ],
)
def test_numbers_that_belong_to_the_label(line: str, count: int, cells: list[str] | None) -> None:
    assert columns(line, count, loose=False) == cells


@given(st.lists(st.integers(min_value=1000, max_value=9_999_999), min_size=1, max_size=6))
def test_thousands_apart_are_put_together_again(values: list[int]) -> None:
    line = " ".join(f"{value:,}".replace(",", " ") for value in values)
    found = columns(line, len(values))
    assert found is not None
    assert len(found) == len(values)
    assert "".join(found) == line.replace(" ", "")


@given(st.lists(st.integers(min_value=10_000, max_value=99_999), min_size=2, max_size=6))
def test_figures_of_one_length_are_cut_where_they_were(values: list[int]) -> None:
    line = " ".join(f"{value:,}".replace(",", " ") for value in values)
    assert columns(line, len(values)) == [str(value) for value in values]


@given(st.text(max_size=60))
def test_the_words_of_a_line_keep_their_places(line: str) -> None:
    for atom in atoms(line):
        assert isinstance(atom, Atom)
        assert line[atom.start : atom.end] == atom.text
