"""From headings to sections: which heading stands under which, and what of the framework it answers to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from filrouge.domain.language.words import fold
from filrouge.domain.model import Framework, Place, Section
from filrouge.domain.reading.headings import Candidate, Look, find_candidates
from filrouge.domain.reading.labels import roman
from filrouge.domain.reading.levels import LevelNames, is_title, untitled
from filrouge.domain.reading.owners import owners_only
from filrouge.domain.reading.paragraphs import Para


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its level: paragraph ``index``, and ``through`` the last paragraph of its title."""

    index: int
    through: int
    title: str
    number: str | None
    level: int
    known: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Outline:
    headings: tuple[Heading, ...]
    sections: tuple[Section, ...]


def framework_titles(framework: Framework | None) -> dict[str, str]:
    """Folded titles and aliases, in every language, with the id of their section; a title two sections share is left
    out."""
    titles: dict[str, str] = {}
    shared: set[str] = set()
    for section in framework.sections if framework else ():
        for title in {fold(t) for t in (*section.title.all(), *section.aliases.all())}:
            if titles.setdefault(title, section.id) != section.id:
                shared.add(title)
    return {title: known for title, known in titles.items() if title not in shared}


def answering(title: str, titles: Mapping[str, str]) -> str | None:
    """The framework's section that a heading answers to: the same words, but for a bracket, small words or a few
    letters."""
    words = fold(title)
    if words in titles:
        return titles[words]
    bare = _BRACKET.sub("", words).strip(" :.*-")
    bare = _SMALL.sub("", bare)
    if bare in titles:
        return titles[bare]
    if len(bare) < 12:
        return None
    from rapidfuzz import fuzz, process

    found = process.extractOne(bare, titles.keys(), scorer=fuzz.ratio, score_cutoff=88)
    return titles[found[0]] if found else None


_BRACKET = re.compile(r"\s*\([^()]*\)")
_SMALL = re.compile(r"^(?:nos|notre|mes|mon|ma|les|le|la|l'|onze|ons|de|het|unsere|unser|die|der|das|our|the|my)\s*")


def build_outline(paras: Sequence[Para], framework: Framework | None, names: LevelNames, end: int) -> Outline:
    """Find the headings of a document and nest them. ``end`` is the length of the text."""
    titles = framework_titles(framework)
    found: list[Candidate] = []
    headings: list[Heading] = []
    for candidate in find_candidates(paras, titles, names):
        if headings and candidate.index <= headings[-1].through:
            continue  # the title below a bare label, which that heading took already
        found.append(candidate)
        headings.append(_heading(paras, candidate))
    headings = [replace(h, level=level) for h, level in zip(headings, _levels(found, framework), strict=True)]
    headings = [h if h.known or not titles else replace(h, known=answering(h.title, titles)) for h in headings]
    headings = _by_number(headings, framework)
    sections = _sections(paras, headings, end)
    return Outline(tuple(headings), sections)


def _by_number(headings: list[Heading], framework: Framework | None) -> list[Heading]:
    """Where the top headings carry just the numbers of the framework's own parts, five or more, each answers to its
    number."""
    own = {s.number: s.id for s in framework.sections if s.number and s.level == 1} if framework else {}
    tops = [h for h in headings if h.level == _top(headings) and _plain_number(h.number) is not None]
    numbers = [_plain_number(h.number) for h in tops]
    if len(own) < 5 or sorted(own) != sorted(map(str, numbers)):
        return headings
    taken = {h.known for h in headings}
    out = []
    for heading in headings:
        known = own.get(str(_plain_number(heading.number))) if heading in tops and heading.known is None else None
        out.append(replace(heading, known=known) if known and known not in taken else heading)
    return out


def _top(headings: Sequence[Heading]) -> int:
    """The level of the first numbered heading."""
    return next((h.level for h in headings if h.number), 1)


def _plain_number(number: str | None) -> int | None:
    if number is None:
        return None
    return int(number) if number.isdigit() else roman(number)


def _heading(paras: Sequence[Para], candidate: Candidate) -> Heading:
    para = paras[candidate.index]
    number = para.label.value or None if para.label and para.label.kind != "bullet" else None
    title, through = para.text, candidate.index
    if candidate.level_label is not None:
        number, title = candidate.level_label.number, candidate.level_label.rest
    if not title:
        title = para.whole
        for below in range(candidate.index + 1, min(candidate.index + 4, len(paras))):
            if owners_only(paras[below].text):
                continue
            if is_title(paras[below]):
                title, through = untitled(paras[below].text), below
            break
    return Heading(candidate.index, through, title, number, 1, candidate.known, candidate.confidence)


def _levels(found: Sequence[Candidate], framework: Framework | None) -> list[int]:
    """A level for each candidate, from 1. A look first seen under another stands below it from then on."""
    order: list[Look] = []
    stack: list[Look] = []
    levels: list[int] = []
    trusted = framework is not None and sum(c.known is not None for c in found) >= max(5, len(found) // 2)
    last = 1
    for candidate in found:
        look = candidate.look
        if trusted and candidate.known is not None and framework is not None and _flat(found):
            last = framework.sections_by_id[candidate.known].level
            levels.append(last)
            continue
        if trusted and _flat(found):
            levels.append(last if candidate.known is None and levels else 1)
            continue
        if _is_annex(look) and order:
            look = order[0]
        if (
            order
            and look not in order[:1]
            and look[-1] == "plain"
            and look[0] == order[0][0]
            and _is_top(candidate, framework)
        ):
            look = order[0]
        if look not in order:
            _admit(order, stack, look)
        rank = order.index(look)
        while stack and order.index(stack[-1]) >= rank:
            stack.pop()
        stack.append(look)
        levels.append(len(stack))
    return levels


def _is_top(candidate: Candidate, framework: Framework | None) -> bool:
    """The framework knows the title as one of its highest sections."""
    return (
        candidate.known is not None and framework is not None and framework.sections_by_id[candidate.known].level == 1
    )


def _flat(found: Sequence[Candidate]) -> bool:
    """The looks say nothing of depth: one look for nearly all headings."""
    looks = [c.look for c in found]
    most = max((looks.count(look) for look in set(looks)), default=0)
    return most >= 0.8 * len(looks) and not any(look[0] == "style" or "number" in str(look[-1]) for look in looks[:3])


def _place(order: list[Look], stack: list[Look], look: Look) -> int:
    """Where a look seen for the first time ranks: by style or size where the file tells, else just below the one above
    it."""
    if look[0] == "style":
        below = [i for i, other in enumerate(order) if other[0] == "style" and int(str(other[1])) > int(str(look[1]))]
        if below:
            return below[0]
        above = [i for i, other in enumerate(order) if other[0] == "style"]
        return above[-1] + 1 if above else (order.index(stack[-1]) + 1 if stack else 0)
    size = look[0]
    if isinstance(size, float):
        smaller = [i for i, o in enumerate(order) if isinstance(o[0], float) and o[0] < size - 0.4]
        if smaller:
            return smaller[0]
    depth = _depth(look)
    if depth is not None:
        deeper = [i for i, o in enumerate(order) if (d := _depth(o)) is not None and d > depth and o[:-1] == look[:-1]]
        if deeper:
            return deeper[0]
    return order.index(stack[-1]) + 1 if stack else 0


def _is_annex(look: Look) -> bool:
    return str(look[-1]) == "word annex"


def _admit(order: list[Look], stack: list[Look], look: Look) -> None:
    """Give a look seen for the first time its rank. A plain line, without label, size or weight of its own, ranks below
    every labelled look of the same size and weight."""
    place = _place(order, stack, look)
    shape = str(look[-1])
    alike = [o for o in order if o[:-1] == look[:-1]] if look[0] not in {"style", "level"} else []
    plain = next((o for o in alike if o[-1] == "plain"), None)
    if shape == "plain":
        place = max([place, *(order.index(o) + 1 for o in alike if " " in str(o[-1]))])
    order.insert(place, look)
    if " " in shape and plain is not None and order.index(plain) < order.index(look):
        order.remove(plain)
        order.insert(order.index(look) + 1, plain)


def _depth(look: Look) -> int | None:
    kind, _, rest = str(look[-1]).partition(" ")
    if kind != "number":
        return None
    return int(rest) if rest.isdigit() else 1


def _sections(paras: Sequence[Para], headings: Sequence[Heading], end: int) -> tuple[Section, ...]:
    sections: list[Section] = []
    path: list[Section] = []
    for rank, heading in enumerate(headings):
        start = paras[heading.index].place.start
        stop = next((paras[h.index].place.start for h in headings[rank + 1 :] if h.level <= heading.level), end)
        while path and path[-1].level >= heading.level:
            path.pop()
        place = Place(start, max(stop, start))
        title_place = Place(start, paras[heading.through].place.end)
        section = Section(
            id=f"s{rank + 1}",
            number=heading.number,
            title=heading.title,
            level=heading.level,
            place=place,
            heading=title_place,
            parent=path[-1].id if path else None,
            framework_section=heading.known,
            confidence=heading.confidence,
        )
        sections.append(section)
        path.append(section)
    return tuple(sections)


def renamed(sections: Sequence[Section], names: Mapping[str, str]) -> tuple[Section, ...]:
    """The sections with other ids: those of a framework's codes (``T1``, ``P3.A``)."""
    return tuple(
        replace(s, id=names.get(s.id, s.id), parent=names.get(s.parent, s.parent) if s.parent else None)
        for s in sections
    )
