"""SMA101 to SMA108: how firm what is promised is, by the criteria of the mission letter's template (section 3.2.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from filrouge.domain.coherence.engine import Context, Fact, Severity, folded, rule
from filrouge.domain.coherence.prose import excerpt
from filrouge.domain.language.lexicon import lexicon
from filrouge.domain.language.words import flat, phrases
from filrouge.domain.model import Item
from filrouge.domain.model.items import OBJECTIVE_KINDS
from filrouge.domain.model.plan import COMMITMENTS
from filrouge.domain.smart import Assessment, Letter, assessed_in

SOURCE = "Modèle de lettre de mission (AIG), 3.2.2"
_PROMISES = OBJECTIVE_KINDS | {"commitment"}
_FEW = 3
_SHOWN = 8


def _verdicts(context: Context) -> dict[str, Assessment]:
    return assessed_in(context.document)


def _promises(context: Context) -> list[tuple[Item, Assessment]]:
    """The objectives and commitments with what was judged of them."""
    verdicts = context.once(_verdicts)
    return [(item, verdicts[item.id]) for item in context.document.items if item.kind in _PROMISES]


def _failing(context: Context, letter: str, fails: Callable[[Letter], bool]) -> Iterator[Fact]:
    promises = _promises(context)
    failing = [
        Fact(
            item.place,
            item.id,
            item.section,
            {"text": excerpt(item.text), "words": list(found[letter].words)},
        )
        for item, found in promises
        if fails(found[letter])
    ]
    yield from folded(failing, len(promises))


def _lacks(verdict: Letter) -> bool:
    return verdict.verdict == "not"


@rule("SMA101", Severity.WARNING, source=SOURCE, weight=50)
def not_specific(context: Context) -> Iterator[Fact]:
    """A promise without a concrete object, or with nothing but a vague verb."""
    yield from _failing(
        context, "S", lambda one: one.verdict == "not" or "firm-verb" in one.missing and bool(one.words)
    )


@rule("SMA102", Severity.WARNING, source=SOURCE, weight=60)
def not_measurable(context: Context) -> Iterator[Fact]:
    """A promise without a quantity, an indicator or a result that can be seen."""
    yield from _failing(context, "M", _lacks)


@rule("SMA103", Severity.WARNING, source=SOURCE, weight=58)
def nobody_answers(context: Context) -> Iterator[Fact]:
    """A promise that nobody answers for."""
    yield from _failing(context, "A", _lacks)


@rule("SMA104", Severity.INFO, source=SOURCE, weight=30)
def no_means(context: Context) -> Iterator[Fact]:
    """A promise without means, so that nobody can judge whether it is realistic."""
    yield from _failing(context, "R", lambda one: one.verdict in {"not", "unknown"})


@rule("SMA105", Severity.WARNING, source=SOURCE, weight=62)
def not_time_bound(context: Context) -> Iterator[Fact]:
    """A promise without any word on when."""
    yield from _failing(context, "T", _lacks)


@rule("SMA106", Severity.WARNING, source=SOURCE, weight=55)
def vague_deadline(context: Context) -> Iterator[Fact]:
    """Words that speak of time and bound nothing, in a statement: one finding for the document, with the words."""
    items = [item for item in context.document.items if item.kind in _PROMISES | {"action", "value"}]
    pattern = phrases(*lexicon(context.language).vague_deadlines)
    found: list[tuple[Item, str]] = []
    for item in items:
        match = None if item.deadline and item.deadline.date else pattern.search(flat(item.text))
        if match:
            found.append((item, item.text[slice(*match.span())]))
    if not found:
        return
    first, words = found[0]
    if len(found) == 1:
        yield Fact(first.place, first.id, first.section, {"form": "one", "words": words, "text": excerpt(first.text)})
        return
    said = Counter(" ".join(words.split()).lower() for _, words in found)
    yield Fact(
        first.place,
        params={
            "form": "many",
            "count": len(found),
            "words": list(said)[:_SHOWN],
            "items": [one.id for one, _ in found],
        },
        places=tuple(item.place for item, _ in found[1:]),
        weight=float(len(found)),
    )


@rule("SMA107", Severity.ERROR, source=SOURCE, weight=80)
def outside_the_period(context: Context) -> Iterator[Fact]:
    """A deadline before the plan begins or after it ends."""
    period = context.document.facts.period
    if period is None:
        return
    for item in context.document.items:
        due = item.deadline
        if due is None or due.date is None or period[0] <= due.date <= period[1]:
            continue
        params = {"text": excerpt(item.text), "words": due.text, "date": due.date}
        yield Fact(item.place, item.id, item.section, {**params, "from": period[0], "until": period[1]})


@rule("SMA108", Severity.INFO, source=SOURCE, weight=25)
def mix_of_commitments(context: Context) -> Iterator[Fact]:
    """How many commitments are of effort, of resources, of result, and how many say neither."""
    promises = _promises(context)
    if len(promises) < _FEW:
        return
    counts = Counter(found.proposed for _, found in promises)
    yield Fact(params={"total": len(promises), **{kind: counts[kind] for kind in COMMITMENTS}, "unclear": counts[""]})
