"""The labels by which a document names its own statements: ``Strategic objective 4: …``, ``SD4 …``, ``Theme 2 – …``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from filrouge.domain.language.words import flat, fold
from filrouge.domain.model import OBJECTIVE_KINDS, Framework, Level
from filrouge.domain.reading.labels import roman
from filrouge.domain.reading.paragraphs import Para

_TAIL = (
    r"\s*(?:n[°o]\.?\s*|nr\.?\s*)?(\d{1,3}(?:[.\-]\d{1,3}){0,3}|[ivx]{1,5}(?![a-z])|[a-h](?=\s*[:)–—-]))"
    r"\s*(?:[:.)–—-]+\s*|\s+|$)"
)
_LEADS = frozenset(
    "nos notre les le la des du de d' l' l'  onze de het unsere die our the their leurs voici ci-apres".split()
)


@dataclass(frozen=True, slots=True)
class LevelLabel:
    """``level`` names what it is; ``number`` as printed, or None; ``rest`` the words after the label (the title, or
    nothing);
    ``rank`` a key that labels of the same level share; ``part`` the code letter of a part named by the label."""

    level: Level
    number: str | None
    rest: str
    rank: str
    part: str | None = None


class LevelNames:
    """Finds the labels of a framework's levels at the head of paragraphs, in any of the four languages."""

    def __init__(self, framework: Framework | None) -> None:
        self._levels: dict[str, tuple[Level, str | None]] = {}
        self._words: dict[str, list[Level]] = {}
        for level in framework.levels if framework else ():
            if "label" in level.forms or "heading" in level.forms:
                for name in (*level.names.all(), *_initials(level.names.all())):
                    self._levels.setdefault(fold(name), (level, None))
            for name in level.names.all():
                self._words.setdefault(fold(name), []).append(level)
        self.objectives = tuple(lv for lv in (framework.levels if framework else ()) if lv.kind in OBJECTIVE_KINDS)
        theme = next((lv for lv in (framework.levels if framework else ()) if lv.kind == "theme"), None)
        for part in framework.parts if framework and theme else ():
            for name in part.names.all():
                words = fold(name).split()
                for form in {words[0], _singular(words[0])} - {""}:
                    if theme is not None:
                        self._levels.setdefault(form, (theme, part.code))
        names = sorted(map(re.escape, self._levels), key=len, reverse=True)
        self._first = frozenset(name.split()[0] for name in self._levels)
        self._pattern = re.compile(rf"({'|'.join(names)}){_TAIL}") if names else None
        bare = [n for n in names if len(n) > 4 and not _is_plural(n, self._levels)]
        self._bare = re.compile(rf"({'|'.join(bare)})\s*:\s+(?=\S)") if bare else None

    def find(self, para: Para) -> LevelLabel | None:
        """The label that heads this paragraph, or None. A name without a number is one only in the singular and with a
        colon
        (``Strategic objective: …``)."""
        if para.label is None or para.label.kind == "bullet":
            return self._find(para.text)
        return self._find(para.whole) or self._find(para.text)

    def _find(self, text: str) -> LevelLabel | None:
        if self._pattern is None or not text or not (text[0].isupper() or text[0].isdigit()):
            return None
        if flat(text[:30]).lstrip("(").split(" ", 1)[0].rstrip("0123456789.:-") not in self._first:
            return None
        plain = flat(text)
        match = self._pattern.match(plain)
        if match is None:
            bare = self._bare.match(plain) if self._bare else None
            level = self._levels[bare.group(1).replace("\\", "")][0] if bare else None
            if bare is None or level is None or "label" not in level.forms:
                return None
            return LevelLabel(level, None, text[bare.end() :].strip(), level.kind)
        number = match.group(2)
        if not number[0].isdigit() and roman(number) is None:
            number = text[match.start(2) : match.end(2)]
            if not number.isupper():
                return None
        level, part = self._levels[match.group(1)]
        if len(match.group(1)) <= 3 and not text[: match.end(1)].isupper():
            return None
        return LevelLabel(level, number.replace("-", "."), text[match.end() :].strip(), level.kind, part)

    def announced(self, text: str, levels: Iterable[Level]) -> Level | None:
        """The level whose name this lead-in or heading is about ("Our ambitions are:"), or None."""
        words = fold(text).rstrip(" :.")
        best: tuple[int, Level] | None = None
        for level in levels:
            for name in map(fold, level.names.all()):
                at = f" {words} ".replace("'", " ").find(f" {name} ")
                if at >= 0 and (best is None or (-at, len(name)) > (best[0], len(fold(best[1].names.all()[0])))):
                    best = (-at, level)
        return best[1] if best else None


def _initials(names: Iterable[str]) -> list[str]:
    """``OS`` for *objectif stratégique*, ``SD`` for *strategische doelstelling*: the usual short label of two words."""
    out = []
    for name in names:
        words = fold(name).split()
        if len(words) == 2:
            out.append(words[0][0] + words[1][0])
    return out


def _is_plural(name: str, known: Iterable[str]) -> bool:
    """Whether another name of the levels is this one in the singular: the same words but for their endings."""
    words = name.replace("\\", "").split()
    for other in map(str.split, known):
        shorter = len(other) == len(words) and other != words and len("".join(other)) < len("".join(words))
        if shorter and all(w.startswith(o[: max(3, len(o) - 2)]) for w, o in zip(words, other, strict=True)):
            return True
    return False


def _singular(word: str) -> str:
    """A rough singular of a plural noun in French, Dutch, German or English; only to be matched, never shown."""
    for ending, less in (("fenomenen", "fenomeen"), ("phanomene", "phanomen")):
        if word.endswith(ending):
            return word[: -len(ending)] + less
    for ending in ("'s", "en", "s", "n", "e"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word[: -len(ending)]
    return word


def is_title(para: Para) -> bool:
    """A paragraph that can be the title under a bare label: short, no list, not ended but by a stop of its own."""
    return (
        bool(para.text)
        and para.label is None
        and len(para.text) <= 220
        and para.text[-1] not in ":;,"
        and para.text[0].isupper()
    )


_NAMED = re.compile(
    r"(?:intitule|titre|libelle|objet|omschrijving|benaming|naam|titel|bezeichnung|beschreibung|title|name)\s*:\s*(?=\S)"
)


def untitled(text: str) -> str:
    """The words without the head of a form's first line ("Title: …")."""
    match = _NAMED.match(flat(text))
    return text[match.end() :] if match else text
