"""The capability's place in the project."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsPagesConfig(AppConfig):
    name = "filrouge.web.accounts"
    label = "web_accounts"
