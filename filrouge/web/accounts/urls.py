"""The addresses of accounts and invitations. Those of signing in are allauth's."""

from __future__ import annotations

from django.urls import path

from filrouge.web.accounts import views

urlpatterns = [
    path("invitation/<str:secret>/", views.invitation, name="invitation"),
    path("account/name/", views.own_name, name="own_name"),
]
