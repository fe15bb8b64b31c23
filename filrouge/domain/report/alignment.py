"""Where the characters of a raw text stand once it is mended (lines joined, spaces single, marks dropped)."""

from __future__ import annotations

_REACH = 40
_AGREEMENT = 3


def aligned(raw: str, mended: str) -> list[int]:
    """For each offset of ``raw``, and its end, the offset of ``mended`` that stands for it; never decreasing.

    What was dropped stands for the place where it was. Works on any two texts; the more they differ, the rougher.
    """
    offsets: list[int] = []
    j, size = 0, len(mended)
    i = 0
    while i < len(raw):
        if j < size and raw[i] == mended[j]:
            offsets.append(j)
            i, j = i + 1, j + 1
        elif raw[i].isspace():
            offsets.append(j)
            i += 1
            if j < size and mended[j].isspace():
                j += 1
        else:
            skipped, j = _resynchronised(raw, i, mended, j)
            offsets += [j] * skipped
            i += skipped
    offsets.append(size)
    return [min(offset, size) for offset in offsets]


def _resynchronised(raw: str, i: int, mended: str, j: int) -> tuple[int, int]:
    """How many raw characters to leave out, and where to go on, so that the two agree again with the least loss."""
    for distance in range(1, _REACH):
        for skip in range(distance + 1):
            ahead = mended[j + distance - skip : j + distance - skip + _AGREEMENT]
            if ahead and raw.startswith(ahead, i + skip):
                if skip:
                    return skip, j + distance - skip
                return 1, j + distance - skip + 1
    return 1, min(j + 1, len(mended))
