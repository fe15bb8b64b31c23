"""Which lines of a page make one paragraph: by their words, by how full they are, and by how the page spaces them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, pairwise

from filrouge.domain.language.words import fold
from filrouge.domain.reading.labels import split_label
from filrouge.domain.reading.lines import Line

_CLOSERS = "»”\"')]’"
_HEADED = re.compile(r"(?:[A-Z]{1,3}|[^\W\d_]+(?:\s[^\W\d_]+){0,2})\s?\d{1,2}(?:\.\d{1,2})*\s*(?:[-–—:]\s|\.\s+\S)")
_YEAR = re.compile(r"(?:19|20)\d\d\b(?!\s*[-–/])")
_LONE_NUMBER = re.compile(r"\d{1,2}\s+[^\W\d_a-zà-ÿ]")
DANGLING = frozenset(
    "de du des le la les un une et ou a au aux en dans par pour sur avec que qui dont ce se "
    "van het een en of in op voor met door aan te dat die der den "
    "und oder im am mit fur vom zur zum das dem ein eine "
    "of the and or to for with by on at an".split()
)


def mostly_caps(text: str, share: float = 0.9) -> bool:
    """Whether this share of the letters, four or more, are capitals."""
    if sum(map(str.islower, text[:24])) > 6:
        return False
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 4 and sum(map(str.isupper, letters)) >= share * len(letters)


def last_word(text: str) -> str:
    """The last word, folded, without what an apostrophe cuts off before it."""
    return fold(text).rsplit(" ", 1)[-1].rsplit("'", 1)[-1]


def group_lines(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each paragraph, in order. Lines of a flow that is the author's stay alone."""
    width = _page_width(lines)
    usual = _gaps(lines)
    groups: list[list[Line]] = []
    for i, line in enumerate(lines):
        after = lines[i + 1] if i + 1 < len(lines) else None
        if groups and _continues(groups[-1], line, after, usual[i], width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _ended(line: Line) -> bool:
    return line.text.rstrip(_CLOSERS)[-1:] in tuple(".!?;:…")


def _listed(line: Line) -> bool:
    return line.bullet or split_label(line.text)[0] is not None


def _runs_on(a: Line, b: Line) -> bool:
    """A sentence that plainly goes on from one line to the next."""
    return b.soft and not b.bullet and b.text[0].islower() and not _ended(a)


def _page_width(lines: Sequence[Line]) -> int | None:
    """How many characters a full line holds, or None where the page breaks no lines."""
    lengths = sorted(len(line.text) for line in lines if line.soft)
    if len(lengths) < 8:
        return None
    high = lengths[int(len(lengths) * 0.95)]
    top = lengths[min(len(lengths) - 1, int(len(lengths) * 0.995))]
    long = len(lengths) - bisect_left(lengths, int(high * 0.85))
    running = sum(_runs_on(a, b) for a, b in pairwise(lines))
    wrapped = high <= 150 and top <= high * 1.4 and long >= 0.12 * len(lengths) and running >= 0.1 * len(lengths)
    return high if wrapped else None


def _gaps(lines: Sequence[Line]) -> list[int]:
    """For each line, how many blank lines the page leaves between any two lines around it.

    It is 0, or 1 where sentences run on over blank lines (double spacing).
    """
    gaps = [line.gap if line.soft and not line.page_start else -1 for line in lines]
    over = [bool(i and gaps[i] > 0 and _runs_on(lines[i - 1], lines[i])) for i in range(len(lines))]
    seen = [0, *accumulate(map(int, over))]

    def quarter(start: int, end: int) -> int:
        near = sorted(g for g in gaps[start:end] if g >= 0)
        return near[len(near) // 4] if len(near) >= 3 else 0

    usual = []
    for i in range(len(lines)):
        double = seen[min(len(lines), i + 15)] - seen[max(0, i - 14)] >= 2
        usual.append(max(quarter(max(0, i - 5), i + 1), quarter(i, i + 6)) if double else 0)
    return usual


def _continues(group: list[Line], b: Line, after: Line | None, usual: int, width: int | None) -> bool:
    """Whether line ``b`` goes on the paragraph of ``group``; ``after`` is the line below it."""
    a = group[-1]
    if not _alike(a, b) or _listed(b):
        return False
    gap = 0 if b.page_start else max(0, b.gap - usual)
    ended = _ended(a)
    lower = b.text[0].islower() or (b.text[0] in "(«“&/," and not ended)
    if mostly_caps(a.text):
        return gap <= 1 and not b.page_start and not ended and len(a.text) > 25
    if a.tabs != b.tabs and not (lower and gap == 0):
        return False
    if lower and not ended:
        return gap <= 1 and len(a.text) > 1
    if gap == 0 and not ended and (last_word(a.text) in DANGLING or _open_bracket(group) or _is_tail(a, b, width)):
        return True
    if gap > 0 or width is None or (b.page_start and (ended or not lower)) or _HEADED.match(b.text):
        return False
    if _LONE_NUMBER.match(b.text) and not _ended(b) and len(b.text) <= 0.8 * width:
        return False
    return not _heads_what_follows(b, after, width) and _is_full(group, b, width)


def _is_tail(a: Line, b: Line, width: int | None) -> bool:
    """A few last words with the stop that the line above lacks, or the year of a date that it begins."""
    if _YEAR.match(b.text):
        return True
    return width is not None and _ended(b) and len(b.text) <= 25 and len(a.text) >= 0.55 * width


def _open_bracket(group: list[Line]) -> bool:
    """A bracket that the last two lines opened and did not close."""
    text = " ".join(line.text for line in group[-2:])
    return text.count("(") > text.count(")")


def _alike(a: Line, b: Line) -> bool:
    """Two lines of the page's flow, of one cell or box, one size and weight, and one case."""
    if not (a.soft and b.soft) or a.grid or b.grid:
        return False
    one, two = a.look, b.look
    if (one.cell, one.box, one.heading, one.bold) != (two.cell, two.box, two.heading, two.bold):
        return False
    if one.size is not None and two.size is not None and abs(one.size - two.size) > 0.6:
        return False
    return mostly_caps(a.text) == mostly_caps(b.text)


def _heads_what_follows(b: Line, after: Line | None, width: int) -> bool:
    """A short line without an end, over one that begins anew: a title, not the last words of the paragraph above."""
    if after is None or _ended(b) or not b.text[0].isupper() or len(b.text) > 0.6 * width:
        return False
    return after.gap == 0 and (after.text[0].isupper() or _listed(after)) and last_word(b.text) not in DANGLING


def _is_full(group: list[Line], b: Line, width: int) -> bool:
    """The last line of the group had no room for the first word of the next: the page broke it, not the author."""
    a = group[-1]
    need = len(a.text) + 1 + len(b.text.split(" ", 1)[0])
    widest = max(len(line.text) for line in group)
    if len(group) > 1 and widest <= width * 0.6 and _listed(group[0]):
        width = max(widest, int(width * 0.7))
    return need > width * (0.92 if _ended(a) else 0.86)
