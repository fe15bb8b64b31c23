"""Figures as administrations write them: ``1.816.852``, ``20,33``, ``1 234,5``, ``1,234.5``, ``-``, ``12 %``, always
exact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from itertools import pairwise

MINUS = "-−–‐‑"
_EMPTY = frozenset("- – — − ‐ ‑ -- / // n.a. n.a n/a nvt n.v.t. p.m. pm s.o. so. néant nihil k.a. entf. entf".split())
_UNIT = re.compile(r"(?:%|€|k€|m€|t€|eur|keur|meur|teur|etp|vte|fte|vzä)", re.IGNORECASE)
_SHAPE = re.compile(
    r"(?P<open>\()?(?P<sign>[-−–‐‑+])?\s?(?:€\s?)?"
    r"(?P<body>\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*)"
    r"\s?(?P<unit>%|€|k€|eur)?(?P<close>\))?(?:\*{1,3}|[¹²³⁰⁴-⁹]{1,2}|\(\d\))?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19[5-9]\d|20[0-9]\d)")
_MOST_NUMBERS_OF_LABEL = 2
_NARROW = "\u00a0\u202f\u2009"
_WORD = re.compile(r"\S+")
_TRIPLES = re.compile(r"\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?:,\d+)?(?![^\s%€)])")
# A figure whose thousands single spaces group, where wider gaps part the columns.
_GROUPED = r"[-−–‐+]?\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?(?=\s?[€%]?(?: {2}|\t|\s*$))"
_APART = re.compile(rf"(?:^|(?<= {{2}})|(?<=\t)){_GROUPED}")
_AFTER_LABEL = re.compile(rf"(?<=[^\W_] )(?<=\D ){_GROUPED}")
_GAP_BETWEEN = re.compile(r"\d[%€)]?(?: {2,}| ?\t ?)\s*[-−–‐+(€]?\s?\d")
_COMMA_SURE = re.compile(r"\d,(?:\d{1,2}|\d{4,})$|\.\d{3},\d+$|\.\d{3}\.\d{3}")
_POINT_SURE = re.compile(r"\d\.(?:\d{1,2}|\d{4,})$|,\d{3}\.\d+$|,\d{3},\d{3}")
_PARTED = re.compile(r"[ \t][-−–(€]?\d")
_TRIPLE = re.compile(r"\d{3}(?:,\d+)?")
_UNSURE = re.compile(r"[1-9]\d{0,2}[.,]\d{3}$")


class Style(Enum):
    """Which sign stands before the decimals."""

    COMMA = ","
    POINT = "."


def is_year(text: str) -> bool:
    """Whether the text is a bare year, 1950 to 2099."""
    return bool(_YEAR.fullmatch(text))


def is_empty(text: str) -> bool:
    """Whether the text is what tables print in a cell without a figure."""
    return text.strip().lower() in _EMPTY


def parse_number(text: str, style: Style = Style.COMMA) -> Decimal | None:
    """The exact value of a figure, or None when the text is not one (a date, a number with a leading zero, a word).

    Where a single sign stands before exactly three digits (``1.234``), ``style`` decides whether it groups thousands;
    otherwise the form of the figure says it. Brackets around a figure, as accountants write, make it negative.
    """
    shape = _SHAPE.fullmatch(text.strip())
    if shape is None or bool(shape["open"]) != bool(shape["close"]):
        return None
    plain = _plain(re.sub(r"\s", "", shape["body"]), style)
    if plain is None:
        return None
    value = Decimal(plain)
    return -value if shape["open"] or (shape["sign"] and shape["sign"] in MINUS) else value


def _plain(body: str, style: Style) -> str | None:
    """The digits as Python writes them (``1234.5``), or None when the signs do not fit a figure."""
    signs = [c for c in body if c in ".,"]
    if not signs:
        return None if body[0] == "0" and len(body) > 1 else body
    last = signs[-1]
    head, _, decimals = body.rpartition(last)
    if len(set(signs)) == 1:
        if len(signs) > 1:
            return body.replace(last, "") if _grouped(body, last) else None
        grouping = len(decimals) == 3 and 1 <= len(head) <= 3 and head[0] != "0" and last != style.value
        if grouping:
            return head + decimals
        return f"{head}.{decimals}" if head == "0" or head[0] != "0" else None
    other = "." if last == "," else ","
    if signs.count(last) > 1 or not _grouped(head, other):
        return None
    return f"{head.replace(other, '')}.{decimals}"


def _grouped(body: str, sign: str) -> bool:
    first, *rest = body.split(sign)
    return 1 <= len(first) <= 3 and first[0] != "0" and all(len(part) == 3 for part in rest)


def number_style(figures: Iterable[str], language: str | None) -> Style:
    """How the figures of one table are written, from those whose form leaves no doubt; failing that, from the
    language."""
    comma = point = unsure = 0
    for figure in figures:
        bare = figure.strip("()%€ *")
        if _COMMA_SURE.search(bare):
            comma += 1
        elif _POINT_SURE.search(bare):
            point += 1
        elif _UNSURE.search(bare):
            unsure += 1
    if comma != point and not (comma and point):
        if point and language != "en" and unsure > point:
            return Style.COMMA
        return Style.COMMA if comma else Style.POINT
    return Style.POINT if language == "en" else Style.COMMA


@dataclass(frozen=True, slots=True)
class Atom:
    """A word of a line with its offsets in the line. ``kind``: ``figure``, ``empty`` (a dash), ``unit`` or ``word``."""

    text: str
    start: int
    end: int
    kind: str

    @property
    def counts(self) -> bool:
        return self.kind in {"figure", "empty"}


def atoms(line: str) -> tuple[Atom, ...]:
    """The words of a line told apart; a figure whose thousands a no-break space groups is one word, if plain spaces
    part the others, and so is one that a single space groups, if wider gaps part them."""
    found: list[Atom] = []
    for start, end in _spans(line):
        word = line[start:end]
        kind = _kind(word)
        if kind == "word" and _TRIPLE.fullmatch(word) and found and found[-1].kind == "figure":
            kind = "figure"
        found.append(Atom(word, start, end, kind))
    return tuple(found)


def _spans(line: str) -> list[tuple[int, int]]:
    words = [match.span() for match in _WORD.finditer(line)]
    whole = [match.span() for match in _TRIPLES.finditer(line)] if any(c in line for c in _NARROW) else []
    if whole and not (_PARTED.search(line) or whole == [(words[0][0], words[-1][1])]):
        whole = []
    if not whole:
        whole = _grouped_by_spaces(line)
    if not whole:
        return words
    kept = [(a, b) for a, b in words if not any(s <= a and b <= e for s, e in whole)]
    return sorted(kept + whole)


def _grouped_by_spaces(line: str) -> list[tuple[int, int]]:
    """Where figures stand whose thousands single spaces group: only where wider gaps part one figure from the next."""
    if not _GAP_BETWEEN.search(line):
        return []
    whole = [match.span() for match in _APART.finditer(line)]
    # A label may end one space before the first figure; that its last number is not one of the label, the form of the
    # other figures tells.
    first = _AFTER_LABEL.search(line) if whole else None
    if first is not None and first.end() <= whole[0][0]:
        whole.insert(0, first.span())
    return whole


def _kind(word: str) -> str:
    if not word[0].isalpha() and (shape := _SHAPE.fullmatch(word)):
        bracketed = bool(shape["open"] or shape["close"])
        if not bracketed or (shape["open"] and shape["close"] and set(shape["body"]) & {".", ","}):
            return "figure" if parse_number(word) is not None else "word"
        return "word"
    if word.lower() in _EMPTY:
        return "empty"
    return "unit" if _UNIT.fullmatch(word) else "word"


@dataclass(frozen=True, slots=True)
class Run:
    """Figures that follow one another in a line: offsets of the run in the line, and its cells (units left out)."""

    start: int
    end: int
    cells: tuple[Atom, ...]

    @property
    def years_only(self) -> bool:
        figures = [cell.text for cell in self.cells if cell.kind == "figure"]
        return bool(figures) and all(map(is_year, figures))


def longest_run(words: Sequence[Atom]) -> Run | None:
    """The longest run of figures of a line, the last of equals; None when the line has no figure."""
    best: Run | None = None
    at = 0
    while at < len(words):
        if words[at].kind == "word":
            at += 1
            continue
        end = at
        while end < len(words) and words[end].kind != "word":
            end += 1
        cells = tuple(word for word in words[at:end] if word.counts)
        if any(cell.kind == "figure" for cell in cells) and (best is None or len(cells) >= len(best.cells)):
            best = Run(words[at].start, words[end - 1].end, cells)
        at = end
    return best


def into_columns(cells: Sequence[Atom], count: int, line: str, *, loose: bool) -> tuple[Atom, ...] | None:
    """Exactly ``count`` figures out of a run that may hold more, or None when it cannot be.

    A run that is longer begins with numbers of the label. Where the thousands of the table stand apart
    (``1 234``), ``loose``, words are put together again: the reading that groups most evenly wins.
    """
    if len(cells) < count or count < 1:
        return None
    if len(cells) == count:
        return tuple(cells)
    if loose:
        return _grouping(tuple(cells), count, _gaps(cells, line))
    return tuple(cells[-count:]) if len(cells) <= count + _MOST_NUMBERS_OF_LABEL else None


def _short(cell: Atom) -> bool:
    return cell.kind == "figure" and cell.text.lstrip(MINUS).isdigit() and len(cell.text.lstrip(MINUS)) <= 3


def _triple(cell: Atom) -> bool:
    return bool(_TRIPLE.fullmatch(cell.text))


def _gaps(cells: Sequence[Atom], line: str) -> list[bool]:
    """For each figure but the first, whether a single space parts it from the one before."""
    return [len(line[a.end : b.start]) == 1 for a, b in pairwise(cells)]


def _grouping(cells: tuple[Atom, ...], count: int, joined: list[bool]) -> tuple[Atom, ...] | None:
    """The last ``count`` figures when thousands may stand apart: each is one word, or a short one and triples."""
    size = len(cells)
    # cost[k] maps a place in the run to the least cost of reading k figures from there to the end.
    cost: list[dict[int, tuple[int, int]]] = [{size: (0, size)}]
    for _ in range(count):
        step: dict[int, tuple[int, int]] = {}
        for end, (spent, _) in cost[-1].items():
            begin = end - 1
            while begin >= 0:
                width = end - begin
                if _one_figure(cells[begin:end], joined[begin : end - 1]):
                    known = step.get(begin)
                    if known is None or spent + width * width < known[0]:
                        step[begin] = (spent + width * width, end)
                if not _triple(cells[begin]) or width == 4:
                    break
                begin -= 1
        cost.append(step)
    starts = {begin: least for begin, least in cost[count].items() if begin <= _MOST_NUMBERS_OF_LABEL}
    if not starts:
        return None
    # As many words as possible belong to the figures, unless a lone number of the label would be one of them.
    begin = min(starts, key=lambda b: (b if b > 0 or size == 1 else 0, starts[b][0]))
    out: list[Atom] = []
    for left in range(count, 0, -1):
        end = cost[left][begin][1]
        text = "".join(cell.text for cell in cells[begin:end])
        out.append(Atom(text, cells[begin].start, cells[end - 1].end, cells[begin].kind))
        begin = end
    return tuple(out)


def readings(cells: Sequence[Atom], line: str, first: int, count: int) -> int:
    """In how many ways the words from offset ``first`` on make ``count`` figures when thousands may stand apart."""
    words = [cell for cell in cells if cell.start >= first]
    joined = _gaps(words, line)
    ways = {len(words): 1}
    for _ in range(count):
        step: dict[int, int] = {}
        for end, known in ways.items():
            for begin in range(max(0, end - 4), end):
                if _one_figure(words[begin:end], joined[begin : end - 1]):
                    step[begin] = step.get(begin, 0) + known
        ways = step
    return ways.get(0, 0)


def _one_figure(words: Sequence[Atom], joined: Sequence[bool]) -> bool:
    if len(words) == 1:
        return words[0].kind == "empty" or parse_number(words[0].text) is not None
    return all(joined) and _short(words[0]) and words[0].text != "0" and all(map(_triple, words[1:]))
