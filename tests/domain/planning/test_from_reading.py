"""From a reading to a plan: no word is lost, everything has its place, and the place it came from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.planning.documents import INVENTED, invented, plan, reading, real
from filrouge.domain.language.lexicon import lexicon
from filrouge.domain.model import (
    Document,
    Facts,
    Framework,
    Item,
    Note,
    Paragraph,
    Place,
    Plan,
    Section,
)
from filrouge.domain.model.plan_json import to_json, verify
from filrouge.domain.planning.from_reading import plan_of
from filrouge.domain.planning.leftovers import Holding, level_words, words_of
from filrouge.domain.planning.lists import blocks_of
from filrouge.domain.planning.rich import Rich
from filrouge.domain.planning.richtext import parse, plain, render
from filrouge.domain.planning.showing import headings
from filrouge.domain.reading.attributes import role_of_head, role_of_line
from filrouge.domain.reading.swot import swot_kind
from tests.domain.reading.support import PLAN as PLAN_FRAMEWORK
from tests.domain.reading.support import section as framework_section

PARTS = ("title", "sections", "objectives", "actions", "swot", "risk_domains", "tables")


def texts(value: Any) -> Iterator[str]:
    """All that the JSON of a plan says; rich text as plain words."""
    if isinstance(value, dict):
        for name, one in value.items():
            if name not in {"id", "kind", "parent", "section", "origin", "framework_section"}:
                yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif isinstance(value, str):
        yield plain(parse(value)) if value.startswith("<") else value
    elif isinstance(value, Decimal):
        yield f"{value} {value:,}"  # as a page prints it, its thousands together or apart
    elif value is not None and not isinstance(value, bool):
        yield str(value)


def lost(document: Document, made: Plan) -> Counter[str]:
    """The words of the paragraphs that stand fewer times in the plan. Labels of lists are their numbering."""
    held = Counter(word for one in texts({name: to_json(made)[name] for name in PARTS}) for word in words_of(one))
    said = Counter(word for one in document.paragraphs for word in words_of(one.text))
    return said - held


def excused(document: Document, framework: Framework | None) -> Counter[str]:
    """The words that fields of the plan say otherwise, with how often they may be missing.

    The name of a statement's level is its ``kind``; the line above a list of strengths is the ``kind`` of each of them;
    the head of a line that gives an owner or a date is the name of a field; the small words between the names of owners
    part a list. What reading itself took for a running title or a table of
    contents is in no paragraph.
    """
    found: Counter[str] = Counter()
    for item in document.items:
        found.update(level_words(framework, item.kind, item.number or ""))
        found.update({"n", "nr", "no"})
    for paragraph in document.paragraphs:
        found.update(word for word in words_of(paragraph.text) if role_of_head(word) in {"owner", "due"})
        if document.swot and swot_kind(paragraph.text):
            found.update(words_of(paragraph.text))
        if role_of_line(paragraph.text) in {"owner", "due"}:
            found.update(words_of(paragraph.text.partition(":")[0]))
    for word in lexicon(document.language).stop_words:
        found[word] += sum(len(item.owners) for item in document.items)
    return found


def check_nothing_is_lost(path: Path) -> None:
    document, framework = reading(path)
    made = plan(path)
    verify(made)
    assert lost(document, made) - excused(document, framework) == Counter()
    assert len(made.objectives) + len(made.actions) == sum(not item.running for item in document.items)
    assert len(made.swot) == len(document.swot)
    assert len(made.tables) == len(document.tables)


@pytest.mark.parametrize(("name", "form"), INVENTED)
def test_no_word_of_an_invented_document_is_lost(name: str, form: str, tmp_path: Path) -> None:
    check_nothing_is_lost(invented(name, form, tmp_path))


def test_no_word_of_a_real_document_is_lost(reference_dir: Path) -> None:
    for path in real(reference_dir):
        check_nothing_is_lost(path)


@pytest.mark.parametrize("name", ["b-lettre-de-mission", "d-strategisch-plan"])
def test_every_part_says_where_it_was_read(name: str, tmp_path: Path) -> None:
    path = invented(name, "docx-styles", tmp_path)
    document, _ = reading(path)
    made = plan(path)
    for part in (*made.sections, *made.objectives, *made.actions, *made.swot, *made.risk_domains, *made.tables):
        assert part.origin is not None
        assert 0 <= part.origin.start <= part.origin.end <= len(document.text)
    for section in (one for one in made.sections if one.title):
        assert section.origin is not None
        assert str(section.title).split()[0] in document.text[section.origin.start : section.origin.end]


# --- by hand --------------------------------------------------------------------------------------------------------


class Text:
    """A document made line by line, each a paragraph."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.paragraphs: list[Paragraph] = []
        self.sections: list[Section] = []
        self.items: list[Item] = []
        self.at = 0

    def say(self, words: str, kind: str = "text", label: str | None = None, section: str | None = None) -> Place:
        line = f"{label} {words}" if label else words
        place = Place(self.at, self.at + len(line))
        self.lines.append(line)
        self.at += len(line) + 1
        under = section or (self.sections[-1].id if self.sections else None)
        self.paragraphs.append(Paragraph(words, place, kind, label, under))
        return place

    def head(self, title: str, number: str | None = None, printed: str | None = None) -> Place:
        id = f"s{len(self.sections) + 1}"
        place = self.say(title, "heading", printed or (f"{number}." if number else None), section=id)
        self.sections.append(Section(id, number, title, 1, place, place))
        return place

    def state(self, text: str, number: str, kind: str = "objective", label: str | None = None, **given: Any) -> None:
        place = self.say(text, "list", label or f"{number}.")
        self.item(place, given.pop("words", text), number, kind, **given)

    def item(self, place: Place, text: str, number: str | None, kind: str = "objective", **given: Any) -> None:
        section = given.pop("section", self.sections[-1].id if self.sections else None)
        parent = given.pop("parent", None)
        self.items.append(Item(f"i{len(self.items) + 1}", kind, number, text, section, parent, place, **given))

    def plan(self, facts: Facts | None = None, framework_used: Framework | None = None, **given: Any) -> Plan:
        numbers = count(1)
        document = Document(
            "\n".join(self.lines), "fr", None, 1.0, facts or Facts(), tuple(self.sections), tuple(self.paragraphs),
            tuple(self.items), **given,
        )  # fmt: skip
        return plan_of(document, new_id=lambda: f"n{next(numbers)}", framework=framework_used, id="p", entity="ZP")


def test_text_before_between_and_behind_statements_has_its_place() -> None:
    text = Text()
    text.head("Objectifs", "1")
    text.say("Avant.")
    text.state("Ouvrir deux guichets", "1")
    text.say("Parce que.")
    text.state("Mieux accueillir", "2")
    text.say("Après.")
    text.say("Une note.", "footnote")
    made = text.plan()
    assert made.sections[0].body.fr == "<p>Avant.</p><hr><p>Après.</p><p><sup>*</sup>\u00a0Une note.</p>"
    assert [one.details.fr for one in made.objectives] == ["<p>Parce que.</p>", ""]
    assert {one.section for one in made.objectives} == {made.sections[0].id}


def test_text_before_the_first_heading_becomes_a_section_without_title() -> None:
    text = Text()
    text.say("En bref.")
    text.head("Suite")
    made = text.plan()
    assert [(str(one.title), one.body.fr) for one in made.sections] == [("", "<p>En bref.</p>"), ("Suite", "")]


def test_a_document_without_words_is_an_empty_plan() -> None:
    assert Text().plan().sections == ()


def test_the_word_before_the_number_of_a_heading_stays() -> None:
    text = Text()
    text.head("Structure", "2", "Annexe 2.")
    assert text.plan().sections[0].number == "Annexe 2"


def test_what_a_statement_does_not_say_of_its_paragraph_goes_into_its_details() -> None:
    text = Text()
    text.head("Objectifs")
    text.state("Ouvrir deux guichets (DGX), voir la note jointe", "1", words="Ouvrir deux guichets", owners=("DGX",))
    made = text.plan().objectives[0]
    assert (made.owners, made.details.fr) == (("DGX",), "<p>voir la note jointe</p>")


def test_a_line_that_only_says_who_answers_is_not_said_twice() -> None:
    text = Text()
    text.head("Objectifs")
    text.state("Ouvrir deux guichets", "1", owners=("Accueil",))
    text.say("Responsable : Accueil")
    text.state("Mieux accueillir", "2", owners=("Accueil",))
    text.say("Responsable : Permanence")
    text.state("Écouter", "3")
    assert [one.details.fr for one in text.plan().objectives] == ["", "<p>Responsable : Permanence</p>", ""]


def test_an_action_serves_the_nearest_statement_above_that_is_none() -> None:
    text = Text()
    text.head("Objectifs")
    text.state("Ouvrir deux guichets", "1")
    text.state("Chercher un local", "1.1", "action", parent="i1")
    text.state("Écrire aux communes", "1.1.1", "action", parent="i2")
    made = text.plan()
    assert [one.contributions[0].objective for one in made.actions] == [made.objectives[0].id] * 2


def test_an_adoption_is_an_act_and_notes_are_kept() -> None:
    text = Text()
    place = text.head("Objectifs")
    made = text.plan(Facts(validated_by="Conseil"), notes=(Note("columns-reordered", "s1", place),))
    assert [(one.kind, one.on, one.body) for one in made.acts] == [("adoption", None, "Conseil")]
    assert made.notes == (("columns-reordered", place.start, place.end),)
    assert made.sections[0].origin is not None
    assert made.sections[0].origin.doubts == ("columns-reordered",)


def grouped(groups: list[tuple[str | None, str, list[str]]]) -> Plan:
    """Sections one under the other by their level (``>``), each with themes of these numbers."""
    text = Text()
    path: list[str] = []
    for number, mark, numbers in groups:
        text.head(f"Groupe {number}", number)
        section = text.sections[-1]
        path = [*path[: len(mark)], section.id]
        text.sections[-1] = replace(section, level=len(path), parent=path[-2] if len(path) > 1 else None)
        for one in numbers:
            text.state(f"Thème {number} {one}", one, "theme", section=section.id)
    return text.plan()


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ([("A", "", ["1", "2"]), ("B", "", ["1", "2", "3"])], "A.1 A.2 B.1 B.2 B.3"),
        ([("A", "", ["1", "2"]), ("B", "", ["3", "4"])], "1 2 3 4"),
        ([("1", "", []), ("a", ">", ["1"]), ("2", "", []), ("a", ">", ["1"])], "1.a.1 2.a.1"),
        ([("1", "", []), ("a", ">", ["1"]), ("b", ">", ["1"])], "a.1 b.1"),
        ([(None, "", ["1"]), (None, "", ["1"])], "1 1"),
        ([("A", "", ["1."]), ("B", "", ["1."])], "A.1 B.1"),
        ([("A", "", ["1", "1"]), ("B", "", ["2"])], "1 1 2"),
    ],
)
def test_numbers_that_clash_have_their_group_before_them(
    groups: list[tuple[str | None, str, list[str]]], expected: str
) -> None:
    made = grouped(groups)
    verify(made)
    assert " ".join(one.number for one in made.objectives) == expected


def test_a_heading_heads_its_statement_whatever_its_group() -> None:
    text = Text()
    for group in "AB":
        text.head(f"Partie {group}", group)
        above = text.sections[-1].id
        place = text.head(f"Accueil {group}", "1")
        text.sections[-1] = replace(text.sections[-1], level=2, parent=above)
        text.item(place, f"Accueil {group}", "1", "theme", section=above)
    made = text.plan()
    assert [one.number for one in made.objectives] == ["A.1", "B.1"]
    assert sorted(headings(made).values()) == sorted(one.id for one in made.objectives)


def numbered(*ids: str, number: str | None = None) -> Plan:
    text = Text()
    for id in ids:
        text.head(f"Titre {id}", number)
        text.sections[-1] = replace(text.sections[-1], framework_section=id)
    return text.plan(framework_used=NUMBERED)


NUMBERED = replace(
    PLAN_FRAMEWORK,
    sections=tuple(
        framework_section(id, number, id)
        for id, number in zip("abcdefg", [*"1 1.1 1.2 2 2.1 2.2".split(), None], strict=True)
    ),
)


def test_numbers_lost_with_the_text_are_deduced_from_the_framework_and_noted() -> None:
    made = numbered(*"gabcdf")
    assert [one.number for one in made.sections] == ["", "1", "1.1", "1.2", "2", "2.2"]
    assert [code for code, _, _ in made.notes] == ["number-deduced"] * 5
    assert all(not one.origin.doubts for one in made.sections if one.origin)


@pytest.mark.parametrize("ids", ["abcd", "abced", "abcdea"])
def test_numbers_are_not_deduced_from_too_little_or_another_order(ids: str) -> None:
    assert {one.number for one in numbered(*ids).sections} == {""}


def test_the_numbers_that_are_printed_stay() -> None:
    assert {one.number for one in numbered(*"abcdef", number="9").sections} == {"9"}


def html(*labelled: tuple[str, str]) -> str:
    lines = [Paragraph(words, Place(0, 0), "list" if label else "text", label or None) for label, words in labelled]
    return render(Rich(blocks_of(lines)))


def test_labelled_paragraphs_become_lists() -> None:
    assert html(("-", "a"), ("-", "b")) == "<ul><li><p>a</p></li><li><p>b</p></li></ul>"
    assert html(("3.", "a"), ("4.", "b")) == '<ol start="3"><li><p>a</p></li><li><p>b</p></li></ol>'
    assert html(("a)", "x"), ("b)", "y")) == '<ol type="a"><li><p>x</p></li><li><p>y</p></li></ol>'
    assert html(("I.", "x"), ("II.", "y")) == '<ol type="I"><li><p>x</p></li><li><p>y</p></li></ol>'
    assert html(("h)", "x"), ("i)", "y")) == '<ol start="8" type="a"><li><p>x</p></li><li><p>y</p></li></ol>'
    assert html(("3.2.1", "a"), ("", "b")) == "<p>3.2.1 a</p><p>b</p>"


def test_a_list_within_a_list_and_back() -> None:
    assert html(("1.", "a"), ("•", "b"), ("2.", "c")) == (
        "<ol><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ol>"
    )
    assert html(("•", "a"), ("1.", "b")) == "<ul><li><p>a</p></li></ul><ol><li><p>b</p></li></ol>"
    assert html(("•", "a:"), ("1.", "b"), ("•", "c")) == (
        "<ul><li><p>a:</p><ol><li><p>b</p></li></ol></li><li><p>c</p></li></ul>"
    )


labels = st.sampled_from(["", "•", "-", "1.", "2.", "3)", "a)", "b)", "i.", "A.", "(2)", "1.1", "Annexe 1", "o"])


@settings(deadline=None)
@given(st.lists(st.tuples(labels, st.text("ab :", min_size=1, max_size=4)), max_size=9))
def test_no_word_of_a_list_is_lost_and_order_stays(labelled: list[tuple[str, str]]) -> None:
    said = [word for _, words in labelled for word in words.replace(":", " ").split()]
    found = plain(parse(html(*labelled))).replace(":", " ").split()
    assert [word for word in found if set(word) <= set("ab")] == said


some_words = st.lists(st.sampled_from("guichet local le accueil DGX".split()), max_size=8).map(" ".join)


@settings(deadline=None)
@given(some_words, some_words)
def test_what_is_left_over_is_what_is_not_held(said: str, held: str) -> None:
    left = Counter(words_of(Holding([held], frozenset(), "fr").leftover(said)))
    missing = Counter(words_of(said)) - Counter(words_of(held))
    assert set((left - missing) + (missing - left)) <= {"le"}
