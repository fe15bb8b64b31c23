"""The addresses of objectives and actions."""

from __future__ import annotations

from django.urls import path

from filrouge.web.objectives.views import parts, tree, year

urlpatterns = [
    path("e/<slug:code>/actions/", year.year_plan, name="year_plan"),
    path("e/<slug:code>/actions/assign/", year.year_assign, name="year_assign"),
    path("d/<uuid:pk>/objectives/", tree.objectives, name="objectives"),
    path("d/<uuid:pk>/objectives/move/", tree.objectives_move, name="objectives_move"),
    path("d/<uuid:pk>/objectives/add/", tree.objective_add, name="objective_add"),
    path("d/<uuid:pk>/objectives/owners/", tree.objectives_owners, name="objectives_owners"),
    path("d/<uuid:pk>/objectives/years/", tree.objectives_years, name="objectives_years"),
    path("d/<uuid:pk>/objectives/resolved/", parts.resolved, name="objectives_resolved"),
    path("o/<uuid:pk>/", parts.objective, name="objective"),
    path("o/<uuid:pk>/edit/", parts.objective_edit, name="objective_edit"),
    path("o/<uuid:pk>/remove/", parts.objective_remove, name="objective_remove"),
    path("a/<uuid:pk>/", parts.action, name="action"),
    path("a/<uuid:pk>/edit/", parts.action_edit, name="action_edit"),
    path("a/<uuid:pk>/follow/", parts.action_follow, name="action_follow"),
    path("a/<uuid:pk>/serves/", parts.action_serves, name="action_serves"),
    path("a/<uuid:pk>/remove/", parts.action_remove, name="action_remove"),
]
