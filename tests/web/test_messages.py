"""The catalogues of the pages are complete, and an incomplete one is noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import messages

CODE = (
    "from django.utils.translation import gettext, ngettext\n\n"
    'a = gettext("Save")\nb = ngettext("%(n)s file", "%(n)s files", 2)\n'
)
TEMPLATE = (
    "<p>\n      {% translate \"Hello\" %}</p>\n  {% put 'x' title=_('Title') %}\n"
    "{% blocktranslate count n=2 trimmed %}\n   one {{ n }}\n{% plural %}many {{ n }}{% endblocktranslate %}"
)


@pytest.mark.parametrize("folder", messages.capabilities(), ids=lambda path: path.name)
def test_a_capability_is_translated(folder: Path) -> None:
    assert list(messages.mistakes([folder])) == []


def test_no_text_is_translated_in_two_ways() -> None:
    assert [one for one in messages.mistakes(messages.capabilities()) if "in two ways" in one] == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A capability with code and a template."""
    found = tmp_path / "filrouge" / "web" / "some"
    (found / "templates").mkdir(parents=True)
    (found / "__init__.py").write_text(CODE, "utf-8")
    (found / "templates" / "page.html").write_text(TEMPLATE, "utf-8")
    return found


def _change(folder: Path, before: str, after: str) -> None:
    path = messages.path_of(folder, "fr")
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


def _translated(folder: Path) -> None:
    for language in messages.LANGUAGES:
        path = messages.path_of(folder, language)
        catalog = messages.kept(path, language)
        for message in catalog:
            if message.id:
                message.string = message.id
        path.write_text(messages.written(catalog), "utf-8")


def test_texts_are_found_in_code_and_templates(folder: Path) -> None:
    texts = {message.id for message in messages.found(folder) if message.id}
    assert texts == {"Save", ("%(n)s file", "%(n)s files"), "Hello", "Title", ("one %(n)s", "many %(n)s")}


def test_a_new_catalogue_is_complete_once_translated(folder: Path) -> None:
    messages.update(folder)
    assert any("not translated" in one for one in messages.mistakes([folder]))
    _translated(folder)
    assert list(messages.mistakes([folder])) == []


def test_an_update_keeps_translations_and_lets_go_what_is_gone(folder: Path) -> None:
    messages.update(folder)
    _translated(folder)
    _change(folder, 'msgstr "Hello"', 'msgstr "Bonjour"')
    (folder / "__init__.py").write_text("", "utf-8")
    messages.update(folder)
    text = messages.path_of(folder, "fr").read_text("utf-8")
    assert 'msgstr "Bonjour"' in text
    assert "Save" not in text
    messages.update(folder)
    assert messages.path_of(folder, "fr").read_text("utf-8") == text


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('msgstr "Hello"', 'msgstr ""', "not translated: 'Hello'"),
        ('msgid "Hello"\nmsgstr "Hello"\n', "", "missing: 'Hello'"),
        ('msgid "Hello"', '#, fuzzy\nmsgid "Hello"', "marked as doubtful: 'Hello'"),
        (
            'msgid "Hello"\nmsgstr "Hello"',
            'msgid "Hello"\nmsgstr "H"\n\nmsgid "Old"\nmsgstr "V"',
            "no longer used: 'Old'",
        ),
        ('msgstr[1] "%(n)s files"', 'msgstr[1] "%(m)s fichiers"', "other placeholders: '%(m)s fichiers'"),
        ('msgstr[1] "%(n)s files"', 'msgstr[1] "fichiers"', "other placeholders: 'fichiers'"),
    ],
)
def test_what_is_incomplete_is_noticed(folder: Path, before: str, after: str, said: str) -> None:
    messages.update(folder)
    _translated(folder)
    _change(folder, before, after)
    assert list(messages.mistakes([folder])) == [f"some/fr: {said}"]


def test_two_capabilities_agree(folder: Path) -> None:
    other = folder.with_name("other")
    (other / "templates").mkdir(parents=True)
    (other / "__init__.py").write_text(CODE, "utf-8")
    for one in (folder, other):
        messages.update(one)
        _translated(one)
    _change(other, 'msgstr "Save"', 'msgstr "Sauver"')
    assert list(messages.mistakes([folder, other])) == ["fr: translated in two ways by other and some: 'Save'"]


def test_compiled_catalogues_are_what_pages_read(folder: Path) -> None:
    messages.update(folder)
    assert messages.path_of(folder, "nl").with_suffix(".mo").read_bytes()[:4] in (
        b"\xde\x12\x04\x95",
        b"\x95\x04\x12\xde",
    )
    assert messages.compile_all(folder) == 3
