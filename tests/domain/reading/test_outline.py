"""Headings by style, number or look, and how they nest. All texts are invented."""

from __future__ import annotations

from filrouge.domain.model import Section
from filrouge.domain.reading.blocks import Builder, Extract
from filrouge.domain.reading.levels import LevelNames
from filrouge.domain.reading.lines import read_lines
from filrouge.domain.reading.outline import build_outline
from filrouge.domain.reading.paragraphs import build_paragraphs
from tests.domain.reading.support import PLAN, lines_of

BODY = "Le service décrit ici ce qu’il compte faire, avec qui et dans quel délai, en quelques phrases."


def outline(extract: Extract, framework: object = None) -> tuple[Section, ...]:
    known = PLAN if framework is PLAN else None
    paras = build_paragraphs(read_lines(extract, frozenset()).lines)
    return build_outline(paras, known, LevelNames(known), len(extract.text)).sections


def shape(sections: tuple[Section, ...]) -> list[tuple[int, str | None, str]]:
    return [(s.level, s.number, s.title) for s in sections]


def test_numbers_say_the_depth() -> None:
    text = f"1. Cadre\n\n{BODY}\n\n1.1 Contexte\n\n{BODY}\n\n1.2 Méthode\n\n{BODY}\n\n2. Moyens\n\n{BODY}"
    assert shape(outline(lines_of(text))) == [
        (1, "1", "Cadre"),
        (2, "1.1", "Contexte"),
        (2, "1.2", "Méthode"),
        (1, "2", "Moyens"),
    ]


def test_capitals_stand_below_titles_seen_before_them() -> None:
    text = (
        f"Notre culture\n\n{BODY}\n\nUNE ZONE À L’ÉCOUTE\n\n{BODY}\n\nUNE ZONE AGILE\n\n{BODY}\n\nNos moyens\n\n{BODY}"
    )
    assert shape(outline(lines_of(text))) == [
        (1, None, "Notre culture"),
        (2, None, "UNE ZONE À L’ÉCOUTE"),
        (2, None, "UNE ZONE AGILE"),
        (1, None, "Nos moyens"),
    ]


def test_plain_titles_stand_below_numbered_ones() -> None:
    text = f"Partie 1 : Analyse\n\nAvis\n\n{BODY}\n\n1. VOLS\n\n{BODY}\n\nHabitations\n\n{BODY}\n\nVéhicules\n\n{BODY}"
    assert [(s.level, s.title) for s in outline(lines_of(text))] == [
        (1, "Analyse"),
        (2, "Avis"),
        (2, "VOLS"),
        (3, "Habitations"),
        (3, "Véhicules"),
    ] or [(s.level, s.title) for s in outline(lines_of(text))][2:] == [
        (2, "VOLS"),
        (3, "Habitations"),
        (3, "Véhicules"),
    ]


def test_a_list_of_short_numbered_lines_is_no_heading() -> None:
    text = f"Nos valeurs\n\n{BODY}\n\n1. Le respect\n2. Le courage\n3. L’écoute\n\n{BODY}"
    assert [s.title for s in outline(lines_of(text))] == ["Nos valeurs"]


def test_a_menu_a_cover_and_a_repeated_button_are_no_headings() -> None:
    text = (
        "Plan imaginaire\n\nVersion courte\n\nAccueil\nContexte\nMéthode\nSuites\n\n"
        f"{BODY}\n\nContexte\n\n{BODY}\n\nSuites\n\n{BODY}"
    )
    assert [s.title for s in outline(lines_of(text))] == ["Contexte", "Suites"]


def test_words_of_the_framework_are_headings_without_any_look() -> None:
    text = f"Préliminaires.\nNotre mission\n{BODY}\nObjectifs stratégiques\n{BODY}\nPlans d’action\n{BODY}"
    sections = outline(lines_of(text), PLAN)
    assert [s.framework_section for s in sections] == ["mission", "objectives", "actions"]


def test_styles_win_over_looks() -> None:
    builder = Builder("docx")
    for text, heading in [("Cadre", 1), (BODY, None), ("Le détail", 2), (BODY, None), ("Suite", 1), (BODY, None)]:
        builder.add(text, heading=heading)
    assert shape(outline(builder.build())) == [(1, None, "Cadre"), (2, None, "Le détail"), (1, None, "Suite")]


def test_size_and_weight_make_headings_where_styles_are_missing() -> None:
    builder = Builder("docx")
    rows = [("Cadre", 16.0, True), (BODY, 11.0, False), ("Le détail", 13.0, True), (BODY, 11.0, False)]
    for text, size, bold in [*rows, ("Suite", 16.0, True), (BODY, 11.0, False)]:
        builder.add(text, size=size, bold=bold)
    assert shape(outline(builder.build())) == [(1, None, "Cadre"), (2, None, "Le détail"), (1, None, "Suite")]


def test_sections_cover_the_text_without_gaps() -> None:
    text = f"1. Cadre\n\n{BODY}\n\n1.1 Contexte\n\n{BODY}\n\n2. Moyens\n\n{BODY}"
    extract = lines_of(text)
    one, context, two = outline(extract)
    assert one.place.end == two.place.start
    assert context.parent == one.id
    assert two.place.end == len(extract.text)
    assert extract.text[context.heading.start : context.heading.end] == "1.1 Contexte"
