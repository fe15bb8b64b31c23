"""Which language a text is in. The sentences are invented."""

from __future__ import annotations

import pytest

from filrouge.domain.language.detect import detect_language

SENTENCES = {
    "fr": "La zone de police renforce la présence des agents dans les quartiers et évalue chaque année les résultats.",
    "nl": "Het korps wil dat de agenten meer aanwezig zijn in de wijken en dat het resultaat elk jaar wordt nagegaan.",
    "de": "Die Polizeizone verstärkt die Präsenz der Beamten in den Vierteln und bewertet jedes Jahr die Ergebnisse.",
    "en": "The police zone increases the presence of officers in the districts and evaluates the results every year.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_a_paragraph_is_recognised_surely(language: str) -> None:
    found, confidence = detect_language(SENTENCES[language] * 5)
    assert found == language
    assert confidence > 0.6


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Lettre de mission du chef de corps", "fr"),
        ("Zonaal veiligheidsplan", "nl"),
        ("Sicherheitsplan der Polizeizone", "de"),
        ("Mission letter of the chief", "en"),
    ],
)
def test_a_title_is_recognised_less_surely(title: str, language: str) -> None:
    found, confidence = detect_language(title)
    assert found == language
    assert confidence < 0.5


def test_two_languages_give_the_majority_less_surely() -> None:
    mixed = SENTENCES["nl"] * 6 + SENTENCES["fr"] * 3
    found, confidence = detect_language(mixed)
    assert found == "nl"
    assert confidence < detect_language(SENTENCES["nl"] * 6)[1]


@pytest.mark.parametrize("text", ["", "   ", "12 345 / 678", "***"])
def test_no_words_no_confidence(text: str) -> None:
    assert detect_language(text) == ("fr", 0.0)


def test_a_long_text_is_sampled() -> None:
    assert detect_language(SENTENCES["de"] * 20_000)[0] == "de"
