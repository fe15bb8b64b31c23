"""Who answers for a statement: names in brackets before or after it, a line of abbreviations, a line that says so."""

from __future__ import annotations

import re

from filrouge.domain.language.words import fold

_LEADING = re.compile(r"\(([^()]{2,60})\)\s*")
_BETWEEN = re.compile(r"(?:[a-zà-ÿ']+\s+){1,3}(?=\()")
_TRAILING = re.compile(r"\s*[(\[]([^()\[\]]{2,80})[)\]]\s*[.;,]?$")
_BEHIND = re.compile(r"\s(?:→|=>|->|[–—-])\s+([A-ZÀ-Ý][^()\[\]:;.]{1,60})[.;,]?$")
_UNIT_NUMBER = re.compile(r"[A-Z]{1,4}\d")
_SPLIT = re.compile(
    r"\s*(?:[,;/+]|\s(?:et|en|und|and|&)\s(?=[A-ZÀ-Ý])|\s(?:i\.s\.m\.|ism|avec|met|mit|with)\s(?=[A-ZÀ-Ý]))\s*"
)
_UNIT = re.compile(
    r"[A-ZÀ-Ý][\w&.'’\-]*(?:[ ]+(?:[a-zà-ÿ]{1,4}\s+|d['’]|l['’])?[A-ZÀ-Ý&][\w&.'’\-]*|[ ]+[a-zà-ÿ'’\-]+){0,5}"
)
_ABBREVIATION = re.compile(r"[A-Z][A-Z0-9&.\-]{1,7}(?:\s[A-Z][A-Z0-9&.\-]{0,3}){0,2}|[A-Z]&[A-Z]{1,2}")
_PLAIN = re.compile(r"(?!par ex|p\.|e\.g|cf|voir|zie|bv|siehe|see|notamment|y compris)[^\W\d_][^\d().:!?%]{3,80}")
_EVERYONE = frozenset({"tous", "toutes", "allen", "iedereen", "alle", "all", "everyone"})


def split_owners(words: str) -> tuple[str, ...]:
    """The units named in a bracket or a line: ``"DGIAC, NCCN"`` gives two."""
    return tuple(part for part in (p.strip(" .;:") for p in _SPLIT.split(words)) if part)


def looks_like_owner(words: str) -> bool:
    """Whether these words can name a unit, a function or everyone, rather than explain something."""
    parts = split_owners(words)
    if not parts or len(parts) > 8:
        return False
    return all(fold(p) in _EVERYONE or (len(p) <= 45 and _UNIT.fullmatch(p) is not None) for p in parts)


def owners_only(text: str) -> bool:
    """A line that holds nothing but abbreviations of units (``DGSC, NCCN``)."""
    parts = split_owners(text)
    return bool(parts) and len(text) <= 80 and all(_ABBREVIATION.fullmatch(p) or fold(p) in _EVERYONE for p in parts)


def leading_owners(text: str) -> tuple[tuple[str, ...], str]:
    """Owners in brackets before the statement, and the statement: ``"(All) (HR) train staff"`` gives both units."""
    owners: list[str] = []
    rest = text
    while True:
        match = _LEADING.match(rest)
        if match and looks_like_owner(match.group(1)):
            owners += split_owners(match.group(1))
            rest = rest[match.end() :]
            continue
        between = _BETWEEN.match(rest) if owners else None
        after = _LEADING.match(rest, between.end()) if between else None
        if between and after and looks_like_owner(after.group(1)):
            rest = rest[between.end() :]
            continue
        break
    return (tuple(dict.fromkeys(owners)), rest.strip()) if owners and rest.strip() else ((), text)


def trailing_owners(text: str, *, plain: bool = False) -> tuple[tuple[str, ...], str]:
    """Owners after the statement, in brackets or behind an arrow or a dash; what these mean is for the caller to weigh
    against the neighbours. With ``plain``, a function in small letters will do ("head of logistics"). A date that
    shares
    the bracket is left out."""
    match = _TRAILING.search(text) or _BEHIND.search(text)
    if match is None or match.start() < 10:
        return (), text
    parts = [p for p in split_owners(match.group(1)) if not any(c.isdigit() for c in p) or _UNIT_NUMBER.search(p)]
    inside = ", ".join(parts)
    if not parts or not (looks_like_owner(inside) or (plain and _PLAIN.fullmatch(inside))):
        return (), text
    return tuple(parts), text[: match.start()].strip()
