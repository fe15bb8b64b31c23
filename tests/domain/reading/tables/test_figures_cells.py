"""Staff and budget tables in real cells, and tables of words. All tables are invented."""

from __future__ import annotations

from collections.abc import Sequence

from domain.reading.tables.support import Cellish, add_table, cells, figures
from filrouge.domain.model import Table
from filrouge.domain.reading.blocks import Builder, CellRef
from filrouge.domain.reading.tables import find_grids, find_tables


def only(rows: Sequence[Sequence[Cellish]], *before: str, language: str = "fr", after: Sequence[str] = ()) -> Table:
    extract = cells(rows, before=before, after=after)
    tables = find_tables(extract, language)
    assert len(tables) == 1, [t.table.title for t in tables]
    for cell in tables[0].table.cells:
        assert any(c.isdigit() for c in extract.text[cell.place.start : cell.place.end])
    assert tables[0].notes == ()
    return tables[0].table


def test_merged_years_over_levels() -> None:
    table = only(
        [
            [("Directie", 1, 2), ("2026", 3), ("2027", 3)],
            ["A", "B", "Totaal", "A", "B", "Totaal"],
            ["Korpsleiding", "2", "1,5", "3,5", "2", "2", "4"],
            ["Wijkwerking en\nonthaal", "1", "20", "21", "1", "-", "21"],
            ["Totaal", "3", "21,5", "24,5", "3", "22", "25"],
        ],
        "Personeelsbehoefte in VTE:",
        language="nl",
    )
    assert (table.kind, table.unit, table.title) == ("staff", "FTE", "Personeelsbehoefte in VTE")
    assert table.columns == ("A", "B", "Totaal")
    assert figures(table)["Wijkwerking en onthaal"] == [
        *("2026 A 1", "2026 B 20", "2026 Totaal 21", "2027 A 1", "2027 Totaal 21"),
    ]
    assert [row.total for row in table.rows] == [False, False, True]


def test_years_with_blanks_instead_of_merged_cells() -> None:
    table = only(
        [
            ["en KEUR", "2024 INI", "", "2025 prop", ""],
            ["", "CE", "CL", "CE", "CL"],
            ["Personnel", "1.250", "1.240", "1.260", "1.255"],
            ["Fonctionnement", "300", "310", "", "305"],
        ],
        "Budget",
    )
    assert (table.kind, table.unit, table.columns) == ("budget", "KEUR", ("CE", "CL"))
    assert figures(table)["Fonctionnement"] == ["2024 CE 300", "2024 CL 310", "2025 CL 305"]


def test_years_as_heads() -> None:
    table = only(
        [
            ["Nature de la dépense (en EUR)", "2031", "2032"],
            ["Personnel", "9.120.000", "9.480.500"],
            ["Numérisation", "1.750.000 €", "2.100.000 €"],
        ]
    )
    assert (table.kind, table.unit) == ("budget", "EUR")
    assert figures(table)["Numérisation"] == ["2031 1750000", "2032 2100000"]


def test_a_year_within_each_head() -> None:
    table = only(
        [
            ["Programm", "Ansatz 2025", "Ansatz 2026"],
            ["Personal", "1.200", "1.250"],
            ["Betrieb", "300", "310"],
        ],
        "Haushalt in Tausend Euro",
        language="de",
    )
    assert (table.kind, table.unit) == ("budget", "KEUR")
    assert figures(table)["Betrieb"] == ["2025 Ansatz 300", "2026 Ansatz 310"]


def test_the_title_may_be_the_first_row() -> None:
    table = only(
        [
            [("Effectifs au 1er janvier 2026 (ETP)", 3)],
            ["Service", "Ops", "CALog"],
            ["Direction", "2", "1,5"],
            ["Proximité", "14", "2"],
        ]
    )
    assert table.title == "Effectifs au 1er janvier 2026 (ETP)"
    assert figures(table)["Proximité"] == ["2026 Ops 14", "2026 CALog 2"]


def test_years_in_the_last_row_or_the_line_above() -> None:
    rows: list[list[Cellish]] = [["Staff", "A", "B", "A", "B"], ["Command", "1", "2", "1", "3"]]
    below = only([*rows, ["", ("2025", 2), ("2026", 2)]], "Staff in FTE", language="en")
    above = only(rows, "Staff in FTE", "2025 2026", language="en")
    assert figures(below) == figures(above) == {"Command": ["2025 A 1", "2025 B 2", "2026 A 1", "2026 B 3"]}


def test_ranks_and_groups_before_the_labels_are_left_out() -> None:
    table = only(
        [
            ["N°", "Programme", "2024", "2025"],
            ["1", "Prévention", "100", "110"],
            ["2", "Sécurité", "200", "210"],
        ],
        "Budget en EUR",
    )
    grouped = only(
        [
            ["Groupe", "Poste", "2024", "2025"],
            [("Base", 1, 2), "Personnel", "100", "110"],
            ["Fonctionnement", "20", "21"],
        ],
        "Budget en EUR",
    )
    assert list(figures(table)) == ["Prévention", "Sécurité"]
    assert list(figures(grouped)) == ["Personnel", "Fonctionnement"]


def test_remarks_after_the_figures_are_left_out() -> None:
    table = only(
        [["Poste", "Montant", "Remarque"], ["Véhicules", "12.000", "achat groupé"], ["Radios", "3.500", ""]],
        "Budget 2025 en EUR",
    )
    assert figures(table) == {"Véhicules": ["2025 Montant 12000"], "Radios": ["2025 Montant 3500"]}


def test_one_head_under_two_groups_takes_the_name_of_its_group() -> None:
    table = only(
        [
            [("Service", 1, 2), ("Cadre opérationnel", 2), ("Cadre administratif", 2)],
            ["Prévu", "Réel", "Prévu", "Réel"],
            ["Recherche", "12", "11,5", "3", "2"],
        ],
        "Personnel",
    )
    assert table.columns == (
        *("Cadre opérationnel Prévu", "Cadre opérationnel Réel"),
        *("Cadre administratif Prévu", "Cadre administratif Réel"),
    )


def test_a_caption_below_a_table() -> None:
    rows = [["Service", "2025", "2026"], ["Accueil", "3,5", "4"]]
    assert only(rows, after=["Tableau 2 : Effectifs en ETP"]).title == "Tableau 2 : Effectifs en ETP"


def test_a_plan_of_actions_with_amounts_is_no_table_of_figures() -> None:
    rows: list[list[Cellish]] = [
        ["Action", "Responsable", "Budget", "Délai"],
        ["Acheter des radios", "Service logistique", "12.000", "juin 2026"],
        ["Former les agents", "Service du personnel", "3.500", "fin 2027"],
    ]
    assert find_tables(cells(rows, before=["Plan d’actions"]), "fr") == ()


STAFF_ROWS = [["Poste", "2025", "2026"], ["Accueil", "3,5", "4"], ["Proximité", "12", "13,5"]]


def on_pages(*parts: tuple[str, int, int, list[list[str]]]) -> Builder:
    """A PDF: for each part a line of words (or ""), the rank of its table, its page, and its rows; a first row whose
    cells are all years or words is bold."""
    builder = Builder("pdf")
    rows_of: dict[int, int] = {}
    for words, table, page, rows in parts:
        if words:
            builder.add(words, flow="line", page=page)
        for row in rows:
            rank = rows_of[table] = rows_of.get(table, -1) + 1
            head = row == rows[0] and not any("," in text for text in row)
            for c, text in enumerate(row):
                if text:
                    look = {"bold": head, "indent": 60.0 + 80 * c, "page": page}
                    builder.add(text, flow="line", cell=CellRef(table, rank, c), **look)
    return builder


def test_two_tables_of_one_shape_that_a_page_gives_as_one() -> None:
    made = on_pages(("Personnel en ETP", 0, 1, STAFF_ROWS), ("Budget en KEUR", 0, 1, STAFF_ROWS))
    staff, budget = (t.table for t in find_tables(made.build(), "fr"))
    assert (staff.kind, budget.kind) == ("staff", "budget")
    assert (
        figures(staff) == figures(budget) == {"Accueil": ["2025 3.5", "2026 4"], "Proximité": ["2025 12", "2026 13.5"]}
    )


def test_a_part_without_heads_has_those_of_the_part_before() -> None:
    made = on_pages(("Personnel en ETP", 0, 1, STAFF_ROWS), ("Budget en KEUR", 0, 1, [["Véhicules", "1.000,5", "900"]]))
    _, budget = (t.table for t in find_tables(made.build(), "fr"))
    assert figures(budget) == {"Véhicules": ["2025 1000.5", "2026 900"]}


def test_a_page_number_does_not_cut_a_table() -> None:
    made = on_pages(("Personnel en ETP", 0, 1, STAFF_ROWS), ("12", 0, 2, [["Recherche", "8,5", "8,5"]]))
    (staff,) = (t.table for t in find_tables(made.build(), "fr"))
    assert list(figures(staff)) == ["Accueil", "Proximité", "Recherche"]


def test_heads_at_the_foot_of_a_page_belong_to_the_rows_on_the_next() -> None:
    """Where the page ends under merged heads, their width is lost: each covers the columns that begin under it."""
    rows = [["", "A", "B", "A", "B"], ["Accueil", "1", "2,5", "1", "3,5"], ["Proximité", "2", "8,5", "2", "9,5"]]
    made = on_pages(("Personnel en ETP", 0, 1, [["Service", "2025", "", "2026"]]), ("7", 1, 2, rows))
    (staff,) = (t.table for t in find_tables(made.build(), "fr"))
    assert figures(staff)["Accueil"] == ["2025 A 1", "2025 B 2.5", "2026 A 1", "2026 B 3.5"]


def test_a_word_broken_at_the_end_of_a_line_of_a_cell_is_mended() -> None:
    builder = Builder("pdf")
    builder.add("Effectifs en ETP du secrétariat et du support, dont l’ex-garde", flow="line")
    rows = [["Service", "2025"], ["Secrétariat et sup-\nport de l’ex-\ngarde", "3,5"], ["Accueil", "4"]]
    add_table(builder, rows, 0)
    (found,) = find_tables(builder.build(), "fr")
    assert list(figures(found.table)) == ["Secrétariat et support de l’ex-garde", "Accueil"]


def test_a_table_of_words_is_kept_row_by_row() -> None:
    rows: list[list[Cellish]] = [[("Terme", 2)], ["ZP", "Zone de police"], ["CZ", "Conseil zonal\net collège"]]
    extract = cells(rows, before=["Glossaire"])
    (found,) = find_grids(extract)
    assert find_tables(extract, "fr") == ()
    assert (found.table.id, found.table.kind, found.table.title) == ("grid-1", "other", "Glossaire")
    assert found.table.lines == (("Terme", ""), ("ZP", "Zone de police"), ("CZ", "Conseil zonal et collège"))
    assert find_grids(extract, frozenset(found.blocks)) == ()
