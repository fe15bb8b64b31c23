"""The app's place in the project."""

from __future__ import annotations

from django.apps import AppConfig


class FrameworksConfig(AppConfig):
    name = "filrouge.apps.frameworks"
    default_auto_field = "django.db.models.BigAutoField"
