"""What changed between two versions, on one page: struck and underlined words, each said aloud as removed or added."""

from __future__ import annotations

from collections.abc import Iterable

from filrouge import __version__
from filrouge.domain.comparison import Comparison, Piece, SectionChange, TableChange, WordingChange
from filrouge.domain.model.canonical import digest
from filrouge.domain.report.differing import cell_label, change_lists, line_name, signed, totals, value
from filrouge.domain.report.naming import document_line, figure, titled
from filrouge.domain.report.voice import Voice
from filrouge.formats.writers.html.markup import Content, Markup, sign, tag
from filrouge.formats.writers.html.page import page, part


def write(before: str, after: str, found: Comparison, voice: Voice) -> str:
    """The page of the changes from the file ``before`` to the file ``after``."""
    names = [name.replace("\\", "/").rsplit("/", 1)[-1] for name in (before, after)]
    parts = {
        "facts": _facts(found, voice),
        "sections": _sections(found, voice),
        **{
            name.removeprefix("changed-"): _wordings(name, changes, found, voice)
            for name, changes in change_lists(found)
        },
        "tables": _tables(found, voice),
    }
    present = {name: one for name, one in parts.items() if one is not None}
    links = [tag("li", tag("a", voice(f"changed-{name}"), href=f"#{name}")) for name in present]
    jump = tag("nav", tag("ul", *links, class_="jump"), aria_label=voice("jump")) if links else None
    title = voice("comparison-title", before=names[0], after=names[1])
    foot = [tag("p", voice("foot-short", version=__version__))]
    for name, document in zip(names, (found.before, found.after), strict=True):
        foot.append(tag("p", f"{name} – SHA-256: ", tag("span", digest(document), class_="digest")))
    content = [_opening(names, found, voice), jump, *present.values()]
    return page(voice, title, voice("comparison"), content, foot, "comparison")


def _opening(names: list[str], found: Comparison, voice: Voice) -> Markup:
    rows = [tag("li", sentence) for sentence in totals(found, voice)]
    if not rows:
        rows = [tag("li", sign("met"), voice("no-change"), class_="met")]
    versions = [
        tag(
            "div",
            tag("dt", voice(key)),
            tag("dd", tag("strong", name), " ", tag("span", document_line(document, None, voice, kind=False))),
        )
        for key, name, document in zip(("old", "new"), names, (found.before, found.after), strict=True)
    ]
    legend = tag("p", voice("legend"), " ", _pieces(_example(voice), voice), class_="legend")
    return tag(
        "div",
        tag("h1", voice("comparison")),
        tag("dl", *versions, class_="versions"),
        tag("ul", *rows, class_="totals"),
        None if found.same else legend,
        class_="opening",
    )


def _example(voice: Voice) -> list[Piece]:
    return [Piece("gone", voice("legend-gone")), Piece("same", " "), Piece("new", voice("legend-new"))]


def _facts(found: Comparison, voice: Voice) -> Markup | None:
    if not found.facts:
        return None
    rows = []
    for change in found.facts:
        was, now = (value(change.name, one, voice) for one in (change.before, change.after))
        cells = [tag("td", tag("del", was) if change.before is not None else was)]
        cells.append(tag("td", tag("ins", now) if change.after is not None else now))
        rows.append(tag("tr", tag("th", voice(f"field.{change.name}"), scope="row"), *cells))
    head = [tag("th", voice(name), scope="col") for name in ("column.fact", "old", "new")]
    return part("facts", voice("changed-facts"), _framed(voice("changed-facts-table"), head, rows))


def _framed(caption: str, head: list[Markup], rows: list[Markup]) -> Markup:
    inner = [
        tag("caption", caption, class_="unseen"),
        tag("thead", tag("tr", *head)),
        tag("tbody", *rows),
    ]
    return tag("div", tag("table", inner), class_="scroll", role="region", tabindex="0", aria_label=caption)


def _sections(found: Comparison, voice: Voice) -> Markup | None:
    if not found.sections:
        return None
    rows = [tag("li", *_section(change, found, voice), class_=f"change {change.state}") for change in found.sections]
    return part("sections", voice("changed-sections"), tag("ul", *rows, class_="changes"))


def _section(change: SectionChange, found: Comparison, voice: Voice) -> list[Content]:
    section = change.after or change.before
    assert section is not None
    language = _language(found, voice)
    shown = _pieces(change.title, voice) if change.state == "changed" else _entire(change.state, titled(section))
    content = [_state(change.state, voice), tag("span", shown, class_="words", lang=language)]
    if change.before is not None and change.after is not None and change.before.number != change.after.number:
        numbers = voice("number-was", before=change.before.number or "–", after=change.after.number or "–")
        content.append(tag("span", " ", numbers, class_="detail"))
    return list(content)


def _entire(state: str, text: str) -> Markup:
    return tag({"added": "ins", "removed": "del"}.get(state, "span"), text)


def _wordings(name: str, changes: tuple[WordingChange, ...], found: Comparison, voice: Voice) -> Markup:
    rows = [_wording(change, found, voice) for change in changes]
    return part(name.removeprefix("changed-"), voice(name), tag("ul", *rows, class_="changes"))


def _wording(change: WordingChange, found: Comparison, voice: Voice) -> Markup:
    words = _pieces(change.words, voice) if change.state == "changed" else _entire(change.state, change.line.text)
    fields = []
    for one in change.fields:
        was, now = (value(one.name, v, voice) for v in (one.before, one.after))
        fields.append(
            tag("div", tag("dt", voice(f"field.{one.name}")), tag("dd", tag("del", was), " → ", tag("ins", now)))
        )
    return tag(
        "li",
        _state(change.state, voice),
        tag("span", line_name(change.line, voice), class_="detail"),
        tag("p", words, class_="words", lang=_language(found, voice)),
        tag("dl", *fields, class_="fields") if fields else None,
        class_=f"change {change.state}",
    )


def _tables(found: Comparison, voice: Voice) -> Markup | None:
    if not found.tables:
        return None
    return part("tables", voice("changed-tables"), *(_table(change, found, voice) for change in found.tables))


def _table(change: TableChange, found: Comparison, voice: Voice) -> Markup:
    table, language = change.table, _language(found, voice)
    title = table.title or voice(f"one.table.{table.kind}")
    heading = tag("h3", _state(change.state, voice), tag("span", title, lang=language if table.title else None))
    if not change.cells:
        return tag("div", heading)
    rows = []
    for cell in change.cells:
        was, now = (figure(v, voice) if v is not None else None for v in (cell.before, cell.after))
        rows.append(
            tag(
                "tr",
                tag("th", cell_label(cell), scope="row", lang=language),
                tag("td", tag("del", was) if was else "–", class_="figure"),
                tag("td", tag("ins", now) if now else "–", class_="figure"),
                tag("td", signed(cell.difference, voice) if cell.difference is not None else "–", class_="figure"),
            )
        )
    names = ("old", "new", "column.difference")
    head = [tag("th", voice("column.figure"), scope="col")]
    head += [tag("th", voice(name), scope="col", class_="figure") for name in names]
    return tag("div", heading, _framed(voice("changed-figures-of", title=title), head, rows))


def _pieces(pieces: Iterable[Piece], voice: Voice) -> Markup:
    """Words with those that went struck and those that came underlined, and said so to who cannot see it."""
    language = voice.language
    gone, new = voice("said-removed"), voice("said-added")
    content: list[Content] = []
    for piece in pieces:
        if piece.state == "same":
            content.append(piece.text)
            continue
        name, said = ("del", gone) if piece.state == "gone" else ("ins", new)
        content.append(tag(name, tag("span", f"{said} ", class_="unseen", lang=language), piece.text))
    return Markup("".join(tag("span", content)))


def _state(state: str, voice: Voice) -> Markup:
    return tag("span", voice(f"change.{state}"), class_=f"state {state}")


def _language(found: Comparison, voice: Voice) -> str | None:
    own = found.after.language
    return own if own != voice.language else None
