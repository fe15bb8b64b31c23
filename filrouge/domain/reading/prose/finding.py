"""The sentences and list items of a document that bind, as drafts of items."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from filrouge.domain.language.dates import find_dates
from filrouge.domain.language.lexicon import lexicon
from filrouge.domain.language.sentences import sentence_spans
from filrouge.domain.language.words import flat, fold, tokens
from filrouge.domain.model import Place
from filrouge.domain.reading.attributes import role_of_head
from filrouge.domain.reading.deadlines import find_deadlines
from filrouge.domain.reading.drafts import RUNNING, Draft
from filrouge.domain.reading.guidance import is_guidance
from filrouge.domain.reading.owners import looks_like_owner, split_owners
from filrouge.domain.reading.paragraphs import Para
from filrouge.domain.reading.prose.cues import ProseWords, prose_words
from filrouge.domain.reading.prose.judging import Judgement, judge

_LEADER = re.compile(r"\.{4,}|…{2,}|\.(?: \.){3,}")
_SKIPPED = frozenset(" \t\n\r\f\v-‐‑\u00ad\u00a0")
_ARTICLE = re.compile(r"(?:art(?:icle|ikel|\.)?|§)\s*\d+(?:er|bis|ter)?\s*[.:)–-]*\s*", re.IGNORECASE)
TOLD = "told"
SHORT = 8  # words up to which a sentence among others may be a measure that is noted without a subject


@dataclass(frozen=True)
class _Source:
    """What the search goes through: the paragraphs, the extracted text that places refer to, and the words."""

    paras: Sequence[Para]
    text: str
    language: str
    words: ProseWords
    abbreviations: frozenset[str]


def prose_statements(
    paras: Sequence[Para], language: str, text: str, taken: Collection[int], heads: Collection[int]
) -> Iterator[Draft]:
    """The statements in running text, in order. ``text`` is the extracted text that places refer to; ``taken`` and
    ``heads`` are the ranks of paragraphs that are statements or headings already."""
    abbreviations = frozenset(fold(word) for word in lexicon(language).abbreviations)
    source = _Source(paras, text, language, prose_words(language), abbreviations)
    heading, lead = "", ""
    for rank, para in enumerate(paras):
        if rank in heads:
            heading, lead = _called(para.text, source.words), ""
            continue
        if para.footnote or para.cell is not None or para.look.grid:
            continue
        if _is_title(para):
            lead = _called(para.text, source.words)
            continue
        if _is_head(para.text):
            lead = _called(para.text.split("|")[0], source.words) or lead
            continue
        if _ends_list(para) and "|" not in para.text:
            lead = lead if lead == "value" else ""
        if rank not in taken and not _LEADER.search(para.text) and not is_guidance(para.text):
            yield from _in_paragraph(source, rank, lead or heading)
        if para.text.endswith(":"):
            lead = _called(_last_sentence(source, para), source.words)


def _in_paragraph(source: _Source, rank: int, called: str) -> Iterator[Draft]:
    para = source.paras[rank]
    if "|" in para.text:
        yield from _in_row(source, rank, called)
        return
    spans = [_without_article(para.text, *span) for span in sentence_spans(para.text, source.abbreviations)]
    spans = [span for span in spans if para.text[slice(*span)].strip()]
    item = para.label is not None
    for start, end in spans:
        words = para.text[start:end].strip()
        if words.endswith(":") or (called == TOLD and item):
            continue
        alone = words.endswith((".", ";", ",")) and (len(spans) == 1 or len(tokens(words)) <= SHORT)
        given = called if called != TOLD and (item or called == "value") else ""
        found = judge(words, source.language, listed=(item and start == spans[0][0]) or alone, called=given)
        if found is not None:
            place = para.place if len(spans) == 1 and not start else _place(para, source.text, start, end)
            yield _draft(found, words, place, rank)


def _in_row(source: _Source, rank: int, called: str) -> Iterator[Draft]:
    """The row of a table that was written as text: the cell that says what is to be done, who and when beside it."""
    para = source.paras[rank]
    cells = [(match.start(), match[0].strip()) for match in re.finditer(r"[^|]+", para.text) if match[0].strip()]
    said = max(cells[:2], key=lambda cell: len(tokens(cell[1])), default=None)
    if said is None or called == TOLD:
        return
    start, words = said
    found = judge(words, source.language, listed=True, called=called)
    if found is None:
        return
    others = [cell for cell in cells if cell != said]
    owner = next(
        (text for _, text in others if looks_like_owner(text) and not find_deadlines(text, source.language, 0, None)),
        "",
    )
    due = next((text for _, text in others if text != owner and find_dates(text)), "")
    draft = _draft(found, words, _place(para, source.text, start, start + len(words) + 1), rank)
    yield replace(draft, owners=split_owners(owner) if owner else (), due=(due, para.place.start) if due else None)


def _draft(found: Judgement, words: str, place: Place, rank: int) -> Draft:
    doubts = () if found.sureness >= 0.7 else ("weak-words",)
    return Draft(found.kind, None, words, place, rank, (), found.sureness, doubts, RUNNING)


def _is_title(para: Para) -> bool:
    """A few words that stand alone without a full stop: the title of what follows, an entry of a menu, a caption."""
    return para.label is None and not para.ended and len(para.text.split()) <= 7 and "|" not in para.text


def _called(text: str, words: ProseWords) -> str:
    """What a heading or a lead-in calls the statements below it: a kind, TOLD for what was done, or nothing."""
    plain = flat(text).strip()
    for kind, source in words.called.items():
        if re.search(source, plain):
            return kind
    return TOLD if re.search(words.told, plain) else ""


def _is_head(words: str) -> bool:
    """The head of a table that was written as text."""
    cells = words.split("|")
    return len(cells) > 1 and sum(role_of_head(cell) is not None for cell in cells) >= len(cells) - 1


def _ends_list(para: Para) -> bool:
    """A paragraph that is no item and no continuation of a list."""
    return para.label is None and not para.text.endswith((";", ","))


def _last_sentence(source: _Source, para: Para) -> str:
    spans = list(sentence_spans(para.text, source.abbreviations))
    return para.text[slice(*spans[-1])] if spans else para.text


def _without_article(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of a sentence without the number of the article that it opens."""
    match = _ARTICLE.match(text, start, end)
    return (match.end() if match else start), end


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
