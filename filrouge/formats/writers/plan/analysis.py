"""The analysis, the tables and the acts of a plan laid out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from filrouge.domain.language.formatting import format_date
from filrouge.domain.model.analysis import SWOT_KINDS
from filrouge.domain.model.plan import COMMUNICATION_COLUMNS, PlanRiskDomain, PlanSwotItem, PlanTable
from filrouge.formats.writers.plan.composer import Composer
from filrouge.formats.writers.plan.layout import Field, Grid, Inline, Label

QUOTED_KINDS = ("strength", "weakness", "opportunity", "threat", "objective")
Column = tuple[str, int | None, int]


def say_swot(composer: Composer, items: list[PlanSwotItem]) -> None:
    """The lines of the analysis under the names of their four kinds."""
    for kind in SWOT_KINDS:
        of_kind = [one for one in items if one.kind == kind]
        if of_kind:
            composer.say("label", Label(composer.voice(f"swot.{kind}")))
        for one in of_kind:
            at = ("swot", one.id)
            composer.part(*at)
            number: list[Inline] = []
            if one.number:
                number = [composer.field(at, "number", one.number), Label(".\u2002")]
            fields = composer.words(at, "text", one.text) or [composer.field(at, "text", "", arg=composer.languages[0])]
            composer.say("item", *number, fields[0])
            composer.translations(fields)


def say_risk_domain(composer: Composer, one: PlanRiskDomain) -> None:
    """A risk domain: its title, what it crosses, its note, and the words that its matrix quotes."""
    at = ("risk_domains", one.id)
    composer.part(*at)
    number: list[Inline] = [Label("\u00a0"), composer.field(at, "number", one.number)] if one.number else []
    composer.say("kind", Label(composer.voice("kind.risk_domain")), *number, depth=0)
    fields = composer.words(at, "title", one.title) or [composer.field(at, "title", "", arg=composer.languages[0])]
    composer.say("statement", fields[0], depth=0)
    composer.translations(fields, 0)
    crossed = (("weaknesses", one.weaknesses), ("threats", one.threats), ("objectives", one.objectives))
    composer.facts([composer.fact(at, name, ", ".join(map(str, numbers))) for name, numbers in crossed], 0)
    composer.facts([composer.fact(at, "note", one.note)], 0)
    for rank, (kind, quoted, words) in enumerate(one.quoted):
        called = composer.voice(f"quoted.{kind}") if kind in QUOTED_KINDS else kind
        label = composer.voice.labelled(f"{called}\u00a0{quoted}", "")
        composer.say("fact", Label(label, strong=True), composer.field(at, "quoted", words, arg=str(rank)), depth=0)


def columns_of(table: PlanTable) -> list[Column]:
    """The columns of figures of a table as (head, year, rank among cells of that head and year in one row)."""
    found: dict[Column, None] = {}
    for row in table.rows:
        seen: dict[tuple[str, int | None], int] = {}
        for column, year, _ in row.cells:
            rank = seen.get((column, year), 0)
            seen[column, year] = rank + 1
            found[column, year, rank] = None
    heads = {column for column, _, _ in found}
    return [*found, *((column, None, 0) for column in table.columns if column not in heads)]


def column_head(column: str, year: int | None) -> str:
    """What stands over a column of figures."""
    if year is None or str(year) in column:
        return column
    return f"{column} {year}".strip()


def say_table(composer: Composer, table: PlanTable) -> None:
    """A table: its name, its unit, its figures, its cells of words."""
    at = ("tables", table.id)
    composer.part(*at)
    fields = composer.words(at, "title", table.title)
    kind = composer.voice(f"table.{table.kind}")
    title: list[Inline] = [] if _says(fields, kind) else [Label(composer.voice.labelled(kind, "") if fields else kind)]
    unit: list[Inline] = []
    if table.unit:
        unit = [Label(" ("), composer.field(at, "unit", table.unit), Label(")")]
    composer.say("caption", *title, *fields[:1], *unit)
    composer.translations(fields)
    called = fields[0].text if fields else kind
    if table.rows or (table.columns and not table.lines):
        composer.layout.pieces.append(_figures(composer, table, called))
    if table.lines:
        composer.layout.pieces.append(_lines(composer, table, called))


def _says(fields: Sequence[Field], kind: str) -> bool:
    """Whether a title says itself what kind of table it names."""
    return bool(fields) and kind.casefold() in fields[0].text.casefold()


def _figures(composer: Composer, table: PlanTable, called: str) -> Grid:
    columns = columns_of(table)
    places = _places(table)
    rows = []
    for row in table.rows:
        values: dict[Column, str] = {}
        seen: dict[tuple[str, int | None], int] = {}
        for column, year, value in row.cells:
            rank = seen.get((column, year), 0)
            seen[column, year] = rank + 1
            values[column, year, rank] = composer.number(value, places[column])
        rows.append((row.label, *(values.get(column, "") for column in columns)))
    head = (composer.voice("row"), *(column_head(column, year) for column, year, _ in columns))
    alt = composer.voice("table-alt", title=called, rows=len(rows), columns=len(head))
    key = composer.layout.key("tables", table.id, "rows")
    return Grid(
        key,
        composer.plan.language,
        head,
        tuple(rows),
        alt,
        (False, *(True for _ in columns)),
        tuple(row.total for row in table.rows),
    )


def _places(table: PlanTable) -> dict[str, int]:
    """How many decimals the figures under each head have, so that they line up; amounts have two or none."""
    found: dict[str, int] = {}
    for column, _, value in (cell for row in table.rows for cell in row.cells):
        exponent = value.normalize().as_tuple().exponent
        decimals = -min(0, exponent) if isinstance(exponent, int) else 0
        if decimals == 1 and "EUR" in table.unit.upper():
            decimals = 2
        found[column] = max(found.get(column, 0), decimals)
    return found


def _lines(composer: Composer, table: PlanTable, called: str) -> Grid:
    width = max(map(len, table.lines))
    head: tuple[str, ...] = ()
    if table.kind == "communication" and table.columns in ((), COMMUNICATION_COLUMNS):
        head = tuple(composer.voice(f"column.{name}") for name in COMMUNICATION_COLUMNS)
    elif table.columns and not table.rows:
        head = table.columns
    width = max(width, len(head), 1)
    rows = tuple((*line, *("" for _ in range(width - len(line)))) for line in table.lines)
    if head:
        head = (*head, *("" for _ in range(width - len(head))))
    alt = composer.voice("table-alt", title=called, rows=len(rows), columns=width)
    return Grid(composer.layout.key("tables", table.id, "lines"), composer.plan.language, head, rows, alt)


def say_acts(composer: Composer) -> None:
    """The acts on record, the oldest first. They are read only: a file that comes back does not change them."""
    acts = sorted(composer.plan.acts, key=lambda act: act.on or dt.date.max)
    if not acts:
        return
    for act in acts:
        composer.part("acts", act.id)
    name = composer.voice("acts")
    composer.say("caption", Label(name))
    head = tuple(composer.voice(f"act.{one}") for one in ("on", "kind", "body", "reference", "version", "note"))
    rows = tuple(
        (
            format_date(act.on, composer.voice.language) if act.on else "",
            composer.voice(f"act-kind.{act.kind}"),
            act.body,
            act.reference,
            "" if act.version is None else composer.number(act.version),
            act.note,
        )
        for act in acts
    )
    alt = composer.voice("table-alt", title=name, rows=len(rows), columns=len(head))
    key = composer.layout.key("", "", "acts")
    composer.layout.pieces.append(Grid(key, composer.plan.language, head, rows, alt))


def say_analysis(composer: Composer, place: str | None, sections: set[str]) -> None:
    """The analysis and the tables of a place (a section's id, or None for what stands in no section)."""

    def here(section: str | None) -> bool:
        return (section if section in sections else None) == place

    say_swot(composer, [one for one in composer.plan.swot if here(one.section)])
    for domain in composer.plan.risk_domains:
        if here(domain.section):
            say_risk_domain(composer, domain)
    for table in composer.plan.tables:
        if here(table.section):
            say_table(composer, table)


def any_outside(composer: Composer, sections: set[str]) -> bool:
    """Whether some part of the analysis stands in no section."""
    plan = composer.plan
    parts: tuple[PlanSwotItem | PlanRiskDomain | PlanTable, ...] = (*plan.swot, *plan.risk_domains, *plan.tables)
    return any(one.section not in sections for one in parts)
