"""The app's place in the project."""

from __future__ import annotations

from django.apps import AppConfig


class WebCommonConfig(AppConfig):
    name = "filrouge.web.common"
    label = "web_common"
