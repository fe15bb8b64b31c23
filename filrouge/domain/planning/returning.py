"""What a part says as text: so that its words go back into the text of its section when the part is taken out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from filrouge.domain.model import (
    LANGUAGES,
    Action,
    Objective,
    Plan,
    PlanPart,
    PlanRiskDomain,
    PlanSection,
    PlanSwotItem,
    PlanTable,
    Words,
)
from filrouge.domain.planning.rich import Block, Cell, Divider, Paragraph, Rich, Table, text
from filrouge.domain.planning.richtext import parse, render

Blocks = dict[str, tuple[Block, ...]]
#: What a risk domain crosses, as the lines of a matrix laid flat are headed.
_CROSSED = {
    "fr": ("Faiblesses", "Menaces", "Objectifs"),
    "nl": ("Zwaktes", "Bedreigingen", "Doelstellingen"),
    "de": ("Schwächen", "Risiken", "Ziele"),
    "en": ("Weaknesses", "Threats", "Objectives"),
}
_TOLD = ("deadline", "quantity", "baseline", "means")


def words_back(part: PlanPart, main: str) -> Blocks:
    """The blocks that say what a part says, by language; what has no language stands in the main one."""
    if isinstance(part, (Objective, Action)):
        return _of_statement(part, main)
    if isinstance(part, PlanSection):
        number = part.number.strip()
        return _by_language(part.title, main, number, parse_all(part.body))
    if isinstance(part, PlanSwotItem):
        return _by_language(part.text, main, part.number, {})
    if isinstance(part, PlanRiskDomain):
        crossed = zip(_CROSSED[main], (part.weaknesses, part.threats, part.objectives), strict=True)
        lines = [f"{name} : {', '.join(map(str, numbers))}" for name, numbers in crossed if numbers]
        lines += [f"{number}. {words}" for _, number, words in part.quoted] + [part.note]
        return _by_language(part.title, main, part.number, {main: _paragraphs(lines)})
    if isinstance(part, PlanTable):
        return _by_language(part.title, main, "", {main: _table(part)})
    return {}


def _of_statement(part: Objective | Action, main: str) -> Blocks:
    """Number and words, with the owners in brackets behind them, then what else is said of it."""
    told = [getattr(part, name, "") for name in _TOLD]
    said = f"{part.text} {part.details}"
    more = [words for words in told if words and words not in said]
    if isinstance(part, Objective):
        more += part.stakeholders
    details = parse_all(part.details)
    details[main] = (*details.get(main, ()), *_paragraphs(more))
    text_of = part.text
    if part.owners:
        text_of = text_of.saying(main, f"{text_of[main]} ({', '.join(part.owners)})".strip())
    return _by_language(text_of, main, part.number, details)


def _by_language(words: Words, main: str, number: str, rest: Blocks) -> Blocks:
    found: Blocks = {}
    for language in LANGUAGES:
        before = f"{number.strip(' .')}. " if number.strip(" .") and (words[language] or language == main) else ""
        blocks = (*_paragraphs([f"{before}{words[language]}"]), *rest.get(language, ()))
        if blocks:
            found[language] = tuple(one for one in blocks if not isinstance(one, Divider))
    return found


def _paragraphs(lines: Sequence[str]) -> tuple[Block, ...]:
    return tuple(Paragraph(runs) for line in lines if (runs := text(line)))


def _table(table: PlanTable) -> tuple[Block, ...]:
    """The rows of a table under the heads of its columns; where the rows have other columns, each figure with its
    own."""
    heads = [tuple(_head(column, year) for column, year, _ in row.cells) for row in table.rows]
    alike = len(set(heads)) == 1
    rows: list[tuple[str, ...]] = [("", *heads[0])] if alike and any(heads[0]) else []
    for row, own in zip(table.rows, heads, strict=True):
        values = [format(value, "f") for _, _, value in row.cells]
        if not alike:
            values = [f"{head} {value}".strip() for head, value in zip(own, values, strict=True)]
        rows.append((row.label, *values))
    rows += table.lines
    made = tuple(tuple(Cell(_paragraphs([cell])) for cell in row) for row in rows if row)
    told = " ".join(cell for row in rows for cell in row)
    rest = [column for column in table.columns if column not in told]
    return (*_paragraphs([" ".join([*rest, table.unit])]), *((Table(made),) if made else ()))


def _head(column: str, year: int | None) -> str:
    return f"{column} {year}".strip() if year is not None else column


def parse_all(words: Words) -> Blocks:
    """The blocks of a body in each language in which it stands."""
    return {language: parse(html).blocks for language, html in words.items()}


def to_section(plan: Plan, section: str | None, blocks: Blocks, new_id: Callable[[], str]) -> Plan:
    """The plan with these blocks at the end of a section's text; of none, of the first section that has no title, which
    is made when there is none."""
    if not blocks:
        return plan
    if section is None or all(one.id != section for one in plan.sections):
        front = next((one for one in plan.sections[:1] if not one.title), None)
        if front is None:
            front = PlanSection(new_id(), Words())
            plan = replace(plan, sections=(front, *plan.sections))
        section = front.id
    shows = any(getattr(part, "section", None) == section for part in plan.parts.values())
    sections = [_longer(one, blocks, shows) if one.id == section else one for one in plan.sections]
    return replace(plan, sections=tuple(sections))


def _longer(section: PlanSection, blocks: Blocks, shows: bool) -> PlanSection:
    body = section.body
    for language, more in blocks.items():
        old = parse(body[language]).blocks
        divider: tuple[Block, ...] = (Divider(),) if shows and not any(isinstance(one, Divider) for one in old) else ()
        body = body.saying(language, render(Rich((*old, *divider, *more))))
    return replace(section, body=body)


def said_besides(one: Any, two: Any) -> tuple[str, ...]:
    """What the second of two statements says in fields that the first has filled otherwise."""
    found = []
    for name in _TOLD:
        ours, theirs = getattr(one, name, ""), getattr(two, name, "")
        if ours and theirs and ours != theirs:
            found.append(theirs)
    return tuple(found)


def join_bodies(one: Words, two: Words, more: Sequence[str], main: str) -> Words:
    """Two bodies, one behind the other, then these lines in the main language."""
    joined = one
    for language in LANGUAGES:
        lines = _paragraphs(more) if language == main else ()
        if two[language] or lines:
            blocks = (*parse(one[language]).blocks, *parse(two[language]).blocks, *lines)
            joined = joined.saying(language, render(Rich(tuple(blocks))))
    return joined
