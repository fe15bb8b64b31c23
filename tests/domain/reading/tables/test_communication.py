"""Communication plans, in cells and in flattened text. All plans are invented."""

from __future__ import annotations

import pytest

from domain.reading.tables.support import Cellish, actions, cells, lines
from filrouge.domain.model import Table
from filrouge.domain.reading.blocks import Extract
from filrouge.domain.reading.tables import find_tables


def plan(extract: Extract, language: str = "fr") -> Table:
    (found,) = [t.table for t in find_tables(extract, language)]
    assert found.kind == "communication"
    for action in found.actions:
        assert extract.text[action.place.start : action.place.end].strip()
    return found


def test_a_plan_in_cells_with_a_merged_target() -> None:
    rows: list[list[Cellish]] = [
        ["Cible", "Groupe cible", "Date", "Messages", "Canal", "Matériel"],
        [("Interne", 1, 2), "Personnel", "Après signature", "Le plan est signé", "Intranet", "Texte"],
        ["Dirigeants", "**-**-****", "Parlez-en à vos équipes", "Réunion", ""],
        ["Externe", "Presse", "15/04/2031", "Six objectifs\npour six ans", "Conférence de presse", "Dossier"],
    ]
    table = plan(cells(rows, before=["Plan de communication"]))
    assert table.title == "Plan de communication"
    assert actions(table) == [
        ("Interne", "Personnel", "Après signature", "Le plan est signé", "Intranet", "Texte"),
        ("Interne", "Dirigeants", "**-**-****", "Parlez-en à vos équipes", "Réunion", ""),
        ("Externe", "Presse", "15/04/2031", "Six objectifs pour six ans", "Conférence de presse", "Dossier"),
    ]


@pytest.mark.parametrize(
    "heads",
    [
        ["Doelgroep", "Wanneer", "Boodschap", "Kanaal"],
        ["Public visé", "Quand", "Ce que nous disons", "Par quel canal"],
        ["Zielgruppe", "Termin", "Kernbotschaft", "Kommunikationskanal"],
        ["Target audience", "Date", "Key message", "Channel"],
    ],
)
def test_heads_in_other_words_and_languages(heads: list[str]) -> None:
    table = plan(cells([heads, ["A", "B", "C", "D"], ["E", "F", "", "H"]]))
    assert actions(table) == [("", "A", "B", "C", "D", ""), ("", "E", "F", "", "H", "")]


def test_the_order_of_columns_is_free_and_others_are_left_out() -> None:
    rows: list[list[Cellish]] = [
        ["N°", "Message", "Responsable", "Destinataires", "Canal"],
        ["1", "Le plan est signé", "Infocom", "Habitants", "Site web"],
    ]
    assert actions(plan(cells(rows))) == [("", "Habitants", "", "Le plan est signé", "Site web", "")]


def test_who_what_when_is_any_plan_unless_its_title_says_more() -> None:
    rows: list[list[Cellish]] = [["Qui", "Quoi", "Quand", "Comment"], ["Habitants", "Le plan", "Mai 2031", "Lettre"]]
    assert find_tables(cells(rows, before=["Plan d’action"]), "fr") == ()
    assert actions(plan(cells(rows, before=["Plan de communication"]))) == [
        ("", "Habitants", "Mai 2031", "Le plan", "Lettre", "")
    ]


FLAT = """9. Communicatieplan

Doelgroep Datum Boodschap Kanaal Materiaal
Medewerkers Na goedkeuring Het nieuwe plan is goedgekeurd en staat
op het intranet; lees het en bespreek het met uw team
E-mail
Tekst e-mail
Inwoners Maart 2031 Zo willen wij de wijken veiliger maken tegen het
einde van de legislatuur
Nieuwsbrief en website
Folder
Pers **/**/**** Persmededeling over de zes doelstellingen van het plan
Persconferentie
Persbericht
"""


def test_a_flattened_plan_is_put_back_into_cells() -> None:
    extract = lines(FLAT)
    (found,) = find_tables(extract, "nl")
    assert actions(found.table) == [
        (
            "",
            "Medewerkers",
            "Na goedkeuring",
            "Het nieuwe plan is goedgekeurd en staat op het intranet; lees het en bespreek het met uw team",
            "E-mail",
            "Tekst e-mail",
        ),
        (
            "",
            "Inwoners",
            "Maart 2031",
            "Zo willen wij de wijken veiliger maken tegen het einde van de legislatuur",
            "Nieuwsbrief en website",
            "Folder",
        ),
        (
            "",
            "Pers",
            "**/**/****",
            "Persmededeling over de zes doelstellingen van het plan",
            "Persconferentie",
            "Persbericht",
        ),
    ]
    assert [note.code for note in found.notes] == ["table-rebuilt"]
    second = found.table.actions[1].place
    assert extract.text[second.start : second.end].startswith("Inwoners Maart")
    assert extract.text[second.start : second.end].endswith("Folder")


def test_blank_lines_between_all_lines_do_not_matter() -> None:
    double = FLAT.replace("\n", "\n\n")
    (found,) = find_tables(lines(double), "nl")
    assert actions(found.table) == actions(find_tables(lines(FLAT), "nl")[0].table)


def test_a_flattened_plan_ends_at_the_next_heading() -> None:
    (found,) = find_tables(lines(FLAT + "Bijlage 1 Organigram\n1. Korpschef\n2. Directie middelen\n"), "nl")
    assert len(found.table.actions) == 3
    assert lines(FLAT).blocks[found.blocks[-1]].text == "Persbericht"


def test_heads_and_cells_one_on_a_line() -> None:
    text = """Audience
Date
Message
Channel
Staff
After signing
The plan has been signed and can be read on the intranet
Intranet
Residents
June 2031
What the plan means for your street and how you can help
Newsletter
"""
    assert actions(plan(lines(text), "en")) == [
        (
            "",
            "Staff",
            "After signing",
            "The plan has been signed and can be read on the intranet",
            "Intranet",
            "",
        ),
        (
            "",
            "Residents",
            "June 2031",
            "What the plan means for your street and how you can help",
            "Newsletter",
            "",
        ),
    ]


def test_the_date_may_stand_last() -> None:
    text = """Kommunikationsplan
Zielgruppe Botschaft Kanal Termin
Mitarbeitende Der Plan wurde genehmigt und gilt ab sofort für alle
E-Mail / Intranet
Nach Unterzeichnung
Presse Die Ziele der Zone für die nächsten sechs Jahre
Pressekonferenz
15.03.2031
"""
    assert [a[2] for a in actions(plan(lines(text), "de"))] == ["Nach Unterzeichnung", "15.03.2031"]


def test_cells_parted_by_tabs() -> None:
    text = (
        "Doelgroep\tDatum\tBoodschap\tKanaal\n"
        "Inwoners\tMei 2031\tHet plan is klaar\tWebsite\nPers\t\tZes doelen\tBrief\n"
    )
    assert actions(plan(lines(text), "nl")) == [
        ("", "Inwoners", "Mei 2031", "Het plan is klaar", "Website", ""),
        ("", "Pers", "", "Zes doelen", "Brief", ""),
    ]


def test_columns_kept_apart_by_runs_of_spaces() -> None:
    text = """Doelgroep       Datum          Boodschap                     Kanaal
Medewerkers     Na             Het plan is goedgekeurd en    Intranet
                goedkeuring    staat op het intranet

Inwoners en     Mei 2031       Zo wordt de wijk veiliger     Brief en
bezoekers                                                    website
"""
    rows = [
        ("", "Medewerkers", "Na goedkeuring", "Het plan is goedgekeurd en staat op het intranet", "Intranet", ""),
        ("", "Inwoners en bezoekers", "Mei 2031", "Zo wordt de wijk veiliger", "Brief en website", ""),
    ]
    assert actions(plan(lines(text), "nl")) == rows
    assert actions(plan(lines(text.replace("\n\n", "\n")), "nl")) == rows


@pytest.mark.parametrize(
    "text",
    [
        "Actions\nQuoi Qui Quand Comment\nFormer les agents Direction 2026 Cours\n",
        "Le message et le canal dépendent du public et de la date.\nUne suite.\n",
        "Date\n\nMessage\n\nSuite du texte\n",
    ],
)
def test_other_words_make_no_plan(text: str) -> None:
    assert find_tables(lines(text), "fr") == ()
