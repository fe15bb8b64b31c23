"""The way from a file's blocks to a document: tables, lines, paragraphs, framework, outline, statements, analysis,
facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from filrouge.domain.language.dates import find_dates
from filrouge.domain.language.detect import detect_language
from filrouge.domain.language.quantities import find_quantities
from filrouge.domain.model import (
    Deadline,
    Document,
    Facts,
    Framework,
    Indicator,
    Item,
    Note,
    Paragraph,
    Place,
    Section,
    SwotItem,
    Table,
)
from filrouge.domain.reading.accents import with_accents
from filrouge.domain.reading.blocks import Extract
from filrouge.domain.reading.deadlines import due_date, find_deadlines, find_indicators
from filrouge.domain.reading.detection import detect_framework
from filrouge.domain.reading.domains import read_domains
from filrouge.domain.reading.drafts import Draft
from filrouge.domain.reading.facts import read_facts
from filrouge.domain.reading.levels import LevelNames
from filrouge.domain.reading.lines import read_lines
from filrouge.domain.reading.outline import Outline, build_outline, renamed
from filrouge.domain.reading.paragraphs import Para, build_paragraphs
from filrouge.domain.reading.prose import with_running
from filrouge.domain.reading.scramble import Entry, find_moves
from filrouge.domain.reading.statements import find_statements, with_parents
from filrouge.domain.reading.swot import read_swot
from filrouge.domain.reading.tables import FoundDomain, FoundTable, find_grids, find_tables, read_matrices
from filrouge.domain.reading.themes import theme_codes

_SURE = 0.6
_START_SECTION = "start-date"  # the framework's section for the first day of a mandate


@dataclass(frozen=True, slots=True)
class _Parts:
    """What one pass over the paragraphs understood. ``moves`` maps the rank of a paragraph to the section it belongs
    to."""

    paras: tuple[Para, ...]
    outline: Outline
    items: tuple[Item, ...]
    swot: tuple[SwotItem, ...]
    moves: dict[int, str]
    notes: tuple[Note, ...]
    dues: tuple[tuple[str, int] | None, ...] = ()


def read_document(extract: Extract, frameworks: Sequence[Framework], framework: str | None = None) -> Document:
    """Read a document from what a file reader extracted.

    ``frameworks`` are those it may answer to; ``framework`` the urn or kind of one, when the caller knows it, else it
    is recognised. Raises KeyError when ``framework`` names none of them.
    """
    language, sure = detect_language(extract.text)
    tables = find_tables(extract, language)
    taken = frozenset(i for t in tables if t.table.kind != "other" for i in (*t.blocks, *t.apart))
    lines = read_lines(extract, taken)
    paras = build_paragraphs(lines.lines)
    chosen, confidence = _framework(extract, paras, language, frameworks, framework)
    frame = chosen or _any_of(frameworks)
    parts = _understand(paras, frame, len(extract.text))
    domains = read_matrices(extract, parts.swot, parts.items)
    if domains:
        taken |= frozenset(i for d in domains for i in (*d.blocks, *d.heading))
        lines = read_lines(extract, taken)
        parts = _understand(build_paragraphs(lines.lines), frame, len(extract.text))
    used = taken | frozenset(i for t in tables for i in t.blocks)
    tables = (*tables, *(grid for grid in find_grids(extract, used) if used.isdisjoint(grid.blocks)))
    notes = (*_own_notes(extract, sure, confidence, chosen, framework), *lines.notes, *parts.notes)
    document = _assemble(extract, language, chosen, confidence, parts, tables, domains, notes)
    document = with_running(document, frame) if frame is not None else document
    if chosen is not None and all(item.kind in {"theme", "value"} for item in document.items):
        none = Note("no-statement-read", None, Place(0, min(80, len(extract.text))))
        document = replace(document, notes=tuple(sorted((none, *document.notes), key=_order)))
    return document


def _framework(
    extract: Extract, paras: Sequence[Para], language: str, frameworks: Sequence[Framework], wanted: str | None
) -> tuple[Framework | None, float]:
    if wanted is not None:
        for known in frameworks:
            if wanted in {known.urn, known.kind}:
                return known, 1.0
        raise KeyError(wanted)
    bare = build_outline(paras, None, LevelNames(None), len(extract.text))
    titles = [section.title for section in bare.sections]
    titles += [p.text for p in paras if 3 < len(p.text) <= 90 and not p.ended and p.label is None and p.cell is None]
    return detect_framework(extract.text, titles, language, frameworks)


def _any_of(frameworks: Sequence[Framework]) -> Framework | None:
    """For a document of no known kind: the levels of all kinds, where a label or a lead-in of their own tells them."""
    if not frameworks:
        return None
    levels = []
    for level in (level for framework in frameworks for level in framework.levels):
        forms = tuple(form for form in level.forms if form in {"label", "lead_in"})
        if forms and not level.sections:
            levels.append(replace(level, forms=forms))
    return replace(frameworks[0], urn="", kind="", sections=(), parts=(), levels=tuple(levels), prose=True)


def _understand(paras: tuple[Para, ...], framework: Framework | None, end: int) -> _Parts:
    names = LevelNames(framework)
    outline = build_outline(paras, framework, names, end)
    outline = Outline(outline.headings, with_accents(outline.sections, (para.text for para in paras)))
    heads = frozenset(i for h in outline.headings for i in range(h.index, h.through + 1))
    swot, swot_paras = read_swot(paras, heads)
    if framework is None:
        return _Parts(paras, outline, (), swot, {}, ())
    labels = {}
    for heading, section in zip(outline.headings, outline.sections, strict=True):
        label = names.find(paras[heading.index])
        if label is not None and label.level.kind == "theme":
            labels[section.id] = label.part
    codes = theme_codes(outline.sections, framework, labels)
    outline = Outline(outline.headings, renamed(outline.sections, codes))
    drafts = [d for d in find_statements(paras, framework, names, outline) if d.at not in swot_paras]
    drafts += [_theme(paras, h, s) for h, s in zip(outline.headings, outline.sections, strict=True) if _is_theme(s)]
    drafts.sort(key=lambda d: (d.at, d.place.start))
    moves, notes = _moves(paras, outline, drafts)
    sections = [moves.get(d.at) or _section_of(outline, d) for d in drafts]
    drafts = [replace(d, doubts=("moved",), confidence=0.7) if d.at in moves else d for d in drafts]
    drafts, sections = _in_count(paras, drafts, sections, moves)
    items = with_parents(drafts, framework, sections, _holders(outline, drafts, sections))
    return _Parts(paras, outline, items, swot, moves, notes, tuple(d.due for d in drafts))


def _in_count(
    paras: Sequence[Para], drafts: list[Draft], sections: list[str | None], moves: dict[int, str]
) -> tuple[list[Draft], list[str | None]]:
    """The statements in the author's order: those of a list that was put back together follow its numbers."""
    order = list(range(len(drafts)))
    counts = [(label.ordinal or 0) if (label := paras[d.at].label) else 0 for d in drafts]
    for target in dict.fromkeys(moves.values()):
        ranks = [i for i in order if sections[i] == target and counts[i]]
        stay = [i for i in ranks if drafts[i].at not in moves]
        if not stay:
            continue
        ranks.sort(key=lambda i: counts[i])
        first = order.index(stay[0])
        before = [i for i in order[:first] if i not in ranks]
        order = before + ranks + [i for i in order[first:] if i not in ranks]
    return [drafts[i] for i in order], [sections[i] for i in order]


def _is_theme(section: Section) -> bool:
    return section.id[0].isupper() and section.id[1:].isdigit()


def _theme(paras: Sequence[Para], heading: object, section: Section) -> Draft:
    at = next(i for i, p in enumerate(paras) if p.place.start == section.heading.start)
    return Draft("theme", section.number or section.id[1:], section.title, section.heading, at, (), section.confidence)


def _section_of(outline: Outline, draft: Draft) -> str | None:
    """The innermost section around a statement; one that is itself a heading belongs to the section above."""
    holder: Section | None = None
    for section in outline.sections:
        if section.place.start > draft.place.start:
            break
        if section.place.covers(draft.place.start) and not section.heading.covers(draft.place.start):
            holder = section
    return holder.id if holder else None


def _holders(outline: Outline, drafts: Sequence[Draft], sections: Sequence[str | None]) -> list[int | None]:
    """For each statement, the rank of the one it is known to belong to, or that its section or one above is headed
    by."""
    heads = {d.place.start: rank for rank, d in enumerate(drafts)}
    ranks = {d.at: rank for rank, d in enumerate(drafts)}
    by_id = {s.id: s for s in outline.sections}
    out: list[int | None] = []
    for draft, id in zip(drafts, sections, strict=True):
        if draft.under in ranks:
            out.append(ranks[draft.under])
            continue
        section = by_id.get(id) if id else None
        while section is not None and section.heading.start not in heads:
            section = by_id.get(section.parent) if section.parent else None
        out.append(heads[section.heading.start] if section else None)
    return out


def _moves(paras: Sequence[Para], outline: Outline, drafts: Sequence[Draft]) -> tuple[dict[int, str], tuple[Note, ...]]:
    """Where the numbering shows that the extraction put the end of a list before its heading, the section it belongs
    to."""
    ranks = {section.id: rank for rank, section in enumerate(outline.sections)}
    heads = {h.index for h in outline.headings}
    entries = []
    for draft in drafts:
        label = paras[draft.at].label
        section = _section_of(outline, draft)
        counted = label is not None and label.kind in {"number", "letter", "roman"} and draft.at not in heads
        if counted and label is not None and section is not None:
            entries.append(Entry(draft.at, ranks[section], label))
    moved: dict[int, str] = {}
    groups: dict[str, list[int]] = {}
    for move in find_moves(entries):
        target = outline.sections[move.to].id
        moved[move.at] = target
        groups.setdefault(target, []).append(move.at)
    notes = []
    for target, ats in groups.items():
        place = paras[ats[0]].place.join(paras[ats[-1]].place)
        notes.append(Note("columns-reordered", target, place, (("count", str(len(ats))), ("section", target))))
    return moved, tuple(notes)


def _own_notes(
    extract: Extract, sure: float, confidence: float, chosen: Framework | None, wanted: str | None
) -> tuple[Note, ...]:
    start = Place(0, min(80, len(extract.text)))
    notes = [Note(doubt, None, start) for doubt in extract.doubts]
    if sure < _SURE:
        notes.append(Note("language-guessed", None, start))
    if wanted is None and chosen is not None and confidence < _SURE:
        notes.append(Note("framework-guessed", None, start, (("confidence", f"{confidence:.2f}"),)))
    return tuple(notes)


def _assemble(
    extract: Extract,
    language: str,
    chosen: Framework | None,
    confidence: float,
    parts: _Parts,
    tables: Sequence[FoundTable],
    domains: Sequence[FoundDomain],
    notes: Sequence[Note],
) -> Document:
    paragraphs = _paragraphs(parts)
    sections = parts.outline.sections
    facts = _with_start(read_facts(extract.text, paragraphs, language), sections, paragraphs)
    indicators, deadlines = _measures(paragraphs, language, facts)
    placed = sorted((*notes, *(n for t in tables for n in t.notes), *(n for d in domains for n in d.notes)), key=_order)
    return Document(
        text=extract.text,
        language=language,
        framework=chosen.urn if chosen else None,
        confidence=confidence,
        facts=facts,
        sections=sections,
        paragraphs=paragraphs,
        items=tuple(_measured(i, due, language, facts) for i, due in zip(parts.items, parts.dues, strict=True)),
        swot=parts.swot,
        risk_domains=tuple(d.domain for d in domains) or read_domains(parts.paras, parts.outline, LevelNames(chosen)),
        tables=tuple(_in_section(t.table, sections) for t in tables),
        indicators=indicators,
        deadlines=deadlines,
        notes=tuple(placed),
    )


def _with_start(facts: Facts, sections: Sequence[Section], paragraphs: Sequence[Paragraph]) -> Facts:
    """The day on which the mandate begins, where only the section made for it says so."""
    section = next((s for s in sections if s.framework_section == _START_SECTION), None)
    if facts.starts_on is not None or section is None:
        return facts
    words = [p.text for p in paragraphs if p.kind != "heading" and p.section == section.id]
    days = [date.date for text in words for date in find_dates(text) if date.precision == "day"]
    return replace(facts, starts_on=days[0]) if len(set(days)) == 1 else facts


def _order(note: Note) -> tuple[int, str]:
    return note.place.start, note.code


def _in_section(table: Table, sections: Sequence[Section]) -> Table:
    """The table with its section; where a sentence stands above it rather than a title, it takes the section's
    title."""
    holder = None
    for section in sections:
        if section.place.covers(table.place.start):
            holder = section
    if holder is None:
        return table
    sentence = ". " in table.title or len(table.title) > 110
    return replace(table, section=holder.id, title=holder.title if sentence else table.title)


def _paragraphs(parts: _Parts) -> tuple[Paragraph, ...]:
    """The paragraphs as the document keeps them, each with its kind and its section."""
    heads = {i for h in parts.outline.headings for i in range(h.index, h.through + 1)}
    out: list[Paragraph] = []
    path: list[Section] = []
    waiting = list(parts.outline.sections)
    for i, para in enumerate(parts.paras):
        while waiting and waiting[0].place.start <= para.place.start:
            section = waiting.pop(0)
            while path and path[-1].place.end <= section.place.start:
                path.pop()
            path.append(section)
        kind = "text"
        if para.footnote:
            kind = "footnote"
        elif i in heads:
            kind = "heading"
        elif para.cell is not None or para.look.grid:
            kind = "table"
        elif para.label is not None:
            kind = "list"
        elif para.text.endswith(":"):
            kind = "lead_in"
        label = para.label.text or "•" if para.label else None
        out.append(Paragraph(para.text, para.place, kind, label, parts.moves.get(i) or (path[-1].id if path else None)))
    return tuple(out)


def _measured(item: Item, due: tuple[str, int] | None, language: str, facts: Facts) -> Item:
    """The item with its deadline and its quantity, where its words, a line or a column give one."""
    if item.kind == "theme":
        return item
    start = item.place.start
    deadlines = find_deadlines(item.text, language, start, facts.period)
    if due is not None:
        place = Place(due[1], due[1] + len(due[0]))
        deadlines = (Deadline(due[0], due_date(due[0], language, facts.period), place),)
    quantities = find_quantities(item.text, language, start)
    return replace(item, deadline=deadlines[0] if deadlines else None, quantity=quantities[0] if quantities else None)


def _measures(
    paragraphs: Sequence[Paragraph], language: str, facts: Facts
) -> tuple[tuple[Indicator, ...], tuple[Deadline, ...]]:
    indicators: list[Indicator] = []
    deadlines: list[Deadline] = []
    for paragraph in paragraphs:
        if paragraph.kind in {"heading", "footnote", "table"}:
            continue
        indicators += find_indicators(paragraph.text, language, paragraph.place.start)
        deadlines += find_deadlines(paragraph.text, language, paragraph.place.start, facts.period)
    return tuple(indicators), tuple(deadlines)
