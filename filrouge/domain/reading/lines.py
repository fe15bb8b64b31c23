"""From blocks to lines: what the page added (numbers, running titles, footnotes) is told apart from what the author
wrote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from filrouge.domain.language.words import fold
from filrouge.domain.model import Note, Place
from filrouge.domain.reading.blocks import Block, Extract
from filrouge.domain.reading.labels import split_label
from filrouge.domain.reading.mending import mend
from filrouge.domain.reading.pictures import picture_lines

_PAGE_NUMBER = re.compile(
    r"(?:[-–—|]\s*)?(?:(?:page|pagina|seite|p\.|blz\.?|s\.)\s*)?\d{1,4}(?:\s*(?:/|sur|van|von|of)\s*\d{1,4})?(?:\s*[-–—|])?",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(?:\.\s?){5,}\s*\d{1,4}$|_{5,}\s*\d{1,4}$")
_CONTENTS = re.compile(
    r"(?:table des matieres|sommaire|inhoud(?:sopgave|stafel)?|inhalt(?:sverzeichnis)?|(?:table of )?contents)\s*:?"
)
_ENTRY = re.compile(r"[^\d\s].*(?:\t|\s{2,}|\.{3,}|…|\s)\d{1,3}$")
_CELLS = re.compile(r"\t[^\t]*\t|^\s*[^\t]{7,}\t+[^\s]")
_NOTE_TEXT = re.compile(r"\[(\d{1,3}):\s+(.*?)\s*\](?=\s|$)")
_NOTE_START = re.compile(r"(\d{1,2})\s+(?=[^\W\d_a-zà-ÿ]|[«“\"(])")
_STUCK_START = re.compile(r"(\d{1,2})(?=[A-ZÀ-Ý«][a-zà-ÿ'’\s])")
_LETTERED = re.compile(r"[a-z]\)\s")
_STARRED = re.compile(r"[^\W_]\s?\*(?!\*)(?=$|[\s,.;:)])")
_SUPER_START = re.compile(r"([¹²³⁰⁴-⁹]{1,3}|\*)\s*(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Line:
    """A line or paragraph with words.

    ``block`` is the rank of its block, ``gap`` counts the blank lines above it. ``page_start``: a page begins with it.
    ``tabs``: its words stand apart by tabs (a heading's look in some extractions). ``bullet``: a bullet stood before it
    and was lost. ``grid``: it is one of a run of rows whose cells stand apart by tabs. ``above_table``: a table read
    elsewhere follows it. ``footnote``: it belongs to a note at the foot.
    """

    text: str
    place: Place
    block: int
    gap: int
    page_start: bool
    tabs: bool
    look: Block
    footnote: bool = False
    bullet: bool = False
    grid: bool = False
    above_table: bool = False

    @property
    def soft(self) -> bool:
        return self.look.flow == "line"


@dataclass(frozen=True, slots=True)
class Lines:
    lines: tuple[Line, ...]
    notes: tuple[Note, ...]


def read_lines(extract: Extract, skip: frozenset[int]) -> Lines:
    """The lines of an extract without the blocks in ``skip`` (tables read elsewhere), page furniture and notes told
    apart."""
    lines = _collect(extract, skip)
    notes: list[Note] = []
    pictures = picture_lines([line.text for line in lines])
    if pictures:
        place = lines[min(pictures)].place
        notes.append(Note("picture-text-dropped", None, place, (("count", str(len(pictures))),)))
        lines = _carry_gaps(*_parted(lines, pictures))
    lines, dropped = _drop_furniture(lines)
    lines = _mark_footnotes(lines)
    if dropped:
        places = [line.place for line in dropped]
        titles = sorted({line.text for line in dropped if not _PAGE_NUMBER.fullmatch(line.text)})
        if titles:
            params = (("count", str(len(dropped))), ("titles", " · ".join(titles[:3])))
            notes.append(Note("running-title-dropped", None, places[0], params))
    feet = [line for line in lines if line.footnote]
    if feet:
        notes.append(Note("footnote-moved", None, feet[0].place, (("count", str(len(feet))),)))
    return Lines(tuple(lines), tuple(notes))


def _collect(extract: Extract, skip: frozenset[int]) -> list[Line]:
    markup = extract.format in {"text", "markdown"}
    lines: list[Line] = []
    gap, page, skipped = 0, None, False
    for index, block in enumerate(extract.blocks):
        raw = block.text
        if index in skip:
            if lines and not skipped:
                lines[-1] = replace(lines[-1], above_table=True)
            skipped, gap = True, 0
            continue
        text = mend(raw, markup=markup)
        if not text or not any(c.isalnum() for c in text) and not set(text) & set("*…<_"):
            gap += 1
            continue
        led = block.flow == "line" and raw[0] == " " and raw[1:2] not in {" ", "\u00a0", ""}
        announced = bool(lines) and lines[-1].text[-1] in ":;"
        new_page = raw[0] == "\f" or (led and gap == 0 and not announced)
        new_page = new_page or (block.page is not None and page is not None and block.page != page)
        page = block.page if block.page is not None else page
        lead = len(raw) - len(raw.lstrip())
        place = Place(block.place.start + lead, block.place.start + max(len(raw.rstrip()), lead))
        tabs = "\t" in raw.strip() and block.cell is None
        line = Line(text, place, index, gap + 4 * skipped, new_page, tabs, block, block.footnote, led and not new_page)
        lines.append(line)
        gap, skipped = 0, False
        if "[" in raw:
            lines[-1:] = _inline_notes(lines[-1], raw, markup)
    return _grids(_lost_bullets(lines))


def _grids(lines: list[Line]) -> list[Line]:
    """Mark runs of three or more lines without a blank between, all with tabs: the rows of a table laid flat."""
    out = list(lines)
    tabbed = [bool(_CELLS.search(line.look.text)) for line in lines]
    start = 0
    for i in range(1, len(lines) + 1):
        inside = i < len(lines) and lines[i].gap == 0 and tabbed[i] and tabbed[i - 1]
        if not inside:
            if i - start >= 3 and tabbed[start]:
                out[start:i] = [replace(line, grid=True) for line in lines[start:i]]
            start = i
    return out


def _lost_bullets(lines: list[Line]) -> list[Line]:
    """Keep the suspicion of a lost bullet (a single space leads the line) only where the words or the neighbours
    agree, and no other label stands before the words."""
    led = [i for i, line in enumerate(lines) if line.bullet]
    out = list(lines)
    for rank, i in enumerate(led):
        near = any(abs(i - j) <= 8 for j in led[max(0, rank - 1) : rank + 2] if j != i)
        if not (near or lines[i].text[0].islower()) or split_label(lines[i].text)[0] is not None:
            out[i] = replace(lines[i], bullet=False)
    return out


def _inline_notes(line: Line, raw: str, markup: bool) -> list[Line]:
    """Notes that the extraction left inside a paragraph (``word[footnoteRef:1] … [1: text]``), as lines of their
    own."""
    found = list(_NOTE_TEXT.finditer(raw))
    if not found:
        return [line]
    kept = mend(_NOTE_TEXT.sub("", raw), markup=markup)
    offset = line.look.place.start
    out = [replace(line, text=kept)] if any(c.isalnum() for c in kept) else []
    for match in found:
        place = Place(offset + match.start(), offset + match.end())
        out.append(
            replace(line, text=mend(match.group(2), markup=markup), place=place, gap=0, page_start=False, footnote=True)
        )
    return out


def _drop_furniture(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Take away page numbers, running titles and the lines of a table of contents."""
    folded = [re.sub(r"\d+", "#", line.text.casefold()) for line in lines]
    edges: Counter[str] = Counter()
    whole: Counter[str] = Counter(line.text for line in lines if line.look.cell is None)
    for i, line in enumerate(lines):
        if line.page_start or line.gap and i + 1 < len(lines) and lines[i + 1].page_start or i == 0:
            edges[folded[i]] += 1
    numbers = {i for i, line in enumerate(lines) if _PAGE_NUMBER.fullmatch(line.text) and _stands_alone(lines, i)}
    numbers |= _counted_pages(lines)
    beside = Counter(folded[j] for i in numbers for j in (i - 1, i + 1) if 0 <= j < len(lines))
    pages = sum(line.page_start for line in lines) + 1
    often = max(3, round(pages * 0.3))
    total = Counter(folded)
    listed = _contents(lines)
    kept: list[Line] = []
    dropped: list[Line] = []
    for i, line in enumerate(lines):
        if i in listed:
            dropped.append(line)
            continue
        if line.look.cell is not None or line.look.heading is not None:
            kept.append(line)
            continue
        number = i in numbers
        running = edges[folded[i]] >= max(often, 0.8 * total[folded[i]]) and len(line.text) < 90 and _at_edge(lines, i)
        running = running or (line.page_start and i > 0 and _echoes(folded[i], folded[0]))
        running = running or (beside[folded[i]] >= 2 and total[folded[i]] <= beside[folded[i]] + 2 and not number)
        running = running and line.text[-1] != ":"
        button = whole[line.text] >= 5 and len(line.text) < 40 and line.gap > 0 and _is_button(line)
        contents = bool(_DOTTED.search(line.text))
        (dropped if number or running or button or contents else kept).append(line)
    return _carry_gaps(kept, dropped), dropped


def _parted(lines: Sequence[Line], out: Container[int]) -> tuple[list[Line], list[Line]]:
    """The lines that stay, and those that go."""
    kept = [line for rank, line in enumerate(lines) if rank not in out]
    return kept, [line for rank, line in enumerate(lines) if rank in out]


def _echoes(head: str, title: str) -> bool:
    """The first line of a page says again what the document begins with: its title, with or without more."""
    return len(head) >= 12 and len(title) >= 12 and (head.startswith(title) or title.startswith(head))


def _is_button(line: Line) -> bool:
    """Words that a page repeats, alone between blanks, that announce nothing and carry no mark: made to be clicked."""
    words = line.text.split()
    return line.text[-1] not in ":;." and len(words) >= 3 and line.text[0].isalpha() and not line.text.isupper()


def _at_edge(lines: list[Line], i: int) -> bool:
    return lines[i].page_start or i + 1 == len(lines) or lines[i + 1].page_start or (i > 0 and lines[i - 1].page_start)


def _contents(lines: list[Line]) -> set[int]:
    """A table of contents: its title and the lines under it that end with the number of a page."""
    found: set[int] = set()
    for i, line in enumerate(lines):
        if line.look.cell is None and _CONTENTS.fullmatch(fold(line.text)):
            j = i + 1
            while j < len(lines) and _ENTRY.search(lines[j].look.text.strip()):
                j += 1
            if j > i + 1:
                found.update(range(i, j))
    return found


def _counted_pages(lines: list[Line]) -> set[int]:
    """Lines that hold nothing but a number, where all of them together count the pages: 1, 2, 3, far apart."""
    alone = [i for i, line in enumerate(lines) if line.text.isdecimal() and line.soft and line.look.cell is None]
    values = [int(lines[i].text) for i in alone]
    counted = len(values) >= 2 and values == list(range(values[0], values[0] + len(values)))
    return set(alone) if counted and all(b - a > 8 for a, b in pairwise(alone)) else set()


def _stands_alone(lines: list[Line], i: int) -> bool:
    """A number alone between blanks or at the edge of a page, not one of a column of figures."""
    before = i == 0 or lines[i].page_start or lines[i].gap > 0
    after = i + 1 == len(lines) or lines[i + 1].page_start or lines[i + 1].gap > 0
    near = lines[max(0, i - 2) : i] + lines[i + 1 : i + 3]
    column = sum(bool(re.fullmatch(r"[\d.,\s%]+", line.text)) for line in near)
    return before and after and column == 0


def _carry_gaps(kept: list[Line], dropped: list[Line]) -> list[Line]:
    """A page start that stood on a dropped line passes to the next line kept; its gap is lost, as the page made it."""
    if not dropped:
        return kept
    starts = sorted(line.block for line in dropped if line.page_start)
    out: list[Line] = []
    at = 0
    for line in kept:
        start = False
        while at < len(starts) and starts[at] < line.block:
            start, at = True, at + 1
        out.append(replace(line, page_start=True) if start and not line.page_start else line)
    return out


def _mark_footnotes(lines: list[Line]) -> list[Line]:
    """Find notes at the foot of pages of plain text, and take their marks out of the words that call them."""
    out = list(lines)
    expected = 1
    i = 0
    while i < len(out):
        line = out[i]
        if not line.soft:
            i += 1
            continue
        raw = line.look.text.strip()
        match = _SUPER_START.match(raw)
        if match and (match.group(1) != "*" or any(_STARRED.search(x.look.text) for x in out[max(0, i - 120) : i])):
            out[i] = replace(line, text=mend(raw[match.end() :], markup=True), footnote=True)
            i = _follow(out, i + 1)
            continue
        if stuck := _STUCK_START.match(line.text):
            called = _find_call(out, i, stuck.group(1))
            if called is not None:
                out[called[0]] = called[1]
            expected = int(stuck.group(1)) + 1
            out[i] = replace(line, text=line.text[stuck.end() :], footnote=True)
            i = _follow(out, i + 1)
            continue
        start = _NOTE_START.match(line.text)
        if start and (line.gap or (i > 0 and out[i - 1].footnote)) and int(start.group(1)) in {expected, expected + 1}:
            call = _find_call(out, i, start.group(1))
            if call is not None:
                out[call[0]] = call[1]
                expected = int(start.group(1)) + 1
                out[i] = replace(line, text=line.text[start.end() :], footnote=True)
                i = _follow(out, i + 1)
                continue
        i += 1
    return out


def _find_call(lines: list[Line], i: int, number: str) -> tuple[int, Line] | None:
    """The line above that calls note ``number`` (the digit stuck to a word), with the mark taken away."""
    pattern = re.compile(rf"(?<=[^\W\d_]){number}(?![\d\w])|(?<=[»”)]){number}(?![\d\w])")
    for j in range(i - 1, max(-1, i - 90), -1):
        found = list(pattern.finditer(lines[j].text))
        if found:
            at = found[-1]
            return j, replace(lines[j], text=lines[j].text[: at.start()] + lines[j].text[at.end() :])
    return None


def _follow(lines: list[Line], i: int) -> int:
    """Mark the lines that continue a note: up to the next page, note or blank line. Returns where to go on."""
    for j in range(i, min(i + 12, len(lines))):
        line = lines[j]
        begins = (
            _NOTE_START.match(line.text)
            or _STUCK_START.match(line.text)
            or line.text[0] in "•▪-–"
            or _LETTERED.match(line.text)
        )
        if line.page_start or line.gap or begins or _SUPER_START.match(line.look.text.strip()):
            return j
        lines[j] = replace(line, footnote=True)
    return min(i + 12, len(lines))
