"""Exports, files that come back, and Word templates, by the pages."""

from __future__ import annotations

import io
import json
from typing import Any

import docx
import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from filrouge.apps.accounts.models import User
from filrouge.apps.documents.models import Document
from filrouge.apps.exchange.models import Export, Import, WordTemplate
from filrouge.apps.exchange.services import giving, intake
from filrouge.apps.objectives.selectors import plan_of
from filrouge.apps.organisation.models import Entity
from filrouge.formats.writers.plan.word_template import OURS
from tests import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def zone() -> Entity:
    return making.entity()


@pytest.fixture
def adviser(zone: Entity) -> User:
    return making.adviser(zone)


@pytest.fixture
def document(zone: Entity, adviser: User) -> Document:
    return making.document(zone, adviser, making.plan(4, 3, 2))


@pytest.fixture
def browser(client: Client, adviser: User) -> Client:
    client.force_login(adviser)
    return client


def made(browser: Client, document: Document, format: str, **more: Any) -> Any:
    data = {"format": format, "language": "fr", "languages": ["fr", "nl"], "part": "", **more}
    return browser.post(reverse("export", args=[document.pk]), data)


@pytest.mark.parametrize("format", ["word", "pdf", "excel", "json"])
def test_a_file_is_handed_over_as_a_download(browser: Client, document: Document, format: str) -> None:
    answer = made(browser, document, format)
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    read = {"word": _words, "pdf": _pdf, "excel": _cells, "json": _json}
    said = read[format](answer.content)
    assert "Réduire les vols" in said and "Partie 2" in said


def _words(data: bytes) -> str:
    return "".join(docx.Document(io.BytesIO(data)).element.body.itertext())


def _cells(data: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return " ".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)


def _pdf(data: bytes) -> str:
    import pypdfium2

    pages = pypdfium2.PdfDocument(data)
    return " ".join(page.get_textpage().get_text_range() for page in pages)


def _json(data: bytes) -> str:
    return json.dumps(json.loads(data), ensure_ascii=False)


def test_a_part_alone_leaves(browser: Client, document: Document) -> None:
    section = plan_of(document.pk).sections[1]
    page = browser.get(reverse("export", args=[document.pk]), {"part": section.id})
    assert page.context["form"].initial["part"] == section.id
    said = _words(made(browser, document, "word", part=section.id).content)
    assert "Partie 2" in said and "Partie 1" not in said
    assert made(browser, document, "word", part="nonsense").status_code == 200


def test_who_may_not_export_is_refused_and_others_see_nothing(client: Client, zone: Entity, document: Document) -> None:
    client.force_login(making.person((zone, "contributor")))
    assert client.get(reverse("export", args=[document.pk])).status_code == 200
    for role in ("reader", "authority"):  # neither sees a draft
        client.force_login(making.person((zone, role)))
        assert client.get(reverse("export", args=[document.pk])).status_code == 404
    Document.objects.update(state="adopted")
    client.force_login(making.person((zone, "reader")))
    assert client.get(reverse("export", args=[document.pk])).status_code == 403
    assert made(client, document, "json").status_code == 403
    client.force_login(making.adviser(making.entity()))
    assert client.get(reverse("export", args=[document.pk])).status_code == 404


def test_a_long_file_is_made_by_a_job_that_can_be_left(
    browser: Client, client: Client, zone: Entity, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = giving.Format("docx", giving.FORMATS["word"].media_type, 0)
    monkeypatch.setattr(giving, "FORMATS", {**giving.FORMATS, "word": quick})
    answer = made(browser, document, "word")
    job = Export.objects.get()
    there = reverse("export_job", args=[document.pk, job.pk])
    assert answer.headers["Location"] == there
    assert b"progress" in browser.get(there).content
    assert browser.get(reverse("export_file", args=[document.pk, job.pk])).status_code == 400
    giving.make_export(str(job.pk))
    assert b"<progress" not in browser.get(there).content
    assert browser.get(reverse("export_file", args=[document.pk, job.pk])).content.startswith(b"PK")
    client.force_login(making.adviser(zone))
    assert client.get(there).status_code == 404, "a file is for who asked for it"


def test_word_goes_out_and_comes_back_as_differences(browser: Client, document: Document) -> None:
    data = made(browser, document, "word").content
    opened = docx.Document(io.BytesIO(data))
    for node in opened.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"):
        node.text = (node.text or "").replace("Réduire les vols", "Réduire les vols de nuit")
    out = io.BytesIO()
    opened.save(out)
    there = reverse("come_back", args=[document.pk])
    assert browser.get(there).status_code == 200
    answer = browser.post(there, {"file": SimpleUploadedFile("revenu.docx", out.getvalue())})
    row = Import.objects.get()
    assert answer.headers["Location"] == reverse("import", args=[row.pk])
    intake.read_import(str(row.pk))
    page = browser.get(reverse("import", args=[row.pk]), follow=True)
    assert page.redirect_chain[-1][0] == reverse("import_differences", args=[row.pk])
    assert page.context["changes"] == 1 and "de nuit" in page.content.decode()
    browser.post(reverse("import_take_over", args=[row.pk]))
    assert "Réduire les vols de nuit" in [one.text["fr"] for one in plan_of(document.pk).objectives]


# --- templates ------------------------------------------------------------------------------------------------------


def give(browser: Client, zone: Entity, data: bytes, name: str = "modele.docx") -> Any:
    return browser.post(reverse("templates", args=[zone.code]), {"kind": "", "file": SimpleUploadedFile(name, data)})


def test_a_template_is_given_replaced_fetched_and_removed(browser: Client, zone: Entity) -> None:
    ours = browser.get(reverse("template_ours", args=[zone.code])).content
    assert ours == OURS.read_bytes()
    assert give(browser, zone, ours).status_code == 302
    assert give(browser, zone, ours, "autre.docx").status_code == 302
    template = WordTemplate.objects.get()
    assert template.name == "autre.docx"
    assert browser.get(reverse("templates", args=[zone.code])).status_code == 200
    assert browser.get(reverse("template_file", args=[zone.code, template.pk])).content == ours
    browser.post(reverse("template_remove", args=[zone.code, template.pk]))
    assert not WordTemplate.objects.exists()


@pytest.mark.parametrize("data", [b"", b"MZ not word", b"PK\x03\x04broken"])
def test_a_hostile_template_is_refused_with_a_sentence(browser: Client, zone: Entity, data: bytes) -> None:
    answer = give(browser, zone, data)
    assert answer.status_code == 400
    (sentence,) = answer.context["form"].errors["file"]
    assert "modele.docx" in sentence
    assert not WordTemplate.objects.exists()


def test_templates_are_for_who_keeps_the_entity(client: Client, zone: Entity) -> None:
    client.force_login(making.person((zone, "contributor")))
    assert client.get(reverse("templates", args=[zone.code])).status_code == 403
    client.force_login(making.adviser(making.entity()))
    assert client.get(reverse("templates", args=[zone.code])).status_code == 404
