"""Words without their dress: folding, tokens, stems, likeness, and patterns that find many phrases at once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

_APOSTROPHES = "’‘`´ʼ′‛"
_QUOTES = "“”„‟«»″"
_DASHES = "‐‑‒–—―−﹣-"
_NOTHING = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_STEMMERS = {"fr": "french", "nl": "dutch", "de": "german", "en": "english"}
_LONG = 4000  # characters from which a text is taken for a whole document
_TOKEN = re.compile(r"[^\W_]+")


def _bare(char: str) -> str:
    """One character in lower case without accent; a superscript keeps its form, because it is mostly a note's mark."""
    if char in _APOSTROPHES:
        return "'"
    if char in _QUOTES:
        return '"'
    if char in _DASHES:
        return "-"
    if char in _NOTHING or unicodedata.combining(char):
        return ""
    if char.isspace():
        return " "
    if unicodedata.decomposition(char).startswith("<super>"):
        return char
    apart = unicodedata.normalize("NFKD", char.casefold()).replace("œ", "oe").replace("æ", "ae")
    return apart if apart == char else "".join(_bare(part) for part in apart)


class _Folding(dict[int, str | int]):
    """A table for ``str.translate`` that fills itself: each character is worked out once."""

    def __missing__(self, code: int) -> str:
        bare = self[code] = _bare(chr(code))
        return bare


class _Flattening(dict[int, str | int]):
    """As :class:`_Folding`, but one character for one, so that offsets hold; ASCII white space stays as it is."""

    def __missing__(self, code: int) -> str:
        if code < 128:
            self[code] = chr(code).lower()
            return chr(code).lower()
        bare = _bare(chr(code))
        flat = self[code] = bare if len(bare) == 1 else (bare[0] if bare else ("\u00b8" if _joins(code) else " "))
        return flat


def _joins(code: int) -> bool:
    """Whether the character stands inside words (soft hyphen, combining accent) rather than between them."""
    return unicodedata.combining(chr(code)) > 0 or chr(code) in _NOTHING


_FOLDING, _FLATTENING = _Folding(), _Flattening()


def fold(text: str) -> str:
    """The text in lower case, without accents, with plain quotes and dashes and single spaces; trimmed.

    >>> fold("L’Œuvre  «\u00a0SÉCURITÉ\u00a0» – Größe")
    'l\\'oeuvre " securite " - grosse'
    """
    bare = text.lower() if text.isascii() else text.translate(_FOLDING)
    return " ".join(bare.split())


def flat(text: str) -> str:
    """As :func:`fold`, but as long as the text: what is found at an offset of one stands at that offset of the other.

    A character that folds to several keeps the first (``œ`` gives ``o``, ``ß`` gives ``s``); spaces are
    not joined and line ends stay.
    """
    return _flat_whole(text) if len(text) > _LONG else _flatten(text)


def _flatten(text: str) -> str:
    return text.lower() if text.isascii() else text.translate(_FLATTENING)


@lru_cache(maxsize=2)
def _flat_whole(text: str) -> str:
    """A whole document, kept because each part of reading asks for it again."""
    return _flatten(text)


def tokens(text: str) -> tuple[str, ...]:
    """The folded words and numbers of the text, apostrophes and hyphens cut."""
    return tuple(_TOKEN.findall(fold(text)))


@lru_cache(maxsize=4)
def _stemmer(language: str) -> Callable[[str], str]:
    import snowballstemmer

    stem: Callable[[str], str] = snowballstemmer.stemmer(_STEMMERS[language]).stemWord
    return stem


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """The stem of one folded word. Raises KeyError for a language that is not among fr, nl, de, en.

    French participles have lost their accent to folding, so a final ``-ee(s)`` is read as ``-e(s)`` first.
    """
    if language == "fr":
        word = re.sub(r"ee(s?)$", r"e\1", word)
    return _stemmer(language)(word)


def stems(text: str, language: str) -> tuple[str, ...]:
    """The stems of the text in order; stop words and single letters dropped, numbers kept. Errors as :func:`stem`."""
    from filrouge.domain.language.lexicon import lexicon

    stop = lexicon(language).stop_words
    return tuple(
        stem(word, language) for word in tokens(text) if word not in stop and (len(word) > 1 or word.isdigit())
    )


def similarity(a: str, b: str) -> float:
    """How alike two texts are, 0..1, whatever the case, the accents and the order of the words."""
    from rapidfuzz import fuzz

    one, other = fold(a), fold(b)
    if one == other:
        return 1.0
    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other)) / 100


def _trie(phrases: Iterable[str]) -> str:
    """A regular expression for any of the phrases, common beginnings shared, the longest tried first."""
    children: dict[str, list[str]] = {}
    ends = False
    for phrase in phrases:
        if phrase:
            children.setdefault(phrase[0], []).append(phrase[1:])
        else:
            ends = True
    if not children:
        return ""
    branches = [re.escape(c) if c != " " else r"\s+" for c in sorted(children)]
    parts = [branch + _trie(children[c]) for branch, c in zip(branches, sorted(children), strict=True)]
    body = parts[0] if len(parts) == 1 and not ends else f"(?:{'|'.join(parts)})"
    return body + "?" if ends else body


def any_of(phrases: Iterable[str]) -> str:
    """The source of a regular expression for any of these phrases as whole words, for use on :func:`flat` text.

    A phrase may end in ``*`` (any ending of the word); a space stands for any run of spaces. With no phrase it matches
    nothing.
    """
    whole: set[str] = set()
    begun: set[str] = set()
    cut: set[str] = set()
    for phrase in phrases:
        plain = _flat_phrase(phrase.rstrip("*"))
        (begun if phrase.endswith("*") else whole if plain[-1:].isalnum() else cut).add(plain)
    ends = ((whole, r"(?![^\W_])"), (begun, r"[^\W\d_]*"), (cut, ""))
    parts = [_trie(sorted(found)) + end for found, end in ends if found]
    return rf"(?:(?<![^\W_])(?:{'|'.join(parts)}))" if parts else r"(?!)"


def _flat_phrase(phrase: str) -> str:
    return " ".join(flat(phrase).split())


@lru_cache(maxsize=512)
def phrases(*wanted: str) -> re.Pattern[str]:
    """:func:`any_of`, compiled once."""
    return re.compile(any_of(wanted))
