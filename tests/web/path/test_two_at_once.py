"""Two people write one objective in two browsers: no update is lost, and who comes second sees both texts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from filrouge.apps.objectives.models import Objective
from filrouge.apps.organisation.models import Entity
from filrouge.domain.model import LANGUAGES
from tests import making
from tests.web.looking import STANDARDS, overflow
from tests.web.path.conftest import PATIENCE

pytestmark = pytest.mark.django_db(transaction=True)
FIRST = "Réduire les vols dans les magasins du centre"
SECOND = "Réduire les vols dans les logements du centre"


@pytest.fixture
def objective(zone: Entity) -> Objective:
    return making.document(zone).objectives.get(number="1.1")


@pytest.fixture
def two(browser: Browser, live_server: LiveServer, zone: Entity) -> Iterator[tuple[Page, Page]]:
    """Two advisers of the zone, each in a browser; our policy lets no foreign script in, so axe needs it set aside."""
    contexts = [
        browser.new_context(base_url=live_server.url, locale="fr-BE", reduced_motion="reduce", bypass_csp=True)
        for _ in range(2)
    ]
    for context in contexts:
        client = Client()
        client.force_login(making.adviser(zone), "allauth.account.auth_backends.AuthenticationBackend")
        context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
        context.set_default_timeout(PATIENCE)
    yield contexts[0].new_page(), contexts[1].new_page()
    for context in contexts:
        context.close()


def opened(pages: tuple[Page, Page], objective: Objective) -> None:
    """Both have the form before either saves."""
    for page in pages:
        page.goto(reverse("objective_edit", args=[objective.pk]))


def save(page: Page) -> None:
    with page.expect_navigation():
        page.locator("form.editing button.main[type=submit]").click()


def test_what_does_not_collide_is_all_kept(two: tuple[Page, Page], objective: Objective) -> None:
    one, other = two
    opened(two, objective)
    one.locator("#id_text_fr").fill(FIRST)
    save(one)
    other.get_by_label("PREV – Prévention").first.check()
    save(other)
    objective.refresh_from_db()
    assert (objective.text.fr, set(objective.owners)) == (FIRST, {"OPS", "PREV"})


def test_who_comes_second_sees_both_texts_and_chooses(two: tuple[Page, Page], objective: Objective, axe: str) -> None:
    one, other = two
    opened(two, objective)
    one.locator("#id_text_fr").fill(FIRST)
    save(one)
    other.locator("#id_text_fr").fill(SECOND)
    save(other)
    objective.refresh_from_db()
    assert objective.text.fr == FIRST, "nothing is overwritten unseen"
    expect(other.locator(".conflict")).to_contain_text(FIRST)
    assert other.locator("#id_text_fr").input_value() == SECOND
    nobody_is_kept_out(other, axe)
    save(other)
    objective.refresh_from_db()
    assert objective.text.fr == SECOND
    other.goto(reverse("history", args=["objective", objective.pk]))
    told = other.get_by_role("main").inner_text()
    assert "magasins" in told and "logements" in told, "the first text stands in the history"


def nobody_is_kept_out(page: Page, axe: str) -> None:
    """A conflict is shown well in every language, on a telephone too."""
    page.evaluate(axe)
    found = page.evaluate("standards => axe.run({runOnly: standards})", STANDARDS)
    assert [one["id"] for one in found["violations"]] == []
    page.set_viewport_size({"width": 375, "height": 800})
    assert overflow(page) <= 0


def test_what_stands_there_can_be_kept(two: tuple[Page, Page], objective: Objective) -> None:
    one, other = two
    opened(two, objective)
    one.locator("#id_text_fr").fill(FIRST)
    save(one)
    other.locator("#id_text_fr").fill(SECOND)
    other.locator("#id_baseline").fill("42 faits en 2024")
    save(other)
    other.locator("input[name=keep-text_fr][value=theirs]").check()
    save(other)
    objective.refresh_from_db()
    assert (objective.text.fr, objective.baseline) == (FIRST, "42 faits en 2024")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_conflict_is_told_in_the_language_of_who_reads(
    live_server: LiveServer, zone: Entity, objective: Objective, language: str
) -> None:
    """The sentence around both texts; the texts themselves stay as they are."""
    client = Client(headers={"accept-language": language})
    client.force_login(making.adviser(zone), "allauth.account.auth_backends.AuthenticationBackend")
    there = reverse("objective_edit", args=[objective.pk])
    form = client.get(there).context["form"]
    values = {name: field.initial for name, field in form.fields.items() if field.initial is not None}
    given = {**values, **{name: value for name, value in form.initial.items() if value is not None}}
    assert client.post(there, {**given, "text_fr": FIRST}).status_code == 302
    answer = client.post(there, {**given, "text_fr": SECOND})
    told = {"fr": "Ce qui s’y trouve", "nl": "Wat er nu staat", "de": "Was jetzt", "en": "What stands there now"}
    assert told[language] in answer.text and FIRST in answer.text and SECOND in answer.text
