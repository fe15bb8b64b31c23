"""The capability's place in the project."""

from __future__ import annotations

from django.apps import AppConfig


class DocumentsPagesConfig(AppConfig):
    name = "filrouge.web.documents"
    label = "web_documents"
