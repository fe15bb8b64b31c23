"""Catalogues of instruments from YAML: a folder ``catalogues/NAME/``.

``catalogue.yaml`` holds the functions, the pillars, what the rules look for, and the names of the other files; each of
these is a list of instruments::

    - id: risk-analysis             # our name for it, never shown
      title: {fr: …, nl: …, de: …, en: …}
      description: {…}              # one sentence, in our words
      approach: both                # control, stimulate or both
      function: determine           # optional for what serves every function
      pillar: instruments
      rank: core                    # or complementary: integrity is not its first aim
      pointer: model, line 69       # optional: where the model document names it
      words: {fr: [phrase, begin*, …], …}   # how a document speaks of it
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from filrouge.domain.model import (
    APPROACHES,
    RANKS,
    Aspect,
    Balance,
    Catalogue,
    Instrument,
    Matter,
)
from filrouge.library.errors import ROOT, Fault, UnknownName
from filrouge.library.fields import Fields
from filrouge.library.yaml_file import Value, load

_HEAD = "catalogue.yaml"


@cache
def catalogues() -> tuple[str, ...]:
    """The names of the catalogues in the library, in alphabetical order."""
    return tuple(sorted(file.parent.name for file in (ROOT / "catalogues").glob(f"*/{_HEAD}")))


@cache
def catalogue(name: str) -> Catalogue:
    """The catalogue of this name. Raises UnknownName, LibraryError."""
    if name not in catalogues():
        raise UnknownName(name, catalogues())
    return load_catalogue(ROOT / "catalogues" / name)


def load_catalogue(folder: Path) -> Catalogue:
    """A catalogue from any folder of that shape. Raises LibraryError with file and line."""
    return load(folder / _HEAD, lambda value: _catalogue(value, folder))


def _catalogue(value: Value, folder: Path) -> Catalogue:
    top = Fields(value)
    top.only(
        "title",
        "source",
        "note",
        "functions",
        "pillars",
        "files",
        "matters",
        "balance",
        "vulnerable",
        "sensitive",
        "exposed",
        "baseline",
    )
    functions, pillars = _aspects(top, "functions"), _aspects(top, "pillars")
    known = (tuple(one.id for one in functions), tuple(one.id for one in pillars))
    seen: set[str] = set()
    instruments: list[Instrument] = []
    for rank, name in enumerate(top.strings("files", required=True)):
        if not (folder / f"{name}.yaml").is_file():
            raise Fault(("files", rank), f"there is no file {name}.yaml beside this one")
        instruments += load(folder / f"{name}.yaml", lambda part: _instruments(part, known, seen))
    balance = Fields(top.raw("balance"), ("balance",))
    balance.only("least", "start")
    return Catalogue(
        title=top.text("title"),
        source=top.string("source"),
        note=top.text("note"),
        functions=functions,
        pillars=pillars,
        instruments=tuple(instruments),
        matters=tuple(_matter(Fields(member, at)) for at, member in top.items("matters", required=True)),
        balance=Balance(balance.integer("least"), balance.integer("start")),
        vulnerable=top.names("vulnerable", complete=True),
        sensitive=top.names("sensitive", complete=True),
        exposed=top.names("exposed", complete=True),
        baseline=top.names("baseline", complete=True),
    )


def _aspects(top: Fields, key: str) -> tuple[Aspect, ...]:
    found = []
    for at, member in top.items(key, required=True):
        fields = Fields(member, at)
        fields.only("id", "title", "description", "words")
        found.append(
            Aspect(fields.string("id"), fields.text("title"), fields.text("description"), fields.names("words"))
        )
    return tuple(found)


def _matter(fields: Fields) -> Matter:
    fields.only("id", "section", "words", "parts")
    parts = tuple(
        (name, Fields(fields.raw("parts"), at[:-1]).names(name, complete=True)) for name, at, _ in fields.pairs("parts")
    )
    return Matter(fields.string("id"), fields.string("section"), fields.names("words", complete=True), parts)


def _instruments(value: Value, known: tuple[tuple[str, ...], tuple[str, ...]], seen: set[str]) -> list[Instrument]:
    if not isinstance(value, list):
        raise Fault((), "a list of instruments is expected here")
    return [_instrument(Fields(member, (rank,)), known, seen) for rank, member in enumerate(value)]


def _instrument(fields: Fields, known: tuple[tuple[str, ...], tuple[str, ...]], seen: set[str]) -> Instrument:
    fields.only("id", "title", "description", "approach", "function", "pillar", "rank", "pointer", "words")
    name = fields.string("id")
    if name in seen:
        raise Fault((*fields.at, "id"), f"two instruments have the id {name!r}")
    seen.add(name)
    return Instrument(
        id=name,
        title=fields.text("title"),
        description=fields.text("description"),
        approach=fields.one_of("approach", APPROACHES),
        function=fields.one_of("function", known[0]) if "function" in fields else None,
        pillar=fields.one_of("pillar", known[1]),
        rank=fields.one_of("rank", RANKS),
        words=fields.names("words", complete=True),
        pointer=fields.optional("pointer"),
    )
