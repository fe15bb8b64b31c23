"""``filrouge compare``: what changed between two versions of a document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from filrouge.cli.checking import each
from filrouge.cli.files import deliver, shown
from filrouge.cli.help import speak
from filrouge.cli.language import chosen, voice
from filrouge.cli.options import one_of
from filrouge.cli.problems import UNREADABLE
from filrouge.cli.reading import document_in, framework_named
from filrouge.cli.terminal import look
from filrouge.domain.comparison import Comparison, compare
from filrouge.domain.model import Document

FORMATS = ("text", "html", "json")


def run(before: Path, after: Path, framework: str | None, format: str, output: Path | None, lang: str | None) -> int:
    """Read both files, write what changed; answer the exit status: 0 also when something changed."""
    language = chosen(lang)
    speak(language)
    one_of("--format", format, FORMATS)
    wanted = framework_named(framework)

    def one(path: Path) -> Document:
        return document_in(path, wanted, language)

    documents, failures = each([before, after], one)
    if failures:
        return UNREADABLE
    found = compare(documents[0], documents[1])
    deliver(_written(shown(before), shown(after), found, format, language, output), output, [before, after])
    return 0


def _written(before: str, after: str, found: Comparison, format: str, language: str, output: Path | None) -> str:
    speaking = voice(language, "report")
    if format == "html":
        from filrouge.formats.writers.html import comparison as page

        return page.write(before, after, found, speaking)
    if format == "json":
        from filrouge.domain.model.canonical import dumps
        from filrouge.formats.writers.comparison_json import comparison

        made: dict[str, Any] = {"before": before, "after": after, **comparison(found)}
        return dumps(made, pretty=True) + "\n"
    from filrouge.formats.writers.text import comparison as text

    return text.write(before, after, found, speaking, look(output))
