"""CAS103, CAS105 and CAS106: what of the plan above was not examined, what answers to nothing in it, what is said
twice."""

from __future__ import annotations

from collections.abc import Iterator

from filrouge.domain.alignment import Alignment, align, near_pairs
from filrouge.domain.coherence.engine import Context, Fact, Severity, folded, rule
from filrouge.domain.coherence.prose import excerpt
from filrouge.domain.coherence.rules.sources import NATIONAL, OWN
from filrouge.domain.language.words import fold
from filrouge.domain.model import Item, Text

_OBJECTIVES = ("strategic_objective", "objective", "operational_objective", "ambition")
_UNLIKELY = 0.3  # below this score, nothing in the plan above answers


def _aligned(context: Context) -> Alignment | None:
    return align(context.document, context.above) if context.above is not None else None


@rule("CAS103", Severity.WARNING, source=NATIONAL, weight=55)
def themes_not_examined(context: Context) -> Iterator[Fact]:
    """Themes of the plan above that nothing in the text names, neither to take them on nor to set them aside."""
    found, plan = context.once(_aligned), context.above
    if found is None or plan is None or not context.document.items:
        return
    seen = found.mentioned | {one.code for one in found.themes}
    themes = [theme for theme in plan.themes if theme.parent is None]
    missing = [theme for theme in themes if theme.code not in seen]
    if missing:
        yield Fact(
            params={
                "count": len(missing),
                "total": len(themes),
                "themes": [Text(*(f"{theme.code} {words}" for words in theme.title.all())) for theme in missing],
                "plan": plan.title,
            }
        )


@rule("CAS105", Severity.INFO, source=NATIONAL, weight=45)
def objectives_without_answer(context: Context) -> Iterator[Fact]:
    """Objectives whose words speak of no theme of the plan above."""
    found = context.once(_aligned)
    if found is None:
        return
    objectives = [one for one in found.answers if one.item.kind in _OBJECTIVES and not one.refused]
    lone = [one.item for one in objectives if one.best < _UNLIKELY]
    plan = found.plan.title
    facts = [
        Fact(item.place, item.id, item.section, {"quote": excerpt(item.text), "plan": plan, "number": item.number})
        for item in lone
    ]
    labels = [item.number or excerpt(item.text) for item in lone]
    yield from (one.saying(plan=plan) for one in folded(facts, len(objectives), labels=labels))


@rule("CAS106", Severity.INFO, source=OWN, weight=48)
def said_twice(context: Context) -> Iterator[Fact]:
    """Two objectives of one level that say nearly the same with other words; the same words twice are a repetition of
    the text (a summary, a table), unless both stand in one list."""
    for kind in _OBJECTIVES:
        objectives = context.document.items_of(kind)
        for near in near_pairs([one.text for one in objectives], context.language):
            first, second = objectives[near.first], objectives[near.second]
            if fold(first.text) == fold(second.text) and first.section != second.section:
                continue
            yield Fact(
                second.place,
                second.id,
                second.section,
                {"first": _named(first), "second": _named(second), "score": near.score},
                (first.place,),
            )


def _named(item: Item) -> str:
    return f"{item.number} {excerpt(item.text)}" if item.number else excerpt(item.text)
