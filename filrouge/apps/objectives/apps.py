"""The app's place in the project."""

from __future__ import annotations

from django.apps import AppConfig


class ObjectivesConfig(AppConfig):
    name = "filrouge.apps.objectives"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from filrouge.apps.documents.snapshots import register
        from filrouge.apps.objectives.selectors import plan_of

        register(plan_of)
