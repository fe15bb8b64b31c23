"""What changed between two documents: by what they say, not by where it stands."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import document

from filrouge.domain.comparison import Comparison, WordingChange, compare
from filrouge.domain.comparison.matching import out_of_order, paired
from filrouge.domain.comparison.wording import words
from filrouge.domain.model import Cell, Deadline, Document, Facts, Item, Paragraph, Place, Row, Section, Table

NOWHERE = Place(0, 1)


def item(number: str | None, text: str, kind: str = "objective", **more: Any) -> Item:
    return Item(f"{kind}{number}", kind, number, text, None, None, NOWHERE, **more)


def plan(*items: Item, **more: Any) -> Document:
    return Document("x", "fr", None, 1.0, items=items, **more)


def states(changes: tuple[WordingChange, ...]) -> list[tuple[str, str | None]]:
    return [(change.state, change.line.number) for change in changes]


def test_a_document_is_the_same_as_itself() -> None:
    assert compare(document(), document()).same


def test_statements_added_and_removed() -> None:
    before = plan(item("1", "Former les équipes de nuit"), item("2", "Rénover le bâtiment central"))
    after = plan(item("1", "Former les équipes de nuit"), item("2", "Ouvrir une antenne mobile à la campagne"))
    found = compare(before, after)
    assert [(c.state, c.line.text) for c in found.statements] == [
        ("removed", "Rénover le bâtiment central"),
        ("added", "Ouvrir une antenne mobile à la campagne"),
    ]
    assert found.counts == {"added": 1, "removed": 1, "changed": 0, "renumbered": 0}


def test_renumbering_is_told_apart_from_rewording() -> None:
    kept = ["Former les équipes de nuit", "Rénover le bâtiment central", "Publier un rapport annuel"]
    before = plan(*(item(str(n), text) for n, text in enumerate(kept, 1)))
    after = plan(item("1", "Accueillir les victimes"), *(item(str(n), text) for n, text in enumerate(kept, 2)))
    found = compare(before, after)
    assert states(found.statements) == [("added", "1"), ("renumbered", "2"), ("renumbered", "3"), ("renumbered", "4")]


def test_a_reworded_and_renumbered_statement_is_followed() -> None:
    before = plan(item("3", "Réduire de 10 % les vols dans les véhicules avant fin 2030"))
    after = plan(item("5", "Réduire de 15 % les vols dans les véhicules avant fin 2031"))
    (change,) = compare(before, after).statements
    assert change.state == "changed"
    assert [(p.state, p.text) for p in change.words if p.state != "same"] == [
        ("gone", "10"), ("new", "15"), ("gone", "2030"), ("new", "2031"),
    ]  # fmt: skip
    assert [(field.name, field.before, field.after) for field in change.fields] == [("number", "3", "5")]


def test_owner_deadline_and_quantity() -> None:
    late = Deadline("fin 2031", dt.date(2031, 12, 31), NOWHERE)
    before = plan(item("1", "Ouvrir un guichet", owners=("DGX",)))
    after = plan(item("1", "Ouvrir un guichet", owners=("DGY",), deadline=late))
    (change,) = compare(before, after).statements
    assert not change.reworded
    assert {field.name: (field.before, field.after) for field in change.fields} == {
        "owners": (("DGX",), ("DGY",)),
        "deadline": (None, ("fin 2031", dt.date(2031, 12, 31))),
    }


def test_a_statement_that_changes_level() -> None:
    (change,) = compare(plan(item("1", "Ouvrir un guichet")), plan(item("1", "Ouvrir un guichet", "action"))).statements
    assert [(field.name, field.before, field.after) for field in change.fields] == [("kind", "objective", "action")]


def table(title: str, *rows: tuple[str, str], kind: str = "staff") -> Table:
    made = tuple(Row(label, (Cell(label, 2031, "ETP", Decimal(value), NOWHERE),), NOWHERE) for label, value in rows)
    return Table("t", kind, title, "FTE", NOWHERE, rows=made)


def test_figures_cell_by_cell() -> None:
    before = plan(tables=(table("Personnel", ("Direction", "12.0"), ("Appui", "3"), ("Total", "15")),))
    after = plan(tables=(table("Personnel", ("Direction", "12"), ("Accueil", "4"), ("Total", "16")),))
    (change,) = compare(before, after).tables
    assert [(c.row, c.state, c.before, c.after) for c in change.cells] == [
        ("Accueil", "added", None, Decimal(4)),
        ("Total", "changed", Decimal(15), Decimal(16)),
        ("Appui", "removed", Decimal(3), None),
    ]
    assert change.cells[1].difference == 1


def test_tables_are_known_by_their_rows_when_their_title_changes() -> None:
    rows = (("Direction", "12"), ("Service d’appui", "3"), ("Total", "15"))
    found = compare(plan(tables=(table("Effectif", *rows),)), plan(tables=(table("Personnel prévu", *rows),)))
    assert not found.tables


def test_a_table_added_and_one_removed() -> None:
    before = plan(tables=(table("Personnel", ("Direction", "12")),))
    after = plan(tables=(table("Dépenses de communication", ("Affiches", "900"), kind="budget"),))
    assert [change.state for change in compare(before, after).tables] == ["added", "removed"]


def outlined(*titles: tuple[str | None, str, str | None], bodies: dict[str, str] | None = None) -> Document:
    """A document of sections (number, title, title of the parent), each with a body of its own."""
    text, sections, names = "", [], {}
    for rank, (number, title, parent) in enumerate(titles):
        start = len(text)
        text += f"{title}\n{(bodies or {}).get(title, f'{title} : {rank * 7919}.')}\n"
        names[title] = f"s{rank}"
        level = 2 if parent else 1
        place, heading = Place(start, len(text)), Place(start, start + len(title))
        sections.append(Section(f"s{rank}", number, title, level, place, heading, names.get(parent or "")))
    return Document(text, "fr", None, 1.0, sections=tuple(sections))


def sections(before: Document, after: Document) -> list[tuple[str, str]]:
    found = []
    for change in compare(before, after).sections:
        section = change.after or change.before
        assert section is not None
        found.append((change.state, section.title))
    return found


def test_sections_added_removed_renamed_renumbered() -> None:
    body = "Le corps compte cent douze membres, répartis sur trois sites et quatre services."
    before = outlined(("1", "Contexte", None), ("2", "Moyens", None), ("3", "Suivi", None), bodies={"Moyens": body})
    after = outlined(
        ("1", "Résumé", None), ("2", "Contexte", None), ("3", "Ressources humaines", None),
        bodies={"Ressources humaines": body},
    )  # fmt: skip
    assert sections(before, after) == [
        ("added", "Résumé"), ("renumbered", "Contexte"), ("changed", "Ressources humaines"), ("removed", "Suivi"),
    ]  # fmt: skip


def test_a_section_moved() -> None:
    names = ["Contexte", "Objectifs", "Personnel", "Calendrier", "Budget"]
    before = outlined(*((None, name, None) for name in names))
    after = outlined(*((None, name, None) for name in ["Budget", *names[:-1]]))
    assert sections(before, after) == [("moved", "Budget")]


def test_a_section_under_another_one() -> None:
    before = outlined((None, "Objectifs", None), (None, "Moyens", None), (None, "Calendrier", "Objectifs"))
    after = outlined((None, "Objectifs", None), (None, "Moyens", None), (None, "Calendrier", "Moyens"))
    assert sections(before, after) == [("moved", "Calendrier")]


def test_facts() -> None:
    before = replace(plan(), facts=Facts(title="Plan", legal_basis=("loi A", "loi B"), validated_by="Conseil"))
    after = replace(plan(), facts=Facts(title="PLAN", legal_basis=("loi B", "loi C"), validated_on=dt.date(2031, 2, 1)))
    assert [(c.name, c.before, c.after, c.state) for c in compare(before, after).facts] == [
        ("validated_on", None, dt.date(2031, 2, 1), "added"),
        ("validated_by", "Conseil", None, "removed"),
        ("legal_basis", ("loi A",), ("loi C",), "changed"),
    ]


def test_running_text_is_compared_without_what_is_compared_elsewhere() -> None:
    text = "Nous voulons servir mieux et plus vite.\nObjectif : ouvrir un guichet."
    changed = "Nous voulons servir mieux, plus vite et sans papier.\nObjectif : ouvrir deux guichets."

    def place(within: str, words: str) -> Place:
        return Place(within.index(words), within.index(words) + len(words))

    documents = [
        Document(
            one, "fr", None, 1.0,
            paragraphs=tuple(Paragraph(line, place(one, line)) for line in one.split("\n")),
            items=(Item("i", "objective", None, one.split(" : ")[1], None, None, place(one, one.split("\n")[1])),),
        )
        for one in (text, changed)
    ]  # fmt: skip
    found = compare(*documents)
    assert [change.line.text for change in found.paragraphs] == ["Nous voulons servir mieux, plus vite et sans papier."]
    assert len(found.statements) == 1


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_pieces_make_up_both_texts(before: str, after: str) -> None:
    pieces = words(before, after)
    assert "".join(piece.text for piece in pieces if piece.state != "new") == before
    assert "".join(piece.text for piece in pieces if piece.state != "gone") == after


@given(st.text("ab \n.", max_size=40), st.text("ab \n.", max_size=40))
def test_the_pieces_make_up_texts_that_are_much_alike(before: str, after: str) -> None:
    pieces = words(before, after)
    assert "".join(piece.text for piece in pieces if piece.state != "new") == before
    assert "".join(piece.text for piece in pieces if piece.state != "gone") == after


def test_very_long_texts_are_replaced_as_a_whole() -> None:
    pieces = words("mot " * 3000, "terme " * 3000)
    assert [piece.state for piece in pieces] == ["gone", "new"]


@given(
    st.lists(st.sampled_from(["un", "deux", "trois mots", ""]), max_size=6),
    st.lists(st.sampled_from(["un", "deux"]), max_size=6),
)
def test_each_thing_is_paired_at_most_once(before: list[str], after: list[str]) -> None:
    pairs = paired(before, after, str, lambda _: None)
    assert len({a for a, _ in pairs}) == len(pairs) == len({b for _, b in pairs})
    common = sum(min(before.count(word), after.count(word)) for word in ("un", "deux"))
    assert len(pairs) >= common


@pytest.mark.parametrize(
    ("order", "moved"), [([0, 1, 2], set()), ([2, 0, 1], {2}), ([1, 2, 3, 0], {0}), ([], set()), ([0, 3, 1, 2], {3})]
)
def test_the_fewest_are_said_to_be_moved(order: list[int], moved: set[int]) -> None:
    assert out_of_order(list(enumerate(order))) == moved


def test_many_changed_paragraphs_are_compared_in_bounded_time() -> None:
    def long(mark: str) -> Document:
        made = tuple(Paragraph(f"Paragraphe {n} {mark} {n * n}", Place(20 * n, 20 * n + 9)) for n in range(3000))
        return Document("x", "fr", None, 1.0, paragraphs=made)

    found: Comparison = compare(long("avant"), long("après"))
    assert len(found.paragraphs) == 3000
    assert all(change.state == "changed" for change in found.paragraphs)
