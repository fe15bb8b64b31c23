"""The texts of the pages: found in code and templates, kept in one catalogue a capability and a language, compiled.

``python tools/messages.py`` finds the texts, brings the catalogues up to date (what is new stands there untranslated,
what is gone goes) and compiles them. ``--compile`` only compiles: what an installation from the sources needs, since
compiled catalogues are not kept in git. ``--check`` changes nothing and ends with 1 when a catalogue is not complete: a
text that is missing, untranslated, marked as doubtful, no longer used, with other placeholders than the original, or
translated in two ways by two capabilities. English needs no catalogue: the texts in the code are English.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
WEB = ROOT / "filrouge" / "web"
LANGUAGES = ("fr", "nl", "de")
#: Functions that translate → which of their arguments are texts (1 the first; "c" a context).
KEYWORDS: Mapping[str, object] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
_PLACEHOLDER = re.compile(r"%\((\w+)\)[#0\- +]*\d*(?:\.\d+)?[a-zA-Z]|%%|%[a-zA-Z]|\{(\w*)\}")
_CHANGING = (
    "Project-Id-Version",
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Last-Translator",
    "Report-Msgid-Bugs-To",
    "Language-Team",
    "Generated-By",
)
Key: TypeAlias = "tuple[str, str | None]"


def capabilities(web: Path = WEB) -> list[Path]:
    """The folders under ``filrouge/web`` that are capabilities."""
    return sorted(path.parent for path in web.glob("*/__init__.py"))


def found(folder: Path) -> Catalog:
    """Every text of a capability's code and templates, with the files in which it stands."""
    catalog = Catalog()
    for path in sorted(folder.rglob("*.py")) + sorted([*folder.rglob("*.html"), *folder.rglob("*.txt")]):
        text = path.read_text(encoding="utf-8")
        code = text if path.suffix == ".py" else _template(text)
        place = path.relative_to(folder.parents[2] if len(folder.parents) > 2 else folder).as_posix()
        for _, messages, comments, context in extract("python", io.BytesIO(code.encode()), KEYWORDS, ("Translators:",)):  # type: ignore[arg-type]
            catalog.add(messages, locations=[(place, None)], auto_comments=comments, context=context)  # type: ignore[list-item]
    return catalog


def _template(text: str) -> str:
    """A template as code that only translates. Indentation means nothing in it."""
    from django.conf import settings  # only finding texts needs Django, compiling does not
    from django.utils.translation.template import templatize

    if not settings.configured:
        settings.configure()
    return "\n".join(line.lstrip() for line in templatize(text).splitlines())


def path_of(folder: Path, language: str) -> Path:
    """Where a catalogue stands."""
    return folder / "locale" / language / "LC_MESSAGES" / "django.po"


def kept(path: Path, language: str) -> Catalog:
    """The catalogue as it is kept; an empty one when there is none."""
    if not path.is_file():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def merged(template: Catalog, old: Catalog, language: str) -> Catalog:
    """A catalogue of exactly the texts of the template, with the translations that there are."""
    new = Catalog(locale=language, fuzzy=False)
    for message in _texts(template):
        known = old.get(message.id, message.context)
        string = known.string if known is not None and _same_shape(known, message) else None
        flags = [flag for flag in ("fuzzy",) if known is not None and flag in known.flags]
        new.add(
            message.id,
            string or message.string,
            sorted(set(message.locations)),
            sorted({*flags, *message.flags}),
            message.auto_comments,
            known.user_comments if known is not None else (),
            context=message.context,
        )
    return new


def _same_shape(known: Message, message: Message) -> bool:
    return known.id == message.id and isinstance(known.string, str) == isinstance(message.id, str)


def written(catalog: Catalog) -> str:
    """The catalogue as text, without the lines that change whenever it is written."""
    file = io.BytesIO()
    write_po(file, catalog, width=120, sort_output=True, include_lineno=False, omit_header=False)
    lines = file.getvalue().decode().splitlines()
    start = next((place for place, line in enumerate(lines) if line.startswith("msgid")), 0)
    rest = [line for line in lines[start:] if not line.startswith(tuple(f'"{name}' for name in _CHANGING))]
    return "\n".join(rest).rstrip() + "\n"


def update(folder: Path) -> None:
    """Bring a capability's catalogues up to date and compile them."""
    template = found(folder)
    for language in LANGUAGES:
        path = path_of(folder, language)
        if not list(_texts(template)):
            path.unlink(missing_ok=True)
            continue
        catalog = merged(template, kept(path, language), language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written(catalog), encoding="utf-8")
    compile_all(folder)


def compile_all(folder: Path) -> int:
    """Compile a capability's catalogues; how many there are. A file is replaced at once, never half written."""
    count = 0
    for language in LANGUAGES:
        path = path_of(folder, language)
        if path.is_file():
            target, beside = path.with_suffix(".mo"), path.with_suffix(f".mo.{os.getpid()}")
            with beside.open("wb") as file:
                write_mo(file, kept(path, language))
            beside.replace(target)
            count += 1
    return count


# --- checking -------------------------------------------------------------------------------------------------------


def mistakes(folders: list[Path]) -> Iterator[str]:
    """What is wrong with the catalogues, one line each."""
    ways: dict[tuple[str, Key], dict[object, str]] = {}
    for folder in folders:
        template = found(folder)
        for language in LANGUAGES:
            catalog = kept(path_of(folder, language), language)
            name = f"{folder.name}/{language}"
            yield from _incomplete(name, template, catalog)
            for message in _texts(catalog):
                ways.setdefault((language, _key(message)), {}).setdefault(_string(message), folder.name)
    for (language, (text, _)), translations in sorted(ways.items(), key=str):
        if len(translations) > 1:
            yield f"{language}: translated in two ways by {' and '.join(sorted(translations.values()))}: {text!r}"


def _incomplete(name: str, template: Catalog, catalog: Catalog) -> Iterator[str]:
    wanted = {_key(message): message for message in _texts(template)}
    there = {_key(message): message for message in _texts(catalog)}
    for key in wanted.keys() - there.keys():
        yield f"{name}: missing: {key[0]!r}"
    for key in there.keys() - wanted.keys():
        yield f"{name}: no longer used: {key[0]!r}"
    for key in wanted.keys() & there.keys():
        message = there[key]
        if message.fuzzy:
            yield f"{name}: marked as doubtful: {key[0]!r}"
        elif not all(strings := _strings(message)):
            yield f"{name}: not translated: {key[0]!r}"
        else:
            yield from _placeholders(name, message, strings)


def _placeholders(name: str, message: Message, strings: list[str]) -> Iterator[str]:
    """Each form has the placeholders of the original; a singular may leave out the number."""
    originals = list(message.id) if isinstance(message.id, (list, tuple)) else [message.id]
    wanted = _names(originals[-1])
    for place, string in enumerate(strings):
        missing, more = wanted - _names(string), _names(string) - wanted
        may_lack = wanted - _names(originals[0]) if place == 0 else set()
        if more or missing - may_lack:
            yield f"{name}: other placeholders: {string!r}"


def _names(text: str) -> set[str]:
    return {match[0] for match in _PLACEHOLDER.finditer(text)}


def _texts(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def _key(message: Message) -> Key:
    first = message.id[0] if isinstance(message.id, (list, tuple)) else message.id
    return first, message.context


def _strings(message: Message) -> list[str]:
    return list(message.string) if isinstance(message.string, (list, tuple)) else [message.string or ""]


def _string(message: Message) -> object:
    return tuple(message.string) if isinstance(message.string, list) else message.string


def main(arguments: list[str] | None = None) -> int:
    """The command; its exit status."""
    parser = argparse.ArgumentParser(description="The texts of the pages: find, keep, compile.")
    parser.add_argument("--check", action="store_true", help="change nothing, fail when a catalogue is not complete")
    parser.add_argument("--compile", action="store_true", help="only compile")
    asked = parser.parse_args(arguments)
    folders = capabilities()
    if asked.check:
        wrong = sorted(mistakes(folders))
        print("\n".join(wrong) or "The catalogues are complete.")
        return 1 if wrong else 0
    for folder in folders:
        if asked.compile:
            compile_all(folder)
        else:
            update(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
