"""The sentences and list items of running text that bind, as items of the document they stand in.

Reading and keeping use the same function, so that a letter in prose is judged alike on the command line and once it is
kept, where its sentences stay in the text of their section.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from filrouge.domain.language.dates import find_dates
from filrouge.domain.language.lexicon import lexicon
from filrouge.domain.language.quantities import find_quantities
from filrouge.domain.language.sentences import sentence_spans
from filrouge.domain.language.words import flat, fold, tokens
from filrouge.domain.model import LANGUAGES, Deadline, Document, Framework, Item, Paragraph, Place
from filrouge.domain.reading.attributes import role_of_head, split_attributes
from filrouge.domain.reading.deadlines import due_date, find_deadlines
from filrouge.domain.reading.guidance import is_guidance
from filrouge.domain.reading.owners import looks_like_owner, split_owners, trailing_owners
from filrouge.domain.reading.prose.cues import ProseWords, prose_words
from filrouge.domain.reading.prose.judging import Judgement, judge

_LEADER = re.compile(r"\.{4,}|…{2,}|\.(?: \.){3,}")
_SKIPPED = frozenset(" \t\n\r\f\v-‐‑\u00ad\u00a0")
_ARTICLE = re.compile(r"(?:art(?:icle|ikel|\.)?|§)\s*\d+(?:er|bis|ter)?\s*[.:)–-]*\s*", re.IGNORECASE)
_READ = ("text", "list", "lead_in")
_ENDS = (".", "!", "?", ";", ":", "…", ",")
TOLD = "told"
SHORT = 8  # words up to which a sentence among others may be a measure that is noted without a subject


@dataclass(frozen=True)
class _Source:
    """What the search goes through."""

    document: Document
    language: str
    words: ProseWords
    abbreviations: frozenset[str]


def with_running(document: Document, framework: Framework | None) -> Document:
    """The document with what its running text states beside the items it has, in the order of the text; as it is where
    authors of its kind bind themselves in labelled statements only. Paragraphs in which an item stands are left alone.
    """
    if framework is not None and not framework.prose:
        return document
    language = document.language if document.language in LANGUAGES else LANGUAGES[0]
    abbreviations = frozenset(fold(word) for word in lexicon(language).abbreviations)
    source = _Source(document, language, prose_words(language), abbreviations)
    found = [replace(item, id=f"r{rank}") for rank, item in enumerate(_running(source), start=1)]
    items = sorted((*document.items, *found), key=lambda item: item.place.start) if found else document.items
    return replace(document, items=tuple(items))


def _running(source: _Source) -> Iterator[Item]:
    taken = _Taken(source.document)
    heading, lead = "", ""
    for para in sorted(source.document.paragraphs, key=lambda one: one.place.start):
        if para.kind == "heading":
            heading, lead = _called(para.text, source.words), ""
            continue
        if para.kind not in _READ:
            continue
        if _is_title(para):
            lead = _called(para.text, source.words)
            continue
        if _is_head(para.text):
            lead = _called(para.text.split("|")[0], source.words) or lead
            continue
        if _ends_list(para) and "|" not in para.text:
            lead = lead if lead == "value" else ""
        if not taken.holds(para.place) and not _LEADER.search(para.text) and not is_guidance(para.text):
            yield from _in_paragraph(source, para, lead or heading)
        if para.text.endswith(":"):
            lead = _called(_last_sentence(source, para), source.words)


class _Taken:
    """Where items stand already."""

    def __init__(self, document: Document) -> None:
        held = [one.place for one in document.items] + [one.place for one in document.swot]
        held += [one.place for one in document.risk_domains]
        places = sorted((place.start, place.end) for place in held)
        self._starts = [start for start, _ in places]
        self._ends: list[int] = []
        for _, end in places:
            self._ends.append(max(end, self._ends[-1] if self._ends else 0))

    def holds(self, place: Place) -> bool:
        """Whether some item overlaps this place."""
        rank = bisect_right(self._starts, place.end - 1)
        return rank > 0 and self._ends[rank - 1] > place.start


def _in_paragraph(source: _Source, para: Paragraph, called: str) -> Iterator[Item]:
    if "|" in para.text:
        yield from _in_row(source, para, called)
        return
    spans = [_without_article(para.text, *span) for span in sentence_spans(para.text, source.abbreviations)]
    spans = [span for span in spans if para.text[slice(*span)].strip()]
    listed = para.label is not None
    for start, end in spans:
        words = para.text[start:end].strip()
        if words.endswith(":") or (called == TOLD and listed):
            continue
        alone = words.endswith((".", ";", ",")) and (len(spans) == 1 or len(tokens(words)) <= SHORT)
        given = called if called != TOLD and (listed or called == "value") else ""
        found = judge(words, source.language, listed=(listed and start == spans[0][0]) or alone, called=given)
        if found is not None:
            place = para.place if len(spans) == 1 and not start else _place(source, para, start, end)
            yield _item(source, found, words, place)


def _in_row(source: _Source, para: Paragraph, called: str) -> Iterator[Item]:
    """The row of a table that was written as text: the cell that says what is to be done, who and when beside it."""
    cells = [(match.start(), match[0].strip()) for match in re.finditer(r"[^|]+", para.text) if match[0].strip()]
    said = max(cells[:2], key=lambda cell: len(tokens(cell[1])), default=None)
    if said is None or called == TOLD:
        return
    start, words = said
    found = judge(words, source.language, listed=True, called=called)
    if found is None:
        return
    others = [text for at, text in cells if at != start]
    dated = [text for text in others if find_dates(text) or find_deadlines(text, source.language, 0, None)]
    owner = next((text for text in others if text not in dated and looks_like_owner(text)), "")
    item = _item(source, found, words, _place(source, para, start, start + len(words) + 1))
    if dated:
        day = due_date(dated[0], source.language, source.document.facts.period)
        item = replace(item, deadline=Deadline(dated[0], day, para.place))
    yield replace(item, owners=split_owners(owner)) if owner else item


def _item(source: _Source, found: Judgement, words: str, place: Place) -> Item:
    """The item, with its owner, deadline and quantity where its own words give them."""
    owners, text = trailing_owners(words)
    if not owners:
        before, values = split_attributes(words)
        text = before if "owner" in values and len(before) >= SHORT else words
        owners = split_owners(values["owner"]) if "owner" in values and len(before) >= SHORT else ()
    deadlines = find_deadlines(words, source.language, place.start, source.document.facts.period)
    quantities = find_quantities(words, source.language, place.start)
    section = source.document.section_at(place.start)
    return Item(
        id="",
        kind=found.kind,
        number=None,
        text=text.strip().rstrip(";,").rstrip(),
        section=section.id if section else None,
        parent=None,
        place=place,
        owners=owners,
        deadline=deadlines[0] if deadlines else None,
        quantity=quantities[0] if quantities else None,
        confidence=found.sureness,
        doubts=() if found.sureness >= 0.7 else ("weak-words",),
        running=True,
    )


def _is_title(para: Paragraph) -> bool:
    """A few words that stand alone without a full stop: the title of what follows, an entry of a menu, a caption."""
    ended = para.text.rstrip("»”\"')]’").endswith(_ENDS)
    return para.label is None and not ended and len(para.text.split()) <= 7 and "|" not in para.text


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


def _ends_list(para: Paragraph) -> bool:
    """A paragraph that is no item and no continuation of a list."""
    return para.label is None and not para.text.endswith((";", ","))


def _last_sentence(source: _Source, para: Paragraph) -> str:
    spans = list(sentence_spans(para.text, source.abbreviations))
    return para.text[slice(*spans[-1])] if spans else para.text


def _without_article(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of a sentence without the number of the article that it opens."""
    match = _ARTICLE.match(text, start, end)
    return (match.end() if match else start), end


def _place(source: _Source, para: Paragraph, start: int, end: int) -> Place:
    """Where a part of a paragraph stands in the extracted text, whose line breaks and hyphens the paragraph mended."""
    raw = source.document.text[para.place.start : para.place.end]
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
