"""From the paragraphs of a reading to the blocks of a body: labelled ones become lists, nested as their labels say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from filrouge.domain.model import Paragraph as Read
from filrouge.domain.planning.rich import LIST_STYLES, Block, ListBlock, ListItem, Paragraph, text

#: What stands, raised, before a note that stood at the foot of a page: its number was taken out with its call.
NOTE_MARK = "*"
BULLET = "•"
_SIGNS = (BULLET, "–", "▪")
_SHORT = 40
_NUMBER = re.compile(r"\(?(\d{1,4})\W{0,3}")
_LETTER = re.compile(r"\(?([A-Za-z])\W{1,3}")
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


@dataclass(slots=True)
class _List:
    """A list that is open. ``style`` is a sign of bullets or one of LIST_STYLES; ``items`` the blocks of each item."""

    style: str
    start: int
    items: list[list[Block]] = field(default_factory=list)

    @property
    def following(self) -> int:
        return self.start + len(self.items)

    def block(self) -> ListBlock:
        items = tuple(ListItem(tuple(blocks)) for blocks in self.items)
        if self.style not in LIST_STYLES:
            return ListBlock(False, items)
        return ListBlock(True, items, self.start, self.style)


def blocks_of(paragraphs: Sequence[Read]) -> tuple[Block, ...]:
    """The blocks that these paragraphs make, notes at the foot last, each with NOTE_MARK."""
    body = _with_cells_joined([one for one in paragraphs if one.kind != "footnote"])
    notes = [one for one in paragraphs if one.kind == "footnote"]
    return (*_grouped(body), *map(note_of, notes))


def _with_cells_joined(paragraphs: Sequence[Read]) -> list[Read]:
    """The short cells of a table that was not kept as one (the heads of a matrix), those that follow one another on
    one line."""
    out: list[Read] = []
    joined = False
    for one in paragraphs:
        short = one.kind == "table" and one.label is None and len(one.text) <= _SHORT
        if short and joined:
            out[-1] = replace(out[-1], text=f"{out[-1].text} · {one.text}")
        else:
            out.append(one)
        joined = short
    return out


def note_of(paragraph: Read) -> Block:
    """A note at the foot as a paragraph that begins with a raised mark."""
    return Paragraph((*text(paragraph.label or NOTE_MARK, "sup"), *text(f"\u00a0{paragraph.text}")))


def _grouped(paragraphs: Iterable[Read]) -> Iterator[Block]:
    run: list[tuple[str, int, str]] = []
    for one in paragraphs:
        mark = _mark(one.label, run) if one.label else None
        if mark is not None and text(one.text):
            run.append((*mark, one.text))
            continue
        yield from _lists(run)
        run = []
        words = text(f"{one.label} {one.text}" if one.label and one.label.strip(_BULLETS) else one.text)
        if words:
            yield Paragraph(words)
    yield from _lists(run)


_BULLETS = " •·▪-–—*o"
_DASHES, _DOTS = "-‐‑–—−", "•·●∙*\uf0b7"


def _mark(label: str, before: Sequence[tuple[str, int, str]]) -> tuple[str, int] | None:
    """The style and the value of a label, or None when no list counts so (``3.2.1``, ``Annex 1``)."""
    if not any(char.isalnum() for char in label) or label.strip() == "o":
        sign = label.strip()[:1]
        return _SIGNS[1] if sign in _DASHES else BULLET if sign in _DOTS else sign or BULLET, 0
    if number := _NUMBER.fullmatch(label):
        return "1", int(number[1])
    roman = re.sub(r"\W", "", label).lower()
    letter = _LETTER.fullmatch(label)
    if letter is not None:
        value = ord(letter[1].lower()) - 96
        style = "a" if letter[1].islower() else "A"
        if roman not in _ROMAN or (style, value - 1) in [(one, rank) for one, rank, _ in before]:
            return style, value
    if roman in _ROMAN[1:]:
        return ("i" if label.strip("(")[:1].islower() else "I"), _ROMAN.index(roman)
    return None


def _lists(run: Sequence[tuple[str, int, str]]) -> Iterator[Block]:
    """The lists of a run of labelled paragraphs."""
    open_: list[_List] = []
    last = ""
    for style, value, words in run:
        depth = _depth(open_, style, value, last)
        if depth < len(open_) and open_[depth].style == style and value in {0, open_[depth].following}:
            yield from _closed(open_, depth + 1)
        else:
            yield from _closed(open_, depth)
            open_.append(_List(style, value or 1))
        open_[-1].items.append([Paragraph(text(words))])
        last = words
    yield from _closed(open_, 0)


def _depth(open_: Sequence[_List], style: str, value: int, last: str) -> int:
    """How deep among the open lists an item of this label stands."""
    for depth in range(len(open_) - 1, -1, -1):
        if open_[depth].style == style:
            return depth
    if not open_:
        return 0
    bullets = style not in LIST_STYLES
    begins = bullets or value == 1
    nested = last.endswith(":") or (begins and (bullets or open_[-1].style in LIST_STYLES))
    return len(open_) if nested else 0


def _closed(open_: list[_List], depth: int) -> Iterator[Block]:
    """Close the lists from this depth on: each becomes a block of the item it stands in, or of the body."""
    while len(open_) > depth:
        block = open_.pop().block()
        if open_:
            open_[-1].items[-1].append(block)
        else:
            yield block


def label_of(block: ListBlock, rank: int, depth: int = 0) -> str:
    """What stands before the item of this rank, as it is printed; a list within a list has a sign of its own."""
    if not block.ordered:
        return _SIGNS[min(depth, len(_SIGNS) - 1)]
    value = block.start + rank
    if block.style in {"a", "A"} and 1 <= value <= 26:
        letter = chr(96 + value)
        return f"{letter if block.style == 'a' else letter.upper()})"
    if block.style in {"i", "I"} and value < len(_ROMAN):
        return f"{_ROMAN[value] if block.style == 'i' else _ROMAN[value].upper()}."
    return f"{value}."


def relabelled(paragraph: Read, words: str) -> Read:
    """A paragraph of which only these words are left."""
    return replace(paragraph, text=words, label=None, kind="text")
