"""Staff and budget tables in flattened text. All tables are invented."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reading.tables.support import figures, lines
from filrouge.domain.model import Table
from filrouge.domain.reading.tables import FoundTable, find_tables


def found(text: str, language: str | None = None) -> list[FoundTable]:
    extract = lines(text)
    tables = list(find_tables(extract, language))
    for table in tables:
        for cell in table.table.cells:
            printed = extract.text[cell.place.start : cell.place.end]
            assert any(c.isdigit() for c in printed), f"{cell} stands at {printed!r}"
    return tables


def only(text: str, language: str | None = None) -> Table:
    tables = found(text, language)
    assert len(tables) == 1, [t.table.title for t in tables]
    return tables[0].table


DUTCH_STAFF = """5.1 Personeelsbehoefte

Tabel 3: Personeelsplan in VTE
2026 2027
Directie A B C D Totaal A B C D Totaal
Korpsleiding 2 1 0 1 4 2 1 0 1 4
Interventie en
onthaal 5 12,5 40 3 60,5 5 13,5 41 3 62,5
Lokale recherche 1 8 12 0 21 1 8 12 0 21
Totaal 8 21,5 52 4 85,5 8 22,5 53 4 87,5

Deze tabel wordt elk jaar herzien.
"""


def test_staff_by_level_with_years_above() -> None:
    table = only(DUTCH_STAFF, "nl")
    assert (table.kind, table.unit, table.title) == ("staff", "FTE", "Tabel 3: Personeelsplan in VTE")
    assert table.columns == ("A", "B", "C", "D", "Totaal")
    assert figures(table)["Interventie en onthaal"] == [
        *("2026 A 5", "2026 B 12.5", "2026 C 40", "2026 D 3", "2026 Totaal 60.5"),
        *("2027 A 5", "2027 B 13.5", "2027 C 41", "2027 D 3", "2027 Totaal 62.5"),
    ]
    assert [row.label for row in table.rows] == ["Korpsleiding", "Interventie en onthaal", "Lokale recherche", "Totaal"]
    assert [row.total for row in table.rows] == [False, False, False, True]


def test_the_blocks_of_a_table_leave_the_text_around_it() -> None:
    (table,) = found(DUTCH_STAFF, "nl")
    taken = [lines(DUTCH_STAFF).blocks[rank].text for rank in table.blocks]
    assert taken[0] == "2026 2027"
    assert taken[-1].startswith("Totaal")
    assert [note.code for note in table.notes] == ["table-rebuilt"]
    assert dict(table.notes[0].params) == {"kind": "staff"}


def test_budget_in_commitment_and_payment_appropriations() -> None:
    table = only(
        """7.2 Begroting

De onderstaande bedragen zijn in duizend euro.

Programma VAK 2025 VEK 2025 VAK 2026 VEK 2026
Personeel 12.345 12.300 12.500 12.450
Werking 2.010 1.998 2.100 2.050
Investeringen - 450 300 275
Algemeen totaal 14.355 14.748 14.900 14.775

Tekst na de tabel met 3 cijfers.
""",
        "nl",
    )
    assert (table.kind, table.unit, table.columns) == ("budget", "KEUR", ("VAK", "VEK"))
    assert figures(table)["Investeringen"] == ["2025 VEK 450", "2026 VAK 300", "2026 VEK 275"]
    assert figures(table)["Algemeen totaal"][0] == "2025 VAK 14355"


YEARS_BELOW = """4.3. Effectif

M : mandataires
S : statutaires
C : contractuels

Directions M1 S C Total M1 S C Total

Secrétariat général et
appui

1 3,5 1 5,5 1 4 1 6

Recherche 0 40 2 42 0 41 2 43

1 43,5 3 47,5 1 45 3 49

1 au sens de l’arrêté

2030 2031

4.4. Finances

TAB A1

en KEUR CE CL CE CL (10, 20 et 30)

Base

Personnel 1.250 1.240 1.260 1.255

Fonds 12 6.030 6.030 0 0 hors dotation

Fonds des entreprises de sécurité et des

services internes 95 95 94 94

TOTAL BASE 7.375 7.365 1.354 1.349

TAB A2

en KEUR CE CL CE CL

Enveloppe 1 1.000 990 1.010 1.005

Enveloppe 2 (asile) 250 250 250 250

TOTAL GENERAL 1.250 1.240 1.260 1.255

2030 INI 2031 prop

2030 INI 2031 prop
"""


def test_years_below_the_figures_and_marks_on_heads() -> None:
    staff, first, second = (t.table for t in found(YEARS_BELOW, "fr"))
    assert (staff.kind, staff.title, staff.columns) == ("staff", "Effectif", ("M", "S", "C", "Total"))
    assert figures(staff)["Secrétariat général et appui"] == [
        *("2030 M 1", "2030 S 3.5", "2030 C 1", "2030 Total 5.5"),
        *("2031 M 1", "2031 S 4", "2031 C 1", "2031 Total 6"),
    ]
    assert (staff.rows[-1].label, staff.rows[-1].total) == ("", True)
    assert (first.kind, first.unit, first.title) == ("budget", "KEUR", "TAB A1")
    assert [row.label for row in first.rows] == [
        "Personnel",
        "Fonds 12",
        "Fonds des entreprises de sécurité et des services internes",
        "TOTAL BASE",
    ]
    assert figures(first)["Fonds 12"] == ["2030 CE 6030", "2030 CL 6030", "2031 CE 0", "2031 CL 0"]
    assert figures(second)["Enveloppe 1"] == ["2030 CE 1000", "2030 CL 990", "2031 CE 1010", "2031 CL 1005"]


def test_lines_of_years_below_belong_to_their_tables() -> None:
    tables = found(YEARS_BELOW, "fr")
    text = lines(YEARS_BELOW)
    assert [[text.blocks[rank].text for rank in table.apart] for table in tables] == [
        ["2030 2031"],
        ["2030 INI 2031 prop"],
        ["2030 INI 2031 prop"],
    ]


def test_thousands_parted_by_spaces() -> None:
    table = only(
        """Budget (en EUR)
Poste 2024 2025 2026
Personnel 1 250 000 1 275 500 1 300 000
Fonctionnement 250 000 260 000 270 000
Investissement 98 500 0 12 000
Total 1 598 500 1 535 500 1 582 000
""",
        "fr",
    )
    assert (table.kind, table.unit) == ("budget", "EUR")
    assert figures(table)["Investissement"] == ["2024 98500", "2025 0", "2026 12000"]
    assert figures(table)["Total"] == ["2024 1598500", "2025 1535500", "2026 1582000"]


def test_thousands_parted_by_no_break_spaces() -> None:
    table = only(
        "Kredieten in EUR\nPost 2024 2025\n"
        "Personeel 1\u00a0250\u00a0000 1\u00a0275\u00a0500\nFonds 2 250\u00a0000 260\u00a0000\n",
        "nl",
    )
    assert figures(table) == {"Personeel": ["2024 1250000", "2025 1275500"], "Fonds 2": ["2024 250000", "2025 260000"]}


def test_one_year_named_by_the_title() -> None:
    table = only(
        """Effectifs au 31 décembre 2024
Service Statutaires Contractuels Total
Direction 3 1 4
Intervention 45,5 2 47,5
Total 48,5 3 51,5
""",
        "fr",
    )
    assert figures(table)["Intervention"] == ["2024 Statutaires 45.5", "2024 Contractuels 2", "2024 Total 47.5"]


def test_one_column_of_figures() -> None:
    table = only(
        """Répartition du budget en euros
Rubrique Budget 2025
Personnel 1.250.000
Fonctionnement 250.000
Investissements 98.500
Total 1.598.500

Le reste suit en 2026.
""",
        "fr",
    )
    assert table.kind == "budget"
    assert figures(table)["Total"] == ["2025 1598500"]


def test_german_staff_by_year() -> None:
    table = only(
        """Personalplan in VZÄ

Dienststelle 2025 2026 2027
Direktion 4 4 4
Einsatz und
Verkehr 32,5 33 33,5
Gesamt 36,5 37 37,5
""",
        "de",
    )
    assert (table.kind, table.unit) == ("staff", "FTE")
    assert figures(table)["Einsatz und Verkehr"] == ["2025 32.5", "2026 33", "2027 33.5"]
    assert table.rows[-1].total


def test_english_figures_and_negative_ones() -> None:
    table = only(
        """Table 2 – Budget in thousands of euro
Item 2025 2026
Staff 1,234.5 1,300.0
Running costs 250.25 260.5
Investment 98.0 (12.5)
Grand total 1,582.75 1,548.0
""",
        "en",
    )
    assert (table.kind, table.unit) == ("budget", "KEUR")
    assert figures(table)["Staff"] == ["2025 1234.5", "2026 1300.0"]
    assert figures(table)["Investment"] == ["2025 98.0", "2026 -12.5"]


def test_cells_parted_by_tabs_keep_their_empty_ones() -> None:
    table = only(
        "Begroting in KEUR\n\t2025\t\t2026\t\nPost\tVAK\tVEK\tVAK\tVEK\n"
        "Personeel\t1.000\t990\t1.100\t1.090\n"
        "Fonds veiligheid\t12.000\t\t30.000\t3.383\nTotaal\t13.000\t990\t31.100\t4.473",
        "nl",
    )
    assert figures(table)["Fonds veiligheid"] == ["2025 VAK 12000", "2026 VAK 30000", "2026 VEK 3383"]


def test_years_crowded_on_a_line_of_tabs_share_the_columns() -> None:
    table = only(
        "Staff in FTE\n2025\t2026\nUnit\tA\tB\tA\tB\nCommand\t1\t2\t1\t3\nResponse\t10,5\t4\t11\t4\n",
        "en",
    )
    assert figures(table)["Response"] == ["2025 A 10.5", "2025 B 4", "2026 A 11", "2026 B 4"]


def test_cells_parted_by_bars() -> None:
    table = only(
        "Staff (FTE)\n\n| Unit | 2025 | 2026 |\n|------|-----:|-----:|\n"
        "| Command | 3 | 3 |\n| Response | 40.5 | 41 |\n",
        "en",
    )
    assert figures(table) == {"Command": ["2025 3", "2026 3"], "Response": ["2025 40.5", "2026 41"]}


def test_each_cell_on_a_line_of_its_own() -> None:
    table = only(
        """Effectifs (ETP)
Service
2024
2025
Direction
4
5
Intervention
40,5
41
44,5
46
Suite du texte
""",
        "fr",
    )
    assert table.title == "Effectifs (ETP)"
    assert figures(table) == {
        "Direction": ["2024 4", "2025 5"],
        "Intervention": ["2024 40.5", "2025 41"],
        "": ["2024 44.5", "2025 46"],
    }
    assert table.rows[-1].total


def test_columns_kept_apart_by_wide_gaps() -> None:
    table = only(
        """Cadre du personnel
                              Cadre prévu   Effectif réel   Différence
Cadre opérationnel                  120           112,5          -7,5
Cadre administratif                  30            28            -2
""",
        "fr",
    )
    assert figures(table)["Cadre opérationnel"] == ["Cadre prévu 120", "Effectif réel 112.5", "Différence -7.5"]


def test_a_label_that_goes_on_below_its_figures() -> None:
    table = only(
        """Crédits en KEUR
Libellé CE 2024 CL 2024 CE 2025 CL 2025
Fonds pour la prévention et la
1.200 1.100 1.300 1.250
lutte contre la fraude
Dotations 300 300 310 310
Total 1.500 1.400 1.610 1.560
""",
        "fr",
    )
    assert list(figures(table)) == ["Fonds pour la prévention et la lutte contre la fraude", "Dotations", "Total"]


def test_labels_below_their_figures() -> None:
    table = only("Personnel en ETP\n2024 2025\n1 2\nDirection\n3,5 4\nAccueil\n10 11\nPatrouille\n", "fr")
    assert figures(table) == {
        "Direction": ["2024 1", "2025 2"],
        "Accueil": ["2024 3.5", "2025 4"],
        "Patrouille": ["2024 10", "2025 11"],
    }


def test_a_column_of_totals_beside_the_years() -> None:
    table = only(
        """Budget pluriannuel (en milliers d'euros)
Programme 2024 2025 2026 Total
Prévention 100 110 120 330
Sécurité 200 210 220 630
""",
        "fr",
    )
    assert table.unit == "KEUR"
    assert figures(table)["Sécurité"] == ["2024 200", "2025 210", "2026 220", "Total 630"]


def test_heads_of_several_words_under_their_years() -> None:
    table = only(
        """Budget en KEUR
2024 2025
Poste Crédits d'engagement Crédits de liquidation Crédits d'engagement Crédits de liquidation
Personnel 100 90 110 95
Fonctionnement 50 55 60 65
""",
        "fr",
    )
    assert table.columns == ("Crédits d'engagement", "Crédits de liquidation")
    assert figures(table)["Personnel"][2] == "2025 Crédits d'engagement 110"


def test_heads_repeated_on_the_next_page_do_not_cut_a_table() -> None:
    table = only(
        "Personeel in VTE\nDienst 2024 2025\nOnthaal 3 3\nWijk 12,5 13\n\n12\n"
        "\fDienst 2024 2025\nRecherche 8 8\nTotaal 23,5 24\n",
        "nl",
    )
    assert list(figures(table)) == ["Onthaal", "Wijk", "Recherche", "Totaal"]


def test_a_table_about_something_else_is_other() -> None:
    table = only(
        """Tableau 4 : Taux d'élucidation
Phénomène 2022 2023
Cambriolages 12,5 % 14 %
Vols 8 % 9,5 %
Fraude 20 % 22 %
""",
        "fr",
    )
    assert (table.kind, table.unit) == ("other", None)
    assert figures(table)["Vols"] == ["2022 8", "2023 9.5"]


def test_levels_keep_their_digits() -> None:
    table = only("Personeel\nDienst A1 A2 B1 Totaal\nOnthaal 1 2 3 6\nWijk 0 2 4,5 6,5\n", "nl")
    assert table.columns == ("A1", "A2", "B1", "Totaal")


@pytest.mark.parametrize(
    "text",
    [
        "Le budget 2022 s'élève à 12.500 euros et 13.000 euros en 2023.\nEn 2022, 12 agents et 14 véhicules 13 15\n",
        (
            "Personeel en budget 2024 2025\nDienst Tel. Fax\n"
            "Onthaal 02 500 21 11 02 500 21 12\nBalie 02 500 21 13 02 500 21 14\n"
        ),
        "Table des matières\n1 Introduction 3\n2 Mission 5\n2.1 Vision 6\n2.2 Personnel 8\n3 Budget 12\n",
        (
            "Planning du personnel\nAction 2024 2025 2026\n"
            "Recrutement x x\nArt. 12 et 13 de la loi\nArt. 14 et 15 16 de la loi\n"
        ),
        "Du 12.03.2025 au 14.03.2025\nDu 15.03.2025 au 18.03.2025\nBudget 2025 2026\n",
        "Les exercices 2022 2023 2024\nLes exercices 2025 2026 2027\nBudget et personnel\n",
        "",
    ],
)
def test_prose_with_numbers_is_no_table(text: str) -> None:
    assert [t.table.kind for t in found(text, "fr") if t.table.kind != "other"] == []


label = st.text(alphabet="abcdefghilmnoprstu", min_size=4, max_size=12).map(str.capitalize)
value = st.decimals(min_value=0, max_value=10**7, places=1, allow_nan=False, allow_infinity=False)


def printed(figure: Decimal) -> str:
    whole, _, tenth = f"{figure:,.1f}".partition(".")
    return whole.replace(",", ".") + "," + tenth


@given(
    st.lists(
        st.tuples(label, st.lists(value, min_size=4, max_size=4)), min_size=2, max_size=8, unique_by=lambda r: r[0]
    )
)
def test_what_is_printed_is_read(rows: list[tuple[str, list[Decimal]]]) -> None:
    """Rows printed as a budget with two columns for each of two years are read with every figure at its place."""
    body = "\n".join(f"{name} {' '.join(map(printed, values))}" for name, values in rows)
    table = only(f"Budget en KEUR\n2030 2031\nPoste CE CL CE CL\n{body}\n", "fr")
    assert [(row.label, [cell.value for cell in row.cells]) for row in table.rows] == rows
    assert {(cell.year, cell.column) for cell in table.cells} == {(y, c) for y in (2030, 2031) for c in ("CE", "CL")}


@given(st.text(alphabet="0123456789 .,-\nABCetol%€\t|\u00a0", max_size=300))
def test_no_text_makes_it_fail(text: str) -> None:
    for table in found(text):
        assert table.table.rows and table.table.place.end <= len(text) + 1
