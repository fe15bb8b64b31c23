"""A file comes in by the pages: sent, read, reviewed, taken in; and what cannot be done says so."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from filrouge.apps.accounts.models import User
from filrouge.apps.documents.models import Document
from filrouge.apps.exchange.models import Import
from filrouge.apps.exchange.services import intake
from filrouge.apps.frameworks.services import load_library
from filrouge.apps.objectives.models import Objective
from filrouge.apps.organisation.models import Entity
from filrouge.domain.model.plan_json import from_json
from tests import making
from tests.apps.test_exchange import LETTER

pytestmark = pytest.mark.django_db


@pytest.fixture
def zone() -> Entity:
    load_library()
    return making.entity()


@pytest.fixture
def adviser(zone: Entity) -> User:
    return making.adviser(zone)


@pytest.fixture
def browser(client: Client, adviser: User) -> Client:
    client.force_login(adviser)
    return client


def send(browser: Client, zone: Entity, *files: SimpleUploadedFile) -> Any:
    return browser.post(reverse("imports", args=[zone.code]), {"files": list(files)}, follow=True)


def upload(text: str = LETTER, name: str = "lettre.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def read(browser: Client, zone: Entity, text: str = LETTER) -> Import:
    """A file sent through the page and read."""
    send(browser, zone, upload(text))
    row = Import.objects.latest("at")
    intake.read_import(str(row.pk))
    row.refresh_from_db()
    return row


def test_the_whole_way_of_a_file(browser: Client, zone: Entity) -> None:
    answer = send(browser, zone, upload())
    row = Import.objects.get()
    assert answer.redirect_chain[-1][0] == reverse("import", args=[row.pk])
    assert b"progress" in answer.content
    intake.read_import(str(row.pk))
    page = browser.get(reverse("import", args=[row.pk]), {"view": "all"})
    assert page.status_code == 200
    shown = page.content.decode()
    plan = from_json(Import.objects.get().proposal)
    first = plan.objectives[0]
    assert f'id="pair-left-{first.id}"' in shown and f'id="pair-right-{first.id}"' in shown
    row.refresh_from_db()
    form = browser.get(reverse("import_part", args=[row.pk, first.id]))
    values = {name: field.initial for name, field in form.context["form"].fields.items() if field.initial is not None}
    saved = browser.post(
        reverse("import_part", args=[row.pk, first.id]),
        {**values, "text": "Réduire les vols de 12 %", "do": "save", "version": row.version},
    )
    assert saved.status_code == 302, saved.context["form"].errors
    row.refresh_from_db()
    taken = browser.post(reverse("import_take", args=[row.pk]), {"version": row.version})
    document = Document.objects.get()
    assert taken.headers["Location"] == reverse("document", args=[document.pk])
    assert Objective.objects.filter(text__fr="Réduire les vols de 12 %").exists()
    row.refresh_from_db()
    assert (row.state, row.document_id) == ("done", document.pk)
    assert browser.get(reverse("import", args=[row.pk])).status_code == 200


def test_taking_in_is_refused_when_the_proposal_changed_meanwhile(browser: Client, zone: Entity) -> None:
    row = read(browser, zone)
    Import.objects.filter(pk=row.pk).update(version=row.version + 1)
    answer = browser.post(reverse("import_take", args=[row.pk]), {"version": row.version})
    assert answer.status_code == 400
    assert not Document.objects.exists()


@pytest.mark.parametrize("name", ["import", "import_progress", "import_original", "import_head", "import_take"])
def test_another_entity_s_import_is_not_there(client: Client, browser: Client, zone: Entity, name: str) -> None:
    row = read(browser, zone)
    client.force_login(making.adviser(making.entity()))
    assert client.get(reverse(name, args=[row.pk])).status_code == 404


def test_who_may_not_import_is_told_so(client: Client, zone: Entity, browser: Client) -> None:
    row = read(browser, zone)
    client.force_login(making.person((zone, "reader")))
    assert client.get(reverse("imports", args=[zone.code])).status_code == 403
    assert client.get(reverse("import", args=[row.pk])).status_code == 403
    assert client.post(reverse("import_drop", args=[row.pk])).status_code == 403
    row.refresh_from_db()
    assert row.state == "ready"


def test_a_failure_is_one_sentence(browser: Client, zone: Entity) -> None:
    send(browser, zone, SimpleUploadedFile("photo.docx", b"\x89PNG\r\n\x1a\n" + bytes(99)))
    row = Import.objects.get()
    intake.read_import(str(row.pk))
    page = browser.get(reverse("import", args=[row.pk]), headers={"accept-language": "fr"}).content.decode()
    assert "photo.docx" in page and "errors." not in page


def test_a_file_without_bytes_and_two_alike_are_told(browser: Client, zone: Entity) -> None:
    answer = send(browser, zone, upload(name="a.txt"), upload(name="b.txt"), SimpleUploadedFile("c.txt", b""))
    said = [str(message) for message in answer.context["messages"]]
    assert any("b.txt" in one for one in said) and any("c.txt" in one for one in said)
    assert Import.objects.count() == 1


def test_nothing_sent_is_said(browser: Client, zone: Entity) -> None:
    assert send(browser, zone).status_code == 400


def test_parts_are_accepted_and_rejected_from_the_list(browser: Client, zone: Entity) -> None:
    row = read(browser, zone)
    plan = from_json(row.proposal)
    there = reverse("import_accept", args=[row.pk])
    assert browser.post(there, {"do": "sure", "version": row.version}).status_code == 302
    row.refresh_from_db()
    id = plan.objectives[0].id
    assert browser.post(there, {"do": f"reject:{id}", "version": row.version}).status_code == 302
    row.refresh_from_db()
    assert id not in from_json(row.proposal).parts
    stale = browser.post(there, {"do": f"reject:{plan.objectives[1].id}", "version": row.version - 1})
    assert stale.status_code == 400
    row.refresh_from_db()
    assert plan.objectives[1].id in from_json(row.proposal).parts


def test_a_part_is_split_and_merged_again(browser: Client, zone: Entity) -> None:
    row = read(browser, zone)
    before = from_json(row.proposal)
    id = before.objectives[0].id
    there = reverse("import_part", args=[row.pk, id])
    browser.post(there, {"do": "split", "at": "8", "version": row.version})
    row.refresh_from_db()
    split = from_json(row.proposal)
    assert len(split.objectives) == len(before.objectives) + 1
    second = split.objectives[[one.id for one in split.objectives].index(id) + 1]
    browser.post(reverse("import_part", args=[row.pk, second.id]), {"do": "join", "version": row.version})
    row.refresh_from_db()
    joined = from_json(row.proposal)
    assert str(joined.parts[id].text) == str(before.parts[id].text)  # type: ignore[union-attr]


def test_an_import_is_dropped_after_a_question(browser: Client, zone: Entity) -> None:
    row = read(browser, zone)
    assert browser.get(reverse("import_drop", args=[row.pk])).status_code == 200
    browser.post(reverse("import_drop", args=[row.pk]))
    row.refresh_from_db()
    assert row.state == "dropped"
    assert browser.get(reverse("import", args=[row.pk])).status_code == 200
    assert browser.get(reverse("import_head", args=[row.pk])).status_code == 400


def test_the_head_says_what_the_document_is(browser: Client, zone: Entity) -> None:
    row = read(browser, zone)
    data = {
        "title": "Lettre de la zone",
        "framework": "",
        "language": "fr",
        "period_from": "2026-01-01",
        "period_until": "2025-01-01",
        "target": "",
        "version": row.version,
    }
    there = reverse("import_head", args=[row.pk])
    assert browser.post(there, data).status_code == 200
    assert browser.post(there, {**data, "period_until": "2030-12-31"}).status_code == 302
    row.refresh_from_db()
    plan = from_json(row.proposal)
    assert str(plan.title) == "Lettre de la zone" and plan.framework == "" and plan.period is not None


def test_a_large_proposal_takes_as_many_queries_as_a_small_one(browser: Client, zone: Entity) -> None:
    many = "\n\n".join(f"OS{n}. Réduire le phénomène numéro {n} de 10 %" for n in range(1, 400))
    counts = []
    for text in (LETTER, f"LETTRE DE MISSION\n\n1. Objectifs stratégiques\n\n{many}\n"):
        row = read(browser, zone, text)
        with CaptureQueriesContext(connection) as queries:
            page = browser.get(reverse("import", args=[row.pk]), {"view": "all", "page": 1})
        counts.append(len(queries))
        assert page.status_code == 200 and len(page.context["items"]) <= 60
    assert len(from_json(row.proposal).objectives) > 300
    assert counts[0] == counts[1]


def test_the_same_file_again_proposes_only_the_differences(browser: Client, zone: Entity) -> None:
    row = read(browser, zone)
    browser.post(reverse("import_take", args=[row.pk]), {"version": row.version})
    document = Document.objects.get()
    again = read(browser, zone)
    assert again.pk != row.pk and again.document_id == document.pk
    page = browser.get(reverse("import_differences", args=[again.pk]))
    assert page.status_code == 200
    assert page.context["changes"] == page.context["conflicts"] == 0


def test_a_new_edition_is_chosen_change_by_change(browser: Client, zone: Entity) -> None:
    row = read(browser, zone)
    browser.post(reverse("import_take", args=[row.pk]), {"version": row.version})
    document = Document.objects.get()
    edited = LETTER.replace("l'accueil des victimes", "l'accueil des victimes et des témoins").replace("10 %", "15 %")
    new = read(browser, zone, edited)
    plan = from_json(new.proposal)
    head = {"title": str(plan.title), "framework": plan.framework, "language": "fr", "target": str(document.pk)}
    answer = browser.post(reverse("import_head", args=[new.pk]), {**head, "version": new.version})
    assert answer.status_code == 302
    there = reverse("import_differences", args=[new.pk])
    page = browser.get(there)
    keys = {line.key: line for group in page.context["page"] for line in group.lines}
    wanted = [key for key, line in keys.items() if "témoins" in line.after]
    assert wanted and len(keys) > len(wanted)
    answer = browser.post(there, {"shown": list(keys), "taken": wanted, "do": "take"})
    assert answer.headers["Location"] == reverse("import_take_over", args=[new.pk])
    assert browser.get(answer.headers["Location"]).context["chosen"] == len(wanted)
    browser.post(answer.headers["Location"])
    texts = [str(one.text) for one in Objective.objects.filter(document=document)]
    assert any("témoins" in one for one in texts) and not any("15 %" in one for one in texts)
    new.refresh_from_db()
    assert new.state == "done"


def test_the_list_looks_again_as_long_as_a_file_is_on_its_way(browser: Client, zone: Entity) -> None:
    send(browser, zone, upload(), upload("Une autre note, toute courte.", "note.txt"))
    address = reverse("imports", args=[zone.code])
    assert 'hx-select="#came-in"' in browser.get(address).content.decode()
    for row in Import.objects.all():
        intake.read_import(str(row.pk))
    assert 'hx-select="#came-in"' not in browser.get(address).content.decode()
