"""``filrouge check``: what is wrong with a document."""

from __future__ import annotations

from pathlib import Path

from filrouge.cli.checking import Order, Outcome, check_all
from filrouge.cli.files import collected, deliver, folder_for
from filrouge.cli.help import speak
from filrouge.cli.language import chosen, voice
from filrouge.cli.options import day, one_of
from filrouge.cli.problems import UNREADABLE, Problem
from filrouge.cli.reading import framework_named, plan_named
from filrouge.cli.settings import FAIL_ON
from filrouge.cli.terminal import look
from filrouge.formats.writers import CHECK_FORMATS, write_check


def run(
    names: list[Path],
    framework: str | None,
    format: str,
    output: Path | None,
    fail_on: str | None,
    against: str | None,
    lang: str | None,
    today: str | None,
) -> int:
    """Check the files and write the remarks; answer the exit status."""
    speak(chosen(lang))
    one_of("--format", format, tuple(CHECK_FORMATS))
    if fail_on is not None:
        one_of("--fail-on", fail_on, FAIL_ON)
    above = plan_named(against, "--against") if against is not None else None
    order = Order(framework_named(framework), lang, fail_on, day(today), above)
    many = len(names) > 1 or names[0].is_dir()
    if many and format == "html" and (output is None or output.suffix):
        raise Problem("html-needs-folder")
    paths = collected(names)
    outcome = check_all(paths, order, many=many)
    _deliver(outcome, format, output, paths)
    if outcome.batch.failures:
        return UNREADABLE
    return int(outcome.failed)


def _deliver(outcome: Outcome, format: str, output: Path | None, sources: list[Path]) -> None:
    batch, voices = outcome.batch, voice(outcome.language, "report")
    if format == "html" and batch.many:
        from filrouge.formats.writers.html import index

        assert output is not None
        folder = folder_for(output)
        for name, page in index.pages(batch, voices):
            deliver(page, folder / name, sources)
    elif batch.dossiers or batch.many:
        deliver(write_check(format, batch, voices, look(output)), output, sources)
