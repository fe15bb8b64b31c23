"""The app's place in the project."""

from __future__ import annotations

from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "filrouge.apps.common"
    default_auto_field = "django.db.models.BigAutoField"
