"""The app's place in the project."""

from __future__ import annotations

from django.apps import AppConfig


class CoherenceConfig(AppConfig):
    name = "filrouge.apps.coherence"
    default_auto_field = "django.db.models.BigAutoField"
