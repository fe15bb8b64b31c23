"""The tree, the register and each of their lines: built, moved, written, followed."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from filrouge.apps.coherence.selectors import smart_of
from filrouge.apps.documents.models import Document
from filrouge.apps.objectives import services
from filrouge.apps.objectives.models import Action, Objective
from filrouge.apps.objectives.selectors import plan_of
from filrouge.apps.organisation.models import Unit
from filrouge.domain.model.plan import Words
from tests import making
from tests.web.documents.test_smoke import adopted, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def document() -> Document:
    return making.document(making.entity(), content=making.plan(4, actions=3))


@pytest.fixture
def client(document: Document) -> Client:
    return signed_in(making.adviser(document.entity))


def of(document: Document, number: str) -> Objective:
    return document.objectives.get(number=number)


def fields(one: Objective, **more: object) -> dict[str, object]:
    known = {
        "version": one.version, "number": one.number, "kind": one.kind, "text_fr": one.text.fr, "text_nl": "",
        "owners_other": "; ".join(one.owners), "deadline": one.deadline, "deadline_on": one.deadline_on or "",
        "quantity": one.quantity, "quantity_value": one.quantity_value or "", "quantity_unit": one.quantity_unit,
        "shown_deadline": one.deadline, "shown_quantity": one.quantity, "section": one.section_id or "",
    }  # fmt: skip
    return {**known, **more}


def order(document: Document) -> list[str]:
    return [one.number for one in plan_of(document.pk).objectives]


def test_lines_are_moved_by_steps_and_by_dropping(document: Document, client: Client) -> None:
    move = reverse("objectives_move", args=[document.pk])
    assert client.post(move, {"node": of(document, "1.2").pk, "to": "up"}).status_code == 302
    assert order(document) == ["1", "1.2", "1.1", "1.3"]
    assert client.post(move, {"node": of(document, "1.1").pk, "to": "in"}).status_code == 302
    assert of(document, "1.1").parent == of(document, "1.2")
    assert client.post(move, {"node": of(document, "1.1").pk, "to": "out"}).status_code == 302
    assert order(document) == ["1", "1.2", "1.1", "1.3"]
    dropped = {"node": of(document, "1.3").pk, "parent": "", "before": of(document, "1").pk}
    answer = client.post(move, dropped, headers={"hx-request": "true"})
    assert answer.status_code == 200
    assert 'id="tree"' in answer.content.decode()
    assert order(document) == ["1.3", "1", "1.2", "1.1"]


def test_an_action_moves_to_another_objective_with_its_shares(document: Document, client: Client) -> None:
    move = reverse("objectives_move", args=[document.pk])
    action = Action.objects.filter(document=document).first()
    assert action is not None
    target = of(document, "1.3")
    assert client.post(move, {"node": action.pk, "parent": target.pk, "before": ""}).status_code == 302
    kept = action.contributions.get()
    assert (kept.objective, kept.budget_share) == (target, 100)
    assert client.post(move, {"node": of(document, "1.2").pk, "parent": action.pk, "before": ""}).status_code == 400
    assert client.post(move, {"node": action.pk, "parent": "", "before": ""}).status_code == 302
    assert action.contributions.count() == 0
    assert "without_parent" in client.get(reverse("objectives", args=[document.pk])).content.decode()


def test_actions_change_places_among_themselves(document: Document, client: Client) -> None:
    move = reverse("objectives_move", args=[document.pk])
    actions = list(document.actions.order_by("position"))
    assert client.post(move, {"node": actions[2].pk, "to": "up"}).status_code == 302
    assert [one.pk for one in document.actions.order_by("position")] == [actions[0].pk, actions[2].pk, actions[1].pk]


def test_an_objective_does_not_move_under_itself(document: Document, client: Client) -> None:
    move = reverse("objectives_move", args=[document.pk])
    answer = client.post(move, {"node": of(document, "1").pk, "parent": of(document, "1.1").pk, "before": ""})
    assert answer.status_code == 400
    assert order(document) == ["1", "1.1", "1.2", "1.3"]


def test_lines_are_added_at_the_same_place_one_after_the_other(document: Document, client: Client) -> None:
    add = reverse("objective_add", args=[document.pk])
    under = of(document, "1.3")
    answer = client.post(add, {"kind": "action", "under": under.pk, "text": "Former les équipes"})
    assert f"under={under.pk}" in answer.headers["Location"]
    made = Action.objects.get(text__fr="Former les équipes")
    assert (made.contributions.get().objective, made.section) == (under, under.section)
    assert client.post(add, {"kind": "objective", "under": "", "text": ""}).status_code == 400
    assert client.post(add, {"kind": "objective", "under": "", "text": "En haut"}).status_code == 302
    assert Objective.objects.get(text__fr="En haut").parent is None


def test_filters_stand_in_the_address_and_everybody_answers_for_each(document: Document, client: Client) -> None:
    services.edit_objective(making.adviser(document.entity), of(document, "1.3"), 1, owners=["Tous"])
    page = reverse("objectives", args=[document.pk])
    by_owner = client.get(page, {"owner": "OPS"}).content.decode()
    assert "numéro 3 de" in by_owner
    late = client.get(page, {"q": "vol numero 2"}).content.decode()
    assert "1 of 7 lines" in late
    missing = client.get(page, {"gap": "without_action"}).content.decode()
    assert "2 of 7 lines" in missing
    owners = client.get(reverse("objectives_owners", args=[document.pk])).content.decode()
    assert "1 line names everybody" in owners


def test_words_are_resolved_and_shown_before_they_are_saved(document: Document, client: Client) -> None:
    one = of(document, "1.1")
    url = reverse("objective_edit", args=[one.pk])
    answer = client.post(url, fields(one, deadline="pour le 30 juin 2028"))
    assert answer.status_code == 200
    assert 'value="2028-06-30"' in answer.content.decode()
    one.refresh_from_db()
    assert one.deadline == "fin 2027"
    sent = fields(one, deadline="pour le 30 juin 2028", deadline_on="2028-06-30", shown_deadline="pour le 30 juin 2028")
    assert client.post(url, sent).status_code == 302
    one.refresh_from_db()
    assert (one.deadline, one.deadline_on) == ("pour le 30 juin 2028", dt.date(2028, 6, 30))


def test_the_page_of_an_objective_says_how_firm_it_is(document: Document, client: Client) -> None:
    one = of(document, "1.1")
    page = client.get(reverse("objective", args=[one.pk])).content.decode()
    for verdict in smart_of(one).letters:  # type: ignore[union-attr]
        assert f'class="verdict is-{verdict.verdict}"><dt>{verdict.letter} · ' in page
        for quote in verdict.words:
            assert f"« {quote} »" in page
    assert page.count('class="verdict is-') == 5
    services.edit_objective(making.adviser(document.entity), one, 1, commitment="result", deadline="", deadline_on=None)
    one.refresh_from_db()
    page = client.get(reverse("objective", args=[one.pk])).content.decode()
    assert 'class="verdict is-not"><dt>T · ' in page
    assert page.count("declared</span> <strong>") == 1
    action = client.get(reverse("action", args=[document.actions.first().pk])).content.decode()
    assert 'class="verdict' not in action


def test_the_margin_says_at_once_what_a_saved_objective_brings(document: Document, client: Client) -> None:
    one, page = of(document, "1.1"), reverse("document", args=[document.pk])
    assert "DOC104" not in client.get(page).content.decode()
    sent = fields(one, text_fr="Réduire les vols de XX % en <année>")
    assert client.post(reverse("objective_edit", args=[one.pk]), sent).status_code == 302
    assert "DOC104" in client.get(page).content.decode()
    one.refresh_from_db()
    sent = fields(one, text_fr="Réduire les vols de 10 % en 2027")
    assert client.post(reverse("objective_edit", args=[one.pk]), sent).status_code == 302
    assert "DOC104" not in client.get(page).content.decode()


def test_no_day_is_invented_for_vague_words(document: Document, client: Client) -> None:
    one = of(document, "1.1")
    url = reverse("objective_edit", args=[one.pk])
    page = client.post(url, fields(one, deadline="dès que possible")).content.decode()
    assert "none is invented" in page
    resolved = client.get(
        reverse("objectives_resolved", args=[document.pk]), {"deadline": "fin 2027", "quantity": "peu"}
    )
    assert "2027-12-31" in resolved.content.decode()
    assert "no figure" in resolved.content.decode()


def test_two_who_write_one_objective_see_both_texts_and_lose_none(document: Document) -> None:
    one = of(document, "1.1")
    url = reverse("objective_edit", args=[one.pk])
    first, second = (signed_in(making.adviser(document.entity)) for _ in range(2))
    assert first.post(url, fields(one, text_fr="La première version")).status_code == 302
    answer = second.post(url, fields(one, text_fr="La seconde version", owners_other="RECH"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "La première version" in page
    assert "La seconde version" in page
    one.refresh_from_db()
    assert (one.text.fr, one.owners) == ("La première version", ["OPS"])
    sent = fields(one, text_fr="Les deux versions", owners_other="RECH")
    assert second.post(url, sent).status_code == 302
    one.refresh_from_db()
    assert (one.text.fr, one.owners) == ("Les deux versions", ["RECH"])


def test_units_are_ticked_and_keep_the_documents_spelling(document: Document, client: Client) -> None:
    Unit.objects.create(entity=document.entity, abbreviation="OPS", name=Words(fr="Opérations"), aliases=["Ops."])
    Unit.objects.create(entity=document.entity, abbreviation="RECH", name=Words(fr="Recherche"))
    one = of(document, "1.1")
    services.edit_objective(making.adviser(document.entity), one, 1, owners=["Ops."])
    one.refresh_from_db()
    sent = fields(one, owners_units=["OPS", "RECH"], owners_other="Parquet")
    assert client.post(reverse("objective_edit", args=[one.pk]), sent).status_code == 302
    one.refresh_from_db()
    assert one.owners == ["Ops.", "RECH", "Parquet"]


def test_shares_that_do_not_add_up_are_refused_and_stay_on_the_page(document: Document, client: Client) -> None:
    action = document.actions.order_by("position")[0]
    url = reverse("action_serves", args=[action.pk])
    served, other = action.contributions.get().objective, of(document, "1.2")
    assert client.post(url, {f"budget-{served.pk}": "100", "add": other.pk}).status_code == 400
    assert client.post(url, {f"budget-{served.pk}": "", "add": other.pk}).status_code == 302
    answer = client.post(url, {f"budget-{served.pk}": "60", f"budget-{other.pk}": "30"})
    assert answer.status_code == 400
    assert "add up to 90" in answer.content.decode()
    assert client.post(url, {f"budget-{served.pk}": "60", f"budget-{other.pk}": "40"}).status_code == 302
    assert sorted(one.budget_share for one in action.contributions.all()) == [40, 60]
    assert client.post(url, {f"drop-{served.pk}": "on", f"budget-{other.pk}": "100"}).status_code == 302
    assert action.contributions.get().objective == other


def test_a_contributor_writes_only_for_the_own_unit(document: Document) -> None:
    zone = document.entity
    own = Unit.objects.create(entity=zone, abbreviation="OPS", name=Words(fr="Opérations"))
    other = Unit.objects.create(entity=zone, abbreviation="RECH", name=Words(fr="Recherche"))
    one = of(document, "1.1")
    url = reverse("objective_edit", args=[one.pk])
    stranger = signed_in(making.person((zone, "contributor"), unit=other))
    assert stranger.get(url).status_code == 403
    mine = signed_in(making.person((zone, "contributor"), unit=own))
    assert mine.post(url, fields(one, owners_units=["OPS"], owners_other="", baseline="42 en 2024")).status_code == 302
    one.refresh_from_db()
    assert one.baseline == "42 en 2024"
    assert (
        mine.post(reverse("objective_add", args=[document.pk]), {"kind": "objective", "text": "x"}).status_code == 403
    )


def test_how_an_action_goes_is_said_after_the_adoption(document: Document) -> None:
    zone = document.entity
    own = Unit.objects.create(entity=zone, abbreviation="OPS", name=Words(fr="Opérations"))
    adopted(document)
    action = document.actions.order_by("position")[0]
    mine = signed_in(making.person((zone, "contributor"), unit=own))
    sent = {"version": action.version, "state": "under_way", "progress": "40", "details_fr": "", "details_nl": ""}
    assert mine.post(reverse("action_follow", args=[action.pk]), sent).status_code == 302
    action.refresh_from_db()
    assert (action.state, action.progress) == ("under_way", 40)
    assert mine.post(reverse("action_follow", args=[action.pk]), {**sent, "progress": "400"}).status_code == 200
    reader = signed_in(making.person((zone, "reader")))
    assert reader.get(reverse("action", args=[action.pk])).status_code == 200
    assert reader.get(reverse("action_follow", args=[action.pk])).status_code == 403


def test_what_is_removed_needs_a_reason_and_leaves_what_is_below(document: Document, client: Client) -> None:
    one = of(document, "1")
    url = reverse("objective_remove", args=[one.pk])
    assert client.post(url, {"why": ""}).status_code == 200
    assert client.post(url, {"why": "Doublon"}).status_code == 302
    assert order(document) == ["1.1", "1.2", "1.3"]


def test_another_entity_gets_nothing(document: Document) -> None:
    client = signed_in(making.adviser(making.entity()))
    one, action = of(document, "1.1"), document.actions.all()[0]
    for name, pk in (
        ("objective", one.pk),
        ("objective_edit", one.pk),
        ("action", action.pk),
        ("action_serves", action.pk),
    ):
        assert client.get(reverse(name, args=[pk])).status_code == 404
    assert client.get(reverse("year_plan", args=[document.entity.code])).status_code == 404


def test_actions_of_a_year_are_assigned_in_place(document: Document, client: Client) -> None:
    Unit.objects.create(entity=document.entity, abbreviation="RECH", name=Words(fr="Recherche"))
    page = reverse("year_plan", args=[document.entity.code])
    for by in ("objective", "owner", "state"):
        assert "Action numéro 1" in client.get(page, {"year": 2027, "by": by}).content.decode()
    assert "Action numéro 1" not in client.get(page, {"year": 2040}).content.decode()
    action = document.actions.all()[0]
    assert f'name="version" value="{action.version}"' in client.get(page, {"year": 2027}).content.decode()
    sent = {"action": action.pk, "owner": "RECH", "next": f"{page}?year=2027", "version": action.version}
    answer = client.post(reverse("year_assign", args=[document.entity.code]), sent)
    assert answer.headers["Location"].startswith(page)
    action.refresh_from_db()
    assert action.owners == ["RECH"]
    reader = signed_in(making.person((document.entity, "contributor")))
    assert reader.post(reverse("year_assign", args=[document.entity.code]), sent).status_code == 403


def test_of_two_who_assign_the_same_action_the_second_is_asked(document: Document, client: Client) -> None:
    for name in ("RECH", "PROX"):
        Unit.objects.create(entity=document.entity, abbreviation=name, name=Words(fr=name))
    action = document.actions.all()[0]
    url, seen = reverse("year_assign", args=[document.entity.code]), action.version
    client.post(url, {"action": action.pk, "owner": "RECH", "version": seen})
    answer = client.post(url, {"action": action.pk, "owner": "PROX", "version": seen})
    action.refresh_from_db()
    assert (answer.status_code, action.owners) == (409, ["RECH"])
    page = answer.content.decode()
    assert "RECH" in page
    assert f'name="version" value="{action.version}"' in page
    again = client.post(url, {"action": action.pk, "owner": "PROX", "version": action.version})
    action.refresh_from_db()
    assert (again.status_code, action.owners) == (302, ["PROX"])
    unseen = client.post(url, {"action": action.pk, "owner": "RECH"})
    action.refresh_from_db()
    assert (unseen.status_code, action.owners) == (409, ["PROX"])


def test_a_large_tree_is_shown_branch_by_branch(client: Client, document: Document) -> None:
    large = making.document(document.entity, content=making.plan(500, actions=1))
    page = client.get(reverse("objectives", args=[large.pk])).content.decode()
    assert "1–200 of 499" in page
    assert page.count('class="node') < 250
    top = of(large, "1")
    later = client.get(reverse("objectives", args=[large.pk]), {"branch": top.pk, "from": 400}).content.decode()
    assert "numéro 450" in later
