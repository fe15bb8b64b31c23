"""RES105 and RES106: what the text says of the figures, against the tables that hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from filrouge.domain.coherence.amounts import MONEY, PEOPLE, SHARE, Amount, amounts, power_of
from filrouge.domain.coherence.engine import Context, Fact, Severity, rule
from filrouge.domain.coherence.prose import Sentence, excerpt
from filrouge.domain.coherence.rules.means import heads
from filrouge.domain.coherence.rules.sources import OWN
from filrouge.domain.language.words import flat, phrases, tokens
from filrouge.domain.model import Cell, Row, Table

MOST = 6
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_NEAR = Decimal("0.2")
_POINTS = Decimal(5)


@rule("RES105", Severity.WARNING, source=OWN, weight=70)
def text_disagrees_with_table(context: Context) -> Iterator[Fact]:
    """An amount of the one row that a sentence names, or a share of the total, that the table does not bear out.

    Only a figure near to that of the table is spoken of: one far from it is about something else.
    """
    tables = [table for table in context.document.tables if table.kind in ("budget", "staff") and table.rows]
    if not tables:
        return
    found: list[Fact] = []
    for sentence in context.prose.sentences:
        if any(char.isdigit() for char in sentence.text) and not _in_table(sentence, tables):
            said = list(amounts(sentence.text, context.words, context.lexicon))
            if said:
                found += _wrong_amount(context, sentence, said, tables)
                found += _wrong_share(context, sentence, said, tables)
    yield from found[:MOST]


def _in_table(sentence: Sentence, tables: Sequence[Table]) -> bool:
    start = sentence.paragraph.place.start
    return sentence.paragraph.kind == "table" or any(table.place.covers(start) for table in tables)


def _euros(table: Table, value: Decimal) -> Decimal:
    return value.scaleb(power_of(table.unit) or 0)


def _wrong_amount(
    context: Context, sentence: Sentence, said: Sequence[Amount], tables: Sequence[Table]
) -> Iterator[Fact]:
    money = [one for one in said if one.kind in (MONEY, PEOPLE)]
    if len(money) != 1:
        return
    amount = money[0]
    kind = "budget" if amount.kind == MONEY else "staff"
    named = [
        (table, row)
        for table in tables
        if table.kind == kind and (kind == "staff" or power_of(table.unit) is not None)
        for row in table.rows
        if _names(sentence, row)
    ]
    if len({flat(row.label) for _, row in named}) != 1:
        return
    years = {int(year) for year in _YEAR.findall(sentence.text)}
    cells = [
        (_euros(table, cell.value) if kind == "budget" else cell.value, cell, table)
        for table, row in named
        for cell in row.cells
        if not years or cell.year is None or cell.year in years
    ]
    if not cells or any(amount.agrees(value) for value, _, _ in cells):
        return
    value, cell, table = min(cells, key=lambda entry: abs(entry[0] - amount.value))
    if abs(value - amount.value) <= _NEAR * abs(value):
        yield _fact(context, sentence, amount, cell, table, form="amount", computed=cell.value)


def _names(sentence: Sentence, row: Row) -> bool:
    """Whether the sentence holds the whole label of the row, which must be more than one word."""
    label = flat(row.label).strip()
    return len(label.split()) > 1 and re.search(rf"(?<!\w){re.escape(label)}(?!\w)", sentence.flat) is not None


def _wrong_share(
    context: Context, sentence: Sentence, said: Sequence[Amount], tables: Sequence[Table]
) -> Iterator[Fact]:
    shares = [one for one in said if one.kind == SHARE]
    if len(shares) != 1 or not phrases(*context.words.total_budget).search(sentence.flat):
        return
    share = shares[0]
    candidates: list[tuple[Table, list[tuple[Decimal, Cell]]]] = []
    for table in tables:
        year = _year_spoken_of(context, sentence, table)
        if table.kind == "budget" and year is not None:
            candidates += [(table, column) for column in _shares(context, table, year)]
    computed = [value for _, columns in candidates for value, _ in columns]
    if not computed or any(abs(share.value - value) <= share.tolerance for value in computed):
        return
    table, columns = min(candidates, key=lambda one: min(abs(value - share.value) for value, _ in one[1]))
    value, cell = columns[0]
    if abs(value - share.value) <= _POINTS:
        yield _fact(context, sentence, share, cell, table, form="share", computed=round(value, 2))


def _year_spoken_of(context: Context, sentence: Sentence, table: Table) -> int | None:
    """The year of the table that the sentence names, or that an amount in its paragraph can only belong to."""
    ours = {cell.year for cell in table.cells if cell.year is not None}
    years = {int(year) for year in _YEAR.findall(sentence.text)} & ours
    if len(years) == 1:
        return years.pop()
    if years or power_of(table.unit) is None:
        return None
    said = amounts(sentence.paragraph.text, context.words, context.lexicon)
    for amount in (one for one in said if one.kind == MONEY):
        years = {cell.year for cell in table.cells if cell.year and amount.agrees(_euros(table, cell.value))}
        if len(years) == 1:
            return years.pop()
    return None


def _shares(context: Context, table: Table, year: int) -> Iterator[list[tuple[Decimal, Cell]]]:
    """The share of each sub-total in the last total of the table, and what it leaves: in percent, a list by column."""
    totals = [row for row in table.rows if row.total or heads(context).total(row.label)]
    if len(totals) < 2:
        return
    whole = {(cell.year, cell.column): cell.value for cell in totals[-1].cells}
    for row in totals[:-1]:
        shares = [
            (cell.value * 100 / total, cell)
            for cell in row.cells
            if cell.year == year and (total := whole.get((cell.year, cell.column)))
        ]
        if shares:
            yield shares
            yield [(100 - share, cell) for share, cell in shares]


def _fact(
    context: Context, sentence: Sentence, said: Amount, cell: Cell, table: Table, *, form: str, computed: Decimal
) -> Fact:
    place = context.prose.where(said.text, sentence.paragraph.place)
    fact = context.within(
        place,
        form=form,
        stated=said.text,
        computed=computed,
        row=cell.row,
        column=cell.column,
        year=cell.year,
        unit=table.unit,
        table=table.title,
        quote=excerpt(sentence.text),
    )
    return replace(fact, places=(cell.place,))


@rule("RES106", Severity.WARNING, source=OWN, weight=55)
def item_of_no_row(context: Context) -> Iterator[Fact]:
    """An item that the text lists among the credits, most of which stand in the tables, while this one does not."""
    tables = [table for table in context.document.tables if table.kind == "budget" and table.rows]
    if not tables:
        return
    stop = context.lexicon.stop_words
    rows = [_significant(row.label, stop) for table in tables for row in table.rows]
    budget, opening = phrases(*context.words.budget), phrases(*context.words.such_as)
    found = 0
    for sentence in context.prose.sentences:
        start = opening.search(sentence.flat)
        if start is None or not budget.search(sentence.flat, 0, start.start()) or _in_table(sentence, tables):
            continue
        listed = _listed(sentence.text[start.end() :])
        missing = [name for name in listed if not _in_rows(_significant(name, stop), rows)]
        if len(listed) < 3 or len(missing) * 2 > len(listed):
            continue
        for name in missing[: MOST - found]:
            found += 1
            place = context.prose.where(name, sentence.paragraph.place)
            yield context.within(place, name=name, listed=len(listed), present=len(listed) - len(missing))


def _significant(text: str, stop: frozenset[str]) -> frozenset[str]:
    """The words that say something, by their first letters, so that number and gender do not part them."""
    return frozenset(word[:6] for word in tokens(text) if word not in stop and len(word) > 1)


def _listed(text: str) -> list[str]:
    """The names between commas; one without a capital, or of more than a line, is no name."""
    bare = re.sub(r"\([^)]*\)", "", text)
    parts = (
        part.strip(" .;:…")
        for part in re.split(r"[,;]| (?:et|en|und|and) (?=(?:l[ea'’]s? ?|the |de |het |die |der |das )?[A-Z])", bare)
    )
    return [part for part in parts if part and len(part) < 120 and any(char.isupper() for char in part)]


def _in_rows(name: frozenset[str], rows: Sequence[frozenset[str]]) -> bool:
    return any(row and len(name & row) * 5 >= 3 * len(name | row) or name and name <= row for row in rows)
