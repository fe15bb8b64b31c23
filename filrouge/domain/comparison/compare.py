"""Compare two documents, part by part."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import fields

from filrouge.domain.comparison.changes import (
    CHANGED,
    MOVED,
    RENUMBERED,
    Comparison,
    FactChange,
    FieldChange,
    Line,
    SectionChange,
    WordingChange,
)
from filrouge.domain.comparison.figures import table_changes
from filrouge.domain.comparison.matching import ALIKE, Pairs, out_of_order, paired
from filrouge.domain.comparison.wording import words
from filrouge.domain.language.words import fold
from filrouge.domain.model import Document, Facts, Item, Place, Section

_PARAGRAPHS_ALIKE = 70.0
_BODIES_ALIKE = 80.0
_BODY = 2_000


def compare(before: Document, after: Document) -> Comparison:
    """What changed from one document to the other. Reading order, spaces and letter case alone are no change."""
    statements = _wordings([_statement(i) for i in before.items], [_statement(i) for i in after.items])
    return Comparison(
        before,
        after,
        _facts(before.facts, after.facts),
        tuple(change for change in _sections(before, after) if not _is_statement(change, before, after)),
        statements,
        _wordings(_analysis(before), _analysis(after)),
        table_changes(before.tables, after.tables),
        _wordings(_paragraphs(before), _paragraphs(after), _PARAGRAPHS_ALIKE),
    )


# --- facts ----------------------------------------------------------------------------------------------------------


def _facts(before: Facts, after: Facts) -> tuple[FactChange, ...]:
    changes = []
    for field in fields(Facts):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old == new or isinstance(old or new, Place):
            continue
        if isinstance(old, tuple) and field.name == "legal_basis":
            gone, come = _only_in(old, new), _only_in(new, old)
            if gone or come:
                changes.append(FactChange(field.name, gone or None, come or None))
        elif not (isinstance(old, str) and isinstance(new, str) and fold(old) == fold(new)):
            changes.append(FactChange(field.name, old, new))
    return tuple(changes)


def _only_in(these: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    known = {fold(other) for other in others}
    return tuple(one for one in these if fold(one) not in known)


# --- sections -------------------------------------------------------------------------------------------------------


def _sections(before: Document, after: Document) -> tuple[SectionChange, ...]:
    old, new = before.sections, after.sections
    pairs = paired(old, new, lambda section: fold(section.title), lambda section: section.number)
    pairs = sorted([*pairs, *_by_body(before, after, pairs)])
    twins = {old[a].id: new[b].id for a, b in pairs}
    moved = out_of_order(pairs) | {b for a, b in pairs if _parent_changed(old[a], new[b], twins)}
    of_new = {b: a for a, b in pairs}
    changes: list[tuple[int, SectionChange]] = []
    for rank, section in enumerate(new):
        was = old[of_new[rank]] if rank in of_new else None
        change = _section_change(was, section, rank in moved)
        if change is not None:
            changes.append((2 * rank, change))
    for rank, section in enumerate(old):
        if section.id not in twins:
            follows = max((b for a, b in pairs if a < rank), default=-1)
            changes.append((2 * follows + 1, SectionChange("removed", section, None, words(section.title, ""))))
    return tuple(change for _, change in sorted(changes, key=lambda one: one[0]))


def _section_change(was: Section | None, now: Section, moved: bool) -> SectionChange | None:
    if was is None:
        return SectionChange("added", None, now, words("", now.title))
    if fold(was.title) != fold(now.title):
        return SectionChange(CHANGED, was, now, words(was.title, now.title))
    if moved:
        return SectionChange(MOVED, was, now, words(now.title, now.title))
    if was.number != now.number:
        return SectionChange(RENUMBERED, was, now, words(now.title, now.title))
    return None


def _is_statement(change: SectionChange, before: Document, after: Document) -> bool:
    """Whether the heading is itself a statement, whose change is told among the statements."""
    section, document = (change.after, after) if change.after else (change.before, before)
    assert section is not None
    heading = section.heading
    return any(heading.start <= one.place.start < heading.end for one in document.items)


def _parent_changed(was: Section, now: Section, twins: dict[str, str]) -> bool:
    """Whether it hangs elsewhere; a parent that was itself removed or added is no move."""
    if was.parent is None or now.parent is None:
        return (was.parent is None) != (now.parent is None) and (was.parent in twins or now.parent in twins.values())
    return was.parent in twins and now.parent in twins.values() and twins[was.parent] != now.parent


def _by_body(before: Document, after: Document, pairs: Pairs) -> Pairs:
    """Sections whose title became another one while what stands under it stayed much the same."""
    left = [a for a in range(len(before.sections)) if a not in {a for a, _ in pairs}]
    right = [b for b in range(len(after.sections)) if b not in {b for _, b in pairs}]
    old, new = ([_body(d, d.sections[r]) for r in ranks] for d, ranks in ((before, left), (after, right)))
    found = paired(old, new, lambda text: text, lambda _: None, _BODIES_ALIKE)
    return [(left[a], right[b]) for a, b in found if old[a] and new[b]]


def _body(document: Document, section: Section) -> str:
    return fold(document.text[section.heading.end : section.place.end][:_BODY])


# --- wordings -------------------------------------------------------------------------------------------------------


def _statement(item: Item) -> Line:
    deadline = (item.deadline.text, item.deadline.date) if item.deadline else None
    known: tuple[tuple[str, object], ...] = (
        ("kind", item.kind),
        ("number", item.number),
        ("owners", item.owners or None),
        ("deadline", deadline),
        ("quantity", item.quantity.text if item.quantity else None),
    )
    return Line(item.kind, item.number, item.text, item.place, item.id, known)


def _analysis(document: Document) -> list[Line]:
    lines = [Line(s.kind, s.number, s.text, s.place, None, (("number", s.number),)) for s in document.swot]
    for domain in document.risk_domains:
        crossed = tuple((name, getattr(domain, name) or None) for name in ("weaknesses", "threats", "objectives"))
        lines.append(Line("risk_domain", domain.number, domain.title, domain.place, None, crossed))
    return lines


def _paragraphs(document: Document) -> list[Line]:
    """What is neither heading, statement, line of the analysis nor table: those are compared as what they are."""
    groups = (document.items, document.swot, document.risk_domains, document.tables)
    taken = sorted(one.place for group in groups for one in group)
    starts = [place.start for place in taken]
    lines = []
    for paragraph in document.paragraphs:
        if paragraph.kind in ("heading", "table") or not paragraph.text.strip():
            continue
        if not _is_taken(paragraph.place, taken, starts):
            lines.append(Line("paragraph", paragraph.label, paragraph.text, paragraph.place, paragraph.section))
    return lines


def _is_taken(place: Place, taken: Sequence[Place], starts: Sequence[int]) -> bool:
    rank = bisect_left(starts, place.end)
    return any(other.end > place.start for other in taken[max(0, rank - 3) : rank])


def _wordings(before: Sequence[Line], after: Sequence[Line], alike: float = ALIKE) -> tuple[WordingChange, ...]:
    pairs: Pairs = []
    rest_before, rest_after = list(range(len(before))), list(range(len(after)))
    for same_kind in (True, False):
        kinds = {before[a].kind for a in rest_before} if same_kind else {""}
        for kind in sorted(kinds):
            a_ranks = [a for a in rest_before if not same_kind or before[a].kind == kind]
            b_ranks = [b for b in rest_after if not same_kind or after[b].kind == kind]
            found = _paired_lines(before, after, a_ranks, b_ranks, alike)
            pairs += found
        rest_before = _without(rest_before, [a for a, _ in pairs])
        rest_after = _without(rest_after, [b for _, b in pairs])
    changes: list[tuple[int, WordingChange]] = []
    for a, b in pairs:
        change = _wording(before[a], after[b])
        if change is not None:
            changes.append((2 * b, change))
    changes += [(2 * b, WordingChange(None, after[b], words("", after[b].text))) for b in rest_after]
    for a in rest_before:
        follows = max((b for one, b in pairs if one < a), default=-1)
        changes.append((2 * follows + 1, WordingChange(before[a], None, words(before[a].text, ""))))
    return tuple(change for _, change in sorted(changes, key=lambda one: one[0]))


def _paired_lines(
    before: Sequence[Line], after: Sequence[Line], a_ranks: list[int], b_ranks: list[int], alike: float
) -> Pairs:
    old, new = [before[a] for a in a_ranks], [after[b] for b in b_ranks]
    found = paired(old, new, lambda line: fold(line.text), _number, alike)
    return [(a_ranks[a], b_ranks[b]) for a, b in found]


def _number(line: Line) -> str | None:
    """The number that a line goes by; a bullet is none."""
    return line.number if line.number and line.number[0].isalnum() and line.kind != "paragraph" else None


def _without(ranks: list[int], taken: Sequence[int]) -> list[int]:
    gone = set(taken)
    return [rank for rank in ranks if rank not in gone]


def _wording(was: Line, now: Line) -> WordingChange | None:
    old = dict(was.fields)
    changed = tuple(FieldChange(name, old.get(name), value) for name, value in now.fields if old.get(name) != value)
    if fold(was.text) == fold(now.text):
        return WordingChange(was, now, words(now.text, now.text), changed) if changed else None
    return WordingChange(was, now, words(was.text, now.text), changed)
