"""A document as JSON: the contract's shape, exact figures, the way back, one hash for equal documents."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import document

from filrouge.domain.model import (
    ITEM_KINDS,
    SWOT_KINDS,
    TABLE_KINDS,
    Cell,
    CommunicationAction,
    Deadline,
    Document,
    Facts,
    Indicator,
    Item,
    Note,
    Paragraph,
    Place,
    Quantity,
    Quoted,
    RiskDomain,
    Row,
    Section,
    SwotItem,
    Table,
)
from filrouge.domain.model.canonical import canonical, digest, dumps, from_json, number, to_json

texts = st.text(max_size=12)
maybe = st.none() | texts
decimals = st.decimals(allow_nan=False, allow_infinity=False, places=None)
days = st.dates()
places = st.tuples(st.integers(0, 10**6), st.integers(0, 50)).map(lambda pair: Place(pair[0], pair[0] + pair[1]))
shares = st.floats(0, 1)
numbers = st.lists(st.integers(0, 99), max_size=3).map(tuple)
words = st.lists(texts, max_size=2).map(tuple)


def few(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(strategy, max_size=2).map(tuple)


deadlines = st.builds(Deadline, texts, st.none() | days, places)
cells = st.builds(Cell, texts, st.none() | st.integers(1900, 2100), texts, decimals, places)
rows = st.builds(Row, texts, few(cells), places, st.booleans())
quantities = st.builds(Quantity, texts, decimals, maybe, places)
quoted = st.builds(Quoted, texts, st.integers(0, 99), texts, places)
params = st.dictionaries(texts, texts, max_size=2).map(lambda found: tuple(sorted(found.items())))
documents = st.builds(
    Document,
    texts,
    st.sampled_from(["fr", "nl", "de", "en", "und"]),
    maybe,
    shares,
    st.builds(
        Facts, maybe, maybe, st.none() | days, maybe, st.none() | places, st.none() | st.tuples(days, days),
        st.none() | places, st.none() | days, st.none() | st.integers(0, 20), st.none() | places, words,
    ),
    few(st.builds(Section, texts, maybe, texts, st.integers(1, 9), places, places, maybe, maybe, shares)),
    few(st.builds(Paragraph, texts, places, texts, maybe, maybe)),
    few(
        st.builds(
            Item, texts, st.sampled_from(ITEM_KINDS), maybe, texts, maybe, maybe, places, words,
            st.none() | deadlines, st.none() | quantities, shares, words,
        )
    ),
    few(st.builds(SwotItem, st.sampled_from(SWOT_KINDS), texts, texts, places)),
    few(st.builds(RiskDomain, texts, texts, numbers, numbers, numbers, maybe, places, few(quoted))),
    few(
        st.builds(
            Table, texts, st.sampled_from(TABLE_KINDS), texts, maybe, places, maybe, words, few(rows),
            few(st.builds(CommunicationAction, texts, texts, texts, texts, texts, texts, place=places)),
            few(words),
        )
    ),
    few(st.builds(Indicator, texts, places, st.none() | decimals, maybe)),
    few(deadlines),
    few(st.builds(Note, texts, maybe, places, params)),
)  # fmt: skip


@given(documents)
def test_a_document_comes_back_as_it_was(one: Document) -> None:
    assert from_json(to_json(one)) == one


@given(documents)
def test_a_document_comes_back_from_its_text(one: Document) -> None:
    again = from_json(json.loads(canonical(one), parse_float=Decimal))
    assert again == one
    assert canonical(again) == canonical(one)


@given(decimals)
def test_a_figure_is_a_json_number_with_all_its_digits(value: Decimal) -> None:
    assert json.loads(number(value), parse_float=Decimal, parse_int=Decimal) == value


@pytest.mark.parametrize(
    ("value", "written"),
    [("1.10", "1.1"), ("1E+3", "1000"), ("-0.00", "0"), ("20.33", "20.33"), ("-5", "-5"), ("1E+900", "1E+900")],
)
def test_equal_figures_are_written_alike(value: str, written: str) -> None:
    assert number(Decimal(value)) == written


def test_what_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="finite"):
        number(Decimal("NaN"))
    with pytest.raises(TypeError):
        dumps(object())


def test_the_hash_tells_documents_apart_and_equal_ones_not() -> None:
    one = document()
    assert digest(one) == digest(document())
    assert len(digest(one)) == 64
    assert digest(one) != digest(replace(one, confidence=0.76))


def test_the_canonical_text_is_tight_and_sorted() -> None:
    text = canonical(document())
    parsed = json.loads(text)
    assert text == json.dumps(parsed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def test_the_shape_is_the_one_that_scripts_rely_on() -> None:
    made = to_json(document())
    assert made["facts"]["validated_on"] == "2031-01-02"
    assert made["facts"]["period"] == ["2031-01-01", "2033-12-31"]
    assert set(made["sections"][0]) >= {"id", "number", "title", "level", "start", "end"}
    item = made["items"][0]
    assert item["owners"] == ["DGX"]
    assert (item["deadline"]["text"], item["deadline"]["date"]) == ("avant fin 2031", "2031-12-31")
    assert (item["quantity"]["text"], item["quantity"]["value"]) == ("deux guichets", 2)
    assert item["confidence"] == 0.9
    cell = made["tables"][0]["cells"][1]
    assert (cell["row"], cell["year"], cell["column"], cell["value"]) == ("Guichets", 2031, "B", Decimal("1300.5"))
    assert made["swot"][1]["kind"] == "weakness"
    assert made["risk_domains"][0]["weaknesses"] == [1]
    assert made["notes"][0]["code"] == "table-rebuilt"


def test_pretty_text_keeps_the_order_of_the_keys() -> None:
    assert dumps({"b": [1, {}], "a": None, "day": dt.date(2031, 1, 2).isoformat()}, pretty=True) == (
        '{\n  "b": [\n    1,\n    {}\n  ],\n  "a": null,\n  "day": "2031-01-02"\n}'
    )
