"""Every page of the program in a real browser, in four languages: nothing keeps people from using it, it says nothing
on the console, asks nothing of other hosts, and is no wider than a telephone or a wide window.

The pages are not listed: every address of the program that answers with a page is one of them, and so are those below
that only come up in a certain state.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from filrouge.apps.accounts.models import User
from filrouge.apps.documents.models import Document
from filrouge.apps.documents.services import seal
from filrouge.apps.exchange.models import Export, Import
from filrouge.apps.exchange.services import intake
from filrouge.apps.exchange.services.giving import Wish, give_now
from filrouge.apps.exchange.services.intake import Incoming
from filrouge.apps.objectives.blocks import add_block
from filrouge.apps.organisation.models import Entity
from filrouge.domain.model.plan import Words
from tests import making
from tests.quiet import Requests
from tests.web import world
from tests.web.documents.test_blocks import DOMAIN, MESSAGES, SWOT, TABLE, WORDS
from tests.web.looking import overflow

pytestmark = pytest.mark.django_db  # makes pytest-django set up the database, which `place` uses
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
LANGUAGES = {"fr": "fr-BE", "nl": "nl-BE", "de": "de-BE", "en": "en-GB"}
#: The language in which the pages are looked at in the dark too; they look the same in the others.
ALSO_DARK = "fr"
CORPUS = Path(__file__).parents[1] / "corpus"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
#: What the browser itself says of an answer that is not 200, which some of the pages are.
SAYS_STATUS = "Failed to load resource"


@dataclass(frozen=True)
class Place:
    """Where the pages are served, their addresses by a name, and the session of who looks."""

    host: str
    pages: dict[str, str]
    session: str


@pytest.fixture(scope="module")
def place(django_db_setup: None, django_db_blocker: Any, requests_under_way: Requests) -> Iterator[Place]:
    """A world served to browsers. It is written for good, since the server reads it by a connection of its own."""
    with django_db_blocker.unblock():
        server = LiveServer("localhost")
        try:
            made = world.made()
            one = making.person((made.entity, "policy_adviser"), (made.entity, "administrator"))
            client = signed_in(one)
            pages = {name: path for name, path in addresses(made, one) if is_page(client.get(path))}
            pages |= {"an address that there is not": "/nowhere/", "not for this person": reverse("entities_merge")}
            yield Place(server.url, pages, client.cookies["sessionid"].value)
        finally:
            server.stop()
            assert requests_under_way.over()
            call_command("flush", verbosity=0, interactive=False, allow_cascade=True, inhibit_post_migrate=False)


def signed_in(user: User) -> Client:
    """A client that has just given its password, so that no page asks for it again."""
    client = Client()
    client.force_login(user, BACKEND)
    session = client.session
    session["account_authentication_methods"] = [{"method": "password", "at": time.time(), "email": user.email}]
    session.save()
    return client


def addresses(made: world.World, one: User) -> Iterator[tuple[str, str]]:
    """All addresses, each with an object that it may name, and some in states of their own."""
    for name, route in world.routes().items():
        yield name, reverse(name, kwargs=made.arguments(name, route, "draft"))
    for state, document in made.documents.items():
        if state != "draft":
            yield f"document in the state {state}", reverse("document", args=[document.pk])
    yield from filled(made.entity, one)
    yield from asked_for(made)


def asked_for(made: world.World) -> Iterator[tuple[str, str]]:
    """Pages that show something only when they are asked for it."""
    document = made.documents["draft"].pk
    yield "what a search found", reverse("search") + "?q=vol"
    yield "a search that found nothing", reverse("search") + "?q=introuvable&part=table"
    yield "a list of remarks", reverse("findings", args=[document]) + "?severity=warning"
    yield "remarks of one rule", reverse("findings", args=[document]) + "?show=all&rule=DOC104"
    yield "remarks set aside", reverse("findings", args=[document]) + "?severity=error&show=waived"
    yield "one letter of the firmness", reverse("smart", args=[document]) + "?letter=A&verdict=not"
    yield "objectives as a list", reverse("objectives", args=[document]) + "?list=1"
    yield "the actions of a year", reverse("year_plan", args=[made.entity.code]) + "?year=2027"
    yield "a question before something is removed", reverse("document_remove", args=[document])


def filled(entity: Entity, one: User) -> Iterator[tuple[str, str]]:
    """A document that came in from a file, its next edition under review, and two versions of another."""
    text = (CORPUS / "c-plan-national.txt").read_bytes()
    (outcome,) = intake.bring_in(one, entity, [Incoming("plan.txt", text)])
    assert outcome.incoming is not None
    intake.read_import(str(outcome.incoming.pk))
    yield "import of a plan", reverse("import", args=[outcome.incoming.pk])
    yield "import of a plan, whole", reverse("import", args=[outcome.incoming.pk]) + "?view=all"
    document = making.document(entity, one)
    seal(one, document)
    Document.objects.filter(pk=document.pk).update(title=Words(fr="Autre titre"), number=2)
    document.refresh_from_db()
    seal(one, document)
    yield "two versions", reverse("versions_compared", args=[document.pk]) + "?from=1&to=2"
    Import.objects.filter(pk=outcome.incoming.pk).update(document=document)
    waiting = Export.objects.create(document=document, by=one.person, format="pdf", state="waiting")
    yield "a file that is being made", reverse("export_job", args=[document.pk, waiting.pk])
    yield "differences of an import", reverse("import_differences", args=[outcome.incoming.pk])
    yield "an import taken over", reverse("import_take_over", args=[outcome.incoming.pk])
    for name, data, known in (
        ("attente.txt", b"Texte en attente", False),
        ("image.docx", b"\x89PNG" + bytes(99), True),
    ):
        (outcome,) = intake.bring_in(one, entity, [Incoming(name, data)])
        assert outcome.incoming is not None
        if known:
            intake.read_import(str(outcome.incoming.pk))
        yield f"import of {name}", reverse("import", args=[outcome.incoming.pk])
    give_now(one, document, Wish("json", "fr"))
    yield "what went out", reverse("export", args=[document.pk])
    document = making.document(entity, one)
    for part in (SWOT, DOMAIN, TABLE, WORDS, MESSAGES):
        block = add_block(one, document, part)
        yield f"{type(part).__name__} {block.pk}", reverse("block_edit", args=[block.pk])
    yield "a document with every kind of part", reverse("document", args=[document.pk])


def is_page(answer: Any) -> bool:
    """Whether a whole page answered; one that tells what is wrong with a request is one too."""
    kind = answer.headers.get("Content-Type", "")
    return answer.status_code in (200, 400) and kind.startswith("text/html") and "<html" in answer.text[:2000]


@contextmanager
def looking(browser: Browser, place: Place, axe: str, language: str) -> Iterator[BrowserContext]:
    """A browser of the person. Our policy lets no foreign script in, so it is set aside for the one that looks."""
    context = browser.new_context(locale=LANGUAGES[language], reduced_motion="reduce", bypass_csp=True)
    context.add_cookies([{"name": "sessionid", "value": place.session, "url": place.host}])
    context.add_init_script(axe)
    try:
        yield context
    finally:
        context.close()


def faults(page: Page, address: str, language: str) -> list[str]:
    """What is wrong with the page at an address, each in a line."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light")
    page.goto(address)
    page.wait_for_function("!document.querySelector('.htmx-request')")
    wrong = violations(page, {"type": "tag", "values": STANDARDS})
    if page.locator("html").get_attribute("lang") != language:
        wrong.append("it is in another language")
    page.set_viewport_size({"width": 375, "height": 800})
    if (wide := overflow(page)) > 0:
        wrong.append(f"{wide} pixels wider than a telephone")
    page.set_viewport_size({"width": 1920, "height": 1000})
    if (wide := overflow(page)) > 0:
        wrong.append(f"{wide} pixels wider than a wide window")
    if language == ALSO_DARK:
        page.emulate_media(color_scheme="dark")
        wrong += violations(page, {"type": "rule", "values": ["color-contrast"]})
    return wrong


def violations(page: Page, rules: dict[str, Any]) -> list[str]:
    """What axe finds on a page as it stands."""
    found = page.evaluate("only => axe.run({runOnly: only, resultTypes: ['violations']})", rules)
    return [f"{one['id']}: {node['html'][:160]}" for one in found["violations"] for node in one["nodes"]]


def test_pages_of_every_capability_are_looked_at(place: Place) -> None:
    prefixes = {path.split("/")[1] for path in place.pages.values()}
    assert {"d", "s", "o", "a", "e", "i", "account", "invitation", "search", "history", "library"} <= prefixes
    assert len(place.pages) > 90


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_can_be_used_by_everybody(browser: Browser, place: Place, axe: str, language: str) -> None:
    wrong: list[str] = []
    said: list[str] = []
    with looking(browser, place, axe, language) as context:
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: said.append(request.url) if foreign(request.url, place.host) else None)
        for name, path in place.pages.items():
            said.clear()
            found = faults(page, place.host + path, language)
            found += [one for one in said if not one.startswith(SAYS_STATUS)]
            wrong += [f"{name} {path}: {one}" for one in found]
    assert not wrong, "\n".join(wrong)


def foreign(url: str, host: str) -> bool:
    """Whether something is asked of another host than ours."""
    return not url.startswith((host, "data:", "blob:", "about:"))
