"""What every test may ask for: the folder of reference documents, and a browser.

Both are optional on a person's machine, where the tests that need them are skipped and say why. In CI (``CI=true``)
their absence is a failure, so that a green run means that they were used.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections

from tests.config.embedded import test_server

ROOT = Path(__file__).resolve().parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


def _absent(what: str) -> None:
    if os.environ.get("CI", "").lower() in {"1", "true"}:
        pytest.fail(f"{what} (in CI its absence is a failure)", pytrace=False)
    pytest.skip(what)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> Iterator[None]:
    """The databases of the tests stand on one private server a run, started by the first test that needs it."""
    with test_server() as parameters:
        connections["default"].settings_dict.update(parameters)
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def reference_dir() -> Path:
    """The folder that FILROUGE_REFERENCE_DIR names, with real documents (``sources``) and their transcriptions."""
    named = os.environ.get("FILROUGE_REFERENCE_DIR", "").strip()
    folder = (ROOT / named).resolve() if named else None
    if folder is None or not (folder / "sources").is_dir():
        _absent("FILROUGE_REFERENCE_DIR names no folder with reference documents")
    assert folder is not None
    return folder


@pytest.fixture(scope="session")
def browser_path() -> str:
    """The path of a Chromium on this machine (FILROUGE_BROWSER, or found on the PATH)."""
    named = os.environ.get("FILROUGE_BROWSER") or next(
        (found for name in BROWSERS if (found := shutil.which(name))), ""
    )
    if not named or not Path(named).is_file():
        _absent("no Chromium on this machine")
    return named
