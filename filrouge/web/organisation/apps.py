"""The capability's place in the project, and what it puts into the header of every page."""

from __future__ import annotations

from django.apps import AppConfig


class OrganisationPagesConfig(AppConfig):
    name = "filrouge.web.organisation"
    label = "web_organisation"

    def ready(self) -> None:
        from filrouge.web.common import slots
        from filrouge.web.organisation import header

        slots.fill("entity", "organisation/_switch.html", header.switch)
        slots.fill("navigation", "organisation/_ways.html", header.ways)
