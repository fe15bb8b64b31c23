"""What the frame of every page needs (settings, ``context_processors``)."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest

from filrouge.web.common import languages, slots

SCHEMES = ("auto", "light", "dark")
SCHEME_COOKIE = "filrouge_scheme"


def scheme(request: HttpRequest) -> str:
    """Light, dark, or as the system has it (auto): kept in a cookie, so that a page needs no script to be right."""
    found = request.COOKIES.get(SCHEME_COOKIE, "auto")
    return found if found in SCHEMES else "auto"


def passkeys(request: HttpRequest) -> bool:
    """Whether browsers allow passkeys at this address: by a name, over HTTPS or on this very machine."""
    host = urlsplit(f"//{request.get_host()}").hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        ip_address(host)
    except ValueError:
        return request.is_secure()
    return False


def frame(request: HttpRequest) -> dict[str, Any]:
    """``frame``: the languages to choose from, light or dark, and what the capabilities put into the header."""
    return {
        "frame": {
            "languages": languages.NAMES,
            "schemes": SCHEMES,
            "scheme": scheme(request),
            "passkeys": passkeys(request),
            "slots": slots.Filled(request),
        }
    }
