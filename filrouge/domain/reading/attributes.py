"""What a line or a column says of a statement: who answers for it, when it is due, by what it is measured."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from filrouge.domain.language.words import flat, fold
from filrouge.domain.reading.drafts import Draft
from filrouge.domain.reading.owners import looks_like_owner, split_owners
from filrouge.domain.reading.paragraphs import Para

_WORDS = """
owner   responsable(?:s|\\(s\\))?|pilote(?:s|\\(s\\))?|porteur(?:s|\\(s\\))?|qui|acteur(?:s)?
owner   service(?:s)? responsable(?:s)?|charge de l'execution|wie|actoren|verantwoordelijke dienst
owner   verantwoordelijke(?:n|\\(n\\))?|trekker(?:s)?|eigenaar(?:s)?|uitvoerder(?:s)?
owner   verantwortlich(?:e|er)?|zustandig(?:keit)?|federfuhrung|wer
owner   owner(?:s)?|lead|responsible|who|in charge
owner   resp\\.|verantw\\.|zust\\.|federfuhrend|verantwoordelijk
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
_SAID = {role: words for role, words in _roles().items() if role != "number"}
_LINE = re.compile(
    "|".join(rf"(?P<{role}>(?:\w+)?(?:{words}))" for role, words in _SAID.items()).join(("(?:", r")\s*:\s*"))
)
_ASKED = re.compile(
    r"qui|quand|wie|wanneer|wann|wer|who|when|date|terme|periode|cible|lead|tegen|budget|fin prevue|acteurs?"
)


def role_of_head(text: str) -> str | None:
    """What a column with this head holds: ``owner``, ``due``, ``measure``, ``means``, ``number``, or None."""
    words = fold(re.sub(r"\([^()]*\)", "", text)).strip()
    return next((role for role, pattern in _HEADS.items() if words and pattern.fullmatch(words)), None)


def split_attributes(text: str) -> tuple[str, dict[str, str]]:
    """The words before the first attribute of a line, and the attributes: ``"… (owner: HR – due: 2030)"`` has two.

    Words that sentences use too ("who", "date") count only where they begin the line.
    """
    plain = flat(text)
    found: list[tuple[int, int, str]] = []
    for match in _LINE.finditer(plain):
        before = plain[: match.start()].rstrip(" ([")
        begins = not before
        cut = (
            begins
            or plain[match.start() - 1] in "(["
            or before[-1] in ".;,–—-"
            or plain[: match.start()].endswith("  ")
        )
        if found:
            cut = True
        if cut and match.lastgroup and (begins or found or not _ASKED.fullmatch(match[match.lastgroup])):
            found.append((match.start(), match.end(), match.lastgroup))
    if not found:
        return text, {}
    values: dict[str, str] = {}
    for (_, end, role), stop in zip(found, [*(start for start, _, _ in found[1:]), len(text)], strict=True):
        words = text[end:stop].strip().strip("()[];,–—-").strip().rstrip(".").strip()
        if words:
            values.setdefault(role, words)
    return text[: found[0][0]].strip().rstrip("([;,–—-").strip(), values


def role_of_line(text: str) -> str | None:
    """The first attribute of a line that holds nothing else, or None."""
    before, values = split_attributes(text)
    return next(iter(values)) if values and not before else None


def with_attributes(paras: Sequence[Para], drafts: Sequence[Draft], heads: Mapping[int, object]) -> list[Draft]:
    """Give each statement what the lines right below it say of it (``Owner: …``, ``Due: …``)."""
    taken = {d.at for d in drafts}
    out: list[Draft] = []
    for draft in drafts:
        at = draft.through + 1
        while at < len(paras) and at not in taken and (at not in heads or heads.get(draft.at) is heads.get(at)):
            before, values = split_attributes(paras[at].text)
            if before or not values:
                break
            draft = _with_values(draft, values, paras[at].place.start)
            at += 1
        out.append(draft)
    return out


def with_own_attributes(draft: Draft) -> Draft:
    """Take the attributes that stand in the statement's own words out of them ("… Owner: HR. Due: end of 2029.")."""
    before, values = split_attributes(draft.text)
    if not {"owner", "due"} & values.keys() or len(before) < 8:
        return draft
    opened = before.rfind("(")
    if opened > before.rfind(")"):  # "(Service A; due: 2029)": the bracket names the owner without saying so
        inside, before = before[opened + 1 :], before[:opened].strip()
        if looks_like_owner(inside) and not draft.owners:
            draft, values = replace(draft, owners=split_owners(inside)), {**values, "owner": inside}
    kept = before if "owner" in values else draft.text  # a bare deadline stays part of what is promised
    return _with_values(replace(draft, text=kept), values, draft.place.start)


def _with_values(draft: Draft, values: Mapping[str, str], offset: int) -> Draft:
    if "owner" in values and not draft.owners:
        draft = replace(draft, owners=split_owners(values["owner"]))
    if "due" in values and draft.due is None:
        draft = replace(draft, due=(values["due"], offset))
    return draft
