"""Nobody else is at work in the database: waited for before the tables of a test are emptied.

A page that is left behind may still ask for things, and what a killed worker began may still run. Emptying the tables
at that moment would lock both against each other.
"""

from __future__ import annotations

import threading
import time

from django.core.signals import request_finished, request_started
from django.db import connection

PATIENCE = 30  # seconds
BUSY = """
    SELECT pid, state, query FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
      AND backend_type = 'client backend' AND state <> 'idle'
"""


class Requests:
    """The requests under way in this process, counted by Django's signals."""

    def __init__(self) -> None:
        self._open = 0
        self._changed = threading.Condition()
        request_started.connect(self._begun)
        request_finished.connect(self._ended)

    def _begun(self, **_: object) -> None:
        with self._changed:
            self._open += 1

    def _ended(self, **_: object) -> None:
        with self._changed:
            self._open -= 1
            self._changed.notify_all()

    def over(self) -> bool:
        """Wait until none is under way; False when one goes on for too long, which is then not counted any more."""
        with self._changed:
            ended = self._changed.wait_for(lambda: self._open <= 0, PATIENCE)
            self._open = 0
        return ended


def others() -> list[tuple[int, str, str]]:
    """What other connections are doing in the database of the test after some patience: process, state, query."""
    until = time.monotonic() + PATIENCE
    with connection.cursor() as cursor:
        while True:
            cursor.execute(BUSY)
            rows: list[tuple[int, str, str]] = cursor.fetchall()
            if not rows or time.monotonic() > until:
                return rows
            time.sleep(0.05)
