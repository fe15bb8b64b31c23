"""From paragraphs to items: the statements at the levels that the framework names, by the forms it gives for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from filrouge.domain.language.words import fold
from filrouge.domain.model import OBJECTIVE_KINDS, Framework, Item, Level, Place, Section
from filrouge.domain.reading.attributes import with_attributes, with_own_attributes
from filrouge.domain.reading.drafts import Draft
from filrouge.domain.reading.guidance import is_guidance, states
from filrouge.domain.reading.levels import LevelLabel, LevelNames, is_title, untitled
from filrouge.domain.reading.nested import nested_statements
from filrouge.domain.reading.outline import Heading, Outline
from filrouge.domain.reading.owners import leading_owners, owners_only, split_owners, trailing_owners
from filrouge.domain.reading.paragraphs import Para
from filrouge.domain.reading.rows import read_rows


@dataclass
class _Work:
    """What the passes over the paragraphs share: who has been taken, and what was found so far."""

    paras: Sequence[Para]
    framework: Framework
    names: LevelNames
    outline: Outline
    drafts: list[Draft] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    heads: dict[int, Heading] = field(default_factory=dict)
    groups: int = 0

    def add(self, draft: Draft, *more: int) -> None:
        self.drafts.append(draft)
        self.taken.update({draft.at, *more})


def find_statements(paras: Sequence[Para], framework: Framework, names: LevelNames, outline: Outline) -> list[Draft]:
    """All statements in the order of the text, with their owners; headings that label one (``Objective 3``)
    included."""
    work = _Work(paras, framework, names, outline)
    for heading in outline.headings:
        work.heads.update(dict.fromkeys(range(heading.index, heading.through + 1), heading))
    for row in read_rows(paras, framework.levels, names):
        work.groups += 1
        draft = Draft(row.level.kind, row.number, _trim(row.text), row.place, row.at, row.owners, 0.95, (), work.groups)
        work.add(replace(draft, due=row.due, last=max(row.used)), *row.used)
    _labelled(work)
    for draft in list(nested_statements(paras, work.drafts, work.taken, work.heads, framework)):
        work.add(draft)
    _announced(work)
    for level in framework.levels:
        if {"bulleted", "numbered"} & set(level.forms):
            _listed(work, level)
    _priorities_as_headings(work)
    work.drafts.sort(key=lambda d: (d.at, d.place.start))
    drafts = [with_own_attributes(_of_section(work, draft)) for draft in _first_of_each(work.drafts)]
    return with_attributes(paras, _with_trailing_owners(drafts), work.heads)


def _of_section(work: _Work, draft: Draft) -> Draft:
    """A plain objective in a section made for objectives of a level, by the framework or by its title, is of that
    level."""
    if draft.kind != "objective":
        return draft
    for level in work.framework.levels:
        if level.sections and level.kind in OBJECTIVE_KINDS and _within(work, draft.at, level):
            return replace(draft, kind=level.kind)
    above = [
        s for s in work.outline.sections if s.place.covers(draft.place.start) and s.heading.start < draft.place.start
    ]
    named = work.names.announced(above[-1].title, work.names.objectives) if above else None
    return replace(draft, kind=named.kind) if named else draft


def _labelled(work: _Work) -> None:
    """Statements under a label of their own: ``Strategic objective 4`` with the title beside or below it."""
    for i, para in enumerate(work.paras):
        label = work.names.find(para) if not para.footnote and not para.look.grid and para.cell is None else None
        if label is None or "label" not in label.level.forms or label.level.kind == "theme":
            continue
        if label.number is None and label.level.kind == "action" and not _within(work, i, label.level):
            continue
        draft, used = _from_label(work, i, label)
        if draft is not None:
            work.add(draft, *used)


def _from_label(work: _Work, i: int, label: LevelLabel) -> tuple[Draft | None, list[int]]:
    para = work.paras[i]
    owners: tuple[str, ...] = ()
    text, end, used = label.rest, para.place.end, [i]
    at = i + 1
    while at < len(work.paras) and at <= i + 3:
        below = work.paras[at]
        if not owners and owners_only(below.text) and below.label is None:
            owners, used = split_owners(below.text), [*used, at]
        elif not text and is_title(below):
            text, end, used = below.text, below.place.end, [*used, at]
        elif not below.footnote:
            break
        at += 1
    if not text:
        return None, []
    lead, text = leading_owners(untitled(text))
    number = label.number
    found = lead or owners
    draft = Draft(label.level.kind, number, _trim(text), Place(para.place.start, end), i, found, last=max(used))
    return draft, used


def _announced(work: _Work) -> None:
    """Lists under a lead-in that names the level: ``Our ambitions are:``."""
    levels = [level for level in work.framework.levels if "lead_in" in level.forms]
    if not levels:
        return
    for i, para in enumerate(work.paras):
        lead = para.text if para.text.endswith(":") else None
        if lead is None and i in work.heads and i == work.heads[i].through and work.heads[i].known is None:
            lead = para.text
        if lead is None or len(para.text) > 160 or i in work.taken or para.footnote:
            continue
        alone = lead.count(" ") <= 2 and para.text.endswith(":")
        level = work.names.announced(lead, [lv for lv in levels if alone or _within(work, i, lv)])
        if level is None:
            continue
        work.groups += 1
        for j in _list_below(work, i):
            if is_guidance(work.paras[j].text):
                continue
            work.add(_from_list(work.paras[j], level, j, work.groups))


def _list_below(work: _Work, i: int) -> Iterable[int]:
    """The items of the list that starts right below a lead-in; nested bullets belong to the item above them."""
    kind: str | None = None
    depth: int | None = None
    for j in range(i + 1, len(work.paras)):
        para = work.paras[j]
        if para.footnote:
            continue
        if para.label is None or j in work.heads or j in work.taken:
            if kind is None and para.label is None and para.text.endswith((";", ",")) and j not in work.heads:
                kind = "none"
            if kind != "none" or para.label is not None or j in work.heads:
                return
        if kind is None and para.label is not None:
            kind, depth = para.label.kind, para.look.look.list_level
        if kind == "none":
            yield j
            if para.text.endswith("."):
                return
        elif (
            para.label is not None and para.label.kind == kind and (depth is None or para.look.look.list_level == depth)
        ):
            yield j


def _from_list(para: Para, level: Level, j: int, group: int, confidence: float = 1.0) -> Draft:
    owners, text = leading_owners(para.text)
    number = para.label.value or None if para.label and para.label.kind != "bullet" else None
    return Draft(level.kind, number, _trim(text), para.place, j, owners, confidence, (), group)


def _listed(work: _Work, level: Level) -> None:
    """Numbered or bulleted paragraphs in the sections of a level, or under its theme; a list within a list is left
    out."""
    wanted = {"bullet"} if "bulleted" in level.forms else set()
    wanted |= {"number", "letter", "roman", "mixed"} if "numbered" in level.forms else set()
    if any(draft.kind == level.kind and draft.group == -1 for draft in work.drafts):
        return  # they have labels of their own: a list near them is something else
    for start, end in _spans(work, level):
        work.groups += 1
        outer: str | None = None
        for j in range(start, end):
            para = work.paras[j]
            if para.footnote:
                continue
            if para.label is None or j in work.heads:
                outer = None
                continue
            outer = outer or para.label.kind
            if j in work.taken or para.look.grid or para.label.kind != outer or outer not in wanted:
                continue
            if not (para.look.look.list_level or 0) and states(para.text, level.kind):
                work.add(_from_list(para, level, j, work.groups, 0.9))


def _spans(work: _Work, level: Level) -> list[tuple[int, int]]:
    """The runs of paragraphs in which a level's lists count."""
    headings = work.outline.headings
    spans: list[tuple[int, int]] = []
    for rank, (heading, section) in enumerate(zip(headings, work.outline.sections, strict=True)):
        if level.sections:
            inside = _answers(work, section, level.sections)
        else:
            inside = level.parent == "theme" and _theme_above(work, rank)
        if inside:
            end = headings[rank + 1].index if rank + 1 < len(headings) else len(work.paras)
            spans.append((heading.through + 1, end))
    return spans


def _answers(work: _Work, section: Section | None, wanted: Sequence[str]) -> bool:
    """The section, or one that it stands under, answers to one of the framework's sections."""
    by_id = {s.id: s for s in work.outline.sections}
    while section is not None:
        if section.framework_section in wanted:
            return True
        section = by_id.get(section.parent) if section.parent else None
    return False


def _within(work: _Work, i: int, level: Level) -> bool:
    if not level.sections:
        return True
    offset = work.paras[i].place.start
    holder = None
    for section in work.outline.sections:
        if section.place.covers(offset):
            holder = section
    return _answers(work, holder, level.sections)


def _theme_above(work: _Work, rank: int) -> bool:
    """A heading that is a theme or stands under one: its section has a code."""
    return work.outline.sections[rank].id[0].isupper()


def _priorities_as_headings(work: _Work) -> None:
    """Each heading directly under a section of the level is a statement, where the level is written so."""
    for level in work.framework.levels:
        if "heading" not in level.forms or level.kind == "theme" or any(d.kind == level.kind for d in work.drafts):
            continue
        by_id = {s.id: s for s in work.outline.sections}
        for heading, section in zip(work.outline.headings, work.outline.sections, strict=True):
            parent = by_id.get(section.parent) if section.parent else None
            if parent is None or parent.framework_section not in level.sections or heading.index in work.taken:
                continue
            number = heading.number
            work.add(Draft(level.kind, number, heading.title, section.heading, heading.index, (), 0.8))


def _trim(text: str) -> str:
    """Without the punctuation that separates items of a list."""
    return text.strip().rstrip(";,").rstrip()


def _first_of_each(drafts: list[Draft]) -> list[Draft]:
    """A numbered statement that is quoted again further on counts once, where it first stands."""
    seen: dict[tuple[str, str], str] = {}
    kept = []
    for draft in drafts:
        if draft.number is not None and draft.group == -1:
            key = (draft.kind, draft.number)
            words = fold(draft.text)
            if key in seen and (seen[key] == words or words.startswith(seen[key]) or seen[key].startswith(words)):
                continue
            seen.setdefault(key, words)
        kept.append(draft)
    return kept


def _with_trailing_owners(drafts: list[Draft]) -> list[Draft]:
    """Take a bracket at the end as the owner where most statements of the list end so."""
    out = list(drafts)
    groups: dict[tuple[str, int], list[int]] = {}
    for rank, draft in enumerate(drafts):
        groups.setdefault((draft.kind, draft.group), []).append(rank)
    for ranks in groups.values():
        open_ = [r for r in ranks if not out[r].owners]
        found = {r: trailing_owners(out[r].text) for r in open_}
        plain = {r: trailing_owners(out[r].text, plain=True) for r in open_}
        if len(open_) >= 3 and sum(bool(owners) for owners, _ in plain.values()) >= 0.8 * len(open_):
            found = plain
        ending = [r for r in open_ if found[r][0]]
        if ending and (len(ending) >= 0.5 * len(open_) or _known(out, found)):
            for r in ending:
                owners, text = found[r]
                out[r] = replace(out[r], owners=owners, text=_trim(text))
    return out


def _known(drafts: Sequence[Draft], found: dict[int, tuple[tuple[str, ...], str]]) -> bool:
    known = {fold(o) for d in drafts for o in d.owners}
    return bool(known) and all(fold(o) in known for owners, _ in found.values() for o in owners)


def with_parents(
    drafts: Sequence[Draft], framework: Framework, section_of: Sequence[str | None], holders: Sequence[int | None]
) -> tuple[Item, ...]:
    """Number the items and hang each under its parent.

    That is the statement under whose heading it stands (``holders``, ranks of drafts), else one whose number it extends
    (``2.1`` under ``2``), else the last of a higher level above it in its section.
    """
    parents: dict[str, list[str]] = {}
    for level in framework.levels:
        if level.parent:
            parents.setdefault(level.kind, []).append(level.parent)
    items: list[Item] = []
    for rank, draft in enumerate(drafts):
        above = _under(draft, items, holders[rank])
        if above is None:
            kinds = _ancestry(draft.kind, parents)
            above = _parent(draft, [i for i in items if i.kind in kinds], section_of[rank])
        items.append(
            Item(
                id=f"i{rank + 1}",
                kind=draft.kind,
                number=draft.number,
                text=draft.text,
                section=section_of[rank],
                parent=above.id if above else None,
                place=draft.place,
                owners=draft.owners,
                confidence=draft.confidence,
                doubts=draft.doubts,
            )
        )
    return tuple(items)


_ORDER = ("theme", "priority", "strategic_objective", "operational_objective", "objective", "ambition", "action")


def _under(draft: Draft, items: Sequence[Item], holder: int | None) -> Item | None:
    """The statement whose heading this one stands under, where it is of a higher level."""
    if holder is None or holder >= len(items) or draft.kind not in _ORDER or items[holder].kind not in _ORDER:
        return None
    return items[holder] if _ORDER.index(items[holder].kind) < _ORDER.index(draft.kind) else None


def _ancestry(kind: str, parents: dict[str, list[str]]) -> frozenset[str]:
    """The kinds an item may hang under: its level's parent, the parent's parent, and a plain objective for any of
    them."""
    out: set[str] = set()
    queue = list(parents.get(kind, []))
    while queue:
        nearest = queue.pop(0)
        if nearest not in out and nearest != kind:
            out.add(nearest)
            queue += parents.get(nearest, [])
    return frozenset((out | {"objective"}) - {kind} if out else out)


def _parent(draft: Draft, candidates: Sequence[Item], section: str | None) -> Item | None:
    if draft.number and "." in draft.number:
        stem = draft.number.rpartition(".")[0]
        same = [i for i in candidates if i.number == stem]
        if same:
            return same[-1]
    near = [i for i in candidates if i.section == section]
    return near[-1] if near else None
