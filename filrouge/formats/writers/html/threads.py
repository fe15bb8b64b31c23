"""The thread: the chain of levels with its unbroken, partial and broken links, and the tree of statements under it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from filrouge.domain.report.thread import Knot, Strand, thread
from filrouge.formats.writers.html.anchors import Sheet
from filrouge.formats.writers.html.markup import Content, Markup, tag
from filrouge.formats.writers.html.page import part


def threads(sheet: Sheet) -> Markup | None:
    """The part about the thread; None when the document states nothing at any level."""
    found = thread(sheet.dossier.document)
    if not found.strands:
        return None
    voice = sheet.voice
    chain = tag("ol", *_strands(sheet, found.strands), class_="chain")
    if len(found.strands) == 1:
        note = voice("thread-one-level")
    else:
        note = voice("thread-whole") if found.whole else voice("thread-broken")
    groups = []
    for kind, knots in groupby(sorted(found.roots, key=lambda knot: _order(found.strands, knot)), key=_kind):
        roots = list(knots)
        title = f"{voice(f'kind.{kind}', count=2).capitalize()} ({len(roots)})"
        groups += [tag("h3", title), tag("ul", *(_knot(sheet, knot, 1) for knot in roots))]
    return part("thread", voice("thread-title"), chain, tag("div", *groups, class_="tree"), note=note)


def _kind(knot: Knot) -> str:
    return knot.item.kind


def _order(strands: tuple[Strand, ...], knot: Knot) -> int:
    return [strand.kind for strand in strands].index(knot.item.kind)


def _strands(sheet: Sheet, strands: tuple[Strand, ...]) -> Iterator[Markup]:
    voice = sheet.voice
    links = [_link(strand, strands[rank - 1] if rank else None) for rank, strand in enumerate(strands)]
    for rank, strand in enumerate(strands):
        following = f"to-{links[rank + 1]}" if rank + 1 < len(strands) else ""
        said = [voice("strand-joined", joined=strand.joined, count=strand.count)] if rank else []
        if following and strand.serving < strand.count:
            said.append(voice("strand-serving", serving=strand.serving, count=strand.count))
        name = voice(f"kind.{strand.kind}", count=strand.count)
        yield tag(
            "li",
            tag("strong", str(strand.count)),
            name,
            *(tag("span", sentence, class_="link") for sentence in said),
            class_=f"{links[rank] if rank else ''} {following}".strip() or None,
        )


def _link(strand: Strand, above: Strand | None) -> str:
    """How a level hangs under the one above: ``joined``, ``partly`` or ``broken``."""
    if strand.joined == strand.count and (above is None or above.serving == above.count):
        return "joined"
    return "partly" if strand.joined else "broken"


def _knot(sheet: Sheet, knot: Knot, depth: int) -> Markup:
    line = _line(sheet, knot)
    gaps = _gaps(sheet, knot)
    if not knot.under:
        return tag("li", tag("div", line, *gaps, class_="bare" if depth == 1 else None), class_="leaf")
    below = tag("ul", *(_knot(sheet, one, depth + 1) for one in knot.under))
    return tag("li", tag("details", tag("summary", line), *gaps, below))


def _line(sheet: Sheet, knot: Knot) -> list[Content]:
    item, voice = knot.item, sheet.voice
    name = voice(f"one.{item.kind}") + (f" {item.number}" if item.number else "")
    words = tag("span", item.text, class_="words", lang=sheet.language)
    line: list[Content] = [tag("span", name, class_="kind")]
    if knot.under:
        line += [words, tag("span", f" ({len(knot.under)})", class_="kind")]
    else:
        line.append(tag("a", words, href=f"#{sheet.anchor_at(item.place.start)}"))
    details = [voice("owned-by", owners=list(item.owners))] if item.owners else []
    if item.deadline:
        details.append(voice("due", text=item.deadline.text, date=item.deadline.date))
    if item.quantity:
        details.append(voice("quantity", text=item.quantity.text))
    if details:
        line.append(tag("span", " · ".join(details), class_="detail"))
    return line


def _gaps(sheet: Sheet, knot: Knot) -> list[Content]:
    """In words, where the thread is broken at this statement."""
    gaps: list[Content] = []
    if knot.loose:
        gaps.append(tag("span", sheet.voice("knot-loose"), class_="gap"))
    if knot.bare:
        gaps.append(tag("span", sheet.voice("knot-bare"), class_="gap"))
    return gaps
