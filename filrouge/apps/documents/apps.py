"""The app's place in the project."""

from __future__ import annotations

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "filrouge.apps.documents"
    default_auto_field = "django.db.models.BigAutoField"
