"""RES101-106: the arithmetic of tables, the same figure twice, and what the text says of the figures."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filrouge.domain.coherence import check
from filrouge.domain.model import Document
from tests.domain.coherence.factory import TODAY, Draft, findings

Grid = list[list[Decimal]]
CODES = ("RES101", "RES102", "RES103")


def found(document: Document, *codes: str) -> dict[str, int]:
    report = check(document, None, today=TODAY)
    return {code: sum(one.code == code for one in report.findings) for code in codes or CODES}


def staff(*rows: tuple[str, *tuple[str, ...]]) -> Document:
    draft = Draft()
    draft.table("staff", ["S", "C", "Total"], rows)
    return draft.done()


def test_res101_is_broken_by_a_row_and_kept_when_it_adds_up() -> None:
    wrong = staff(("Accueil", "20", "5", "28"), ("Archives", "7", "1", "8"), ("Achats", "3", "2", "5"))
    right = staff(("Accueil", "20", "5", "25"), ("Archives", "7", "1", "8"), ("Achats", "3", "2", "5"))
    (one,) = findings("RES101", wrong)
    assert one.fact.params["row"] == "Accueil"
    assert (one.fact.params["printed"], one.fact.params["computed"]) == (Decimal(28), Decimal(25))
    assert one.fact.params["difference"] == 3
    assert found(right) == {"RES101": 0, "RES102": 0, "RES103": 0}


def test_res102_is_broken_by_a_column_and_kept_when_it_adds_up() -> None:
    draft = Draft()
    draft.table("budget", ["2024", "2025"], [("Personnel", 300, 310), ("Achats", 120, 130), ("Total", 450, 440)])
    assert found(draft.done()) == {"RES101": 0, "RES102": 1, "RES103": 0}
    draft = Draft()
    draft.table("budget", ["2024", "2025"], [("Personnel", 300, 310), ("Achats", 120, 130), ("Total", 420, 440)])
    assert found(draft.done()) == {"RES101": 0, "RES102": 0, "RES103": 0}


def test_res103_is_what_rounding_explains() -> None:
    document = staff(("Accueil", "20.33", "6.78", "27.1"), ("Archives", "7.5", "1", "8.5"), ("Achats", "3", "2", "5"))
    assert found(document) == {"RES101": 0, "RES102": 0, "RES103": 1}


def test_people_are_counted_not_rounded() -> None:
    rows = [("Accueil", 2, 3, 6), ("Archives", 7, 1, 8), ("Achats", 3, 2, 5)]
    draft = Draft()
    draft.table("staff", ["S", "C", "Total"], rows)
    assert found(draft.done()) == {"RES101": 1, "RES102": 0, "RES103": 0}


LEVELS = [
    ("Salaires", 60, 61),
    ("Primes", 40, 39),
    ("Total personnel", 100, 100),
    ("Énergie", 10, 12),
    ("Achats", 20, 18),
    ("Total fonctionnement", 30, 30),
    ("Total subsides", 55, 57),
    ("Total de base", 185, 187),
    ("Dotation", 15, 13),
    ("Total général", 200, 200),
]


def levels(**changed: int) -> Document:
    draft = Draft()
    rows = [(label, changed.get(label.replace(" ", "_"), first), second) for label, first, second in LEVELS]
    draft.table("budget", [(2025, "CE"), (2026, "CE")], rows, unit="KEUR")
    return draft.done()


def test_totals_of_several_levels_add_up_and_a_total_alone_sums_nothing() -> None:
    assert found(levels()) == {"RES101": 0, "RES102": 0, "RES103": 0}


@pytest.mark.parametrize("label", ["Total_personnel", "Total_de_base", "Total_général", "Total_fonctionnement"])
def test_a_wrong_total_is_found_at_every_level(label: str) -> None:
    value = next(first for name, first, _ in LEVELS if name.replace(" ", "_") == label)
    assert found(levels(**{label: value + 9}))["RES102"] >= 1


def test_a_part_counted_elsewhere_and_a_rate_are_no_part_of_a_sum() -> None:
    draft = Draft()
    rows = [("Salaires", 60, 50), ("dont primes", 20, 30), ("Achats", 40, 70), ("Total", 100, 60)]
    draft.table("budget", ["2025", "Taux"], rows)
    assert found(draft.done()) == {"RES101": 0, "RES102": 0, "RES103": 0}


def test_a_total_over_the_years() -> None:
    draft = Draft()
    columns: list[str | tuple[int, str]] = [(2025, "CE"), (2026, "CE"), "Total"]
    draft.table("budget", columns, [("Salaires", 60, 61, 121), ("Achats", 40, 39, 79), ("Loyers", 5, 5, 30)])
    assert found(draft.done()) == {"RES101": 1, "RES102": 0, "RES103": 0}


amounts = st.decimals(min_value=1, max_value=9000, places=2)
grids = st.integers(3, 7).flatmap(
    lambda rows: st.lists(st.lists(amounts, min_size=3, max_size=3), min_size=rows, max_size=rows)
)


def totalled(grid: Grid, spoiled: tuple[int, int] | None = None) -> Document:
    """A table with true totals of rows and columns, in which one cell may be changed afterwards."""
    rows = [[*row, sum(row, Decimal(0))] for row in grid]
    rows.append([sum(column, Decimal(0)) for column in zip(*rows, strict=True)])
    if spoiled:
        row, column = spoiled
        rows[row][column] += rows[row][column] / 10 + 1
    draft = Draft()
    labels = [f"Service {n}" for n in range(len(grid))] + ["Total"]
    table = [(label, *row) for label, row in zip(labels, rows, strict=True)]
    draft.table("budget", ["A", "B", "C", "Total"], table, unit="KEUR")
    return draft.done()


@given(grids)
def test_true_totals_are_never_contradicted(grid: Grid) -> None:
    assert found(totalled(grid)) == {"RES101": 0, "RES102": 0, "RES103": 0}


@given(grids, st.data())
def test_a_spoiled_figure_is_always_found(grid: Grid, data: st.DataObject) -> None:
    row, column = data.draw(st.integers(0, len(grid))), data.draw(st.integers(0, 3))
    given_back = found(totalled(grid, (row, column)))
    assert given_back["RES101"] + given_back["RES102"] >= 1


def two_tables(second: list[tuple[str, int, int]]) -> Document:
    draft = Draft()
    first = [("Salaires", 60, 61), ("Achats divers", 40, 39), ("Total personnel", 100, 100)]
    for rows in (first, second):
        draft.table("budget", [(2025, "CE"), (2026, "CE")], rows, unit="KEUR")
    return draft.done()


def test_res104_is_broken_by_two_figures_for_one_thing() -> None:
    (one,) = findings("RES104", two_tables([("Total personnel", 100, 103), ("Loyers", 7, 7)]))
    assert one.fact.params["year"] == 2026
    assert (one.fact.params["first"], one.fact.params["second"]) == (100, 103)


def test_res104_is_kept_by_tables_that_agree_or_speak_of_different_things() -> None:
    assert findings("RES104", two_tables([("Total personnel", 100, 100)])) == []
    assert findings("RES104", two_tables([("Salaires", 7, 8), ("Achats divers", 3, 4), ("Total", 10, 12)])) == []


def told(*sentences: str, language: str = "fr") -> Document:
    draft = Draft(language)
    rows = [
        ("Frais de fonctionnement", 1210, 1250),
        ("Frais de personnel", 3250, 3300),
        ("Total de base", 4460, 4550),
        ("Dotation aux communes", 2000, 2000),
        ("Total général", 6460, 6550),
    ]
    draft.table("budget", [(2025, "CE"), (2026, "CE")], rows, unit="KEUR")
    draft.heading("Commentaire")
    draft.says(*sentences)
    return draft.done()


@pytest.mark.parametrize(
    ("sentence", "forms"),
    [
        ("Les frais de fonctionnement s’élèvent à 1,3 million d’euros en 2025.", ["amount"]),
        ("Les frais de fonctionnement s’élèvent à 1,21 million d’euros en 2025.", []),
        ("Les frais de fonctionnement s’élèvent à 1.210.000 euros.", []),
        ("Les frais de fonctionnement s’élèvent à environ 1,3 million d’euros.", []),
        ("Les frais de fonctionnement comptent 12 euros d’amende.", []),
        ("Les frais de fonctionnement et les frais de personnel valent 1,3 million d’euros.", []),
        ("En 2025, les missions propres représentent 74 % du budget total.", ["share"]),
        ("En 2025, les missions propres représentent 69 % du budget total.", []),
        ("En 2025, les transferts représentent 31 % du budget total.", []),
        ("Les transferts représentent 35 % du budget total.", []),
        ("En 2025, 10 % du personnel suit une formation.", []),
    ],
)
def test_res105(sentence: str, forms: list[str]) -> None:
    assert [one.fact.params["form"] for one in findings("RES105", told(sentence))] == forms


def test_res105_knows_the_year_by_an_amount_that_only_one_year_has() -> None:
    sentence = "Les missions propres représentent 74 % du budget total, dont 1,21 million d’euros de fonctionnement."
    (one,) = findings("RES105", told(sentence))
    assert one.fact.params["year"] == 2025


def test_res105_reads_english_and_dutch_figures() -> None:
    english = "Frais de fonctionnement amount to 1.3 million euros in 2025."
    dutch = "Frais de fonctionnement bedragen 1,3 miljoen euro in 2025."
    assert len(findings("RES105", told(english, language="en"))) == 1
    assert len(findings("RES105", told(dutch, language="nl"))) == 1


def granted(sentence: str) -> list[object]:
    draft = Draft()
    rows = [("École des cadets", 10, 10), ("Centre de secours 112", 20, 20), ("Institut de formation judiciaire", 5, 5)]
    draft.table("budget", [(2025, "CE"), (2026, "CE")], rows, unit="KEUR")
    draft.heading("Commentaire")
    draft.says(sentence)
    return [one.fact.params["name"] for one in findings("RES106", draft.done())]


def test_res106_finds_an_item_that_no_row_has() -> None:
    text = "Le budget comprend des dotations telles que l’École des cadets, le Centre de secours 112, "
    assert granted(text + "la Fondation Muguet et l’Institut de formation judiciaire.") == ["la Fondation Muguet"]
    assert granted(text + "et l’Institut de formation judiciaire.") == []


def test_res106_is_kept_by_a_list_of_other_things() -> None:
    assert granted("Le budget soutient des partenaires tels que la Ligue Alpha, le Cercle Bêta et le Club Gamma.") == []
