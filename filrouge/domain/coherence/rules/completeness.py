"""DOC101, DOC102 and DOC104: sections missing or empty, guidance and placeholders of a template left behind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from filrouge.domain.coherence.engine import Context, Fact, Severity, applicable, folded, rule
from filrouge.domain.coherence.prose import excerpt
from filrouge.domain.coherence.rules.integrity import MATTERS as INTEGRITY_MATTERS
from filrouge.domain.coherence.rules.integrity import wholly_silent
from filrouge.domain.coherence.rules.mandate import no_legal_basis
from filrouge.domain.coherence.rules.sources import LETTER
from filrouge.domain.language.words import fold, phrases, tokens
from filrouge.domain.model import FrameworkSection, Place, Section

_FOLLOWED = 0.2  # share of the framework's sections that a document must have to be said to follow it
_MOST = 500  # placeholders; a text with more is a form, and is told so by then
_ALIKE = 5  # more placeholders of one kind are one remark


@rule("DOC101", Severity.WARNING, source=f"{LETTER}; AIG, modèle de politique d'intégrité", weight=65)
def section_missing(context: Context) -> Iterator[Fact]:
    """A required section of the framework, when the document follows the framework at least in part."""
    framework = context.framework
    if framework is None:
        return
    present = {section.framework_section for section in context.document.sections} & set(framework.sections_by_id)
    parents = {one.id: one.parent for one in framework.sections}
    covered = set(present)
    for name in present | _shown_by_content(context):
        while name is not None:
            covered.add(name)
            name = parents.get(name)
    if len(present) < max(2, _FOLLOWED * len(framework.sections)):
        return
    covered |= _told_by_other_rules(context)
    headings = [set(tokens(section.title)) for section in context.document.sections]
    missing = [
        one
        for one in framework.sections
        if one.required and one.id not in covered and not _is_headed(context, one, headings)
    ]
    ids = {one.id for one in missing}
    missing = [one for one in missing if one.parent not in ids]
    if len(missing) == 1:
        yield Fact(params={"form": "one", **_named(missing)})
    elif missing:
        yield Fact(params={"form": "many", **_named(missing)}, weight=float(len(missing)))


def _shown_by_content(context: Context) -> set[str]:
    """The sections of the framework whose matter the document has under another heading: its tables, its analysis, the
    statements that the framework expects in one section alone."""
    document, framework = context.document, context.framework
    if framework is None:
        return set()
    tables = {table.kind for table in document.tables}
    held = {
        "swot": bool(document.swot),
        "staff": "staff" in tables,
        "budget": "budget" in tables,
        "communication": "communication" in tables,
        "risk": bool(document.risk_domains),
        "mandate-holder": document.facts.term_years is not None,
        "start-date": document.facts.starts_on is not None or document.facts.period is not None,
        "legal-framework": bool(document.facts.legal_basis),
        "evaluation": _reported(context),
        "strategic-objectives": bool(document.items_of("strategic_objective")),
        "operational-objectives": bool(document.items_of("operational_objective")),
        "priorities": bool(document.items_of("priority")),
        "values": bool(document.items_of("value")),
        "themes": bool(document.items_of("theme")),
    }
    wanted = [matter for matter, there in held.items() if there]
    return {one.id for one in framework.sections if any(one.id == name or name in one.id.split("-") for name in wanted)}


def _reported(context: Context) -> bool:
    """Whether a part about monitoring says how often progress is reported or judged."""
    reports, often = phrases(*context.words.reports), phrases(*context.words.frequency)
    followed = (one for one in context.document.sections if "monitoring" in (one.framework_section or "").split("-"))
    sentences = (sentence.flat for section in followed for sentence in context.prose.under(section))
    return any(reports.search(one) and often.search(one) for one in sentences)


def _told_by_other_rules(context: Context) -> set[str]:
    """The sections whose matter, when nothing states it, a rule of its own remarks (when the mandate begins, the legal
    basis of the letter, who acts for an objective of integrity)."""
    told = {"MAN101": "start-date", "MAN104": "legal-framework", **INTEGRITY_MATTERS}
    facts = context.document.facts
    lacking = {"MAN101": facts.starts_on is None and facts.period is None, "MAN104": any(no_legal_basis(context))}
    lacking |= {code: wholly_silent(context, matter) for code, matter in INTEGRITY_MATTERS.items()}
    codes = {one.code for one, _ in applicable(context.framework)}
    return {section for code, section in told.items() if code in codes and lacking[code]}


def _is_headed(context: Context, wanted: FrameworkSection, headings: Sequence[set[str]]) -> bool:
    """Whether some heading holds all the words of the section's title, or of another name of it, in whatever order."""
    stop = context.lexicon.stop_words
    names = (*wanted.title.all(), *wanted.aliases.all())
    words = ({word for word in tokens(name) if word not in stop} for name in names)
    return any(name and name <= heading for name in words for heading in headings)


def _named(missing: Sequence[FrameworkSection]) -> dict[str, object]:
    return {"count": len(missing), "titles": [one.title for one in missing], "ids": [one.id for one in missing]}


@rule("DOC102", Severity.WARNING, source=LETTER, weight=60)
def section_empty_or_guidance(context: Context) -> Iterator[Fact]:
    sections = context.document.sections
    failing = [fact for section in sections if (fact := _unfilled(context, section)) is not None]
    labels = [str(fact.params["title"]) for fact in failing]
    yield from folded(failing, sum(_is_filled_in(context, section) for section in sections), labels=labels)


def _unfilled(context: Context, section: Section) -> Fact | None:
    if not _is_filled_in(context, section):
        return None
    params = {"title": section.title, "number": section.number}
    if _is_empty(context, section):
        return Fact(section.heading, section=section.id, params={"kind": "empty", **params})
    quote = _guidance(context, section)
    if quote:
        place = context.prose.where(quote, section.place)
        return Fact(place, section=section.id, params={"kind": "guidance", "quote": excerpt(quote), **params})
    return None


def _is_filled_in(context: Context, section: Section) -> bool:
    """Whether this heading is one under which text of its own is expected: it has no subsections."""
    return section.id not in context.prose.parents


@dataclass(frozen=True, slots=True)
class _Outline:
    """What is known of all headings together: the numbers that others begin with, how often a section of the framework
    is answered to, which of these have parts, and the sections that hold a statement or that reading had to repair."""

    beginnings: frozenset[str]
    answers: Counter[str]
    parts: frozenset[str]
    held: frozenset[str]
    begun: int


def _outline(context: Context) -> _Outline:
    document = context.document
    numbers = [(section.number or "").strip(". ").split(".") for section in document.sections]
    wanted = context.framework.sections if context.framework else ()
    return _Outline(
        frozenset(".".join(number[:n]) for number in numbers for n in range(1, len(number))),
        Counter(section.framework_section for section in document.sections if section.framework_section),
        frozenset(one.parent for one in wanted if one.parent),
        frozenset(one.section for one in document.items if one.section)
        | frozenset(note.section for note in document.notes if note.section),
        min((p.place.start for p in document.paragraphs if p.kind != "heading"), default=len(document.text)),
    )


def _is_empty(context: Context, section: Section) -> bool:
    """Nothing under the heading; only said where the heading is sure, the text has begun, no parts follow whose level
    was lost, and nothing was put back in order."""
    if context.prose.section_text(section).strip(" \t\r\n.:;–-•*"):
        return False
    if any(item.place.start == section.heading.start for item in context.document.items):
        return False  # the heading is itself the statement
    outline, answer = context.once(_outline), section.framework_section
    number = (section.number or "").strip(". ")
    if number in outline.beginnings or answer in outline.parts or section.id in outline.held:
        return False
    sure = bool(number) or (answer is not None and outline.answers[answer] == 1)
    return sure and outline.begun < section.place.start and section.confidence >= 0.5


def _guidance(context: Context, section: Section) -> str | None:
    """The first instruction to the writer, when instructions make up the section, or come with examples to fill in."""
    words = context.words
    imperative, example = phrases(*words.guidance), phrases(*words.example)
    own = context.prose.under(section)
    told = [one for one in own if _is_told(imperative, one.flat)]
    if not told:
        return None
    text = [one for one in own if one.paragraph.kind not in ("list", "footnote", "lead_in")]
    examples = any(example.match(one.flat.lstrip()) for one in own)
    to_fill = any(_FILL.search(one.text) for one in own)
    return told[0].text if len(told) * 2 >= len(text) or examples or to_fill else None


def _is_told(imperative: re.Pattern[str], sentence: str) -> bool:
    """Whether a sentence begins with an instruction, or with a few words, a comma and one ("For each objective, …")."""
    return re.match(rf"\W*(?:\d+[.)]\s*)?(?:[^,.:;]{{1,50}},\s*)?{imperative.pattern}", sentence) is not None


_FILL = re.compile(r"(?<!\w)20(?:xx|yy|XX|YY)(?!\w)|(?<!\w)[xX]{2,}\s?%|<[^\W\d_][^<>\n/=\"@]{1,38}>")
_OPEN, _SEP = r"[*_?xX]{2,4}", r"\s?[-‐‑–./]\s?"
_KINDS: tuple[tuple[str, str], ...] = (
    ("date", rf"(?<![*\w.?]){_OPEN}{_SEP}(?:{_OPEN}|\d{{1,2}}){_SEP}(?:{_OPEN}|(?:19|20)\d\d)(?![*\w])"),
    ("date", r"(?<![*\w.?])\.{2,4}\s?[/-]\s?\.{2,4}\s?[/-]\s?(?:\.{2,4}|\d{4})"),
    ("date", r"(?<!\w)(?:jj|dd|tt)[-./](?:mm)[-./](?:aaaa|yyyy|jjjj|aa|yy)(?!\w)"),
    ("year", r"(?<!\w)(?:19|20)(?:[xX]{2}|[yY]{2}|[zZ]{2}|\.{2}|_{2}|\?{2})(?![\w.])"),
    ("figure", r"(?<!\w)[xX]{1,3}\s?%"),
    ("stars", r"(?<![*\w])\*{3,}(?![*\w])"),
    ("name", r"<(?!br|http|www|/)[^\W\d_][^<>\n/=\"@]{1,38}>"),
    ("name", r"(?<![\w-])(?:x{2,}|X{3,}|X{2}(?= ?%))(?![\w-])"),
    ("blank", r"(?<![\w_])_{4,}+(?!\w)|(?<![.\w])\.{6,}+(?!\s*\d)|(?<!…)(?<!…\s)…(?:\s?…){2,}+(?!\s*\d)"),
    ("filler", r"(?i)\blorem ipsum\b"),
    ("filler", r"(?<![\w/])(?:TODO|TBD|TBC|FIXME|NTB|PM NOG)(?!\w)"),
    ("ellipsis", r"(?m)^[ \t\u00a0]*[-‐–—•·▪◦*\uf0b7][ \t\u00a0]*(?:…|\.{3})[ \t\u00a0]*;?$"),
)
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)


@rule("DOC104", Severity.WARNING, source=LETTER, weight=68)
def placeholder_left(context: Context) -> Iterator[Fact]:
    """What a template leaves to fill in; many of one kind are one remark."""
    found: dict[str, list[tuple[Place, str]]] = {}
    for kind, place, words in sorted(_placeholders(context), key=lambda one: one[1].start):
        found.setdefault(kind, []).append((place, words))
    for kind, all_of_kind in found.items():
        if len(all_of_kind) > _ALIKE:
            different = list(dict.fromkeys(words for _, words in all_of_kind))
            first = context.within(all_of_kind[0][0], form="many", kind=kind, words=different, count=len(all_of_kind))
            yield Fact(
                first.place,
                section=None,
                params=first.params,
                places=tuple(place for place, _ in all_of_kind[1:]),
                weight=float(len(all_of_kind)),
            )
        else:
            for place, one in all_of_kind:
                yield context.within(place, form="one", kind=kind, words=one, count=1)


def _placeholders(context: Context) -> Iterator[tuple[str, Place, str]]:
    text = context.document.text
    taken: list[tuple[int, int]] = []
    to_fill = rf"[\[(<{{]\s*(?:{phrases(*context.words.fill_in).pattern})[^\])>}}\n]{{0,40}}[\])>}}]"
    bare = rf"(?m)^[^\w\n]*{phrases(*context.words.fill_in).pattern}[^\w\n]*$"
    patterns = [(kind, pattern.finditer(text)) for kind, pattern in _PATTERNS]
    patterns += [("name", re.compile(pattern).finditer(context.prose.flat)) for pattern in (to_fill, bare)]
    for kind, matches in patterns:
        for match in matches:
            start, end = match.span()
            if any(start < b and a < end for a, b in taken) or _is_rule(text, start, end):
                continue
            taken.append((start, end))
            if len(taken) > _MOST:
                return
            yield kind, Place(start, end), _shown(text[start:end])


def _is_rule(text: str, start: int, end: int) -> bool:
    """A line of stars, dots or strokes alone between empty lines parts the text; it leaves nothing to fill in."""
    if fold(text[start:end]).strip("*_.… "):
        return False
    before, after = text.rfind("\n", 0, start), text.find("\n", end)
    line = text[before + 1 : after if after >= 0 else len(text)].strip()
    above = text[max(0, text.rfind("\n", 0, max(0, before))) : max(0, before)].strip()
    return line == text[start:end].strip() and not above and not text[after : after + 2].strip()


def _shown(words: str) -> str:
    return " ".join(words.split()).replace("‐", "-").replace("‑", "-").lstrip("-–—•·▪◦\uf0b7 ")
