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
    while last - first < _MOST_LINES - 1 and first > 0:
        line, above = lines[first], lines[first - 1]
        if line.page_start or line.look.heading is not None or above.blank or above.in_cell or is_heading(above):
            break
        wraps = line.words[:1].islower() or line.words[:1] in "(&" or is_open(above.words, OPEN_ENDS)
        if not (wraps or (parted and line.look.flow == "line" and not above.words.endswith((".", ":")))):
            break
        first -= 1
    words = joined(line.text for line in lines[first : last + 1])
    start = start_of(Part(lines[first].text, lines[first].place))
    if start is not None and start.kind is not None:
        return "", range(0)
    return words, range(first, last + 1)
