"""The five reference documents in Word, OpenDocument and PDF, each in two makes: none reads worse than its text.

One make has proper heading and list styles; the other has bold for headings, every number given by the file's own
numbering, and analyses, quotes and overviews in text boxes. The scorer is the reference folder's own.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from corpus import cases
from corpus.builders.pieces import Look
from variants import sources

MAKES = {
    "styles": Look(styles=True, automatic=True),
    "bold": Look(styles=False, automatic=True, numbered_headings=True, boxes=True),
}
MARGIN = 0.03


@cache
def scorer(reference: Path) -> ModuleType:
    """The reference folder's script, as a module."""
    spec = importlib.util.spec_from_file_location("score_reading", reference / "score" / "score_reading.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(reference: Path, name: str, path: Path) -> dict[str, float]:
    score: Callable[[dict[str, Any], dict[str, Any]], dict[str, float]] = scorer(reference).SCORERS[name]
    return dict(score(cases.answer(path), transcription(reference, name)))


@cache
def transcription(reference: Path, name: str) -> dict[str, Any]:
    found = yaml.safe_load((reference / "gold" / sources.FILES[name][1]).read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


@cache
def of_the_text(reference: Path, name: str) -> dict[str, float]:
    """The figures of the document as plain text: what its variants are held to."""
    return figures(reference, name, reference / "sources" / sources.FILES[name][0])


@pytest.mark.parametrize("make", MAKES)
@pytest.mark.parametrize("format", cases.BUILDERS)
@pytest.mark.parametrize("name", sources.FILES)
def test_reads_as_well_as_the_text(reference_dir: Path, tmp_path: Path, name: str, format: str, make: str) -> None:
    made = sources.script(reference_dir, name, split_titles=make == "bold")
    path = tmp_path / f"{name}.{format}"
    path.write_bytes(cases.BUILDERS[format](made, MAKES[make]))
    found, text = figures(reference_dir, name, path), of_the_text(reference_dir, name)
    worse = {
        figure: (round(found[figure], 3), round(value, 3))
        for figure, value in text.items()
        if found[figure] < value - MARGIN
    }
    assert not worse, f"figure: (this file, the text): {worse}"


@pytest.mark.parametrize("name", sources.FILES)
def test_the_text_is_read_at_all(reference_dir: Path, name: str) -> None:
    """A variant proves nothing beside a text that is read badly: the figures that an issue asked for must be there."""
    least = {"letter": {"headings.f1": 0.85, "validated_on": 1.0, "commitments.no_invented_date": 1.0},
             "aig-letter": {"headings.f1": 0.95},
             "imf-policy": {"policy_sections.recall": 1.0},
             "pns": {"objectives.f1": 0.98, "objectives.number": 0.97, "objectives.section": 0.95, "themes.f1": 0.95},
             "spf": {"strategic_objectives.f1": 1.0, "ambitions.f1": 0.97, "ambitions.owners": 0.95,
                     "ambitions.parent": 0.97, "priorities.f1": 0.9, "swot.strength.f1": 0.97, "swot.weakness.f1": 0.97,
                     "swot.opportunity.f1": 0.97, "swot.threat.f1": 0.97, "risk_domains.f1": 0.95,
                     "risk_domains.links": 0.95, "staff.cells": 0.98, "budget.cells": 0.98}}[name]  # fmt: skip
    found = of_the_text(reference_dir, name)
    assert {figure: found[figure] for figure, value in least.items() if found[figure] < value} == {}
