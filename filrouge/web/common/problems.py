"""Pages that say what went wrong: one clear sentence, and what happened to the work."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from filrouge.apps.common.problems import Conflict, Problem
from filrouge.web.common.languages import current

_SECRET = ("password", "csrf", "token", "code", "secret", "credential")
_LONG_ENOUGH = 20
_READING = frozenset({"GET", "HEAD", "OPTIONS"})


def page(request: HttpRequest, problem: Problem) -> HttpResponse:
    """The page of a problem; for htmx a notice that goes into the messages of the page that is open."""
    context: dict[str, Any] = {
        "title": gettext("This cannot be done"),
        "sentence": problem.sentence(current()),
        "outcome": outcome(request),
        "kept": kept(request),
        "conflict": _sides(problem) if isinstance(problem, Conflict) else [],
    }
    return answer(request, context, problem.status)


def answer(request: HttpRequest, context: dict[str, Any], status: int) -> HttpResponse:
    """``errors/problem.html`` as a page, or as a notice when htmx asks."""
    if not getattr(request, "htmx", False):
        return render(request, "errors/problem.html", context, status=status)
    response = render(request, "errors/_notice.html", context, status=status)
    response["HX-Retarget"] = "#messages"
    response["HX-Reswap"] = "innerHTML show:window:top"
    return response


def outcome(request: HttpRequest) -> str:
    """What happened to the work: nothing to say after reading, "nothing was saved" after writing."""
    return "" if request.method in _READING else gettext("Nothing was saved.")


def kept(request: HttpRequest) -> list[tuple[str, str]]:
    """What the person had written, so that it is not lost: the longer texts of the form, never a secret."""
    if request.method in _READING:
        return []
    return [
        (name, value)
        for name, value in request.POST.items()
        if isinstance(value, str) and len(value) >= _LONG_ENOUGH and not any(word in name.lower() for word in _SECRET)
    ]


def _sides(conflict: Conflict) -> list[tuple[str, Any, Any]]:
    """Field, what the person wrote, what stands there now."""
    names = list(dict.fromkeys([*conflict.ours, *conflict.theirs]))
    return [(name, conflict.ours.get(name, ""), conflict.theirs.get(name, "")) for name in names]
