"""The app's place in the project."""

from __future__ import annotations

from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "filrouge.apps.organisation"
    default_auto_field = "django.db.models.BigAutoField"
