"""Plain text: the characters of the file as they are, one block a physical line."""

from __future__ import annotations

import codecs
import re

from filrouge.domain.model import Place
from filrouge.domain.reading.blocks import Block, Extract
from filrouge.formats.readers.limits import Limits, Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\x80-\x84\x86-\x9f]")
_HOUSE_LETTERS = re.compile("[éèêëàâäçôöùûüîïßœÉÈÀÇÖÜÄ’‘“”«»–…€]")
_BREAKS = re.compile(r"[\n\f]")


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of the bytes and what was unsure of it, without byte-order mark, every line end as ``\\n``.

    Tried in order: the byte-order mark; UTF-16 without mark, when there are NULs; UTF-8; UTF-8 with a few broken bytes
    (``encoding-repaired``); the old eight-bit set of Windows, DOS or Macintosh that gives the most letters of our
    languages (``encoding-guessed``). Raises :class:`Unreadable` ``binary`` when what comes out is not text.
    """
    text, doubts = _decode(data)
    if "\x00" in text or len(_CONTROL.findall(text, 0, 100_000)) > 2 + min(len(text), 100_000) // 500:
        raise Unreadable("binary")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, doubts


def _decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, errors="replace")
            return text, ("encoding-repaired",) if "\ufffd" in text else ()
    if b"\x00" in data:
        wide = _wide(data)
        if wide is None:
            raise Unreadable("binary")
        return wide, ("encoding-guessed",)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    high = sum(map(len, _MULTIBYTE.findall(data)))
    stray = len(data) - len(data.translate(None, bytes(range(0x80, 0x100)))) - high
    if high > 4 * stray:
        return data.decode("utf-8", errors="replace"), ("encoding-repaired",)
    return max((data.decode(name, errors="replace") for name in ("cp1252", "cp850", "mac_roman")), key=_likely), (
        "encoding-guessed",
    )


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: in our languages nearly every second byte is then a NUL."""
    sample = data[:4096]
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if len(sample) >= 4 and zeros.count(0) > 0.7 * len(zeros):
            text = data.decode(encoding, errors="replace")
            return text if "\x00" not in text and "\ufffd" not in text[:-1] else None
    return None


def _likely(text: str) -> float:
    sample = text[:200_000]
    return len(_HOUSE_LETTERS.findall(sample)) - 3 * sample.count("\ufffd")


def read(data: bytes, limits: Limits) -> Extract:
    """The extract of a plain text: its text is the decoded file exactly, empty lines are empty blocks.

    A form feed ends a line and counts a page. Raises :class:`Unreadable`: ``binary``, ``blank``, ``too-long``.
    """
    text, doubts = decode(data)
    if not text.strip():
        raise Unreadable("blank")
    if len(text) > limits.characters or text.count("\n") + text.count("\f") > limits.blocks:
        raise Unreadable("too-long")
    blocks: list[Block] = []
    page = 1 if "\f" in text else None
    start = 0
    for found in _BREAKS.finditer(text):
        _add(blocks, text, start, found.start(), page)
        if page is not None and found.group() == "\f":
            page += 1
        start = found.end()
    if start < len(text):
        _add(blocks, text, start, len(text), page)
    return Extract(text, tuple(blocks), "text", None, doubts)


def _add(blocks: list[Block], text: str, start: int, end: int, page: int | None) -> None:
    line = text[start:end]
    blocks.append(Block(line, Place(start, end), "line", caps=line.isupper(), page=page))
