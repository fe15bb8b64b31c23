"""The five real documents come in through the browser, by keyboard, and become documents of the zone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from filrouge.apps.accounts.models import User
from filrouge.apps.documents.models import Document
from filrouge.apps.exchange.models import Import
from filrouge.apps.organisation.models import Entity
from tests.web.path.keyboard import Keyboard
from tests.web.path.test_adviser import sign_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("worker")]
#: By the number that begins the name of a file: its kind, and how many of which objectives are printed in it.
EXPECTED: dict[str, tuple[str, dict[str, int]]] = {
    "000": ("mission-letter", {}),
    "001": ("mission-letter", {}),
    "002": ("integrity-policy", {}),
    "003": ("national-security-plan", {"theme": 17, "objective": 225}),
    "004": ("strategic-plan", {"strategic_objective": 22, "ambition": 69}),
}


def test_the_sources_come_in_by_keyboard(
    page: Page, keys: Keyboard, zone: Entity, adviser: User, reference_dir: Path
) -> None:
    files = sorted((reference_dir / "sources").iterdir())
    assert [one.name[:3] for one in files] == sorted(EXPECTED)
    sign_in(page, keys, adviser)
    keys.link("entity", zone.code)
    keys.link("imports", zone.code)
    keys.bring(page.locator("input[type=file]"), *files)
    keys.send()
    for file in files:
        taken_in(page, keys, zone, file.name)
    assert Document.objects.filter(entity=zone).count() == len(files)


def taken_in(page: Page, keys: Keyboard, zone: Entity, name: str) -> None:
    incoming = Import.objects.get(upload__name=name)
    keys.link("import", incoming.pk)
    expect(page.locator("a[href$='/take/']")).to_be_visible()
    keys.link("import_take", incoming.pk)
    keys.send()
    incoming.refresh_from_db()
    document = incoming.document
    assert document is not None and document.framework is not None
    kind, levels = EXPECTED[name[:3]]
    assert document.framework.slug == kind
    assert {level: document.objectives.filter(kind=level).count() for level in levels} == levels
    keys.link("entity", zone.code)
    keys.link("imports", zone.code)
