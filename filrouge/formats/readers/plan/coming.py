"""What comes back in a file of a plan: the plan as it now reads, what was unsure, what was added outside any field."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from filrouge.domain.model.plan import Plan

#: What may be unsure in a file that came back, each with the words that it is about.
DOUBTS = (
    "date-unread",  # a date that cannot be read: the day of before stays
    "figure-unread",  # a figure that cannot be read: the value of before stays
    "choice-unknown",  # a word that is none of the few: the value of before stays
    "words-gone",  # a statement or a title was emptied while the rest of its part stayed: its words stay
    "read-only",  # an act was changed: it stays as it is on record
    "parent-removed",  # what a statement hung under is gone: it hangs one level higher
    "day-kept",  # the words of a deadline changed and the day beside them did not
)
#: What was found outside any field.
STRAY_KINDS = ("text", "objective", "action", "section", "comment", "note")


#: Why a file cannot come back: it never left from here; another program dropped what it carried of the plan; what it
#: carries is not what its seal says; it is another document's.
REFUSALS = ("not-ours", "carrier-lost", "altered", "other-document")


class NotOurs(Exception):
    """The file is not one that can come back. ``code`` is one of REFUSALS; ``params`` names the document's ``id``."""

    def __init__(self, code: str, params: dict[str, str] | None = None) -> None:
        super().__init__(code, params or {})
        self.code, self.params = code, params or {}


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something unsure about a field of a part (``list`` and ``id`` empty for the plan itself)."""

    code: str
    list: str
    id: str
    field: str
    words: str


@dataclass(frozen=True, slots=True)
class Stray:
    """Words outside any field, to be proposed as an addition.

    ``kind`` is one of STRAY_KINDS; ``html`` the words as restricted HTML; ``section`` and ``parent`` the ids of the
    section and of the objective that they stand in, ``after`` that of the part before them; ``fields`` what else a copy
    of a statement says, by the names of the fields.
    """

    kind: str
    text: str
    html: str = ""
    section: str | None = None
    parent: str | None = None
    after: str | None = None
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that came back.

    ``base`` is the plan that left in it and ``plan`` the same plan as the file now reads; ``digest`` the seal of what
    left, ``departure`` the id under which it left, ``part`` the id of the part when only a part left. ``tracked`` says
    that changes were tracked, and read as accepted. Whoever holds the record of the departure compares ``digest`` with
    it: a file can be made up.
    """

    plan: Plan
    base: Plan
    document_id: str
    version: int
    digest: str
    language: str
    departure: str = ""
    part: str = ""
    doubts: tuple[Doubt, ...] = ()
    strays: tuple[Stray, ...] = ()
    tracked: bool = False


@dataclass(frozen=True, slots=True)
class Payload:
    """What the file carries of what left, beside the plan itself."""

    plan: Plan
    language: str
    keys: dict[str, tuple[str, str, str, str]]
    printed: dict[str, str]
    missing: dict[str, str]
    bodies_missing: dict[str, str]
    choices: dict[str, list[tuple[str, str]]]
    grids: dict[str, tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]]
    lines: list[tuple[str, list[tuple[str, str | None]]]]
    parts: list[tuple[str, str, int]]
    furniture: frozenset[str]
    facts: dict[str, str] = field(default_factory=dict)


def payload_of(found: dict[str, Any], plan: Plan, facts: dict[str, str]) -> Payload:
    """The payload out of its JSON. Raises KeyError, TypeError or ValueError when it is not well made."""
    return Payload(
        plan,
        str(found["language"]),
        {str(key): (str(list), str(id), str(name), str(arg)) for key, list, id, name, arg in found["keys"]},
        {str(key): str(text) for key, text in found["printed"].items()},
        {str(key): str(text) for key, text in found["missing"].items()},
        {str(key): str(text) for key, text in found["bodies_missing"].items()},
        {str(key): [(str(a), str(b)) for a, b in pairs] for key, pairs in found["choices"].items()},
        {
            str(key): (tuple(map(str, one["head"])), tuple(tuple(map(str, row)) for row in one["rows"]))
            for key, one in found["grids"].items()
        },
        [
            (str(style), [(str(text), None if key is None else str(key)) for text, key in inlines])
            for style, inlines in found["lines"]
        ],
        [(str(list), str(id), int(depth)) for list, id, depth in found["parts"]],
        frozenset(squeezed(str(text)) for text in found["furniture"]),
        facts,
    )


def squeezed(text: str) -> str:
    """Words without what no reader sees: control characters, doubled spaces, spaces at the ends."""
    from filrouge.domain.report.voice import clean

    return " ".join(clean(text).split())
