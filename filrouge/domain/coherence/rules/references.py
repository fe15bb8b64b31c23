"""DOC105 and DOC106: what the text refers to and does not have, and what it announces for later."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from filrouge.domain.coherence.engine import Context, Fact, Severity, rule
from filrouge.domain.coherence.prose import Sentence, excerpt
from filrouge.domain.coherence.rules.sources import NATIONAL, OWN
from filrouge.domain.language.words import flat, phrases
from filrouge.domain.model import Place

_NUMBER = r"(?:n[°ro]*\.?\s*)?(?P<number>\d+(?:\.\d+)*|[ivx]+(?!\w)|[a-z](?!\w|'|\.\w))"
_FEW = 3  # numbered headings below which numbers are not how the text names its parts


@dataclass(frozen=True, slots=True)
class _Present:
    """What the document has: the numbers of its headings and the beginnings of these; every number that begins a line,
    or labels a paragraph or a statement; the labels of its annexes ("" for one without); where captions begin."""

    numbers: frozenset[str]
    beginnings: frozenset[str]
    labels: frozenset[str]
    annexes: frozenset[str]
    captions: Mapping[str, tuple[int, ...]]


def _present(context: Context) -> _Present:
    document, words, text = context.document, context.words, context.prose.flat
    numbers = frozenset((section.number or "").strip(". )") for section in document.sections) - {""}
    beginnings = {".".join(number.split(".")[:n]) for number in numbers for n in range(1, number.count(".") + 1)}
    labels = {(paragraph.label or "").strip(". )") for paragraph in document.paragraphs}
    labels |= {item.number or "" for item in document.items} | {one.number for one in document.swot}
    started = re.finditer(r"(?m)^[^\w\n]*(?:[^\W\d]+\s+)?(\d+(?:\.\d+)*)(?![\w,])", text)
    labels |= {match[1] for match in started}
    annex = rf"{phrases(*words.annex).pattern}(?:\s*{_NUMBER})?(?!\w)"
    headed = (re.match(rf"\W*{annex}", title) for _, title in context.prose.headings)
    annexes = {match["number"] or "" for match in headed if match}
    lined = re.finditer(rf"(?m)^[^\w\n]*{annex}[ \t]*(?:[-‐–—:.]|$)", text)
    annexes |= {match["number"] for match in lined if match["number"]}
    captions: dict[str, tuple[int, ...]] = {}
    for match in re.finditer(rf"(?m)^[^\w\n]*{_table(context)}", text):
        captions[match["number"]] = (*captions.get(match["number"], ()), match.start())
    for title in (table.title for table in document.tables):
        for match in re.finditer(_table(context), flat(title)):
            captions[match["number"]] = (*captions.get(match["number"], ()), -1)
    return _Present(numbers, frozenset(beginnings), frozenset(labels), frozenset(annexes), captions)


def _table(context: Context) -> str:
    return rf"{phrases(*context.words.table).pattern}\s+(?:n[°ro]*\.?\s*)?(?P<number>\d+)(?![\w.,]*\d|\s*%)"


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
    annex, refers = phrases(*context.words.annex), phrases(*context.words.refers)
    numbered = re.compile(rf"{annex.pattern}\s+{_NUMBER}")
    for match in annex.finditer(sentence.flat):
        if _of_another_act(context, sentence.flat[match.end() : match.end() + 60]):
            continue
        present = context.once(_present).annexes
        number = numbered.match(sentence.flat, match.start())
        if number and (number["number"][0].isdigit() or sentence.text[number.start("number")].isupper()):
            if number["number"] not in present:
                yield "annex", number["number"].upper(), sentence.text[match.start() : number.end()]
        elif not present and refers.search(sentence.flat):
            yield "annexes", "", sentence.text[match.start() : match.end()]


def _of_another_act(context: Context, after: str) -> bool:
    """Whether what follows says that the annex, or the section, is that of a law, a circular or another document."""
    of, acts = phrases(*context.words.of).pattern, phrases(*context.words.acts).pattern
    return re.match(rf"[^,;.]{{0,25}}?\b{of}\s*(?:\w+\s+|\w')?{acts}", after) is not None


def _parts(context: Context, sentence: Sentence) -> Iterator[tuple[str, str, str]]:
    if not any(char.isdigit() for char in sentence.text):
        return
    present = context.once(_present)
    named = re.compile(rf"{phrases(*context.words.section).pattern}\s+(?P<number>\d+(?:\.\d+)*)(?![\w%])")
    for match in named.finditer(sentence.flat) if len(present.numbers) >= _FEW else ():
        number = match["number"]
        if number in present.numbers or number in present.beginnings or number in present.labels:
            continue
        other = _of_another_act(context, sentence.flat[match.end() : match.end() + 60])
        if not other and _of_this_text(context, sentence, match):
            yield "section", number, sentence.text[match.start() : match.end()]
    if sentence.paragraph.kind != "text":
        return
    own = sentence.paragraph.place
    for match in re.finditer(_table(context), sentence.flat):
        captions = present.captions.get(match["number"], ())
        if match.start() > 0 and all(own.covers(start) for start in captions if start >= 0) and -1 not in captions:
            yield "table", match["number"], sentence.text[match.start() : match.end()]


def _of_this_text(context: Context, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the sentence sends the reader to that part, rather than name a part of a law or of another text."""
    before = sentence.flat[max(0, match.start() - 60) : match.start()]
    if phrases(*context.words.acts).search(before):
        return False
    return phrases(*context.words.refers).search(sentence.flat) is not None


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
