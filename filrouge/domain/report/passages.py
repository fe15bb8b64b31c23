"""The text of a document as a reader should see it: passages in reading order, each with the remarks on it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from filrouge.domain.model import Document, Paragraph, Place, Section, Table
from filrouge.domain.report.alignment import aligned
from filrouge.domain.report.dossier import Remark

WHOLE_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Mark:
    """A remark at a passage. ``first`` at the first of its places; the others only point back to it."""

    remark: Remark
    place: Place
    first: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; ``remark`` is the one whose place it is, or None."""

    text: str
    remark: Remark | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, a paragraph, a point of a list, a footnote or a table.

    ``kind`` is ``heading``, ``text``, ``list``, ``footnote``, ``lead_in`` or ``table``; ``section`` is set on a heading
    that opens one, ``table`` on a table. ``role`` is what a line of a matrix is (``weakness``, ``objective``, …). The
    pieces put together are the passage's text.
    """

    kind: str
    place: Place
    pieces: tuple[Piece, ...]
    label: str | None = None
    section: Section | None = None
    table: Table | None = None
    marks: tuple[Mark, ...] = ()
    role: str | None = None


@dataclass(slots=True)
class _Draft:
    kind: str
    place: Place
    text: str
    label: str | None = None
    section: Section | None = None
    table: Table | None = None
    role: str | None = None
    marks: list[Mark] = field(default_factory=list)


def passages(document: Document, remarks: Sequence[Remark]) -> tuple[tuple[Passage, ...], tuple[Remark, ...]]:
    """The document's passages, each with its marks in the order of the text; and the remarks about the whole of it.

    Tables stand in the place of the paragraphs that they were read from.
    """
    drafts = list(_drafts(document))
    whole = _distribute(drafts, remarks)
    return tuple(_finished(draft, document.text) for draft in drafts), whole


def _drafts(document: Document) -> Iterable[_Draft]:
    headings = {section.heading.start: section for section in document.sections if section.heading.end}
    tables = sorted((t for t in document.tables if t.rows or t.actions or t.lines), key=lambda table: table.place)
    starts = [table.place.start for table in tables]
    paragraphs = document.paragraphs or tuple(_lines(document.text))
    others = [_Draft("table", table.place, "", table=table) for table in tables]
    others += _unshown(document, [*(one.place for one in paragraphs), *(one.place for one in tables)])
    others.sort(key=lambda draft: draft.place, reverse=True)
    for paragraph in paragraphs:
        while others and others[-1].place.start <= paragraph.place.start:
            yield others.pop()
        if paragraph.kind != "heading" and _inside(paragraph, tables, starts):
            continue
        section = headings.get(paragraph.place.start) if paragraph.kind == "heading" else None
        yield _Draft(paragraph.kind, paragraph.place, paragraph.text, paragraph.label, section)
    yield from reversed(others)


def _unshown(document: Document, places: list[Place]) -> Iterable[_Draft]:
    """What was understood of text that is neither a paragraph nor a table (a matrix, a list in columns)."""
    places.sort()
    starts = [place.start for place in places]

    def is_shown(place: Place) -> bool:
        rank = bisect_right(starts, place.start) - 1
        return rank >= 0 and place.start < places[rank].end

    for domain in document.risk_domains:
        if not is_shown(domain.place):
            head = Place(domain.place.start, min((q.place.start for q in domain.quoted), default=domain.place.end))
            yield _Draft("list", head, domain.title, domain.number, role="risk_domain")
            for quoted in domain.quoted:
                yield _Draft("list", quoted.place, quoted.text, str(quoted.number), role=quoted.kind)
    for item in document.items:
        if not is_shown(item.place):
            yield _Draft("list", item.place, item.text, item.number, role=item.kind)
    for line in document.swot:
        if not is_shown(line.place):
            yield _Draft("list", line.place, line.text, line.number, role=line.kind)


def _lines(text: str) -> Iterable[Paragraph]:
    """The text line by line, for a document whose paragraphs are not known."""
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield Paragraph(line.strip(), Place(at, at + len(line.rstrip())))
        at += len(line)


def _inside(paragraph: Paragraph, tables: Sequence[Table], starts: Sequence[int]) -> bool:
    rank = bisect_right(starts, paragraph.place.start) - 1
    return rank >= 0 and tables[rank].place.start <= paragraph.place.start < tables[rank].place.end


def _distribute(drafts: list[_Draft], remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    """Give each mark to the passage where it stands; answer the remarks that stand nowhere."""
    order = sorted(range(len(drafts)), key=lambda rank: drafts[rank].place.start)
    starts = [drafts[rank].place.start for rank in order]
    whole: list[Remark] = []
    for remark in remarks:
        if remark.place is None or not drafts:
            whole.append(remark)
            continue
        places = (remark.place, *remark.fact.places)
        seen: set[int] = set()
        for nth, place in enumerate(places):
            rank = order[max(0, bisect_right(starts, place.start) - 1)]
            if rank not in seen or drafts[rank].table is not None:
                drafts[rank].marks.append(Mark(remark, place, nth == 0))
                seen.add(rank)
    for draft in drafts:
        draft.marks.sort(key=lambda mark: (mark.place.start, mark.remark.rank))
    return tuple(whole)


def _finished(draft: _Draft, text: str) -> Passage:
    pieces = _pieces(draft, text) if draft.table is None else ()
    return Passage(
        draft.kind, draft.place, pieces, draft.label, draft.section, draft.table, tuple(draft.marks), draft.role
    )


def _pieces(draft: _Draft, text: str) -> tuple[Piece, ...]:
    """The passage's text cut where a remark's place begins and ends; of two that overlap, the first is shown."""
    start, end = draft.place.start, draft.place.end
    spans = [
        (m.place.start - start, min(m.place.end, end) - start, m.remark) for m in draft.marks if m.place.end > start
    ]
    spans = [span for span in spans if 0 <= span[0] < span[1] and span[1] - span[0] < WHOLE_SHARE * (end - start)]
    if not spans or not draft.text:
        return (Piece(draft.text),)
    offsets = aligned(text[start:end], draft.text)
    pieces: list[Piece] = []
    at = 0
    for opening, closing, remark in spans:
        first, last = offsets[opening], offsets[min(closing, len(offsets) - 1)]
        if first < at or first >= last:
            continue
        pieces += [Piece(draft.text[at:first]), Piece(draft.text[first:last], remark)]
        at = last
    pieces.append(Piece(draft.text[at:]))
    return tuple(piece for piece in pieces if piece.text)


def by_place(marks: Iterable[Mark]) -> dict[int, list[Mark]]:
    """The marks by the offset at which they begin, for the cells of a table."""
    found: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        found[mark.place.start].append(mark)
    return dict(found)
