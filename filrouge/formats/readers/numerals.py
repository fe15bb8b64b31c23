"""Counts as office programs print them, and their bullets."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 10_000  # past it, a file's start value would print thousands of letters


def numeral(count: int, style: str) -> str:
    """``count`` in the style of the sign: ``1``, ``01``, ``a``, ``A``, ``i`` or ``I``; letters go z, aa, bb as in Word.

    A count that the style cannot write (zero in letters) comes out in figures.
    """
    if style == "01":
        return f"{count:02d}"
    if style in "aA" and 0 < count <= 26 * 20:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter if style == "a" else letter.upper()
    if style in "iI" and 0 < count < _MOST_ROMAN:
        written = ""
        for value, letters in _ROMAN:
            times, count = divmod(count, value)
            written += letters * times
        return written if style == "i" else written.upper()
    return str(count)


def bullet(sign: str) -> str | None:
    """The bullet as ordinary characters: signs of symbol fonts (private use) become ``•``, none becomes None."""
    sign = sign.strip()
    if not sign:
        return None
    return "•" if any(0xE000 <= ord(c) <= 0xF8FF for c in sign) else sign
