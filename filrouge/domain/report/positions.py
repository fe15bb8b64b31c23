"""From an offset in the text to its line and column, as editors count them."""

from __future__ import annotations

from bisect import bisect_right


class Lines:
    """The lines of a text; lines and columns count from 1, columns in characters."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)
        self._size = len(text)

    def at(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset; an offset past the end is the end.

        >>> Lines("ab\\ncd").at(4)
        (2, 2)
        """
        offset = max(0, min(offset, self._size))
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
