"""Matrices of mere numbers: heads that say so, other orders of columns, labels; never tables of figures."""

from __future__ import annotations

import pytest

from domain.reading.tables.support import cells, crossed, lines
from filrouge.domain.reading.tables import find_tables, read_matrices

HEADS = [
    ["Risicodomein", "Zwaktes nr.", "Bedreigingen nr.", "Doelstellingen nr."],
    ["Domaine de risque", "Faiblesses (n°)", "Menaces (n°)", "Objectifs (n°)"],
    ["Domaine", "N° des faiblesses", "N° des menaces", "N° des objectifs stratégiques"],
    ["Risque", "Faiblesses (numéros)", "Menaces (numéros)", "Objectifs (numéros)"],
    ["Domaine", "Faiblesse(s)", "Menace(s)", "Objectif(s)"],
    ["Risikobereich", "Schwächen Nr.", "Risiken Nr.", "Ziele Nr."],
    ["Risikobereich", "Schwächen (Nr.)", "Bedrohungen (Nr.)", "Strategische Ziele (Nr.)"],
    ["Risk domain", "Weaknesses no.", "Threats no.", "Objectives no."],
]
ROWS = [["R1 Personeel", "3", "1", "2"], ["R2 Informatica", "1, 2", "2", "1"]]
EXPECTED = [("1", "Personeel", (3,), (1,), (2,)), ("2", "Informatica", (1, 2), (2,), (1,))]


@pytest.mark.parametrize("heads", HEADS)
@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 0, 2, 1), (0, 3, 2, 1)])
def test_numbers_in_cells(heads: list[str], order: tuple[int, ...]) -> None:
    extract = cells([[row[at] for at in order] for row in [heads, *ROWS]])
    assert [crossed(found.domain) for found in read_matrices(extract, [], [])] == EXPECTED
    assert find_tables(extract, "nl") == ()


@pytest.mark.parametrize("heads", HEADS)
@pytest.mark.parametrize("sign", [" | ", "      "])
def test_numbers_in_text(heads: list[str], sign: str) -> None:
    extract = lines("\n".join(["Matrix", "", *(sign.join(row) for row in [heads, *ROWS]), "", "Slot."]))
    assert [crossed(found.domain) for found in read_matrices(extract, [], [])] == EXPECTED
    assert find_tables(extract, "nl") == ()


def test_counted_columns_that_stand_under_no_head() -> None:
    extract = lines(
        "Domaine : Continuité informatique\nObjectifs stratégiques     Menaces     Faiblesses\n2, 3     M1     f1, f4\n"
    )
    (found,) = read_matrices(extract, [], [])
    assert crossed(found.domain) == ("1", "Continuité informatique", (1, 4), (1,), (2, 3))


@pytest.mark.parametrize(
    "text",
    [
        "2. Domaine : Perte de savoir\nMenaces : M2, M3\nFaiblesses : F1\nObjectifs : OS 1, OS 3\n",
        "2. Domein: Perte de savoir\nZwaktes nr.: 1\nBedreigingen: 2 – 3\nDoelstellingen: SD 1, SD 3\n",
        "Risk 2: Perte de savoir\nObjectives: 1, 3\nWeaknesses: W1\nThreats: T2, T3\n",
        "Bereich 2: Perte de savoir\nSchwächen: S1\nBedrohungen: B2 und B3\nZiele: 1, 3\n",
    ],
)
def test_sides_as_labels(text: str) -> None:
    (found,) = read_matrices(lines(text), [], [])
    assert crossed(found.domain) == ("2", "Perte de savoir", (1,), (2, 3), (1, 3))
    assert found.blocks == range(1, 4)


def test_labels_with_words_are_no_matrix() -> None:
    text = "Objectifs : améliorer l'accueil\nMenaces : la foule\nFaiblesses : peu de monde\n"
    assert read_matrices(lines(text), [], []) == ()
