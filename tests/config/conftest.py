"""Data folders of one test, and two databases on one server for the tests of backups."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from filrouge.config.database import stop
from tests.config.embedded import remove


@pytest.fixture
def data(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder of this test's own, not yet made, that any user of the machine could reach."""
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL"):
        monkeypatch.delenv(name, raising=False)
    above = Path(tempfile.mkdtemp(prefix="filrouge-test-"))
    above.chmod(0o755)
    folder = above / "data"
    monkeypatch.setenv("FILROUGE_DATA_DIR", str(folder))
    yield folder
    stop(folder)
    remove(folder)
    shutil.rmtree(above)
