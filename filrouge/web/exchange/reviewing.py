"""What the review shows: the proposed parts in reading order, page by page, beside the text that they came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from filrouge.apps.exchange.services.review import is_confirmed, is_doubtful
from filrouge.domain.model.plan import Action, Objective, Plan, PlanPart, PlanSection, PlanTable, Words
from filrouge.domain.planning.showing import Shown, shown
from filrouge.web.exchange.words import doubt, part_kind

PART_PAGE = 40
TEXT_PAGE = 12_000
_AROUND = 160
_STATEMENTS = ("objectives", "actions")


@dataclass(frozen=True, slots=True)
class Proposed:
    """One proposed part. ``held_in`` is the list of the plan that holds it; ``depth`` how deep it hangs."""

    part: PlanPart
    held_in: str
    depth: int
    kind: str
    main: str
    columns: int = 0

    @property
    def id(self) -> str:
        return self.part.id

    @property
    def number(self) -> str:
        return str(getattr(self.part, "number", ""))

    @property
    def words(self) -> Words:
        found = getattr(self.part, "text", None) or getattr(self.part, "title", None)
        return found if isinstance(found, Words) else Words()

    @property
    def body(self) -> Words | None:
        """What a section or a statement says besides."""
        return getattr(self.part, "body", None) or getattr(self.part, "details", None)

    @property
    def span(self) -> tuple[int, int] | None:
        origin = getattr(self.part, "origin", None)
        return (origin.start, origin.end) if origin else None

    @property
    def is_doubtful(self) -> bool:
        return is_doubtful(self.part)

    @property
    def is_confirmed(self) -> bool:
        return is_confirmed(self.part)

    @property
    def is_heading(self) -> bool:
        return self.held_in == "sections"

    @property
    def is_statement(self) -> bool:
        return self.held_in in _STATEMENTS

    @property
    def percent(self) -> int:
        origin = getattr(self.part, "origin", None)
        return round(100 * origin.confidence) if origin else 100

    @property
    def doubts(self) -> list[str]:
        origin = getattr(self.part, "origin", None)
        if origin is None or not self.is_doubtful:
            return []
        return [doubt(code) for code in origin.doubts] or [doubt("unsure")]

    @property
    def facts(self) -> list[str]:
        """Owner, deadline and quantity, short."""
        part = self.part
        if not isinstance(part, (Objective, Action)):
            return []
        return [one for one in (", ".join(part.owners), part.deadline, part.quantity) if one]

    @property
    def table(self) -> PlanTable | None:
        return self.part if isinstance(self.part, PlanTable) else None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the original. ``id`` is that of the part recognised in it, empty for none; ``first`` marks the first
    piece of a part, which carries its sign."""

    text: str
    id: str = ""
    sign: str = ""
    first: bool = False
    doubtful: bool = False
    elsewhere: bool = False


@dataclass(slots=True)
class Page:
    """Some parts, and the stretch of the original from ``start`` to ``end``."""

    items: list[Proposed] = field(default_factory=list)
    start: int = 0
    end: int = 0


class Review:
    """A proposal as pages."""

    def __init__(self, plan: Plan, text: str) -> None:
        self.plan = plan
        self.text = text

    @cached_property
    def items(self) -> list[Proposed]:
        """Every part, in reading order."""
        return [item for one in shown(self.plan) for item in self._of(one)]

    def _of(self, one: Shown) -> Iterator[Proposed]:
        if one.section is not None:
            yield self._made(one.section, "sections", one.depth - 1)
        if one.heads is not None:
            yield self._made(one.heads, _list_of(one.heads), self._depths.get(one.heads.id, 0))
        for statement in one.statements:
            yield self._made(statement, _list_of(statement), self._depths.get(statement.id, 0))
        for name, parts in (("swot", one.swot), ("risk_domains", one.risk_domains), ("tables", one.tables)):
            yield from (self._made(part, name, 0) for part in parts)

    def _made(self, part: PlanPart, name: str, depth: int) -> Proposed:
        columns = (
            max((len(line) for line in part.lines), default=len(part.columns)) if isinstance(part, PlanTable) else 0
        )
        return Proposed(part, name, min(depth, 4), part_kind(part, name), self.plan.language, columns)

    @cached_property
    def _depths(self) -> dict[str, int]:
        """How deep each statement hangs under others."""
        found: dict[str, int] = {}
        for one in self.plan.objectives:
            found[one.id] = found.get(one.parent or "", -1) + 1
        for action in self.plan.actions:
            found[action.id] = max((found.get(c.objective, -1) + 1 for c in action.contributions[:1]), default=0)
        return found

    @cached_property
    def doubtful(self) -> list[Proposed]:
        return [one for one in self.items if one.is_doubtful]

    @cached_property
    def sure(self) -> int:
        """How many parts are sure and nobody confirmed yet."""
        return sum(1 for one in self.items if not one.is_doubtful and not one.is_confirmed)

    @cached_property
    def pages(self) -> list[Page]:
        """The parts in pages that a person can take in, each with its stretch of the original."""
        pages = list(self._parted())
        at = 0
        for page, after in zip(pages, [*pages[1:], None], strict=True):
            page.start = at
            starts = [one.span[0] for one in after.items if one.span] if after else []
            page.end = max(at, min(starts)) if starts else (at if after else len(self.text))
            at = page.end
        return [one for page in pages for one in _cut(page)]

    def _parted(self) -> Iterator[Page]:
        page = Page()
        first: int | None = None
        for item in self.items:
            start = item.span[0] if item.span else None
            far = first is not None and start is not None and start - first > TEXT_PAGE
            full = len(page.items) >= PART_PAGE or (item.is_heading and len(page.items) >= PART_PAGE * 2 // 3)
            if page.items and (full or far):
                yield page
                page, first = Page(), None
            page.items.append(item)
            first = start if first is None else first
        yield page

    def page_of(self, id: str) -> int:
        """The number of the page that shows a part, from 1."""
        return next((rank for rank, page in enumerate(self.pages, 1) if any(one.id == id for one in page.items)), 1)

    def stretches(self, page: Page) -> list[Stretch]:
        """The original of a page, cut where a part begins or ends; within parts the innermost one counts."""
        here = {one.id for one in page.items}
        return stretches(self.text, page.start, page.end, self.items, here)

    def excerpt(self, item: Proposed) -> list[Stretch]:
        """The original around one part."""
        if item.span is None or not self.text:
            return []
        start, end = max(0, item.span[0] - _AROUND), min(len(self.text), item.span[1] + _AROUND)
        end = min(end, start + 8 * _AROUND)
        while 0 < start < item.span[0] and not self.text[start - 1].isspace():
            start += 1
        while item.span[1] < end < len(self.text) and not self.text[end].isspace():
            end -= 1
        found = stretches(self.text, start, end, [item], {item.id})
        before = [Stretch("… ")] if start else []
        return [*before, *found, *([Stretch(" …")] if end < len(self.text) else [])]


def _list_of(part: PlanPart) -> str:
    return "actions" if isinstance(part, Action) else "objectives"


def _cut(page: Page) -> Iterator[Page]:
    """A page, and more for the rest of a stretch that is too long for one."""
    end = page.end
    page.end = min(end, page.start + 2 * TEXT_PAGE)
    yield page
    at = page.end
    while at < end:
        yield Page([], at, min(end, at + 2 * TEXT_PAGE))
        at += 2 * TEXT_PAGE


def stretches(text: str, start: int, end: int, items: Iterable[Proposed], here: set[str]) -> list[Stretch]:
    """A stretch of text cut into what belongs to no part and what belongs to one."""
    inside = [one for one in items if one.span and one.span[0] < end and one.span[1] > start]
    edges = sorted({start, end, *(edge for one in inside if one.span for edge in one.span if start < edge < end)})
    owners: list[Proposed | None] = []
    by_length = sorted(inside, key=lambda one: one.span[1] - one.span[0] if one.span else 0)
    for left in edges[:-1]:
        owners.append(next((one for one in by_length if one.span and one.span[0] <= left < one.span[1]), None))
    seen: set[str] = set()
    found: list[Stretch] = []
    for left, right, owner in zip(edges, edges[1:], owners, strict=False):
        if owner is None:
            found.append(Stretch(text[left:right]))
            continue
        sign = " ".join(filter(None, (owner.kind, owner.number)))
        first = owner.id not in seen
        seen.add(owner.id)
        found.append(Stretch(text[left:right], owner.id, sign, first, owner.is_doubtful, owner.id not in here))
    return found


def parents_for(plan: Plan, id: str) -> Sequence[tuple[str, str]]:
    """The parts under which one may be put, as (id, name) in reading order: its own kind of tree, without itself and
    what hangs under it. Of an action the objectives."""
    part = plan.parts[id]
    if isinstance(part, (Objective, Action)):
        parts: Sequence[Objective | PlanSection] = plan.objectives
    elif isinstance(part, PlanSection):
        parts = plan.sections
    else:
        return ()
    below = {id}
    for one in parts:
        if one.parent in below:
            below.add(one.id)
    return [(one.id, brief(one)) for one in parts if one.id not in below]


def brief(part: PlanPart) -> str:
    """A part in a line: its number and its first words."""
    words = getattr(part, "text", None) or getattr(part, "title", "")
    said = f"{getattr(part, 'number', '')} {words}".strip()
    return said if len(said) <= 80 else f"{said[:80].rstrip()}…"
