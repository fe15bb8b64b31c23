"""Lists of stakeholders, as plans write them and as people paste them, in four languages; names that look alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filrouge.domain.language.words import fold
from filrouge.domain.organisation.stakeholders import Party, duplicates, lines_of_body, read_stakeholders


def pairs(text: str) -> list[tuple[str, str]]:
    return [(party.category, party.name) for party in read_stakeholders(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Justice :\nParquet\nTribunal de police", [("Justice", "Parquet"), ("Justice", "Tribunal de police")]),
        ("Justitie:\n- het parket\n- de politierechtbank", [("Justitie", "Parket"), ("Justitie", "Politierechtbank")]),
        (
            "Justiz:\n• die Staatsanwaltschaft;\n• das Gericht.",
            [("Justiz", "Staatsanwaltschaft"), ("Justiz", "Gericht")],
        ),
        ("Justice: the prosecutor; the police court", [("Justice", "Prosecutor"), ("Justice", "Police court")]),
        ("1. Parquet\n2. CPAS\n3. Écoles", [("", "Parquet"), ("", "CPAS"), ("", "Écoles")]),
        ("Partenaires : parquet, CPAS, écoles", [("Partenaires", one) for one in ("Parquet", "CPAS", "Écoles")]),
        ("Scholen, onder andere:\n- Atheneum", [("Scholen", "Atheneum")]),
        ("Partenaires\n- Parquet\n- CPAS", [("Partenaires", "Parquet"), ("Partenaires", "CPAS")]),
    ],
)
def test_a_list_by_category(text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(text) == expected


def test_lettered_chapters_stand_before_categories() -> None:
    text = "a. Les autorités\n• Bourgmestre ;\nb. Les partenaires\nLocaux :\n• CPAS ;\n• Écoles."
    assert pairs(text) == [
        ("Les autorités", "Bourgmestre"),
        ("Les partenaires – Locaux", "CPAS"),
        ("Les partenaires – Locaux", "Écoles"),
    ]


def test_a_name_cut_by_the_width_of_a_page_is_one() -> None:
    text = "• le service fédéral de la coordination des secours et de la\n\nprotection de la population ;\n• CPAS ;"
    assert [party.name for party in read_stakeholders(text)] == [
        "Service fédéral de la coordination des secours et de la protection de la population",
        "CPAS",
    ]


def test_a_comma_within_a_name_does_not_cut_it() -> None:
    text = "• Ministre de l’Intérieur, des Réformes et du Renouveau ;\n• SPF Justice, SPF Santé publique, SPF BOSA ;"
    assert [party.name for party in read_stakeholders(text)] == [
        "Ministre de l’Intérieur, des Réformes et du Renouveau",
        "SPF Justice",
        "SPF Santé publique",
        "SPF BOSA",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n \n",
        "80 % du personnel travaille sur le terrain ;\n5 % travaille au siège ;",
        "Cette zone travaille depuis longtemps avec de nombreux partenaires dont elle attend beaucoup chaque jour.",
        "• – ;\n• ... ;",
    ],
)
def test_what_lists_nobody_gives_nothing(text: str) -> None:
    assert pairs(text) == []


def test_the_body_of_a_section_keeps_its_bullets() -> None:
    body = (
        "<p>Autorités :</p><ul><li><p>Bourgmestre</p></li><li>Procureur</li></ul><table><tr><td>Juge</td></tr></table>"
    )
    assert lines_of_body(body) == "Autorités :\n• Bourgmestre\n• Procureur\n• Juge"
    assert pairs(lines_of_body(body))[0] == ("Autorités", "Bourgmestre")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_any_text_is_read_and_each_name_stands_once(text: str) -> None:
    found = [fold(party.name) for party in read_stakeholders(text)]
    assert len(found) == len(set(found))
    assert all(party.name.strip() for party in read_stakeholders(text))


@given(st.lists(st.sampled_from(["Parquet", "CPAS", "Écoles", "Sûreté", "Comité P", "Ligue"]), min_size=3, unique=True))
def test_what_is_listed_is_found_in_its_order(names: list[str]) -> None:
    assert read_stakeholders("\n".join(f"• {name} ;" for name in names)) == tuple(Party("", name) for name in names)


# --- names that look alike --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Parquet de Liège", "le parquet de Liege"),
        ("Organe de coordination pour l’analyse de la menace (OCAM)", "OCAM"),
        ("Organe de coordination (OCAM)", "Orgaan voor dreigingsanalyse (OCAM)"),
        ("Conseil communal de Namur", "Conseils communaux de Namur"),
        ("Politiezone Noord", "politiezone  noord"),
    ],
)
def test_names_that_mean_one_party_are_told(one: str, other: str) -> None:
    assert [pair[:2] for pair in duplicates([one, other])] == [(one, other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Police locale", "Police fédérale"),
        ("Comité P", "Comité I"),
        ("SPF Justice", "SPF Intérieur"),
        ("CPAS", "OCAM"),
    ],
)
def test_names_that_mean_two_parties_are_not(one: str, other: str) -> None:
    assert duplicates([one, other]) == ()


@given(st.lists(st.text(max_size=30), max_size=8))
def test_no_name_is_its_own_duplicate(names: list[str]) -> None:
    assert all(one != other for one, other, _ in duplicates(names))
