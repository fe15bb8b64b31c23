"""Which themes a document answers to: its own words, its headings, what it sets aside, what is about nothing above."""

from __future__ import annotations

import pytest

from filrouge.domain.alignment import CLEAR, Alignment, align
from filrouge.library import plan
from tests.domain.coherence.factory import Draft

PLAN = plan("pns-2016-2019")


def themes(found: Alignment) -> list[str]:
    return [one.code for one in found.themes]


def best(found: Alignment, rank: int = 0) -> str:
    suggestions = found.answers[rank].suggestions
    return suggestions[0].theme if suggestions and suggestions[0].score >= CLEAR else ""


@pytest.mark.parametrize(
    ("language", "text", "theme"),
    [
        ("fr", "Faire reculer les vols de voitures de 8 % pour 2033", "P7"),
        ("nl", "Het aantal inbraken in woningen tegen 2033 met 8 % doen dalen", "P7"),
        ("de", "Die Zahl der Wohnungseinbrüche bis 2033 um 8 % senken", "P7"),
        ("en", "Cut burglaries by 8% by 2033", "P7"),
        ("fr", "Contrôler 900 conducteurs pour l’alcool au volant", "P9"),
        ("nl", "900 bestuurders controleren op rijden onder invloed", "P9"),
        ("de", "900 Fahrer auf Alkohol am Steuer kontrollieren", "P9"),
        ("fr", "Former dix enquêteurs à la fraude à l’identité", "T3"),
        ("nl", "Elke melding van partnergeweld binnen 24 uur opvolgen", "P6"),
        ("de", "Gegen wilde Müllablagerungen vorgehen", "P8"),
    ],
)
def test_a_statement_answers_to_what_its_words_say(language: str, text: str, theme: str) -> None:
    draft = Draft(language)
    draft.heading("1")
    draft.item("objective", text)
    found = align(draft.done(), PLAN)
    assert themes(found) == [theme]
    assert best(found) == theme
    assert found.answers[0].suggestions[0].words


def test_a_statement_inherits_from_its_heading_unless_it_is_about_nothing_above() -> None:
    draft = Draft()
    draft.heading("Sécurité routière")
    draft.heading("Actions", level=2)
    draft.item("action", "Mener vingt opérations de nuit avec les zones voisines")
    draft.item("action", "Promouvoir la qualité")
    found = align(draft.done(), PLAN)
    assert best(found, 0) == "P9"
    assert found.answers[0].suggestions[0].around == ("Sécurité routière",)
    assert best(found, 1) == ""


def test_the_text_before_a_statement_says_what_it_is_about() -> None:
    draft = Draft()
    draft.heading("Nos projets")
    place = draft.says("Les cambriolages ont doublé. Nous voulons ramener ce nombre à 90 pour 2033.")
    draft.item("commitment", "Nous voulons ramener ce nombre à 90 pour 2033.")
    document = draft.done()
    assert place.start < document.items[0].place.start
    assert best(align(document, PLAN)) == "P7"


def test_a_theme_that_is_not_retained_is_no_theme_but_was_mentioned() -> None:
    draft = Draft()
    draft.heading("Choix")
    draft.says("Les thèmes suivants n’ont pas été retenus :", kind="lead_in")
    draft.item("objective", "lutter contre le trafic de cannabis", "-")
    found = align(draft.done(), PLAN)
    assert found.themes == ()
    assert found.answers[0].refused
    assert "P3" in found.mentioned


def test_several_statements_make_a_theme_surer() -> None:
    def score(count: int) -> float:
        draft = Draft()
        draft.heading("1")
        for number in range(count):
            draft.item("objective", f"Contrôler les radars du secteur {number}")
        return align(draft.done(), PLAN).themes[0].score

    assert score(1) < score(3) < 1


def test_the_nearest_objective_is_named_by_its_code() -> None:
    draft = Draft()
    draft.heading("1")
    draft.item("objective", "Mieux noter les accidents de la route, avec plus de précision")
    assert align(draft.done(), PLAN).answers[0].suggestions[0].code == "P9.4"


def test_a_document_that_says_nothing_answers_to_nothing() -> None:
    found = align(Draft().done(), PLAN)
    assert found.themes == () and found.answers == () and not found.mentioned


def test_scores_are_probabilities_and_in_order() -> None:
    draft = Draft("nl")
    draft.heading("Overlast en drugs")
    for text in ("Drugsdealers aan de school aanpakken", "Meer toezicht in het park", "Wij zijn eerlijk"):
        draft.item("action", text)
    for answer in align(draft.done(), PLAN).answers:
        scores = [one.score for one in answer.suggestions]
        assert scores == sorted(scores, reverse=True) and all(0 <= score < 1 for score in scores)
        assert len({one.theme for one in answer.suggestions}) == len(scores) <= 5
