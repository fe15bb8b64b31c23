"""The data folder of one test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.config.embedded import data_folder_of_tests


@pytest.fixture
def data(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder of this test's own, not yet made, that any user of the machine could reach."""
    with data_folder_of_tests(monkeypatch) as folder:
        yield folder
