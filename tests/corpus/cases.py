"""The invented documents in all the forms in which they are read, and how they are read."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import yaml

from corpus.builders import opendocument, page, word
from corpus.builders.pieces import Look, Script, parse
from filrouge.domain.model.canonical import to_json
from filrouge.domain.reading import read
from filrouge.formats.readers import read_file
from filrouge.library import frameworks

HERE = Path(__file__).parent
BUILDERS = {"docx": word.build, "odt": opendocument.build, "pdf": page.build}
MAKES = ("styles", "bold", "numbered")
LOOKS = {
    "styles": Look(styles=True, automatic=True),
    "bold": Look(styles=False, automatic=False),
    "numbered": Look(styles=False, automatic=True, numbered_headings=True, boxes=True),
    "columns": Look(styles=True, automatic=False, columns=True),
}


@cache
def expected(name: str) -> dict[str, Any]:
    """The reading that a careful person expects of a document."""
    found = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def names() -> list[str]:
    return sorted(path.stem for path in HERE.glob("*.yaml"))


def forms(name: str) -> list[str]:
    """The forms in which a document is read: ``txt`` as it is kept, and its script in every format and every make."""
    known = expected(name)
    kept = ["txt"] if "file" in known else []
    made = [f"{format}-{look}" for format in BUILDERS for look in MAKES] if "script" in known else []
    return [*kept, *made, *known.get("forms", [])]


def cases() -> list[tuple[str, str]]:
    return [(name, form) for name in names() for form in forms(name)]


def script(name: str) -> Script:
    known = expected(name)
    return parse((HERE / known["script"]).read_text(encoding="utf-8"), known["language"])


def build(made: Script, form: str) -> bytes:
    """A script as a file; ``form`` is ``FORMAT-LOOK``; ``txt-LOOK`` is the text that an extractor leaves of the PDF."""
    format, look = form.split("-")
    return extracted(page.build(made, LOOKS[look])) if format == "txt" else BUILDERS[format](made, LOOKS[look])


def extracted(pdf: bytes) -> bytes:
    """The words of a PDF as a simple extractor gives them: line by line, tables flattened, a form feed after a page."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [one.get_textpage().get_text_range() for one in document]
    text = "\n\f".join(pages).replace("\r\n", "\n").replace("\ufffe", "-\n")
    return text.encode()


def lost(name: str, form: str) -> tuple[str, ...]:
    """The figures that nobody could read from this form of a document, with what its layout said gone."""
    return tuple(expected(name).get("lost", {}).get(form, ()))


def file(name: str, form: str, folder: Path) -> Path:
    """The file of a document in a form, made in ``folder`` unless it is kept as it is."""
    if form == "txt":
        return HERE / str(expected(name)["file"])
    path = folder / f"{name}.{form.split('-')[0]}"
    path.write_bytes(build(script(name), form))
    return path


def answer(path: Path) -> dict[str, Any]:
    """What ``filrouge read --format json`` says of a file."""
    return to_json(read(read_file(path), frameworks()))


def words(name: str) -> str:
    """All the words of a document on one line, without its layout: what an expectation must be made of."""
    known = expected(name)
    text = (HERE / str(known.get("file") or known["script"])).read_text(encoding="utf-8")
    text = re.sub(r"(?<=[a-zà-ÿ])-\n(?=[a-zà-ÿ])", "", text)
    return re.sub(r"\[\^\w+\]", "", text)
