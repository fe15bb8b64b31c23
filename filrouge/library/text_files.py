"""The sentences of the interface and of the rules, from YAML. The shape of the files: see :mod:`filrouge.library`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from filrouge.domain.model import LANGUAGES, Text
from filrouge.library.errors import ROOT, UnknownName
from filrouge.library.fields import Fields, text_of
from filrouge.library.yaml_file import error_at, load


@dataclass(frozen=True, slots=True)
class RuleText:
    """What a rule says of itself: a short title; ``message``, the sentence of a finding, with named placeholders; why
    it matters; how to mend it; an example that breaks it and one that keeps it."""

    code: str
    title: Text
    message: Text
    why: Text
    mend: Text
    breaks: Text
    keeps: Text


def text(key: str, language: str, **params: object) -> str:
    """The sentence ``key`` ("file.key", as in ``notes.heading-inferred``) in ``language``, its placeholders filled.

    Placeholders are those of :func:`filrouge.domain.coherence.messages.render`; one that gets no value is empty.
    Raises UnknownName for a file, a key or a language that is not there, LibraryError when the file or the sentence is
    not well made.
    """
    from filrouge.domain.coherence.messages import render

    name, _, rest = key.partition(".")
    known = texts(name)
    if rest not in known:
        raise UnknownName(key, tuple(f"{name}.{word}" for word in known))
    if language not in LANGUAGES:
        raise UnknownName(language, LANGUAGES)
    try:
        return render(known[rest][language], params, language)
    except ValueError as error:
        raise error_at(
            ROOT / "texts" / f"{name}.yaml", (rest, language), f"the sentence is not well made: {error}"
        ) from None


@cache
def text_names() -> tuple[str, ...]:
    """The names of the files of sentences, in alphabetical order."""
    return tuple(sorted(file.stem for file in (ROOT / "texts").glob("*.yaml")))


@cache
def texts(name: str) -> dict[str, Text]:
    """All sentences of one file; not to be changed by the caller. Raises UnknownName, LibraryError."""
    if name not in text_names():
        raise UnknownName(name, text_names())
    return load_texts(ROOT / "texts" / f"{name}.yaml")


def load_texts(file: Path) -> dict[str, Text]:
    """Sentences from any file of that shape. Raises LibraryError with file and line."""
    return load(file, lambda value: {key: text_of(words, at) for key, at, words in Fields(value).each()})


def rule_texts() -> dict[str, RuleText]:
    """The texts of every rule by its code, in alphabetical order. Raises LibraryError."""
    return dict(_rule_texts())


@cache
def _rule_texts() -> dict[str, RuleText]:
    found: dict[str, RuleText] = {}
    for file in sorted((ROOT / "rules").glob("*.yaml")):
        for code, rule in load_rule_texts(file).items():
            if code in found:
                raise error_at(file, (code,), f"the rule {code!r} has texts in two files")
            found[code] = rule
    return dict(sorted(found.items()))


def load_rule_texts(file: Path) -> dict[str, RuleText]:
    """The rules of one file: ``CODE: {title: …, …}`` for each. Raises LibraryError with file and line."""
    return load(file, lambda value: {code: _rule(Fields(rule, at), code) for code, at, rule in Fields(value).each()})


def _rule(fields: Fields, code: str) -> RuleText:
    parts = ("title", "message", "why", "mend", "breaks", "keeps")
    fields.only(*parts)
    return RuleText(code, *(fields.text(part) for part in parts))
