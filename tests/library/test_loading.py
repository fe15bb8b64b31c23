"""A mistake in a library file is named with its file and its line; a good file costs little."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from filrouge.library import LibraryError, framework_file, frameworks
from filrouge.library.framework_file import framework, load_framework
from filrouge.library.plan_file import load_plan
from filrouge.library.text_files import load_rule_texts, load_texts

Words = "{fr: mots, nl: woorden, de: Worte, en: words}"
Lists = "{fr: [mot], nl: [woord], de: [Wort], en: [word]}"
FRAMEWORK = f"""\
kind: sample
version: 1
title: {Words}
description: {Words}
source: invented for the tests
marks: {Lists}
sections:
  - id: one
    number: "1"
    title: {Words}
    guidance: {Words}
    required: true
    sections:
      - id: inner
        number: "1.1"
        title: {Words}
        guidance: {Words}
  - id: two
    title: {Words}
    guidance: {Words}
    aliases: {{fr: [Autre titre]}}
levels:
  - kind: strategic_objective
    names: {Lists}
    forms: [label, lead_in]
  - kind: action
    names: {Lists}
    forms: [bulleted]
    parent: strategic_objective
    sections: [inner]
parts:
  - {{code: T, names: {Lists}}}
severities:
  DOC101: info
rules: [MAN101]
"""
PLAN = f"""\
framework: mission-letter
title: {Words}
abbreviation: SAMPLE 2030
from: 2030
until: 2031
source: invented for the tests
themes:
  - code: T1
    title: {Words}
    objectives:
      1: {Words}
      3: {Words}
    headings:
      - code: A
        title: {Words}
        objectives: {{4: {Words}}}
"""
RULES = f"""\
ABC101:
  title: {Words}
  message: {Words}
  why: {Words}
  mend: {Words}
  breaks: {Words}
  keeps: {Words}
"""


def written(folder: Path, text: str, name: str = "sample") -> Path:
    file = folder / f"{name}.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_framework_keeps_all_that_the_file_says(tmp_path: Path) -> None:
    made = load_framework(written(tmp_path, FRAMEWORK))
    assert (made.urn, made.kind, made.version) == ("urn:filrouge:framework:sample", "sample", 1)
    assert [(s.id, s.number, s.level, s.parent, s.required) for s in made.sections] == [
        ("one", "1", 1, None, True),
        ("inner", "1.1", 2, "one", False),
        ("two", None, 1, None, False),
    ]
    assert made.sections[2].aliases.fr == ("Autre titre",)
    assert made.sections[2].aliases.nl == ()
    assert made.levels[1].forms == ("bulleted",)
    assert made.levels[1].sections == ("inner",)
    assert made.parts[0].code == "T"
    assert made.severities == (("DOC101", "info"),)
    assert made.rules == ("MAN101",)


def test_a_plan_numbers_its_codes_and_pointers(tmp_path: Path) -> None:
    made = load_plan(written(tmp_path, PLAN))
    assert (made.slug, made.urn, made.period) == ("sample", "urn:filrouge:plan:sample", (2030, 2031))
    assert [(t.code, t.number, t.parent) for t in made.themes] == [("T1", "1", None), ("T1.A", "A", "T1")]
    pointers = [(o.code, o.number, o.pointer) for t in made.themes for o in t.objectives]
    assert pointers == [
        ("T1.1", 1, "SAMPLE 2030, T1, 1"),
        ("T1.3", 3, "SAMPLE 2030, T1, 3"),
        ("T1.A.4", 4, "SAMPLE 2030, T1.A, 4"),
    ]


Load = Callable[[Path], object]
MISTAKES: list[tuple[Load, str, str, str, int, str]] = [
    (load_framework, FRAMEWORK, "kind: sample", "kind: other", 1, "the file is named 'sample'"),
    (load_framework, FRAMEWORK, "version: 1", "version: one", 2, "must be a whole number"),
    (load_framework, FRAMEWORK, f"title: {Words}", "title: {fr: a, nl: b, en: d}", 3, "'de' is missing"),
    (load_framework, FRAMEWORK, f"description: {Words}", "description: {fr: a, nl: b, de: ' ', en: d}", 4, "empty"),
    (load_framework, FRAMEWORK, "source: invented", "sources: invented", 5, "the key 'sources' is not known"),
    (load_framework, FRAMEWORK, f"marks: {Lists}", "marks: {fr: [a], nl: [b], de: [c]}", 6, "'en' is missing"),
    (load_framework, FRAMEWORK, "id: two", "id: inner", 18, "two sections have the id 'inner'"),
    (load_framework, FRAMEWORK, "required: true", "required: yes", 12, "it may be: true, false"),
    (load_framework, FRAMEWORK, "[Autre titre]", "Autre titre", 21, "'fr' must be a list"),
    (load_framework, FRAMEWORK, "kind: action", "kind: deed", 26, "'kind' is 'deed'"),
    (load_framework, FRAMEWORK, "[bulleted]", "[bullets]", 28, "the form 'bullets' is not known"),
    (load_framework, FRAMEWORK, "parent: strategic_objective", "parent: priority", 29, "'priority' is not a level"),
    (load_framework, FRAMEWORK, "sections: [inner]", "sections: [outer]", 30, "the section 'outer' is not known"),
    (load_framework, FRAMEWORK, "DOC101: info", "DOC101: grave", 34, "it may be: error, warning, info"),
    (load_framework, FRAMEWORK, "rules: [MAN101]", "rules: [MAN101", 36, "this is not YAML"),
    (load_framework, FRAMEWORK, "version: 1", "version: 1\nversion: 2", 3, "'version' stands twice"),
    (load_plan, PLAN, "framework: mission-letter", "framework: letter", 1, "it may be: "),
    (load_plan, PLAN, "until: 2031", "until: 2029", 5, "before it begins in 2030"),
    (load_plan, PLAN, "code: T1", "code: 1T", 8, "must be capitals and a number"),
    (load_plan, PLAN, f"3: {Words}", f"1: {Words}", 12, "'1' stands twice"),
    (load_plan, PLAN, f"3: {Words}", f"0: {Words}", 12, "greater than the one before"),
    (load_plan, PLAN, f"3: {Words}", "3: {fr: mots}", 12, "'nl' is missing"),
    (load_plan, PLAN, "{4:", "{four:", 16, "must be a whole number"),
    (load_texts, f"hello: {Words}\n", f"hello: {Words}", "hello: bonjour", 1, "keys with values"),
    (load_texts, f"hello: {Words}\n", f"hello: {Words}", f"\n- {Words}", 2, "keys with values"),
    (load_rule_texts, RULES, f"  mend: {Words}\n", "", 1, "'mend' is missing"),
    (load_rule_texts, RULES, f"why: {Words}", "why: {fr: a, nl: b, de: c, en: d, it: e}", 4, "the key 'it'"),
]


@pytest.mark.parametrize(("load", "good", "old", "new", "line", "problem"), MISTAKES)
def test_a_mistake_is_named_with_its_line(
    tmp_path: Path, load: Load, good: str, old: str, new: str, line: int, problem: str
) -> None:
    load(written(tmp_path, good))
    assert old in good
    file = written(tmp_path, good.replace(old, new, 1))
    with pytest.raises(LibraryError) as raised:
        load(file)
    assert (raised.value.file, raised.value.line) == (file, line)
    assert problem in raised.value.problem
    assert str(file) in str(raised.value)
    assert f"line {line}:" in str(raised.value)


@pytest.mark.parametrize(
    ("content", "line", "problem"),
    [
        (b"", 1, "empty"),
        (b"# nothing\n", 1, "empty"),
        (b"kind: x\ntitle: \xe9\n", 2, "not UTF-8"),
        (b"a: \x00", 1, "not YAML"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, content: bytes, line: int, problem: str) -> None:
    file = tmp_path / "sample.yaml"
    file.write_bytes(content)
    with pytest.raises(LibraryError) as raised:
        load_framework(file)
    assert raised.value.line == line
    assert problem in raised.value.problem


def test_an_absent_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="cannot be opened"):
        load_texts(tmp_path / "none.yaml")


def test_all_frameworks_are_read_in_little_time() -> None:
    """60 ms of processor time for the four together, on a machine of our time; measured here at about 10."""
    frameworks()  # the first call pays for importing the parser
    spent = []
    for _ in range(3):
        frameworks.cache_clear()
        framework_file._of_kind.cache_clear()
        start = time.process_time()
        frameworks()
        spent.append(time.process_time() - start)
    assert min(spent) < 0.06


def test_one_framework_asked_for_leaves_the_others_unread() -> None:
    framework_file._of_kind.cache_clear()
    assert framework("integrity-policy") is framework("urn:filrouge:framework:integrity-policy")
    assert framework_file._of_kind.cache_info().currsize == 1


def test_importing_the_library_imports_no_parser() -> None:
    code = "import sys, filrouge.library; sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
