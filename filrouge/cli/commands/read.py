"""``filrouge read``: what a document says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from filrouge.cli.checking import each
from filrouge.cli.files import collected, deliver, shown
from filrouge.cli.help import speak
from filrouge.cli.language import chosen, voice
from filrouge.cli.options import one_of
from filrouge.cli.problems import UNREADABLE
from filrouge.cli.reading import document_in, framework_named, framework_of
from filrouge.cli.terminal import look
from filrouge.domain.model import Document

FORMATS = ("text", "json")


def run(names: list[Path], framework: str | None, format: str, output: Path | None, lang: str | None) -> int:
    """Read the files and write what they say; answer the exit status."""
    language = chosen(lang)
    speak(language)
    one_of("--format", format, FORMATS)
    wanted = framework_named(framework)
    paths = collected(names)
    many = len(names) > 1 or names[0].is_dir()

    def one(path: Path) -> tuple[str, Document]:
        return shown(path), document_in(path, wanted, language)

    read, failures = each(paths, one)
    if format == "json":
        from filrouge.formats.writers import json_text

        objects: list[dict[str, Any]] = [json_text.reading(file, document) for file, document in read]
        result = json_text.text(objects, [(f.file, f.sentence) for f in failures], many=many)
    else:
        from filrouge.formats.writers.text import reading

        speaking = voice(language, "report")
        pages = [
            reading.write(file, document, framework_of(document), speaking, look(output)) for file, document in read
        ]
        result = "\n".join(pages)
    if read or many:
        deliver(result, output, paths)
    return UNREADABLE if failures else 0
