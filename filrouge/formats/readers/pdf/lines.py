"""From words to the lines of a page: pieces that stand together on one baseline."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from filrouge.formats.readers.pdf.words import Word

_SAME_BASE = 0.35  # of the size: baselines closer are one line
_MARK_SIZE = 0.8  # of the size of the line: smaller and raised is a note's mark
_MARK_RISE = 0.65
_GAP = 1.0  # of the size: a wider gap parts two pieces
_TAB_GAP = 1.6  # and past this one, a tab stands for it
_SPACE = 0.15
_BULLETS = tuple("•▪◦●○■□➢➤►✓✔")
_NUMBER = re.compile(r"(?:[^\W\d]+ )?\(?(?:\d{1,3}(?:[.\-]\d{1,3})*|[A-Za-z]|[IVXivx]{1,5})[.):°]?(?: ?[:–-])?")
_MARK = re.compile(r"[(\[]?(?:\d{1,3}|\*{1,3})[)\]]?,?")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line with no wide gap between them. ``mark`` is the note's mark that it began with, if any."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    mark: str | None = None


Line = list[Piece]


def lines_of(words: list[Word]) -> list[Line]:
    """The lines from the top down, each as its pieces from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.base, w.left)):
        if rows and word.base - rows[-1][0].base <= _SAME_BASE * min(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_pieces(row) for row in _marks_joined(rows)]


def _marks_joined(rows: list[list[Word]]) -> list[list[Word]]:
    """Raised and lowered small words belong to the line that they hang on."""
    found: list[list[Word]] = []
    waiting: list[Word] = []
    sizes = [max(word.size for word in row) for row in rows]
    for rank, row in enumerate(rows):
        base, size = row[0].base, sizes[rank]
        below = rank + 1 < len(rows) and _hangs(row, base, size, rows[rank + 1], sizes[rank + 1])
        above = rank > 0 and bool(found) and _hangs(row, base, size, found[-1], max(w.size for w in found[-1]))
        if below:
            waiting += row
        elif above:
            found[-1] += row
        else:
            found.append(row + waiting)
            waiting = []
    if waiting:
        found.append(waiting)
    return found


def _hangs(row: list[Word], base: float, size: float, line: list[Word], line_size: float) -> bool:
    if size > _MARK_SIZE * line_size or abs(base - line[0].base) > _MARK_RISE * line_size:
        return False
    left, right = min(w.left for w in line) - line_size, max(w.right for w in line) + line_size
    return all(left <= word.left and word.right <= right for word in row)


def _pieces(row: list[Word]) -> Line:
    row.sort(key=lambda word: word.left)
    size = max(word.size for word in row)
    base = next(word.base for word in row if word.size == size)
    found: Line = []
    group: list[Word] = []
    for word in row:
        if group and word.left - max(w.right for w in group[-2:]) > _GAP * size:
            found.append(_piece(group, size, base))
            group = []
        group.append(word)
    found.append(_piece(group, size, base))
    return [piece for piece in found if piece.text or piece.mark]


def _piece(group: list[Word], size: float, base: float) -> Piece:
    """Join words; a note's mark inside the line is left out, one that begins it is kept apart."""
    mark: str | None = None
    text = ""
    before: Word | None = None
    kept: list[Word] = []
    for word in group:
        if word.size <= _MARK_SIZE * size and base - word.base > 0.15 * size and _MARK.fullmatch(word.text):
            mark = word.text if not text else mark
            before = word if not word.glued else before
            continue
        close = before is not None and word.glued and word.left - before.right < _SPACE * size
        if before is not None and text == before.text and _is_bullet(before, word):
            close = False
        text += word.text if close or not text else " " + word.text
        before = word
        kept.append(word)
    main = Counter[float]()
    for word in kept:
        main[word.size] += len(word.text)
    return Piece(
        text.strip(),
        min(word.left for word in group),
        max(word.right for word in group),
        base,
        main.most_common(1)[0][0] if main else size,
        _is_bold(kept),
        mark,
    )


def _is_bullet(word: Word, after: Word) -> bool:
    """A sign of another font that begins a line is a bullet, even when nothing parts it from the text."""
    return word.text in _BULLETS or (word.text in "o-–§" and word.font != after.font)


def _is_bold(words: list[Word]) -> bool:
    """Every word with letters or figures is bold; an automatic number before them may not be."""
    letters = [word for word in words if any(c.isalnum() for c in word.text)]
    start = next((rank for rank, word in enumerate(letters) if word.bold), None)
    if start is None or not all(word.bold for word in letters[start:]):
        return False
    return start == 0 or bool(_NUMBER.fullmatch(" ".join(word.text for word in letters[:start])))


def merged(line: Line) -> Piece:
    """A line as one piece, its wide gaps as tabs."""
    first = line[0]
    if len(line) == 1:
        return first
    text = first.text
    for before, piece in pairwise(line):
        text += ("\t" if piece.left - before.right > _TAB_GAP * piece.size else " ") + piece.text
    longest = max(line, key=lambda piece: len(piece.text))
    words = [piece for piece in line if any(c.isalnum() for c in piece.text)]
    if len(words) > 1 and _NUMBER.fullmatch(words[0].text):
        words = words[1:]
    bold = bool(words) and all(piece.bold for piece in words)
    return replace(first, text=text, right=line[-1].right, size=longest.size, bold=bold)
