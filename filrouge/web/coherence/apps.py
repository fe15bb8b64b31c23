"""The capability's place in the project."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.http import HttpRequest
from django.urls import reverse

from filrouge.web.common import slots


class CoherencePagesConfig(AppConfig):
    name = "filrouge.web.coherence"
    label = "web_coherence"

    def ready(self) -> None:
        slots.fill("search", "coherence/_seek.html", _seek)


def _seek(request: HttpRequest) -> dict[str, Any] | None:
    """The search box of the header, for whoever is signed in."""
    if not request.user.is_authenticated:
        return None
    here = request.resolver_match is not None and request.resolver_match.url_name == "search"
    return {"action": reverse("search"), "value": request.GET.get("q", "") if here else ""}
