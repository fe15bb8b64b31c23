"""What happens around every page: headers that keep it safe, its language, and problems told in words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers

from filrouge.apps.common.problems import Problem
from filrouge.web.common import languages, problems

Next = Callable[[HttpRequest], HttpResponseBase]


def security_headers(get_response: Next) -> Next:
    """Nothing but our own files runs, styles or is asked for; nothing inline; nobody frames us (docs/adr/0014)."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        headers = response.headers
        headers.setdefault("Content-Security-Policy", _policy())
        headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
        if headers.get("Content-Type", "").startswith("text/html"):
            headers.setdefault("Cache-Control", "private, no-cache")
        return response

    return middleware


@cache
def _policy() -> str:
    """The policy. A form may lead to the OpenID Connect server, where there is one: browsers check redirects too."""
    targets = " ".join(["'self'", *_sign_in_servers()])
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",  # the code that an authenticator scans is a drawing within the page
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            f"form-action {targets}",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


def _sign_in_servers() -> list[str]:
    found = []
    for provider in settings.SOCIALACCOUNT_PROVIDERS.values():
        for app in provider.get("APPS", ()):
            parts = urlsplit(str(app.get("settings", {}).get("server_url", "")))
            if parts.scheme in ("http", "https") and parts.netloc:
                found.append(f"{parts.scheme}://{parts.netloc}")
    return found


def interface_language(get_response: Next) -> Next:
    """The page speaks the person's language, else the browser's, else French; the answer says which. Stands after the
    middleware that knows the person."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        language = languages.of_person(request) or languages.of_browser(request)
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        patch_vary_headers(response, ("Accept-Language", "Cookie"))
        return response

    return middleware


class _InWords:
    """Calls the next one; a problem that a view raises becomes a page, or a notice for a page that is already there."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page of a problem; None leaves anything else to Django, whose 500 shows no traceback."""
        return problems.page(request, exception) if isinstance(exception, Problem) else None


def problems_in_words(get_response: Next) -> Next:
    """What cannot be done is said in one sentence, with what happened to the work."""
    return _InWords(get_response)
