"""What changed, in words: the name of a field, its value, the part it belongs to, who did it and why."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext, pgettext

from filrouge.apps.coherence.past import Author, Comparison
from filrouge.apps.coherence.selectors import Part
from filrouge.apps.common.history import FieldChange
from filrouge.domain.comparison.changes import Piece
from filrouge.domain.comparison.passages import passages
from filrouge.domain.language.formatting import format_date, format_number
from filrouge.domain.model.plan import Action, Contribution, Objective, Plan, PlanPart, PlanSection, Words
from filrouge.domain.planning.changes import ADDED, FIELD, MOVED, PLAN, REMOVED, RICH_FIELDS, Change
from filrouge.domain.planning.richtext import parse, plain
from filrouge.domain.planning.showing import shown
from filrouge.library import texts
from filrouge.web.coherence.parts import name_of, page_of, shortened
from filrouge.web.common.languages import current
from filrouge.web.common.templatetags.filrouge_words import plain_words

#: Fields whose values are words of a list, by the part of the texts that names them.
_NAMED = {"kind": ("kind", "act-kind", "swot", "table"), "commitment": ("commitment",), "relation": ("relation",)}
_STATES = ("state", "document-state")


@dataclass(frozen=True, slots=True)
class Line:
    """One change for the page. ``what`` says which part and what happened; ``before`` and ``after`` are texts to be
    shown word by word where ``is_text``, else two values; ``language`` is that of the texts."""

    what: str
    field: str
    before: str
    after: str
    is_text: bool
    language: str
    url: str
    authors: Sequence[tuple[str, dt.datetime, str]]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The texts as pieces: what stayed, what went, what came."""
        return passages(self.before, self.after)


@dataclass(frozen=True, slots=True)
class Group:
    """The changes in a section, or in the document's head (``name`` empty)."""

    name: str
    lines: Sequence[Line]


# --- fields and values ----------------------------------------------------------------------------------------------


def field_name(name: str, kind: str = "") -> str:
    """The name of a field as the pages and the files have it."""
    name = name.removesuffix("_id")
    if name == "number" and kind in ("act", "document"):
        return _word("field.version")
    if kind in ("act", "acts") and (found := _word(f"act.{name}")):
        return found
    return _word(f"field.{name}") or _own_name(name)


def _own_name(name: str) -> str:
    """The names of fields that no file has."""
    own = {
        "position": gettext("Place in the order"),
        "period_from": gettext("Period from"),
        "period_until": gettext("Period until"),
        "removed_at": gettext("Removed"),
        "content": gettext("Content"),
        "action": gettext("Action"),
        "objective": gettext("Objective"),
        "code": gettext("Code"),
        "name": gettext("Name"),
        "abbreviation": gettext("Abbreviation"),
        "mission": gettext("Mission"),
        "aliases": gettext("Other names"),
        "head": gettext("Head"),
        "ends_on": gettext("Ends on"),
        "category": gettext("Category"),
        "description": gettext("Description"),
        "question": gettext("Question"),
        "answer": gettext("Answer"),
        "as_of": gettext("As of"),
        "source": gettext("Source"),
        "role": gettext("Role"),
        "user": gettext("Person"),
        "unit": gettext("Unit"),
        "part": gettext("Part"),
        "words": gettext("Words marked"),
        "reason": gettext("Reason"),
        "author": gettext("Author"),
        "on": gettext("On"),
        "until": gettext("Until"),
    }
    return own.get(name, name)


def _word(*keys: str) -> str:
    known = texts("export")
    return next((known[key][current()] for key in keys if key in known), "")


def value_text(field: str, value: object, plan: Plan | None = None) -> str:
    """A value as a reader of the page writes it; nothing for none."""
    if value is None or value == "" or value == () or value == []:
        return ""
    if isinstance(value, Words):
        return plain_words(value) if field not in RICH_FIELDS else plain(parse(str(value)))
    if isinstance(value, dt.datetime | dt.date):
        return format_date(value.date() if isinstance(value, dt.datetime) else value, current())
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, int | Decimal | float):
        return format_number(Decimal(str(value)), current())
    if isinstance(value, Contribution):
        served = plan.parts.get(value.objective) if plan else None
        return part_name(served, "") if served is not None else gettext("an objective")
    if isinstance(value, list | tuple) and field == "languages":
        return " · ".join(_word(f"language.{one}") or str(one) for one in value)
    if isinstance(value, list | tuple):
        return " · ".join(filter(None, (value_text(field, one, plan) for one in value)))
    if isinstance(value, dict):
        return " · ".join(filter(None, (value_text("", one) for one in value.values())))
    return _known(field, str(value), plan)


def _known(field: str, value: str, plan: Plan | None) -> str:
    if plan is not None and value in plan.parts:
        return part_name(plan.parts[value], plan.language)
    groups = _NAMED.get(field, _STATES if field == "state" else ("language",) if field == "language" else ())
    found = _word(*(f"{group}.{value}" for group in groups))
    return found or (plain(parse(value)) if field in RICH_FIELDS else value)


# --- parts ----------------------------------------------------------------------------------------------------------


def part_name(part: PlanPart | None, main: str) -> str:
    """A part of a plan in a few words."""
    if part is None:
        return ""
    words = getattr(part, "text", None) or getattr(part, "title", None) or Words()
    number = str(getattr(part, "number", "") or "")
    for kind, known in (("section", PlanSection), ("objective", Objective), ("action", Action)):
        if isinstance(part, known):
            return name_of(Part(part.id, kind, number, words), main) or gettext("Section")
    said = shortened(plain_words(words, main)) if isinstance(words, Words) else ""
    return f"{number} {said}".strip() or _word(f"act-kind.{getattr(part, 'kind', '')}") or gettext("Table")


def _kind(part: PlanPart | None) -> str:
    kinds = (("section", PlanSection), ("objective", Objective), ("action", Action))
    return next((kind for kind, known in kinds if isinstance(part, known)), "")


# --- the changes between two states ---------------------------------------------------------------------------------


def groups(found: Comparison, names: Mapping[uuid.UUID, str], document: uuid.UUID) -> list[Group]:
    """What differs, section by section in the order of the text; the head of the document first."""
    by_section: dict[str, list[Line]] = {}
    for change in found.changes:
        by_section.setdefault(_section(change, found), []).append(_line(change, found, names, document))
    order = ["", *_order(found)]
    known = {section: rank for rank, section in enumerate(order)}
    made = []
    for section in sorted(by_section, key=lambda one: known.get(one, len(order))):
        part = found.after.parts.get(section) or found.before.parts.get(section)
        made.append(Group(part_name(part, found.after.language) if part else "", by_section[section]))
    return made


def _order(found: Comparison) -> list[str]:
    """The sections of both states in reading order; those that are gone behind the one that they followed."""
    order = [one.section.id for one in shown(found.after) if one.section]
    here, last = set(order), ""
    for one in shown(found.before):
        if one.section and one.section.id not in here:
            order.insert(order.index(last) + 1 if last in order else 0, one.section.id)
        if one.section:
            last = one.section.id
    return order


def _section(change: Change, found: Comparison) -> str:
    if change.part_kind == "sections":
        return change.part
    part = found.after.parts.get(change.part) or found.before.parts.get(change.part)
    return str(getattr(part, "section", None) or "")


def _line(change: Change, found: Comparison, names: Mapping[uuid.UUID, str], document: uuid.UUID) -> Line:
    part = found.after.parts.get(change.part) or found.before.parts.get(change.part)
    name = part_name(part, found.after.language)
    authors = [
        (person_name(author.person, names), author.when, author.why)
        for author in found.authors.get(change.part or str(document), ())
    ]
    url = page_of(document, _kind(part), change.part) if change.part in found.after.parts else ""
    before, after = _sides(change, found)
    is_text = change.kind in (ADDED, REMOVED) or (isinstance(change.before, str) and isinstance(change.after, str))
    return Line(
        _happened(change, name),
        field_name(change.field, change.part_kind) if change.kind == FIELD else "",
        before,
        after,
        is_text,
        change.language or found.after.language,
        url,
        authors,
    )


def _happened(change: Change, name: str) -> str:
    if change.part_kind == PLAN:
        return gettext("The document itself")
    said = {
        ADDED: gettext("%(part)s: added"),
        REMOVED: gettext("%(part)s: removed"),
        MOVED: gettext("%(part)s: moved"),
        FIELD: "%(part)s",
    }
    return said[change.kind] % {"part": name}


def _sides(change: Change, found: Comparison) -> tuple[str, str]:
    if change.kind == FIELD and change.language:
        old, new = (str(one or "") for one in (change.before, change.after))
        return (plain(parse(old)), plain(parse(new))) if change.field in RICH_FIELDS else (old, new)
    if change.kind == FIELD:
        return value_text(change.field, change.before, found.before), value_text(
            change.field, change.after, found.after
        )
    if change.kind == MOVED:
        was = found.before.parts.get(change.was_at.parent or "") if change.was_at else None
        now = found.after.parts.get(change.now_at.parent or "") if change.now_at else None
        return (part_name(was, ""), part_name(now, "")) if was is not now else ("", "")
    before, after = (_said(one, found.after.language) for one in (change.before, change.after))
    return before, after


def _said(part: object, main: str) -> str:
    """All the words of a part that was added or removed."""
    if part is None:
        return ""
    found = []
    for name in ("number", "title", "text", "body", "details", "note"):
        value = getattr(part, name, None)
        if isinstance(value, Words):
            said = plain_words(value, main)
            found.append(plain(parse(said)) if name in RICH_FIELDS else said)
        elif value:
            found.append(str(value))
    rows = getattr(part, "lines", ())
    found += [" · ".join(cells) for cells in rows]
    return "\n".join(filter(None, found))


def person_name(person: uuid.UUID | None, names: Mapping[uuid.UUID, str]) -> str:
    """The name of a person; in words where it was erased, or where the program itself made the change."""
    if person is None:
        return gettext("the program")
    return names.get(person) or gettext("erased person")


def why_text(why: str) -> str:
    """A reason as it was given; those that the program notes by itself, in words."""
    own = {
        "created": pgettext("reason of a change", "created"),
        "imported": pgettext("reason of a change", "imported from a file"),
        "moved": pgettext("reason of a change", "moved"),
        "restored": pgettext("reason of a change", "brought back"),
        "demonstration": pgettext("reason of a change", "loaded for the demonstration"),
        "adoption": pgettext("reason of a change", "adoption put on record"),
        "approval": pgettext("reason of a change", "approval put on record"),
        "copy": pgettext("reason of a change", "copy put on record"),
        "other": pgettext("reason of a change", "act put on record"),
    }
    return own.get(why, why)


# --- one object's history -------------------------------------------------------------------------------------------


def fields_told(changes: Sequence[FieldChange], kind: str, parts: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The fields of one change, those of words language by language. ``parts`` names the parts that ids point to."""
    for change in changes:
        name = field_name(change.field, kind)
        sides = [change.before, change.after]
        if any(isinstance(side, Words) for side in sides):
            words = [side if isinstance(side, Words) else Words() for side in sides]
            for language in dict.fromkeys((*words[0].languages(), *words[1].languages())):
                old, new = (side[language] for side in words)
                if change.field in RICH_FIELDS:
                    old, new = plain(parse(old)), plain(parse(new))
                if old != new:
                    yield {"name": name, "language": language, "pieces": passages(old, new)}
        else:
            old, new = (_shown(change.field, side, parts) for side in sides)
            yield {"name": name, "language": "", "pieces": passages(old, new)}


def _shown(field: str, value: object, parts: Mapping[str, str]) -> str:
    if isinstance(value, uuid.UUID):
        return parts.get(str(value)) or gettext("something that is gone")
    if field == "position" and isinstance(value, int):
        return str(value + 1)
    return value_text(field, value)


def author_lines(authors: Sequence[Author], names: Mapping[uuid.UUID, str]) -> list[tuple[str, dt.datetime, str]]:
    """Who, when and why, in words."""
    return [(person_name(one.person, names), one.when, why_text(one.why)) for one in authors]
