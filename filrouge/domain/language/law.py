"""The acts and articles that a text cites, as printed: "loi du 7 décembre 1998 …", "article VII.III.39 du PJPol"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from filrouge.domain.language.dates import FoundDate, find_dates
from filrouge.domain.language.lexicon import lexicon
from filrouge.domain.language.words import any_of, flat, fold

_HEAD = 80  # characters before a date in which the kind of act stands
_TITLE = 170  # characters of an act's title that are kept at most
_LEAST = 12  # fewer characters than these are no title
_NUMBER = r"(?:(?-i:[ivx]+)\.)*[\divx]+(?:[./][\divx]+)*(?:\s?(?:bis|ter|quater|quinquies))?"
_STOP = re.compile(r"[;(\[\]\"|]|[.:](?=\s|$)|\n\s*\n|\n\s*[-•·]|$")


@dataclass(frozen=True, slots=True)
class LegalReference:
    """A citation: its words with single spaces, its offsets, and the words by which it is known again (no title)."""

    text: str
    start: int
    end: int
    key: str


@dataclass(frozen=True)
class _Grammar:
    act: re.Pattern[str]
    tail: re.Pattern[str]
    again: re.Pattern[str]
    article: re.Pattern[str]
    numbered: re.Pattern[str]


@lru_cache(maxsize=4)
def _grammar(language: str) -> _Grammar:
    words = lexicon(language).facts
    acts, of, codes = any_of(words.acts), any_of(words.of), any_of(words.codes)
    link = r"(?:(?:de la|de l'|du|des|de|van de|van het|van|der|dem|of the|of|the|der|het)(?![^\W_])\s*)?"
    numbers = rf"{_NUMBER}(?:\s?(?:,|-|et|en|und|and|a|tot|bis|to)\s?{_NUMBER})*"
    division = r"(?:alinea|al\.?|lid|absatz|abs\.?|paragraphe|paragraaf|paragraph)\s*\d+"
    more = rf"(?:\s*,?\s*,?\s*(?:§+\s*\d+(?:er)?|{division}|\d+e? (?:alinea|lid))\s*,?\s*,?)*"
    return _Grammar(
        act=re.compile(rf"{acts}\s+(?:[^\s.;,()]+\s+){{0,3}}?{of}\s*$"),
        tail=re.compile(rf"\s+(?:\([^()\n]{{1,12}}\)\s+)?{any_of(words.tails)}"),
        again=re.compile(
            rf"\s(?:et|en|und|and|ainsi que|alsook|sowie)\s+(?:l'|le |la |les |de |het |der |die |das |the )?{acts}"
        ),
        article=re.compile(
            rf"{any_of(words.article_words)}\.?\s*(?P<number>{numbers}){more}\s*,?\s*{link}(?P<whole>{codes})?"
        ),
        numbered=re.compile(rf"{acts}\s+(?P<code>[a-z]{{2,4}}[ -]?\d+(?:bis|ter)?(?:/\d+)?)(?![^\W_])"),
    )


def find_references(text: str, language: str, dates: Sequence[FoundDate] | None = None) -> tuple[LegalReference, ...]:
    """The citations of acts and articles in a text, in order, none inside another, repeats included.

    An act is a kind of legal text with its date, and its title when it follows; or a circular with its number. An
    article is cited with the code or the act that it belongs to; alone it says nothing and is left out. ``dates`` are
    the dates of the text when they were found already. Raises KeyError for a language other than fr, nl, de, en.
    """
    plain, grammar = flat(text), _grammar(language)
    known = find_dates(text) if dates is None else dates
    acts = [act for date in known if (act := _act(text, plain, date, grammar))]
    cited = acts + _numbered(text, plain, grammar) + _articles(text, plain, acts, grammar)
    kept: list[LegalReference] = []
    for reference in sorted(cited, key=lambda each: (each.start, -each.end)):
        if not kept or reference.start >= kept[-1].end:
            kept.append(reference)
    return tuple(kept)


def distinct(references: Sequence[LegalReference], most: int = 30) -> tuple[str, ...]:
    """The words of each citation once, in order of appearance, the fullest of its repeats; at most so many."""
    fullest: dict[str, str] = {}
    for reference in references:
        known = fullest.get(reference.key)
        if known is None or len(reference.text) > len(known):
            fullest[reference.key] = reference.text
    return tuple(fullest.values())[:most]


def _made(text: str, start: int, end: int, key_end: int) -> LegalReference:
    words = " ".join(text[start:end].split()).rstrip(" ,.")
    key = re.sub(
        r"(?<![^\W_])(?:du|de|la|van|het|vom|von|of|the|art(?:icle|ikel)?)(?![^\W_])|[\W_]+",
        " ",
        fold(text[start:key_end]),
    )
    return LegalReference(words, start, end, " ".join(key.split()))


def _act(text: str, plain: str, date: FoundDate, grammar: _Grammar) -> LegalReference | None:
    """The act that this date is the date of, with its title."""
    if date.precision != "day":
        return None
    head = plain[max(0, date.start - _HEAD) : date.start]
    act = grammar.act.search(head)
    if not act:
        return None
    start = date.start - len(head) + act.start()
    return _made(text, start, _title_end(plain, date.end, grammar), date.end)


def _title_end(plain: str, end: int, grammar: _Grammar) -> int:
    """Where the title of an act that follows its date ends; the date itself when none follows."""
    tail = grammar.tail.match(plain, end)
    if not tail:
        return end
    stop = _STOP.search(plain, tail.end())
    last = stop.start() if stop else len(plain)
    again = grammar.again.search(plain, tail.end(), last)
    last = again.start() if again else last
    if last - tail.end() < _LEAST:
        return end
    if last - end > _TITLE:
        last = end + plain[end : end + _TITLE].rfind(" ")
    return end + len(plain[end:last].rstrip(" ,\n"))


def _numbered(text: str, plain: str, grammar: _Grammar) -> list[LegalReference]:
    """Circulars and their like that go by a number ("circulaire CP3"); the letters are capitals in the text."""
    found = []
    for match in grammar.numbered.finditer(plain):
        letters = re.sub(r"[\W\d]", "", text[match.start("code") : match.end("code")].replace("bis", ""))
        if letters.isupper():
            found.append(_made(text, match.start(), match.end(), match.end()))
    return found


def _articles(text: str, plain: str, acts: Sequence[LegalReference], grammar: _Grammar) -> list[LegalReference]:
    """Articles before a code, or right before an act that was found."""
    starts = {act.start: act for act in acts}
    found = []
    for match in grammar.article.finditer(plain):
        act = starts.get(match.end())
        if match["whole"]:
            found.append(_made(text, match.start(), match.end(), match.end()))
        elif act:
            article = _made(text, match.start(), act.end, match.end())
            found.append(replace(article, key=f"{article.key} {act.key}"))
    return found
