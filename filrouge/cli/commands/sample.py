"""``filrouge sample``: an invented document to try the command line on, and its report."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from filrouge.cli.checking import Order, check_one
from filrouge.cli.files import deliver, folder_for
from filrouge.cli.help import complain, speak
from filrouge.cli.language import chosen, voice
from filrouge.cli.problems import UNREADABLE
from filrouge.cli.reading import Unread
from filrouge.cli.samples import samples
from filrouge.cli.settings import Settings
from filrouge.domain.coherence import Severity

# The sample speaks of years to come; checked on this day it stays so, and the report is the same every year.
DAY = dt.date(2026, 7, 1)
FOLDER = Path("filrouge-sample")


def run(output: Path | None, lang: str | None) -> int:
    """Write the sample and its report into a folder, and say where they are; answer the exit status."""
    from filrouge.formats.writers.html.report import report

    language = chosen(lang)
    speak(language)
    say = voice(language)
    folder = folder_for(output or FOLDER)
    sample = samples()[0]
    try:
        dossier = check_one(sample, Order(None, language, None, DAY), language, Settings(), name=sample.name)
    except Unread as unread:
        complain(unread.sentence)
        return UNREADABLE
    page = folder / f"{sample.stem}.html"
    deliver(report(dossier, voice(language, "report")), page)
    copy = folder / sample.name
    deliver(sample.read_bytes(), copy)
    counts = {f"{severity.value}s": dossier.counts[severity.value] for severity in Severity}
    lines = [
        say("sample-done", title=dossier.title, **counts),
        say("sample-plan"),
        f"  {copy.resolve()}",
        say("sample-report"),
        f"  {page.resolve().as_uri()}",
    ]
    deliver("\n".join(lines) + "\n", None)
    return 0
