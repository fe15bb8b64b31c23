"""The heads of columns in flattened text: groups that repeat for each year, years beside or above them, footnote
marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from filrouge.domain.language.words import fold
from filrouge.domain.reading.tables.lexicon import is_total, unit_patterns, words_of
from filrouge.domain.reading.tables.numbers import is_year

_MARK = re.compile(r"(?<=[^\W\d_])(?:[¹²³⁰⁴-⁹]{1,2}|\*{1,3}|\(\d{1,2}\)|(?P<digit>\d))$")
_WIDE = re.compile(r"\t+| {2,}")
_DRESS = " ()[]:;,.|"
_MOST_WORDS_OF_MARK = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: its year, when it has one, and its head without the year."""

    year: int | None
    head: str


def year_in(word: str) -> int | None:
    """The year that a word is, dressed in brackets or punctuation or not, or None."""
    bare = word.strip(_DRESS + "*")
    return int(bare) if is_year(bare) else None


def years_of_line(text: str) -> tuple[tuple[int, ...], tuple[str, ...]] | None:
    """The years and the words beside each (``2022 INI 2023 prop``) of a line that holds only that; None for another."""
    words = text.split()
    at = [i for i, word in enumerate(words) if year_in(word) is not None]
    if not at or len(words) > len(at) * (1 + _MOST_WORDS_OF_MARK) + 1:
        return None
    years = tuple(int(words[i].strip(_DRESS + "*")) for i in at)
    if any(y < x for x, y in pairwise(years)):
        return None
    between = [words[a + 1 : b] for a, b in zip(at, [*at[1:], len(words)], strict=True)]
    if any(len(marks) > _MOST_WORDS_OF_MARK or _is_prose(marks) for marks in between) or _is_prose(words[: at[0]]):
        return None
    if not between[-1] and at[0] and len(at) > 1 and all(len(marks) == at[0] for marks in between[:-1]):
        between = [words[: at[0]], *between[:-1]]
    return years, tuple(" ".join(marks).strip(_DRESS) for marks in between)


def _is_prose(words: Sequence[str]) -> bool:
    return any(word[-1] in ".;?!" or len(word) > 16 or any(c.isdigit() for c in word) for word in words)


def without_marks(heads: Sequence[str]) -> tuple[str, ...]:
    """The heads without footnote marks. A plain digit stuck to a head (``M1``) is a mark only when a single head of the
    group has one: ``A1 A2 B1`` are levels, ``T1 T2 T3 T4`` quarters."""
    numbered = {head for head in heads if (mark := _MARK.search(head)) and mark["digit"]}
    bare_others = len(set(heads)) > 1 and len(numbered) == 1
    out = []
    for head in heads:
        mark = _MARK.search(head)
        out.append(head[: mark.start()].rstrip() if mark and (not mark["digit"] or bare_others) else head)
    return tuple(out)


def repeated(words: Sequence[str], columns: int) -> tuple[tuple[str, ...], int] | None:
    """A group of words that a line repeats so that it can head ``columns`` columns: the group and how often, or None.

    The longest repetition wins, then the shortest group: ``M S C Total M S C Total`` is a group of four, twice.
    """
    best: tuple[int, int, int, int] | None = None
    folded = [fold(_MARK.sub("", word)) for word in words]
    for start in range(len(words) - 1):
        for period in range(1, min(8, (len(words) - start) // 2) + 1):
            times = 1
            while folded[start + times * period : start + (times + 1) * period] == folded[start : start + period]:
                times += 1
            while times > 1 and columns % times:
                times -= 1
            group = folded[start : start + period]
            if times < 2 or not any(c.isalpha() for c in "".join(group)) or (period < columns // times):
                continue
            if best is None or (times * period, -period) > best[:2]:
                best = (times * period, -period, start, times)
    if best is None:
        return None
    _, period, start, times = best
    heads = _into_heads(words[start : start - period], columns // times)
    return (heads, times) if heads else None


def _into_heads(words: Sequence[str], count: int) -> tuple[str, ...] | None:
    """Exactly ``count`` heads out of the words of one group, by the known heads of several words; None when it
    fails."""
    if len(words) == count:
        return tuple(words)
    if count == 1:
        return (" ".join(words),)
    heads = _known_heads(words)
    return heads if heads is not None and len(heads) == count else None


def _known_heads(words: Sequence[str]) -> tuple[str, ...] | None:
    heads: list[str] = []
    at = 0
    while at < len(words):
        width = next((w for w in (3, 2, 1) if at + w <= len(words) and _is_head(" ".join(words[at : at + w]))), 0)
        if not width:
            return None
        heads.append(" ".join(words[at : at + width]))
        at += width
    return tuple(heads)


def _is_head(text: str) -> bool:
    folded = fold(_MARK.sub("", text)).strip("()")
    return bool(words_of("HEADS").fullmatch(folded)) or folded == "%"


def head_like(word: str) -> bool:
    """Whether a word alone can head a column: a year, a known head, a letter or an initialism, a percent sign."""
    if year_in(word) is not None or _is_head(word):
        return True
    bare = _MARK.sub("", word).strip("()")
    return bool(re.fullmatch(r"[A-Z]{1,4}\d?|[A-Z]\+?|%|\u0394", bare))


def columns_of_line(text: str, count: int) -> tuple[Column, ...] | None:
    """The ``count`` columns that a line heads, or None. The words before them head the column of labels."""
    words = text.replace("|", " ").split()
    if len(words) > 8 * count + 12:
        return None
    return (
        _with_years(words, count)
        or _from_repetition(words, count)
        or _from_last_words(words, count)
        or _from_gaps(text, count)
        or _from_lexicon(words, count)
    )


def _from_repetition(words: Sequence[str], count: int) -> tuple[Column, ...] | None:
    found = repeated(words, count) if count >= 2 else None
    if found is None:
        return None
    group, times = found
    return tuple(Column(None, head) for head in without_marks(group) * times)


def _with_years(words: Sequence[str], count: int) -> tuple[Column, ...] | None:
    """Columns each with its year: ``2024 2025``, ``VAK 2024 VEK 2024``, ``2022 INI 2023 prop``, ``2024 2025 Total``."""
    at = [i for i, word in enumerate(words) if year_in(word) is not None]
    if len(at) == count - 1 and len(at) >= 2 and at[-1] == len(words) - 2 and is_total(fold(words[-1])):
        first = _with_years(words[:-1], count - 1)
        return (*first, Column(None, words[-1])) if first else None
    if len(at) != count or (count == 1 and at[0] < len(words) - 1):
        return None
    years = [int(words[i].strip(_DRESS + "*")) for i in at]
    gaps = [list(words[a + 1 : b]) for a, b in pairwise(at)]
    after, before = list(words[at[-1] + 1 :]), list(words[: at[0]])
    if any(len(gap) > 3 for gap in gaps) or len(after) > 6:
        return None
    if count == 1 or not any(gaps):
        return tuple(Column(year, "") for year in years)
    if after and all(gaps) and len(after) <= 3:
        heads = [" ".join(gap) for gap in (*gaps, after)]
    elif len({len(gap) for gap in gaps}) == 1 and len(before) >= len(gaps[0]):
        heads = [" ".join(gap) for gap in (before[len(before) - len(gaps[0]) :], *gaps)]
    else:
        return None
    bare = without_marks([head.strip(_DRESS) for head in heads])
    return tuple(Column(year, head) for year, head in zip(years, bare, strict=True))


def _from_last_words(words: Sequence[str], count: int) -> tuple[Column, ...] | None:
    last = words[-count:]
    if len(last) < count or not all(map(head_like, last)) or (count == 1 and len(words) > 8):
        return None
    if count == 2 and not any(_is_head(word) or year_in(word) for word in last):
        return None
    return _dressed(last)


def _from_gaps(text: str, count: int) -> tuple[Column, ...] | None:
    cells = [" ".join(cell.split()) for cell in _WIDE.split(text.strip())]
    if count < 2 or len(cells) not in {count, count + 1} or any(len(cell) > 60 for cell in cells):
        return None
    if any(_is_head(cell) or year_in(cell.split()[-1]) or year_in(cell.split()[0]) for cell in cells[-count:] if cell):
        return _dressed(cells[-count:])
    return None


def _from_lexicon(words: Sequence[str], count: int) -> tuple[Column, ...] | None:
    for start in range(max(0, len(words) - 3 * count), len(words) - count + 1):
        heads = _known_heads(words[start:])
        if heads is not None and len(heads) == count:
            return _dressed(heads)
    return None


def _dressed(heads: Iterable[str]) -> tuple[Column, ...]:
    return tuple(map(column_of, without_marks([head.strip() for head in heads])))


def column_of(head: str) -> Column:
    """The column that one head names; a year in the head is taken out of it, a unit too when something else is left."""
    words = head.split()
    years = [i for i, word in enumerate(words) if year_in(word) is not None]
    if len(years) != 1:
        return Column(None, head.strip(" :;,"))
    rest = " ".join(word for i, word in enumerate(words) if i != years[0]).strip(_DRESS)
    return Column(year_in(words[years[0]]), "" if is_unit(rest) else rest)


def is_unit(text: str) -> bool:
    """Whether the text names nothing but a unit (``in KEUR``, ``ETP``)."""
    bare = re.sub(r"^(?:en|in|x)\s+", "", fold(text).strip("() ."))
    return any(pattern.fullmatch(bare) for _, pattern in unit_patterns())


def give_years(columns: Sequence[Column], years: Sequence[int]) -> tuple[Column, ...] | None:
    """The columns with the years shared out over groups of equal width, or None when they do not divide evenly."""
    if not years or len(columns) % len(years):
        return None
    width = len(columns) // len(years)
    return tuple(replace(column, year=years[i // width]) for i, column in enumerate(columns))
