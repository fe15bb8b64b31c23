"""What may go wrong in a way that a person can mend: a code, its values, and one clear sentence in four languages."""

from __future__ import annotations

from typing import Any

from filrouge.library import text


class Problem(Exception):
    """Something asked for cannot be done, and nothing was changed. ``code`` is the key of its sentence in the library's
    texts (``documents.sealed`` in ``texts/documents.yaml``); ``status`` is what a web answer carries."""

    status = 400

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def sentence(self, language: str) -> str:
        """What is wrong, where, and how to mend it, in one of the four languages."""
        return text(self.code, language, **self.params)


class NotAllowed(Problem):
    """The person may see the object but not do this to it."""

    status = 403


class Conflict(Problem):
    """Someone else changed the same thing first. ``ours`` is what the person wrote, ``theirs`` what stands there now,
    field by field; neither is lost."""

    status = 409

    def __init__(self, code: str, ours: dict[str, Any], theirs: dict[str, Any], **params: object) -> None:
        super().__init__(code, **params)
        self.ours = ours
        self.theirs = theirs
