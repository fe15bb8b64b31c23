"""The frameworks that the library brings: complete, of a piece, and true to the templates they come from."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from filrouge.domain.language.words import fold
from filrouge.domain.model import ITEM_KINDS, LANGUAGES, Framework
from filrouge.domain.reading.detection import detect_framework
from filrouge.library import UnknownName, framework, frameworks

KINDS = (
    "action-plan",
    "activity-report",
    "evaluation-report",
    "integrity-policy",
    "mission-letter",
    "national-security-plan",
    "operational-plan",
    "strategic-plan",
    "zonal-security-plan",
)
every_framework = pytest.mark.parametrize("made", frameworks(), ids=lambda made: made.kind)


def test_the_frameworks_are_there_under_urn_and_kind() -> None:
    assert tuple(made.kind for made in frameworks()) == KINDS
    for kind in KINDS:
        assert framework(kind) == framework(f"urn:filrouge:framework:{kind}")


def test_a_name_that_nobody_carries_lists_those_that_would_do() -> None:
    with pytest.raises(UnknownName, match="mission-letter") as raised:
        framework("urn:filrouge:framework:letter")
    assert raised.value.known == KINDS


@every_framework
def test_sections_form_a_tree_in_order(made: Framework) -> None:
    seen: dict[str, int] = {}
    for section in made.sections:
        assert section.id not in seen
        if section.parent is None:
            assert section.level == 1
        else:
            assert section.level == seen[section.parent] + 1
        seen[section.id] = section.level


@every_framework
def test_numbers_count_up_and_follow_the_tree(made: Framework) -> None:
    last: dict[str | None, int] = defaultdict(int)
    for section in made.sections:
        if section.number is None:
            continue
        above, _, own = section.number.rpartition(".")
        parent = made.sections_by_id[section.parent] if section.parent else None
        assert above == (parent.number if parent and parent.number else "")
        assert int(own) == last[section.parent] + 1
        last[section.parent] = int(own)


@every_framework
def test_a_title_answers_to_one_section_only(made: Framework) -> None:
    """In whatever language: a heading of an unknown document must not point to two sections."""
    owners: dict[str, set[str]] = defaultdict(set)
    for section in made.sections:
        for title in (*section.title.all(), *section.aliases.all()):
            owners[fold(title)].add(section.id)
    assert {title: ids for title, ids in owners.items() if len(ids) > 1} == {}


@every_framework
def test_levels_hang_together(made: Framework) -> None:
    kinds = {level.kind for level in made.levels}
    for level in made.levels:
        assert level.kind in ITEM_KINDS
        assert level.parent is None or level.parent in kinds
        assert level.parent != level.kind
        assert set(level.sections) <= set(made.sections_by_id)
        assert set(level.forms) & {"label", "lead_in", "heading"} or level.sections or level.parent == "theme"


@every_framework
def test_no_name_of_a_label_belongs_to_two_levels(made: Framework) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for level in made.levels:
        if "label" in level.forms:
            for name in level.names.all():
                owners[fold(name)].add(level.kind)
    assert {name: kinds for name, kinds in owners.items() if len(kinds) > 1} == {}


@every_framework
def test_marks_are_phrases_in_every_language(made: Framework) -> None:
    for language in LANGUAGES:
        marks = getattr(made.marks, language)
        assert len(marks) >= 8
        assert len({fold(mark) for mark in marks}) == len(marks)


def guidance(made: Framework) -> Iterator[tuple[str, str]]:
    for section in made.sections:
        for language in LANGUAGES:
            yield language, section.guidance[language]


@every_framework
def test_guidance_is_one_or_two_whole_sentences(made: Framework) -> None:
    for _, text in guidance(made):
        assert text[-1] == "."
        assert len(re.findall(r"[.?!](?:\s|$)", text)) <= 3
        assert 20 <= len(text) <= 330, text


@every_framework
def test_french_and_only_french_spaces_its_semicolons(made: Framework) -> None:
    for language, text in guidance(made):
        wrong = r"\w[;:?!](?:\s|$)" if language == "fr" else r"\s[;:?!]"
        assert not re.search(wrong, text), text


def test_the_letter_has_the_sections_that_the_template_numbers(reference_dir: Path) -> None:
    def walk(nodes: list[dict[str, object]]) -> Iterator[tuple[str | None, str]]:
        for node in nodes:
            number = node["numero"]
            yield (None if number is None else str(number)), fold(str(node["titre"]))
            under = node.get("sections") or node.get("enfants") or node.get("sous_sections") or []
            assert isinstance(under, list)
            yield from walk(under)

    gold = yaml.safe_load((reference_dir / "gold" / "modele-lettre-mission-aig.yaml").read_text(encoding="utf-8"))
    made = framework("mission-letter")
    assert [(s.number, fold(s.title.fr)) for s in made.sections] == list(walk(gold["arborescence"]))
    assert sum(s.number is not None for s in made.sections) == 31


def test_the_policy_has_the_parts_of_the_model(reference_dir: Path) -> None:
    gold = yaml.safe_load((reference_dir / "gold" / "modele-politique-integrite-imf.yaml").read_text(encoding="utf-8"))
    titles = [fold(section["titre"]) for section in gold["modele_de_politique"]["sections"]]
    made = framework("integrity-policy")
    known = {fold(title) for s in made.sections for title in (s.title.fr, *s.aliases.fr)}
    assert [title for title in titles if title not in known] == []
    assert [s.number for s in made.sections] == ["1", "2", "2.1", "2.2", "3", "4", "5", "6", "7"]


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def test_the_guidance_is_in_our_own_words(reference_dir: Path) -> None:
    source = "".join(file.read_text(encoding="utf-8") for file in sorted((reference_dir / "sources").glob("*.txt")))
    theirs = runs(source, 7)
    for made in frameworks():
        for section in made.sections:
            assert not runs(section.guidance.fr, 7) & theirs, section.guidance.fr


CLOSING = [
    (
        "activity-report",
        "fr",
        "Rapport d’activité\nLe chef de corps rend compte de sa lettre de mission.\nObjectif atteint.",
        ["Mandat et période couverte", "Résultats par objectif de la lettre", "Moyens reçus et moyens employés"],
    ),
    (
        "evaluation-report",
        "nl",
        "Evaluatieverslag\nDe commissie beoordeelt de opdrachtbrief.\nAdvies van de commissie: gunstig.",
        ["Geëvalueerd mandaat", "Commissie en procedure", "Beoordeling per doelstelling", "Besluit en advies"],
    ),
    (
        "activity-report",
        "de",
        "Tätigkeitsbericht des Mandatsinhabers\nDer Korpschef berichtet über sein Auftragsschreiben.\nZiel erreicht.",
        ["Mandat und Berichtszeitraum", "Ergebnisse je Ziel des Schreibens", "Beigefügte Unterlagen"],
    ),
]


@pytest.mark.parametrize(("kind", "language", "text", "headings"), CLOSING)
def test_a_report_that_closes_a_mandate_is_not_taken_for_its_letter(
    kind: str, language: str, text: str, headings: list[str]
) -> None:
    found, confidence = detect_framework(text, headings, language, frameworks())
    assert found is not None and found.kind == kind
    assert confidence > 0.6
