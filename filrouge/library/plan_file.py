"""Reference plans from YAML. See :mod:`filrouge.library` for the shape of the file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from filrouge.domain.model import PlanObjective, PlanTheme, ReferencePlan
from filrouge.library.errors import ROOT, Fault, UnknownName
from filrouge.library.fields import Fields, text_of
from filrouge.library.framework_file import URN as FRAMEWORK_URN
from filrouge.library.framework_file import kinds
from filrouge.library.yaml_file import Value, load

URN = "urn:filrouge:plan:"


@cache
def plans() -> tuple[str, ...]:
    """The slugs of the reference plans, in alphabetical order; a slug is the name of its file."""
    return tuple(sorted(file.stem for file in (ROOT / "plans").glob("*.yaml")))


@cache
def plan(slug: str) -> ReferencePlan:
    """The reference plan of this slug. Raises UnknownName, LibraryError."""
    if slug not in plans():
        raise UnknownName(slug, plans())
    return load_plan(ROOT / "plans" / f"{slug}.yaml")


def load_plan(file: Path) -> ReferencePlan:
    """A reference plan from any file of that shape. Raises LibraryError with file and line."""
    return load(file, lambda value: _plan(value, file.stem))


def _plan(value: Value, slug: str) -> ReferencePlan:
    top = Fields(value)
    top.only("framework", "title", "abbreviation", "from", "until", "source", "apart", "themes")
    first, last = top.integer("from"), top.integer("until")
    if last < first:
        raise Fault(("until",), f"the plan ends in {last}, before it begins in {first}")
    short = top.string("abbreviation")
    themes: list[PlanTheme] = []
    for at, member in top.items("themes", required=True):
        _theme(Fields(member, at), short, themes)
    return ReferencePlan(
        slug=slug,
        urn=URN + slug,
        framework=FRAMEWORK_URN + top.one_of("framework", kinds()),
        title=top.text("title"),
        period=(first, last),
        source=top.string("source"),
        themes=tuple(themes),
        apart=top.names("apart"),
    )


def _theme(fields: Fields, short: str, found: list[PlanTheme]) -> None:
    fields.only("code", "title", "words", "hints", "objectives", "headings")
    code = fields.string("code")
    number = code.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    if not number.isdecimal():
        raise Fault((*fields.at, "code"), f"the code {code!r} must be capitals and a number, as in T1")
    _add(fields, code, number, None, short, found)
    for at, member in fields.items("headings"):
        heading = Fields(member, at)
        heading.only("code", "title", "words", "hints", "objectives")
        letter = heading.string("code")
        _add(heading, f"{code}.{letter}", letter, code, short, found)


def _add(fields: Fields, code: str, number: str, parent: str | None, short: str, found: list[PlanTheme]) -> None:
    if any(theme.code == code for theme in found):
        raise Fault((*fields.at, "code"), f"the code {code!r} stands twice")
    objectives: list[PlanObjective] = []
    for rank, at, label in fields.pairs("objectives"):
        if not rank.isdecimal() or (objectives and int(rank) <= objectives[-1].number):
            raise Fault(at, f"the number {rank!r} must be a whole number, greater than the one before")
        objectives.append(PlanObjective(f"{code}.{rank}", int(rank), text_of(label, at), f"{short}, {code}, {rank}"))
    words, hints = fields.names("words"), fields.names("hints")
    found.append(PlanTheme(code, number, fields.text("title"), parent, tuple(objectives), words, hints))
