"""From lines to paragraphs: sentences that the page broke are joined, labels are split off, lists and lead-ins told
apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from filrouge.domain.model import Place
from filrouge.domain.reading.joining import group_lines, mostly_caps
from filrouge.domain.reading.labels import Label, parse_label, split_label
from filrouge.domain.reading.lines import Line
from filrouge.domain.reading.mending import join, vocabulary

_ENDS = tuple(".!?;:…,")
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
        return bool(self.text) and self.text.rstrip(_CLOSERS)[-1:] in _ENDS

    @property
    def cell(self) -> tuple[int, int, int] | None:
        ref = self.look.look.cell
        return (ref.table, ref.row, ref.column) if ref else None


def build_paragraphs(lines: Sequence[Line]) -> tuple[Para, ...]:
    """Join the lines of each paragraph. Notes at the foot become paragraphs of their own and never break a sentence."""
    body = [line for line in lines if not line.footnote]
    words = vocabulary(line.text for line in body if line.soft)
    paras: list[Para] = []
    for group in group_lines(body):
        paras.append(_paragraph(group, words))
    for group in _footnotes(lines):
        paras.append(replace(_paragraph(group, words), footnote=True))
    paras.sort(key=lambda p: (p.look.block, p.place.start))
    return tuple(_numbered(paras))


def _numbered(paras: list[Para]) -> list[Para]:
    """Split a lone number from short lines (``3 Means``) where all of them count up and one is followed by its
    ``3.1``."""
    alone: dict[int, tuple[Label, str]] = {}
    for i, para in enumerate(paras):
        if para.label is None and not para.footnote and para.cell is None and len(para.text) <= 90 and not para.ended:
            label, rest = split_label(para.text, bare=True)
            if label is not None and label.kind == "number":
                alone[i] = (label, rest)
    values = [int(label.value) for label, _ in alone.values()]
    counted = len(values) >= 2 and values == list(range(values[0], values[0] + len(values)))
    if not counted or not any(_has_part(paras, i, label.value) for i, (label, _) in alone.items()):
        return paras
    return [replace(p, label=alone[i][0], text=alone[i][1]) if i in alone else p for i, p in enumerate(paras)]


def _has_part(paras: Sequence[Para], i: int, number: str) -> bool:
    below = (p.label for p in paras[i + 1 : i + 6])
    return any(label is not None and label.kind == "number" and label.value == f"{number}.1" for label in below)


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
