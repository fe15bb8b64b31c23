"""What stops a command: one sentence, in the language of the person who asked."""

from __future__ import annotations

UNREADABLE = 2


class Problem(Exception):
    """``key`` of a sentence in the texts of the command line, and the values that it names."""

    def __init__(self, key: str, **params: object) -> None:
        super().__init__(key, params)
        self.key, self.params = key, params
