"""A progress bar on standard error, for what takes more than a second and is watched by a person."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

One = TypeVar("One")
_PATIENCE = 1.0


def followed(things: Iterable[One], count: int, label: Callable[[], str]) -> Iterator[One]:
    """Pass the things on; after a second show how far it is, if they are several and a terminal is there to show it."""
    if count < 2 or not sys.stderr.isatty():
        yield from things
        return
    begun = time.monotonic()
    bar: Progress | None = None
    try:
        for done, thing in enumerate(things):
            if bar is None and time.monotonic() - begun > _PATIENCE:
                bar = _bar()
                bar.add_task(label(), total=count)
                bar.start()
            if bar is not None:
                bar.update(bar.task_ids[0], completed=done)
                bar.refresh()
            yield thing
    finally:
        if bar is not None:
            bar.stop()


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # It redraws only between two files, so that no thread of its own runs while a file is read in a child process.
    return Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
