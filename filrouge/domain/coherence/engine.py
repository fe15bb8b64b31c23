"""The engine of coherence: rules are pure functions over a document; they yield facts, never sentences.

A rule stands in one small file under ``rules/`` and registers itself under its stable code. The texts of a code
(message, explanation, example that breaks it, example that keeps it) stand in the library, in four languages.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import TypeVar, cast

from filrouge.domain.coherence.prose import Prose
from filrouge.domain.coherence.words import RuleWords, rule_words
from filrouge.domain.language.lexicon import Lexicon, lexicon
from filrouge.domain.model import LANGUAGES, Document, Framework, Place, ReferencePlan

T = TypeVar("T")
FOLD_FROM = 3


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        return ("info", "warning", "error").index(self.value)


@dataclass(frozen=True, slots=True)
class Fact:
    """What a rule saw: where, and the parameters of its sentence.

    ``item`` and ``section`` are ids in the document. ``places`` are further places that the same fact marks (the
    statements of a folded finding, the other place of a contradiction). ``weight`` compares facts of one rule: how much
    this one is worth reading, 1 by default.
    """

    place: Place | None = None
    item: str | None = None
    section: str | None = None
    params: Mapping[str, object] = field(default_factory=dict)
    places: tuple[Place, ...] = ()
    weight: float = 1.0

    def saying(self, **params: object) -> Fact:
        """The same fact with these parameters too."""
        return replace(self, params={**self.params, **params})


@dataclass(frozen=True, slots=True)
class Waiver:
    """A remark set aside by a person, with a reason, never silently.

    Without a selector it holds for every finding of the code; ``section`` is an id or a number as printed, ``item`` an
    id or a number, ``words`` must stand in the marked text or in the finding's parameters (case and accents ignored).
    After ``until`` it no longer holds.
    """

    code: str
    reason: str
    author: str
    date: dt.date
    section: str | None = None
    item: str | None = None
    words: str | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A fact under its rule's code, with the severity that holds here, and the waiver that sets it aside, if any."""

    code: str
    severity: Severity
    fact: Fact
    waiver: Waiver | None = None


@dataclass(frozen=True)
class Context:
    """What a rule may look at: the document, its framework (None when unknown), the day of the check, the names and
    abbreviations, folded, that a register outside the document explains, and the plan that the document answers to
    (None when none was named)."""

    document: Document
    framework: Framework | None
    today: dt.date
    explained: frozenset[str] = frozenset()
    above: ReferencePlan | None = None
    _made: dict[object, object] = field(default_factory=dict, repr=False, compare=False)

    def once(self, make: Callable[[Context], T]) -> T:
        """What a function makes of this context; made once, however many rules ask for it."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(T, self._made[make])

    @property
    def language(self) -> str:
        """The document's language; French when the document is in none of the four."""
        return self.document.language if self.document.language in LANGUAGES else LANGUAGES[0]

    @property
    def words(self) -> RuleWords:
        """The words that rules look for, in the document's language."""
        return rule_words(self.language)

    @property
    def lexicon(self) -> Lexicon:
        """The general words of the document's language."""
        return lexicon(self.language)

    @cached_property
    def prose(self) -> Prose:
        """The text prepared for searching, shared by all rules of one check."""
        return Prose(self.document, self.lexicon.abbreviations)

    def section_of(self, place: Place) -> str | None:
        """The id of the innermost section at this place."""
        section = self.prose.section_at(place.start)
        return section.id if section else None

    def within(self, place: Place, **params: object) -> Fact:
        """A fact at this place, with the section it stands in."""
        return Fact(place, section=self.section_of(place), params=params)


@dataclass(frozen=True, slots=True)
class Rule:
    """``frameworks`` are the kinds of framework it speaks about (empty: any document); ``source`` the law, plan or
    document it comes from; ``weight`` 0..100 how much a reader gains by it, among rules of the same severity."""

    code: str
    severity: Severity
    source: str
    frameworks: tuple[str, ...]
    run: Callable[[Context], Iterable[Fact]]
    weight: int = 50


RuleFunction = Callable[[Context], Iterable[Fact]]
REGISTRY: dict[str, Rule] = {}


def rule(
    code: str, severity: Severity, *, source: str, frameworks: tuple[str, ...] = (), weight: int = 50
) -> Callable[[RuleFunction], RuleFunction]:
    """Register a rule under its code. Raises ValueError when the code is taken."""

    def register(run: RuleFunction) -> RuleFunction:
        if code in REGISTRY:
            raise ValueError(f"rule {code} is registered twice")
        REGISTRY[code] = Rule(code, severity, source, frameworks, run, weight)
        return run

    return register


def rules() -> tuple[Rule, ...]:
    """All rules in the order of their codes; their modules are imported on first use."""
    from filrouge.domain.coherence.rules import load

    load()
    return tuple(REGISTRY[code] for code in sorted(REGISTRY))


def applicable(framework: Framework | None) -> tuple[tuple[Rule, Severity], ...]:
    """The rules that speak about a document of this framework, each with the severity that the framework gives it.

    ``Framework.rules``, when not empty, names the codes or the families (``DOC``) that hold; a severity ``off``
    silences a rule. Raises ValueError when the framework gives a severity that does not exist.
    """
    kind = framework.kind if framework else None
    wanted = framework.rules if framework else ()
    severities = dict(framework.severities) if framework else {}
    chosen = []
    for one in rules():
        if one.frameworks and kind not in one.frameworks:
            continue
        if wanted and one.code not in wanted and one.code[:3] not in wanted:
            continue
        given = severities.get(one.code, one.severity)
        if given != "off":
            chosen.append((one, Severity(given)))
    return tuple(chosen)


def folded(failing: Sequence[Fact], total: int, *, labels: Sequence[str] = ()) -> Iterator[Fact]:
    """The facts one by one, or, when more than half of ``total`` statements fail, one fact for all of them.

    The one fact has ``form`` ``many`` (the others ``one``), ``count``, ``total``, ``items`` (ids of items, when facts
    have them) and ``labels`` (what a reader calls them, in the same order); its places are all the statements'.
    """
    if len(failing) < FOLD_FROM or len(failing) * 2 <= total:
        for fact in failing:
            yield fact.saying(form="one")
        return
    places = tuple(fact.place for fact in failing if fact.place)
    sections = {fact.section for fact in failing}
    yield Fact(
        place=places[0] if places else None,
        section=failing[0].section if len(sections) == 1 else None,
        params={
            "form": "many",
            "count": len(failing),
            "total": total,
            "items": [fact.item for fact in failing if fact.item],
            "labels": list(labels),
        },
        places=places[1:],
        weight=float(len(failing)),
    )
