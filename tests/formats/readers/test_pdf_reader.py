"""PDF files: drawn by hand, and set by typst."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import typst

from filrouge.domain.reading.blocks import Extract
from filrouge.formats.readers.pdf.rules import Rule, grids
from tests.formats.readers.making import block_of, cells, extract, pdf, rule, show, texts

Read = Callable[..., Extract]
PROSE = (
    "Les partenaires de la zone se réunissent chaque trimestre pour suivre les engagements du plan et les corriger. "
)


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a PDF of these pages."""
    return lambda *pages, **more: extract(tmp_path, "essai.pdf", pdf(*pages, **more))


@pytest.fixture
def typeset(tmp_path: Path) -> Callable[[str], Extract]:
    """Reads what typst makes of a source."""

    def run(source: str) -> Extract:
        return extract(tmp_path, "essai.pdf", typst.compile(source.encode()))

    return run


class TestLines:
    def test_look_and_place(self, read: Read) -> None:
        found = read(show(72, 700, "TITRE", 16, bold=True) + show(72, 670, "Une ligne de texte."), title="Plan")
        head, line = block_of(found, "TITRE"), block_of(found, "Une ligne de texte.")
        assert (head.size, head.bold, head.caps, head.indent, head.page) == (16.0, True, True, 72.0, 1)
        assert (line.size, line.bold, line.caps, line.flow) == (11.0, False, False, "line")
        assert (found.format, found.title) == ("pdf", "Plan")

    def test_top_of_the_page_comes_first_whatever_the_order_of_drawing(self, read: Read) -> None:
        found = read(show(72, 600, "trois") + show(72, 700, "un") + show(72, 650, "deux"), show(72, 700, "quatre"))
        assert texts(found) == ["un", "deux", "trois", "quatre"]
        assert [b.page for b in found.blocks if b.text] == [1, 1, 1, 2]

    def test_pieces_of_a_word_are_joined_and_wide_gaps_become_tabs(self, read: Read) -> None:
        pieces = show(72, 700, "Sécu") + show(97.3, 700, "rité", bold=True) + show(300, 700, "12")
        assert texts(read(pieces)) == ["Sécurité\t12"]

    def test_bold_only_when_all_is(self, read: Read) -> None:
        found = read(show(72, 700, "Gras", bold=True) + show(110, 700, "maigre"))
        assert block_of(found, "Gras maigre").bold is False

    def test_automatic_number_of_a_bold_heading_may_be_light(self, read: Read) -> None:
        found = read(show(72, 700, "Partie 2 :") + show(127, 700, "Moyens", bold=True))
        assert block_of(found, "Partie 2 : Moyens").bold is True

    def test_bullet_that_touches_its_text(self, read: Read) -> None:
        lines = [("\x95", "Proximité"), ("o", "horaire"), ("-", "budget")]  # 95: the bullet in the encoding of the font
        page = "".join(
            show(72, 700 - 20 * n, sign.encode("latin-1").decode("cp1252"), bold=True) + show(78, 700 - 20 * n, text)
            for n, (sign, text) in enumerate(lines)
        )
        assert texts(read(page)) == ["• Proximité", "o horaire", "- budget"]

    def test_wider_step_parts_paragraphs(self, read: Read) -> None:
        heights = [700, 687, 674, 650, 637, 624]
        found = read("".join(show(72, y, f"ligne {y}") for y in heights))
        assert [b.text for b in found.blocks] == [
            "ligne 700",
            "ligne 687",
            "ligne 674",
            "",
            "ligne 650",
            "ligne 637",
            "ligne 624",
        ]

    @pytest.mark.parametrize(("turn", "matrix"), [(90, "0 1 -1 0"), (180, "-1 0 0 -1"), (270, "0 -1 1 0")])
    def test_turned_pages(self, read: Read, turn: int, matrix: str) -> None:
        places = {90: [(100, 100), (130, 100)], 180: [(400, 100), (400, 130)], 270: [(430, 700), (400, 700)]}[turn]
        drawn = "".join(
            f"BT /F1 11 Tf {matrix} {x} {y} Tm ({text}) Tj ET\n"
            for text, (x, y) in zip(["un", "deux"], places, strict=True)
        )
        assert texts(read(drawn, page_extra=f"/Rotate {(360 - turn) % 360}")) == ["un", "deux"]

    def test_watermark_is_left_out(self, read: Read) -> None:
        mark = "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (PROJET) Tj ET\n"
        assert texts(read(mark + show(72, 700, "Le texte du plan."))) == ["Le texte du plan."]

    def test_page_that_is_a_picture_is_a_doubt(self, tmp_path: Path) -> None:
        found = extract(tmp_path, "essai.pdf", pdf(show(72, 700, "Texte"), "", image=True))
        assert (texts(found), found.doubts) == (["Texte"], ("pages-without-text",))


class TestNotes:
    def test_mark_is_left_out_and_note_told(self, read: Read) -> None:
        page = (
            show(72, 700, "Le conseil") + show(125.5, 700, "2", 6, rise=4) + show(132, 700, "a décidé de tout revoir.")
        )
        page += "".join(show(72, 690 - 13 * n, "Une ligne du texte qui suit, assez longue.") for n in range(1, 4))
        page += rule(72, 120, 200, 120) + show(72, 108, "2", 5, rise=3) + show(76, 108, "Séance du 3 mai 2030.", 8)
        found = read(page)
        assert texts(found)[0] == "Le conseil a décidé de tout revoir."
        assert block_of(found, "Séance du 3 mai 2030.").footnote is True
        assert sum(b.footnote for b in found.blocks) == 1

    def test_marks_drawn_by_the_font(self, typeset: Callable[[str], Extract]) -> None:
        found = typeset(f"Le texte#footnote[La note.] continue. {PROSE * 3}")
        assert texts(found)[0].startswith("Le texte continue.")
        assert block_of(found, "La note.").footnote is True


class TestColumns:
    def test_two_columns_of_prose_are_read_one_after_the_other(self, typeset: Callable[[str], Extract]) -> None:
        source = f"Le titre en tête.\n\n#columns(2)[{PROSE * 3}\n\nMILIEU {PROSE * 3}]\n\nLa fin."
        text = " ".join(texts(typeset(f'#set page(height: 12cm)\n#set text(lang: "fr", hyphenate: false)\n{source}')))
        assert " ".join([PROSE.strip()] * 3) in text
        assert text.startswith("Le titre")
        assert text.index("MILIEU") < text.index("La fin")

    def test_unequal_columns_whose_baselines_differ(self, read: Read) -> None:
        left = "".join(show(72, 700 - 13 * n, f"gauche {n} avec assez de mots ici") for n in range(8))
        right = "".join(show(310, 694 - 13 * n, f"droite {n} avec assez de mots là") for n in range(6))
        found = texts(read(left + right + show(72, 500, "Dessous, une ligne.")))
        assert [text.split()[0] for text in found] == ["gauche"] * 8 + ["droite"] * 6 + ["Dessous,"]

    def test_aligned_figures_stay_rows_with_tabs(self, read: Read) -> None:
        rows = [
            ("Poste", "2030", "2031"),
            ("Personnel", "250.896", "251.000"),
            ("Achats", "", "13"),
            ("Total", "1", "2"),
        ]
        page = "".join(
            show(x, 700 - 15 * n, text)
            for n, row in enumerate(rows)
            for x, text in zip((72, 300, 400), row, strict=True)
            if text
        )
        assert texts(read(page)) == ["Poste\t2030\t2031", "Personnel\t250.896\t251.000", "Achats\t\t13", "Total\t1\t2"]

    def test_bullets_and_numbers_are_no_column(self, read: Read) -> None:
        page = "".join(
            show(72, 700 - 30 * n, f"{n + 1}.")
            + show(100, 700 - 30 * n, "Une tâche longue")
            + show(100, 687 - 30 * n, "et sa suite")
            for n in range(4)
        )
        found = [b for b in read(page).blocks if b.text]
        assert [b.text for b in found[:2]] == ["1.\tUne tâche longue", "et sa suite"]
        assert [b.indent for b in found[:2]] == [72.0, 100.0]


class TestGrids:
    def test_ruled_table_with_merged_cells(self, typeset: Callable[[str], Extract]) -> None:
        table = (
            "#table(columns: (4cm, 2cm, 2cm), "
            "table.cell(rowspan: 2)[Direction], table.cell(colspan: 2)[2030], [A], [B],"
            "[Une cellule sur deux lignes de texte], [1.816,2], [])"
        )
        found = typeset(f"Avant.\n\n{table}\n\nAprès.")
        assert cells(found) == [
            ("Direction", 0, 0, 1, 2),
            ("2030", 0, 1, 2, 1),
            ("A", 1, 1, 1, 1),
            ("B", 1, 2, 1, 1),
            ("Une cellule sur deux", 2, 0, 1, 1),
            ("lignes de texte", 2, 0, 1, 1),
            ("1.816,2", 2, 1, 1, 1),
        ]
        assert (texts(found)[0], texts(found)[-1]) == ("Avant.", "Après.")

    def test_table_goes_on_over_the_page(self, typeset: Callable[[str], Extract]) -> None:
        rows = ", ".join(f"[ligne {n}], [{n}]" for n in range(60))
        found = typeset(f"#table(columns: 2, {rows})")
        assert {b.cell.table for b in found.blocks if b.cell} == {0}
        assert [(text, row) for text, row, column, _, _ in cells(found) if column == 0] == [
            (f"ligne {n}", n) for n in range(60)
        ]

    def test_head_repeated_over_the_page_is_read_once(self, typeset: Callable[[str], Extract]) -> None:
        rows = ", ".join(f"[ligne {n}], [{n}]" for n in range(60))
        found = typeset(f"#table(columns: 2, table.header([Poste], [2030]), {rows})")
        assert [text for text, _, column, _, _ in cells(found) if column == 0] == [
            "Poste",
            *(f"ligne {n}" for n in range(60)),
        ]
        assert [row for _, row, column, _, _ in cells(found) if column == 0] == list(range(61))

    def test_frames_are_boxes(self, read: Read) -> None:
        def frame(x: float, y: float, *lines: str) -> str:
            drawn = "".join(show(x + 5, y + 60 - 13 * n, line) for n, line in enumerate(lines))
            return f"{x} {y} 200 80 re S\n{drawn}"

        page = (
            frame(300, 600, "Faiblesses", "Bâtiments") + frame(72, 600, "Forces", "Proximité") + show(72, 500, "Suite")
        )
        assert [(b.text, b.box) for b in read(page).blocks if b.text] == [
            ("Forces", 0),
            ("Proximité", 0),
            ("Faiblesses", 1),
            ("Bâtiments", 1),
            ("Suite", None),
        ]

    def test_chart_is_no_table(self, read: Read) -> None:
        lines = "".join(rule(100, 400 + 10 * n, 400, 400 + 10 * n) for n in range(10))
        lines += "".join(rule(100 + 30 * n, 400, 100 + 30 * n, 490) for n in range(11))
        found = read(lines + show(105, 402, "12 %") + show(72, 700, "Texte"))
        assert all(b.cell is None for b in found.blocks)

    def test_grid_from_rules_drawn_in_pieces(self) -> None:
        lying = [Rule(True, y, x, x + 50) for y in (0, 20, 41) for x in (0, 50)]
        standing = [Rule(False, x, y, y + 20) for x in (0, 50.5, 100) for y in (0, 20)]
        (grid,) = grids([*lying, *standing, Rule(True, 300, 0, 90)])
        assert [(c.row, c.column, c.rows, c.columns) for c in grid.cells] == [
            (0, 0, 1, 1),
            (0, 1, 1, 1),
            (1, 0, 1, 1),
            (1, 1, 1, 1),
        ]
