"""The title of a matrix: the lines just above its heads, joined over line breaks."""

from __future__ import annotations

from collections.abc import Sequence

from filrouge.domain.reading.tables.bodies import is_open
from filrouge.domain.reading.tables.lexicon import OPEN_ENDS
from filrouge.domain.reading.tables.page import Line, is_heading, joined
from filrouge.domain.reading.tables.quotes import Part, start_of

_MOST_LINES = 5
_FARTHEST = 6


def title_above(lines: Sequence[Line], head: int) -> tuple[str, range]:
    """The title of the matrix whose heads are at rank ``head``, and the ranks of its lines; empty when none stands
    there.

    A title goes on upwards over lines that no blank parts, and, where lines stand without blanks, while a line begins
    with a small letter or the one above is unfinished; it begins at the latest with its page.
    """
    last = next((r for r in range(head - 1, max(-1, head - 1 - _FARTHEST), -1) if not lines[r].blank), None)
    if last is None or lines[last].in_cell:
        return "", range(0)
    first = last
    parted = last + 1 < head and lines[last + 1].blank
    while last - first < _MOST_LINES - 1:
        above = _line_above(lines, first, parted)
        if above is None:
            break
        first = above
    words = joined(line.text for line in lines[first : last + 1])
    start = start_of(Part(lines[first].text, lines[first].place))
    if start is not None and start.kind is not None:
        return "", range(0)
    return words, range(first, last + 1)


def _line_above(lines: Sequence[Line], first: int, parted: bool) -> int | None:
    """The rank of the line above from which the title goes on, or None when it begins here. ``parted`` says that a
    blank line parts the title from the heads, so that lines without one between them are one title."""
    if first == 0 or lines[first].page_start or lines[first].look.heading is not None:
        return None
    line = lines[first]
    low = line.words[:1].islower() or line.words[:1] in "(&"
    above = lines[first - 1]
    if above.blank:
        over = lines[first - 2] if first >= 2 else above
        same_look = over.look.bold and line.look.bold and over.look.size == line.look.size
        return first - 2 if low and same_look and not over.blank and not over.in_cell else None
    if above.in_cell or is_heading(above):
        return None
    if low or is_open(above.words, OPEN_ENDS):
        return first - 1
    together = parted and line.look.flow == "line" and not above.words.endswith((".", ":"))
    return first - 1 if together else None
