"""From lines to paragraphs: sentences that the page broke are joined, labels are split off, lists and lead-ins told
apart."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from filrouge.domain.model import Place
from filrouge.domain.reading.labels import Label, parse_label, split_label
from filrouge.domain.reading.lines import Line
from filrouge.domain.reading.mending import join, vocabulary

_ENDS = ".!?;:"
_CLOSERS = "»”\"')]’"


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph with what is needed to decide what it is. ``text`` is without ``label``; ``gap`` the blank lines
    above it
    beyond what the page always leaves between lines; ``lines`` how many physical lines it took."""

    text: str
    label: Label | None
    place: Place
    gap: int
    page_start: bool
    tabs: bool
    look: Line
    lines: int = 1
    footnote: bool = False

    @property
    def whole(self) -> str:
        """The words with their label."""
        return f"{self.label.text} {self.text}" if self.label else self.text

    @property
    def caps(self) -> bool:
        return mostly_caps(self.text, 0.85)

    @property
    def ended(self) -> bool:
        """It ends as a sentence, a list item or an announcement does."""
        return bool(self.text) and self.text.rstrip(_CLOSERS)[-1:] in tuple(_ENDS + "…,")

    @property
    def cell(self) -> tuple[int, int, int] | None:
        ref = self.look.look.cell
        return (ref.table, ref.row, ref.column) if ref else None


def build_paragraphs(lines: Sequence[Line]) -> tuple[Para, ...]:
    """Join the lines of each paragraph. Notes at the foot become paragraphs of their own and never break a sentence."""
    body = [line for line in lines if not line.footnote]
    words = vocabulary(line.text for line in body if line.soft)
    paras: list[Para] = []
    for group in _groups(body):
        paras.append(_paragraph(group, words))
    for group in _footnotes(lines):
        paras.append(replace(_paragraph(group, words), footnote=True))
    paras.sort(key=lambda p: (p.look.block, p.place.start))
    return tuple(paras)


def _paragraph(group: Sequence[Line], words: frozenset[str]) -> Para:
    text = group[0].text
    for line in group[1:]:
        text = join(text, line.text, words)
    first = group[0]
    label, rest = (None, text)
    if first.look.label is not None:
        label = parse_label(first.look.label)
    elif first.bullet:
        label = Label("bullet", "", "")
    else:
        label, rest = split_label(text, bare=first.look.bold or first.look.heading is not None)
        if not rest:
            label, rest = (label, text) if label and label.kind == "word" else (None, text)
            rest = "" if label else text
    place = Place(first.place.start, max(line.place.end for line in group))
    return Para(rest, label, place, first.gap, first.page_start, any(x.tabs for x in group), first, len(group))


def _footnotes(lines: Sequence[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    last: Line | None = None
    for line in lines:
        if line.footnote:
            fresh = (
                last is None or line.gap > 0 or line.block != last.block + 1 or not line.soft or line.text[:1].isupper()
            )
            if fresh:
                groups.append([])
            groups[-1].append(line)
        last = line if line.footnote else None
    return groups


class _Widths:
    """How wide the text runs around a line: lines that reach it were broken by the page."""

    def __init__(self, lines: Sequence[Line]) -> None:
        lengths = sorted(len(line.text) for line in lines if line.soft)
        self.page: int | None = None
        if len(lengths) >= 8:
            high = lengths[int(len(lengths) * 0.95)]
            top = lengths[min(len(lengths) - 1, int(len(lengths) * 0.995))]
            long = len(lengths) - bisect_left(lengths, int(high * 0.85))
            running = sum(_runs_on(a, b) for a, b in pairwise(lines))
            if high <= 150 and top <= high * 1.4 and long >= 0.12 * len(lengths) and running >= 0.1 * len(lengths):
                self.page = high
        self.wrapped = self.page is not None


def _runs_on(a: Line, b: Line) -> bool:
    """A sentence that plainly goes on from one line to the next."""
    return b.soft and not b.bullet and b.text[0].islower() and a.text.rstrip(_CLOSERS)[-1:] not in tuple(".!?;:…")


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


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    widths = _Widths(lines)
    usual = _gaps(lines)
    groups: list[list[Line]] = []
    local = 0
    for i, line in enumerate(lines):
        previous = lines[i - 1] if i else None
        if previous is None or not _continues(groups[-1], previous, line, usual[i], widths, local):
            groups.append([line])
            local = len(line.text)
        else:
            groups[-1].append(line)
            local = max(local, len(line.text))
    return groups


def _continues(group: list[Line], a: Line, b: Line, usual: int, widths: _Widths, local: int) -> bool:
    """Whether line ``b`` goes on the paragraph that ``a`` ends."""
    if not (a.soft and b.soft) or a.grid or b.grid or a.look.cell != b.look.cell or a.look.box != b.look.box:
        return False
    if _differ(a, b):
        return False
    label = Label("bullet", "", "") if b.bullet else split_label(b.text)[0]
    gap = 0 if b.page_start else max(0, b.gap - usual)
    listed = group[0].bullet or split_label(group[0].text)[0] is not None
    ended = a.text.rstrip(_CLOSERS)[-1:] in tuple(".!?;:…")
    lower = b.text[0].islower() or b.text[0] in "(«“&/," and not ended
    if label is not None and not _mid_sentence(a, label, widths):
        return False
    if a.tabs != b.tabs and not (lower and gap == 0):
        return False
    shouted = mostly_caps(a.text)
    if shouted != mostly_caps(b.text):
        return False
    if shouted:
        return gap <= 1 and not b.page_start and not ended and len(a.text) > 25 and _heading_breaks(a, b, widths)
    if lower and not ended:
        return gap <= 1 and len(a.text) > 1
    if gap > 0 or not widths.wrapped or widths.page is None:
        return False
    if b.page_start and (ended or not lower):
        return False
    need = len(a.text) + 1 + len(b.text.split(" ", 1)[0])
    width = widths.page if not listed or local > widths.page * 0.6 else max(local, int(widths.page * 0.7))
    if ended:
        return need > width * 0.92
    return need > width * 0.86


def _heading_breaks(a: Line, b: Line, widths: _Widths) -> bool:
    label, _ = split_label(b.text)
    return label is None


def _mid_sentence(a: Line, label: Label, widths: _Widths) -> bool:
    """A figure at the head of a line that the sentence above runs into (``… le rapport sera de`` / ``1. …`` is not
    one)."""
    return label.kind in {"roman", "capital"} and len(label.text) <= 2 and not label.text.endswith((".", ")"))


def _differ(a: Line, b: Line) -> bool:
    """The two lines look unlike: another size, weight or kind of heading, where the file tells."""
    one, two = a.look, b.look
    if one.heading != two.heading or one.bold != two.bold:
        return True
    return one.size is not None and two.size is not None and abs(one.size - two.size) > 0.6


def mostly_caps(text: str, share: float = 0.9) -> bool:
    """Whether this share of the letters, four or more, are capitals."""
    if sum(map(str.islower, text[:24])) > 6:
        return False
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 4 and sum(map(str.isupper, letters)) >= share * len(letters)
