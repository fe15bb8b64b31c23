"""A catalogue as a value: the kinds of instrument of a policy, and the words by which a text is seen to speak of them.
The library fills it from YAML; a framework names the catalogue that goes with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from filrouge.domain.model.framework import Names, Text

APPROACHES = ("control", "stimulate", "both")
RANKS = ("core", "complementary")


@dataclass(frozen=True, slots=True)
class Aspect:
    """A function or a pillar of a policy: what it is called, what it is for, and words that show it (of a pillar,
    beside those of its instruments)."""

    id: str
    title: Text
    description: Text
    words: Names


@dataclass(frozen=True, slots=True)
class Instrument:
    """A kind of instrument. ``approach`` says whether it controls, stimulates or does both; ``function`` is the id of
    the function it serves (None when it serves all), ``pillar`` that of its pillar; ``rank`` whether integrity is its
    first aim (``core``) or not (``complementary``); ``pointer`` where the model document names it, or None."""

    id: str
    title: Text
    description: Text
    approach: str
    function: str | None
    pillar: str
    rank: str
    words: Names
    pointer: str | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """What the model asks of each objective. ``section`` is the section of the framework about it, ``words`` show that
    a sentence elsewhere is about it, ``parts`` are what it must say, each with the words that say it."""

    id: str
    section: str
    words: Names
    parts: tuple[tuple[str, Names], ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """From how many instruments the balance is judged, and the share in per cent under which one side weighs too
    little."""

    least: int
    start: int


@dataclass(frozen=True)
class Catalogue:
    """Functions, pillars and instruments of a policy, and what its rules look for.

    ``matters`` are what each objective needs; ``vulnerable`` adjectives say, near one of the ``exposed`` nouns, that
    something is exposed, and ``sensitive`` phrases say both; ``baseline`` words are about a first measurement.
    """

    title: Text
    source: str
    note: Text
    functions: tuple[Aspect, ...]
    pillars: tuple[Aspect, ...]
    instruments: tuple[Instrument, ...]
    matters: tuple[Matter, ...]
    balance: Balance
    vulnerable: Names
    sensitive: Names
    exposed: Names
    baseline: Names

    @cached_property
    def functions_by_id(self) -> dict[str, Aspect]:
        return {one.id: one for one in self.functions}

    @cached_property
    def pillars_by_id(self) -> dict[str, Aspect]:
        return {one.id: one for one in self.pillars}

    @cached_property
    def matters_by_id(self) -> dict[str, Matter]:
        return {one.id: one for one in self.matters}

    def of_function(self, name: str) -> tuple[Instrument, ...]:
        """The instruments that serve this function."""
        return tuple(one for one in self.instruments if one.function == name)

    def of_pillar(self, name: str) -> tuple[Instrument, ...]:
        """The instruments of this pillar."""
        return tuple(one for one in self.instruments if one.pillar == name)
