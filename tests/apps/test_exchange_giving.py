"""Documents go out and come back: every field, through the database, in each format."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import docx
import pytest

from filrouge.apps.common.problems import NotAllowed, Problem
from filrouge.apps.documents.models import Document
from filrouge.apps.documents.services import record_act
from filrouge.apps.exchange.models import Departure, Export, Import
from filrouge.apps.exchange.services import giving, intake, review, settling, word_templates
from filrouge.apps.exchange.services.giving import File, Wish
from filrouge.apps.exchange.services.intake import Incoming
from filrouge.apps.objectives.models import Objective
from filrouge.apps.objectives.selectors import plan_of
from filrouge.apps.objectives.services import edit_objective
from filrouge.domain.model.plan import Plan, Words
from filrouge.formats.writers.plan.word_template import OURS
from tests import making

pytestmark = pytest.mark.django_db
FORMATS = ("word", "excel", "json")


def given(document: Document, user: Any, format: str, **more: Any) -> File:
    """A file that is made at once."""
    file = giving.give(user, document, Wish(format, "fr", **more))
    assert isinstance(file, File)
    return file


def returned(user: Any, document: Document, file: File) -> Import:
    """A file brought back and read."""
    (outcome,) = intake.bring_in(user, document.entity, [Incoming(file.name, file.data)])
    assert outcome.incoming is not None, outcome
    intake.read_import(str(outcome.incoming.pk))
    row = Import.objects.get(pk=outcome.incoming.pk)
    assert row.state == "ready", row.problem
    return row


@pytest.mark.parametrize("format", FORMATS)
def test_what_went_out_comes_back_without_a_difference(format: str) -> None:
    zone = making.entity()
    user = making.adviser(zone)
    document = making.document(zone, user, making.plan(6, 4, 3))
    row = returned(user, document, given(document, user, format))
    assert row.document == document
    found = settling.preview(row)
    assert found.merged.changes == () and found.merged.conflicts == ()


def test_json_to_another_entity_and_back_is_the_same_but_for_ids() -> None:
    here, there = making.entity(), making.entity()
    sender, receiver = making.adviser(here), making.adviser(there)
    document = making.document(here, sender, making.plan(6, 4, 3))
    file = given(document, sender, "json")
    (outcome,) = intake.bring_in(receiver, there, [Incoming(file.name, file.data)])
    assert outcome.incoming is not None
    intake.read_import(str(outcome.incoming.pk))
    row = Import.objects.get(pk=outcome.incoming.pk)
    assert row.document is None, "a document of another entity is never aimed at"
    made = review.take_in(receiver, row, row.version)
    old, new = plan_of(document.pk), plan_of(made.pk)
    assert set(old.parts).isdisjoint(new.parts)
    assert unnamed(old) == unnamed(new)


def unnamed(plan: Plan) -> Any:
    """A plan with the ranks of its parts in the place of their ids."""
    from filrouge.apps.exchange.services.targets import with_new_ids

    ranks = iter(range(10_000))
    made = with_new_ids(plan, (), lambda: f"{next(ranks)}")
    return replace(made, id="", entity="")


def edited(file: File, change: Callable[[Any], None]) -> File:
    """The Word file after somebody changed it."""
    opened = docx.Document(io.BytesIO(file.data))
    change(opened)
    out = io.BytesIO()
    opened.save(out)
    return File(file.name, file.media_type, out.getvalue())


def replaced(old: str, new: str) -> Callable[[Any], None]:
    """Somebody types other words in the place of some."""

    def change(opened: Any) -> None:
        for node in opened.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"):
            if old in (node.text or ""):
                node.text = node.text.replace(old, new)

    return change


def test_a_word_file_comes_back_against_what_it_left_from() -> None:
    zone = making.entity()
    user = making.adviser(zone)
    document = making.document(zone, user, making.plan(3))
    file = given(document, user, "word")
    assert Departure.objects.get().document == document
    there = Objective.objects.get(document=document, number="1.2")
    edit_objective(user, there, there.version, text=Words(fr="Réduire le vol numéro 2 de 20 %"))
    row = returned(user, document, edited(file, replaced("vol numéro 1 de 10 %", "vol numéro 1 de 30 %")))
    found = settling.preview(row)
    assert [(one.field, one.after) for one in found.merged.changes] == [("text", "Réduire le vol numéro 1 de 30 %")]
    assert found.merged.conflicts == ()
    settling.take_over(user, row)
    texts = [str(one.text) for one in plan_of(document.pk).objectives]
    assert texts[1:] == ["Réduire le vol numéro 1 de 30 %", "Réduire le vol numéro 2 de 20 %"]


def test_what_both_changed_is_a_conflict_that_a_person_settles() -> None:
    zone = making.entity()
    user = making.adviser(zone)
    document = making.document(zone, user, making.plan(3))
    file = given(document, user, "word")
    there = Objective.objects.get(document=document, number="1.1")
    edit_objective(user, there, there.version, text=Words(fr="Réduire le vol numéro 1 de 20 %"))
    row = returned(user, document, edited(file, replaced("vol numéro 1 de 10 %", "vol numéro 1 de 30 %")))
    (conflict,) = settling.preview(row).merged.conflicts
    assert (conflict.ours, conflict.theirs) == ("Réduire le vol numéro 1 de 20 %", "Réduire le vol numéro 1 de 30 %")
    with pytest.raises(Problem, match="unsettled"):
        settling.take_over(user, row)
    assert "20 %" in str(Objective.objects.get(pk=there.pk).text)
    row = settling.choose(user, row, [], [], {settling.key_of(conflict): "theirs"})
    settling.take_over(user, row)
    assert "30 %" in str(Objective.objects.get(pk=there.pk).text)


def test_a_paragraph_typed_outside_the_fields_is_proposed() -> None:
    zone = making.entity()
    user = making.adviser(zone)
    document = making.document(zone, user, making.plan(2))

    def typed(opened: Any) -> None:
        opened.paragraphs[-1].insert_paragraph_before("Une phrase ajoutée par un collègue.")

    row = returned(user, document, edited(given(document, user, "word"), typed))
    found = settling.preview(row)
    assert any("Une phrase ajoutée" in str(one.after) for one in found.merged.changes)


def test_a_part_that_comes_back_removes_nothing_of_the_rest() -> None:
    zone = making.entity()
    user = making.adviser(zone)
    document = making.document(zone, user, making.plan(3, 3))
    section = plan_of(document.pk).sections[0].id
    row = returned(user, document, given(document, user, "word", part=section))
    assert settling.preview(row).merged.changes == ()


def test_a_sealed_document_takes_nothing_over() -> None:
    zone = making.entity()
    user = making.adviser(zone)
    document = making.document(zone, user, making.plan(2))
    row = returned(user, document, edited(given(document, user, "word"), replaced("10 %", "30 %")))
    import datetime as dt

    record_act(user, document, kind="adoption", on=dt.date(2026, 1, 1))
    with pytest.raises(Problem, match="not-a-draft"):
        settling.take_over(user, row)
    row.refresh_from_db()
    assert row.state == "ready"


def test_leaving_out_a_part_that_another_needs_is_refused() -> None:
    zone = making.entity()
    user = making.adviser(zone)
    document = making.document(zone, user, making.plan(2))
    plan = plan_of(document.pk)
    top = replace(plan.objectives[0], id="a" * 8 + plan.objectives[0].id[8:], number="9", text=Words(fr="Neuf"))
    below = replace(plan.objectives[1], id="b" * 8 + plan.objectives[1].id[8:], parent=top.id, number="9.1")
    wanted = replace(plan, objectives=(*plan.objectives, top, below))
    from filrouge.domain.model.plan_json import canonical

    row = returned(user, document, File("plan.json", "", canonical(wanted).encode()))
    found = settling.preview(row)
    added = {str(getattr(one.after, "number", "")): settling.key_of(one) for one in found.merged.changes}
    row = settling.choose(user, row, added.values(), [added["9.1"]], {})
    with pytest.raises(Problem, match="torn"):
        settling.take_over(user, row)
    assert plan_of(document.pk) == plan


def test_ids_that_a_file_claims_never_touch_another_document() -> None:
    zone = making.entity()
    user = making.adviser(zone)
    mine, other = making.document(zone, user, making.plan(2)), making.document(zone, user, making.plan(2))
    victim = plan_of(other.pk)
    from filrouge.domain.model.plan_json import canonical

    forged = replace(
        plan_of(mine.pk), objectives=(*plan_of(mine.pk).objectives, replace(victim.objectives[0], section=None))
    )
    row = returned(user, mine, File("plan.json", "", canonical(forged).encode()))
    settling.take_over(user, row)
    assert plan_of(other.pk) == victim
    assert len(plan_of(mine.pk).objectives) == 3


@pytest.mark.parametrize("format", ["word", "pdf", "excel", "json"])
def test_who_may_not_export_gets_nothing(format: str) -> None:
    zone = making.entity()
    document = making.document(zone)
    with pytest.raises(NotAllowed):
        giving.give(making.person((zone, "reader")), document, Wish(format, "fr"))
    assert not Departure.objects.exists()


@pytest.mark.parametrize("format", ["word", "pdf", "excel", "json"])
def test_every_format_is_made_with_a_safe_name(format: str) -> None:
    zone = making.entity()
    user = making.adviser(zone)
    named = replace(making.plan(2), title=Words(fr="Lettre / de « mission »: été\u202e.exe"))
    file = given(making.document(zone, user, named), user, format)
    assert file.name.startswith(f"{zone.code.lower()}-lettre-de-mission-ete") and file.name.isascii()
    assert not set(file.name) & set('/\\:*?"<>| ') and "projet" in file.name
    heads = {"word": b"PK", "excel": b"PK", "pdf": b"%PDF", "json": b"{"}
    assert file.data.startswith(heads[format])


def test_a_large_document_is_made_by_a_job() -> None:
    zone = making.entity()
    user = making.adviser(zone)
    document = making.document(zone, user, making.plan(450, 2, 0))
    job = giving.give(user, document, Wish("word", "fr"))
    assert isinstance(job, Export) and job.state == "waiting"
    giving.make_export(str(job.pk))
    job.refresh_from_db()
    assert job.state == "ready", job.problem
    assert giving.file_of(job).data.startswith(b"PK")


def test_a_job_asks_for_the_right_again() -> None:
    zone = making.entity()
    user = making.adviser(zone)
    document = making.document(zone, user, making.plan(450, 2, 0))
    job = giving.give(user, document, Wish("word", "fr"))
    assert isinstance(job, Export)
    user.roles.all().delete()
    giving.make_export(str(job.pk))
    job.refresh_from_db()
    assert job.state == "failed" and job.data is None


# --- templates ------------------------------------------------------------------------------------------------------


def test_a_template_of_the_entity_is_used_and_removed() -> None:
    zone = making.entity()
    user = making.adviser(zone)
    document = making.document(zone, user)
    opened = docx.Document(io.BytesIO(OURS.read_bytes()))
    opened.sections[0].footer.paragraphs[0].insert_paragraph_before("Zone inventée")
    out = io.BytesIO()
    opened.save(out)
    kept = word_templates.keep(user, zone, "", "../modele.docx", out.getvalue())
    assert kept.name == "modele.docx"

    def footer() -> str:
        made = docx.Document(io.BytesIO(given(document, user, "word").data))
        return "\n".join(one.text for one in made.sections[0].footer.paragraphs)

    assert "Zone inventée" in footer()
    word_templates.remove(user, kept)
    assert "Zone inventée" not in footer()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "errors.empty"),
        (b"not word", "exchange.template-unreadable"),
        (b"x" * (word_templates.LARGEST + 1), "exchange.template-too-large"),
    ],
)
def test_a_template_that_cannot_be_used_says_why(data: bytes, code: str) -> None:
    zone = making.entity()
    with pytest.raises(Problem) as problem:
        word_templates.keep(making.adviser(zone), zone, "", "x.docx", data)
    assert problem.value.code == code
    assert "x.docx" in problem.value.sentence("fr")
