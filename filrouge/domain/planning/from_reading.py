"""From what was read of a file to a plan: every word finds its place, every part keeps where it came from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from filrouge.domain.model import (
    COMMUNICATION_COLUMNS,
    LANGUAGES,
    Act,
    Cell,
    Document,
    Framework,
    Item,
    Note,
    Paragraph,
    Place,
    Plan,
    RiskDomain,
    Section,
    SwotItem,
    Table,
)
from filrouge.domain.planning.leftovers import Holding, level_words, words_of
from filrouge.domain.planning.lists import relabelled
from filrouge.domain.planning.numbers import apart, deduced
from filrouge.domain.planning.read_parts import (
    Body,
    Held,
    Work,
    action,
    objective,
    risk_domain,
    section_parts,
    swot_item,
    table_part,
)
from filrouge.domain.reading.swot import swot_kind

_LONGEST_NUMBER = 60
_LONGEST_TITLE = 200
_NEAR = 400  # characters between a title and its table: its heads may stand between


def plan_of(
    document: Document, *, new_id: Callable[[], str], framework: Framework | None = None, id: str = "", entity: str = ""
) -> Plan:
    """The plan that a document says, as a draft.

    ``new_id`` gives an id never given before; ``framework`` is the one that the document was read with (its names of
    levels need not be kept as words); ``id`` and ``entity`` are those of the plan. Every word of every paragraph stands
    somewhere in it; a sentence of running text stays in the text of its section, whatever it promises; texts stand in
    the document's language (French when it is in none of the four).
    """
    document = replace(document, items=tuple(item for item in document.items if not item.running))
    language = document.language if document.language in LANGUAGES else LANGUAGES[0]
    work = Work(document, framework, language, new_id)
    work.sections = {section.id: new_id() for section in document.sections}
    work.items = {item.id: new_id() for item in document.items}
    work.told_apart = apart(document)
    _fill(work)
    numbers = deduced(document, framework)
    work.numbers.update(numbers)
    facts = document.facts
    act = facts.validated_on is not None or facts.validated_by is not None
    return Plan(
        id=id or new_id(),
        title=work.words(facts.title),
        language=language,
        languages=(language,),
        entity=entity,
        framework=document.framework or "",
        period=facts.period,
        starts_on=facts.starts_on,
        term_years=facts.term_years,
        legal_basis=facts.legal_basis,
        sections=section_parts(work),
        objectives=tuple(objective(work, item) for item in document.items if item.kind != "action"),
        actions=tuple(action(work, item) for item in document.items if item.kind == "action"),
        swot=tuple(swot_item(work, one) for one in document.swot),
        risk_domains=tuple(risk_domain(work, one) for one in document.risk_domains),
        tables=tuple(table_part(work, one) for one in document.tables),
        acts=(Act(new_id(), "adoption", facts.validated_on, facts.validated_by or ""),) if act else (),
        notes=tuple(
            (note.code, note.place.start, note.place.end) for note in (*document.notes, *_deduced(work, numbers))
        ),
    )


def _deduced(work: Work, numbers: Mapping[str, str]) -> list[Note]:
    """A note for each section whose number the text does not show."""
    headings = {section.id: section.heading for section in work.document.sections}
    return [Note("number-deduced", id, headings[id]) for id in numbers]


# --- where the words go ---------------------------------------------------------------------------------------------


def _fill(work: Work) -> None:
    """Give every paragraph to the body of a section, to the details of a statement, or to the part that says it all."""
    document = work.document
    heads = {section.heading.start: section for section in document.sections}
    holdings = {_key(one): Holding(_texts(one), _said(work, one), work.language) for one in _held(document)}
    placed = _Sweep(_held(document))
    begun: set[tuple[str, int, str]] = set()
    titles = [(one.place.start, Holding([one.title], frozenset(), work.language)) for one in document.tables]
    heading: tuple[Section, Holding] | None = None
    above: Item | None = None
    for rank, paragraph in enumerate(document.paragraphs):
        body = work.bodies[paragraph.section]
        around = placed.around(paragraph.place)
        for one in around:
            if _key(one) not in begun and not (isinstance(one, Item) and one.place.start in heads):
                begun.add(_key(one))
                _holder(work, one, paragraph).later.append(one)
        if paragraph.kind == "heading":
            section = heads.get(paragraph.place.start)
            if section is not None:
                heading = section, _heading(work, section, paragraph, around)
                above = next((one for one in around if isinstance(one, Item)), None)
                continue
            left = _left(paragraph, [heading[1]] if heading else [])
        else:
            left = _left(paragraph, [holdings[_key(one)] for one in around])
        of = next((one for one in around if isinstance(one, Item)), None)
        above = of or (above if paragraph.kind != "heading" else None)
        if left is None or (of is None and above is not None and holdings[_key(above)].says(paragraph.text)):
            continue
        if _is_head_of_list(document, rank, paragraph) or _is_title_of_table(paragraph, titles):
            continue
        if left is not paragraph and of is not None and _key(of) in begun:
            work.details[of.id].append(left)
        elif paragraph.kind == "heading" or (of is not None and left is not paragraph):
            body.before.append(left)
        else:
            body.later.append(left)
    for found in work.bodies.values():
        _settle(work, found)
    _front(work)


def _held(document: Document) -> list[Held]:
    return [*document.items, *document.swot, *document.risk_domains, *document.tables]


def _key(one: Held) -> tuple[str, int, str]:
    name = one.id if isinstance(one, (Item, Table)) else f"{one.number} {id(one)}"
    return type(one).__name__, one.place.start, name


class _Sweep:
    """Finds the parts that overlap a place; quick when asked in the order of the text, right in any."""

    def __init__(self, parts: Iterable[Held]) -> None:
        self._parts = sorted(parts, key=lambda one: (one.place.start, one.place.end))
        self._at, self._last = 0, 0
        self._open: list[Held] = []

    def around(self, place: Place) -> list[Held]:
        if place.start < self._last:
            self._at, self._open = 0, []
        self._last = place.start
        while self._at < len(self._parts) and self._parts[self._at].place.start < place.end:
            self._open.append(self._parts[self._at])
            self._at += 1
        self._open = [one for one in self._open if one.place.end > place.start]
        return [one for one in self._open if one.place.start < place.end]


def _said(work: Work, one: Held) -> frozenset[str]:
    return level_words(work.framework, one.kind, one.number or "") if isinstance(one, Item) else frozenset()


def _texts(one: Held) -> list[str]:
    """All the words that a part holds."""
    if isinstance(one, Item):
        quantity = one.quantity.text if one.quantity and one.quantity.text not in one.text else ""
        due = one.deadline.text if one.deadline and one.deadline.text not in one.text else ""
        return [one.number or "", one.text, *one.owners, due, quantity]
    if isinstance(one, SwotItem):
        return [one.number, one.text]
    if isinstance(one, RiskDomain):
        crossed = (*one.weaknesses, *one.threats, *one.objectives)
        return [one.number, one.title, one.note or "", *map(str, crossed), *(q.text for q in one.quoted)]
    rows = [part for row in one.rows for part in (row.label, *(_printed(cell) for cell in row.cells))]
    rows += {str(cell.year) for cell in one.cells if cell.year is not None}
    lines = [cell for line in one.lines for cell in line]
    actions = [str(getattr(action, name)) for action in one.actions for name in COMMUNICATION_COLUMNS]
    return [*one.columns, *rows, *lines, *actions]


def _printed(cell: Cell) -> str:
    """A figure in the forms in which a page prints it: its thousands together or apart."""
    plain = format(cell.value, "f")
    apart = f"{cell.value:,f}"
    return plain if apart == plain else f"{plain} {apart}"


def _left(paragraph: Paragraph, holdings: Sequence[Holding]) -> Paragraph | None:
    """The paragraph, or what of it no part holds; None when nothing is left."""
    whole = f"{paragraph.label} {paragraph.text}" if paragraph.label else paragraph.text
    left = whole
    for holding in holdings:
        left = holding.leftover(left)
    if left == whole:
        return paragraph
    return relabelled(paragraph, left) if left.strip() else None


def _heading(work: Work, section: Section, paragraph: Paragraph, around: Sequence[Held]) -> Holding:
    """Take the number of a heading as printed (``Annex 1``), and give back what of its title is still to come."""
    whole = f"{paragraph.label} {paragraph.text}" if paragraph.label else paragraph.text
    before, found, after = whole.partition(section.title)
    label = (before if found else whole).strip(" .:–—-\t")
    number = section.number or ""
    if number and set(words_of(number)) <= set(words_of(label)) and len(label) <= _LONGEST_NUMBER and not after:
        number = label
    work.numbers[section.id] = number
    texts = [number, section.title, *(part for one in around if isinstance(one, Item) for part in one.owners)]
    said = frozenset(word for one in around if isinstance(one, Item) for word in level_words(work.framework, one.kind))
    holding = Holding(texts, said, work.language)
    left = holding.leftover(whole)
    if left.strip() and left != whole:
        work.bodies[section.id].before.append(relabelled(paragraph, left))
    return holding


def _holder(work: Work, one: Held, paragraph: Paragraph) -> Body:
    """The body in which a part has its place."""
    if isinstance(one, (Item, Table)):
        return work.bodies[one.section]
    return work.bodies[paragraph.section]


def _is_head_of_list(document: Document, rank: int, paragraph: Paragraph) -> bool:
    """A line that only names the kind of the lines of the analysis under it, which their ``kind`` says."""
    if not document.swot or paragraph.kind == "footnote" or swot_kind(paragraph.text) is None:
        return False
    kind = swot_kind(paragraph.text)
    below = [one.place for one in document.paragraphs[rank + 1 : rank + 3]]
    return any(
        one.kind == kind and place.start <= one.place.start < place.end for one in document.swot for place in below
    )


def _is_title_of_table(paragraph: Paragraph, titles: Sequence[tuple[int, Holding]]) -> bool:
    """A line right above a table that is its title, or a part of it."""
    if paragraph.kind == "footnote" or len(paragraph.text) > _LONGEST_TITLE:
        return False
    near = (title for start, title in titles if 0 <= start - paragraph.place.end < _NEAR)
    return any(title.holds(f"{paragraph.label or ''} {paragraph.text}") for title in near)


def _settle(work: Work, body: Body) -> None:
    """Text before the first statement stays before; between two statements it belongs to the one above it, and so
    does a list right below the last; what else follows the last stays behind them all."""
    last = max((rank for rank, one in enumerate(body.later) if isinstance(one, Item)), default=-1)
    above: Held | None = None
    listed = False
    for rank, one in enumerate(body.later):
        if not isinstance(one, Paragraph):
            above, listed = one, True
            continue
        listed = listed and one.kind == "list"
        if above is None:
            body.before.append(one)
        elif isinstance(above, Item) and one.kind != "footnote" and (rank < last or listed):
            work.details[above.id].append(one)
        else:
            body.after.append(one)


def _front(work: Work) -> None:
    """Make a place for what stands before the first heading, where something does."""
    known = set(work.sections)
    loose = [body for id, body in work.bodies.items() if id not in known]
    if any(body.before or body.after or body.later for body in loose):
        work.front = work.new_id()
