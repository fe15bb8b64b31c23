"""Structured parts of a document: who may, what two at once keep, where they stand, and that figures stay exact."""

from __future__ import annotations

import uuid
from dataclasses import replace
from decimal import Decimal

import pytest

from filrouge.apps.common.problems import Conflict, NotAllowed, Problem
from filrouge.apps.documents.models import Block, Document
from filrouge.apps.objectives import blocks
from filrouge.apps.objectives.mapping import block_of
from filrouge.apps.objectives.selectors import plan_of
from filrouge.domain.model.plan import PlanRiskDomain, PlanRow, PlanSwotItem, PlanTable, Words
from tests import making

pytestmark = pytest.mark.django_db
EXACT = Decimal("1816852.123456789012345678")


def table(*rows: PlanRow) -> PlanTable:
    return PlanTable("", "budget", Words(fr="Budget"), "EUR", ("CE", "CL"), rows or (row("Personnel", "10.5", "11"),))


def row(label: str, *values: str, total: bool = False) -> PlanRow:
    cells = zip((("CE", 2027), ("CL", 2027)), values, strict=False)
    return PlanRow(label, tuple((head, year, Decimal(value)) for (head, year), value in cells), total)


@pytest.fixture
def document() -> Document:
    found = making.document(making.entity())
    found.refresh_from_db()
    return found


def added(document: Document, part: blocks.Part) -> Block:
    return blocks.add_block(making.adviser(document.entity), document, part)


def test_each_part_comes_back_as_it_was_added_and_the_document_knows(document: Document) -> None:
    section = document.sections.get(number="2").key
    parts: list[blocks.Part] = [
        PlanSwotItem("", "threat", "4", Words(fr="Départs", nl="Vertrek"), section),
        PlanRiskDomain("", "A", Words(fr="Vols"), (1, 4), (2,), (3,), "note", (("weakness", 1, "mots"),), section),
        replace(table(PlanRow("Total", (("CE", 2027, EXACT), ("", None, Decimal("-0.10"))), True)), section=section),
        PlanTable("", "communication", Words(), lines=(("a", "b", "c", "d", "e", "f"),)),
    ]
    stamp = document.stamp
    stored = [added(document, part) for part in parts]
    document.refresh_from_db()
    assert document.stamp == stamp + 4
    assert [one.position for one in stored] == [0, 1, 2, 3]
    plan = plan_of(document.pk)
    given = [*plan.swot, *plan.risk_domains, *plan.tables]
    assert [replace(one, id="") for one in given] == parts
    assert given[2].rows[0].cells[0][2].as_tuple() == EXACT.as_tuple()  # type: ignore[union-attr]


def test_a_section_of_another_document_is_refused(document: Document) -> None:
    other = making.document(document.entity)
    foreign = other.sections.get(number="1")
    for key in (foreign.key, str(uuid.uuid4())):
        with pytest.raises(Problem, match="other-document"):
            added(document, PlanSwotItem("", "threat", "", Words(fr="x"), key))
    block = added(document, table())
    with pytest.raises(Problem, match="other-document"):
        blocks.move_block(making.adviser(document.entity), block, foreign, None)


@pytest.mark.parametrize("role", ["contributor", "inspector", "reader", "administrator", "authority"])
def test_only_who_may_edit_changes_anything(document: Document, role: str) -> None:
    block = added(document, table())
    user = making.person((document.entity, role))
    with pytest.raises(NotAllowed):
        blocks.add_block(user, document, table())
    with pytest.raises(NotAllowed):
        blocks.edit_block(user, block, 1, table(row("x", "1")))
    with pytest.raises(NotAllowed):
        blocks.move_block(user, block, None, None)
    with pytest.raises(NotAllowed):
        blocks.remove_block(user, block)


def test_an_adopted_document_is_closed(document: Document) -> None:
    block = added(document, table())
    Document.objects.filter(pk=document.pk).update(state="adopted")
    block.document.refresh_from_db()
    with pytest.raises(Problem, match="not-a-draft"):
        blocks.edit_block(making.adviser(document.entity), block, 1, table(row("x", "1")))


def test_an_edit_keeps_section_and_origin_and_is_recorded(document: Document) -> None:
    section = document.sections.get(number="1")
    block = added(document, replace(table(), section=section.key))
    Block.objects.filter(pk=block.pk).update(origin={"start": 1, "end": 2, "confidence": Decimal(1), "doubts": []})
    user = making.adviser(document.entity)
    blocks.edit_block(user, block, 1, table(row("Personnel", "12")))
    block.refresh_from_db()
    assert (block.version, block.section_id, block.origin["start"]) == (2, section.pk, 1)
    events = block.events.order_by("pgh_id")  # type: ignore[attr-defined]
    assert events.last().pgh_context.metadata["person"] == str(user.person_id)
    with pytest.raises(TypeError):
        blocks.edit_block(user, block, 2, PlanSwotItem("", "threat", "", Words(fr="x")))


def test_an_edit_that_changes_nothing_stores_nothing(document: Document) -> None:
    block = added(document, table())
    document.refresh_from_db()
    stamp = document.stamp
    blocks.edit_block(making.adviser(document.entity), block, 1, table())
    document.refresh_from_db()
    block.refresh_from_db()
    assert (document.stamp, block.version) == (stamp, 1)


def test_two_who_change_different_cells_both_stay(document: Document) -> None:
    first, second = making.adviser(document.entity), making.adviser(document.entity)
    block = added(document, table(row("A", "1", "2"), row("B", "3", "4")))
    blocks.edit_block(first, block, 1, table(row("A", "10", "2"), row("B", "3", "4")))
    mine = replace(table(row("A", "1", "2"), row("B", "3", "40")), title=Words(fr="Budget", nl="Begroting"))
    blocks.edit_block(second, block, 1, mine)
    block.refresh_from_db()
    kept = block_of(block)
    assert isinstance(kept, PlanTable)
    assert kept.rows == (row("A", "10", "2"), row("B", "3", "40"))
    assert kept.title == Words(fr="Budget", nl="Begroting")


@pytest.mark.parametrize(
    "mine",
    [
        table(row("A", "11", "2"), row("B", "3", "4")),  # the same cell
        table(row("B", "3", "4"), row("A", "1", "2")),  # another order
        table(row("A", "1", "2")),  # a row less
        table(row("A bis", "1", "2"), row("B", "3", "4")),  # another name for the row
    ],
)
def test_two_who_change_what_cannot_be_told_apart_get_both_texts(document: Document, mine: PlanTable) -> None:
    first, second = making.adviser(document.entity), making.adviser(document.entity)
    block = added(document, table(row("A", "1", "2"), row("B", "3", "4")))
    blocks.edit_block(first, block, 1, table(row("A", "10", "2"), row("B", "3", "4")))
    with pytest.raises(Conflict) as raised:
        blocks.edit_block(second, block, 1, mine)
    assert raised.value.theirs["content"]["rows"][0]["cells"][0][2] == 10
    assert raised.value.ours["content"]["rows"] != raised.value.theirs["content"]["rows"]
    block.refresh_from_db()
    assert block.version == 2


def test_lines_of_words_that_both_changed_clash(document: Document) -> None:
    known = PlanTable("", "other", Words(), lines=(("a", "b"), ("c", "d")))
    block = added(document, known)
    first, second = making.adviser(document.entity), making.adviser(document.entity)
    blocks.edit_block(first, block, 1, replace(known, lines=(("a", "x"), ("c", "d"))))
    with pytest.raises(Conflict):
        blocks.edit_block(second, block, 1, replace(known, lines=(("a", "b"), ("c", "y"))))


def test_a_part_is_moved_and_removed(document: Document) -> None:
    user = making.adviser(document.entity)
    lines = [added(document, PlanSwotItem("", "threat", str(n), Words(fr=f"Menace {n}"))) for n in range(3)]
    section = document.sections.get(number="2")
    blocks.move_block(user, lines[2], section, lines[0])
    assert [(one.number, one.section) for one in plan_of(document.pk).swot] == [
        ("2", section.key),
        ("0", None),
        ("1", None),
    ]
    lines[0].refresh_from_db()
    blocks.remove_block(user, lines[0], "Doublon")
    assert [one.number for one in plan_of(document.pk).swot] == ["2", "1"]
