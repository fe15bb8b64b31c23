"""The gallery: by a client, and under a server of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from tests.web.common.serving import serving, without_database


@pytest.fixture
def client() -> Iterator[Client]:
    """A browser without a person; what a view raises becomes the page that a person would see."""
    with without_database():
        yield Client(raise_request_exception=False)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the gallery is served."""
    with serving() as found:
        yield found
