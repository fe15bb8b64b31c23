"""Facts into words: the parameters of a finding, written for a language, put into its sentence.

A template is a ``str.format`` string with named placeholders. After the colon a placeholder may say how it is worded:

* ``{count:objectif|objectifs}`` the first word for one, the second for several (French counts nought as one);
* ``{kind:strength=force|threat=menace|*=élément}`` a word for each value, ``*`` for any other; of a list, each element;
* ``{year:? (#)}`` the words after the question mark when there is a value, ``#`` being the value, else nothing.

A specification may itself hold placeholders (``{form:one=…|many={count} actions}``). A missing parameter is empty.
"""

from __future__ import annotations

import datetime as dt
import string
from collections.abc import Iterator, Mapping
from decimal import Decimal

from filrouge.domain.language.formatting import format_date, format_list, format_number
from filrouge.domain.model import Text

_MORE = {"fr": "{} autres", "nl": "{} andere", "de": "{} weitere", "en": "{} more"}
_LISTED = 12


def render(template: str, params: Mapping[str, object], language: str) -> str:
    """The sentence of a finding in fr, nl, de or en.

    Raises KeyError for another language, ValueError when the template is not well made.
    """
    _MORE[language]
    return _filled(template, params, language)


def placeholders(template: str) -> frozenset[str]:
    """The names of the parameters that a template uses, also inside specifications. Raises ValueError."""
    return frozenset(_names(template))


def plain(params: Mapping[str, object], language: str) -> dict[str, object]:
    """The parameters as JSON holds them: exact numbers as numbers, dates as ISO, texts in the language asked for."""
    return {name: _plain(value, language) for name, value in params.items()}


def _names(template: str) -> Iterator[str]:
    for _, name, specification, _ in string.Formatter().parse(template):
        if name is not None:
            yield name
        if specification:
            yield from _names(specification)


def _filled(template: str, params: Mapping[str, object], language: str) -> str:
    """The template with its placeholders filled from the innermost outwards, however deep they stand."""
    parts = []
    for literal, name, specification, _ in string.Formatter().parse(template):
        parts.append(literal)
        if name is not None:
            value = _Value(params.get(name), language)
            parts.append(format(value, _filled(specification or "", params, language)))
    return "".join(parts)


def _plain(value: object, language: str) -> object:
    if isinstance(value, Text):
        return value[language]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [_plain(one, language) for one in value]
    return value


class _Value:
    """A parameter that knows how a language writes it."""

    def __init__(self, value: object, language: str) -> None:
        self._value, self._language = value, language

    def __str__(self) -> str:
        return shown(self._value, self._language).replace(
            "|", "¦"
        )  # a bar would part the cases of an outer placeholder

    def __format__(self, specification: str) -> str:
        if not specification:
            return str(self)
        if specification.startswith("?"):
            text = str(self)
            return specification[1:].replace("#", text) if text else ""
        cases = specification.split("|")
        if "=" in cases[0]:
            return self._chosen(dict(case.split("=", 1) for case in cases))
        if len(cases) != 2:
            raise ValueError(f"a singular and a plural are needed: {specification!r}")
        return cases[0] if self._is_one() else cases[1]

    def _chosen(self, words: Mapping[str, str]) -> str:
        if isinstance(self._value, (list, tuple)):
            return joined([words.get(str(one), words.get("*", str(one))) for one in self._value], self._language)
        return words.get(str(self._value), words.get("*", "") if self._value is not None else "")

    def _is_one(self) -> bool:
        size = len(self._value) if isinstance(self._value, (list, tuple)) else self._value
        number = Decimal(size) if isinstance(size, (int, Decimal)) else Decimal(0)
        return abs(number) < 2 if self._language == "fr" else number == 1


def shown(value: object, language: str) -> str:
    """One parameter as the language writes it: figures, dates, lists of up to a dozen, texts; None is empty."""
    if value is None:
        return ""
    if isinstance(value, Text):
        return value[language]
    if isinstance(value, (list, tuple)):
        return joined([shown(one, language) for one in value], language)
    if isinstance(value, dt.date):
        return format_date(value, language)
    if isinstance(value, Decimal):
        return format_number(value, language)
    return str(value)


def joined(parts: list[str], language: str) -> str:
    """The parts as a list in words; beyond a dozen the rest is counted."""
    if len(parts) > _LISTED:
        parts = [*parts[: _LISTED - 1], _MORE[language].format(len(parts) - _LISTED + 1)]
    return format_list(parts, language)
