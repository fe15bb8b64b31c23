"""What every test may ask for: the folder of reference documents, and a browser.

Both are optional on a person's machine, where the tests that need them are skipped and say why. In CI (``CI=true``)
their absence is a failure, so that a green run means that they were used.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections
from playwright.sync_api import Browser, sync_playwright

from tests import quiet
from tests.config.embedded import test_server

ROOT = Path(__file__).resolve().parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# The browser's driver runs a loop of its own in the thread of the tests, where Django would refuse its database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


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
def requests_under_way() -> quiet.Requests:
    """The requests that the servers of the tests are answering."""
    return quiet.Requests()


@pytest.fixture(autouse=True)
def _nobody_is_at_work_when_the_tables_are_emptied(request: pytest.FixtureRequest) -> Iterator[None]:
    mark = request.node.get_closest_marker("django_db")
    emptied = {"live_server", "transactional_db"} & set(request.fixturenames) or (
        mark and mark.kwargs.get("transaction")
    )
    if not emptied:
        yield
        return
    request.getfixturevalue("transactional_db")
    requests: quiet.Requests = request.getfixturevalue("requests_under_way")
    yield
    assert requests.over(), "a request did not end"
    assert not (rest := quiet.others()), f"still at work in the database: {rest}"


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


@pytest.fixture(scope="session")
def browser(browser_path: str) -> Iterator[Browser]:
    """One browser a worker: a thread may run the browser's driver once at a time."""
    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=browser_path, args=list(FLAGS))
        yield opened
        opened.close()
        connections.close_all()  # those that were opened while the driver's loop ran, which nobody else would close


@pytest.fixture(scope="session")
def axe() -> str:
    """The script that looks for what keeps people from using a page."""
    found = importlib.util.find_spec("axe_playwright_python")
    assert found is not None and found.origin is not None
    return (Path(found.origin).parent / "axe.min.js").read_text(encoding="utf-8")
