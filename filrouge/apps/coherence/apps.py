"""The app's place in the project."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save


class CoherenceConfig(AppConfig):
    name = "filrouge.apps.coherence"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from filrouge.apps.coherence.checking import forget

        def changed(instance: Any, **_: Any) -> None:
            forget(instance.entity_id)

        for signal in (post_save, post_delete):
            for sender in ("organisation.Unit", "organisation.NoUnit"):
                signal.connect(changed, sender=sender, weak=False)
