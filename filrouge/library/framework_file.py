"""Frameworks from YAML. See :mod:`filrouge.library` for the shape of the file."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from filrouge.domain.model import ITEM_KINDS, Catalogue, Framework, FrameworkSection, Level, Part
from filrouge.library.catalogue_file import catalogue, catalogues
from filrouge.library.errors import ROOT, Fault, UnknownName
from filrouge.library.fields import At, Fields
from filrouge.library.yaml_file import Value, load

URN = "urn:filrouge:framework:"
FORMS = ("label", "lead_in", "heading", "numbered", "bulleted")
SEVERITIES = ("error", "warning", "info")


@cache
def kinds() -> tuple[str, ...]:
    """The kinds of framework in the library, in alphabetical order; a kind is the name of its file."""
    return tuple(sorted(file.stem for file in (ROOT / "frameworks").glob("*.yaml")))


@cache
def frameworks() -> tuple[Framework, ...]:
    """Every framework of the library, by kind in alphabetical order. Raises LibraryError."""
    return tuple(_of_kind(kind) for kind in kinds())


def framework(name: str) -> Framework:
    """The framework of this URN or kind; its file alone is read. Raises UnknownName, LibraryError."""
    kind = name.removeprefix(URN)
    if kind not in kinds():
        raise UnknownName(name, kinds())
    return _of_kind(kind)


@cache
def _of_kind(kind: str) -> Framework:
    return load_framework(ROOT / "frameworks" / f"{kind}.yaml")


def load_framework(file: Path) -> Framework:
    """A framework from any file of that shape. Raises LibraryError with file and line."""
    return load(file, lambda value: _framework(value, file.stem))


def _framework(value: Value, stem: str) -> Framework:
    top = Fields(value)
    top.only(
        "kind",
        "version",
        "title",
        "description",
        "source",
        "marks",
        "sections",
        "levels",
        "parts",
        "severities",
        "rules",
        "prose",
        "catalogue",
    )
    kind = top.string("kind")
    if kind != stem:
        raise Fault(("kind",), f"the kind is {kind!r} but the file is named {stem!r}; they must be the same")
    sections = _sections(top)
    return Framework(
        urn=URN + kind,
        kind=kind,
        version=top.integer("version"),
        title=top.text("title"),
        description=top.text("description"),
        source=top.string("source"),
        marks=top.names("marks", complete=True),
        sections=sections,
        levels=_levels(top, frozenset(section.id for section in sections)),
        parts=_parts(top),
        severities=_severities(top),
        rules=top.strings("rules"),
        prose=top.boolean("prose", False),
        fetch=_catalogue(top),
    )


def _catalogue(top: Fields) -> Callable[[], Catalogue] | None:
    return partial(catalogue, top.one_of("catalogue", catalogues())) if "catalogue" in top else None


def _sections(top: Fields) -> tuple[FrameworkSection, ...]:
    found: list[FrameworkSection] = []
    seen: set[str] = set()
    for at, value in top.items("sections", required=True):
        _section(Fields(value, at), None, 1, found, seen)
    return tuple(found)


def _section(fields: Fields, parent: str | None, level: int, found: list[FrameworkSection], seen: set[str]) -> None:
    fields.only("id", "number", "title", "guidance", "required", "aliases", "source", "sections")
    name = fields.string("id")
    if name in seen:
        raise Fault((*fields.at, "id"), f"two sections have the id {name!r}")
    seen.add(name)
    found.append(
        FrameworkSection(
            id=name,
            number=fields.optional("number"),
            title=fields.text("title"),
            guidance=fields.text("guidance"),
            level=level,
            parent=parent,
            required=fields.boolean("required", default=False),
            aliases=fields.names("aliases"),
            source=fields.optional("source"),
        )
    )
    for at, value in fields.items("sections"):
        _section(Fields(value, at), name, level + 1, found, seen)


def _levels(top: Fields, sections: frozenset[str]) -> tuple[Level, ...]:
    found = [_level(Fields(value, at), sections) for at, value in top.items("levels", required=True)]
    named = {level.kind for level in found}
    for rank, level in enumerate(found):
        if level.parent is not None and level.parent not in named:
            raise Fault(("levels", rank, "parent"), f"the parent {level.parent!r} is not a level of this framework")
    return tuple(found)


def _level(fields: Fields, sections: frozenset[str]) -> Level:
    fields.only("kind", "names", "forms", "parent", "sections")
    forms = fields.strings("forms", required=True)
    _known(forms, FORMS, (*fields.at, "forms"), "form")
    within = fields.strings("sections")
    _known(within, tuple(sorted(sections)), (*fields.at, "sections"), "section")
    return Level(
        kind=fields.one_of("kind", ITEM_KINDS),
        names=fields.names("names", complete=True),
        forms=forms,
        parent=fields.one_of("parent", ITEM_KINDS) if "parent" in fields else None,
        sections=within,
    )


def _known(words: tuple[str, ...], known: tuple[str, ...], at: At, what: str) -> None:
    for rank, word in enumerate(words):
        if word not in known:
            raise Fault((*at, rank), f"the {what} {word!r} is not known; known are: {', '.join(known)}")


def _parts(top: Fields) -> tuple[Part, ...]:
    found = []
    for at, value in top.items("parts"):
        fields = Fields(value, at)
        fields.only("code", "names")
        found.append(Part(code=fields.string("code"), names=fields.names("names", complete=True)))
    return tuple(found)


def _severities(top: Fields) -> tuple[tuple[str, str], ...]:
    found = []
    for code, at, _ in top.pairs("severities"):
        found.append((code, Fields(top.raw("severities"), at[:-1]).one_of(code, SEVERITIES)))
    return tuple(found)
