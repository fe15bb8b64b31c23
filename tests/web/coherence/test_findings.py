"""The pages of remarks: what they show, to whom, filtered by the address, and as files."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from dataclasses import replace

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from filrouge.apps.accounts.models import User
from filrouge.apps.coherence import services
from filrouge.apps.coherence.models import StoredWaiver
from filrouge.apps.coherence.selectors import findings_of
from filrouge.apps.documents.models import Document
from filrouge.apps.objectives.selectors import plan_of
from filrouge.apps.organisation.models import Unit
from filrouge.domain.model import LANGUAGES
from filrouge.domain.model.plan import Words
from filrouge.web.coherence.views import findings as views
from tests import making
from tests.apps.test_coherence import plan_with_faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def adviser() -> User:
    return making.adviser(making.entity())


@pytest.fixture
def document(adviser: User) -> Document:
    return making.document(adviser.roles.get().entity, adviser, plan_with_faults())


def signed_in(user: User, language: str = "fr") -> Client:
    client = Client(headers={"accept-language": language})
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def page(user: User, name: str, document: Document, query: str = "", language: str = "fr", **more: object) -> str:
    answer = signed_in(user, language).get(reverse(name, args=[document.pk, *more.values()]) + query)
    assert answer.status_code == 200, answer.content[:500]
    return answer.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_remark_is_shown_in_the_language_of_the_reader(document: Document, adviser: User, language: str) -> None:
    shown = page(adviser, "findings", document, language=language)
    for one in findings_of(document, language).open:
        assert f'id="{one.key}"' in shown
    assert 'href="/d/' in shown


def test_filters_stand_in_the_address(document: Document, adviser: User) -> None:
    first, second = (one for one in findings_of(document, "fr").open if one.code == "DOC104")
    shown = page(adviser, "findings", document, f"?rule=DOC104&section={first.section.id}")
    assert f'id="{first.key}"' in shown
    assert f'id="{second.key}"' not in shown
    assert page(adviser, "findings", document, "?severity=error").count('class="finding') == sum(
        one.severity == "error" for one in findings_of(document, "fr").open
    )
    assert page(adviser, "findings", document, "?severity=nonsense&rule=%00").count('class="finding') >= 2


def test_what_is_set_aside_is_shown_when_asked_for_with_its_author(document: Document, adviser: User) -> None:
    services.waive(adviser, document, "DOC104", "Fixé plus tard")
    assert "Fixé plus tard" not in page(adviser, "findings", document)
    shown = page(adviser, "findings", document, "?show=waived")
    assert "Fixé plus tard" in shown
    assert adviser.name in shown
    adviser.person.erased_at, adviser.person.name = timezone.now(), ""
    adviser.person.save()
    assert "erased person" in page(adviser, "findings", document, "?show=all", language="en")


def test_a_remark_is_set_aside_and_lifted_by_forms(document: Document, adviser: User) -> None:
    client = signed_in(adviser)
    first, _ = (one for one in findings_of(document, "fr").open if one.code == "DOC104")
    address = f"{reverse('waive', args=[document.pk])}?key={first.key}"
    assert client.get(address).status_code == 200
    refused = client.post(address, {"scope": "this", "reason": " ", "until": "2020-01-01"})
    assert refused.status_code == 422
    assert not StoredWaiver.objects.exists()
    until = timezone.localdate() + dt.timedelta(days=30)
    done = client.post(address, {"scope": "this", "reason": "Arrêté attendu", "until": until.isoformat()})
    assert (done.status_code, done["Location"]) == (302, reverse("findings", args=[document.pk]))
    waiver = StoredWaiver.objects.get()
    assert (waiver.reason, waiver.until, waiver.author) == ("Arrêté attendu", until, adviser.person)
    assert sum(one.waiver is not None for one in findings_of(document, "fr").all) == 1
    lift = reverse("waiver_lift", args=[document.pk, waiver.pk])
    assert client.get(lift).status_code == 200
    assert client.post(lift, {"next": "https://elsewhere.example/"})["Location"] == reverse(
        "findings", args=[document.pk]
    )
    assert not StoredWaiver.objects.exists()


def test_a_whole_document_can_be_spared_a_rule(document: Document, adviser: User) -> None:
    first, _ = (one for one in findings_of(document, "fr").open if one.code == "DOC104")
    address = f"{reverse('waive', args=[document.pk])}?key={first.key}"
    signed_in(adviser).post(address, {"scope": "document", "reason": "Modèle"})
    assert all(one.waiver for one in findings_of(document, "fr").all if one.code == "DOC104")


def test_a_remark_that_no_longer_stands_is_told(document: Document, adviser: User) -> None:
    answer = signed_in(adviser).get(f"{reverse('waive', args=[document.pk])}?key=gone")
    assert answer.status_code == 400
    assert "ne se pose plus" in answer.content.decode()


def test_the_margin_holds_what_stands_in_a_section_and_below(document: Document, adviser: User) -> None:
    top, below = (str(document.sections.get(number=number).pk) for number in ("1", "1.1"))
    first, second = (one for one in findings_of(document, "fr").open if one.code == "DOC104")
    whole = page(adviser, "findings_margin", document, f"?section={top}")
    assert first.sentence.split("«")[0] in whole
    assert whole.count("DOC104") > page(adviser, "findings_margin", document, f"?section={below}").count("DOC104") > 0
    assert 'hx-trigger="documentChanged from:body"' in whole
    assert second.key in page(adviser, "findings_margin", document, f"?part={below}")
    assert signed_in(adviser).get(reverse("findings_margin", args=[document.pk]) + "?section=x").status_code == 404


def test_a_text_is_checked_while_it_is_written(document: Document, adviser: User) -> None:
    client, top = signed_in(adviser), document.sections.get(number="1")
    address = reverse("check_part", args=[document.pk])
    before = plan_of(document.pk)
    bad = client.post(address, {"part": str(top.pk), "body_fr": "<p>Voir <b>**-**-2031</b></p>"}).content.decode()
    good = client.post(address, {"part": str(top.pk), "body_fr": "<p>Tout est dit.</p>"}).content.decode()
    assert "DOC104" in bad
    assert "DOC104" not in good
    assert plan_of(document.pk) == before


def editor(document: Document, **more: object) -> dict[str, object]:
    """What the editor of an objective sends while one writes."""
    one = plan_of(document.pk).objectives[1]
    known = {
        "part": one.id, "version": "1", "number": one.number, "kind": one.kind, "text_fr": one.text.fr, "text_nl": "",
        "details_fr": "", "details_nl": "", "owners_units": ["OPS"], "owners_other": "", "starts_on": "",
        "deadline": one.deadline, "deadline_on": str(one.deadline_on), "shown_deadline": one.deadline,
        "quantity": one.quantity, "quantity_value": "10", "quantity_unit": "%", "shown_quantity": one.quantity,
        "baseline": "", "commitment": "", "stakeholders_other": "", "section": one.section or "",
    }  # fmt: skip
    return {**known, **more}


def test_an_objective_is_checked_as_its_editor_stands(adviser: User) -> None:
    zone = adviser.roles.get().entity
    document, client = making.document(zone, adviser), signed_in(adviser, "en")
    Unit.objects.create(entity=zone, abbreviation="OPS", name=Words(fr="Opérations"))
    address = reverse("check_part", args=[document.pk])

    def told(**more: object) -> str:
        answer = client.post(address, editor(document, **more), headers={"hx-request": "true"})
        assert answer.status_code == 200
        return answer.content.decode()

    assert "not saved yet" not in told()
    assert "T · " not in told()
    vague = told(deadline="dès que possible")
    assert "T · " in vague
    assert "not saved yet" in vague
    assert "T · " not in told(deadline="le 30 juin 2028")
    assert "T · " not in told(deadline="dès que possible", deadline_on="2028-06-30")
    assert "A · " not in told()
    assert "A · " in told(owners_units=[])
    assert "A · " not in told(owners_units=[], owners_other="Parquet")


def test_what_was_told_is_not_told_again(document: Document, adviser: User) -> None:
    client, top = signed_in(adviser), document.sections.get(number="1")
    address, body = reverse("check_part", args=[document.pk]), {"part": str(top.pk), "body_fr": "<p>**-**-2031</p>"}
    mark = re.search(r'name="told" value="(\w+)"', client.post(address, body).content.decode())
    assert mark is not None
    again = client.post(address, {**body, "told": mark[1]})
    assert (again.status_code, again.content) == (204, b"")
    assert client.post(address, {**body, "body_fr": "<p>Dit.</p>", "told": mark[1]}).status_code == 200


def test_whoever_writes_is_told_in_place_what_cannot_be_checked(document: Document, adviser: User) -> None:
    address = reverse("check_part", args=[document.pk])
    answer = signed_in(adviser).post(address, {"part": "gone"}, headers={"hx-request": "true"})
    assert answer.status_code == 400
    assert "unsaved" in answer.content.decode()
    assert "HX-Retarget" not in answer.headers


def test_a_new_objective_is_checked_before_it_is_there(document: Document, adviser: User) -> None:
    answer = signed_in(adviser).post(
        reverse("check_part", args=[document.pk]),
        {"kind": "strategic_objective", "text": "Réduire les vols de XX % en <année>", "deadline": "fin 2030"},
    )
    assert "DOC104" in answer.content.decode()


@pytest.mark.parametrize(
    "data",
    [
        {"part": "nothing"},
        {"kind": "nonsense", "text": "A"},
        {"kind": "objective", "text": "A", "deadline_on": "31/12/2027"},
    ],
)
def test_what_cannot_be_checked_is_said(document: Document, adviser: User, data: dict[str, str]) -> None:
    assert signed_in(adviser).post(reverse("check_part", args=[document.pk]), data).status_code == 400


def test_checking_is_bounded(document: Document, adviser: User, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.clear()
    monkeypatch.setattr(views, "CHECKS_A_MINUTE", 2)
    client, data = signed_in(adviser), {"kind": "objective", "text": "Réduire les vols"}
    answers = [client.post(reverse("check_part", args=[document.pk]), data).status_code for _ in range(4)]
    cache.clear()
    assert answers == [200, 200, 429, 429]


def test_files_hold_what_is_shown(document: Document, adviser: User) -> None:
    client, first = signed_in(adviser, "nl"), next(o for o in findings_of(document, "nl").open if o.code == "DOC104")
    query = f"?rule=DOC104&section={first.section.id}"
    for format, (kind, end) in views.FILES.items():
        answer = client.get(reverse("findings_file", args=[document.pk, format]) + query)
        assert (answer.status_code, answer["Content-Type"]) == (200, kind)
        assert answer["Content-Disposition"].endswith(f'.{end}"')
        if format == "json":
            assert "DOC104" in json.dumps(json.loads(answer.content))
        if format == "xlsx":
            sheet = load_workbook(io.BytesIO(answer.content)).worksheets[0]
            assert [row[3].value for row in sheet.iter_rows(min_row=2)] == ["DOC104"]
    assert client.get(reverse("findings_file", args=[document.pk, "exe"])).status_code == 404


def test_another_entity_sees_nothing_and_a_reader_no_draft(document: Document, adviser: User) -> None:
    waiver = services.waive(adviser, document, "DOC104", "Connu")
    addresses = [
        *(reverse(name, args=[document.pk]) for name in ("findings", "findings_margin", "waive")),
        reverse("findings_file", args=[document.pk, "xlsx"]),
        reverse("waiver_lift", args=[document.pk, waiver.pk]),
    ]
    for user in (making.adviser(making.entity()), making.person((document.entity, "reader"))):
        client = signed_in(user)
        assert [client.get(address).status_code for address in addresses] == [404] * len(addresses)
        assert client.post(reverse("check_part", args=[document.pk]), {}).status_code == 404


def test_who_may_see_but_not_waive_is_told_so(document: Document, adviser: User) -> None:
    waiver = services.waive(adviser, document, "DOC104", "Connu")
    other = making.person((document.entity, "contributor"))
    assert "/waive/" not in page(other, "findings", document, "?show=all")
    client = signed_in(other)
    assert client.get(reverse("waive", args=[document.pk]) + "?key=x").status_code == 403
    assert client.post(reverse("waiver_lift", args=[document.pk, waiver.pk])).status_code == 403


def test_a_document_without_faults_says_so(adviser: User) -> None:
    plan = replace(plan_with_faults(), sections=(), objectives=(), actions=())
    stored = making.document(adviser.roles.get().entity, adviser, plan)
    assert not findings_of(stored, "fr").open
    assert "No remarks" in page(adviser, "findings", stored, language="en")
    assert "Nothing matches" in page(adviser, "findings", stored, "?severity=error", language="en")
