"""One PostgreSQL for a whole run of the tests: every worker of xdist holds it, and the last to leave stops it.

``tests/conftest.py`` overrides the fixture ``django_db_modify_db_settings`` of pytest-django with it::

    @pytest.fixture(scope="session")
    def django_db_modify_db_settings(django_db_modify_db_settings_xdist_suffix: None) -> Iterator[None]:
        with test_server() as parameters:
            connections["default"].settings_dict.update(parameters)
            yield

A test that needs no database then starts none.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

from filrouge.config.database import stop
from filrouge.config.postgres.places import Place, expected, kept_secret, locked
from filrouge.config.postgres.roles import EXTENSIONS, make_role
from filrouge.config.postgres.server import SUPERUSER, accepts

ROOT = Path(__file__).resolve().parents[2]
# What is lost in a crash of the machine does not matter to tests.
QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "60"}
TESTER = "filrouge_test"


@contextmanager
def test_server() -> Iterator[dict[str, Any]]:
    """Hold the run's server; gives Django's settings (USER, PASSWORD, HOST, PORT) of a role that makes databases.

    The databases made on it hold the extensions from the start. A process of its own does the holding, so that the
    server stops even when the tests are killed.
    """
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID") or f"alone-{os.getpid()}"
    data = Path(tempfile.gettempdir(), f"filrouge-tests-{os.geteuid()}-{run[:12]}")
    with guarded(data, QUICK):
        place = expected(data)
        yield {"USER": TESTER, "PASSWORD": _roles(place), "HOST": str(place.socket), "PORT": ""}
    remove(data)


@contextmanager
def guarded(data: Path, settings: Mapping[str, str] | None = None) -> Iterator[subprocess.Popen[str]]:
    """The process that holds the server of a data folder, once the server is ready; told to stop at the end."""
    words = [sys.executable, "-m", "filrouge.config.postgres.guard", str(os.getpid())]
    words += [f"{name}={value}" for name, value in (settings or {}).items()]
    environment = {**os.environ, "FILROUGE_DATA_DIR": str(data), "FILROUGE_LANG": "en"}
    guard = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT)
    with guard:
        assert guard.stdout is not None
        assert guard.stdout.readline() == "ready\n", "the database of the tests did not start"
        try:
            yield guard
        finally:
            guard.terminate()


@contextmanager
def data_folder_of_tests(patch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder that FILROUGE_DATA_DIR names, not yet made, that any user of the machine could reach; its server is
    stopped and its files are removed at the end."""
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL"):
        patch.delenv(name, raising=False)
    above = Path(tempfile.mkdtemp(prefix="filrouge-test-"))
    above.chmod(0o755)
    folder = above / "data"
    patch.setenv("FILROUGE_DATA_DIR", str(folder))
    yield folder
    stop(folder)
    remove(folder)
    shutil.rmtree(above)


def _roles(place: Place) -> str:
    with locked(place.data):
        password = kept_secret(place.data, TESTER)
        with psycopg.connect(**superuser(place), autocommit=True) as connection:
            if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (TESTER,)).fetchone():
                return password
        # Only the first to come: nobody may look at the template while another makes a database of it.
        with psycopg.connect(**superuser(place, "template1"), autocommit=True) as connection:
            for name in EXTENSIONS:
                connection.execute(f"CREATE EXTENSION {name}")
            make_role(connection, TESTER, password, creates_databases=True)
    return password


def superuser(place: Place, name: str = "postgres") -> dict[str, Any]:
    """What ``psycopg.connect`` takes to be the superuser of a server."""
    password = kept_secret(place.data, SUPERUSER)
    return {"dbname": name, "user": SUPERUSER, "password": password, "host": str(place.socket)}


def remove(data: Path) -> None:
    """Remove a data folder and the home that it names, unless its server still runs for another holder."""
    if not data.is_dir():
        return
    with locked(data):
        place = expected(data)
        if not accepts(place):
            for folder in (place.socket, place.home, data):
                shutil.rmtree(folder, ignore_errors=True)


test_server.__test__ = False  # type: ignore[attr-defined]  # a helper, whose name reads like a test's
