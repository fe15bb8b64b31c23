"""The parts of a plan, made of what was read: each with its words, its place in the plan and where it came from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from filrouge.domain.model import (
    COMMUNICATION_COLUMNS,
    Action,
    Contribution,
    Document,
    Framework,
    Item,
    Objective,
    Origin,
    Paragraph,
    Place,
    PlanRiskDomain,
    PlanRow,
    PlanSection,
    PlanSwotItem,
    PlanTable,
    RiskDomain,
    SwotItem,
    Table,
    Words,
)
from filrouge.domain.planning.lists import blocks_of
from filrouge.domain.planning.rich import Block, Divider, Rich
from filrouge.domain.planning.richtext import render

Held = Item | SwotItem | RiskDomain | Table


@dataclass(slots=True)
class Body:
    """What stands under a heading, in reading order: paragraphs, and the places of statements and tables."""

    before: list[Paragraph] = field(default_factory=list)
    after: list[Paragraph] = field(default_factory=list)
    later: list[Held | Paragraph] = field(default_factory=list)


@dataclass(slots=True)
class Work:
    document: Document
    framework: Framework | None
    language: str
    new_id: Callable[[], str]
    sections: dict[str, str] = field(default_factory=dict)
    items: dict[str, str] = field(default_factory=dict)
    bodies: dict[str | None, Body] = field(default_factory=lambda: defaultdict(Body))
    details: dict[str, list[Paragraph]] = field(default_factory=lambda: defaultdict(list))
    numbers: dict[str, str] = field(default_factory=dict)
    told_apart: dict[str, str] = field(default_factory=dict)
    front: str | None = None

    def words(self, text: str | None) -> Words:
        return Words().saying(self.language, text or "")

    def section(self, id: str | None) -> str | None:
        """The plan's id of a section of the reading; of none, that of what stands before the first heading."""
        return self.sections.get(id or "", self.front)


def _html(paragraphs: Sequence[Paragraph], after: Sequence[Paragraph] = ()) -> str:
    notes = [one for one in (*paragraphs, *after) if one.kind == "footnote"]
    before = blocks_of([one for one in paragraphs if one.kind != "footnote"])
    behind = blocks_of([*(one for one in after if one.kind != "footnote"), *notes])
    divider: tuple[Block, ...] = (Divider(),) if after else ()
    return render(Rich((*before, *divider, *behind)))


def section_parts(work: Work) -> tuple[PlanSection, ...]:
    doubts: dict[str | None, list[str]] = defaultdict(list)
    for note in work.document.notes:
        if note.section and note.code not in doubts[note.section]:
            doubts[note.section].append(note.code)
    out = []
    if work.front is not None:
        first = min(one.place.start for one in work.document.paragraphs)
        last = next((s.place.start for s in work.document.sections), len(work.document.text))
        loose = [body for id, body in work.bodies.items() if id not in work.sections]
        html = _html([p for b in loose for p in b.before], [p for b in loose for p in b.after])
        out.append(PlanSection(work.front, Words(), body=work.words(html), origin=Origin(first, max(first, last))))
    for section in work.document.sections:
        body = work.bodies[section.id]
        origin = Origin(section.heading.start, section.heading.end, section.confidence, tuple(doubts[section.id]))
        out.append(
            PlanSection(
                id=work.sections[section.id],
                title=work.words(section.title),
                parent=work.sections[section.parent] if section.parent else None,
                number=work.numbers.get(section.id, section.number or ""),
                body=work.words(_html(body.before, body.after)),
                framework_section=section.framework_section or "",
                origin=origin,
            )
        )
    return tuple(out)


def objective(work: Work, item: Item) -> Objective:
    above = _served(work, item)
    quantity, deadline = item.quantity, item.deadline
    return Objective(
        id=work.items[item.id],
        kind=item.kind,
        text=work.words(item.text),
        parent=work.items[above.id] if above else None,
        section=work.section(item.section),
        number=work.told_apart.get(item.id, item.number or ""),
        details=work.words(_html(work.details[item.id])),
        owners=item.owners,
        deadline=deadline.text if deadline else "",
        deadline_on=deadline.date if deadline else None,
        quantity=quantity.text if quantity else "",
        quantity_value=quantity.value if quantity else None,
        quantity_unit=(quantity.unit or "") if quantity else "",
        origin=_origin(item),
    )


def action(work: Work, item: Item) -> Action:
    above = _served(work, item)
    as_objective = objective(work, replace(item, kind="objective"))
    return Action(
        id=as_objective.id,
        text=as_objective.text,
        contributions=(Contribution(work.items[above.id]),) if above else (),
        section=as_objective.section,
        number=as_objective.number,
        details=as_objective.details,
        owners=item.owners,
        deadline=as_objective.deadline,
        deadline_on=as_objective.deadline_on,
        quantity=as_objective.quantity,
        quantity_value=as_objective.quantity_value,
        quantity_unit=as_objective.quantity_unit,
        origin=as_objective.origin,
    )


def _served(work: Work, item: Item) -> Item | None:
    """The nearest statement above an item that is no action."""
    above = work.document.items_by_id.get(item.parent or "")
    while above is not None and above.kind == "action":
        above = work.document.items_by_id.get(above.parent or "")
    return above


def _origin(item: Item) -> Origin:
    return Origin(item.place.start, item.place.end, item.confidence, item.doubts)


def _section_at(work: Work, place: Place) -> str | None:
    section = work.document.section_at(place.start)
    return work.section(section.id if section else None)


def swot_item(work: Work, one: SwotItem) -> PlanSwotItem:
    origin = Origin(one.place.start, one.place.end)
    text = work.words(one.text)
    return PlanSwotItem(work.new_id(), one.kind, one.number, text, _section_at(work, one.place), origin)


def risk_domain(work: Work, one: RiskDomain) -> PlanRiskDomain:
    return PlanRiskDomain(
        id=work.new_id(),
        number=one.number,
        title=work.words(one.title),
        weaknesses=one.weaknesses,
        threats=one.threats,
        objectives=one.objectives,
        note=one.note or "",
        quoted=tuple((quoted.kind, quoted.number, quoted.text) for quoted in one.quoted),
        section=_section_at(work, one.place),
        origin=Origin(one.place.start, one.place.end),
    )


def table_part(work: Work, table: Table) -> PlanTable:
    rows = tuple(
        PlanRow(row.label, tuple((cell.column, cell.year, cell.value) for cell in row.cells), row.total)
        for row in table.rows
    )
    actions = tuple(tuple(str(getattr(one, name)) for name in COMMUNICATION_COLUMNS) for one in table.actions)
    inside = (note for note in work.document.notes if table.place.covers(note.place.start))
    doubts = tuple(dict.fromkeys(note.code for note in inside if note.code.startswith("table")))
    return PlanTable(
        id=work.new_id(),
        kind=table.kind,
        title=work.words(table.title),
        unit=table.unit or "",
        columns=table.columns,
        rows=rows,
        lines=actions or table.lines,
        section=work.section(table.section),
        origin=Origin(table.place.start, table.place.end, 1.0, doubts),
    )
