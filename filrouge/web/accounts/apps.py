"""The capability's place in the project."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.http import HttpRequest


class AccountsPagesConfig(AppConfig):
    name = "filrouge.web.accounts"
    label = "web_accounts"

    def ready(self) -> None:
        from filrouge.web.common import slots

        slots.fill("person", "accounts/_person.html", _always)


def _always(request: HttpRequest) -> dict[str, Any] | None:
    return {}
