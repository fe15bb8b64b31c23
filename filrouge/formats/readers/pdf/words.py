"""The words of a PDF page with their place and look, in points from the top left of the page as it is shown."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw as pdfium

_BOLD_NAMES = ("bold", "black", "heavy", "demi")
_BOLD_WEIGHT = 600
_FORCE_BOLD = 1 << 18  # font descriptor flag (ISO 32000-1, table 123)
_FILL_AND_STROKE = 2  # how programs print bold when the font has none
_LINE_END_HYPHENS = (0x02, 0xFFFE)  # what the library gives for a hyphen at the end of a line
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without space: left and right edge, baseline, size, look.

    ``font`` tells fonts apart; ``glued`` says that no space stands before it.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    font: int = 0
    glued: bool = False


@dataclass(frozen=True, slots=True)
class _Print:
    """What a text object says of its characters."""

    size: float
    bold: bool
    font: int
    turn: int


class _Reader:
    """Walks the characters of one page."""

    def __init__(self, text_page: Any, height: float) -> None:
        self._page = text_page
        self._height = height
        self._prints: dict[int, _Print] = {}
        self._edges = [ctypes.c_double() for _ in range(4)]
        self._origin = [ctypes.c_double() for _ in range(2)]
        self.words: list[tuple[int, Word]] = []

    def read(self) -> None:
        text: list[str] = []
        first = last = 0
        owner = 0
        glued = raised = False
        for index in range(pdfium.FPDFText_CountChars(self._page)):
            letter = _letter(pdfium.FPDFText_GetUnicode(self._page, index))
            if letter is None:
                continue
            if letter.isspace():
                self._flush(text, first, last, owner, glued, raised)
                glued = False
                continue
            handle = pdfium.FPDFText_GetTextObject(self._page, index)
            identity = ctypes.addressof(handle.contents) if handle else 0
            before, raised = (
                raised,
                letter.isdigit() and (raised if text and text[-1].isdigit() else self._is_raised(handle, index)),
            )
            if text and (identity != owner or text[-1] == "\x02" or raised != before):
                self._flush(text, first, last, owner, glued, before)
                glued = True
            if not text:
                first, owner = index, identity
                if identity not in self._prints:
                    self._prints[identity] = self._look(handle, index)
            text.append(letter)
            last = index
        self._flush(text, first, last, owner, glued, raised)

    def _flush(self, text: list[str], first: int, last: int, owner: int, glued: bool, raised: bool) -> None:
        if not text:
            return
        look = self._prints[owner]
        word = "".join(text).replace("\x02", "-")
        text.clear()
        edges, origin = self._edges, self._origin
        pdfium.FPDFText_GetCharOrigin(self._page, first, *(ctypes.byref(v) for v in origin))
        pdfium.FPDFText_GetCharBox(self._page, first, *(ctypes.byref(v) for v in edges))
        box = [v.value for v in edges]  # left, right, bottom, top
        if last != first:
            pdfium.FPDFText_GetCharBox(self._page, last, *(ctypes.byref(v) for v in edges))
            far = [v.value for v in edges]
            box = [min(box[0], far[0]), max(box[1], far[1]), min(box[2], far[2]), max(box[3], far[3])]
        x, y = origin[0].value, origin[1].value
        left, right, base = _turned(box, (x, y), look.turn)
        if look.turn == 0:
            left = min(x, right)  # where the letter is set: its own shape blurs the edge of a paragraph
        size = look.size
        if raised:
            size, base = 0.6 * size, base + 0.35 * size
        self.words.append((look.turn, Word(word, left, right, base, size, look.bold, look.font, glued)))

    def _is_raised(self, handle: Any, index: int) -> bool:
        """A figure whose foot stands clear above its baseline: the mark of a note in a font that draws it so."""
        edges, origin = self._edges, self._origin
        pdfium.FPDFText_GetCharOrigin(self._page, index, *(ctypes.byref(v) for v in origin))
        pdfium.FPDFText_GetCharBox(self._page, index, *(ctypes.byref(v) for v in edges))
        left, right, bottom, top = (v.value for v in edges)
        return top > bottom and bottom - origin[1].value > 0.3 * (top - bottom) and right > left

    def _look(self, handle: Any, index: int) -> _Print:
        size = pdfium.FPDFText_GetFontSize(self._page, index)
        matrix = pdfium.FS_MATRIX()
        turn = 0
        if pdfium.FPDFText_GetMatrix(self._page, index, matrix):
            size *= math.hypot(matrix.c, matrix.d) or 1.0
            turn = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
        font = pdfium.FPDFTextObj_GetFont(handle) if handle else None
        if not font:
            return _Print(round(size, 1), False, 0, turn)
        bold = pdfium.FPDFTextObj_GetTextRenderMode(handle) == _FILL_AND_STROKE or _is_bold(font)
        return _Print(round(size, 1), bold, ctypes.addressof(font.contents), turn)


def _letter(code: int) -> str | None:
    """The character as text has it; None for one that prints nothing."""
    if code in _LINE_END_HYPHENS:
        return "\x02"
    if code in _LIGATURES:
        return _LIGATURES[code]
    if 0xE000 <= code <= 0xF8FF:
        return "•"  # a sign of a symbol font, nearly always a bullet
    if code == 0xAD:
        return "-"
    if code < 32:
        return " " if code in (9, 10, 13) else None
    return None if 0xD800 <= code <= 0xDFFF or code in (0x200B, 0xFEFF) else chr(code)


def _is_bold(font: Any) -> bool:
    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 128)
    name = buffer.value.decode("latin-1").lower()
    if any(word in name for word in _BOLD_NAMES):
        return True
    flags = pdfium.FPDFFont_GetFlags(font)
    return pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT or (flags > 0 and bool(flags & _FORCE_BOLD))


def _turned(box: list[float], origin: tuple[float, float], turn: int) -> tuple[float, float, float]:
    """Left, right and baseline (upwards still) once the page is turned so that the text is upright."""
    left, right, bottom, top = box
    x, y = origin
    if turn == 90:
        return bottom, top, -x
    if turn == 180:
        return -right, -left, -y
    if turn == 270:
        return -top, -bottom, x
    return left, right, y


def page_words(text_page: Any, width: float, height: float) -> tuple[list[Word], int]:
    """The words of a page and the angle (0, 90, 180, 270) at which most of them are printed.

    What stands at another angle (a watermark, the label of an axis) is left out. ``width`` and ``height`` are those of
    the page before it is turned.
    """
    reader = _Reader(text_page, height)
    reader.read()
    weight: dict[int, int] = {}
    for turn, word in reader.words:
        weight[turn] = weight.get(turn, 0) + len(word.text)
    main = max((turn for turn in weight if turn in (0, 90, 180, 270)), key=lambda turn: weight[turn], default=0)
    shift_x, shift_y = {0: (0.0, height), 90: (0.0, 0.0), 180: (width, 0.0), 270: (height, width)}[main]
    upright = [
        replace(word, left=word.left + shift_x, right=word.right + shift_x, base=shift_y - word.base)
        for turn, word in reader.words
        if turn == main
    ]
    return upright, main
