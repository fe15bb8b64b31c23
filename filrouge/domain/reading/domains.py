"""Risk domains written as lines rather than as a matrix: a title, then "Weaknesses: 2, 5", "Threats: 1", "Objectives:
4"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from filrouge.domain.language.words import fold
from filrouge.domain.model import RiskDomain
from filrouge.domain.reading.levels import LevelNames
from filrouge.domain.reading.outline import Outline
from filrouge.domain.reading.paragraphs import Para
from filrouge.domain.reading.swot import swot_kind

_REFERENCES = re.compile(r"(?:(?:[a-z]{1,3}\s?)?\d{1,2}(?:\s*(?:,|;|et|en|und|and|&|-|/)\s*|\s*\.?$))+")
_NUMBER = re.compile(r"\d{1,2}")


def read_domains(paras: Sequence[Para], outline: Outline, names: LevelNames) -> tuple[RiskDomain, ...]:
    """The domains in the order of the text; a domain needs a line of weaknesses or threats."""
    found: list[RiskDomain] = []
    i = 0
    while i < len(paras):
        links: dict[str, tuple[int, ...]] = {}
        end = i
        while end < len(paras) and (line := _links(paras[end], names)) is not None and line[0] not in links:
            links[line[0]] = line[1]
            end += 1
        if {"weakness", "threat"} & links.keys() and len(links) >= 2 and i:
            found.append(_domain(paras, i, end, links, outline, len(found) + 1))
        i = max(end, i + 1)
    return tuple(found)


def _links(para: Para, names: LevelNames) -> tuple[str, tuple[int, ...]] | None:
    """What a line lists the numbers of, and the numbers."""
    head, colon, rest = para.text.partition(":")
    if not colon or len(head) > 60 or not _REFERENCES.fullmatch(fold(rest)):
        return None
    kind = swot_kind(head)
    if kind is None and names.announced(head, names.objectives) is not None:
        kind = "objective"
    return (kind, tuple(map(int, _NUMBER.findall(rest)))) if kind else None


def _domain(
    paras: Sequence[Para], start: int, end: int, links: dict[str, tuple[int, ...]], outline: Outline, rank: int
) -> RiskDomain:
    title = paras[start - 1]
    heading = next((h for h in outline.headings if h.through == start - 1), None)
    number = heading.number if heading else (title.label.value if title.label else None)
    return RiskDomain(
        number=number or str(rank),
        title=heading.title if heading else title.text.rstrip(" :"),
        weaknesses=links.get("weakness", ()),
        threats=links.get("threat", ()),
        objectives=links.get("objective", ()),
        note=None,
        place=title.place.join(paras[end - 1].place),
    )
