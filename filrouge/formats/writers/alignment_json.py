"""A document held against a plan, as JSON for scripts. Keys may be added, never renamed."""

from __future__ import annotations

from typing import Any

from filrouge.domain.alignment import Alignment, Answer, Suggestion


def alignment(file: str, found: Alignment) -> dict[str, Any]:
    """``themes`` holds only those that the document clearly addresses, with the ids of the statements that do;
    ``items`` every statement, with its suggestions, the likeliest first, and the words that speak for each."""
    return {
        "file": file,
        "with": found.plan.slug,
        "themes": [{"code": one.code, "score": one.score, "items": list(one.items)} for one in found.themes],
        "items": [_answer(one) for one in found.answers],
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "id": answer.item.id,
        "text": answer.item.text,
        "refused": answer.refused,
        "suggestions": [_suggestion(one) for one in answer.suggestions],
    }


def _suggestion(one: Suggestion) -> dict[str, Any]:
    return {
        "code": one.code,
        "theme": one.theme,
        "score": one.score,
        "words": list(one.words),
        "around": list(one.around),
    }
