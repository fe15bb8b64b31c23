"""From a plan to a document: a text with places, so that the rules, the reports and the comparison run on what is kept.

The ids in the document are those of the plan. What stands in the text is what a reader of the plan sees: headings with
their numbers, bodies, statements with owners and dates, the analysis, the tables.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from filrouge.domain.language.lexicon import lexicon
from filrouge.domain.language.words import fold
from filrouge.domain.model import (
    COMMUNICATION_COLUMNS,
    LANGUAGES,
    Action,
    Cell,
    CommunicationAction,
    Deadline,
    Document,
    Facts,
    Indicator,
    Item,
    Note,
    Origin,
    Paragraph,
    Place,
    Plan,
    PlanRiskDomain,
    PlanSwotItem,
    PlanTable,
    Quantity,
    Quoted,
    RiskDomain,
    Row,
    Section,
    SwotItem,
    Table,
    Words,
)
from filrouge.domain.planning.richtext import parse
from filrouge.domain.planning.showing import Shown, Statement, bare_number, shown
from filrouge.domain.planning.writer import Writer
from filrouge.domain.reading.deadlines import find_deadlines, find_indicators
from filrouge.domain.reading.facts import read_facts
from filrouge.domain.reading.swot import swot_kind

#: The heads of the lines about a statement, as reading knows them: who answers for it, and by when.
_WHEN = {"fr": "Échéance", "nl": "Deadline", "de": "Frist", "en": "Deadline"}
_MEANS = {"fr": "Moyens", "nl": "Middelen", "de": "Mittel", "en": "Means"}


@dataclass(slots=True)
class _Work:
    plan: Plan
    language: str
    out: Writer = field(default_factory=Writer)
    open: list[tuple[Shown, Place]] = field(default_factory=list)
    sections: dict[str, Section] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    swot: list[SwotItem] = field(default_factory=list)
    domains: list[RiskDomain] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def say(self, words: Words) -> str:
        return words.shown(self.language, self.plan.language)[0]


def document_of(plan: Plan, language: str | None = None) -> Document:
    """The plan as a document in one of its languages (its main one by default); where words do not stand in it, those
    of the main language stand in.

    Raises ValueError for a language that is none of the four.
    """
    language = language or plan.language
    if language not in LANGUAGES:
        raise ValueError(f"unknown language: {language}")
    work = _Work(plan, language)
    parts = shown(plan)
    _title(work, parts)
    for one in parts:
        _part(work, one)
    _close(work, 0)
    out = work.out
    paragraphs = tuple(out.paragraphs)
    indicators: list[Indicator] = []
    deadlines: list[Deadline] = []
    for paragraph in paragraphs:
        if paragraph.kind not in {"heading", "footnote", "table"}:
            indicators += find_indicators(paragraph.text, language, paragraph.place.start)
            deadlines += find_deadlines(paragraph.text, language, paragraph.place.start, plan.period)
    text = out.text
    return Document(
        text=text,
        language=language,
        framework=plan.framework or None,
        confidence=1.0,
        facts=_facts(work, read_facts(text, paragraphs, language)),
        sections=tuple(sorted(work.sections.values(), key=lambda one: one.place.start)),
        paragraphs=paragraphs,
        items=tuple(work.items),
        swot=tuple(work.swot),
        risk_domains=tuple(work.domains),
        tables=tuple(work.tables),
        indicators=tuple(indicators),
        deadlines=tuple(deadlines),
        notes=tuple(work.notes),
    )


def _facts(work: _Work, read: Facts) -> Facts:
    """The facts of the plan, with the places at which its text says the same."""
    plan = work.plan
    adopted = [act for act in plan.acts if act.kind == "adoption"]
    act = adopted[-1] if adopted else None
    on, body = (act.on, act.body or None) if act else (None, None)
    return Facts(
        title=work.say(plan.title) or None,
        entity=read.entity,
        validated_on=on,
        validated_by=body,
        validation=read.validation if read.validated_on == on else None,
        period=plan.period,
        period_place=read.period_place if read.period == plan.period else None,
        starts_on=plan.starts_on,
        term_years=plan.term_years,
        term_place=read.term_place if read.term_years == plan.term_years else None,
        legal_basis=plan.legal_basis,
    )


def _title(work: _Work, parts: tuple[Shown, ...]) -> None:
    """The title of the plan, where no text before the first statement says it."""
    title = work.say(work.plan.title)
    first = [one.section for one in parts[:3] if one.section is not None]
    said = " ".join(fold(work.say(one.title) + " " + work.say(one.body)) for one in first)
    if title and fold(title) not in said:
        work.out.say(title, "heading")


# --- sections -------------------------------------------------------------------------------------------------------


def _part(work: _Work, one: Shown) -> None:
    section, out = one.section, work.out
    _close(work, one.depth)
    if section is not None:
        title = work.say(section.title)
        if title or section.number:
            _open(work, one, title)
    before, after = parse(work.say(section.body) if section else "").parted()
    if one.heads is not None and section is not None:
        _details(work, one.heads)
    out.body(before)
    for statement in one.statements:
        _statement(work, statement)
    _analysis(work, one.swot)
    for domain in one.risk_domains:
        _risk_domain(work, domain)
    for table in one.tables:
        _table(work, table)
    out.body(after)


def _open(work: _Work, one: Shown, title: str) -> None:
    """Write a heading and make its section; its end is known when the next one of its level comes."""
    section, out = one.section, work.out
    assert section is not None
    out.blank()
    owners = _owners(work, one.heads) if one.heads else ""
    number = section.number.strip()
    out.section = section.id
    line = f"{number}{'' if number[-1:] in '.):' else '.'} {title}" if number else title
    place = out.say(line, "heading", beside=owners)
    work.open.append((one, place))
    above = work.open[-2][0].section if len(work.open) > 1 else None
    origin = section.origin or Origin(0, 0)
    work.sections[section.id] = Section(
        id=section.id,
        number=bare_number(number) or None,
        title=title,
        level=len(work.open),
        place=place,
        heading=place,
        parent=above.id if above else None,
        framework_section=section.framework_section or None,
        confidence=origin.confidence,
    )
    work.notes += [Note(code, section.id, place) for code in origin.doubts]
    if one.heads is not None:
        work.items.append(_item(work, one.heads, place))


def _close(work: _Work, depth: int) -> None:
    """End the sections of this depth and below it here."""
    while work.open and work.open[-1][0].depth >= depth:
        one, heading = work.open.pop()
        assert one.section is not None
        known = work.sections[one.section.id]
        work.sections[known.id] = Section(
            known.id, known.number, known.title, known.level, Place(heading.start, work.out.at), known.heading,
            known.parent, known.framework_section, known.confidence,
        )  # fmt: skip
    work.out.section = work.open[-1][0].section.id if work.open and work.open[-1][0].section else None


# --- statements -----------------------------------------------------------------------------------------------------


def _owners(work: _Work, one: Statement) -> str:
    """The owners as they stand behind a statement; one that spells out an abbreviation is a paragraph too, so that the
    text knows it."""
    place = Place(work.out.at, work.out.at)
    work.out.paragraphs += [
        Paragraph(name, place, "text", None, work.out.section) for name in one.owners if "(" in name
    ]
    return "".join(f" ({name})" for name in one.owners)


def _statement(work: _Work, one: Statement) -> None:
    number = one.number.strip()
    label = f"{number}{'' if number[-1:] in '.):' else '.'}" if number else "•"
    place = work.out.say(work.say(one.text), "list", label, _owners(work, one))
    work.items.append(_item(work, one, place))
    _details(work, one)


def _details(work: _Work, one: Statement) -> None:
    """What is said of a statement besides its own words."""
    details = parse(work.say(one.details))
    said = f"{work.say(one.text)} {work.say(one.details)}"
    if one.deadline and one.deadline not in said:
        work.out.say(f"{_WHEN[work.language]} : {one.deadline}")
    if isinstance(one, Action) and one.means and one.means not in said:
        work.out.say(f"{_MEANS[work.language]} : {one.means}")
    work.out.body(details)


def _item(work: _Work, one: Statement, place: Place) -> Item:
    line = work.say(one.text)
    origin = one.origin or Origin(0, 0)
    if isinstance(one, Action):
        kind, parent = "action", next((c.objective for c in one.contributions), None)
    else:
        kind, parent = one.kind, one.parent
    deadline = Deadline(one.deadline, one.deadline_on, _within(place, line, one.deadline))
    value = one.quantity_value
    quantity = (
        Quantity(one.quantity, value, one.quantity_unit or None, _within(place, line, one.quantity))
        if value is not None
        else None
    )
    heading = work.out.section if work.open and work.open[-1][1] == place else None
    section = work.sections[heading].parent if heading else work.out.section
    return Item(
        id=one.id,
        kind=kind,
        number=one.number or None,
        text=line,
        section=section,
        parent=parent,
        place=place,
        owners=one.owners,
        deadline=deadline if one.deadline or one.deadline_on else None,
        quantity=quantity,
        confidence=origin.confidence,
        doubts=origin.doubts,
    )


def _within(place: Place, line: str, words: str) -> Place:
    """Where words stand in the line that ends at most at ``place.end``; all of it when they do not."""
    at = line.find(words) if words else -1
    start = place.start + at
    return Place(start, min(place.end, start + len(words))) if at >= 0 else place


# --- the analysis and the tables ------------------------------------------------------------------------------------


def _analysis(work: _Work, lines: list[PlanSwotItem]) -> None:
    head = None
    for one in lines:
        if one.kind != head:
            head = one.kind
            titles = (section.title for section in work.sections.values() if section.id == work.out.section)
            if not any(swot_kind(title) == one.kind for title in titles):
                name = lexicon(work.language).swot[one.kind][0]
                work.out.say(f"{name[:1].upper()}{name[1:]} :", "lead_in")
        label = f"{one.number}." if one.number else "•"
        place = work.out.say(work.say(one.text), "list", label)
        work.swot.append(SwotItem(one.kind, one.number, work.say(one.text), place))


def _risk_domain(work: _Work, one: PlanRiskDomain) -> None:
    title = work.say(one.title)
    start = work.out.line(f"{one.number}. {title}" if one.number else title)
    place = start
    quoted = []
    for kind, number, words in one.quoted:
        line = work.out.line(f"{number}. {words}")
        quoted.append(Quoted(kind, number, words, line))
        place = place.join(line)
    held = {(quote.kind, quote.number) for quote in quoted}
    for kind, numbers in (("weakness", one.weaknesses), ("threat", one.threats)):
        rest = [number for number in numbers if (kind, number) not in held]
        if rest:
            name = lexicon(work.language).swot[kind][-1]
            place = place.join(work.out.line(f"{name[:1].upper()}{name[1:]} : {', '.join(map(str, rest))}"))
    if one.note:
        place = place.join(work.out.line(one.note))
    work.domains.append(
        RiskDomain(
            one.number,
            title,
            one.weaknesses,
            one.threats,
            one.objectives,
            one.note or None,
            place,
            tuple(quoted),
        )
    )


def _table(work: _Work, one: PlanTable) -> None:
    out, title = work.out, work.say(one.title)
    headed = work.sections.get(out.section or "")
    if title and (headed is None or fold(headed.title) != fold(title)):
        out.say(title)
    start = out.at
    heads = [*one.columns, *dict.fromkeys(str(year) for row in one.rows for _, year, _ in row.cells if year)]
    if heads and one.kind != "communication":
        out.line("\t".join(heads), "\n")
    rows = tuple(_row(out, row.label, row.cells, row.total) for row in one.rows)
    actions: list[CommunicationAction] = []
    for line in one.lines:
        if one.kind == "communication":
            cells = (*line, *[""] * len(COMMUNICATION_COLUMNS))[: len(COMMUNICATION_COLUMNS)]
            place = out.line("\t".join(cells))
            named = dict(zip(COMMUNICATION_COLUMNS, cells, strict=True))
            actions.append(CommunicationAction(place=place, **named))
        else:
            for cell in line:
                if cell.strip():
                    out.say(cell, "table")
    place = Place(start, max(start, out.at - 1))
    lines = () if one.kind == "communication" else one.lines
    unit = one.unit or None
    section = out.section
    work.tables.append(Table(one.id, one.kind, title, unit, place, section, one.columns, rows, tuple(actions), lines))


def _row(out: Writer, label: str, cells: tuple[tuple[str, int | None, Decimal], ...], total: bool) -> Row:
    """Write a row of figures; each has its own place."""
    start = out.at
    texts = [format(value, "f") for _, _, value in cells]
    place = out.line("\t".join([label, *texts]), "\n")
    at = start + len(label) + 1
    made = []
    for (column, year, value), words in zip(cells, texts, strict=True):
        made.append(Cell(label, year, column, value, Place(at, at + len(words))))
        at += len(words) + 1
    return Row(label, tuple(made), place, total)
