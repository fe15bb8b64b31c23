"""Objectives and actions laid out: each a block to be read, with its facts, its details and what hangs under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from filrouge.domain.model.items import ITEM_KINDS
from filrouge.domain.model.plan import ACTION_STATES, COMMITMENTS, Action, Contribution, Objective, Plan
from filrouge.formats.writers.plan.composer import Composer
from filrouge.formats.writers.plan.layout import Inline, Label

_SHORT = 60  # characters of a statement that name it where it has no number
_KINDS = tuple(kind for kind in ITEM_KINDS if kind != "action")


@dataclass(slots=True)
class Trees:
    """Where the statements of a plan stand.

    ``roots`` and ``loose`` are the objectives and the actions that open a place (a section's id, or None), ``children``
    and ``hosted`` what stands under an objective, ``served`` the actions that stand elsewhere and serve it too.
    """

    roots: dict[str | None, list[Objective]] = field(default_factory=dict)
    children: dict[str, list[Objective]] = field(default_factory=dict)
    loose: dict[str | None, list[Action]] = field(default_factory=dict)
    hosted: dict[str, list[Action]] = field(default_factory=dict)
    served: dict[str, list[Action]] = field(default_factory=dict)
    objectives: dict[str, Objective] = field(default_factory=dict)


def trees(plan: Plan) -> Trees:
    """An objective stands under its parent unless it names another section; an action under the first objective that
    it serves, unless it names a section in which none of its objectives stands."""
    found = Trees(objectives={one.id: one for one in plan.objectives})
    sections = {one.id for one in plan.sections}
    places: dict[str, str | None] = {}

    def place(one: Objective) -> str | None:
        path = []
        while one.id not in places:
            path.append(one.id)
            above = found.objectives.get(one.parent or "")
            if one.section in sections or above is None or above.id in path:
                places[one.id] = one.section if one.section in sections else None
            else:
                one = above
        for id in path:
            places[id] = places[one.id]
        return places[one.id]

    for one in plan.objectives:
        where = place(one)
        above = found.objectives.get(one.parent or "")
        if above is not None and place(above) == where:
            found.children.setdefault(above.id, []).append(one)
        else:
            found.roots.setdefault(where, []).append(one)
    for action in plan.actions:
        _place_action(action, found, places, sections)
    return found


def _place_action(action: Action, found: Trees, places: dict[str, str | None], sections: set[str]) -> None:
    own = action.section if action.section in sections else None
    served = [c.objective for c in action.contributions if c.objective in found.objectives]
    host = next((id for id in served if own is None or places[id] == own), None)
    if host is None:
        found.loose.setdefault(own, []).append(action)
    else:
        found.hosted.setdefault(host, []).append(action)
    for id in served:
        if id != host:
            found.served.setdefault(id, []).append(action)


def say_statements(composer: Composer, place: str | None, found: Trees) -> None:
    """The statements of a place: its trees of objectives with their actions, then the actions that serve none there."""
    waiting = [(one, 0) for one in reversed(found.roots.get(place, ()))]
    while waiting:
        one, depth = waiting.pop()
        _say_objective(composer, one, depth, found)
        waiting += [(child, depth + 1) for child in reversed(found.children.get(one.id, ()))]
    for action in found.loose.get(place, ()):
        _say_action(composer, action, 0, found, None)


def _say_objective(composer: Composer, one: Objective, depth: int, found: Trees) -> None:
    at = ("objectives", one.id)
    composer.part(*at, depth)
    kind = composer.choice(at, "kind", one.kind, _KINDS)
    number: list[Inline] = [Label("\u00a0"), composer.field(at, "number", one.number)] if one.number else []
    composer.say("kind", kind, *number, depth=depth)
    fields = composer.words(at, "text", one.text) or [
        composer.field(at, "text", composer.voice("no-words"), arg=composer.languages[0], missing=True)
    ]
    composer.say("statement", fields[0], depth=depth)
    composer.translations(fields, depth)
    above = found.objectives.get(one.parent or "")
    if above is not None and one not in found.children.get(above.id, ()):
        composer.say("note", Label(composer.voice("serves", what=_called(composer, above))), depth=depth)
    composer.facts(_facts_of(composer, at, one), depth)
    composer.bodies(at, "details", one.details, depth)
    if also := found.served.get(one.id):
        named = ", ".join(_called(composer, action) for action in also)
        composer.say("note", Label(composer.voice("served-by", what=named)), depth=depth)
    for action in found.hosted.get(one.id, ()):
        _say_action(composer, action, depth + 1, found, one.id)


def _facts_of(composer: Composer, at: tuple[str, str], one: Objective) -> list[list[Inline]]:
    return [
        composer.blank(at, "owners", composer.listed(at, "owners", one.owners)),
        composer.day(at, "starts_on", one.starts_on),
        composer.blank(at, "deadline", composer.deadline(at, one.deadline, one.deadline_on)),
        composer.blank(at, "quantity", composer.quantity(at, one.quantity, one.quantity_value, one.quantity_unit)),
        composer.fact(at, "baseline", one.baseline),
        composer.chosen(at, "commitment", one.commitment, COMMITMENTS),
        composer.listed(at, "stakeholders", one.stakeholders),
    ]


def _say_action(composer: Composer, one: Action, depth: int, found: Trees, host: str | None) -> None:
    at = ("actions", one.id)
    composer.part(*at, depth)
    number: list[Inline] = [Label("\u00a0"), composer.field(at, "number", one.number)] if one.number else []
    composer.say("action-kind", Label(composer.voice("kind.action")), *number, depth=depth)
    fields = composer.words(at, "text", one.text) or [
        composer.field(at, "text", composer.voice("no-words"), arg=composer.languages[0], missing=True)
    ]
    composer.say("action", fields[0], depth=depth)
    composer.translations(fields, depth)
    progress = "" if one.progress is None else composer.voice("percent", value=composer.number(one.progress))
    facts = [
        composer.blank(at, "owners", composer.listed(at, "owners", one.owners)),
        composer.day(at, "starts_on", one.starts_on),
        composer.blank(at, "deadline", composer.deadline(at, one.deadline, one.deadline_on)),
        composer.quantity(at, one.quantity, one.quantity_value, one.quantity_unit),
        composer.fact(at, "means", one.means),
        composer.chosen(at, "state", one.state, ACTION_STATES),
        composer.fact(at, "progress", progress),
    ]
    composer.facts(facts, depth)
    _say_contributions(composer, one, found, host, depth)
    composer.bodies(at, "details", one.details, depth)


def _say_contributions(composer: Composer, one: Action, found: Trees, host: str | None, depth: int) -> None:
    """What an action serves and with which share of its means; nothing when its place says it all."""
    if not _worth_saying(one.contributions, host):
        return
    inlines: list[Inline] = [Label(composer.voice.labelled(composer.voice("field.contributions"), ""), strong=True)]
    for rank, served in enumerate(one.contributions):
        objective = found.objectives.get(served.objective)
        called = _called(composer, objective) if objective else composer.voice("elsewhere")
        inlines.append(Label(f"{'; ' if rank else ''}{called}"))
        shares = [
            (name, share)
            for name, share in (("budget_share", served.budget_share), ("staff_share", served.staff_share))
            if share is not None
        ]
        for nth, (name, share) in enumerate(shares):
            inlines += [Label(", " if nth else " ("), _share(composer, one, name, share, rank)]
            inlines.append(Label(" " + composer.voice(f"of.{name}")))
        if shares:
            inlines.append(Label(")"))
    composer.say("facts", *inlines, depth=depth)


def _share(composer: Composer, one: Action, name: str, share: Decimal, rank: int) -> Inline:
    text = composer.voice("percent", value=composer.number(share))
    return composer.field(("actions", one.id), name, text, arg=str(rank))


def _worth_saying(served: Sequence[Contribution], host: str | None) -> bool:
    alone = len(served) == 1 and served[0].objective == host
    return bool(served) and not (alone and served[0].budget_share is None and served[0].staff_share is None)


def _called(composer: Composer, one: Objective | Action) -> str:
    """By what another part names a statement: its kind and number, else its first words."""
    kind = "action" if isinstance(one, Action) else one.kind
    if one.number:
        return f"{composer.voice(f'kind.{kind}')}\u00a0{one.number}"
    text = one.text.shown(composer.languages[0], composer.plan.language)[0]
    return f"«\u202f{text[:_SHORT].rstrip()}{'…' if len(text) > _SHORT else ''}\u202f»"
