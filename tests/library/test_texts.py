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
    "picture-text-dropped",
    "number-deduced",
    "footnote-moved",
    "lines-joined",
    "framework-guessed",
    "language-guessed",
    "no-statement-read",
    "text-box-placed",
    "tracked-changes-resolved",
    "hidden-text-dropped",
}


def printed(words: str) -> set[str]:
    """The values that a sentence prints, not those that only choose between its words."""
    found = set()
    for _, name, specification, _ in string.Formatter().parse(words):
        if name is not None and (not specification or specification.startswith("?")):
            found.add(name)
        found |= printed(specification or "")
    return found


def disagreements(found: dict[str, Text]) -> dict[str, list[set[str]]]:
    asked = {key: [printed(words) for words in value.all()] for key, value in found.items()}
    return {key: names for key, names in asked.items() if any(name != names[0] for name in names)}


def test_every_note_of_reading_has_its_sentence() -> None:
    assert set(texts("notes")) >= NOTES
    for code in sorted(NOTES):
        for language in LANGUAGES:
            sentence = text(f"notes.{code}", language, count=3, section="P3.E")
            assert sentence[-1] == "."
            assert "{" not in sentence


def test_a_sentence_takes_its_values() -> None:
    assert text("notes.columns-reordered", "en", count=4, section="P3.E").startswith("4 list items stood")
    assert text("notes.columns-reordered", "en", count=1, section="P3.E").startswith("One list item stood")
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


def test_a_sentence_that_is_not_well_made_is_named_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "odd.yaml").write_text(
        "hello:\n  fr: a\n  nl: b\n  de: '{count:c}'\n  en: d\n", encoding="utf-8"
    )
    monkeypatch.setattr(text_files, "ROOT", tmp_path)
    for cached in ("texts", "text_names"):
        monkeypatch.setattr(text_files, cached, getattr(text_files, cached).__wrapped__)
    assert text("odd.hello", "fr") == "a"
    with pytest.raises(LibraryError, match=r"odd\.yaml, line 4: the sentence is not well made"):
        text("odd.hello", "de", count=3)


@pytest.mark.parametrize("name", text_names())
def test_every_sentence_is_well_made(name: str) -> None:
    for key in texts(name):
        for language in LANGUAGES:
            assert "{" not in text(f"{name}.{key}", language, count=2)


def test_two_files_may_not_speak_for_one_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = "{fr: mots, nl: woorden, de: Worte, en: words}"
    parts = ("title", "message", "why", "mend", "breaks", "keeps")
    rule = "ABC101:\n" + "".join(f"  {part}: {words}\n" for part in parts)
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "ABC.yaml").write_text(rule, encoding="utf-8")
    monkeypatch.setattr(text_files, "ROOT", tmp_path)
    monkeypatch.setattr(text_files, "_rule_texts", text_files._rule_texts.__wrapped__)
    assert rule_texts()["ABC101"].title.de == "Worte"
    (tmp_path / "rules" / "more.yaml").write_text(f"\n{rule}", encoding="utf-8")
    with pytest.raises(LibraryError, match=r"more\.yaml, line 2: the rule 'ABC101' has texts in two files"):
        rule_texts()
