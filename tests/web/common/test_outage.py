"""A database that is away for a moment is said in one sentence; what is a mistake stays one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import Error, OperationalError, connection
from django.db.backends.postgresql.base import DatabaseWrapper
from django.test import Client

from filrouge.web.common.outage import database_is_away
from tests import making

pytestmark = pytest.mark.django_db
SENTENCES = {
    "fr": "Revenez dans un instant",
    "nl": "Kom zo dadelijk terug",
    "de": "gleich noch einmal",
    "en": "Come back",
}


@pytest.fixture
def other() -> Iterator[DatabaseWrapper]:
    """A connection of its own."""
    made = DatabaseWrapper(connection.settings_dict.copy())
    yield made
    made.close()


def failing(work: Callable[[], Any]) -> Error:
    with pytest.raises(Error) as caught:
        work()
    return caught.value


def test_a_refused_connection_is_an_absence() -> None:
    nowhere = DatabaseWrapper({**connection.settings_dict, "HOST": "/nonexistent", "PORT": "1"})
    assert database_is_away(failing(nowhere.ensure_connection))


def test_a_lost_connection_is_an_absence(other: DatabaseWrapper) -> None:
    cursor = other.cursor()
    assert database_is_away(failing(lambda: cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")))
    assert database_is_away(failing(lambda: cursor.execute("SELECT 1")))


@pytest.mark.parametrize("query", ["SELECT pg_sleep(5)", "SELECT nothing", "SELECT 1/0"])
def test_a_failed_query_is_none(query: str, other: DatabaseWrapper) -> None:
    cursor = other.cursor()
    cursor.execute("SET statement_timeout = 50")
    assert not database_is_away(failing(lambda: cursor.execute(query)))


def test_a_cursor_that_we_closed_is_none() -> None:
    connection.ensure_connection()
    cursor = connection.cursor()
    cursor.close()
    assert not database_is_away(failing(lambda: cursor.execute("SELECT 1")))
    assert not database_is_away(ValueError())
    assert not database_is_away(None)


@pytest.mark.parametrize("language", sorted(SENTENCES))
@pytest.mark.parametrize("method", ["get", "post"])
def test_the_page_says_so(language: str, method: str) -> None:
    client = Client(headers={"accept-language": language}, raise_request_exception=False)
    client.force_login(making.person())

    def away(*_: Any) -> None:
        raise OperationalError("server closed the connection unexpectedly")

    with connection.execute_wrapper(away):
        response = getattr(client, method)("/entities/new/")
    assert response.status_code == 503
    assert response["Retry-After"] == "10"
    assert response["Content-Language"] == language
    assert SENTENCES[language] in response.content.decode()


def test_a_mistake_stays_one() -> None:
    client = Client(headers={"accept-language": "en"}, raise_request_exception=False)
    client.force_login(making.person())

    def wrong(*_: Any) -> None:
        raise TypeError("ours")

    with connection.execute_wrapper(wrong):
        response = client.get("/entities/")
    assert response.status_code == 500
    assert "Retry-After" not in response
