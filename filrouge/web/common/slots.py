"""Places in the header that a capability fills: this package knows none of them, each announces itself.

A capability says in ``AppConfig.ready``::

    slots.fill("entity", "organisation/_switch.html", switch_values)

where ``switch_values(request)`` answers the template's context, or None to show nothing on this page. The places, in
the order in which they stand: ``entity`` (the switch between entities), ``search`` (the search box), ``navigation``
(what one may go to within the entity) and ``person`` (more lines in the person's menu).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

PLACES = ("entity", "search", "navigation", "person")
Values = Callable[[HttpRequest], dict[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Filling:
    """A template, and what gives its values."""

    template: str
    values: Values


_FILLINGS: dict[str, list[Filling]] = {place: [] for place in PLACES}


def fill(place: str, template: str, values: Values) -> None:
    """Put a template into a place of the header. Raises KeyError for a place that there is not."""
    known = _FILLINGS[place]
    filling = Filling(template, values)
    if filling not in known:
        known.append(filling)


class Filled:
    """The places of one page, each written when the template asks for it."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    def __getitem__(self, place: str) -> SafeString:
        return mark_safe("".join(self._written(place)))  # noqa: S308 - templates wrote it

    def _written(self, place: str) -> Iterator[str]:
        for filling in _FILLINGS[place]:
            values = filling.values(self._request)
            if values is not None:
                yield render_to_string(filling.template, values, request=self._request)
