"""``filrouge align``: which themes and objectives of a plan above a document answers to."""

from __future__ import annotations

from pathlib import Path

from filrouge.cli.checking import each
from filrouge.cli.files import collected, deliver, shown
from filrouge.cli.help import speak
from filrouge.cli.language import chosen, voice
from filrouge.cli.options import one_of
from filrouge.cli.problems import UNREADABLE
from filrouge.cli.reading import document_in, framework_named, plan_named
from filrouge.cli.terminal import look
from filrouge.domain.alignment import Alignment, align

FORMATS = ("text", "json")


def run(names: list[Path], plan: str, framework: str | None, format: str, output: Path | None, lang: str | None) -> int:
    """Hold the files against the plan and write what they answer to; answer the exit status."""
    language = chosen(lang)
    speak(language)
    one_of("--format", format, FORMATS)
    above = plan_named(plan, "--with")
    wanted = framework_named(framework)
    paths = collected(names)
    many = len(names) > 1 or names[0].is_dir()

    def one(path: Path) -> tuple[str, Alignment]:
        return shown(path), align(document_in(path, wanted, language), above)

    held, failures = each(paths, one)
    if format == "json":
        from filrouge.formats.writers import alignment_json, json_text

        objects = [alignment_json.alignment(file, found) for file, found in held]
        result = json_text.text(objects, [(f.file, f.sentence) for f in failures], many=many)
    else:
        from filrouge.formats.writers.text import alignment

        speaking = voice(language, "report")
        result = "\n".join(alignment.write(file, found, speaking, look(output)) for file, found in held)
    if held or many:
        deliver(result, output, paths)
    return UNREADABLE if failures else 0
