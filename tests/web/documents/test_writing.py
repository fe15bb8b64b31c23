"""Sections and the head of a document: written, moved, removed; two at once; acts, versions, addenda, derived plans."""

from __future__ import annotations

import datetime as dt
import re
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from filrouge.apps.documents import services
from filrouge.apps.documents.models import Document, Version
from filrouge.apps.frameworks.models import LibraryItem
from filrouge.apps.frameworks.services import load_library
from filrouge.apps.objectives.selectors import plan_of
from filrouge.domain.model.plan import Words
from filrouge.domain.objectives.carrying import carried_id
from tests import making
from tests.web.documents.test_smoke import adopted, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def document() -> Document:
    return making.document(making.entity())


@pytest.fixture
def client(document: Document) -> Client:
    return signed_in(making.adviser(document.entity))


def fields(**more: object) -> dict[str, object]:
    return {
        "number": "1",
        "title_fr": "Partie 1",
        "title_nl": "Deel 1",
        "body_fr": "<p>Texte 1.</p>",
        "body_nl": "",
        **more,
    }


def test_a_section_is_written_in_two_languages_and_cleaned(document: Document, client: Client) -> None:
    section = document.sections.get(number="1")
    sent = fields(version=1, body_fr="<p>Neuf<script>alert(1)</script></p>", body_nl="<p>Nieuw</p>")
    answer = client.post(reverse("section_edit", args=[section.pk]), sent)
    assert answer.status_code == 302
    section.refresh_from_db()
    assert section.body == Words(fr="<p>Neuf</p>", nl="<p>Nieuw</p>")
    assert section.version == 2


def test_two_who_write_one_section_see_both_texts_and_lose_none(document: Document, client: Client) -> None:
    section = document.sections.get(number="1")
    services.edit_section(making.adviser(document.entity), section, 1, body=Words(fr="<p>Le leur.</p>"), number="1bis")
    url = reverse("section_edit", args=[section.pk])
    answer = client.post(url, fields(version=1, body_fr="<p>Le mien.</p>", title_nl="Eerste deel"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Le mien." in page
    assert "Le leur." in page
    assert 'value="1bis"' in page  # only the other changed it: taken over
    assert 'name="version" value="2"' in page
    again = fields(version=2, number="1bis", body_fr="<p>Le mien et le leur.</p>", title_nl="Eerste deel")
    assert client.post(url, {**again, "keep-body_fr": "mine"}).status_code == 302
    section.refresh_from_db()
    assert (section.body.fr, section.number, section.title.nl) == ("<p>Le mien et le leur.</p>", "1bis", "Eerste deel")


def test_after_a_conflict_one_may_keep_what_stands_there(document: Document, client: Client) -> None:
    section = document.sections.get(number="1")
    services.edit_section(making.adviser(document.entity), section, 1, body=Words(fr="<p>Le leur.</p>"))
    url = reverse("section_edit", args=[section.pk])
    sent = fields(version=2, body_fr="<p>Le mien.</p>", title_fr="Un titre", **{"keep-body_fr": "theirs"})
    assert client.post(url, sent).status_code == 302
    section.refresh_from_db()
    assert (section.body.fr, section.title.fr) == ("<p>Le leur.</p>", "Un titre")


def test_sections_are_added_moved_and_removed_with_a_reason(document: Document, client: Client) -> None:
    first, second = document.sections.order_by("position")
    new = reverse("section_new", args=[document.pk])
    assert client.post(f"{new}?parent={first.pk}", fields(number="1.1", title_fr="Dessous")).status_code == 302
    below = document.sections.get(number="1.1")
    assert below.parent == first
    move = reverse("sections_move", args=[document.pk])
    assert client.post(move, {"node": second.pk, "to": "up"}).status_code == 302
    assert client.post(move, {"node": second.pk, "to": "up"}).status_code == 400
    assert client.post(move, {"node": below.pk, "parent": "", "before": str(first.pk)}).status_code == 302
    assert [one.number for one in plan_of(document.pk).sections] == ["2", "1.1", "1"]
    assert client.post(move, {"node": uuid.uuid4(), "to": "up"}).status_code == 400
    remove = reverse("section_remove", args=[below.pk])
    assert client.post(remove, {"why": ""}).status_code == 200
    assert client.post(remove, {"why": "Doublon"}).status_code == 302
    assert not document.sections.filter(pk=below.pk).exists()


def test_a_section_does_not_move_under_itself(document: Document, client: Client) -> None:
    first, second = document.sections.order_by("position")
    move = reverse("sections_move", args=[document.pk])
    client.post(move, {"node": second.pk, "to": "in"})
    answer = client.post(move, {"node": first.pk, "parent": second.pk, "before": ""})
    assert answer.status_code == 400
    assert "under itself" in answer.content.decode()


def test_languages_are_chosen_and_what_is_missing_is_said(document: Document, client: Client) -> None:
    page = client.get(reverse("document_languages", args=[document.pk])).content.decode()
    assert "Réduire les vols" in page
    head = {
        "version": document.version,
        "title_fr": "Lettre",
        "title_nl": "Brief",
        "language": "fr",
        "languages": ["fr", "de"],
    }
    assert client.post(reverse("document_edit", args=[document.pk]), head).status_code == 302
    document.refresh_from_db()
    assert (document.languages, document.title) == (["fr", "de"], Words(fr="Lettre", nl="Brief"))


def test_a_period_that_ends_before_it_begins_is_refused_in_words(document: Document, client: Client) -> None:
    head = {
        "version": document.version,
        "title_fr": "L",
        "language": "fr",
        "period_from": "2027-01-01",
        "period_until": "2026-01-01",
    }
    answer = client.post(reverse("document_edit", args=[document.pk]), head)
    assert "The period ends before it begins" in answer.content.decode()


# --- acts and versions ----------------------------------------------------------------------------------------------


def test_an_adoption_seals_and_a_later_edit_opens_the_next_version(document: Document, client: Client) -> None:
    act = {"kind": "adoption", "on": "2025-03-01", "body": "Conseil de police", "reference": "12", "note": ""}
    assert client.post(reverse("act_new", args=[document.pk]), act).status_code == 302
    version = Version.objects.get(document=document)
    assert version.number == 1
    opening = reverse("document_state", args=[document.pk, "draft"])
    assert client.post(opening, {"why": ""}).status_code == 200
    assert client.post(opening, {"why": "Nouvel objectif"}).status_code == 302
    document.refresh_from_db()
    assert (document.state, document.number) == ("draft", 2)
    section = document.sections.get(number="1")
    client.post(reverse("section_edit", args=[section.pk]), fields(version=section.version, title_fr="Autre titre"))
    sealed = client.get(reverse("version", args=[document.pk, 1])).content.decode()
    assert "Partie 1" in sealed
    assert "Autre titre" not in sealed
    compared = client.get(reverse("versions_compared", args=[document.pk]), {"from": 1}).content.decode()
    assert re.search(r"<del>.*?Partie.*?</del>", compared, re.DOTALL)
    assert re.search(r"<ins>.*?Autre.*?</ins>", compared, re.DOTALL)
    act_id = document.acts.get().pk
    listed = client.get(reverse("acts", args=[document.pk])).content.decode()
    assert f'href="{reverse("history", args=["act", act_id])}"' in listed


def test_the_margin_says_at_once_what_a_saved_section_brings(document: Document, client: Client) -> None:
    page, section = reverse("document", args=[document.pk]), document.sections.get(number="1")
    assert "DOC104" not in client.get(page).content.decode()
    bad = fields(version=section.version, body_fr="<p>Fixé le **-**-2031</p>")
    answer = client.post(reverse("section_edit", args=[section.pk]), bad, follow=True)
    assert "DOC104" in answer.content.decode()
    section.refresh_from_db()
    answer = client.post(reverse("section_edit", args=[section.pk]), fields(version=section.version), follow=True)
    assert "DOC104" not in answer.content.decode()


def test_a_section_is_checked_while_it_is_written(document: Document, client: Client) -> None:
    section = document.sections.get(number="1")
    shown = client.get(reverse("section_edit", args=[section.pk])).content.decode()
    assert f'hx-post="{reverse("check_part", args=[document.pk])}"' in shown
    assert f"{{&quot;part&quot;: &quot;{section.pk}&quot;}}" in shown
    new = client.get(reverse("section_new", args=[document.pk]), {"parent": section.pk}).content.decode()
    assert "&quot;kind&quot;: &quot;section&quot;" in new
    assert f"&quot;parent&quot;: &quot;{section.pk}&quot;" in new


def test_an_act_to_come_is_refused_in_words(document: Document, client: Client) -> None:
    act = {"kind": "adoption", "on": (dt.date.today() + dt.timedelta(days=9)).isoformat()}
    answer = client.post(reverse("act_new", args=[document.pk]), act)
    assert "This day is still to come" in answer.content.decode()
    assert document.acts.count() == 0


def test_the_copy_of_an_adopted_mission_letter_is_open_until_it_is_recorded() -> None:
    load_library()
    zone = making.entity()
    letter = making.document(zone)
    letter.framework = LibraryItem.objects.get(slug="mission-letter", current=True)
    letter.save()
    client = signed_in(making.adviser(zone))
    page = reverse("acts", args=[letter.pk])
    assert "not stated" not in client.get(page).content.decode()
    adopted(letter)
    assert "whether it was done is not stated" in client.get(page).content.decode()
    client.post(reverse("act_new", args=[letter.pk]), {"kind": "copy", "on": "2025-04-01"})
    assert "whether it was done is not stated" not in client.get(page).content.decode()


def test_a_reader_records_nothing(document: Document) -> None:
    adopted(document)
    client = signed_in(making.person((document.entity, "reader")))
    answer = client.post(reverse("act_new", args=[document.pk]), {"kind": "copy", "on": "2025-04-01"})
    assert answer.status_code == 403


# --- documents that grow out of others ------------------------------------------------------------------------------


def test_a_new_document_is_laid_out_by_its_framework() -> None:
    load_library()
    zone = making.entity()
    client = signed_in(making.adviser(zone))
    framework = LibraryItem.objects.get(slug="mission-letter", current=True)
    sent = {"framework": framework.pk, "title": "Lettre", "language": "fr", "languages": ["nl"]}
    answer = client.post(reverse("document_new", args=[zone.code]), sent)
    document = Document.objects.get(entity=zone)
    assert answer.headers["Location"] == reverse("document", args=[document.pk])
    assert document.sections.count() > 10
    page = client.get(reverse("document", args=[document.pk])).content.decode()
    assert "Guidance of the framework" in page
    lost = document.sections.filter(parent=None).first()
    assert lost is not None
    services.remove_section(making.adviser(zone), lost, "essai")
    page = client.get(reverse("document", args=[document.pk])).content.decode()
    assert f"?framework={lost.framework_section}" in page
    new = client.get(reverse("section_new", args=[document.pk]), {"framework": lost.framework_section}).content.decode()
    assert lost.title.fr in new.replace("&#x27;", "'")


def test_an_addendum_shows_in_the_consolidated_text_once_it_is_adopted(document: Document, client: Client) -> None:
    sent = {"title": "Addendum", "language": "fr", "languages": ["fr"]}
    assert client.post(reverse("document_addendum", args=[document.pk]), sent).status_code == 302
    addendum = Document.objects.get(amends=document)
    client.post(
        reverse("section_new", args=[addendum.pk]), {"number": "9", "title_fr": "Ce qui s’ajoute", "body_fr": ""}
    )
    page = reverse("consolidated", args=[document.pk])
    assert "Ce qui s’ajoute" not in client.get(page).content.decode()
    adopted(addendum)
    text = client.get(page).content.decode()
    assert "Ce qui s’ajoute" in text
    assert "Added by:" in text
    assert "Ce qui s’ajoute" not in client.get(reverse("document", args=[document.pk])).content.decode()


def test_a_years_plan_carries_over_and_the_next_one_proposes_what_is_unfinished(
    document: Document, client: Client
) -> None:
    derive = reverse("document_derive", args=[document.pk])
    year = {
        "title": "Plan 2027",
        "language": "fr",
        "languages": ["fr"],
        "period_from": "2027-01-01",
        "period_until": "2027-12-31",
    }
    assert client.post(f"{derive}?year=2027", {**year, "kinds": ["strategic_objective"]}).status_code == 302
    first = Document.objects.get(amends=document)
    top = document.objectives.get(number="1")
    carried = first.objectives.get()
    assert carried.key == carried_id(first.key, top.key)
    client.post(reverse("objective_add", args=[first.pk]), {"kind": "action", "under": carried.pk, "text": "Former"})
    page = client.get(f"{derive}?year=2028").content.decode()
    assert "Former" in page
    action = first.actions.get()
    later = {
        **year,
        "title": "Plan 2028",
        "period_from": "2028-01-01",
        "period_until": "2028-12-31",
        "actions": [action.key],
    }
    assert client.post(f"{derive}?year=2028", {**later, "kinds": ["strategic_objective"]}).status_code == 302
    second = Document.objects.exclude(pk=first.pk).get(amends=document)
    assert second.actions.get().contributions.get().objective.key == carried_id(second.key, top.key)
    text = client.get(reverse("year_plan", args=[document.entity.code]), {"year": 2028}).content.decode()
    assert "2 carried over" in text
    years = client.get(reverse("objectives_years", args=[document.pk])).content.decode()
    assert "derived plan" in years
