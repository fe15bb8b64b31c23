"""From the bytes of a file to a proposed plan: a file of ours comes back as it left, any other is read."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Any

from filrouge.apps.exchange.services.strays import with_strays
from filrouge.domain.model import Framework
from filrouge.domain.model.plan import Plan, Words
from filrouge.domain.model.plan_json import FORMAT, PlanFormatError
from filrouge.domain.planning.from_reading import plan_of
from filrouge.domain.reading import read
from filrouge.domain.reading.blocks import Extract
from filrouge.formats.readers import Limits, Unreadable, read_file
from filrouge.formats.readers.plan.coming import NotOurs, Returned
from filrouge.formats.readers.plan.json_file import read_json

#: Smaller than what a reader would take: the file is kept in the database as the original.
LIMITS = Limits(file_bytes=30_000_000)
Tell = Callable[[int, dict[str, int]], None]
_OUR_JSON = re.compile(rb'"format"\s*:\s*"' + FORMAT.encode() + rb'"')
_ZIP = b"PK\x03\x04"


class NotRead(Exception):
    """A file proposes nothing. ``code`` is the key of the sentence that says why, ``params`` fill it."""

    def __init__(self, code: str, params: Mapping[str, str]) -> None:
        super().__init__(code, params)
        self.code, self.params = code, dict(params)


@dataclass(frozen=True, slots=True)
class Found:
    """What a file turned out to be. ``source`` is one of SOURCES, ``text`` the extracted text of one that was read.

    Of a file that left from here: ``document`` is the id of its document, ``departure`` the id under which it left,
    ``digest`` its seal, and ``base`` what the file itself says that left, where that was a part alone. ``notes`` are
    what was unsure: (code, start, end), or of a file that came back (code, words).
    """

    source: str
    plan: Plan
    text: str = ""
    document: str = ""
    departure: str = ""
    digest: str = ""
    base: Plan | None = None
    notes: tuple[tuple[Any, ...], ...] = ()


def recognised(name: str, data: bytes, frameworks: Sequence[Framework], wanted: str, entity: str, tell: Tell) -> Found:
    """The plan that a file proposes.

    ``name`` is the file's name (its suffix tells text from Markdown); ``frameworks`` are those it may answer to and
    ``wanted`` the urn of the one it is known to answer to, or empty; ``tell`` is told how far it is in percent, with
    what was counted so far. Raises NotRead, its sentence names the file.
    """
    tell(10, {"bytes": len(data)})
    document = ""
    try:
        ours = _ours(data)
        if isinstance(ours, Found):
            tell(90, _counted(ours.plan))
            return ours
        document = ours
        extract = _extracted(data, PurePath(name).suffix)
    except Unreadable as error:
        raise NotRead(f"errors.{error.code}", {**error.params, "file": name}) from None
    except PlanFormatError as error:
        raise NotRead(f"plan.{error.code}", {**error.params, "where": error.where, "file": name}) from None
    tell(45, {"characters": len(extract.text)})
    found = read(extract, frameworks, framework=wanted or None)
    tell(75, {"sections": len(found.sections), "statements": len(found.items), "tables": len(found.tables)})
    known = next((one for one in frameworks if one.urn == found.framework), None)
    plan = plan_of(found, new_id=_new_id, framework=known, entity=entity)
    if not plan.title:
        title = extract.title or _kind_and_years(plan, known) or PurePath(name).stem
        plan = replace(plan, title=Words().saying(plan.language, title[:300]))
    return Found("text", replace(plan, id=""), found.text, document, notes=plan.notes)


def _kind_and_years(plan: Plan, framework: Framework | None) -> str:
    """What a plan that states no title is called: its kind and its years; empty when either is unknown."""
    if framework is None or plan.period is None:
        return ""
    first, last = plan.period[0].year, plan.period[1].year
    return f"{framework.title[plan.language]} {first}" + (f"-{last}" if last != first else "")


def _new_id() -> str:
    return str(uuid.uuid4())


def _counted(plan: Plan) -> dict[str, int]:
    statements = len(plan.objectives) + len(plan.actions)
    return {"sections": len(plan.sections), "statements": statements, "tables": len(plan.tables)}


def _extracted(data: bytes, suffix: str) -> Extract:
    """The text and the blocks of the bytes, read where they can do no harm."""
    with TemporaryDirectory(prefix="filrouge-import-") as folder:
        path = Path(folder) / f"file{suffix if suffix.isascii() and suffix[1:].isalnum() else ''}"
        path.write_bytes(data)
        return read_file(path, LIMITS)


# --- files of ours --------------------------------------------------------------------------------------------------


def _ours(data: bytes) -> Found | str:
    """A file of a document that left from here, known by its content. Else the id of the document that a Word file left
    from, when it lost the rest and must be read like any other, or nothing."""
    if data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{" and _OUR_JSON.search(data):
        plan = read_json(data, LIMITS)
        return Found("json", plan, document=plan.id)
    if not data.startswith(_ZIP):
        return ""
    for source, back in (("word", _word), ("workbook", _workbook)):
        try:
            return _returned(source, back(data))
        except NotOurs as error:
            if error.code != "not-ours":
                return error.params.get("id", "")
    return ""


def _word(data: bytes) -> Returned:
    from filrouge.formats.readers.plan.word import read_back

    return read_back(data, LIMITS)


def _workbook(data: bytes) -> Returned:
    from filrouge.formats.readers.plan.workbook import read_workbook

    return read_workbook(data, LIMITS)


def _returned(source: str, back: Returned) -> Found:
    plan, kept = with_strays(back.plan, back.strays, back.language, _new_id)
    notes = [(one.code, one.words) for one in back.doubts]
    notes += [(f"stray-{one.kind}", one.text[:300]) for one in kept]
    if back.tracked:
        notes.append(("tracked", ""))
    base = back.base if back.part else None
    return Found(source, plan, "", back.document_id, back.departure, back.digest, base, tuple(notes))
