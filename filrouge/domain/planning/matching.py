"""A plan read anew from a file takes the ids of the plan that is kept, part by part, so that only what changed differs.

Parts are the same by their words and number in the same place, then by words alone, then by likeness among the children
of the same parent, then by likeness anywhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from filrouge.domain.comparison.matching import ALIKE, paired
from filrouge.domain.language.words import fold
from filrouge.domain.model import (
    Act,
    Action,
    Contribution,
    Objective,
    Plan,
    PlanRiskDomain,
    PlanSection,
    PlanSwotItem,
    PlanTable,
    Words,
)
from filrouge.domain.planning.changes import parent_of
from filrouge.domain.planning.richtext import parse, plain

_BODIES_ALIKE = 80.0
_TABLES_ALIKE = 60.0
_BODY = 2_000
#: Fields that a file may leave unsaid: what is known of them stays when the file says nothing.
_UNSAID = {
    PlanSection: ("framework_section",),
    Objective: ("starts_on", "baseline", "commitment", "stakeholders"),
    Action: ("starts_on", "means", "progress"),
    PlanTable: ("unit",),
}
_HEAD_KEPT = ("id", "entity", "state", "version", "amends", "relation")
_HEAD_UNSAID = ("framework", "period", "starts_on", "term_years", "legal_basis")
Kept = TypeVar("Kept", PlanSection, Objective, Action, PlanSwotItem, PlanRiskDomain, PlanTable)
Texts = Callable[[Any], str]


def adopt_ids(known: Plan, incoming: Plan) -> Plan:
    """The incoming plan with the ids of the known plan's parts that are the same.

    What a file cannot carry keeps its known value: other languages, stakeholders, commitments, declared states, shares
    of contributions, acts, and whether a person confirmed what reading was unsure of. Parts that are new keep the id
    they came with, unless the known plan uses it. The same file read again does not differ from what was first read.
    """
    ids = _Ids(known, incoming)
    language = incoming.language
    sections, objectives = (_same_trees(getattr(known, n), getattr(incoming, n), _KINDS[n]) for n in _KINDS)
    ids.take(sections, incoming.sections)
    ids.take(objectives, incoming.objectives)
    actions = _same(known.actions, incoming.actions, _WORDED, _served(known.actions), _served(incoming.actions, ids))
    ids.take(actions, incoming.actions)
    for name, about in (("swot", _SWOT), ("risk_domains", _DOMAIN), ("tables", _TABLE)):
        new = getattr(incoming, name)
        ids.take(_same(getattr(known, name), new, about, _nothing, _nothing), new)
    adopt = _Adoption(known, ids, language)
    held = {name: getattr(known, name) or getattr(incoming, name) for name in _HEAD_KEPT}
    said = {name: getattr(incoming, name) or getattr(known, name) for name in _HEAD_UNSAID}
    return replace(
        incoming,
        **held,
        **said,
        title=adopt.words(known.title, incoming.title) if incoming.title else known.title,
        language=known.language,
        languages=tuple(dict.fromkeys((*known.languages, *incoming.languages))),
        sections=tuple(map(adopt.part, incoming.sections)),
        objectives=tuple(map(adopt.part, incoming.objectives)),
        actions=tuple(map(adopt.part, incoming.actions)),
        swot=tuple(map(adopt.part, incoming.swot)),
        risk_domains=tuple(map(adopt.part, incoming.risk_domains)),
        tables=tuple(map(adopt.part, incoming.tables)),
        acts=_acts(known.acts, incoming.acts, ids),
    )


class _Ids:
    """From the ids of the incoming plan to those that its parts take."""

    def __init__(self, known: Plan, incoming: Plan) -> None:
        self._of: dict[str, str] = {}
        self._used = set(known.parts)
        self._coming = set(incoming.parts)

    def take(self, pairs: Mapping[str, str], parts: Iterable[Any]) -> None:
        """Give the parts of a list the ids of the known ones they are paired with; the others keep theirs if free."""
        for part in parts:
            self._of[part.id] = pairs.get(part.id) or self.free(part.id)

    def free(self, id: str) -> str:
        turn, found = 1, id
        while found in self._used or (found != id and found in self._coming):
            turn += 1
            found = f"{id}-{turn}"
        self._used.add(found)
        return found

    def __getitem__(self, id: str) -> str:
        return self._of.get(id, id)


# --- which is which -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _About:
    """What a kind of part is known by: its words, its number, how alike wordings of one thing are."""

    text: Texts
    number: Callable[[Any], str | None]
    alike: float = ALIKE


def _number(part: Any) -> str | None:
    return part.number or None


def _table_words(table: Any) -> str:
    heads = " ".join(fold(cell) for line in table.lines[:4] for cell in line)
    return " ".join([table.kind, fold(str(table.title)), *(fold(row.label) for row in table.rows), heads])


_WORDED = _About(lambda one: fold(str(one.text)), _number)
_TITLED = _About(lambda one: fold(str(one.title)), _number)
_SWOT = _About(lambda one: f"{one.kind} {fold(str(one.text))}", lambda one: f"{one.kind} {one.number}")
_DOMAIN = _About(lambda one: fold(str(one.title)), _number)
_TABLE = _About(_table_words, lambda one: f"{one.kind} {fold(str(one.title))}", _TABLES_ALIKE)
_BODIED = _About(lambda one: fold(plain(parse(str(one.body)[:_BODY]))), lambda _: None, _BODIES_ALIKE)
_KINDS = {"sections": _TITLED, "objectives": _WORDED}
Context = Callable[[Any], object]


def _nothing(_: object) -> object:
    return None


def _served(actions: Iterable[Action], ids: _Ids | None = None) -> Context:
    """What an action serves first, by the ids of the known plan."""
    found = {one.id: one.contributions[0].objective if one.contributions else "" for one in actions}
    return lambda one: ids[found[one.id]] if ids else found[one.id]


def _same_trees(known: Sequence[Any], incoming: Sequence[Any], about: _About) -> dict[str, str]:
    """Incoming ids with the known ids of the same parts, in trees: the way down to a part helps to know it."""
    ways = [_ways(parts, about) for parts in (known, incoming)]
    pairs = _exact(
        known, incoming, lambda one: (ways[0][one.id], one.number), lambda one: (ways[1][one.id], one.number)
    )
    _lone(known, incoming, about, pairs)
    _among_children(known, incoming, about, pairs)
    _alike(known, incoming, about, pairs)
    if about is _TITLED:
        _alike(known, incoming, _BODIED, pairs)
        _untitled(known, incoming, pairs)
    return pairs


def _same(known: Sequence[Any], incoming: Sequence[Any], about: _About, old: Context, new: Context) -> dict[str, str]:
    """The same, in lists; ``old`` and ``new`` say what parts belong to."""
    pairs = _exact(
        known,
        incoming,
        lambda one: (about.text(one), about.number(one), old(one)),
        lambda one: (about.text(one), about.number(one), new(one)),
    )
    _alike(known, incoming, about, pairs)
    return pairs


def _ways(parts: Sequence[Any], about: _About) -> dict[str, int]:
    """For each part, what tells its words and those of all above it from any others'."""
    by_id = {part.id: part for part in parts}
    ways: dict[str, int] = {}
    for part in parts:
        line = [part]
        while line[-1].id not in ways and len(line) <= len(parts) and (above := by_id.get(parent_of(line[-1]) or "")):
            line.append(above)
        for one in reversed(line):
            ways.setdefault(one.id, hash((ways.get(parent_of(one) or "", 0), about.text(one))))
    return ways


def _exact(known: Sequence[Any], incoming: Sequence[Any], old: Context, new: Context) -> dict[str, str]:
    """What has the same key, in order."""
    waiting: dict[object, list[str]] = defaultdict(list)
    for one in reversed(known):
        waiting[old(one)].append(one.id)
    pairs: dict[str, str] = {}
    for one in incoming:
        found = waiting.get(new(one))
        if found:
            pairs[one.id] = found.pop()
    return pairs


def _rest(parts: Sequence[Any], taken: Iterable[str]) -> list[Any]:
    gone = set(taken)
    return [one for one in parts if one.id not in gone]


def _lone(known: Sequence[Any], incoming: Sequence[Any], about: _About, pairs: dict[str, str]) -> None:
    """What has the same words as one other only, wherever it stands now."""
    left, right = _rest(known, pairs.values()), _rest(incoming, pairs)
    old, new = Counter(map(about.text, left)), Counter(map(about.text, right))
    by_text = {about.text(one): one.id for one in left}
    for one in right:
        words = about.text(one)
        if words and old[words] == new[words] == 1:
            pairs[one.id] = by_text[words]


def _among_children(known: Sequence[Any], incoming: Sequence[Any], about: _About, pairs: dict[str, str]) -> None:
    """The likest ones under the same parent, from the top down."""
    below: dict[str | None, list[Any]] = defaultdict(list)
    for one in _rest(known, pairs.values()):
        below[parent_of(one)].append(one)
    waiting: dict[str | None, list[Any]] = defaultdict(list)
    for one in _rest(incoming, pairs):
        waiting[parent_of(one)].append(one)
    for parent in dict.fromkeys([None, *(one.id for one in incoming)]):
        if parent in waiting and (parent is None or parent in pairs):
            left, right = below[pairs[parent] if parent else None], waiting[parent]
            for a, b in paired(left, right, about.text, about.number, about.alike):
                pairs[right[b].id] = left[a].id


def _alike(known: Sequence[Any], incoming: Sequence[Any], about: _About, pairs: dict[str, str]) -> None:
    """The likest ones of what is left, anywhere."""
    left, right = _rest(known, pairs.values()), _rest(incoming, pairs)
    for a, b in paired(left, right, about.text, about.number, about.alike):
        if about.text(left[a]) and about.text(right[b]):
            pairs[right[b].id] = left[a].id


def _untitled(known: Sequence[Any], incoming: Sequence[Any], pairs: dict[str, str]) -> None:
    """What stands before the first heading of both."""
    left = [one for one in _rest(known[:1], pairs.values()) if not one.title]
    right = [one for one in _rest(incoming[:1], pairs) if not one.title]
    if left and right:
        pairs[right[0].id] = left[0].id


# --- what is kept ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Adoption:
    known: Plan
    ids: _Ids
    language: str

    def words(self, old: Words, new: Words) -> Words:
        """The words of the file, with those of the other languages as they are known."""
        return old.saying(self.language, new[self.language])

    def part(self, part: Kept) -> Kept:
        """A part with the ids that the plan keeps, and with what the file cannot say of it."""
        moved = self._referred(part)
        old = self.known.parts.get(moved.id)
        if type(old) is not type(part):
            return moved
        values: dict[str, Any] = {}
        for name in type(part).__dataclass_fields__:
            was, now = getattr(old, name), getattr(moved, name)
            if isinstance(now, Words):
                values[name] = self.words(was, now)
            elif name in _UNSAID.get(type(part), ()) and now in (None, "", ()):
                values[name] = was
        if isinstance(moved, Action) and isinstance(old, Action):
            values["state"] = old.state
            values["contributions"] = _contributions(old.contributions, moved.contributions)
        made = replace(moved, **values)
        return _confirmed(made, old)

    def _referred(self, part: Kept) -> Kept:
        values: dict[str, Any] = {"id": self.ids[part.id]}
        for name in ("parent", "section"):
            at = getattr(part, name, None)
            if at is not None:
                values[name] = self.ids[at]
        if isinstance(part, Action):
            values["contributions"] = tuple(
                replace(one, objective=self.ids[one.objective]) for one in part.contributions
            )
        return replace(part, **values)


def _confirmed(made: Kept, old: Any) -> Kept:
    """What says the same as before is as sure as it was: a person may have confirmed it."""
    if replace(made, origin=old.origin) != old:
        return made
    if made.origin is None or old.origin is None:
        return replace(made, origin=old.origin)
    return replace(made, origin=replace(made.origin, confidence=old.origin.confidence, doubts=old.origin.doubts))


def _contributions(old: tuple[Contribution, ...], new: tuple[Contribution, ...]) -> tuple[Contribution, ...]:
    """A file shows an action in one place: where it served that objective already, all that it serves stays; where it
    was put under another, that one comes instead of the first."""
    served = {one.objective for one in old}
    if not new or all(one.objective in served for one in new):
        return old
    fresh = tuple(one for one in new if one.objective not in served)
    return (*fresh, *old[1:])


def _acts(old: tuple[Act, ...], new: tuple[Act, ...], ids: _Ids) -> tuple[Act, ...]:
    """The acts on record, and those that only the file tells of."""
    told = {(one.kind, one.on, fold(one.body)) for one in old}
    fresh = (one for one in new if (one.kind, one.on, fold(one.body)) not in told)
    return (*old, *(replace(one, id=ids.free(one.id)) for one in fresh))
