"""A zone with an adviser who has a password, a worker that does the jobs, and a browser used by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from filrouge.apps.accounts.models import User
from filrouge.apps.frameworks.services import load_library
from filrouge.apps.organisation.models import Entity, Unit
from filrouge.domain.model.plan import Words
from tests import making
from tests.apps.test_exchange_killed import running
from tests.web.path.keyboard import Keyboard

PASSWORD = "une phrase assez longue pour entrer"
PATIENCE = 60_000  # milliseconds; a job may take some seconds on a busy machine
WORKER = """
from filrouge.config.loading import load
load()
from procrastinate.contrib.django import app
with app.replace_connector(app.connector.get_worker_connector()) as ready:
    print("working", flush=True)
    ready.run_worker(wait=True, install_signal_handlers=False, fetch_job_polling_interval=1)
"""


@pytest.fixture
def zone(transactional_db: None) -> Entity:
    load_library()
    zone = making.entity()
    for abbreviation, french, dutch in (("OPS", "Opérations", "Operaties"), ("PREV", "Prévention", "Preventie")):
        Unit.objects.create(entity=zone, abbreviation=abbreviation, name=Words(fr=french, nl=dutch))
    return zone


@pytest.fixture
def adviser(zone: Entity) -> User:
    user = making.adviser(zone)
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def worker(zone: Entity) -> Iterator[None]:
    """A process of its own that does the jobs as they come."""
    with running(WORKER) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "working"
        yield


@pytest.fixture
def page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A window whose console stays silent and which asks nothing of other hosts."""
    context = browser.new_context(
        base_url=live_server.url,
        viewport={"width": 1280, "height": 900},
        locale="fr-BE",
        reduced_motion="reduce",
        accept_downloads=True,
    )
    said: list[str] = []
    context.on("console", lambda message: said.append(message.text))
    context.on("weberror", lambda error: said.append(str(error.error)))
    context.on("request", lambda one: said.append(one.url) if foreign(one.url, live_server.url) else None)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    try:
        yield page
        assert not said, said
    finally:
        expect.set_options(timeout=None)
        context.close()


@pytest.fixture
def keys(page: Page) -> Keyboard:
    return Keyboard(page)


def foreign(url: str, host: str) -> bool:
    """Whether something is asked of another host than ours."""
    return not url.startswith((host, "data:", "blob:", "about:"))
