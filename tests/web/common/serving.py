"""The pages under a server of their own, on a free port, without a database."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any
from unittest.mock import patch

from django.conf import settings
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.test import override_settings

from filrouge.web.common import slots

TEMPLATES = Path(__file__).with_name("templates")


class Silent(WSGIRequestHandler):
    def log_message(self, *_: Any) -> None:
        """The tests read answers, not logs."""


def overrides() -> dict[str, Any]:
    """Settings under which no page needs a database: sessions and messages are signed cookies."""
    templates = deepcopy(settings.TEMPLATES)
    templates[0]["DIRS"] = [*templates[0]["DIRS"], TEMPLATES]
    return {
        "TEMPLATES": templates,
        "ROOT_URLCONF": "tests.web.common.gallery",
        "SESSION_ENGINE": "django.contrib.sessions.backends.signed_cookies",
        "MESSAGE_STORAGE": "django.contrib.messages.storage.cookie.CookieStorage",
        "ALLOWED_HOSTS": ["*"],
        "SECRET_KEY": "for these tests only",
        "WHITENOISE_USE_FINDERS": True,
        "WHITENOISE_AUTOREFRESH": True,
    }


@contextmanager
def without_database() -> Iterator[None]:
    """Settings and transactions such that the gallery needs no database, and only its own header."""
    with override_settings(**overrides()), _without_transactions(), empty_header():
        yield


@contextmanager
def empty_header() -> Iterator[None]:
    """No capability fills the header."""
    places: dict[str, list[slots.Filling]] = {place: [] for place in slots.PLACES}
    with patch.object(slots, "_FILLINGS", places):
        yield


@contextmanager
def serving() -> Iterator[str]:
    """The address of the running server."""
    with without_database():
        server = ThreadedWSGIServer(("127.0.0.1", 0), Silent)
        server.set_app(get_wsgi_application())
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://localhost:{server.server_port}"
        finally:
            server.shutdown()
            server.server_close()
            thread.join()


@contextmanager
def _without_transactions() -> Iterator[None]:
    """A view opens no transaction, which would be a connection."""
    known = connections.settings["default"]
    before = known["ATOMIC_REQUESTS"]
    known["ATOMIC_REQUESTS"] = False
    try:
        yield
    finally:
        known["ATOMIC_REQUESTS"] = before
