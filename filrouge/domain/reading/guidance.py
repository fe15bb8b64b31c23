"""Lines by which a template helps its author: they ask, or they explain a criterion, and state nothing."""

from __future__ import annotations

import re

from filrouge.domain.language.words import flat

_ASKS = re.compile(r"\?[\s»”’\"')\]]*$")
#: The criteria of an objective, by the names that guidance on SMART gives them; ``flat``, so without accents.
_CRITERIA = (
    "specifique", "mesurable", "acceptable", "accepte", "acceptee", "atteignable", "ambitieux", "assignable",
    "realiste", "realisable", "pertinent", "temporel", "temporellement defini", "limite dans le temps",
    "delimite dans le temps", "defini dans le temps", "inscrit dans le temps",
    "specifiek", "meetbaar", "aanvaardbaar", "acceptabel", "ambitieus", "haalbaar", "realistisch", "relevant",
    "tijdgebonden", "tijdsgebonden", "in de tijd begrensd",
    "spezifisch", "messbar", "akzeptabel", "akzeptiert", "attraktiv", "erreichbar", "anspruchsvoll", "terminiert",
    "terminierbar", "zeitgebunden", "zeitlich begrenzt",
    "specific", "measurable", "achievable", "attainable", "agreed", "realistic", "time-bound", "timebound", "timely",
)  # fmt: skip
_EXPLAINS = re.compile(
    rf"(?:[smart]\s*[:.=)–—-]+\s*)?(?:{'|'.join(sorted(map(re.escape, _CRITERIA), key=len, reverse=True))})"
    r"\s*(?:\([^()]{1,40}\)\s*)?(?:[:=]|[–—-](?=\s))"
)


def is_guidance(text: str) -> bool:
    """Whether a line asks something, or names a criterion of SMART and explains it ("Measurable: …")."""
    return bool(_ASKS.search(text)) or _EXPLAINS.match(flat(text)) is not None


def states(text: str, kind: str) -> bool:
    """Whether a line has words enough to state something (a value is one word) and is no guidance."""
    return len(text) > (3 if kind == "value" else 8) and not is_guidance(text)
