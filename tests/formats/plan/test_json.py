"""JSON holds all of a plan; and what leaves in any format, comes back and leaves again is the same."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings

from filrouge.domain.model.plan import Origin, Plan
from filrouge.domain.model.plan_json import PlanFormatError, canonical, carried, digest
from filrouge.formats.readers.limits import Limits, Unreadable
from filrouge.formats.readers.plan.json_file import read_json
from filrouge.formats.readers.plan.word import read_back
from filrouge.formats.readers.plan.workbook import read_workbook
from filrouge.formats.writers.plan.departing import Names
from filrouge.formats.writers.plan.json_file import json_file
from filrouge.formats.writers.plan.word import word
from filrouge.formats.writers.plan.xlsx import xlsx
from tests.formats.plan.filling import Filler
from tests.formats.plan.plans import plans
from tests.formats.plan.samples import LEFT, voice, zone


def by_word(plan: Plan) -> Plan:
    return read_back(word(plan, voice=voice(), names=Names(), departure=LEFT)).plan


def by_workbook(plan: Plan) -> Plan:
    return read_workbook(xlsx(plan, voice=voice(), names=Names(), departure=LEFT)).plan


def by_json(plan: Plan) -> Plan:
    return read_json(json_file(plan))


def test_every_field_of_the_model_is_in_the_file() -> None:
    filler = Filler()
    plan = filler.plan()
    found = json.loads(json_file(plan))

    def names(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value).union(*(names(one) for one in value.values()))
        return set().union(*(names(one) for one in value)) if isinstance(value, list) else set()

    wanted = {name for kind, name in carried() if kind != Origin.__name__}
    assert wanted <= names(found)
    written = json_file(plan).decode()
    for marks in filler.marks.values():
        assert all(mark in written for mark in marks)


@pytest.mark.parametrize("way", [by_json, by_word, by_workbook])
@pytest.mark.parametrize("plan", [zone(), Filler().plan()])
def test_out_back_and_out_again_is_the_same(way: Callable[[Plan], Plan], plan: Plan) -> None:
    back = way(plan)
    assert canonical(back) == canonical(plan)
    assert digest(way(back)) == digest(plan)
    assert json_file(back) == json_file(plan)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(plans())
def test_any_plan_comes_back_from_json(plan: Plan) -> None:
    assert by_json(plan) == plan
    assert json_file(by_json(plan)) == json_file(plan)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "damaged"),
        (b"{", "damaged"),
        (b"\xff\xfe", "damaged"),
        (b'{"a": NaN}', "damaged"),
        (b"[" * 200_000, "too-deep"),
        (b'{"a": ' + b"9" * 10_000 + b"}", "damaged"),
    ],
)
def test_what_is_no_json_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as raised:
        read_json(data)
    assert raised.value.code == code


def test_json_of_something_else_says_where() -> None:
    with pytest.raises(PlanFormatError):
        read_json(b'{"format": "other"}')
    with pytest.raises(Unreadable) as raised:
        read_json(json_file(zone()), Limits(file_bytes=10))
    assert raised.value.code == "too-large"
