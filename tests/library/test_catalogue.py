"""The catalogue of instruments of integrity: whole, of a piece, and true to the model it comes from."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest
import yaml

from filrouge.domain.language.words import flat, fold, phrases
from filrouge.domain.model import LANGUAGES, Catalogue, Instrument
from filrouge.library import LibraryError, UnknownName, catalogue, catalogues, framework
from filrouge.library.catalogue_file import load_catalogue

KNOWN = catalogue("integrity")
every_instrument = pytest.mark.parametrize("one", KNOWN.instruments, ids=lambda one: one.id)


def test_the_framework_names_its_catalogue() -> None:
    assert catalogues() == ("integrity",)
    assert framework("integrity-policy").catalogue is KNOWN
    assert framework("mission-letter").catalogue is None


def test_an_unknown_catalogue_is_told() -> None:
    with pytest.raises(UnknownName, match="integrity"):
        catalogue("courage")


def test_there_are_some_eighty_instruments_and_what_carries_them() -> None:
    assert 75 <= len(KNOWN.of_pillar("instruments")) <= 90
    assert all(len(KNOWN.of_function(one.id)) >= 10 for one in KNOWN.functions)
    assert all(len(KNOWN.of_pillar(one.id)) >= 5 for one in KNOWN.pillars)
    approaches = Counter(one.approach for one in KNOWN.instruments)
    assert min(approaches[name] for name in ("control", "stimulate", "both")) >= 20


def test_every_instrument_of_the_first_pillar_has_a_function() -> None:
    assert all(one.function for one in KNOWN.of_pillar("instruments"))


def test_matters_are_sections_of_the_framework() -> None:
    sections = framework("integrity-policy").sections_by_id
    assert [one.section for one in KNOWN.matters if one.section not in sections] == []
    assert {one.id for one in KNOWN.matters} == {"actors", "monitoring", "evaluation", "communication"}


@every_instrument
def test_an_instrument_is_described_in_one_sentence(one: Instrument) -> None:
    for language in LANGUAGES:
        text = one.description[language]
        assert 20 <= len(text) <= 140 and text.endswith("."), text
        assert len(re.findall(r"\.(?:\s|$)", text)) == 1, text


@every_instrument
def test_an_instrument_is_known_by_words_of_its_own(one: Instrument) -> None:
    """In each language some of its words find it, and its own title or one of its words is unlike any other's."""
    for language in LANGUAGES:
        words = getattr(one.words, language)
        assert len({fold(word) for word in words}) == len(words)
        others = [getattr(other.words, language) for other in KNOWN.instruments if other.id != one.id]
        assert any(all(word not in found for found in others) for word in words), (one.id, language)
        for word in words:
            assert phrases(*words).search(flat(word.rstrip("*"))), word


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_instruments_do_not_share_a_title(language: str) -> None:
    titles: dict[str, list[str]] = defaultdict(list)
    for one in KNOWN.instruments:
        titles[fold(one.title[language])].append(one.id)
    assert {title: ids for title, ids in titles.items() if len(ids) > 1} == {}


def example_words(reference_dir: Path) -> list[tuple[str, str]]:
    """The examples of the model as the transcription lists them, each with how it was read."""
    gold = yaml.safe_load((reference_dir / "gold" / "modele-politique-integrite-imf.yaml").read_text(encoding="utf-8"))
    found = []
    for function in gold["fonctions"]:
        for category in function["categories"]:
            for part in category.get("sous_categories") or [category]:
                found += [(one["exemple"], one["approche"]) for one in part.get("exemples", [])]
    return found


def test_nearly_every_example_of_the_model_is_recognised(reference_dir: Path) -> None:
    examples = example_words(reference_dir)
    missed = [
        text for text, _ in examples if not any(phrases(*one.words.fr).search(flat(text)) for one in KNOWN.instruments)
    ]
    assert len(examples) == 80
    assert len(missed) <= 12, missed


def test_the_descriptions_are_in_our_own_words(reference_dir: Path) -> None:
    def runs(text: str, length: int) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", text.casefold())
        return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}

    source = "".join(file.read_text(encoding="utf-8") for file in sorted((reference_dir / "sources").glob("*.txt")))
    theirs = runs(source, 7)
    for one in KNOWN.instruments:
        assert not runs(one.description.fr, 7) & theirs, one.description.fr


HEAD = """\
title: {fr: a, nl: a, de: a, en: a}
source: invented
note: {fr: a, nl: a, de: a, en: a}
functions:
  - {id: guide, title: {fr: a, nl: a, de: a, en: a}, description: {fr: a, nl: a, de: a, en: a}}
pillars:
  - {id: instruments, title: {fr: a, nl: a, de: a, en: a}, description: {fr: a, nl: a, de: a, en: a}}
files: [part]
balance: {least: 25, start: 4}
matters:
  - id: actors
    section: actors
    words: {fr: [a], nl: [a], de: [a], en: [a]}
    parts:
      who: {fr: [a], nl: [a], de: [a], en: [a]}
vulnerable: {fr: [a], nl: [a], de: [a], en: [a]}
sensitive: {fr: [a], nl: [a], de: [a], en: [a]}
exposed: {fr: [a], nl: [a], de: [a], en: [a]}
baseline: {fr: [a], nl: [a], de: [a], en: [a]}
"""
PART = """\
- id: one
  title: {fr: a, nl: a, de: a, en: a}
  description: {fr: a, nl: a, de: a, en: a}
  approach: both
  function: guide
  pillar: instruments
  rank: core
  words: {fr: [a], nl: [a], de: [a], en: [a]}
"""


def made(folder: Path, head: str = HEAD, part: str = PART) -> Catalogue:
    (folder / "catalogue.yaml").write_text(head, encoding="utf-8")
    (folder / "part.yaml").write_text(part, encoding="utf-8")
    return load_catalogue(folder)


def test_a_small_catalogue_is_read(tmp_path: Path) -> None:
    found = made(tmp_path)
    assert [(one.id, one.approach, one.function, one.rank) for one in found.instruments] == [
        ("one", "both", "guide", "core")
    ]
    assert (found.balance.least, found.balance.start) == (25, 4)


@pytest.mark.parametrize(
    ("head", "part", "line", "words"),
    [
        (HEAD, PART.replace("approach: both", "approach: often"), 4, "control, stimulate, both"),
        (HEAD, PART.replace("function: guide", "function: amuse"), 5, "guide"),
        (HEAD, PART.replace("pillar: instruments", "pillar: salt"), 6, "instruments"),
        (HEAD, PART + PART, 9, "two instruments"),
        (HEAD, PART.replace("rank: core", "rank: first"), 7, "core, complementary"),
        (HEAD, "one: two\n", 1, "a list of instruments"),
        (HEAD.replace("[part]", "[lost]"), PART, 8, "lost.yaml"),
        (HEAD.replace("least: 25", "least: few"), PART, 9, "whole number"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, head: str, part: str, line: int, words: str) -> None:
    with pytest.raises(LibraryError, match=re.escape(words)) as raised:
        made(tmp_path, head, part)
    assert raised.value.line == line
