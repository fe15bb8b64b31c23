"""What a document says of itself. Zones, towns and dates are invented."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from filrouge.domain.model import Facts, Paragraph, Place
from filrouge.domain.reading.facts import read_facts


def facts(text: str, language: str) -> Facts:
    return read_facts(text, paragraphs(text), language)


def paragraphs(text: str) -> list[Paragraph]:
    """Paragraphs between blank lines, mended."""
    return [
        Paragraph(" ".join(match[0].split()), Place(match.start(), match.end()))
        for match in re.finditer(r"(?:(?!\n[ \t\f]*\n).)+", text, re.DOTALL)
        if match[0].strip()
    ]


LETTER = """Lettre de mission

Chef de corps de la zone de police Val d'Ombre (5999)

2024-2029

Le mandat est exercé conformément au PNS 2022-2025 et au plan zonal de sécurité 2020-2025. Le plan zonal de sécurité
2020-2025 reste la référence de la zone, comme le plan zonal de sécurité 2020-2025 le prévoit.

Le mandat de cinq ans débute le 1er mars 2024.

La présente lettre a été approuvée par le conseil communal de Valdombre le 12 février 2024.

Vu l'article 72 de la loi du 26 avril 2002 contenant les éléments essentiels du statut ; vu l'article VII.III.39 PJPol.
"""


def test_a_french_letter() -> None:
    found = facts(LETTER, "fr")
    assert found.title == "Lettre de mission"
    assert found.entity == "zone de police Val d'Ombre (5999)"
    assert found.validated_on == dt.date(2024, 2, 12)
    assert found.validated_by == "conseil communal de Valdombre"
    assert found.period == (dt.date(2024, 1, 1), dt.date(2029, 12, 31))
    assert found.starts_on == dt.date(2024, 3, 1)
    assert found.term_years == 5
    assert found.legal_basis == (
        "article 72 de la loi du 26 avril 2002 contenant les éléments essentiels du statut",
        "article VII.III.39 PJPol",
    )
    assert found.validation is not None and found.period_place is not None and found.term_place is not None
    assert LETTER[found.period_place.start : found.period_place.end] == "2024-2029"
    assert LETTER[found.term_place.start : found.term_place.end] == "cinq ans"


def test_a_dutch_plan() -> None:
    found = facts(
        "Zonaal veiligheidsplan 2026-2031\n\nPolitiezone Bosrand (5998)\n\n"
        "Dit plan volgt het nationaal veiligheidsplan 2022-2025. Het werd goedgekeurd door de zonale veiligheidsraad "
        "op 3 oktober 2025.\n\nHet plan geldt voor de jaren 2026 tot 2031.",
        "nl",
    )
    assert found.title == "Zonaal veiligheidsplan 2026-2031"
    assert found.entity == "Politiezone Bosrand (5998)"
    assert (found.validated_on, found.validated_by) == (dt.date(2025, 10, 3), "zonale veiligheidsraad")
    assert found.period == (dt.date(2026, 1, 1), dt.date(2031, 12, 31))


def test_a_german_letter() -> None:
    found = facts(
        "Auftragsschreiben des Korpschefs\n\nPolizeizone Ostwald (5997)\n\nDas Mandat hat eine Dauer von fünf Jahren "
        "und beginnt am 1. September 2023. Dieses Schreiben wurde am 28. August 2023 vom Polizeirat verabschiedet.",
        "de",
    )
    assert found.entity == "Polizeizone Ostwald (5997)"
    assert (found.validated_on, found.validated_by) == (dt.date(2023, 8, 28), "Polizeirat")
    assert (found.starts_on, found.term_years) == (dt.date(2023, 9, 1), 5)
    assert found.period is None


def test_an_english_letter() -> None:
    found = facts(
        "Mission letter of the chief of police\n\nPeriod 2025 – 2030\n\nThe mandate has a term of five years and "
        "begins on 1 January 2025. This letter was approved by the police council on 15 December 2024.",
        "en",
    )
    assert found.period == (dt.date(2025, 1, 1), dt.date(2030, 12, 31))
    assert (found.validated_on, found.validated_by) == (dt.date(2024, 12, 15), "police council")
    assert (found.starts_on, found.term_years) == (dt.date(2025, 1, 1), 5)


@pytest.mark.parametrize(
    ("language", "text", "validated_by"),
    [
        ("fr", "Adoptée par le conseil de police en séance du 12/02/2024", "conseil de police"),
        (
            "fr",
            "Le conseil de police a arrêté la présente lettre en sa séance du 12 février 2024.",
            "conseil de police",
        ),
        ("fr", "Approuvé par : Comité de direction\nDate : 12/02/2024", "Comité de direction"),
        ("fr", "Date d'approbation : 12/02/2024", None),
        ("fr", "Le collège communal a validé cette lettre le 12 février 2024.", "collège communal"),
        ("fr", "Le conseil communal, réuni le 12 février 2024, approuve la lettre de mission.", "conseil communal"),
        ("nl", "De politieraad heeft deze opdrachtbrief op 12 februari 2024 goedgekeurd.", "politieraad"),
        ("nl", "Bij besluit van 12 februari 2024 heeft de gemeenteraad deze brief vastgesteld.", "gemeenteraad"),
        ("nl", "Goedgekeurd op de politieraad van 12 februari 2024", "politieraad"),
        (
            "de",
            "Dieses Schreiben wurde vom Gemeinderat in seiner Sitzung vom 12. Februar 2024 genehmigt.",
            "Gemeinderat",
        ),
        ("de", "Genehmigt durch den Polizeirat am 12.02.2024", "Polizeirat"),
        ("en", "Adopted by the municipal council on 12 February 2024", "municipal council"),
        ("en", "The police council approved this letter on 12 February 2024.", "police council"),
    ],
)
def test_adoption(language: str, text: str, validated_by: str | None) -> None:
    title = {"fr": "Lettre de mission", "nl": "Opdrachtbrief", "de": "Auftragsschreiben", "en": "Mission letter"}[
        language
    ]
    found = facts(f"{title}\n\n{text}", language)
    assert (found.validated_on, found.validated_by) == (dt.date(2024, 2, 12), validated_by)


@pytest.mark.parametrize(
    "text",
    [
        "Le plan sera soumis à l'approbation du conseil communal le 12 mars 2025.",
        "La circulaire du 12 mars 2015 a été adoptée par le ministre.",
        "Le plan national de sécurité a été approuvé par le Conseil des ministres le 7 juin 2024.",
        "Le procès-verbal de la réunion du 3 mars 2024 a été approuvé par le comité de direction.",
        "Le conseil de police se réunit le 12 mars 2025.",
        "Le budget est voté en décembre.",
        "La lettre doit encore être adoptée par le conseil de police.",
    ],
)
def test_what_is_no_adoption(text: str) -> None:
    found = facts(f"Lettre de mission\n\n{text}", "fr")
    assert (found.validated_on, found.validated_by) == (None, None)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Plan stratégique\n\nLa période du plan va du 1er janvier 2024 au 31 décembre 2028.", (2024, 2028)),
        ("Plan\nstratégique\n\n2021 - 2026\n\nTexte.", (2021, 2026)),
        ("Plan opérationnel 2025\n\nIl met en œuvre le plan stratégique 2022-2026.", (2025, 2025)),
        ("Plan stratégique\n\nIl vaut pour la durée de la législature.", None),
        ("Plan stratégique\n\nIl remplace le plan précédent (2016-2020).", None),
        ("Lettre de mission\n\nElle suit le plan zonal de sécurité 2020-2025.", None),
        ("Plan stratégique\n\nLe fonds européen (programmation 2021-2027) finance le projet.", None),
    ],
)
def test_period(text: str, years: tuple[int, int] | None) -> None:
    found = facts(text, "fr").period
    assert (found and (found[0].year, found[1].year)) == years


@pytest.mark.parametrize(
    ("language", "text", "years"),
    [
        ("fr", "Le mandat dure cinq ans au maximum.", 5),
        ("fr", "Le mandat est confié pour la durée de six (6) ans.", 6),
        ("fr", "Le chef de corps a dix ans d'expérience.", None),
        ("nl", "Het mandaat duurt vijf jaar.", 5),
        ("de", "Das Mandat dauert fünf Jahre.", 5),
        ("en", "He is appointed for a term of five years.", 5),
    ],
)
def test_term(language: str, text: str, years: int | None) -> None:
    assert facts(text, language).term_years == years


def test_what_is_not_stated_is_none() -> None:
    assert facts("Une page de notes.\n\nRien de plus.", "fr") == Facts()


def test_no_paragraphs_are_needed() -> None:
    text = "Cette lettre a été validée au Conseil de police en date du 2 mars 2021."
    assert read_facts(text, (), "fr").validated_by == "Conseil de police"


@pytest.mark.parametrize(
    ("name", "validated_on", "years"),
    [("000", dt.date(2020, 9, 28), None), ("003", None, (2016, 2019)), ("004", None, (2022, 2024))],
)
def test_references(
    reference_dir: Path, name: str, validated_on: dt.date | None, years: tuple[int, int] | None
) -> None:
    text = next((reference_dir / "sources").glob(f"{name}_*.txt")).read_text(encoding="utf-8")
    found = facts(text, "fr")
    assert found.validated_on == validated_on
    assert (found.period and (found.period[0].year, found.period[1].year)) == years


@pytest.mark.parametrize(
    ("language", "sentence", "body"),
    [
        ("de", "Vom Polizeirat in seiner Sitzung vom 17. September 2026 verabschiedet.", "Polizeirat"),
        ("de", "Vom Polizeirat in seiner Sitzung vom 17. September 2026 einstimmig genehmigt.", "Polizeirat"),
        ("nl", "Door de politieraad in zijn zitting van 17 september 2026 goedgekeurd.", "politieraad"),
        ("nl", "In zitting van 17 september 2026 door de politieraad vastgesteld.", "politieraad"),
        (
            "fr",
            "Par le conseil de police en sa séance du 17 septembre 2026, approuvée à l'unanimité.",
            "conseil de police",
        ),
        ("en", "By the police council, at its meeting of 17 September 2026, unanimously approved.", "police council"),
    ],
)
def test_an_adoption_told_without_a_subject(language: str, sentence: str, body: str) -> None:
    found = facts(sentence, language)
    assert (found.validated_on, found.validated_by) == (dt.date(2026, 9, 17), body)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "In de zitting van 17 september 2026 keurde de politieraad de aankoop van twee voertuigen goed."),
        ("de", "In der Sitzung vom 17. September 2026 hat der Polizeirat den Kauf von Fahrzeugen genehmigt."),
        ("fr", "En séance du 17 septembre 2026, le conseil de police a approuvé l'achat de deux véhicules."),
        ("en", "At its meeting of 17 September 2026 the police council approved the purchase of vehicles."),
    ],
)
def test_an_adoption_of_something_else(language: str, sentence: str) -> None:
    assert facts(sentence, language).validated_on is None


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Mandat vom 1. Oktober 2026 bis zum 30. September 2031"),
        ("nl", "Mandaat van 1 oktober 2026 tot en met 30 september 2031"),
        ("fr", "Mandat du 1er octobre 2026 au 30 septembre 2031"),
        ("en", "Mandate from 1 October 2026 to 30 September 2031"),
    ],
)
def test_a_mandate_between_two_days(language: str, line: str) -> None:
    found = facts(line, language)
    assert found.period == (dt.date(2026, 10, 1), dt.date(2031, 9, 30))
    assert found.starts_on == dt.date(2026, 10, 1)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Mandat 2028 – 2033"),
        ("nl", "Mandaat 2028-2033"),
        ("de", "Mandat 2028-2033"),
        ("en", "Mandate 2028-2033"),
    ],
)
def test_bare_years_of_a_mandate_name_no_first_day(language: str, line: str) -> None:
    found = facts(line, language)
    assert found.period == (dt.date(2028, 1, 1), dt.date(2033, 12, 31))
    assert found.starts_on is None


def test_a_running_head_is_no_name() -> None:
    head = "PZ Waterhoek Zonaal Veiligheidsplan 2026-2031"
    assert facts(f"{head}\n\nDe korpschef leidt de dienst.", "nl").entity == "PZ Waterhoek"
    written_out = facts(f"{head}\n\nDe Politiezone Waterhoek telt drie gemeenten.", "nl")
    assert written_out.entity == "Politiezone Waterhoek"


@pytest.mark.parametrize(
    ("language", "lines", "title"),
    [
        ("nl", ("Nationaal", "Veiligheidsplan", "2028-2031"), "Nationaal Veiligheidsplan 2028-2031"),
        ("fr", ("Plan national", "de sécurité", "2028-2031"), "Plan national de sécurité 2028-2031"),
        ("nl", ("Inleiding", "Veiligheidsplan 2028-2031"), "Veiligheidsplan 2028-2031"),
    ],
)
def test_a_title_over_several_lines(language: str, lines: tuple[str, ...], title: str) -> None:
    assert facts("\n\n".join(lines), language).title == title
