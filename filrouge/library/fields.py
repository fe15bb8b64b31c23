"""The shapes that the builders read from plain YAML values; whatever has another shape is a Fault that says so."""

from __future__ import annotations

from collections.abc import Iterator

from filrouge.domain.model import LANGUAGES, Names, Text
from filrouge.library.errors import Fault
from filrouge.library.yaml_file import Value

At = tuple[str | int, ...]


def text_of(value: Value, at: At) -> Text:
    """Words in each of the four languages: ``{fr: …, nl: …, de: …, en: …}``; none may be missing or empty."""
    words = Fields(value, at)
    words.only(*LANGUAGES)
    return Text(*(words.string(language) for language in LANGUAGES))


def names_of(value: Value, at: At, *, complete: bool) -> Names:
    """Lists of words per language: ``{fr: [a, b], nl: […], …}``; ``complete`` asks for at least one word in each."""
    words = Fields(value, at)
    words.only(*LANGUAGES)
    return Names(*(words.strings(language, required=complete) for language in LANGUAGES))


class Fields:
    """A mapping of the file at ``at``: each method reads one key and raises Fault when it is not what is asked for."""

    __slots__ = ("_value", "at")

    def __init__(self, value: Value, at: At = ()) -> None:
        if not isinstance(value, dict):
            raise Fault(at, "keys with values are expected here")
        self._value, self.at = value, at

    def __contains__(self, key: str) -> bool:
        return key in self._value

    def only(self, *known: str) -> None:
        """Refuse any key but these, so that a slip of the pen does not pass for an option left out."""
        for key in self._value:
            if key not in known:
                raise Fault((*self.at, key), f"the key {key!r} is not known here; known are: {', '.join(known)}")

    def raw(self, key: str) -> Value:
        try:
            return self._value[key]
        except KeyError:
            raise Fault(self.at, f"{key!r} is missing") from None

    def string(self, key: str) -> str:
        """Words, never empty, without the line break that a folded scalar ends with."""
        value = self.raw(key)
        if not isinstance(value, str):
            raise Fault((*self.at, key), f"{key!r} must be words, not a list")
        words = value.strip()
        if not words:
            raise Fault((*self.at, key), f"{key!r} is empty")
        return words

    def optional(self, key: str) -> str | None:
        return self.string(key) if key in self._value else None

    def one_of(self, key: str, known: tuple[str, ...]) -> str:
        value = self.string(key)
        if value not in known:
            raise Fault((*self.at, key), f"{key!r} is {value!r}; it may be: {', '.join(known)}")
        return value

    def integer(self, key: str) -> int:
        value = self.string(key)
        if not value.isdecimal():
            raise Fault((*self.at, key), f"{key!r} must be a whole number, not {value!r}")
        return int(value)

    def boolean(self, key: str, default: bool) -> bool:
        return self.one_of(key, ("true", "false")) == "true" if key in self._value else default

    def strings(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of words; an absent list is empty unless it is required."""
        found = []
        for at, value in self.items(key, required=required):
            if not isinstance(value, str) or not value.strip():
                raise Fault(at, f"{key!r} must be a list of words")
            found.append(value.strip())
        return tuple(found)

    def items(self, key: str, *, required: bool = False) -> Iterator[tuple[At, Value]]:
        """The members of a list, each with its place."""
        if key not in self._value and not required:
            return
        value = self.raw(key)
        if not isinstance(value, list):
            raise Fault((*self.at, key), f"{key!r} must be a list")
        if required and not value:
            raise Fault((*self.at, key), f"{key!r} is empty")
        for rank, member in enumerate(value):
            yield (*self.at, key, rank), member

    def pairs(self, key: str) -> Iterator[tuple[str, At, Value]]:
        """The keys of a mapping under ``key``, each with its place and value; nothing when it is absent."""
        if key in self._value:
            yield from Fields(self._value[key], (*self.at, key)).each()

    def each(self) -> Iterator[tuple[str, At, Value]]:
        for key, value in self._value.items():
            yield key, (*self.at, key), value

    def text(self, key: str) -> Text:
        return text_of(self.raw(key), (*self.at, key))

    def names(self, key: str, *, complete: bool = False) -> Names:
        return (
            names_of(self.raw(key), (*self.at, key), complete=complete) if complete or key in self._value else Names()
        )
