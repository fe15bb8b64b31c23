"""The progress bar: only for a person who watches, only when it takes a while, never in the way."""

from __future__ import annotations

import io
import sys

import pytest

from filrouge.cli import progress


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_nothing_is_shown_where_nobody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", -1.0)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert list(progress.followed([1, 2, 3], 3, lambda: "Lecture")) == [1, 2, 3]
    assert sys.stderr.getvalue() == ""


@pytest.mark.parametrize(("patience", "count", "shown"), [(-1.0, 3, True), (60.0, 3, False), (-1.0, 1, False)])
def test_the_bar_is_shown_after_a_while_for_several(
    monkeypatch: pytest.MonkeyPatch, patience: float, count: int, shown: bool
) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", patience)
    monkeypatch.setattr(sys, "stderr", Screen())
    monkeypatch.setenv("TERM", "xterm")
    assert list(progress.followed(range(count), count, lambda: "Lecture")) == list(range(count))
    assert ("Lecture" in sys.stderr.getvalue()) is shown
