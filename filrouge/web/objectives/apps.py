"""The capability's place in the project."""

from __future__ import annotations

from django.apps import AppConfig


class ObjectivesPagesConfig(AppConfig):
    name = "filrouge.web.objectives"
    label = "web_objectives"
