"""One stylesheet, put together from one file a component when the server starts: no build, one request, kept for ever
by the browser because its address changes with its content."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings

FOLDER = Path(__file__).with_name("static") / "filrouge" / "css"
_FIRST = "layers.css"


def text() -> str:
    """The rules of every file, the order of the layers first."""
    return _kept() if not settings.DEBUG else _joined()


def digest() -> str:
    """Ten characters that change when a rule does."""
    return hashlib.sha256(text().encode()).hexdigest()[:10]


@cache
def _kept() -> str:
    return _joined()


def _joined() -> str:
    files = sorted(FOLDER.glob("*.css"), key=lambda file: (file.name != _FIRST, file.name))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)
