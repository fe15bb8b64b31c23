"""Several documents: a page for each, and one that leads to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filrouge import __version__
from filrouge.domain.report.dossier import SEVERITIES, Batch, Dossier
from filrouge.domain.report.naming import framework_name, language_name
from filrouge.domain.report.voice import Voice
from filrouge.formats.writers.html.markup import Markup, sign, tag
from filrouge.formats.writers.html.page import page, part
from filrouge.formats.writers.html.report import heading, report

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 80


def pages(batch: Batch, voice: Voice) -> Iterator[tuple[str, str]]:
    """The name and the text of each page; ``index.html`` comes last."""
    names = _names(batch.dossiers)
    for name, dossier in zip(names, batch.dossiers, strict=True):
        yield name, report(dossier, voice)
    yield "index.html", _index(batch, names, voice)


def _names(dossiers: tuple[Dossier, ...]) -> list[str]:
    """A file name for each report, after its document's; no two alike, also where case does not count."""
    taken = {"index.html"}
    names = []
    for dossier in dossiers:
        stem = _UNSAFE.sub("-", dossier.file.replace("\\", "/").rsplit("/", 1)[-1]).strip("-.")[:_LONGEST] or "report"
        name, turn = f"{stem}.html", 2
        while name.casefold() in taken:
            name, turn = f"{stem}-{turn}.html", turn + 1
        taken.add(name.casefold())
        names.append(name)
    return names


def _index(batch: Batch, names: list[str], voice: Voice) -> str:
    rows = [_row(dossier, name, voice) for dossier, name in zip(batch.dossiers, names, strict=True)]
    head = [tag("th", voice(key), scope="col") for key in ("column.title", "file", "column.kind", "column.language")]
    head += [tag("th", sign(one.value), voice(f"{one.value}-many"), scope="col", class_="figure") for one in SEVERITIES]
    count = len(batch.dossiers) + len(batch.failures)
    caption = voice("files", count=count)
    inner = [tag("caption", caption, class_="unseen"), tag("thead", tag("tr", *head)), tag("tbody", *rows)]
    table = tag("div", tag("table", inner), class_="scroll", role="region", tabindex="0", aria_label=voice("reports"))
    content = [tag("div", tag("h1", voice("reports")), class_="opening"), part("files", caption, table)]
    if batch.failures:
        failed = [tag("li", failure.sentence) for failure in batch.failures]
        content.append(part("failures", voice("not-read", count=len(failed)), tag("ul", *failed, class_="repairs")))
    return page(
        voice, voice("reports"), voice("reports"), content, tag("p", voice("foot-short", version=__version__)), "report"
    )


def _row(dossier: Dossier, name: str, voice: Voice) -> Markup:
    document = dossier.document
    return tag(
        "tr",
        tag("th", tag("a", heading(dossier, voice), href=name), scope="row"),
        tag("td", dossier.file, class_="path"),
        tag("td", framework_name(document, dossier.framework, voice)),
        tag("td", language_name(document.language, voice)),
        *(tag("td", str(dossier.counts[one.value]), class_="figure") for one in SEVERITIES),
    )
