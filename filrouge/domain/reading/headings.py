"""Which paragraphs are headings: by style, by number, by look, or because the framework knows the title.

The look is judged as a reader judges it: short, no end of sentence, standing apart, with a text or a list under it, and
told from body text by capitals, weight, size or tabs. A mark shared with its neighbours (a list of short lines) is no
look.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from filrouge.domain.language.lexicon import lexicons
from filrouge.domain.language.words import fold
from filrouge.domain.reading.attributes import role_of_head, role_of_line
from filrouge.domain.reading.joining import DANGLING, last_word
from filrouge.domain.reading.labels import ANNEXES
from filrouge.domain.reading.levels import LevelLabel, LevelNames
from filrouge.domain.reading.owners import owners_only
from filrouge.domain.reading.paragraphs import Para
from filrouge.domain.reading.swot import swot_kind

Look = tuple[object, ...]
"""What makes headings of one rank alike; compared for equality only."""

_MAX_WORDS, _MAX_CHARS = 16, 120
_LEGEND = re.compile(r"\S{1,4}\s?[:=]\s")
_SENTENCE = re.compile(r"[.!?]\s+[^\W\d_a-zà-ÿ]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Paragraph ``index`` taken for a heading; ``look`` its rank's mark; ``strong`` whether its form alone says so;
    ``known`` the id of the framework's section with this title; ``level`` given by a style, else None; ``level_label``
    the
    label of an objective or theme ("Theme 3 – …"), when that is what makes it a heading."""

    index: int
    look: Look
    strong: bool
    known: str | None = None
    level: int | None = None
    confidence: float = 1.0
    level_label: LevelLabel | None = None


@dataclass(frozen=True, slots=True)
class Dress:
    """How the body of the document looks, to tell headings from it."""

    size: float | None
    bold: bool
    styled: int
    marked: int
    gapped: bool


def body_dress(paras: Sequence[Para]) -> Dress:
    """The size and weight of most of the text, and how many paragraphs stand out from it."""
    sizes: Counter[float | None] = Counter()
    bolds: Counter[bool] = Counter()
    for para in paras:
        look = para.look.look
        sizes[look.size] += len(para.text)
        bolds[look.bold] += len(para.text)
    size = sizes.most_common(1)[0][0] if sizes else None
    bold = bolds.most_common(1)[0][0] if bolds else False
    styled = sum(p.look.look.heading is not None for p in paras)
    marked = sum(
        _emphatic(p, size, bold) and _short(p.text) for p in paras if p.label is None or p.label.kind != "bullet"
    )
    gapped = sum(p.gap > 0 for p in paras) > 0.25 * len(paras)
    return Dress(size, bold, styled, marked, gapped)


def _emphatic(para: Para, size: float | None, bold: bool) -> bool:
    look = para.look.look
    return (look.bold and not bold) or (look.size is not None and size is not None and look.size > size + 0.9)


def _short(text: str) -> bool:
    return len(text) <= _MAX_CHARS and text.count(" ") < _MAX_WORDS


def find_candidates(paras: Sequence[Para], titles: Mapping[str, str], names: LevelNames) -> list[Candidate]:
    """The paragraphs that look like headings, in order.

    ``titles`` maps folded titles of the framework to the ids of its sections; ``names`` finds the labels of the
    framework's levels ("Strategic objective 4"): standing over a text, such a label heads its objective.
    """
    dress = body_dress(paras)
    found: list[Candidate] = []
    for index, para in enumerate(paras):
        if para.footnote or para.look.grid or para.cell is not None or (not para.text and para.label is None):
            continue
        candidate = _judge(paras, index, dress, titles, names)
        if candidate is not None:
            found.append(candidate)
    found = _without_lists(paras, found)
    return _without_cover(paras, _without_clusters(paras, _without_repeats(paras, found)))


def _without_lists(paras: Sequence[Para], found: list[Candidate]) -> list[Candidate]:
    """Drop decimal numbers that do not go on from the headings above: ``1.1`` under ``2.2``, or ``2.1`` after
    ``2.2``."""
    last: dict[str, int] = {}
    chapter: str | None = None
    kept: list[Candidate] = []
    for candidate in found:
        label = paras[candidate.index].label
        if label is None or label.kind not in {"number", "word"} or not label.value.replace(".", "").isdigit():
            kept.append(candidate)
            continue
        stem, _, end = label.value.rpartition(".")
        plain = candidate.level is None and candidate.known is None and candidate.level_label is None
        if plain and label.depth > 1:
            strays = chapter is not None and label.value.split(".")[0] != chapter
            if strays or int(end) <= last.get(stem, 0):
                continue
        if label.depth == 1 and candidate.level_label is None:
            chapter = label.value
            last = {}
        last[stem] = int(end)
        kept.append(candidate)
    return kept


def _without_cover(paras: Sequence[Para], found: list[Candidate]) -> list[Candidate]:
    """Drop what stands on the cover: unlabelled candidates before the first text, but for those that lead straight
    into it."""
    first = next((i for i, p in enumerate(paras) if p.ended and len(p.text) > 40 and not p.footnote), 0)
    straight = first
    heads = {c.index for c in found}
    while straight - 1 in heads and not (straight in heads and _labelled(paras[straight])):
        straight -= 1
    return [c for c in found if c.index >= straight or c.level is not None or c.known or _labelled(paras[c.index])]


def _labelled(para: Para) -> bool:
    return para.label is not None and para.label.kind != "bullet"


def _judge(
    paras: Sequence[Para], i: int, dress: Dress, titles: Mapping[str, str], names: LevelNames
) -> Candidate | None:
    para = paras[i]
    block = para.look.look
    known = titles.get(fold(para.text)) if len(para.text) <= 160 else None
    level_label = names.find(para)
    if block.heading is not None:
        return Candidate(i, ("style", block.heading), True, known, block.heading, 1.0, level_label)
    if level_label is not None and _heads(paras, i, level_label, names, _emphatic(para, dress.size, dress.bold)):
        return Candidate(i, ("level", level_label.rank), True, None, None, 1.0, level_label)
    if level_label is not None and not _emphatic(para, dress.size, dress.bold):
        return None
    return _by_look(paras, i, dress, known) if _may_head(para) else None


def _by_look(paras: Sequence[Para], i: int, dress: Dress, known: str | None) -> Candidate | None:
    """A heading told by its label, its weight, its capitals, or by standing apart."""
    para = paras[i]
    size = round(para.look.look.size * 2) / 2 if para.look.look.size is not None else None
    look: Look = (size, para.look.look.bold, _shape(para))
    emphatic = _emphatic(para, dress.size, dress.bold)
    kind = para.label.kind if para.label else ""
    if kind == "bullet":
        return Candidate(i, look, False, known, None, 0.8) if known and emphatic else None
    if kind == "word" or (known is not None and _apart(para, dress)):
        return Candidate(i, look, True, known)
    if not _wide_enough(para) or not (para.text[0].isupper() or (emphatic and para.text[0].isdigit())):
        return None
    listed = _in_list(paras, i)
    if emphatic:
        return Candidate(i, look, not listed, known, None, 0.95)
    if listed:
        return None
    if para.label is not None and para.label.depth > 1:
        return Candidate(i, look, True, known, None, 0.9)
    if not _introduces(paras, i):
        return None
    if (para.caps and len(para.text) > 3) or para.tabs:
        return Candidate(i, look, bool(kind) or para.tabs, known, None, 0.9)
    if dress.styled >= 3 or dress.marked >= 5 or not _apart(para, dress) or para.look.above_table:
        return None
    return Candidate(i, look, False, known, None, 0.7)


def _heads(paras: Sequence[Para], i: int, label: LevelLabel, names: LevelNames, emphatic: bool) -> bool:
    """Whether the label of an objective stands over a text of its own, rather than in a list of such labels."""
    para = paras[i]
    if label.level.kind == "theme":
        return _may_head(para)
    if para.label is not None and para.label.kind == "bullet":
        return False
    after = next((p for p in paras[i + 1 : i + 7] if not p.footnote and role_of_line(p.text) is None), None)
    if after is None:
        return False
    if not label.rest:
        return after.label is None
    if len(label.rest) > 200 or label.rest[-1] in ".:;,":
        return False
    other = names.find(after)
    before = names.find(paras[i - 1]) if i else None
    if before is not None and before.rest and before.level.kind == label.level.kind:
        return False
    if other is not None:
        return other.level.parent == label.level.kind
    return emphatic or (not para.ended and _short(label.rest) and (after.ended or len(after.text) > 60))


def _shape(para: Para) -> str:
    label = para.label
    if label is None:
        return "caps" if para.caps else "tabs" if para.tabs else "plain"
    if label.kind == "word":
        return "word annex" if label.word in ANNEXES else f"word {label.word}"
    if label.kind in {"roman", "capital"}:
        return f"{label.kind} any"
    case = "caps" if para.caps else "tabs" if para.tabs else "plain"
    return f"{label.kind} {label.depth}" if label.depth > 1 else f"{label.kind} {case}"


def _may_head(para: Para) -> bool:
    text = para.text or para.whole
    if (
        len(text) > 170
        or text.count(" ") > 24
        or text[0] in '«“"„‘…*©@['
        or "@" in text
        or "http" in text
        or "www." in text
    ):
        return False
    if para.label is not None and para.label.kind == "word":
        return text[-1] not in ".," and not _SENTENCE.search(text)
    if para.ended or _SENTENCE.search(text) or any(text.count(a) != text.count(b) for a, b in ("()", "[]", "«»")):
        return False
    if _announces(text):
        return False
    return any(c.isalpha() for c in text)


def _announces(text: str) -> bool:
    """Words that only lead to what follows ("For example", "as follows"), with no colon left."""
    words = fold(text)
    return any(words == ending or words.endswith(f" {ending}") for ending in _endings())


@lru_cache(maxsize=1)
def _endings() -> frozenset[str]:
    return frozenset(fold(ending) for lexicon in lexicons() for ending in lexicon.lead_in_endings)


def _wide_enough(para: Para) -> bool:
    """Not a scrap: a word of some length, no dangling end, not a row of abbreviations or figures."""
    text = para.text
    if last_word(text) in DANGLING or not _short(text) and not para.caps:
        return False
    letters = sum(c.isalpha() for c in text)
    if letters < 3 or letters < 0.5 * len(text.replace(" ", "")):
        return False
    if para.label is not None:
        return True
    if owners_only(text) or _LEGEND.match(text) or _heads_columns(text) or role_of_line(text) is not None:
        return False
    return not para.caps or any(sum(c.isalpha() for c in word) >= 5 for word in text.split())


def _heads_columns(text: str) -> bool:
    """The heads of a table laid flat: names of two or more lists ("Strengths Weaknesses") or of columns ("Who
    When")."""
    words = text.split()
    if len(words) < 2 or len(words) > 10:
        return False
    kinds = {kind for word in words if (kind := swot_kind(word))}
    roles = {role for word in words if (role := role_of_head(word))}
    return len(kinds) >= 2 and len(kinds) == len(words) or len(roles) >= 2


def _apart(para: Para, dress: Dress) -> bool:
    return para.gap > 0 or para.page_start or not dress.gapped or para.look.block == 0


def _in_list(paras: Sequence[Para], i: int) -> bool:
    """One of a run of labels that follow each other without text between: a list, not headings."""
    label = paras[i].label
    if label is None or label.ordinal is None:
        return False
    isolated = i + 1 < len(paras) and paras[i].gap > max(1, paras[i + 1].gap)
    if label.value[:1].islower() and not isolated and _among(paras, i, label.kind):
        return True
    after = i + 1 < len(paras) and _next_of(paras[i], paras[i + 1])
    before = i > 0 and _next_of(paras[i - 1], paras[i])
    if before and not after and paras[i].gap > 0 and not paras[i].ended:
        before = not paras[i - 1].ended  # a list of sentences that happens to end one number before this heading
    return after or before


def _among(paras: Sequence[Para], i: int, kind: str) -> bool:
    """Another label of the same kind stands near, with only bullets between: lettered items with lists of their own."""
    for step in (1, -1):
        j = i + step
        while 0 <= j < len(paras) and abs(j - i) <= 12:
            other = paras[j].label
            if other is None and not paras[j].footnote:
                break
            if other is not None and other.kind == kind:
                return True
            j += step
    return False


def _next_of(one: Para, other: Para) -> bool:
    """The second carries the number after the first, in the same kind of label and of letters."""
    a, b = one.label, other.label
    if a is None or b is None or a.kind != b.kind or a.ordinal is None or b.ordinal is None or one.caps != other.caps:
        return False
    return a.value.rpartition(".")[0] == b.value.rpartition(".")[0] and b.ordinal == a.ordinal + 1


def _introduces(paras: Sequence[Para], i: int) -> bool:
    """Something stands under it (a sentence, a list, a table, a heading), and no sentence runs into it from above."""
    if paras[i].look.above_table:
        return True
    if i + 1 >= len(paras):
        return False
    before = paras[i - 1] if i else None
    if before is not None and before.text and before.text[-1] == "," and not paras[i].page_start:
        return False
    below = [p for p in paras[i + 1 : i + 5] if not p.footnote]
    if not below or below[0].cell is not None:
        return bool(below)
    after = below[0]
    if after.label is not None or after.look.look.heading is not None:
        return True
    if not after.text or after.text[0].islower():
        return False
    if after.ended or len(after.text) > 60 or (after.caps != paras[i].caps and after.gap > 0):
        return True
    return len(below) > 1 and _short(after.text) and (below[1].ended or len(below[1].text) > 60)


def _without_repeats(paras: Sequence[Para], found: list[Candidate]) -> list[Candidate]:
    """Drop weak candidates that recur like a running title, and the first of two when only the second heads a text."""
    counts = Counter(fold(paras[c.index].whole) for c in found)
    later: dict[str, int] = {}
    for rank, candidate in enumerate(found):
        later[fold(paras[candidate.index].text)] = rank
    kept: list[Candidate] = []
    for rank, candidate in enumerate(found):
        words = fold(paras[candidate.index].text)
        if not candidate.strong and counts[fold(paras[candidate.index].whole)] >= 3 and candidate.known is None:
            continue
        again = later[words]
        firm = candidate.level is not None or _labelled(paras[candidate.index])
        if again != rank and not firm and _prose(paras, found, again) and not _prose(paras, found, rank):
            continue
        kept.append(candidate)
    return kept


def _prose(paras: Sequence[Para], found: list[Candidate], rank: int) -> bool:
    """A heading with sentences under it before the next heading."""
    start = found[rank].index + 1
    end = found[rank + 1].index if rank + 1 < len(found) else len(paras)
    return any(p.label is None and p.ended and len(p.text) > 60 and not p.footnote for p in paras[start:end])


def _without_clusters(paras: Sequence[Para], found: list[Candidate]) -> list[Candidate]:
    """Drop runs of three or more weak candidates of one look with nothing between them: a menu, a diagram, a cover."""
    kept: list[Candidate] = []
    run: list[Candidate] = []
    for candidate in found:
        if run and (candidate.index != run[-1].index + 1 or candidate.look != run[-1].look):
            kept += _settle(run)
            run = []
        run.append(candidate)
    kept += _settle(run)
    return kept


def _settle(run: list[Candidate]) -> list[Candidate]:
    weak = [c for c in run if not c.strong]
    if len(weak) >= 3:
        return [c for c in run if c.strong]
    return run
