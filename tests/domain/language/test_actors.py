"""Who does what a sentence says: the signatory, a unit or function, the whole, or somebody else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filrouge.domain.language.actors import FOREIGN, SIGNATORY, UNIT, WHOLE, actors, agent, answerable, subject
from filrouge.domain.model import LANGUAGES

SUBJECTS = [
    ("fr", SIGNATORY, "Je veux rouvrir l'accueil", "veux"),
    ("fr", UNIT, "Le service d'accueil répond", "répond"),
    ("fr", WHOLE, "Nous rouvrons l'accueil", "rouvrons"),
    ("fr", FOREIGN, "Le procureur du roi classera", "classera"),
    ("nl", SIGNATORY, "Ik wil het onthaal heropenen", "wil"),
    ("nl", UNIT, "De verkeersdienst zal antwoorden", "zal"),
    ("nl", WHOLE, "Wij heropenen het onthaal", "heropenen"),
    ("nl", FOREIGN, "De burger moet bellen", "moet"),
    ("de", SIGNATORY, "Ich will den Empfang öffnen", "will"),
    ("de", UNIT, "Der Verkehrsdienst wird antworten", "wird"),
    ("de", WHOLE, "Wir öffnen den Empfang", "öffnen"),
    ("de", FOREIGN, "Der Bürger muss anrufen", "muss"),
    ("en", SIGNATORY, "I will reopen the desk", "will"),
    ("en", UNIT, "The traffic brigade will answer", "will"),
    ("en", WHOLE, "We reopen the desk", "reopen"),
    ("en", FOREIGN, "The prosecutor will close it", "will"),
]


@pytest.mark.parametrize(("language", "role", "text", "verb"), SUBJECTS)
def test_the_subject_of_each_role_and_language(language: str, role: str, text: str, verb: str) -> None:
    found = subject(text, language, text.index(verb))
    assert found is not None
    assert found.role == role


@pytest.mark.parametrize(
    ("language", "role", "text"),
    [
        ("fr", SIGNATORY, "Le jeton est rendu"),
        ("fr", UNIT, "Les véhicules sont rendus"),
        ("fr", WHOLE, "Le cornichon est rendu"),
        ("fr", FOREIGN, "La mairesse signe"),
        ("nl", SIGNATORY, "De ikvorm wordt vermeden"),
        ("nl", UNIT, "De voertuigen keren terug"),
        ("nl", WHOLE, "De weg is open"),
        ("nl", FOREIGN, "De ploeg antwoordt"),
        ("de", SIGNATORY, "Die Ichform wird vermieden"),
        ("de", UNIT, "Die Fahrzeuge kehren zurück"),
        ("de", WHOLE, "Der Wirt ist offen"),
        ("de", FOREIGN, "Die Wache antwortet"),
        ("en", SIGNATORY, "It is given back"),
        ("en", UNIT, "The vehicles return"),
        ("en", WHOLE, "The west is open"),
        ("en", FOREIGN, "The team answers"),
    ],
)
def test_words_that_only_look_like_an_actor_are_none(language: str, role: str, text: str) -> None:
    assert role not in {one.role for one in actors(text, language)}


@pytest.mark.parametrize(
    ("language", "text", "owner"),
    [
        ("fr", "La formation est donnée par la direction du personnel", "direction"),
        ("fr", "Nous ouvrons un accueil avec l'aide du parquet", "Nous"),
        ("fr", "Un accueil est ouvert", None),
        ("nl", "De opleiding wordt gegeven door de personeelsdienst", "personeelsdienst"),
        ("de", "Die Schulung wird durch den Personaldienst gegeben", "Personaldienst"),
        ("en", "The training is given by the traffic brigade", "brigade"),
        ("en", "Improve the quality of service", None),
    ],
)
def test_who_answers_is_the_unit_before_the_whole(language: str, text: str, owner: str | None) -> None:
    found = answerable(text, language)
    assert (text[found.start : found.end] if found else None) == owner


def test_an_abbreviation_is_a_unit_and_a_number_in_capitals_is_none() -> None:
    assert [one.role for one in actors("Le SLR se charge du volet IV", "fr")] == [UNIT]
    assert agent("Contrôles faits par la DPROX", "fr") is not None
    assert agent("Contrôles faits à pied", "fr") is None


@given(st.text(max_size=120), st.sampled_from(LANGUAGES))
def test_actors_stand_within_the_text_in_order(text: str, language: str) -> None:
    found = actors(text, language)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert list(found) == sorted(found, key=lambda one: one.start)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError):
        actors("Nosotros", "es")
