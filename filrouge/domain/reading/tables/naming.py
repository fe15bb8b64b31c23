"""What a table of figures is about: its kind, its unit, its title, by the words in and near it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from filrouge.domain.language.words import fold
from filrouge.domain.reading.tables.bodies import is_caption
from filrouge.domain.reading.tables.drafts import Draft
from filrouge.domain.reading.tables.lexicon import is_total, unit_patterns, words_of
from filrouge.domain.reading.tables.page import Line, is_heading
from filrouge.domain.reading.tables.rows import RawRow

_NEAR = 12
_UNIT_NEAR = 6
_LONGEST_CAPTION = 90
_DECIMALS = re.compile(r"\d[.,]\d{1,2}$")
_THOUSANDS = re.compile(r"\d[.,\s\u00a0\u202f]\d{3}$|^\d{5,}$")
_NUMBER_OF_TITLE = re.compile(r"^\s*(?:(?:\d{1,2}|[IVX]{1,5})\.)+\d{0,2}\.?\s+")
_LEGEND = re.compile(r"\s*\S{1,6}\s*[:=]\s+\S")


def lines_above(lines: Sequence[Line], first: int, floor: int, most: int = _NEAR) -> list[int]:
    """Ranks of the lines with words above a table, nearest first, up to and with the first heading."""
    ranks: list[int] = []
    for rank in range(first - 1, max(floor - 1, first - 60), -1):
        line = lines[rank]
        if line.in_cell or len(ranks) == most:
            break
        if line.blank:
            continue
        ranks.append(rank)
        if is_heading(line):
            break
    return ranks


def title_of(draft: Draft, lines: Sequence[Line], above: Sequence[int]) -> str:
    """The title: a caption with the lines between it and the table, else the nearest heading or line that announces."""
    if draft.caption:
        return draft.caption
    near = [rank for rank in above if rank not in draft.heads]
    for at, rank in enumerate(near[:4]):
        if is_caption(lines[rank].text):
            between = [lines[r].words for r in reversed(near[:at]) if len(lines[r].words) < 90]
            return " ".join([lines[rank].words, *between])
    below = next((line for line in lines[draft.last + 1 : draft.last + 4] if not line.blank), None)
    if below is not None and not draft.rebuilt and not below.in_cell and is_caption(below.text):
        return below.words
    return near_title(lines, near)


def near_title(lines: Sequence[Line], above: Sequence[int]) -> str:
    """The nearest heading or announcing line of these lines above a table, else a short line just above it, else
    \"\"."""
    if above and _captions(lines[above[0]].words):
        return _NUMBER_OF_TITLE.sub("", lines[above[0]].words).rstrip(" :")
    for rank in above:
        words = lines[rank].words
        if is_heading(lines[rank]):
            return _NUMBER_OF_TITLE.sub("", words)
        if words.endswith(":") and len(words) < 160 and not _LEGEND.match(words) and rank == above[0]:
            return words.rstrip(" :")
    short = [lines[r].words for r in above[:2] if len(lines[r].words) < 90 and not _LEGEND.match(lines[r].words)]
    return _NUMBER_OF_TITLE.sub("", next((words for words in short if words[-1] not in ".;,"), ""))


def _captions(words: str) -> bool:
    """Whether a line right above a table is its caption, though it looks like no heading: short, no sentence, no
    figures in columns, and it says what is counted, in what unit (``Staff (FTE)``, ``IV.1 Personnel (en ETP)``)."""
    folded = fold(words)
    if len(words) > _LONGEST_CAPTION or words[-1:] in ".;," or _LEGEND.match(words) or not words[:1].isalnum():
        return False
    subject = words_of("STAFF").search(folded) or words_of("BUDGET").search(folded)
    unit = any(pattern.search(folded) for _, pattern in unit_patterns())
    return bool(subject) and unit and words[:1] == words[:1].upper()


def kind_of(draft: Draft, title: str, lines: Sequence[Line], above: Sequence[int]) -> str:
    """``staff``, ``budget`` or ``other``: words of the heads weigh most, then the title, the lines near, the rows,
    and the form of the figures."""
    heads = fold(" ".join([lines[r].words for r in draft.heads] + [c.head for c in draft.columns]))
    near = fold(" ".join(lines[r].words for r in above if r not in draft.heads))
    labels = fold(" | ".join(row.label for row in draft.rows))
    scores = {}
    for kind, name in (("staff", "STAFF"), ("budget", "BUDGET")):
        pattern = words_of(name)
        scores[kind] = (
            4 * bool(pattern.search(heads))
            + 3 * bool(pattern.search(fold(title)))
            + min(2, len(pattern.findall(near)))
            + min(2, len(pattern.findall(labels)))
        )
    figures = [figure.text for row in draft.rows for figure in row.figures if not figure.empty]
    scores["staff"] += sum(map(bool, map(_DECIMALS.search, figures))) * 4 > len(figures)
    scores["budget"] += sum(map(bool, map(_THOUSANDS.search, figures))) * 2 > len(figures)
    best = max(scores, key=lambda kind: scores[kind])
    return best if scores[best] >= 3 and scores["staff"] != scores["budget"] else "other"


def unit_of(draft: Draft, kind: str, title: str, lines: Sequence[Line], above: Sequence[int]) -> str | None:
    """The unit that the heads, the title or the lines near name. Figures of staff with decimals can only be full-time
    equivalents, named or not."""
    below = [
        r for r in range(draft.last + 1, min(len(lines), draft.last + 5)) if not lines[r].blank and not lines[r].in_cell
    ]
    near = [r for r in above[:_UNIT_NEAR] if r not in draft.heads]
    labels = " ".join(row.label for row in draft.rows)
    texts = [
        " ".join(lines[r].words for r in draft.heads),
        title,
        *(lines[r].words for r in near),
        *(lines[r].words for r in below[:2]),
    ]
    wanted = {"staff": {"FTE"}, "budget": {"KEUR", "MEUR", "EUR"}}.get(kind, {"FTE", "KEUR", "MEUR", "EUR"})
    for text in (*texts, labels):
        folded = fold(text)
        for unit, pattern in unit_patterns():
            if unit in wanted and pattern.search(folded):
                return unit
    figures = [figure.text for row in draft.rows for figure in row.figures]
    if kind == "staff" and any(_DECIMALS.search(text) for text in figures):
        return "FTE"
    return None


def is_sum(row: RawRow) -> bool:
    """Whether a row is a sum of others: its label says so, or it has none."""
    return not row.label or is_total(fold(row.label))
