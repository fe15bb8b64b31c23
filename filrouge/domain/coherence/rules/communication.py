"""COM101 and COM102: communication actions without a date, an audience, a message, a channel or a material."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filrouge.domain.coherence.engine import Context, Fact, Severity, folded, rule
from filrouge.domain.coherence.prose import excerpt
from filrouge.domain.coherence.rules.sources import LETTER
from filrouge.domain.language.words import flat, phrases
from filrouge.domain.model import CommunicationAction

_PARTS = ("audience", "message", "channel", "material")
_HALF_FILLED = re.compile(r"(?:^|[\s/.-])(?:[*_?]{2,4}|xx)[\s/.-]")
_EMPTY = re.compile(r"[\s\W_xX]*")


def _actions(context: Context) -> Iterator[tuple[str | None, CommunicationAction]]:
    for table in context.document.tables:
        if table.kind == "communication":
            for action in table.actions:
                yield table.section or context.section_of(action.place), action


def _is_empty(context: Context, text: str) -> bool:
    """Whether a cell holds nothing, or only what a template leaves to fill in."""
    return _EMPTY.fullmatch(text) is not None or phrases(*context.words.fill_in).search(flat(text)) is not None


def _label(action: CommunicationAction) -> str:
    parts = (part.strip() for part in (action.target, action.audience) if re.search(r"\w", part))
    return " – ".join(dict.fromkeys(parts)) or excerpt(action.message, 60)


@rule("COM101", Severity.WARNING, source=f"{LETTER}, 3.7", weight=55)
def action_without_date(context: Context) -> Iterator[Fact]:
    """No date, or a date that depends on an event that nothing dates (a relative one is resolved when it can be)."""
    actions = list(_actions(context))
    failing = []
    for section, action in actions:
        reason = _undated(context, action.date)
        if reason:
            params = {"reason": reason, "action": _label(action), "date": " ".join(action.date.split())}
            failing.append(Fact(action.place, section=section, params=params))
    reasons = [str(fact.params["reason"]) for fact in failing]
    for fact in folded(failing, len(actions), labels=[str(fact.params["action"]) for fact in failing]):
        if fact.params["form"] == "many":
            fact = fact.saying(missing=reasons.count("missing"), relative=reasons.count("relative"))
        yield fact


def _undated(context: Context, date: str) -> str | None:
    """``missing``, ``relative``, or None when the words bound the action in time."""
    words, plain = context.words, flat(date).strip()
    if _is_empty(context, date) or _HALF_FILLED.search(plain):
        return "missing"
    months = [month for names in context.lexicon.dates.months for month in names]
    if re.search(r"(?<!\d)(?:\d{4}|\d{1,2}[./-]\d{1,2})(?!\d)", plain) or phrases(*months).search(plain):
        return None
    if phrases(*words.frequency, *context.lexicon.deadlines.periodic).search(plain):
        return None
    if not phrases(*words.relative).search(plain):
        return None
    adopted = phrases(*words.adoption).search(plain) is not None
    return None if adopted and context.document.facts.validated_on else "relative"


@rule("COM102", Severity.WARNING, source=f"{LETTER}, 3.7", weight=50)
def action_without_audience_or_channel(context: Context) -> Iterator[Fact]:
    actions = list(_actions(context))
    failing = []
    for section, action in actions:
        missing = [part for part in _PARTS if _is_empty(context, getattr(action, part))]
        if missing:
            failing.append(Fact(action.place, section=section, params={"missing": missing, "action": _label(action)}))
    lacking = [set(map(str, _list(fact))) for fact in failing]
    for fact in folded(failing, len(actions), labels=[str(fact.params["action"]) for fact in failing]):
        if fact.params["form"] == "many":
            fact = fact.saying(missing=[part for part in _PARTS if any(part in one for one in lacking)])
        yield fact


def _list(fact: Fact) -> list[object]:
    missing = fact.params["missing"]
    return missing if isinstance(missing, list) else []
