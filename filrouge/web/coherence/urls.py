"""The addresses of remarks, changes, histories, search and the SMART page."""

from __future__ import annotations

from django.urls import path

from filrouge.web.coherence.views import changes, findings, history, search, smart, waivers

urlpatterns = [
    path("d/<uuid:pk>/findings/", findings.findings, name="findings"),
    path("d/<uuid:pk>/findings/margin/", findings.findings_margin, name="findings_margin"),
    path("d/<uuid:pk>/findings/file/<slug:format>/", findings.findings_file, name="findings_file"),
    path("d/<uuid:pk>/findings/waive/", waivers.waive, name="waive"),
    path("d/<uuid:pk>/waivers/<uuid:waiver>/lift/", waivers.waiver_lift, name="waiver_lift"),
    path("d/<uuid:pk>/check/", findings.check_part, name="check_part"),
    path("d/<uuid:pk>/changes/", changes.changes, name="changes"),
    path("d/<uuid:pk>/changes/file/", changes.changes_file, name="changes_file"),
    path("d/<uuid:pk>/smart/", smart.smart, name="smart"),
    path("history/<slug:kind>/<uuid:pk>/", history.history, name="history"),
    path("search/", search.search, name="search"),
]
