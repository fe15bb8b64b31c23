"""The sentences and list items of a document that bind, as drafts of items."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from filrouge.domain.language.lexicon import lexicon
from filrouge.domain.language.sentences import sentence_spans
from filrouge.domain.language.words import fold
from filrouge.domain.model import Place
from filrouge.domain.reading.drafts import Draft
from filrouge.domain.reading.guidance import is_guidance
from filrouge.domain.reading.paragraphs import Para
from filrouge.domain.reading.prose.judging import judge

_LEADER = re.compile(r"\.{4,}|…{2,}|\.(?: \.){3,}")
_SKIPPED = frozenset(" \t\n\r\f\v-‐‑\u00ad\u00a0")


def prose_statements(
    paras: Sequence[Para], language: str, text: str, taken: Collection[int], heads: Collection[int]
) -> Iterator[Draft]:
    """The statements in running text, in order. ``text`` is the extracted text that places refer to; ``taken`` and
    ``heads`` are the ranks of paragraphs that are statements or headings already."""
    abbreviations = frozenset(fold(word) for word in lexicon(language).abbreviations)
    for rank, para in enumerate(paras):
        if rank in taken or rank in heads or para.footnote or para.cell is not None or para.look.grid:
            continue
        if _LEADER.search(para.text) or is_guidance(para.text) or para.text.endswith(":"):
            continue
        spans = list(sentence_spans(para.text, abbreviations))
        for start, end in spans:
            words = para.text[start:end].strip()
            found = judge(words, language, listed=para.label is not None and start == 0)
            if found is not None:
                place = para.place if len(spans) == 1 else _place(para, text, start, end)
                doubts = () if found.sureness >= 0.7 else ("weak-words",)
                yield Draft(found.kind, None, words, place, rank, (), found.sureness, doubts, -2)


def _place(para: Para, text: str, start: int, end: int) -> Place:
    """Where a part of a paragraph stands in the extracted text, whose line breaks and hyphens the paragraph mended."""
    raw = text[para.place.start : para.place.end]
    at, first, last = 0, 0, len(raw)
    for rank, char in enumerate(para.text[:end]):
        if char in _SKIPPED:
            continue
        found = raw.find(char, at)
        if found < 0 or found > at + 200:
            return para.place
        if rank <= start:
            first = found
        at = last = found + 1
    return Place(para.place.start + first, para.place.start + last)
