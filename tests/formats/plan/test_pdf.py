"""The PDF of a plan: accessible, complete, and deaf to whatever an author wrote."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from filrouge.domain.model.framework import LANGUAGES
from filrouge.domain.model.plan import Plan, PlanRow, PlanSection, PlanTable, Words
from filrouge.formats.writers.plan.departing import Names
from filrouge.formats.writers.plan.pdf import pdf
from tests.formats.plan.filling import Filler, absent
from tests.formats.plan.plans import plans
from tests.formats.plan.samples import LEFT, NAMES, voice, zone


def written(plan: Plan, language: str = "fr", languages: tuple[str, ...] = (), names: Names = NAMES) -> bytes:
    return pdf(plan, voice=voice(language), names=names, departure=LEFT, languages=languages)


def text_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_every_field_that_a_reader_wants_is_in_the_file() -> None:
    """All but the section of the framework that a heading answers to, which is for who builds the document."""
    filler = Filler()
    text = text_of(written(filler.plan(), "fr", LANGUAGES, Names())).replace("\ufffe\r\n", "").replace("\u00ad", "")
    assert list(absent(filler.marks, text)) == ["PlanSection.framework_section"]
    assert "Répond" not in text


@pytest.mark.parametrize(("language", "region"), [("fr", "fr-BE"), ("nl", "nl-BE"), ("de", "de-BE"), ("en", "en-GB")])
def test_it_says_that_it_is_accessible_and_in_which_language(language: str, region: str) -> None:
    data = written(zone(), language)
    document = pypdfium2.PdfDocument(data)
    assert b"pdfuaid:part" in data
    assert f"/Lang({region})".encode() in data
    assert b"/MarkInfo" in data
    assert b"/StructTreeRoot" in data
    assert document.get_metadata_dict()["Title"].startswith(("Plan zonal", "Zonaal"))
    outline = [one.get_title() for one in document.get_toc()]
    assert len(outline) == len(zone().sections)


def test_the_same_plan_gives_the_same_file() -> None:
    assert written(zone()) == written(zone())


def test_the_version_the_page_and_the_fingerprint_stand_on_every_page() -> None:
    document = pypdfium2.PdfDocument(written(zone()))
    for number, page in enumerate(document, 1):
        text = page.get_textpage().get_text_bounded()
        assert "Version 3" in text
        assert f"{number} / {len(document)}" in text


@pytest.mark.parametrize("words", ["#panic()", "$x$ @y <z> *a* _b_ `c`", '"#read("/etc/passwd")"', "\\u{41} // x"])
def test_words_are_never_markup(words: str) -> None:
    plan = replace(zone(), title=Words(fr=words), sections=(PlanSection("s", Words(fr=words)), *zone().sections))
    text = text_of(written(plan))
    assert text.count(words.replace("`", "`")) >= 2


def boxes(data: bytes, word: str) -> list[tuple[int, float, float, float, float]]:
    """Where a word stands: page, left, bottom, right, top."""
    found = []
    for number, page in enumerate(pypdfium2.PdfDocument(data)):
        text = page.get_textpage()
        search = text.search(word)
        while (hit := search.get_next()) is not None:
            chars = [text.get_charbox(at) for at in range(hit[0], hit[0] + hit[1])]
            found.append((number, chars[0][0], chars[0][1], chars[-1][2], chars[0][3]))
    return found


def test_a_row_longer_than_what_is_left_of_a_page_goes_on_on_the_next() -> None:
    lines = tuple(
        ("Interne", "Habitants", "mars", " ".join(f"mot{row}x{word}" for word in range(150)), "Affiche", "Papier")
        for row in range(9)
    )
    data = written(replace(zone(), tables=(PlanTable("t1", "communication", Words(fr="Plan"), lines=lines),)))
    for row in range(9):
        for word in (0, 75, 149):
            ((page, _, bottom, right, top),) = boxes(data, f"mot{row}x{word} " if word < 149 else f"mot{row}x149")
            assert bottom > 60 and top < 775 and right < 540, "within what a page has for text"
    starts = [boxes(data, f"mot{row}x0 ")[0] for row in range(9)]
    for (page, _, bottom, _, _), (after, _, _, _, top) in pairwise(starts):
        assert after > page or top < bottom, "no row is printed over another"


@pytest.mark.parametrize("years", [2, 12, 18])
def test_figures_stand_beside_what_they_are_of(years: int) -> None:
    cells = tuple(("Cadre", 2020 + at, Decimal("1816852.5")) for at in range(years))
    table = PlanTable("t1", "staff", Words(fr="Cadre"), columns=("Cadre",), rows=(PlanRow("Quincaillerie", cells),))
    data = written(replace(zone(), tables=(table,)))
    ((label_page, _, _, right, _),) = boxes(data, "Quincaillerie")
    figures = [box for box in boxes(data, "852") if box[0] == label_page]
    assert len(figures) >= years
    assert min(box[1] for box in figures) > right


def test_what_no_font_has_does_not_stop_it() -> None:
    words = "Avenue \U0001f600 漢字 et \u0378 fin"
    text = text_of(written(replace(zone(), title=Words(fr=words))))
    assert "Avenue □ □□ et □ fin" in text


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(plans(), st.sampled_from(LANGUAGES))
def test_any_plan_can_be_set(plan: Plan, language: str) -> None:
    assert written(plan, language, LANGUAGES).startswith(b"%PDF-")
