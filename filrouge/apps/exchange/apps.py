"""The app's place in the project."""

from __future__ import annotations

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "filrouge.apps.exchange"
    default_auto_field = "django.db.models.BigAutoField"
