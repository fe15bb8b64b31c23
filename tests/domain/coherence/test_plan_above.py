"""CAS103, CAS105 and CAS106: the plan above, and what is said twice."""

from __future__ import annotations

import pytest

from filrouge.domain.coherence import Finding, check, render
from filrouge.domain.model import LANGUAGES, Document
from filrouge.library import plan, rule_texts
from tests.domain.coherence.factory import TODAY, Draft, findings

PLAN = plan("pns-2016-2019")


def against(code: str, document: Document) -> list[Finding]:
    return [one for one in check(document, None, today=TODAY, above=PLAN).findings if one.code == code]


def letter(*objectives: str, language: str = "fr", says: str = "") -> Document:
    draft = Draft(language)
    draft.heading("1")
    if says:
        draft.says(says)
    for number, words in enumerate(objectives, 1):
        draft.item("objective", words, str(number))
    return draft.done()


def test_cas103_names_the_themes_that_nothing_examines() -> None:
    (one,) = against("CAS103", letter("Réduire les vols dans habitation", says="Le cannabis n’est pas retenu."))
    themes = one.fact.params["themes"]
    assert isinstance(themes, (list, tuple))
    missing = [str(theme.fr).split()[0] for theme in themes]
    assert "P7" not in missing and "P3" not in missing
    assert {"P9", "T5"} <= set(missing)
    assert (one.fact.params["count"], one.fact.params["total"]) == (15, 17)


def test_cas103_is_kept_by_a_text_that_weighs_every_theme() -> None:
    titles = " ".join(f"{theme.title.fr}." for theme in PLAN.themes if theme.parent is None)
    assert against("CAS103", letter("Réduire les vols dans habitation", says=titles)) == []


@pytest.mark.parametrize(
    ("language", "served", "alone"),
    [
        ("fr", "Réduire les vols dans habitation", "Rénover la façade du bâtiment"),
        ("nl", "Het aantal woninginbraken verminderen", "De gevel van het gebouw renoveren"),
        ("de", "Die Zahl der Wohnungseinbrüche senken", "Die Fassade des Gebäudes renovieren"),
        ("en", "Reduce burglaries", "Renovate the front of the building"),
    ],
)
def test_cas105_finds_the_objective_that_answers_to_nothing(language: str, served: str, alone: str) -> None:
    (one,) = against("CAS105", letter(served, alone, language=language))
    assert one.fact.item == "i2"
    assert against("CAS105", letter(served, language=language)) == []


def test_cas105_speaks_once_when_most_objectives_answer_to_nothing() -> None:
    (one,) = against("CAS105", letter("Rénover la façade", "Peindre les couloirs", "Changer les sièges"))
    assert (one.fact.params["form"], one.fact.params["count"]) == ("many", 3)


def test_without_a_plan_above_nothing_is_said_of_it() -> None:
    document = letter("Rénover la façade du bâtiment")
    assert findings("CAS103", document) == findings("CAS105", document) == []


def test_cas106_finds_two_objectives_that_say_nearly_the_same() -> None:
    same = "Réduire les accidents de la route aux abords des écoles communales"
    near = "Aux abords des écoles communales, réduire les accidents de la route"
    (one,) = findings("CAS106", letter(same, "Recruter quatre inspecteurs", near))
    assert (one.fact.item, one.fact.params["first"]) == ("i3", f"1 {same}")
    assert findings("CAS106", letter(same, "Réduire les vols aux abords des gares de la zone")) == []


def test_cas106_does_not_hold_a_summary_against_the_text() -> None:
    words = "Réduire les accidents de la route aux abords des écoles communales"
    draft = Draft()
    for title in ("Objectifs", "Tableau récapitulatif"):
        draft.heading(title)
        draft.item("objective", words)
    assert findings("CAS106", draft.done()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_whole(language: str) -> None:
    document = letter("Rénover la façade du bâtiment", "Rénover du bâtiment la façade", "Réduire les vols")
    for code in ("CAS103", "CAS105"):
        for one in against(code, document):
            sentence = render(rule_texts()[code].message[language], one.fact.params, language)
            assert sentence.endswith(".") and "{" not in sentence and "None" not in sentence
