"""Numbers, dates and lists as each language writes them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filrouge.domain.language.formatting import NARROW_SPACE, format_date, format_list, format_number, format_period
from filrouge.domain.language.quantities import parse_number

LANGUAGES = ("fr", "nl", "de", "en")


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("fr", f"1{NARROW_SPACE}816{NARROW_SPACE}852,5"),
        ("nl", "1.816.852,5"),
        ("de", "1.816.852,5"),
        ("en", "1,816,852.5"),
    ],
)
def test_numbers(language: str, written: str) -> None:
    assert format_number(Decimal("1816852.5"), language) == written


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [
        ("0.005", 2, "0,01"),
        ("-1234", None, "-1.234"),
        ("1E+3", None, "1.000"),
        ("12.50", None, "12,50"),
        ("0.4", 0, "0"),
    ],
)
def test_rounding_and_signs(value: str, places: int | None, written: str) -> None:
    assert format_number(Decimal(value), "nl", places) == written


@given(st.decimals(-(10**12), 10**12, places=3, allow_nan=False), st.sampled_from(LANGUAGES))
def test_a_written_number_is_read_back(value: Decimal, language: str) -> None:
    assert parse_number(format_number(value, language), language) == value


@given(st.integers(-(10**15), 10**15), st.sampled_from(LANGUAGES))
def test_a_written_integer_is_read_back(value: int, language: str) -> None:
    assert parse_number(format_number(value, language), language) == value


@pytest.mark.parametrize(
    ("language", "long", "short"),
    [
        ("fr", "1er août 2022", "01/08/2022"),
        ("nl", "1 augustus 2022", "01/08/2022"),
        ("de", "1. August 2022", "01.08.2022"),
        ("en", "1 August 2022", "01/08/2022"),
    ],
)
def test_dates(language: str, long: str, short: str) -> None:
    day = dt.date(2022, 8, 1)
    assert format_date(day, language) == long
    assert format_date(day, language, short=True) == short


def test_periods() -> None:
    assert format_period((dt.date(2022, 1, 1), dt.date(2024, 12, 31)), "fr") == "2022-2024"
    assert format_period((dt.date(2022, 1, 1), dt.date(2022, 12, 31)), "fr") == "2022"
    assert format_period((dt.date(2022, 3, 1), dt.date(2027, 2, 28)), "nl") == "1 maart 2022 – 28 februari 2027"


@pytest.mark.parametrize(
    ("words", "language", "either", "written"),
    [
        ([], "fr", False, ""),
        (["a"], "fr", False, "a"),
        (["a", "b"], "fr", False, "a et b"),
        (["a", "b", "c"], "nl", False, "a, b en c"),
        (["a", "b", "c"], "de", True, "a, b oder c"),
        (["a", "b"], "en", False, "a and b"),
    ],
)
def test_lists(words: list[str], language: str, either: bool, written: str) -> None:
    assert format_list(words, language, either) == written


def test_another_language_is_refused() -> None:
    with pytest.raises(KeyError):
        format_number(1, "es")
