"""The capability's place in the project."""

from __future__ import annotations

from django.apps import AppConfig


class CoherencePagesConfig(AppConfig):
    name = "filrouge.web.coherence"
    label = "web_coherence"
