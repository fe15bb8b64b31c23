"""Abbreviations in a document: where they are used, where they are spelled out, and by what name.

An abbreviation is spelled out when its name stands before it in brackets ("Full Name (FN)"), after it in brackets or
after a colon, where words such as "hereafter" or "or" introduce it, or where a run of capitalised words, often a
heading, begins with its letters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from filrouge.domain.coherence.engine import Context
from filrouge.domain.coherence.known import KNOWN
from filrouge.domain.language.words import flat, phrases
from filrouge.domain.model import Place

_TOKEN = re.compile(r"(?<![\w&@./\-‐‑+])(?:[A-ZÀ-Ý](?:[A-ZÀ-Ý]|&(?=[A-ZÀ-Ý]))+[a-z]?)(?![\w&@+]|[./]\w)")
_WORD = re.compile(r"[^\W_]+(?:['’](?=[^\W\d_]))?")
_ROMAN = re.compile(r"(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})")
_LONGEST = 6  # letters; longer ones are words, but for those with an ampersand
_WORDLIKE = 4  # letters from which on capitals may be a word
_BEFORE, _AFTER, _COMPOUND = 12, 10, 3


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
    authors = set(re.findall(r"(?<![\w.])([A-Z]{3,}),\s[A-Z]\.", text))
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token not in authors and _is_abbreviation(token) and not _is_name(context, match):
            line = bisect_right(context.prose.line_starts, match.start()) - 1
            if line not in capitals:
                used.setdefault(token, []).append(Place(*match.span()))
    common = _common_words(context, [token for token in used if len(token) > 2])
    names = _Names(context, used)
    common |= _vocabulary(context)
    return tuple(
        Abbreviation(token, tuple(places), names.of(token))
        for token, places in used.items()
        if flat(token) not in common
    )


def _is_abbreviation(token: str) -> bool:
    letters = token.replace("&", "")
    if len(letters) < 2 or flat(letters) in KNOWN or _ROMAN.fullmatch(letters):
        return False
    return len(letters) <= _LONGEST or "&" in token


def _is_name(context: Context, match: re.Match[str]) -> bool:
    """Whether the capitals are a person's name, the first word of a code (``GPI 48``), or part of an address."""
    text = context.document.text
    before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 12]
    if _in_row_of_capitals(match[0], before, text[match.end() : match.end() + 40]):
        return True
    if re.match(r"\s?\d|\s?n[°ro]\.?\s?\d|[-‐]\d", after):
        return True
    titles = phrases(*context.words.titles).pattern
    person = re.compile(rf"{titles}\.?\s+(?:[^\W\d_][\w.\-‐]*\s+){{0,3}}$")
    return len(match[0]) > 3 and person.search(flat(before)) is not None


def _in_row_of_capitals(token: str, before: str, after: str) -> bool:
    """Whether a word beside it is in capitals too, both of four letters or more: words set in capitals for weight."""
    beside = (re.search(r"([^\W\d_]+)[ \u00a0]+$", before), re.match(r"[ \u00a0]+([^\W\d_]+)(?![\w&])", after))
    words = (found[1] for found in beside if found)
    return token.isalpha() and len(token) >= _WORDLIKE and any(len(w) >= _WORDLIKE and w.isupper() for w in words)


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
    written = {form: flat(token) for token in tokens for form in (token.lower(), token.lower() + "s")}
    written |= {token.capitalize(): flat(token) for token in tokens}
    return {written[word] for word in set(re.findall(r"[^\W\d_]+", context.document.text)) if word in written}


def _vocabulary(context: Context) -> set[str]:
    """Words that lists and headings often set in capitals: of analyses, of plans, of the framework's levels."""
    words, framework = context.lexicon, context.framework
    named = [one for names in (*words.swot.values(), *words.facts.plans.values()) for one in names]
    if framework is not None:
        named += [one for level in framework.levels for one in level.names.all()]
        named += [one for section in framework.sections for one in section.title.all()]
    parts = {word for one in named for word in re.findall(r"[^\W\d_]+", flat(one)) if len(word) >= _WORDLIKE}
    return {flat(phrase) for phrase in (*words.everyone, *named, *words.stop_words)} | parts


class _Names:
    """Finds by what names abbreviations are spelled out, in the mended text, where lines are whole paragraphs."""

    def __init__(self, context: Context, tokens: Iterable[str]) -> None:
        self._text = "\n".join(_passages(context))
        self._spans: dict[str, list[tuple[int, int]]] = {}
        wanted = set(tokens)
        for match in re.finditer(r"(?<![\w&])[A-ZÀ-Ý][\w&]+", self._text):
            if match[0] in wanted:
                self._spans.setdefault(match[0], []).append(match.span())
        self._flat = "\n".join(map(flat, self._text.split("\n")))
        stop = context.lexicon.stop_words
        self._compounds = context.language in ("nl", "de")
        self._significant = [
            match
            for match in _WORD.finditer(self._text)
            if match.end() - match.start() > 1 and match[0][1] not in "'’" and flat(match[0]) not in stop
        ]
        self._initials = flat("".join(match[0][0] for match in self._significant))
        article = r"(?:l['’ ]|la |le |het |de |die |der |das |the )?"
        self._alias = re.compile(rf"{phrases(*context.words.alias).pattern}[\s:,]*{article}[\"«“„‘']?\s*$")

    def of(self, token: str) -> str | None:
        spans = self._spans.get(token, [])
        bracketed = sum(self._text[a - 1 : a] == "(" and self._text[b : b + 1] == ")" for a, b in spans)
        for start, end in spans:
            name = self._before(token, start, end, bracketed) or self._after(token, start, end) or self._alias_at(start)
            if name:
                return name
        return self._run(token)

    def _before(self, token: str, start: int, end: int, bracketed: int) -> str | None:
        """``Full Name (FN)``: the words before the bracket hold at least half of the letters as initials, or are a
        capitalised name, unless the brackets hold an owner, time and again."""
        opening = re.search(r"[(\[]\s*[\"«“„]?\s*$", self._text[max(0, start - 4) : start])
        if opening is None or not re.match(r"(?:\s\d{1,5})?\s*[\"»”]?\s*[)\],;:=/]", self._text[end : end + 10]):
            return None
        before = self._text[max(0, start - 160) : start].rstrip(' \u00a0(["«“„')
        clause = re.split(r"[.;:!?()•▪\[\]\n]\s*", before)[-1]
        words = re.findall(r"[^\W\d_]+", clause)[-_BEFORE:]
        joined = words[-_COMPOUND:] if self._compounds else words[-1:]  # "Polizeizone Nord (PZ)"
        compound = next((word for word in reversed(joined) if _within(token, word)), None)
        if compound:
            return str(compound)
        if len(words) < 2:
            return None
        enough = _share(token, words) >= 0.5 and any(flat(w)[0] == flat(token)[0] for w in words)
        named = bracketed <= 2 and any(word[0].isupper() for word in words[-6:]) and len(words) > 2
        return _trimmed(token, clause) if enough or named else None

    def _after(self, token: str, start: int, end: int) -> str | None:
        """``FN (full name)``, ``FN: full name`` or ``FN = full name``."""
        after = self._text[end : end + 160]
        alone = not re.search(r"\w", self._text[self._text.rfind("\n", 0, start) + 1 : start])
        found = re.match(r"\s*\(([^()\n]{5,120})", after)
        if found is None and alone:
            found = re.match(r"[ \t\u00a0]*(?::|=|[-‐–—](?=\s)|\t)\s*([^\n]{5,120})", after)
        if found is None:
            found = re.match(r"[ \u00a0]*=[ \u00a0]*([^\n.,;:()=]{5,120})", after)
        if found is None:
            word = re.match(r"(?:\s+[^\W\d_]{1,8})?(?:\s+[^\W\d_]{1,4})?\s+[(\"«“„‘']?([^\W\d_]{8,})", after)
            return word[1] if word and _within(token, word[1]) else None
        words = re.findall(r"[^\W\d_]+", found[1])[:_AFTER]
        if words and _within(token, words[0]):
            return str(words[0])
        longer = len(words) > 2 and words[0][0].isupper() and not all(word.isupper() for word in words)
        return found[1].strip() if len(words) > 1 and (_share(token, words) >= 0.5 or longer) else None

    def _alias_at(self, start: int) -> str | None:
        """``hereafter FN``, ``also called FN``, ``(or FN)``."""
        before = self._flat[max(0, start - 40) : start]
        found = self._alias.search(before)
        return before[: found.start()].strip(" (\n") or "-" if found else None

    def _run(self, token: str) -> str | None:
        """A run of words that begins with the letters: capitals throughout for two letters, fewer for more."""
        letters = flat(token.replace("&", ""))
        needed = len(letters) if len(letters) == 2 else 1 + (len(letters) < 4)
        start = self._initials.find(letters)
        while start >= 0:
            words = self._significant[start : start + len(letters)]
            span = self._text[words[0].start() : words[-1].end()]
            capitals = sum(word[0][0].isupper() for word in words)
            own = any(word[0].upper() == letters.upper() for word in words)
            if capitals >= needed and words[0][0][0].isupper() and not own and not re.search(r"[.;:!?()\n]", span):
                return span
            start = self._initials.find(letters, start + 1)
        return None


def _passages(context: Context) -> Iterator[str]:
    """The mended paragraphs, then what only tables say."""
    document = context.document
    yield from (paragraph.text for paragraph in document.paragraphs)
    for table in document.tables:
        yield table.title
        yield from (row.label for row in table.rows)
        yield from (" ".join(line) for line in table.lines)


def _within(token: str, word: str) -> bool:
    """Whether one long word, a compound, begins with the first letter and holds the others in order."""
    letters, rest = flat(token.replace("&", "")), flat(word)
    if len(letters) < 2 or len(rest) < 4 * len(letters) or rest[0] != letters[0]:
        return False
    where = 0
    for letter in letters:
        where = rest.find(letter, where) + 1
        if not where:
            return False
    return True


def _trimmed(token: str, clause: str) -> str:
    """The last words of a clause, as few as hold the letters as well as the whole clause does."""
    words = list(re.finditer(r"[^\W\d_]+", clause))[-_BEFORE:]
    whole = _share(token, [word[0] for word in words])
    kept = next(n for n in range(len(words), 0, -1) if n == 1 or _share(token, [w[0] for w in words[-n + 1 :]]) < whole)
    return clause[words[-kept].start() :].strip()


def _share(token: str, words: list[str]) -> float:
    """The share of the letters of an abbreviation that the words have as initials, in whatever order."""
    letters = Counter(flat(token.replace("&", "")))
    initials = Counter(flat(word)[0] for word in words)
    return sum((letters & initials).values()) / sum(letters.values())
