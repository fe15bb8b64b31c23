"""A list of stakeholders by category, as a plan writes it or as somebody pastes it; and names that look alike.

A category is a short line that ends in a colon, or one that is lettered or numbered above a list with bullets. What
stands under it, a line each, parted by semicolons or as an enumeration, are the parties. Figures and whole sentences
are not parties. Nothing here belongs to one language: the few words that a name does not begin with are those of all
four.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from filrouge.domain.language.words import fold, similarity, tokens
from filrouge.domain.planning.rich import Block, Divider, Heading, ListBlock, Paragraph, Quote, Table
from filrouge.domain.planning.richtext import parse

ALIKE = 0.86
_LONGEST_CATEGORY = 12  # words
_LONGEST_NAME = 22
_BULLET = re.compile(r"^\s*(?:[•▪●◦‣·∙○■□–—*►➢✓\uf000-\uf0ff-]|o(?=\s)|[-‐‑]\s)\s*")
_LETTERED = re.compile(r"^\s*(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s+", re.IGNORECASE)
_FIGURE = re.compile(r"^\s*(?:±|ca\.?|env\.?)?\s*\d[\d.,\s\u202f]*\s*(?:%|$|[a-zà-ÿ])", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:les?|la|l['’]\s?|het|de|een|die|der|das|the)(?:\s+|(?<=['’]))(?=\S)", re.IGNORECASE)
_INTRODUCED = re.compile(
    r"[,(]?\s*(?:entre autres|notamment|en particulier|e\.a\.|dont|onder (?:meer|andere)|o\.a\.|met name|zoals"
    r"|unter anderem|u\.\s?a\.|insbesondere|wie|among others|in particular|such as|including)\s*:?\s*$",
    re.IGNORECASE,
)
#: What goes on after a comma rather than beginning another name.
_GOES_ON = frozenset("de des du d et van en der den und of and à au aux von vom zu zur pour voor für for".split())


@dataclass(frozen=True, slots=True)
class Party:
    """A stakeholder of a list; ``category`` is empty where the list has none."""

    category: str
    name: str


def read_stakeholders(text: str) -> tuple[Party, ...]:
    """The parties of a list, each name once, in the order of the text; nothing for a text that lists none."""
    lines = _joined(text)
    marked = any(line.bullet for line in lines) or sum(line.text.endswith(";") for line in lines) > 1
    found: dict[str, Party] = {}
    chapter = category = ""
    for rank, line in enumerate(lines):
        following = lines[rank + 1] if rank + 1 < len(lines) else None
        title = _category(line, following, marked=marked)
        if title is not None:
            if line.lettered and marked:
                chapter, category = title, ""
            else:
                category = title
            continue
        before = lines[rank - 1].text if rank else ""
        if not (_in_list(line, before) if marked else _alone(line)):
            continue
        head, names = _names(line)
        shown = " – ".join(part for part in (chapter, head or category) if part)
        for name in names:
            found.setdefault(fold(name), Party(shown, name))
    return tuple(found.values())


def lines_of_body(html: str) -> str:
    """The body of a section as lines, bullets before the members of its lists: for :func:`read_stakeholders`."""
    return "\n".join(_lines(parse(html).blocks))


def duplicates(names: Iterable[str]) -> tuple[tuple[str, str, float], ...]:
    """Pairs of names that seem to mean one party, most alike first: nearly the same words, or the one is the other's
    abbreviation in brackets."""
    known = list(dict.fromkeys(names))
    bare = {name: fold(_bare(name)) for name in known}
    short = {name: _abbreviations(name) for name in known}
    found = []
    for one, other in combinations(known, 2):
        if bare[one] == bare[other] or bare[one] in short[other] or bare[other] in short[one]:
            found.append((one, other, 1.0))
        elif short[one] & short[other]:
            found.append((one, other, 0.99))
        elif _numbered_apart(bare[one], bare[other]):
            continue
        elif abs(len(bare[one]) - len(bare[other])) * 2 < max(len(bare[one]), len(bare[other])):
            likeness = similarity(bare[one], bare[other])
            if likeness >= ALIKE:
                found.append((one, other, likeness))
    return tuple(sorted(found, key=lambda pair: -pair[2]))


# --- lines ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    bullet: bool
    lettered: bool


def _joined(text: str) -> list[_Line]:
    """The lines without empty ones, their marks told apart; a line that only goes on is joined to the one before."""
    found: list[_Line] = []
    for raw in text.splitlines():
        plain = " ".join(raw.split())
        if not plain:
            continue
        bullet, lettered = _BULLET.match(plain), _LETTERED.match(plain)
        mark = bullet or lettered
        words = plain[mark.end() :].strip() if mark else plain
        if not words:
            continue
        if mark is None and found and _goes_on(found[-1].text, words):
            found[-1] = _Line(f"{found[-1].text} {words}", found[-1].bullet, found[-1].lettered)
        else:
            found.append(_Line(words, bullet is not None, bullet is None and lettered is not None))
    return found


def _goes_on(before: str, words: str) -> bool:
    """Whether a line without a mark is the rest of the line before it, cut by the width of a page."""
    if before[-1] in ";:.":
        return False
    return before[-1] == "," or (words[0].islower() and len(before.split()) > 6)


def _in_list(line: _Line, before: str) -> bool:
    """Whether a line belongs to a list with bullets or semicolons; the last one of these ends otherwise."""
    return line.bullet or line.text.endswith(";") or before.endswith(";")


def _alone(line: _Line) -> bool:
    """Whether a line of a list without any mark is a name, or an enumeration, rather than a sentence."""
    head, colon, _ = line.text.partition(":")
    enumerated = bool(colon) and len(head.split()) <= _LONGEST_CATEGORY
    return enumerated or len(line.text.split()) <= (_LONGEST_CATEGORY if not line.text.endswith(".") else 4)


def _category(line: _Line, following: _Line | None, *, marked: bool) -> str | None:
    """The words of a line that names a category, or None."""
    if line.bullet:
        return None
    text = _INTRODUCED.sub("", line.text.rstrip(": \u00a0")).strip(" ,")
    short = len(text.split()) <= _LONGEST_CATEGORY
    if line.text.endswith(":") and short:
        return text
    if not marked or not short or line.text[-1] in ".;,":
        return None
    if line.lettered or (following is not None and following.bullet):
        return re.sub(r"\s*\([^)]*\d[^)]*\)$", "", text)
    return None


def _names(line: _Line) -> tuple[str, list[str]]:
    """The category that stands within a line, if any, and its parties."""
    head, colon, rest = line.text.partition(":")
    if colon and rest.strip() and len(head.split()) <= _LONGEST_CATEGORY and "(" not in head:
        head = "" if line.bullet or _FIGURE.match(head) else _INTRODUCED.sub("", head.strip()).strip(" ,")
        text = rest
    else:
        head, text = "", line.text
    return head, [name for part in text.split(";") for one in _enumerated(part) if (name := _name(one))]


def _enumerated(part: str) -> list[str]:
    """The members of an enumeration of three or more; a name with one comma in it stays whole."""
    pieces = re.split(r",\s+(?![^()]*\))", part.strip())
    if len(pieces) < 3:
        return [part]
    members: list[str] = []
    for piece in pieces:
        first = re.match(r"[^\W\d_]+", piece)
        if members and (first is None or fold(first[0]) in _GOES_ON or len(piece.split()) > 9):
            members[-1] += f", {piece}"
        else:
            members.append(piece)
    return members


def _name(words: str) -> str:
    """A name as the register has it: without article and final signs; empty for what is none."""
    text = words.strip(" \u00a0;,.…·•-–")
    if not re.search(r"[^\W\d_]{2}", text) or _FIGURE.match(text) or len(text.split()) > _LONGEST_NAME:
        return ""
    text = _ARTICLE.sub("", text, count=1)
    text = re.sub(r"^(?:notamment|et|en|und|and|ainsi que|alsook|sowie)\s+", "", text)
    return text[:1].upper() + text[1:]


def _bare(name: str) -> str:
    return _ARTICLE.sub("", re.sub(r"\([^)]*\)", " ", name).strip() or name)


def _numbered_apart(one: str, other: str) -> bool:
    """Whether a letter or a number alone tells two names apart: Committee P and I, zone 1 and 2."""
    words, others = set(tokens(one)), set(tokens(other))
    return all(any(len(word) == 1 or word.isdigit() for word in apart) for apart in (words - others, others - words))


def _abbreviations(name: str) -> frozenset[str]:
    """What stands in brackets and looks like an abbreviation: short, without spaces, with two capitals at least."""
    inside = re.findall(r"\(([^()\s]{2,12})\)", name)
    return frozenset(fold(one) for one in inside if sum(char.isupper() for char in one) > 1)


def _lines(blocks: Sequence[Block], mark: str = "") -> Iterator[str]:
    for block in blocks:
        if isinstance(block, (Paragraph, Heading)):
            for line in "".join(run.text for run in block.runs).split("\n"):
                yield mark + line
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _lines(item.blocks, "• ")
        elif isinstance(block, Quote):
            yield from _lines(block.blocks, mark)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from _lines(cell.blocks, "• ")
        else:
            assert isinstance(block, Divider)
