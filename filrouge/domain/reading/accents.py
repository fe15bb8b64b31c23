"""Titles in capitals that lost their accents get them back from the document's own words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from filrouge.domain.language.words import fold
from filrouge.domain.model import Section
from filrouge.domain.reading.joining import mostly_caps

_WORD = re.compile(r"[^\W\d_]+")
_CAPS = 0.85  # share of capitals from which a title is one in capitals
_MOSTLY = 0.8  # share of its occurrences in which a word must be written so


class Spelling:
    """How the words of a text are written where they are not in capitals: alone, and beside a neighbour."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._forms: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        for text in texts:
            if mostly_caps(text, _CAPS):
                continue
            words = [word.lower() for word in _WORD.findall(text)]
            plain = [fold(word) for word in words]
            for rank, (word, bare) in enumerate(zip(words, plain, strict=True)):
                self._forms[bare,][word] += 1
                if rank:
                    self._forms["<", plain[rank - 1], bare][word] += 1
                if rank + 1 < len(plain):
                    self._forms[">", bare, plain[rank + 1]][word] += 1

    def of_title(self, title: str) -> str:
        """The title with the accents that its words have elsewhere; a word that has one already stays as it is."""
        matches = list(_WORD.finditer(title))
        plain = [fold(match[0]) for match in matches]
        out, end = [], 0
        for rank, match in enumerate(matches):
            before = plain[rank - 1] if rank else ""
            after = plain[rank + 1] if rank + 1 < len(plain) else ""
            out += [title[end : match.start()], self._written(match[0], plain[rank], before, after)]
            end = match.end()
        return "".join([*out, title[end:]])

    def _written(self, word: str, bare: str, before: str, after: str) -> str:
        if not word.isascii() or not word.isupper():
            return word
        for key in (("<", before, bare), (">", bare, after), (bare,)):
            forms = self._forms.get(key)
            if forms:
                form, count = forms.most_common(1)[0]
                if count < _MOSTLY * forms.total():
                    continue
                return form.upper() if len(form) == len(word) else word
        return word


def with_accents(sections: Sequence[Section], texts: Iterable[str]) -> tuple[Section, ...]:
    """The sections, those titled in capitals with their accents; the others as they are."""
    if not any(mostly_caps(section.title, _CAPS) for section in sections):
        return tuple(sections)
    spelling = Spelling(texts)
    return tuple(
        replace(section, title=spelling.of_title(section.title)) if mostly_caps(section.title, _CAPS) else section
        for section in sections
    )
