"""From the bytes of a file to a proposed plan: a file of ours comes back as it left, any other is read."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from filrouge.domain.model import Framework
from filrouge.domain.model.plan import Plan, Words
from filrouge.domain.planning.from_reading import plan_of
from filrouge.domain.reading import read
from filrouge.domain.reading.blocks import Extract
from filrouge.formats.readers import Limits, Unreadable, read_file

#: Smaller than what a reader would take: the file is kept in the database as the original.
LIMITS = Limits(file_bytes=30 * 1024 * 1024)
Tell = Callable[[int, dict[str, int]], None]


@dataclass(frozen=True, slots=True)
class Found:
    """What a file turned out to be. ``source`` is one of SOURCES, ``text`` the extracted text of one that was read."""

    source: str
    plan: Plan
    text: str = ""


def recognised(name: str, data: bytes, frameworks: Sequence[Framework], wanted: str, entity: str, tell: Tell) -> Found:
    """The plan that a file proposes.

    ``name`` is the file's name (its suffix tells text from Markdown); ``frameworks`` are those it may answer to and
    ``wanted`` the urn of the one it is known to answer to, or empty; ``tell`` is told how far it is in percent, with
    what was counted so far. Raises Unreadable, its sentence names the file.
    """
    tell(10, {"bytes": len(data)})
    try:
        extract = _extracted(data, PurePath(name).suffix)
    except Unreadable as error:
        raise Unreadable(error.code, {**error.params, "file": name}) from None
    tell(45, {"characters": len(extract.text)})
    document = read(extract, frameworks, framework=wanted or None)
    tell(75, {"sections": len(document.sections), "statements": len(document.items), "tables": len(document.tables)})
    known = next((one for one in frameworks if one.urn == document.framework), None)
    plan = plan_of(document, new_id=lambda: str(uuid.uuid4()), framework=known, entity=entity)
    if not plan.title:
        title = extract.title or PurePath(name).stem
        plan = replace(plan, title=Words().saying(plan.language, title[:300]))
    return Found("text", plan, document.text)


def _extracted(data: bytes, suffix: str) -> Extract:
    """The text and the blocks of the bytes, read where they can do no harm."""
    with TemporaryDirectory(prefix="filrouge-import-") as folder:
        path = Path(folder) / f"file{suffix if suffix.isascii() and suffix[1:].isalnum() else ''}"
        path.write_bytes(data)
        return read_file(path, LIMITS)
