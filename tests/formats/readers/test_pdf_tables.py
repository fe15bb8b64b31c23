"""Ruled tables of a PDF: where one ends and the next begins, heads cut by the page, words broken in cells."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from filrouge.domain.reading.blocks import Extract
from filrouge.formats.readers.pdf.furniture import Thing, furniture
from filrouge.formats.readers.pdf.lines import Piece
from filrouge.formats.readers.pdf.tables import unbroken
from tests.formats.readers.making import extract, texts

Typeset = Callable[[str], Extract]
PAGE = """#set page(height: 12cm, width: 16cm, margin: (x: 2cm, y: 2.4cm),
  header: context { if here().page() > 1 [Plan d’essai] }, footer: context align(center, counter(page).display()))
#set text(size: 10pt, hyphenate: false)
#set table(stroke: 0.5pt)
"""
HEAD = "[*Faiblesses*], [*Menaces*], [*Objectifs*]"


@pytest.fixture
def typeset(tmp_path: Path) -> Typeset:
    """Reads what typst makes of a source, on small pages with a folio and, from the second on, a running title."""

    def run(source: str) -> Extract:
        return extract(tmp_path, "essai.pdf", typst.compile((PAGE + source).encode()))

    return run


def body(count: int, word: str = "Point") -> str:
    return ", ".join(f"[{word} {n}], [Risque {n}], [But {n}]" for n in range(count))


def table(*cells: str) -> str:
    return f"#table(columns: (1fr, 1fr, 1fr), {', '.join(cells)})\n\n"


def tables(found: Extract) -> dict[int, list[str]]:
    """The words of the first column of each table."""
    firsts: dict[int, list[str]] = {}
    for block in found.blocks:
        if block.cell and block.cell.column == 0:
            firsts.setdefault(block.cell.table, []).append(block.text)
    return firsts


class TestWhereTablesEnd:
    def test_text_between_parts_two_tables_of_one_page(self, typeset: Typeset) -> None:
        found = typeset(f"{table(HEAD, body(2))}Domaine 2 – Accueil\n\n{table(HEAD, body(2))}")
        assert tables(found) == {0: ["Faiblesses", "Point 0", "Point 1"], 1: ["Faiblesses", "Point 0", "Point 1"]}

    def test_a_line_over_the_table_at_the_top_of_a_page_parts_it_from_the_one_before(self, typeset: Typeset) -> None:
        found = typeset(f"{table(HEAD, body(3))}#pagebreak()\nDomaine 2 – Accueil\n\n{table(HEAD, body(3))}#lorem(90)")
        assert len(tables(found)) == 2

    def test_a_line_under_the_table_at_the_foot_of_a_page_parts_it_from_the_next(self, typeset: Typeset) -> None:
        found = typeset(f"{table(HEAD, body(3))}Source : la zone.\n\n#pagebreak()\n{table(body(3))}")
        assert len(tables(found)) == 2

    def test_nothing_but_folio_and_running_title_between_is_one_table(self, typeset: Typeset) -> None:
        found = typeset(f"Le plan.\n\n{table(HEAD, body(40))}")
        assert tables(found) == {0: ["Faiblesses", *(f"Point {n}" for n in range(40))]}
        outside = [block.text for block in found.blocks if block.text and block.cell is None]
        assert "Plan d’essai" in outside
        assert {"1", "2", "3"} <= set(outside)
        rows = [block.cell.row for block in found.blocks if block.cell and block.cell.column == 0]
        assert rows == list(range(41))

    def test_two_pages_are_enough(self, typeset: Typeset) -> None:
        found = typeset(f"Le plan.\n\n{table(HEAD, body(14))}")
        assert max(block.page or 0 for block in found.blocks) == 2
        assert len(tables(found)) == 1

    def test_notes_at_the_foot_part_nothing(self, typeset: Typeset) -> None:
        found = typeset(f"Le plan#footnote[Inventé.] de la zone.\n\n{table(HEAD, body(20))}")
        assert len(tables(found)) == 1

    def test_head_of_its_own_begins_a_table(self, typeset: Typeset) -> None:
        other = "[*Projet*], [*Agent*], [*Moment*]"
        found = typeset(f"#v(4cm)\n{table(HEAD, body(2))}#pagebreak()\n{table(other, body(2, 'Projet'))}")
        assert tables(found) == {0: ["Faiblesses", "Point 0", "Point 1"], 1: ["Projet", "Projet 0", "Projet 1"]}

    def test_bold_total_over_the_page_is_no_head(self, typeset: Typeset) -> None:
        rows = ", ".join(f"[Poste {n}], [{n}]" for n in range(9))
        columns = "#table(columns: (4cm, 2cm),"
        found = typeset(f"{columns} [*Poste*], [*2030*], {rows})\n#pagebreak()\n{columns} [*Total*], [*36*])")
        assert len(tables(found)) == 1

    def test_repeated_head_goes_on_only_from_a_full_page(self, typeset: Typeset) -> None:
        full = typeset(f"Le plan.\n\n{table(f'table.header({HEAD})', body(40))}")
        assert tables(full) == {0: ["Faiblesses", *(f"Point {n}" for n in range(40))]}
        cards = typeset(
            f"{'#v(6.9cm)'}Bas de page.\n\n#pagebreak()\n{table(HEAD, body(2))}#pagebreak()\n{table(HEAD, body(2))}"
        )
        assert len(tables(cards)) == 2

    def test_head_of_two_rows_cut_by_the_page(self, typeset: Typeset) -> None:
        head = (
            "table.cell(rowspan: 2)[*(en milliers d’EUR)*], table.cell(colspan: 2)[*2030*], "
            "table.cell(colspan: 2)[*2031*], [*Engagement*], [*Liquidation*], [*Engagement*], [*Liquidation*]"
        )
        columns = "#table(columns: (1.6fr, 1fr, 1fr, 1fr, 1fr),"
        found = typeset(f"#v(5.7cm)\nCrédits\n\n{columns} {head}, [Personnel], [1], [2], [3], [4])")
        pages = {block.text: block.page for block in found.blocks if block.cell}
        assert (pages["2030"], pages["Personnel"]) == (1, 2)
        years = [block.cell for block in found.blocks if block.text in ("2030", "2031") and block.cell]
        assert [(at.table, at.row, at.column, at.columns_spanned) for at in years] == [(0, 0, 1, 2), (0, 0, 3, 2)]
        names = [block.cell for block in found.blocks if block.text in ("Engagement", "Liquidation") and block.cell]
        assert [(at.table, at.row, at.column) for at in names] == [(0, 1, n) for n in (1, 2, 3, 4)]
        assert all(block.cell is None for block in found.blocks if block.text == "Plan d’essai")


class TestFurniture:
    def test_folio_and_running_titles(self) -> None:
        pages = [
            [Thing("Plan d’essai – page 4", 20, 30), Thing("Le texte", 60, 70), Thing("– 4 –", 800, 810)],
            [Thing("Plan d’essai – page 5", 21, 31), Thing("La suite", 60, 70), Thing("– 5 –", 800, 810)],
        ]
        assert [{thing.text for thing in found} for found in furniture(pages)] == [
            {"Plan d’essai – page 4", "– 4 –"},
            {"Plan d’essai – page 5", "– 5 –"},
        ]

    def test_number_of_a_table_is_no_running_title(self) -> None:
        pages = [[Thing(f"Tableau {n}", 60, 70), Thing("Le texte", 90, 100)] for n in (3, 4)]
        pages[1][1] = Thing("La suite", 90, 100)
        assert furniture(pages) == [set(), set()]

    def test_line_in_the_margin_seen_once(self) -> None:
        pages = [[Thing("Le titre", 60, 80)], [Thing("Plan", 30, 40), Thing("La suite", 60, 70)]]
        assert furniture(pages) == [set(), {Thing("Plan", 30, 40)}]

    def test_table_at_the_top_is_none_where_another_page_begins_low(self) -> None:
        grid = Thing("Poste\n2030", 60, 90, ruled=True)
        assert furniture([[Thing("Le titre", 200, 210)], [Thing("Plan", 30, 40), grid]])[1] == {Thing("Plan", 30, 40)}

    def test_one_page_and_no_page(self) -> None:
        assert furniture([]) == []
        assert furniture([[Thing("Le titre", 60, 80)], []]) == [set(), set()]


def lines(*found: str) -> list[Piece]:
    return [Piece(text, 72.0, 200.0, 100.0 + 12 * n, 10.0, False) for n, text in enumerate(found)]


def mended(words: str, *found: str) -> list[str]:
    return [piece.text for piece in unbroken(lines(*found), frozenset(words.split()))]


class TestBrokenWords:
    def test_words_in_cells_are_whole_with_both_halves_in_the_file(self, typeset: Typeset) -> None:
        prose = "Het plan is goed en gekeurd, en de sociaal-culturele kring doet mee."
        cell = r"goed-\ gekeurd door de sociaal-\ culturele kring"
        found = typeset(f"{prose}\n\n#table(columns: (4cm, 4cm), [{cell}], [x], [a], [b])")
        assert [text for text in texts(found) if "goed" in text][1:] == ["goedgekeurd"]
        assert "door de sociaal-culturele" in texts(found)
        assert found.text.count("kring") == 2

    def test_words_set_with_hyphens_by_the_program(self, typeset: Typeset) -> None:
        source = (
            '#set text(lang: "nl", hyphenate: true)\n#table(columns: (2.3cm, 4cm), [goedgekeurde doelstellingen], [x])'
        )
        joined = " ".join(texts(typeset(source)))
        assert "goedgekeurde doelstellingen" in joined

    @pytest.mark.parametrize(
        ("words", "found", "expected"),
        [
            ("", ("goed-", "gekeurd"), ["goedgekeurd"]),
            ("", ("is goed-", "gekeurd, zie bijlage"), ["is goedgekeurd,", "zie bijlage"]),
            ("sous-traitance", ("la sous-", "traitance des"), ["la sous-traitance", "des"]),
            ("", ("samen-", "werkings-", "verband"), ["samenwerkingsverband"]),
            ("", ("in- ", "en uitvoer"), ["in- ", "en uitvoer"]),
            ("", ("doel-", "en sleutelgroepen"), ["doel-", "en sleutelgroepen"]),
            ("partijen", ("de partij-", "en samen"), ["de partijen", "samen"]),
            ("", ("Noord-", "Holland"), ["Noord-", "Holland"]),
            ("", ("2030-", "fin"), ["2030-", "fin"]),
            ("", ("-", "un point"), ["-", "un point"]),
        ],
    )
    def test_joining(self, words: str, found: tuple[str, ...], expected: list[str]) -> None:
        assert mended(words, *found) == expected

    @given(st.lists(st.text("ab-A ", max_size=6), max_size=6))
    def test_no_letter_is_lost(self, found: list[str]) -> None:
        kept = "".join(piece.text for piece in unbroken(lines(*found), frozenset()))
        assert [c for c in kept if c.isalpha()] == [c for c in "".join(found) if c.isalpha()]
