"""Words that bound when something must be done. All sentences are invented."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filrouge.domain.reading.deadlines import due_date, find_deadlines, is_periodic

FIVE_YEARS = (dt.date(2024, 1, 1), dt.date(2028, 12, 31))
ONE_YEAR = (dt.date(2025, 1, 1), dt.date(2025, 12, 31))


@pytest.mark.parametrize(
    ("language", "text", "words", "date"),
    [
        ("fr", "Réduire de 10 % les vols d’ici fin 2027.", "d’ici fin 2027", "2027-12-31"),
        (
            "fr",
            "Deux campagnes auront lieu au plus tard le 30 juin 2025.",
            "au plus tard le 30 juin 2025",
            "2025-06-30",
        ),
        ("fr", "à finaliser avant le 31 décembre 2026", "avant le 31 décembre 2026", "2026-12-31"),
        ("fr", "Former tous les agents avant 2026", "avant 2026", "2025-12-31"),
        ("fr", "Former tous les agents avant fin 2026", "avant fin 2026", "2026-12-31"),
        ("fr", "Former tous les agents avant juin 2026", "avant juin 2026", "2026-05-31"),
        ("fr", "Un plan sera établi pour 2025.", "pour 2025", "2025-12-31"),
        ("fr", "Pour le 30 septembre 2025, le service remettra un rapport.", "Pour le 30 septembre 2025", "2025-09-30"),
        ("fr", "d’ici à 2026, former 80 % du personnel", "d’ici à 2026", "2026-12-31"),
        ("fr", "Réaliser un audit du site en 2024", "en 2024", "2024-12-31"),
        ("fr", "La formation sera achevée fin 2024.", "fin 2024", "2024-12-31"),
        ("fr", "L’équipe sera renforcée au 2e trimestre 2025", "au 2e trimestre 2025", "2025-06-30"),
        ("fr", "À remettre le 30 juin 2025 au plus tard", "le 30 juin 2025 au plus tard", "2025-06-30"),
        ("fr", "Échéance : 30/06/2024", "30/06/2024", "2024-06-30"),
        ("fr", "Être joignable jour et nuit à l’horizon 2030", "à l’horizon 2030", "2030-12-31"),
        ("nl", "Een actieplan opstellen tegen eind 2026", "tegen eind 2026", "2026-12-31"),
        ("nl", "Dit gebeurt uiterlijk op 1 juli 2025", "uiterlijk op 1 juli 2025", "2025-07-01"),
        ("nl", "De opleiding vóór 2025 afronden", "vóór 2025", "2024-12-31"),
        ("nl", "In 2025 worden twee acties georganiseerd", "In 2025", "2025-12-31"),
        ("nl", "Deadline: juni 2024", "juni 2024", "2024-06-30"),
        ("de", "Die Zone verstärkt die Streifen bis Ende 2026", "bis Ende 2026", "2026-12-31"),
        ("de", "Der Bericht wird spätestens am 31. März 2025 vorgelegt.", "spätestens am 31. März 2025", "2025-03-31"),
        ("de", "Bis zum 30. Juni 2025 werden zwei Streifen eingesetzt", "Bis zum 30. Juni 2025", "2025-06-30"),
        ("de", "Im Laufe des Jahres 2025 wird ein Audit durchgeführt", "Im Laufe des Jahres 2025", "2025-12-31"),
        ("en", "Train all officers by 2025", "by 2025", "2025-12-31"),
        ("en", "Two patrols more by the end of 2026", "by the end of 2026", "2026-12-31"),
        ("en", "Complete the audit before June 2025", "before June 2025", "2025-05-31"),
        ("en", "The report shall be sent no later than 1 March 2025", "no later than 1 March 2025", "2025-03-01"),
    ],
)
def test_dated(language: str, text: str, words: str, date: str) -> None:
    [deadline] = find_deadlines(text, language)
    assert (deadline.text, str(deadline.date)) == (words, date)
    assert text[deadline.place.start : deadline.place.end] == words


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "La zone répond dans un délai de trois mois", "dans un délai de trois mois"),
        ("fr", "endéans les 30 jours", "endéans les 30 jours"),
        (
            "fr",
            "au plus tard un mois après l'adoption du budget par le conseil",
            "au plus tard un mois après l'adoption du budget",
        ),
        ("fr", "d’ici la fin de la législature", "d’ici la fin de la législature"),
        ("fr", "avant la fin du mandat", "avant la fin du mandat"),
        ("fr", "D’ici 20xx au plus tard, une coopération sera établie", "D’ici 20xx"),
        ("fr", "Un rapport est remis annuellement au conseil", "annuellement"),
        ("fr", "Chaque année, un bilan est dressé", "Chaque année"),
        ("nl", "binnen de drie maanden na de goedkeuring door de raad", "binnen de drie maanden na de goedkeuring"),
        ("nl", "Het korps stelt jaarlijks een verslag op", "jaarlijks"),
        ("de", "innerhalb von sechs Monaten", "innerhalb von sechs Monaten"),
        ("de", "Der Bericht wird vierteljährlich vorgelegt", "vierteljährlich"),
        ("en", "within three months", "within three months"),
        ("en", "reviewed every six months", "every six months"),
    ],
)
def test_without_a_day(language: str, text: str, words: str) -> None:
    [deadline] = find_deadlines(text, language)
    assert (deadline.text, deadline.date) == (words, None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le plan zonal de sécurité 2020-2025"),
        ("fr", "Il porte sur les années 2022 à 2024 et remplace l’ancien."),
        ("fr", "Le plan court du 1er janvier 2024 au 31 décembre 2028."),
        ("fr", "La loi du 7 décembre 1998 est d’application."),
        ("fr", "Cette lettre a été validée par le conseil en date du 28 septembre 2020."),
        ("fr", "En 2020, la zone a lancé une étude."),
        ("fr", "Le 1er juin 2021, la zone comptait 120 agents."),
        ("fr", "Avant 2019, la zone était plus petite."),
        ("fr", "Le budget pour 2025 est approuvé."),
        ("fr", "À terme, tout agent doit accéder à l’information."),
        ("fr", "Le télétravail sera introduit progressivement."),
        ("fr", "les élections de 2024"),
        ("nl", "Voor de jaren 2024 tot 2027"),
        ("nl", "een jaarlijks verslag"),
        ("nl", "Op termijn krijgt elke wijk een agent."),
        ("de", "Der Plan gilt von 2024 bis 2026."),
        ("de", "Mittelfristig wird das Team verstärkt."),
        ("en", "The survey was held in 2021."),
        ("en", "The yearly report of the zone"),
    ],
)
def test_what_is_no_deadline(language: str, text: str) -> None:
    assert find_deadlines(text, language) == ()


def test_a_day_without_a_year_takes_that_of_a_plan_of_one_year() -> None:
    [deadline] = find_deadlines("À remettre au plus tard le 31 mars", "fr", period=ONE_YEAR)
    assert deadline.date == dt.date(2025, 3, 31)
    [deadline] = find_deadlines("À remettre d’ici décembre", "fr", period=ONE_YEAR)
    assert deadline.date == dt.date(2025, 12, 31)
    [deadline] = find_deadlines("À remettre au plus tard le 31 mars", "fr", period=FIVE_YEARS)
    assert deadline.date is None


def test_a_day_of_every_year_names_no_day() -> None:
    found = find_deadlines("Chaque année, au plus tard le 31 mars, un bilan est remis", "fr", period=ONE_YEAR)
    assert [deadline.date for deadline in found] == [None, None]


def test_the_end_of_the_plan_is_the_end_of_its_period() -> None:
    [deadline] = find_deadlines("À achever d’ici la fin du plan", "fr", period=FIVE_YEARS)
    assert deadline.date == dt.date(2028, 12, 31)
    [deadline] = find_deadlines("À achever d’ici la fin du plan", "fr")
    assert deadline.date is None


def test_a_bare_year_outside_the_period_is_no_deadline() -> None:
    assert find_deadlines("Selon les prévisions, la population croîtra en 2050", "fr", period=FIVE_YEARS) == ()


def test_frequencies_are_told_from_bounds() -> None:
    [how_often] = find_deadlines("Un bilan est dressé chaque année", "fr")
    [by_when] = find_deadlines("d’ici fin 2026", "fr")
    assert is_periodic(how_often, "fr")
    assert not is_periodic(by_when, "fr")


def test_places_are_moved_by_the_offset() -> None:
    [deadline] = find_deadlines("Fini d’ici 2026", "fr", offset=50)
    assert (deadline.place.start, deadline.place.end) == (55, 65)


@given(st.text(alphabet="avdici tenfrlup1290xy/.,’-éà\n", max_size=60), st.sampled_from(("fr", "nl", "de", "en")))
def test_any_text_gives_deadlines_in_order_and_in_bounds(text: str, language: str) -> None:
    end = 0
    for deadline in find_deadlines(text, language):
        assert end <= deadline.place.start < deadline.place.end <= len(text)
        end = deadline.place.end


def test_the_letter_of_the_reference_dates_nothing(reference_dir: Path) -> None:
    text = next((reference_dir / "sources").glob("000_*.txt")).read_text(encoding="utf-8")
    assert [deadline for deadline in find_deadlines(text, "fr") if deadline.date] == []


MANDATE = (dt.date(2026, 9, 1), dt.date(2031, 8, 31))


@pytest.mark.parametrize(
    ("language", "text", "words", "date"),
    [
        ("nl", "Het onthaal is halverwege het mandaat vernieuwd.", "halverwege het mandaat", "2029-03-01"),
        ("fr", "À mi-mandat, l'accueil sera rénové.", "À mi-mandat", "2029-03-01"),
        ("de", "Zur Halbzeit des Mandats ist der Empfang erneuert.", "Zur Halbzeit des Mandats", "2029-03-01"),
        ("en", "By mid-mandate the desk is renewed.", "By mid-mandate", "2029-03-01"),
        ("nl", "Tegen het einde van het mandaat is dit klaar.", "Tegen het einde van het mandaat", "2031-08-31"),
        ("fr", "D'ici la fin du mandat, tout est prêt.", "D'ici la fin du mandat", "2031-08-31"),
        ("de", "Bis zum Ende des Mandats ist alles fertig.", "Bis zum Ende des Mandats", "2031-08-31"),
        ("en", "By the end of the mandate all is done.", "By the end of the mandate", "2031-08-31"),
        ("nl", "In het eerste kwartaal van 2028 is dit af.", "In het eerste kwartaal van 2028", "2028-03-31"),
        ("fr", "L'enquête est bouclée au premier trimestre 2028.", "au premier trimestre 2028", "2028-03-31"),
        ("de", "Im ersten Quartal 2028 ist die Befragung fertig.", "Im ersten Quartal 2028", "2028-03-31"),
        ("nl", "Maximum 45 ongevallen per jaar in 2031", "in 2031", "2031-12-31"),
        ("fr", "Au maximum 45 accidents par an en 2031", "en 2031", "2031-12-31"),
        ("nl", "De lastenboeken zijn klaar vóór Pasen 2027.", "vóór Pasen 2027", None),
        ("fr", "à remettre avant Pâques 2027", "avant Pâques 2027", None),
        ("de", "vor Ostern 2027 einzureichen", "vor Ostern 2027", None),
        ("en", "to be handed in before Easter 2027", "before Easter 2027", None),
    ],
)
def test_bounds_that_the_mandate_gives_a_day(language: str, text: str, words: str, date: str | None) -> None:
    found = find_deadlines(text, language, 0, MANDATE)
    assert [(each.text, each.date and each.date.isoformat()) for each in found] == [(words, date)]
    assert all(each.date is None for each in find_deadlines("Tegen het einde van het mandaat", "nl"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Vanaf 1 maart 2027 zal de ploeg werken."),
        ("nl", "Timing: doorlopend vanaf 1/3/2027"),
        ("fr", "À partir du 1er mars 2027, la patrouille sortira."),
        ("fr", "Échéance : dès 2027"),
        ("de", "Ab dem 1. März 2027 wird die Streife fahren."),
        ("en", "From 1 March 2027 the patrol will go out."),
    ],
)
def test_a_start_is_no_deadline(language: str, text: str) -> None:
    assert find_deadlines(text, language, 0, MANDATE) == ()


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("nl", "Q4 2026", "2026-12-31"),
        ("nl", "doorlopend vanaf 1/3/2026", None),
        ("nl", "vanaf 1/3/2026 tot 30/06/2028", "2028-06-30"),
        ("nl", "in de loop van 2027", "2027-12-31"),
        ("nl", "einde van het mandaat", "2031-08-31"),
        ("nl", "tegen het einde van het mandaat", "2031-08-31"),
        ("nl", "vóór 2028", "2027-12-31"),
        ("nl", "eerste kwartaal 2028", "2028-03-31"),
        ("fr", "au cours de 2027", "2027-12-31"),
        ("fr", "30/06/2027 puis 31/12/2028", "2028-12-31"),
        ("fr", "à mi-mandat", "2029-03-01"),
        ("fr", "à partir du 1er mars 2026", None),
        ("de", "ab dem 1. März 2026 bis Ende 2027", "2027-12-31"),
        ("en", "from 2026 to 2028", "2028-12-31"),
        ("en", "ongoing", None),
    ],
)
def test_the_day_of_a_due_date(language: str, text: str, date: str | None) -> None:
    found = due_date(text, language, MANDATE)
    assert (found and found.isoformat()) == date
