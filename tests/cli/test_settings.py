"""``filrouge.toml``: language, threshold and waivers; a mistake in it is one sentence with its line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]
WAIVER = '[[waiver]]\ncode = "DOC107"\nreason = "Connu"\nauthor = "Juriste"\ndate = 2031-01-15\n'


def write(letter: Path, text: str) -> None:
    (letter.parent / "filrouge.toml").write_text(text, encoding="utf-8")


def check(filrouge: Call, letter: Path, *words: str) -> dict[str, list[dict[str, object]]]:
    answer = filrouge("check", letter, "--format", "json", "--today", "2031-05-01", *words)
    assert answer.error == ""
    return json.loads(answer.out)


def test_a_waiver_sets_a_remark_aside_with_its_reason(filrouge: Call, letter: Path) -> None:
    write(letter, WAIVER)
    found = check(filrouge, letter)
    assert "DOC107" not in [finding["code"] for finding in found["findings"]]
    (waived,) = found["waived"]
    assert waived["waiver"] == {
        "code": "DOC107", "reason": "Connu", "author": "Juriste", "date": "2031-01-15",
        "until": None, "section": None, "item": None, "words": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("selector", "waives"),
    [
        ('words = "DGXY"', True),
        ('words = "ABC"', False),
        ("until = 2031-12-31", True),
        ("until = 2031-02-01", False),
        ('until = "2031-12-31"', True),
        ('section = "1"', True),
        ('section = "2"', False),
        ('file = "lettre*"', True),
        ('file = "*.docx"', False),
    ],
)
def test_a_waiver_holds_only_for_what_it_selects(filrouge: Call, letter: Path, selector: str, waives: bool) -> None:
    write(letter, WAIVER + selector + "\n")
    assert bool(check(filrouge, letter)["waived"]) is waives


def test_a_waiver_without_effect_is_said(filrouge: Call, letter: Path) -> None:
    write(letter, WAIVER + 'words = "ABC"\n')
    assert check(filrouge, letter)["unused_waivers"][0]["words"] == "ABC"
    assert "sans effet" in filrouge("check", letter).out


def test_language_and_threshold(filrouge: Call, letter: Path) -> None:
    write(letter, 'language = "nl"\nfail-on = "never"\n')
    answer = filrouge("check", letter)
    assert answer.status == 0 and "Waarschuwing" in answer.out
    over = filrouge("check", letter, "--lang", "de", "--fail-on", "info")
    assert over.status == 1 and "Warnung" in over.out


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ('language = "nl"\nfail-on = \n', 2, "TOML"),
        ("[[waiver]\n", 1, "TOML"),
        ('\nlang = "nl"\n', 2, "lang"),
        ('# un\nlanguage = "es"\n', 2, "language"),
        ('fail-on = "often"\n', 1, "fail-on"),
        ('[waiver]\ncode = "DOC107"\n', 1, "[[waiver]]"),
        ("waiver = 3\n", 1, "[[waiver]]"),
        (f'{WAIVER}\n[[waiver]]\ncode = "DOC104"\n', 7, "reason"),
        (f'{WAIVER}who = "x"\n', 6, "who"),
        (WAIVER.replace('"Connu"', '""'), 3, "reason"),
        (WAIVER.replace('"Connu"', "3"), 3, "reason"),
        (WAIVER.replace("DOC107", "ZZZ1"), 2, "ZZZ1"),
        (WAIVER.replace("2031-01-15", '"hier"'), 5, "date"),
        (WAIVER.replace("2031-01-15", "3"), 5, "date"),
    ],
)
def test_a_mistake_is_one_sentence_with_its_line(filrouge: Call, letter: Path, text: str, line: int, word: str) -> None:
    write(letter, text)
    answer = filrouge("check", letter)
    assert answer.status == 2 and answer.out == ""
    assert answer.error.count("\n") == 1
    assert f"ligne {line} " in answer.error.replace("\u00a0", " ").replace("\u202f", " ")
    assert word in answer.error


def test_a_file_of_settings_in_another_encoding_or_too_large(filrouge: Call, letter: Path) -> None:
    settings = letter.parent / "filrouge.toml"
    settings.write_bytes('language = "é"'.encode("latin-1"))
    assert "UTF-8" in filrouge("check", letter).error
    settings.write_bytes(b"#" * 1_000_001)
    assert filrouge("check", letter).status == 2


def test_a_mistake_beside_one_file_does_not_stop_the_others(filrouge: Call, letter: Path) -> None:
    folder = letter.parent / "autre"
    folder.mkdir()
    (folder / "plan.txt").write_text("Plan\n\nTexte.\n", encoding="utf-8")
    (folder / "filrouge.toml").write_text("x", encoding="utf-8")
    answer = filrouge("check", letter, folder / "plan.txt", "--format", "json")
    assert answer.status == 2
    first, second = json.loads(answer.out)
    assert first["findings"] and "filrouge.toml" in second["error"]
