"""What the environment says: read once, checked, with a clear sentence when it makes no sense."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from filrouge.config.database import parameters, secret

_TRUE = frozenset({"1", "true", "yes", "on"})
_FALSE = frozenset({"", "0", "false", "no", "off"})


def flag(name: str) -> bool:
    """A truth: 1, true, yes, on, or 0, false, no, off, or absent. Raises ImproperlyConfigured for anything else."""
    value = os.environ.get(name, "").strip().lower()
    if value not in _TRUE | _FALSE:
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be 1 or 0.")
    return value in _TRUE


def words(name: str) -> list[str]:
    """Values separated by commas; an empty list when absent."""
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


def secret_key() -> str:
    """The key that signs sessions: the environment's, else the one kept beside the embedded database."""
    return os.environ.get("FILROUGE_SECRET_KEY") or secret("key")


def database() -> dict[str, Any]:
    """Django's settings of the database: DATABASE_URL, else the embedded one. FILROUGE_DATABASE_ROLE=owner asks for the
    role that migrates."""
    owner = os.environ.get("FILROUGE_DATABASE_ROLE") == "owner"
    url = os.environ.get("DATABASE_OWNER_URL" if owner else "DATABASE_URL") or os.environ.get("DATABASE_URL")
    known = from_url(url) if url else parameters("owner" if owner else "app")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "ATOMIC_REQUESTS": True,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        **known,
    }


def from_url(url: str) -> dict[str, Any]:
    """Django's settings from an address ``postgresql://user:password@host:port/name``; a socket folder may stand in
    ``?host=``. Raises ImproperlyConfigured for another scheme or an address without a name."""
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise ImproperlyConfigured("DATABASE_URL must read postgresql://user:password@host:port/name.")
    options = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    host = unquote(options.pop("host", "")) or parts.hostname or ""
    return {
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "OPTIONS": {key: unquote(value) for key, value in options.items()},
    }
