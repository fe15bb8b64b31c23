"""Which framework a document answers to. Frameworks and texts are invented, the references aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from filrouge.domain.model import Framework, FrameworkSection, Level, Names, Text
from filrouge.domain.reading.detection import detect_framework
from filrouge.library import frameworks


def same(words: str) -> Text:
    return Text(words, words, words, words)


def framework(kind: str, title: str, marks: tuple[str, ...], sections: tuple[str, ...], level: str) -> Framework:
    return Framework(
        urn=f"urn:filrouge:framework:{kind}",
        kind=kind,
        version=1,
        title=same(title),
        description=same(""),
        source="invented",
        marks=Names(fr=marks),
        sections=tuple(
            FrameworkSection(f"s{i}", None, same(name), same(""), 1, None, True) for i, name in enumerate(sections)
        ),
        levels=(Level("objective", Names(fr=(level,)), ("numbered",)),),
    )


GARDEN = framework(
    "garden",
    "Plan du jardin",
    ("plan du jardin", "plates-bandes"),
    ("Introduction", "Semis et récoltes", "Arrosage du jardin"),
    "culture",
)
KITCHEN = framework(
    "kitchen",
    "Carte de cuisine",
    ("carte de cuisine", "brigade"),
    ("Introduction", "Entrées et desserts", "Service en salle"),
    "plat",
)
BOTH = (GARDEN, KITCHEN)


def test_name_headings_and_marks_decide() -> None:
    text = "Plan du jardin. Le plan du jardin décrit les plates-bandes. Plan du jardin annuel."
    found, confidence = detect_framework(
        text, ["Introduction", "1. Semis et récoltes", "ARROSAGE DU JARDIN"], "fr", BOTH
    )
    assert found is GARDEN
    assert confidence > 0.6


def test_a_heading_in_other_words_counts_less() -> None:
    _, exact = detect_framework("", ["Semis et récoltes"], "fr", BOTH)
    _, alike = detect_framework("", ["Les récoltes et le semis"], "fr", BOTH)
    assert 0 < alike <= exact


@pytest.mark.parametrize("text", ["", "Un texte sur tout autre chose, sans rapport.", "Introduction"])
def test_nothing_fits(text: str) -> None:
    assert detect_framework(text, ["Introduction"], "fr", BOTH) == (None, 0.0)


def test_two_that_fit_alike_give_little_confidence() -> None:
    text = "Le plan du jardin et la carte de cuisine : plates-bandes et brigade."
    found, confidence = detect_framework(text, [], "fr", BOTH)
    assert found is None
    assert confidence < 0.3


def test_no_framework_is_none() -> None:
    assert detect_framework("Plan du jardin", [], "fr", ()) == (None, 0.0)


@pytest.mark.parametrize(
    ("language", "text", "headings", "kind"),
    [
        (
            "nl",
            "Opdrachtbrief van de korpschef, mandaathouder. De politieraad keurde deze opdrachtbrief goed.",
            ["Inleiding", "Strategische doelstellingen", "Middelen"],
            "mission-letter",
        ),
        (
            "de",
            "Auftragsschreiben. Der Mandatsinhaber und Korpschef legt dieses Auftragsschreiben dem Polizeirat vor.",
            ["Einleitung", "Beschreibung des Mandats"],
            "mission-letter",
        ),
        (
            "nl",
            "Integriteitsbeleid. Het integriteitsbeleid steunt op de deontologie; integriteit is ieders zaak.",
            ["Inleiding"],
            "integrity-policy",
        ),
        (
            "fr",
            "Plan zonal de sécurité. Il met en œuvre le plan national de sécurité dans la zone de police.",
            ["Scanning et analyse", "Attentes des autorités", "Objectifs stratégiques", "Approbation"],
            "zonal-security-plan",
        ),
        (
            "nl",
            "Zonaal veiligheidsplan, goedgekeurd door de zonale veiligheidsraad van de politiezone.",
            ["Scanning en analyse", "Argumentatiematrix", "Actieplannen", "Goedkeuring"],
            "zonal-security-plan",
        ),
        (
            "de",
            "Nationaler Sicherheitsplan der integrierten Polizei. Die zonalen Sicherheitspläne schließen daran an.",
            ["Einleitung", "Transversale Themen", "Sicherheitsphänomene"],
            "national-security-plan",
        ),
    ],
)
def test_invented_documents(language: str, text: str, headings: list[str], kind: str) -> None:
    found, confidence = detect_framework(text, headings, language, frameworks())
    assert found is not None and found.kind == kind
    assert 0.3 < confidence < 0.95


@pytest.mark.parametrize(
    "text",
    [
        "Procès-verbal du conseil communal. Le conseil approuve le budget et le rapport de la police. Divers.",
        "Rapport annuel de la zone. Le chef de corps présente les chiffres. La police intégrée a traité 3000 faits.",
        "Recette : mélanger la farine et les œufs, puis cuire.",
    ],
)
def test_other_documents_are_not_taken_for_sure(text: str) -> None:
    _, confidence = detect_framework(text, ["Introduction", "Conclusion"], "fr", frameworks())
    assert confidence < 0.5


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("000", "mission-letter"),
        ("001", "mission-letter"),
        ("002", "integrity-policy"),
        ("003", "national-security-plan"),
        ("004", "strategic-plan"),
    ],
)
def test_references(reference_dir: Path, name: str, kind: str) -> None:
    text = next((reference_dir / "sources").glob(f"{name}_*.txt")).read_text(encoding="utf-8")
    headings = [line.strip() for line in text.splitlines() if 3 < len(line.strip()) <= 90]
    found, confidence = detect_framework(text, headings, "fr", frameworks())
    assert found is not None and found.kind == kind
    assert confidence > 0.6


def test_a_title_that_is_just_the_name_of_a_kind_counts() -> None:
    text = "Zonaler Sicherheitsplan 2028-2033\n\nSWOT-Analyse\n\nStrategische Ziele\n"
    headings = ["SWOT-Analyse", "Strategische Ziele"]
    found, _ = detect_framework(text, headings, "de", frameworks())
    assert found is not None and found.kind == "zonal-security-plan"
