"""Files that come in: kept, read by a job that may be killed, proposed, and taken in whole or not at all."""

from __future__ import annotations

import io
import uuid
import zipfile
from typing import Any

import pytest
from django.db import connection

from filrouge.apps.common.problems import NotAllowed, Problem
from filrouge.apps.exchange.models import Import, Upload
from filrouge.apps.exchange.services import intake
from filrouge.apps.exchange.services.intake import Incoming
from filrouge.apps.frameworks.services import load_library
from filrouge.apps.organisation.models import Entity
from filrouge.domain.model.plan_json import from_json
from tests import making

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("library")]


@pytest.fixture
def library() -> None:
    """The frameworks by which a file is recognised."""
    load_library()


LETTER = """LETTRE DE MISSION

1. Objectifs stratégiques

OS1. Réduire de 10 % le nombre de vols dans les habitations d'ici la fin de 2027 (OPS)

OS2. Améliorer l'accueil des victimes

2. Moyens

La zone dispose de deux cents personnes.
"""


def letter(name: str = "lettre.txt", text: str = LETTER) -> Incoming:
    """A short invented letter as a file."""
    return Incoming(name, text.encode())


def bomb(name: str = "word/document.xml") -> bytes:
    """A Word file of a few kilobytes that would unpack to many megabytes, or beside the folder."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, b"0" * (20_000_000 if name.startswith("word") else 10))
    return out.getvalue()


def queued() -> list[str]:
    """The ids of the imports that a job waits for."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT args->>'import_id' FROM procrastinate_jobs WHERE task_name = 'exchange.read_import' ORDER BY id"
        )
        return [row[0] for row in cursor.fetchall()]


def brought(zone: Entity, *files: Incoming) -> list[Import]:
    """The imports of these files, read."""
    outcomes = intake.bring_in(making.adviser(zone), zone, list(files) or [letter()])
    found = []
    for outcome in outcomes:
        assert outcome.incoming is not None, outcome
        intake.read_import(str(outcome.incoming.pk))
        found.append(Import.objects.get(pk=outcome.incoming.pk))
    return found


def test_a_file_is_kept_and_a_job_reads_it() -> None:
    zone = making.entity()
    (outcome,) = intake.bring_in(making.adviser(zone), zone, [letter()])
    assert outcome.incoming is not None and outcome.incoming.state == "waiting"
    assert queued() == [str(outcome.incoming.pk)]
    intake.read_import(str(outcome.incoming.pk))
    done = Import.objects.get(pk=outcome.incoming.pk)
    assert (done.state, done.progress, done.source) == ("ready", 100, "text")
    assert done.steps["bytes"] == len(LETTER.encode()) and done.steps["statements"] >= 2
    plan = from_json(done.proposal)
    assert any("vols" in str(one.text) for one in plan.objectives)
    assert "victimes" in done.text


def test_only_who_may_import_brings_files_in() -> None:
    zone = making.entity()
    with pytest.raises(NotAllowed):
        intake.bring_in(making.person((zone, "reader")), zone, [letter()])
    assert not Upload.objects.exists()


def test_none_and_too_many_are_refused_as_a_whole() -> None:
    zone = making.entity()
    adviser = making.adviser(zone)
    with pytest.raises(Problem, match="no-file"):
        intake.bring_in(adviser, zone, [])
    with pytest.raises(Problem, match="too-many"):
        intake.bring_in(adviser, zone, [letter(text=f"{n}") for n in range(21)])
    assert not Upload.objects.exists()


def test_two_files_alike_and_an_empty_one_are_told_and_the_rest_goes_on() -> None:
    zone = making.entity()
    files = [letter("un.txt"), letter("deux.txt"), Incoming("vide.docx", b""), letter("autre.txt", LETTER + "Fin.")]
    outcomes = intake.bring_in(making.adviser(zone), zone, files)
    assert [one.problem for one in outcomes] == ["", "exchange.twice", "errors.empty", ""]
    assert outcomes[1].params == {"file": "deux.txt", "other": "un.txt"}
    assert Upload.objects.count() == Import.objects.count() == 2


def test_a_file_that_awaits_its_review_is_not_read_twice() -> None:
    zone = making.entity()
    adviser = making.adviser(zone)
    (first,) = intake.bring_in(adviser, zone, [letter()])
    (again,) = intake.bring_in(adviser, zone, [letter("copie.txt")])
    assert again.told == "exchange.already-under-way" and again.incoming == first.incoming
    intake.drop(adviser, Import.objects.get())
    (third,) = intake.bring_in(adviser, zone, [letter()])
    assert third.told == "exchange.seen-before" and third.incoming != first.incoming
    assert Upload.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\plan.docx", "plan.docx"),
        ("a\nb\u202e.txt", "a?b?.txt"),
        ("/", "?"),
        ("x" * 300 + ".docx", "x" * 80 + "…" + "x" * 34 + ".docx"),
    ],
)
def test_names_are_for_showing_only(name: str, shown: str) -> None:
    assert intake.shown_name(name) == shown


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "errors.picture"),
        (b"\x7fELF" + bytes(200), "errors.binary"),
        (b"PK\x03\x04" + bytes(40), "errors.truncated"),
        (b"   \n \n", "errors.blank"),
        (bomb(), "errors.zip-bomb"),
        (bomb("../../../etc/cron.d/x"), "errors.unsafe-names"),
        (b'{"format": "filrouge-plan", "format_version": 1', "errors.damaged"),
        (b'{"format": "filrouge-plan", "format_version": 1, "id": "x", "objectives": 3}', "plan.missing-field"),
        (b'{"a":' * 90_000 + b'"format":"filrouge-plan"', "errors.too-deep"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: str) -> None:
    (done,) = brought(making.entity(), Incoming("dossier/fichier.docx", data))
    assert done.state == "failed" and done.problem["code"] == code
    assert done.problem["params"]["file"] == "fichier.docx"
    assert done.proposal is None


def test_a_run_that_was_overtaken_stores_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    zone = making.entity()
    (outcome,) = intake.bring_in(making.adviser(zone), zone, [letter()])
    assert outcome.incoming is not None
    key = str(outcome.incoming.pk)
    real = intake.recognising.recognised

    def slow(*given: Any) -> Any:
        found = real(*given)
        Import.objects.filter(pk=key).update(run=uuid.uuid4())  # another worker began meanwhile
        return found

    monkeypatch.setattr(intake.recognising, "recognised", slow)
    intake.read_import(key)
    row = Import.objects.get(pk=key)
    assert row.state == "reading" and row.proposal is None
    monkeypatch.undo()
    intake.read_import(key)
    assert Import.objects.get(pk=key).state == "ready"


def test_a_file_that_stops_the_worker_each_time_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    zone = making.entity()
    adviser = making.adviser(zone)
    (outcome,) = intake.bring_in(adviser, zone, [letter()])
    assert outcome.incoming is not None
    Import.objects.update(state="reading", attempts=intake.MOST_ATTEMPTS)
    intake.read_import(str(outcome.incoming.pk))
    row = Import.objects.get()
    assert row.state == "failed" and row.problem["code"] == "exchange.given-up"
    intake.try_again(adviser, row)
    intake.read_import(str(row.pk))
    assert Import.objects.get().state == "ready"


def test_a_dropped_import_is_not_read_any_more() -> None:
    zone = making.entity()
    adviser = making.adviser(zone)
    (outcome,) = intake.bring_in(adviser, zone, [letter()])
    assert outcome.incoming is not None
    intake.drop(adviser, outcome.incoming)
    intake.read_import(str(outcome.incoming.pk))
    assert Import.objects.get().state == "dropped"
    with pytest.raises(Problem, match="not-under-review"):
        intake.try_again(adviser, Import.objects.get())


def test_reading_again_waits_for_the_job_at_work() -> None:
    zone = making.entity()
    adviser = making.adviser(zone)
    (outcome,) = intake.bring_in(adviser, zone, [letter()])
    assert outcome.incoming is not None
    with pytest.raises(Problem, match="being-read"):
        intake.try_again(adviser, outcome.incoming)
