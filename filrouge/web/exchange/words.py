"""The words for fields, kinds and doubts, from the library's texts in the reader's language."""

from __future__ import annotations

from filrouge.domain.model.plan import PlanPart, PlanSwotItem, PlanTable
from filrouge.library import UnknownName, text, texts
from filrouge.web.common.languages import current

_LISTS = {"sections": "section", "actions": "action", "risk_domains": "risk_domain"}


def field_name(name: str) -> str:
    """What a field is called: ``Échéance``."""
    return _said(f"field.{name}") or name


def kind_name(kind: str) -> str:
    """What a statement of this kind is called: ``Objectif opérationnel``."""
    return _said(f"kind.{kind}") or _said(f"field.{kind}") or kind


def part_kind(part: PlanPart, name: str) -> str:
    """What a part of this list is: the kind of an objective, a line of the analysis, a table."""
    if isinstance(part, PlanSwotItem):
        return _said(f"quoted.{part.kind}")
    if isinstance(part, PlanTable):
        return _said(f"table.{part.kind}") if part.kind == "other" else f"{_said('table.other')} · {_table(part.kind)}"
    if name == "acts":
        return _said("act.kind")
    return kind_name(getattr(part, "kind", _LISTS.get(name, name)))


def _table(kind: str) -> str:
    return _said(f"table.{kind}").lower()


def value_name(field: str, value: object) -> str:
    """The word of a value that is one of few, else the value itself."""
    for key in (f"{field}.{value}", f"document-state.{value}" if field == "state" else ""):
        if key and _said(key):
            return _said(key)
    return str(value)


def doubt(code: str) -> str:
    """What reading was unsure of, in one sentence."""
    for key in (f"exchange.doubt.{code}", f"notes.{code}"):
        try:
            return text(key, current())
        except UnknownName:
            continue
    return text("exchange.doubt.unsure", current())


def came_back(code: str, words: str) -> str:
    """What was unsure in a file that came back, or stood beside its text, in one sentence."""
    for key in (f"export.doubt.{code}", f"exchange.back.{code}", f"export.{code}"):
        try:
            return text(key, current(), words=words)
        except UnknownName:
            continue
    return text("exchange.back.other", current(), words=words)


def _said(key: str) -> str:
    known = texts("export")
    return known[key][current()] if key in known else ""
