"""The embedded PostgreSQL: first start, later starts, two at once, crashes, users, versions, roles."""

from __future__ import annotations

import json
import os
import pwd
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from filrouge.config.database import ROLES, address, ensure_running, is_running, parameters, running, secret, stop
from filrouge.config.postgres import binaries, places
from filrouge.config.postgres.account import account
from filrouge.config.postgres.places import LONGEST, SOCKET, recorded
from filrouge.config.postgres.roles import admit, grant, make_database, make_extensions, make_role
from filrouge.config.problems import ServerProblem
from tests.config.embedded import QUICK, ROOT, guarded, superuser

AS_ROOT = os.geteuid() == 0


def write(value: str) -> None:
    with psycopg.connect(**address("superuser", "postgres")) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS kept (value text)")
        connection.execute("INSERT INTO kept VALUES (%s)", (value,))


def written() -> list[str]:
    with psycopg.connect(**address("superuser", "postgres")) as connection:
        return [row[0] for row in connection.execute("SELECT value FROM kept").fetchall()]


def test_before_the_first_start_an_address_is_known_and_nothing_is_made(data: Path) -> None:
    known = parameters("app")
    assert known["USER"] == "filrouge_app" and known["HOST"].startswith(str(data)) and known["PASSWORD"]
    assert secret("key") == secret("key") != ""
    assert not data.exists() and not is_running()


def test_a_second_start_keeps_the_data_and_the_last_holder_stops_the_server(data: Path) -> None:
    with running():
        write("first")
        with running():
            write("second")
        assert is_running()
    assert not is_running()
    with running():
        assert written() == ["first", "second"]


def test_what_is_private_stays_private(data: Path) -> None:
    os.umask(0o022)
    with running() as place:
        assert [oct(path.stat().st_mode & 0o777) for path in (data / "secrets").iterdir()] == ["0o600"]
        assert (data / "database.json").stat().st_mode & 0o777 == 0o600
        for folder in (data / "secrets", place.cluster, place.socket):
            assert folder.stat().st_mode & 0o777 == 0o700, folder
        with psycopg.connect(**superuser(place)) as connection:
            found = connection.execute("SELECT current_setting('listen_addresses')").fetchone()
            assert found == ("",)
            hba = connection.execute("SELECT DISTINCT auth_method FROM pg_hba_file_rules").fetchall()
            assert hba == [("scram-sha-256",)]
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(**{**superuser(place), "password": "guess"})


def test_the_text_search_splits_words_at_typographic_signs(data: Path) -> None:
    with running() as place, psycopg.connect(**superuser(place)) as connection:
        rows = connection.execute("SELECT token FROM ts_debug('french', 'l’objectif «sécurité» – fin')").fetchall()
        assert {"objectif", "sécurité", "fin"} <= {row[0] for row in rows}
        assert connection.execute("SELECT upper('éà'), 'É' ~* 'é'").fetchone() == ("ÉÀ", True)


def test_two_starts_at_once_end_with_one_server(data: Path) -> None:
    code = "from filrouge.config.database import ensure_running; ensure_running()"
    both = [subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.PIPE) for _ in range(2)]
    for one in both:
        _, error = one.communicate(timeout=120)
        assert one.returncode == 0, error
    assert is_running()
    write("one server")
    assert written() == ["one server"]


def postmaster(data: Path) -> int:
    place = recorded(data)
    assert place is not None
    return int((place.cluster / "postmaster.pid").read_text().splitlines()[0])


def test_a_killed_server_starts_again_with_its_data(data: Path) -> None:
    ensure_running()
    write("kept")
    with psycopg.connect(**address("superuser", "postgres")):  # a session that outlives the server for a moment
        os.kill(postmaster(data), signal.SIGKILL)
        ensure_running()
    assert written() == ["kept"]


def test_the_number_of_a_killed_server_may_be_that_of_another_process(data: Path) -> None:
    place = ensure_running()
    stop()
    mark = place.cluster / "postmaster.pid"
    mark.write_text(f"{os.getpid()}\n{place.cluster}\n1\n5432\n{place.socket}\n\n  0 0\nready   \n")
    assert not is_running()
    ensure_running()
    assert is_running()


def test_a_first_start_that_was_cut_short_is_begun_anew(data: Path) -> None:
    with running() as place:
        pass
    place.cluster.rename(place.home / "cluster.making")
    (place.home / "cluster.making" / "PG_VERSION").unlink()
    with running():
        write("anew")
        assert is_running()
        assert (place.cluster / "PG_VERSION").is_file()


def test_a_guard_stops_the_server_when_its_parent_is_killed(data: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tests.config.embedded import guarded\n"
        f"with guarded(Path({str(data)!r})) as guard:\n    print(guard.pid, flush=True); sys.stdin.read()"
    )
    pipe = subprocess.PIPE
    parent = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdin=pipe, stdout=pipe, text=True)
    with parent:
        assert parent.stdout is not None
        guard = int(parent.stdout.readline())
        assert is_running()
        parent.kill()
    with running():  # waits for the guard, which holds the lock while it stops the server
        pass
    wait_for_end(guard)
    assert not is_running()


def wait_for_end(pid: int) -> None:
    """Wait until a process that is not our child has ended."""
    try:
        descriptor = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    ended, _, _ = select.select([descriptor], [], [], 60)
    os.close(descriptor)
    assert ended, "the process goes on"


def test_a_guard_says_that_its_server_has_gone(data: Path) -> None:
    with guarded(data) as guard:
        os.kill(postmaster(data), signal.SIGKILL)
        assert guard.wait(timeout=60) == 1


def test_data_of_another_major_version(data: Path) -> None:
    place = ensure_running()
    stop()
    (place.cluster / "PG_VERSION").write_text("17\n")
    with pytest.raises(ServerProblem) as raised:
        ensure_running()
    assert raised.value.key == "other-version"
    assert raised.value.params["made"] == "17" and raised.value.params["installed"] == "18"
    (place.cluster / "PG_VERSION").write_text("18\n")


def test_without_the_wheel_a_sentence_says_what_to_install(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binaries, "_PACKAGE", "no_such_package")
    with pytest.raises(ServerProblem) as raised:
        ensure_running()
    assert raised.value.key == "no-embedded" and recorded(data) is None


def test_the_reason_of_a_failed_start_is_told(data: Path) -> None:
    with pytest.raises(ServerProblem) as raised:
        ensure_running(settings={"shared_buffers": "nonsense"})
    assert raised.value.key == "not-started" and "shared_buffers" in str(raised.value.params["reason"])


def test_a_path_too_long_for_a_socket(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = data.parent / ("d" * 60) / ("e" * 60)
    monkeypatch.setenv("FILROUGE_DATA_DIR", str(deep))
    with running() as place:
        assert len(str(place.socket / SOCKET)) <= LONGEST and place.socket.stat().st_mode & 0o777 == 0o700
        write("reached")
    shutil.rmtree(place.socket)  # as a machine does with its temporary files when it starts
    with running() as again:
        assert written() == ["reached"]
    assert recorded(deep) == again
    shutil.rmtree(again.socket)


def test_a_record_that_is_no_record(data: Path) -> None:
    data.mkdir()
    (data / "database.json").write_text("[]")
    with pytest.raises(ServerProblem) as raised:
        parameters("app")
    assert raised.value.key == "bad-record"
    (data / "database.json").unlink()


@pytest.mark.skipif(not AS_ROOT, reason="only root lends another user")
def test_root_keeps_away_from_a_folder_that_is_closed(
    data: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    data.mkdir(mode=0o700)
    with running() as place:
        assert data not in place.home.parents and data.stat().st_mode & 0o777 == 0o700
        assert place.cluster.stat().st_uid == pwd.getpwnam("nobody").pw_uid
        write("elsewhere")
    with running() as again:
        assert again == place and written() == ["elsewhere"]


def as_nobody(action: Callable[[], object]) -> str:
    """What the action returns in a process of the user ``nobody``.

    It is a copy of this process, because the Python of root is often closed to other users.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            nobody = pwd.getpwnam("nobody")
            os.setgroups([])
            os.setgid(nobody.pw_gid)
            os.setuid(nobody.pw_uid)
            answer = str(action())
        except ServerProblem as problem:
            answer = problem.key
        except BaseException as error:  # noqa: BLE001 - it must not unwind into pytest
            answer = repr(error)
        os.write(writing, answer.encode())
        os._exit(0)
    os.close(writing)
    with open(reading) as stream:  # noqa: PTH123 - a descriptor
        answer = stream.read()
    os.waitpid(child, 0)
    return answer


def hold_once() -> bool:
    with running() as place:
        write("by an ordinary user")
        return is_running() and not (place.home / "programs").exists()


@pytest.mark.skipif(not AS_ROOT, reason="only root can become another user")
def test_an_ordinary_user_then_root(data: Path) -> None:
    nobody = pwd.getpwnam("nobody")
    os.chown(data.parent, nobody.pw_uid, nobody.pw_gid)
    assert as_nobody(hold_once) == "True"
    place = recorded(data)
    assert place is not None and data.stat().st_mode & 0o777 == 0o700
    with running():  # root goes on with it, as the user whose cluster it is
        write("by root")
        assert written() == ["by an ordinary user", "by root"]
    assert place.cluster.stat().st_uid == nobody.pw_uid
    assert as_nobody(hold_once) == "False", "root has left a copy of the programs, and the user goes on all the same"


@pytest.mark.skipif(not AS_ROOT, reason="only root can become another user")
def test_the_folder_of_another_user_is_named(data: Path) -> None:
    with running():
        pass
    assert as_nobody(hold_once) == "not-ours"


def test_a_machine_without_the_user_to_lend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(pwd, "getpwnam", lambda name: {}[name])
    with pytest.raises(ServerProblem) as raised:
        account()
    assert raised.value.key == "cannot-lend"


def test_the_record_moves_with_nothing_but_its_own_content(data: Path) -> None:
    with running() as place:
        found = json.loads((data / "database.json").read_text())
    assert found == {"home": str(place.home), "socket": str(place.socket)}


@pytest.fixture
def roles(data: Path) -> Iterator[None]:
    """Both roles and their database, as ``init-db`` makes them."""
    with running(settings=QUICK) as place:
        with psycopg.connect(**superuser(place), autocommit=True) as connection:
            for role in ("owner", "app"):
                make_role(connection, ROLES[role], places.kept_secret(data, ROLES[role]))
            make_database(connection, "filrouge", ROLES["owner"])
        with psycopg.connect(**address("owner")) as connection:
            make_extensions(connection)
            admit(connection, ROLES["app"])
            connection.execute("CREATE TABLE plan (id bigint GENERATED ALWAYS AS IDENTITY, name text)")
            connection.execute("CREATE TABLE plan_event (id bigserial, name text)")
            connection.execute("CREATE TABLE django_migrations (id bigserial, app text)")
            connection.execute("CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql RETURN n * 2")
            grant(connection, ROLES["app"])
        yield


def refused(connection: psycopg.Connection[Any], statement: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege), connection.transaction():
        connection.execute(statement)


@pytest.mark.usefixtures("roles")
def test_the_app_role_serves_and_owns_nothing() -> None:
    with psycopg.connect(**address("app")) as connection:
        connection.execute("INSERT INTO plan (name) VALUES ('a'); UPDATE plan SET name = 'b'; DELETE FROM plan")
        connection.execute("INSERT INTO plan_event (name) VALUES ('a')")
        assert connection.execute("SELECT name, twice(2) FROM plan_event").fetchall() == [("a", 4)]
        for statement in (
            "UPDATE plan_event SET name = 'forged'",
            "DELETE FROM plan_event",
            "TRUNCATE plan",
            "INSERT INTO django_migrations (app) VALUES ('x')",
            "CREATE TABLE mine (id int)",
            "ALTER TABLE plan DISABLE TRIGGER ALL",
            "DROP TABLE plan",
            "CREATE ROLE other",
            "SET session_replication_role = replica",
        ):
            refused(connection, statement)
        powers = connection.execute(
            "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname LIKE 'filrouge%'"
        ).fetchall()
        assert powers == [(False, False, False, False)] * 2


@pytest.mark.usefixtures("roles")
def test_a_table_made_later_is_open_to_the_app_role_at_once() -> None:
    with psycopg.connect(**address("owner")) as connection:
        connection.execute("CREATE TABLE later (id bigserial, name text)")
    with psycopg.connect(**address("app")) as connection:
        connection.execute("INSERT INTO later (name) VALUES ('a')")
        assert connection.execute("SELECT id, name FROM later").fetchall() == [(1, "a")]


@pytest.mark.usefixtures("roles")
def test_making_the_roles_again_changes_nothing_and_mends_a_password(data: Path) -> None:
    (data / "secrets" / ROLES["app"]).unlink()
    with psycopg.connect(**address("superuser", "postgres"), autocommit=True) as connection:
        make_role(connection, ROLES["app"], places.kept_secret(data, ROLES["app"]))
        make_database(connection, "filrouge", ROLES["owner"])
    with psycopg.connect(**address("app")) as connection:
        connection.execute("INSERT INTO plan (name) VALUES ('a')")
        assert ("a",) in connection.execute("SELECT name FROM plan").fetchall()
