"""The app's place in the project."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "filrouge.apps.accounts"
    default_auto_field = "django.db.models.BigAutoField"
