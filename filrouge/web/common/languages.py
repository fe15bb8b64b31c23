"""In which language a page speaks: the person's choice, else the cookie, else what the browser accepts, else French."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation

from filrouge.domain.model import LANGUAGES

FIRST = "fr"
#: Each language by its own name; never translated.
NAMES = {"fr": "Français", "nl": "Nederlands", "de": "Deutsch", "en": "English"}


def current() -> str:
    """The language of the page that is being written: fr, nl, de or en."""
    found = (translation.get_language() or FIRST).split("-")[0]
    return found if found in LANGUAGES else FIRST


def of_person(request: HttpRequest) -> str | None:
    """What the signed-in person chose, if anything."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return None
    return _known(getattr(user, "language", ""))


def of_browser(request: HttpRequest) -> str:
    """What the browser keeps or asks for; touches no database, so that an error page can use it."""
    kept = _known(request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""))
    return kept or _accepted(request.META.get("HTTP_ACCEPT_LANGUAGE", "")) or FIRST


def _accepted(header: str) -> str | None:
    """The first language of an Accept-Language header that we speak, by the weight that the browser gives."""
    weighed = []
    for place, part in enumerate(header.split(",")[:20]):
        name, _, weight = part.strip().partition(";q=")
        found = _known(name.strip().lower().split("-")[0])
        try:
            value = float(weight) if weight else 1.0
        except ValueError:
            continue
        if found and value > 0:
            weighed.append((-value, place, found))
    return min(weighed)[2] if weighed else None


def _known(code: str) -> str | None:
    return code if code in LANGUAGES else None
