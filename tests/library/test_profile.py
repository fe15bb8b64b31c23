"""The checklist of an entity's profile, and what the loader refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from filrouge.library import LibraryError, framework
from filrouge.library.profile_file import KIND, load_profile, profile

WORDS = "{fr: a, nl: b, de: c, en: d}"


def written(folder: Path, *questions: str) -> Path:
    file = folder / "checklist.yaml"
    lines = "".join(f"      - {{{one}}}\n" for one in questions)
    file.write_text(f"source: {WORDS}\ngroups:\n  - id: entity\n    title: {WORDS}\n    questions:\n{lines}", "utf-8")
    return file


def question(**more: str) -> str:
    known = {"id": "area", "title": WORDS, "question": WORDS, "section": "societal-context", "months": "12", **more}
    return ", ".join(f"{key}: {value}" for key, value in known.items() if value)


def test_every_question_points_to_a_section_and_holds_for_a_time() -> None:
    sections = framework(KIND).sections_by_id
    asked = profile().questions
    assert len(asked) == sum(len(group.questions) for group in profile().groups) >= 20
    assert all(one.section in sections and one.months > 0 for one in asked.values())
    assert {"area", "seveso", "borders", "inhabitants", "prisons", "events"} <= set(asked)


def test_a_file_of_that_shape_is_read(tmp_path: Path) -> None:
    assert load_profile(written(tmp_path, question())).questions["area"].title["de"] == "c"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (question(section="nowhere"), "'section' is 'nowhere'"),
        (question(months="soon"), "'months' must be a whole number"),
        (question(title="{fr: a, nl: b, de: c}"), "'en' is missing"),
        (question(more="x"), "the key 'more' is not known"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, wrong: str, said: str) -> None:
    with pytest.raises(LibraryError) as caught:
        load_profile(written(tmp_path, wrong))
    assert said in caught.value.problem and caught.value.line == 6


def test_a_question_stands_once(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="stands there twice"):
        load_profile(written(tmp_path, question(), question()))
