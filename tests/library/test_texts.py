"""The sentences: the same placeholders in the four languages, and a clear refusal of what is not there."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from filrouge.domain.model import LANGUAGES, Text
from filrouge.library import LibraryError, UnknownName, rule_texts, text, text_files
from filrouge.library.text_files import text_names, texts

NOTES = {
    "columns-reordered",
    "numbering-gap-closed",
    "heading-inferred",
    "table-rebuilt",
    "running-title-dropped",
    "footnote-moved",
    "lines-joined",
    "framework-guessed",
    "language-guessed",
    "text-box-placed",
    "tracked-changes-resolved",
    "hidden-text-dropped",
}


def placeholders(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}


def disagreements(found: dict[str, Text]) -> dict[str, list[set[str]]]:
    asked = {key: [placeholders(words) for words in value.all()] for key, value in found.items()}
    return {key: names for key, names in asked.items() if any(name != names[0] for name in names)}


def test_every_note_of_reading_has_its_sentence() -> None:
    assert set(texts("notes")) >= NOTES
    for code in sorted(NOTES):
        for language in LANGUAGES:
            sentence = text(f"notes.{code}", language, count=3, section="P3.E")
            assert sentence[-1] == "."
            assert "{" not in sentence


def test_a_sentence_takes_its_values() -> None:
    assert text("notes.columns-reordered", "en", count=4, section="P3.E").startswith("4 list items")
    assert "« P3.E »" in text("notes.columns-reordered", "fr", count=4, section="P3.E")


@pytest.mark.parametrize("name", text_names())
def test_the_four_languages_take_the_same_values(name: str) -> None:
    assert disagreements(texts(name)) == {}


@pytest.mark.parametrize("name", text_names())
def test_no_sentence_is_left_untranslated(name: str) -> None:
    """Long sentences that are the same in two languages were surely copied and forgotten."""
    for key, value in texts(name).items():
        long = [words for words in value.all() if len(re.findall(r"[^\W\d]{3,}", words)) > 5]
        assert len(set(long)) == len(long), f"{name}.{key}"


def test_the_messages_of_a_rule_take_the_same_values() -> None:
    assert disagreements({code: rule.message for code, rule in rule_texts().items()}) == {}


def test_rule_texts_carry_their_code_and_are_a_copy() -> None:
    found = rule_texts()
    assert all(code == rule.code for code, rule in found.items())
    found.clear()
    assert rule_texts() == rule_texts() != found or not rule_texts()


@pytest.mark.parametrize(
    ("key", "language", "known"),
    [
        ("nothing.hello", "fr", "notes"),
        ("notes.hello", "fr", "notes.heading-inferred"),
        ("notes", "fr", "notes.heading-inferred"),
        ("notes.heading-inferred", "it", "de"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(key: str, language: str, known: str) -> None:
    with pytest.raises(UnknownName) as raised:
        text(key, language)
    assert known in raised.value.known


def test_a_value_left_out_names_the_line_of_the_sentence() -> None:
    with pytest.raises(LibraryError, match=r"texts/notes\.yaml, line 3: .*'count'"):
        text("notes.columns-reordered", "fr", section="P3.E")


def test_two_files_may_not_speak_for_one_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = "{fr: mots, nl: woorden, de: Worte, en: words}"
    parts = "".join(f"{part}: {words}\n" for part in ("title", "message", "why", "mend", "breaks", "keeps"))
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "ABC101.yaml").write_text(f"code: ABC101\n{parts}", encoding="utf-8")
    family = "ABC101:\n" + "".join(f"  {line}\n" for line in parts.splitlines())
    monkeypatch.setattr(text_files, "ROOT", tmp_path)
    monkeypatch.setattr(text_files, "_rule_texts", text_files._rule_texts.__wrapped__)
    assert rule_texts()["ABC101"].title.de == "Worte"
    (tmp_path / "rules" / "family.yaml").write_text(family, encoding="utf-8")
    with pytest.raises(LibraryError, match=r"family\.yaml, line 1: the rule 'ABC101' has texts in two files"):
        rule_texts()
