"""The documents on which plans are tried: the invented ones in every form, and the real ones where they are."""

from __future__ import annotations

from functools import cache
from itertools import count
from pathlib import Path

from corpus import cases

from filrouge.domain.model import Document, Framework, Plan
from filrouge.domain.planning.from_reading import plan_of
from filrouge.domain.reading import read
from filrouge.formats.readers import read_file
from filrouge.library import frameworks

#: One form of each make of file, and all of the kept texts: the others are read alike.
FORMS = ("txt", "docx-styles", "odt-bold", "pdf-numbered")
INVENTED = [(name, form) for name, form in cases.cases() if form in FORMS or form.startswith("txt")]


@cache
def reading(path: Path) -> tuple[Document, Framework | None]:
    document = read(read_file(path), frameworks())
    return document, next((one for one in frameworks() if one.urn == document.framework), None)


def plan(path: Path, letter: str = "n") -> Plan:
    """The plan of a file, with ids that begin with ``letter``."""
    document, framework = reading(path)
    numbers = count(1)
    return plan_of(document, new_id=lambda: f"{letter}{next(numbers)}", framework=framework)


def invented(name: str, form: str, folder: Path) -> Path:
    return cases.file(name, form, folder)


def real(folder: Path) -> list[Path]:
    return sorted((folder / "sources").glob("*.txt"))
