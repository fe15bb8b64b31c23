"""DOC109: the title of a part differs between a list of contents or of annexes, or an overview, and its heading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from filrouge.domain.coherence.engine import Context, Fact, Severity, rule
from filrouge.domain.coherence.rules.sources import OWN
from filrouge.domain.language.words import fold, phrases, similarity, tokens
from filrouge.domain.model import Paragraph, Place, Section

MOST = 10
_NEARLY = 0.85
_RECOGNISED = 3
_TAIL = 200
_LABEL = re.compile(
    r"^\s*(?:(?P<word>[^\W\d_]+)\s+)?(?P<number>\d+(?:\.\d+)*|[IVX]+(?=[.)\s]))?[.):\s–‐-]*(?P<title>.*)$", re.DOTALL
)
_LEADER = re.compile(r"[\s.…_]*\d*\s*$")


@dataclass(frozen=True, slots=True)
class _Entry:
    number: str | None
    title: str
    place: Place


@rule("DOC109", Severity.INFO, source=OWN, weight=40)
def title_differs(context: Context) -> Iterator[Fact]:
    found = [*_contents(context), *_overview(context)]
    seen: set[str] = set()
    for entry, section in found[:MOST]:
        if section.id not in seen:
            seen.add(section.id)
            fact = Fact(section.heading, section=section.id, places=(entry.place,))
            number = section.number or entry.number
            yield fact.saying(number=number, title=_title(section.title)[1], listed=entry.title)


def _contents(context: Context) -> Iterator[tuple[_Entry, Section]]:
    """Entries of a list of contents, or of annexes, whose number is that of a heading with another title."""
    contents, annexes = phrases(*context.words.contents), phrases(*context.words.list_of_annexes)
    annex = phrases(*context.words.annex)
    for section, folded_title in context.prose.headings:
        listing_annexes = annexes.search(folded_title) is not None
        if not listing_annexes and not contents.fullmatch(folded_title.strip(" .:")):
            continue
        headings: dict[str, list[Section]] = {}
        for other in _parts_after(context, section):
            if (annex.match(fold(other.title)) is not None) == listing_annexes and (listing_annexes or other.number):
                headings.setdefault(_title(other.title)[0] or (other.number or "").strip(". )"), []).append(other)
        for entry in _entries(context, section):
            others = headings.get(entry.number or "", [])
            if others and all(_differs(entry.title, _title(other.title)[1]) for other in others):
                yield entry, min(others, key=lambda other: other.level)


def _parts_after(context: Context, listing: Section) -> Iterator[Section]:
    """The headings after a list of titles, those of statements excluded: objectives have numbers of their own."""
    stated = sorted(item.place.start for item in context.document.items)
    for section in context.document.sections:
        rank = bisect_left(stated, section.heading.start)
        headed = rank < len(stated) and stated[rank] < section.heading.end
        if section.place.start > listing.place.start and not headed:
            yield section


def _entries(context: Context, section: Section) -> Iterator[_Entry]:
    for paragraph in context.document.paragraphs:
        if section.heading.end <= paragraph.place.start < section.place.end:
            label = (paragraph.label or "").strip(". )")
            number, title = _title(paragraph.text)
            title = title[:-_TAIL] + _LEADER.sub("", title[-_TAIL:])
            if title:
                yield _Entry(number or (label if label[:1].isdigit() else None), title, paragraph.place)


def _title(text: str) -> tuple[str | None, str]:
    """A title without its label: ``Annex 1. Structure`` gives ("1", "Structure"); a bare title keeps its first word."""
    match = _LABEL.match(text)
    if match is None or match["number"] is None:
        return None, text.strip()
    return match["number"], " ".join(match["title"].split())


def _differs(listed: str, heading: str) -> bool:
    """Whether two titles are not the same, nor one the beginning of the other."""
    ours, theirs = " ".join(tokens(listed)), " ".join(tokens(heading))
    return bool(ours and theirs) and not (ours.startswith(theirs) or theirs.startswith(ours))


def _shares(one: str, other: str) -> bool:
    """Whether two titles have most words in common: what is not alike need not be compared letter by letter."""
    ours, theirs = set(one.split()), set(other.split())
    return len(ours & theirs) * 2 > max(len(ours), len(theirs))


def _overview(context: Context) -> Iterator[tuple[_Entry, Section]]:
    """Entries of a list that mostly repeats the headings, one of which it words a little otherwise."""
    titles = {" ".join(tokens(section.title)): section for section, _ in context.prose.headings}
    groups: dict[str | None, list[Paragraph]] = {}
    for paragraph in context.document.paragraphs:
        if paragraph.kind == "list" and len(paragraph.text) < 200:
            groups.setdefault(paragraph.section, []).append(paragraph)
    for group in groups.values():
        words = [(" ".join(tokens(paragraph.text)), paragraph) for paragraph in group]
        same = {key for key, _ in words if key in titles}
        if len(same) < _RECOGNISED:
            continue
        for key, paragraph in words:
            if key in titles or len(key.split()) < 4:
                continue
            likely = [title for title in titles if title not in same and _shares(title, key)]
            near = max(likely, key=lambda title: similarity(title, key), default="")
            if near and similarity(near, key) >= _NEARLY and _differs(key, near):
                yield _Entry(None, paragraph.text, paragraph.place), titles[near]
