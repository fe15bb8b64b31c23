"""Strengths, weaknesses, opportunities and threats, wherever they stand. All texts are invented."""

from __future__ import annotations

import pytest

from filrouge.domain.reading import read
from filrouge.domain.reading.blocks import Builder, CellRef
from filrouge.domain.reading.swot import swot_kind
from tests.domain.reading.support import PLAN, lines_of


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Nos FORCES sont :", "strength"),
        ("Faiblesses", "weakness"),
        ("Onze kansen", "opportunity"),
        ("Les menaces (externes)", "threat"),
        ("Stärken", "strength"),
        ("Our weaknesses are:", "weakness"),
        ("Forces et faiblesses", None),
        ("Les forces de police locale de la zone", None),
        ("", None),
    ],
)
def test_headings_of_the_four_lists(words: str, kind: str | None) -> None:
    assert swot_kind(words) == kind


def test_four_numbered_lists() -> None:
    text = """Nos forces sont :
1. une équipe stable ;
2. un bon réseau.
Nos faiblesses sont :
1. un parc vieilli.
Nos opportunités sont :
1. une fusion proche.
Nos menaces sont :
1. la concurrence ;
2. la pénurie.

1. Une autre liste sans rapport.
"""
    swot = read(lines_of(text), [PLAN], "test-plan").swot
    assert [(s.kind, s.number, s.text) for s in swot] == [
        ("strength", "1", "une équipe stable"),
        ("strength", "2", "un bon réseau."),
        ("weakness", "1", "un parc vieilli."),
        ("opportunity", "1", "une fusion proche."),
        ("threat", "1", "la concurrence"),
        ("threat", "2", "la pénurie."),
    ]


def test_a_table_of_four_quarters() -> None:
    builder = Builder("docx")
    quarters = [
        (0, 0, ["Sterktes"]),
        (0, 1, ["Zwaktes"]),
        (1, 0, ["een hechte ploeg", "goede partners"]),
        (1, 1, ["oude wagens"]),
        (2, 0, ["Kansen"]),
        (2, 1, ["Bedreigingen"]),
        (3, 0, ["een fusie"]),
        (3, 1, ["de krappe arbeidsmarkt"]),
    ]
    for row, column, lines in quarters:
        for line in lines:
            builder.add(line, cell=CellRef(0, row, column))
    swot = read(builder.build(), [PLAN], "test-plan").swot
    assert [(s.kind, s.number, s.text) for s in swot] == [
        ("strength", "1", "een hechte ploeg"),
        ("strength", "2", "goede partners"),
        ("weakness", "1", "oude wagens"),
        ("opportunity", "1", "een fusie"),
        ("threat", "1", "de krappe arbeidsmarkt"),
    ]


def test_four_text_boxes() -> None:
    builder = Builder("docx")
    boxes = [
        ("Forces", ["une équipe"]),
        ("Faiblesses", ["un parc"]),
        ("Opportunités", ["un projet"]),
        ("Menaces", ["la crise"]),
    ]
    for rank, (head, lines) in enumerate(boxes):
        builder.add(head, box=rank, bold=True)
        for line in lines:
            builder.add(line, box=rank)
    swot = read(builder.build(), [PLAN], "test-plan").swot
    assert [s.text for s in swot] == ["une équipe", "un parc", "un projet", "la crise"]
