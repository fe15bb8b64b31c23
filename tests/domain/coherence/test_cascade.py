"""CAS108 and CAS109: priorities that no objective names, units that answer for nothing."""

from __future__ import annotations

import pytest

from tests.domain.coherence.factory import Draft, findings


def plan(sentence: str, language: str = "fr", *, objective: str = "Améliorer l’accueil") -> Draft:
    draft = Draft(language)
    draft.heading("Cadre")
    for number in ("1", "2"):
        draft.item("priority", f"Une priorité transversale {number}", number)
    draft.says(sentence)
    for number in ("1", "2", "3"):
        draft.item("strategic_objective", objective, number)
    return draft


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Les deux priorités ont été déclinées en trois objectifs."),
        ("nl", "De prioriteiten zijn vertaald in drie doelstellingen."),
        ("de", "Die Prioritäten wurden in drei Ziele heruntergebrochen."),
        ("en", "The priorities have been broken down into three objectives."),
    ],
)
def test_cas108_is_broken_when_no_objective_names_its_priority(language: str, sentence: str) -> None:
    (one,) = findings("CAS108", plan(sentence, language).done())
    assert (one.fact.params["priorities"], one.fact.params["objectives"]) == (2, 3)


def test_cas108_is_kept_by_objectives_that_do_or_by_a_text_that_claims_nothing() -> None:
    claim = "Les deux priorités ont été déclinées en trois objectifs."
    assert findings("CAS108", plan("Les priorités guident le travail.").done()) == []
    assert findings("CAS108", plan(claim, objective="Améliorer l’accueil (priorité 2)").done()) == []
    draft = plan(claim)
    draft.item("strategic_objective", "Renouveler les outils", "4", parent="i1")
    assert findings("CAS108", draft.done()) == []


def organised(*owners: str) -> Draft:
    draft = Draft()
    draft.heading("Objectifs")
    for number, owner in enumerate(owners, 1):
        draft.item("objective", "Tenir les délais", str(number), owners=[owner])
    draft.heading("Structure")
    for title in ("Direction générale Archives", "Service juridique", "Cellule Communication", "Direction Bâtiments"):
        draft.heading(title, level=2)
        draft.says("Ce service fait son travail.")
    return draft


def test_cas109_finds_a_unit_that_answers_for_nothing() -> None:
    found = findings("CAS109", organised("DGA", "Cellule Communication", "Direction Bâtiments", "Tous").done())
    assert [one.fact.params["unit"] for one in found] == ["Service juridique"]


def test_cas109_is_kept_by_units_that_all_answer_and_by_plans_without_owners() -> None:
    owners = ("DGA", "Cellule Communication", "Direction Bâtiments", "Service juridique")
    assert findings("CAS109", organised(*owners).done()) == []
    assert findings("CAS109", organised("Tous", "Tous", "Tous").done()) == []
    assert findings("CAS109", organised("Bourgmestre", "Conseil", "Collège").done()) == []
