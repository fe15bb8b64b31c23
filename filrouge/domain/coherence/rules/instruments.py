"""INT105-107: the instruments that an integrity policy chooses, their balance, their functions and their pillars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from filrouge.domain.coherence.engine import Context, Fact, Severity, rule
from filrouge.domain.coherence.rules.integrity import POLICY, catalogue_of, spoken
from filrouge.domain.coherence.rules.sources import INTEGRITY
from filrouge.domain.language.words import flat, phrases
from filrouge.domain.model import APPROACHES, OBJECTIVE_KINDS, Catalogue, Instrument, Paragraph

_CHOSEN = ("actions", "actors", "monitoring", "evaluation", "communication")
_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class _Found:
    """The instruments that the text speaks of anywhere, and those of them that the policy itself chooses."""

    anywhere: tuple[Instrument, ...]
    chosen: tuple[Instrument, ...]


def _found(context: Context) -> _Found:
    catalogue = catalogue_of(context)
    if catalogue is None:
        return _Found((), ())
    return _Found(
        spoken_of(context, catalogue, [flat(one.text) for one in context.document.paragraphs]),
        spoken_of(context, catalogue, [flat(text) for text in _chosen(context)]),
    )


def spoken_of(context: Context, catalogue: Catalogue, texts: list[str]) -> tuple[Instrument, ...]:
    """The instruments that flat texts speak of, in the order of the catalogue. Words inside a longer phrase of another
    instrument speak of that one alone."""
    text = "\n".join(texts)
    hits = [
        (match.start(), match.end(), one.id)
        for one in catalogue.instruments
        for match in phrases(*spoken(context, one.words)).finditer(text)
    ]
    hits.sort(key=lambda hit: (hit[0], -hit[1]))
    named, reached, longest = set[str](), -1, 0
    for start, end, name in hits:
        if end <= reached and end - start < longest:
            continue
        named.add(name)
        if end > reached:
            reached, longest = end, end - start
    return tuple(one for one in catalogue.instruments if one.id in named)


def _chosen(context: Context) -> list[str]:
    """The statements, and the text of the parts that say what is done; all the text of a policy without such parts."""
    document = context.document
    parts = [section for section in document.sections if section.framework_section in _CHOSEN]
    if not parts:
        return [one.text for one in document.paragraphs if one.kind != "heading"]

    def within(paragraph: Paragraph) -> bool:
        return any(section.place.covers(paragraph.place.start) for section in parts)

    stated = [item.text for item in document.items if item.kind in OBJECTIVE_KINDS | {"action", "commitment"}]
    return stated + [one.text for one in document.paragraphs if one.kind != "heading" and within(one)]


def _readable(context: Context) -> bool:
    """Whether enough was understood to miss something: a statement, or a part of the framework."""
    document = context.document
    return bool(document.items) or any(section.framework_section for section in document.sections)


@rule("INT105", Severity.WARNING, source=INTEGRITY, frameworks=POLICY, weight=60)
def out_of_balance(context: Context) -> Iterator[Fact]:
    """Nearly all the instruments control, or nearly all stimulate: among those chosen, and in the whole text."""
    catalogue, found = catalogue_of(context), context.once(_found)
    if catalogue is None or len(found.chosen) < catalogue.balance.start:
        return
    light = _light(catalogue, found.chosen)
    if light is None or _light(catalogue, found.anywhere) != light:
        return
    sides = {name: [one for one in found.chosen if one.approach == name] for name in APPROACHES}
    heavy = sides["stimulate" if light == "control" else "control"]
    counts = {name: len(held) for name, held in sides.items()}
    params = {"light": light, "total": len(found.chosen), **counts, "instruments": [one.title for one in heavy]}
    yield Fact(params=params, weight=float(len(heavy)))


def _light(catalogue: Catalogue, instruments: Sequence[Instrument]) -> str | None:
    """The approach that weighs less than the catalogue's share, or None; what does both is half of each."""
    halves = Counter(one.approach for one in instruments)
    light = min(("control", "stimulate"), key=lambda name: halves[name])
    share = (2 * halves[light] + halves["both"]) * 50
    return light if share < catalogue.balance.least * len(instruments) else None


@rule("INT106", Severity.WARNING, source=INTEGRITY, frameworks=POLICY, weight=55)
def function_without_instrument(context: Context) -> Iterator[Fact]:
    """A function of which no instrument is spoken of anywhere."""
    catalogue = catalogue_of(context)
    if catalogue is None or not _readable(context):
        return
    served = {one.function for one in context.once(_found).anywhere}
    missing = [one for one in catalogue.functions if one.id not in served]
    if missing:
        core = [one.title for one in catalogue.of_function(missing[0].id) if one.rank == "core"]
        yield Fact(
            params={
                "count": len(missing),
                "functions": [one.title for one in missing],
                "ids": [one.id for one in missing],
                "examples": core[:_EXAMPLES],
            },
            weight=float(len(missing)),
        )


@rule("INT107", Severity.WARNING, source=INTEGRITY, frameworks=POLICY, weight=50)
def pillar_not_served(context: Context) -> Iterator[Fact]:
    """A pillar that neither its own words nor any of its instruments show."""
    catalogue = catalogue_of(context)
    if catalogue is None or not _readable(context):
        return
    served = {one.pillar for one in context.once(_found).anywhere}
    text = context.prose.flat
    missing = [
        one
        for one in catalogue.pillars
        if one.id not in served and not phrases(*spoken(context, one.words)).search(text)
    ]
    if missing:
        params = {"count": len(missing), "pillars": [one.title for one in missing], "ids": [one.id for one in missing]}
        yield Fact(params=params, weight=float(len(missing)))
