"""Every address of the program: those of the capabilities, and allauth's for signing in."""

from __future__ import annotations

from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path("account/", include("allauth.account.urls")),
    path("account/2fa/", include("allauth.mfa.urls")),
    path("account/third-party/", include("allauth.socialaccount.urls")),
    path("account/", include("allauth.socialaccount.providers.openid_connect.urls")),
    *(path("", include(f"filrouge.web.{name}.urls")) for name in settings.CAPABILITIES),
]
handler400 = "filrouge.web.common.views.bad_request"
handler403 = "filrouge.web.common.views.forbidden"
handler404 = "filrouge.web.common.views.not_found"
handler500 = "filrouge.web.common.views.server_error"
