"""The National Security Plan 2016-2019: its structure is the official one, its labels are ours."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from filrouge.domain.model import LANGUAGES, PlanObjective, ReferencePlan
from filrouge.library import UnknownName, framework, plan, plans

SLUG = "pns-2016-2019"


@pytest.fixture(scope="module")
def made() -> ReferencePlan:
    return plan(SLUG)


@pytest.fixture(scope="module")
def official(reference_dir: Path) -> dict[str, tuple[str, dict[int, str]]]:
    """By code of theme or heading, in order: its title and its objectives by number."""
    gold = yaml.safe_load((reference_dir / "gold" / f"{SLUG}.yaml").read_text(encoding="utf-8"))

    def parts() -> Iterator[dict[str, Any]]:
        for theme in gold["themes_transversaux"] + gold["phenomenes"]:
            yield theme
            yield from theme.get("rubriques", [])

    return {p["code"]: (p["titre"], {o["numero"]: o["texte"] for o in p.get("objectifs", [])}) for p in parts()}


def objectives(made: ReferencePlan) -> list[PlanObjective]:
    return [objective for theme in made.themes for objective in theme.objectives]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}


def test_the_plan_is_known_by_its_slug() -> None:
    assert SLUG in plans()
    with pytest.raises(UnknownName, match=SLUG):
        plan("pns-2012-2015")


def test_it_says_what_it_is(made: ReferencePlan) -> None:
    assert made.urn == f"urn:filrouge:plan:{SLUG}"
    assert made.framework == framework("national-security-plan").urn
    assert made.period == (2016, 2019)


def test_themes_headings_and_objectives_are_all_there(made: ReferencePlan) -> None:
    themes = [theme.code for theme in made.themes if theme.parent is None]
    assert themes == [f"T{n}" for n in range(1, 8)] + [f"P{n}" for n in range(1, 11)]
    assert len(objectives(made)) == 225
    codes = [theme.code for theme in made.themes]
    assert all(theme.parent is None or theme.parent in codes for theme in made.themes)


def test_codes_and_pointers_lead_back_to_the_plan(made: ReferencePlan) -> None:
    for theme in made.themes:
        for objective in theme.objectives:
            assert objective.code == f"{theme.code}.{objective.number}"
            assert objective.pointer == f"PNS 2016-2019, {theme.code}, {objective.number}"
    assert len({objective.code for objective in objectives(made)}) == 225


def test_labels_are_short_and_told_apart_in_every_language(made: ReferencePlan) -> None:
    for language in LANGUAGES:
        labels = [objective.label[language] for objective in objectives(made)]
        assert [label for label in labels if not 3 <= len(label.split()) <= 9] == []
        assert len(set(labels)) == len(labels)
        assert all(label[-1] != "." and label == label.strip() for label in labels)


def test_structure_and_numbers_are_the_official_ones(
    made: ReferencePlan, official: dict[str, tuple[str, dict[int, str]]]
) -> None:
    ours = {theme.code: [objective.number for objective in theme.objectives] for theme in made.themes}
    assert ours == {code: list(numbers) for code, (_, numbers) in official.items()}
    assert list(ours) == list(official)


def test_titles_are_the_official_ones(made: ReferencePlan, official: dict[str, tuple[str, dict[int, str]]]) -> None:
    for theme in made.themes:
        title = official[theme.code][0]
        assert difflib.SequenceMatcher(None, theme.title.fr, title).ratio() > 0.95


def test_no_label_repeats_the_official_text(
    made: ReferencePlan, official: dict[str, tuple[str, dict[int, str]]]
) -> None:
    theirs = {run for _, numbers in official.values() for text in numbers.values() for run in runs(text, 6)}
    for objective in objectives(made):
        assert not runs(objective.label.fr, 6) & theirs, objective
    for theme in made.themes:
        for objective in theme.objectives:
            assert words(objective.label.fr) != words(official[theme.code][1][objective.number])
