"""What a line or a column says of a statement: who answers for it, when it is due, by what it is measured."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from filrouge.domain.language.words import flat, fold
from filrouge.domain.reading.drafts import Draft
from filrouge.domain.reading.owners import split_owners
from filrouge.domain.reading.paragraphs import Para

_WORDS = """
owner   responsable(?:s|\\(s\\))?|pilote(?:s|\\(s\\))?|porteur(?:s|\\(s\\))?|qui|acteur(?:s)?
owner   service(?:s)? responsable(?:s)?|charge de l'execution|wie|actoren|verantwoordelijke dienst
owner   verantwoordelijke(?:n|\\(n\\))?|trekker(?:s)?|eigenaar(?:s)?|uitvoerder(?:s)?
owner   verantwortlich(?:e|er)?|zustandig(?:keit)?|federfuhrung|wer
owner   owner(?:s)?|lead|responsible|who|in charge
due     echeance(?:s)?|delai(?:s)?|calendrier|date(?: de fin)?|fin prevue|pour le|quand|terme|periode
due     timing|termijn(?:en)?|deadline|einddatum|tegen|wanneer|planning|looptijd
due     frist(?:en)?|termin(?:e)?|bis wann|wann|zeitplan|due(?: date)?|by when|when|end date|time frame|timeline
measure indicateur(?:s)?(?: de (?:resultat|mesure|suivi|realisation))?|mesure(?:s)? du resultat|valeur cible|cible
measure indicator(?:en|s)?|meting|streefwaarde|kpi(?:'?s)?|indikator(?:en)?|kennzahl(?:en)?|zielwert|messung
measure measure(?:s)? of success|target
means   moyen(?:s)?|budget|ressource(?:s)?|cout|middelen|begroting|kosten|mittel|ressourcen|haushalt|resources|cost
number  n[°ºo]?|no|num(?:ero)?|code|ref(?:erence)?|nr|nummer|id|#
"""


def _roles() -> dict[str, str]:
    """For each role, the pattern of the folded words that announce it, in the four languages."""
    roles: dict[str, list[str]] = {}
    for line in _WORDS.strip().splitlines():
        role, _, words = line.partition(" ")
        roles.setdefault(role, []).append(words.strip())
    return {role: "|".join(words) for role, words in roles.items()}


_HEADS = {role: re.compile(rf"(?:{words})\s*[.:]?") for role, words in _roles().items()}
_LINES = {role: re.compile(rf"(?:{words})\s*:\s*") for role, words in _roles().items() if role != "number"}


def role_of_head(text: str) -> str | None:
    """What a column with this head holds: ``owner``, ``due``, ``measure``, ``means``, ``number``, or None."""
    words = fold(re.sub(r"\([^()]*\)", "", text)).strip()
    return next((role for role, pattern in _HEADS.items() if words and pattern.fullmatch(words)), None)


def role_of_line(text: str) -> tuple[str, int] | None:
    """What a line says that begins with such a word and a colon: the role, and where its words begin."""
    plain = flat(text)
    for role, pattern in _LINES.items():
        match = pattern.match(plain)
        if match and text[match.end() :].strip():
            return role, match.end()
    return None


def with_attributes(paras: Sequence[Para], drafts: Sequence[Draft], heads: Mapping[int, object]) -> list[Draft]:
    """Give each statement what the lines right below it say of it (``Owner: …``, ``Due: …``)."""
    taken = {d.at for d in drafts}
    out: list[Draft] = []
    for draft in drafts:
        at = draft.through + 1
        while at < len(paras) and at not in taken and (at not in heads or heads.get(draft.at) is heads.get(at)):
            role = role_of_line(paras[at].text)
            if role is None:
                break
            words = paras[at].text[role[1] :].strip(" .;")
            if role[0] == "owner" and not draft.owners:
                draft = replace(draft, owners=split_owners(words))
            elif role[0] == "due" and draft.due is None:
                draft = replace(draft, due=(words, paras[at].place.start))
            at += 1
        out.append(draft)
    return out
