"""Statements known by where they stand: under an axis, or by a number that extends the one above. Invented texts."""

from __future__ import annotations

from filrouge.domain.model import Document, Framework
from filrouge.domain.reading import read
from filrouge.library import frameworks
from tests.domain.reading.support import lines_of


def strategic() -> Framework:
    return next(f for f in frameworks() if f.kind == "strategic-plan")


def under(text: str) -> list[tuple[str, str | None, str | None]]:
    document: Document = read(lines_of(text), [strategic()], strategic().urn)
    numbers = {item.id: item.number for item in document.items}
    return [(item.kind, item.number, numbers.get(item.parent or "")) for item in document.items]


def test_a_number_that_extends_the_objective_above_makes_the_next_level() -> None:
    text = """Strategic objective 1: Safer quays

- 1.1 Cut thefts by a quarter before 2029 (Operations)
- 1.2 Patrol every quay at night (Operations)

Strategic objective 2: A calm harbour

The harbour is busy in summer.
"""
    assert under(text) == [
        ("strategic_objective", "1", None),
        ("operational_objective", "1.1", "1"),
        ("operational_objective", "1.2", "1"),
        ("strategic_objective", "2", None),
    ]


def test_a_number_that_begins_further_on_belongs_to_another_count() -> None:
    text = """Strategic objective 1: Safer quays

- 1.2 Patrol every quay at night (Operations)
"""
    assert under(text) == [("strategic_objective", "1", None)]


def test_the_list_under_a_challenge_holds_its_objectives() -> None:
    text = """Chantier 3 : Une équipe soudée

• Former chaque agent à l’accueil
• Installer un parrainage des nouveaux
"""
    assert under(text) == [
        ("priority", "3", None),
        ("strategic_objective", None, "3"),
        ("strategic_objective", None, "3"),
    ]


def test_codes_of_a_swot_list_are_labels() -> None:
    text = """Analyse SWOT

Forces
F1. Personnel expérimenté
F2. Implantation dans toutes les provinces

Faiblesses
f1. Outils informatiques vieillissants

Opportunités
O1. Intérêt du public

Menaces
M1. Cyberattaques
"""
    document = read(lines_of(text), [strategic()], strategic().urn)
    assert [(item.kind, item.number) for item in document.swot] == [
        ("strength", "1"),
        ("strength", "2"),
        ("weakness", "1"),
        ("opportunity", "1"),
        ("threat", "1"),
    ]
    assert [item.text for item in document.swot][:1] == ["Personnel expérimenté"]


def test_a_plan_in_which_nothing_was_recognised_says_so() -> None:
    document = read(
        lines_of("Strategic plan\n\nThe service looks back on a good year.\n"), [strategic()], strategic().urn
    )
    assert "no-statement-read" in [note.code for note in document.notes]
    document = read(lines_of("Strategic objective 1: Safer quays\n"), [strategic()], strategic().urn)
    assert "no-statement-read" not in [note.code for note in document.notes]
