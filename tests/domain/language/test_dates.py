"""Dates as they are written in four languages."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filrouge.domain.language.dates import PRECISIONS, find_dates
from filrouge.domain.language.formatting import format_date

LANGUAGES = ("fr", "nl", "de", "en")
DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2099, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("28 septembre 2020", "2020-09-28", "2020-09-28", "day"),
        ("1er janvier 2022", "2022-01-01", "2022-01-01", "day"),
        ("1ᵉʳ mars 2023", "2023-03-01", "2023-03-01", "day"),
        ("28/09/2020", "2020-09-28", "2020-09-28", "day"),
        ("28-09-2020", "2020-09-28", "2020-09-28", "day"),
        ("28.9.2020", "2020-09-28", "2020-09-28", "day"),
        ("28 / 09 / 2020", "2020-09-28", "2020-09-28", "day"),
        ("2020-09-28", "2020-09-28", "2020-09-28", "day"),
        ("22-10-20", "2020-10-22", "2020-10-22", "day"),
        ("1 januari 2022", "2022-01-01", "2022-01-01", "day"),
        ("1. Januar 2022", "2022-01-01", "2022-01-01", "day"),
        ("15. März 2024", "2024-03-15", "2024-03-15", "day"),
        ("5th of May 2022", "2022-05-05", "2022-05-05", "day"),
        ("January 5, 2022", "2022-01-05", "2022-01-05", "day"),
        ("15 août\n2023", "2023-08-15", "2023-08-15", "day"),
        ("January 2022", "2022-01-01", "2022-01-31", "month"),
        ("sept. 2020", "2020-09-01", "2020-09-30", "month"),
        ("février 2024", "2024-02-01", "2024-02-29", "month"),
        ("09/2020", "2020-09-01", "2020-09-30", "month"),
        ("T2 2023", "2023-04-01", "2023-06-30", "quarter"),
        ("Q2/2023", "2023-04-01", "2023-06-30", "quarter"),
        ("2023-Q2", "2023-04-01", "2023-06-30", "quarter"),
        ("2e trimestre 2023", "2023-04-01", "2023-06-30", "quarter"),
        ("dernier trimestre de 2023", "2023-10-01", "2023-12-31", "quarter"),
        ("tweede kwartaal 2023", "2023-04-01", "2023-06-30", "quarter"),
        ("3. Quartal 2023", "2023-07-01", "2023-09-30", "quarter"),
        ("second quarter of 2023", "2023-04-01", "2023-06-30", "quarter"),
        ("1er semestre 2023", "2023-01-01", "2023-06-30", "half"),
        ("zweites Halbjahr 2023", "2023-07-01", "2023-12-31", "half"),
        ("first half of 2023", "2023-01-01", "2023-06-30", "half"),
        ("printemps 2024", "2024-03-01", "2024-05-31", "season"),
        ("najaar 2023", "2023-09-01", "2023-11-30", "season"),
        ("fin 2027", "2027-10-01", "2027-12-31", "part"),
        ("fin de l’année 2027", "2027-10-01", "2027-12-31", "part"),
        ("eind 2024", "2024-10-01", "2024-12-31", "part"),
        ("Ende des Jahres 2024", "2024-10-01", "2024-12-31", "part"),
        ("mi-2024", "2024-04-01", "2024-06-30", "part"),
        ("mid 2024", "2024-04-01", "2024-06-30", "part"),
        ("halverwege 2024", "2024-04-01", "2024-06-30", "part"),
        ("begin 2024", "2024-01-01", "2024-03-31", "part"),
        ("fin juin 2024", "2024-06-21", "2024-06-30", "part"),
        ("medio mei 2024", "2024-05-11", "2024-05-15", "part"),
    ],
)
def test_forms(text: str, first: str, last: str, precision: str) -> None:
    for around in (text, f"({text})", f"le {text}, puis", f"avant\u00a0{text}."):
        [date] = find_dates(around)
        assert (str(date.first), str(date.last), date.precision) == (first, last, precision)
        assert around[date.start : date.end] == text
        assert date.date == date.last


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2023",
        "le 30 février 2021",
        "13/13/2020",
        "n° 2.024.500",
        "CG-2021/4833",
        "COL 10/2015",
        "code A2021b",
        "12 020 euros",
        "www.exemple.be/2021/plan",
        "3,2021",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == ()


def test_years_of_a_range_stand_apart() -> None:
    assert [date.first.year for date in find_dates("PNS 2016 – 2019, puis 2022‐2024")] == [2016, 2019, 2022, 2024]


def test_several_dates_in_order() -> None:
    found = find_dates("Du 1er mars 2023 au 30 juin 2023, puis en 2025 et fin 2026")
    assert [date.precision for date in found] == ["day", "day", "year", "part"]
    assert [date.start for date in found] == sorted(date.start for date in found)


@given(DAYS, st.sampled_from(LANGUAGES), st.booleans())
def test_a_written_date_is_read_back(day: dt.date, language: str, short: bool) -> None:
    text = f"x {format_date(day, language, short)}; y"
    [date] = find_dates(text)
    assert (date.date, date.precision) == (day, "day")


@given(DAYS)
def test_iso_dates_are_read_back(day: dt.date) -> None:
    assert [date.date for date in find_dates(day.isoformat())] == [day]


@given(st.text(alphabet="0123456789/.- abcdeilnmrsuvé\n", max_size=60))
def test_any_text_gives_ordered_dates_in_bounds(text: str) -> None:
    for date in find_dates(text):
        assert 0 <= date.start < date.end <= len(text)
        assert date.first <= date.last
        assert date.precision in PRECISIONS
