"""Abbreviations in a document: where they are used, where they are spelled out, and by what name.

An abbreviation is spelled out when its name stands before it in brackets ("Full Name (FN)"), after it in brackets or
after a colon, where words such as "hereafter" or "or" introduce it, or where a run of capitalised words, often a
heading, begins with its letters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from filrouge.domain.coherence.engine import Context
from filrouge.domain.coherence.known import KNOWN
from filrouge.domain.language.words import any_of, flat
from filrouge.domain.model import Place

_TOKEN = re.compile(r"(?<![\w&@./\-‐‑+])(?:[A-ZÀ-Ý](?:[A-ZÀ-Ý]|&(?=[A-ZÀ-Ý]))+[a-z]?)(?![\w&@+]|[./]\w)")
_WORD = re.compile(r"[^\W_]+(?:['’](?=[^\W\d_]))?|&")
_ROMAN = re.compile(r"(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})")
_LONGEST, _WORDLIKE = 9, 7
_BEFORE, _AFTER = 12, 10


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation with every place where it is used; ``name`` is what it is spelled out as, None when nowhere."""

    text: str
    places: tuple[Place, ...]
    name: str | None

    @property
    def letters(self) -> str:
        return self.text.replace("&", "")


def abbreviations(context: Context) -> tuple[Abbreviation, ...]:
    """The abbreviations of the document in the order of first use, widely known ones and mere capitals left out."""
    text = context.document.text
    capitals = _lines_in_capitals(context)
    used: dict[str, list[Place]] = {}
    for match in _TOKEN.finditer(text):
        token = match[0]
        if _is_abbreviation(token) and not _is_name(context, match):
            line = bisect_right(context.prose.line_starts, match.start()) - 1
            if line not in capitals:
                used.setdefault(token, []).append(Place(*match.span()))
    common = _common_words(context, [token for token in used if len(token) > 2])
    names = _Names(context)
    return tuple(
        Abbreviation(token, tuple(places), names.of(token, places))
        for token, places in used.items()
        if flat(token) not in common
    )


def _is_abbreviation(token: str) -> bool:
    letters = token.replace("&", "")
    if not 2 <= len(letters) <= _LONGEST or flat(letters) in KNOWN or _ROMAN.fullmatch(letters):
        return False
    return len(letters) < _WORDLIKE or not re.search(r"[AEIOUY]", letters)


def _is_name(context: Context, match: re.Match[str]) -> bool:
    """Whether the capitals are a person's name, the first word of a code (``GPI 48``), or part of an address."""
    text = context.document.text
    before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 12]
    if re.match(r"\s?\d|\s?n[°ro]\.?\s?\d|,\s[A-Z]\.|[-‐]\d", after):
        return True
    titles = any_of(context.words.titles)
    person = re.compile(rf"{titles}\.?\s+(?:[^\W\d_][\w.\-‐]*\s+){{0,3}}$")
    return len(match[0]) > 3 and person.search(flat(before)) is not None


def _lines_in_capitals(context: Context) -> set[int]:
    """The lines that are set in capitals as a whole: there capitals abbreviate nothing."""
    found = set()
    for rank, line in enumerate(context.document.text.split("\n")):
        words = re.findall(r"[^\W\d_]{2,}", line)
        if len(words) > 1 and sum(word.isupper() for word in words) * 10 >= len(words) * 7:
            found.add(rank)
    return found


def _common_words(context: Context, tokens: list[str]) -> set[str]:
    """The tokens that the text also writes small: words set in capitals, for weight or in a heading."""
    if not tokens:
        return set()
    pattern = re.compile(rf"(?<![^\W_])(?:{'|'.join(re.escape(token.lower()) for token in tokens)})s?(?![^\W_])")
    wanted = {token.lower(): flat(token) for token in tokens}
    found = set()
    for match in pattern.finditer(context.document.text):
        word = match[0]
        found.add(wanted.get(word) or wanted.get(word.rstrip("s"), ""))
    return found


class _Names:
    """Finds by what names abbreviations are spelled out."""

    def __init__(self, context: Context) -> None:
        self._context = context
        text = context.document.text
        self._words: list[re.Match[str]] = list(_WORD.finditer(text))
        stop = context.lexicon.stop_words
        self._significant = [
            match
            for match in self._words
            if match[0] != "&" and flat(match[0]).rstrip("'") not in stop and len(match[0].rstrip("'’")) > 1
        ]
        self._initials = flat("".join(match[0][0] for match in self._significant))
        self._alias = re.compile(
            rf"{any_of(context.words.alias)}[\s:,]*(?:l['’ ]|la |le |het |de |die |der |das |the )?[\"«“„‘']?\s*$"
        )

    def of(self, token: str, places: list[Place]) -> str | None:
        bracketed = sum(self._in_brackets(place) for place in places)
        for place in places:
            name = self._before(token, place, bracketed) or self._after(token, place) or self._alias_at(place)
            if name:
                return name
        return self._run(token)

    def _in_brackets(self, place: Place) -> bool:
        text = self._context.document.text
        return text[: place.start].endswith("(") and text[place.end : place.end + 1] == ")"

    def _before(self, token: str, place: Place, bracketed: int) -> str | None:
        """``Full Name (FN)``: the words before the bracket hold at least half of the letters as initials, or are a
        capitalised name, unless the brackets hold an owner, time and again."""
        text = self._context.document.text
        opening = re.search(r"[(\[]\s*[\"«“„]?\s*$", text[max(0, place.start - 4) : place.start])
        if opening is None or not re.match(r"\s*[\"»”]?\s*[)\],;:=/]", text[place.end : place.end + 4]):
            return None
        before = text[max(0, place.start - 160) : place.start].rstrip(' \t\n\u00a0(["«“„')
        clause = re.split(r"[.;:!?()•▪\[\]]\s*|\n\s*[-‐–•▪◦*]\s*|\n\s*\n", before)[-1]
        words = re.findall(r"[^\W\d_]+", clause)[-_BEFORE:]
        if len(words) < 2:
            return None
        enough = _share(token, words) >= 0.5 and any(flat(w)[0] == flat(token)[0] for w in words)
        named = bracketed <= 2 and any(word[0].isupper() for word in words[-6:]) and len(words) > 2
        return " ".join(clause.split()) if enough or named else None

    def _after(self, token: str, place: Place) -> str | None:
        """``FN (full name)``, ``FN: full name`` or ``FN = full name``."""
        after = self._context.document.text[place.end : place.end + 160]
        found = re.match(r"\s*\(([^()\n]{5,120})", after) or self._glossary(place, after)
        if found is None:
            return None
        words = re.findall(r"[^\W\d_]+", found[1])[:_AFTER]
        longer = len(words) > 2 and words[0][0].isupper() and not all(w.isupper() for w in words)
        return " ".join(found[1].split()) if len(words) > 1 and (_share(token, words) >= 0.5 or longer) else None

    def _glossary(self, place: Place, after: str) -> re.Match[str] | None:
        text = self._context.document.text
        line = text[text.rfind("\n", 0, place.start) + 1 : place.start]
        if re.search(r"\w", line):
            return None
        return re.match(r"[ \t\u00a0]*(?::|=|[-‐–—](?=\s)|\t)\s*([^\n]{5,120})", after)

    def _alias_at(self, place: Place) -> str | None:
        """``hereafter FN``, ``also called FN``, ``(or FN)``."""
        before = self._context.prose.flat[max(0, place.start - 40) : place.start]
        found = self._alias.search(before)
        return before[: found.start()].strip(" (\n\t") or "-" if found else None

    def _run(self, token: str) -> str | None:
        """A run of words that begins with the letters: capitals throughout for two or three letters, one for more."""
        letters = flat(token.replace("&", ""))
        start = self._initials.find(letters)
        while start >= 0:
            words = self._significant[start : start + len(letters)]
            span = self._context.document.text[words[0].start() : words[-1].end()]
            capitals = sum(word[0][0].isupper() for word in words)
            needed = len(letters) if len(letters) == 2 else 1 + (len(letters) < 4)
            own = any(word[0].replace("&", "").upper() == token.replace("&", "") for word in words)
            if (
                capitals >= needed
                and words[0][0][0].isupper()
                and not own
                and not re.search(r"[.;:!?()]|\n\s*\n", span)
            ):
                return " ".join(span.split())
            start = self._initials.find(letters, start + 1)
        return None


def _share(token: str, words: list[str]) -> float:
    """The share of the letters of an abbreviation that the words have as initials, in whatever order."""
    letters = Counter(flat(token.replace("&", "")))
    initials = Counter(flat(word)[0] for word in words)
    return sum((letters & initials).values()) / sum(letters.values())
