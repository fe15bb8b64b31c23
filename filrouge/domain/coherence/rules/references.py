"""DOC105 and DOC106: what the text refers to and does not have, and what it announces for later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from filrouge.domain.coherence.engine import Context, Fact, Severity, rule
from filrouge.domain.coherence.prose import Sentence, excerpt
from filrouge.domain.coherence.rules.sources import NATIONAL, OWN
from filrouge.domain.language.words import flat, phrases
from filrouge.domain.model import Place

_NUMBER = r"(?:n[°ro]*\.?\s*)?(?P<number>\d+(?:\.\d+)*|[ivx]+(?!\w)|[a-z](?!\w|'|\.\w))"


@rule("DOC105", Severity.WARNING, source=NATIONAL, weight=64)
def refers_to_what_is_not_there(context: Context) -> Iterator[Fact]:
    """An annex, a section or a table that a sentence refers to and that the document does not have; once for each."""
    found: dict[tuple[str, str], list[Fact]] = {}
    for sentence in context.prose.sentences:
        for kind, number, words in (*_annexes(context, sentence), *_parts(context, sentence)):
            place = context.prose.where(words, sentence.paragraph.place)
            fact = context.within(place, kind=kind, target=number or None, quote=excerpt(sentence.text), words=words)
            found.setdefault((kind, number), []).append(fact)
    for facts in found.values():
        others = tuple(fact.place for fact in facts[1:] if fact.place)
        yield replace(facts[0].saying(count=len(facts)), places=others)


def _annexes(context: Context, sentence: Sentence) -> Iterator[tuple[str, str, str]]:
    words = context.words
    annex = phrases(*words.annex)
    if not annex.search(sentence.flat):
        return
    numbered = re.compile(rf"{annex.pattern}\s+{_NUMBER}")
    refers = phrases(*words.refers)
    for match in annex.finditer(sentence.flat):
        after = sentence.flat[match.end() : match.end() + 60]
        if _of_another_act(context, after):
            continue
        number = numbered.match(sentence.flat, match.start())
        if number and (number["number"][0].isdigit() or sentence.text[number.start("number")].isupper()):
            if not _has_annex(context, number["number"]):
                yield "annex", number["number"].upper(), sentence.text[match.start() : number.end()]
        elif refers.search(sentence.flat) and not _has_annex(context, None):
            yield "annexes", "", sentence.text[match.start() : match.end()]


def _of_another_act(context: Context, after: str) -> bool:
    """Whether what follows says that the annex, or the section, is that of a law, a circular or another document."""
    words = context.words
    return (
        re.match(
            rf"[^,;.]{{0,25}}?\b{phrases(*words.of).pattern}\s*(?:\w+\s+|\w')?{phrases(*words.acts).pattern}", after
        )
        is not None
    )


def _has_annex(context: Context, number: str | None) -> bool:
    """Whether a heading, or the beginning of a line, is that annex; with no number, any annex."""
    names = phrases(*context.words.annex).pattern
    wanted = re.escape(number) if number else ""
    pattern = re.compile(rf"^\W*{names}\s*(?:n[°ro]*\.?\s*)?{wanted}(?!\w)")
    if any(pattern.match(title) for _, title in context.prose.headings):
        return True
    lines = re.compile(rf"(?m)^[^\w\n]*{names}\s*(?:n[°ro]*\.?\s*)?{wanted}[ \t]*(?:[-‐–—:.]|\n)")
    return number is not None and lines.search(context.prose.flat) is not None


def _parts(context: Context, sentence: Sentence) -> Iterator[tuple[str, str, str]]:
    if not any(char.isdigit() for char in sentence.text):
        return
    words = context.words
    numbers = {(section.number or "").strip(". )") for section in context.document.sections} - {""}
    pattern = re.compile(rf"(?P<word>{phrases(*words.section).pattern})\s+(?P<number>\d+(?:\.\d+)*)(?![\w%])")
    for match in pattern.finditer(sentence.flat) if len(numbers) >= 3 else ():
        if _of_another_act(context, sentence.flat[match.end() : match.end() + 60]):
            continue
        if not _of_this_text(context, sentence, match) or _has_part(context, match["number"], numbers):
            continue
        yield "section", match["number"], sentence.text[match.start() : match.end()]
    table = re.compile(rf"{phrases(*words.table).pattern}\s+(?:n[°ro]*\.?\s*)?(?P<number>\d+)(?![\w.,]*\d|\s*%)")
    for match in table.finditer(sentence.flat):
        if sentence.paragraph.kind == "text" and match.start() > 0 and not _has_table(context, match[0], sentence):
            yield "table", match["number"], sentence.text[match.start() : match.end()]


def _of_this_text(context: Context, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the sentence sends the reader to that part, rather than name a part of a law or of another text."""
    before = sentence.flat[max(0, match.start() - 60) : match.start()]
    if phrases(*context.words.acts).search(before):
        return False
    return phrases(*context.words.refers).search(sentence.flat) is not None


def _has_part(context: Context, number: str, numbers: set[str]) -> bool:
    if number in numbers or any(known.startswith(f"{number}.") for known in numbers):
        return True
    labels = {(p.label or "").strip(". )") for p in context.document.paragraphs}
    items = {item.number for item in context.document.items} | {one.number for one in context.document.swot}
    return (
        number in labels
        or number in items
        or re.search(rf"(?m)^[^\w\n]*(?:\w+\s+)?{re.escape(number)}(?![\w,]|\.\d)", context.prose.flat) is not None
    )


def _has_table(context: Context, words: str, sentence: Sentence) -> bool:
    named = re.compile(r"\s+".join(re.escape(part) for part in words.split()) + r"(?!\d)")
    if any(named.search(flat(table.title)) for table in context.document.tables):
        return True
    if any(named.match(title) for _, title in context.prose.headings):
        return True
    starts = context.prose.flat
    own = sentence.paragraph.place
    return any(not own.covers(match.start()) for match in re.finditer(rf"(?m)^[^\w\n]*{named.pattern}", starts))


@rule("DOC106", Severity.WARNING, source=OWN, weight=66)
def announced_and_absent(context: Context) -> Iterator[Fact]:
    """A sentence that says that something will be added to this text later; one finding a section."""
    words = context.words
    addendum = phrases(*words.addendum)
    if any(addendum.match(title) for _, title in context.prose.headings):
        return
    added, later, will = phrases(*words.added), phrases(*words.later), phrases(*words.will)
    seen: dict[str | None, Fact] = {}
    for sentence in context.prose.sentences:
        promised = any(
            will.search(clause) and added.search(clause) and (later.search(clause) or addendum.search(clause))
            for clause in re.split(r"[;:]", sentence.flat)
        )
        if promised:
            fact = _announced(context, sentence)
            seen.setdefault(fact.section, fact)
    yield from seen.values()


def _announced(context: Context, sentence: Sentence) -> Fact:
    place: Place = context.prose.where(sentence.text, sentence.paragraph.place)
    section = context.document.sections_by_id.get(context.section_of(place) or "")
    fact = context.within(place, quote=excerpt(sentence.text))
    return fact.saying(section=section.number, title=section.title) if section else fact
