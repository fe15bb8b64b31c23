"""INT101-104, 108 and 109: what an integrity policy says of each objective, of its start, of what is exposed.

What to look for stands in the catalogue of the framework, not here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from filrouge.domain.coherence.engine import Context, Fact, Severity, folded, rule
from filrouge.domain.coherence.prose import excerpt
from filrouge.domain.coherence.rules.sources import INTEGRITY
from filrouge.domain.language.words import any_of, flat, phrases, stems
from filrouge.domain.model import OBJECTIVE_KINDS, Catalogue, Item, Matter, Names, Paragraph, Place, Section

POLICY = ("integrity-policy",)
#: The section of the framework, and the matter of the catalogue of the same name, that each of these rules is about.
MATTERS = {"INT101": "actors", "INT102": "monitoring", "INT103": "evaluation", "INT104": "communication"}
_LABEL = 60  # characters of an objective by which a remark calls it
_ALIKE, _SHARED = 0.6, 3  # share and number of an objective's words that a paragraph about it holds
_TAKEN_UP = 0.5  # share of the words of an exposed thing that the objective protecting it holds
_ROOT = 5  # letters from which one word inside another is a compound of it
_BETWEEN = r"\W+(?:\w+\W+){0,2}?"  # words between a noun and what is said of it
_CARRIED = OBJECTIVE_KINDS | {"action", "commitment"}


def spoken(context: Context, names: Names) -> tuple[str, ...]:
    """The words in the document's language."""
    words: tuple[str, ...] = getattr(names, context.language)
    return words


def catalogue_of(context: Context) -> Catalogue | None:
    """The catalogue of instruments of the document's framework, if it has one."""
    return context.framework.catalogue if context.framework else None


@dataclass(frozen=True, slots=True)
class _Objective:
    """An objective that hangs under no other: the item, those under it, and the stretch of text that is its own; the
    stems of its words, and the numbers by which it and those under it are called."""

    item: Item
    under: tuple[Item, ...]
    place: Place
    words: frozenset[str]
    numbers: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Matters:
    """The objectives, and for each section of the framework about a matter the sections that answer to it."""

    objectives: tuple[_Objective, ...]
    sections: dict[str, tuple[Section, ...]]


def _matters(context: Context) -> _Matters:
    catalogue = catalogue_of(context)
    sections: dict[str, list[Section]] = {one.section: [] for one in catalogue.matters} if catalogue else {}
    for section in context.document.sections:
        if section.framework_section in sections:
            sections[section.framework_section].append(section)
    starts = sorted(held[0].place.start for held in sections.values() if len(held) == 1)
    return _Matters(_objectives(context, starts), {name: tuple(held) for name, held in sections.items()})


def _objectives(context: Context, stops: Sequence[int]) -> tuple[_Objective, ...]:
    """The objectives under no other, each with the text up to the next one, to the end of its section or to where the
    policy turns to a matter for all of them. The guidance of a template is no objective."""
    document, guidance = context.document, phrases(*context.words.guidance)
    stated = [item for item in document.items if item.kind in OBJECTIVE_KINDS and not guidance.search(flat(item.text))]
    roots = [item for item in stated if not _above(context, item)]
    held: dict[str, list[Item]] = {root.id: [] for root in roots}
    for item in document.items:
        for above in _above(context, item):
            if above.id in held:
                held[above.id].append(item)
    starts = sorted(item.place.start for item in stated)
    found = []
    for root in roots:
        start = root.place.start
        section = document.sections_by_id.get(root.section or "")
        ends = [*(one for one in (*starts, *stops) if one > start), section.place.end if section else root.place.end]
        family = (root, *held[root.id])
        found.append(
            _Objective(
                root,
                family[1:],
                Place(start, max(root.place.end, min(ends))),
                frozenset(stems(root.text, context.language)),
                frozenset(flat(one.number) for one in family if one.number and one.kind in OBJECTIVE_KINDS),
            )
        )
    return tuple(found)


def _above(context: Context, item: Item) -> list[Item]:
    """The objectives that an item hangs under, the nearest first."""
    found: list[Item] = []
    parent = context.document.items_by_id.get(item.parent or "")
    while parent is not None and parent not in found:
        if parent.kind in OBJECTIVE_KINDS:
            found.append(parent)
        parent = context.document.items_by_id.get(parent.parent or "")
    return found


def lacking(context: Context, name: str) -> Iterator[Fact]:
    """What the text leaves unsaid of a matter that the model asks for each objective.

    A paragraph that names objectives speaks for those, when two at least are told apart so; any other speaks for all.
    Objectives that lack the same are one fact.
    """
    catalogue, known = catalogue_of(context), context.once(_matters)
    if catalogue is None or not known.objectives:
        return
    matter = catalogue.matters_by_id[name]
    said = _said(context, matter, known)
    groups: dict[tuple[str, ...], list[_Objective]] = {}
    for objective, parts in zip(known.objectives, said, strict=True):
        missing = tuple(part for part, _ in matter.parts if part not in parts)
        if missing:
            groups.setdefault(missing, []).append(objective)
    for missing, objectives in groups.items():
        yield _fact(objectives, len(known.objectives), missing, whole=len(missing) == len(matter.parts))


def _fact(objectives: Sequence[_Objective], total: int, missing: tuple[str, ...], *, whole: bool) -> Fact:
    first = objectives[0].item
    labels = [_called(one.item) for one in objectives]
    return Fact(
        place=first.place,
        item=first.id if len(objectives) == 1 else None,
        section=first.section,
        params={
            "form": "one" if len(objectives) == 1 else "all" if len(objectives) == total else "many",
            "count": len(objectives),
            "total": total,
            "objective": labels[0],
            "labels": labels,
            "items": [one.item.id for one in objectives],
            "missing": list(missing),
            "whole": whole,
        },
        places=tuple(one.item.place for one in objectives[1:]),
        weight=float(len(missing) * len(objectives)),
    )


def _called(item: Item) -> str:
    words = excerpt(item.text, _LABEL)
    return f"{item.number}. {words}" if item.number else words


def _said(context: Context, matter: Matter, known: _Matters) -> list[set[str]]:
    """For each objective, the parts of the matter that the text says."""
    about = _about(context, matter, known)
    named = [_named(context, paragraph, known.objectives) for paragraph in about]
    apart = len({rank for ranks in named for rank in ranks}) > 1
    general: set[str] = set()
    said: list[set[str]] = [_own(context, matter, one) for one in known.objectives]
    for paragraph, ranks in zip(about, named, strict=True):
        parts = _parts(context, matter, flat(paragraph.text))
        if apart and ranks:
            for rank in ranks:
                said[rank] |= parts
        else:
            general |= parts
    if matter.id == "actors" and any(item.owners for item in context.document.items_of("action")):
        general.add("who")
    return [parts | general for parts in said]


def _about(context: Context, matter: Matter, known: _Matters) -> list[Paragraph]:
    """The paragraphs about a matter that are no objective's own: under its heading, or shown by its words."""
    stretches = [one.place for one in known.objectives]
    sections = known.sections[matter.section]
    shown = phrases(*spoken(context, matter.words))
    found = []
    for paragraph in context.document.paragraphs:
        start = paragraph.place.start
        if paragraph.kind == "heading" or any(place.start <= start < place.end for place in stretches):
            continue
        if any(one.place.covers(start) for one in sections) or shown.search(flat(paragraph.text)):
            found.append(paragraph)
    return found


def _own(context: Context, matter: Matter, objective: _Objective) -> set[str]:
    """The parts said in the objective's own text and in what hangs under it. The words of a statement tell what is to
    be done, not who follows it or how: of these, what stands beside the statements counts, and who answers for them."""
    items = (objective.item, *objective.under)
    stated = [item.place for item in items]
    beside = [
        flat(paragraph.text)
        for paragraph in context.document.paragraphs
        if paragraph.kind != "heading"
        and objective.place.start <= paragraph.place.start < objective.place.end
        and not any(place.start <= paragraph.place.start < place.end for place in stated)
    ]
    parts = _parts(context, matter, "\n".join(beside))
    if matter.id == "actors" and any(item.owners for item in items):
        parts.add("who")
    return parts


def _parts(context: Context, matter: Matter, text: str) -> set[str]:
    found = {name for name, words in matter.parts if phrases(*spoken(context, words)).search(text)}
    if "when" in dict(matter.parts) and _dated(context, text):
        found.add("when")
    return found


def _dated(context: Context, text: str) -> bool:
    """Whether a year or a month stands there, or words that say how often."""
    months = [month for names in context.lexicon.dates.months for month in names]
    when = phrases(*months, *context.lexicon.deadlines.periodic)
    return re.search(r"(?<!\d)20\d\d(?!\d)", text) is not None or when.search(text) is not None


def _numbered(context: Context) -> re.Pattern[str]:
    """The name of a level of objectives and a number after it."""
    levels = context.framework.levels if context.framework else ()
    called = any_of(
        {name for level in levels if level.kind in OBJECTIVE_KINDS for name in spoken(context, level.names)}
    )
    return re.compile(rf"{called}\s*(?:n[°or]*\.?\s*)?((?:\d+|[a-z])(?:[.-]\d+)*)(?![\w])")


def _named(context: Context, paragraph: Paragraph, objectives: Sequence[_Objective]) -> set[int]:
    """The ranks of the objectives that a paragraph names, by their number or by most of their words."""
    numbers = set(context.once(_numbered).findall(flat(paragraph.text)))
    held = set(stems(paragraph.text, context.language))
    found = set()
    for rank, one in enumerate(objectives):
        common = len(one.words & held)
        if (numbers and one.numbers & numbers) or (common >= _SHARED and common >= _ALIKE * len(one.words)):
            found.add(rank)
    return found


def wholly_silent(context: Context, name: str) -> bool:
    """Whether the text says nothing of this matter for any objective, so that its rule remarks all of them."""
    return any(fact.params["whole"] and fact.params["count"] == fact.params["total"] for fact in lacking(context, name))


@rule("INT101", Severity.WARNING, source=f"{INTEGRITY}, partie 4", frameworks=POLICY, weight=65)
def without_actors(context: Context) -> Iterator[Fact]:
    """Objectives of which nothing says who acts, or with what role."""
    yield from lacking(context, MATTERS["INT101"])


@rule("INT102", Severity.WARNING, source=f"{INTEGRITY}, partie 5", frameworks=POLICY, weight=60)
def without_monitoring(context: Context) -> Iterator[Fact]:
    """Objectives of which nothing says how breaches are reported (passive) or looked for (active)."""
    yield from lacking(context, MATTERS["INT102"])


@rule("INT103", Severity.WARNING, source=f"{INTEGRITY}, partie 6", frameworks=POLICY, weight=60)
def without_evaluation(context: Context) -> Iterator[Fact]:
    """Objectives whose evaluation is not planned: how, by whom, of what, when."""
    yield from lacking(context, MATTERS["INT103"])


@rule("INT104", Severity.WARNING, source=f"{INTEGRITY}, partie 7", frameworks=POLICY, weight=50)
def without_communication(context: Context) -> Iterator[Fact]:
    """Objectives of which nothing says what is told inside or outside."""
    yield from lacking(context, MATTERS["INT104"])


@rule("INT108", Severity.WARNING, source=f"{INTEGRITY}, 10", frameworks=POLICY, weight=55)
def no_baseline(context: Context) -> Iterator[Fact]:
    """Nothing speaks of a first measurement, against which progress could be seen."""
    catalogue = catalogue_of(context)
    if catalogue is None or not context.once(_matters).objectives:
        return
    if not phrases(*spoken(context, catalogue.baseline)).search(context.prose.flat):
        yield Fact()


@rule("INT109", Severity.WARNING, source=f"{INTEGRITY}, partie 2", frameworks=POLICY, weight=70)
def exposed_without_objective(context: Context) -> Iterator[Fact]:
    """A process or function that the policy calls vulnerable, and that no objective or action takes up."""
    catalogue = catalogue_of(context)
    if catalogue is None or not context.once(_matters).objectives:
        return
    things = _exposed(context, catalogue)
    carried = [
        (item.place.start, flat(item.text), set(stems(item.text, context.language)))
        for item in context.document.items
        if item.kind in _CARRIED
    ]
    failing = []
    for text, place in things:
        others = [(words, held) for start, words, held in carried if not place.start <= start < place.end]
        if not _taken_up(context, catalogue, text, others):
            failing.append(context.within(place, text=excerpt(text, _LABEL * 2)))
    yield from folded(failing, len(things), labels=[str(fact.params["text"]) for fact in failing])


def _exposed(context: Context, catalogue: Catalogue) -> list[tuple[str, Place]]:
    """What is listed as vulnerable: under a heading, after a paragraph that ends in a colon, or after its colon."""
    found: list[tuple[str, Place]] = []
    listing: str | None = None  # the sign of the list that goes on
    awaited = False
    for paragraph in context.document.paragraphs:
        if paragraph.kind == "heading":
            listing, awaited = None, _announces(context, catalogue, paragraph.text)
        elif paragraph.kind == "list" and (awaited or listing is not None):
            listing = listing if listing is not None else _sign(paragraph)
            if _sign(paragraph) == listing:
                found.append((paragraph.text, paragraph.place))
            awaited = False
        elif paragraph.kind != "footnote":
            head, colon, rest = paragraph.text.partition(":")
            listing, awaited = None, awaited and not colon
            if colon and _announces(context, catalogue, head):
                awaited = not rest.strip()
                found += [(part, paragraph.place) for part in _enumerated(rest)]
    return found


def _announces(context: Context, catalogue: Catalogue, text: str) -> bool:
    """Whether these words call processes, functions or situations vulnerable (people who are vulnerable are others)."""
    noun, word = any_of(spoken(context, catalogue.exposed)), any_of(spoken(context, catalogue.vulnerable))
    plain = flat(text)
    near = rf"{noun}{_BETWEEN}{word}|{word}{_BETWEEN}{noun}"
    return phrases(*spoken(context, catalogue.sensitive)).search(plain) is not None or bool(re.search(near, plain))


def _sign(paragraph: Paragraph) -> str:
    """The sign before a paragraph of a list; numbers and letters count as one."""
    return re.sub(r"\w+", "1", paragraph.label or "")


def _enumerated(text: str) -> list[str]:
    """The members of "a, b and c", when there are two at least."""
    parts = [part.strip(" .") for part in re.split(r"[,;]|\s(?:et|en|und|and)\s", text)]
    parts = [part for part in parts if part]
    return parts if len(parts) > 1 and all(len(part.split()) <= 12 for part in parts) else []


def _taken_up(context: Context, catalogue: Catalogue, thing: str, statements: Sequence[tuple[str, set[str]]]) -> bool:
    """Whether a statement holds half the words of a thing, or speaks of an instrument that the thing speaks of."""
    words, plain = set(stems(thing, context.language)), flat(thing)
    patterns = (phrases(*spoken(context, one.words)) for one in catalogue.instruments)
    shared = [pattern for pattern in patterns if pattern.search(plain)]
    for text, held in statements:
        common = sum(any(_same(word, other) for other in held) for word in words)
        if (words and common >= _TAKEN_UP * len(words)) or any(pattern.search(text) for pattern in shared):
            return True
    return False


def _same(one: str, other: str) -> bool:
    """Whether two stems are one, or one is part of a compound."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= _ROOT and short in long)
