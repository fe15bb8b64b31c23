"""What a matrix quotes: weaknesses, threats and objectives, known by their number, their column and their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from filrouge.domain.language.words import any_of, fold
from filrouge.domain.model import Item, Place, Quoted, SwotItem
from filrouge.domain.reading.tables.lexicon import listed

OBJECTIVE = "objective"
DOMAIN = "domain"
SWOT_HEADS = {
    "strength": listed(
        """
        force, forces, point fort, points forts, atout, atouts, sterkte, sterktes, sterk punt, sterke punten,
        sterkten, stärke, stärken, strength, strengths
        """
    ),
    "weakness": listed(
        """
        faiblesse, faiblesses, point faible, points faibles, zwakte, zwaktes, zwakten, zwak punt, zwakke punten,
        schwäche, schwächen, schwachstellen, schwachpunkte, weakness, weaknesses
        """
    ),
    "opportunity": listed(
        """
        opportunité, opportunités, chance, kans, kansen, opportuniteit, opportuniteiten, chancen, gelegenheiten,
        opportunity, opportunities
        """
    ),
    "threat": listed(
        """
        menace, menaces, bedreiging, bedreigingen, bedrohung, bedrohungen, gefahren, threat, threats
        """
    ),
    OBJECTIVE: listed(
        """
        objectif, objectifs, objectif stratégique, objectifs stratégiques, objectifs opérationnels, os,
        doelstelling, doelstellingen, strategische doelstelling, strategische doelstellingen, operationele
        doelstellingen, doel, doelen, sd, ziel, ziele, zielsetzung, zielsetzungen, strategisches ziel, strategische
        ziele, strategische zielsetzungen, operative ziele, sz, objective, objectives, goal, goals, strategic
        objective, strategic objectives, strategic goal, strategic goals, so
        """
    ),
    DOMAIN: listed(
        """
        domaine, domaines, domaine de risque, domaines de risque, domaine de risques, domaines de risques, domaines
        de risques stratégiques, risque, risques, risque stratégique, domein, domeinen, risicodomein,
        risicodomeinen, risico, risico's, bereich, bereiche, risikobereich, risikobereiche, risiko, risiken, domain,
        domains, risk domain, risk domains, risk area, risk, risks, thème, thema
        """
    ),
}
_ALSO_IN_HEADS = frozenset(
    "et en und and lies liees concernes concernees concerne vises visees nos les de des du van der onze betrokken "
    "betreffende unsere our of the related linked / & - nr nrs no nos n nº num numero numeros nummer nummers nummern "
    "number numbers code codes ref refs".split()
)
_PLURAL = re.compile(r"(?<=[^\W\d_])\((s|x|en|e|n)\)")
_OBJECTIVE_WORDS = (
    r"(?:(?:objectifs?|doelstelling(?:en)?|doel(?:en)?|ziel(?:e|setzung)?|objectives?|goals?)"
    r"(?:\s+(?:strategi\w+|operation\w+|operativ\w+|general\w*|algemen\w+))?"
    r"|(?:strategi\w+|operation\w+|operativ\w+|operatione\w+)\s+"
    r"(?:doelstelling(?:en)?|doel(?:en)?|ziel(?:e|setzung)?|objectives?|goals?)|o\.?s\.?|s\.?d\.?|s\.?o\.?|s\.?z\.?|o\.?d\.?|o\.?o\.?|o\.?z\.?)"
)
_NUMBER_START = re.compile(
    r"\s*\(?(?:[^\W\d_]{1,2}\s?[.-]?\s?)?(?P<number>\d{1,2})\s*(?:[.):°–—]|-\s|\s-\s)+\s*(?=[^\W\d]|[«“\"'‘(])"
)
_BARE_START = re.compile(r"\s*(?P<number>\d{1,2})\s+(?=[A-ZÀ-Ý])")
_CODES = re.compile(
    r"\W*(?:[^\W\d_]{1,3}[.\s-]?\s?)?\d{1,3}(?:\s*(?:[,;/+&·]|et|en|und|and|\s)\s*(?:[^\W\d_]{1,3}[.\s-]?\s?)?\d{1,3})*\W*"
)
_INLINE_NUMBER = re.compile(r"(?<=[\s;])(?P<number>\d{1,2})\s?[.)]\s?(?=[A-ZÀ-Ý«])")
_SAME = 0.8
_WHOLE = 0.85


# Compiled when first asked for: no command that reads nothing pays for them.
@lru_cache(maxsize=1)
def _objective_start() -> re.Pattern[str]:
    return re.compile(
        rf"\W*{_OBJECTIVE_WORDS}\s*(?:n[°ºo.r]*\s*)?[-.]?\s?(?P<number>\d{{1,3}})(?:\.\d{{1,2}})?(?!\d)\s*[:.)–—‐-]?\s*"
    )


@lru_cache(maxsize=1)
def _inline_objective() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[\s;])){_OBJECTIVE_WORDS}\s*\d{{1,3}}\s*[:–—-]")


@dataclass(frozen=True, slots=True)
class Part:
    """A line or paragraph of a matrix with its place; ``label`` the automatic number that the file gives it."""

    text: str
    place: Place
    label: str | None = None


@dataclass(frozen=True)
class Register:
    """What the document defines: for each kind, the text of each number, folded."""

    texts: dict[str, dict[int, str]] = field(default_factory=dict)

    def likeness(self, kind: str, number: int, text: str) -> float | None:
        """How alike a quotation and the item of this number are, 0..1; None when there is no such item."""
        known = self.texts.get(kind, {}).get(number)
        return None if known is None else _alike(fold(text), known)

    def number_of(self, kind: str, text: str) -> int | None:
        """The number of the item that is quoted with nearly the same words, or None."""
        folded = fold(text)
        scores = [(_alike(folded, known), -number) for number, known in self.texts.get(kind, {}).items()]
        best = max(scores, default=(0.0, 0))
        return -best[1] if best[0] >= _SAME else None

    def complete(self, kind: str, number: int, text: str, following: str) -> bool:
        """Whether a quotation holds all of the item it quotes, so that what follows only makes it less alike."""
        known = self.texts.get(kind, {}).get(number)
        if known is None:
            return False
        alike = _alike(fold(text), known)
        return alike >= _WHOLE and _alike(fold(f"{text} {following}"), known) < alike


def _alike(one: str, other: str) -> float:
    from rapidfuzz import fuzz

    return float(fuzz.ratio(one, other)) / 100


def register(swot: Iterable[SwotItem], objectives: Iterable[Item]) -> Register:
    """The register of a document's items. Of the objectives, the strategic ones when there are, as a matrix quotes
    those."""
    texts: dict[str, dict[int, str]] = {}
    for entry in swot:
        if entry.number.isdigit():
            texts.setdefault(entry.kind, {}).setdefault(int(entry.number), fold(entry.text).strip(" ;.,"))
    goals = [item for item in objectives if item.number and item.number.isdigit()]
    for kind in ("strategic_objective", "objective", "operational_objective", "priority"):
        chosen = {int(item.number or 0): fold(item.text).strip(" ;.,") for item in goals if item.kind == kind}
        if chosen:
            texts[OBJECTIVE] = chosen
            break
    return Register(texts)


@lru_cache(maxsize=1)
def _heads() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(any_of(words))) for kind, words in SWOT_HEADS.items())


def kind_of_head(text: str) -> str | None:
    """The kind of item that a folded head names (small words beside it left out), or None."""
    whole = " ".join(_PLURAL.sub(r"\1", text).strip(" :").split())
    bare = " ".join(word.strip("().,:") for word in whole.split() if not _is_small(word))
    return next((kind for kind, pattern in _heads() if pattern.fullmatch(whole) or pattern.fullmatch(bare)), None)


def _is_small(word: str) -> bool:
    """Whether a folded word of a head names nothing: ``et``, ``nr.``, ``(n°)``, a unit of counting."""
    return word.strip("().,:;°º#") in _ALSO_IN_HEADS or not any(c.isalpha() for c in word)


def kinds_of_heads(texts: Iterable[str]) -> tuple[str | None, ...]:
    """The kind that each head of a row names, or None; ``Risiken`` beside another head of domains are threats."""
    return told_apart([kind_of_head(fold(text)) for text in texts])


def told_apart(kinds: Sequence[str | None]) -> tuple[str | None, ...]:
    """The kinds of a row of heads, where a second head of domains, with none of threats, heads the threats: German and
    others call the fourth side of the analysis risks."""
    if "threat" in kinds or kinds.count(DOMAIN) != 2:
        return tuple(kinds)
    second = len(kinds) - 1 - list(reversed(kinds)).index(DOMAIN)
    return tuple("threat" if at == second else kind for at, kind in enumerate(kinds))


def is_matrix(kinds: Sequence[str | None]) -> bool:
    """Whether heads are those of a matrix: objectives beside at least one side of a SWOT analysis, each once."""
    known = [kind for kind in kinds if kind]
    return OBJECTIVE in known and len(known) == len(set(known)) and bool(set(known) - {OBJECTIVE, DOMAIN})


def kinds_of_line(text: str) -> tuple[str, ...] | None:
    """The kinds that the words of one line head, in order; None when it is not the head of a matrix."""
    folded = _PLURAL.sub(r"\1", fold(text))
    found = []
    for kind, pattern in _heads():
        found += [(match.start(), match.end(), kind) for match in pattern.finditer(folded)]
    found.sort(key=lambda hit: (hit[0], hit[0] - hit[1]))
    kinds: list[str] = []
    at, rest = 0, ""
    for start, end, kind in found:
        if start >= at:
            rest += folded[at:start]
            kinds.append(kind)
            at = end
    rest += folded[at:]
    other = [word for word in rest.split() if any(c.isalpha() for c in word) and not _is_small(word)]
    kinds = [kind for kind in told_apart(kinds) if kind]
    return tuple(kinds) if is_matrix(kinds) and len(other) <= 1 else None


@dataclass(frozen=True, slots=True)
class Start:
    """How a piece begins: the number printed, the kind when the words say it, and the text after them."""

    number: int
    kind: str | None
    text: str


def start_of(part: Part) -> Start | None:
    """The item that a part begins, or None when it goes on from another or stands free."""
    text = " ".join(part.text.split())
    match = _objective_start().match(_lower(text))
    if match:
        return Start(int(match["number"]), OBJECTIVE, text[match.end() :])
    match = _NUMBER_START.match(text) or _BARE_START.match(text)
    if match:
        return Start(int(match["number"]), None, text[match.end() :])
    if part.label and (digits := re.fullmatch(r"\W*(?:[^\W\d_]{1,3}\s?)?(\d{1,2})\W*", part.label)):
        return Start(int(digits[1]), None, text)
    return None


def _lower(text: str) -> str:
    """In lower case without accents on e, as long as the text was."""
    return text.lower().translate(_PLAIN_E) if len(text.lower()) == len(text) else text


_PLAIN_E = str.maketrans("éèêë", "eeee")


def codes_of(text: str) -> tuple[int, ...]:
    """The numbers of a cell that holds nothing but references (``W2, W5``, ``2, 5``, ``OS 4``); () for another."""
    if not _CODES.fullmatch(text) or len(text) > 80:
        return ()
    return tuple(int(number) for number in re.findall(r"\d+", text))


def split_inline(part: Part, known: frozenset[int]) -> list[Part]:
    """A part cut where further items begin within it. ``known`` are the numbers that the document defines; none:
    any."""
    cuts = [m.start() for m in _INLINE_NUMBER.finditer(part.text) if not known or int(m["number"]) in known]
    cuts += [m.start() for m in _inline_objective().finditer(_lower(part.text))]
    if not cuts:
        return [part]
    edges = [*sorted({0, *cuts}), len(part.text)]
    out = []
    for a, b in pairwise(edges):
        piece = part.text[a:b]
        if piece.strip():
            start = part.place.start + a
            out.append(Part(piece, Place(start, start + len(piece)), part.label if a == 0 else None))
    return out


@dataclass(frozen=True, slots=True)
class Reading:
    """What one column or cell of a matrix holds: the items quoted, and the words that quote none."""

    quoted: tuple[Quoted, ...]
    free: tuple[Part, ...]


def read_cell(parts: Sequence[Part], kind: str, known: Register) -> Reading:
    """The items of one kind that a cell quotes: numbered, as bare references, or in the very words of the document."""
    quoted: list[Quoted] = []
    free: list[Part] = []
    open_item = False
    numbers = frozenset(known.texts.get(kind, {}))
    for part in (piece for whole in parts for piece in split_inline(whole, numbers)):
        codes = codes_of(part.text)
        start = start_of(part) if not codes else None
        if codes:
            quoted += [Quoted(kind, number, "", part.place) for number in codes]
            open_item = False
        elif start is not None:
            quoted.append(Quoted(kind, start.number, start.text.strip(), part.place))
            open_item = True
        elif (number := known.number_of(kind, part.text)) is not None:
            quoted.append(Quoted(kind, number, " ".join(part.text.split()), part.place))
            open_item = False
        elif open_item and not known.complete(kind, quoted[-1].number, quoted[-1].text, part.text):
            quoted[-1] = longer(quoted[-1], part)
        elif any(c.isalpha() for c in part.text):
            free.append(part)
            open_item = False
    return Reading(tuple(quoted), tuple(free))


def longer(item: Quoted, part: Part) -> Quoted:
    """The item with one more line of its words."""
    from filrouge.domain.reading.tables.page import joined

    return Quoted(item.kind, item.number, joined([item.text, part.text]), item.place.join(part.place))
