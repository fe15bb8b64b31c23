"""The capability's place in the project."""

from __future__ import annotations

from django.apps import AppConfig


class ExchangePagesConfig(AppConfig):
    name = "filrouge.web.exchange"
    label = "web_exchange"
