"""Matrices of risk domains, in cells and in flattened text. All plans are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reading.tables.support import Cellish, add_table, cells, crossed, goals, lines, swot
from filrouge.domain.model import RiskDomain
from filrouge.domain.reading.blocks import Builder, CellRef, Extract
from filrouge.domain.reading.tables import read_matrices

WEAK = ("Verouderd wagenpark en te weinig laadpalen", "Hoog personeelsverloop in de wijkteams")
THREATS = ("Krappe arbeidsmarkt in de regio", "Stijgende energieprijzen")
SWOT = [*swot("weakness", *WEAK), *swot("threat", *THREATS), *swot("strength", "Sterk lokaal netwerk")]
GOALS = goals("Een aantrekkelijke werkgever", "Zuinig omgaan met energie")


def domains(extract: Extract, known: bool = True) -> list[RiskDomain]:
    found = read_matrices(extract, SWOT if known else (), GOALS if known else ())
    for each in found:
        for quoted in each.domain.quoted:
            printed = " ".join(extract.text[quoted.place.start : quoted.place.end].split())
            assert quoted.text.split()[-1] in printed
    return [each.domain for each in found]


PARTED = """Bijlage 1 Risicodomeinen

Domein 1: Middelen en
energie

Zwaktes Bedreigingen Strategische doelstellingen

1. Verouderd wagenpark en te
weinig laadpalen

2. Stijgende energieprijzen

Strategische doelstelling 2: Zuinig
omgaan met energie

Alle diensten hangen af van de
middelen van de zone

\u00a0 1. Krappe arbeidsmarkt in de
regio

Domein 2: Personeel

Zwaktes Bedreigingen Strategische doelstellingen

2. Hoog personeelsverloop in
de wijkteams

1. Krappe arbeidsmarkt in de
regio

SD 1 Een aantrekkelijke werkgever

Bijlage 2 Organigram

1. Korpschef
2. Directie
"""
EXPECTED = [("1", "Middelen en energie", (1,), (2, 1), (2,)), ("2", "Personeel", (2,), (1,), (1,))]


@pytest.mark.parametrize("known", [True, False])
def test_fragments_parted_by_blank_lines(known: bool) -> None:
    found = domains(lines(PARTED), known)
    assert [crossed(domain) for domain in found] == EXPECTED
    assert [domain.note for domain in found] == ["Alle diensten hangen af van de middelen van de zone", None]
    first = found[0].quoted[0]
    assert (first.kind, first.number, first.text) == ("weakness", 1, WEAK[0])


def test_the_words_of_the_register_decide_where_columns_are_lost() -> None:
    bare = PARTED.replace("\u00a0 ", "")
    assert [crossed(domain) for domain in domains(lines(bare))] == EXPECTED


def test_fragments_without_blank_lines() -> None:
    tight = "\n".join(line for line in PARTED.replace("\u00a0 ", "").split("\n") if line)
    found = domains(lines(tight))
    assert [crossed(domain) for domain in found] == EXPECTED
    assert found[0].note == "Alle diensten hangen af van de middelen van de zone"


def test_every_line_followed_by_a_blank_one() -> None:
    double = "\n\n".join(line for line in PARTED.replace("\u00a0 ", "").split("\n") if line)
    assert [crossed(domain)[2:] for domain in domains(lines(double))] == [row[2:] for row in EXPECTED]


def test_the_ranks_of_a_matrix_leave_what_follows_it() -> None:
    extract = lines(PARTED)
    first, second = read_matrices(extract, SWOT, GOALS)
    assert [extract.blocks[rank].text for rank in first.heading] == ["Domein 1: Middelen en", "energie"]
    assert extract.blocks[first.blocks[0]].text.startswith("Zwaktes")
    assert extract.blocks[second.blocks[-1]].text == "SD 1 Een aantrekkelijke werkgever"
    assert [note.code for note in first.notes] == ["table-rebuilt"]


def test_heads_one_on_a_line() -> None:
    text = (
        "Personeel\n\nZwaktes\nBedreigingen\nDoelstellingen\n\n"
        "2. Hoog personeelsverloop\n\n1. Krappe arbeidsmarkt\n\nSD 1\n"
    )
    assert [crossed(domain) for domain in domains(lines(text))] == [("1", "Personeel", (2,), (1,), (1,))]


def test_columns_parted_by_tabs_go_on_in_the_row_below() -> None:
    text = (
        "1. Middelen en energie\nZwaktes\tBedreigingen\tDoelstellingen\n"
        "1. Verouderd wagenpark en\t2. Stijgende energieprijzen\tSD 2 Zuinig omgaan met\n"
        "te weinig laadpalen\t\tenergie\n\t1. Krappe arbeidsmarkt\tSD 1\n"
    )
    (found,) = domains(lines(text))
    assert crossed(found) == ("1", "Middelen en energie", (1,), (2, 1), (2, 1))
    assert [quoted.text for quoted in found.quoted if quoted.kind == "weakness"] == [WEAK[0]]


def test_columns_kept_apart_by_runs_of_spaces() -> None:
    text = """Domein 1: Middelen

Zwaktes                         Bedreigingen               Doelstellingen
1. Verouderd wagenpark en te    2. Stijgende               SD 2: Zuinig omgaan met
weinig laadpalen                energieprijzen             energie
                                1. Krappe arbeidsmarkt     SD 1
                                in de regio

Domein 2: Personeel

Zwaktes                         Bedreigingen               Doelstellingen
2. Hoog personeelsverloop       1. Krappe arbeidsmarkt     SD 1
in de wijkteams                 in de regio

De tekst gaat hierna verder over de hele breedte van de bladzijde en hoort niet bij de tabel.
"""
    extract = lines(text)
    found = domains(extract, known=False)
    assert [crossed(d) for d in found] == [
        ("1", "Middelen", (1,), (2, 1), (2, 1)),
        ("2", "Personeel", (2,), (1,), (1,)),
    ]
    assert [q.text for q in found[0].quoted if q.kind == "threat"] == [
        "Stijgende energieprijzen",
        "Krappe arbeidsmarkt in de regio",
    ]
    assert extract.blocks[read_matrices(extract, (), ())[1].blocks[-1]].text.startswith("in de wijkteams")


def matrix(*rows: list[Cellish], before: tuple[str, ...] = ("Domein 3 – Vertrouwen",)) -> Extract:
    return cells([["Zwaktes", "Bedreigingen", "Doelstellingen"], *rows], before=before)


def test_items_in_cells() -> None:
    extract = matrix(
        [f"1. {WEAK[0]}\n2. {WEAK[1]}", f"2. {THREATS[1]}", "OS1 : Een aantrekkelijke werkgever"],
        ["", "Zie ook het jaarverslag", "Doelstelling 2: Zuinig omgaan met energie"],
    )
    (found,) = domains(extract)
    assert crossed(found) == ("3", "Vertrouwen", (1, 2), (2,), (1, 2))
    assert found.note == "Zie ook het jaarverslag"
    assert read_matrices(extract, (), ())[0].notes == ()


@pytest.mark.parametrize(
    ("weak", "threat", "goal"),
    [("1, 2", "2", "2 · 1"), ("Z1; Z2", "B 2", "SD 2, SD 1"), ("1 en 2", "(2)", "OS2 + OS1")],
)
def test_references_alone(weak: str, threat: str, goal: str) -> None:
    (found,) = domains(matrix([weak, threat, goal]))
    assert crossed(found)[2:] == ((1, 2), (2,), (2, 1))
    assert found.quoted == ()


def test_quotations_without_numbers_are_found_by_their_words() -> None:
    (found,) = domains(matrix([WEAK[1].lower(), THREATS[0] + " ;", "een aantrekkelijke werkgever"]))
    assert crossed(found)[2:] == ((2,), (1,), (1,))


def test_numbers_given_by_the_file() -> None:
    builder = Builder("docx")
    builder.add("Domein 1: Personeel")
    add_table(builder, [["Zwaktes", "Bedreigingen", "Doelstellingen"]], 0)
    for column, (label, text) in enumerate(
        [("2.", WEAK[1]), ("1.", THREATS[0]), ("1.", "Een aantrekkelijke werkgever")]
    ):
        builder.add(text, label=label, cell=CellRef(0, 1, column))
    assert crossed(domains(builder.build())[0])[2:] == ((2,), (1,), (1,))


def test_a_title_in_bold_may_go_on_after_a_gap() -> None:
    builder = Builder("pdf")
    for text in ("Domein 4 - Beschikbaarheid van mensen, middelen,", "", "gebouwen"):
        builder.add(text, flow="line", bold=bool(text), size=10.5 if text else None)
    add_table(builder, [["Zwaktes", "Bedreigingen", "Doelstellingen"], ["1", "2", "1"]], 0)
    (found,) = domains(builder.build())
    assert (found.number, found.title) == ("4", "Beschikbaarheid van mensen, middelen, gebouwen")


def test_one_row_for_each_domain() -> None:
    rows: list[list[Cellish]] = [
        ["Risicodomein", "Zwaktes", "Bedreigingen", "Strategische doelstellingen"],
        ["1. Middelen", "1", "2", "2"],
        [("2. Personeel", 1, 2), "2", "1", "1"],
        ["1", "", "2"],
    ]
    found = domains(cells(rows))
    assert [crossed(d) for d in found] == [
        ("1", "Middelen", (1,), (2,), (2,)),
        ("2", "Personeel", (2, 1), (1,), (1, 2)),
    ]


def test_domains_as_rows_of_one_table() -> None:
    heads: list[Cellish] = ["Zwaktes", "Bedreigingen", "Doelstellingen"]
    middelen: list[list[Cellish]] = [[("Domein 1 - Middelen", 3)], heads, ["1", "2", "2"]]
    personeel: list[list[Cellish]] = [[("Domein 2 - Personeel", 3)], heads, ["2", "1", "1"]]
    rows = middelen + personeel
    assert [crossed(d) for d in domains(cells(rows))] == [
        ("1", "Middelen", (1,), (2,), (2,)),
        ("2", "Personeel", (2,), (1,), (1,)),
    ]


@pytest.mark.parametrize(
    "heads",
    [
        ["Faiblesses", "Menaces", "Objectifs stratégiques"],
        ["Points faibles", "Menaces", "Objectifs"],
        ["Zwakke punten", "Bedreigingen", "Strategische doelstellingen"],
        ["Schwächen", "Bedrohungen", "Strategische Ziele"],
        ["Weaknesses", "Threats", "Strategic objectives"],
    ],
)
def test_heads_in_four_languages(heads: list[str]) -> None:
    in_cells = domains(cells([heads, ["1", "2", "1"]], before=["Image"]))
    in_text = domains(lines(f"Image\n\n{' '.join(heads)}\n\n1. {WEAK[0]}\n\n2. {THREATS[1]}\n\nOS 1\n"))
    assert [crossed(d) for d in in_cells] == [crossed(d) for d in in_text] == [("1", "Image", (1,), (2,), (1,))]


def test_columns_in_another_order() -> None:
    text = "Image\n\nObjectifs Menaces Faiblesses\n\nOS 2\n\n2. Stijgende energieprijzen\n\n1. Verouderd wagenpark\n"
    assert crossed(domains(lines(text))[0])[2:] == ((1,), (2,), (2,))


def test_strengths_and_opportunities_are_quoted_and_linked_to_no_weakness() -> None:
    text = (
        "Domaine A : Image\n\nForces Opportunités Objectifs\n\n1. Sterk lokaal netwerk\n\n2. Nouveau campus\n\nOS 2\n"
    )
    (found,) = domains(lines(text))
    assert crossed(found) == ("A", "Image", (), (), (2,))
    assert [(q.kind, q.number) for q in found.quoted] == [("strength", 1), ("opportunity", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "Forces Faiblesses\n1. Foo\nOpportunités Menaces\n2. Bar\n",
        "Nos faiblesses, nos menaces et nos objectifs sont décrits au chapitre 3 du plan.\n\n1. Foo\n",
        "Objectifs stratégiques\n\n1. Foo\n\n2. Bar\n",
        "",
    ],
)
def test_an_analysis_is_no_matrix(text: str) -> None:
    assert domains(lines(text)) == []


def test_a_swot_table_is_no_matrix() -> None:
    rows: list[list[Cellish]] = [
        ["Forces", "Faiblesses"],
        ["1. A", "1. B"],
        ["Opportunités", "Menaces"],
        ["1. C", "1. D"],
    ]
    assert domains(cells(rows)) == []


@given(st.text(alphabet="ZwaktesBdrigonDl 123.,;:\n\t\u00a0OS", max_size=200))
def test_no_text_makes_it_fail(text: str) -> None:
    for domain in domains(lines(f"Image\n\nZwaktes Bedreigingen Doelstellingen\n{text}")):
        assert domain.quoted
