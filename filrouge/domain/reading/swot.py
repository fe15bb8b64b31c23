"""The strengths, weaknesses, opportunities and threats: four lists, in the text, in boxes or in the cells of a
table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from filrouge.domain.language.lexicon import lexicons
from filrouge.domain.language.words import fold, tokens
from filrouge.domain.model import Place, SwotItem
from filrouge.domain.reading.paragraphs import Para

_EXTRA = frozenset(
    "s w o t f m swot analyse interne internes externe externes intern internal external sterk zwak "
    "saisir surveiller grijpen benutten nutzen seize".split()
)


@lru_cache(maxsize=1)
def _words() -> tuple[tuple[tuple[str, str], ...], frozenset[str]]:
    """Words that head one of the four lists with their kind, longest first, and the small words that may stand
    beside."""
    kinds: dict[str, str] = {}
    small = set(_EXTRA)
    for lexicon in lexicons():
        for kind, names in lexicon.swot.items():
            kinds.update({" ".join(tokens(name)): kind for name in names})
        for phrase in (*lexicon.possessives, *lexicon.are):
            small.update(tokens(phrase))
        small.update(fold(w) for w in lexicon.stop_words)
    return tuple(sorted(kinds.items(), key=lambda item: -len(item[0]))), frozenset(small)


@lru_cache(maxsize=4096)
def swot_kind(text: str) -> str | None:
    """The kind of list that these words head ("Our STRENGTHS are:"), or None."""
    if not 3 < len(text) <= 70 or (":" in text and text[-1].isdigit()):
        return None
    kinds, small = _words()
    plain = f" {' '.join(tokens(text))} "
    found = {kind for name, kind in kinds if f" {name} " in plain}
    if len(found) != 1:
        return None
    for name, _ in kinds:
        plain = plain.replace(f" {name} ", " ")
    return found.pop() if all(word in small or word.isdigit() for word in plain.split()) else None


def read_swot(paras: Sequence[Para], headings: frozenset[int]) -> tuple[tuple[SwotItem, ...], frozenset[int]]:
    """The items, and the ranks of the paragraphs that hold them. ``headings`` are ranks of headings, which end a
    list."""
    if sum(swot_kind(p.text.partition(":")[0]) is not None for p in paras) < 2:
        return (), frozenset()
    items: list[SwotItem] = []
    used: set[int] = set()
    counts: dict[str, int] = {}

    def take(i: int, kind: str) -> None:
        para = paras[i]
        counts[kind] = counts.get(kind, 0) + 1
        label = para.label
        number = str(label.ordinal) if label and label.kind == "number" and label.ordinal else str(counts[kind])
        items.append(SwotItem(kind, number, para.text.rstrip(" ;,").strip(), para.place))
        used.add(i)

    _from_cells(paras, take)
    for i, para in enumerate(paras):
        if para.cell is not None or para.footnote or para.look.grid:
            continue
        for number, (inline, words, place) in enumerate(_inline(para), 1):
            items.append(SwotItem(inline, str(number), words, place))
            used.add(i)
        kind = swot_kind(para.text)
        if kind is None:
            continue
        for j in _list_below(paras, i, headings):
            take(j, kind)
    order = {"strength": 0, "weakness": 1, "opportunity": 2, "threat": 3}
    items.sort(key=lambda s: (order[s.kind], s.place.start))
    return tuple(items), frozenset(used)


def _inline(para: Para) -> Iterator[tuple[str, str, Place]]:
    """A list that runs on in one paragraph: "Strengths: a stable team; good partners."."""
    head, colon, rest = para.text.partition(":")
    kind = swot_kind(head) if colon and len(rest.strip()) > 3 else None
    if kind is None or not any(c.isalpha() for c in rest):
        return
    for words in rest.split(";"):
        words = words.strip(" .,")
        if len(words) > 2:
            yield kind, words, para.place


def _list_below(paras: Sequence[Para], i: int, headings: frozenset[int]) -> list[int]:
    """The list under heading ``i``; lines without a mark count when the list has none at all."""
    out: list[int] = []
    marked: bool | None = None
    box = paras[i].look.look.box
    for j in range(i + 1, len(paras)):
        para = paras[j]
        if para.footnote:
            continue
        if swot_kind(para.text) is not None or para.cell is not None or para.look.look.box != box:
            break
        if j in headings:
            break
        if marked is None:
            marked = para.label is not None
            if not marked and para.text.endswith(":"):
                marked = None
                continue
            if not marked and (len(para.text) > 200 or para.text.count(". ") > 1):
                break
        if marked != (para.label is not None):
            break
        if not marked and box is None and out and para.gap > paras[out[-1]].gap + 1:
            break
        if marked and (para.label is None or _starts_over(paras, out, j)):
            break
        out.append(j)
    return out


def _starts_over(paras: Sequence[Para], out: Sequence[int], j: int) -> bool:
    """The count begins again, or another kind of label comes: another list."""
    if not out:
        return False
    label, last = paras[j].label, paras[out[-1]].label
    if label is None or last is None:
        return True
    if label.kind != last.kind:
        return not (last.kind in {"number", "letter"} and label.kind == "bullet")
    return label.kind == "number" and (label.ordinal or 0) <= (last.ordinal or 0)


def _from_cells(paras: Sequence[Para], take: object) -> None:
    """SWOT tables: a head over a column, before a row, or at the top of a cell."""
    assert callable(take)
    columns: dict[tuple[int, int], str] = {}
    rows: dict[tuple[int, int], str] = {}
    cells: dict[tuple[int, int, int], str] = {}
    heads: dict[int, set[str]] = {}
    for para in paras:
        if para.cell is not None and (kind := swot_kind(para.text)) is not None:
            heads.setdefault(para.cell[0], set()).add(kind)
    for i, para in enumerate(paras):
        cell = para.cell
        if cell is None or len(heads.get(cell[0], ())) < 3:
            continue
        table, row, column = cell
        kind = swot_kind(para.text)
        if kind is not None:
            cells[cell] = columns[(table, column)] = kind
            rows.setdefault((table, row), kind)
            continue
        found = cells.get(cell) or columns.get((table, column))
        if found is None and column > 0:
            found = rows.get((table, row))
        if found is not None and len(para.text) > 2:
            take(i, found)
