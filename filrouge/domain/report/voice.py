"""The interface's sentences in one language, with its typography; and words from a file made safe to show."""

from __future__ import annotations

import re
from collections.abc import Callable

# What a terminal obeys, what no XML holds, and what turns the direction of the text around it.
_UNSHOWN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_BEFORE = re.compile(r"(?<=\S)[ \u00a0]([;:!?%»](?=\s|$|[.,;)\]»]))")
_COUNTED = re.compile(r"(?<=\d) (?=[^\W\d_])|(?<=\b1er) (?=[^\W\d_])")
_AFTER = re.compile(r"«[ \u00a0]")
_NARROW = "\u202f"


def clean(text: str) -> str:
    """The text without control characters, lone surrogates and marks of direction; tabs and line ends stay."""
    return _UNSHOWN.sub("", text)


def typeset(text: str, language: str) -> str:
    """The text with the spaces at which no line may break: between a figure and what it counts and, in French, narrow
    ones before ``; : ! ? %`` and within guillemets.

    >>> typeset("Pourquoi : « oui » ?", "fr")
    'Pourquoi\\u202f: «\\u202foui\\u202f»\\u202f?'
    """
    text = _COUNTED.sub("\u00a0", text)
    if language != "fr":
        return text.replace(" %", "\u00a0%")
    return _AFTER.sub("«" + _NARROW, _BEFORE.sub(_NARROW + r"\1", text))


class Voice:
    """Says the sentence of a key in its ``language``: ``voice("remarks", count=3)``.

    ``template`` gives the words of a key, with the placeholders of
    :func:`filrouge.domain.coherence.messages.render`; it raises for a key that it does not have.
    """

    def __init__(self, language: str, template: Callable[[str], str]) -> None:
        self.language = language
        self._template = template

    def __call__(self, key: str, **params: object) -> str:
        words = self._template(key)
        if "{" in words:
            from filrouge.domain.coherence.messages import render

            words = render(words, params, self.language)
        return typeset(words, self.language)

    def labelled(self, label: str, text: str) -> str:
        """A label, the colon as the language sets it, and what it labels."""
        return f"{label}{_NARROW if self.language == 'fr' else ''}: {text}"

    def typeset(self, text: str) -> str:
        return typeset(text, self.language)
