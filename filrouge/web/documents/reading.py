"""A plan laid out for the screen: sections in order, each with its words, statements, analysis, tables and guidance."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from filrouge.domain.model import Framework
from filrouge.domain.model.plan import (
    Action,
    Objective,
    Plan,
    PlanRiskDomain,
    PlanSection,
    PlanSwotItem,
    PlanTable,
    Words,
)
from filrouge.domain.objectives.tree import Tree
from filrouge.domain.planning.composition import Completeness, completeness, filled
from filrouge.domain.planning.showing import Shown, shown
from filrouge.web.common.languages import current
from filrouge.web.documents.grid import columns_of, values_of
from filrouge.web.documents.labels import COMMUNICATION, SWOT, kind_label

#: More parts than this are shown one top-level section at a time.
LARGE = 400
#: Stands in an address for what no section holds.
OUTSIDE = "outside"
_DEEPEST = 4


@dataclass(slots=True)
class Line:
    """A statement as it stands in the text: its depth under others of the section, and what its thread lacks."""

    part: Objective | Action
    depth: int
    kind: str
    is_action: bool
    derived_end: object = None
    gap: bool = False
    source: str = ""


@dataclass(slots=True)
class Table:
    """A table for the page: heads, rows of cells (of figures where ``figures``), totals marked."""

    table: PlanTable
    heads: Sequence[str]
    rows: Sequence[tuple[str, Sequence[object], bool]]
    figures: bool


@dataclass(slots=True)
class Part:
    """A section for the page. ``before`` and ``after`` are its words around the place of its statements."""

    section: PlanSection | None
    depth: int
    number: str = ""
    before: Words | None = None
    after: Words | None = None
    heads: Line | None = None
    lines: list[Line] = field(default_factory=list)
    swot: list[tuple[str, list[PlanSwotItem]]] = field(default_factory=list)
    risk_domains: list[PlanRiskDomain] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    guidance: str = ""
    required: bool = False
    is_empty: bool = False
    findings: int = 0
    statements: int = 0
    threaded: int = 0
    source: str = ""

    @property
    def id(self) -> str:
        return self.section.id if self.section else OUTSIDE

    @property
    def level(self) -> int:
        """The level of its heading on the page, whose own is the first."""
        return min(self.depth + 1, 6)

    @property
    def level_below(self) -> int:
        """The level of a heading within it."""
        return min(self.level + 1, 6)

    @property
    def indent(self) -> int:
        return min(self.depth, _DEEPEST)


@dataclass(slots=True)
class Layout:
    """The whole document, and what of it this page shows."""

    parts: list[Part]
    shown: list[Part]
    completeness: Completeness
    is_large: bool
    before: Part | None = None
    after: Part | None = None
    current: str = ""


def laid_out(
    plan: Plan,
    framework: Framework | None,
    *,
    findings: Mapping[str, int] | None = None,
    sources: Mapping[str, str] | None = None,
    section: str = "",
    everything: bool = False,
) -> Layout:
    """The document for the screen. ``findings`` counts by the id of a section or statement; ``sources`` says of parts
    that an addendum brought which one; ``section`` is the one asked for where the document is shown part by part."""
    sections = shown(plan)
    holding = filled(sections)
    tree = Tree(plan)
    counts = Counter(dict(findings or {}))
    parts = [_part(one, plan, framework, tree, holding, counts, sources or {}) for one in sections]
    parts = [one for one in parts if one.section is not None or one.lines or one.tables or one.swot or one.risk_domains]
    is_large = len(plan.objectives) + len(plan.actions) + len(plan.sections) > LARGE
    layout = Layout(parts, parts, completeness(plan, framework, holding), is_large)
    if is_large and not everything:
        _narrow(layout, section)
    return layout


def _narrow(layout: Layout, asked: str) -> None:
    """Show the top-level section in which the one asked for stands, else the first."""
    tops = [rank for rank, one in enumerate(layout.parts) if one.depth <= 1]
    at = next((rank for rank, one in enumerate(layout.parts) if one.id == asked), 0)
    place = max((index for index, rank in enumerate(tops) if rank <= at), default=0)
    ends = [*tops[1:], len(layout.parts)]
    layout.shown = layout.parts[tops[place] : ends[place]] if tops else layout.parts
    layout.current = layout.shown[0].id if layout.shown else ""
    layout.before = layout.parts[tops[place - 1]] if place else None
    layout.after = layout.parts[tops[place + 1]] if place + 1 < len(tops) else None


def _part(
    one: Shown,
    plan: Plan,
    framework: Framework | None,
    tree: Tree,
    holding: frozenset[str],
    findings: Counter[str],
    sources: Mapping[str, str],
) -> Part:
    section = one.section
    part = Part(section, one.depth)
    depths: dict[str, int] = {}
    served = bool(plan.actions)
    for statement in one.statements:
        part.lines.append(_line(statement, depths, tree, framework, served, sources))
    if one.heads is not None:
        part.heads = _line(one.heads, {}, tree, framework, served, sources)
    statements = [*([part.heads] if part.heads else []), *part.lines]
    objectives = [line for line in statements if not line.is_action]
    part.statements = len(objectives)
    part.threaded = sum(line.part.id in tree.carried_out for line in objectives)
    part.findings = sum(findings[line.part.id] for line in statements) + findings[part.id]
    part.swot = _swot(one)
    part.risk_domains = one.risk_domains
    part.tables = [table_shown(table) for table in one.tables]
    if section is None:
        return part
    part.number = section.number.strip()
    part.source = sources.get(section.id, "")
    part.is_empty = section.id not in holding
    part.before, part.after = parted(section.body, plan.language)
    known = framework.sections_by_id.get(section.framework_section) if framework else None
    if known is not None:
        part.guidance, part.required = known.guidance[current()], known.required
    return part


def parted(body: Words, main: str) -> tuple[Words | None, Words | None]:
    """The body for the reader before and after the place of the statements, in the language in which it is shown."""
    html, language = body.shown(current(), main)
    if not html:
        return None, None
    before, _, after = html.partition("<hr>")
    before, after = before.strip(), after.replace("<hr>", "").strip()
    return (
        Words(**{language: before}) if before else None,
        Words(**{language: after}) if after else None,
    )


def _line(
    part: Objective | Action,
    depths: dict[str, int],
    tree: Tree,
    framework: Framework | None,
    served: bool,
    sources: Mapping[str, str],
) -> Line:
    is_action = isinstance(part, Action)
    kind = "action" if isinstance(part, Action) else part.kind
    served_first = (one.objective for one in part.contributions) if isinstance(part, Action) else iter(())
    above = part.parent if isinstance(part, Objective) else next(served_first, None)
    depth = min(depths.get(above or "", -1) + 1, _DEEPEST)
    if not is_action:
        depths[part.id] = depth
    leaf = not is_action and not tree.below.get(part.id)
    gap = leaf and served and kind != "value" and part.id not in tree.carried_out
    return Line(
        part, depth, kind_label(kind, framework), is_action, tree.ends.get(part.id), gap, sources.get(part.id, "")
    )


def _swot(one: Shown) -> list[tuple[str, list[PlanSwotItem]]]:
    groups: dict[str, list[PlanSwotItem]] = defaultdict(list)
    for item in one.swot:
        groups[item.kind].append(item)
    return [(str(SWOT[kind]), groups[kind]) for kind in SWOT if kind in groups]


def table_shown(table: PlanTable) -> Table:
    """A table with the heads and rows that the page writes."""
    if table.kind == "communication":
        return Table(
            table, [str(head) for head in COMMUNICATION.values()], [("", line, False) for line in table.lines], False
        )
    if not table.rows:
        return Table(table, table.columns, [("", line, False) for line in table.lines], False)
    keys = columns_of(table)
    heads = ["", *(" ".join(filter(None, (column, str(year) if year else ""))) for column, year, _ in keys)]
    rows = []
    for row in table.rows:
        values = values_of(row)
        rows.append((row.label, [values.get(key) for key in keys], row.total))
    return Table(table, heads, rows, True)
