"""A plan as a workbook: to sort, to filter, to count, and to come back. Nothing in it is ever a formula."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from filrouge.domain.language.formatting import format_period
from filrouge.domain.model.items import ITEM_KINDS
from filrouge.domain.model.plan import (
    ACTION_STATES,
    COMMITMENTS,
    COMMUNICATION_COLUMNS,
    Action,
    Objective,
    Plan,
    PlanTable,
)
from filrouge.domain.report.voice import Voice, clean
from filrouge.formats.writers.plan.analysis import column_head, columns_of
from filrouge.formats.writers.plan.book import LONGEST, Book, Box, Value
from filrouge.formats.writers.plan.book_file import written
from filrouge.formats.writers.plan.departing import Departure, Names

_KINDS = tuple(kind for kind in ITEM_KINDS if kind != "action")
PLAN = ("", "")


def xlsx(plan: Plan, *, voice: Voice, names: Names, departure: Departure) -> bytes:
    """The bytes of the .xlsx: a sheet for what the document is, one each for its sections, objectives, actions,
    contributions, analysis and acts, and one for each table. Every language of the content has its columns."""
    book = Book(plan, voice)
    _document(book, names)
    _sections(book, names)
    _objectives(book)
    _actions(book)
    _contributions(book)
    _analysis(book)
    _tables(book)
    _acts(book)
    return written(book, plan, voice, departure)


def _document(book: Book, names: Names) -> None:
    plan, voice = book.plan, book.voice
    sheet = book.sheet(voice("sheet.document"), [(voice("field.title"), 34), ("", 80)])

    def say(label: str, box: Box) -> None:
        sheet.rows.append([Box(None), Box(label, strong=True), box])

    for language, box in zip(book.languages, book.words(PLAN, "title", plan.title), strict=True):
        say(f"{book.label('title')} ({language.upper()})", box)
    say(book.label("entity"), Box(names.entity or plan.entity))
    say(book.label("framework"), Box(names.framework or plan.framework))
    say(book.label("document_state"), Box(voice(f"document-state.{plan.state}")))
    say(book.label("version"), Box(plan.version))
    say(book.label("language"), Box(voice(f"language.{plan.language}")))
    say(book.label("languages"), Box(", ".join(voice(f"language.{one}") for one in plan.languages)))
    period = format_period(plan.period, voice.language) if plan.period else ""
    say(book.label("period"), book.box(PLAN, "period", period))
    say(book.label("starts_on"), book.box(PLAN, "starts_on", plan.starts_on))
    say(book.label("term_years"), book.box(PLAN, "term_years", plan.term_years))
    for rank, words in enumerate(plan.legal_basis):
        say(book.label("legal_basis"), book.box(PLAN, "legal_basis", words, str(rank)))
    if plan.amends or plan.relation:
        label = voice(f"relation.{plan.relation}") if plan.relation else book.label("amends")
        say(label, Box(names.amends or plan.amends))


def _sections(book: Book, names: Names) -> None:
    columns = [
        (book.label("number"), 10),
        *book.in_languages("title", 40),
        *book.in_languages("body", 80),
        *book.in_languages("body_after", 40),
        (book.label("framework_section"), 24),
        (book.label("parent"), 30),
    ]
    sheet = book.sheet(book.voice("sheet.sections"), columns)
    for one in book.plan.sections:
        book.layout.parts.append(("sections", one.id, 0))
        at = ("sections", one.id)
        sheet.rows.append(
            [
                Box(one.id),
                book.box(at, "number", one.number),
                *book.words(at, "title", one.title),
                *book.bodies(at, "body", one.body, "head"),
                *book.bodies(at, "body_after", one.body, "rest"),
                Box(names.sections.get(one.framework_section, one.framework_section)),
                Box(_called(book, one.parent)),
            ]
        )


def _called(book: Book, id: str | None) -> str:
    """How a part is named in the row of another: its number, and its words in the main language."""
    part: Any = book.plan.parts.get(id or "")
    if part is None:
        return ""
    words = getattr(part, "title", None) or getattr(part, "text", "")
    return clean(f"{part.number} {words}".strip())[:200]


def _shared(book: Book) -> list[tuple[str, int]]:
    """The heads that objectives and actions have in common."""
    names = (
        ("owners", 24),
        ("starts_on", 12),
        ("deadline", 22),
        ("deadline_on", 12),
        ("quantity", 22),
        ("quantity_value", 12),
        ("quantity_unit", 12),
    )
    return [(book.label(name), width) for name, width in names]


def _shared_boxes(book: Book, at: tuple[str, str], one: Objective | Action) -> list[Box]:
    return [
        book.names(at, "owners", one.owners),
        book.box(at, "starts_on", one.starts_on),
        book.box(at, "deadline", one.deadline),
        book.box(at, "deadline_on", one.deadline_on),
        book.box(at, "quantity", one.quantity),
        book.box(at, "quantity_value", one.quantity_value),
        book.box(at, "quantity_unit", one.quantity_unit),
    ]


def _objectives(book: Book) -> None:
    depths = _depths(book.plan)
    columns = [
        (book.label("level"), 11),
        (book.label("number"), 10),
        (book.label("kind"), 24),
        *book.in_languages("text", 60),
        *_shared(book),
        *((book.label(name), width) for name, width in (("baseline", 24), ("commitment", 16), ("stakeholders", 28))),
        *book.in_languages("details", 50),
        (book.label("parent"), 30),
        (book.label("section"), 30),
    ]
    sheet = book.sheet(book.voice("sheet.objectives"), columns)
    for one in book.plan.objectives:
        at = ("objectives", one.id)
        book.layout.parts.append((*at, depths[one.id]))
        sheet.rows.append(
            [
                Box(one.id),
                Box(depths[one.id] + 1),
                book.box(at, "number", one.number),
                book.choice(at, "kind", one.kind, _KINDS),
                *book.words(at, "text", one.text),
                *_shared_boxes(book, at, one),
                book.box(at, "baseline", one.baseline),
                book.choice(at, "commitment", one.commitment, COMMITMENTS, none=True),
                book.names(at, "stakeholders", one.stakeholders),
                *book.bodies(at, "details", one.details),
                Box(_called(book, one.parent)),
                Box(_called(book, one.section)),
            ]
        )


def _depths(plan: Plan) -> dict[str, int]:
    parents = {one.id: one.parent for one in plan.objectives}
    depths: dict[str, int] = {}
    for id in parents:
        depth, above = 0, parents[id]
        while above is not None and depth < len(parents):
            depth, above = depth + 1, parents.get(above)
        depths[id] = depth
    return depths


def _actions(book: Book) -> None:
    columns = [
        (book.label("number"), 10),
        *book.in_languages("text", 60),
        *_shared(book),
        *((book.label(name), width) for name, width in (("means", 24), ("state", 14), ("progress", 12))),
        *book.in_languages("details", 50),
        (book.label("contributions"), 40),
        (book.label("section"), 30),
    ]
    sheet = book.sheet(book.voice("sheet.actions"), columns)
    for one in book.plan.actions:
        at = ("actions", one.id)
        book.layout.parts.append((*at, 0))
        sheet.rows.append(
            [
                Box(one.id),
                book.box(at, "number", one.number),
                *book.words(at, "text", one.text),
                *_shared_boxes(book, at, one),
                book.box(at, "means", one.means),
                book.choice(at, "state", one.state, ACTION_STATES),
                book.box(at, "progress", one.progress),
                *book.bodies(at, "details", one.details),
                Box("; ".join(_called(book, served.objective) for served in one.contributions)[:LONGEST]),
                Box(_called(book, one.section)),
            ]
        )


def _contributions(book: Book) -> None:
    labels = (book.voice("kind.action"), book.label("served"), book.label("budget_share"), book.label("staff_share"))
    sheet = book.sheet(book.voice("sheet.contributions"), list(zip(labels, (60, 60, 18, 18), strict=True)))
    for one in book.plan.actions:
        at = ("actions", one.id)
        for rank, served in enumerate(one.contributions):
            shares = [
                book.box(at, "budget_share", served.budget_share, str(rank)),
                book.box(at, "staff_share", served.staff_share, str(rank)),
            ]
            sheet.rows.append(
                [Box(f"{one.id}/{rank}"), Box(_called(book, one.id)), Box(_called(book, served.objective)), *shares]
            )


def _analysis(book: Book) -> None:
    voice = book.voice
    columns = [
        (book.label("kind"), 18),
        (book.label("number"), 10),
        *book.in_languages("text", 70),
        (book.label("section"), 30),
    ]
    sheet = book.sheet(voice("sheet.swot"), columns)
    for one in book.plan.swot:
        at = ("swot", one.id)
        book.layout.parts.append((*at, 0))
        kind = Box(voice(f"swot.{one.kind}"))
        boxes = [book.box(at, "number", one.number), *book.words(at, "text", one.text), Box(_called(book, one.section))]
        sheet.rows.append([Box(one.id), kind, *boxes])
    crossed = ("weaknesses", "threats", "objectives")
    columns = [
        (book.label("number"), 10),
        *book.in_languages("title", 40),
        *((book.label(name), 16) for name in crossed),
        (book.label("note"), 40),
        (book.label("quoted"), 60),
        (book.label("section"), 30),
    ]
    sheet = book.sheet(voice("sheet.risk_domains"), columns)
    for domain in book.plan.risk_domains:
        at = ("risk_domains", domain.id)
        book.layout.parts.append((*at, 0))
        quoted = "\n".join(f"{kind} {number}: {words}" for kind, number, words in domain.quoted)
        sheet.rows.append(
            [
                Box(domain.id),
                book.box(at, "number", domain.number),
                *book.words(at, "title", domain.title),
                *(book.box(at, name, ", ".join(map(str, getattr(domain, name)))) for name in crossed),
                book.box(at, "note", domain.note),
                Box(clean(quoted)[:LONGEST]),
                Box(_called(book, domain.section)),
            ]
        )


def _tables(book: Book) -> None:
    columns = [
        (book.label("kind"), 18),
        *book.in_languages("title", 50),
        (book.label("unit"), 12),
        (book.label("columns"), 40),
        (book.label("section"), 30),
    ]
    sheet = book.sheet(book.voice("sheet.tables"), columns)
    for one in book.plan.tables:
        at = ("tables", one.id)
        book.layout.parts.append((*at, 0))
        boxes = [*book.words(at, "title", one.title), book.box(at, "unit", one.unit)]
        heads = Box(clean(", ".join(one.columns))[:LONGEST])
        kind = Box(book.voice(f"table.{one.kind}"))
        sheet.rows.append([Box(one.id), kind, *boxes, heads, Box(_called(book, one.section))])
    for rank, one in enumerate(book.plan.tables, 1):
        if one.rows:
            _figures(book, one, f"{book.voice('table.other')} {rank}")
        if one.lines:
            _lines(book, one, f"{book.voice('table.other')} {rank}")


def _figures(book: Book, table: PlanTable, name: str) -> None:
    columns = columns_of(table)
    heads = [(clean(column_head(column, year)), 16) for column, year, _ in columns]
    key = book.layout.key("tables", table.id, "rows")
    sheet = book.sheet(name, [(book.voice("row"), 44), *heads], grid=key)
    for row in table.rows:
        values: dict[tuple[str, int | None, int], Decimal] = {}
        for column, year, value in row.cells:
            rank = 0
            while (column, year, rank) in values:
                rank += 1
            values[column, year, rank] = value
        cells: list[Value] = [clean(row.label)[:LONGEST], *(values.get(column) for column in columns)]
        sheet.rows.append([Box(value, strong=row.total) for value in cells])


def _lines(book: Book, table: PlanTable, name: str) -> None:
    width = max([1, *map(len, table.lines)])
    heads: tuple[str, ...] = ()
    if table.kind == "communication" and table.columns in ((), COMMUNICATION_COLUMNS):
        heads = tuple(book.voice(f"column.{one}") for one in COMMUNICATION_COLUMNS)
    elif table.columns and not table.rows:
        heads = table.columns
    width = max(width, len(heads))
    heads = (*heads, *[""] * (width - len(heads)))
    key = book.layout.key("tables", table.id, "lines")
    sheet = book.sheet(name, [(clean(head), 28) for head in heads], grid=key)
    for line in table.lines:
        cells = [*line, *[""] * (width - len(line))]
        sheet.rows.append([Box(clean(text)[:LONGEST]) for text in cells])


def _acts(book: Book) -> None:
    names = (("on", 14), ("kind", 18), ("body", 40), ("reference", 24), ("version", 10), ("note", 50))
    sheet = book.sheet(book.voice("sheet.acts"), [(book.voice(f"act.{name}"), width) for name, width in names])
    for act in book.plan.acts:
        values: list[Value] = [
            act.on,
            book.voice(f"act-kind.{act.kind}"),
            act.body,
            act.reference,
            act.version,
            act.note,
        ]
        shown = [clean(value)[:LONGEST] if isinstance(value, str) else value for value in values]
        sheet.rows.append([Box(act.id), *(Box(value) for value in shown)])
