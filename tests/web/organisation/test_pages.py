"""What the pages of home, entities, people and registers do, through Django's client."""

from __future__ import annotations

import datetime as dt
import html
import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from filrouge.apps.accounts.models import User
from filrouge.apps.documents.models import Document, Section
from filrouge.apps.documents.services import record_act
from filrouge.apps.frameworks.models import LibraryItem
from filrouge.apps.frameworks.services import load_library
from filrouge.apps.objectives import services as objectives
from filrouge.apps.objectives.models import Action, Objective
from filrouge.apps.organisation import services
from filrouge.apps.organisation.models import Entity, NoUnit, ProfileAnswer, RoleAssignment, Stakeholder, Unit
from filrouge.domain.model.plan import Words
from filrouge.library import catalogue
from tests import making

pytestmark = pytest.mark.django_db
PASSWORD = "un mot de passe assez long"


def signed_in(user: User, language: str = "en") -> Client:
    client = Client(headers={"accept-language": language})
    client.force_login(user)
    return client


def text_of(client: Client, url: str, status: int = 200) -> str:
    """The words of a page, spaces joined."""
    response = client.get(url)
    assert response.status_code == status
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def part(page: str, first: str, last: str) -> str:
    """What a page says between two headings."""
    return page.split(first, 1)[1].split(last, 1)[0]


# --- home -------------------------------------------------------------------------------------------------------------


def test_home_tells_what_is_due_late_first() -> None:
    zone = making.entity()
    user = making.person((zone, "contributor"))
    Unit.objects.create(entity=zone, abbreviation="OPS", head=user.person)
    stored = making.document(zone)
    today = timezone.localdate()
    second, third = Objective.objects.filter(document=stored, kind="operational_objective").order_by("number")
    Objective.objects.filter(pk=second.pk).update(deadline_on=today + dt.timedelta(days=30))
    Objective.objects.filter(pk=third.pk).update(deadline_on=today - dt.timedelta(days=3))
    Action.objects.filter(document=stored).update(deadline_on=today - dt.timedelta(days=9), state="done")
    page = part(text_of(signed_in(user), "/"), "Due from me", "What changed")
    assert "1 late" in page
    assert page.index("1.2") < page.index("1.1")
    assert "Action numéro" not in page
    assert "1.1" not in part(text_of(signed_in(making.person((zone, "reader"))), "/"), "Due from me", "What changed")


@pytest.mark.parametrize("role", ["mandate_holder", "policy_adviser"])
def test_home_tells_who_answers_for_an_entity_what_all_its_units_owe(role: str) -> None:
    zone, elsewhere = making.entity(), making.entity()
    user = making.person((zone, role))
    Unit.objects.create(entity=zone, abbreviation="DIR", head=user.person)
    stored, foreign = making.document(zone), making.document(elsewhere)
    today = timezone.localdate()
    Objective.objects.filter(document=foreign).update(deadline_on=today)
    second, third = Objective.objects.filter(document=stored, kind="operational_objective").order_by("number")
    Objective.objects.filter(pk=second.pk).update(deadline_on=today - dt.timedelta(days=3))
    Objective.objects.filter(pk=third.pk).update(deadline_on=today, owners=["DIR"])
    Action.objects.filter(document=stored).update(deadline_on=today - dt.timedelta(days=9))
    page = part(text_of(signed_in(user), "/"), "Due from me", "What changed")
    mine, others = part(page, "From my own units", "From the other units"), page.split("From the other units")[1]
    assert "1.2" in mine and "1.1" not in mine and "Action" not in mine
    assert others.index("Action numéro 0") < others.index("1.1") and "1.2" not in others and "2 late" in others
    Action.objects.filter(document=stored).update(state="done")
    assert "1 late" in part(text_of(signed_in(user), "/"), "From the other units", "What changed")
    contributor = making.person((zone, "contributor"))
    assert "1.1" not in part(text_of(signed_in(contributor), "/"), "Due from me", "What changed")


def test_home_shows_the_first_of_what_an_entity_owes_and_all_when_asked() -> None:
    zone = making.entity()
    chief = making.person((zone, "mandate_holder"))
    stored = making.document(zone, content=making.plan(12, 1, 1))
    Objective.objects.filter(document=stored).update(deadline_on=timezone.localdate())
    page = text_of(signed_in(chief), "/")
    assert "All 12 of the next six months" in page and page.count("Réduire le vol numéro") < 11
    everything = text_of(signed_in(chief), "/?due=entity")
    assert everything.count("Réduire le vol numéro") == 11 and "All 12" not in everything


def test_home_names_a_draft_whose_time_has_begun() -> None:
    zone = making.entity()
    chief = making.person((zone, "mandate_holder"))
    stored = making.document(zone)
    task, today = "Adopt the draft", timezone.localdate()
    for since, until, called in (
        (today - dt.timedelta(days=1), None, True),
        (today - dt.timedelta(days=9), today - dt.timedelta(days=1), False),
        (today + dt.timedelta(days=1), None, False),
    ):
        Document.objects.filter(pk=stored.pk).update(period_from=since, period_until=until)
        assert (task in text_of(signed_in(chief), "/")) is called, (since, until)
    Document.objects.filter(pk=stored.pk).update(starts_on=today - dt.timedelta(days=400), term_years=5)
    assert task in text_of(signed_in(chief), "/")
    assert task not in text_of(signed_in(making.person((zone, "contributor"))), "/")
    Document.objects.filter(pk=stored.pk).update(state="proposed")
    page = text_of(signed_in(chief), "/")
    assert task not in page and "Record the adoption" in page


def test_home_tells_what_others_changed_since_the_last_visit() -> None:
    zone = making.entity()
    one, other = making.adviser(zone), making.person((zone, "policy_adviser"), name="Une Collègue")
    stored = making.document(zone, one)
    User.objects.filter(pk=one.pk).update(last_visit=timezone.now() - dt.timedelta(days=1))
    assert "Nobody else changed anything" in text_of(signed_in(one), "/")
    changed = Objective.objects.filter(document=stored, parent=None).get()
    objectives.edit_objective(other, changed, changed.version, text=Words(fr="Réduire les vols de vélos"))
    page = part(text_of(signed_in(one), "/"), "What changed", "What is wrong")
    assert "1 objective" in page and "Une Collègue" in page
    assert "1 objective" not in part(text_of(signed_in(other), "/"), "What changed", "What is wrong")
    User.objects.filter(pk=one.pk).update(last_visit=timezone.now() + dt.timedelta(seconds=5))
    assert "Nobody else changed anything" in text_of(signed_in(one), "/")
    assert "Une Collègue" in text_of(signed_in(one), "/?days=7")


def test_home_names_an_open_act_until_it_is_recorded() -> None:
    load_library()
    zone = making.entity()
    adviser = making.adviser(zone)
    item = LibraryItem.objects.get(slug="mission-letter", current=True)
    stored = objectives.create_from_plan(adviser, zone, making.plan(), item)
    task = "Record the copy to the Inspector General"
    assert task not in text_of(signed_in(adviser), "/")
    record_act(adviser, stored, kind="adoption", on=timezone.localdate(), body="Conseil")
    assert task in text_of(signed_in(adviser), "/")
    assert task not in text_of(signed_in(making.person((zone, "reader"))), "/")
    record_act(adviser, stored, kind="copy", on=timezone.localdate())
    assert task not in text_of(signed_in(adviser), "/")


def test_home_says_how_to_begin_to_who_has_no_role() -> None:
    assert "You have no role yet" in text_of(signed_in(making.person()), "/")


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_home_speaks_four_languages(language: str) -> None:
    wanted = {
        "fr": "Ce qui est attendu de moi",
        "nl": "Wat van mij wordt verwacht",
        "de": "Was von mir erwartet wird",
        "en": "Due from me",
    }
    assert wanted[language] in text_of(signed_in(making.adviser(making.entity()), language), "/")


# --- an entity --------------------------------------------------------------------------------------------------------


def test_an_entity_lists_its_documents_as_the_address_says() -> None:
    load_library()
    zone = making.entity()
    adviser = making.adviser(zone)
    making.document(zone, adviser)
    item = LibraryItem.objects.get(slug="zonal-security-plan", current=True)
    second = objectives.create_from_plan(adviser, zone, making.plan(sections=1), item)
    type(second).objects.filter(pk=second.pk).update(title=Words(fr="Plan zonal"), state="proposed")
    client, url = signed_in(adviser), reverse("entity", args=[zone.code])
    assert {"Lettre de mission", "Plan zonal"} <= set(re.findall(r"Lettre de mission|Plan zonal", text_of(client, url)))
    for query, shown, hidden in (
        ("?q=ZONAL", "Plan zonal", "Lettre de mission"),
        ("?state=draft", "Lettre de mission", "Plan zonal"),
        ("?kind=Zonal security plan", "Plan zonal", "Lettre de mission"),
        ("?sort=title&q=none", "Nothing matches", "Plan zonal"),
    ):
        rows = part(text_of(client, url + query), "Required sections filled", "What changed")
        assert shown in rows and hidden not in rows, query
    rows = part(text_of(client, f"{url}?sort=-title"), "Required sections filled", "What changed")
    assert rows.index("Plan zonal") < rows.index("Lettre de mission")
    assert "0/" in rows and "no framework" in rows


def test_an_entity_shows_what_it_carries_on_and_who_has_which_role() -> None:
    user = User.objects.create_superuser("s@example.org")
    zones = [making.entity("9311"), making.entity("9312")]
    services.merge_entities(user, zones, on=dt.date(2026, 1, 1), code="9313", name=Words(fr="Ensemble"))
    after = Entity.objects.get(code="9313")
    chief = making.person((after, "mandate_holder"), name="La Cheffe")
    page = text_of(signed_in(chief), reverse("entity", args=["9313"]))
    assert "carries on 9311" in page and "La Cheffe mandate holder" in page
    assert "carried on by 9313" in text_of(signed_in(chief), reverse("entity", args=["9311"]))
    tree = text_of(signed_in(chief), "/entities/?on=2026-02-01")
    assert "ended on 31/12/2025" in tree and "→ 9313" in tree
    assert "not yet" in text_of(signed_in(chief), "/entities/?on=2025-02-01")


def test_a_zone_with_a_wrong_code_says_so_at_the_field() -> None:
    client = signed_in(User.objects.create_superuser("s@example.org"), "nl")
    sent = {"code": "12", "kind": "police_zone", "name_nl": "Nieuw", "language": "nl"}
    response = client.post(reverse("entity_new"), sent)
    assert response.status_code == 400
    assert response.context["form"].errors["code"][0].startswith("‘12’ is geen zonecode")
    assert client.post(reverse("entity_new"), {**sent, "code": "9399"}).status_code == 302
    assert Entity.objects.get(code="9399").name == Words(nl="Nieuw")


def test_entities_are_merged_through_the_page() -> None:
    client = signed_in(User.objects.create_superuser("s@example.org"))
    for code in ("9321", "9322"):
        making.entity(code)
    sent: dict[str, Any] = {"entities": ["9321"], "on": "2027-01-01", "code": "9323", "name_fr": "Ensemble"}
    response = client.post(reverse("entities_merge"), sent)
    assert "at least two" in response.context["form"].errors["entities"][0]
    assert client.post(reverse("entities_merge"), {**sent, "entities": ["9321", "9322"]}).status_code == 302
    assert Entity.objects.get(code="9321").ends_on == dt.date(2026, 12, 31)


# --- people -----------------------------------------------------------------------------------------------------------


def _asked(client: Client, zone: Entity, **more: Any) -> Any:
    sent = {"email": "neuve@example.org", "name": "Nouvelle Personne", "role": "reader", "starts_on": "2026-01-01"}
    return client.post(reverse("person_new", args=[zone.code]), {**sent, **more})


def test_without_mail_the_link_is_shown_once(settings: Any) -> None:
    settings.EMAIL_HOST = ""
    zone = making.entity()
    client = signed_in(making.person((zone, "administrator")))
    assert _asked(client, zone).status_code == 302
    url = reverse("people", args=[zone.code])
    shown = client.get(url).content.decode()
    link = re.search(r'value="(http://testserver/invitation/[^"]+)"', shown)
    assert link is not None and mail.outbox == []
    assert "/invitation/" not in client.get(url).content.decode()
    assert client.get(url)["Cache-Control"].startswith("max-age=0") or "no-store" in client.get(url)["Cache-Control"]
    assert Client().get(link[1]).status_code == 200


def test_with_mail_the_link_is_sent(settings: Any) -> None:
    settings.EMAIL_HOST = "mail.example.org"
    zone = making.entity()
    client = signed_in(making.person((zone, "administrator"), name="L’Administratrice"), "fr")
    _asked(client, zone)
    (message,) = mail.outbox
    assert message.to == ["neuve@example.org"] and "\n" not in message.subject
    assert "L’Administratrice vous invite" in message.body and "http://testserver/invitation/" in message.body
    assert "/invitation/" not in client.get(reverse("people", args=[zone.code])).content.decode()


def test_mail_that_does_not_leave_undoes_the_invitation(settings: Any) -> None:
    settings.EMAIL_HOST, settings.EMAIL_BACKEND = "127.0.0.1", "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 9
    zone = making.entity()
    response = _asked(signed_in(making.person((zone, "administrator"))), zone)
    assert response.status_code == 400 and "did not leave" in response.content.decode()
    assert not zone.offers.exists()


def test_who_keeps_no_people_sees_no_addresses() -> None:
    zone = making.entity()
    other = making.adviser(zone)
    page = text_of(signed_in(making.person((zone, "reader"))), reverse("people", args=[zone.code]))
    assert other.name in page and other.email not in page and "Give a role" not in page


def test_a_role_is_ended_through_the_page() -> None:
    zone = making.entity()
    client, other = signed_in(making.person((zone, "administrator"))), making.adviser(zone)
    role = RoleAssignment.objects.get(user=other)
    url = reverse("role_end", args=[zone.code, role.pk])
    assert client.post(url, {"on": "2026-03-31"}).status_code == 302
    role.refresh_from_db()
    assert role.ends_on == dt.date(2026, 3, 31)
    assert "Roles that have ended (1)" in text_of(client, reverse("people", args=[zone.code]))


@pytest.mark.parametrize("do", ["close", "factors", "password"])
def test_an_account_is_mended_or_closed(do: str, settings: Any) -> None:
    settings.EMAIL_HOST = ""
    zone = making.entity()
    client, other = signed_in(making.person((zone, "administrator"))), making.person((zone, "reader"))
    url = reverse("account", args=[zone.code, other.pk])
    assert client.post(url, {"do": do}).status_code == 302
    assert User.objects.get(pk=other.pk).is_active is (do != "close")
    if do == "password":
        shown = client.get(reverse("people", args=[zone.code])).content.decode()
        link = re.search(r'value="(http://testserver[^"]+)"', shown)
        assert link is not None
        browser = Client()
        form = browser.get(link[1], follow=True)
        browser.post(form.redirect_chain[-1][0], {"password1": PASSWORD, "password2": PASSWORD})
        assert User.objects.get(pk=other.pk).check_password(PASSWORD)


def test_a_person_is_erased_only_when_one_is_sure() -> None:
    zone = making.entity()
    client, other = signed_in(making.person((zone, "administrator"))), making.person((zone, "reader"), name="Partante")
    url = reverse("account", args=[zone.code, other.pk])
    assert client.post(url, {"do": "erase"}).status_code == 400
    assert client.post(url, {"do": "erase", "sure": "on"}).status_code == 302
    assert "Partante" not in text_of(client, reverse("people", args=[zone.code]))
    assert "erased person" in text_of(client, reverse("people", args=[zone.code]))


# --- units ------------------------------------------------------------------------------------------------------------


def test_an_owner_that_is_no_unit_becomes_one_or_another_name() -> None:
    zone = making.entity()
    adviser = making.adviser(zone)
    making.document(zone, adviser)
    client, url = signed_in(adviser), reverse("units", args=[zone.code])
    assert "OPS" in part(text_of(client, url), "Owners that are no unit", "Filrouge")
    made = {"abbreviation": "DirOps", "name_fr": "Opérations"}
    assert client.post(f"{reverse('unit_new', args=[zone.code])}?abbreviation=OPS", made).status_code == 302
    unit = Unit.objects.get()
    client.post(reverse("unit_name", args=[zone.code]), {"name": "OPS", "unit": str(unit.pk)})
    unit.refresh_from_db()
    assert unit.aliases == ["OPS"]
    page = text_of(client, url)
    assert "Owners that are no unit" not in page
    assert "Lettre de mission" in text_of(client, reverse("unit", args=[zone.code, unit.pk]))


def test_an_abbreviation_that_nothing_explains_is_reported_where_it_stands() -> None:
    zone = making.entity()
    adviser = making.adviser(zone)
    stored = making.document(zone, adviser)
    section = Section.objects.filter(document=stored).order_by("position")[0]
    words = Words(fr="<p>Le SAIOD suit chaque dossier avec la CLSI (Cellule locale de sécurité intégrale).</p>")
    Section.objects.filter(pk=section.pk).update(body=words)
    page = text_of(signed_in(adviser), reverse("units", args=[zone.code]))
    assert "SAIOD" in part(page, "Abbreviations that nothing explains", "spelled out nowhere") or "SAIOD" in page
    assert "Cellule locale de sécurité intégrale" in page.split("Abbreviations that the documents spell out")[1]
    Unit.objects.create(entity=zone, abbreviation="SAIOD")
    assert "Abbreviations that nothing explains" not in text_of(signed_in(adviser), reverse("units", args=[zone.code]))


def test_a_name_that_is_no_unit_is_put_on_record_and_taken_back() -> None:
    zone = making.entity()
    adviser = making.adviser(zone)
    stored = making.document(zone, adviser)
    section = Section.objects.filter(document=stored).order_by("position")[0]
    Section.objects.filter(pk=section.pk).update(body=Words(fr="<p>La zone emploie le logiciel ZQLOG.</p>"))
    client, url = signed_in(adviser), reverse("units", args=[zone.code])
    assert "ZQLOG" in part(text_of(client, url), "Abbreviations that nothing explains", "Filrouge")
    page = f"{reverse('no_unit', args=[zone.code])}?name=ZQLOG"
    assert 'value="ZQLOG"' in client.get(page).content.decode()
    assert client.post(page, {"name": "ZQLOG", "reason": " "}).status_code == 400
    assert client.post(page, {"name": "ZQLOG", "reason": "un logiciel"}).status_code == 302
    said = text_of(client, url)
    assert "Abbreviations that nothing explains" not in said
    assert "un logiciel" in part(said, "Names that are no unit", "Filrouge") and adviser.name in said
    assert "Look at it again" not in text_of(signed_in(making.person((zone, "reader"))), url)
    client.post(reverse("no_unit_undo", args=[zone.code, NoUnit.objects.get().pk]))
    assert "ZQLOG" in part(text_of(client, url), "Abbreviations that nothing explains", "Filrouge")


def test_a_unit_that_takes_the_name_ends_what_was_said_of_it() -> None:
    zone = making.entity()
    adviser = making.adviser(zone)
    services.say_no_unit(adviser, zone, "dqzt", "une société")
    services.say_no_unit(adviser, zone, "DQZT", "un programme")
    assert NoUnit.objects.get().reason == "un programme"
    services.add_unit(adviser, zone, abbreviation="DQZT")
    assert not NoUnit.objects.exists()
    page = reverse("no_unit", args=[zone.code])
    response = signed_in(adviser).post(page, {"name": "DQZT", "reason": "une loi"})
    assert response.status_code == 400 and "stands for the unit DQZT already" in response.content.decode()


def test_a_unit_changed_by_two_keeps_both_texts_for_the_second() -> None:
    zone = making.entity()
    adviser = making.adviser(zone)
    unit = services.add_unit(adviser, zone, abbreviation="RH", mission=Words(fr="Recruter"))
    url = reverse("unit", args=[zone.code, unit.pk])
    sent = {"abbreviation": "RH", "version": "1"}
    assert signed_in(adviser).post(url, {**sent, "mission_fr": "Recruter et former"}).status_code == 302
    response = signed_in(adviser).post(url, {**sent, "mission_fr": "Recruter beaucoup de monde"})
    assert response.status_code == 409
    assert "Recruter beaucoup de monde" in response.content.decode() and "et former" in response.content.decode()


# --- stakeholders -----------------------------------------------------------------------------------------------------


def test_a_pasted_list_is_read_then_added() -> None:
    zone = making.entity()
    adviser = making.adviser(zone)
    client, url = signed_in(adviser), reverse("stakeholders_list", args=[zone.code])
    services.add_stakeholder(adviser, zone, name="CPAS")
    read = client.post(url, {"text": "Justice :\nParquet de Liège\nPartenaires :\nCPAS\nÉcoles"})
    found = read.context["found"]
    assert [(one.category, one.name, there) for one, there in found] == [
        ("Justice", "Parquet de Liège", False),
        ("Partenaires", "CPAS", True),
        ("Partenaires", "Écoles", False),
    ]
    assert Stakeholder.objects.count() == 1
    sent = {
        "do": "add",
        "name": [one.name for one, _ in found],
        "category": [one.category for one, _ in found],
        "take": ["0", "1", "99", "x"],
    }
    assert client.post(url, sent).status_code == 302
    assert set(Stakeholder.objects.values_list("name", "category")) == {("CPAS", ""), ("Parquet de Liège", "Justice")}


def test_a_list_is_taken_from_a_section() -> None:
    zone = making.entity()
    adviser = making.adviser(zone)
    stored = making.document(zone, adviser)
    section = Section.objects.filter(document=stored).order_by("position")[0]
    body = Words(fr="<p>Autorités :</p><ul><li>Bourgmestre ;</li><li>Procureur du Roi.</li></ul>")
    Section.objects.filter(pk=section.pk).update(body=body)
    read = signed_in(adviser).post(
        reverse("stakeholders_list", args=[zone.code]), {"section": str(section.pk), "text": ""}
    )
    assert [(one.category, one.name) for one, _ in read.context["found"]] == [
        ("Autorités", "Bourgmestre"),
        ("Autorités", "Procureur du Roi"),
    ]


def test_two_lines_become_one_and_drafts_follow() -> None:
    zone = making.entity()
    adviser = making.adviser(zone)
    stored = making.document(zone, adviser)
    Objective.objects.filter(document=stored, parent=None).update(stakeholders=["le parquet", "CPAS"])
    kept = services.add_stakeholder(adviser, zone, name="Parquet")
    gone = services.add_stakeholder(adviser, zone, name="Le parquet", category="Justice", description="Attend.")
    client = signed_in(adviser)
    page = text_of(client, reverse("stakeholders", args=[zone.code]))
    assert "1 pair of names seems to mean one party" in page and "Named by objectives, not in the register CPAS" in page
    client.post(reverse("stakeholders_merge", args=[zone.code]), {"keep": str(kept.pk), "gone": str(gone.pk)})
    assert Objective.objects.get(document=stored, parent=None).stakeholders == ["Parquet", "CPAS"]
    kept.refresh_from_db()
    assert (kept.category, kept.description) == ("Justice", "Attend.")
    assert not Stakeholder.objects.filter(pk=gone.pk).exists()
    assert "Réduire les vols" in text_of(client, reverse("stakeholder", args=[zone.code, kept.pk]))


# --- profile ----------------------------------------------------------------------------------------------------------


def test_an_answer_is_kept_marked_when_old_and_used_in_a_section() -> None:
    zone = making.entity()
    adviser = making.adviser(zone)
    stored = making.document(zone, adviser)
    client = signed_in(adviser)
    url = reverse("profile_answer", args=[zone.code, "staffing"])
    sent = {"answer_fr": "86 agents\n<b>et</b> 9 vacants", "as_of": "2020-01-31", "source": "Service RH", "version": ""}
    assert client.post(url, {**sent, "as_of": "2999-01-01"}).status_code == 400
    assert client.post(url, sent).status_code == 302
    page = text_of(client, reverse("profile", args=[zone.code]))
    assert "1 answer is old" in page and "Service RH" in page
    section = Section.objects.filter(document=stored).order_by("position")[0]
    client.post(reverse("profile_reuse", args=[zone.code, "staffing"]), {"section": str(section.pk)})
    section.refresh_from_db()
    assert section.body.fr.endswith("<p>86 agents</p><p>&lt;b&gt;et&lt;/b&gt; 9 vacants</p>")
    assert section.body.fr.startswith("<p>Texte")
    assert section.events.order_by("-pgh_id")[0].pgh_context.metadata["person"] == str(adviser.person_id)


def test_an_answer_goes_into_no_document_that_is_closed_or_of_others() -> None:
    zone, other = making.entity(), making.entity()
    adviser = making.person((zone, "policy_adviser"), (other, "policy_adviser"))
    services.answer_profile(adviser, zone, "area", None, answer=Words(fr="112"), as_of=None, source="")
    stored = making.document(zone, adviser)
    elsewhere = making.document(other, adviser)
    type(stored).objects.filter(pk=stored.pk).update(state="adopted")
    url = reverse("profile_reuse", args=[zone.code, "area"])
    for document in (stored, elsewhere):
        section = Section.objects.filter(document=document)[0]
        response = signed_in(adviser).post(url, {"section": str(section.pk)})
        assert response.status_code == 400
        section.refresh_from_db()
        assert "112" not in section.body.fr
    assert signed_in(adviser).get(reverse("profile_answer", args=[zone.code, "moon"])).status_code == 404
    assert ProfileAnswer.objects.count() == 1


# --- roles and library ------------------------------------------------------------------------------------------------


def test_the_table_of_roles_is_the_one_that_is_asked() -> None:
    page = text_of(signed_in(making.person()), "/roles/")
    assert "policy adviser" in page and "keep roles and invitations" in page


def test_the_library_is_taken_in_by_whoever_administers() -> None:
    client = signed_in(User.objects.create_superuser("s@example.org"))
    assert "Take in the update" in text_of(client, "/library/")
    assert client.post("/library/").status_code == 302
    assert "Everything that the installed program brings is here" in text_of(client, "/library/")
    item = LibraryItem.objects.get(slug="mission-letter", current=True)
    older = item.text.replace("- id: foreword", "- id: preface").replace("- id: curriculum", "- id: old-part")
    LibraryItem.objects.filter(pk=item.pk).update(text=older, digest="0" * 64)
    page = text_of(client, "/library/")
    assert "Take in the update" in page and "1 section is added" in page and "No longer there:" in page
    assert client.post("/library/").status_code == 302
    assert LibraryItem.objects.filter(slug="mission-letter").count() == 2


@pytest.mark.parametrize(
    ("language", "tag"), [("fr", "contrôle et stimulation"), ("nl", "stimulering"), ("de", "Kontrolle")]
)
def test_the_library_shows_the_instruments_of_integrity_with_their_tags(language: str, tag: str) -> None:
    page = html.unescape(signed_in(making.person(), language).get("/library/").content.decode())
    known = catalogue("integrity")
    assert known.title[language] in page
    assert [one.id for one in known.instruments if one.title[language] not in page] == []
    assert f"<td>{tag}</td>" in page
    assert page.count('<details class="fold large">') == len(known.functions) + 2
