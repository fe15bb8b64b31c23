"""Addresses that belong to no capability. Without a namespace: every template names them."""

from __future__ import annotations

from django.urls import path

from filrouge.web.common import views

urlpatterns = [
    path("choices/language", views.set_language, name="set_language"),
    path("choices/scheme", views.set_scheme, name="set_scheme"),
    path("style/<slug:digest>.css", views.style, name="style"),
]
