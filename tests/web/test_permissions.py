"""Who may ask for which address: every URL × every person, here and elsewhere, × every state of a document.

The table is ``permissions.yaml``. A URL that it does not have fails the tests, and so does one that is no more. For
each method, a status stands for everybody, or for: ``anonymous`` (``login`` is the way to the page of signing in),
``nobody`` (an account without a role), ``other`` (any role in another entity), and those of the entity, under ``own``
or under the states of the document that the address names. A status for some of them is written
``{200: [reader, …], 403: rest}``.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import yaml
from django.core.cache import cache
from django.db import transaction
from django.template.backends.django import Template
from django.test import Client
from django.urls import reverse
from django.utils.safestring import SafeString

from filrouge.apps.organisation.roles import ROLES
from filrouge.domain.model.plan import DOCUMENT_STATES
from tests.web.world import World, made, routes

pytestmark = pytest.mark.django_db
Table = Mapping[str, Mapping[str, Any]]
TABLE: Table = yaml.load(  # anchors are not part of the table
    (Path(__file__).with_name("permissions.yaml")).read_text("utf-8"), yaml.SafeLoader
)
OWN = (*ROLES, "superuser")
LOGIN = "login"


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """The world, made once; nothing of it stays."""
    unwritten = patch.object(Template, "render", lambda *_: SafeString(""))  # the status is known before the page is
    logging.disable(logging.CRITICAL)
    with unwritten, django_db_blocker.unblock(), transaction.atomic():
        yield made()
        transaction.set_rollback(True)
    logging.disable(logging.NOTSET)


def test_the_table_has_every_address_and_no_other() -> None:
    assert sorted(set(routes()) - set(TABLE)) == [], "in the program, not in permissions.yaml"
    assert sorted(set(TABLE) - set(routes())) == [], "in permissions.yaml, not in the program"


def test_every_line_names_people_and_states_that_there_are() -> None:
    for name, methods in TABLE.items():
        assert set(methods) == {"GET", "POST"}, name
        for expected in methods.values():
            if isinstance(expected, dict):
                keys = {key for joined in expected for key in joined.split()}
                assert keys <= {"anonymous", "nobody", "other", "own", *DOCUMENT_STATES}, name
                for people in (one for value in expected.values() if isinstance(value, dict) for one in value.values()):
                    assert people == "rest" or set(people) <= set(OWN), name


@pytest.mark.parametrize("name", sorted(TABLE))
def test_who_may(name: str, world: World) -> None:
    route = routes().get(name, "")
    wrong = []
    for method, expected in TABLE[name].items():
        for person, state, status in cells(expected):
            address = reverse(name, kwargs=world.arguments(name, route, state))
            found = answered(world.visitor(person), method, address, world.sent(name, state))
            if found != status:
                wrong.append(f"{method} {address} as {person}, {state or 'whatever the state'}: {found}, not {status}")
    assert wrong == []


def cells(expected: Any) -> Iterator[tuple[str, str, int | str]]:
    """Person, state of the document (empty where there is none), status."""
    if not isinstance(expected, dict):
        for person in ("anonymous", "reader"):
            yield person, "", expected
        return
    for joined, value in expected.items():
        for key in joined.split():
            if key in ("anonymous", "nobody"):
                yield key, "", value
            elif key == "other":
                yield from ((f"other {role}", "", status(value, role)) for role in ROLES)
            else:
                state = key if key in DOCUMENT_STATES else ""
                yield from ((person, state, status(value, person)) for person in OWN)


def status(value: Any, person: str) -> Any:
    """What a person gets: the status that names them, else the one of the rest."""
    if not isinstance(value, dict):
        return value
    found = [code for code, people in value.items() if people != "rest" and person in people]
    return found[0] if found else next(code for code, people in value.items() if people == "rest")


def answered(client: Client, method: str, address: str, sent: Mapping[str, str]) -> int | str:
    """The status of an answer; nothing that the request changed stays."""
    cache.clear()  # limits of attempts are tested elsewhere
    with transaction.atomic():
        response = client.post(address, sent) if method == "POST" else client.get(address, sent)
        transaction.set_rollback(True)
    if response.status_code == 302 and response["Location"].startswith(reverse("account_login")):
        return LOGIN
    return response.status_code
