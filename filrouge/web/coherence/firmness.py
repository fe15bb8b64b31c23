"""The SMART verdicts in words, for the table, for the page of an objective and for what is written of it."""

from __future__ import annotations

from typing import Any

from filrouge.domain.model.plan import COMMITMENTS, Plan
from filrouge.domain.smart import LETTERS, VERDICTS, Assessment, assess, statements_of
from filrouge.library import texts
from filrouge.web.common.languages import current

#: The sign of each verdict; the word stands beside it.
SIGNS = {"met": "met", "partly": "warning", "not": "missing", "unknown": "info"}

#: The verdicts that are told while one writes: what could be said better.
WEAK = frozenset({"partly", "not"})


def say(key: str) -> str:
    """A sentence of the analysis in the reader's language."""
    return texts("smart")[key][current()]


def letters_told(found: Assessment) -> list[dict[str, Any]]:
    """Each letter: its name, its verdict in a word with its sign, the words that justify it, what is missing."""
    return [
        {
            "letter": one.letter,
            "name": say(f"letter.{one.letter}"),
            "read_in": say(f"read-in.{one.letter}"),
            "verdict": one.verdict,
            "word": say(f"verdict.{one.verdict}"),
            "sign": SIGNS[one.verdict],
            "words": one.words,
            "missing": [say(f"missing.{code}") for code in one.missing],
        }
        for one in found.letters
    ]


def commitment_told(found: Assessment) -> dict[str, Any]:
    """The declared and the proposed kind, with the words that speak for the latter."""
    named = {kind: say(f"commitment.{kind}") for kind in COMMITMENTS}
    return {
        "declared": named.get(found.declared, ""),
        "proposed": named.get(found.proposed, ""),
        "words": found.proposed_by,
        "differs": bool(found.declared and found.proposed and found.declared != found.proposed),
    }


def firmness_of(plan: Plan, id: str) -> dict[str, Any] | None:
    """The letters and the commitment of one objective; None for any other part, and for a level that is not judged."""
    statement = next((one for one in statements_of(plan) if one.id == id), None)
    if statement is None:
        return None
    found = assess(statement)
    return {"letters": letters_told(found), "commitment": commitment_told(found)}


def letter_choices() -> list[tuple[str, str]]:
    """The letters for a list to choose from."""
    return [(one, f"{one} · {say(f'letter.{one}')}") for one in LETTERS]


def verdict_choices() -> list[tuple[str, str]]:
    """The verdicts for a list to choose from."""
    return [(one, say(f"verdict.{one}")) for one in VERDICTS]


def commitment_choices() -> list[tuple[str, str]]:
    """The kinds of commitment for a list to choose from."""
    return [(one, say(f"commitment.{one}")) for one in COMMITMENTS]
