"""The commands of an installation, as a person runs them."""

from __future__ import annotations

import ast
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest

from filrouge.cli.language import voice
from filrouge.config.backup import read_manifest
from filrouge.config.commands.init_db import prepare
from filrouge.config.connections import target
from filrouge.config.database import address, is_running, running
from filrouge.config.postgres.places import kept_secret
from filrouge.config.postgres.roles import make_role
from filrouge.config.problems import ServerProblem
from filrouge.domain.model import LANGUAGES
from filrouge.library.text_files import texts
from tests.config.embedded import ROOT, data_folder_of_tests, superuser
from tests.config.test_serving import free_port, gone

COMMAND = [sys.executable, "-m", "filrouge"]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


def mine(folder: Path) -> dict[str, str]:
    """The environment of a command: a data folder, English, and no setting of the tests' own."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("FILROUGE_", "DJANGO_", "DATABASE_"))
    }
    return {**kept, "FILROUGE_DATA_DIR": str(folder), "FILROUGE_LANG": "en"}


@pytest.fixture
def run(data: Path) -> Run:
    """Run the command with these words, in this test's data folder; variables of the environment may be added."""

    def call(*words: object, **more: str) -> subprocess.CompletedProcess[str]:
        asked = [*COMMAND, *map(str, words)]
        return subprocess.run(asked, capture_output=True, text=True, check=False, env={**mine(data), **more}, cwd=ROOT)

    return call


def people() -> list[Any]:
    with psycopg.connect(**address("app")) as connection:
        return connection.execute("SELECT id::text, name FROM accounts_person ORDER BY name").fetchall()


@pytest.fixture(scope="module")
def installed() -> Iterator[Path]:
    """A data folder in which ``init-db`` has been run; what a test leaves in it, the next one finds."""
    with pytest.MonkeyPatch.context() as patch, data_folder_of_tests(patch) as folder:
        done = subprocess.run(
            [*COMMAND, "init-db"], capture_output=True, text=True, check=False, env=mine(folder), cwd=ROOT
        )
        assert done.returncode == 0 and done.stderr.endswith("The database is ready.\n"), done.stderr
        assert not is_running()
        yield folder


def test_everything_comes_back_from_a_backup(
    installed: Path, run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FILROUGE_DATA_DIR", str(installed))
    with running():
        with psycopg.connect(**address("app")) as connection:
            for name in ("Zoé d’Été", "Anna\tmit „Zeichen“ \\N"):
                connection.execute("INSERT INTO accounts_person (id, name) VALUES (gen_random_uuid(), %s)", (name,))
        kept = people()
    assert len(kept) == 2
    file, again = tmp_path / "copy.zip", tmp_path / "again.zip"
    done = run("backup", file, FILROUGE_DATA_DIR=str(installed))
    assert done.returncode == 0 and "keep it safe" in done.stderr, done.stderr
    refused = run("restore", file, FILROUGE_DATA_DIR=str(installed))
    assert refused.returncode == 2 and "accounts_person" in refused.stderr

    monkeypatch.setenv("FILROUGE_DATA_DIR", str(data))
    done = run("restore", file)
    assert done.returncode == 0 and "compared row by row" in done.stderr, done.stderr
    with running():
        assert people() == kept
    assert run("backup", again).returncode == 0
    assert read_manifest(again).tables == read_manifest(file).tables


def migrate_as_owner(folder: Path, *words: str) -> None:
    """Django's own command, in the role that may; it holds the database meanwhile."""
    code = (
        "import sys\nfrom filrouge.config.connections import holding\nfrom filrouge.config.loading import load\n"
        "from django.core.management import call_command\n"
        "with holding():\n    load('owner')\n    call_command('migrate', *sys.argv[1:], verbosity=0)"
    )
    asked = [sys.executable, "-c", code, *words]
    done = subprocess.run(asked, capture_output=True, text=True, check=False, env=mine(folder), cwd=ROOT)
    assert done.returncode == 0, done.stderr


def test_a_backup_of_an_older_version_is_brought_up_to_date(
    installed: Path, run: Run, data: Path, tmp_path: Path
) -> None:
    older, newer = tmp_path / "older.zip", tmp_path / "newer.zip"
    migrate_as_owner(installed, "mfa", "0001")
    assert run("worker", FILROUGE_DATA_DIR=str(installed)).returncode == 2, "a database behind this version is not used"
    assert run("backup", older, FILROUGE_DATA_DIR=str(installed)).returncode == 0
    migrate_as_owner(installed)
    done = run("restore", older)
    assert done.returncode == 0 and done.stderr.count("Bringing the database up to date") == 2, done.stderr
    assert run("backup", newer).returncode == 0
    before, after = read_manifest(older), read_manifest(newer)
    assert {tuple(one) for one in before.migrations} < {tuple(one) for one in after.migrations}
    columns = before.tables["mfa_authenticator"].columns, after.tables["mfa_authenticator"].columns
    assert set(columns[0]) < set(columns[1])
    assert after.tables["accounts_person"] == before.tables["accounts_person"]


@pytest.fixture
def server(installed: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """``filrouge serve`` with its address, once pages are answered."""
    monkeypatch.setenv("FILROUGE_DATA_DIR", str(installed))
    words = [*COMMAND, "serve", "--port", str(free_port())]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=mine(installed), cwd=ROOT) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("Filrouge is open: http://127.0.0.1:"), line
        yield process, line.split()[3]
        below = children(process.pid) if process.poll() is None else []
        process.kill()
        assert all(gone(one) for one in below)


def answers(url: str) -> bool:
    """Whether the web answers, whatever it says."""
    try:
        with urllib.request.urlopen(url) as page:
            return bool(page.status)
    except urllib.error.HTTPError as error:
        error.close()
        return True
    except OSError:
        return False


def children(pid: int) -> list[int]:
    """All processes below this one."""
    below = [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return below + [lower for one in below for lower in children(one)]


def test_serve_goes_on_without_a_killed_part_and_stops_everything(
    server: tuple[subprocess.Popen[str], str], installed: Path, run: Run
) -> None:
    process, url = server
    assert answers(url) and is_running(installed)
    taken = run("serve", "--port", url.split(":")[2].strip("/"))
    assert taken.returncode == 2 and taken.stderr.count("\n") == 1 and "is taken" in taken.stderr

    web = next(one for one in children(process.pid) if b"config.web" in Path(f"/proc/{one}/cmdline").read_bytes())
    os.kill(web, signal.SIGKILL)
    mark = installed / "postgres" / "cluster" / "postmaster.pid"
    os.kill(int(mark.read_text().split()[0]), signal.SIGKILL)
    until(lambda: is_running(installed) and answers(url))
    assert process.poll() is None

    below = children(process.pid)
    assert len(below) >= 3
    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 0
    assert all(gone(one) for one in below) and not is_running(installed)


def until(true: Callable[[], bool]) -> None:
    """Wait until it is true, a minute at most."""
    for _ in range(120):
        if true():
            return
        time.sleep(0.5)
    raise AssertionError("it never came true")


def test_nothing_survives_serve_when_it_is_killed(server: tuple[subprocess.Popen[str], str]) -> None:
    process, _ = server
    below = children(process.pid)
    process.kill()
    assert all(gone(one) for one in below) and not is_running()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("serve", "--port", "many"), "“many” is no port; choose a number from 1 to 65535."),
        (("serve", "--port", "0"), "“0” is no port; choose a number from 1 to 65535."),
        (("serve", "--host", "nowhere.invalid"), "“nowhere.invalid” is no address of this machine"),
        (("backup", "copy.zip"), "There is no database to copy yet"),
        (("restore", "none.zip"), "“none.zip” cannot be read"),
    ],
)
def test_a_mistake_gets_one_sentence(words: tuple[str, ...], said: str, run: Run, data: Path) -> None:
    done = run(*words)
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and said in done.stderr, done.stderr
    assert not data.exists()


def test_the_worker_asks_for_a_database_that_is_up_to_date(run: Run) -> None:
    with running():
        prepare()
    done = run("worker")
    assert done.returncode == 2 and "run “filrouge init-db”" in done.stderr and "Traceback" not in done.stderr


def test_an_external_server_needs_two_addresses(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    done = run("init-db", DATABASE_URL="postgresql://a@localhost/b")
    assert done.returncode == 2 and "DATABASE_OWNER_URL is missing" in done.stderr
    done = run("init-db", DATABASE_URL="postgresql://a@localhost/b", DATABASE_OWNER_URL="nonsense")
    assert done.returncode == 2 and "DATABASE_OWNER_URL is no address" in done.stderr
    closed = "postgresql://a@127.0.0.1:1/b"
    done = run("init-db", DATABASE_URL=closed, DATABASE_OWNER_URL=closed)
    assert done.returncode == 2 and "does not answer" in done.stderr and done.stderr.count("\n") == 1


@pytest.fixture
def elsewhere(data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[psycopg.Connection[Any]]:
    """A server as somebody else would run it, with an owner, an app role and a database; the superuser's connection."""
    with running() as place, closing(psycopg.connect(**superuser(place), autocommit=True)) as connection:
        make_role(connection, "their_owner", "secret")
        make_role(connection, "their_app", "secret")
        connection.execute("CREATE DATABASE theirs OWNER their_owner")
        for variable, role in (("DATABASE_URL", "their_app"), ("DATABASE_OWNER_URL", "their_owner")):
            monkeypatch.setenv(variable, f"postgresql://{role}:secret@/theirs?host={place.socket}")
        yield connection


def test_a_fit_external_server_is_prepared_and_nothing_else_is_made(
    elsewhere: psycopg.Connection[Any], data: Path
) -> None:
    roles = elsewhere.execute("SELECT count(*) FROM pg_roles").fetchone()
    prepare()
    assert elsewhere.execute("SELECT count(*) FROM pg_roles").fetchone() == roles
    with psycopg.connect(**target("app")) as connection:
        assert connection.execute("SELECT unaccent('été')").fetchone() == ("ete",)
    assert kept_secret(data, "key")


@pytest.mark.parametrize(
    ("statement", "key"),
    [
        ("ALTER ROLE their_app BYPASSRLS", "app-powers"),
        ("ALTER ROLE their_app SUPERUSER", "app-powers"),
        ("ALTER DATABASE theirs OWNER TO their_app", "owner-rights"),
        ("ALTER ROLE their_app RENAME TO another", "app-role"),
    ],
)
def test_what_is_wrong_with_an_external_server_is_told(
    statement: str, key: str, elsewhere: psycopg.Connection[Any]
) -> None:
    elsewhere.execute(statement)
    with pytest.raises(ServerProblem) as raised:
        prepare()
    assert raised.value.key == key


def test_one_role_for_both_is_refused(elsewhere: psycopg.Connection[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", os.environ["DATABASE_OWNER_URL"])
    with pytest.raises(ServerProblem) as raised:
        prepare()
    assert raised.value.key == "app-role"


def test_every_sentence_of_the_installation_exists() -> None:
    known = set(texts("server")) | set(texts("cli"))
    asked = {
        node.args[0].value
        for path in (ROOT / "filrouge" / "config").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).split(".")[-1] in ("ServerProblem", "say", "Part")
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and node.args[0].value
    }
    assert len(asked) > 30 and asked <= known, asked - known


def test_help_knows_all_commands_and_loads_nothing_heavy() -> None:
    code = (
        "import sys, runpy\nsys.argv = ['filrouge', '--help']\n"
        "try:\n    runpy.run_module('filrouge', run_name='__main__')\nexcept SystemExit:\n    pass\n"
        "print([name for name in ('django', 'psycopg', 'granian', 'ctypes') if name in sys.modules], file=sys.stderr)"
    )
    for language in LANGUAGES:
        environment = {**os.environ, "FILROUGE_LANG": language}
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment, cwd=ROOT
        )
        assert done.stderr.strip() == "[]"
        for name in ("read", "check", "init-db", "serve", "worker", "backup", "restore"):
            assert f"  {name} " in done.stdout
        assert voice(language)("help.backup").split()[0] in done.stdout
