"""DOC107 and DOC108: abbreviations that nothing spells out, several names for one unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import pytest

from filrouge.domain.model import Document, Level, Names
from tests.domain.coherence.factory import Draft, findings, framework, prose


def unexplained(*sentences: str, language: str = "fr") -> list[object]:
    return [one.fact.params["abbreviation"] for one in findings("DOC107", prose(*sentences, language=language))]


def test_doc107_finds_an_abbreviation_that_nothing_spells_out() -> None:
    document = prose("Le suivi est confié à la CGST.", "La CGST rend compte chaque mois.")
    (one,) = findings("DOC107", document)
    assert one.fact.params == {"abbreviation": "CGST", "count": 2, "form": "one"}
    assert len(one.fact.places) == 1


@pytest.mark.parametrize(
    "sentences",
    [
        ["La cellule de gestion stratégique (CGS) suit le plan.", "La CGS rend compte."],
        ["La CGS (cellule de gestion stratégique) suit le plan."],
        ["CGS : cellule de gestion stratégique", "La CGS suit le plan."],
        ["La cellule de gestion stratégique (ci-après : CGST) suit le plan."],
        ["La Cellule de Gestion Stratégique suit le plan.", "La CGS rend compte."],
        ["Le centre de crise national (NCCN) coordonne.", "Le NCCN informe."],
    ],
)
def test_doc107_is_kept_by_any_way_of_spelling_out(sentences: list[str]) -> None:
    assert unexplained(*sentences) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "De vastleggingskredieten (VLK) stijgen.",
        "VLK zijn vastleggingskredieten.",
        "VLK (vastleggingskredieten) stijgen.",
    ],
)
def test_doc107_is_kept_by_a_compound_that_holds_the_letters(sentence: str) -> None:
    assert unexplained(sentence, language="nl") == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "De Politiezone Kempenvaart (PZ 5999) werkt samen. De PZ rapporteert."),
        ("de", "Einheit: AK = Ausgabenkredite, VK = Verpflichtungskredite. Die AK und die VK steigen."),
        ("nl", "Onze STERKE kant is het onthaal, een ZONAAL project."),
        ("nl", "Onze BESTE MENSEN staan klaar, met een OVERZICHT."),
        ("en", "Each KPI is followed."),
    ],
)
def test_doc107_is_kept_by_compounds_equations_and_words_in_capitals(language: str, sentence: str) -> None:
    assert unexplained(sentence, language=language) == []


def test_doc107_is_kept_by_the_words_of_the_levels_of_the_framework() -> None:
    level = Level("ambition", Names(fr=("chantier vert",)), ("label",))
    document = prose("Nos CHANTIERS avancent, le CHANTIER aussi, avec la CGST.")
    (one,) = findings("DOC107", document, framework(levels=(level,)))
    assert one.fact.params["abbreviation"] == "CGST"


def test_doc107_is_kept_by_a_heading_that_names_the_unit() -> None:
    draft = Draft()
    draft.heading("Objectifs")
    draft.item("objective", "Tenir les délais", "1", owners=["DGPA"])
    draft.says("La DGPA répond du suivi.")
    draft.heading("DIRECTION GÉNÉRALE PATRIMOINE & ARCHIVES")
    assert findings("DOC107", draft.done()) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "L’UE et l’ONU soutiennent le projet, avec la TVA à 21 %.",
        "Au chapitre XII, Madame Anne DUBOIS présente le RGPD.",
        "LE CORPS AU SERVICE DE TOUS LES HABITANTS",
        "La circulaire CP3 et la COL 10/2015 restent d’application.",
        "Voir www.EXEMPLE.be ou ecrire@EXEMPLE.be.",
        "Nos FORCES et nos FAIBLESSES sont connues.",
        "DURAND, A. et PETIT, B. (2009). Un livre. DURAND le redit.",
    ],
)
def test_doc107_is_kept_by_what_everyone_knows_and_by_mere_capitals(sentence: str) -> None:
    assert unexplained(sentence) == []


def test_doc107_does_not_take_an_owner_in_brackets_for_a_name() -> None:
    draft = Draft()
    for _ in range(3):
        draft.item("ambition", "(SVX) assurer le suivi des dossiers", owners=["SVX"])
    (one,) = findings("DOC107", draft.done())
    assert one.fact.params["abbreviation"] == "SVX"


def test_doc107_tells_many_at_once() -> None:
    (one,) = findings("DOC107", prose("Le BZK, la KLW, le PVT et la WXB se concertent."))
    assert one.fact.params["labels"] == ["BZK", "KLW", "PVT", "WXB"]
    assert one.fact.params["count"] == one.fact.params["total"] == 4


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("nl", ["De cel strategisch beheer (CSB) volgt het plan op.", "De CSB rapporteert."]),
        ("de", ["Die Zelle für strategische Steuerung (ZSS) begleitet den Plan.", "Die ZSS berichtet."]),
        ("en", ["The strategic management unit (SMU) monitors the plan.", "The SMU reports."]),
    ],
)
def test_doc107_in_the_other_languages(language: str, sentences: list[str]) -> None:
    assert unexplained(*sentences, language=language) == []
    assert len(unexplained(sentences[1], language=language)) == 1


def joined(document: Document) -> list[list[str]]:
    return [list(map(str, cast(Sequence[str], one.fact.params["names"]))) for one in findings("DOC108", document)]


def test_doc108_joins_names_that_differ_by_an_ampersand_or_by_the_order_of_letters() -> None:
    document = prose("La direction R&HC achète.", "La RHC tient l’inventaire.", "Le CSTV traduit.", "Le SCTV relit.")
    assert sorted(map(sorted, joined(document))) == [["CSTV", "SCTV"], ["R&HC", "RHC"]]


def test_doc108_is_kept_by_units_that_are_spelled_out_apart() -> None:
    text = ["La Direction Planification Budget (DPB) suit.", "Le Dépôt des Biens Publics (DBP) range.", "DPB et DBP."]
    assert joined(prose(*text)) == []
    assert joined(prose("La DGSP et la DGSC se concertent.")) == []


def test_doc108_finds_an_owner_written_otherwise_once() -> None:
    draft = Draft()
    for owner in ["DE P&O"] * 4 + ["SE P&O"]:
        draft.item("ambition", "assurer le suivi", owners=[owner])
    assert joined(draft.done()) == [["DE P&O", "SE P&O"]]
